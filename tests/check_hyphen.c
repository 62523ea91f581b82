/* check_hyphen.c -- where words may be divided */
#include <check.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/typeset/line/cut.h"
#include "suites.h"

static struct diag *diag;
static struct hyphenator *hyphenator;

static void
setup(void)
{
	diag = diag_new();
	hyphenator = hyphenator_new(diag);
	ck_assert_ptr_nonnull(hyphenator);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 0);
}

static void
teardown(void)
{
	hyphenator_free(hyphenator);
	diag_free(diag);
}

/* The word with a "|" at each place. */
static const char *
divided(const char *word)
{
	static char out[512];
	size_t points[64], n, at = 0, k = 0;

	n = hyphenate(hyphenator, str_from(word), points, 64);
	for (size_t i = 0; word[i]; i++) {
		if (k < n && points[k] == i) {
			out[at++] = '|';
			k++;
		}
		out[at++] = word[i];
	}
	out[at] = '\0';
	ck_assert_uint_eq(k, n);
	return out;
}

START_TEST(divides_dutch_words)
{
	ck_assert_str_eq(divided("veiligheidsplan"), "vei|lig|heids|plan");
	ck_assert_str_eq(divided("hulpverlening"), "hulp|ver|le|ning");
	ck_assert_str_eq(divided("radartechnologie"),
	    "ra|dar|tech|no|lo|gie");
	ck_assert_str_eq(divided("Leeuwarden"), "Leeu|war|den");
	ck_assert_str_eq(divided("ZUIDOOST"), "ZUID|OOST");
	ck_assert_str_eq(divided("cafétje"), "ca|fé|tje");
	ck_assert_str_eq(divided("OVERLEG"), "OVER|LEG");
}
END_TEST

/* "reëel" would become "re-eel", which we cannot do. */
START_TEST(never_divides_before_a_trema)
{
	ck_assert_str_eq(divided("reëel"), "reëel");
	ck_assert_str_eq(divided("geïnspecteerd"), "geïn|spec|teerd");
	ck_assert_str_eq(divided("GEÏNSPECTEERD"), "GEÏN|SPEC|TEERD");
	ck_assert_str_eq(divided("coördinatie"), "coör|di|na|tie");
}
END_TEST

START_TEST(leaves_two_letters_before_and_three_behind)
{
	ck_assert_str_eq(divided("over"), "over");
	ck_assert_str_eq(divided("idee"), "idee");
	ck_assert_str_eq(divided("avond"), "avond");
	ck_assert_str_eq(divided("auto's"), "auto's");
	ck_assert_str_eq(divided("gemeente"), "ge|meente");
}
END_TEST

START_TEST(divides_only_words)
{
	ck_assert_str_eq(divided(""), "");
	ck_assert_str_eq(divided("covid19regels"), "covid19regels");
	ck_assert_str_eq(divided("en/of/anders"), "en/of/anders");
	ck_assert_str_eq(divided("ziekenhuis."), "ziekenhuis.");
	ck_assert_str_eq(divided("Пермского"), "Пермского");
	ck_assert_str_eq(divided("\xFF\xFE\xFF\xFE\xFF"),
	    "\xFF\xFE\xFF\xFE\xFF");
}
END_TEST

START_TEST(gives_at_most_what_is_asked_for)
{
	size_t points[2] = { 0, 77 };

	ck_assert_uint_eq(hyphenate(hyphenator, STR("veiligheidsplan"),
	    points, 1), 1);
	ck_assert_uint_eq(points[0], 3);
	ck_assert_uint_eq(points[1], 77);
}
END_TEST

START_TEST(words_of_any_length)
{
	struct buf word = BUF_INIT;
	size_t points[64];

	for (size_t n = 1; n < 500; n++) {
		buf_adds(&word, n % 2 ? "a" : "t");
		ck_assert(hyphenate(hyphenator, buf_str(&word), points,
		    64) <= 64);
	}
	buf_release(&word);
}
END_TEST

/* The word with a "|" at each cut, "=" where a hyphen is added. */
static const char *
cut(const char *word, struct hyphenator *h)
{
	static char out[512];
	struct cuts cuts = CUTS_INIT;
	size_t at = 0, k = 0;

	cuts_find(&cuts, str_from(word), h);
	for (size_t i = 0; word[i]; i++) {
		if (k < cuts.n && cuts.list[k].at == i)
			out[at++] = cuts.list[k++].is_division ? '=' : '|';
		out[at++] = word[i];
	}
	out[at] = '\0';
	ck_assert_uint_eq(k, cuts.n);
	cuts_release(&cuts);
	return out;
}

START_TEST(cuts_behind_hyphens_and_slashes)
{
	ck_assert_str_eq(cut("Zuidoost-Brabant", NULL), "Zuidoost-|Brabant");
	ck_assert_str_eq(cut("18-jarige", NULL), "18-|jarige");
	ck_assert_str_eq(cut("2018-2019", NULL), "2018-2019");
	ck_assert_str_eq(cut("2018–2019", NULL), "2018–2019");
	ck_assert_str_eq(cut("-graad", NULL), "-graad");
	ck_assert_str_eq(cut("in-", NULL), "in-");
	ck_assert_str_eq(cut("e-mail", NULL), "e-mail");
	ck_assert_str_eq(cut("politie/justitie", NULL), "politie/|justitie");
	ck_assert_str_eq(cut("m/v", NULL), "m/v");
	ck_assert_str_eq(cut("24/7", NULL), "24/7");
	ck_assert_str_eq(cut("één–twee", NULL), "één–|twee");
}
END_TEST

START_TEST(cuts_in_addresses)
{
	ck_assert_str_eq(cut("https://www.igj.nl/over-ons?id=1&x=2", NULL),
	    "https://|www.|igj.|nl/|over-|ons?|id=|1&|x=2");
	ck_assert_str_eq(cut("www.igj.nl", NULL), "www.|igj.nl");
	ck_assert_str_eq(cut("info@gemeente.nl", hyphenator),
	    "info@|gemeente.nl");
}
END_TEST

START_TEST(cuts_the_words_between_signs)
{
	ck_assert_str_eq(cut("(hulpverlening),", hyphenator),
	    "(hulp=ver=le=ning),");
	ck_assert_str_eq(cut("‘veiligheid’", hyphenator),
	    "‘vei=lig=heid’");
	ck_assert_str_eq(cut("jeugdhulp/onderwijs", hyphenator),
	    "jeugd=hulp/|on=der=wijs");
	ck_assert_str_eq(cut("’’’’’’", hyphenator), "’’’’’’");
}
END_TEST

Suite *
hyphen_suite(void)
{
	Suite *s = suite_create("hyphen");
	TCase *t = tcase_create("hyphen");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, divides_dutch_words);
	tcase_add_test(t, never_divides_before_a_trema);
	tcase_add_test(t, leaves_two_letters_before_and_three_behind);
	tcase_add_test(t, divides_only_words);
	tcase_add_test(t, gives_at_most_what_is_asked_for);
	tcase_add_test(t, words_of_any_length);
	tcase_add_test(t, cuts_behind_hyphens_and_slashes);
	tcase_add_test(t, cuts_in_addresses);
	tcase_add_test(t, cuts_the_words_between_signs);
	suite_add_tcase(s, t);
	return s;
}
