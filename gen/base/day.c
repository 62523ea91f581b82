/* day.c -- ground floor: days of the calendar, and how they are written */
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

/* --- reading --- */

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

enum date_reading
date_read_month(struct str iso, struct date *date)
{
	int year, month;

	if (iso.n != 7 || iso.s[4] != '-')
		return DATE_FORM;
	year = digits(iso, 0, 4);
	month = digits(iso, 5, 2);
	if (year < 1 || month < 0)
		return DATE_FORM;
	if (!month || month > 12)
		return DATE_NO_SUCH;
	*date = (struct date){ year, month, days_in_month(year, month) };
	return DATE_OK;
}

enum date_reading
date_read(struct str iso, struct date *date)
{
	enum date_reading reading;
	struct date month;
	int day;

	if (iso.n != 10 || iso.s[7] != '-')
		return DATE_FORM;
	reading = date_read_month(str_slice(iso, 0, 7), &month);
	day = digits(iso, 8, 2);
	if (day < 0)
		return DATE_FORM;
	if (reading != DATE_OK)
		return reading;
	if (!day || day > month.day)
		return DATE_NO_SUCH;
	*date = (struct date){ month.year, month.month, day };
	return DATE_OK;
}

/* --- numbers --- */

day_number
day_from_date(struct date date)
{
	int n = days_before(date.year) - days_before(1970) + date.day - 1;

	for (int m = 1; m < date.month; m++)
		n += days_in_month(date.year, m);
	return n;
}

static day_number
new_year(int year)
{
	return day_from_date((struct date){ year, 1, 1 });
}

struct date
day_date(day_number n)
{
	int year = 1970 + n / 366;	/* too early, if at all, after 1970 */
	int month = 1;

	while (new_year(year) > n)
		year--;
	while (new_year(year + 1) <= n)
		year++;
	n -= new_year(year);
	for (; n >= days_in_month(year, month); month++)
		n -= days_in_month(year, month);
	return (struct date){ year, month, n + 1 };
}

day_number
day_parse(struct str iso)
{
	struct date date;

	return date_read(iso, &date) == DATE_OK ? day_from_date(date) :
	    DAY_NONE;
}

day_number
day_parse_last(struct str iso)
{
	struct date date;

	return date_read_month(iso, &date) == DATE_OK ? day_from_date(date) :
	    day_parse(iso);
}

struct str
day_iso(struct arena *a, day_number n)
{
	struct date date;

	if (n == DAY_NONE)
		return STR("");
	date = day_date(n);
	return arena_printf(a, "%04d-%02d-%02d", date.year, date.month,
	    date.day);
}

day_number
day_add_years(day_number n, int years)
{
	struct date date;
	int most;

	if (n == DAY_NONE)
		return n;
	date = day_date(n);
	date.year += years;
	most = days_in_month(date.year, date.month);
	if (date.day > most)
		date.day = most;
	return day_from_date(date);
}
