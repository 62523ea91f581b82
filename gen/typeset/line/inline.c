/* inline.c -- stage 5b: the inline nodes of a block -> pieces and points */
#include "inline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "collect.h"
#include "../look/picture.h"

static const double pt_per_px = 0.75;
/* In em: what a web address takes at most before it is divided. */
static const double address_word = 11;

/* The language of a node: its own or that of an element around it. */
static struct str
language_of(const struct builder *b, const struct node *node)
{
	for (; node; node = node->parent) {
		const struct str *lang = node_attribute(node, "lang");

		if (lang)
			return *lang;
	}
	return b->document ? b->document->language : STR("");
}

/* We know how to divide Dutch words only. */
static bool
is_dutch(struct str language)
{
	return !language.n || str_is(language, "nl") ||
	    str_starts(language, "nl-");
}

static struct inline_span *
base_span(struct builder *b, const struct style *style, int tag,
    struct str language)
{
	struct inline_span *s = arena_alloc(b->arena, sizeof *s);

	*s = (struct inline_span) { .style = style, .rise = style->rise,
	    .underline = style->underline, .strike = style->strike,
	    .tag = tag, .language = language, .is_dutch = is_dutch(language) };
	return s;
}

static bool
is_call(const struct node *node)
{
	const struct str *role = node_attribute(node, "role");

	return role && str_is(*role, "doc-noteref");
}

/* Index of the note that a call leads to, -1 if there is none. */
static int
note_of(const struct document *document, const struct node *call)
{
	static const char prefix[] = "#noot-";
	const struct str *href = node_attribute(call, "href");
	long n;

	if (!document || !href || !str_starts(*href, prefix))
		return -1;
	n = strtol(href->s + strlen(prefix), NULL, 10);
	if (n < 1 || (size_t)n > document->n_notes ||
	    document->notes[n - 1].number != n)
		return -1;
	return (int)n - 1;
}

/* An <a href> gets a Link tag, in a Reference if it calls a note. */
static void
open_link(struct collector *c, struct inline_span *s, const struct node *node,
    struct str href)
{
	struct builder *b = c->builder;
	struct inline_text *t = c->result;
	bool is_internal = str_starts(href, "#");
	int note;

	if (is_call(node)) {
		s->is_call = true;
		s->tag = builder_tag(b, "Reference", s->tag, NULL);
		note = note_of(b->document, node);
		if (note >= 0)
			collect_mark(c, (struct inline_mark) { .is_note = true,
			    .note = note });
	}
	s->tag = builder_tag(b, "Link", s->tag, node);
	t->links = arena_grow(b->arena, t->links, t->n_links,
	    sizeof *t->links);
	t->links[t->n_links++] = (struct span_link) { s->tag,
	    str_slice(href, is_internal, href.n), !is_internal };
	s->link = t->n_links;
}

/*
 * Tags of its own get a link, an abbreviation that is explained and a part in
 * another language; nothing does outside the structure tree.
 */
static void
open_tag(struct collector *c, struct inline_span *s, const struct node *node)
{
	const struct str *href = node_attribute(node, "href");
	bool is_other = !str_eq(s->language, s->parent->language);

	if (s->tag < 0)
		return;
	if (node->element == ELEMENT_A && href)
		open_link(c, s, node, *href);
	else if (is_other || (node->element == ELEMENT_ABBR &&
	    node_attribute(node, "title")))
		s->tag = builder_tag(c->builder, "Span", s->tag, node);
}

/* A footnote's call is <sup><a>…</a></sup>: both never begin a line. */
static bool
holds_call(const struct node *node)
{
	const struct node *only = node->first;

	return only && !only->next && only->element == ELEMENT_A &&
	    is_call(only);
}

static const struct inline_span *
open_span(struct collector *c, const struct node *node)
{
	const struct inline_span *up = c->span;
	const struct style *style = theme_style(c->builder->theme, node,
	    up->style);
	const struct str *lang = node_attribute(node, "lang");
	struct inline_span *s = arena_alloc(c->builder->arena, sizeof *s);

	*s = *up;
	s->parent = up;
	s->style = style;
	s->rise += style->rise;
	s->underline |= style->underline;
	s->strike |= style->strike;
	s->is_call |= holds_call(node);
	if (lang) {
		s->language = *lang;
		s->is_dutch = is_dutch(*lang);
	}
	open_tag(c, s, node);
	return s;
}

/* A length in an attribute: pixels, or points if it says so.  0: none. */
static double
length_attribute(const struct node *node, const char *name)
{
	const struct str *value = node_attribute(node, name);
	double length;
	char *end;

	if (!value)
		return 0;
	length = strtod(value->s, &end);
	if (!isfinite(length) || length <= 0)
		return 0;
	return strncmp(end, "pt", 2) ? length * pt_per_px : length;
}

/* As high as the text unless its attributes tell; in its own proportions. */
static void
picture_measure(struct span_picture *p, const struct node *node,
    const struct style *style)
{
	double width = 1, height = 1;

	p->width = length_attribute(node, "width");
	p->height = length_attribute(node, "height");
	if (p->width > 0 && p->height > 0)
		return;
	if (!picture_size(p->path.s, &width, &height) || width <= 0 ||
	    height <= 0)
		width = height = 1;
	if (p->width > 0) {
		p->height = p->width * height / width;
	} else {
		if (p->height <= 0)
			p->height = style->size;
		p->width = p->height * width / height;
	}
}

