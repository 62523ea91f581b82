/* text.c -- stage 5a: document -> plain text */
#include "text.h"

#include <string.h>

#include "../document/label.h"
#include "text_parts.h"

static void write_node(struct text *, const struct node *);

static bool
is_notes(const struct node *node)
{
	const struct str *role = node ? node_attribute(node, "role") : NULL;

	return role && str_is(*role, "doc-endnotes");
}

static bool
is_hidden(const struct node *node)
{
	const struct str *aria = node_attribute(node, "aria-hidden");

	return node_attribute(node, "hidden") ||
	    (aria && str_is(*aria, "true"));
}

bool
text_is_left_out(const struct node *node)
{
	if (node->element == ELEMENT_TEXT)
		return false;
	if (node_is_media(node, "web"))
		return element_heading_level(node->element) == 0 ||
		    !is_notes(node->parent);
	return element_infos[node->element].display == DISPLAY_NONE ||
	    node->element == ELEMENT_NAV || is_hidden(node) ||
	    (node->element == ELEMENT_OL && node_has_class(node, "inhoud"));
}

void
text_children(struct text *t, const struct node *node)
{
	for (const struct node *c = node->first; c; c = c->next)
		write_node(t, c);
}

void
text_flat(struct text *t, const struct node *node)
{
	bool flat = t->lines.flat;

	t->lines.flat = true;
	text_children(t, node);
	t->lines.flat = flat;
}

struct str
text_inside(struct text *t, const struct node *node, bool flat)
{
	struct buf b = BUF_INIT;
	struct text inside = {
		.lines = { .out = &b, .flat = flat }, .arena = t->arena,
	};
	struct str words;

	text_children(&inside, node);
	words = arena_dup(t->arena, buf_str(&b));
	buf_release(&b);
	return words;
}

bool
text_has_lines(struct str words)
{
	return str_find(words, "\n", 0) != (size_t)-1;
}

/* "Wat?" needs no colon. */
static bool
ends_with_stop(struct str s)
{
	return str_ends(s, ":") || str_ends(s, "?") || str_ends(s, "!");
}

void
text_labelled(struct text *t, struct str label, struct str words)
{
	struct lines *l = &t->lines;
	bool below = text_has_lines(words);

	lines_add_block(l, label);
	if (label.n > 0 && words.n > 0 && !ends_with_stop(label))
		lines_add(l, STR(":"));
	if (label.n == 0 || !below) {
		if (label.n > 0)
			lines_add(l, STR(" "));
		lines_add_block(l, words);
		return;
	}
	l->indent++;
	lines_gap(l, GAP_LINE);
	lines_add_block(l, words);
	l->indent--;
}

/* What is in node with a mark before it, if it has words. */
static void
write_marked(struct text *t, const struct node *node, struct str mark,
    int steps)
{
	struct lines *l = &t->lines;
	struct mark before = l->mark;

	if (!l->flat) {
		l->mark.text = arena_printf(t->arena, "%.*s%.*s",
		    (int)before.text.n, before.text.s, (int)mark.n, mark.s);
		l->mark.steps += steps;
	}
	l->indent += steps;
	if (steps > 0)
		text_children(t, node);
	else
		text_flat(t, node);
	l->indent -= steps;
	if (l->mark.text.n > 0)
		l->mark = before;
}

static void
write_heading(struct text *t, const struct node *node, int level)
{
	lines_gap(&t->lines, GAP_BLANK);
	write_marked(t, node, str_slice(STR("###### "), 6 - (size_t)level, 7),
	    0);
	lines_gap(&t->lines, GAP_BLANK);
}

static struct str
list_mark(struct text *t, const struct node *list, long number)
{
	if (is_notes(list->parent))
		return arena_printf(t->arena, "[%ld] ", number);
	if (list->element == ELEMENT_UL)
		return STR("- ");
	return arena_printf(t->arena, "%s ",
	    label_number(t->arena, list, number).s);
}

static void
write_list(struct text *t, const struct node *list)
{
	enum gap around = list->parent->element == ELEMENT_LI ? GAP_LINE :
	    GAP_BLANK;
	long number = label_start(list);
	enum gap gap = around;

	for (const struct node *c = list->first; c; c = c->next) {
		if (c->element != ELEMENT_LI || text_is_left_out(c))
			continue;
		lines_gap(&t->lines, gap);
		number = label_value(c, number);
		write_marked(t, c, list_mark(t, list, number++), 1);
		gap = GAP_LINE;
	}
	lines_gap(&t->lines, around);
}

static void
write_explanation(struct text *t, const struct node *dd, struct buf *terms)
{
	struct str words = text_inside(t, dd, false);

	text_labelled(t, buf_str(terms), words);
	lines_gap(&t->lines, text_has_lines(words) ? GAP_BLANK : GAP_LINE);
	buf_clear(terms);
}

