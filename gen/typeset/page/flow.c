/* flow.c -- stage 5b: blocks of a given width -> strips below each other */
#include "flow.h"

#include <math.h>

#include "keep.h"
#include "table.h"

/* Of the height of the text: what is kept together if it is lower. */
static const double kept_part = 1.0 / 3;
/* Of the height of the text: what a picture may take; in a cell it stands
   below a table's head. */
static const double picture_part = 0.75, cell_picture_part = 0.5;
/* Of the height of the text: a higher head of a table is not repeated. */
static const double head_part = 1.0 / 3, cell_head_part = 1.0 / 6;
/* Of the height of the text: what padding may take where a box is cut. */
static const double cut_part = 1.0 / 8;
/* What stays with the heading above it, at least. */
enum { heading_lines = 2 };
/* Width in points before a page number, for the last dot and a gap. */
static const double number_gap = 8;

/* What is known while the strips are made. */
struct setter {
	struct builder *builder;
	struct flow *flow;
	double space;		/* margin that the next strip will follow */
	enum penalty penalty;	/* of the next strip */
	int heading_lines;	/* still to come, to stay with a heading */
	bool at_start;		/* just inside a box: no margin here */
	enum page_start new_page;
	bool landscape, bare, front;
	bool has_pages;		/* the flow of the document itself */
	double page_height;	/* of the text */
	int box;
	struct label *labels, **labels_end;	/* for the next line */
	struct anchor *anchors, **anchors_end;	/* for the next strip */
};

static void set_block(struct setter *, const struct block *, double x,
    double width);

static struct strip *
push(struct setter *s, struct strip strip)
{
	struct flow *flow = s->flow;

	strip.whole = strip.height;
	strip.penalty = s->penalty;
	strip.new_page = s->new_page != START_HERE && flow->n > 0;
	strip.right_page = s->new_page == START_RIGHT_PAGE && flow->n > 0;
	strip.front = s->front;
	strip.landscape = s->landscape;
	strip.bare = s->bare;
	strip.box = s->box;
	s->penalty = BREAK_FREE;
	s->new_page = START_HERE;
	flow->strips = arena_grow(s->builder->arena, flow->strips, flow->n,
	    sizeof strip);
	flow->strips[flow->n] = strip;
	flow->left += strip.height;
	return &flow->strips[flow->n++];
}

/* The margin before the next strip: a page may end before it, not after. */
static void
push_space(struct setter *s)
{
	double space = s->space;

	s->space = 0;
	s->at_start = false;
	if (space <= 0 || s->flow->n == 0)
		return;
	push(s, (struct strip){ .kind = STRIP_SPACE, .height = space });
	s->penalty = BREAK_NEVER;
}

static void
raise_penalty(struct setter *s, enum penalty penalty)
{
	if (s->penalty < penalty)
		s->penalty = penalty;
}

/* A heading is not left with one line below it. */
static void
keep_with_heading(struct setter *s, enum strip_kind kind)
{
	if (kind != STRIP_LINE) {
		if (kind != STRIP_EDGE && kind != STRIP_SPACE)
			s->heading_lines = 0;
		return;
	}
	if (s->heading_lines > 0 && s->heading_lines-- < heading_lines)
		raise_penalty(s, BREAK_BAD);
}

static struct strip *
add_strip(struct setter *s, struct strip strip)
{
	struct strip *added;

	keep_with_heading(s, strip.kind);
	push_space(s);
	added = push(s, strip);
	added->anchors = s->anchors;
	s->anchors = NULL;
	s->anchors_end = &s->anchors;
	return added;
}

static void
add_space(struct setter *s, double space)
{
	if (!s->at_start)
		s->space = fmax(s->space, space);
}

static void
add_anchor(struct setter *s, const struct node *node)
{
	const struct str *id = !node ? NULL :
	    node_attribute(node, "id");
	struct anchor *anchor;

	if (!id || id->n == 0)
		return;
	anchor = arena_alloc(s->builder->arena, sizeof *anchor);
	anchor->id = *id;
	*s->anchors_end = anchor;
	s->anchors_end = &anchor->next;
}

/* The labels that wait for a line hang before this strip. */
static void
take_labels(struct setter *s, struct strip *strip)
{
	strip->labels = s->labels;
	s->labels = NULL;
	s->labels_end = &s->labels;
}

/* Of those that wait; 0 if there are none. */
static double
label_height(const struct setter *s)
{
	return !s->labels ? 0 : s->labels->line->height;
}

/* Labels of an item without any line stand on a line of their own. */
static void
flush_labels(struct setter *s)
{
	struct label *first = s->labels;
	struct strip *strip;

	if (!first)
		return;
	strip = add_strip(s, (struct strip){ .kind = STRIP_LINE,
		.x = first->x, .height = first->line->height,
		.line = first->line });
	take_labels(s, strip);
	strip->labels = first->next;
	raise_penalty(s, BREAK_NEVER);
}

