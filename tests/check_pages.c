/* check_pages.c -- documents become pages */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/typeset/look/picture.h"
#include "pages_fixture.h"
#include "suites.h"
#include "temp.h"

/* Lines of text: 26 of 15 points fill a page of 400 points of text. */
#define LINE(word) word "<br/>"
#define FIVE LINE("a") LINE("b") LINE("c") LINE("d") LINE("e")
#define TEN FIVE FIVE
#define TWENTY TEN TEN

static size_t
count_items(size_t page, enum item_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < pages->pages[page].n_items; i++)
		n += pages->pages[page].items[i].kind == kind;
	return n;
}

START_TEST(empty)
{
	ck_assert(pages_set("<p data-media=\"web\">x</p>", ""));
	ck_assert_uint_eq(pages->n_pages, 1);
	ck_assert_str_eq(pages_text(0, false), "|");
}
END_TEST

START_TEST(margins)
{
	ck_assert(pages_set("<p>een</p><div class=\"m\"><p>twee</p></div>"
	    "<p>drie</p>", "  .m: { ruimte-voor: 30, ruimte-na: 5 }\n"));
	ck_assert_double_eq_tol(pages_y("twee") - pages_y("een"), 15 + 30,
	    0.01);
	ck_assert_double_eq_tol(pages_y("drie") - pages_y("twee"), 15 + 10,
	    0.01);
}
END_TEST

START_TEST(padding_and_rules)
{
	ck_assert(pages_set("<div class=\"m\"><p>een</p></div><p>twee</p>",
	    "  .m: { binnenruimte: [7, 8, 9, 10], lijn-links: 2, "
	    "lijn-boven: 1, achtergrond: \"#eeeeee\" }\n"));
	ck_assert_double_eq_tol(pages_x("een"), 50 + 12, 0.01);
	/* no margin of the paragraph inside; none of the box outside */
	ck_assert_double_eq_tol(pages_y("twee") - pages_y("een"), 15 + 9, 0.01);
	ck_assert_uint_eq(count_items(0, ITEM_FILL), 1);
	ck_assert_uint_eq(count_items(0, ITEM_RULE), 2);
	for (size_t i = 0; i < pages->pages[0].n_items; i++) {
		const struct item *item = &pages->pages[0].items[i];

		if (item->kind != ITEM_FILL)
			continue;
		ck_assert_double_eq_tol(item->height, 15 + 1 + 7 + 9, 0.01);
		ck_assert_double_eq_tol(item->width, 300, 0.01);
		ck_assert_int_eq(item->tag, TAG_BACKGROUND);
	}
}
END_TEST

START_TEST(box_goes_on)
{
	ck_assert(pages_set("<div class=\"m\"><p>" TWENTY "</p><p>" TWENTY
	    "</p></div>", "  .m: { lijn-boven: 1, lijn-onder: 1, "
	    "achtergrond: \"#eeeeee\" }\n"));
	ck_assert_uint_eq(pages->n_pages, 2);
	for (size_t i = 0; i < 2; i++) {
		ck_assert_uint_eq(count_items(i, ITEM_FILL), 1);
		ck_assert_uint_eq(count_items(i, ITEM_RULE), 1);
	}
}
END_TEST

START_TEST(narrow_boxes)
{
	struct buf body = BUF_INIT;

	for (int i = 0; i < 90; i++)
		buf_adds(&body, "<ul><li>");
	buf_adds(&body, "diepste woorden in de lijst");
	for (int i = 0; i < 90; i++)
		buf_adds(&body, "</li></ul>");
	ck_assert(pages_set(body.s, ""));
	buf_release(&body);
	ck_assert_double_le(pages_x("lijst"), 350);
}
END_TEST

