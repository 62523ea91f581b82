/*
 * check_command.c -- the command line against its own tables: each test runs
 * the program for each row.
 */
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/command/table.h"
#include "site_fixture.h"
#include "suites.h"

#define P "${TOETSSTEEN:-gen/build/toetssteen} "

static struct buf told, other;

static void
release(void)
{
	buf_release(&told);
	buf_release(&other);
	told = other = (struct buf)BUF_INIT;
}

/* What the program tells for these words; its exit status. */
static int __attribute__((format(printf, 2, 3)))
ask(struct buf *answer, const char *format, ...)
{
	char line[256] = P;
	size_t n = strlen(line);
	va_list words;
	int status;

	va_start(words, format);
	vsnprintf(line + n, sizeof line - n, format, words);
	va_end(words);
	ck_assert_uint_lt(strlen(line) + sizeof " 2>&1", sizeof line);
	strcat(line, " 2>&1");
	buf_clear(answer);
	status = WEXITSTATUS(site_ask(line, "", answer));
	ck_assert_uint_gt(answer->n, 0);
	return status;
}

static void
check_width(const char *text)
{
	for (const char *end; *text; text = end + 1) {
		end = strchr(text, '\n');
		ck_assert_ptr_nonnull(end);
		ck_assert_msg(utf8_count((struct str){ text,
		    (size_t)(end - text) }) <= 80, "too wide: %.100s", text);
	}
}

/* --- help --- */

/* What stands before and behind the command. */
static const char *const ways[][2] = {
	{ "", " --help" }, { "", " -h" }, { "--help ", "" },
	{ "--jobs 3 ", " --xyzzy --help" },
};

START_TEST(help_of_each_command_comes_in_many_ways)
{
	const struct command *c = &commands[_i];

	ck_assert_int_eq(ask(&told, "help %s", c->name), 0);
	ck_assert_ptr_nonnull(strstr(told.s, c->words));
	ck_assert_ptr_nonnull(strstr(told.s, c->example));
	check_width(told.s);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		ck_assert_int_eq(ask(&other, "%s%s%s", ways[i][0], c->name,
		    ways[i][1]), 0);
		ck_assert_str_eq(other.s, told.s);
	}
}
END_TEST

START_TEST(help_lists_exactly_the_options)
{
	const struct command *c = &commands[_i];
	size_t n = 0, taken = 0;

	ask(&told, "help %s", c->name);
	for (const char *at = told.s; (at = strstr(at, "\n  --")); at++)
		n++;
	for (unsigned i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		struct buf line = BUF_INIT;

		buf_addf(&line, "\n  --%s %s", row->name, row->value ?
		    row->value : "");
		if (c->options & OPTION_BIT(i)) {
			taken++;
			ck_assert_ptr_nonnull(strstr(told.s, line.s));
		}
		buf_release(&line);
	}
	ck_assert_uint_eq(n, taken);
}
END_TEST

START_TEST(help_lists_the_commands)
{
	ck_assert_int_eq(ask(&told, "help"), 0);
	check_width(told.s);
	for (size_t i = 0; i < command_count; i++) {
		buf_clear(&other);
		buf_addf(&other, "\n  %s ", commands[i].name);
		ck_assert_ptr_nonnull(strstr(told.s, other.s));
		ck_assert_ptr_nonnull(strstr(told.s, commands[i].summary));
	}
	ck_assert_int_eq(ask(&other, "--help"), 0);
	ck_assert_str_eq(told.s, other.s);
	ck_assert_int_eq(ask(&other, "-h"), 0);
	ck_assert_str_eq(told.s, other.s);
	ck_assert_int_eq(ask(&other, "%s", ""), 2);
	ck_assert_str_eq(told.s, other.s);
}
END_TEST

START_TEST(each_example_is_of_its_command)
{
	const struct command *c = &commands[_i];
	size_t n = strlen(c->name);

	ck_assert(!strncmp(c->example, c->name, n) && c->example[n] == ' ');
	/* an option that no command has stops it before it does anything */
	ck_assert_int_eq(ask(&told, "%s --xyzzy", c->example), 2);
	ck_assert_ptr_nonnull(strstr(told.s, "onbekende optie '--xyzzy'"));
	ck_assert_ptr_nonnull(strstr(told.s, c->name));
}
END_TEST

/* --- options --- */

static const char *
good_value(const struct option_row *row)
{
	switch (row->type) {
	case TYPE_FLAG:
		return "";
	case TYPE_DATE:
		return "=2020-05-31";
	case TYPE_CHOICE:
		ck_assert_uint_gt(row->n_choices, 0);
		break;
	case TYPE_NUMBER:
		return "=0";
	case TYPE_TEXT:
	case TYPE_PATH:
		return "=ergens";
	}
	return "=herinnering";
}

