/* day.c -- nazorg: days of the calendar */
#include "day.h"

/* Days before 1 January of a year, from 1 January of the year 0. */
static int
days_before(int year)
{
	int n = year - 1;	/* whole years behind it, but for the year 0 */

	return year ? 366 + n * 365 + n / 4 - n / 100 + n / 400 : 0;
}

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 || year % 400 == 0);
}

static int
days_in_month(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* month and day count from 1. */
static day_number
from_parts(int year, int month, int day)
{
	int n = days_before(year) - days_before(1970) + day - 1;

	for (int m = 1; m < month; m++)
		n += days_in_month(year, m);
	return n;
}

static int
to_parts(day_number n, int *month, int *day)
{
	int year = 1970 + n / 366;	/* too early, if at all, after 1970 */

	while (from_parts(year, 1, 1) > n)
		year--;
	while (from_parts(year + 1, 1, 1) <= n)
		year++;
	n -= from_parts(year, 1, 1);
	for (*month = 1; n >= days_in_month(year, *month); ++*month)
		n -= days_in_month(year, *month);
	*day = n + 1;
	return year;
}

/* The number in n digits of s, or -1 if one is no digit. */
static int
digits(struct str s, size_t at, size_t n)
{
	int number = 0;

	for (size_t i = at; i < at + n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return -1;
		number = number * 10 + (s.s[i] - '0');
	}
	return number;
}

/* Read "2020-01"; false if there is no such month. */
static bool
parse_month(struct str s, int *year, int *month)
{
	*year = digits(s, 0, 4);
	*month = digits(s, 5, 2);
	return *year > 0 && s.s[4] == '-' && *month > 0 && *month <= 12;
}

day_number
day_parse(struct str iso)
{
	int year, month, day;

	if (iso.n != 10 || iso.s[7] != '-' ||
	    !parse_month(iso, &year, &month))
		return DAY_NONE;
	day = digits(iso, 8, 2);
	if (day < 1 || day > days_in_month(year, month))
		return DAY_NONE;
	return from_parts(year, month, day);
}

struct str
day_iso(struct arena *a, day_number n)
{
	int year, month, day;

	if (n == DAY_NONE)
		return STR("");
	year = to_parts(n, &month, &day);
	return arena_printf(a, "%04d-%02d-%02d", year, month, day);
}

int
day_year(day_number n)
{
	int month, day;

	return to_parts(n, &month, &day);
}

day_number
day_add_years(day_number n, int years)
{
	int month, day, year, most;

	if (n == DAY_NONE)
		return n;
	year = to_parts(n, &month, &day) + years;
	most = days_in_month(year, month);
	return from_parts(year, month, day < most ? day : most);
}

day_number
day_month_end(struct str s)
{
	int year, month;

	if (s.n != 7 || !parse_month(s, &year, &month))
		return DAY_NONE;
	return from_parts(year, month, days_in_month(year, month));
}