/* With or without a <div> around each pair. */
static void
write_terms(struct text *t, const struct node *node, struct buf *terms)
{
	for (const struct node *c = node->first; c; c = c->next) {
		if (text_is_left_out(c) || c->element == ELEMENT_TEXT)
			continue;
		if (c->element == ELEMENT_DT) {
			buf_adds(terms, terms->n > 0 ? ", " : "");
			buf_add(terms, text_inside(t, c, true));
		} else if (c->element == ELEMENT_DD) {
			write_explanation(t, c, terms);
		} else {
			write_terms(t, c, terms);
		}
	}
}

static void
write_definitions(struct text *t, const struct node *list)
{
	struct buf terms = BUF_INIT;

	lines_gap(&t->lines, GAP_BLANK);
	write_terms(t, list, &terms);
	text_labelled(t, buf_str(&terms), STR(""));
	lines_gap(&t->lines, GAP_BLANK);
	buf_release(&terms);
}

static struct str
address_of(const struct node *a)
{
	const struct str *href = node_attribute(a, "href");
	size_t end;

	if (!href || !str_starts(*href, "mailto:"))
		return node_address(a);
	end = str_find(*href, "?", 0);
	return str_slice(*href, 7, end == (size_t)-1 ? href->n : end);
}

static void
write_link(struct text *t, const struct node *a)
{
	struct str address = address_of(a), words;
	struct buf *out = t->lines.out;
	size_t from = out->n;

	text_children(t, a);
	/* a pass or a template has put it there for readers of paper */
	if (a->next && node_is_media(a->next, "pdf"))
		return;
	words = str_slice(buf_str(out), from, out->n);
	if (address.n == 0 || words.n == 0 ||
	    str_find(words, arena_cstr(t->arena, address), 0) != (size_t)-1)
		return;
	lines_add(&t->lines, STR(" ("));
	lines_add(&t->lines, address);
	lines_add(&t->lines, STR(")"));
}

static void
write_picture(struct text *t, const struct node *img)
{
	const struct str *alt = node_attribute(img, "alt");
	bool in_figure = img->parent->element == ELEMENT_FIGURE;

	if (!alt || alt->n == 0)
		return;
	if (in_figure) {
		lines_gap(&t->lines, GAP_BLANK);
		lines_add(&t->lines, STR("Afbeelding: "));
	}
	lines_add(&t->lines, *alt);
	if (in_figure)
		lines_gap(&t->lines, GAP_BLANK);
}

/* "[1]"; the comma between two calls is for figures set high. */
static void
write_call(struct text *t, const struct node *sup)
{
	if (!sup->first || sup->first->element != ELEMENT_A)
		return;
	lines_add(&t->lines, STR("["));
	text_children(t, sup);
	lines_add(&t->lines, STR("]"));
}

static void
write_block(struct text *t, const struct node *node)
{
	bool exact = t->lines.exact;
	int steps = node->element == ELEMENT_BLOCKQUOTE;

	lines_gap(&t->lines, GAP_BLANK);
	t->lines.exact |= node->element == ELEMENT_PRE;
	t->lines.indent += steps;
	text_children(t, node);
	t->lines.indent -= steps;
	t->lines.exact = exact;
	lines_gap(&t->lines, GAP_BLANK);
}

/* In a heading it sets lines apart that have no stop at their end. */
static void
write_break(struct text *t, const struct node *br)
{
	struct lines *l = &t->lines;

	if (!l->flat && l->gap == GAP_NONE)
		lines_gap(l, GAP_LINE);
	if (!l->flat || !l->begun || !br->next)
		return;
	if (!strchr(",;:.?!", l->out->s[l->out->n - 1]))
		lines_add(l, STR(","));
	lines_add(l, STR(" "));
}

static void
write_inline(struct text *t, const struct node *node)
{
	switch (node->element) {
	case ELEMENT_TEXT:
		lines_add(&t->lines, node->text);
		break;
	case ELEMENT_BR:
		write_break(t, node);
		break;
	case ELEMENT_A:
		write_link(t, node);
		break;
	case ELEMENT_IMG:
		write_picture(t, node);
		break;
	default:
		if (node_is_beside_text(node))
			write_call(t, node);
		else
			text_children(t, node);
	}
}

static void
write_node(struct text *t, const struct node *node)
{
	int level = element_heading_level(node->element);

	if (text_is_left_out(node))
		return;
	if (level > 0)
		write_heading(t, node, level);
	else if (element_infos[node->element].display == DISPLAY_LIST)
		write_list(t, node);
	else if (node->element == ELEMENT_DL)
		write_definitions(t, node);
	else if (node->element == ELEMENT_TABLE)
		text_table(t, node);
	else if (element_is_phrasing(node->element))
		write_inline(t, node);
	else
		write_block(t, node);
}

void
text_write(const struct document *document, struct buf *out)
{
	struct text t = { .lines = { .out = out }, .arena = arena_new() };

	write_node(&t, document->root);
	if (t.lines.begun)
		buf_addc(out, '\n');
	arena_free(t.arena);
}
