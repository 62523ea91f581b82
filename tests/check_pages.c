/* check_pages.c -- documents become pages */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/typeset/picture.h"
#include "pages_fixture.h"
#include "suites.h"

/* Lines of text: 26 of 15 points fill a page of 400 points of text. */
#define LINE(word) word "<br/>"
#define FIVE LINE("a") LINE("b") LINE("c") LINE("d") LINE("e")
#define TEN FIVE FIVE
#define TWENTY TEN TEN

static double
y_of(const char *text)
{
	const struct item *item = pages_find(text, 0);

	ck_assert_msg(item != NULL, "'%s' is nowhere", text);
	return item->y;
}

static double
x_of(const char *text)
{
	const struct item *item = pages_find(text, 0);

	ck_assert_msg(item != NULL, "'%s' is nowhere", text);
	return item->x;
}

/* The tag of the item that holds text. */
static const struct tag *
tag_of(const char *text)
{
	const struct item *item = pages_find(text, 0);

	ck_assert_msg(item != NULL && item->tag >= 0, "'%s' has no tag", text);
	return &pages->tags[item->tag];
}

static const struct tag *
parent_of(const struct tag *tag)
{
	ck_assert_int_ge(tag->parent, 0);
	return &pages->tags[tag->parent];
}

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
	ck_assert_double_eq_tol(y_of("twee") - y_of("een"), 15 + 30, 0.01);
	ck_assert_double_eq_tol(y_of("drie") - y_of("twee"), 15 + 10, 0.01);
}
END_TEST

START_TEST(padding_and_rules)
{
	ck_assert(pages_set("<div class=\"m\"><p>een</p></div><p>twee</p>",
	    "  .m: { binnenruimte: [7, 8, 9, 10], lijn-links: 2, "
	    "lijn-boven: 1, achtergrond: \"#eeeeee\" }\n"));
	ck_assert_double_eq_tol(x_of("een"), 50 + 12, 0.01);
	/* no margin of the paragraph inside; none of the box outside */
	ck_assert_double_eq_tol(y_of("twee") - y_of("een"), 15 + 9, 0.01);
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
	ck_assert_double_le(x_of("lijst"), 350);
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
	ck_assert_double_eq_tol(y_of("•"), y_of("punt"), 0.01);
	ck_assert_double_eq_tol(x_of("punt"), 70, 0.01);
	ck_assert_double_eq_tol(x_of("negen"), x_of("tien"), 0.01);
	/* the widest label makes the room */
	ck_assert_double_gt(x_of("romeins"), 70);
	ck_assert_str_eq(tag_of("•")->type, "Lbl");
	ck_assert_str_eq(tag_of("punt")->type, "LBody");
	ck_assert_str_eq(parent_of(tag_of("punt"))->type, "LI");
	ck_assert_str_eq(parent_of(parent_of(tag_of("punt")))->numbering,
	    "Disc");
	ck_assert_str_eq(parent_of(parent_of(tag_of("romeins")))->numbering,
	    "UpperRoman");
}
END_TEST

START_TEST(label_beside_paragraph)
{
	ck_assert(pages_set("<ul><li><div><p>een</p></div><p>twee</p></li>"
	    "</ul>", ""));
	ck_assert_double_eq_tol(y_of("•"), y_of("een"), 0.01);
	ck_assert_double_eq_tol(x_of("twee"), 70, 0.01);
}
END_TEST

START_TEST(labels_of_one_line)
{
	ck_assert(pages_set("<ol><li><ul><li>een</li></ul></li></ol>"
	    "<p>x<ts-noot key=\"a\"><ul><li>noot</li></ul></ts-noot></p>"
	    "<ts-noten/>", ""));
	ck_assert_double_eq(y_of("1."), y_of("een"));
	ck_assert_double_eq(y_of("•"), y_of("een"));
	ck_assert_double_lt(x_of("1."), x_of("•"));
	ck_assert_ptr_nonnull(strstr(pages_text(0, false), "|1|•|noot|"));
}
END_TEST

/* The text of a head of rows is above each part of them, but read once. */
START_TEST(row_head_goes_on)
{
	ck_assert(pages_set("<table><tr><th scope=\"row\" rowspan=\"2\">Kop"
	    "</th><td>" TWENTY "</td></tr><tr><td>" TEN "</td></tr></table>",
	    ""));
	ck_assert_uint_eq(pages->n_pages, 2);
	ck_assert_ptr_null(strstr(pages_text(0, true), "Kop (vervolg)"));
	fixture_contains(pages_text(1, true), "|Kop (vervolg)|");
	ck_assert_ptr_null(strstr(pages_text(1, false), "Kop"));
}
END_TEST

/* A head of a group of rows is not left alone at the foot. */
START_TEST(group_head_stays_with_rows)
{
	ck_assert(pages_set("<p>" TWENTY LINE("x") "</p><table><tr>"
	    "<td>eerst</td></tr><tr><th scope=\"rowgroup\">Kop</th></tr><tr>"
	    "<td>rij<br/>rij</td></tr></table>", ""));
	ck_assert_int_eq(pages_where("eerst"), 0);
	ck_assert_int_eq(pages_where("Kop"), 1);
	ck_assert(pages_set("<p>" TWENTY LINE("x") "</p><table><tr>"
	    "<td>eerst</td></tr><tr class=\"k\"><td>Kop</td></tr><tr>"
	    "<td>rij<br/>rij</td></tr></table>",
	    "  .k: { bij-volgende-houden: ja }\n"));
	ck_assert_int_eq(pages_where("Kop"), 1);
}
END_TEST

