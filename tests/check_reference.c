/* check_reference.c -- a schema as data for the page that explains it */
#include <check.h>
#include <stdlib.h>

#include "../gen/base/buf.h"
#include "../gen/content/schema/reference.h"
#include "schema_fixture.h"
#include "suites.h"

/* One line a key: path | kind | required | description … */
static void
write_keys(const struct value *groups, struct buf *b)
{
	for (size_t i = 0; i < groups->n; i++) {
		const struct value *g = groups->items[i];
		const struct value *keys = value_find(g, "sleutels");

		buf_addf(b, "%s\n", value_text(value_find(g, "bestand")).s);
		for (size_t k = 0; k < keys->n; k++) {
			const struct value *key = keys->items[k];

			buf_addf(b, "  %s | %s | %s%s | %s | %s | %s | %s\n",
			    value_text(value_find(key, "pad")).s,
			    value_text(value_find(key, "soort")).s,
			    value_find(key, "verplicht")->truth ? "moet" : "",
			    value_find(key, "vanzelf")->truth ? "zelf" : "",
			    value_text(value_find(key, "omschrijving")).s,
			    value_text(value_find(key, "keuzes")).s,
			    value_text(value_find(key, "voorbeeld")).s,
			    value_text(value_find(key, "verwijst")).s);
		}
	}
}

START_TEST(keys_by_file)
{
	struct buf b = BUF_INIT;
	const struct schema *s = schema_load_text(
	    "title: T\n"
	    "required: [a]\n"
	    "properties:\n"
	    "  a: { type: integer, description: Een getal., examples: [3] }\n"
	    "  b: { enum: [goed, beter] }\n"
	    "  c: { type: object, properties: { d: { $ref: '#/$defs/e' } } }\n"
	    "  f:\n"
	    "    type: array\n"
	    "    x-file: f/01-x.md\n"
	    "    items:\n"
	    "      type: object\n"
	    "      properties:\n"
	    "        g: { type: string, x-ref: a }\n"
	    "        h:\n"
	    "          type: array\n"
	    "          x-select: { from: f, where: { g: 1 } }\n"
	    "$defs:\n"
	    "  e: { type: string, format: date, description: Dag. }\n");

	write_keys(schema_reference(s, schema_arena), &b);
	ck_assert_str_eq(b.s,
	    "rapport.yaml\n"
	    "  a | heel getal | moet | Een getal |  | 3 | \n"
	    "  b | keuze |  |  | goed, beter |  | \n"
	    "  c | sleutels |  |  |  |  | \n"
	    "  c.d | datum (jaar-maand-dag) |  | Dag |  |  | \n"
	    "f/01-x.md\n"
	    "  g | tekst |  |  |  |  | a\n"
	    "  h | lijst | zelf |  |  |  | \n");
	buf_release(&b);
}
END_TEST

START_TEST(a_schema_may_refer_to_itself)
{
	const struct schema *s = schema_load_text(
	    "$ref: '#/$defs/boom'\n"
	    "$defs:\n"
	    "  boom:\n"
	    "    type: object\n"
	    "    properties: { tak: { $ref: '#/$defs/boom' } }\n");
	const struct value *groups = schema_reference(s, schema_arena);

	ck_assert_uint_gt(value_find(groups->items[0], "sleutels")->n, 3);
	ck_assert_uint_lt(value_find(groups->items[0], "sleutels")->n, 100);
}
END_TEST

Suite *
reference_suite(void)
{
	Suite *s = suite_create("reference");
	TCase *t = tcase_create("reference");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_test(t, keys_by_file);
	tcase_add_test(t, a_schema_may_refer_to_itself);
	suite_add_tcase(s, t);
	return s;
}
