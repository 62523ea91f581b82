/* paging.c -- stage 5b: strips -> pages, chapter by chapter */
#include "paging.h"

#include "page_parts.h"

/* Of the room of a page: if less is used, a long note may be divided. */
static const double filled_part = 0.75;
/* The last page of a chapter should have more lines. */
static const double last_lines = 6.5;

/* The pages while they are made. */
struct paging {
	struct placer placer;
	struct flow flow;
	struct page *pages;
	struct page_kind *kinds;	/* of each */
	size_t n;
	const struct sheet *sheet;
	double room;		/* height for text and notes */
	double longer;		/* that much more of it, in the margin */
	double spare;		/* what is to stay empty of it */
	double leading;		/* of the text */
};

/* A page on a sheet of its kind. */
static struct page *
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
	g->pages[g->n] = (struct page){ .width = g->sheet->width,
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

	if (!notes_are_waiting(notes))
		return;
	for (size_t i = notes->first; i < notes->n_waiting; i++)
		height += notes->flows[notes->waiting[i]].left;
	y = g->sheet->margin.top + g->room -
	    (height < room ? height : room);
	room -= notes->rule;
	if (!force && flow_fit(&notes->flows[notes->waiting[notes->first]],
	    room, NULL, false).height <= 0)
		return;
	place_note_rule(p, left, y + notes->rule_before);
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

/* The height of the text on it, without notes. */
static double
make_page(struct paging *g)
{
	struct placer *p = &g->placer;
	struct flow *flow = &g->flow;
	double left, top, head;
	struct fit fit;

	p->page = begin_page(g, next_kind(g));
	p->index = g->n - 1;
	p->first_note = p->notes->n_waiting;
	left = g->sheet->margin.left;
	p->top = top = g->sheet->margin.top;
	head = head_height(flow, g->room);
	fit = fit_page(g, g->room - head - g->spare);
	if (head > 0 && fit.height > 0)
		place_head(p, flow, left, top);
	else
		head = 0;
	place_flow(p, flow, fit, left, top + head);
	place_notes(g, g->room - head - fit.height, fit.height <= 0);
	return head + fit.height;
}

/* What to go back to when a chapter is set again. */
struct chapter {
	size_t first, end;	/* strips */
	size_t pages, references, destinations, waiting;
	size_t n_pages;		/* that it takes */
	double *heights;	/* of its strips by the house style */
	double spaces;		/* sum of the heights of its margins */
	double last;		/* height of the text on its last page */
};

static struct chapter
begin_chapter(const struct paging *g)
{
	const struct flow *flow = &g->flow;
	struct chapter c = { .first = flow->next, .end = flow->next + 1,
		.pages = g->n, .references = g->placer.n_references,
		.destinations = g->placer.builder->layout->n_destinations,
		.waiting = g->placer.notes->n_waiting };

	while (c.end < flow->n && !flow->strips[c.end].new_page)
		c.end++;
	return c;
}

static void
set_pages(struct paging *g, struct chapter *c)
{
	const struct flow *flow = &g->flow;

	do
		c->last = make_page(g);
	while (flow->next < flow->n && flow->next < c->end);
	c->n_pages = g->n - c->pages;
}

static bool
has_rows(const struct flow *flow, size_t first, size_t end)
{
	for (; first < end; first++)
		if (flow->strips[first].kind == STRIP_ROW ||
		    flow->strips[first].kind == STRIP_FIXED)
			return true;
	return false;
}

/*
 * A chapter can be set again if its notes are all its own and if it has no
 * rows, whose cells are used up as they are placed.
 */
static bool
can_repeat(const struct paging *g, const struct chapter *c)
{
	const struct notes *notes = g->placer.notes;

	if (notes_are_waiting(notes) || has_rows(&g->flow, c->first, c->end))
		return false;
	for (size_t i = c->waiting; i < notes->n_waiting; i++) {
		const struct flow *flow = &notes->flows[notes->waiting[i]];

		if (has_rows(flow, 0, flow->n))
			return false;
	}
	return true;
}

/* Take its pages back, and make its margins so much of what they were. */
static void
undo(struct paging *g, struct chapter *c, double factor)
{
	struct flow *flow = &g->flow;

	for (size_t i = c->first; i < c->end; i++) {
		struct strip *strip = &flow->strips[i];

		if (i < flow->next)
			flow->left += strip->height;
		flow->left -= strip->height;
		strip->height = c->heights[i - c->first];
		if (strip->kind == STRIP_SPACE)
			strip->height *= factor;
		flow->left += strip->height;
	}
	flow->next = c->first;
	notes_undo(g->placer.notes, c->waiting);
	g->n = c->pages;
	g->placer.n_references = c->references;
	g->placer.builder->layout->n_destinations = c->destinations;
}

static void
keep_heights(struct paging *g, struct chapter *c)
{
	c->heights = arena_array(g->placer.builder->arena, c->end - c->first,
	    sizeof *c->heights);
	for (size_t i = c->first; i < c->end; i++) {
		c->heights[i - c->first] = g->flow.strips[i].height;
		if (g->flow.strips[i].kind == STRIP_SPACE)
			c->spaces += g->flow.strips[i].height;
	}
}

/*
 * A chapter that ends with a few lines on a page: narrower margins and pages
 * that are a line longer may bring them back, or else all its pages end a
 * little earlier so that more lines come onto the last.
 */
static void
improve(struct paging *g, struct chapter *c)
{
	static const struct { double factor, longer; } ways[] = {
		{ 0.85, 0 }, { 0.75, 0 }, { 0.75, 1 }
	};
	const size_t pages = c->n_pages;
	const double last = c->last;

	keep_heights(g, c);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		double longer = ways[i].longer * g->leading;

		if (c->spaces * (1 - ways[i].factor) +
		    longer * (double)(pages - 1) < last)
			continue;
		undo(g, c, ways[i].factor);
		g->longer = longer;
		set_pages(g, c);
		g->longer = 0;
		if (c->n_pages < pages)
			return;
	}
	undo(g, c, 1);
	g->spare = (last_lines * g->leading - last) / (double)(pages - 1);
	set_pages(g, c);
	g->spare = 0;
	if (c->n_pages == pages && c->last > last)
		return;
	undo(g, c, 1);
	set_pages(g, c);
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
	bool was_waiting = notes_are_waiting(g->placer.notes);
	struct chapter c;

	if (starts_right(g) && g->n % 2 == 1)
		begin_page(g, (struct page_kind){ .bare = true,
			.front = g->kinds[g->n - 1].front });
	c = begin_chapter(g);
	set_pages(g, &c);
	if (c.n_pages > 1 && c.last < last_lines * g->leading && !was_waiting &&
	    can_repeat(g, &c))
		improve(g, &c);
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