/* Neither the first nor the last line of a paragraph stands alone. */
static enum penalty
line_penalty(size_t i, size_t n)
{
	return i == 1 || i + 1 == n ? BREAK_BAD : BREAK_FREE;
}

/* An entry of the contents: its last line ends with a page number. */
static double
number_room(struct setter *s, const struct block *block)
{
	struct inline_text *text;

	if (block->page_of.n == 0)
		return 0;
	text = inline_from(s->builder, STR("0000"), block->style, TAG_LAYOUT);
	return inline_max_width(text) + number_gap;
}

static void
set_text(struct setter *s, const struct block *block, double x, double width)
{
	double room = fmin(number_room(s, block), width / 2);
	const struct paragraph *paragraph = paragraph_break(s->builder,
	    block->text, width - room, 0);

	for (size_t i = 0; i < paragraph->n; i++) {
		const struct line *line = &paragraph->lines[i];
		struct strip *strip;

		if (i > 0)
			raise_penalty(s, line_penalty(i, paragraph->n));
		strip = add_strip(s, (struct strip){ .kind = STRIP_LINE,
			.x = x, .width = width, .height = line->height,
			.line = line, .style = block->style });
		take_labels(s, strip);
		if (i + 1 == paragraph->n) {
			strip->page_of = block->page_of;
			strip->number_room = room;
		}
	}
}

static void
set_picture(struct setter *s, const struct block *block, double x,
    double width)
{
	struct edges inset;
	double scale, height = block->height, room, most, below;

	room = block_inner_width(block->style, width, &inset);
	most = s->page_height *
	    (s->has_pages ? picture_part : cell_picture_part);
	scale = fmin(1, fmin(room / block->width, most / height));
	add_space(s, block->style->margin.top);
	below = label_height(s) - height * scale;
	take_labels(s, add_strip(s, (struct strip){ .kind = STRIP_PICTURE,
		.x = x + inset.left, .width = block->width * scale,
		.height = height * scale, .picture = block }));
	if (below > 0) {
		raise_penalty(s, BREAK_NEVER);
		add_strip(s, (struct strip){ .kind = STRIP_EDGE,
			.height = below });
	}
	add_space(s, block->style->margin.bottom);
}

static void
set_rule(struct setter *s, const struct block *block, double x, double width)
{
	const struct style *style = block->style;
	struct edges inset;
	double inner = block_inner_width(style, width, &inset);

	add_space(s, style->margin.top);
	add_strip(s, (struct strip){ .kind = STRIP_RULE, .x = x + inset.left,
		.width = inner, .height = style->border.top, .style = style });
	add_space(s, style->margin.bottom);
}

static bool
is_visible(const struct style *style)
{
	return style->has_background || style->border.top > 0 ||
	    style->border.right > 0 || style->border.bottom > 0 ||
	    style->border.left > 0;
}

/*
 * Where a page ends inside a box, its padding stands there too.  Boxes so deep
 * that this would take too much have none.
 */
static void
set_cut_edges(struct setter *s, struct box *box)
{
	const struct style *style = box->style;

	if (box->parent >= 0) {
		box->above = s->flow->boxes[box->parent].above;
		box->below = s->flow->boxes[box->parent].below;
	}
	if (fmax(box->above + style->padding.top,
	    box->below + style->padding.bottom) > s->page_height * cut_part)
		return;
	box->above += style->padding.top;
	box->below += style->padding.bottom;
}

/* Begin a box that can be seen (padding alone counts too). */
static int
open_box(struct setter *s, const struct style *style, double x, double width)
{
	struct flow *flow = s->flow;
	double edge = style->border.top + style->padding.top;

	push_space(s);
	flow->boxes = arena_grow(s->builder->arena, flow->boxes,
	    flow->n_boxes, sizeof *flow->boxes);
	flow->boxes[flow->n_boxes] = (struct box){ .style = style,
		.parent = s->box, .x = x, .width = width, .first = flow->n };
	set_cut_edges(s, &flow->boxes[flow->n_boxes]);
	s->box = (int)flow->n_boxes++;
	if (edge > 0) {
		add_strip(s, (struct strip){ .kind = STRIP_EDGE,
			.height = edge });
		s->penalty = BREAK_NEVER;
	}
	s->at_start = true;
	return s->box;
}

