/* notes.c -- stage 4: footnotes, numbered through the whole document */
#include "passes.h"

/* What is known of the notes with one key. */
struct known {
	int number;		/* 0: not called yet, but on the website only */
	struct node *item;	/* <li> with the text */
};

/* A <ts-noot> on the website only. */
struct web_call {
	struct node *noot;
	struct known *known;
};

struct notes {
	struct passes *passes;
	struct names *keys;	/* key -> struct known */
	struct node *place;	/* the <ts-noten/>, or NULL */
	struct web_call *web;
	size_t n_web;
};

static struct str
numbered(struct arena *arena, const char *prefix, int number)
{
	return arena_printf(arena, "%s%d", prefix, number);
}

static void
trim_space_before(struct node *call)
{
	struct node *before = call->previous;

	if (!before || before->element != ELEMENT_TEXT)
		return;
	while (before->text.n > 0 &&
	    str_trim(str_slice(before->text, before->text.n - 1,
	    before->text.n)).n == 0)
		before->text.n--;
	if (before->text.n == 0)
		node_remove(before);
}

static struct node *
new_call(struct arena *arena, struct loc loc)
{
	struct node *sup = node_new(arena, ELEMENT_SUP, loc);

	node_set(arena, sup, "class", STR("nootverwijzing"));
	return sup;
}

/* Two calls beside each other: "1, 2", or they would read as twelve. */
static void
set_apart(struct arena *arena, struct node *sup)
{
	const struct node *before = sup->previous;
	struct node *comma;

	while (before && before->element != ELEMENT_SUP)
		before = before->last;
	if (!before || !node_has_class(before, "nootverwijzing"))
		return;
	comma = new_call(arena, sup->loc);
	node_append(comma, node_text(arena, STR(",\u00A0"), sup->loc));
	node_insert_before(sup, comma);
}

/*
 * <sup class="nootverwijzing"><a href="#noot-3" …>3</a></sup> in place of a
 * <ts-noot>; the <a>.
 */
static struct node *
put_call(struct passes *p, struct node *noot, int number)
{
	struct arena *arena = p->arena;
	struct node *sup = new_call(arena, noot->loc);
	struct node *a = node_new(arena, ELEMENT_A, noot->loc);

	node_set(arena, a, "href", numbered(arena, "#noot-", number));
	node_set(arena, a, "role", STR("doc-noteref"));
	node_set(arena, a, "aria-label",
	    numbered(arena, "Voetnoot ", number));
	node_append(a, node_text(arena, numbered(arena, "", number),
	    noot->loc));
	node_append(sup, a);
	node_insert_before(noot, sup);
	node_remove(noot);
	trim_space_before(sup);
	set_apart(arena, sup);
	return a;
}

static void
add_note(struct passes *p, int number, struct node *call, struct node *body)
{
	struct document *document = p->document;

	node_set(p->arena, call, "id",
	    numbered(p->arena, "nootverwijzing-", number));
	node_set(p->arena, body, "id", numbered(p->arena, "noot-", number));
	node_set(p->arena, body, "class", STR("noot"));
	document->notes = arena_grow(p->arena, document->notes,
	    document->n_notes, sizeof *document->notes);
	document->notes[document->n_notes++] = (struct note){
		.number = number, .call = call, .body = body,
	};
}

/* The text of a note goes to its item, from the first call that has it. */
static void
take_body(struct passes *p, struct node *noot, struct node *item)
{
	struct node *next;

	for (struct node *n = noot->first; n; n = next) {
		next = node_next(n, noot);
		if (n->element != ELEMENT_TS_NOOT &&
		    n->element != ELEMENT_TS_NOTEN)
			continue;
		diag_at(p->diag, n->loc, DIAG_NOTE_IN_NOTE);
		next = node_skip(n, noot);
		node_remove(n);
	}
	if (item->first)
		return;
	while (noot->first) {
		struct node *child = noot->first;

		node_remove(child);
		node_append(item, child);
	}
}

static void
check_place(struct passes *p, const struct node *noot)
{
	const struct node *n = noot->parent;

	while (n && element_is_phrasing(n->element) &&
	    n->element != ELEMENT_A)
		n = n->parent;
	if (n && n->element == ELEMENT_A)
		diag_at(p->diag, noot->loc, DIAG_NOTE_IN_LINK);
}

/* A call without key is a note of its own. */
static struct known *
find_known(struct notes *notes, const struct node *noot)
{
	struct arena *arena = notes->passes->arena;
	const struct str *key = node_attribute(noot, "key");
	void *own = NULL;
	void **slot = key ? names_slot(notes->keys, *key) : &own;
	struct known *known = *slot;

	if (!known) {
		known = *slot = arena_alloc(arena, sizeof *known);
		known->item = node_new(arena, ELEMENT_LI, noot->loc);
	}
	return known;
}

static void
number_note(struct notes *notes, struct node *noot)
{
	struct passes *p = notes->passes;
	struct known *known = find_known(notes, noot);
	struct node *call;

	check_place(p, noot);
	take_body(p, noot, known->item);
	if (node_in_media(noot, "web")) {
		notes->web = arena_grow(p->arena, notes->web, notes->n_web,
		    sizeof *notes->web);
		notes->web[notes->n_web++] = (struct web_call){ noot, known };
		return;
	}
	if (known->number > 0) {
		put_call(p, noot, known->number);
		return;
	}
	known->number = (int)p->document->n_notes + 1;
	call = put_call(p, noot, known->number);
	add_note(p, known->number, call, known->item);
}

