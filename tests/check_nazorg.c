/* check_nazorg.c -- days, and what a dossier comes to on each of them */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "../gen/nazorg/dossier_tree.h"
#include "../gen/nazorg/overview_tree.h"
#include "../gen/page/kept.h"
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

static day_number
day(const char *iso)
{
	day_number n = day_parse(str_from(iso));

	ck_assert_msg(n != DAY_NONE, "%s", iso);
	return n;
}

static void
assert_day(day_number n, const char *iso)
{
	ck_assert_str_eq(day_iso(arena, n).s, iso);
}

/* --- days --- */

START_TEST(a_day_that_is_none)
{
	static const char *const none[] = { "", "2020", "2020-1-01",
		"2020-01-1", "2020/01/01", "2020-00-10", "2020-13-01",
		"2020-01-00", "2020-01-32", "2020-04-31", "2019-02-29",
		"1900-02-29", "2100-02-29", "0000-01-01", "2020-01-01x",
		"vandaag" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ck_assert_msg(day_parse(str_from(none[i])) == DAY_NONE, "%s",
		    none[i]);
	ck_assert_str_eq(day_iso(arena, DAY_NONE).s, "");
	ck_assert_int_eq(day_parse_last(STR("2020-13")), DAY_NONE);
	ck_assert_int_eq(day_parse_last(STR("2020-01-32")), DAY_NONE);
}
END_TEST

START_TEST(days_follow_each_other)
{
	day_number n = day("1599-12-31");
	int count = 0;

	ck_assert_int_eq(day("1970-01-01"), 0);
	ck_assert_int_eq(day("2000-03-01") - day("2000-02-28"), 2);
	ck_assert_int_eq(day("2020-12-31"), 18627);
	for (int year = 1600; year <= 2400; year++)
		for (int month = 1; month <= 12; month++)
			for (int d = 1; d <= 31; d++) {
				struct str iso = arena_printf(arena,
				    "%04d-%02d-%02d", year, month, d);

				if (day_parse(iso) == DAY_NONE)
					continue;
				ck_assert_int_eq(day_parse(iso), ++n);
				ck_assert_str_eq(day_iso(arena, n).s, iso.s);
				ck_assert_int_eq(day_date(n).year, year);
				count++;
			}
	/* two cycles of 400 years and the leap year 2400 */
	ck_assert_int_eq(count, 2 * 146097 + 366);
}
END_TEST

START_TEST(a_year_later)
{
	assert_day(day_add_years(day("2020-02-29"), 1), "2021-02-28");
	assert_day(day_add_years(day("2020-02-29"), 4), "2024-02-29");
	assert_day(day_add_years(day("2019-02-28"), 1), "2020-02-28");
	assert_day(day_add_years(day("2020-12-31"), 1), "2021-12-31");
	assert_day(day_add_years(day("2020-03-01"), -1), "2019-03-01");
	ck_assert_int_eq(day_add_years(DAY_NONE, 1), DAY_NONE);
	assert_day(day_parse_last(STR("2020-02")), "2020-02-29");
	assert_day(day_parse_last(STR("2019-02")), "2019-02-28");
	assert_day(day_parse_last(STR("2020-12")), "2020-12-31");
	assert_day(day_parse_last(STR("2020-12-01")), "2020-12-01");
}
END_TEST

/* --- dossiers --- */

/* A report of two recommendations, with more lines of rapport.yaml. */
static struct value *
report(const char *yaml)
{
	struct str text = arena_printf(arena,
	    "gemeente: { naam: Aa, code: GM9921 }\n"
	    "aanbevelingen:\n"
	    "  - { tekst: Maak een plan. }\n"
	    "  - { tekst: Volg het gezin. }\n%s", yaml);
	struct value *data = yaml_parse(arena, diag, source_from_text(arena,
	    diag, "rapport.yaml", text));

	ck_assert_ptr_nonnull(data);
	return data;
}

static struct dossier *
read(struct value *data)
{
	struct place place = { .path = STR("proef/noord/aa"),
		.folder = STR("content/proef/noord/aa"), .depth = 3 };
	bool ok = true;
	struct dossier *d = dossier_read(arena, diag, &place, data, &ok);

	diag_print(diag, stderr);
	ck_assert(ok);
	return d;
}

#define LETTER(day, kind) "    - { soort: brief, datum: " day ", brief: " \
	kind ", kenmerk: K, inhoud: { a: b } }\n"
#define STUK(kind, day, answers) "    - { soort: " kind ", datum: " day \
	", vastgelegd: { door: I, op: 2022-01-01 }, aanbevelingen: [" \
	answers "] }\n"
#define ANSWER(number, status) "{ id: GM9921-2020-A" number ", status: " \
	status ", reden: R }"
#define NAZORG "nazorg:\n  vaststelling: 2020-01-15\n" \
	"  antwoord_voor: 2020-05-01\n"

START_TEST(every_recommendation_has_an_id)
{
	static const struct {
		const char *yaml, *id;
	} cases[] = {
		{ NAZORG, "GM9921-2020-A2" },
		{ "nazorg: { antwoord_voor: 2021-05-01 }\n"
		    "publicatie: { vaststelling: 2019-12-31 }\n",
		    "GM9921-2019-A2" },
		{ "datum: 2018-12\nnazorg: { antwoord_voor: 2021-05-01 }\n",
		    "GM9921-2018-A2" },
		{ "datum: 2017-12-01\n", "GM9921-2017-A2" },
		{ "nazorg: { antwoord_voor: 2021-05-01 }\n",
		    "GM9921-2021-A2" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct value *data = report(cases[i].yaml);

		read(data);
		ck_assert_str_eq(value_text(value_find(value_find(data,
		    "aanbevelingen")->items[1], "id")).s, cases[i].id);
	}
}
END_TEST

START_TEST(a_talk_a_year_later)
{
	static const struct {
		const char *yaml, *talk;
	} cases[] = {
		{ "nazorg: { antwoord_voor: 2020-05-01, "
		    "vaststelling: 2020-02-29 }\n", "2021-02-28" },
		{ "datum: 2020-02\nnazorg: { antwoord_voor: 2020-05-01 }\n",
		    "2021-02-28" },
		{ "datum: 2020-02-10\nnazorg: { antwoord_voor: "
		    "2020-05-01 }\n", "2021-02-10" },
		{ "nazorg: { antwoord_voor: 2020-05-01 }\n", "2021-05-01" },
		{ "nazorg: { antwoord_voor: 2020-05-01, gesprek: "
		    "{ datum: 2021-06-02 } }\n", "2021-06-02" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_day(read(report(cases[i].yaml))->talk, cases[i].talk);
}
END_TEST

/* What should hold of a dossier on a day. */
struct moment {
	const char *day;
	enum phase phase;
	enum letter_kind letter;
	const char *late_since;		/* NULL: not late */
};

static void
assert_moments(const struct dossier *d, const struct moment *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct moment *m = &list[i];
		struct standing s = dossier_standing(d, day(m->day));

		ck_assert_msg(s.phase == m->phase, "%s: %s", m->day,
		    phase_words[s.phase].name);
		ck_assert_msg(s.letter == m->letter, "%s: letter %d", m->day,
		    (int)s.letter);
		ck_assert_msg(s.is_late == !!m->late_since, "%s: late %d",
		    m->day, s.is_late);
		if (m->late_since)
			assert_day(s.late_since, m->late_since);
	}
}

#define ASSERT_MOMENTS(d, list) \
	assert_moments(d, list, sizeof list / sizeof *list)

/* The whole way, on each day before, on and after something happens. */
START_TEST(the_whole_path)
{
	static const struct moment moments[] = {
		{ "2020-01-14", PHASE_UNSENT, LETTER_NONE, NULL },
		{ "2020-01-15", PHASE_UNSENT, LETTER_FIRST, NULL },
		{ "2020-01-19", PHASE_UNSENT, LETTER_FIRST, NULL },
		{ "2020-01-20", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-04-30", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-05-01", PHASE_LATE, LETTER_REMINDER, "2020-05-01" },
		{ "2020-05-03", PHASE_LATE, LETTER_REMINDER, "2020-05-01" },
		{ "2020-05-04", PHASE_LATE, LETTER_NONE, "2020-05-01" },
		{ "2020-05-10", PHASE_LATE, LETTER_NONE, "2020-05-01" },
		{ "2020-05-31", PHASE_LATE, LETTER_NONE, "2020-05-01" },
		{ "2020-06-01", PHASE_LATE, LETTER_REMINDER, "2020-05-01" },
		{ "2020-06-09", PHASE_LATE, LETTER_REMINDER, "2020-05-01" },
		{ "2020-06-10", PHASE_ANSWERED, LETTER_NONE, NULL },
		{ "2020-12-03", PHASE_ANSWERED, LETTER_NONE, NULL },
		{ "2020-12-04", PHASE_ANSWERED, LETTER_INVITATION, NULL },
		{ "2020-12-07", PHASE_INVITED, LETTER_NONE, NULL },
		{ "2021-01-15", PHASE_INVITED, LETTER_NONE, NULL },
		{ "2021-01-16", PHASE_INVITED, LETTER_NONE, "2021-01-16" },
		{ "2021-01-20", PHASE_TALKED, LETTER_NONE, NULL },
		{ "2021-02-09", PHASE_TALKED, LETTER_NONE, NULL },
		{ "2021-02-10", PHASE_DONE, LETTER_CLOSING, NULL },
		{ "2021-02-15", PHASE_CLOSED, LETTER_NONE, NULL },
		{ "2031-02-15", PHASE_CLOSED, LETTER_NONE, NULL },
	};
	const struct dossier *d = read(report(NAZORG "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    LETTER("2020-05-04", "herinnering")
	    STUK("antwoord", "2020-05-10", ANSWER("1", "in uitvoering"))
	    STUK("antwoord", "2020-06-10", ANSWER("2", "vervallen"))
	    LETTER("2020-12-07", "uitnodiging")
	    STUK("gesprek", "2021-01-20", ANSWER("1", "gereed gemeld"))
	    STUK("controle", "2021-02-10",
	    ANSWER("1", "gecontroleerd en gereed"))
	    LETTER("2021-02-15", "afsluiting")));

	ASSERT_MOMENTS(d, moments);
}
END_TEST

/* A move counts from the day on which it was agreed. */
START_TEST(a_date_that_was_moved)
{
	static const struct moment moments[] = {
		{ "2020-04-30", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-05-01", PHASE_LATE, LETTER_REMINDER, "2020-05-01" },
		{ "2020-05-02", PHASE_LATE, LETTER_NONE, "2020-05-01" },
		{ "2020-05-05", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-06-30", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-07-01", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-08-31", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-09-01", PHASE_LATE, LETTER_REMINDER, "2020-09-01" },
	};
	const struct dossier *d = read(report(NAZORG "  verplaatst:\n"
	    "    - { naar: 2020-07-01, reden: R, op: 2020-05-05 }\n"
	    "    - { naar: 2020-09-01, reden: R, op: 2020-06-20 }\n"
	    "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    LETTER("2020-05-02", "herinnering")));

	ASSERT_MOMENTS(d, moments);
	assert_day(d->asked, "2020-05-01");
	assert_day(d->due, "2020-09-01");
	assert_day(dossier_due(d, day("2020-06-19")), "2020-07-01");
}
END_TEST

/* The later file of a day is the later reply. */
START_TEST(two_replies_on_one_day)
{
	const struct dossier *d = read(report(NAZORG "  stukken:\n"
	    STUK("antwoord", "2020-05-10", ANSWER("1", "nog niet gestart"))
	    STUK("antwoord", "2020-05-10", ANSWER("1", "in uitvoering"))
	    STUK("antwoord", "2020-04-10", ANSWER("1", "vervallen"))));
	const struct recommendation *r = &d->recommendations[0];

	ck_assert_uint_eq(r->n, 3);
	ck_assert_int_eq(r->answers[0].status, STATUS_DROPPED);
	ck_assert_int_eq(r->answers[1].status, STATUS_NOT_STARTED);
	ck_assert_int_eq(recommendation_answer(r, day("2020-05-10"))->status,
	    STATUS_BUSY);
	ck_assert_int_eq(recommendation_answer(r, day("2020-05-09"))->status,
	    STATUS_DROPPED);
	ck_assert_ptr_null(recommendation_answer(r, day("2020-04-09")));
	ck_assert_ptr_null(recommendation_answer(&d->recommendations[1],
	    day("2020-05-10")));
}
END_TEST

/* A first letter that went out after the date makes late from then on. */
START_TEST(a_letter_that_was_late_itself)
{
	static const struct moment moments[] = {
		{ "2020-05-09", PHASE_UNSENT, LETTER_FIRST, NULL },
		{ "2020-05-10", PHASE_LATE, LETTER_REMINDER, "2020-05-10" },
		{ "2020-05-12", PHASE_LATE, LETTER_REMINDER, "2020-05-10" },
	};

	ASSERT_MOMENTS(read(report(NAZORG "  stukken:\n"
	    LETTER("2020-05-10", "eerste"))), moments);
}
END_TEST

START_TEST(a_report_without_recommendations)
{
	static const struct moment moments[] = {
		{ "2020-04-30", PHASE_WAITING, LETTER_NONE, NULL },
		{ "2020-05-01", PHASE_LATE, LETTER_REMINDER, "2020-05-01" },
		{ "2020-05-10", PHASE_ANSWERED, LETTER_NONE, NULL },
		{ "2021-01-20", PHASE_DONE, LETTER_CLOSING, NULL },
	};
	struct value *data = report(NAZORG "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    STUK("antwoord", "2020-05-10", "")
	    STUK("gesprek", "2021-01-20", ""));

	value_find(data, "aanbevelingen")->n = 0;
	ASSERT_MOMENTS(read(data), moments);
}
END_TEST

START_TEST(weeks_before_the_talk)
{
	const struct dossier *d = read(report(NAZORG "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    STUK("antwoord", "2020-04-10", ANSWER("1", "vervallen") ", "
	    ANSWER("2", "vervallen"))
	    "onderzoek: { nazorg: { uitnodigen_vooraf: 2 } }\n"));
	static const struct moment moments[] = {
		{ "2020-12-31", PHASE_ANSWERED, LETTER_NONE, NULL },
		{ "2021-01-01", PHASE_ANSWERED, LETTER_INVITATION, NULL },
	};

	ASSERT_MOMENTS(d, moments);
}
END_TEST

START_TEST(a_report_without_nazorg)
{
	struct value *data = report("");

	ck_assert_ptr_null(read(data));
	dossier_show(arena, NULL, data, day("2020-01-01"));
	ck_assert_int_eq(value_find(value_find(data,
	    "aanbevelingen")->items[0], "stand")->kind, VALUE_NULL);
}
END_TEST

START_TEST(which_day_it_is)
{
	const struct dossier *d = read(report(NAZORG
	    "onderzoek: { nazorg: { peildatum: 2020-03-16 } }\n"));
	const struct dossier *without = read(report(NAZORG));

	assert_day(dossier_today(d, "2021-01-01"), "2021-01-01");
	assert_day(dossier_today(d, NULL), "2020-03-16");
	setenv("SOURCE_DATE_EPOCH", "1583020799", 1);
	assert_day(dossier_today(without, NULL), "2020-02-29");
	unsetenv("SOURCE_DATE_EPOCH");
	ck_assert_int_gt(dossier_today(without, NULL), day("2026-01-01"));
}
END_TEST

/* What only an inspector may know does not reach the report. */
START_TEST(what_readers_may_know)
{
	struct value *data = report(NAZORG "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    STUK("antwoord", "2020-04-10", "{ id: GM9921-2020-A1, "
	    "status: in uitvoering, maatregel: Geheim }")
	    "    - { soort: antwoord, datum: 2020-04-20, publiceren: true, "
	    "vastgelegd: { door: I, op: 2020-04-20 }, aanbevelingen: [{ id: "
	    "GM9921-2020-A2, status: in uitvoering, maatregel: Open }] }\n");
	const struct value *list = value_find(data, "aanbevelingen");
	struct dossier *d = read(data);
	struct buf text = BUF_INIT;

	dossier_show(arena, d, data, day("2020-06-01"));
	ck_assert_str_eq(value_text(value_path(list->items[0],
	    "stand.status")).s, "in uitvoering");
	ck_assert_str_eq(value_text(value_path(list->items[0],
	    "stand.maatregel")).s, "");
	ck_assert_str_eq(value_text(value_path(list->items[1],
	    "stand.maatregel")).s, "Open");
	ck_assert_uint_eq(value_path(data, "nazorg.openbaar")->n, 1);
	value_dump(data, &text);
	ck_assert_ptr_null(strstr(text.s, "Geheim"));
	buf_release(&text);
}
END_TEST

/* A later talk that is not public hides what it makes out of date. */
START_TEST(what_readers_may_still_know)
{
	struct value *data = report(NAZORG "  stukken:\n"
	    "    - { soort: brief, brief: eerste, datum: 2020-01-20, kenmerk: "
	    "K1, publiceren: true, inhoud: { gemeente: { naam: Aa } } }\n"
	    "    - { soort: antwoord, datum: 2020-04-20, publiceren: true, "
	    "vastgelegd: { door: I, op: 2020-04-20 }, aanbevelingen: [{ id: "
	    "GM9921-2020-A2, status: in uitvoering, maatregel: Open, "
	    "gereed_op: 2020-05-01 }] }\n"
	    STUK("gesprek", "2020-05-20", "{ id: GM9921-2020-A2, "
	    "status: in uitvoering, gereed_op: 2020-09-01 }"));
	struct dossier *d = read(data);
	const struct value *stand, *told;

	dossier_show(arena, d, data, day("2020-06-01"));
	stand = value_find(value_find(data, "aanbevelingen")->items[1],
	    "stand");
	ck_assert_str_eq(value_text(value_find(stand, "maatregel")).s, "Open");
	ck_assert_int_eq(value_find(stand, "gereed_op")->kind, VALUE_NULL);
	ck_assert(value_is_true(value_find(stand, "loopt")));
	/* the reply can still be read */
	ck_assert(str_starts(value_text(value_find(stand, "stuk")), "stuk-"));
	told = value_path(data, "nazorg.openbaar");
	ck_assert_uint_eq(told->n, 2);
	ck_assert_str_eq(value_text(value_find(told->items[0], "html")).s,
	    "nazorgbrief.html");
	told = value_find(told->items[1], "aanbevelingen")->items[0];
	ck_assert_str_eq(value_text(value_find(told, "aanbeveling")).s, "2");
}
END_TEST

/* A measure lasts through answers that do not repeat it. */
START_TEST(what_still_holds)
{
	struct dossier *d = read(report(NAZORG "  stukken:\n"
	    STUK("antwoord", "2020-04-10", "{ id: GM9921-2020-A1, status: in "
	    "uitvoering, maatregel: Eerst, gereed_op: 2020-12-31 }")
	    STUK("antwoord", "2020-05-10", ANSWER("1", "gereed gemeld"))
	    STUK("antwoord", "2020-06-10", "{ id: GM9921-2020-A1, status: "
	    "gereed gemeld, maatregel: Later }")
	    STUK("controle", "2020-07-10", ANSWER("1", "vervallen"))));
	static const struct {
		const char *day, *measure, *planned;
	} cases[] = {
		{ "2020-04-09", "", "" },
		{ "2020-04-10", "Eerst", "2020-12-31" },
		{ "2020-06-09", "Eerst", "2020-12-31" },
		{ "2020-06-10", "Later", "2020-12-31" },
		{ "2020-07-10", "", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct recommendation *r = &d->recommendations[0];
		day_number today = day(cases[i].day);

		ck_assert_str_eq(value_text(recommendation_field(r,
		    "maatregel", today, false)).s, cases[i].measure);
		ck_assert_str_eq(value_text(recommendation_field(r,
		    "gereed_op", today, false)).s, cases[i].planned);
		ck_assert_ptr_null(recommendation_field(r, "maatregel",
		    today, true));
	}
}
END_TEST

/* What letters quote leads to the report, which lies beside them. */
START_TEST(quotes_lead_to_the_report)
{
	struct dossier *d = read(report(NAZORG "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    LETTER("2020-05-04", "herinnering")
	    LETTER("2020-06-04", "herinnering")
	    STUK("antwoord", "2020-06-10", ANSWER("2", "in uitvoering"))));
	struct standing s = dossier_standing(d, day("2020-07-01"));
	struct value *text = value_find(value_find(d->data,
	    "aanbevelingen")->items[0], "tekst"), *quoted;
	struct loc place = text->loc;
	struct buf before = BUF_INIT, after = BUF_INIT;

	text->kind = VALUE_MARKUP;
	value_dump(dossier_tree(arena, d, &s), &before);
	quoted = kept_quote(arena, (struct value *)d->data,
	    STR("index.html"));
	ck_assert_ptr_eq(quoted, d->data);	/* it has no links */
	text->text = STR("<p>Zie <a href=\"#bijlage\">de bijlage</a>.</p>");
	quoted = kept_quote(arena, (struct value *)d->data,
	    STR("index.html"));
	ck_assert_ptr_ne(quoted, d->data);
	dossier_replace_data(arena, d, quoted);
	text = value_find(d->recommendations[0].value, "tekst");
	ck_assert_str_eq(text->text.s,
	    "<p>Zie <a href=\"index.html#bijlage\">de bijlage</a>.</p>");
	ck_assert_uint_eq(text->loc.line, place.line);
	s = dossier_standing(d, day("2020-07-01"));
	value_dump(dossier_tree(arena, d, &s), &after);
	ck_assert_ptr_nonnull(strstr(after.s,
	    "nazorgbrief-herinnering-2.html"));
	ck_assert_uint_gt(after.n, before.n);
	buf_release(&before);
	buf_release(&after);
}
END_TEST

START_TEST(spans_of_being_late)
{
	const struct dossier *d = read(report(NAZORG "  verplaatst:\n"
	    "    - { naar: 2020-07-01, reden: R, op: 2020-05-05 }\n"
	    "  stukken:\n"
	    LETTER("2020-01-20", "eerste")
	    STUK("antwoord", "2020-07-10", ANSWER("1", "vervallen") ", "
	    ANSWER("2", "in uitvoering"))));
	struct dossier *list[] = { NULL, (struct dossier *)d, NULL };
	struct overviews all;
	struct timelines lines;
	struct value *tree;

	overviews_find(arena, list, 3, "2020-08-01", &all);
	ck_assert_uint_eq(all.n, 1);
	timelines_find(arena, &all.list[0], &lines);
	ck_assert_uint_eq(lines.n, 1);
	tree = nazorg_tree(arena, &all.list[0], &lines);
	ck_assert_str_eq(value_text(value_find(value_find(tree,
	    "gemeenten")->items[0], "dagen_te_laat")).s,
	    "2020-05-01/2020-05-05 2020-07-01/2020-07-10 2021-01-16/");
}
END_TEST

Suite *
nazorg_suite(void)
{
	Suite *s = suite_create("nazorg");
	TCase *c = tcase_create("nazorg");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, a_day_that_is_none);
	tcase_add_test(c, days_follow_each_other);
	tcase_add_test(c, a_year_later);
	tcase_add_test(c, every_recommendation_has_an_id);
	tcase_add_test(c, a_talk_a_year_later);
	tcase_add_test(c, the_whole_path);
	tcase_add_test(c, a_date_that_was_moved);
	tcase_add_test(c, two_replies_on_one_day);
	tcase_add_test(c, a_letter_that_was_late_itself);
	tcase_add_test(c, a_report_without_recommendations);
	tcase_add_test(c, weeks_before_the_talk);
	tcase_add_test(c, a_report_without_nazorg);
	tcase_add_test(c, which_day_it_is);
	tcase_add_test(c, what_readers_may_know);
	tcase_add_test(c, what_readers_may_still_know);
	tcase_add_test(c, what_still_holds);
	tcase_add_test(c, quotes_lead_to_the_report);
	tcase_add_test(c, spans_of_being_late);
	suite_add_tcase(s, c);
	return s;
}
