/* check_pdf.c -- stage 6: the PDF, read back with poppler and qpdf */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/pdf/pdf.h"
#include "../gen/pdf/update.h"
#include "pdf_fixture.h"
#include "suites.h"
#include "temp.h"

static struct buf pdf;
static char path[TEMP_PATH];

static const char *day;		/* of the sample */

static void
setup(void)
{
	day = "2020-01-31";
	pdf_setup();
	temp_file(path, ".pdf");
}

static void
teardown(void)
{
	unlink(path);
	buf_release(&pdf);
	pdf_teardown();
}

enum { DOCUMENT, H1, P, LINK, TABLE, TR, TH, TD, NOTE };

/*
 * Two pages: a paragraph with a link that goes on overleaf, a table between
 * its two parts, a note, a rule, page numbers.
 */
static bool
write_sample(struct buf *out)
{
	struct tag tags[] = {
		[DOCUMENT] = { .type = "Document", .parent = -1 },
		[H1] = { .type = "H1", .parent = DOCUMENT },
		[P] = { .type = "P", .parent = DOCUMENT },
		[LINK] = { .type = "Link", .parent = P,
			.contents = STR("naar \xC3\xA9\xC3\xA9n") },
		[TABLE] = { .type = "Table", .parent = DOCUMENT },
		[TR] = { .type = "TR", .parent = TABLE },
		[TH] = { .type = "TH", .parent = TR, .scope = "Row",
			.columns = 1, .rows = 2 },
		[TD] = { .type = "TD", .parent = TR },
		[NOTE] = { .type = "Note", .parent = DOCUMENT,
			.id = STR("noot-1"), .language = STR("en") },
	};
	struct item first[] = {
		pdf_text("Kop (1)", 100, 100, H1),
		pdf_text("Alinea", 100, 130, P),
		pdf_text("link", 150, 130, LINK),
		pdf_text("verder", 200, 130, P),
		{ .kind = ITEM_FILL, .tag = TAG_LAYOUT, .x = 50, .y = 200,
			.width = 100, .height = 2 },
		pdf_text("cel", 100, 220, TH),
		pdf_text("i", 300, 800, TAG_FOOTER),
	};
	struct item second[] = {
		pdf_text("overleaf", 100, 100, P),
		pdf_text("noot", 100, 500, NOTE),
		pdf_text("ii", 300, 560, TAG_FOOTER),
	};
	struct link links[] = {
		{ LINK, 150, 120, 30, 14, STR("kop"), false },
		{ LINK, 50, 120, 30, 14, STR("https://a.nl/(x)"), true },
	};
	struct laid_page pages[] = {
		{ 595, 842, STR("i"), first, 7, links, 2 },
		{ 842, 595, STR("ii"), second, 3, NULL, 0 },
	};
	struct destination destinations[] = {
		{ STR("kop"), 0, 100, 90 },
		{ STR("einde"), 1, 0, 0 },
	};
	struct bookmark bookmarks[] = {
		{ STR("E\xC3\xA9n"), 1, STR("kop") },
		{ STR("E\xC3\xA9n-a"), 2, STR("einde") },
		{ STR("E\xC3\xA9n-b"), 2, STR("einde") },
		{ STR("Twee"), 1, STR("einde") },
	};
	struct layout layout = { pages, 2, tags, 9, destinations, 2,
		bookmarks, 4 };
	struct pdf_info info = { .title = STR("Een <titel>"),
		.author = STR("TSD"), .language = STR("nl-NL"),
		.date = str_from(day), .path = "voorbeeld" };

	return pdf_write(&layout, &info, fixture_diag, out);
}

/* What a command prints about the sample; the caller frees it. */
static char *
ask(const char *command)
{
	struct buf line = BUF_INIT, answer = BUF_INIT;
	char chunk[4096];
	size_t n;
	FILE *f = fopen(path, "wb");

	fwrite(pdf.s, 1, pdf.n, f);
	fclose(f);
	buf_addf(&line, command, path);
	f = popen(line.s, "r");
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(&answer, (struct str){ chunk, n });
	ck_assert_int_eq(pclose(f), 0);
	buf_release(&line);
	buf_addc(&answer, '\n');
	return answer.s;
}

START_TEST(structure_is_that_of_the_tags)
{
	char *answer;

	ck_assert(write_sample(&pdf));
	answer = ask("pdfinfo -struct-text %s 2>&1");
	ck_assert_str_eq(answer,
	    "Document\n"
	    "  H1 (block)\n    \"Kop (1)\"\n"
	    "  P (block)\n    \"Alinea\"\n    Link (inline)\n"
	    "      \"link\"\n      Object 21 0\n      Object 22 0\n"
	    "    \"verder\"\n    \"overleaf\"\n"
	    "  Table (block)\n    TR\n"
	    "      TH:\n         /RowSpan 2\n         /Scope /Row\n"
	    "        \"cel\"\n"
	    "      TD\n"
	    "  Note <noot-1> (inline)\n    \"noot\"\n\n");
	free(answer);
}
END_TEST

