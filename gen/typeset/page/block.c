/* block.c -- stage 5b: the tree of XHTML -> a tree of blocks */
#include "block.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../document/label.h"
#include "../look/picture.h"
#include "table.h"

static const double pixel = 0.75;	/* in points */
static const double label_gap = 4;	/* at least, before the text */
static const double least_width = 36;	/* for text inside margins */

struct block *
block_new(struct builder *b, enum block_kind kind, const struct node *node,
    const struct style *style, int tag)
{
	struct block *block = arena_alloc(b->arena, sizeof *block);

	block->kind = kind;
	block->node = node;
	block->style = style;
	block->tag = tag;
	return block;
}

static struct block *
append(struct block *box, struct block *block)
{
	if (!box->last)
		box->first = block;
	else
		box->last->next = block;
	box->last = block;
	return block;
}

static bool
is_left_out(const struct node *node)
{
	return node_is_media(node, "web") ||
	    (node->element != ELEMENT_TEXT &&
	    element_infos[node->element].display == DISPLAY_NONE);
}

static bool
is_inline(const struct node *node)
{
	return node->element == ELEMENT_TEXT ||
	    element_is_phrasing(node->element);
}

static bool
is_contents(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->element == ELEMENT_OL &&
		    node_has_class(node, "inhoud"))
			return true;
	return false;
}

static bool
is_text(const struct node *node)
{
	return node->element == ELEMENT_TEXT && str_trim(node->text).n > 0;
}

/* The only thing to see from first up to stop, if that is one picture. */
static const struct node *
lone_picture(const struct node *first, const struct node *stop)
{
	const struct node *found = NULL;

	for (const struct node *n = first; n != stop; n = n->next) {
		if (is_left_out(n))
			continue;
		if (n->element == ELEMENT_IMG && !found)
			found = n;
		else if (n->element != ELEMENT_TEXT || is_text(n))
			return NULL;
	}
	return found;
}

static bool
is_blank(const struct node *first, const struct node *stop)
{
	for (const struct node *n = first; n != stop; n = n->next)
		if (!is_left_out(n) &&
		    (n->element != ELEMENT_TEXT || is_text(n)))
			return false;
	return true;
}

/* A length of an attribute, in pixels by HTML; 0 if it is not there. */
static double
attribute_length(const struct node *node, const char *name)
{
	const struct str *value = node_attribute(node, name);
	double n = !value ? 0 : strtod(value->s, NULL);

	return n > 0 && n < 100000 ? n * pixel : 0;
}

static void
add_picture(struct builder *b, struct block *box, const struct node *node)
{
	const struct str *alt = node_attribute(node, "alt");
	struct block *block;
	double width, height;
	int tag = TAG_LAYOUT;

	if (alt && alt->n > 0)
		tag = builder_tag(b, "Figure", box->tag, node);
	block = append(box, block_new(b, BLOCK_PICTURE, node,
	    theme_style(b->theme, node, box->style), tag));
	block->path = picture_file(node);
	block->width = attribute_length(node, "width");
	block->height = attribute_length(node, "height");
	if (block->width > 0 && block->height > 0)
		return;
	if (!picture_size(block->path.s, &width, &height)) {
		diag_at(b->diag, node->loc, DIAG_PICTURE_SIZE, block->path.s);
		width = height = 1;
	}
	if (block->width > 0)
		block->height = block->width * height / width;
	else if (block->height > 0)
		block->width = block->height * width / height;
	else {
		block->width = width;
		block->height = height;
	}
}

/*
 * Text that stands in one of these needs an element of its own around it
 * (ISO 32000-1, 14.8.4.2: grouping elements have no content).
 */
static const char *
text_tag(const struct builder *b, int parent)
{
	static const char *const groups[] = { "Document", "Sect", "Div",
		"BlockQuote", "L", "Table" };
	const char *type = parent < 0 ? "Document" :
	    b->layout->tags[parent].type;

	if (strcmp(type, "TOCI") == 0)
		return "Reference";
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		if (strcmp(type, groups[i]) == 0)
			return "P";
	return NULL;
}

/* The id that the first link from first up to stop leads to. */
static struct str
link_target(const struct node *first, const struct node *stop)
{
	for (const struct node *n = first; n != stop; n = n->next) {
		const struct str *href = n->element == ELEMENT_A ?
		    node_attribute(n, "href") : NULL;

		if (href && str_starts(*href, "#"))
			return str_slice(*href, 1, href->n);
	}
	return STR("");
}

