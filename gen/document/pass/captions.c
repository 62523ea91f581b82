/* captions.c -- stage 4: numbers of tables and figures */
#include "passes.h"

/* Asked for by class, and only for what is in both media. */
static bool
has_number(const struct node *caption)
{
	return !node_has_class(caption, "ongenummerd") &&
	    !node_has_class(caption->parent, "ongenummerd") &&
	    !node_in_media(caption, "web");
}

void
pass_captions(struct passes *p)
{
	struct node *root = p->document->root;
	int tables = 0, figures = 0;

	for (struct node *n = root; n; n = node_next(n, root)) {
		if (n->element == ELEMENT_CAPTION && has_number(n))
			number_put(p, n, arena_printf(p->arena, "Tabel %d:",
			    ++tables));
		else if (n->element == ELEMENT_FIGCAPTION && has_number(n))
			number_put(p, n, arena_printf(p->arena, "Figuur %d:",
			    ++figures));
	}
}
