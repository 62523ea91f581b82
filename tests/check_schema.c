/* check_schema.c -- schemas: loading them, checking and completing data */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/base/out.h"
#include "schema_fixture.h"
#include "suites.h"
#include "work.h"

/* One property 'a' with this schema; the data and the message. */
static const struct {
	const char *schema, *data, *message;
} faulty[] = {
	{ "{ type: integer }", "a: veel",
	    "d.yaml:1:4: error: 'a' moet een heel getal zijn, niet "
	    "\"veel\"\n" },
	{ "{ type: integer }", "a: 1.5",
	    "d.yaml:1:4: error: 'a' moet een heel getal zijn, niet 1.5\n" },
	{ "{ type: number }", "a: [1]",
	    "d.yaml:1:4: error: 'a' moet een getal zijn, niet een lijst\n" },
	{ "{ type: boolean }", "a: ja",
	    "d.yaml:1:4: error: 'a' moet true of false zijn, niet \"ja\"\n" },
	{ "{ type: string }", "a: 12",
	    "d.yaml:1:4: error: 'a' moet een tekst zijn, niet 12; zet er "
	    "aanhalingstekens omheen\n" },
	{ "{ type: string }", "a: {b: 1}",
	    "d.yaml:1:4: error: 'a' moet een tekst zijn, niet een blok met "
	    "sleutels\n" },
	{ "{ type: array }", "a: b",
	    "d.yaml:1:4: error: 'a' moet een lijst zijn, niet \"b\"; zet elk "
	    "item op een eigen regel, met een streepje ervoor\n" },
	{ "{ type: object }", "a: 'een lange tekst die niet helemaal in een "
	    "bericht past'",
	    "d.yaml:1:5: error: 'a' moet een blok met sleutels zijn, niet "
	    "\"een lange tekst die niet helemaal in een…\"\n" },
	{ "{ type: [integer, array] }", "a: 'x\n\n  y'",
	    "d.yaml:1:5: error: 'a' moet een heel getal of een lijst zijn, "
	    "niet \"x…\"\n" },
	{ "{ type: array, items: { type: integer } }", "a: [1, x]",
	    "d.yaml:1:8: error: item 2 van 'a' moet een heel getal zijn, niet "
	    "\"x\"\n" },
	{ "{ type: array, items: { type: array, items: { type: string } } }",
	    "a: [[], [2]]", "d.yaml:1:10: error: item 1 van item 2 van 'a' "
	    "moet een tekst zijn, niet 2; zet er aanhalingstekens omheen\n" },
	{ "{ type: array, items: { type: string, description: Een naam. } }",
	    "a:\n  -\n", "d.yaml:2:4: error: item 1 van 'a' is leeg; vul een "
	    "waarde in (Een naam)\n" },
	{ "{ enum: [goed, beter] }", "a: beeter",
	    "d.yaml:1:4: error: 'a' kan niet \"beeter\" zijn; kies uit goed "
	    "of beter (bedoelt u beter?)\n" },
	{ "{ enum: [goed, beter] }", "a: slecht",
	    "d.yaml:1:4: error: 'a' kan niet \"slecht\" zijn; kies uit goed "
	    "of beter\n" },
	{ "{ enum: [1, 2] }", "a: '1'",
	    "d.yaml:1:5: error: 'a' kan niet \"1\" zijn; kies uit 1 of 2 "
	    "(bedoelt u 1?)\n" },
	{ "{ const: rapportage }", "a: x",
	    "d.yaml:1:4: error: 'a' moet \"rapportage\" zijn, niet \"x\"\n" },
	{ "{ pattern: '^GM[0-9]{4}$', description: De code., examples: "
	    "[GM0080] }", "a: GM80",
	    "d.yaml:1:4: error: 'a' heeft niet de goede vorm: \"GM80\"; "
	    "schrijf iets als GM0080 (De code)\n" },
	{ "{ pattern: '^x' }", "a: yx",
	    "d.yaml:1:4: error: 'a' heeft niet de goede vorm: \"yx\"\n" },
	{ "{ format: date }", "a: 1 mei 2020",
	    "d.yaml:1:4: error: 'a' moet een datum zijn, niet \"1 mei 2020\"; "
	    "schrijf jaar-maand-dag, zoals 2020-05-01\n" },
	{ "{ format: date }", "a: 2020-02-30",
	    "d.yaml:1:4: error: 'a': \"2020-02-30\" bestaat niet; kijk de "
	    "maand en de dag na\n" },
	{ "{ format: month }", "a: 2020-13",
	    "d.yaml:1:4: error: 'a' moet een maand zijn, niet \"2020-13\"; "
	    "schrijf jaar-maand, zoals 2020-05\n" },
	{ "{ format: email }", "a: info@x",
	    "d.yaml:1:4: error: 'a' moet een e-mailadres zijn, niet "
	    "\"info@x\"; schrijf het als naam@domein.nl\n" },
	{ "{ format: uri }", "a: www.x.nl",
	    "d.yaml:1:4: error: 'a' moet een webadres zijn, niet "
	    "\"www.x.nl\"; begin met https://\n" },
	{ "{ format: uri }", "a: https://x.nl/caf\xC3\xA9",
	    "d.yaml:1:4: error: 'a' is geen goed webadres: "
	    "\"https://x.nl/caf\xC3\xA9\"; kopieer het uit de adresbalk van "
	    "uw browser\n" },
	{ "{ minimum: 1 }", "a: 0",
	    "d.yaml:1:4: error: 'a' moet minstens 1 zijn, niet 0\n" },
	{ "{ maximum: 2.5 }", "a: 3",
	    "d.yaml:1:4: error: 'a' mag hoogstens 2.5 zijn, niet 3\n" },
	{ "{ minItems: 2 }", "a: [x]",
	    "d.yaml:1:4: error: 'a' heeft te weinig items; geef er minstens "
	    "2, niet 1\n" },
	{ "{ uniqueItems: true }", "a: [x, {b: [1]}, x, {b: [1.0]}, '1', 1]",
	    "d.yaml:1:18: error: item 3 van 'a' staat er al: \"x\"; haal er "
	    "een weg\n"
	    "d.yaml:1:5: note: hier staat de eerste\n"
	    "d.yaml:1:21: error: item 4 van 'a' staat er al: een blok met "
	    "sleutels; haal er een weg\n"
	    "d.yaml:1:8: note: hier staat de eerste\n" },
	{ "{ uniqueItems: true }", "a: [{b: 1, c: 2}, {c: 2, b: 1}]",
	    "d.yaml:1:19: error: item 2 van 'a' staat er al: een blok met "
	    "sleutels; haal er een weg\n"
	    "d.yaml:1:5: note: hier staat de eerste\n" },
	{ "{ type: string }", "a: x\nbc: y",
	    "d.yaml:2:1: error: 'bc' is hier geen bekende sleutel; kies uit "
	    "a of titel\n" },
	{ "{ type: string }", "titl: y",
	    "d.yaml:1:1: error: 'titl' is hier geen bekende sleutel; bedoelt "
	    "u 'titel'?\n" },
	{ "{ additionalProperties: { type: integer } }", "a: {b: 1, c: x}",
	    "d.yaml:1:14: error: 'c' moet een heel getal zijn, niet \"x\"\n" },
	{ "{ properties: { b: { description: Een b. } }, required: [b] }",
	    "a: {}", "d.yaml:1:4: error: 'b' ontbreekt; voeg deze sleutel toe "
	    "(Een b)\n" },
	{ "{ properties: { b: {} }, required: [b] }", "a: {b: }",
	    "d.yaml:1:8: error: 'b' is leeg; vul een waarde in\n" },
	{ "{ properties: { b: {} }, required: [b] }", "a: {b: ' '}",
	    "d.yaml:1:9: error: 'b' is leeg; vul een waarde in\n" },
	{ "{ properties: { b: { x-file: b.yaml } }, required: [b] }",
	    "a: {}", "d.yaml:1:4: error: 'b' ontbreekt; maak het bestand "
	    "b.yaml\n" },
	{ "{ deprecated: true, description: Gebruik titel. }", "a: 1",
	    "d.yaml:1:1: warning: 'a' is verouderd; gebruik deze sleutel niet "
	    "meer (Gebruik titel)\n" },
	{ "{ x-select: { from: titel, where: {} } }", "a: [1]",
	    "d.yaml:1:1: error: 'a' vult het programma zelf in; haal deze "
	    "sleutel weg\n" },
	/* The keys beside a $ref count too. */
	{ "{ $ref: '#/$defs/b', maximum: 5 }", "a: 6",
	    "d.yaml:1:4: error: 'a' mag hoogstens 5 zijn, niet 6\n" },
	{ "{ $ref: '#/$defs/b', maximum: 5 }", "a: x",
	    "d.yaml:1:4: error: 'a' moet een heel getal zijn, niet \"x\"\n" },
};

