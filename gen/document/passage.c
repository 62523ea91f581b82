/* passage.c -- stage 4: the text of one block in one piece, with its places */
#include "passage.h"

#include <stdlib.h>

#include "../base/die.h"

static bool
is_block(const struct node *node)
{
	return !element_is_phrasing(node->element);
}

static bool
begins_passage(const struct node *node)
{
	return is_block(node) ||
	    (node->previous && is_block(node->previous));
}

static bool
is_left_out(const struct node *node)
{
	return node->element == ELEMENT_HEAD ||
	    node->element == ELEMENT_SCRIPT ||
	    node->element == ELEMENT_STYLE ||
	    node->element == ELEMENT_TS_NOOT ||
	    (node->element == ELEMENT_SUP &&
	    node_has_class(node, "nootverwijzing"));
}

static void
add_piece(struct passage *p, const struct node *node)
{
	if (p->n == p->room) {
		p->room = p->room ? 2 * p->room : 16;
		p->pieces = xrealloc(p->pieces, p->room * sizeof *p->pieces);
	}
	p->pieces[p->n++] = (struct piece){ p->text.n, node };
	buf_add(&p->text, node->text);
	if (node->element == ELEMENT_BR)
		buf_addc(&p->text, '\n');
}

static const struct node *
block_of(const struct node *node)
{
	while (node->parent && !is_block(node))
		node = node->parent;
	return node;
}

bool
passage_next(struct passage *p)
{
	if (!p->begun)
		p->at = p->top;
	p->begun = true;
	buf_clear(&p->text);
	p->n = 0;
	for (; p->at; p->at = node_next(p->at, p->top)) {
		while (p->at && is_left_out(p->at))
			p->at = node_skip(p->at, p->top);
		if (!p->at)
			break;
		if (begins_passage(p->at) &&
		    str_trim(buf_str(&p->text)).n > 0)
			break;
		if (p->at->text.n > 0 || p->at->element == ELEMENT_BR)
			add_piece(p, p->at);
	}
	if (str_trim(buf_str(&p->text)).n == 0)
		return false;
	p->block = block_of(p->pieces[0].node);
	return true;
}

static const struct piece *
piece_at(const struct passage *p, size_t offset)
{
	size_t low = 0, high = p->n, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (p->pieces[middle].start <= offset)
			low = middle;
		else
			high = middle;
	}
	return &p->pieces[low];
}

const struct node *
passage_node(const struct passage *p, size_t offset)
{
	return piece_at(p, offset)->node;
}

struct loc
passage_place(const struct passage *p, size_t offset)
{
	const struct piece *piece = piece_at(p, offset);

	return text_place(piece->node, offset - piece->start);
}

bool
passage_is_filled_in(const struct passage *p, size_t from, size_t last)
{
	const struct piece *end = piece_at(p, last);

	for (const struct piece *i = piece_at(p, from); i < end; i++)
		if (is_filled_in(i->node, 0))
			return true;
	return is_filled_in(end->node, last - end->start);
}

void
passage_release(struct passage *p)
{
	buf_release(&p->text);
	free(p->pieces);
}

size_t
white_length(struct str s, size_t at)
{
	if (at >= s.n)
		return 0;
	if (s.s[at] == ' ' || (s.s[at] >= '\t' && s.s[at] <= '\r'))
		return 1;
	if (s.s[at] == '\xC2' && at + 1 < s.n && s.s[at + 1] == '\xA0')
		return 2;	/* no-break space */
	return 0;
}

static size_t
skip_white(struct str s, size_t at)
{
	size_t n;

	while ((n = white_length(s, at)) > 0)
		at += n;
	return at;
}

static size_t
skip_word(struct str s, size_t at)
{
	while (at < s.n && white_length(s, at) == 0)
		at++;
	return at;
}

bool
word_next(struct str text, size_t *at, struct word *word)
{
	word->from = skip_white(text, *at);
	*at = skip_word(text, word->from);
	word->text = str_slice(text, word->from, *at);
	return word->text.n > 0;
}

bool
is_word_letter(unsigned c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

bool
is_of_template(const struct node *node)
{
	return node->loc.src &&
	    str_ends(str_from(node->loc.src->path), ".mustache");
}

/*
 * Typography changes signs, and lines are broken elsewhere, but the words of
 * a text are those of its source, one by one.
 */
static bool
find_place(const struct node *node, size_t offset, struct loc *loc)
{
	struct str text = node->text, source;
	size_t i = 0, from, length;

	*loc = node->loc;
	if (!loc->src || loc->line == 0)
		return false;
	source = loc->src->text;
	from = source_offset(loc->src, loc->line, loc->column);
	while (i < offset) {
		if (white_length(text, i) > 0) {
			i = skip_white(text, i);
			from = skip_white(source, skip_word(source, from));
			continue;
		}
		utf8_next(text, &i);
		if (from < source.n && source.s[from] == '\\')
			from++;
		if (from < source.n && white_length(source, from) == 0)
			utf8_next(source, &from);
	}
	length = text.n - i < 3 ? text.n - i : 3;
	if (i != offset || !str_eq(str_slice(text, i, i + length),
	    str_slice(source, from, from + length)))
		return false;
	*loc = source_loc(loc->src, from);
	return true;
}

struct loc
text_place(const struct node *node, size_t offset)
{
	struct loc loc;

	find_place(node, offset, &loc);
	return loc;
}

bool
is_filled_in(const struct node *node, size_t offset)
{
	struct loc loc = node->loc;
	struct str source;
	size_t at;

	if (!is_of_template(node) || loc.line == 0)
		return false;
	source = loc.src->text;
	at = source_offset(loc.src, loc.line, loc.column);
	return str_starts(str_slice(source, at, source.n), "{{") ||
	    (offset > 0 && !find_place(node, offset, &loc));
}
