/* paging.c -- stage 5b: strips -> pages, chapter by chapter */
#include "paging.h"

#include "page_parts.h"
#include "table.h"

/* Of the room of a page: if less is used, a long note may be divided. */
static const double filled_part = 0.75;
/* If the last page of a chapter has fewer lines, bring them back … */
static const double few_lines = 10;
/* … or else give it more, up to so many. */
static const double last_lines = 6.5;
/* How many pages, at least, may be set again for that. */
enum { end_pages = 8 };

/* The pages while they are made. */
struct paging {
	struct placer placer;
	struct flow flow;
	struct laid_page *pages;
	struct page_kind *kinds;	/* of each */
	size_t n;
	const struct sheet *sheet;
	double room;		/* height for text and notes */
	double longer;		/* that much more of it, in the margin */
	double spare;		/* what is to stay empty of it */
	double leading;		/* of the text */
};

/* A page on a sheet of its kind. */
static struct laid_page *
begin_page(struct paging *g, struct page_kind kind)
{
	struct builder *b = g->placer.builder;

	g->sheet = g->n == 0 && !kind.turned ? theme_first_sheet(b->theme) :
	    theme_sheet(b->theme, kind.turned);
	g->room = g->sheet->height - g->sheet->margin.top -
	    g->sheet->margin.bottom + g->longer;
	g->pages = arena_grow(b->arena, g->pages, g->n, sizeof *g->pages);
	g->kinds = arena_grow(b->arena, g->kinds, g->n, sizeof *g->kinds);
	g->kinds[g->n] = kind;
	g->pages[g->n] = (struct laid_page){ .width = g->sheet->width,
		.height = g->sheet->height, .label = STR("") };
	place_marks(b, &g->pages[g->n], g->sheet);
	return &g->pages[g->n++];
}

/* Notes may go on after the last strip: as the page before. */
static struct page_kind
next_kind(const struct paging *g)
{
	const struct flow *flow = &g->flow;
	const struct strip *strip;

	if (flow->next == flow->n)
		return g->n > 0 ? g->kinds[g->n - 1] :
		    (struct page_kind){ .bare = false };
	strip = &flow->strips[flow->next];
	return (struct page_kind){ strip->bare, strip->landscape,
		strip->front };
}

/*
 * What goes on the page.  Notes stand wholly below their call unless that
 * leaves much of the page empty.
 */
static struct fit
fit_page(struct paging *g, double room)
{
	struct notes *notes = g->placer.notes;
	const struct flow *flow = &g->flow;
	struct fit fit, longer;

	notes_try(notes, room, false);
	fit = flow_fit(flow, room, notes, false);
	if (fit.end == flow->n || (fit.end > flow->next && fit.part == 0 &&
	    flow->strips[fit.end].new_page))
		return fit;
	if (fit.height + notes_demand(notes) < room * filled_part) {
		notes_try(notes, room, true);
		longer = flow_fit(flow, room, notes, false);
		if (longer.height > fit.height)
			fit = longer;
	}
	if (fit.height <= 0 && !notes_are_waiting(notes)) {
		notes_try(notes, room, true);
		fit = flow_fit(flow, room, notes, true);
	}
	return fit;
}

/* The notes that were called, at the foot; some may have to wait. */
static void
place_notes(struct paging *g, double room, bool force)
{
	struct placer *p = &g->placer;
	struct notes *notes = p->notes;
	double left = g->sheet->margin.left, height = notes->rule, y;
	bool goes_on;

	if (!notes_are_waiting(notes))
		return;
	for (size_t i = notes->first; i < notes->n_waiting; i++)
		height += flow_left(&notes->flows[notes->waiting[i]]);
	y = g->sheet->margin.top + g->room -
	    (height < room ? height : room);
	room -= notes->rule;
	if (!force && flow_fit(&notes->flows[notes->waiting[notes->first]],
	    room, NULL, false).height <= 0)
		return;
	goes_on = notes->flows[notes->waiting[notes->first]].next > 0;
	place_note_rule(p, left, y + notes->rule_before, goes_on ?
	    g->sheet->width - left - g->sheet->margin.right : 0);
	y += notes->rule;
	while (notes_are_waiting(notes)) {
		struct flow *flow = &notes->flows[
		    notes->waiting[notes->first]];
		struct fit fit = flow_fit(flow, room, NULL, force);

		place_flow(p, flow, fit, left, y);
		if (flow->next < flow->n)
			return;
		notes->first++;
		y += fit.height;
		room -= fit.height;
		force = false;
	}
}

/* The height of the text on it, without notes and without repeated heads. */
static double
make_page(struct paging *g)
{
	struct placer *p = &g->placer;
	struct flow *flow = &g->flow;
	struct fit fit;

	p->page = begin_page(g, next_kind(g));
	p->index = g->n - 1;
	p->first_note = p->notes->n_waiting;
	p->top = g->sheet->margin.top;
	fit = fit_page(g, g->room - g->spare);
	place_flow(p, flow, fit, g->sheet->margin.left, p->top);
	place_notes(g, g->room - fit.height, fit.height <= 0);
	return fit.height - fit.above - fit.head;
}

/* The start of a page, to which the pages can be taken back. */
struct mark {
	size_t strip, pages, references, destinations, waiting;
	bool is_clean;		/* no note or row goes on from before */
};

/* The last pages of a chapter. */
struct ending {
	struct mark from;
	size_t end;		/* strip */
	size_t n_pages;
	double spaces;		/* sum of the heights of its margins */
	double last;		/* height of the text on its last page */
};