START_TEST(faulty_data)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "additionalProperties: false\n"
	    "properties:\n  a: %s\n  titel: {}\n"
	    "$defs: { b: { type: integer } }\n", faulty[_i].schema);
	schema_check_text(b.s, faulty[_i].data);
	schema_assert_messages(faulty[_i].message);
	buf_release(&b);
}
END_TEST

static const struct {
	const char *schema, *data;
} sound[] = {
	{ "{ type: integer, minimum: 1, maximum: 3 }", "a: 1" },
	{ "{ type: integer }", "a: 2.0" },
	{ "{ type: number }", "a: 2" },
	{ "{ type: [string, 'null'] }", "a: ~" },
	{ "{ type: string }", "a: " },		/* as if it was not there */
	{ "{ enum: [1, x, [y]] }", "a: [y]" },
	{ "{ format: email }", "a: info@toezicht.example.nl" },
	{ "{ format: uri }", "a: https://example.nl/a?b=c" },
	{ "{ format: uri }", "a: mailto:info@example.nl" },
	{ "{ uniqueItems: true }", "a: [1, '1', x, [1], [[1]], {a: 1}, "
	    "{b: 1}, {a: 1, b: 2}, {a: 2, b: 1}]" },
	{ "{ const: {b: [x], c: {d: 1, e: 2}} }",
	    "a: {c: {e: 2, d: 1}, b: [x]}" },
	{ "{ pattern: x }", "a: axb" },
	{ "{ type: object }", "a: {b: 1}" },	/* open, unless it says not */
};

