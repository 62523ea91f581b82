/* ids.c -- stage 4: ids that are there, and new ones made from text */
#include "../../base/slug.h"
#include "passes.h"

static struct target *
add_target(struct passes *p, struct node *node, struct str id)
{
	struct target *target = arena_alloc(p->arena, sizeof *target);

	target->node = node;
	*names_slot(p->ids, id) = target;
	return target;
}

struct str
id_make(struct passes *p, struct node *node, struct str text)
{
	struct str base = slug_new(p->arena, text), id;
	struct target *taken;

	if (base.n == 0)
		base = STR("kop");
	id = base;
	taken = names_find(p->ids, base);
	while (names_find(p->ids, id))
		id = arena_printf(p->arena, "%s-%u", base.s,
		    ++taken->copies + 1);
	add_target(p, node, id);
	node_set(p->arena, node, "id", id);
	return id;
}

static bool
is_valid_id(struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		if ((unsigned char)id.s[i] <= ' ')
			return false;
	return id.n > 0;
}

/* Where to give the node another id: in the content, if that gave it. */
static struct loc
id_loc(const struct node *node)
{
	const struct attribute *a = node->attributes;

	while (a && !str_is(a->name, "id"))
		a = a->next;
	return a && a->loc.src ? a->loc : node->loc;
}

static bool
is_same_place(struct loc a, struct loc b)
{
	return a.src == b.src && a.line == b.line && a.column == b.column;
}

/* One place of the content may give more than one element its id. */
static void
tell_twice(struct passes *p, struct node *node, const struct node *other,
    struct str id)
{
	struct loc loc = id_loc(node);

	if (loc.src && is_same_place(p->told, loc))
		return;
	p->told = loc;
	diag_at(p->diag, loc, DIAG_ID_TWICE, arena_cstr(p->arena, id));
	diag_at(p->diag, id_loc(other), DIAG_FIRST_HERE);
}

static void
collect(struct passes *p, struct node *node, struct str id)
{
	const struct target *other = names_find(p->ids, id);

	if (!is_valid_id(id)) {
		diag_at(p->diag, node->loc, DIAG_ID_INVALID,
		    arena_cstr(p->arena, id));
	} else if (other) {
		tell_twice(p, node, other->node, id);
	} else {
		add_target(p, node, id);
	}
}

void
pass_ids(struct passes *p)
{
	struct node *root = p->document->root;

	for (struct node *n = root; n; n = node_next(n, root)) {
		const struct str *id = node_attribute(n, "id");

		if (id)
			collect(p, n, *id);
	}
}
