/* split.c -- stage 5b: places to divide what is wider than a line can be */
#include "cut.h"
#include "inline.h"

/* Points and turns that grow together. */
struct splitter {
	struct arena *arena;
	const struct inline_text *from;
	struct inline_text *to;
};

static void
add(struct splitter *s, struct break_point point, struct turn turn)
{
	struct inline_text *t = s->to;

	t->points = arena_grow(s->arena, t->points, t->n_points,
	    sizeof point);
	t->turns = arena_grow(s->arena, t->turns, t->n_points, sizeof turn);
	t->points[t->n_points] = point;
	t->turns[t->n_points++] = turn;
}

/* A point like before, but at x and place. */
static void
add_emergency(struct splitter *s, const struct break_point *before, double x,
    struct inline_place place)
{
	add(s, (struct break_point) { .end = x, .next = x,
	    .end_spaces = before->next_spaces,
	    .next_spaces = before->next_spaces,
	    .penalty = PENALTY_EMERGENCY },
	    (struct turn) { place, place, false });
}

/*
 * Points between the glyphs of one piece, from begin up to end (both left
 * out).  A call of a footnote stays whole, and on the line of its word.
 */
static void
split_piece(struct splitter *s, unsigned i, const struct break_point *before,
    struct inline_place begin, struct inline_place end)
{
	const struct inline_piece *p = &s->from->pieces[i];
	struct inline_place place = { i, 0, p->text };
	double x = p->x;

	if (p->span->is_call)
		return;
	if (i > begin.piece)
		add_emergency(s, before, x, place);
	for (unsigned g = 0; p->word && g < p->word->n; g++) {
		const struct shaped_glyph *glyph = &p->word->glyphs[g];

		if (i == end.piece && g >= end.glyph)
			return;
		place.glyph = g;
		if (g && glyph->bytes && (i > begin.piece || g > begin.glyph))
			add_emergency(s, before, x, place);
		x += glyph->advance * p->span->style->size;
		place.text += glyph->bytes;
	}
}

/* Points in all that stands between points k - 1 and k. */
static void
split_between(struct splitter *s, size_t k)
{
	struct inline_place begin = s->from->turns[k - 1].begin;
	struct inline_place end = s->from->turns[k].end;

	for (unsigned i = begin.piece; i < s->from->n_pieces; i++) {
		if (i > end.piece || (i == end.piece && !end.glyph))
			break;
		split_piece(s, i, &s->from->points[k - 1], begin, end);
	}
}

static double
width_before(const struct inline_text *t, size_t k)
{
	return t->points[k].end + t->points[k].hyphen - t->points[k - 1].next;
}

const struct inline_text *
inline_split(struct arena *a, const struct inline_text *t, double limit)
{
	struct splitter s = { .arena = a, .from = t };

	if (inline_min_width(t) <= limit)
		return t;
	s.to = arena_alloc(a, sizeof *s.to);
	*s.to = *t;
	s.to->points = NULL;
	s.to->turns = NULL;
	s.to->n_points = 0;
	for (size_t k = 0; k < t->n_points; k++) {
		if (k && width_before(t, k) > limit)
			split_between(&s, k);
		add(&s, t->points[k], t->turns[k]);
	}
	return s.to;
}