static void
close_box(struct setter *s, int index)
{
	struct flow *flow = s->flow;
	const struct style *style = flow->boxes[index].style;
	double edge = style->border.bottom + style->padding.bottom;

	s->space = 0;
	if (edge > 0) {
		s->penalty = BREAK_NEVER;
		add_strip(s, (struct strip){ .kind = STRIP_EDGE,
			.height = edge });
	}
	s->at_start = false;
	flow->boxes[index].end = flow->n;
	keep_first_lines(flow, flow->boxes[index].first);
	s->box = flow->boxes[index].parent;
}

/* Of the head and caption above the rows on later pages; 0: none. */
static double
repeated_height(const struct setter *s, const struct table *table)
{
	double height = table->head_height + table->style->border.top;

	if (table->again)
		height += table->again->height +
		    table->caption->style->margin.bottom;
	return height <= s->page_height *
	    (s->has_pages ? head_part : cell_head_part) ? height : 0;
}

/* Rows go into the flow as strips; the first ones stay with their head. */
static void
set_rows(struct setter *s, struct table *table, double x)
{
	const double *heights = table_set(s->builder, table);

	table->first = s->flow->n;
	for (size_t i = 0; i < table->n_rows; i++) {
		struct row *row = &table->rows[i];

		if (i > 0)
			raise_penalty(s, row->penalty);
		if (!row->node->previous &&
		    row->node->parent != table->node)
			add_anchor(s, row->node->parent);
		add_anchor(s, row->node);
		take_labels(s, add_strip(s, (struct strip){
			.kind = STRIP_ROW, .x = x, .width = table->width,
			.height = fmax(heights[i], label_height(s)),
			.row = row }));
	}
	table->repeated = repeated_height(s, table);
}

static void
set_table(struct setter *s, const struct block *block, double x, double width)
{
	struct table *table = block->table;
	const struct style *style = block->style;
	struct edges inset;
	double inner = block_inner_width(style, width, &inset);
	int box;

	add_space(s, style->margin.top);
	add_anchor(s, block->node);
	x += inset.left;
	if (table->caption) {
		set_block(s, table->caption, x, inner);
		raise_penalty(s, BREAK_BAD);
	}
	if (table->n_rows > 0) {
		table_set_columns(table, inner);
		box = open_box(s, style, x - style->border.left -
		    style->padding.left, table->width + style->border.left +
		    style->border.right + style->padding.left +
		    style->padding.right);
		set_rows(s, table, x);
		close_box(s, box);
	}
	add_space(s, style->margin.bottom);
}

static void
set_label(struct setter *s, const struct block *block, double x)
{
	struct label *label;

	if (!block->label)
		return;
	label = arena_alloc(s->builder->arena, sizeof *label);
	label->line = paragraph_break(s->builder, block->label,
	    block->label_room, 0)->lines;
	label->x = x;
	*s->labels_end = label;
	s->labels_end = &label->next;
}

/* Up to min_height of empty room below what stands in a box. */
static void
fill_up(struct setter *s, const struct style *style, double height)
{
	double least = fmin(style->min_height, s->page_height - 1);

	if (least <= height)
		return;
	s->space = 0;
	s->penalty = BREAK_NEVER;
	add_strip(s, (struct strip){ .kind = STRIP_EDGE,
		.height = least - height });
}

/* Open the box of a block, from outer edge to outer edge. */
static int
open_block(struct setter *s, const struct style *style, double x,
    double inner, const struct edges *inset)
{
	double left = fmin(style->margin.left, inset->left);
	double right = fmin(inset->right,
	    style->border.right + style->padding.right);

	return open_box(s, style, x + left,
	    inset->left - left + inner + right);
}

static void
set_inside(struct setter *s, const struct block *block, double x,
    double width)
{
	const struct style *style = block->style;
	struct edges inset;
	double inner = block_inner_width(style, width, &inset);
	double before, room = block->label_room;
	bool visible = is_visible(style) || inset.top > 0 || inset.bottom > 0;
	int box = -1;

	if (visible)
		box = open_block(s, style, x, inner, &inset);
	before = s->flow->left;
	set_label(s, block, x + inset.left);
	if (room > inner / 2) {
		room = 0;
		flush_labels(s);
	}
	for (const struct block *child = block->first; child;
	    child = child->next)
		set_block(s, child, x + inset.left + room, inner - room);
	flush_labels(s);
	fill_up(s, style, s->flow->left - before);
	if (visible)
		close_box(s, box);
}

/* A block on its own pages: turned, or back again. */
static double
turn(struct setter *s, bool landscape, double width)
{
	const struct sheet *from = theme_sheet(s->builder->theme,
	    s->landscape);
	const struct sheet *to = theme_sheet(s->builder->theme, landscape);

	s->landscape = landscape;
	s->new_page = START_PAGE;
	s->page_height = to->height - to->margin.top - to->margin.bottom;
	return width + (to->width - to->margin.left - to->margin.right) -
	    (from->width - from->margin.left - from->margin.right);
}

