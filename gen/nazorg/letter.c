/* letter.c -- nazorg: the letters to a gemeente and what they say */
#include "letter.h"

#include "../base/buf.h"
#include "../content/value/tree.h"
#include "dossier_tree.h"

enum {
	REMINDER_DAYS = 14,	/* that a gemeente gets behind a reminder */
	TALK_DAYS = 14,		/* before a talk: who comes is known */
	LEAST_DAYS = 7,		/* to say so; else as soon as they can */
};

/* --- which letters there are --- */

/* "TSD-{jaar}-{code}-N{nummer}" */
static struct str
make_reference(struct arena *a, const struct dossier *d, day_number day,
    size_t number)
{
	const struct value *own = value_path(d->data,
	    "onderzoek.nazorg.kenmerk");
	struct str pattern = value_is_true(own) ? value_text(own) :
	    STR("TSD-{jaar}-{code}-N{nummer}");
	const struct { const char *name; struct str value; } holes[] = {
		{ "{jaar}", arena_printf(a, "%d", day_date(day).year) },
		{ "{code}", d->code },
		{ "{nummer}", arena_printf(a, "%zu", number) },
	};
	struct buf b = BUF_INIT;

	for (size_t at = 0; at < pattern.n; ) {
		struct str rest = str_slice(pattern, at, pattern.n);
		size_t i = 0;

		while (i < 3 && !str_starts(rest, holes[i].name))
			i++;
		if (i < 3) {
			buf_add(&b, holes[i].value);
			at += str_from(holes[i].name).n;
		} else {
			buf_addc(&b, pattern.s[at++]);
		}
	}
	return buf_detach(&b, a);
}

size_t
letters_find(struct arena *a, const struct dossier *d,
    const struct standing *s, struct letter **list)
{
	struct letter *letters = arena_array(a, d->n_stukken + 1,
	    sizeof *letters);
	size_t n = 0, nth[LETTER_KINDS] = { 0 };

	for (size_t i = 0; i < d->n_stukken && d->stukken[i].day <= s->today;
	    i++) {
		const struct stuk *stuk = &d->stukken[i];

		if (stuk->kind != STUK_LETTER || stuk->letter >= LETTER_KINDS)
			continue;
		letters[n++] = (struct letter){ stuk->letter, stuk->day,
			letter_file(a, stuk->letter, ++nth[stuk->letter]),
			value_text_at(stuk->value, "kenmerk"), stuk };
	}
	if (s->letter != LETTER_NONE) {
		letters[n] = (struct letter){ s->letter, s->today,
			letter_file(a, s->letter, nth[s->letter] + 1),
			make_reference(a, d, s->today, n + 1), NULL };
		n++;
	}
	*list = letters;
	return n;
}

/* --- what a letter says --- */

/* What a letter uses of the tree of its dossier; a path has all below it. */
static const struct { const char *path; bool as_text; } kept[] = {
	{ "pad", false },
	{ "voorbeeld", false },
	{ "gemeente", false },
	{ "rapport.datum", true },	/* a day or a month */
	{ "rapport.html", false },
	{ "onderzoek.titel", false },
	{ "onderzoek.afzender.naam", false },
	{ "onderzoek.afzender.ministerie", false },
	{ "onderzoek.afzender.contact", false },
	{ "antwoord_voor", false },
	{ "oorspronkelijk", false },
	{ "verplaatst", false },
	{ "gesprek.datum", false },
	{ "gesprek.tijd", false },
	{ "gesprek.plaats", false },
	{ "geadresseerde", false },
	{ "uw_kenmerk", false },
	{ "cc", false },
	{ "aantal.gevraagd", false },
	{ "aantal.beantwoord", false },
	{ "aanbevelingen.id", false },
	{ "aanbevelingen.nummer", false },
	{ "aanbevelingen.tekst", false },
	{ "aanbevelingen.kort", false },
	{ "aanbevelingen.geadresseerde", false },
	{ "aanbevelingen.html", false },
	{ "aanbevelingen.themas.titel", false },
	{ "aanbevelingen.stand.status", false },
	{ "aanbevelingen.stand.datum", false },
	{ "aanbevelingen.stand.maatregel", false },
	{ "aanbevelingen.stand.eigenaar", false },
	{ "aanbevelingen.stand.gereed_op", false },
	{ "aanbevelingen.stand.reden", false },
};

enum { N_KEPT = sizeof kept / sizeof *kept };

/* The entry that has path, or one above it; N_KEPT if there is none. */
static size_t
find_kept(struct str path)
{
	for (size_t i = 0; i < N_KEPT; i++) {
		size_t n = str_from(kept[i].path).n;

		if (str_starts(path, kept[i].path) &&
		    (path.n == n || path.s[n] == '.'))
			return i;
	}
	return N_KEPT;
}

static bool
has_kept_below(struct str path)
{
	for (size_t i = 0; i < N_KEPT; i++)
		if (str_starts(str_from(kept[i].path), path.s) &&
		    kept[i].path[path.n] == '.')
			return true;
	return false;
}

