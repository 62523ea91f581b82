/* check_pdf_parts.c -- stage 6 in its parts: draw, describe, finish */
#include <cairo.h>
#include <check.h>
#include <string.h>
#include <unistd.h>

#include "../gen/pdf/draw.h"
#include "../gen/pdf/finish.h"
#include "../gen/pdf/picture_draw.h"
#include "../gen/pdf/structure.h"
#include "../gen/pdf/xmp.h"
#include "pdf_fixture.h"
#include "suites.h"

static struct pdf_info info;
static struct buf out;

static void
setup(void)
{
	pdf_setup();
	info = (struct pdf_info){ .title = STR("Titel"),
		.language = STR("nl-NL"), .path = "voorbeeld" };
}

static void
teardown(void)
{
	buf_release(&out);
	pdf_teardown();
}

static struct item
fill(double x, int tag)
{
	return (struct item){ .kind = ITEM_FILL, .tag = tag, .x = x, .y = 10,
		.width = 5, .height = 5 };
}

static struct item
picture(const char *path, int tag)
{
	return (struct item){ .kind = ITEM_PICTURE, .tag = tag, .x = 10,
		.y = 20, .width = 30, .height = 15, .path = str_from(path) };
}

/* ---- draw ---- */

static bool
draw(const struct layout *layout, struct marks *marks)
{
	buf_clear(&out);
	return draw_pages(layout, &info, fixture_arena, fixture_diag, marks,
	    &out);
}

START_TEST(pieces_are_runs_of_one_tag)
{
	struct item first[] = { fill(0, 0), fill(10, 0),
		pdf_text("woord", 20, 30, 0), pdf_text(" \u00A0", 50, 30, 1),
		fill(60, TAG_LAYOUT), picture("tests/pictures/balken.svg", 2),
		fill(70, 0) };
	struct item second[] = { pdf_text("1", 20, 30, 0) };
	struct laid_page pages[] = {
		{ .width = 100, .height = 100, .items = first, .n_items = 7 },
		{ .width = 100, .height = 100 },
		{ .width = 100, .height = 100, .items = second, .n_items = 1 },
	};
	const struct layout layout = { .pages = pages, .n_pages = 3 };
	static const struct mark wanted[] = {
		{ 0, 0, 0, HOLDS_FILL | HOLDS_TEXT | HOLDS_INK },
		{ 0, 1, 1, HOLDS_TEXT }, { 0, TAG_LAYOUT, 2, HOLDS_FILL },
		{ 0, 2, 3, HOLDS_PICTURE }, { 0, 0, 4, HOLDS_FILL },
		{ 2, 0, 0, HOLDS_TEXT | HOLDS_INK },
	};
	struct marks marks = { NULL, 0 };

	ck_assert(draw(&layout, &marks));
	ck_assert_uint_eq(marks.n, sizeof wanted / sizeof *wanted);
	for (size_t i = 0; i < marks.n; i++) {
		ck_assert_uint_eq(marks.list[i].page, wanted[i].page);
		ck_assert_int_eq(marks.list[i].tag, wanted[i].tag);
		ck_assert_uint_eq(marks.list[i].number, wanted[i].number);
		ck_assert_uint_eq(marks.list[i].holds, wanted[i].holds);
	}
	ck_assert(str_starts(buf_str(&out), "%PDF-"));
}
END_TEST

START_TEST(drawing_without_marks)
{
	struct item items[] = { fill(0, 0), fill(10, 1) };
	struct laid_page page = { .width = 100, .height = 100, .items = items,
		.n_items = 2 };
	const struct layout layout = { .pages = &page, .n_pages = 1 };
	struct marks marks = { NULL, 0 };
	size_t length;

	ck_assert(draw(&layout, NULL));
	length = out.n;
	ck_assert(draw(&layout, &marks));
	ck_assert_uint_gt(out.n, 0);
	ck_assert_uint_gt(length, 0);
	ck_assert_uint_eq(marks.n, 2);
}
END_TEST

