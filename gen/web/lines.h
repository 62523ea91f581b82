/* lines.h -- stage 5a: words -> lines of plain text, with blank lines */
#ifndef WEB_LINES_H
#define WEB_LINES_H

#include "../base/buf.h"

/* What stands between the last words and the next. */
enum gap {
	GAP_NONE,
	GAP_LINE,	/* they begin a line */
	GAP_BLANK	/* the same, behind a blank line */
};

/*
 * Gaps, spaces and marks are written when words follow, so that nothing
 * remains of what has no words.  Begin with { .out = … }.
 */
struct lines {
	struct buf *out;
	int indent;		/* in steps of two columns */
	enum gap gap;
	size_t spaces;		/* before the next word */
	bool begun;		/* there were words */
	bool flat;		/* a gap is a space */
	bool exact;		/* white space stays: <pre> */
	struct mark {		/* before the next words: "- " */
		struct str text;
		int steps;	/* of the indent that it takes */
	} mark;
};

void lines_gap(struct lines *, enum gap);
/*
 * Text of a document: white space, that of no-break spaces too, folded and
 * without soft hyphens and such signs, which only say where lines may break.
 */
void lines_add(struct lines *, struct str);
/* Lines that another one of these wrote. */
void lines_add_block(struct lines *, struct str);

#endif
