/* check_break.c -- line breaking over bare numbers finds the optimum */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "../gen/typeset/line/break.h"
#include "suites.h"
#include "work.h"

enum { MAX_POINTS = 16 };

/* A paragraph of bare numbers that grows by words. */
struct text {
	struct break_point points[MAX_POINTS];
	size_t n;
	double x, spaces;
};

static const struct break_measure ragged = { .first = 100, .rest = 100,
	.ragged = 20, .short_line = 20 };
static const struct break_measure justified = { .first = 100, .rest = 100,
	.justify = true, .short_line = 20 };

/* xorshift; the same numbers everywhere. */
static unsigned
next_random(unsigned *seed, unsigned below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed % below;
}

static void
begin(struct text *t)
{
	*t = (struct text) { .n = 1 };
}

/* A word, and a space of 5 at which the line may end. */
static void
add_word(struct text *t, double width)
{
	t->x += width;
	t->points[t->n++] = (struct break_point) { .end = t->x,
	    .next = t->x + 5, .end_spaces = t->spaces,
	    .next_spaces = t->spaces + 5 };
	t->x += 5;
	t->spaces += 5;
}

/* A part of a word, and a hyphen of 3 with which the line may end. */
static void
add_part(struct text *t, double width)
{
	t->x += width;
	t->points[t->n++] = (struct break_point) { .end = t->x, .next = t->x,
	    .end_spaces = t->spaces, .next_spaces = t->spaces, .hyphen = 3,
	    .penalty = 60, .is_hyphen = true };
}

/* The last word of a line that must end. */
static void
add_last(struct text *t, double width)
{
	t->x += width;
	t->points[t->n++] = (struct break_point) { .end = t->x, .next = t->x,
	    .end_spaces = t->spaces, .next_spaces = t->spaces,
	    .is_forced = true };
}

static size_t
count_forced(const struct text *t, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = from + 1; i < to; i++)
		n += t->points[i].is_forced;
	return n;
}

/* The least demerits of all ways to break, by trying each. */
static double
brute_force(const struct text *t, const struct break_measure *m)
{
	double best = INFINITY;

	for (unsigned set = 0; set < 1u << (t->n - 2); set++) {
		size_t ends[MAX_POINTS], n = 0, from = 0;
		bool is_allowed = true;

		for (size_t i = 1; i < t->n; i++) {
			if (i + 1 < t->n && !(set >> (i - 1) & 1))
				continue;
			is_allowed &= !count_forced(t, from, i);
			ends[n++] = from = i;
		}
		if (is_allowed)
			best = fmin(best, break_demerits(t->points, m, ends,
			    n));
	}
	return best;
}

static void
random_text(struct text *t, unsigned *seed)
{
	size_t n = 2 + next_random(seed, MAX_POINTS - 3);
	unsigned widest = 8 + next_random(seed, 40);

	begin(t);
	while (t->n < n) {
		double width = 3 + next_random(seed, widest);

		switch (next_random(seed, 12)) {
		case 0:
			add_last(t, width);
			break;
		case 1: case 2: case 3:
			add_part(t, width);
			if (next_random(seed, 3) == 0)
				t->points[t->n - 1].penalty = 1000;
			break;
		default:
			add_word(t, width);
		}
	}
	add_last(t, 3 + next_random(seed, widest));
}

START_TEST(equals_brute_force)
{
	unsigned seed = 20200501u + (unsigned)_i;

	for (int k = 0; k < 400; k++) {
		unsigned start = seed;
		struct break_measure m = _i % 2 ? ragged : justified;
		struct text t;
		size_t ends[MAX_POINTS], n;
		double best, found;

		random_text(&t, &seed);
		m.rest = 50 + next_random(&seed, 100);
		m.first = m.rest - 20 + next_random(&seed, 5) * 10;
		m.ragged = 5 + next_random(&seed, 40);
		best = brute_force(&t, &m);
		n = break_lines(t.points, t.n, &m, ends);
		ck_assert_uint_eq(ends[n - 1], t.n - 1);
		if (isinf(best))
			continue;
		found = break_demerits(t.points, &m, ends, n);
		ck_assert_msg(fabs(found - best) < 1e-6,
		    "seed %u: %g instead of %g", start, found, best);
	}
}
END_TEST

START_TEST(prefers_even_lines)
{
	struct text t;
	size_t ends[MAX_POINTS];

	/* first fit would give 95, 30, 100 */
	begin(&t);
	add_word(&t, 60);
	add_word(&t, 30);
	add_word(&t, 30);
	add_word(&t, 100);
	add_last(&t, 50);
	ck_assert_uint_eq(break_lines(t.points, t.n, &ragged, ends), 4);
	ck_assert_uint_eq(ends[0], 1);
	ck_assert_uint_eq(ends[1], 3);
	ck_assert_uint_eq(ends[2], 4);
	ck_assert_uint_eq(ends[3], 5);
}
END_TEST

START_TEST(avoids_two_hyphens_in_a_row)
{
	struct text t;
	size_t ends[MAX_POINTS];

	begin(&t);
	add_word(&t, 75);
	add_part(&t, 17);	/* the first line may end here, full */
	add_word(&t, 8);
	add_word(&t, 68.4);
	add_part(&t, 10.6);	/* and the second, full too */
	add_word(&t, 20);
	add_word(&t, 60);
	add_last(&t, 50);
	break_lines(t.points, t.n, &ragged, ends);
	ck_assert_uint_eq(ends[0], 2);
	ck_assert_uint_eq(ends[1], 4);
}
END_TEST