START_TEST(text_is_on_its_page)
{
	char *answer;

	ck_assert(write_sample(&pdf));
	answer = ask("pdftotext -raw -f 2 %s - 2>&1");
	ck_assert_str_eq(answer, "overleaf\nnoot\nii\n\f\n");
	free(answer);
}
END_TEST

START_TEST(qpdf_finds_no_fault)
{
	char *answer;

	ck_assert(write_sample(&pdf));
	answer = ask("qpdf --check %s 2>&1");
	ck_assert_ptr_nonnull(strstr(answer, "No syntax or stream encoding"));
	ck_assert_ptr_null(strstr(answer, "WARNING"));
	free(answer);
}
END_TEST

START_TEST(links_lead_and_say_where)
{
	char *answer;

	ck_assert(write_sample(&pdf));
	answer = ask("qpdf --qdf --object-streams=disable %s - | "
	    "tr -d '\\000'");
	ck_assert_ptr_nonnull(strstr(answer,
	    "/Rect [\n    150\n    708\n    180\n    722\n"));
	ck_assert_ptr_nonnull(strstr(answer, "/URI (https://a.nl/\\(x\\))"));
	ck_assert_ptr_nonnull(strstr(answer, "/Contents "
	    "<feff006e006100610072002000e900e9006e>"));
	ck_assert_ptr_nonnull(strstr(answer, "/Subtype /Footer"));
	ck_assert_ptr_nonnull(strstr(answer, "/DisplayDocTitle true"));
	ck_assert_ptr_nonnull(strstr(answer, "<pdfuaid:part>1</pdfuaid:part>"));
	ck_assert_ptr_nonnull(strstr(answer, "Een &lt;titel&gt;"));
	free(answer);
}
END_TEST

START_TEST(outline_is_nested)
{
	char *answer;

	ck_assert(write_sample(&pdf));
	answer = ask("qpdf --json=2 --json-key=outlines %s 2>&1");
	ck_assert_ptr_nonnull(strstr(answer, "n-a\""));
	ck_assert(strstr(answer, "n-a\"") < strstr(answer, "n-b\""));
	ck_assert_ptr_nonnull(strstr(answer, "\"title\": \"Twee\""));
	ck_assert_ptr_nonnull(strstr(answer, "\"destpageposfrom1\": 2"));
	free(answer);
}
END_TEST

START_TEST(same_bytes_twice)
{
	struct buf again = BUF_INIT;

	ck_assert(write_sample(&pdf));
	ck_assert(write_sample(&again));
	ck_assert(str_eq(buf_str(&pdf), buf_str(&again)));
	buf_release(&again);
}
END_TEST

/* A document without a date says none, rather than one that is not true. */
START_TEST(dates_are_those_of_the_document)
{
	char *answer;

	ck_assert(write_sample(&pdf));
	answer = ask("TZ=UTC pdfinfo -isodates %s 2>&1");
	ck_assert_ptr_nonnull(strstr(answer, "2020-01-31T00:00:00Z"));
	free(answer);
	buf_clear(&pdf);
	day = "";
	ck_assert(write_sample(&pdf));
	answer = ask("pdfinfo %1$s 2>&1; pdfinfo -meta %1$s 2>&1");
	ck_assert_ptr_nonnull(strstr(answer, "pdfuaid"));
	ck_assert_ptr_null(strstr(answer, "Date"));
	free(answer);
}
END_TEST

START_TEST(numbers_and_strings)
{
	struct buf b = BUF_INIT;

	pdf_add_number(&b, -0.25);
	buf_addc(&b, ' ');
	pdf_add_number(&b, 12);
	buf_addc(&b, ' ');
	pdf_add_number(&b, 0.00001);
	buf_addc(&b, ' ');
	pdf_add_text(&b, STR("a(b)\\"));
	buf_addc(&b, ' ');
	pdf_add_text(&b, STR("\xF0\x9F\x98\x8A"));
	ck_assert_str_eq(b.s, "-0.250 12 0 (a\\(b\\)\\\\) <FEFFD83DDE0A>");
	buf_release(&b);
}
END_TEST

Suite *
pdf_suite(void)
{
	Suite *s = suite_create("pdf");
	TCase *c = tcase_create("pdf");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, structure_is_that_of_the_tags);
	tcase_add_test(c, text_is_on_its_page);
	tcase_add_test(c, qpdf_finds_no_fault);
	tcase_add_test(c, links_lead_and_say_where);
	tcase_add_test(c, outline_is_nested);
	tcase_add_test(c, same_bytes_twice);
	tcase_add_test(c, dates_are_those_of_the_document);
	tcase_add_test(c, numbers_and_strings);
	suite_add_tcase(s, c);
	return s;
}
