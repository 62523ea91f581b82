/* clock.c -- ground floor: how long something takes */
#include "clock.h"

#include <time.h>

static double
seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double
clock_wall(void)
{
	return seconds(CLOCK_MONOTONIC);
}

double
clock_cpu(void)
{
	return seconds(CLOCK_THREAD_CPUTIME_ID);
}