START_TEST(lists)
{
	ck_assert(pages_set("<ul><li>punt</li></ul>"
	    "<ol start=\"9\"><li>negen</li><li>tien</li></ol>"
	    "<ol type=\"a\"><li>letter</li></ol>"
	    "<ol type=\"I\" start=\"14\"><li>romeins</li></ol>", ""));
	ck_assert_str_eq(pages_text(0, false),
	    "|•|punt|9.|negen|10.|tien|a.|letter|XIV.|romeins|");
	ck_assert_double_eq_tol(pages_y("•"), pages_y("punt"), 0.01);
	ck_assert_double_eq_tol(pages_x("punt"), 70, 0.01);
	ck_assert_double_eq_tol(pages_x("negen"), pages_x("tien"), 0.01);
	/* the widest label makes the room */
	ck_assert_double_gt(pages_x("romeins"), 70);
	ck_assert_str_eq(pages_tag("•")->type, "Lbl");
	ck_assert_str_eq(pages_tag("punt")->type, "LBody");
	ck_assert_str_eq(pages_parent(pages_tag("punt"))->type, "LI");
	ck_assert_str_eq(
	    pages_parent(pages_parent(pages_tag("punt")))->numbering,
	    "Disc");
	ck_assert_str_eq(
	    pages_parent(pages_parent(pages_tag("romeins")))->numbering,
	    "UpperRoman");
}
END_TEST

START_TEST(label_beside_paragraph)
{
	ck_assert(pages_set("<ul><li><div><p>een</p></div><p>twee</p></li>"
	    "</ul>", ""));
	ck_assert_double_eq_tol(pages_y("•"), pages_y("een"), 0.01);
	ck_assert_double_eq_tol(pages_x("twee"), 70, 0.01);
}
END_TEST

START_TEST(labels_of_one_line)
{
	ck_assert(pages_set("<ol><li><ul><li>een</li></ul></li></ol>"
	    "<p>x<ts-noot key=\"a\"><ul><li>noot</li></ul></ts-noot></p>"
	    "<ts-noten/>", ""));
	ck_assert_double_eq(pages_y("1."), pages_y("een"));
	ck_assert_double_eq(pages_y("•"), pages_y("een"));
	ck_assert_double_lt(pages_x("1."), pages_x("•"));
	ck_assert_ptr_nonnull(strstr(pages_text(0, false), "|1|•|noot|"));
}
END_TEST

START_TEST(label_without_line)
{
	ck_assert(pages_set("<ol><li><ol><li>diep</li></ol></li>"
	    "<li></li></ol>", ""));
	ck_assert_str_eq(pages_text(0, false), "|1.|1.|diep|2.|");
}
END_TEST

START_TEST(text_tags)
{
	ck_assert(pages_set("<section>los <p>alinea</p><blockquote>citaat"
	    "</blockquote></section><div lang=\"en\">words</div>"
	    "<dl><dt>term</dt><dd>uitleg</dd></dl>", ""));
	ck_assert_str_eq(pages_tag("los")->type, "P");
	ck_assert_str_eq(pages_parent(pages_tag("los"))->type, "Sect");
	ck_assert_str_eq(pages_tag("alinea")->type, "P");
	ck_assert_str_eq(pages_parent(pages_tag("citaat"))->type, "BlockQuote");
	ck_assert_str_eq(pages_parent(pages_tag("words"))->language.s, "en");
	ck_assert_str_eq(pages_parent(pages_tag("uitleg"))->type, "Div");
}
END_TEST

START_TEST(heading_stays_with_text)
{
	const char *rules = "  body h2: { nieuwe-pagina: nee }\n";

	ck_assert(pages_set("<p>" TWENTY "x<br/>y<br/>z</p><h1>Kop</h1>"
	    "<p>drie<br/>regels<br/>tekst</p>", rules));
	ck_assert_int_eq(pages_where("Kop"), 1);
	ck_assert(pages_set("<p>" TWENTY "</p><h1>Kop</h1><h2>Lager</h2>"
	    "<p>een<br/>twee<br/>drie<br/>vier<br/>vijf</p><p>" TEN
	    "</p>", rules));
	ck_assert_int_eq(pages_where("Kop"), 0);
	ck_assert_int_eq(pages_where("twee"), 0);
	ck_assert_int_eq(pages_where("vijf"), 1);
	/* with two lines, even of two paragraphs */
	ck_assert(pages_set("<p>" TWENTY "w<br/>x<br/>y<br/>z</p>"
	    "<h1>Kop</h1><ul><li>een</li><li>twee</li><li>drie</li></ul><p>"
	    TEN "</p>", rules));
	ck_assert_int_eq(pages_where("Kop"), 1);
}
END_TEST

