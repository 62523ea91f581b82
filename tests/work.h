/*
 * work.h -- how much work something is: counted, so that it is the same on
 * every machine, however slow or busy
 */
#ifndef TESTS_WORK_H
#define TESTS_WORK_H

#include <stddef.h>

/* The work of this thread so far; in which unit, see work.c. */
double work_done(void);

/* Fail unless twice as much takes about twice the work, and no more. */
void work_check(const char *what, double half, double whole);

/*
 * The same for a task on n things and on twice as many.  The task gets what it
 * works on, and does the same each time.
 */
typedef void work_task(size_t n, const void *with);
void work_is_linear(work_task *task, size_t n, const void *with);

#endif