/* Lines of text, or a picture, from first up to stop. */
static void
add_run(struct builder *b, struct block *box, const struct node *first,
    const struct node *stop)
{
	const struct node *picture = lone_picture(first, stop);
	struct inline_text *text;
	struct block *block;
	const char *type;
	int tag = box->tag;

	if (picture) {
		add_picture(b, box, picture);
		return;
	}
	if (is_blank(first, stop))
		return;
	type = text_tag(b, tag);
	if (type)
		tag = builder_tag(b, type, tag, NULL);
	text = inline_new(b, first, stop, box->style, tag);
	if (!text)
		return;
	block = append(box, block_new(b, BLOCK_TEXT, NULL, box->style, tag));
	block->text = text;
	if (is_contents(box->node))
		block->page_of = link_target(first, stop);
}

/* The tag of an element, or that of the one around it if it has none. */
static int
element_tag(struct builder *b, const struct node *node, int parent)
{
	const char *type = element_infos[node->element].tag;
	bool contents = (node->element == ELEMENT_OL ||
	    node->element == ELEMENT_LI) && is_contents(node);

	if (contents)
		type = node->element == ELEMENT_OL ? "TOC" : "TOCI";
	if (type[0] == '\0' && node_attribute(node, "lang"))
		type = "Div";
	return type[0] == '\0' ? parent : builder_tag(b, type, parent, node);
}

static struct block *
add_box(struct builder *b, struct block *parent, const struct node *node,
    int tag)
{
	struct block *box = append(parent, block_new(b, BLOCK_BOX, node,
	    theme_style(b->theme, node, parent->style), tag));

	box->keep_with_next = box->style->keep_with_next;
	return box;
}

/* A text is read, so it is tagged; a picture is decoration. */
static void
add_label(struct builder *b, struct block *item, struct str text)
{
	const struct style *style = theme_class(b->theme, "opsommingsteken",
	    item->style);
	int tag;

	if (style_marker_is_picture(text)) {
		item->label = inline_picture(b, text, style);
		return;
	}
	tag = builder_tag(b, "Lbl", item->tag, NULL);
	item->label = inline_from(b, text, style, tag);
}

/* One item; its label is made here, so that it comes first in reading. */
static void
add_item(struct builder *b, struct block *list, const struct node *node,
    long number)
{
	struct block *item = add_box(b, list, node,
	    element_tag(b, node, list->tag));
	struct str marker = list->style->marker;

	if (!is_contents(node)) {
		if (list->node->element == ELEMENT_OL)
			add_label(b, item,
			    label_number(b->arena, list->node, number));
		else if (marker.n > 0)
			add_label(b, item, marker);
		item->tag = builder_tag(b, "LBody", item->tag, NULL);
	}
	item->label_room = list->style->indent;
	block_children(b, item);
}

/* All items leave the same room, enough for the widest label. */
static void
align_labels(struct block *list)
{
	double room = 0;

	for (struct block *item = list->first; item; item = item->next)
		if (item->label)
			room = fmax(room, inline_max_width(item->label) +
			    label_gap);
	for (struct block *item = list->first; item; item = item->next)
		item->label_room = fmax(item->label_room, room);
}

static void
add_list(struct builder *b, struct block *parent, const struct node *node)
{
	struct block *list = add_box(b, parent, node,
	    element_tag(b, node, parent->tag));
	long number = label_start(node);

	/* ISO 14289-1, 7.6: without labels there is nothing to number. */
	if (node->element == ELEMENT_UL && list->tag >= 0 &&
	    (list->style->marker.n == 0 ||
	    style_marker_is_picture(list->style->marker)))
		b->layout->tags[list->tag].numbering = "None";
	for (const struct node *n = node->first; n; n = n->next) {
		if (n->element != ELEMENT_LI || is_left_out(n))
			continue;
		number = label_value(n, number);
		add_item(b, list, n, number++);
	}
	align_labels(list);
}

/* A note that was called: its number is its label, as that of a list. */
static struct block *
note_block(struct builder *b, const struct note *note, struct block *section)
{
	const struct node *list = note->body->parent;
	struct block *holder = block_new(b, BLOCK_BOX, list,
	    theme_style(b->theme, list, section->style), section->tag);
	struct block *box = add_box(b, holder, note->body,
	    builder_tag(b, "Note", section->tag, note->body));

	add_label(b, box, arena_printf(b->arena, "%d", note->number));
	box->label_room = fmax(holder->style->indent,
	    inline_max_width(box->label) + label_gap);
	block_children(b, box);
	return box;
}

