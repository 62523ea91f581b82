/* text_parts.h -- stage 5a: what the files that write plain text share */
#ifndef WEB_TEXT_PARTS_H
#define WEB_TEXT_PARTS_H

#include "../base/arena.h"
#include "../document/node.h"
#include "lines.h"

struct text {
	struct lines lines;
	struct arena *arena;
};

bool text_is_left_out(const struct node *);
void text_children(struct text *, const struct node *);
/* On one line: a heading, a caption. */
void text_flat(struct text *, const struct node *);
/* What is in node, apart; on one line if flat.  Lives in the arena. */
struct str text_inside(struct text *, const struct node *, bool flat);
bool text_has_lines(struct str words);	/* more than one */
/*
 * "label: words"; words of more than one line stand below the label, further
 * to the right.  Either may be "".
 */
void text_labelled(struct text *, struct str label, struct str words);

void text_table(struct text *, const struct node *table);

#endif
