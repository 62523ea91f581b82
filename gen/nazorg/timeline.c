/* timeline.c -- nazorg: the tree of a picture from day to day */
#include "overview_tree.h"

#include "../content/value/dutch.h"
#include "../content/value/tree.h"

enum {
	ROWS = 18,		/* of a picture: it must fit on a page */
	WIDTH = 900, NAME_WIDTH = 230, RIGHT = 20,
	HEAD_HEIGHT = 66, ROW_HEIGHT = 26, FOOT_HEIGHT = 4,
	MOST_TICKS = 12
};

static struct str
region_folder(const struct dossier *d)
{
	size_t from = str_find(d->path, "/", 0), to;

	if (from == (size_t)-1)
		return STR("onderzoek");
	to = str_find(d->path, "/", from + 1);
	return str_slice(d->path, from + 1, to < d->path.n ? to : d->path.n);
}

static void
add_timeline(struct arena *a, const struct overview *o, size_t from,
    size_t to, size_t part, struct timelines *all)
{
	const struct dossier *d = o->list[from].dossier;
	struct str folder = region_folder(d);
	struct timeline t = { .from = from, .to = to, .width = WIDTH,
		.height = HEAD_HEIGHT + (double)((to - from) * ROW_HEIGHT) +
		    FOOT_HEIGHT };

	t.name = part ? arena_printf(a, "tijdlijn-%.*s-%zu", (int)folder.n,
	    folder.s, part + 1) : arena_printf(a, "tijdlijn-%.*s",
	    (int)folder.n, folder.s);
	t.title = d->region.n ? d->region : o->title;
	if (part)
		t.title = arena_printf(a, "%s, deel %zu", t.title.s,
		    part + 1);
	all->list = arena_grow(a, all->list, all->n, sizeof *all->list);
	all->list[all->n++] = t;
}

/* --- the scale --- */

static double
place(const struct timelines *s, day_number day)
{
	double share = (double)(day - s->first) / (s->last - s->first);

	return NAME_WIDTH + (int)(share * (WIDTH - NAME_WIDTH - RIGHT) * 10 +
	    0.5) / 10.0;
}

static void
widen(struct timelines *s, day_number day)
{
	if (s->first == DAY_NONE || day < s->first)
		s->first = day;
	if (s->last == DAY_NONE || day > s->last)
		s->last = day;
}

/* The year and month of a day, counted in months. */
static int
month_of(day_number day)
{
	struct date date = day_date(day);

	return date.year * 12 + date.month - 1;
}

static day_number
month_start(int month)
{
	return day_from_date((struct date){ month / 12, month % 12 + 1, 1 });
}

/* Whole months around all events. */
static void
set_scale(struct arena *a, const struct overview *o, struct timelines *s)
{
	s->first = s->last = DAY_NONE;
	widen(s, o->today);
	for (size_t i = 0; i < o->n; i++) {
		struct events e;

		events_find(a, &o->list[i], &e);
		if (e.n) {
			widen(s, e.list[0].day);
			widen(s, e.list[e.n - 1].day);
		}
	}
	s->first = month_start(month_of(s->first));
	s->last = month_start(month_of(s->last) + 1);
}

void
timelines_find(struct arena *a, const struct overview *o,
    struct timelines *all)
{
	size_t from = 0, part = 0;

	*all = (struct timelines){ 0 };
	set_scale(a, o, all);
	for (size_t i = 1; i <= o->n; i++) {
		bool same = i < o->n && str_eq(
		    region_folder(o->list[i].dossier),
		    region_folder(o->list[from].dossier)) &&
		    o->list[i].dossier->is_example ==
		    o->list[from].dossier->is_example;

		if (same && i - from < ROWS)
			continue;
		add_timeline(a, o, from, i, part, all);
		part = same ? part + 1 : 0;
		from = i;
	}
}

static void
add_ticks(struct arena *a, struct value *tree, const struct timelines *s)
{
	static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120 };
	struct value *list = tree_list(a, tree, "maanden");
	int first = month_of(s->first), last = month_of(s->last);
	size_t i = 0;

	while (i + 1 < sizeof steps / sizeof *steps &&
	    (last - first) / steps[i] > MOST_TICKS)
		i++;
	for (int m = first; m < last; m += steps[i]) {
		struct value *map = tree_add(a, list);
		struct str name = dutch_month((unsigned)(m % 12 + 1));

		tree_number(a, map, "x", place(s, month_start(m)));
		tree_text(a, map, "naam", arena_printf(a, "%.3s %d",
		    str_is(name, "maart") ? "mrt" : name.s, m / 12));
	}
}

/* --- the rows --- */

/* Which list of marks an event is in; NULL: not drawn. */
static const char *const marks[EVENT_KINDS] = {
	[EVENT_LETTER] = "brieven",
	[EVENT_INVITATION] = "brieven",
	[EVENT_CLOSING] = "brieven",
	[EVENT_REMINDER] = "herinneringen",
	[EVENT_REPLY] = "antwoorden",
	[EVENT_TALK] = "gesprekken",
	[EVENT_CHECK] = "gesprekken",
	[EVENT_TALK_PLANNED] = "plannen",
	[EVENT_ASKED] = "eerdere",
	[EVENT_DUE] = "termijnen",
};

static void
add_marks(struct arena *a, struct value *row, const struct events *e,
    const struct timelines *s)
{
	static const char *const names[] = { "brieven", "herinneringen",
		"antwoorden", "gesprekken", "plannen", "eerdere",
		"termijnen" };
	struct value *list;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		tree_list(a, row, names[i]);
	for (size_t i = 0; i < e->n; i++) {
		const char *name = marks[e->list[i].kind];

		list = name ? value_find(row, name) : NULL;
		if (list)
			tree_number(a, tree_add(a, list), "x",
			    place(s, e->list[i].day));
	}
}

static void
add_row(struct arena *a, struct value *list, const struct follow *f,
    const struct timelines *s)
{
	struct value *row = tree_add(a, list);
	struct events e;

	events_find(a, f, &e);
	tree_text(a, row, "naam", f->dossier->name);
	tree_bool(a, row, "laat", f->standing.is_late);
	tree_number(a, row, "y", HEAD_HEIGHT + (double)((list->n - 1) *
	    ROW_HEIGHT));
	tree_number(a, row, "begin", e.n ? place(s, e.list[0].day) : 0);
	tree_number(a, row, "lengte", e.n ? place(s, e.list[e.n - 1].day) -
	    place(s, e.list[0].day) : 0);
	add_marks(a, row, &e, s);
}

struct value *
timeline_tree(struct arena *a, const struct overview *o,
    const struct timelines *s, const struct timeline *t)
{
	struct value *tree = tree_new(a), *list;

	tree_number(a, tree, "breedte", t->width);
	tree_number(a, tree, "hoogte", t->height);
	tree_number(a, tree, "onder", t->height - FOOT_HEIGHT);
	tree_value(a, tree, "kleur", (struct value *)o->colors);
	tree_number(a, tree, "vandaag", place(s, o->today));
	add_ticks(a, tree, s);
	list = tree_list(a, tree, "rijen");
	for (size_t i = t->from; i < t->to; i++)
		add_row(a, list, &o->list[i], s);
	return tree;
}
