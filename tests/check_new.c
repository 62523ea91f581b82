/* check_new.c -- what new makes of each kind can be built at once */
#include <check.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "site_fixture.h"
#include "suites.h"

static glob_t kinds;

/* The kind of test _i, from "templates/soort/NAME/schema.yaml". */
static void
run(const char *kind, const char *command)
{
	char *folder = site_folder();
	struct buf answer = BUF_INIT, line = BUF_INIT;

	buf_addf(&line, "cp -r content/site.yaml content/woordenlijst.yaml "
	    "%%1$s 2>/dev/null; "
	    "t() { \"${TOETSSTEEN:-gen/build/toetssteen}\" \"$@\"; }; "
	    "c='--content %%1$s' o='--out %%1$s-out' s='--soort %s'; "
	    "{ %s; } 2>&1; e=$?; rm -rf %%1$s-out; exit $e", kind, command);
	ck_assert_msg(!site_ask(line.s, folder, &answer), "%s: %s", kind,
	    answer.n ? answer.s : "");
	ck_assert_ptr_null(strstr(answer.s, "error: "));
	ck_assert_ptr_nonnull(strstr(answer.s, "1 rapport gemaakt"));
	buf_release(&answer);
	buf_release(&line);
	site_remove(folder);
}

START_TEST(each_kind_builds)
{
	struct buf kind = BUF_INIT;

	buf_adds(&kind, kinds.gl_pathv[_i] + strlen("templates/soort/"));
	*strchr(kind.s, '/') = '\0';
	run(kind.s, "t new onderzoek proef $s $c && "
	    "t new regio proef/hier $s $c && "
	    "t new gemeente proef/hier/ameland $s $c && t build $c $o");
	run(kind.s, "t new onderzoek proef $s $c && "
	    "t new regio proef/hier $s $c && "
	    "t new rapport proef/hier $s $c && t build $c $o");
	buf_release(&kind);
}
END_TEST

Suite *
new_suite(void)
{
	Suite *s = suite_create("new");
	TCase *c = tcase_create("new");

	glob("templates/soort/*/schema.yaml", 0, NULL, &kinds);
	tcase_add_loop_test(c, each_kind_builds, 0, (int)kinds.gl_pathc);
	suite_add_tcase(s, c);
	return s;
}
