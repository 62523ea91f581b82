/* csv.c -- comparison: tables for a spreadsheet (RFC 4180) */
#include "compare.h"

#include "../base/csv.h"
#include "../content/value/tree.h"

static void
add_subject(struct buf *b, const struct comparison *c,
    const struct subject *s)
{
	csv_cell(b, c->title);
	csv_cell(b, s->regio_name);
	csv_cell(b, s->name);
	csv_cell(b, s->code);
	csv_cell(b, s->is_example ? STR("ja") : STR("nee"));
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

static const struct topic *
find_row(const struct comparison *c, struct str id, struct str *thema)
{
	for (size_t i = 0; i < c->themes.n; i++) {
		const struct topic_group *g = &c->themes.list[i];

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
	const struct topic *row = find_row(c, f->onderdeel, &thema);

	csv_cell(b, thema);
	csv_cell(b, row ? row->title->text : f->onderdeel);
	csv_cell(b, f->good ? STR("goed") : STR("beter"));
	csv_cell(b, join(a, f->indicators));
	csv_cell(b, member(a, f->value, "titel"));
	csv_cell(b, member(a, f->value, "tekst"));
	csv_cell(b, member(a, f->value, "html"));
	csv_end(b);
}

void
compare_findings_csv(struct arena *a, const struct comparison *c,
    struct buf *b)
{
	static const char *const names[] = { "onderzoek", "regio",
		"gemeente", "code", "voorbeeld", "thema", "onderdeel",
		"oordeel", "indicatoren", "titel", "tekst", "adres", NULL };

	csv_names(b, names);
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
		"gemeente", "code", "voorbeeld", "nummer", "kenmerk",
		"status", "themas", "tekst", "adres", NULL };

	csv_names(b, names);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->subjects[i]->n_advices; k++) {
			const struct advice *advice =
			    &c->subjects[i]->advices[k];

			add_subject(b, c, c->subjects[i]);
			csv_cell(b, member(a, advice->value, "nummer"));
			csv_cell(b, member(a, advice->value, "kenmerk"));
			csv_cell(b, value_text_at(advice->value,
			    "stand.status"));
			csv_cell(b, join(a, advice->themas));
			csv_cell(b, member(a, advice->value, "tekst"));
			csv_cell(b, member(a, advice->value, "html"));
			csv_end(b);
		}
}
