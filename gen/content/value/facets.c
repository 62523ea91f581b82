/* facets.c -- stage 2, derive: other forms of a value, for templates */
#include "facets.h"

#include <math.h>

#include "../../base/buf.h"
#include "dutch.h"

static const struct loc nowhere = { NULL, 0, 0 };

/* Set a facet; it replaces one of the same name. */
static void
set(struct arena *a, struct value *v, const char *name, struct value *facet)
{
	struct member *m;

	if (!v->facets)
		v->facets = value_new(a, VALUE_MAP, nowhere);
	m = value_member(v->facets, str_from(name));
	if (m)
		m->value = facet;
	else
		value_set(a, v->facets, str_from(name), nowhere, facet);
}

static void
set_text(struct arena *a, struct value *v, const char *name, struct str text)
{
	set(a, v, name, value_string(a, nowhere, text));
}

static void
set_bool(struct arena *a, struct value *v, const char *name, bool truth)
{
	set(a, v, name, value_bool(a, nowhere, truth));
}

/* The number in the digits from … to of s, or 0 if one is no digit. */
static unsigned
digits(struct str s, size_t from, size_t to)
{
	unsigned n = 0;

	for (size_t i = from; i < to; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return 0;
		n = n * 10 + (unsigned)(s.s[i] - '0');
	}
	return n;
}

static unsigned
days_in_month(unsigned year, unsigned month)
{
	static const unsigned days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool is_leap = year % 4 == 0 && (year % 100 || year % 400 == 0);

	return month == 2 && is_leap ? 29 : days[month - 1];
}

static void
set_year_and_month(struct arena *a, struct value *v)
{
	struct str iso = v->text;

	set_text(a, v, "iso", iso);
	set_text(a, v, "jaar", arena_dup(a, str_slice(iso, 0, 4)));
	set_text(a, v, "maand", dutch_month(digits(iso, 5, 7)));
}

enum facets_result
facets_date(struct arena *a, struct value *v)
{
	struct str s = v->text;
	unsigned year, month, day;

	if (value_find(v->facets, "iso"))
		return FACETS_OK;
	if (s.n != 10 || s.s[4] != '-' || s.s[7] != '-')
		return FACETS_FORM;
	year = digits(s, 0, 4);
	month = digits(s, 5, 7);
	day = digits(s, 8, 10);
	if (!year)
		return FACETS_FORM;
	if (!month || month > 12 || !day || day > days_in_month(year, month))
		return FACETS_NO_SUCH_DAY;
	set_year_and_month(a, v);
	set_text(a, v, "dag", arena_printf(a, "%u", day));
	/* the day stays with its month at the end of a line */
	v->text = arena_printf(a, "%u\u00A0%s %u", day,
	    dutch_month(month).s, year);
	return FACETS_OK;
}

enum facets_result
facets_month(struct arena *a, struct value *v)
{
	struct str s = v->text;
	unsigned year, month;

	if (value_find(v->facets, "iso"))
		return FACETS_OK;
	if (s.n != 7 || s.s[4] != '-')
		return FACETS_FORM;
	year = digits(s, 0, 4);
	month = digits(s, 5, 7);
	if (!year || !month || month > 12)
		return FACETS_FORM;
	set_year_and_month(a, v);
	v->text = arena_printf(a, "%s %u", dutch_month(month).s, year);
	return FACETS_OK;
}

void
facets_number(struct arena *a, struct value *v)
{
	if (trunc(v->number) != v->number)
		return;
	if (v->number < 0 || v->number > DUTCH_MAX) {
		set_text(a, v, "woord", v->text);
		set_text(a, v, "rang", arena_printf(a, "%se", v->text.s));
		return;
	}
	set_text(a, v, "woord", dutch_count(a, (unsigned)v->number));
	set_text(a, v, "rang", dutch_rank(a, (unsigned)v->number));
}

static struct str
join(struct arena *a, const struct value *list)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < list->n; i++) {
		if (i)
			buf_adds(&b, i + 1 == list->n ? " en " : ", ");
		buf_add(&b, value_text(list->items[i]));
	}
	return buf_detach(&b, a);
}

static bool
can_be_joined(const struct value *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i]->kind != VALUE_STRING &&
		    list->items[i]->kind != VALUE_NUMBER)
			return false;
	return true;
}

void
facets_list(struct arena *a, struct value *list)
{
	struct str word = list->n > DUTCH_MAX ?
	    arena_printf(a, "%zu", list->n) :
	    dutch_count(a, (unsigned)list->n);

	set(a, list, "aantal", value_number(a, nowhere, (double)list->n));
	set_text(a, list, "woord", word);
	set_bool(a, list, "gevuld", list->n);
	if (can_be_joined(list))
		set_text(a, list, "opsomming", join(a, list));
}

void
facets_items(struct arena *a, struct value *list)
{
	for (size_t i = 0; i < list->n; i++) {
		struct value *item = list->items[i];

		set(a, item, "nummer",
		    value_number(a, nowhere, (double)(i + 1)));
		set_bool(a, item, "eerste", i == 0);
		set_bool(a, item, "laatste", i + 1 == list->n);
	}
}
