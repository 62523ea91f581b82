/* compare.c -- comparison: which reports are compared, in what order */
#include "compare.h"

#include "../base/diag.h"
#include "../content/value/tree.h"

bool
row_has(const struct topic *row, const struct finding *f)
{
	if (!row->number)
		return str_eq(row->id, f->onderdeel);
	for (size_t i = 0; i < f->indicators->n; i++)
		if (f->indicators->items[i]->number == row->number)
			return true;
	return false;
}

static struct topic_group *
add_group(struct arena *a, struct topics *groups, struct str id,
    struct value *title)
{
	struct topic_group *g;

	groups->list = arena_grow(a, groups->list, groups->n,
	    sizeof *groups->list);
	g = &groups->list[groups->n++];
	*g = (struct topic_group){ .id = id, .title = title };
	return g;
}

static void
add_row(struct arena *a, struct topic_group *g, struct topic row)
{
	g->rows = arena_grow(a, g->rows, g->n, sizeof *g->rows);
	g->rows[g->n++] = row;
}

/* An onderdeel without title goes by that of its thema. */
static void
find_themes(struct arena *a, struct comparison *c)
{
	const struct value *themas = value_find(
	    c->subjects[0]->onderzoek_data, "themas");

	for (size_t i = 0; i < themas->n; i++) {
		struct value *thema = themas->items[i], *title;
		const struct value *list = value_find(thema, "onderdelen");
		struct topic_group *g = add_group(a, &c->themes,
		    value_text_at(thema, "id"), value_find(thema, "titel"));

		for (size_t k = 0; list && k < list->n; k++) {
			title = value_find(list->items[k], "titel");
			add_row(a, g, (struct topic){
				.id = value_text_at(list->items[k], "id"),
				.title = value_text(title).n ? title :
				    g->title,
			});
		}
	}
}

/* The indicators with a number; the kader may give one as a text. */
static void
add_indicators(struct arena *a, struct topic_group *g, const struct value *list)
{
	for (size_t i = 0; list && i < list->n; i++) {
		const struct value *number = value_find(list->items[i],
		    "nummer");

		if (number && number->kind == VALUE_NUMBER)
			add_row(a, g, (struct topic){
				.number = number->number,
				.title = tree_inline(a, value_find(
				    list->items[i], "indicator")),
			});
	}
}

static void
find_indicators(struct arena *a, struct comparison *c)
{
	const struct value *themas = value_find(c->subjects[0]->kader,
	    "themas");

	for (size_t i = 0; themas && themas->kind == VALUE_LIST &&
	    i < themas->n; i++) {
		const struct value *criteria = value_find(themas->items[i],
		    "criteria");
		struct topic_group *g = add_group(a, &c->indicators, STR(""),
		    tree_inline(a, value_find(themas->items[i], "thema")));

		for (size_t k = 0; criteria && k < criteria->n; k++)
			add_indicators(a, g, value_find(criteria->items[k],
			    "indicatoren"));
		if (!g->n)
			c->indicators.n--;
	}
}

/* Subjects of one region are next to each other already. */
static void
find_areas(struct arena *a, struct comparison *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct subject *s = c->subjects[i];
		struct area *last = c->n_areas ?
		    &c->areas[c->n_areas - 1] : NULL;

		if (last && str_eq(last->folder, s->regio)) {
			last->to = i + 1;
			continue;
		}
		c->areas = arena_grow(a, c->areas, c->n_areas,
		    sizeof *c->areas);
		c->areas[c->n_areas++] = (struct area){ s->regio,
			s->regio_name, i, i + 1, s->is_example };
	}
}

static void
take(struct arena *a, struct comparison *c, struct subject *s)
{
	c->subjects = arena_grow(a, c->subjects, c->n, sizeof *c->subjects);
	c->subjects[c->n++] = s;
}

/* How many folders down the kader of a report stands; if none, far. */
static size_t
kader_depth(const struct subject *s)
{
	size_t n = s->kader_file.n ? 0 : (size_t)-1;

	for (size_t i = 0; i < s->kader_file.n; i++)
		n += s->kader_file.s[i] == '/';
	return n;
}

/* The first whose kader stands highest: that is the one of the onderzoek. */
static const struct subject *
find_norm(struct subject *const *subjects, size_t n)
{
	const struct subject *norm = subjects[0];

	for (size_t i = 1; i < n; i++)
		if (kader_depth(subjects[i]) < kader_depth(norm))
			norm = subjects[i];
	return norm;
}

/* Another version may be meant; another kader is a mistake. */
static bool
same_kader(const struct subject *norm, const struct subject *s,
    struct diag *d)
{
	struct str ours = value_text_at(norm->kader, "versie");
	struct str theirs = value_text_at(s->kader, "versie");

	if (str_eq(norm->kader_file, s->kader_file))
		return true;
	if (ours.n && theirs.n && !str_eq(ours, theirs))
		diag_path(d, s->kader_file.s, DIAG_COMPARE_VERSION, s->name.s,
		    theirs.s, ours.s);
	else
		diag_path(d, s->kader_file.s, DIAG_COMPARE_KADER, s->name.s,
		    norm->kader_file.s);
	return false;
}

/* Where the region ends that begins at i. */
static size_t
region_end(struct subject *const *subjects, size_t n, size_t i)
{
	size_t end = i + 1;

	while (end < n && str_eq(subjects[end]->regio, subjects[i]->regio))
		end++;
	return end;
}

/* Regions that are made up come last, so that they stand apart. */
static void
take_regions(struct arena *a, struct diag *d, struct comparison *c,
    struct subject *const *subjects, size_t n)
{
	const struct subject *norm = find_norm(subjects, n);
	size_t end;

	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < n; i = end) {
			end = region_end(subjects, n, i);
			if (subjects[i]->is_example != (pass == 1))
				continue;
			for (size_t k = i; k < end; k++)
				if (same_kader(norm, subjects[k], d))
					take(a, c, subjects[k]);
		}
}

static void
add_comparison(struct arena *a, struct diag *d,
    struct subject *const *subjects, size_t n, struct comparisons *all)
{
	struct comparison c = { .folder = subjects[0]->onderzoek };
	const struct value *onderzoek;

	take_regions(a, d, &c, subjects, n);
	if (c.n < 2)
		return;
	onderzoek = c.subjects[0]->onderzoek_data;
	c.title = value_text_at(onderzoek, "titel");
	c.author = value_text_at(onderzoek, "afzender.naam");
	find_areas(a, &c);
	find_themes(a, &c);
	find_indicators(a, &c);
	all->list = arena_grow(a, all->list, all->n, sizeof *all->list);
	all->list[all->n++] = c;
}

void
compare_find(struct arena *a, struct diag *d, struct subject *const *subjects,
    size_t n, struct comparisons *all)
{
	struct subject **list = arena_array(a, n + 1, sizeof *list);
	size_t kept = 0, to;

	*all = (struct comparisons){ 0 };
	for (size_t i = 0; i < n; i++)
		if (subjects[i] && subjects[i]->n_findings)
			list[kept++] = subjects[i];
	for (size_t from = 0; from < kept; from = to) {
		to = from + 1;
		while (to < kept && str_eq(list[to]->onderzoek,
		    list[from]->onderzoek))
			to++;
		add_comparison(a, d, list + from, to - from, all);
	}
}
