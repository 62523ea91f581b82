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

static void
set_year_and_month(struct arena *a, struct value *v, struct str month,
    const struct date *date)
{
	set_text(a, v, "iso", v->text);
	set_text(a, v, "jaar", arena_printf(a, "%04d", date->year));
	set_text(a, v, "maand", month);
}

enum date_reading
facets_date(struct arena *a, struct value *v)
{
	enum date_reading reading;
	struct date date;
	struct str month;

	if (value_find(v->facets, "iso"))
		return DATE_OK;
	reading = date_read(v->text, &date);
	if (reading != DATE_OK)
		return reading;
	month = dutch_month((unsigned)date.month);
	set_year_and_month(a, v, month, &date);
	set_text(a, v, "dag", arena_printf(a, "%d", date.day));
	/* the day stays with its month at the end of a line */
	v->text = arena_printf(a, "%d\u00A0%s %d", date.day, month.s,
	    date.year);
	return DATE_OK;
}

enum date_reading
facets_month(struct arena *a, struct value *v)
{
	enum date_reading reading;
	struct date date;
	struct str month;

	if (value_find(v->facets, "iso"))
		return DATE_OK;
	reading = date_read_month(v->text, &date);
	if (reading != DATE_OK)
		return reading;
	month = dutch_month((unsigned)date.month);
	set_year_and_month(a, v, month, &date);
	v->text = arena_printf(a, "%s %d", month.s, date.year);
	return DATE_OK;
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