START_TEST(sound_data)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "properties:\n  a: %s\n", sound[_i].schema);
	schema_check_text(b.s, sound[_i].data);
	schema_assert_messages("");
	buf_release(&b);
}
END_TEST

START_TEST(all_faults_are_told)
{
	schema_check_text("type: object\nrequired: [c]\nproperties:\n"
	    "  a: { type: integer }\n  b: { format: date }\n  c: {}\n",
	    "a: x\nb: y\n");
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 3);
}
END_TEST

START_TEST(root_has_a_name)
{
	schema_check_text("type: object\n", "- a\n");
	schema_assert_messages("d.yaml:1:1: error: dit bestand moet een blok "
	    "met sleutels zijn, niet een lijst\n");
}
END_TEST

/* A generated map has no place of its own: the message names one above it. */
START_TEST(place_of_a_generated_value)
{
	struct schema *s = schema_load_text("properties: { a: { required: [b], "
	    "properties: { b: {} }, additionalProperties: false } }");
	struct value *v = schema_parse_data("x: 1");
	struct loc nowhere = { NULL, 0, 0 };
	struct value *a = value_new(schema_arena, VALUE_MAP, nowhere);

	value_set(schema_arena, v, STR("a"), nowhere, a);
	value_set(schema_arena, a, STR("c"), nowhere,
	    value_string(schema_arena, nowhere, STR("d")));
	ck_assert(!schema_check(s, schema_arena, schema_diag, v));
	schema_assert_messages(
	    "d.yaml:1:1: error: 'b' ontbreekt; voeg deze sleutel toe\n"
	    "d.yaml:1:1: error: 'c' is hier geen bekende sleutel; kies uit "
	    "b\n");
}
END_TEST

