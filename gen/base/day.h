/* day.h -- nazorg: days of the calendar */
#ifndef NAZORG_DAY_H
#define NAZORG_DAY_H

#include "arena.h"
#include "str.h"

/* A day, as the number of days since 1 January 1970; DAY_NONE: not known. */
typedef int day_number;

enum { DAY_NONE = -(1 << 30) };

/* "2020-05-01" -> a day; DAY_NONE if it is not one. */
day_number day_parse(struct str iso);
/* The other way round; "" for DAY_NONE. */
struct str day_iso(struct arena *, day_number);
int day_year(day_number);
/* The same day n years on; 29 February becomes 28 where it must. */
day_number day_add_years(day_number, int n);
/* The last day of the month of "2020-01"; DAY_NONE if it is not one. */
day_number day_month_end(struct str month);

#endif
