/* typeset.c -- stage 5b: document -> blocks -> strips -> pages */
#include "../typeset.h"

#include <stdlib.h>

#include "../../base/die.h"
#include "paging.h"

struct typesetter {
	struct font_library *fonts;
	struct theme *theme;
	struct hyphenator *hyphenator;
};

struct typesetter *
typesetter_new(struct diag *d, const struct value *style)
{
	struct typesetter *t = xmalloc(sizeof *t);

	*t = (struct typesetter){ .fonts = font_library_new() };
	t->theme = theme_new(t->fonts, d, style);
	t->hyphenator = hyphenator_new(d);
	if (!t->theme || !t->hyphenator) {
		typesetter_free(t);
		return NULL;
	}
	return t;
}

void
typesetter_free(struct typesetter *t)
{
	if (!t)
		return;
	hyphenator_free(t->hyphenator);
	theme_free(t->theme);
	font_library_free(t->fonts);
	free(t);
}

static struct str
body_class(const struct node *root)
{
	const struct str *class;

	while (root && root->element != ELEMENT_BODY)
		root = root->element == ELEMENT_HTML ? root->first :
		    root->next;
	class = !root ? NULL : node_attribute(root, "class");
	return !class ? STR("") : *class;
}

struct layout *
typeset(struct typesetter *t, struct arena *arena, struct diag *d,
    const struct document *document)
{
	struct builder b = { .arena = arena, .diag = d, .theme = t->theme,
		.fonts = t->fonts, .hyphenator = t->hyphenator,
		.document = document };
	size_t faults = diag_count(d, DIAG_ERROR);
	struct block *root;

	b.layout = arena_alloc(arena, sizeof *b.layout);
	theme_listen(t->theme, d);
	theme_choose(t->theme, body_class(document->root));
	root = block_tree(&b);
	if (diag_count(d, DIAG_ERROR) > faults)
		return NULL;
	paging_make(&b, root);
	return diag_count(d, DIAG_ERROR) > faults ? NULL : b.layout;
}
