/* keep.c -- stage 5b: which strips stay on one page */
#include "keep.h"

/* The strip of the next line, or n if something else comes before it. */
static size_t
next_line(const struct flow *flow, size_t i)
{
	while (i < flow->n && (flow->strips[i].kind == STRIP_SPACE ||
	    flow->strips[i].kind == STRIP_EDGE))
		i++;
	return i < flow->n && flow->strips[i].kind == STRIP_LINE ? i : flow->n;
}

static size_t
line_before(const struct flow *flow, size_t i, size_t first)
{
	while (i > first && (flow->strips[i - 1].kind == STRIP_SPACE ||
	    flow->strips[i - 1].kind == STRIP_EDGE))
		i--;
	return i > first && flow->strips[i - 1].kind == STRIP_LINE ? i - 1 :
	    flow->n;
}

/* No page ends between two lines if there is another place. */
static void
join(struct flow *flow, size_t line, size_t end)
{
	for (size_t i = line + 1; i <= end && end < flow->n; i++)
		if (flow->strips[i].penalty < BREAK_BAD)
			flow->strips[i].penalty = BREAK_BAD;
}

void
keep_first_lines(struct flow *flow, size_t first)
{
	size_t line = next_line(flow, first);

	if (line < flow->n)
		join(flow, line, next_line(flow, line + 1));
}

void
keep_last_lines(struct flow *flow, size_t first)
{
	size_t line = line_before(flow, flow->n, first), before = flow->n;

	if (line < flow->n)
		before = line_before(flow, line, first);
	if (before < flow->n)
		join(flow, before, line);
}

void
keep_all(struct flow *flow, size_t first)
{
	while (first < flow->n && flow->strips[first].kind == STRIP_SPACE)
		first++;
	for (size_t i = first + 1; i < flow->n; i++)
		if (flow->strips[i].penalty == BREAK_FREE)
			flow->strips[i].penalty = BREAK_APART;
}
