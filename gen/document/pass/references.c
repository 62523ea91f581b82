/* references.c -- stage 4: links inside the document */
#include "passes.h"

/* Looking for what was meant takes long; more than this helps nobody. */
enum { MAX_GUESSES = 20 };

static bool
is_blank(const struct node *a)
{
	for (const struct node *c = a->first; c; c = c->next)
		if (c->element != ELEMENT_TEXT || str_trim(c->text).n > 0)
			return false;
	return !node_attribute(a, "aria-label");
}

/* The heading or caption that tells what an element is called, or NULL. */
static const struct node *
find_title(const struct node *top)
{
	const struct node *n = top;

	while (n && element_heading_level(n->element) == 0 &&
	    n->element != ELEMENT_CAPTION && n->element != ELEMENT_FIGCAPTION)
		n = node_next(n, top);
	return n;
}

/* "hoofdstuk 3", "paragraaf 3.2", "bijlage 1", "tabel 2", "slot" */
static struct str
name_by_number(struct arena *arena, struct str number)
{
	size_t space = str_find(number, " ", 0);
	char *name;

	if (number.s[0] >= '0' && number.s[0] <= '9')
		return arena_printf(arena, "%s\u00A0%s",
		    str_find(number, ".", 0) == (size_t)-1 ? "hoofdstuk" :
		    "paragraaf", number.s);
	if (str_ends(number, ":"))
		number.n--;
	if (space < number.n)
		number = arena_printf(arena, "%.*s\u00A0%.*s", (int)space,
		    number.s, (int)(number.n - space - 1),
		    number.s + space + 1);
	name = arena_cstr(arena, number);
	if (name[0] >= 'A' && name[0] <= 'Z')
		name[0] = (char)(name[0] - 'A' + 'a');
	return str_from(name);
}

/*
 * What a reference to this element says; "" if nothing is known.  A template
 * may tell it: data-ts-naam="indicator 5".
 */
static struct str
name_of(struct passes *p, struct target *target)
{
	const struct str *given = node_attribute(target->node, "data-ts-naam");
	const struct node *title;
	struct str number;

	if (given)
		target->name = *given;
	if (target->name.n > 0 || target->nameless)
		return target->name;
	title = find_title(target->node);
	if (!title) {
		target->nameless = true;
		return target->name;
	}
	number = number_find(p->arena, title);
	if (number.n > 0)
		target->name = name_by_number(p->arena, number);
	else
		target->name = arena_printf(p->arena, "‘%s’",
		    node_content(p->arena, title).s);
	return target->name;
}

/* Is this the first thing in a paragraph, a cell …? */
static bool
begins_block(const struct node *node)
{
	while (!node->previous && element_is_phrasing(node->element))
		node = node->parent;
	return !element_is_phrasing(node->element);
}

static void
fill(struct passes *p, struct node *a, struct target *target)
{
	struct str name = name_of(p, target);
	char *text;

	if (name.n == 0) {
		diag_at(p->diag, a->loc, DIAG_REFERENCE_EMPTY);
		return;
	}
	text = arena_cstr(p->arena, name);
	if (begins_block(a) && text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - 'a' + 'A');
	while (a->first)
		node_remove(a->first);
	node_append(a, node_text(p->arena, str_from(text), a->loc));
}

void
pass_references(struct passes *p)
{
	struct node *root = p->document->root;
	int guesses = 0;

	for (struct node *n = root; n; n = node_next(n, root)) {
		const struct str *href = node_attribute(n, "href");
		struct target *target;
		struct str id;

		if (n->element != ELEMENT_A || !href ||
		    !str_starts(*href, "#"))
			continue;
		id = str_slice(*href, 1, href->n);
		target = names_find(p->ids, id);
		if (!target)
			diag_at(p->diag, n->loc, DIAG_REFERENCE_UNKNOWN,
			    arena_cstr(p->arena, id),
			    guesses++ < MAX_GUESSES ?
			    names_nearest(p->ids, id) : NULL);
		else if (is_blank(n))
			fill(p, n, target);
	}
}
