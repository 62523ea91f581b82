/*
 * check_golden.c -- every stage and every message against text that was read
 * and found right: tests/golden/GROUP/CASE/expected.
 */
#include <check.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "suites.h"

static glob_t cases;

/* Read all of a stream and close it with close. */
static int
read_stream(FILE *f, int (*close)(FILE *), struct buf *b)
{
	char chunk[4096];
	size_t n;

	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(b, (struct str){ chunk, n });
	return close(f);
}

static void
run_case(const char *folder, struct buf *output)
{
	struct buf line = BUF_INIT;

	buf_addf(&line, "sh tests/golden.sh "
	    "\"${TOETSSTEEN:-gen/build/toetssteen}\" %s", folder);
	ck_assert_int_eq(read_stream(popen(line.s, "r"), pclose, output), 0);
	buf_release(&line);
}

/* With RENEW set the expected text is written instead of compared. */
START_TEST(golden_case)
{
	const char *folder = cases.gl_pathv[_i];
	struct buf output = BUF_INIT, expected = BUF_INIT, path = BUF_INIT;
	FILE *f;

	run_case(folder, &output);
	buf_addf(&path, "%s/expected", folder);
	f = fopen(path.s, getenv("RENEW") ? "w" : "r");
	ck_assert_msg(f, "%s is missing; make golden writes it",
	    path.s);
	if (getenv("RENEW")) {
		fwrite(output.s, 1, output.n, f);
		fclose(f);
	} else {
		read_stream(f, fclose, &expected);
		ck_assert_msg(str_eq(buf_str(&output), buf_str(&expected)),
		    "%s differs; it is now:\n%.1500s", path.s,
		    buf_str(&output).s);
	}
	buf_release(&output);
	buf_release(&expected);
	buf_release(&path);
}
END_TEST

Suite *
golden_suite(void)
{
	Suite *s = suite_create("golden");
	TCase *c = tcase_create("golden");

	glob("tests/golden/*/*/command", 0, NULL, &cases);
	for (size_t i = 0; i < cases.gl_pathc; i++)
		*strrchr(cases.gl_pathv[i], '/') = '\0';
	tcase_add_loop_test(c, golden_case, 0, (int)cases.gl_pathc);
	suite_add_tcase(s, c);
	return s;
}
