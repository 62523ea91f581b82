/* check_drawn.c -- pictures and words of typeset pages, read back from the
   PDF */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/pdf/pdf.h"
#include "pages_fixture.h"
#include "suites.h"
#include "temp.h"

#define FIGURE(file, size) "<figure><img src=\"tests/pictures/" file \
	"\" alt=\"Een beeld\"" size "/><figcaption>Onderschrift</figcaption>" \
	"</figure>"

static const struct item *
picture_on(size_t page)
{
	for (size_t i = 0; i < pages->pages[page].n_items; i++)
		if (pages->pages[page].items[i].kind == ITEM_PICTURE)
			return &pages->pages[page].items[i];
	ck_abort_msg("no picture on page %zu", page + 1);
}

/* What a command prints about the PDF of the pages; %1$s is its path. */
static const char *
ask(const char *command)
{
	const struct pdf_info info = { .title = STR("Proef"),
		.language = STR("nl"), .date = STR("2020-01-31"),
		.path = "proef" };
	char path[TEMP_PATH], chunk[4096];
	struct buf out = BUF_INIT, answer = BUF_INIT;
	size_t n;
	FILE *f;

	temp_file(path, ".pdf");
	f = fopen(path, "wb");
	ck_assert_msg(pdf_write(pages, &info, fixture_diag, &out), "%s",
	    fixture_messages());
	fwrite(out.s, 1, out.n, f);
	fclose(f);
	buf_release(&out);
	f = popen(arena_printf(fixture_arena, command, path).s, "r");
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&answer, (struct str){ chunk, n });
	ck_assert_msg(pclose(f) == 0, "%s: %s", command, buf_str(&answer).s);
	unlink(path);
	command = arena_cstr(fixture_arena, buf_str(&answer));
	buf_release(&answer);
	return command;
}

START_TEST(jpeg_is_passed_through)
{
	ck_assert(pages_set(FIGURE("wijk.jpg", ""), ""));
	ck_assert_double_eq_tol(picture_on(0)->width, 120, 0.01);
	ck_assert_double_eq_tol(picture_on(0)->height, 90, 0.01);
	ck_assert_str_eq(ask("pdfimages -all %1$s %1$s && "
	    "cmp %1$s-000.jpg tests/pictures/wijk.jpg; rm %1$s-*"), "");
}
END_TEST

START_TEST(png_keeps_its_alpha)
{
	const char *images;

	ck_assert(pages_set(FIGURE("ring.png", ""), ""));
	images = ask("pdfimages -list %s");
	ck_assert_msg(strstr(images, "smask"), "%s", images);
	/* PDF/A-2 forbids to ask for smoothing */
	ck_assert_str_eq(ask("pdfimages -list %s | awk 'NR > 2 { print $10 }' "
	    "| sort -u"), "no\n");
	/* Twice the same picture is there once. */
	ck_assert(pages_set(FIGURE("ring.png", "") FIGURE("ring.png",
	    " width=\"40\""), ""));
	ck_assert_str_eq(ask("pdfimages -list %s | awk 'NR > 2 { print $11 }' "
	    "| sort -u | wc -l"), "1\n");
}
END_TEST

START_TEST(svg_is_lines_and_text)
{
	ck_assert(pages_set(FIGURE("balken.svg", ""), ""));
	ck_assert_str_eq(ask("pdfimages -list %s | tail -n +3"), "");
	ck_assert_str_eq(ask("pdftotext %s - | grep -c Negentig"), "1\n");
	ck_assert_str_eq(ask("pdffonts %s | grep -vc OpenSans"), "2\n");
}
END_TEST

/* Larger than the page: as large as that allows. */
START_TEST(large_pictures_fit)
{
	ck_assert(pages_set("<p>Vooraf</p>" FIGURE("ring.png",
	    " width=\"2000\""), ""));
	ck_assert_double_eq_tol(picture_on(0)->width, 300, 0.01);
	ck_assert_double_eq_tol(picture_on(0)->height, 300, 0.01);
	ck_assert(pages_set("<p>Vooraf</p>" FIGURE("wijk.jpg",
	    " width=\"300\" height=\"2000\""), ""));
	/* three quarters of the page: text beside it should not be alone */
	ck_assert_double_eq_tol(picture_on(0)->height, 300, 0.01);
	ck_assert_double_eq_tol(picture_on(0)->width, 45, 0.01);
	ck_assert_int_eq(pages_where("Onderschrift"), 0);
}
END_TEST

START_TEST(picture_stays_with_its_caption)
{
	ck_assert(pages_set(fixture_repeat("", "<p>regel</p>", 14,
	    FIGURE("wijk.jpg", "")), ""));
	ck_assert_uint_eq(pages->n_pages, 2);
	ck_assert_int_eq(pages_where("Onderschrift"), 1);
	picture_on(1);
}
END_TEST

START_TEST(picture_in_a_cell_fits)
{
	ck_assert(pages_set("<table><tr><td>" FIGURE("wijk.jpg", "")
	    "</td><td>kort</td><td>" FIGURE("ring.png", "") "</td><td>"
	    FIGURE("balken.svg", "") "</td></tr></table>", ""));
	for (size_t i = 0; i < pages->pages[0].n_items; i++) {
		const struct item *item = &pages->pages[0].items[i];

		ck_assert_double_le(item->x + item->width, 350.01);
	}
}
END_TEST

/* ISO 32000-1, 14.8.2.2.3: a reader takes U+00AD out, and joins. */
START_TEST(divided_words_copy_whole)
{
	ck_assert(pages_set("<p class=\"a\">Zonder verantwoordelijkheids"
	    "verdeling is er geen jeugd- of "
	    "gezinscoach. Dus: donau&#173;stoomboot&#173;maatschappij en "
	    "donau&#173;stoomboot&#173;maatschappij, en meer van zulks.</p>",
	    "  .a: { afbreken: ja }\n"));
	ck_assert_str_eq(ask("pdftotext -l 1 %s - | "
	    "sed -z 's/\u00AD\\n//g; s/\\n/ /g' | "
	    "grep -o 'Zonder.*zulks'"), "Zonder verantwoordelijkheids"
	    "verdeling is er geen jeugd- of gezinscoach. Dus: "
	    "donaustoombootmaatschappij en donaustoombootmaatschappij, en "
	    "meer van zulks\n");
	ck_assert_str_ne(ask("pdftotext -l 1 %s - | grep -c '\u00AD$'"),
	    "0\n");
}
END_TEST

Suite *
drawn_suite(void)
{
	Suite *s = suite_create("drawn");
	TCase *c = tcase_create("drawn");

	tcase_add_checked_fixture(c, pages_setup, pages_teardown);
	tcase_add_test(c, jpeg_is_passed_through);
	tcase_add_test(c, png_keeps_its_alpha);
	tcase_add_test(c, svg_is_lines_and_text);
	tcase_add_test(c, large_pictures_fit);
	tcase_add_test(c, picture_stays_with_its_caption);
	tcase_add_test(c, picture_in_a_cell_fits);
	tcase_add_test(c, divided_words_copy_whole);
	suite_add_tcase(s, c);
	return s;
}