static void
takes_but_not_misspelt(const struct command *c, const char *option,
    const char *name)
{
	ck_assert_int_eq(ask(&told, "%s %s --%sq", c->name, option, name), 2);
	buf_clear(&other);
	buf_addf(&other, "toetssteen: onbekende optie '--%sq'; bedoelt u "
	    "--%s?\n", name, name);
	ck_assert_str_eq(told.s, other.s);
}

static void
refuses(const struct command *c, const char *option)
{
	ck_assert_int_eq(ask(&told, "%s %s", c->name, option), 2);
	buf_clear(&other);
	buf_addf(&other, "toetssteen: %s heeft geen optie '%s'; die hoort bij ",
	    c->name, option);
	ck_assert_int_eq(strncmp(told.s, other.s, other.n), 0);
	ck_assert_ptr_null(strstr(told.s + other.n, c->name));
}

START_TEST(each_command_takes_its_options_and_no_others)
{
	const struct command *c = &commands[_i];

	for (unsigned i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		struct buf option = BUF_INIT;

		/* --help and --version would be all that counts */
		if (i != OPTION_HELP && i != OPTION_VERSION)
			buf_addf(&option, "--%s%s", row->name,
			    good_value(row));
		if (command_takes(c, i))
			takes_but_not_misspelt(c, buf_str(&option).s,
			    row->name);
		else
			refuses(c, option.s);
		buf_release(&option);
	}
}
END_TEST

START_TEST(a_misspelt_command_gets_the_right_suggestion)
{
	const struct command *c = &commands[_i];

	ck_assert_int_eq(ask(&told, "%sq", c->name), 2);
	buf_addf(&other, "bedoelt u %s?", c->name);
	ck_assert_ptr_nonnull(strstr(told.s, other.s));
}
END_TEST

/* The same said in another order, or in other words. */
static const char *const alike[][2] = {
	{ "check --content nergens", "--content nergens check" },
	{ "check --content nergens", "--content=nergens check" },
	{ "check --content nergens x", "--content nergens check --only x" },
	{ "check x y", "check --only x --only=y" },
	{ "check --content nergens", "--content x check --content=nergens" },
	{ "check -- --only", "check --only=--only" },
	{ "check -", "check --only -" },
	{ "status --today 2020-02-30", "--today=2020-02-30 status" },
	{ "dump data x", "dump -- data x" },
	{ "--version", "build --version" },
};

START_TEST(said_in_another_way)
{
	int status = ask(&told, "%s", alike[_i][0]);

	ck_assert_int_eq(ask(&other, "%s", alike[_i][1]), status);
	ck_assert_str_eq(told.s, other.s);
	ck_assert_uint_gt(told.n, 0);
}
END_TEST

/* Beside alike: the option before the command is not just left out. */
START_TEST(an_option_before_the_command_counts)
{
	ck_assert_int_eq(ask(&told, "--content nergens check"), 1);
	ck_assert_ptr_nonnull(strstr(told.s, "nergens: error: "));
	ck_assert_int_eq(ask(&told, "--version"), 0);
	ck_assert_int_eq(strncmp(told.s, "toetssteen 0", 12), 0);
}
END_TEST

START_TEST(the_old_name_still_works)
{
	static const char note[] = "toetssteen: --kind heet nu --letter; de "
	    "oude naam werkt nog\n";

	ask(&told, "letters --letter brief");
	ck_assert_ptr_nonnull(strstr(told.s, "--letter kan niet 'brief'"));
	ask(&other, "letters --kind brief");
	ck_assert_int_eq(strncmp(other.s, note, strlen(note)), 0);
	ck_assert_str_eq(other.s + strlen(note), told.s);
}
END_TEST

Suite *
command_suite(void)
{
	Suite *s = suite_create("command");
	TCase *c = tcase_create("command");
	int n = (int)command_count;

	tcase_add_checked_fixture(c, NULL, release);
	tcase_set_timeout(c, 60);
	tcase_add_loop_test(c, help_of_each_command_comes_in_many_ways, 0, n);
	tcase_add_loop_test(c, help_lists_exactly_the_options, 0, n);
	tcase_add_test(c, help_lists_the_commands);
	tcase_add_loop_test(c, each_example_is_of_its_command, 0, n);
	tcase_add_loop_test(c, each_command_takes_its_options_and_no_others,
	    0, n);
	tcase_add_loop_test(c, a_misspelt_command_gets_the_right_suggestion,
	    0, n);
	tcase_add_loop_test(c, said_in_another_way, 0,
	    sizeof alike / sizeof *alike);
	tcase_add_test(c, an_option_before_the_command_counts);
	tcase_add_test(c, the_old_name_still_works);
	suite_add_tcase(s, c);
	return s;
}
