/* place.c -- stage 5b: strips -> items at their place on a page */
#include "place.h"

#include <math.h>

#include "table.h"

/* Distance of the dots before a page number, in parts of the size. */
static const double dot_distance = 0.6;
static const double dot_gap = 6;	/* between the text and the first */

struct item *
page_add(struct builder *b, struct laid_page *page, struct item item)
{
	page->items = arena_grow(b->arena, page->items, page->n_items,
	    sizeof item);
	page->items[page->n_items] = item;
	return &page->items[page->n_items++];
}

void
page_add_link(struct builder *b, struct laid_page *page, struct link link)
{
	page->links = arena_grow(b->arena, page->links, page->n_links,
	    sizeof link);
	page->links[page->n_links++] = link;
}

static void
add_item(struct placer *p, struct item item)
{
	if (p->repeats)
		item.tag = TAG_LAYOUT;
	page_add(p->builder, p->page, item);
}

static void
add_rule(struct placer *p, struct color color, double x, double y,
    double width, double height)
{
	if (width > 0 && height > 0)
		add_item(p, (struct item){ .kind = ITEM_RULE,
			.tag = TAG_LAYOUT, .x = x, .y = y, .width = width,
			.height = height, .color = color });
}

static void
add_destination(struct placer *p, struct str id, double x, double y)
{
	struct layout *layout = p->builder->layout;

	if (p->repeats)
		return;
	layout->destinations = arena_grow(p->builder->arena,
	    layout->destinations, layout->n_destinations,
	    sizeof *layout->destinations);
	layout->destinations[layout->n_destinations++] =
	    (struct destination){ id, p->index, x, y };
}

/* Lines under and through the text of a run. */
static void
place_strokes(struct placer *p, const struct text_run *run, double x,
    double base)
{
	struct font_metrics m;
	double thickness;

	if (!run->underline && !run->strike)
		return;
	m = font_metrics(run->font);
	thickness = fmax(m.underline_thickness * run->size, 0.25);
	if (run->underline)
		add_rule(p, run->color, x, base - thickness / 2 -
		    m.underline_position * run->size, run->width, thickness);
	if (run->strike)
		add_rule(p, run->color, x, base - thickness / 2 -
		    m.x_height / 2 * run->size, run->width, thickness);
}

static void
place_run(struct placer *p, const struct text_run *run, double x, double base)
{
	add_item(p, (struct item){ .kind = ITEM_TEXT, .tag = run->tag,
		.x = x + run->x, .y = base, .width = run->width,
		.height = run->size, .color = run->color, .font = run->font,
		.rise = run->rise, .text = run->text, .glyphs = run->glyphs,
		.n_glyphs = run->n_glyphs });
	place_strokes(p, run, x + run->x, base);
}

/* x is that of the block; the line tells where it begins in it. */
static void
place_line(struct placer *p, const struct line *line, double x, double y)
{
	double base = y + line->baseline;

	x += line->x;
	for (size_t i = 0; i < line->n_anchors; i++)
		add_destination(p, line->anchors[i], x, y);
	for (size_t i = 0; i < line->n_runs; i++)
		place_run(p, &line->runs[i], x, base);
	for (size_t i = 0; i < line->n_pictures; i++) {
		const struct line_picture *picture = &line->pictures[i];

		add_item(p, (struct item){ .kind = ITEM_PICTURE,
			.tag = picture->tag, .x = x + picture->x,
			.y = base + picture->drop - picture->height,
			.width = picture->width,
			.height = picture->height, .path = picture->path });
	}
	for (size_t i = 0; i < line->n_links && !p->repeats; i++) {
		const struct line_link *link = &line->links[i];

		page_add_link(p->builder, p->page, (struct link){
			.tag = link->tag, .x = x + link->x, .y = y,
			.width = link->width, .height = line->height,
			.target = link->target, .is_uri = link->is_uri });
	}
	for (size_t i = 0; i < line->n_notes && !p->repeats; i++)
		notes_call(p->notes, line->notes[i], p->first_note);
}

void
place_paragraph(struct placer *p, const struct paragraph *paragraph, double x,
    double y)
{
	for (size_t i = 0; i < paragraph->n; i++) {
		place_line(p, &paragraph->lines[i], x, y);
		y += paragraph->lines[i].height;
	}
}