START_TEST(absent_keys_are_filled_in)
{
	struct value *v = schema_check_text("properties:\n"
	    "  a: { type: string }\n"
	    "  b: { default: 3 }\n"
	    "  c: { default: [x, y] }\n"
	    "  d: { default: 2020-05-01, format: date }\n"
	    "  e: { default: z }\n"
	    "  f: { default: z }\n"
	    "  g: { properties: { h: {} } }\n", "e: eigen\nf:\ng: {}\n");

	schema_assert_messages("");
	ck_assert_str_eq(schema_dumped(v),
	    "e: \"eigen\"  @d.yaml:1:4\n"
	    "f: \"z\"  @s.yaml:7:17\n"
	    "b: 3  @s.yaml:3:17\n"
	    "c[1]: \"x\"  @s.yaml:4:18\n"
	    "c[2]: \"y\"  @s.yaml:4:21\n"
	    "d: \"1\u00A0mei 2020\"  @s.yaml:5:17\n");
	ck_assert_int_eq(value_find(v, "a")->kind, VALUE_NULL);
	ck_assert_ptr_null(value_find(v, "a")->loc.src);
	ck_assert_int_eq(value_path(v, "g.h")->kind, VALUE_NULL);
	ck_assert_str_eq(value_text(value_find(value_find(v, "c")->facets,
	    "opsomming")).s, "x en y");
}
END_TEST

START_TEST(facets_are_set)
{
	struct value *v = schema_check_text("properties:\n"
	    "  n: { type: integer }\n"
	    "  l: { items: { properties: { nummer: {} } } }\n",
	    "n: 10\nl: [{nummer: 7}, {}]\n");
	const struct value *list = value_find(v, "l");

	ck_assert_str_eq(value_text(value_find(value_find(v, "n")->facets,
	    "woord")).s, "tien");
	ck_assert_str_eq(value_text(value_find(list->facets, "aantal")).s,
	    "2");
	ck_assert_str_eq(value_text(value_find(list->items[1]->facets,
	    "nummer")).s, "2");
	/* The key of its own is found first. */
	ck_assert_str_eq(value_text(value_find(list->items[0],
	    "nummer")).s, "7");
}
END_TEST

START_TEST(second_check_changes_nothing)
{
	struct schema *s = schema_load_text(
	    "properties:\n  d: { format: date }\n"
	    "  l: { default: [1] }\n  m: {}\n");
	struct value *v = schema_parse_data("d: 2020-05-01\n");
	const char *first;

	ck_assert(schema_check(s, schema_arena, schema_diag, v));
	first = schema_dumped(v);
	ck_assert(schema_check(s, schema_arena, schema_diag, v));
	ck_assert_str_eq(schema_dumped(v), first);
}
END_TEST

START_TEST(schemas_refer_to_each_other)
{
	schema_write_file("u/v.yaml",
	    "properties: { b: { $ref: ../t.yaml#/$defs/n } }\n");
	schema_write_file("t.yaml", "$defs:\n  n: { type: integer }\n"
	    "  boom:\n    properties:\n"
	    "      takken: { items: { $ref: '#/$defs/boom' } }\n"
	    "      n: { $ref: '#/$defs/n' }\n"
	    "    additionalProperties: false\n");
	schema_check_text("properties:\n  a: { $ref: u/v.yaml }\n"
	    "  c: { $ref: './t.yaml#/$defs/boom' }\n  d: { $ref: '#' }\n",
	    "a: { b: x }\n"
	    "c: { takken: [{ n: 1, takken: [{ n: y }] }] }\n"
	    "d: { d: { a: { b: z } } }\n");
	schema_assert_messages(
	    "d.yaml:1:9: error: 'b' moet een heel getal zijn, niet \"x\"\n"
	    "d.yaml:2:37: error: 'n' moet een heel getal zijn, niet \"y\"\n"
	    "d.yaml:3:19: error: 'b' moet een heel getal zijn, niet \"z\"\n");
}
END_TEST

START_TEST(schema_knows_its_properties)
{
	struct schema *s = schema_load_text(
	    "$ref: '#/$defs/b'\nproperties: { a: {} }\n"
	    "$defs: { b: { properties: { c: {} } } }\n");

	ck_assert(schema_has_property(s, STR("a")));
	ck_assert(schema_has_property(s, STR("c")));
	ck_assert(!schema_has_property(s, STR("b")));
}
END_TEST

