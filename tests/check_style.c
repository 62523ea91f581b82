/* check_style.c -- the house and its style, as make style sees them */
#include <check.h>

#include "site_fixture.h"
#include "suites.h"

START_TEST(nothing_is_against_the_style)
{
	struct buf answer = BUF_INIT;
	int status = site_ask("sh tests/style.sh 2>&1", ".", &answer);

	ck_assert_msg(!status, "\n%.3000s", buf_str(&answer).s);
	buf_release(&answer);
}
END_TEST

Suite *
style_suite(void)
{
	Suite *s = suite_create("style");
	TCase *c = tcase_create("style");

	tcase_add_test(c, nothing_is_against_the_style);
	suite_add_tcase(s, c);
	return s;
}
