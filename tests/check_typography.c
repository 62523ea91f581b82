/* check_typography.c -- quotes, dashes, ellipses and spaces of Dutch text */
#include <check.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/content/markdown/typography.h"
#include "suites.h"

#define NB "\u00A0"

struct sample {
	const char *text;
	const char *set;	/* NULL: it stays as it is */
};

/* Outer quotes “ ”, inner ones ‘ ’. */
static const struct sample samples[] = {
	/* quotes */
	{ "\"goed\"", "“goed”" },
	{ "'goed'", "“goed”" },
	{ "(\"goed\"), \"beter\".", "(“goed”), “beter”." },
	{ "\"zij zei: 'ja' en ging\"", "“zij zei: ‘ja’ en ging”" },
	{ "\"'ja'\"", "“‘ja’”" },
	{ "'\"ja\"'", "“‘ja’”" },
	{ "niet-\"echte\" zorg", "niet-“echte” zorg" },
	{ "\"een\" en \"twee\"", "“een” en “twee”" },
	{ "één \"zoën\"", "één “zoën”" },
	{ "“al goed” en ‘zo’", NULL },
	{ "\"zonder einde", "“zonder einde" },
	{ "eind\" zonder begin", "eind” zonder begin" },
	/* apostrophes */
	{ "foto's en auto's", "foto’s en auto’s" },
	{ "'s avonds in 't huis", "’s avonds in ’t huis" },
	{ "'s-Hertogenbosch", "’s-Hertogenbosch" },
	{ "sinds '90 en in '98.", "sinds ’90 en in ’98." },
	{ "Hans' huis", "Hans’ huis" },
	{ "'de foto's'", "“de foto’s”" },
	{ "\"'s avonds\"", "“’s avonds”" },
	{ "niet 'afgesloten", "niet ’afgesloten" },
	{ "\"een 'half\" citaat", "“een ’half” citaat" },
	/* dashes */
	{ "Wmo -- Jeugdwet", "Wmo – Jeugdwet" },
	{ "a --- b", "a – b" },
	{ "a ---- b", NULL },
	{ "Wmo - Jeugdwet", "Wmo – Jeugdwet" },
	{ "Wmo-\nloket", NULL },
	{ "- niet aan het begin", NULL },
	{ "1-3", "1–3" },
	{ "(12-15), 2019-2020.", "(12–15), 2019–2020." },
	{ "p. 3-5", "p." NB "3–5" },
	{ "2020-05-01", NULL },
	{ "088-3700288", NULL },
	{ "06-12345678", NULL },
	{ "A1-3, 1-3a, 3.1-3", NULL },
	{ "3-1 en 5-5", NULL },
	{ "2020-05", NULL },
	{ "1-3-5", NULL },
	{ "1-3.5", NULL },
	/* ellipsis */
	{ "en...", "en…" },
	{ "en....", NULL },
	{ "a.. b.", NULL },
	/* spaces that must not break */
	{ "op 1 mei 2020", "op 1" NB "mei 2020" },
	{ "op 31\ndecember", "op 31" NB "december" },
	{ "32 mei, 0 mei, 1 meikever", NULL },
	{ "5 % en 10 km", "5" NB "% en 10" NB "km" },
	{ "20 °C, 2,5 kg", "20" NB "°C, 2,5" NB "kg" },
	{ "€ 5 en 5 euro", "€" NB "5 en 5" NB "euro" },
	{ "5 kmx, 5 m2", NULL },
	{ "art. 5, Nr. 2", "art." NB "5, Nr." NB "2" },
	{ "(bijlage 1)", "(bijlage" NB "1)" },
	{ "Paragraaf 3.1", "Paragraaf" NB "3.1" },
	{ "stap. 5, dossiers 5", NULL },
	{ "bijlage  1", NULL },
	{ "art. vijf", NULL },
	/* addresses */
	{ "https://x.nl/a--b?c='1-3'", NULL },
	{ "www.x.nl/1--2 -- x", "www.x.nl/1--2 – x" },
	/* edges */
	{ "", NULL },
	{ "\"", "”" },
	{ "'", "’" },
	{ " ", NULL },
	{ "-", NULL },
};

/* The text with its edits; literal may be NULL. */
static struct buf
set(struct arena *a, struct str text, const char *literal)
{
	const struct quotes quotes = { STR("“"), STR("”"), STR("‘"),
		STR("’") };
	char *none = arena_alloc(a, text.n + 1);
	struct edits edits = typography_edits(a, text,
	    literal ? literal : none, &quotes);
	struct buf b = BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < edits.n; i++) {
		const struct edit *e = &edits.items[i];

		ck_assert_uint_ge(e->offset, at);
		buf_add(&b, str_slice(text, at, e->offset));
		buf_add(&b, e->text);
		at = e->offset + e->n;
	}
	ck_assert_uint_le(at, text.n);
	buf_add(&b, str_slice(text, at, text.n));
	return b;
}

START_TEST(sample_is_set)
{
	const struct sample *s = &samples[_i];
	struct arena *a = arena_new();
	struct buf b = set(a, str_from(s->text), NULL);

	ck_assert_str_eq(b.s, s->set ? s->set : s->text);
	buf_release(&b);
	arena_free(a);
}
END_TEST

/* Code and variables stay, but count as neighbours. */
START_TEST(literal_text_stays)
{
	static const char text[] = "\"a--b\" 5 %";
	static const char literal[] = "\0\1\1\1\1\0\0\1\0\0";
	struct arena *a = arena_new();
	struct buf b = set(a, str_from(text), literal);

	ck_assert_str_eq(b.s, "“a--b” 5" NB "%");
	buf_release(&b);
	arena_free(a);
}
END_TEST

START_TEST(all_literal)
{
	struct arena *a = arena_new();
	struct buf b = set(a, STR("'a' -- 1-3... 5 %"),
	    "11111111111111111111");

	ck_assert_str_eq(b.s, "'a' -- 1-3... 5 %");
	buf_release(&b);
	arena_free(a);
}
END_TEST

/* More quotes inside each other than are kept: still no harm. */
START_TEST(many_quotes)
{
	struct arena *a = arena_new();
	struct buf text = BUF_INIT, b;

	for (int i = 0; i < 100; i++)
		buf_adds(&text, " \"'a");
	b = set(a, buf_str(&text), NULL);
	ck_assert_ptr_nonnull(strstr(b.s, "“"));
	buf_release(&b);
	buf_release(&text);
	arena_free(a);
}
END_TEST

Suite *
typography_suite(void)
{
	Suite *suite = suite_create("typography");
	TCase *tc = tcase_create("typography");

	tcase_add_loop_test(tc, sample_is_set, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(tc, literal_text_stays);
	tcase_add_test(tc, all_literal);
	tcase_add_test(tc, many_quotes);
	suite_add_tcase(suite, tc);
	return suite;
}
