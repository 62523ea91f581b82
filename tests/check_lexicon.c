/* check_lexicon.c -- the terms of the word list, and names in a table */
#include <check.h>
#include <string.h>

#include "../gen/content/read/yaml.h"
#include "../gen/document/names.h"
#include "../gen/document/pass/lexicon.h"
#include "document_fixture.h"
#include "suites.h"

static struct lexicon *
load(const char *yaml)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "w.yaml", str_from(yaml));
	const struct value *words = yaml_parse(fixture_arena, fixture_diag,
	    src);

	ck_assert_msg(words, "%s", fixture_messages());
	return lexicon_new(fixture_arena, words);
}

/* The term at a word of text, or NULL; rest is what stands behind it. */
static struct term *
find(const struct lexicon *l, const char *text, size_t at, const char **rest)
{
	struct str s = str_from(text);
	size_t past = 0;
	struct term *term = lexicon_match(l, s, at, lexicon_word_end(s, at),
	    &past);

	ck_assert_int_eq(!term, past == at);
	*rest = text + past;
	return term;
}

static void
finds(const struct lexicon *l, const char *text, size_t at, const char *kept,
    const char *behind)
{
	const char *rest;
	const struct term *term = find(l, text, at, &rest);

	ck_assert_msg(term, "nothing in '%s'", text);
	ck_assert_str_eq(term->text.s, kept);
	ck_assert_str_eq(rest, behind);
}

static void
finds_none(const struct lexicon *l, const char *text)
{
	const char *rest;

	ck_assert_msg(!find(l, text, 0, &rest), "'%s'", text);
}

