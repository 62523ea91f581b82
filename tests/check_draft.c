/* check_draft.c -- first drafts from a schema, and what they leave open */
#include <check.h>
#include <stdlib.h>

#include "../gen/base/slug.h"
#include "../gen/content/schema/draft.h"
#include "../gen/content/schema/unfinished.h"
#include "../gen/content/read/yaml.h"
#include "schema_fixture.h"
#include "suites.h"

/* All files, each below a line with its name. */
static struct str
draft_with(const char *schema, const char *known,
    const struct draft_given *given)
{
	const struct draft_order order = { STR("2026-02-03"),
		known ? schema_parse_data(known) : NULL, given, !!given };
	struct buf b = BUF_INIT;
	struct draft_file *files;
	struct str all;
	size_t n;

	files = schema_draft(schema_load_text(schema), schema_arena, &order,
	    &n);
	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "== %s\n%s", files[i].name.s, files[i].text.s);
	all = arena_dup(schema_arena, buf_str(&b));
	buf_release(&b);
	return all;
}

static void
assert_draft(const char *schema, const char *known, const char *expected)
{
	ck_assert_str_eq(draft_with(schema, known, NULL).s, expected);
}

START_TEST(a_value_of_each_kind)
{
	assert_draft(
	    "description: Een proef.\n"
	    "required: [a, b, c, d, e, f, g, h, i, j, k]\n"
	    "properties:\n"
	    "  a: { const: vast }\n"
	    "  b: { type: string, default: zo }\n"
	    "  c: { enum: [goed, beter] }\n"
	    "  d: { type: integer, minimum: 3 }\n"
	    "  e: { type: boolean }\n"
	    "  f: { type: string, format: date, examples: [2020-01-01] }\n"
	    "  g: { type: string, format: month }\n"
	    "  h: { type: string, pattern: '^[0-9]+$', examples: ['007'] }\n"
	    "  i: { type: string, description: De naam. Van iets. }\n"
	    "  j: { type: string, format: markdown, description: CBS-uitleg. }"
	    "\n"
	    "  k: { type: string, format: email }\n", NULL,
	    "== rapport.yaml\n"
	    "# Een proef.\n\n"
	    "a: vast\n\n"
	    "b: zo\n\n"
	    "c: goed  # Vul in\n\n"
	    "d: 3  # Vul in\n\n"
	    "e: false  # Vul in\n\n"
	    "f: 2026-02-03  # Vul in\n\n"
	    "g: 2026-02  # Vul in\n\n"
	    "h: \"007\"  # Vul in\n\n"
	    "# De naam. Van iets.\n"
	    "i: \"Vul in: de naam\"\n\n"
	    "# CBS-uitleg.\n"
	    "j: |\n"
	    "  Vul in: CBS-uitleg.\n\n"
	    "k: \"info@example.nl\"  # Vul in\n");
}
END_TEST

START_TEST(maps_and_lists)
{
	assert_draft(
	    "required: [a, d]\n"
	    "properties:\n"
	    "  a:\n"
	    "    type: array\n"
	    "    description: De delen.\n"
	    "    items:\n"
	    "      type: object\n"
	    "      required: [b, c]\n"
	    "      properties:\n"
	    "        b: { type: string, format: markdown, "
	    "description: Het deel. }\n"
	    "        c: { type: array, minItems: 2, items: { enum: [x] } }\n"
	    "  d: { type: object, required: [e], properties: { e: "
	    "{ type: array, minItems: 2, items: { type: string } } } }\n",
	    NULL,
	    "== rapport.yaml\n"
	    "# De delen.\n"
	    "a:\n"
	    "  # Het deel.\n"
	    "  - b: |\n"
	    "      Vul in: het deel.\n"
	    "    c: [x]  # Vul in\n\n"
	    "d:\n"
	    "  e:\n"
	    "    - \"Vul in: deze tekst\"\n"
	    "    - \"Vul in: deze tekst\"\n");
}
END_TEST

