/* check_letters.c -- the letters of the nazorg: on paper and through time */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "site_fixture.h"
#include "suites.h"

/* A site of its own: tests/golden/letters/base. */
static char *folder;

/* Output and messages of a command in the folder; its status. */
static int
ask(const char *command, struct buf *answer)
{
	struct buf line = BUF_INIT;
	int status;

	buf_addf(&line, "P=$(realpath \"${TOETSSTEEN:-"
	    "gen/build/toetssteen}\"); t() { \"$P\" \"$@\"; }; "
	    "T=$PWD/tests; cd %%1$s; { %s\n} 2>&1", command);
	status = site_ask(line.s, folder, answer);
	buf_release(&line);
	return status;
}

/* The command must succeed and say this. */
static void
says(const char *command, const char *expected)
{
	struct buf answer = BUF_INIT;
	int status = ask(command, &answer);

	ck_assert_msg(status == 0 && strstr(buf_str(&answer).s, expected),
	    "%s: status %d, «%s» not in\n%.2000s", command, status, expected,
	    buf_str(&answer).s);
	buf_release(&answer);
}

static void
setup(void)
{
	struct buf answer = BUF_INIT;

	folder = site_folder();
	ck_assert_int_eq(site_ask("mkdir %1$s/templates && "
	    "cp -r templates/algemeen templates/site templates/nazorgbrief "
	    "%1$s/templates && cp -r assets tests/golden/letters/base/. %1$s",
	    folder, &answer), 0);
	buf_release(&answer);
}

static void
teardown(void)
{
	site_remove(folder);
}

#define DORP "proef/noord/dorp"

/* --- on paper --- */

/* A box on a page, in mm from its left top. */
struct box {
	double left, top, right, bottom;
};

static struct buf words;	/* pdftotext -bbox of the first page */

/* The next word from *at on and its box. */
static bool
next_word(const char **at, char word[100], struct box *b)
{
	static const double mm = 25.4 / 72;
	const char *found = strstr(*at, "<word ");

	if (!found || sscanf(found, "<word xMin=\"%lf\" yMin=\"%lf\" xMax="
	    "\"%lf\" yMax=\"%lf\">%99[^<]", &b->left, &b->top, &b->right,
	    &b->bottom, word) != 5)
		return false;
	*at = found + 1;
	b->left *= mm;
	b->top *= mm;
	b->right *= mm;
	b->bottom *= mm;
	return true;
}

static struct box
box_of(const char *word)
{
	const char *at = words.s;
	char found[100];
	struct box b;

	while (next_word(&at, found, &b))
		if (!strcmp(found, word))
			return b;
	ck_abort_msg("no word %s", word);
}

static void
make_paper(void)
{
	says("t letters --today 2020-03-16 " DORP, "1 brief is aan de beurt");
	words = (struct buf)BUF_INIT;
	ask("pdftotext -bbox -l 1 out/" DORP "/nazorgbrief.pdf -", &words);
}

/* 70 by 35 mm, its middle 63.5 mm from the top (NEN 1026). */
static const struct box window = { 35, 46, 105, 81 };

START_TEST(address_in_window)
{
	static const char *const lines[] = { "Retouradres:", "College",
		"Postbus", "DORP" };
	char word[100];
	const char *at;
	struct box b, before = window;

	make_paper();
	at = words.s;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		while (next_word(&at, word, &b) && strcmp(word, lines[i]))
			before = b;
		ck_assert_str_eq(word, lines[i]);
		ck_assert_double_ge(b.left, window.left - 0.1);
		ck_assert_double_le(b.right, window.right);
		ck_assert_double_ge(b.top, window.top);
		ck_assert_double_le(b.bottom, window.bottom);
	}
	/* two spaces of 0.9 mm behind the letters of the postcode */
	ck_assert_double_eq_tol(b.left - before.right, 1.8, 0.2);
	buf_release(&words);
}
END_TEST

START_TEST(nothing_else_in_window)
{
	const char *at;
	char word[100];
	struct box b;
	size_t n = 0;

	make_paper();
	at = words.s;
	/* a letter may slip 5 mm in its envelope */
	while (next_word(&at, word, &b))
		n += b.right > window.left - 5 && b.left < window.right + 5 &&
		    b.bottom > window.top - 5 && b.top < window.bottom + 5;
	/* Retouradres: Postbus 12, 1200 AB Stad; name of 6; 2; 3 words */
	ck_assert_uint_eq(n, 6 + 7 + 2 + 3);
	buf_release(&words);
}
END_TEST

