/* passes.c -- stage 4: run the passes; what several of them need */
#include "passes.h"

bool
document_finish(struct arena *arena, struct diag *d, struct document *document)
{
	struct passes passes = {
		.arena = arena, .diag = d, .document = document,
		.ids = names_new(arena),
	};
	size_t before = diag_count(d, DIAG_ERROR);

	pass_merge(&passes);
	pass_notes(&passes);
	pass_ids(&passes);
	pass_headings(&passes);
	pass_captions(&passes);
	pass_contents(&passes);
	pass_references(&passes);
	return diag_count(d, DIAG_ERROR) == before;
}

void
number_put(struct passes *p, struct node *node, struct str number)
{
	struct node *span = node_new(p->arena, ELEMENT_SPAN, node->loc);
	struct node *space = node_text(p->arena, STR(" "), node->loc);

	node_set(p->arena, span, "class", STR("nummer"));
	node_append(span, node_text(p->arena, number, node->loc));
	if (node->first)
		node_insert_before(node->first, space);
	else
		node_append(node, space);
	node_insert_before(space, span);
}

struct str
number_find(struct arena *arena, const struct node *node)
{
	const struct node *span = node->first;

	if (!span || !node_has_class(span, "nummer"))
		return STR("");
	return node_content(arena, span);
}

/* A number of at most six digits, or -1. */
static int
parse_number(struct str text)
{
	int number = 0;

	if (text.n == 0 || text.n > 6)
		return -1;
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return -1;
		number = 10 * number + (text.s[i] - '0');
	}
	return number;
}

int
number_attribute(struct passes *p, const struct node *node, const char *name,
    int low, int high, int fallback)
{
	const struct str *value = node_attribute(node, name);
	int number;

	if (!value || value->n == 0)
		return fallback;
	number = parse_number(*value);
	if (number >= low && number <= high)
		return number;
	diag_at(p->diag, node->loc, DIAG_ATTRIBUTE_NUMBER, name,
	    arena_cstr(p->arena, *value),
	    arena_printf(p->arena, "%d", low).s,
	    arena_printf(p->arena, "%d", high).s);
	return fallback;
}