START_TEST(what_may_be_left_out)
{
	assert_draft(
	    "required: [a]\n"
	    "properties:\n"
	    "  a: { type: integer }\n"
	    "  b: { type: boolean, description: Aan of uit. }\n"
	    "  c: { type: string, description: Een naam. }\n"
	    "  d: { type: object }\n"
	    "  e: { type: integer, deprecated: true }\n"
	    "  f: { type: array, x-select: { from: a, where: { b: c } } }\n",
	    NULL,
	    "== rapport.yaml\n"
	    "a: 0  # Vul in\n\n"
	    "# Aan of uit. Niet verplicht.\n"
	    "# b: true\n\n"
	    "# Een naam. Niet verplicht.\n"
	    "# c: …\n\n"
	    "# In dit bestand kunnen ook staan: d, e. Wat ze betekenen, staat "
	    "in de naslag.\n");
}
END_TEST

START_TEST(what_a_text_uses)
{
	assert_draft("properties: { c: { type: string }, d: { type: string } }",
	    "tekst: { tekst: 'Zie {{c}}.' }",
	    "== rapport.yaml\n"
	    "c: \"Vul in: deze tekst\"\n\n"
	    "# d: …\n");
}
END_TEST

/* A file in a list gets its id from its name; others may refer to that. */
static const char two_files[] =
    "required: [delen, tekst, gebruik, kader]\n"
    "properties:\n"
    "  delen:\n"
    "    x-file: delen/01-eerste.md\n"
    "    type: array\n"
    "    items:\n"
    "      type: object\n"
    "      required: [soort, tekst]\n"
    "      properties:\n"
    "        id: { type: string }\n"
    "        soort: { enum: [x] }\n"
    "        tekst: { type: string, description: Het deel zelf. }\n"
    "  tekst:\n"
    "    x-file: tekst.md\n"
    "    type: object\n"
    "    properties: { titel: { type: string }, tekst: { type: string } }\n"
    "  gebruik: { x-file: gebruik.yaml, type: object, required: [van, nr],\n"
    "    properties: { van: { x-ref: delen.id },\n"
    "      nr: { type: integer, x-ref: kader.nummers.nr } } }\n"
    "  kader: { x-file: kader.yaml, type: object }\n";

START_TEST(other_files)
{
	assert_draft(two_files, "kader: { nummers: [{ nr: 12 }, { nr: 13 }] }",
	    "== rapport.yaml\n"
	    "== delen/01-eerste.md\n"
	    "---\n"
	    "soort: x  # Vul in\n"
	    "---\n"
	    "Vul in: het deel zelf.\n"
	    "== tekst.md\n"
	    "Vul in: de tekst van tekst.\n"
	    "== gebruik.yaml\n"
	    "van: eerste  # Vul in\n\n"
	    "nr: 12  # Vul in\n");
}
END_TEST

START_TEST(what_is_given)
{
	static const char schema[] = "required: [a]\n"
	    "properties:\n"
	    "  a: { type: object, required: [b], properties: { b: "
	    "{ type: string } } }\n";

	ck_assert_str_eq(draft_with(schema, NULL, &(struct draft_given){
	    "a.b", STR("Sint \"Jan\""), false }).s,
	    "== rapport.yaml\na:\n  b: \"Sint \\\"Jan\\\"\"\n");
	ck_assert_str_eq(draft_with(schema, NULL, &(struct draft_given){
	    "a.b", STR("true"), true }).s,
	    "== rapport.yaml\na:\n  b: \"true\"  # Vul in\n");
}
END_TEST