static bool
is_clean(const struct paging *g)
{
	const struct flow *flow = &g->flow;
	const struct row *row;

	if (notes_are_waiting(g->placer.notes))
		return false;
	if (flow->next == flow->n ||
	    flow->strips[flow->next].kind != STRIP_ROW)
		return true;
	row = flow->strips[flow->next].row;
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i]->row < row->index ||
		    row->cells[i]->flow.next > 0)
			return false;
	return true;
}

static struct mark
mark_page(const struct paging *g)
{
	return (struct mark){ .strip = g->flow.next, .pages = g->n,
		.references = g->placer.n_references,
		.destinations = g->placer.builder->layout->n_destinations,
		.waiting = g->placer.notes->n_waiting,
		.is_clean = is_clean(g) };
}

/*
 * Make the pages of a chapter.  Its ending begins at most twice end_pages
 * before the last one, unless a row or note goes on for that long.
 */
static struct ending
set_chapter(struct paging *g)
{
	const struct flow *flow = &g->flow;
	struct ending e = { .from = mark_page(g), .end = flow->next + 1 };
	struct mark next = e.from;

	while (e.end < flow->n && !flow->strips[e.end].new_page)
		e.end++;
	for (;;) {
		e.last = make_page(g);
		if (flow->next == flow->n || flow->next >= e.end)
			break;
		if (g->n < next.pages + end_pages || !is_clean(g))
			continue;
		e.from = next;
		next = mark_page(g);
	}
	e.n_pages = g->n - e.from.pages;
	return e;
}

/* Set an ending again, with margins that are so much of what they were. */
static void
set_again(struct paging *g, struct ending *e, double factor)
{
	struct flow *flow = &g->flow;
	struct placer *p = &g->placer;

	flow_undo(flow, e->from.strip, e->end);
	for (size_t i = e->from.strip; i < e->end; i++) {
		struct strip *strip = &flow->strips[i];

		if (strip->kind != STRIP_SPACE)
			continue;
		flow->left -= strip->height * (1 - factor);
		strip->height *= factor;
	}
	notes_undo(p->notes, e->from.waiting);
	g->n = e->from.pages;
	p->n_references = e->from.references;
	p->builder->layout->n_destinations = e->from.destinations;
	while (flow->next < e->end)
		e->last = make_page(g);
	e->n_pages = g->n - e->from.pages;
}

/* Bring the last lines back: narrower margins, pages that are a line longer. */
static bool
pull_back(struct paging *g, struct ending *e)
{
	static const struct { double factor, longer; } ways[] = {
		{ 0.85, 0 }, { 0.75, 0 }, { 0.75, 1 }
	};
	const size_t pages = e->n_pages;
	const double last = e->last;

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		double longer = ways[i].longer * g->leading;

		if (e->spaces * (1 - ways[i].factor) +
		    longer * (double)(pages - 1) < last)
			continue;
		g->longer = longer;
		set_again(g, e, ways[i].factor);
		g->longer = 0;
		if (e->n_pages < pages)
			return true;
	}
	return false;
}

/* All pages end a little earlier, so that more lines come onto the last. */
static bool
push_on(struct paging *g, struct ending *e, size_t pages, double last)
{
	double missing = last_lines * g->leading - last;

	if (missing <= 0)
		return false;
	g->spare = missing / (double)(pages - 1);
	set_again(g, e, 1);
	g->spare = 0;
	return e->n_pages == pages && e->last > last;
}

/* A chapter should not end with a few lines on a page of their own. */
static void
improve(struct paging *g, struct ending *e)
{
	const size_t pages = e->n_pages;
	const double last = e->last;

	for (size_t i = e->from.strip; i < e->end; i++)
		if (g->flow.strips[i].kind == STRIP_SPACE)
			e->spaces += g->flow.strips[i].whole;
	if (!pull_back(g, e) && !push_on(g, e, pages, last))
		set_again(g, e, 1);
}

/* True if a right-hand page is asked for (on the margin before it, maybe). */
static bool
starts_right(const struct paging *g)
{
	const struct flow *flow = &g->flow;
	size_t i = flow->next;

	if (i < flow->n && flow->strips[i].right_page)
		return true;
	return i > 0 && flow->strips[i - 1].kind == STRIP_SPACE &&
	    flow->strips[i - 1].right_page;
}

static void
make_chapter(struct paging *g)
{
	struct ending e;

	if (starts_right(g) && g->n % 2 == 1)
		begin_page(g, (struct page_kind){ .bare = true,
			.front = g->kinds[g->n - 1].front });
	e = set_chapter(g);
	if (e.n_pages > 1 && e.n_pages <= 3 * end_pages &&
	    e.last < few_lines * g->leading && e.from.is_clean && is_clean(g))
		improve(g, &e);
}

void
paging_make(struct builder *b, const struct block *root)
{
	const struct sheet *sheet = theme_sheet(b->theme, false);
	struct paging g = { .placer.builder = b,
		.leading = root->style->leading };

	flow_set(b, &g.flow, root, sheet->width - sheet->margin.left -
	    sheet->margin.right, true);
	g.placer.notes = notes_new(b);
	do
		make_chapter(&g);
	while (g.flow.next < g.flow.n || notes_are_waiting(g.placer.notes));
	b->layout->pages = g.pages;
	b->layout->n_pages = g.n;
	page_put_labels(b, g.kinds);
	page_fill_references(&g.placer);
	page_check_links(b);
	page_put_heads(b, g.kinds);
	page_put_bookmarks(b);
}