/* All that cannot be drawn is told in one run. */
START_TEST(drawing_goes_on_behind_a_fault)
{
	struct item items[] = { picture("tests/pictures/geen.svg", 0),
		fill(0, 1), picture("tests/pictures/geen.png", 0) };
	struct laid_page page = { .width = 100, .height = 100, .items = items,
		.n_items = 3 };
	const struct layout layout = { .pages = &page, .n_pages = 1 };
	struct marks marks = { NULL, 0 };
	const char *messages;

	ck_assert(!draw(&layout, &marks));
	ck_assert_uint_eq(marks.n, 3);
	messages = fixture_messages();
	fixture_contains(messages, "tests/pictures/geen.svg");
	fixture_contains(messages, "tests/pictures/geen.png");
}
END_TEST

/* ---- pictures ---- */

/* Draw a picture at 10, 20 on white; how many pixels of its box are not. */
static int
drawn(const char *path, bool *ok)
{
	enum { SIDE = 64 };
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, SIDE, SIDE);
	cairo_t *cr = cairo_create(surface);
	struct picture_cache *cache = picture_cache_new(fixture_diag, "d");
	const struct item item = picture(path, 0);
	const unsigned char *data;
	int n = 0, stride;

	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	*ok = picture_draw(cache, cr, &item);
	ck_assert_int_eq(picture_draw(cache, cr, &item), *ok);
	ck_assert_int_eq(cairo_status(cr), CAIRO_STATUS_SUCCESS);
	cairo_surface_flush(surface);
	data = cairo_image_surface_get_data(surface);
	stride = cairo_image_surface_get_stride(surface);
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			const unsigned char *p = data + y * stride + 4 * x;
			bool inside = x >= 9 && x <= 40 && y >= 19 && y <= 35;

			if (p[0] == 255 && p[1] == 255 && p[2] == 255)
				continue;
			ck_assert_msg(inside, "%s: %d, %d", path, x, y);
			n++;
		}
	picture_cache_free(cache);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return n;
}

START_TEST(pictures_fill_their_box)
{
	bool ok;

	ck_assert_int_gt(drawn("tests/pictures/balken.svg", &ok), 20);
	ck_assert(ok);
	ck_assert_int_gt(drawn("tests/pictures/ring.png", &ok), 20);
	ck_assert(ok);
	ck_assert_str_eq(fixture_messages(), "");
}
END_TEST

START_TEST(pictures_that_are_none)
{
	static const char *const paths[] = { "tests/pictures/geen.svg",
		"tests/pictures/geen.png", "tests/pictures/geen.jpg",
		"tests/pictures", "tests/suites.h", "" };
	bool ok;

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		ck_assert_int_eq(drawn(paths[i], &ok), 0);
		ck_assert_msg(!ok, "%s", paths[i]);
		fixture_contains(fixture_messages(), "kijk het bestand d na");
	}
}
END_TEST

/* ---- the structure tree ---- */

static struct update update;

/* The objects from 20 on, the first the root, then the tags, then links. */
static const char *
structure(const struct layout *layout, struct mark *marks, size_t n,
    const int *ids)
{
	static const int pages[] = { 5, 6 };
	const struct marks list = { marks, n };
	struct structure s = { .update = &update, .layout = layout,
		.marks = &list, .ids = ids, .pages = pages, .root = 20,
		.first_tag = 21, .first_link = 21 + (int)layout->n_tags };

	buf_clear(&out);
	update = (struct update){ .arena = fixture_arena, .out = &out,
		.next_id = 30 };
	for (size_t i = 0; i < layout->n_pages; i++)
		s.n_links += layout->pages[i].n_links;
	structure_write(&s);
	return out.s;
}

START_TEST(structure_of_nothing)
{
	const struct layout layout = { .pages = NULL };

	ck_assert_str_eq(structure(&layout, NULL, 0, NULL),
	    "20 0 obj\n<< /Type /StructTreeRoot /K [ ] /ParentTree << "
	    "/Nums [ ] >> /ParentTreeNextKey 0 >>\nendobj\n");
}
END_TEST

