/* line.h -- inline content -> boxes, glue and penalties -> lines */
#ifndef TYPESET_LINE_H
#define TYPESET_LINE_H

#include "builder.h"

/*
 * The inline content of one block: boxes (shaped pieces of words), glue
 * (spaces) and penalties (places where a line may end), as in Knuth and
 * Plass, "Breaking Paragraphs into Lines" (1981).
 */
struct inline_text;

/* A part of a line in one style that belongs to one element. */
struct text_run {
	const struct font *font;
	double size;
	struct color color;
	double rise;
	bool underline, strike;
	int tag;		/* index in layout.tags */
	double x, width;	/* from the start of the line */
	struct str text;	/* exactly the text of the glyphs */
	struct placed_glyph *glyphs;	/* x from the start of the run */
	size_t n_glyphs;
};

/* A part of a line that leads somewhere. */
struct line_link {
	int tag;
	double x, width;	/* from the start of the line */
	struct str target;
	bool is_uri;
};

/* A picture in a line (an icon). */
struct line_picture {
	int tag;		/* TAG_LAYOUT if its alt is empty */
	double x, width, height;
	double drop;		/* how far it reaches below the base line */
	struct str path;
};

struct line {
	double x;		/* of its start, from the left of the block */
	double width;		/* of what is on it, no space at its end */
	double height;		/* leading */
	double baseline;	/* from the top of the line */
	struct text_run *runs;
	size_t n_runs;
	struct line_link *links;
	size_t n_links;
	struct line_picture *pictures;
	size_t n_pictures;
	int *notes;		/* called on this line: in document.notes */
	size_t n_notes;
	struct str *anchors;	/* ids of inline elements that begin here */
	size_t n_anchors;
};

struct paragraph {
	struct line *lines;
	size_t n;
	double height;		/* sum of the lines */
};

/*
 * Collect the inline nodes from first up to stop (NULL: to the last sibling).
 * White space is folded; <br> ends a line.  Text belongs to tag, links and
 * parts in another language get tags of their own below it.  Elements with
 * data-media="web" are left out.  NULL if there is nothing to see.
 */
struct inline_text *inline_new(struct builder *, const struct node *first,
    const struct node *stop, const struct style *, int tag);
/* The same for a text of our own: a label, a running head. */
struct inline_text *inline_from(struct builder *, struct str text,
    const struct style *, int tag);

/* A picture as high as the text that stands for a sign, outside the content. */
struct inline_text *inline_picture(struct builder *, struct str path,
    const struct style *);

/*
 * Width of the widest piece that cannot be divided, of the widest that should
 * not be (a word, a short address), and of one long line.
 */
double inline_min_width(const struct inline_text *);
double inline_word_width(const struct inline_text *);
double inline_max_width(const struct inline_text *);

/*
 * Break into lines of at most width; first_indent shortens the first.  What
 * cannot be divided and is wider than width is divided anywhere, so that
 * nothing sticks out.
 */
struct paragraph *paragraph_break(struct builder *,
    const struct inline_text *, double width, double first_indent);

#endif
