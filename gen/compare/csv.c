/* csv.c -- comparison: tables for a spreadsheet (RFC 4180) */
#include "compare.h"
#include "tree.h"

/*
 * A cell that begins with one of these would run as a formula in a
 * spreadsheet; behind an apostrophe it is text.
 */
static bool
is_formula(struct str s)
{
	return s.n && (s.s[0] == '=' || s.s[0] == '+' || s.s[0] == '-' ||
	    s.s[0] == '@' || s.s[0] == '\t' || s.s[0] == '\r');
}

static void
add_cell(struct buf *b, struct str s)
{
	if (b->n && b->s[b->n - 1] != '\n')
		buf_addc(b, ';');
	buf_addc(b, '"');
	if (is_formula(s))
		buf_addc(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '"')
			buf_addc(b, '"');
		buf_addc(b, s.s[i]);
	}
	buf_addc(b, '"');
}

/* The first line; Excel takes the bytes before it for UTF-8. */
static void
add_names(struct buf *b, const char *const *names)
{
	buf_adds(b, "\xef\xbb\xbf");
	for (size_t i = 0; names[i]; i++)
		buf_addf(b, "%s%s", i ? ";" : "", names[i]);
	buf_adds(b, "\r\n");
}

static void
add_subject(struct buf *b, const struct comparison *c,
    const struct subject *s)
{
	add_cell(b, c->title);
	add_cell(b, s->regio_name);
	add_cell(b, s->name);
	add_cell(b, s->code);
	add_cell(b, s->is_example ? STR("ja") : STR("nee"));
}

/* "1, 3" */
static struct str
join(struct arena *a, const struct value *list)
{
	struct str all = STR("");

	for (size_t i = 0; i < list->n; i++)
		all = arena_printf(a, "%s%s%s", all.s, i ? ", " : "",
		    list->items[i]->text.s);
	return all;
}

static const struct row *
find_row(const struct comparison *c, struct str id, struct str *thema)
{
	for (size_t i = 0; i < c->themes.n; i++) {
		const struct group *g = &c->themes.list[i];

		for (size_t k = 0; k < g->n; k++)
			if (str_eq(g->rows[k].id, id)) {
				*thema = g->title->text;
				return &g->rows[k];
			}
	}
	return NULL;
}

static struct str
member(struct arena *a, const struct value *map, const char *name)
{
	return tree_plain(a, value_find(map, name));
}

static void
add_finding(struct arena *a, struct buf *b, const struct comparison *c,
    const struct finding *f)
{
	struct str thema = STR("");
	const struct row *row = find_row(c, f->onderdeel, &thema);

	add_cell(b, thema);
	add_cell(b, row ? row->title->text : f->onderdeel);
	add_cell(b, f->good ? STR("goed") : STR("beter"));
	add_cell(b, join(a, f->indicators));
	add_cell(b, member(a, f->value, "titel"));
	add_cell(b, member(a, f->value, "tekst"));
	add_cell(b, member(a, f->value, "html"));
	buf_adds(b, "\r\n");
}

void
compare_findings_csv(struct arena *a, const struct comparison *c,
    struct buf *b)
{
	static const char *const names[] = { "onderzoek", "regio",
		"gemeente", "code", "voorbeeld", "thema", "onderdeel",
		"oordeel", "indicatoren", "titel", "tekst", "adres", NULL };

	add_names(b, names);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->subjects[i]->n_findings; k++) {
			add_subject(b, c, c->subjects[i]);
			add_finding(a, b, c, &c->subjects[i]->findings[k]);
		}
}

void
compare_advices_csv(struct arena *a, const struct comparison *c,
    struct buf *b)
{
	static const char *const names[] = { "onderzoek", "regio",
		"gemeente", "code", "voorbeeld", "nummer", "themas", "tekst",
		"adres", NULL };

	add_names(b, names);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->subjects[i]->n_advices; k++) {
			const struct advice *advice =
			    &c->subjects[i]->advices[k];

			add_subject(b, c, c->subjects[i]);
			add_cell(b, member(a, advice->value, "nummer"));
			add_cell(b, join(a, advice->themas));
			add_cell(b, member(a, advice->value, "tekst"));
			add_cell(b, member(a, advice->value, "html"));
			buf_adds(b, "\r\n");
		}
}