/* section.noten: the texts of the notes, in the order of their numbers. */
static void
add_notes(struct builder *b, struct block *parent, const struct node *node)
{
	const struct document *document = b->document;
	struct block section = { .kind = BLOCK_BOX, .node = node };

	section.style = theme_style(b->theme, node, parent->style);
	section.tag = element_tag(b, node, parent->tag);
	for (size_t i = 0; i < document->n_notes; i++)
		b->notes[i] = note_block(b, &document->notes[i], &section);
}

/* "Namely:" stays with the list that follows. */
static bool
introduces_list(const struct node *node)
{
	const struct node *next = node->next;

	while (next && is_inline(next) && !is_text(next))
		next = next->next;
	return node->element == ELEMENT_P && next &&
	    (next->element == ELEMENT_UL || next->element == ELEMENT_OL);
}

static void
add_element(struct builder *b, struct block *box, const struct node *node)
{
	struct block *block;

	switch (element_infos[node->element].display) {
	case DISPLAY_LIST:
		add_list(b, box, node);
		return;
	case DISPLAY_TABLE:
		block = append(box, block_new(b, BLOCK_TABLE, node,
		    theme_style(b->theme, node, box->style),
		    element_tag(b, node, box->tag)));
		table_build(b, block);
		return;
	default:
		break;
	}
	if (node->element == ELEMENT_HR) {
		append(box, block_new(b, BLOCK_RULE, node,
		    theme_style(b->theme, node, box->style), TAG_LAYOUT));
		return;
	}
	if (node->element == ELEMENT_SECTION && node_has_class(node, "noten")) {
		add_notes(b, box, node);
		return;
	}
	block = add_box(b, box, node, element_tag(b, node, box->tag));
	block->keep_with_next |= introduces_list(node);
	block_children(b, block);
}

void
block_children(struct builder *b, struct block *box)
{
	const struct node *n = box->node->first;

	while (n) {
		const struct node *stop = n;

		while (stop && is_inline(stop))
			stop = stop->next;
		if (stop != n) {
			add_run(b, box, n, stop);
			n = stop;
			continue;
		}
		if (!is_left_out(n))
			add_element(b, box, n);
		n = n->next;
	}
}

struct block *
block_tree(struct builder *b)
{
	const struct node *root = b->document->root;
	struct block *box;

	b->notes = arena_array(b->arena, b->document->n_notes + 1,
	    sizeof *b->notes);
	box = block_new(b, BLOCK_BOX, root, theme_style(b->theme, root, NULL),
	    element_tag(b, root, -1));
	block_children(b, box);
	return box;
}

double
block_inner_width(const struct style *style, double width,
    struct edges *inset)
{
	double inner;

	*inset = (struct edges){
		.top = style->border.top + style->padding.top,
		.right = style->margin.right + style->border.right +
		    style->padding.right,
		.bottom = style->border.bottom + style->padding.bottom,
		.left = style->margin.left + style->border.left +
		    style->padding.left,
	};
	inner = width - inset->left - inset->right;
	if (inner < least_width && inner < width) {
		inset->left = inset->right = 0;
		return width;
	}
	if (style->width > 0 && style->width < inner) {
		inset->right += inner - style->width;
		inner = style->width;
	}
	return inner;
}

/* What the blocks in a box ask for together. */
static struct measure
measure_children(const struct block *box)
{
	struct measure all = { .min = 0 };

	for (const struct block *child = box->first; child;
	    child = child->next) {
		struct measure one = block_measure(child);

		all.min = fmax(all.min, one.min);
		all.word = fmax(all.word, one.word);
		all.max = fmax(all.max, one.max);
		all.length += one.length;
	}
	return all;
}

struct measure
block_measure(const struct block *block)
{
	const struct style *style = block->style;
	struct measure m = { .min = 0 };
	double extra = style->margin.left + style->margin.right +
	    style->border.left + style->border.right +
	    style->padding.left + style->padding.right + block->label_room;

	switch (block->kind) {
	case BLOCK_TEXT:
		m.min = inline_min_width(block->text);
		m.word = inline_word_width(block->text);
		m.max = m.length = inline_max_width(block->text);
		return m;
	case BLOCK_TABLE:
		m = table_measure(block->table);
		break;
	case BLOCK_PICTURE:
		m.min = m.word = fmin(block->width, least_width);
		m.max = m.length = block->width;
		break;
	case BLOCK_RULE:
		break;
	case BLOCK_BOX:
		m = measure_children(block);
		break;
	}
	m.min += extra;
	m.word += extra;
	m.max += extra;
	return m;
}
