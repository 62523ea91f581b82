/* day.h -- days of the calendar, and how they are written */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "arena.h"

/* Month and day count from 1. */
struct date {
	int year, month, day;
};

enum date_reading {
	DATE_OK,
	DATE_FORM,		/* not of the form YYYY-MM-DD or YYYY-MM */
	DATE_NO_SUCH		/* 2020-02-30, 2020-13 */
};

/* "2020-05-01"; the date is set only if it is one. */
enum date_reading date_read(struct str iso, struct date *);
/* "2020-05"; day becomes the last of that month. */
enum date_reading date_read_month(struct str iso, struct date *);

/* A day, as the number of days since 1 January 1970; DAY_NONE: not known. */
typedef int day_number;

enum { DAY_NONE = -(1 << 30) };

day_number day_from_date(struct date);
struct date day_date(day_number);		/* not of DAY_NONE */
/* "2020-05-01" -> a day; DAY_NONE if it is not one. */
day_number day_parse(struct str iso);
/* The same; of a month, "2020-05", its last day. */
day_number day_parse_last(struct str iso);
/* The other way round; "" for DAY_NONE. */
struct str day_iso(struct arena *, day_number);
/* The same day n years on; 29 February becomes 28 where it must. */
day_number day_add_years(day_number, int n);

#endif