static const struct {
	const char *schema, *message;
} faulty_schemas[] = {
	{ "titel: x\n", "s.yaml:1:1: error: een schema kent het woord 'titel' "
	    "niet; bedoelt u 'title'?\n" },
	{ "- x\n", "s.yaml:1:1: error: een schema moet een blok met sleutels "
	    "zijn; schrijf minstens 'type'\n" },
	{ "items: x\n", "s.yaml:1:8: error: in een schema moet 'items' een "
	    "blok met sleutels zijn\n" },
	{ "type: 3\n", "s.yaml:1:7: error: in een schema moet 'type' een "
	    "tekst of een lijst zijn\n" },
	{ "type: text\n", "s.yaml:1:7: error: een schema kent \"text\" niet; "
	    "kies uit null, boolean, integer, number, string, array of "
	    "object\n" },
	{ "type: [string, 3]\n", "s.yaml:1:16: error: een schema kent 3 niet; "
	    "kies uit null, boolean, integer, number, string, array of "
	    "object\n" },
	{ "format: datum\n", "s.yaml:1:9: error: een schema kent \"datum\" "
	    "niet; kies uit date, month, markdown, markdown-inline, uri of "
	    "email\n" },
	{ "format: ''\n", "s.yaml:1:10: error: een schema kent \"\" niet; "
	    "kies uit date, month, markdown, markdown-inline, uri of "
	    "email\n" },
	{ "properties: { titel: {} }\nrequired: [titl]\n",
	    "s.yaml:2:12: error: 'titl' staat wel in required, maar niet in "
	    "properties; maak dat gelijk: bedoelt u 'titel'?\n" },
	{ "pattern: '('\n", "s.yaml:1:11: error: dit patroon kan niet "
	    "(Unmatched ( or \\(); verbeter het\n" },
	{ "pattern: '\\d+'\n", "s.yaml:1:11: error: dit patroon kan niet "
	    "(schrijf [0-9] en niet \\d); verbeter het\n" },
	{ "minItems: -1\n", "s.yaml:1:11: error: in een schema moet "
	    "'minItems' een heel getal zijn\n" },
	{ "default: { a: 1 }\n", "s.yaml:1:10: error: een default kan geen "
	    "blok met sleutels zijn; geef de sleutels zelf een default\n" },
	{ "default: [[]]\n", "s.yaml:1:10: error: een default kan geen "
	    "blok met sleutels zijn; geef de sleutels zelf een default\n" },
	{ "x-select: { from: a }\n", "s.yaml:1:11: error: x-select moet deze "
	    "vorm hebben: from: pad, where: (veld: waarde)\n" },
	{ "x-select: { from: a, where: { b: [] } }\n", "s.yaml:1:34: error: "
	    "x-select moet deze vorm hebben: from: pad, where: (veld: "
	    "waarde)\n" },
	{ "$ref: '#/$defs/naam'\n$defs: { naa: {} }\n", "s.yaml:1:8: error: "
	    "#/$defs/naam verwijst naar iets dat er niet is; verwijs naar een "
	    "bestand of naar #/$defs/naam (bedoelt u 'naa'?)\n" },
	{ "$ref: '#/naam'\n", "s.yaml:1:8: error: #/naam verwijst naar iets "
	    "dat er niet is; verwijs naar een bestand of naar #/$defs/naam\n" },
	{ "$ref: '#'\n", "s.yaml:1:8: error: deze $ref verwijst via andere "
	    "naar zichzelf; verwijs naar een schema met een type\n" },
	{ "properties: { a: { tipe: x }, b: { items: { form: x } } }\n",
	    "s.yaml:1:20: error: een schema kent het woord 'tipe' niet; "
	    "bedoelt u 'type'?\n"
	    "s.yaml:1:45: error: een schema kent het woord 'form' niet\n" },
};

START_TEST(faulty_schema)
{
	ck_assert_ptr_null(schema_load_text(faulty_schemas[_i].schema));
	schema_assert_messages(faulty_schemas[_i].message);
}
END_TEST