START_TEST(places_on_the_page)
{
	static const struct { const char *word; double left, top; } places[] = {
		{ "Datum", 35, 98 }, { "Ons", 70, 98 }, { "Uw", 120, 98 },
		{ "Bijlage", 154, 98 }, { "Betreft:", 35, 108 },
		{ "Geacht", 35, 126 },
	};

	make_paper();
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct box b = box_of(places[i].word);

		ck_assert_double_eq_tol(b.left, places[i].left, 0.2);
		ck_assert_double_le(b.top, places[i].top);
		ck_assert_double_ge(b.bottom, places[i].top - 2);
	}
	buf_release(&words);
}
END_TEST

START_TEST(fold_marks)
{
	/* 9 mm from the left, 4 mm long, 107 and 158 mm from the top */
	static const char command[] = "pdftocairo -svg -l 1 out/" DORP
	    "/nazorgbrief.pdf - | sed -n 's/.*rgb(50%%, *50%%, *50%%).* d=\"M "
	    "\\([0-9.]*\\) \\([0-9.]*\\) L \\([0-9.]*\\) .*/\\1 \\2 \\3/p' | "
	    "awk '{ printf \"%%d %%.0f %%.0f|\", $1 / 72 * 254 + .5, "
	    "$2 / 72 * 25.4, ($3 - $1) / 72 * 25.4 }'";

	make_paper();
	says(command, "90 107 4|90 158 4|");
	buf_release(&words);
}
END_TEST

START_TEST(continuation_pages)
{
	make_paper();
	says("pdftotext -f 1 -l 1 out/" DORP "/nazorgbrief.pdf -",
	    "Pagina 1 van 3");
	says("pdftotext -f 2 -l 2 out/" DORP "/nazorgbrief.pdf -",
	    "TSD-2020-GM9901-N1");
	says("pdftotext -f 3 -l 3 out/" DORP "/nazorgbrief.pdf -",
	    "Pagina 3 van 3");
	says("pdfinfo out/" DORP "/nazorgbrief.pdf",
	    "Nazorgbrief gemeente Dorp, 16");
	buf_release(&words);
}
END_TEST

/* --- through time --- */

/* What happens to one gemeente in a year: commands and what they say. */
static const struct {
	const char *command, *says;
} year[] = {
	{ "t status --today 2020-02-28 " DORP, "0 brieven te versturen" },
	{ "t letters --today 2020-03-16 " DORP, "1 brief is aan de beurt" },
	{ "t letters --send --today 2020-03-16 " DORP,
	    "01-brief-eerste.yaml" },
	{ "t letters --send --today 2020-03-16 " DORP,
	    "1 brief is al verstuurd" },
	{ "t status --today 2020-08-31 " DORP, "0 van 1 te laat" },
	{ "t status --today 2020-09-01 " DORP "; test $? = 3",
	    "1 van 1 te laat" },
	{ "t letters --send --today 2020-09-01 " DORP,
	    "02-brief-herinnering.yaml" },
	{ "t letters --receive antwoord.yaml --today 2020-09-11 "
	    "--by Inspecteur", "03-antwoord.yaml" },
	{ "t status --today 2020-09-12 " DORP, "0 van 1 te laat" },
	{ "t letters --today 2021-02-03 " DORP, "Er is geen brief" },
	{ "t letters --send --today 2021-02-04 " DORP,
	    "04-brief-uitnodiging.yaml" },
	{ "cp gesprek.yaml content/" DORP "/nazorg/05-gesprek.yaml", "" },
	{ "t letters --send --today 2021-03-20 " DORP,
	    "06-brief-afsluiting.yaml" },
	{ "t status --today 2022-01-01 " DORP, "gesloten" },
	/* what was sent stays, whatever happens to the report */
	{ "sed -i 's/half jaar/heel jaar/' content/" DORP "/rapport.yaml; "
	    "t check --today 2022-01-01 " DORP,
	    "de tekst van GM9901-2020-A2 is anders" },
	{ "sed -i 's/Postbus 1,/Postbus 2,/' content/" DORP "/rapport.yaml; "
	    "t build --today 2022-01-01 " DORP, "1 rapport gemaakt" },
	{ "t build --today 2020-04-01 " DORP, "1 rapport gemaakt" },
};

