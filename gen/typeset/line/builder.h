/* builder.h -- what the parts of the typesetter share for one document */
#ifndef TYPESET_BUILDER_H
#define TYPESET_BUILDER_H

#include "../../base/diag.h"
#include "../../document/document.h"
#include "../look/hyphen.h"
#include "../look/style.h"

struct block;

/* One for each document; lives in the arena. */
struct builder {
	struct arena *arena;
	struct diag *diag;
	struct theme *theme;
	struct font_library *fonts;
	struct hyphenator *hyphenator;
	const struct document *document;
	struct layout *layout;
	/* The text of each of document.notes; NULL if it is nowhere. */
	struct block **notes;
};

/*
 * Add an element to the structure tree and return its index.  node (may be
 * NULL) gives language, alternative text, spans and so on.  The order of the
 * calls is the reading order.
 */
int builder_tag(struct builder *, const char *type, int parent,
    const struct node *node);

#endif
