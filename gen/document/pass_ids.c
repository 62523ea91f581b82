/* pass_ids.c -- stage 4: ids that are there, and new ones made from text */
#include "../base/buf.h"
#include "passes.h"

enum { MAX_SLUG = 64 };

/*
 * Letters without their marks, for U+00C0 … U+017F (Latin-1 Supplement and
 * Latin Extended-A), in lower case; '-' is no letter.
 */
static const char plain_letters[] =
    "aaaaaaaceeeeiiiidnooooo-ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The letter or digit of a slug for c, '-' between words, 0 for nothing. */
static char
slug_letter(unsigned c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return (char)c;
	if (c >= 0xC0 && c < 0xC0 + sizeof plain_letters - 1)
		return plain_letters[c - 0xC0];
	/* apostrophes, soft hyphens and joined accents are inside words */
	if (c == '\'' || c == 0x2019 || c == 0xAD || (c >= 0x300 && c < 0x370))
		return 0;
	return '-';
}

static void
add_slug(struct buf *out, struct str text)
{
	size_t at = 0;
	bool gap = false;

	while (at < text.n && out->n < MAX_SLUG) {
		char c = slug_letter(utf8_next(text, &at));

		if (c == '-') {
			gap = true;
		} else if (c != 0) {
			if (gap && out->n > 0)
				buf_addc(out, '-');
			gap = false;
			buf_addc(out, c);
		}
	}
	if (out->n == 0)
		buf_adds(out, "kop");
}

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

	add_slug(&slug, text);
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