/* Dots between the text of an entry of the contents and its number. */
static void
place_dots(struct placer *p, const struct style *style, double from,
    double to, double base)
{
	const struct shaped_word *dot = font_shape(style->font, STR("."));
	double distance = style->size * dot_distance;
	struct placed_glyph *glyphs;
	struct buf text = BUF_INIT;
	/* On a grid of the page, so that the dots of all lines agree. */
	const double first = ceil(from / distance) * distance;
	double x = first;
	size_t n = 0;

	if (dot->n != 1 || x + distance > to)
		return;
	glyphs = arena_array(p->builder->arena,
	    (size_t)((to - x) / distance) + 1, sizeof *glyphs);
	for (; x + distance <= to; x += distance) {
		glyphs[n++] = (struct placed_glyph){ x - first,
			dot->glyphs[0].id, 1 };
		buf_addc(&text, '.');
	}
	add_item(p, (struct item){ .kind = ITEM_TEXT, .tag = TAG_LAYOUT,
		.x = first, .y = base, .width = glyphs[n - 1].x +
		dot->advance * style->size,
		.height = style->size, .color = style->color,
		.font = style->font,
		.text = buf_detach(&text, p->builder->arena),
		.glyphs = glyphs, .n_glyphs = n });
}

/*
 * Room for a page number, which is known when all pages are.  The link of the
 * entry reaches on to it.
 */
static void
place_reference(struct placer *p, const struct strip *strip, double x,
    double y)
{
	const struct line *line = strip->line;
	double right = x + strip->x + strip->width;
	double base = y + line->baseline;
	int tag = line->n_links > 0 ? line->links[line->n_links - 1].tag :
	    line->n_runs > 0 ? line->runs[line->n_runs - 1].tag : TAG_LAYOUT;
	struct link *link;

	p->references = arena_grow(p->builder->arena, p->references,
	    p->n_references, sizeof *p->references);
	p->references[p->n_references++] = (struct page_reference){
		.page = p->index, .item = p->page->n_items,
		.target = strip->page_of, .style = strip->style,
		.right = right };
	add_item(p, (struct item){ .kind = ITEM_TEXT, .tag = tag, .x = right,
		.y = base });
	if (line->n_links > 0) {
		link = &p->page->links[p->page->n_links - 1];
		link->width = right - link->x;
	}
	place_dots(p, strip->style, x + strip->x + line->x + line->width +
	    dot_gap, right - strip->number_room, base);
}

void
place_marks(struct builder *b, struct laid_page *page,
    const struct sheet *sheet)
{
	struct placer p = { .builder = b, .page = page };
	const struct color gray = { 0.5, 0.5, 0.5 };

	for (size_t i = 0; i < sheet->n_marks; i++) {
		const struct position *m = &sheet->marks[i];

		add_rule(&p, gray, m->left, m->top, m->width,
		    m->height > 0 ? m->height : 0.25);
	}
}

void
place_note_rule(struct placer *p, double x, double y, double width)
{
	const struct style *style = p->notes->rule_style;

	add_rule(p, style->border_color, x, y,
	    width > 0 ? width : style->width, style->border.top);
}

/* From the top of a strip: of its first line, or that line on a picture. */
static double
first_baseline(const struct strip *strip, const struct line *label)
{
	const struct cell *cell;
	double y;

	if (strip->kind == STRIP_LINE)
		return strip->line->baseline;
	if (strip->kind != STRIP_ROW || strip->row->n == 0)
		return label->baseline;
	cell = strip->row->cells[0];
	y = cell->inset.top;
	for (size_t i = 0; i < cell->flow.n; i++) {
		strip = &cell->flow.strips[i];
		if (strip->kind != STRIP_SPACE && strip->kind != STRIP_EDGE)
			return y + first_baseline(strip, label);
		y += strip->height;
	}
	return y + label->baseline;
}

/* What hangs before a strip, where that begins. */
static void
place_labels(struct placer *p, const struct strip *strip, double x, double y)
{
	if (strip->kind == STRIP_ROW && strip->row->n > 0 &&
	    strip->row->cells[0]->flow.next > 0)
		return;
	for (const struct label *l = strip->labels; l; l = l->next)
		place_line(p, l->line, x + l->x, y +
		    first_baseline(strip, l->line) - l->line->baseline);
}

static void
place_strip(struct placer *p, const struct strip *strip, double x, double y)
{
	const struct block *picture = strip->picture;

	for (const struct anchor *a = strip->anchors; a; a = a->next)
		add_destination(p, a->id, x + strip->x, y);
	place_labels(p, strip, x, y);
	switch (strip->kind) {
	case STRIP_LINE:
		place_line(p, strip->line, x + strip->x, y);
		if (strip->page_of.n > 0 && !p->repeats)
			place_reference(p, strip, x, y);
		break;
	case STRIP_PICTURE:
		add_item(p, (struct item){ .kind = ITEM_PICTURE,
			.tag = picture->tag, .x = x + strip->x, .y = y,
			.width = strip->width, .height = strip->height,
			.path = picture->path });
		break;
	case STRIP_RULE:
		add_rule(p, strip->style->border_color, x + strip->x, y,
		    strip->width, strip->height);
		break;
	case STRIP_FIXED:
		if (!p->repeats)
			place_flow(p, strip->fixed, flow_rest(strip->fixed),
			    strip->style->position.left,
			    strip->style->position.top);
		break;
	case STRIP_SPACE:
	case STRIP_EDGE:
	case STRIP_ROW:
		break;
	}
}

