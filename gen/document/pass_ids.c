/* pass_ids.c -- stage 4: ids that are there, and new ones made from text */
#include "../base/slug.h"
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
	struct buf slug = BUF_INIT;
	struct target *taken;
	struct str base, id;

	slug_add(&slug, text);
	if (slug.n == 0)
		buf_adds(&slug, "kop");
	id = base = arena_dup(p->arena, buf_str(&slug));
	buf_release(&slug);
	taken = names_find(p->ids, base);
	while (names_find(p->ids, id) != NULL)
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

static void
collect(struct passes *p, struct node *node, struct str id)
{
	const struct target *other = names_find(p->ids, id);

	if (!is_valid_id(id)) {
		diag_at(p->diag, node->loc, DIAG_ID_INVALID,
		    arena_cstr(p->arena, id));
	} else if (other != NULL) {
		diag_at(p->diag, node->loc, DIAG_ID_TWICE,
		    arena_cstr(p->arena, id));
		diag_at(p->diag, other->node->loc, DIAG_FIRST_HERE);
	} else {
		add_target(p, node, id);
	}
}

void
pass_ids(struct passes *p)
{
	struct node *root = p->document->root;

	for (struct node *n = root; n != NULL; n = node_next(n, root)) {
		const struct str *id = node_attribute(n, "id");

		if (id != NULL)
			collect(p, n, *id);
	}
}
