/* check_privacy.c -- personal data in a text */
#include <check.h>
#include <string.h>

#include "../gen/document/review/personal.h"
#include "document_fixture.h"
#include "suites.h"
#include "work.h"

/* What is found in a text: "name|telephone|", each as it stands there. */
static const char *
found_in(const char *text, bool is_heading)
{
	struct str s = str_from(text), all = STR("");
	struct privacy p;
	size_t at = 0;

	while (privacy_next(s, is_heading, &at, &p)) {
		ck_assert_uint_gt(p.to, p.from);
		ck_assert_uint_le(p.to, s.n);
		all = arena_printf(fixture_arena, "%s%d:%.*s|", all.s,
		    (int)p.kind, (int)(p.to - p.from), s.s + p.from);
	}
	return all.s;
}

#define FINDS(text, wanted) ck_assert_str_eq(found_in(text, false), wanted)
#define NOTHING(text) FINDS(text, "")

START_TEST(citizen_service_numbers)
{
	FINDS("Het nummer is 111222333.", "0:111222333|");
	FINDS("(1112.22.333)", "0:1112.22.333|");
	NOTHING("111222334");		/* not 11-proof */
	NOTHING("000000000");
	NOTHING("1112223330");		/* ten digits */
	NOTHING("zaak A111222333 en 111222333a");
	NOTHING("€ 1.111222333,00");
	NOTHING("https://voorbeeld.nl/111222333");
}
END_TEST

START_TEST(telephone_numbers)
{
	FINDS("Bel 06-12345678.", "1:06-12345678|");
	FINDS("Bel 06 12 34 56 78 of 088-3700288",
	    "1:06 12 34 56 78|1:088-3700288|");
	FINDS("(058) 123 45 67", "1:058) 123 45 67|");
	FINDS("+31 (0)6 12345678", "1:+31 (0)6 12345678|");
	FINDS("0031612345678", "1:0031612345678|");
	FINDS("tel:+31883700288", "1:+31883700288|");
	NOTHING("0800-2000, 112 en 113");
	NOTHING("van 2018-2020, op 01-02-2020 1000 keer");
	NOTHING("06-1234567 en 06-123456789");
	NOTHING("0012345678");
}
END_TEST

START_TEST(mail_addresses)
{
	FINDS("Mail jan.jansen@voorbeeld.nl.", "2:jan.jansen@voorbeeld.nl|");
	FINDS("mailto:a@b.nl", "2:a@b.nl|");
	NOTHING("@voorbeeld.nl a@ a@b en @");
}
END_TEST

START_TEST(dates_of_birth)
{
	FINDS("Zij is geboren op 3 mei 2012.", "3:geboren op 3 mei 2012|");
	FINDS("geboortedatum: 03-05-2012", "3:geboortedatum: 03-05-2012|");
	FINDS("(geb. 3/5/12)", "3:geb. 3/5/12|");
	NOTHING("kinderen geboren na 1 januari 2015");
	NOTHING("Op 3 mei 2012 is het plan geboren.");
	NOTHING("geboren in Leeuwarden");
}
END_TEST

START_TEST(names)
{
	FINDS("Wij spraken J. de Vries over", "4:J. de Vries|");
	FINDS("J.P. Jansen-Smit zei", "4:J.P. Jansen-Smit|");
	FINDS("J. P. van der Berg", "4:J. P. van der Berg|");
	FINDS("J. Jansen, wethouder", "4:J. Jansen|");
	FINDS("J. Jansen", "4:J. Jansen|");
	FINDS("Dat zei A. Jansen vaak.", "4:A. Jansen|");
	FINDS("K. van ’t Hof", "4:K. van ’t Hof|");
}
END_TEST

START_TEST(labels_are_no_names)
{
	NOTHING("A. De keten structureel veranderen.");
	NOTHING("B. Wie de tafel aanwijst. De deelnemers");
	NOTHING("D. Suggesties voor het plan van aanpak");
	NOTHING("Dit hoort bij thema A. Preventie is belangrijk.");
	NOTHING("Neem vitamine D. Dat helpt.");
	NOTHING("Zo eindigt het. A. Preventie van geweld");
	NOTHING("N.V. Nederlandse en B.V. Jansen");
	NOTHING("o.a. Jansen en N.B. Dit");
	ck_assert_str_eq(found_in("A. Preventie", true), "");
	ck_assert_str_eq(found_in("J.P. Jansen", true), "4:J.P. Jansen|");
}
END_TEST

static void
look_in(size_t n, const void *part)
{
	found_in(fixture_repeat("", part, (int)n, "@b.nl"), false);
}

START_TEST(any_bytes_end)
{
	found_in("\xff@\xc3", false);
	work_is_linear(look_in, 2000, "@.0+3(-J.é 1e geb. ");
	work_is_linear(look_in, 10000, "0");
	work_is_linear(look_in, 10000, "a");
	work_is_linear(look_in, 10000, "J.");
}
END_TEST

Suite *
privacy_suite(void)
{
	Suite *s = suite_create("privacy");
	TCase *c = tcase_create("privacy");

	tcase_add_checked_fixture(c, fixture_setup, fixture_teardown);
	tcase_add_test(c, citizen_service_numbers);
	tcase_add_test(c, telephone_numbers);
	tcase_add_test(c, mail_addresses);
	tcase_add_test(c, dates_of_birth);
	tcase_add_test(c, names);
	tcase_add_test(c, labels_are_no_names);
	tcase_add_test(c, any_bytes_end);
	suite_add_tcase(s, c);
	return s;
}
