/* privacy.c -- stage 4: no personal data that may not be published */
#include <string.h>

#include "checks.h"
#include "personal.h"

static const char *const kind_names[] = {
	[PRIVACY_NUMBER] = "burgerservicenummer",
	[PRIVACY_TELEPHONE] = "telefoonnummer",
	[PRIVACY_EMAIL] = "e-mailadres",
	[PRIVACY_BIRTH] = "geboortedatum",
	[PRIVACY_NAME] = "naam van een persoon",
};

/* Small letters and digits only: all ways to write it become one. */
static struct str
bare_form(struct arena *arena, struct str text)
{
	char *s = arena_cstr(arena, text);
	size_t n = 0, at = 0;

	while (at < text.n) {
		size_t from = at;
		unsigned c = utf8_next(text, &at);

		if (c >= 'A' && c <= 'Z')
			s[from] = (char)(c - 'A' + 'a');
		if (!is_word_letter(c) && (c < '0' || c > '9') && c != '@')
			continue;
		memmove(s + n, s + from, at - from);
		n += at - from;
	}
	return (struct str){ s, n };
}

/* The same for a telephone number: 088… for +3188… */
static struct str
telephone_form(struct arena *arena, struct str bare)
{
	size_t skip = str_starts(bare, "0031") ? 4 :
	    str_starts(bare, "31") ? 2 : 0;

	if (skip == 0)
		return bare;
	if (bare.n > skip && bare.s[skip] == '0')
		skip++;
	return arena_printf(arena, "0%.*s", (int)(bare.n - skip),
	    bare.s + skip);
}

static void
allow(struct checks *c, const struct value *text)
{
	struct str bare = bare_form(c->arena, value_text(text));

	if (bare.n > 0)
		*names_slot(c->allowed, bare) = c;
}

static void
allow_list(struct checks *c, const struct value *list)
{
	for (size_t i = 0; list && i < list->n; i++)
		if (list->kind == VALUE_LIST)
			allow(c, value_find(list->items[i], "tekst"));
}

static void
allow_contact(struct checks *c, const struct value *contact)
{
	allow(c, value_find(contact, "email"));
	allow(c, value_find(contact, "telefoon"));
}

static void
collect_allowed(struct checks *c)
{
	c->allowed = names_new(c->arena);
	allow_contact(c, value_path(c->data, "onderzoek.afzender.contact"));
	allow_contact(c, value_path(c->data, "site.contact"));
	allow_list(c, value_find(c->data, "toegestaan"));
	allow_list(c, value_path(c->data, "onderzoek.toegestaan"));
}

static bool
is_allowed(struct checks *c, enum privacy_kind kind, struct str text)
{
	struct str bare = bare_form(c->arena, text);

	if (!c->allowed)
		collect_allowed(c);
	if (names_find(c->allowed, bare))
		return true;
	return kind == PRIVACY_TELEPHONE && names_find(c->allowed,
	    telephone_form(c->arena, bare));
}

static void
tell(struct checks *c, struct loc loc, enum privacy_kind kind,
    struct str text)
{
	if (checks_may_tell(c))
		diag_at(c->diag, loc, DIAG_PERSONAL, kind_names[kind],
		    arena_cstr(c->arena, text));
}

/* A heading, or what the table of contents says of it. */
static bool
is_heading(const struct node *block)
{
	if (element_heading_level(block->element) > 0)
		return true;
	while (block && block->element != ELEMENT_NAV)
		block = block->parent;
	return block;
}

/* <kbd>: what to type, an example that no report has. */
static bool
is_example(const struct node *node)
{
	while (node && node->element != ELEMENT_KBD)
		node = node->parent;
	return node;
}

void
check_privacy(struct checks *c, const struct passage *p)
{
	bool heading = is_heading(p->block);
	struct str text = buf_str(&p->text), part;
	struct privacy found;
	size_t at = 0;

	while (privacy_next(text, heading, &at, &found)) {
		part = str_slice(text, found.from, found.to);
		if (!is_allowed(c, found.kind, part) &&
		    !is_example(passage_node(p, found.from)))
			tell(c, passage_place(p, found.from), found.kind,
			    part);
	}
}

static bool
is_shown(struct str name)
{
	static const char *const names[] = { "alt", "aria-label", "content",
	    "href", "title" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (*names[i] == *name.s && str_is(name, names[i]))
			return true;
	return false;
}

static void
check_attribute(struct checks *c, const struct node *node, struct str value)
{
	struct privacy found;
	struct str part;
	size_t at = 0;

	while (privacy_next(value, true, &at, &found)) {
		part = str_slice(value, found.from, found.to);
		if (!is_allowed(c, found.kind, part))
			tell(c, node->loc, found.kind, part);
	}
}

void
check_privacy_attributes(struct checks *c)
{
	const struct node *root = c->document->root;

	for (const struct node *n = root; n; n = node_next(n, root))
		for (const struct attribute *a = n->attributes; a;
		    a = a->next)
			if (is_shown(a->name))
				check_attribute(c, n, a->value);
}