START_TEST(cells_are_aligned)
{
	static const char rules[] = "  .m: { verticaal: midden }\n"
	    "  .o: { verticaal: onder }\n  .r: { uitlijning: rechts }\n";

	ck_assert(pages_set("<table><tr><td>a<br/>b<br/>c</td><td>boven</td>"
	    "<td class=\"m\">midden</td><td class=\"o\">onder</td>"
	    "<td class=\"r\">rechts</td></tr></table>", rules));
	ck_assert_double_eq_tol(y_of("boven"), y_of("a"), 0.01);
	ck_assert_double_eq_tol(y_of("midden"), y_of("b"), 0.01);
	ck_assert_double_eq_tol(y_of("onder"), y_of("c"), 0.01);
	ck_assert_double_eq_tol(x_of("rechts") +
	    pages_find("rechts", 0)->width, 346, 0.01);
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
	ck_assert_str_eq(tag_of("los")->type, "P");
	ck_assert_str_eq(parent_of(tag_of("los"))->type, "Sect");
	ck_assert_str_eq(tag_of("alinea")->type, "P");
	ck_assert_str_eq(parent_of(tag_of("citaat"))->type, "BlockQuote");
	ck_assert_str_eq(parent_of(tag_of("words"))->language.s, "en");
	ck_assert_str_eq(parent_of(tag_of("uitleg"))->type, "Div");
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
	ck_assert_double_gt(y_of("Noot b."), 435);
	ck_assert_double_lt(y_of("Noot b."), 450);
	ck_assert_str_eq(tag_of("Noot a.")->type, "Note");
	ck_assert_str_eq(tag_of("Noot a.")->id.s, "noot-1");
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

#define HEAD "<table><caption>Naam</caption><thead><tr><th>Kop</th>" \
	"<th>Hoofd</th></tr></thead><tbody>"

START_TEST(table_head_repeats)
{
	const char *body = fixture_repeat(HEAD,
	    "<tr><th>rij</th><td>cel</td></tr>", 40, "</tbody></table>");

	ck_assert(pages_set(body, ""));
	ck_assert_uint_eq(pages->n_pages, 3);
	fixture_contains(pages_text(0, false), "|Tabel 1: Naam|Kop|");
	for (size_t i = 1; i < 3; i++) {
		fixture_contains(pages_text(i, true),
		    "|Tabel 1: Naam (vervolg)|Kop|Hoofd|rij|");
		ck_assert_ptr_null(strstr(pages_text(i, false), "Kop"));
	}
	ck_assert_str_eq(tag_of("Kop")->scope, "Column");
	ck_assert_str_eq(tag_of("rij")->scope, "Row");
	ck_assert_str_eq(tag_of("cel")->type, "TD");
	ck_assert_str_eq(parent_of(parent_of(tag_of("cel")))->type, "TBody");
}
END_TEST

START_TEST(table_head_stays_with_row)
{
	ck_assert(pages_set(fixture_repeat("<p>" TWENTY "x<br/>y<br/>z</p>"
	    HEAD, "<tr><td>rij</td><td>cel</td></tr>", 3,
	    "</tbody></table>"), ""));
	ck_assert_int_eq(pages_where("Naam"), 1);
	ck_assert_int_eq(pages_where("Kop"), 1);
}
END_TEST

START_TEST(row_moves_whole)
{
	ck_assert(pages_set("<p>" TWENTY "</p><table><tr><td>een<br/>twee<br/>"
	    "drie<br/>vier<br/>vijf<br/>zes</td></tr></table>", ""));
	ck_assert_int_eq(pages_where("een"), 1);
}
END_TEST

START_TEST(high_row_is_divided)
{
	ck_assert(pages_set("<table><tr><td>kort</td><td>" TWENTY TWENTY
	    TWENTY "slot</td></tr><tr><td>na</td><td>b</td></tr></table>",
	    ""));
	ck_assert_uint_eq(pages->n_pages, 3);
	ck_assert_int_eq(pages_where("slot"), 2);
	ck_assert_int_eq(pages_where("na"), 2);
	ck_assert_double_eq_tol(pages_find("na", 2)->y -
	    pages_find("slot", 2)->y, 15 + 9, 0.01);
}
END_TEST

START_TEST(row_span_goes_on)
{
	ck_assert(pages_set("<table><tr><td rowspan=\"3\">" TWENTY TWENTY
	    "slot</td><td>een</td></tr><tr><td>twee</td></tr><tr><td>drie"
	    "</td></tr></table><p>na</p>", ""));
	ck_assert_int_eq(pages_where("een"), 0);
	ck_assert_int_eq(pages_where("slot"), 1);
	ck_assert_int_eq(pages_where("na"), 1);
	ck_assert_double_gt(pages_find("na", 1)->y,
	    pages_find("slot", 1)->y + 15);
}
END_TEST

START_TEST(spans)
{
	ck_assert(pages_set("<table><tr><td rowspan=\"2\">a</td>"
	    "<td colspan=\"2\">b</td></tr><tr><td>c</td><td>d</td></tr>"
	    "<tr><td>e</td><td>f</td><td>g</td></tr></table>", ""));
	ck_assert_double_eq_tol(x_of("a"), x_of("e"), 0.01);
	ck_assert_double_eq_tol(x_of("b"), x_of("c"), 0.01);
	ck_assert_double_eq_tol(x_of("d"), x_of("g"), 0.01);
	ck_assert_double_gt(x_of("c"), x_of("a") + 8);
	ck_assert_int_eq(tag_of("a")->rows, 2);
	ck_assert_int_eq(tag_of("b")->columns, 2);
}
END_TEST

START_TEST(column_widths)
{
	ck_assert(pages_set("<table><colgroup><col width=\"50%\"/><col/>"
	    "</colgroup><tr><td>a</td><td>b</td></tr></table>", ""));
	ck_assert_double_eq_tol(x_of("b") - x_of("a"), 150, 0.01);
	/* a short text keeps its width, long texts share the rest */
	ck_assert(pages_set("<table><tr><td>Ja</td><td>Een langere tekst die "
	    "zeker niet op een enkele regel van deze tabel past</td><td>Nog "
	    "zo'n langere tekst die niet op een enkele regel past</td></tr>"
	    "</table>", ""));
	ck_assert_double_lt(x_of("Een") - x_of("Ja"), 30);
	ck_assert(pages_set("<table class=\"t\"><tr><td>Ja</td><td>Nee</td>"
	    "</tr></table>", "  table.t: { volle-breedte: nee }\n"));
	ck_assert_double_lt(x_of("Nee") - x_of("Ja"), 30);
}
END_TEST

START_TEST(tight_table)
{
	ck_assert(pages_set(fixture_repeat("<table><tr>",
	    "<td>Verantwoordelijkheidsverdeling</td>", 20,
	    "</tr></table>"), ""));
	for (size_t i = 0; i < pages->pages[0].n_items; i++) {
		const struct item *item = &pages->pages[0].items[i];

		ck_assert_double_le(item->x + item->width, 350.01);
	}
}
END_TEST

START_TEST(too_many_columns)
{
	ck_assert(!pages_set(fixture_repeat("<table><tr>", "<td>x</td>", 34,
	    "</tr></table>"), ""));
	fixture_contains(fixture_messages(), "t.mustache:2:1: error: deze "
	    "tabel heeft 34 kolommen en past niet op een pagina; maak er "
	    "hooguit 33 van");
}
END_TEST

START_TEST(broken_tables)
{
	ck_assert(pages_set("<table></table><table><tbody></tbody></table>"
	    "<table><caption>Leeg</caption></table><table><tr></tr></table>"
	    "<table><tr><td rowspan=\"9\"></td></tr></table>"
	    "<table><colgroup><col span=\"3\"/></colgroup><tr><td>x</td></tr>"
	    "</table><p>na</p>", ""));
	ck_assert_int_eq(pages_where("na"), 0);
}
END_TEST

/* A file with the head of a picture. */
static const char *
picture(const char *ending, const char *bytes, size_t n)
{
	struct str path = arena_printf(fixture_arena, "/tmp/XXXXXX%s", ending);
	int fd = mkstemps((char *)path.s, (int)strlen(ending));

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, bytes, n), n);
	close(fd);
	return path.s;
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
	PICTURE("\xff\xd8\xff\xe0\0\4\0\0\xff\xc0\0\21\10\0\4\0\10", 6, 3);
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
	ck_assert_str_eq(tag_of("Kaart")->type, "Caption");
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
	tcase_add_test(tc, row_head_goes_on);
	tcase_add_test(tc, group_head_stays_with_rows);
	tcase_add_test(tc, cells_are_aligned);
	tcase_add_test(tc, label_without_line);
	tcase_add_test(tc, text_tags);
	tcase_add_test(tc, heading_stays_with_text);
	tcase_add_test(tc, last_page_of_a_chapter);
	tcase_add_test(tc, no_lonely_lines);
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

static TCase *
table_tests(void)
{
	TCase *tc = tcase_create("tables");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, table_head_repeats);
	tcase_add_test(tc, table_head_stays_with_row);
	tcase_add_test(tc, row_moves_whole);
	tcase_add_test(tc, high_row_is_divided);
	tcase_add_test(tc, row_span_goes_on);
	tcase_add_test(tc, spans);
	tcase_add_test(tc, column_widths);
	tcase_add_test(tc, tight_table);
	tcase_add_test(tc, too_many_columns);
	tcase_add_test(tc, broken_tables);
	return tc;
}

Suite *
pages_suite(void)
{
	Suite *suite = suite_create("pages");

	suite_add_tcase(suite, flow_tests());
	suite_add_tcase(suite, page_tests());
	suite_add_tcase(suite, table_tests());
	return suite;
}
