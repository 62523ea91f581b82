/* check_markdown_parts.c -- stage 2, inside: places, notes, words, tables */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/content/markdown/markdown_private.h"
#include "schema_fixture.h"
#include "suites.h"

static struct markdown md;
static struct markdown_options options;
static struct fragment f;

/*
 * A text that is a block scalar, from line 2 of d.yaml on, column 3: each line
 * of text but the first begins with two spaces.
 */
static void
begin(const char *text)
{
	struct buf yaml = BUF_INIT;
	const struct value *v;

	buf_addf(&yaml, "t: |\n  %s\n", text);
	v = value_find(schema_parse_data(yaml.s), "t");
	buf_release(&yaml);
	options = (struct markdown_options){
		.variables = schema_parse_data("naam: Aa\naantal: 3\n"
		    "gemeente: { code: GM1 }\nleeg:\nlijst: [1]\n"),
		.quote_open = STR("‘"), .quote_close = STR("’"),
		.inner_open = STR("“"), .inner_close = STR("”"),
	};
	md = (struct markdown){ .arena = schema_arena, .diag = schema_diag,
		.options = &options, .value = v, .ok = true };
	md.text = source_from_text(schema_arena, schema_diag, "d.yaml",
	    v->text);
	fragment_init(&f, &md, v->text, 1, NULL);
}

static void
end(void)
{
	fragment_release(&f);
}

START_TEST(fragments_know_their_places)
{
	struct loc loc;

	begin("een\n  > caf\u00E9 |");
	loc = fragment_place(&f, 2, 9);
	ck_assert_uint_eq(loc.line, 3);
	ck_assert_uint_eq(loc.column, 10);	/* é has two bytes */
	loc = fragment_place(&f, 99, 1);	/* outside: the whole scalar */
	ck_assert_uint_eq(loc.line, 1);
	f.leaf = (struct leaf){ .line = 1, .last = 2, .column = 1,
		.quotes = 1 };
	ck_assert_uint_eq(leaf_column(&f, 2), 3);
	ck_assert(str_is(leaf_line(&f, 2), "caf\u00E9 |"));
	ck_assert(str_is(leaf_line(&f, 1), "een"));
	buf_adds(&f.out, "abc");
	fragment_trace(&f, loc);
	ck_assert_uint_eq(f.trace.n, 1);
	ck_assert_uint_eq(f.trace.entries[0].offset, 3);
	end();
}
END_TEST

/* A tag, and what it says or the message about it. */
static const struct {
	const char *tag, *text, *message;
} variables[] = {
	{ " naam ", "Aa", "" },
	{ "aantal", "3", "" },
	{ "gemeente.code", "GM1", "" },
	{ "naan", NULL, "(bedoelt u {{naam}}?)" },
	{ "gemeente.cod", NULL, "{{gemeente.code}}" },
	{ "leeg", NULL, "{{leeg}} is niet ingevuld" },
	{ "lijst", NULL, "een lijst" },
	{ "#lijst", NULL, "{{#lijst}}" },
	{ "", NULL, "{{}}" },
};

START_TEST(variables_have_a_text)
{
	struct str text = STR("");
	char *told;

	begin("x");
	ck_assert_int_eq(variable_text(&md, md.value->loc,
	    str_from(variables[_i].tag), &text), !!variables[_i].text);
	ck_assert_int_eq(md.ok, !!variables[_i].text);
	if (md.ok)
		ck_assert(str_is(text, variables[_i].text));
	told = schema_messages();
	ck_assert_msg(strstr(told, variables[_i].message), "%s", told);
	free(told);
	end();
}
END_TEST

/* A URL and what a link gets, or the message about it. */
static const struct {
	const char *url, *href, *message;
} links[] = {
	{ "#kop", "#kop", "" },
	{ "https://x.nl/a b\"", "https://x.nl/a%20b%22", "" },
	{ "HTTP://x.nl/%20", "HTTP://x.nl/%20", "" },
	{ "mailto:a@x.nl", "mailto:a@x.nl", "" },
	{ "www.x.nl", NULL, "https://www.x.nl" },
	{ "a@x.nl", NULL, "mailto:a@x.nl" },
	{ "javascript:x", NULL, "javascript:x" },
	{ "https://", NULL, "https://" },
};

START_TEST(links_are_checked)
{
	struct str href = STR("");
	char *told;

	begin("x");
	ck_assert_int_eq(link_check(&md, md.value->loc,
	    str_from(links[_i].url), &href), !!links[_i].href);
	if (links[_i].href)
		ck_assert(str_is(href, links[_i].href));
	told = schema_messages();
	ck_assert_msg(strstr(told, links[_i].message), "%s", told);
	free(told);
	end();
}
END_TEST

