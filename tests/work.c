/*
 * work.c -- how much work something is
 *
 * The suites are linked with objects of gen/ that the compiler made to call
 * __sanitizer_cov_trace_pc() in every basic block, that is: for each turn of
 * each loop and each branch.  What libc does with many bytes at once would be
 * one block, so those calls come here (see counted.h).  The sum is work.
 * Libraries such as cairo do theirs uncounted, and so do the tests.
 */
#include "work.h"

#include <check.h>
#include <string.h>

enum { BYTES = 16 };	/* that are as much work as a block */

/* A little over two: what is sorted takes n log n. */
static const double bound = 2.15;

static _Thread_local unsigned long long work;

void __sanitizer_cov_trace_pc(void);

void
__sanitizer_cov_trace_pc(void)
{
	work++;
}

double
work_done(void)
{
	return (double)work;
}

/* In the suites the clock of the stages, too, counts work. */
double __wrap_clock_cpu(void);

double
__wrap_clock_cpu(void)
{
	return work_done();
}

__typeof__(memchr) work_memchr;
__typeof__(memcmp) work_memcmp;
__typeof__(memcpy) work_memcpy;
__typeof__(memmem) work_memmem;
__typeof__(memmove) work_memmove;
__typeof__(memset) work_memset;
__typeof__(strchr) work_strchr;
__typeof__(strlen) work_strlen;
__typeof__(strstr) work_strstr;

/* A search goes up to what it finds, or through all n bytes. */
static void
add_search(const char *from, const char *found, size_t n)
{
	work += (found ? (size_t)(found - from) : n) / BYTES;
}

void *
work_memchr(const void *s, int c, size_t n)
{
	void *found = memchr(s, c, n);

	add_search(s, found, n);
	return found;
}

int
work_memcmp(const void *a, const void *b, size_t n)
{
	work += n / BYTES;
	return memcmp(a, b, n);
}

void *
work_memcpy(void *to, const void *from, size_t n)
{
	work += n / BYTES;
	return memcpy(to, from, n);
}

void *
work_memmem(const void *s, size_t n, const void *part, size_t part_n)
{
	void *found = memmem(s, n, part, part_n);

	add_search(s, found, n);
	return found;
}

void *
work_memmove(void *to, const void *from, size_t n)
{
	work += n / BYTES;
	return memmove(to, from, n);
}

void *
work_memset(void *s, int c, size_t n)
{
	work += n / BYTES;
	return memset(s, c, n);
}

char *
work_strchr(const char *s, int c)
{
	char *found = strchr(s, c);

	add_search(s, found, found ? 0 : strlen(s));
	return found;
}

size_t
work_strlen(const char *s)
{
	size_t n = strlen(s);

	work += n / BYTES;
	return n;
}

char *
work_strstr(const char *s, const char *part)
{
	char *found = strstr(s, part);

	add_search(s, found, found ? 0 : strlen(s));
	return found;
}

void
work_check(const char *what, double half, double whole)
{
	ck_assert_msg(half > 0, "%s: no work was counted", what);
	ck_assert_msg(whole < bound * half,
	    "%s: %.0f for half of it, %.0f for all, %.2f times as much", what,
	    half, whole, whole / half);
}

static double
work_of(work_task *task, size_t n, const void *with)
{
	double before = work_done();

	task(n, with);
	return work_done() - before;
}

void
work_is_linear(work_task *task, size_t n, const void *with)
{
	double half;

	/* the first time fonts and lists of words are read, which is no part */
	task(n / 2, with);
	half = work_of(task, n, with);
	ck_assert_double_gt(half, (double)n);
	work_check("work", half, work_of(task, 2 * n, with));
}
