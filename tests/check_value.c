/* check_value.c -- the tree of values, its facets and Dutch words */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/content/value/dutch.h"
#include "../gen/content/value/facets.h"
#include "../gen/content/value/value.h"
#include "suites.h"

static const struct loc nowhere = { NULL, 0, 0 };
static struct arena *arena;

static void
setup(void)
{
	arena = arena_new();
}

static void
teardown(void)
{
	arena_free(arena);
}

static struct value *
text(const char *s)
{
	return value_string(arena, nowhere, str_from(s));
}

static struct value *
map(void)
{
	return value_new(arena, VALUE_MAP, nowhere);
}

static struct value *
list(void)
{
	return value_new(arena, VALUE_LIST, nowhere);
}

static void
set(struct value *v, const char *name, struct value *member)
{
	value_set(arena, v, str_from(name), nowhere, member);
}

static const char *
facet(const struct value *v, const char *name)
{
	const struct value *f = value_find(v->facets, name);

	return f ? value_text(f).s : "(geen)";
}

START_TEST(find_member_and_path)
{
	struct value *root = map(), *inner = map();

	set(inner, "naam", text("Leeuwarden"));
	set(root, "gemeente", inner);
	set(root, "gemeente.naam", text("anders"));
	ck_assert_str_eq(value_text_at(root, "gemeente").s, "");
	ck_assert_str_eq(value_text_at(root, "gemeente.code").s, "");
	ck_assert_str_eq(value_text_at(NULL, "gemeente").s, "");
	ck_assert_str_eq(value_text_at(root, "gemeente.naam").s,
	    "Leeuwarden");
	ck_assert_ptr_eq(value_path(root, "gemeente"), inner);
	ck_assert_ptr_null(value_path(root, "gemeente.code"));
	ck_assert_ptr_null(value_path(root, "gemeente.naam.x"));
	ck_assert_ptr_null(value_path(root, ""));
	ck_assert_ptr_null(value_find(NULL, "x"));
	ck_assert_ptr_null(value_find(text("x"), "x"));
	ck_assert_ptr_null(value_member(list(), STR("x")));
}
END_TEST

START_TEST(text_of_other_kinds_is_empty)
{
	ck_assert_str_eq(value_text(NULL).s, "");
	ck_assert_str_eq(value_text(list()).s, "");
	ck_assert_str_eq(value_text(map()).s, "");
	ck_assert_str_eq(value_text(value_bool(arena, nowhere, true)).s,
	    "true");
}
END_TEST

START_TEST(truth)
{
	struct value *v = list();

	ck_assert(!value_is_true(NULL));
	ck_assert(!value_is_true(value_new(arena, VALUE_NULL, nowhere)));
	ck_assert(!value_is_true(value_bool(arena, nowhere, false)));
	ck_assert(value_is_true(value_bool(arena, nowhere, true)));
	ck_assert(!value_is_true(v));
	value_add(arena, v, text(""));
	ck_assert(value_is_true(v));
	ck_assert(value_is_true(text("")));
	ck_assert(value_is_true(value_number(arena, nowhere, 0)));
	ck_assert(value_is_true(map()));
}
END_TEST

static const struct {
	double number;
	const char *text;
} numbers[] = {
	{ 0, "0" }, { 12, "12" }, { -3, "-3" }, { 1.21, "1.21" },
	{ 0.1, "0.1" }, { 1e15, "1e+15" },
	{ 123456789012345, "123456789012345" },
	{ 1.0 / 3, "0.33333333333333331" }, { INFINITY, ".inf" },
	{ -INFINITY, "-.inf" },
};

START_TEST(number_as_text)
{
	struct value *v = value_number(arena, nowhere, numbers[_i].number);

	ck_assert_str_eq(value_text(v).s, numbers[_i].text);
}
END_TEST

START_TEST(many_items_stay_in_order)
{
	struct value *v = list();

	for (int i = 0; i < 1000; i++)
		value_add(arena, v, value_number(arena, nowhere, i));
	ck_assert_uint_eq(v->n, 1000);
	for (int i = 0; i < 1000; i++)
		ck_assert_double_eq(v->items[i]->number, i);
}
END_TEST