START_TEST(last_page_of_a_chapter)
{
	/* narrower margins make room for the last line … */
	ck_assert(pages_set("<p>" TEN "</p><p>" TEN "</p><p>een</p><p>twee</p>"
	    "<p>drie</p><h2>Kop</h2>", ""));
	ck_assert_uint_eq(pages->n_pages, 2);
	ck_assert_int_eq(pages_where("drie"), 0);
	/* … or else more of them come onto the last page */
	ck_assert(pages_set("<p>" TWENTY FIVE "x<br/>een<br/>twee<br/>drie</p>"
	    "<h2>Kop</h2>", ""));
	ck_assert_uint_eq(pages->n_pages, 3);
	ck_assert_int_eq(pages_where("een"), 1);
	fixture_contains(pages_text(1, false), "|d|e|x|een|twee|drie");
}
END_TEST

START_TEST(no_lonely_lines)
{
	/* one line fits below: the paragraph begins on the next page */
	ck_assert(pages_set("<p>" TWENTY "x<br/>y<br/>z<br/>u<br/>v</p>"
	    "<p>een<br/>twee<br/>drie<br/>vier</p>", ""));
	ck_assert_int_eq(pages_where("een"), 1);
	/* three of four fit: two come along to the next page */
	ck_assert(pages_set("<p>" TWENTY "x<br/>y<br/>z</p>"
	    "<p>een<br/>twee<br/>drie<br/>vier</p><p>" TEN "</p>", ""));
	ck_assert_int_eq(pages_where("twee"), 0);
	ck_assert_int_eq(pages_where("drie"), 1);
}
END_TEST

/* A heading has no short last line, nor more lines than it needs. */
START_TEST(balanced_lines)
{
	static const char heading[] = "<h2 class=\"b\">Welke steun van hun "
	    "organisatie hebben vaklieden hier nodig?</h2>";

	ck_assert(pages_set(heading, "  .b: { afbreken: nee }\n"));
	ck_assert_double_gt(pages_y("nodig?"), pages_y("vaklieden"));
	ck_assert(pages_set(heading, "  .b: { afbreken: nee, evenwichtig: ja "
	    "}\n"));
	ck_assert_double_gt(pages_y("vaklieden"), pages_y("Welke"));
	ck_assert_double_eq_tol(pages_y("vaklieden"), pages_y("nodig?"), 0.01);
}
END_TEST

START_TEST(list_stays_with_intro)
{
	ck_assert(pages_set("<p>" TWENTY "x<br/>y<br/>z</p><p>Namelijk:</p>"
	    "<ul><li>eerste<br/>punt</li><li>tweede</li></ul>", ""));
	ck_assert_int_eq(pages_where("Namelijk"), 1);
}
END_TEST

START_TEST(keep_together)
{
	const char *rules = "  .k: { bijeenhouden: ja }\n";

	ck_assert(pages_set("<p>" TWENTY "</p><div class=\"k\"><p>een<br/>twee"
	    "</p><p>drie<br/>vier</p><p>vijf</p></div>", rules));
	ck_assert_int_eq(pages_where("een"), 1);
	/* too much to keep: it is divided */
	ck_assert(pages_set("<p>" TEN TEN "</p><div class=\"k\"><p>een</p><p>"
	    TWENTY "</p></div>", rules));
	ck_assert_int_eq(pages_where("een"), 0);
}
END_TEST

START_TEST(chapters_and_turned_pages)
{
	ck_assert(pages_set("<h1>Titel</h1><section><h2>Een</h2><p>a</p>"
	    "</section><section class=\"liggend\"><h2>Twee</h2><p>" TWENTY
	    TEN "</p></section><p>drie</p>", ""));
	ck_assert_uint_eq(pages->n_pages, 5);
	ck_assert_int_eq(pages_where("Een"), 1);
	ck_assert_int_eq(pages_where("Twee"), 2);
	ck_assert_double_eq(pages->pages[2].width, 500);
	ck_assert_double_eq(pages->pages[3].width, 500);
	ck_assert_int_eq(pages_where("drie"), 4);
	ck_assert_double_eq(pages->pages[4].width, 400);
}
END_TEST

START_TEST(notes_at_the_foot)
{
	ck_assert(pages_set("<p>een<ts-noot key=\"a\">Noot a.</ts-noot></p>"
	    "<table><tr><td>cel<ts-noot key=\"b\">Noot b.</ts-noot></td>"
	    "</tr></table><h2>Twee</h2><p>twee<ts-noot key=\"c\">Noot c."
	    "</ts-noot> en weer<ts-noot key=\"a\">Noot a.</ts-noot></p>"
	    "<ts-noten/>", ""));
	fixture_contains(pages_text(0, false), "|1|Noot a.|2|Noot b.|");
	fixture_contains(pages_text(1, false), "|3|Noot c.|");
	/* the last line stands on the bottom of the text */
	ck_assert_double_gt(pages_y("Noot b."), 435);
	ck_assert_double_lt(pages_y("Noot b."), 450);
	ck_assert_str_eq(pages_tag("Noot a.")->type, "Note");
	ck_assert_str_eq(pages_tag("Noot a.")->id.s, "noot-1");
}
END_TEST