static bool
is_heading(const struct block *block)
{
	return block->style->keep_with_next && block->node &&
	    block->node->element >= ELEMENT_H1 &&
	    block->node->element <= ELEMENT_H6;
}

static void
set_box(struct setter *s, const struct block *block, double x, double width)
{
	const struct style *style = block->style;
	bool turned = style->landscape && !s->landscape && s->has_pages;
	bool bare = s->bare, front = s->front;
	double before;
	size_t first;

	if (turned)
		width = turn(s, true, width);
	s->bare |= style->bare;
	s->front |= style->front;
	if (s->has_pages && style->new_page > s->new_page)
		s->new_page = style->new_page;
	if (style->keep_with_previous)
		raise_penalty(s, BREAK_BAD);
	if (is_heading(block))
		s->heading_lines = 0;
	add_space(s, style->margin.top);
	add_anchor(s, block->node);
	first = s->flow->n;
	before = s->flow->left;
	set_inside(s, block, x, width);
	keep_last_lines(s->flow, first);
	if (style->keep_together &&
	    s->flow->left - before < s->page_height * kept_part)
		keep_all(s->flow, first);
	add_space(s, style->margin.bottom);
	if (block->keep_with_next)
		raise_penalty(s, BREAK_BAD);
	if (is_heading(block))
		s->heading_lines = heading_lines;
	s->bare = bare;
	s->front = front;
	if (turned)
		turn(s, false, width);
}

/*
 * A block at a fixed place of its page.  It leaves the margins around it in
 * the text as they are, and keeps its place in the order of reading.
 */
static void
set_fixed(struct setter *s, const struct block *block)
{
	const struct position *place = &block->style->position;
	struct flow *flow = arena_alloc(s->builder->arena, sizeof *flow);
	static const double mm = 72 / 25.4;

	flow_set(s->builder, flow, block, place->width, false);
	if (place->height > 0 && flow->left > place->height + 0.01)
		diag_at(s->builder->diag, block->node->loc, DIAG_PLACE_FULL,
		    arena_printf(s->builder->arena, "%.0f",
		    ceil(flow->left / mm)).s,
		    arena_printf(s->builder->arena, "%.0f",
		    place->height / mm).s);
	push(s, (struct strip){ .kind = STRIP_FIXED, .fixed = flow,
		.style = block->style });
	s->penalty = BREAK_NEVER;
}

static void
set_block(struct setter *s, const struct block *block, double x, double width)
{
	switch (block->kind) {
	case BLOCK_BOX:
		if (block->style->position.is_fixed && s->has_pages)
			set_fixed(s, block);
		else
			set_box(s, block, x, width);
		break;
	case BLOCK_TEXT:
		set_text(s, block, x, width);
		break;
	case BLOCK_PICTURE:
		set_picture(s, block, x, width);
		break;
	case BLOCK_RULE:
		set_rule(s, block, x, width);
		break;
	case BLOCK_TABLE:
		set_table(s, block, x, width);
		break;
	}
}

static struct setter
setter_new(struct builder *b, struct flow *flow, bool has_pages)
{
	/* What stands in cells and notes may come onto any page. */
	const struct sheet *sheet = theme_sheet(b->theme, !has_pages);

	return (struct setter){ .builder = b, .flow = flow, .box = -1,
		.has_pages = has_pages, .page_height = sheet->height -
		sheet->margin.top - sheet->margin.bottom };
}

/* Ids behind the last strip lead to that strip. */
static void
finish(struct setter *s)
{
	struct flow *flow = s->flow;
	struct anchor **end;

	if (!s->anchors || flow->n == 0)
		return;
	end = &flow->strips[flow->n - 1].anchors;
	while (*end)
		end = &(*end)->next;
	*end = s->anchors;
}

void
flow_set(struct builder *b, struct flow *flow, const struct block *block,
    double width, bool has_pages)
{
	struct setter s = setter_new(b, flow, has_pages);

	s.anchors_end = &s.anchors;
	s.labels_end = &s.labels;
	set_block(&s, block, 0, width);
	finish(&s);
}

void
flow_set_cell(struct builder *b, struct flow *flow, const struct block *cell,
    double width)
{
	struct setter s = setter_new(b, flow, false);

	s.anchors_end = &s.anchors;
	s.labels_end = &s.labels;
	add_anchor(&s, cell->node);
	for (const struct block *child = cell->first; child;
	    child = child->next)
		set_block(&s, child, 0, width);
	keep_last_lines(flow, 0);
	if (cell->style->keep_together &&
	    flow->left < s.page_height * kept_part)
		keep_all(flow, 0);
	finish(&s);
}