START_TEST(copy_is_deep_and_bounded)
{
	struct value *v = list(), *inner = map(), *copy;
	size_t room = 3;

	set(inner, "a", text("x"));
	value_add(arena, v, inner);
	copy = value_copy(arena, v, 3, &room);
	ck_assert_ptr_nonnull(copy);
	ck_assert_uint_eq(room, 0);
	ck_assert_ptr_ne(copy->items[0], inner);
	ck_assert_str_eq(value_text(value_find(copy->items[0], "a")).s, "x");
	ck_assert_ptr_null(value_copy(arena, v, 3, &room));
	room = 2;
	ck_assert_ptr_null(value_copy(arena, v, 3, &room));
	room = 100;
	ck_assert_ptr_null(value_copy(arena, v, 2, &room));
}
END_TEST

START_TEST(dump_shows_values_and_places)
{
	struct diag *d = diag_new();
	const struct source *src = source_from_text(arena, d, "a.yaml",
	    STR("x\n"));
	struct value *root = map(), *items = list(), *chosen = list();
	struct buf b = BUF_INIT;
	struct loc loc = { src, 1, 2 };

	set(root, "naam", value_string(arena, loc, STR("a \"b\"\\\nc")));
	set(root, "leeg", value_new(arena, VALUE_NULL, loc));
	set(root, "afwezig", value_new(arena, VALUE_NULL, nowhere));
	value_add(arena, items, value_number(arena, source_whole(src), 3));
	value_add(arena, items, map());
	set(root, "lijst", items);
	chosen->selected = true;
	value_add(arena, chosen, root);	/* a loop does no harm */
	set(root, "gekozen", chosen);
	set(root, "niets", list());
	value_dump(root, &b);
	ck_assert_str_eq(b.s,
	    "naam: \"a \\\"b\\\"\\\\\\nc\"  @a.yaml:1:2\n"
	    "leeg: null  @a.yaml:1:2\n"
	    "lijst[1]: 3  @a.yaml\n"
	    "lijst[2]: {}\n"
	    "gekozen[1]: elders\n"
	    "niets: []\n");
	buf_release(&b);
	value_dump(text("x"), &b);
	ck_assert_str_eq(b.s, "\"x\"\n");
	buf_release(&b);
	diag_free(d);
}
END_TEST

START_TEST(trace_finds_the_last_entry_before)
{
	struct trace t = { NULL, 0 };

	ck_assert_uint_eq(trace_find(&t, 5).line, 0);
	trace_add(arena, &t, 2, (struct loc){ NULL, 1, 1 });
	trace_add(arena, &t, 5, (struct loc){ NULL, 2, 1 });
	trace_add(arena, &t, 5, (struct loc){ NULL, 3, 1 });
	trace_add(arena, &t, 9, (struct loc){ NULL, 4, 1 });
	ck_assert_uint_eq(trace_find(&t, 0).line, 0);
	ck_assert_uint_eq(trace_find(&t, 1).line, 0);
	ck_assert_uint_eq(trace_find(&t, 2).line, 1);
	ck_assert_uint_eq(trace_find(&t, 4).line, 1);
	ck_assert_uint_eq(trace_find(&t, 5).line, 3);
	ck_assert_uint_eq(trace_find(&t, 99).line, 4);
}
END_TEST