START_TEST(note_takes_its_line_along)
{
	/* the call would fit on the page, its note of five lines would not */
	ck_assert(pages_set("<p>" TWENTY "</p><p>x<br/>y<br/>roep<ts-noot "
	    "key=\"a\"><p>Noot " FIVE "</p></ts-noot></p><ts-noten/>", ""));
	ck_assert_int_eq(pages_where("roep"), 1);
	ck_assert_int_eq(pages_where("Noot"), 1);
}
END_TEST

START_TEST(note_is_not_divided_to_fill_the_page)
{
	/* the kept block does not fit below with the whole note: it moves */
	ck_assert(pages_set("<p>roep<ts-noot key=\"a\"><p>Noot " TEN
	    "slot</p></ts-noot></p><div class=\"k\"><p>een<br/>" FIVE
	    "zeven</p><p>" FIVE "f<br/>g<br/>h</p></div><ts-noten/>",
	    "  .k p: { bij-volgende-houden: ja, bijeenhouden: ja }\n"));
	ck_assert_int_eq(pages_where("slot"), 0);
	ck_assert_int_eq(pages_where("een"), 1);
}
END_TEST

START_TEST(long_note_goes_on)
{
	ck_assert(pages_set("<p>begin</p><p>roep<ts-noot key=\"a\"><p>Noot "
	    TWENTY TEN FIVE "slot</p></ts-noot></p><p>volgt</p><p>" TWENTY
	    "einde</p><ts-noten/>", ""));
	ck_assert_int_eq(pages_where("roep"), 0);
	ck_assert_int_eq(pages_where("Noot"), 0);
	ck_assert_int_eq(pages_where("slot"), 1);
	ck_assert_int_eq(pages_where("einde"), 2);
	/* the note fills the page: text behind its call has to wait */
	ck_assert_int_eq(pages_where("volgt"), 1);
}
END_TEST

/* A file with the head of a picture. */
static const char *
picture(const char *ending, const char *bytes, size_t n)
{
	char *path = arena_alloc(fixture_arena, TEMP_PATH);
	FILE *f;

	temp_file(path, ending);
	f = fopen(path, "wb");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(bytes, 1, n, f), n);
	fclose(f);
	return path;
}

static void
check_picture(const char *bytes, size_t n, double width, double height)
{
	const char *path = picture("", bytes, n);
	double w = 0, h = 0;
	bool ok = picture_size(path, &w, &h);

	remove(path);
	ck_assert_int_eq(ok, width > 0);
	if (!ok)
		return;
	ck_assert_double_eq_tol(w, width, 0.001);
	ck_assert_double_eq_tol(h, height, 0.001);
}

#define PICTURE(bytes, width, height) \
	check_picture(bytes, sizeof bytes - 1, width, height)

START_TEST(picture_sizes)
{
	PICTURE("<?xml version='1.0'?>\n<svg width=\"20\" height='10px'>",
	    15, 7.5);
	PICTURE("<svg viewBox=\"0 0 24 12\">", 18, 9);
	PICTURE("<svg stroke-width=\"3\" width=\"36pt\" viewBox='0,0,2,1'>",
	    36, 18);
	PICTURE("<svg width=\"100%\" viewBox=\"0 0 4 4\">", 3, 3);
	PICTURE("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x80\0", 192, 96);
	PICTURE("\xff\xd8\xff\xe0\0\4\0\0\xff\xc0\0\21\10\0\4\0\10\3", 6,
	    3);
	PICTURE("<svg>", 0, 0);
	PICTURE("", 0, 0);
	PICTURE("\xff\xd8\xff", 0, 0);
	PICTURE("\x89PNG\r\n\x1a\n", 0, 0);
}
END_TEST