/* Keys beside a $ref add to it and go before it. */
START_TEST(beside_a_ref)
{
	assert_draft(
	    "required: [a]\n"
	    "properties: { a: { $ref: '#/$defs/d', required: [z],\n"
	    "  properties: { y: { description: Nader. } } } }\n"
	    "$defs: { d: { type: object, required: [y], properties: {\n"
	    "  y: { type: string, description: Ruim. },\n"
	    "  z: { type: integer } } } }\n", NULL,
	    "== rapport.yaml\n"
	    "a:\n"
	    "  # Nader.\n"
	    "  y: \"Vul in: nader\"\n"
	    "  z: 0  # Vul in\n");
}
END_TEST

/* A schema in itself ends somewhere. */
START_TEST(endless_schema)
{
	struct str text = draft_with("required: [a]\n"
	    "properties: { a: { $ref: '#/$defs/d' } }\n"
	    "$defs: { d: { type: object, required: [a],\n"
	    "  properties: { a: { $ref: '#/$defs/d' } } } }\n", NULL, NULL);

	ck_assert_uint_lt(text.n, 1000);
}
END_TEST

/* --- what was left open --- */

static bool
check_unfinished(const char *data)
{
	return unfinished_check(schema_diag, schema_parse_data(data));
}

START_TEST(marks_are_found)
{
	ck_assert(check_unfinished(
	    "a: 1  # Vul in\n"
	    "b: \"Vul in: de naam. Vul in: nog iets\"\n"
	    "c: |\n"
	    "  Vul in deze zin niets in, want 'Vul in' is hier gewone tekst.\n"
	    "d: [x] # Vul in"));
	schema_assert_messages(
	    "d.yaml:1:9: warning: hier moet u nog iets invullen; doe dat en "
	    "haal 'Vul in' weg\n"
	    "d.yaml:2:5: warning: hier moet u nog iets invullen; doe dat en "
	    "haal 'Vul in' weg\n"
	    "d.yaml:5:10: warning: hier moet u nog iets invullen; doe dat en "
	    "haal 'Vul in' weg\n");
}
END_TEST

START_TEST(not_in_what_was_adopted)
{
	ck_assert(!check_unfinished(
	    "publicatie: { vaststelling: 2020-01-31 }\n"
	    "a: 1  # Vul in\n"));
	schema_assert_messages(
	    "d.yaml:2:9: error: dit rapport is vastgesteld, maar hier moet u "
	    "nog iets invullen; doe dat en haal 'Vul in' weg, of haal "
	    "'vaststelling' weg\n");
	ck_assert(check_unfinished(
	    "publicatie: { vaststelling: 2020-01-31 }\na: 1\n"));
}
END_TEST

static void
assert_slug(const char *text, const char *expected)
{
	struct buf b = BUF_INIT;

	slug_add(&b, str_from(text));
	ck_assert_str_eq(b.n ? b.s : "", expected);
	buf_release(&b);
}

START_TEST(names_of_folders)
{
	assert_slug("Súdwest-Fryslân", "sudwest-fryslan");
	assert_slug("'s-Hertogenbosch", "s-hertogenbosch");
	assert_slug("Bergen (NH.)", "bergen-nh");
	assert_slug("Nuenen, Gerwen en Nederwetten",
	    "nuenen-gerwen-en-nederwetten");
	assert_slug("../..", "");
	assert_slug("", "");
}
END_TEST

Suite *
draft_suite(void)
{
	Suite *s = suite_create("draft");
	TCase *c = tcase_create("draft");

	tcase_add_checked_fixture(c, schema_setup, schema_teardown);
	tcase_add_test(c, a_value_of_each_kind);
	tcase_add_test(c, maps_and_lists);
	tcase_add_test(c, what_may_be_left_out);
	tcase_add_test(c, what_a_text_uses);
	tcase_add_test(c, other_files);
	tcase_add_test(c, what_is_given);
	tcase_add_test(c, beside_a_ref);
	tcase_add_test(c, endless_schema);
	tcase_add_test(c, marks_are_found);
	tcase_add_test(c, not_in_what_was_adopted);
	tcase_add_test(c, names_of_folders);
	suite_add_tcase(s, c);
	return s;
}