static const char talk[] =
    "cat > gesprek.yaml <<'E'\n"
    "soort: gesprek\n"
    "datum: 2021-03-18\n"
    "vastgelegd: { door: Inspecteur, op: 2021-03-19 }\n"
    "aanbevelingen:\n"
    "  - { id: GM9901-2020-A1, status: gecontroleerd en gereed }\n"
    "E\n";

/* As the form saves it. */
static const char reply[] =
    "cat > antwoord.yaml <<'E'\n"
    "# Verbeterplan van gemeente Dorp\n"
    "soort: \"antwoord\"\n"
    "gemeente: \"GM9901\"\n"
    "datum: \"2020-09-10\"\n"
    "aanbevelingen:\n"
    "  - id: \"GM9901-2020-A1\"\n"
    "    status: \"in uitvoering\"\n"
    "    maatregel: \"Een plan: \\\"samen\\\"\\n# en meer\"\n"
    "  - id: \"GM9901-2020-A2\"\n"
    "    status: \"niet overgenomen\"\n"
    "    reden: \"- Dat doen wij al.\"\n"
    "E\n";

/* Letters that were sent are, byte for byte, as they were then. */
static const char same[] = "for f in $(ls sent); do cmp sent/$f out/" DORP
    "/$f || exit 1; done";

START_TEST(a_year)
{
	says(reply, "");
	says(talk, "");
	says("mkdir sent", "");
	for (size_t i = 0; i < sizeof year / sizeof *year; i++) {
		says(year[i].command, year[i].says);
		says(same, "");
		if (strstr(year[i].command, "--send"))
			says("cp out/" DORP "/nazorgbrief* sent", "");
	}
	says("ls sent | wc -l", "8");
	says("sed -i 's/Geacht college/Beste college/' "
	    "templates/nazorgbrief/brief.mustache; t check --today 2022-01-01 "
	    DORP, "ziet er niet meer uit zoals hij is verstuurd");
}
END_TEST

/* The same commands in another folder give the same bytes. */
START_TEST(same_bytes)
{
	says("t letters --send --today 2020-03-16 >/dev/null && "
	    "mkdir again && cp -r content templates assets again && cd again "
	    "&& rm -r content/proef/noord/*/nazorg && "
	    "t letters --send --today 2020-03-16 >/dev/null && cd .. && "
	    "diff -r content again/content && diff -r out again/out && "
	    "ls again/out/" DORP, "nazorgbrief.pdf");
}
END_TEST

/* --- the form --- */

START_TEST(form_in_chromium)
{
	says("t build --today 2020-03-16", "3 rapporten gemaakt");
	says("node \"$T\"/browser/verbeterplan.mjs out/" DORP
	    "/verbeterplan.html plan.yaml", "form: sound");
	says("t letters --receive plan.yaml --today 2020-09-11",
	    "01-antwoord.yaml");
	says("cat content/" DORP "/nazorg/01-antwoord.yaml",
	    "    maatregel: \"- \\\"dubbel\\\" en 'enkel': # geen opmerking\\n"
	    "{{gemeente.naam}} *ster* <b> & C:\\\\map 😀\\u2028einde\"\n"
	    "    eigenaar: Afdeling Jeugd\n"
	    "    gereed_op: 2021-01-31\n");
	says("t check --today 2020-09-11", "geen fouten");
}
END_TEST

/* Two colleagues at the same moment. */
START_TEST(sent_once)
{
	says("for i in 1 2 3; do t letters --send --today 2020-03-16 " DORP
	    " --out out$i >log$i & done; wait; cat log1 log2 log3; "
	    "ls content/" DORP "/nazorg",
	    "1 brief is al verstuurd en blijft gelijk.");
	says("ls content/" DORP "/nazorg | wc -l", "1\n");
}
END_TEST

Suite *
letters_suite(void)
{
	Suite *s = suite_create("letters");
	TCase *c = tcase_create("letters");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, address_in_window);
	tcase_add_test(c, nothing_else_in_window);
	tcase_add_test(c, places_on_the_page);
	tcase_add_test(c, fold_marks);
	tcase_add_test(c, continuation_pages);
	tcase_add_test(c, a_year);
	tcase_add_test(c, same_bytes);
	tcase_add_test(c, sent_once);
	tcase_add_test(c, form_in_chromium);
	suite_add_tcase(s, c);
	return s;
}
