/* check_link.c -- x-ref and x-select: from one place in the data to another */
#include <check.h>

#include "../gen/base/buf.h"
#include "schema_fixture.h"
#include "suites.h"

static const char link_schema[] =
	"properties:\n"
	"  kader:\n"
	"    x-file: kader.yaml\n"
	"    properties:\n"
	"      themas:\n"
	"        items:\n"
	"          properties:\n"
	"            nummers: { items: { type: integer } }\n"
	"            id: { type: string }\n"
	"            over:\n"
	"              x-select: { from: lijst, where: { thema: .id } }\n"
	"            goed:\n"
	"              x-select:\n"
	"                from: lijst\n"
	"                where: { nummer: .nummers, oordeel: goed }\n"
	"  lijst:\n"
	"    items:\n"
	"      properties:\n"
	"        thema: { x-ref: kader.themas.id }\n"
	"        nummer: { x-ref: kader.themas.nummers }\n"
	"        oordeel: {}\n"
	"        naast: { x-ref: lijst.oordeel }\n";

static const char link_kader[] =
	"kader:\n"
	"  themas:\n"
	"  - { id: veilig, nummers: [1, 2, 3] }\n"
	"  - { id: hulp, nummers: [4] }\n";

static struct value *
link_data(const char *rest)
{
	struct buf b = BUF_INIT;
	struct value *v;

	buf_adds(&b, link_kader);
	buf_adds(&b, rest);
	v = schema_check_text(link_schema, b.s);
	buf_release(&b);
	return v;
}

START_TEST(references_that_exist)
{
	link_data("lijst: [{ thema: hulp, nummer: 4, oordeel: x, naast: x }]");
	schema_assert_messages("");
}
END_TEST

START_TEST(references_that_do_not_exist)
{
	link_data("lijst:\n"
	    "- { thema: hulpp, nummer: 5 }\n"
	    "- { thema: ergens, nummer: '4', naast: y }\n");
	schema_assert_messages(
	    "d.yaml:6:12: error: \"hulpp\" komt als 'id' niet voor in "
	    "kader.yaml; kies uit hulp of veilig (bedoelt u hulp?)\n"
	    "d.yaml:6:27: error: 5 komt als 'nummers' niet voor in "
	    "kader.yaml; kies uit 1 tot en met 4\n"
	    "d.yaml:7:12: error: \"ergens\" komt als 'id' niet voor in "
	    "kader.yaml; kies uit hulp of veilig\n"
	    "d.yaml:7:29: error: \"4\" komt als 'nummers' niet voor in "
	    "kader.yaml; kies uit 1 tot en met 4 (bedoelt u 4?)\n"
	    "d.yaml:7:40: error: \"y\" komt als 'oordeel' niet voor in "
	    "'lijst'\n");
}
END_TEST

/* That the file is missing has been told already. */
START_TEST(references_to_an_absent_file)
{
	schema_check_text(link_schema, "lijst: [{ thema: hulp, nummer: 4 }]");
	schema_assert_messages("");
}
END_TEST

START_TEST(select_finds_the_items_that_match)
{
	struct value *v = link_data("lijst:\n"
	    "- { thema: hulp, nummer: 1, oordeel: goed }\n"
	    "- { thema: veilig, nummer: 2, oordeel: goed }\n"
	    "- { thema: hulp, nummer: 3, oordeel: beter }\n");
	const struct value *lijst = value_find(v, "lijst");
	const struct value *themas = value_path(v, "kader.themas");
	const struct value *over = value_find(themas->items[1], "over");
	const struct value *goed = value_find(themas->items[0], "goed");

	schema_assert_messages("");
	ck_assert_uint_eq(over->n, 2);
	ck_assert_ptr_eq(over->items[0], lijst->items[0]);
	ck_assert_ptr_eq(over->items[1], lijst->items[2]);
	ck_assert_str_eq(value_text(value_find(over->facets, "woord")).s,
	    "twee");
	/* The items keep the numbers that they have in their own list. */
	ck_assert_str_eq(value_text(value_find(over->items[1]->facets,
	    "nummer")).s, "3");
	ck_assert_uint_eq(goed->n, 2);
	ck_assert_ptr_eq(goed->items[1], lijst->items[1]);
	ck_assert_uint_eq(value_find(themas->items[1], "goed")->n, 0);
}
END_TEST

START_TEST(select_from_nothing_is_empty)
{
	struct value *v = link_data("");
	const struct value *themas = value_path(v, "kader.themas");

	schema_assert_messages("");
	ck_assert_int_eq(value_find(themas->items[0], "over")->kind,
	    VALUE_LIST);
	ck_assert_uint_eq(value_find(themas->items[0], "over")->n, 0);
}
END_TEST

/* A list that selects the map it is in: nothing walks round for ever. */
START_TEST(select_of_itself_ends)
{
	struct value *v = schema_check_text("properties:\n  a:\n    items:\n"
	    "      properties:\n        id: { format: markdown }\n"
	    "        alle: { x-select: { from: a, where: {} } }\n",
	    "a: [{id: x}, {id: y}]");
	const struct value *a = value_find(v, "a");

	ck_assert_uint_eq(value_find(a->items[0], "alle")->n, 2);
	ck_assert_str_eq(schema_dumped(v),
	    "a[1].id: \"x\"  @d.yaml:1:10\n"
	    "a[1].alle[1]: elders  @d.yaml:1:5\n"
	    "a[1].alle[2]: elders  @d.yaml:1:14\n"
	    "a[2].id: \"y\"  @d.yaml:1:19\n"
	    "a[2].alle[1]: elders  @d.yaml:1:5\n"
	    "a[2].alle[2]: elders  @d.yaml:1:14\n");
}
END_TEST

Suite *
link_suite(void)
{
	Suite *s = suite_create("link");
	TCase *t = tcase_create("link");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_test(t, references_that_exist);
	tcase_add_test(t, references_that_do_not_exist);
	tcase_add_test(t, references_to_an_absent_file);
	tcase_add_test(t, select_finds_the_items_that_match);
	tcase_add_test(t, select_from_nothing_is_empty);
	tcase_add_test(t, select_of_itself_ends);
	suite_add_tcase(s, t);
	return s;
}