START_TEST(figures)
{
	const struct item *item = NULL;
	const char *path = picture(".svg",
	    "<svg width=\"1200\" height=\"600\">", 31);
	bool ok = pages_set(arena_printf(fixture_arena,
	    "<figure><img src=\"%s\" alt=\"Een kaart\"/><figcaption>Kaart"
	    "</figcaption></figure>", path).s, "");

	remove(path);
	ck_assert(ok);
	for (size_t i = 0; i < pages->pages[0].n_items; i++)
		if (pages->pages[0].items[i].kind == ITEM_PICTURE)
			item = &pages->pages[0].items[i];
	ck_assert_ptr_nonnull(item);
	ck_assert_double_eq_tol(item->width, 300, 0.01);
	ck_assert_double_eq_tol(item->height, 150, 0.01);
	ck_assert_str_eq(pages->tags[item->tag].type, "Figure");
	ck_assert_str_eq(pages->tags[item->tag].alt.s, "Een kaart");
	ck_assert_str_eq(pages_tag("Kaart")->type, "Caption");
}
END_TEST

START_TEST(missing_picture)
{
	ck_assert(!pages_set("<figure><img src=\"nergens.png\" alt=\"x\"/>"
	    "</figure>", ""));
	fixture_contains(fixture_messages(), "t.mustache:2:9: error: kan van "
	    "'nergens.png' niet lezen hoe groot de afbeelding is");
}
END_TEST

START_TEST(bleed)
{
	const struct item *item = NULL;

	ck_assert(pages_set("<div class=\"b\"><p>x</p></div>", "  .b: { "
	    "achtergrond: \"#000000\", aflopend: ja, hoogte: 100 }\n"));
	for (size_t i = 0; i < pages->pages[0].n_items; i++)
		if (pages->pages[0].items[i].kind == ITEM_FILL)
			item = &pages->pages[0].items[i];
	ck_assert_ptr_nonnull(item);
	ck_assert_double_eq(item->x, 0);
	ck_assert_double_eq(item->y, 0);
	ck_assert_double_eq(item->width, 400);
	ck_assert_double_eq_tol(item->height, 150, 0.01);
}
END_TEST

START_TEST(dump)
{
	struct buf out = BUF_INIT;

	ck_assert(pages_set("<p id=\"a\">Tekst &lt; teken</p>", ""));
	layout_dump(pages, &out);
	fixture_contains(out.s, "page 1 400.0 x 500.0 label \"1\"\n"
	    "  text 50.0 6");
	fixture_contains(out.s, " Open Sans 400 10.00 #000000 P#1 "
	    "|Tekst < teken|\n");
	fixture_contains(out.s, "destination a page 1 50.0 50.0\n");
	fixture_contains(out.s, "tag 1 P in 0\n");
	buf_release(&out);
}
END_TEST

static TCase *
flow_tests(void)
{
	TCase *tc = tcase_create("flow");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, empty);
	tcase_add_test(tc, margins);
	tcase_add_test(tc, padding_and_rules);
	tcase_add_test(tc, box_goes_on);
	tcase_add_test(tc, narrow_boxes);
	tcase_add_test(tc, lists);
	tcase_add_test(tc, label_beside_paragraph);
	tcase_add_test(tc, labels_of_one_line);
	tcase_add_test(tc, label_without_line);
	tcase_add_test(tc, text_tags);
	tcase_add_test(tc, heading_stays_with_text);
	tcase_add_test(tc, last_page_of_a_chapter);
	tcase_add_test(tc, no_lonely_lines);
	tcase_add_test(tc, balanced_lines);
	tcase_add_test(tc, list_stays_with_intro);
	tcase_add_test(tc, keep_together);
	tcase_add_test(tc, picture_sizes);
	tcase_add_test(tc, figures);
	tcase_add_test(tc, missing_picture);
	return tc;
}

static TCase *
page_tests(void)
{
	TCase *tc = tcase_create("pages");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, chapters_and_turned_pages);
	tcase_add_test(tc, notes_at_the_foot);
	tcase_add_test(tc, note_takes_its_line_along);
	tcase_add_test(tc, note_is_not_divided_to_fill_the_page);
	tcase_add_test(tc, long_note_goes_on);
	tcase_add_test(tc, bleed);
	tcase_add_test(tc, dump);
	return tc;
}

Suite *
pages_suite(void)
{
	Suite *suite = suite_create("pages");

	suite_add_tcase(suite, flow_tests());
	suite_add_tcase(suite, page_tests());
	return suite;
}