START_TEST(structure_in_the_order_of_drawing)
{
	struct tag tags[] = { { .type = "Document", .parent = -1 },
		{ .type = "P", .parent = 0 }, { .type = "Span", .parent = 1 },
		{ .type = "P", .parent = 0 } };
	struct laid_page pages[] = { { .height = 100 }, { .height = 100 } };
	const struct layout layout = { .pages = pages, .n_pages = 2,
		.tags = tags, .n_tags = 4 };
	struct mark marks[] = { { 0, 1, 0, 0 }, { 0, 2, 1, 0 },
		{ 0, TAG_FOOTER, 2, 0 }, { 1, 1, 0, 0 } };
	const int ids[] = { 0, 1, -1, 0 };
	const char *text = structure(&layout, marks, 4, ids);

	/* a paragraph, the span in it, and the rest on page 2 */
	fixture_contains(text, "22 0 obj\n<< /Type /StructElem /S /P "
	    "/P 21 0 R /Pg 5 0 R /K [ 0 23 0 R << /Type /MCR /Pg 6 0 R "
	    "/MCID 0 >> ] >>");
	fixture_contains(text, "23 0 obj\n<< /Type /StructElem /S /Span "
	    "/P 22 0 R /Pg 5 0 R /K [ 1 ] >>");
	/* what was not drawn has its place in the tree all the same */
	fixture_contains(text, "/S /P /P 21 0 R /K [ ] >>");
	fixture_contains(text, "/K [ 22 0 R 24 0 R ] >>");
	fixture_contains(text, "/Nums [\n0 [ 22 0 R 23 0 R ]\n1 [ 22 0 R ] ] "
	    ">> /ParentTreeNextKey 2");
	ck_assert_uint_eq(update.n, 5);
}
END_TEST

START_TEST(structure_has_attributes)
{
	struct tag tags[] = {
		{ .type = "TH", .parent = -1, .scope = "Column", .columns = 2,
			.rows = 1 },
		{ .type = "L", .parent = -1, .numbering = "Decimal" },
		{ .type = "Figure", .parent = -1, .alt = STR("E\u00E9n") },
		{ .type = "Note", .parent = -1, .id = STR("noot-2") },
		{ .type = "Note", .parent = -1, .id = STR("noot-1"),
			.language = STR("en"), .expansion = STR("(x)") },
	};
	struct item items[] = { picture("x.svg", 2) };
	struct laid_page page = { .height = 100, .items = items, .n_items = 1 };
	const struct layout layout = { .pages = &page, .n_pages = 1,
		.tags = tags, .n_tags = 5 };
	const char *text = structure(&layout, NULL, 0, NULL);

	fixture_contains(text, "/A << /O /Table /Scope /Column /ColSpan 2 >>");
	fixture_contains(text, "/A << /O /List /ListNumbering /Decimal >>");
	/* from below: the picture is 15 high and begins at 20 */
	fixture_contains(text, "/Alt <FEFF004500E9006E> /A << /O /Layout "
	    "/Placement /Block /BBox [ 10 65 40 80 ] >>");
	fixture_contains(text, "/Lang (en) /E (\\(x\\)) /ID (noot-1) /K");
	fixture_contains(text, "/IDTree << /Names [ (noot-1) 25 0 R "
	    "(noot-2) 24 0 R ] >>");
}
END_TEST

START_TEST(structure_has_links)
{
	struct tag tags[] = { { .type = "Link", .parent = -1 },
		{ .type = "Link", .parent = -1 } };
	struct link first[] = { { .tag = 1 }, { .tag = 0 } };
	struct link second[] = { { .tag = 0 } };
	struct laid_page pages[] = { { .links = first, .n_links = 2 },
		{ .links = second, .n_links = 1 } };
	const struct layout layout = { .pages = pages, .n_pages = 2,
		.tags = tags, .n_tags = 2 };
	const char *text = structure(&layout, NULL, 0, NULL);

	fixture_contains(text, "21 0 obj\n<< /Type /StructElem /S /Link "
	    "/P 20 0 R /K [ << /Type /OBJR /Pg 5 0 R /Obj 24 0 R >> "
	    "<< /Type /OBJR /Pg 6 0 R /Obj 25 0 R >> ] >>");
	fixture_contains(text, "\n2 22 0 R\n3 21 0 R\n4 21 0 R ] >> "
	    "/ParentTreeNextKey 5");
}
END_TEST

