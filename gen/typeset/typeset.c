/* typeset.c -- stage 5b: document -> blocks -> strips -> pages */
#include "typeset.h"

#include <stdlib.h>

#include "../base/die.h"
#include "page_parts.h"

/* Of the room of a page: if less is used, a long note may be divided. */
static const double filled_part = 0.75;

struct typesetter {
	struct font_library *fonts;
	struct theme *theme;
	struct hyphenator *hyphenator;
};

struct typesetter *
typesetter_new(struct diag *d, const struct value *style)
{
	struct typesetter *t = xmalloc(sizeof *t);

	*t = (struct typesetter){ .fonts = font_library_new() };
	t->theme = theme_new(t->fonts, d, style);
	t->hyphenator = hyphenator_new(d);
	if (t->theme == NULL || t->hyphenator == NULL) {
		typesetter_free(t);
		return NULL;
	}
	return t;
}

void
typesetter_free(struct typesetter *t)
{
	if (t == NULL)
		return;
	hyphenator_free(t->hyphenator);
	theme_free(t->theme);
	font_library_free(t->fonts);
	free(t);
}

/* The pages while they are made. */
struct paging {
	struct placer placer;
	struct flow flow;
	struct page *pages;
	bool *bare, *turned;	/* for each page */
	size_t n;
	const struct sheet *sheet;
	double room;		/* height for text and notes */
};

static struct page *
begin_page(struct paging *g)
{
	struct builder *b = g->placer.builder;
	const struct flow *flow = &g->flow;
	bool bare = false, turned = g->n > 0 && g->turned[g->n - 1];

	if (flow->next < flow->n) {
		bare = flow->strips[flow->next].bare;
		turned = flow->strips[flow->next].landscape;
	}
	g->sheet = theme_sheet(b->theme, turned);
	g->room = g->sheet->height - g->sheet->margin.top -
	    g->sheet->margin.bottom;
	g->pages = arena_grow(b->arena, g->pages, g->n, sizeof *g->pages);
	g->bare = arena_grow(b->arena, g->bare, g->n, sizeof *g->bare);
	g->turned = arena_grow(b->arena, g->turned, g->n, sizeof *g->turned);
	g->bare[g->n] = bare;
	g->turned[g->n] = turned;
	g->pages[g->n] = (struct page){ .width = g->sheet->width,
		.height = g->sheet->height, .label = STR("") };
	return &g->pages[g->n++];
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
	y = g->sheet->height - g->sheet->margin.bottom -
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

static void
make_page(struct paging *g)
{
	struct placer *p = &g->placer;
	struct flow *flow = &g->flow;
	double left, top, head;
	struct fit fit;

	p->page = begin_page(g);
	p->index = g->n - 1;
	p->first_note = p->notes->n_waiting;
	left = g->sheet->margin.left;
	p->top = top = g->sheet->margin.top;
	head = head_height(flow, g->room);
	fit = fit_page(g, g->room - head);
	if (head > 0 && fit.height > 0)
		place_head(p, flow, left, top);
	else
		head = 0;
	place_flow(p, flow, fit, left, top + head);
	place_notes(g, g->room - head - fit.height, fit.height <= 0);
}

static void
make_pages(struct builder *b, const struct block *root)
{
	const struct sheet *sheet = theme_sheet(b->theme, false);
	struct paging g = { .placer.builder = b };

	flow_set(b, &g.flow, root, sheet->width - sheet->margin.left -
	    sheet->margin.right, true);
	g.placer.notes = notes_new(b);
	do
		make_page(&g);
	while (g.flow.next < g.flow.n || notes_are_waiting(g.placer.notes));
	b->layout->pages = g.pages;
	b->layout->n_pages = g.n;
	page_fill_references(&g.placer);
	page_check_links(b);
	page_put_heads(b, g.bare, g.turned);
	page_put_bookmarks(b);
}

struct layout *
typeset(struct typesetter *t, struct arena *arena, struct diag *d,
    const struct document *document)
{
	struct builder b = { .arena = arena, .diag = d, .theme = t->theme,
		.fonts = t->fonts, .hyphenator = t->hyphenator,
		.document = document };
	size_t faults = diag_count(d, DIAG_ERROR);
	struct block *root;

	b.layout = arena_alloc(arena, sizeof *b.layout);
	theme_listen(t->theme, d);
	root = block_tree(&b);
	if (diag_count(d, DIAG_ERROR) > faults)
		return NULL;
	make_pages(&b, root);
	return diag_count(d, DIAG_ERROR) > faults ? NULL : b.layout;
}