START_TEST(missing_schema_file)
{
	char *found;

	ck_assert_ptr_null(schema_load(schema_arena, schema_diag, "s.yaml"));
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 1);
	ck_assert_ptr_null(schema_load_text(
	    "properties:\n  a: { $ref: t.yaml }\n"
	    "  b: { $ref: t.yaml#/$defs/x }\n"));
	/* The missing file is told once. */
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 2);
	found = schema_messages();
	ck_assert_ptr_nonnull(strstr(found,
	    "s.yaml:2:14: note: hier wordt ernaar verwezen\n"));
	free(found);
}
END_TEST

/* Of both files all faults are told; what is sound is completed. */
START_TEST(schema_in_a_file_is_applied)
{
	struct value *v = schema_parse_data("a: 1\n");

	schema_write_file("s.yaml", "properties: { a: { type: integer }, "
	    "b: { type: string } }\n");
	ck_assert_ptr_eq(schema_apply(schema_arena, schema_diag, "s.yaml", v),
	    v);
	ck_assert(value_find(v, "b"));
	ck_assert_ptr_null(schema_apply(schema_arena, schema_diag, "s.yaml",
	    NULL));
	schema_assert_messages("");
	ck_assert_ptr_null(schema_apply(schema_arena, schema_diag, "s.yaml",
	    schema_parse_data("a: x\n")));
	ck_assert_ptr_null(schema_apply(schema_arena, schema_diag, "t.yaml",
	    NULL));
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 2);
}
END_TEST

static void
note_markdown(void *closure, struct value *v, bool is_inline)
{
	buf_addf(closure, "%s%s ", v->text.s, is_inline ? "(regel)" : "");
	v->kind = VALUE_MARKUP;
}

START_TEST(each_markdown_is_visited_once)
{
	static const char text[] = "properties:\n"
	    "  a: { format: markdown }\n"
	    "  b: { items: { format: markdown-inline } }\n"
	    "  c: { additionalProperties: { $ref: '#/$defs/t' } }\n"
	    "  d: { type: string }\n"
	    "  e: { format: markdown }\n"
	    "  f: { x-select: { from: b, where: {} } }\n"
	    "$defs: { t: { format: markdown } }\n";
	struct value *v = schema_check_text(text,
	    "a: een\nb: [twee, drie]\nc: { x: vier }\nd: vijf\n");
	struct buf b = BUF_INIT;

	schema_each_markdown(schema_load(schema_arena, schema_diag, "s.yaml"),
	    v, note_markdown, &b);
	ck_assert_str_eq(b.s, "een twee(regel) drie(regel) vier ");
	buf_release(&b);
}
END_TEST

static void
check_large(size_t n, const void *with)
{
	struct buf b = BUF_INIT;

	(void)with;
	buf_adds(&b, "a: [");
	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "%zu,", i);
	buf_adds(&b, "]\nb: [");
	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "%zu,", i);
	buf_adds(&b, "]\n");
	schema_check_text("properties:\n  a: { uniqueItems: true, items: {} }\n"
	    "  b: { items: { x-ref: a } }\n", b.s);
	schema_assert_messages("");
	buf_release(&b);
}

START_TEST(large_data_is_no_trouble)
{
	work_is_linear(check_large, 4000, NULL);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static TCase *
check_case(void)
{
	TCase *t = tcase_create("check");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_loop_test(t, faulty_data, 0, COUNT(faulty));
	tcase_add_loop_test(t, sound_data, 0, COUNT(sound));
	tcase_add_test(t, all_faults_are_told);
	tcase_add_test(t, root_has_a_name);
	tcase_add_test(t, place_of_a_generated_value);
	tcase_add_test(t, absent_keys_are_filled_in);
	tcase_add_test(t, facets_are_set);
	tcase_add_test(t, second_check_changes_nothing);
	tcase_add_test(t, each_markdown_is_visited_once);
	tcase_add_test(t, large_data_is_no_trouble);
	return t;
}

Suite *
schema_suite(void)
{
	Suite *s = suite_create("schema");
	TCase *t = tcase_create("load");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_test(t, schemas_refer_to_each_other);
	tcase_add_test(t, schema_knows_its_properties);
	tcase_add_loop_test(t, faulty_schema, 0, COUNT(faulty_schemas));
	tcase_add_test(t, missing_schema_file);
	tcase_add_test(t, schema_in_a_file_is_applied);
	suite_add_tcase(s, t);
	suite_add_tcase(s, check_case());
	return s;
}