static const struct {
	unsigned n;
	const char *count, *rank;
} words[] = {
	{ 0, "nul", "nulde" },
	{ 1, "één", "eerste" },
	{ 2, "twee", "tweede" },
	{ 3, "drie", "derde" },
	{ 8, "acht", "achtste" },
	{ 10, "tien", "tiende" },
	{ 13, "dertien", "dertiende" },
	{ 14, "veertien", "veertiende" },
	{ 19, "negentien", "negentiende" },
	{ 20, "twintig", "twintigste" },
	{ 21, "eenentwintig", "eenentwintigste" },
	{ 22, "tweeëntwintig", "tweeëntwintigste" },
	{ 23, "drieëntwintig", "drieëntwintigste" },
	{ 38, "achtendertig", "achtendertigste" },
	{ 80, "tachtig", "tachtigste" },
	{ 93, "drieënnegentig", "drieënnegentigste" },
	{ 100, "honderd", "honderdste" },
	{ 101, "honderdeen", "honderdeerste" },
	{ 108, "honderdacht", "honderdachtste" },
	{ 112, "honderdtwaalf", "honderdtwaalfde" },
	{ 122, "honderdtweeëntwintig", "honderdtweeëntwintigste" },
	{ 200, "tweehonderd", "tweehonderdste" },
	{ 999, "negenhonderdnegenennegentig",
	    "negenhonderdnegenennegentigste" },
	{ 1000, "duizend", "duizendste" },
	{ 1001, "duizend een", "duizend eerste" },
	{ 2100, "tweeduizend honderd", "tweeduizend honderdste" },
	{ 21345, "eenentwintigduizend driehonderdvijfenveertig",
	    "eenentwintigduizend driehonderdvijfenveertigste" },
	{ 300000, "driehonderdduizend", "driehonderdduizendste" },
	{ 999999, "negenhonderdnegenennegentigduizend "
	    "negenhonderdnegenennegentig", "negenhonderdnegenennegentigduizend "
	    "negenhonderdnegenennegentigste" },
};

START_TEST(numbers_in_words)
{
	ck_assert_str_eq(dutch_count(arena, words[_i].n).s, words[_i].count);
	ck_assert_str_eq(dutch_rank(arena, words[_i].n).s, words[_i].rank);
}
END_TEST

START_TEST(date_facets)
{
	struct value *v = text("2020-05-01");

	ck_assert_int_eq(facets_date(arena, v), DATE_OK);
	ck_assert_str_eq(v->text.s, "1\u00A0mei 2020");
	ck_assert_str_eq(facet(v, "iso"), "2020-05-01");
	ck_assert_str_eq(facet(v, "jaar"), "2020");
	ck_assert_str_eq(facet(v, "maand"), "mei");
	ck_assert_str_eq(facet(v, "dag"), "1");
	/* A second check of the same tree changes nothing. */
	ck_assert_int_eq(facets_date(arena, v), DATE_OK);
	ck_assert_str_eq(v->text.s, "1\u00A0mei 2020");
}
END_TEST

static const struct {
	const char *text;
	enum date_reading result;
} dates[] = {
	{ "2020-02-29", DATE_OK }, { "2000-02-29", DATE_OK },
	{ "2020-12-31", DATE_OK }, { "2019-02-29", DATE_NO_SUCH },
	{ "1900-02-29", DATE_NO_SUCH },
	{ "2020-02-30", DATE_NO_SUCH },
	{ "2020-04-31", DATE_NO_SUCH },
	{ "2020-13-01", DATE_NO_SUCH },
	{ "2020-00-10", DATE_NO_SUCH },
	{ "2020-01-00", DATE_NO_SUCH }, { "0000-01-01", DATE_FORM },
	{ "2020-5-1", DATE_FORM }, { "1 mei 2020", DATE_FORM },
	{ "2020-0x-01", DATE_FORM }, { "2020-13-0x", DATE_FORM },
	{ "20x0-01-01", DATE_FORM }, { "2020/01/01", DATE_FORM },
	{ "2020-01-011", DATE_FORM }, { "", DATE_FORM },
};

START_TEST(dates_that_exist)
{
	ck_assert_int_eq(facets_date(arena, text(dates[_i].text)),
	    dates[_i].result);
}
END_TEST

START_TEST(month_facets)
{
	struct value *v = text("2020-01");

	ck_assert_int_eq(facets_month(arena, v), DATE_OK);
	ck_assert_int_eq(facets_month(arena, v), DATE_OK);
	ck_assert_str_eq(v->text.s, "januari 2020");
	ck_assert_str_eq(facet(v, "iso"), "2020-01");
	ck_assert_str_eq(facet(v, "maand"), "januari");
	ck_assert_str_eq(facet(v, "jaar"), "2020");
	ck_assert_str_eq(facet(v, "dag"), "(geen)");
	ck_assert_int_eq(facets_month(arena, text("2020-13")), DATE_NO_SUCH);
	ck_assert_int_eq(facets_month(arena, text("2020-1")), DATE_FORM);
	ck_assert_int_eq(facets_month(arena, text("januari")), DATE_FORM);
}
END_TEST

