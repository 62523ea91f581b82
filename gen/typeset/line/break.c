/* break.c -- stage 5b: the optimum lines for a paragraph */
#include "break.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/die.h"

/* Demerits: the square of badness and of penalties, and these. */
enum {
	LINE_DEMERIT = 10,	/* of each line, so fewer are better */
	HYPHENS_DEMERITS = 10000,	/* two lines in a row end in a hyphen */
	LAST_HYPHEN_DEMERITS = 5000,	/* the line before the last does */
	UNEVEN_DEMERITS = 10000,	/* a tight line beside a loose one */
	SHORT_DEMERITS = 10000,	/* the last line is one short word */
	MAX_BADNESS = 10000,
	TOLERANCE = 200		/* badness of a line in the first attempt */
};

/* Of the width of a space: how far it gives before badness is 100. */
static const double stretch = 0.5;
static const double shrink = 0.25;

/* Sums of floating-point widths differ by less than this. */
static const double slack = 1e-4;

enum fit { FIT_TIGHT, FIT_NORMAL, FIT_LOOSE, FIT_VERY_LOOSE, FITS };

/* The best way to end a line of this fit at a point. */
struct node {
	size_t point;
	size_t previous;	/* node of the line before */
	double demerits;	/* of all lines up to here */
	enum fit fit;
};

struct breaker {
	const struct break_point *points;
	const struct break_measure *measure;
	double tolerance;
	struct node *nodes;	/* all that were made; 0 is the start */
	size_t n_nodes, room;
	size_t *active;		/* nodes a line may still begin at, ascending */
	size_t n_active, active_room;
};

/* A line from one point to another. */
struct fitting {
	bool fits;
	double badness;
	double demerits;	/* whatever the line before is like */
	enum fit fit;
};

/* Ragged lines have equal spaces, so none is tighter than another. */
static enum fit
fit_of(const struct break_measure *m, double ratio)
{
	if (!m->justify)
		return FIT_NORMAL;
	if (ratio < -0.5)
		return FIT_TIGHT;
	if (ratio <= 0.5)
		return FIT_NORMAL;
	return ratio <= 1 ? FIT_LOOSE : FIT_VERY_LOOSE;
}

/* How far the line's white is stretched (1: just acceptable) or shrunk. */
static double
ratio_of(const struct break_measure *m, double room, double spaces,
    bool is_last)
{
	if (room >= 0) {
		double white = m->justify ? spaces * stretch : m->ragged;

		if (is_last || room <= slack)
			return 0;
		return white > 0 ? room / white : INFINITY;
	}
	if (room >= -slack)
		return 0;
	return m->justify && spaces > 0 ? room / (spaces * shrink) : -INFINITY;
}

static double
measure_at(const struct break_measure *m, size_t from)
{
	return from ? m->rest : m->first;
}

/* Whether a line from there is too wide at to, and so at all later points. */
static bool
is_past(const struct breaker *k, size_t from, size_t to)
{
	const struct break_point *a = &k->points[from], *b = &k->points[to];
	double least = b->end - a->next;

	if (k->measure->justify)
		least -= (b->end_spaces - a->next_spaces) * shrink;
	return least > measure_at(k->measure, from) + slack;
}

static bool
is_short(const struct break_point *points, const struct break_measure *m,
    size_t from, size_t to)
{
	const struct break_point *a = &points[from], *b = &points[to];

	return from && b->is_forced && b->end_spaces <= a->next_spaces &&
	    b->end - a->next < m->short_line;
}

static double
line_demerits(const struct break_point *points, const struct break_measure *m,
    size_t from, size_t to, double badness)
{
	const struct break_point *a = &points[from], *b = &points[to];
	double sum = (LINE_DEMERIT + badness) * (LINE_DEMERIT + badness);

	sum += (double)b->penalty * b->penalty;
	if (a->is_hyphen && b->is_hyphen)
		sum += HYPHENS_DEMERITS;
	if (a->is_hyphen && b->is_forced)
		sum += LAST_HYPHEN_DEMERITS;
	if (is_short(points, m, from, to))
		sum += SHORT_DEMERITS;
	return sum;
}

static struct fitting
fit_line(const struct break_point *points, const struct break_measure *m,
    size_t from, size_t to)
{
	const struct break_point *a = &points[from], *b = &points[to];
	double room = measure_at(m, from) - (b->end + b->hyphen - a->next);
	double ratio = ratio_of(m, room, b->end_spaces - a->next_spaces,
	    b->is_forced);
	struct fitting f = { .fits = ratio >= -1 };

	if (!f.fits)
		return f;
	f.fit = fit_of(m, ratio);
	f.badness = fmin(100 * fabs(ratio * ratio * ratio), MAX_BADNESS);
	f.demerits = line_demerits(points, m, from, to, f.badness);
	return f;
}

static double
uneven_demerits(enum fit a, enum fit b)
{
	return abs((int)a - (int)b) > 1 ? UNEVEN_DEMERITS : 0;
}

