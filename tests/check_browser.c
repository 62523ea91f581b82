/* check_browser.c -- the site as people see it, in Chromium */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "site_fixture.h"
#include "suites.h"

#define LOOK "node tests/browser/main.mjs %1$s"

static char *site;	/* a folder with all of it, for all tests */

static void
open_site(void)
{
	site = site_build();
}

static void
close_site(void)
{
	site_remove(site);
}

static const char *const looks[] = {
	LOOK, "node tests/browser/vergelijking.mjs content %1$s 2>&1",
};

START_TEST(every_page_is_right)
{
	struct buf findings = BUF_INIT;
	int status = site_ask(looks[_i], site, &findings);

	ck_assert_msg(status == 0, "\n%.3000s", buf_str(&findings).s);
	buf_release(&findings);
}
END_TEST

/* A page with all that must be found. */
static const char faulty[] =
    "<!DOCTYPE html><html lang=\"nl\"><head><title>Fout</title><style>"
    "header { position: fixed; inset: 0 0 auto; height: 200px;"
    " background: white }"
    ".wide { width: 2000px } .cut { width: 9px; overflow: hidden }"
    ".bare:focus { outline: none } .late { transition: color 1s }"
    ".small { display: block; width: 20px; height: 20px; overflow: clip }"
    ".scroll { width: 50px; overflow: auto }"
    "@media print { .screen { visibility: hidden } }"
    "</style></head><body><header></header><main><h1>Fout</h1>"
    "<p style=\"color: #bbb\">licht</p>"
    "<p class=\"wide\">breed</p><p class=\"cut\">afgesneden</p>"
    "<p><a class=\"bare\" href=\"#a\">kaal</a> en tekst</p>"
    "<p class=\"late\">laat</p><a class=\"small\" href=\"#b\">klein</a>"
    "<div class=\"scroll\"><p class=\"wide\">ver</p></div>"
    "<p><a tabindex=\"1\" href=\"#c\">eerst</a> en tekst</p>"
    "<p><img src=\"weg.png\" alt=\"weg\"></p>"
    "<p style=\"margin-left: -60px\">rand</p>"
    "<p style=\"background: linear-gradient(red, blue)\">kleuren</p>"
    "<script>fout();</script></main></body></html>";

START_TEST(faults_are_found)
{
	static const char *const expected[] = {
		"color-contrast", "the page scrolls sideways",
		"wider than the page", "is cut off", "focus does not show",
		"focus is covered", "moves", "target of 20.0",
		"scrolls without name", "comes number", "weg.png",
		"fout is not defined", "too near the edge",
		"axe cannot tell",
	};
	char *folder = site_folder();
	struct buf path = BUF_INIT, findings = BUF_INIT;
	FILE *f;

	buf_addf(&path, "%s/index.html", folder);
	f = fopen(path.s, "w");
	fputs(faulty, f);
	fclose(f);
	ck_assert_int_ne(site_ask(LOOK, folder, &findings), 0);
	site_remove(folder);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		ck_assert_msg(strstr(buf_str(&findings).s, expected[i]),
		    "«%s» not in\n%.3000s", expected[i], findings.s);
	buf_release(&path);
	buf_release(&findings);
}
END_TEST

Suite *
browser_suite(void)
{
	Suite *s = suite_create("browser");
	TCase *faults = tcase_create("faults"), *c = tcase_create("site");

	tcase_add_test(faults, faults_are_found);
	suite_add_tcase(s, faults);
	tcase_add_unchecked_fixture(c, open_site, close_site);
	tcase_add_loop_test(c, every_page_is_right, 0,
	    sizeof looks / sizeof *looks);
	suite_add_tcase(s, c);
	return s;
}