/* ---- an update behind a file ---- */

START_TEST(update_has_sections)
{
	struct update u = { .arena = fixture_arena, .out = &out,
		.next_id = 7 };

	buf_adds(&out, "0123456789");
	ck_assert_int_eq(update_reserve(&u, 2), 7);
	ck_assert_int_eq(update_reserve(&u, 0), 9);
	ck_assert_int_eq(update_reserve(&u, 1), 9);
	update_stream(&u, 8, "/N 3", STR("ab"));
	update_begin(&u, 3);
	buf_adds(&out, "null");
	update_end(&u);
	update_begin(&u, 7);
	update_end(&u);
	update_close(&u, "/Root 3 0 R");
	ck_assert_str_eq(out.s, "0123456789"
	    "8 0 obj\n<< /N 3 /Length 2 >>\nstream\nab\nendstream\nendobj\n"
	    "3 0 obj\nnull\nendobj\n7 0 obj\n\nendobj\n"
	    "xref\n3 1\n0000000066 00000 n \n7 2\n0000000086 00000 n \n"
	    "0000000010 00000 n \ntrailer\n<< /Root 3 0 R /Size 10 >>\n"
	    "startxref\n102\n%%EOF\n");
}
END_TEST

/* ---- metadata ---- */

START_TEST(metadata_says_what_is_known)
{
	metadata_xmp(&(struct pdf_info){ .path = "x" }, fixture_arena, &out);
	ck_assert_ptr_null(strstr(out.s, "<dc:title>"));
	ck_assert_ptr_null(strstr(out.s, "<dc:date>"));
	ck_assert_ptr_null(strstr(out.s, "Date>"));
	fixture_contains(out.s, "<pdfuaid:part>1</pdfuaid:part>");
	fixture_contains(out.s, "<pdfaid:conformance>A</pdfaid:conformance>");
	buf_clear(&out);
	info.title = STR("Zorg & \"thuis\" <1>");
	info.date = STR("2020-02");
	info.rights = STR("https://a.nl/?a=1&b=2");
	metadata_xmp(&info, fixture_arena, &out);
	fixture_contains(out.s, "Zorg &amp; &quot;thuis&quot; &lt;1&gt;<");
	fixture_contains(out.s, "<rdf:li>2020-02</rdf:li>");
	fixture_contains(out.s,
	    "<xmp:CreateDate>2020-02-01T00:00:00Z</xmp:CreateDate>");
	fixture_contains(out.s, ">https://a.nl/?a=1&amp;b=2</rdf:li>");
}
END_TEST

static size_t
number_at(size_t at)
{
	const unsigned char *p = (const unsigned char *)out.s + at;

	return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 |
	    p[3];
}

/* ICC.1:2001-04, 6: each tag lies in the profile, at a multiple of four. */
START_TEST(profile_is_whole)
{
	size_t n, curve = 0;

	metadata_srgb(&out);
	ck_assert_uint_eq(number_at(0), out.n);
	ck_assert_int_eq(memcmp(out.s + 36, "acsp", 4), 0);
	n = number_at(128);
	ck_assert_uint_eq(n, 9);
	for (size_t i = 0; i < n; i++) {
		size_t row = 132 + 12 * i, from = number_at(row + 4);

		ck_assert_uint_eq(from % 4, 0);
		ck_assert_uint_ge(from, 132 + 12 * n);
		ck_assert_uint_le(from + number_at(row + 8), out.n);
		if (!memcmp(out.s + row, "rTRC", 4))
			curve = from;
	}
	/* from 0 to all, and grey in between as sRGB has it: 0.5 is 0.214 */
	ck_assert_uint_gt(curve, 0);
	n = number_at(curve + 8);
	ck_assert_uint_eq(number_at(curve + 12) >> 16, 0);
	ck_assert_uint_eq(number_at(curve + 12 + 2 * (n - 2)) & 0xFFFF,
	    0xFFFF);
	ck_assert_uint_eq((number_at(curve + 12 + n) >> 16) * 100 / 0xFFFF,
	    21);
}
END_TEST

/* ---- finish ---- */