/* A picture is a span without text.  One without alt is decoration. */
static void
read_picture(struct collector *c, const struct node *node)
{
	struct builder *b = c->builder;
	struct str file = picture_file(node);
	const struct str *alt = node_attribute(node, "alt");
	const struct inline_span *up = c->span;
	const struct style *style;
	struct span_picture *p;
	struct inline_span *s;

	if (!file.n)
		return;
	p = arena_alloc(b->arena, sizeof *p);
	p->path = file;
	style = theme_style(b->theme, node, up->style);
	picture_measure(p, node, style);
	p->gap = style->margin.right;
	p->rise = style->rise;
	s = arena_alloc(b->arena, sizeof *s);
	*s = *up;
	s->picture = p;
	if (!alt || !alt->n)
		s->tag = TAG_LAYOUT;
	else if (s->tag >= 0)
		s->tag = builder_tag(b, "Figure", s->tag, node);
	c->span = s;
	collect_picture(c);
	c->span = up;
}

static bool
is_left_out(const struct node *node)
{
	return element_infos[node->element].display == DISPLAY_NONE ||
	    node_is_media(node, "web");
}

/* Read a node; true if its children are to be read, in a span of their own. */
static bool
enter(struct collector *c, const struct node *node)
{
	const struct str *id;

	if (node->element == ELEMENT_TEXT) {
		c->loc = node->loc;
		collect_text(c, node->text);
		return false;
	}
	if (is_left_out(node))
		return false;
	id = node_attribute(node, "id");
	if (id && c->span->tag >= 0)
		collect_mark(c, (struct inline_mark) { .anchor = *id });
	switch (node->element) {
	case ELEMENT_BR:
		collect_break(c);
		return false;
	case ELEMENT_WBR:
		collect_wish(c);
		return false;
	case ELEMENT_IMG:
		read_picture(c, node);
		return false;
	default:
		return node->first;
	}
}

/* Without recursion: elements may be nested deeply. */
static void
walk(struct collector *c, const struct node *first, const struct node *stop)
{
	const struct node *n = first;
	size_t depth = 0;

	while (n && (depth || n != stop)) {
		if (enter(c, n)) {
			c->span = open_span(c, n);
			n = n->first;
			depth++;
			continue;
		}
		for (; depth && !n->next; depth--) {
			n = n->parent;
			c->span = c->span->parent;
		}
		n = n->next;
	}
}

static bool
is_preformatted(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->element == ELEMENT_PRE)
			return true;
	return false;
}

struct inline_text *
inline_new(struct builder *b, const struct node *first,
    const struct node *stop, const struct style *style, int tag)
{
	struct collector c;

	if (!first || first == stop)
		return NULL;
	collect_init(&c, b, base_span(b, style, tag,
	    language_of(b, first->parent)));
	c.keep_spaces = is_preformatted(first->parent);
	walk(&c, first, stop);
	return collect_end(&c);
}

struct inline_text *
inline_from(struct builder *b, struct str text, const struct style *style,
    int tag)
{
	struct collector c;

	collect_init(&c, b, base_span(b, style, tag, language_of(b, NULL)));
	collect_text(&c, text);
	return collect_end(&c);
}

struct inline_text *
inline_picture(struct builder *b, struct str path, const struct style *style)
{
	struct inline_span *span = base_span(b, style, TAG_LAYOUT, STR(""));
	struct span_picture *p = arena_alloc(b->arena, sizeof *p);
	double width = 1, height = 1;
	struct collector c;

	picture_size(path.s, &width, &height);
	*p = (struct span_picture) { .height = style->size,
	    .width = style->size * width / height, .path = path };
	span->picture = p;
	collect_init(&c, b, span);
	collect_picture(&c);
	return collect_end(&c);
}

double
inline_min_width(const struct inline_text *t)
{
	double width = 0;

	for (size_t i = 1; i < t->n_points; i++)
		width = fmax(width, t->points[i].end + t->points[i].hyphen -
		    t->points[i - 1].next);
	return width;
}

double
inline_word_width(const struct inline_text *t)
{
	double address = address_word * t->base->style->size;
	double width = 0, start = 0;
	bool is_address = false;

	for (size_t i = 1; i < t->n_points; i++) {
		const struct break_point *p = &t->points[i];

		if (t->turns[i].is_division)
			continue;
		if (p->penalty == PENALTY_ADDRESS) {
			is_address = true;
			continue;
		}
		width = fmax(width, is_address ?
		    fmin(p->end - start, address) : p->end - start);
		start = p->next;
		is_address = false;
	}
	return width;
}

double
inline_max_width(const struct inline_text *t)
{
	double width = 0, start = 0;

	for (size_t i = 1; i < t->n_points; i++) {
		if (!t->points[i].is_forced)
			continue;
		width = fmax(width, t->points[i].end - start);
		start = t->points[i].next;
	}
	return width;
}
