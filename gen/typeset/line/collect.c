/* collect.c -- stage 5b: words, spaces and pictures -> pieces and points */
#include "collect.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/diag.h"
#include "../../base/die.h"

enum { TAB_SPACES = 4 };	/* for a tab inside <pre> */

static void
add_point(struct collector *c, struct break_point point, struct turn turn)
{
	if (c->n_points == c->point_room) {
		c->point_room = c->point_room ? 2 * c->point_room : 64;
		c->points = xrealloc(c->points,
		    c->point_room * sizeof *c->points);
		c->turns = xrealloc(c->turns,
		    c->point_room * sizeof *c->turns);
	}
	c->points[c->n_points] = point;
	c->turns[c->n_points++] = turn;
}

/* The place behind all that was added. */
static struct inline_place
last_place(const struct collector *c)
{
	return (struct inline_place) { (unsigned)c->n_pieces, 0,
	    (unsigned)c->text.n };
}

/* A point between two pieces, without a space. */
static void
add_joint(struct collector *c, bool is_forced)
{
	struct inline_place place = last_place(c);

	add_point(c, (struct break_point) { .end = c->x, .next = c->x,
	    .end_spaces = c->spaces, .next_spaces = c->spaces,
	    .penalty = PENALTY_WISH, .is_forced = is_forced },
	    (struct turn) { place, place, false });
}

/*
 * How far the last letter of a line may stick out, so that the margin looks
 * straight: half of a sign that is mostly white.
 */
static double
overhang(const struct style *style, struct str letter, double advance)
{
	static const char *const signs[] = { ".", ",", "-", "\u00AD", "\u2010",
		"\u2019", "\u201D" };

	if (!style->hang || style->align != ALIGN_JUSTIFY)
		return 0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_is(letter, signs[i]))
			return advance * style->size / 2;
	return 0;
}

/* Of the text that was added last. */
static double
last_overhang(const struct collector *c)
{
	const struct inline_piece *p = c->n_pieces ?
	    &c->pieces[c->n_pieces - 1] : NULL;
	const struct shaped_glyph *last;

	if (!p || !p->span->style->hang || !p->word || !p->word->n)
		return 0;
	last = &p->word->glyphs[p->word->n - 1];
	return overhang(p->span->style, str_slice(buf_str(&c->text),
	    c->text.n - last->bytes, c->text.n), last->advance);
}

/* Add a piece whose text begins at offset text. */
static void
add_piece(struct collector *c, const struct inline_span *span,
    const struct shaped_word *word, size_t text, bool is_space)
{
	if (c->n_pieces == c->piece_room) {
		c->piece_room = c->piece_room ? 2 * c->piece_room : 64;
		c->pieces = xrealloc(c->pieces,
		    c->piece_room * sizeof *c->pieces);
	}
	c->pieces[c->n_pieces++] = (struct inline_piece) { .span = span,
	    .word = word, .x = c->x, .text = (unsigned)text,
	    .is_space = is_space };
	c->x += word ? word->advance * span->style->size :
	    span->picture->width + span->picture->gap;
}

/* may_end: a line may end here, and the space stretches. */
static void
add_space(struct collector *c, const struct inline_span *span, bool may_end)
{
	struct break_point point = { .end = c->x - last_overhang(c),
	    .end_spaces = c->spaces, .penalty = PENALTY_SPACE };
	struct turn turn = { .end = last_place(c) };
	double start = c->x;

	add_piece(c, span, font_shape(span->style->font, STR(" ")),
	    c->text.n, may_end);
	buf_addc(&c->text, ' ');
	if (!may_end)
		return;
	c->spaces += c->x - start;
	point.next = c->x;
	point.next_spaces = c->spaces;
	turn.begin = last_place(c);
	add_point(c, point, turn);
}

/* Make ready for a piece: add what is pending.  No call begins a line. */
static void
flush(struct collector *c)
{
	bool may_end = !c->span->is_call;

	if (c->pending == PENDING_SPACE)
		add_space(c, c->pending_span, may_end);
	else if (c->pending == PENDING_WISH && may_end)
		add_joint(c, false);
	c->pending = PENDING_NOTHING;
	c->is_fresh = false;
}

/* A place between two letters of the last piece. */
struct seam {
	unsigned glyph;		/* the one behind it */
	double x;
	struct str cluster;	/* the letter before it */
	double advance;		/* of that letter */
};