void
place_frame(struct placer *p, const struct frame *f)
{
	const struct style *s = f->style;

	if (s->has_background)
		add_item(p, (struct item){ .kind = ITEM_FILL,
			.tag = TAG_BACKGROUND, .x = f->x, .y = f->y,
			.width = f->width, .height = f->height,
			.color = s->background });
	if (f->is_top)
		add_rule(p, s->border_color, f->x, f->y, f->width,
		    s->border.top);
	if (f->is_bottom)
		add_rule(p, s->border_color, f->x, f->y + f->height -
		    s->border.bottom, f->width, s->border.bottom);
	add_rule(p, s->border_color, f->x, f->y, s->border.left, f->height);
	add_rule(p, s->border_color, f->x + f->width - s->border.right, f->y,
	    s->border.right, f->height);
}

/* Where the strips of a fit begin on the page: one more than there are. */
struct tops {
	size_t first, end;	/* strips */
	double top, bottom;	/* with the padding of boxes that are cut */
	double below;		/* that padding at the bottom */
	double *y;
};

static struct tops
find_tops(struct placer *p, const struct flow *flow, size_t from,
    struct fit fit, double y)
{
	struct tops tops = { .first = from, .end = fit.end + (fit.part > 0),
		.top = y, .bottom = y + fit.height, .below = fit.below };

	y += fit.above + fit.head;
	tops.y = arena_array(p->builder->arena, tops.end - from + 1,
	    sizeof *tops.y);
	tops.y[0] = y;
	for (size_t i = from; i < tops.end; i++) {
		y += i == fit.end ? fit.part : flow->strips[i].height;
		tops.y[i - from + 1] = y;
	}
	return tops;
}

/*
 * The part of a box that is on this page.  Where it is cut it reaches as far as
 * its padding and that of the cut boxes in it.
 */
static struct frame
frame_of(const struct flow *flow, const struct box *box,
    const struct tops *tops, bool divided)
{
	const struct box none = { .above = 0 };
	const struct box *parent = box->parent < 0 ? &none :
	    &flow->boxes[box->parent];
	struct frame f = { .style = box->style,
		.is_top = box->first >= tops->first,
		.is_bottom = box->end <= tops->end - divided };
	double bottom;

	f.y = f.is_top ? tops->y[box->first - tops->first] :
	    tops->top + parent->above;
	bottom = f.is_bottom ? tops->y[box->end - tops->first] :
	    tops->bottom - fmin(parent->below, tops->below);
	f.height = bottom - f.y;
	return f;
}

static void
place_box(struct placer *p, const struct flow *flow, const struct box *box,
    const struct tops *tops, double x, bool divided)
{
	struct frame frame = frame_of(flow, box, tops, divided);

	frame.x = x + box->x;
	frame.width = box->width;
	if (box->style->bleed) {
		if (frame.y <= p->top) {
			frame.height += frame.y;
			frame.y = 0;
		}
		frame.x = 0;
		frame.width = p->page->width;
	}
	if (frame.height > 0)
		place_frame(p, &frame);
}

/* Boxes that began before the page, the outermost first. */
static void
place_open_boxes(struct placer *p, const struct flow *flow, int index,
    const struct tops *tops, double x, bool divided)
{
	const struct box *box;

	if (index < 0)
		return;
	box = &flow->boxes[index];
	place_open_boxes(p, flow, box->parent, tops, x, divided);
	if (box->first < tops->first)
		place_box(p, flow, box, tops, x, divided);
}

static void
place_boxes(struct placer *p, const struct flow *flow,
    const struct tops *tops, double x, bool divided)
{
	size_t low = 0, high = flow->n_boxes;

	if (tops->first == tops->end)
		return;
	place_open_boxes(p, flow, flow->strips[tops->first].box, tops, x,
	    divided);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (flow->boxes[middle].first < tops->first)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < flow->n_boxes && flow->boxes[low].first < tops->end;
	    low++)
		place_box(p, flow, &flow->boxes[low], tops, x, divided);
}

void
place_flow(struct placer *p, struct flow *flow, struct fit fit, double x,
    double y)
{
	/* A head that is repeated is on a page already: take all of it. */
	size_t from = p->repeats ? 0 : flow->next;
	struct tops tops;

	if (p->repeats)
		fit.above = fit.head = 0;
	tops = find_tops(p, flow, from, fit, y);
	place_boxes(p, flow, &tops, x, fit.part > 0);
	if (fit.head > 0)
		place_head(p, flow, x, y + fit.above);
	for (size_t i = from; i < tops.end; i++) {
		const struct strip *strip = &flow->strips[i];

		place_strip(p, strip, x, tops.y[i - from]);
		if (strip->kind == STRIP_ROW)
			place_row(p, flow, fit, i, x, tops.y[i - from]);
	}
	if (!p->repeats)
		flow_take(flow, fit);
}
