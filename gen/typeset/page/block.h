/* block.h -- elements -> a tree of blocks that is ready to be measured */
#ifndef TYPESET_BLOCK_H
#define TYPESET_BLOCK_H

#include "../line/builder.h"
#include "../line/line.h"

enum block_kind {
	BLOCK_BOX,		/* holds other blocks */
	BLOCK_TEXT,		/* lines in the style of the box around it */
	BLOCK_PICTURE,
	BLOCK_RULE,
	BLOCK_TABLE
};

/*
 * In the arena of the document.  The tree is that of the XHTML down to where
 * lines begin: those are blocks of their own, without a node.
 */
struct block {
	enum block_kind kind;
	const struct style *style;
	const struct node *node;
	int tag;		/* what text in it belongs to */
	struct block *first, *last, *next;	/* BOX: what it holds */
	struct inline_text *label;	/* BOX: hangs before the first line */
	double label_room;		/* its part of the width */
	bool keep_with_next;
	struct inline_text *text;	/* TEXT */
	struct str page_of;	/* TEXT: id; its page number is set behind */
	struct str path;	/* PICTURE */
	double width, height;	/* PICTURE: wanted */
	struct table *table;	/* TABLE */
};

/*
 * The blocks of a document, and the builder's notes: these stand apart, since
 * they go to the feet of the pages.  Faults are told to the builder's diag.
 */
struct block *block_tree(struct builder *);

struct block *block_new(struct builder *, enum block_kind,
    const struct node *, const struct style *, int tag);
/* Add blocks for the children of the box's node. */
void block_children(struct builder *, struct block *box);

/*
 * What is left of width inside margins, rules and padding; inset tells where.
 * Where that is too little for text, margins and padding are given up.
 */
double block_inner_width(const struct style *, double width,
    struct edges *inset);
/* How wide a block can be, with its margins. */
struct measure {
	double min, max;	/* the least and the most that it can use */
	double word;		/* the least without dividing a word */
	double length;		/* of all its text on one line */
};
struct measure block_measure(const struct block *);

#endif
