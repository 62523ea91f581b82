/* check_html.c -- the HTML writer */
#include <check.h>
#include <string.h>

#include "../gen/web/web.h"
#include "document_fixture.h"
#include "suites.h"

/* The HTML of the inside of a body that no pass has touched. */
static const char *
html(const char *body)
{
	const struct document *document = fixture_parse_body(body);

	ck_assert_msg(document, "%s", fixture_messages());
	return fixture_html(document);
}

START_TEST(whole_page)
{
	struct buf out = BUF_INIT;
	const struct document *document = fixture_parse(
	    "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nl\""
	    " xml:lang=\"nl\"><head><meta charset=\"utf-8\"/>"
	    "<title>A &amp; B</title></head><body><p>x</p></body></html>");

	html_write(document->root, &out);
	ck_assert_str_eq(out.s,
	    "<!doctype html>\n<html lang=nl>\n<head>\n<meta charset=utf-8>\n"
	    "<title>A &amp; B</title>\n</head>\n<body>\n<p>x</p>\n</body>\n"
	    "</html>\n");
	buf_release(&out);
}
END_TEST

START_TEST(void_elements_have_no_end)
{
	ck_assert_str_eq(html("<p>a<br/>b<wbr></wbr>c</p><hr/>"),
	    "<p>a<br>b<wbr>c</p>\n<hr>");
	ck_assert_str_eq(html("<p></p><p/>"), "<p></p>\n<p></p>");
}
END_TEST

START_TEST(attributes_are_quoted_when_needed)
{
	ck_assert_str_eq(html(
	    "<p id=\"a-1\" class=\"a b\" title=\"\" lang='a\"b'>"
	    "<a href=\"/x?a=1&amp;b=2\">y</a></p>"),
	    "<p id=a-1 class=\"a b\" title=\"\" lang=\"a&quot;b\">"
	    "<a href=\"/x?a=1&amp;b=2\">y</a></p>");
	ck_assert_str_eq(html("<p id=\"a&amp;b\" title=\"é\">x</p>"),
	    "<p id=a&amp;b title=é>x</p>");
}
END_TEST

START_TEST(boolean_attributes_have_no_value)
{
	ck_assert_str_eq(html("<details open=\"open\"><summary>x</summary>"
	    "</details>"),
	    "<details open>\n<summary>x</summary>\n</details>");
	ck_assert_str_eq(html("<img src=\"a.svg\" alt=\"\"/>"),
	    "<img src=a.svg alt=\"\">");
}
END_TEST

START_TEST(internal_attributes_stay_out)
{
	ck_assert_str_eq(html("<p data-ts-x=\"1\""
	    " data-y=\"2\" xml:space=\"preserve\">x</p>"),
	    "<p data-y=2>x</p>");
}
END_TEST

START_TEST(pdf_parts_stay_out)
{
	ck_assert_str_eq(html("<p>a <b data-media=\"pdf\">b<i>c</i></b>d</p>"
	    "<div data-media=\"pdf\"><p>x</p></div>"), "<p>a d</p>");
	ck_assert_str_eq(html("<p data-media=\"web\">x</p>"),
	    "<p data-media=web>x</p>");
}
END_TEST

START_TEST(text_is_escaped)
{
	ck_assert_str_eq(html("<p>1 &lt; 2 &amp; 3 &gt; 2 <![CDATA[<b>]]></p>"),
	    "<p>1 &lt; 2 &amp; 3 &gt; 2 &lt;b&gt;</p>");
}
END_TEST

START_TEST(space_in_lines_is_kept)
{
	ck_assert_str_eq(html("<p>a  <em>b</em> <b>c</b>\n <i> d</i></p>"),
	    "<p>a  <em>b</em> <b>c</b>\n <i> d</i></p>");
	ck_assert_str_eq(html("<p>a&nbsp;b&#173;c</p>"),
	    "<p>a\u00A0b\u00ADc</p>");
}
END_TEST

START_TEST(preformatted_text_is_kept)
{
	ck_assert_str_eq(html("<pre>\n\n a\n  b\n</pre>"),
	    "<pre>\n\n\n a\n  b\n</pre>");
	ck_assert_str_eq(html("<pre> <code> a </code> </pre>"),
	    "<pre> <code> a </code> </pre>");
}
END_TEST

START_TEST(blocks_begin_a_line)
{
	ck_assert_str_eq(html("<ul><li>a<ul><li>b</li></ul></li></ul>"),
	    "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>");
	ck_assert_str_eq(html("<table><tr><td>a</td></tr></table>"),
	    "<table>\n<tr>\n<td>a</td>\n</tr>\n</table>");
}
END_TEST

START_TEST(script_is_raw)
{
	ck_assert_str_eq(html("<script>if (a &lt; b &amp;&amp; c) {}"
	    "</script>"), "<script>if (a < b && c) {}</script>");
}
END_TEST

Suite *
html_suite(void)
{
	Suite *s = suite_create("html");
	TCase *t = tcase_create("html");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, whole_page);
	tcase_add_test(t, void_elements_have_no_end);
	tcase_add_test(t, attributes_are_quoted_when_needed);
	tcase_add_test(t, boolean_attributes_have_no_value);
	tcase_add_test(t, internal_attributes_stay_out);
	tcase_add_test(t, pdf_parts_stay_out);
	tcase_add_test(t, text_is_escaped);
	tcase_add_test(t, space_in_lines_is_kept);
	tcase_add_test(t, preformatted_text_is_kept);
	tcase_add_test(t, blocks_begin_a_line);
	tcase_add_test(t, script_is_raw);
	suite_add_tcase(s, t);
	return s;
}