static void
add_cut_point(struct collector *c, const struct cut *cut,
    const struct seam *seam)
{
	const struct inline_piece *p = &c->pieces[c->n_pieces - 1];
	const struct style *style = p->span->style;
	struct inline_place place = { (unsigned)c->n_pieces - 1, seam->glyph,
	    p->text + (unsigned)cut->at };
	struct break_point point = { .end = seam->x, .next = seam->x,
	    .end_spaces = c->spaces, .next_spaces = c->spaces,
	    .penalty = cut->penalty, .is_hyphen = cut->is_hyphen };
	const struct shaped_word *division;

	if (cut->is_division) {
		division = font_divide(style->font, seam->cluster);
		if (!division)
			return;
		point.hyphen = (division->advance - seam->advance) *
		    style->size - overhang(style, STR("\u00AD"),
		    division->glyphs[division->n - 1].advance);
	} else {
		point.end -= overhang(style, seam->cluster, seam->advance);
	}
	add_point(c, point, (struct turn) { place, place, cut->is_division });
}

/* The points inside the last piece, whose text is word. */
static void
add_cut_points(struct collector *c, struct str word)
{
	const struct inline_piece p = c->pieces[c->n_pieces - 1];
	const struct cut *cut = c->cuts.list, *end = cut + c->cuts.n;
	struct seam seam = { .x = p.x, .cluster = { word.s, 0 } };
	size_t at = 0;

	for (; cut < end && seam.glyph < p.word->n; seam.glyph++) {
		const struct shaped_glyph *glyph = &p.word->glyphs[seam.glyph];

		if (glyph->bytes) {
			while (cut < end && cut->at < at)
				cut++;
			if (seam.glyph && cut < end && cut->at == at)
				add_cut_point(c, cut, &seam);
			seam.cluster = str_slice(word, at, at + glyph->bytes);
			seam.advance = 0;
			at += glyph->bytes;
		}
		seam.advance += glyph->advance;
		seam.x += glyph->advance * p.span->style->size;
	}
}

static bool
is_told(struct collector *c, unsigned character)
{
	for (size_t i = 0; i < c->n_missing; i++)
		if (c->missing[i] == character)
			return true;
	if (c->n_missing == MAX_MISSING)
		return true;
	c->missing[c->n_missing++] = character;
	return false;
}

/* Tell which characters of the word the font does not have. */
static void
tell_missing(struct collector *c, const struct shaped_word *shaped,
    struct str word)
{
	struct builder *b = c->builder;
	size_t at = 0;

	for (size_t i = 0; i < shaped->n; i++) {
		size_t next = at;
		unsigned character;

		if (shaped->glyphs[i].id || !shaped->glyphs[i].bytes) {
			at += shaped->glyphs[i].bytes;
			continue;
		}
		character = utf8_next(word, &next);
		if (!is_told(c, character))
			diag_at(b->diag, c->loc, DIAG_MISSING_CHARACTER,
			    arena_dup(b->arena, str_slice(word, at, next)).s,
			    arena_printf(b->arena, "U+%04X", character).s,
			    font_name(c->span->style->font));
		at += shaped->glyphs[i].bytes;
	}
}

/*
 * Length of the sign at s that only tells where a word may be divided: a soft
 * hyphen or a space without width.
 */
static size_t
invisible_length(struct str s)
{
	if (str_starts(s, "\u00AD"))
		return 2;
	return str_starts(s, "\u200B") ? 3 : 0;
}

/*
 * Add the text of a word without its invisible signs, which become cuts.  A
 * word that has any is divided nowhere else.
 */
static void
add_marked_word(struct collector *c, struct str word)
{
	size_t start = c->text.n, length;

	c->cuts.n = 0;
	for (size_t i = 0; i < word.n; i += length ? length : 1) {
		length = invisible_length(str_slice(word, i, word.n));
		if (!length)
			buf_addc(&c->text, word.s[i]);
		else if (length == 2)
			cuts_add(&c->cuts, (struct cut) { c->text.n - start,
			    PENALTY_DIVISION, true, true });
		else
			cuts_add(&c->cuts, (struct cut) { c->text.n - start,
			    PENALTY_WISH, false, false });
	}
}

/* Whether a text has signs of which invisible_length tells. */
static bool
is_marked(struct str text)
{
	static const size_t nowhere = (size_t)-1;

	return str_find(text, "\u00AD", 0) != nowhere ||
	    str_find(text, "\u200B", 0) != nowhere;
}