START_TEST(word_ends)
{
	static const struct { const char *text; size_t at, end; } cases[] = {
		{ "", 0, 0 }, { "abc", 0, 3 }, { "abc", 3, 3 },
		{ "a b", 0, 1 }, { "a b", 1, 1 }, { "é2-x", 0, 3 },
		{ "×", 0, 0 }, { "wmo2015.", 0, 7 }, { "\xFF", 0, 0 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_uint_eq(lexicon_word_end(str_from(cases[i].text),
		    cases[i].at), cases[i].end);
}
END_TEST

START_TEST(nothing_to_find)
{
	struct lexicon *l = lexicon_new(fixture_arena, NULL);
	size_t n = 9;

	finds_none(l, "GGZ");
	finds_none(l, "");
	lexicon_used(fixture_arena, l, &n);
	ck_assert_uint_eq(n, 0);
	l = load("afkortingen: { a: b }\nnamen: tekst\nbegrippen:\n");
	finds_none(l, "a");
	finds_none(l, "tekst");
}
END_TEST

START_TEST(kinds_of_terms)
{
	struct lexicon *l = load(
	    "afkortingen: [{ afkorting: ggz, betekenis: zorg }]\n"
	    "talen: [{ term: safe house, taal: en }]\n"
	    "begrippen: [{ begrip: kader, betekenis: lijst, uitleg: lang }]\n"
	    "namen: [IGJ]\nafbreken: [ge-zins-plan]\n");
	const char *rest;
	const struct term *term;

	term = find(l, "ggz", 0, &rest);
	ck_assert_int_eq(term->kind, TERM_ABBREVIATION);
	ck_assert_str_eq(term->meaning.s, "zorg");
	ck_assert_int_eq(term->chapter, -1);
	ck_assert(!term->used);
	term = find(l, "safe house", 0, &rest);
	ck_assert_int_eq(term->kind, TERM_FOREIGN);
	ck_assert_str_eq(term->language.s, "en");
	term = find(l, "kader", 0, &rest);
	ck_assert_int_eq(term->kind, TERM_CONCEPT);
	ck_assert_str_eq(term->more.s, "lang");
	ck_assert_int_eq(find(l, "IGJ", 0, &rest)->kind, TERM_NAME);
	term = find(l, "gezinsplan", 0, &rest);
	ck_assert_int_eq(term->kind, TERM_DIVIDED);
	ck_assert_str_eq(term->text.s, "gezinsplan");
	ck_assert_str_eq(term->divided.s, "ge-zins-plan");
}
END_TEST

START_TEST(whole_words_only)
{
	struct lexicon *l = load("namen: [ggz, GI, '’s-Hertogenbosch']\n");

	finds(l, "de ggz, en", 3, "ggz", ", en");
	finds(l, "ggz-instelling", 0, "ggz", "-instelling");
	finds(l, "Ggz", 0, "ggz", "");
	finds_none(l, "ggzer");
	finds_none(l, "GGZ");
	finds_none(l, "gI");
	finds_none(l, "gi");
	/* a term that begins with a sign begins with no word */
	finds_none(l, "’s-Hertogenbosch");
}
END_TEST

START_TEST(longest_of_more_words)
{
	struct lexicon *l = load("namen: [veilig, veilig thuis, "
	    "Veilig Thuis Fryslân, veilig thuis meer dan dat]\n");

	finds(l, "veilig", 0, "veilig", "");
	finds(l, "veilig \n\u00A0 thuis.", 0, "veilig thuis", ".");
	finds(l, "Veilig thuis meer dan", 0, "veilig thuis", " meer dan");
	finds(l, "Veilig Thuis Fryslân!", 0, "Veilig Thuis Fryslân", "!");
	finds(l, "veilig thuisfront", 0, "veilig", " thuisfront");
	finds(l, "veiligthuis veilig", 12, "veilig", "");
}
END_TEST

/* Longer than any word of a list may be expected to be. */
START_TEST(very_long_words)
{
	const char *word = fixture_repeat("", "lang", 5000, "");
	struct lexicon *l = load(arena_printf(fixture_arena, "namen: [%s]\n",
	    word).s);

	finds(l, word, 0, word, "");
	finds_none(l, fixture_repeat("", "lang", 5001, ""));
	finds_none(l, fixture_repeat("L", "ang", 5000, ""));
}
END_TEST

START_TEST(used_terms_by_alphabet)
{
	struct lexicon *l = load(
	    "afkortingen:\n"
	    "- { afkorting: VT, betekenis: Veilig Thuis }\n"
	    "- { afkorting: ggz, betekenis: zorg }\n"
	    "- { afkorting: GGZ, betekenis: zorg }\n"
	    "- { afkorting: ggd, betekenis: dienst }\n"
	    "- { afkorting: aa, betekenis: ongebruikt }\n"
	    "begrippen:\n"
	    "- { begrip: ggz, betekenis: iets anders }\n"
	    "- { begrip: b, uitleg: zonder betekenis }\n"
	    "namen: [IGJ]\n");
	static const char *const words[] = { "VT", "ggz", "GGZ", "ggd", "b",
		"IGJ" };
	static const char *const wanted[] = { "b", "ggd", "GGZ", "ggz", "VT" };
	struct term **used;
	const char *rest;
	size_t n;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (struct term *t = find(l, words[i], 0, &rest); t;
		    t = t->next)
			t->used = true;
	used = lexicon_used(fixture_arena, l, &n);
	ck_assert_uint_eq(n, 5);
	for (size_t i = 0; i < n; i++)
		ck_assert_str_eq(used[i]->text.s, wanted[i]);
}
END_TEST

/* ---- names ---- */

START_TEST(names_are_kept)
{
	struct names *names = names_new(fixture_arena);
	int one = 1, two = 2;

	ck_assert_ptr_null(names_find(names, STR("")));
	ck_assert_ptr_null(names_nearest(names, STR("a")));
	ck_assert_ptr_null(*names_slot(names, STR("")));
	*names_slot(names, STR("")) = &one;
	*names_slot(names, STR("naam")) = &two;
	ck_assert_ptr_eq(names_find(names, STR("")), &one);
	ck_assert_ptr_eq(names_find(names, (struct str){ "naamloos", 4 }),
	    &two);
	ck_assert_ptr_null(names_find(names, STR("Naam")));
	ck_assert_str_eq(names_nearest(names, STR("naan")), "naam");
	ck_assert_ptr_null(names_nearest(names, STR("heel anders")));
}
END_TEST

START_TEST(many_names)
{
	struct names *names = names_new(fixture_arena);
	enum { MANY = 5000 };
	static int numbers[MANY];

	for (int i = 0; i < MANY; i++)
		*names_slot(names, arena_printf(fixture_arena, "n%d", i)) =
		    &numbers[i];
	for (int i = 0; i < MANY; i++)
		ck_assert_ptr_eq(names_find(names,
		    arena_printf(fixture_arena, "n%d", i)), &numbers[i]);
	ck_assert_ptr_null(names_find(names, STR("n5000")));
}
END_TEST

Suite *
lexicon_suite(void)
{
	Suite *s = suite_create("lexicon");
	TCase *c = tcase_create("lexicon");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, word_ends);
	tcase_add_test(c, nothing_to_find);
	tcase_add_test(c, kinds_of_terms);
	tcase_add_test(c, whole_words_only);
	tcase_add_test(c, longest_of_more_words);
	tcase_add_test(c, very_long_words);
	tcase_add_test(c, used_terms_by_alphabet);
	tcase_add_test(c, names_are_kept);
	tcase_add_test(c, many_names);
	suite_add_tcase(s, c);
	return s;
}