START_TEST(pictures_stay_inside)
{
	static const char *const roots[] = { "u" };
	struct str src;

	begin("x");
	options.picture_roots = roots;
	options.n_picture_roots = 1;
	schema_write_file("u/v.yaml", "geen plaatje\n");
	ck_assert(!picture_check(&md, md.value->loc, STR("weg.png"), &src));
	ck_assert(!picture_check(&md, md.value->loc, STR("data:x"), &src));
	ck_assert(!picture_check(&md, md.value->loc, STR("/etc/motd"), &src));
	schema_write_file("t.yaml", "buiten\n");
	ck_assert(!picture_check(&md, md.value->loc, STR("t.yaml"), &src));
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 4);
	ck_assert(picture_check(&md, md.value->loc, STR("u/v.yaml"), &src));
	ck_assert(str_is(src, "u/v.yaml"));
	end();
}
END_TEST

START_TEST(html_and_lost_characters_are_told)
{
	struct trace trace = { NULL, 0 };
	char *told;

	begin("x");
	html_fault(&md, md.value->loc, STR("<TABLE class=x>"));
	html_fault(&md, md.value->loc, STR("<!-- x -->"));
	characters_check(&md, STR("caf\u00E9\t\n"), &trace);
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 2);
	characters_check(&md, STR("a\x01" "b"), &trace);
	characters_check(&md, STR("a\uFFFD"), &trace);
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 4);
	told = schema_messages();
	ck_assert_ptr_nonnull(strstr(told, "schrijf de tabel met |"));
	ck_assert_ptr_nonnull(strstr(told, "<!--"));
	free(told);
	end();
}
END_TEST

START_TEST(notes_are_cut_out)
{
	struct note *note;
	char *text;

	begin("Een[^b].\n\n  [^b]: Noot *b*\n  [^a]: Noot a");
	text = arena_cstr(schema_arena, md.text->text);
	notes_split(&md, text);
	ck_assert_ptr_null(strstr(text, "Noot"));
	ck_assert_uint_eq(strlen(text), md.text->text.n);
	ck_assert_uint_eq(md.notes.n, 2);
	note = notes_find(&md.notes, STR("b"));
	ck_assert_ptr_nonnull(note);
	ck_assert_ptr_null(notes_find(&md.notes, STR("c")));
	ck_assert_uint_eq(note->loc.line, 4);
	ck_assert_str_eq(markdown_note(&md, note, &f.trace).s,
	    "Noot <em>b</em>");
	ck_assert(md.ok);
	note->is_called = true;
	notes_finish(&md);		/* a was not called */
	notes_unknown(&md, md.value->loc, STR("c"));
	ck_assert(!md.ok);
	ck_assert_uint_eq(diag_count(schema_diag, DIAG_ERROR), 2);
	end();
}
END_TEST

START_TEST(running_text_is_written)
{
	struct inline_text t;
	struct buf out = BUF_INIT;

	begin("Zij zei 'ja' & {{naam}}");
	inline_init(&t, &f);
	inline_add(&t, md.text->text, 1, 1);
	inline_add_markup(&t, STR("<em>"), md.value->loc);
	inline_add_words(&t, STR(" 'nee' "), md.value->loc);
	inline_add_markup(&t, STR("</em>"), (struct loc){ 0 });
	inline_add_literal(&t, STR("'x'"), md.value->loc);
	inline_add_newline(&t);
	inline_write(&t, &out, &f.trace);
	ck_assert_str_eq(out.s, "Zij zei ‘ja’ &amp; Aa\n<em> ‘nee’ </em>'x'\n");
	ck_assert_uint_gt(f.trace.n, 0);
	buf_clear(&out);
	inline_write(&t, &out, NULL);	/* for an attribute */
	ck_assert_ptr_null(strchr(out.s, '<'));
	inline_release(&t);
	buf_release(&out);
	end();
}
END_TEST

START_TEST(tables_are_written)
{
	begin("| a | b |\n  |---|--:|\n  | c \\| | *d* |\n  | e |");
	f.leaf = (struct leaf){ .line = 1, .last = 2, .column = 1 };
	ck_assert(table_is_at(&f));
	f.leaf.last = 1;
	ck_assert(!table_is_at(&f));
	f.leaf.last = 3;
	table_write(&f);
	ck_assert_str_eq(f.out.s, "<thead><tr><th scope=\"col\">a</th>"
	    "<th scope=\"col\" class=\"rechts\">b</th></tr>\n</thead>\n"
	    "<tbody>\n<tr><td>c |</td><td class=\"rechts\"><em>d</em></td>"
	    "</tr>\n</tbody>\n");
	ck_assert(md.ok);
	f.leaf.last = 4;		/* a row of one cell */
	table_write(&f);
	ck_assert(!md.ok);
	end();
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
markdown_parts_suite(void)
{
	Suite *s = suite_create("markdown_parts");
	TCase *t = tcase_create("parts");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_test(t, fragments_know_their_places);
	tcase_add_loop_test(t, variables_have_a_text, 0, COUNT(variables));
	tcase_add_loop_test(t, links_are_checked, 0, COUNT(links));
	tcase_add_test(t, pictures_stay_inside);
	tcase_add_test(t, html_and_lost_characters_are_told);
	tcase_add_test(t, notes_are_cut_out);
	tcase_add_test(t, running_text_is_written);
	tcase_add_test(t, tables_are_written);
	suite_add_tcase(s, t);
	return s;
}
