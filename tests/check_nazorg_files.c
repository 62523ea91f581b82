/* check_nazorg_files.c -- the overview of nazorg as others read it */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "../gen/nazorg/overview_tree.h"
#include "site_fixture.h"
#include "suites.h"
#include "temp.h"

static struct arena *arena;
static struct diag *diag;
static struct overviews all;

/* A gemeente whose texts have all that files must cope with. */
static const char rapport[] =
    "gemeente: { naam: \"Aa; Bee, en \\\\Cee\", code: GM9921 }\n"
    "voorbeeld: true\n"
    "regio: { naam: Noord }\n"
    "onderzoek: { titel: =1+1 }\n"
    "aanbevelingen:\n"
    "  - { tekst: \"Maak een \\\"plan\\\"; nu.\" }\n"
    "nazorg:\n"
    "  vaststelling: 2020-02-29\n"
    "  antwoord_voor: 2020-12-31\n"
    "  verplaatst:\n"
    "    - { naar: 2021-02-28, reden: R, op: 2020-12-01 }\n"
    "  gesprek: { plaats: \"Zaal 1, Dorpsstraat\" }\n"
    "  stukken:\n"
    "    - { soort: brief, datum: 2020-03-02, brief: eerste, kenmerk: K, "
    "inhoud: { a: b } }\n"
    "    - soort: antwoord\n"
    "      datum: 2020-12-31\n"
    "      vastgelegd: { door: Inspecteur, op: 2020-12-31 }\n"
    "      aanbevelingen:\n"
    "        - id: GM9921-2020-A1\n"
    "          status: in uitvoering\n"
    "          maatregel: \"Één; twee, drie\\nën een heel lange regel "
    "vol met é en ë en ï, want die tellen voor twee bytes: ééééééééééééé\"\n"
    "          gereed_op: 2024-02-29\n";

static void
setup(void)
{
	static const struct place place = { .path = { "p/n/aa", 6 },
		.folder = { "content/p/n/aa", 14 }, .depth = 3 };
	struct value *data;
	struct dossier *d;
	bool ok = true;

	arena = arena_new();
	diag = diag_new();
	data = yaml_parse(arena, diag, source_from_text(arena, diag,
	    "rapport.yaml", str_from(rapport)));
	ck_assert_ptr_nonnull(data);
	d = dossier_read(arena, diag, &place, data, &ok);
	diag_print(diag, stderr);
	ck_assert_ptr_nonnull(d);
	overviews_find(arena, &d, 1, "2021-01-20", &all);
	ck_assert_uint_eq(all.n, 1);
}

static void
teardown(void)
{
	diag_free(diag);
	arena_free(arena);
}

START_TEST(a_table)
{
	struct buf csv = BUF_INIT;
	const char *row;

	nazorg_csv(arena, &all.list[0], &csv);
	ck_assert(str_starts(buf_str(&csv), "\xef\xbb\xbfonderzoek;regio;"));
	row = strstr(csv.s, "\r\n") + 2;
	ck_assert_str_eq(row, "\"'=1+1\";\"Noord\";\"Aa; Bee, en \\Cee\";"
	    "\"GM9921\";\"ja\";\"beantwoord\";\"\";\"\";\"uitnodiging\";"
	    "\"2020-02-29\";\"2021-02-28\";\"2020-12-31\";\"2021-02-28\";"
	    "\"GM9921-2020-A1\";\"\";\"Maak een \"\"plan\"\"; nu.\";"
	    "\"in uitvoering\";\"2020-12-31\";\"Één; twee, drie\nën een heel "
	    "lange regel vol met é en ë en ï, want die tellen voor twee "
	    "bytes: ééééééééééééé\";\"\";\"2024-02-29\";\"\";\"\";"
	    "\"Inspecteur\";\"p/n/aa/index.html#aanbeveling-\"\r\n");
	buf_release(&csv);
}
END_TEST

