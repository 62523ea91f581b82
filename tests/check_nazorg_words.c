/* check_nazorg_words.c -- what people read as files says what words.def says */
#include <check.h>
#include <glob.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "../gen/nazorg/words.h"
#include "suites.h"

static struct arena *arena;
static struct diag *diag;

static void
setup(void)
{
	arena = arena_new();
	diag = diag_new();
}

static void
teardown(void)
{
	diag_free(diag);
	arena_free(arena);
}

static const struct source *
load(const char *path)
{
	const struct source *src = source_load(arena, diag, path);

	ck_assert_msg(src, "%s is not there", path);
	return src;
}

static const struct value *
load_value(const char *path, const char *at)
{
	const struct value *v = value_path(yaml_parse(arena, diag,
	    load(path)), at);

	ck_assert_msg(v, "%s has no %s", path, at);
	return v;
}

/* --- the schema --- */

/* The nth word of an enum is this row's. */
static void
assert_word(const struct value *list, size_t n, const char *word)
{
	ck_assert_msg(n < list->n, "the schema lacks '%s'", word);
	ck_assert_str_eq(value_text(list->items[n]).s, word);
}

static const struct value *
schema_enum(const char *definition, const char *key)
{
	return load_value("templates/algemeen/nazorg.schema.yaml",
	    arena_printf(arena, "$defs.%s.properties.%s.enum", definition,
	    key).s);
}

START_TEST(the_schema_has_the_statuses)
{
	const struct value *list = schema_enum("antwoord", "status");

	for (size_t i = STATUS_NONE + 1; i < STATUS_COUNT; i++) {
		assert_word(list, i - 1, status_words[i].name);
		ck_assert_uint_eq(status_find(str_from(status_words[i].name)),
		    i);
	}
	ck_assert_uint_eq(list->n, STATUS_COUNT - 1);
}
END_TEST

START_TEST(the_schema_has_the_letters)
{
	const struct value *list = schema_enum("stuk", "brief");

	for (size_t i = 0; i < LETTER_KINDS; i++) {
		assert_word(list, i, letter_words[i].name);
		ck_assert_uint_eq(letter_find(str_from(letter_words[i].name)),
		    i);
		load(arena_printf(arena, "templates/nazorgbrief/%s.mustache",
		    letter_words[i].name).s);
	}
	ck_assert_uint_eq(list->n, LETTER_KINDS);
	ck_assert_uint_eq(letter_find(STR("")), LETTER_NONE);
}
END_TEST

START_TEST(the_schema_has_the_stukken)
{
	const struct value *list = schema_enum("stuk", "soort");

	for (size_t i = 0; i < STUK_KINDS; i++) {
		assert_word(list, i, stuk_words[i].name);
		ck_assert_uint_eq(stuk_find(str_from(stuk_words[i].name)), i);
	}
	ck_assert_uint_eq(list->n, STUK_KINDS);
}
END_TEST

/* --- icons and classes --- */

/* The icon is in this colour of the house style, and white. */
static void
assert_icon(const char *sign, const char *color)
{
	static const char colors[] = "assets/huisstijl.yaml";
	struct str own = value_text(load_value(colors, arena_printf(arena,
	    "tokens.kleur.%s", color).s));
	struct str white = value_text(load_value(colors, "tokens.kleur.wit"));
	struct str svg = load(arena_printf(arena, "assets/icons/%s.svg",
	    sign).s)->text;
	size_t n = 0;

	for (size_t at = 0; (at = str_find(svg, "\"#", at)) != (size_t)-1;
	    at++) {
		struct str found = str_slice(svg, at + 1, at + 1 + own.n);

		ck_assert_msg(str_eq(found, own) || str_eq(found, white),
		    "%s.svg has the colour %.*s, but %s is %s", sign,
		    (int)found.n, found.s, color, own.s);
		n += str_eq(found, own);
	}
	ck_assert_msg(n > 0, "%s.svg is not in the colour %s", sign, color);
}

START_TEST(icons_have_the_colours)
{
	for (size_t i = 0; i < STATUS_COUNT; i++)
		assert_icon(status_words[i].sign, status_words[i].color);
	for (size_t i = 0; i < PHASE_COUNT; i++)
		assert_icon(phase_words[i].sign, phase_words[i].color);
}
END_TEST

static bool
is_class(struct str name)
{
	for (size_t i = 0; i < STATUS_COUNT; i++)
		if (str_is(name, status_words[i].sign))
			return true;
	for (size_t i = 0; i < PHASE_COUNT; i++)
		if (str_eq(name, arena_printf(arena, "fase-%s",
		    phase_words[i].slug)))
			return true;
	return false;
}

/* How many classes of a status or phase a style sheet has; each has a row. */
static size_t
count_classes(const char *path, const char *start)
{
	struct str css = load(path)->text;
	size_t n = 0;

	for (size_t at = 0; (at = str_find(css, start, at)) != (size_t)-1;
	    n++) {
		size_t length = strcspn(css.s + ++at, " ,:.{>\n");

		ck_assert_msg(is_class(str_slice(css, at, at + length)),
		    "%s: no status or phase is called .%.*s", path,
		    (int)length, css.s + at);
	}
	return n;
}

START_TEST(style_sheets_have_the_classes)
{
	glob_t found;
	size_t n = 0;

	ck_assert_int_eq(glob("assets/css/*.css", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++)
		n += count_classes(found.gl_pathv[i], ".status-") +
		    count_classes(found.gl_pathv[i], ".fase-");
	globfree(&found);
	ck_assert_uint_gt(n, 0);
}
END_TEST

/* --- the form on paper; the web's has its words from the table --- */

/* "nog niet gestart / in uitvoering": what a gemeente may choose. */
static struct str
choices(bool needs_reason, const char *before)
{
	struct buf b = BUF_INIT;
	struct str text;

	for (size_t i = 0; i < STATUS_COUNT; i++) {
		const char *choice = status_words[i].choice;

		if (!*choice || status_words[i].needs_reason != needs_reason)
			continue;
		buf_addf(&b, "%s%c%s", b.n ? " / " : before, *choice | 0x20,
		    choice + 1);
	}
	text = arena_dup(arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static void
assert_holds(const char *path, struct str text)
{
	ck_assert_msg(str_find(load(path)->text, text.s, 0) != (size_t)-1,
	    "%s lacks \"%s\"", path, text.s);
}

START_TEST(the_form_on_paper_has_the_choices)
{
	assert_holds("templates/nazorgbrief/invultabel.mustache",
	    choices(false, "Omcirkel: "));
	assert_holds("templates/nazorgbrief/verbeterplantabel.mustache",
	    choices(true, "{{$keuze}} / "));
}
END_TEST

Suite *
nazorg_words_suite(void)
{
	Suite *s = suite_create("nazorg_words");
	TCase *c = tcase_create("words");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, the_schema_has_the_statuses);
	tcase_add_test(c, the_schema_has_the_letters);
	tcase_add_test(c, the_schema_has_the_stukken);
	tcase_add_test(c, icons_have_the_colours);
	tcase_add_test(c, style_sheets_have_the_classes);
	tcase_add_test(c, the_form_on_paper_has_the_choices);
	suite_add_tcase(s, c);
	return s;
}
