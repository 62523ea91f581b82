/* clock.h -- how long something takes */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Seconds since some moment in the past. */
double clock_wall(void);
/* Seconds of CPU time of this thread. */
double clock_cpu(void);

#endif
