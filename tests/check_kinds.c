/* check_kinds.c -- a kind of document is a folder of templates/soort/ alone */
#include <check.h>
#include <string.h>

#include "site_fixture.h"
#include "suites.h"

#define BUILD "\"${TOETSSTEEN:-gen/build/toetssteen}\" build --content " \
	"%1$s/content --templates %1$s/templates --out %1$s/"

static struct buf
ask(const char *command, const char *folder)
{
	struct buf answer = BUF_INIT;
	int status = site_ask(command, folder, &answer);

	ck_assert_msg(status == 0, "%s:\n%.3000s", command,
	    buf_str(&answer).s);
	return answer;
}

static void
assert_shows(const char *command, const char *folder, const char *wanted)
{
	struct buf answer = ask(command, folder);

	ck_assert_msg(strstr(buf_str(&answer).s, wanted),
	    "no «%s» in %s:\n%.3000s", wanted, command, answer.s);
	buf_release(&answer);
}

/* The golden cases of group kinds have the messages about its content. */
START_TEST(a_fifth_kind_takes_a_folder)
{
	static const char pdf[] =
	    "pdftotext %1$s/out/proef/noord/dorp/rapport.pdf -";
	static const char html[] =
	    "cat %1$s/out/proef/noord/dorp/index.html";
	char *folder = site_folder();

	assert_shows("cp -r templates %1$s && "
	    "cp -r tests/golden/kinds/base/. %1$s && "
	    BUILD "out 2>&1", folder, "1 rapport gemaakt");
	assert_shows(pdf, folder, "2.1 Gezet\nEr zijn afspraken over de");
	assert_shows(pdf, folder, "Versie 2, oktober 2020");
	assert_shows(pdf, folder, "(www.voorbeeld.nl/dorp/werkwijze)");
	assert_shows(html, folder, "<h4 id=stap-afspraken>");
	assert_shows(html, folder, "<a href=#indicator-2>indicator 2</a>");
	assert_shows("cat %1$s/out/index.html", folder, "Terugblik");
	site_remove(folder);
}
END_TEST

/*
 * With any other name a kind makes the same pages.  But for its reference:
 * that page has the name of the folder, and so has a line in .gemaakt.
 */
START_TEST(no_kind_is_known_by_name)
{
	char *folder = site_folder();
	struct buf answer = ask(
	    "cp -r templates content %1$s && " BUILD "before && "
	    "cd %1$s && for kind in templates/soort/*/schema.yaml; do "
	    "kind=$(basename $(dirname $kind)) && "
	    "mv templates/soort/$kind templates/soort/nieuw-$kind && "
	    "sed -i \"s/const: $kind\\$/const: nieuw-$kind/\" "
	    "templates/soort/nieuw-$kind/schema.yaml && "
	    "find content -name rapport.yaml -exec "
	    "sed -i \"s/^soort: $kind\\$/soort: nieuw-$kind/\" {} +; done && "
	    "cd - && " BUILD "after", folder);

	buf_release(&answer);
	answer = ask("diff -rq -x rapport.json -x naslag -x .gemaakt "
	    "%1$s/before %1$s/after", folder);
	buf_release(&answer);
	site_remove(folder);
}
END_TEST

Suite *
kinds_suite(void)
{
	Suite *s = suite_create("kinds");
	TCase *c = tcase_create("kinds");

	tcase_add_test(c, a_fifth_kind_takes_a_folder);
	tcase_add_test(c, no_kind_is_known_by_name);
	suite_add_tcase(s, c);
	return s;
}