double
break_demerits(const struct break_point *points,
    const struct break_measure *m, const size_t *ends, size_t n_lines)
{
	enum fit before = FIT_NORMAL;
	double sum = 0;
	size_t from = 0;

	for (size_t i = 0; i < n_lines; i++) {
		struct fitting f = fit_line(points, m, from, ends[i]);

		if (!f.fits)
			return INFINITY;
		sum += f.demerits + uneven_demerits(before, f.fit);
		before = f.fit;
		from = ends[i];
	}
	return sum;
}

static void
add_node(struct breaker *k, struct node node)
{
	if (k->n_nodes == k->room) {
		k->room = k->room ? 2 * k->room : 64;
		k->nodes = xrealloc(k->nodes, k->room * sizeof *k->nodes);
	}
	if (k->n_active == k->active_room) {
		k->active_room = k->active_room ? 2 * k->active_room : 64;
		k->active = xrealloc(k->active,
		    k->active_room * sizeof *k->active);
	}
	k->active[k->n_active++] = k->n_nodes;
	k->nodes[k->n_nodes++] = node;
}

/* Keep the line from node i to point if it is the best of its fit. */
static void
try_line(const struct breaker *k, size_t i, size_t point,
    const struct fitting *f, struct node *best)
{
	const struct node *from = &k->nodes[i];
	double demerits = from->demerits + f->demerits +
	    uneven_demerits(from->fit, f->fit);

	if (demerits < best[f->fit].demerits)
		best[f->fit] = (struct node) { point, i, demerits, f->fit };
}

/*
 * Try the lines from all active nodes to point.  Lines that begin later are
 * looser, so after the first that is too loose none needs to be looked at.
 */
static void
try_lines(struct breaker *k, size_t point, struct node *best)
{
	size_t kept = 0, i = 0, from = (size_t)-1;
	struct fitting f = { .fits = false };

	for (; i < k->n_active; i++) {
		size_t node = k->active[i];

		if (k->nodes[node].point != from) {
			from = k->nodes[node].point;
			f = fit_line(k->points, k->measure, from, point);
		}
		if (f.fits && f.badness > k->tolerance)
			break;
		if (f.fits)
			try_line(k, node, point, &f, best);
		if (f.fits || !is_past(k, from, point))
			k->active[kept++] = node;
	}
	if (kept < i)
		memmove(k->active + kept, k->active + i,
		    (k->n_active - i) * sizeof *k->active);
	k->n_active -= i - kept;
}

/*
 * Make nodes of the best lines.  One that is worse than another of the same
 * point by more than a neighbour's fit can cost will never win.
 */
static void
add_best(struct breaker *k, const struct node *best)
{
	double least = INFINITY;

	for (int f = 0; f < FITS; f++)
		least = fmin(least, best[f].demerits);
	for (int f = 0; f < FITS; f++)
		if (isfinite(best[f].demerits) &&
		    best[f].demerits <= least + UNEVEN_DEMERITS)
			add_node(k, best[f]);
}

/* Find the best lines that end at a point.  False if no line can go on. */
static bool
try_point(struct breaker *k, size_t point)
{
	struct node best[FITS];
	size_t last = k->active[k->n_active - 1];

	for (int f = 0; f < FITS; f++)
		best[f].demerits = INFINITY;
	try_lines(k, point, best);
	if (k->points[point].is_forced)
		k->n_active = 0;
	add_best(k, best);
	if (k->n_active)
		return true;
	if (k->tolerance < MAX_BADNESS)
		return false;
	/* A single thing that is too wide: it gets a line of its own. */
	add_node(k, (struct node) { point, last, k->nodes[last].demerits,
	    FIT_NORMAL });
	return true;
}

/* Go through all points; false if the tolerance leaves no way. */
static bool
attempt(struct breaker *k, size_t n, double tolerance)
{
	k->n_nodes = k->n_active = 0;
	k->tolerance = tolerance;
	add_node(k, (struct node) { .fit = FIT_NORMAL });
	for (size_t i = 1; i < n; i++)
		if (!try_point(k, i))
			return false;
	return true;
}

static size_t
best_end(const struct breaker *k)
{
	size_t best = k->active[0];

	for (size_t i = 1; i < k->n_active; i++)
		if (k->nodes[k->active[i]].demerits < k->nodes[best].demerits)
			best = k->active[i];
	return best;
}

/*
 * The first attempt looks at good lines only.  What it finds tells how bad a
 * line may be if another way is to have less demerits, which the second
 * attempt looks for.
 */
static void
find_optimum(struct breaker *k, size_t n)
{
	double demerits, worst = LINE_DEMERIT + TOLERANCE;

	if (!attempt(k, n, TOLERANCE)) {
		attempt(k, n, MAX_BADNESS);
		return;
	}
	demerits = k->nodes[best_end(k)].demerits;
	if (demerits > worst * worst)
		attempt(k, n, fmin(sqrt(demerits), MAX_BADNESS));
}

size_t
break_lines(const struct break_point *points, size_t n,
    const struct break_measure *m, size_t *ends)
{
	struct breaker k = { .points = points, .measure = m };
	size_t count = 0, node;

	find_optimum(&k, n);
	node = best_end(&k);
	for (size_t i = node; i; i = k.nodes[i].previous)
		count++;
	for (size_t i = count; i-- > 0; node = k.nodes[node].previous)
		ends[i] = k.nodes[node].point;
	free(k.nodes);
	free(k.active);
	return count;
}
