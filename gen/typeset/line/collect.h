/* collect.h -- inside of inline.h: words, spaces, pictures -> pieces */
#ifndef TYPESET_COLLECT_H
#define TYPESET_COLLECT_H

#include "../../base/buf.h"
#include "cut.h"
#include "inline.h"

/* What comes before the next thing on the line. */
enum pending {
	PENDING_NOTHING,
	PENDING_WISH,		/* the line may end here */
	PENDING_SPACE
};

enum { MAX_MISSING = 16 };	/* characters to complain about in one block */

/* On the stack; begin with collect_init. */
struct collector {
	struct builder *builder;
	struct inline_text *result;
	const struct inline_span *span;	/* of what is added */
	struct loc loc;			/* of the text that is added */
	bool keep_spaces;		/* inside <pre> */
	bool has_signs;			/* soft hyphens or U+200B */
	/* On the heap, as long as they grow. */
	struct buf text;
	struct inline_piece *pieces;
	size_t n_pieces, piece_room;
	struct break_point *points;
	struct turn *turns;
	size_t n_points, point_room;
	struct cuts cuts;
	double x, spaces;		/* so far */
	enum pending pending;
	const struct inline_span *pending_span;	/* of the space */
	bool is_fresh;			/* nothing on the line yet */
	unsigned missing[MAX_MISSING];	/* characters that were told of */
	size_t n_missing;
};

void collect_init(struct collector *, struct builder *,
    const struct inline_span *base);
void collect_text(struct collector *, struct str);
/* The line ends here. */
void collect_break(struct collector *);
/* The line may end here. */
void collect_wish(struct collector *);
/* The picture of the span. */
void collect_picture(struct collector *);
/* Something happens where the next piece begins. */
void collect_mark(struct collector *, struct inline_mark);
/* The result, or NULL if there is nothing in it. */
struct inline_text *collect_end(struct collector *);

#endif
