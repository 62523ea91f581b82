/* inline.h -- inside of line.h: the inline content of a block, measured */
#ifndef TYPESET_INLINE_H
#define TYPESET_INLINE_H

#include "break.h"
#include "line.h"

struct span_picture {
	double width, height;
	double gap;		/* behind it; the width is without */
	double rise;		/* by the house style */
	struct str path;
};

/* What the text of one inline element has in common; or one picture. */
struct inline_span {
	const struct inline_span *parent;
	const struct style *style;
	const struct span_picture *picture;
	double rise;		/* with that of the elements around it */
	bool underline, strike;
	int tag;
	size_t link;		/* 1 + index in links, 0: leads nowhere */
	bool is_call;		/* of a footnote: never begins a line */
	bool is_dutch;
	struct str language;
};

struct span_link {
	int tag;
	struct str target;
	bool is_uri;
};

/* A word or part of one, a space, or (if word is NULL) a picture. */
struct inline_piece {
	const struct shaped_word *word;
	const struct inline_span *span;
	double x;		/* if all stood on one line */
	unsigned text;		/* offset of its text */
	bool is_space;		/* that stretches */
};

/* Between two glyphs. */
struct inline_place {
	unsigned piece, glyph;
	unsigned text;
};

/* Where the glyphs of a line end and those of the next one begin. */
struct turn {
	struct inline_place end, begin;
	bool is_division;	/* a hyphen is added */
};

/* Something that happens where a piece begins. */
struct inline_mark {
	size_t piece;
	bool is_note;
	int note;		/* index in document.notes */
	struct str anchor;
};

struct inline_text {
	const struct inline_span *base;
	struct str text;	/* white space folded, no soft hyphens */
	struct inline_piece *pieces;
	size_t n_pieces;
	struct break_point *points;	/* the start, then lines' ends */
	struct turn *turns;	/* one for each point */
	size_t n_points;
	struct span_link *links;
	size_t n_links;
	struct inline_mark *marks;	/* in order */
	size_t n_marks;
};

/*
 * The same text with places to end a line added, between any two glyphs,
 * inside what is wider than limit.  t itself if there is no such thing.
 */
const struct inline_text *inline_split(struct arena *,
    const struct inline_text *t, double limit);

#endif