/* Finish what was drawn, as that of a layout. */
static const char *
finished(const struct layout *layout, const struct marks *marks,
    struct str drawn)
{
	struct buf result = BUF_INIT;
	bool ok = finish_pdf(layout, &info, marks, drawn, fixture_diag,
	    &result);

	ck_assert_int_eq(ok, str_starts(buf_str(&result), "%PDF-"));
	buf_release(&result);
	return fixture_messages();
}

START_TEST(finishing_what_does_not_fit)
{
	struct item items[] = { fill(0, 0), fill(10, TAG_LAYOUT) };
	struct tag tags[] = { { .type = "Document", .parent = -1 } };
	struct laid_page pages[] = {
		{ .width = 100, .height = 100, .items = items, .n_items = 2 },
		{ .width = 100, .height = 100 },
	};
	struct layout layout = { .pages = pages, .n_pages = 1, .tags = tags,
		.n_tags = 1 };
	struct marks marks = { NULL, 0 };

	ck_assert(draw(&layout, &marks));
	ck_assert_str_eq(finished(&layout, &marks, buf_str(&out)), "");
	fixture_contains(finished(&layout, &marks, STR("")), "voorbeeld: "
	    "error: de pdf kan niet worden afgemaakt: ");
	fixture_contains(finished(&layout, &marks, STR("geen pdf")),
	    "de getekende pdf is onleesbaar");
	fixture_contains(finished(&layout, &(struct marks){ NULL, 0 },
	    buf_str(&out)), "de pdf kan niet worden afgemaakt: ");
	layout.n_pages = 2;
	fixture_contains(finished(&layout, &marks, buf_str(&out)),
	    "het aantal pagina’s klopt niet");
}
END_TEST

/* libqpdf has a lot to say of such a file, but not to the user. */
START_TEST(finishing_prints_nothing)
{
	const struct layout layout = { .pages = NULL };
	const struct marks marks = { NULL, 0 };
	FILE *printed = tmpfile();
	int kept = dup(STDERR_FILENO);
	const char *messages;

	dup2(fileno(printed), STDERR_FILENO);
	messages = finished(&layout, &marks, STR("%PDF-1.5\ngeen pdf"));
	dup2(kept, STDERR_FILENO);
	close(kept);
	fixture_contains(messages, "voorbeeld: error: ");
	ck_assert_int_eq(fseek(printed, 0, SEEK_END), 0);
	ck_assert_int_eq(ftell(printed), 0);
	fclose(printed);
}
END_TEST

/* A page without anything on it, and a link that leads nowhere. */
START_TEST(finishing_the_least)
{
	struct tag tags[] = { { .type = "Link", .parent = -1 } };
	struct link link = { .tag = 0, .target = STR("nergens") };
	struct laid_page page = { .width = 100, .height = 100, .links = &link,
		.n_links = 1 };
	const struct layout layout = { .pages = &page, .n_pages = 1,
		.tags = tags, .n_tags = 1 };
	struct marks marks = { NULL, 0 };

	ck_assert(draw(&layout, &marks));
	ck_assert_uint_eq(marks.n, 0);
	ck_assert_str_eq(finished(&layout, &marks, buf_str(&out)), "");
}
END_TEST

Suite *
pdf_parts_suite(void)
{
	Suite *s = suite_create("pdf_parts");
	TCase *c = tcase_create("pdf_parts");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, pieces_are_runs_of_one_tag);
	tcase_add_test(c, drawing_without_marks);
	tcase_add_test(c, drawing_goes_on_behind_a_fault);
	tcase_add_test(c, pictures_fill_their_box);
	tcase_add_test(c, pictures_that_are_none);
	tcase_add_test(c, structure_of_nothing);
	tcase_add_test(c, structure_in_the_order_of_drawing);
	tcase_add_test(c, structure_has_attributes);
	tcase_add_test(c, structure_has_links);
	tcase_add_test(c, update_has_sections);
	tcase_add_test(c, metadata_says_what_is_known);
	tcase_add_test(c, profile_is_whole);
	tcase_add_test(c, finishing_what_does_not_fit);
	tcase_add_test(c, finishing_prints_nothing);
	tcase_add_test(c, finishing_the_least);
	suite_add_tcase(s, c);
	return s;
}