/* Without facets and markup: a date is its ISO form. */
static struct value *
plain_scalar(struct arena *a, const struct value *v, bool as_text)
{
	const struct value *iso = as_text ? NULL : value_find(v->facets,
	    "iso");

	switch (v->kind) {
	case VALUE_NUMBER:
		return value_number(a, (struct loc){ 0 }, v->number);
	case VALUE_BOOL:
		return value_bool(a, (struct loc){ 0 }, v->truth);
	default:
		return value_string(a, (struct loc){ 0 },
		    value_text(iso ? iso : v));
	}
}

/* The part of v that letters use; NULL if there is none. */
static struct value *
keep(struct arena *a, const struct value *v, struct str path)
{
	size_t i = find_kept(path);
	struct value *copy, *part;

	if (v->kind == VALUE_NULL || (i == N_KEPT && !has_kept_below(path)))
		return NULL;
	if (v->kind != VALUE_LIST && v->kind != VALUE_MAP)
		return i < N_KEPT ? plain_scalar(a, v, kept[i].as_text) :
		    NULL;
	copy = value_new(a, v->kind, (struct loc){ 0 });
	for (size_t k = 0; k < v->n; k++) {
		if (v->kind == VALUE_LIST) {
			part = keep(a, v->items[k], path);
			if (part)
				value_add(a, copy, part);
			continue;
		}
		part = keep(a, v->members[k].value, arena_printf(a, "%s.%s",
		    path.s, v->members[k].name.s));
		if (part)
			tree_value(a, copy, v->members[k].name.s, part);
	}
	return copy;
}

static struct value *
keep_tree(struct arena *a, const struct value *tree)
{
	struct value *content = tree_new(a), *part;

	for (size_t i = 0; i < tree->n; i++) {
		const struct member *m = &tree->members[i];

		part = keep(a, m->value, m->name);
		if (part)
			tree_value(a, content, m->name.s, part);
	}
	return content;
}

void
letter_contact(struct arena *a, struct value *content,
    const struct dossier *d)
{
	static const char *const names[] = { "functie", "telefoon", "email" };
	struct value *contact = tree_map(a, content, "contact");

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str own = value_text_at(d->data, arena_printf(a,
		    "onderzoek.nazorg.contact.%s", names[i]).s);
		struct str other = value_text_at(d->data, arena_printf(a,
		    "onderzoek.afzender.contact.%s", names[i]).s);

		if (own.n || other.n)
			tree_text(a, contact, names[i], own.n ? own : other);
	}
}

static void
add_day(struct arena *a, struct value *map, const char *name, day_number day)
{
	if (day != DAY_NONE)
		tree_text(a, map, name, day_iso(a, day));
}

/* What happened before this letter. */
static void
add_history(struct arena *a, struct value *content, const struct dossier *d,
    const struct standing *s)
{
	day_number talked = DAY_NONE;
	struct value *first = NULL;

	for (size_t i = 0; i < d->n_stukken && d->stukken[i].day <= s->today;
	    i++) {
		const struct stuk *stuk = &d->stukken[i];

		if (stuk->kind == STUK_TALK)
			talked = stuk->day;
		if (stuk->kind != STUK_LETTER ||
		    stuk->letter != LETTER_FIRST || first)
			continue;
		first = tree_map(a, content, "eerste_brief");
		add_day(a, first, "datum", stuk->day);
		tree_text(a, first, "kenmerk", value_text_at(stuk->value,
		    "kenmerk"));
	}
	add_day(a, content, "gesproken_op", talked);
	tree_bool(a, content, "deels", s->n_answered > 0);
}

/* The beginning of links: on the internet, or the way from the letter. */
static void
add_address(struct arena *a, struct value *content, const struct dossier *d,
    struct str address)
{
	struct str up = STR("");

	if (address.n) {
		tree_text(a, content, "adres", address);
		tree_text(a, content, "basis", arena_printf(a, "%s/",
		    address.s));
		return;
	}
	for (size_t i = 0; i <= d->path.n; i++)
		if (i == d->path.n || d->path.s[i] == '/')
			up = arena_printf(a, "%s../", up.s);
	tree_text(a, content, "basis", up);
}

/* The last day to do what the letter asks, where it does not say so itself. */
static day_number
last_day(const struct dossier *d, const struct letter *letter)
{
	if (letter->kind == LETTER_REMINDER)
		return letter->day + REMINDER_DAYS;
	if (letter->kind == LETTER_INVITATION && d->talk_is_planned &&
	    d->talk - TALK_DAYS >= letter->day + LEAST_DAYS)
		return d->talk - TALK_DAYS;
	return DAY_NONE;
}

struct value *
letter_content(struct arena *a, const struct dossier *d,
    const struct standing *s, const struct letter *letter,
    struct str address)
{
	struct value *content = keep_tree(a, dossier_tree(a, d, s)), *talk;
	struct str signer = value_text_at(d->data,
	    "onderzoek.nazorg.ondertekening.functie");

	add_day(a, content, "nu", letter->day);
	tree_text(a, content, "kenmerk", letter->reference);
	add_address(a, content, d, address);
	if (signer.n)
		tree_text(a, content, "ondertekening", signer);
	letter_contact(a, content, d);
	add_history(a, content, d, s);
	add_day(a, content, "uiterlijk", last_day(d, letter));
	talk = value_find(content, "gesprek");
	if (talk)
		tree_bool(a, talk, "afgesproken", d->talk_is_planned);
	return content;
}
