/* contents.c -- stage 4: the table of contents */
#include "passes.h"

enum { MAX_LEVEL = 6, DEFAULT_LEVELS = 2, MAX_LEVELS = 5 };

/* The lists that are open, outermost first. */
struct contents {
	struct passes *passes;
	struct loc loc;
	struct {
		struct node *list;	/* <ol> */
		int level;		/* of the headings in it */
	} open[MAX_LEVEL];
	int depth;
};

static bool
is_listed(const struct heading *heading, int levels)
{
	if (heading->level < 2 || heading->level > levels + 1 ||
	    node_has_class(heading->node, "niet-in-inhoud"))
		return false;
	for (const struct node *n = heading->node; n; n = n->parent)
		if (n->element == ELEMENT_NAV)
			return false;
	return true;
}

/* Copy what a heading says; a link cannot stand in the link to it. */
static void
copy_text(struct arena *arena, struct node *to, const struct node *from)
{
	for (const struct node *c = from->first; c; c = c->next) {
		struct node *copy;

		if (node_is_beside_text(c) || c->element == ELEMENT_IMG)
			continue;
		if (c->element == ELEMENT_A) {
			copy_text(arena, to, c);
			continue;
		}
		copy = node_copy(arena, c);
		node_unset(copy, "id");
		node_append(to, copy);
		copy_text(arena, copy, c);
	}
}

static struct node *
make_item(struct passes *p, const struct heading *heading)
{
	struct node *item = node_new(p->arena, ELEMENT_LI, heading->node->loc);
	struct node *a = node_new(p->arena, ELEMENT_A, heading->node->loc);

	if (node_in_media(heading->node, "pdf"))
		node_set(p->arena, item, "data-media", STR("pdf"));
	node_set(p->arena, a, "href",
	    arena_printf(p->arena, "#%s", heading->id.s));
	copy_text(p->arena, a, heading->node);
	node_append(item, a);
	return item;
}

static void
open_list(struct contents *c, int level)
{
	struct node *list = node_new(c->passes->arena, ELEMENT_OL, c->loc);

	if (c->depth > 0)
		node_append(c->open[c->depth - 1].list->last, list);
	c->open[c->depth].list = list;
	c->open[c->depth].level = level;
	c->depth++;
}

static void
add_item(struct contents *c, const struct heading *heading)
{
	while (c->depth > 1 && c->open[c->depth - 1].level > heading->level)
		c->depth--;
	if (c->depth == 0 || c->open[c->depth - 1].level < heading->level)
		open_list(c, heading->level);
	c->open[c->depth - 1].level = heading->level;
	node_append(c->open[c->depth - 1].list,
	    make_item(c->passes, heading));
}

static void
put_contents(struct passes *p, struct node *place)
{
	const struct document *document = p->document;
	struct contents c = { .passes = p, .loc = place->loc };
	int levels = number_attribute(p, place, "levels", 1, MAX_LEVELS,
	    DEFAULT_LEVELS);

	for (size_t i = 0; i < document->n_headings; i++)
		if (is_listed(&document->headings[i], levels))
			add_item(&c, &document->headings[i]);
	if (c.depth > 0) {
		node_set(p->arena, c.open[0].list, "class", STR("inhoud"));
		node_insert_before(place, c.open[0].list);
	}
	node_remove(place);
}

void
pass_contents(struct passes *p)
{
	struct node *root = p->document->root, *next;

	for (struct node *n = root; n; n = next) {
		next = node_next(n, root);
		if (n->element != ELEMENT_TS_INHOUD)
			continue;
		next = node_skip(n, root);
		put_contents(p, n);
	}
}