/* The first attempt leaves lines this loose out, but finds no better way. */
START_TEST(prefers_a_loose_line_to_a_heavy_penalty)
{
	struct text t;
	size_t ends[MAX_POINTS];

	begin(&t);
	add_word(&t, 60);
	add_part(&t, 32);
	t.points[2].penalty = 5000;
	add_last(&t, 50);
	ck_assert_uint_eq(break_lines(t.points, t.n, &ragged, ends), 2);
	ck_assert_uint_eq(ends[0], 1);
}
END_TEST

START_TEST(adds_up_demerits)
{
	static const size_t ends[] = { 2, 3, 4 };
	double loose = 10 + 100 * 1.25 * 1.25 * 1.25;
	struct text t;

	begin(&t);
	add_word(&t, 45);
	add_word(&t, 50);	/* full */
	add_word(&t, 75);	/* a quarter of the line is white */
	add_last(&t, 50);
	ck_assert_double_eq_tol(break_demerits(t.points, &ragged, ends, 3),
	    100 + loose * loose + 100, 1e-6);
	/* a very loose line beside a full one and beside the last one */
	ck_assert_double_eq_tol(break_demerits(t.points, &justified, ends, 3),
	    100 + 10010.0 * 10010 + 100 + 2 * 10000, 1e-6);
	ck_assert(isinf(break_demerits(t.points, &ragged, ends + 1, 2)));
}
END_TEST

START_TEST(avoids_a_hyphen_before_the_last_line)
{
	struct text t;
	size_t ends[MAX_POINTS], n;

	begin(&t);
	add_word(&t, 83);
	add_part(&t, 9);	/* the line may end here, full */
	add_last(&t, 40);
	n = break_lines(t.points, t.n, &ragged, ends);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(ends[0], 1);
}
END_TEST

START_TEST(avoids_a_last_line_of_one_short_word)
{
	struct text t;
	size_t ends[MAX_POINTS], n;

	begin(&t);
	add_word(&t, 85);
	add_word(&t, 4);
	add_last(&t, 10);
	n = break_lines(t.points, t.n, &ragged, ends);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(ends[0], 1);
}
END_TEST

START_TEST(shrinks_spaces_only_when_justified)
{
	struct text t;
	size_t ends[MAX_POINTS];

	begin(&t);
	add_word(&t, 46);
	add_word(&t, 50);	/* 101 with its space: too wide by 1 */
	add_last(&t, 90);
	break_lines(t.points, t.n, &justified, ends);
	ck_assert_uint_eq(ends[0], 2);
	break_lines(t.points, t.n, &ragged, ends);
	ck_assert_uint_eq(ends[0], 1);
}
END_TEST

START_TEST(ends_what_must_end)
{
	struct text t;
	size_t ends[MAX_POINTS];

	begin(&t);
	add_last(&t, 10);
	add_last(&t, 0);
	add_word(&t, 10);
	add_last(&t, 10);
	ck_assert_uint_eq(break_lines(t.points, t.n, &ragged, ends), 3);
	ck_assert_uint_eq(ends[0], 1);
	ck_assert_uint_eq(ends[1], 2);
	ck_assert_uint_eq(ends[2], 4);
}
END_TEST

START_TEST(what_is_too_wide_gets_its_own_line)
{
	struct text t;
	size_t ends[MAX_POINTS];

	begin(&t);
	add_word(&t, 20);
	add_word(&t, 300);
	add_last(&t, 20);
	ck_assert_uint_eq(break_lines(t.points, t.n, &ragged, ends), 3);
	ck_assert_uint_eq(break_lines(t.points, t.n, &justified, ends), 3);
}
END_TEST

static void
break_many(size_t n, const void *measure)
{
	size_t *ends = malloc(n * sizeof *ends);
	struct break_point *points = calloc(n, sizeof *points);
	double x = 0;

	ck_assert(points && ends);
	for (size_t i = 1; i < n; i++) {
		x += 2 + (double)(i * 7919 % 11);
		points[i] = (struct break_point) { .end = x, .next = x + 1,
		    .end_spaces = (double)i - 1, .next_spaces = (double)i,
		    .is_forced = i == n - 1 };
		x += 1;
	}
	ck_assert(break_lines(points, n, measure, ends) > n / 50);
	free(points);
	free(ends);
}

/* So many that the tolerance of the second attempt is as good as the same. */
START_TEST(is_linear)
{
	work_is_linear(break_many, 40000, &ragged);
	work_is_linear(break_many, 40000, &justified);
}
END_TEST

Suite *
break_suite(void)
{
	Suite *s = suite_create("break");
	TCase *t = tcase_create("break");

	tcase_add_loop_test(t, equals_brute_force, 0, 20);
	tcase_add_test(t, prefers_even_lines);
	tcase_add_test(t, prefers_a_loose_line_to_a_heavy_penalty);
	tcase_add_test(t, adds_up_demerits);
	tcase_add_test(t, avoids_two_hyphens_in_a_row);
	tcase_add_test(t, avoids_a_hyphen_before_the_last_line);
	tcase_add_test(t, avoids_a_last_line_of_one_short_word);
	tcase_add_test(t, shrinks_spaces_only_when_justified);
	tcase_add_test(t, ends_what_must_end);
	tcase_add_test(t, what_is_too_wide_gets_its_own_line);
	tcase_add_test(t, is_linear);
	suite_add_tcase(s, t);
	return s;
}