static bool
is_invisible(struct str word)
{
	size_t i = 0, n;

	while (i < word.n && (n = invisible_length(str_slice(word, i,
	    word.n))) > 0)
		i += n;
	return i == word.n;
}

static void
add_word(struct collector *c, struct str word)
{
	const struct style *style = c->span->style;
	bool hyphenate = style->hyphenate && c->span->is_dutch;
	bool has_signs = c->has_signs && is_marked(word);
	const struct shaped_word *shaped;
	size_t start;

	if (has_signs && is_invisible(word))
		return;
	flush(c);
	start = c->text.n;
	if (has_signs) {
		add_marked_word(c, word);
		word = str_slice(buf_str(&c->text), start, c->text.n);
	} else {
		buf_add(&c->text, word);
		cuts_find(&c->cuts, word,
		    hyphenate ? c->builder->hyphenator : NULL);
	}
	shaped = font_shape(style->font, word);
	if (shaped->has_missing)
		tell_missing(c, shaped, word);
	add_piece(c, c->span, shaped, start, false);
	if (c->cuts.n)
		add_cut_points(c, word);
}

/* Only white space at which a line may break: no-break spaces are letters. */
static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void
collect_white(struct collector *c, char white)
{
	if (c->keep_spaces && white == '\n') {
		collect_break(c);
	} else if (c->keep_spaces) {
		for (int n = white == '\t' ? TAB_SPACES : 1; n > 0; n--)
			add_space(c, c->span, !c->is_fresh);
	} else if (!c->is_fresh && c->pending != PENDING_SPACE) {
		c->pending = PENDING_SPACE;
		c->pending_span = c->span;
	}
}

void
collect_text(struct collector *c, struct str text)
{
	size_t i = 0;

	c->has_signs = is_marked(text);
	while (i < text.n) {
		size_t start = i;

		while (i < text.n && !is_space(text.s[i]))
			i++;
		if (i > start)
			add_word(c, str_slice(text, start, i));
		if (i < text.n)
			collect_white(c, text.s[i++]);
	}
}

void
collect_break(struct collector *c)
{
	c->pending = PENDING_NOTHING;
	add_joint(c, true);
	c->is_fresh = true;
}

void
collect_wish(struct collector *c)
{
	if (!c->is_fresh && c->pending == PENDING_NOTHING)
		c->pending = PENDING_WISH;
}

void
collect_picture(struct collector *c)
{
	flush(c);
	add_piece(c, c->span, NULL, c->text.n, false);
}

void
collect_mark(struct collector *c, struct inline_mark mark)
{
	struct inline_text *t = c->result;

	mark.piece = c->n_pieces + (c->pending == PENDING_SPACE);
	t->marks = arena_grow(c->builder->arena, t->marks, t->n_marks,
	    sizeof mark);
	t->marks[t->n_marks++] = mark;
}

void
collect_init(struct collector *c, struct builder *b,
    const struct inline_span *base)
{
	*c = (struct collector) { .builder = b, .span = base,
	    .text = BUF_INIT, .cuts = CUTS_INIT, .is_fresh = true };
	c->result = arena_alloc(b->arena, sizeof *c->result);
	c->result->base = base;
	add_joint(c, false);
}

static void *
copy(struct arena *a, const void *array, size_t n, size_t size)
{
	void *p = arena_array(a, n, size);

	return n ? memcpy(p, array, n * size) : p;
}

/* A <br/> at the very end makes no empty line. */
struct inline_text *
collect_end(struct collector *c)
{
	struct inline_text *t = c->result;
	struct arena *a = c->builder->arena;

	if (!c->points[c->n_points - 1].is_forced || !c->is_fresh)
		add_joint(c, true);
	t->n_pieces = c->n_pieces;
	t->n_points = c->n_points;
	t->pieces = copy(a, c->pieces, t->n_pieces, sizeof *t->pieces);
	t->points = copy(a, c->points, t->n_points, sizeof *t->points);
	t->turns = copy(a, c->turns, t->n_points, sizeof *t->turns);
	t->text = buf_detach(&c->text, a);
	free(c->pieces);
	free(c->points);
	free(c->turns);
	cuts_release(&c->cuts);
	return t->n_pieces ? t : NULL;
}