START_TEST(lines_of_a_calendar)
{
	struct buf ics = BUF_INIT;
	struct str text, line;
	size_t end;

	nazorg_ics(arena, &all.list[0], &ics);
	text = buf_str(&ics);
	ck_assert_uint_eq(utf8_check(text), text.n);
	for (size_t at = 0; at < text.n; at = end + 2) {
		end = str_find(text, "\r\n", at);
		ck_assert_uint_ne(end, (size_t)-1);
		line = str_slice(text, at, end);
		ck_assert_uint_le(line.n, 75);
		ck_assert_uint_eq(utf8_check(line), line.n);
		ck_assert_uint_eq(str_find(line, "\n", 0), (size_t)-1);
	}
	ck_assert_ptr_nonnull(strstr(ics.s,
	    "SUMMARY:Aa\\; Bee\\, en \\\\Cee (verzonnen): "));
	buf_release(&ics);
}
END_TEST

/* Run a command and read what it prints; its status. */
static int
ask(const char *command, struct buf *answer)
{
	char chunk[4096];
	size_t n;
	FILE *f = popen(command, "r");

	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(answer, (struct str){ chunk, n });
	return pclose(f);
}

START_TEST(another_program_reads_the_calendar)
{
	static const char expected[] =
	    "2020-12-31 eerst-gevraagd.p/n/aa@toetssteen | "
	    "Aa; Bee, en \\Cee (verzonnen): eerste antwoorddatum, verplaatst"
	    " | =1+1 | \n"
	    "2021-02-28 antwoord.p/n/aa@toetssteen | "
	    "Aa; Bee, en \\Cee (verzonnen): antwoord vóór deze dag"
	    " | =1+1 | \n"
	    "2021-02-28 gesprek.p/n/aa@toetssteen | "
	    "Aa; Bee, en \\Cee (verzonnen): gesprek een jaar na het rapport,"
	    " nog te plannen | =1+1 | Zaal 1, Dorpsstraat\n"
	    "2024-02-29 klaar-GM9921-2020-A1.p/n/aa@toetssteen | "
	    "Aa; Bee, en \\Cee (verzonnen): GM9921-2020-A1 klaar | "
	    "=1+1 / Één; twee, drie / ën een heel lange regel vol met é en "
	    "ë en ï, want die tellen voor twee bytes: ééééééééééééé | \n"
	    "2021-01-17 uitnodiging.p/n/aa@toetssteen | "
	    "Aa; Bee, en \\Cee (verzonnen): uitnodiging voor het gesprek "
	    "versturen | =1+1 | \n";
	char name[TEMP_PATH];
	struct buf ics = BUF_INIT, command = BUF_INIT, answer = BUF_INIT;
	int status;
	FILE *f;

	temp_file(name, ".ics");
	nazorg_ics(arena, &all.list[0], &ics);
	f = fopen(name, "wb");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(ics.s, 1, ics.n, f), ics.n);
	fclose(f);
	buf_addf(&command, "node tests/ics.mjs %s", name);
	status = ask(command.s, &answer);
	unlink(name);
	ck_assert_str_eq(answer.s, expected);
	ck_assert_int_eq(status, 0);
	buf_release(&ics);
	buf_release(&command);
	buf_release(&answer);
}
END_TEST

/* The page of tests/golden/nazorg, in Chromium. */
START_TEST(the_filter)
{
	static const char make[] =
	    "root=$PWD;"
	    "program=$(realpath \"${TOETSSTEEN:-gen/build/toetssteen}\");"
	    "cd %s && mkdir templates && for kind in algemeen site nazorg; do"
	    "  cp -r \"$root\"/templates/$kind templates; done &&"
	    "cp -r \"$root\"/assets \"$root\"/tests/golden/nazorg/base/. . &&"
	    "\"$program\" build --today 2020-06-05 2>&1 && cd \"$root\" &&"
	    "node tests/browser/nazorg.mjs %s/out/proef/nazorg/index.html 2>&1";
	char *folder = site_folder();
	struct buf command = BUF_INIT, answer = BUF_INIT;
	int status;

	buf_addf(&command, make, folder, folder);
	status = ask(command.s, &answer);
	site_remove(folder);
	ck_assert_msg(status == 0, "%.3000s", buf_str(&answer).s);
	buf_release(&command);
	buf_release(&answer);
}
END_TEST

Suite *
nazorg_files_suite(void)
{
	Suite *s = suite_create("nazorg_files");
	TCase *c = tcase_create("nazorg_files");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, a_table);
	tcase_add_test(c, lines_of_a_calendar);
	tcase_add_test(c, another_program_reads_the_calendar);
	tcase_add_test(c, the_filter);
	suite_add_tcase(s, c);
	return s;
}