START_TEST(number_facets)
{
	struct value *v = value_number(arena, nowhere, 23);

	facets_number(arena, v);
	ck_assert_str_eq(facet(v, "woord"), "drieëntwintig");
	ck_assert_str_eq(facet(v, "rang"), "drieëntwintigste");
	v = value_number(arena, nowhere, 1000000);
	facets_number(arena, v);
	ck_assert_str_eq(facet(v, "woord"), "1000000");
	ck_assert_str_eq(facet(v, "rang"), "1000000e");
	v = value_number(arena, nowhere, -1);
	facets_number(arena, v);
	ck_assert_str_eq(facet(v, "woord"), "-1");
	v = value_number(arena, nowhere, 1.5);
	facets_number(arena, v);
	ck_assert_str_eq(facet(v, "woord"), "(geen)");
	v = value_number(arena, nowhere, NAN);
	facets_number(arena, v);
	ck_assert_str_eq(facet(v, "woord"), "(geen)");
}
END_TEST

START_TEST(list_facets)
{
	struct value *v = list();

	facets_list(arena, v);
	ck_assert_str_eq(facet(v, "aantal"), "0");
	ck_assert_str_eq(facet(v, "woord"), "nul");
	ck_assert_str_eq(facet(v, "gevuld"), "false");
	ck_assert_str_eq(facet(v, "opsomming"), "");
	value_add(arena, v, text("a"));
	facets_list(arena, v);
	ck_assert_str_eq(facet(v, "opsomming"), "a");
	value_add(arena, v, value_number(arena, nowhere, 2));
	facets_list(arena, v);
	ck_assert_str_eq(facet(v, "opsomming"), "a en 2");
	value_add(arena, v, text("c"));
	facets_list(arena, v);
	facets_items(arena, v);
	ck_assert_str_eq(facet(v, "opsomming"), "a, 2 en c");
	ck_assert_str_eq(facet(v, "aantal"), "3");
	ck_assert_str_eq(facet(v, "woord"), "drie");
	ck_assert_str_eq(facet(v, "gevuld"), "true");
	ck_assert_str_eq(facet(v->items[1], "nummer"), "2");
	ck_assert_str_eq(facet(v->items[0], "eerste"), "true");
	ck_assert_str_eq(facet(v->items[0], "laatste"), "false");
	ck_assert_str_eq(facet(v->items[2], "laatste"), "true");
	ck_assert_str_eq(facet(v->items[1], "eerste"), "false");
}
END_TEST

START_TEST(list_of_maps_has_no_summary)
{
	struct value *v = list();

	value_add(arena, v, map());
	facets_list(arena, v);
	ck_assert_str_eq(facet(v, "aantal"), "1");
	ck_assert_str_eq(facet(v, "opsomming"), "(geen)");
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
value_suite(void)
{
	Suite *s = suite_create("value");
	TCase *t = tcase_create("value");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, find_member_and_path);
	tcase_add_test(t, text_of_other_kinds_is_empty);
	tcase_add_test(t, truth);
	tcase_add_loop_test(t, number_as_text, 0, COUNT(numbers));
	tcase_add_test(t, many_items_stay_in_order);
	tcase_add_test(t, copy_is_deep_and_bounded);
	tcase_add_test(t, dump_shows_values_and_places);
	tcase_add_test(t, trace_finds_the_last_entry_before);
	suite_add_tcase(s, t);
	t = tcase_create("facets");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, numbers_in_words, 0, COUNT(words));
	tcase_add_test(t, date_facets);
	tcase_add_loop_test(t, dates_that_exist, 0, COUNT(dates));
	tcase_add_test(t, month_facets);
	tcase_add_test(t, number_facets);
	tcase_add_test(t, list_facets);
	tcase_add_test(t, list_of_maps_has_no_summary);
	suite_add_tcase(s, t);
	return s;
}
