/* check_schema_parts.c -- stage 2, inside: what a schema says, for drafts */
#include <check.h>
#include <string.h>

#include "../gen/content/schema/draft_private.h"
#include "../gen/content/schema/schema_tree.h"
#include "schema_fixture.h"
#include "suites.h"

/* A schema without files: $ref is not followed. */
static struct schema *
read_schema(const char *text)
{
	struct schema_reader reader = { .arena = schema_arena,
		.diag = schema_diag };

	return schema_read(&reader, schema_parse_data(text));
}

START_TEST(keywords_are_read)
{
	struct schema *s = read_schema("required: [a]\n"
	    "type: [string, integer]\n"
	    "properties: { a: { format: month }, bee: {} }\n"
	    "additionalProperties: false\nminimum: -1\nminItems: 2\n"
	    "description: ' Een naam. '\nexamples: [x, y]\n$comment: x\n");

	schema_assert_messages("d.yaml:9:1: error: een schema kent het woord "
	    "'$comment' niet\n");
	ck_assert_uint_eq(s->types, TYPE_STRING | TYPE_INTEGER);
	ck_assert_uint_eq(s->n_properties, 2);
	ck_assert(s->properties[0].is_required);
	ck_assert(!s->properties[1].is_required);
	ck_assert_int_eq(s->properties[0].schema->format, FORMAT_MONTH);
	ck_assert(s->is_closed);
	ck_assert_double_eq(s->minimum, -1);
	ck_assert_double_infinite(s->maximum);
	ck_assert_uint_eq(s->min_items, 2);
	ck_assert_str_eq(s->description.s, "Een naam");
	ck_assert_str_eq(s->example->text.s, "x");
	ck_assert_str_eq(schema_nearest(schema_arena, STR("beer"),
	    s->properties, s->n_properties), "bee");
	ck_assert_ptr_null(schema_nearest(schema_arena, STR("zzz"),
	    s->properties, s->n_properties));
}
END_TEST

/* What stands nearest goes before what a $ref says. */
START_TEST(views_put_schemas_together)
{
	struct schema *s = schema_load_text("$ref: '#/$defs/b'\n"
	    "properties: { a: { description: Dichtbij }, c: {} }\n"
	    "required: [a]\n$defs:\n  b:\n    description: Ver\n"
	    "    properties:\n"
	    "      a: { description: Ver, type: integer, minimum: 2 }\n"
	    "      d: { items: { type: boolean } }\n");
	struct view view = { .n = 0 }, below;
	struct schema rules;
	struct str *names;
	size_t n;

	schema_assert_messages("");
	view_add(&view, s);
	ck_assert_uint_eq(view.n, 2);
	ck_assert_str_eq(view_rules(&view).description.s, "Ver");
	names = view_names(&view, schema_arena, &n);
	ck_assert_uint_eq(n, 3);
	ck_assert(str_is(names[0], "a") && str_is(names[1], "d") &&
	    str_is(names[2], "c"));
	ck_assert(view_requires(&view, STR("a")));
	ck_assert(!view_requires(&view, STR("d")));
	below = view_property(&view, STR("a"));
	rules = view_rules(&below);
	ck_assert_str_eq(rules.description.s, "Dichtbij");
	ck_assert_uint_eq(rules.types, TYPE_INTEGER);
	ck_assert_double_eq(rules.minimum, 2);
	below = view_property(&view, STR("d"));
	below = view_items(&below);
	ck_assert_uint_eq(view_rules(&below).types, TYPE_BOOLEAN);
	ck_assert_uint_eq(view_property(&view, STR("e")).n, 0);
}
END_TEST

/* A schema and the YAML of its draft; open: only there for the form. */
static const struct {
	const char *schema, *yaml;
	bool is_open, takes_words;
} scalars[] = {
	{ "type: string", "vul-in", true, true },
	{ "const: rapportage", "rapportage", false, false },
	{ "default: 3\ntype: integer", "3", false, false },
	{ "enum: [goed, beter]", "goed", true, false },
	{ "type: integer\nminimum: 1.5", "2", true, false },
	{ "type: boolean", "false", true, false },
	{ "type: string\npattern: '^G'\nexamples: [GM0080]", "GM0080", true,
	    false },
};

START_TEST(draft_has_the_right_form)
{
	struct draft_order order = { 0 };
	struct draft d = { .arena = schema_arena, .order = &order };
	struct schema *s = read_schema(scalars[_i].schema);
	struct str yaml;
	bool is_open;

	ck_assert_int_eq(draft_takes_words(&d, s, STR("a.b")),
	    scalars[_i].takes_words);
	ck_assert(!draft_has(&d, STR("a.b")));
	yaml = draft_scalar(&d, s, STR("a.b"), &is_open);
	ck_assert_str_eq(yaml.s, scalars[_i].yaml);
	ck_assert_int_eq(is_open, scalars[_i].is_open);
	ck_assert(draft_has(&d, STR("a.b")));	/* an x-ref may ask for it */
}
END_TEST

START_TEST(draft_names_what_to_fill_in)
{
	struct draft_order order = { 0 };
	struct draft d = { .arena = schema_arena, .order = &order };

	ck_assert_str_eq(draft_words(&d, STR("De kop. Meer.")).s,
	    "Vul in: de kop");
	ck_assert_str_eq(draft_words(&d, STR("CBS-code")).s,
	    "Vul in: CBS-code");
	ck_assert_str_eq(draft_words(&d, STR("")).s, "Vul in: deze tekst");
	ck_assert(!draft_is_used(&d, STR("a")));
	order.known = schema_parse_data("x: [{ y: 'zie {{a.b}}' }]");
	ck_assert(draft_is_used(&d, STR("a.b")));
	ck_assert(!draft_is_used(&d, STR("a")));
}
END_TEST

/* 80 columns, however many bytes. */
START_TEST(draft_wraps_comments)
{
	struct buf b = BUF_INIT;
	struct draft d = { .arena = schema_arena, .out = &b };

	draft_wrap(&d, 2, "# ", STR("Dit is een lange regel die met "
	    "inspringing en al niet meer past op één blad."));
	draft_wrap(&d, 2, "# ", STR("Dit is een lange regel die met "
	    "inspringing en al niet meer past op een bladz."));
	ck_assert_str_eq(b.s, "  # Dit is een lange regel die met inspringing "
	    "en al niet meer past op één blad.\n"
	    "  # Dit is een lange regel die met inspringing en al niet meer "
	    "past op een\n  # bladz.\n");
	buf_release(&b);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
schema_parts_suite(void)
{
	Suite *s = suite_create("schema_parts");
	TCase *t = tcase_create("parts");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_test(t, keywords_are_read);
	tcase_add_test(t, views_put_schemas_together);
	tcase_add_loop_test(t, draft_has_the_right_form, 0, COUNT(scalars));
	tcase_add_test(t, draft_names_what_to_fill_in);
	tcase_add_test(t, draft_wraps_comments);
	suite_add_tcase(s, t);
	return s;
}