static void
set_place(struct notes *notes, struct node *noten)
{
	struct diag *d = notes->passes->diag;

	if (!notes->place) {
		notes->place = noten;
		return;
	}
	diag_at(d, noten->loc, DIAG_NOTES_TWICE);
	diag_at(d, notes->place->loc, DIAG_FIRST_HERE);
}

/* In the PDF, so that readers of paper know where a link in a note leads. */
static void
add_addresses(struct passes *p, struct node *body)
{
	struct arena *arena = p->arena;

	for (struct node *n = body; n; n = node_next(n, body)) {
		struct str address = node_address(n);
		struct node *span;

		if (address.n == 0 || str_find(node_content(arena, n),
		    arena_cstr(arena, address), 0) != (size_t)-1)
			continue;
		span = node_new(arena, ELEMENT_SPAN, n->loc);
		node_set(arena, span, "data-media", STR("pdf"));
		node_append(span, node_text(arena, arena_printf(arena,
		    " (%.*s)", (int)address.n, address.s), n->loc));
		if (n->next)
			node_insert_before(n->next, span);
		else
			node_append(n->parent, span);
	}
}

/* Behind the last words of a note, on the website. */
static void
add_back_link(struct passes *p, const struct note *note)
{
	struct arena *arena = p->arena;
	struct node *body = note->body, *parent = body;
	struct node *a = node_new(arena, ELEMENT_A, body->loc);

	node_set(arena, a, "href",
	    numbered(arena, "#nootverwijzing-", note->number));
	node_set(arena, a, "class", STR("terug"));
	node_set(arena, a, "role", STR("doc-backlink"));
	node_set(arena, a, "aria-label",
	    STR("Terug naar de verwijzing in de tekst"));
	node_set(arena, a, "data-media", STR("web"));
	/* U+FE0E: as a letter, not as a coloured picture */
	node_append(a, node_text(arena, STR("Terug"), body->loc));
	if (body->last->element == ELEMENT_P) {
		parent = body->last;
	} else if (!element_is_phrasing(body->last->element)) {
		parent = node_new(arena, ELEMENT_P, body->loc);
		node_set(arena, parent, "data-media", STR("web"));
		node_append(body, parent);
	}
	if (parent->first)
		node_append(parent, node_text(arena, STR(" "), body->loc));
	node_append(parent, a);
}

static struct node *
make_section(struct passes *p, struct loc loc)
{
	struct arena *arena = p->arena;
	struct node *section = node_new(arena, ELEMENT_SECTION, loc);
	struct node *heading = node_new(arena, ELEMENT_H2, loc);

	node_set(arena, section, "class", STR("noten"));
	node_set(arena, section, "role", STR("doc-endnotes"));
	node_set(arena, section, "aria-labelledby", STR("noten"));
	node_set(arena, heading, "id", STR("noten"));
	/* in the PDF the notes stand at the foot of the pages */
	node_set(arena, heading, "data-media", STR("web"));
	node_append(heading, node_text(arena, STR("Noten"), loc));
	node_append(section, heading);
	return section;
}

static void
put_section(struct passes *p, struct node *place)
{
	const struct document *document = p->document;
	struct node *section, *list;

	if (document->n_notes > 0) {
		section = make_section(p, place->loc);
		list = node_new(p->arena, ELEMENT_OL, place->loc);
		node_append(section, list);
		for (size_t i = 0; i < document->n_notes; i++)
			node_append(list, document->notes[i].body);
		node_insert_before(place, section);
	}
	node_remove(place);
}

/*
 * What the website shows in another form than the PDF has the notes of the
 * form in the PDF, and no others.  There the way back leads to it, if the
 * website has no other call.
 */
static void
put_web_calls(struct notes *notes)
{
	struct passes *p = notes->passes;

	for (size_t i = 0; i < notes->n_web; i++) {
		struct node *noot = notes->web[i].noot, *call;
		int number = notes->web[i].known->number;
		struct note *note;

		if (number == 0) {
			node_remove(noot);
			continue;
		}
		call = put_call(p, noot, number);
		note = &p->document->notes[number - 1];
		if (!node_in_media(note->call, "pdf"))
			continue;
		node_unset(note->call, "id");
		note->call = call;
		node_set(p->arena, call, "id",
		    numbered(p->arena, "nootverwijzing-", number));
	}
}

static void
finish_notes(struct notes *notes)
{
	struct passes *p = notes->passes;
	const struct document *document = p->document;
	struct node *root = document->root;

	for (size_t i = 0; i < document->n_notes; i++) {
		const struct note *note = &document->notes[i];

		if (!note->body->first)
			diag_at(p->diag, note->call->loc, DIAG_NOTE_EMPTY);
		else
			add_back_link(p, note);
		add_addresses(p, note->body);
	}
	if (!notes->place && document->n_notes > 0) {
		diag_at(p->diag, root->loc, DIAG_NOTES_NO_PLACE);
		/* anywhere, so that the links to the notes lead somewhere */
		notes->place = node_new(p->arena, ELEMENT_TS_NOTEN, root->loc);
		node_append(root, notes->place);
	}
	if (notes->place)
		put_section(p, notes->place);
}

void
pass_notes(struct passes *p)
{
	struct notes notes = { .passes = p, .keys = names_new(p->arena) };
	struct node *root = p->document->root, *next;

	for (struct node *n = root; n; n = next) {
		next = node_next(n, root);
		if (n->element == ELEMENT_TS_NOOT) {
			next = node_skip(n, root);
			number_note(&notes, n);
		} else if (n->element == ELEMENT_TS_NOTEN) {
			set_place(&notes, n);
		}
	}
	put_web_calls(&notes);
	finish_notes(&notes);
}
