/* check_template_parts.c -- stage 3, inside: the tags, and names in the data */
#include <check.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "../gen/template/mustache_tree.h"
#include "../gen/template/scan.h"
#include "suites.h"

static struct arena *arena;
static struct diag *diag;

static void
setup(void)
{
	arena = arena_new();
	diag = diag_new();
}

static void
teardown(void)
{
	diag_free(diag);
	arena_free(arena);
}

static const struct source *
source(const char *text)
{
	return source_from_text(arena, diag, "t", str_from(text));
}

/* A template with its tags: sigil or =, name, and whether it is alone. */
static const struct {
	const char *text, *tags;
} scanned[] = {
	{ "geen tag", "" },
	{ "{{a}}{{{ b }}}{{& c}}", "=a;{b;&c;" },
	{ " {{#a}} \n{{/ a }}x\n{{^b}}{{/b}}", "#a alone;/a;^b;/b;" },
	{ "{{! iets }}\n{{=<% %>=}}\n{{a}}<%b%>",
	    "!iets alone;=<% %> alone;=b;" },
	{ "{{>*naam}}{{<p}}{{$q}}{{/q}}{{/p}}",
	    ">naam dynamic;<p;$q;/q;/p;" },
	/* What is wrong is told, and the next tag is found. */
	{ "{{a {{b}}{{}}{{c d}}{{e}}", "=b;=e;" },
};

START_TEST(tags_are_found)
{
	struct scanner s;
	struct buf b = BUF_INIT;
	struct tag tag;

	scanner_init(&s, arena, diag, source(scanned[_i].text));
	while (scanner_next(&s, &tag))
		buf_addf(&b, "%c%.*s%s%s;", tag.sigil ? tag.sigil : '=',
		    (int)tag.name.n, tag.name.s,
		    tag.blank_before && tag.blank_after ? " alone" : "",
		    tag.dynamic ? " dynamic" : "");
	ck_assert_str_eq(b.n ? b.s : "", scanned[_i].tags);
	ck_assert_int_eq(s.failed, diag_count(diag, DIAG_ERROR) > 0);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), _i == 5 ? 3 : 0);
	buf_release(&b);
}
END_TEST

/* Lines may end in CRLF, where render takes them as they are. */
START_TEST(tag_takes_the_end_of_its_line)
{
	struct scanner s;
	struct source src = *source("");
	struct tag tag;

	src.text = STR("x\r\n {{#a}}\t\r\ny");
	scanner_init(&s, arena, diag, &src);
	ck_assert(scanner_next(&s, &tag));
	ck_assert(tag.blank_before && tag.blank_after);
	ck_assert_uint_eq(tag.line_start, 3);
	ck_assert_uint_eq(tag.line_end, 13);
}
END_TEST

START_TEST(cursor_goes_both_ways)
{
	const struct source *src = source("a\nb\xC3\xA9g\nc");
	struct cursor c = cursor_at_start(src);
	static const size_t offsets[] = { 0, 5, 7, 2, 7 };

	for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
		struct loc loc = cursor_loc(&c, offsets[i]);
		struct loc wanted = source_loc(src, offsets[i]);

		ck_assert_uint_eq(loc.line, wanted.line);
		ck_assert_uint_eq(loc.column, wanted.column);
	}
}
END_TEST

/* The name is looked for in these two, from the inside out. */
static const char outer[] = "naam: buiten\ngemeente: { naam: Aa, code: 1 }\n"
    "leeg: { x: 1 }\n";
static const char inner[] = "naam: binnen\nleeg:\nplaats: { straat: Bee }\n";

/* A name, what is found, and else which part is not known and its hint. */
static const struct {
	const char *name, *text;
	size_t part;
	const char *hint;
} names[] = {
	{ "naam", "binnen", 0, NULL },
	{ "gemeente.naam", "Aa", 0, NULL },
	{ "leeg", "", 0, NULL },	/* null hides the outer one … */
	{ "leeg.x", "", 0, NULL },	/* … and what is in it */
	{ "gemeent", NULL, 0, "gemeente" },
	{ "plaats.strat", NULL, 1, "straat" },
	{ "plaats.naam", NULL, 1, NULL },	/* not that of the context */
	{ "plaats.straat.x", NULL, 2, NULL },
	{ "iets", NULL, 0, NULL },
};

START_TEST(names_are_looked_up)
{
	struct context root = { NULL, yaml_parse(arena, diag, source(outer)) };
	struct context context = { &root,
		yaml_parse(arena, diag, source(inner)) };
	const struct template *t = template_parse(arena, diag,
	    source(arena_printf(arena, "{{&%s}}", names[_i].name).s));
	const struct piece *piece = &t->pieces[t->n - 1];
	struct lookup found = context_find(&context, piece);
	const char *hint;

	ck_assert(!found.value == !names[_i].text);
	if (found.value) {
		ck_assert_str_eq(value_text(found.value).s, names[_i].text);
		return;
	}
	ck_assert_uint_eq(found.part, names[_i].part);
	hint = context_nearest(&context, piece, &found, arena);
	ck_assert_str_eq(hint ? hint : "-",
	    names[_i].hint ? names[_i].hint : "-");
}
END_TEST

START_TEST(dot_is_the_value_itself)
{
	struct context context = { NULL,
		value_string(arena, (struct loc){ 0 }, STR("x")) };
	const struct template *t = template_parse(arena, diag, source("{{.}}"));

	ck_assert_ptr_eq(context_find(&context, &t->pieces[t->n - 1]).value,
	    context.value);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
template_parts_suite(void)
{
	Suite *s = suite_create("template_parts");
	TCase *t = tcase_create("parts");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, tags_are_found, 0, COUNT(scanned));
	tcase_add_test(t, tag_takes_the_end_of_its_line);
	tcase_add_test(t, cursor_goes_both_ways);
	tcase_add_loop_test(t, names_are_looked_up, 0, COUNT(names));
	tcase_add_test(t, dot_is_the_value_itself);
	suite_add_tcase(s, t);
	return s;
}
