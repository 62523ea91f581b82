/* check_read.c -- below YAML: what a plain scalar means, and JSON's pairs */
#include <check.h>
#include <math.h>

#include "../gen/content/read/scalar.h"
#include "../gen/content/read/surrogates.h"
#include "suites.h"

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

/* The core schema of YAML 1.2, section 10.3.2. */
static const struct {
	const char *text;
	enum value_kind kind;
	double number;
	const char *printed;
} scalars[] = {
	{ "", VALUE_NULL, 0, "" },
	{ "~", VALUE_NULL, 0, "" },
	{ "NULL", VALUE_NULL, 0, "" },
	{ "nULL", VALUE_STRING, 0, "nULL" },
	{ "True", VALUE_BOOL, 0, "true" },
	{ "FALSE", VALUE_BOOL, 0, "false" },
	{ "ja", VALUE_STRING, 0, "ja" },
	{ "no", VALUE_STRING, 0, "no" },
	{ "007", VALUE_NUMBER, 7, "007" },
	{ "+12", VALUE_NUMBER, 12, "+12" },
	{ "-", VALUE_STRING, 0, "-" },
	{ "0x1F", VALUE_NUMBER, 31, "31" },
	{ "0x", VALUE_STRING, 0, "0x" },
	{ "0o17", VALUE_NUMBER, 15, "15" },
	{ "0o8", VALUE_STRING, 0, "0o8" },
	{ "1e3", VALUE_NUMBER, 1000, "1000" },
	{ "1e", VALUE_STRING, 0, "1e" },
	{ ".5", VALUE_NUMBER, 0.5, "0.5" },
	{ ".", VALUE_STRING, 0, "." },
	{ "-.Inf", VALUE_NUMBER, -INFINITY, "-.inf" },
	{ "1.2.3", VALUE_STRING, 0, "1.2.3" },
	{ "2020-05-01", VALUE_STRING, 0, "2020-05-01" },
};

START_TEST(scalar_has_a_kind)
{
	struct loc loc = { NULL, 3, 4 };
	struct value *v = scalar_resolve(arena, loc,
	    arena_dup(arena, str_from(scalars[_i].text)));

	ck_assert_int_eq(v->kind, scalars[_i].kind);
	ck_assert_double_eq(v->number, scalars[_i].number);
	ck_assert_str_eq(value_text(v).s, scalars[_i].printed);
	ck_assert_uint_eq(v->loc.line, 3);
	ck_assert_uint_eq(v->loc.column, 4);
}
END_TEST

/* NULL: it stays as it is. */
static const struct {
	const char *json, *yaml;
} joined[] = {
	{ "\"\\ud83d\\udca9\"", "\"\\U0001F4A9\"  " },
	{ "{\"a\\uD800\\uDC00b\\uDBFF\\uDFFF\":1}",
	    "{\"a\\U00010000b\\U0010FFFF\"    :1}" },
	{ "[\"\\\\ud83d\\udca9\"]", NULL },	/* a \ and no pair */
	{ "[\"\\\"\\ud83d\\udca9\",2]", "[\"\\\"\\U0001F4A9\"  ,2]" },
	{ "[\"\\ud83d\"]", NULL },
	{ "[\"\\udca9\\ud83d\"]", NULL },
	{ "[\"\\ud83dx\\udca9\"]", NULL },
	{ "[\"\\ud83d\\u00e9\"]", NULL },
	{ "[\"\\ud83d\\udca", NULL },
	{ "[\"\\", NULL },
	{ "a: \"\\ud83d\\udca9\"", NULL },	/* no JSON */
	{ "{a: '\"', b: '\\ud83d\\udca9'}", NULL },
	{ "{a: 1, # \"\nb: '\\ud83d\\udca9'}", NULL },
	{ "", NULL },
};

START_TEST(pairs_are_joined)
{
	const char *json = joined[_i].json;

	ck_assert_str_eq(surrogates_join(arena, str_from(json)).s,
	    joined[_i].yaml ? joined[_i].yaml : json);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
read_suite(void)
{
	Suite *s = suite_create("read");
	TCase *t = tcase_create("read");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, scalar_has_a_kind, 0, COUNT(scalars));
	tcase_add_loop_test(t, pairs_are_joined, 0, COUNT(joined));
	suite_add_tcase(s, t);
	return s;
}
