/* check_compare.c -- what is kept of reports, and the tables made of it */
#include <check.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/compare/compare.h"
#include "../gen/compare/parts.h"
#include "../gen/content/value/tree.h"
#include "../gen/content/schema/schema.h"
#include "../gen/content/read/yaml.h"
#include "../gen/web/json.h"
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

/* The same for all reports: three onderdelen, two indicators. */
static const char shared[] =
    "onderzoek:\n"
    "  titel: Proef\n"
    "  themas:\n"
    "    - id: een\n"
    "      titel: Thema een\n"
    "      onderdelen: [{ id: plan, titel: Plan }, { id: zicht, titel: Z }]\n"
    "    - { id: twee, titel: Thema twee, onderdelen: [{ id: delen }] }\n"
    "kader:\n"
    "  themas:\n"
    "    - thema: Kader\n"
    "      criteria:\n"
    "        - indicatoren: [{ nummer: 1, indicator: I }, "
    "{ nummer: 2, indicator: J }, { indicator: zonder }]\n";

/* A report at PATH (three folders) with the findings and more of yaml. */
static struct subject *
keep(const char *path, const char *yaml)
{
	struct str text = arena_printf(arena, "gemeente: { naam: \"%s\", "
	    "code: GM1 }\n%s%s", path, yaml, shared);
	struct place place = { .path = str_from(path), .depth = 3 };
	const struct source *src = source_from_text(arena, diag, path, text);
	struct value *data = yaml_parse(arena, diag, src);
	struct subject *subject;
	size_t at = 0, slash;

	ck_assert_ptr_nonnull(data);
	for (size_t i = 0; i < 3; i++) {
		slash = str_find(place.path, "/", at);
		if (slash == (size_t)-1)
			slash = place.path.n;
		place.parts[i] = arena_dup(arena,
		    str_slice(place.path, at, slash));
		at = slash + 1;
	}
	subject = subject_new(arena, &place, data);
	if (subject)
		subject->kader_file = STR("kader.yaml");
	return subject;
}

#define FINDING(onderdeel, oordeel, numbers, titel) \
	"  - { id: a, onderdeel: " onderdeel ", oordeel: " oordeel \
	", indicatoren: " numbers ", titel: \"" titel "\", tekst: Tekst. }\n"

static const char findings[] = "bevindingen:\n"
    FINDING("plan", "goed", "[1]", "=1+1")
    FINDING("zicht", "beter", "[1, 2]", "Zeg \\\"ja\\\"; nu");

static struct comparisons
compare(struct subject **subjects, size_t n)
{
	struct comparisons all;

	compare_find(arena, diag, subjects, n, &all);
	return all;
}

static struct comparison
compare_three(void)
{
	struct subject *subjects[] = {
		keep("o/a-verzonnen/x", arena_printf(arena,
		    "voorbeeld: true\n%s", findings).s),
		keep("o/noord/y", findings),
		keep("o/noord/z", findings),
	};
	struct comparisons all = compare(subjects, 3);

	ck_assert_uint_eq(all.n, 1);
	return all.list[0];
}

START_TEST(only_reports_with_findings_take_part)
{
	ck_assert_ptr_nonnull(keep("o/r/g", findings));
	ck_assert_ptr_null(keep("o/r/g", ""));
	ck_assert_ptr_null(keep("o/r/g", "bevindingen: []\n"));
	ck_assert_ptr_null(keep("o/r/g",
	    "bevindingen: [{ oordeel: goed }]\n"));
	ck_assert_ptr_null(keep("o/r/g", "bevindingen: veel\n"));
}
END_TEST

START_TEST(made_up_regions_come_last)
{
	struct comparison c = compare_three();

	ck_assert_uint_eq(c.n_areas, 2);
	ck_assert(str_is(c.areas[0].folder, "noord"));
	ck_assert_uint_eq(c.areas[0].to, 2);
	ck_assert(!c.areas[0].is_example);
	ck_assert(str_is(c.areas[1].folder, "a-verzonnen"));
	ck_assert(c.areas[1].is_example);
}
END_TEST

START_TEST(one_report_is_not_compared)
{
	struct subject *subjects[] = {
		keep("o/r/g", findings), NULL, keep("p/r/g", findings),
	};

	ck_assert_uint_eq(compare(subjects, 3).n, 0);
}
END_TEST

START_TEST(rows_of_onderdelen_and_indicators)
{
	struct comparison c = compare_three();
	const struct finding *second = &c.subjects[0]->findings[1];

	ck_assert_uint_eq(c.themes.n, 2);
	ck_assert_uint_eq(c.themes.list[0].n, 2);
	/* without a title it goes by that of its thema */
	ck_assert(str_is(c.themes.list[1].rows[0].title->text,
	    "Thema twee"));
	ck_assert_uint_eq(c.indicators.n, 1);
	ck_assert_uint_eq(c.indicators.list[0].n, 2);
	ck_assert(!row_has(&c.themes.list[0].rows[0], second));
	ck_assert(row_has(&c.themes.list[0].rows[1], second));
	ck_assert(row_has(&c.indicators.list[0].rows[0], second));
	ck_assert(row_has(&c.indicators.list[0].rows[1], second));
}
END_TEST

START_TEST(another_kader_is_refused)
{
	struct subject *subjects[] = {
		keep("o/noord/x", findings), keep("o/noord/y", findings),
		keep("o/oud/z", findings),
	};
	struct comparisons all;

	subjects[2]->kader_file = STR("oud");
	all = compare(subjects, 3);
	ck_assert_uint_eq(all.list[0].n, 2);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 1);
}
END_TEST

START_TEST(links_lead_back_to_the_report)
{
	struct place place = { .path = STR("o/r/g"), .depth = 3,
		.parts = { STR("o"), STR("r"), STR("g") } };
	struct str text = arena_printf(arena,
	    "gemeente: { naam: X, code: GM1 }\n%s%s", findings, shared);
	struct value *data = yaml_parse(arena, diag,
	    source_from_text(arena, diag, "x", text));
	struct value *body = value_find(value_find(data,
	    "bevindingen")->items[0], "tekst");

	body->kind = VALUE_MARKUP;
	body->text = STR("<p><a href=\"#kop\">kop</a></p>");
	body = subject_new(arena, &place, data)->findings[0].value;
	ck_assert_str_eq(value_find(body, "tekst")->text.s,
	    "<p><a href=\"../../o/r/g/index.html#kop\">kop</a></p>");
	/* it keeps its place */
	ck_assert_str_eq(value_find(body, "tekst")->loc.src->path, "x");
	ck_assert_str_eq(value_find(body, "html")->text.s,
	    "o/r/g/index.html#bevinding-a");
}
END_TEST

START_TEST(csv_is_quoted_and_harmless)
{
	struct comparison c = compare_three();
	struct buf b = BUF_INIT;
	size_t lines = 0;

	compare_findings_csv(arena, &c, &b);
	for (const char *s = b.s; (s = strstr(s, "\r\n")); s += 2)
		lines++;
	ck_assert_uint_eq(lines, 1 + 3 * 2);
	ck_assert(str_starts(buf_str(&b), "\xef\xbb\xbfonderzoek;regio;"));
	ck_assert_ptr_nonnull(strstr(b.s, ";\"'=1+1\";"));
	ck_assert_ptr_nonnull(strstr(b.s, ";\"Zeg \"\"ja\"\"; nu\";"));
	ck_assert_ptr_nonnull(strstr(b.s, ";\"1, 2\";"));
	ck_assert_ptr_nonnull(strstr(b.s, ";\"Thema een\";\"Plan\";\"goed\";"));
	buf_release(&b);
}
END_TEST

START_TEST(json_is_what_its_schema_says)
{
	struct comparison c = compare_three();
	struct schema *schema = schema_load(arena, diag,
	    "templates/vergelijking/gegevens.schema.yaml");
	struct buf b = BUF_INIT;
	struct value *read;

	ck_assert_ptr_nonnull(schema);
	json_value(compare_data(arena, &c), &b);
	read = yaml_parse(arena, diag, source_from_text(arena, diag, "json",
	    buf_str(&b)));
	ck_assert_ptr_nonnull(read);
	ck_assert(schema_check(schema, arena, diag, read));
	ck_assert_uint_eq(value_find(read, "gemeenten")->n, 3);
	buf_release(&b);
}
END_TEST

static const struct view *
find_page(const struct pages *pages, const char *path)
{
	const struct page *page = page_find(pages, str_from(path));

	ck_assert_msg(page, "no %s", path);
	return page->of;
}

START_TEST(counts_of_a_region)
{
	struct comparison c = compare_three();
	const struct value *themas, *again;
	struct pages pages = { 0 };
	const struct view *page;
	struct value *tree;

	compare_pages(arena, &c, NULL, &pages);
	page = find_page(&pages, "o/vergelijking/profiel-noord.html");
	tree = page->tree(arena, page);
	themas = value_find(tree, "themas");
	ck_assert_uint_eq(value_find(themas->items[0], "goed")->number, 2);
	ck_assert_uint_eq(value_find(themas->items[0], "beter")->number, 2);
	ck_assert_uint_eq(value_find(themas->items[1], "samen")->number, 0);
	ck_assert(!value_find(tree, "heeft_voorbeelden")->truth);
	again = value_find(tree, "terugkerend");
	ck_assert_uint_eq(again->n, 2);
	/* of indicator 2 only what can be better comes back */
	ck_assert(!value_find(again->items[1], "goed_keert_terug")->truth);
	ck_assert_uint_eq(value_find(again->items[1],
	    "beter_gemeenten")->number, 2);
}
END_TEST

START_TEST(regions_on_one_onderdeel)
{
	struct comparison c = compare_three();
	const struct value *regios, *themas;
	struct pages pages = { 0 };
	const struct view *page;
	struct value *tree;

	compare_pages(arena, &c, NULL, &pages);
	page = find_page(&pages, "o/vergelijking/onderdeel-zicht.html");
	tree = page->tree(arena, page);
	regios = value_find(tree, "regios");
	ck_assert_uint_eq(regios->n, 2);
	ck_assert_uint_eq(value_find(regios->items[0], "goed")->number, 0);
	ck_assert_uint_eq(value_find(regios->items[0], "beter")->number, 2);
	ck_assert_uint_eq(value_find(regios->items[1], "beter")->number, 1);
	ck_assert(value_find(regios->items[1], "voorbeeld")->truth);
	/* and that onderdeel only */
	themas = value_find(tree, "themas");
	ck_assert_uint_eq(themas->n, 1);
	ck_assert_uint_eq(value_find(themas->items[0], "onderdelen")->n, 1);
}
END_TEST

START_TEST(pages_say_what_is_made_up)
{
	static const struct {
		const char *name;
		bool some, all;
	} expected[] = {
		{ "rug", true, false }, { "onderdeel-plan", true, false },
		{ "profiel-noord", false, false },
		{ "profiel-a-verzonnen", true, true },
		{ "naast-noord--a-verzonnen", true, false },
	};
	struct comparison c = compare_three();
	struct pages pages = { 0 };
	const struct view *page;
	struct value *tree;

	compare_pages(arena, &c, NULL, &pages);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		page = find_page(&pages, arena_printf(arena,
		    "o/vergelijking/%s.html", expected[i].name).s);
		tree = page->tree(arena, page);
		ck_assert(value_find(tree, "heeft_voorbeelden")->truth ==
		    expected[i].some);
		ck_assert(value_find(tree, "alles_verzonnen")->truth ==
		    expected[i].all);
	}
}
END_TEST

START_TEST(what_is_made_up_is_not_on_the_map)
{
	struct comparison c = compare_three();
	struct pages pages = { 0 };
	const struct view *page;
	const struct value *apart;
	struct value *tree;

	/* all three have this code */
	c.tiles = yaml_parse(arena, diag, source_from_text(arena, diag, "t",
	    STR("tegels: [{ code: GM1, kolom: 1, rij: 1 }, "
	    "{ code: GM2, kolom: 2, rij: 1 }]")));
	c.colors = value_new(arena, VALUE_MAP, (struct loc){ 0 });
	compare_pages(arena, &c, NULL, &pages);
	page = find_page(&pages, "o/vergelijking/kaart.svg");
	tree = page->tree(arena, page);
	ck_assert_str_eq(value_find(value_find(tree, "tegels")->items[0],
	    "nummer")->text.s, "1");
	apart = value_find(tree, "apart");
	ck_assert_uint_eq(apart->n, 2);
	ck_assert(!value_find(apart->items[0], "verzonnen")->truth);
	ck_assert(value_find(apart->items[1], "verzonnen")->truth);
	ck_assert_str_eq(value_find(value_find(apart->items[1],
	    "tegels")->items[0], "nummer")->text.s, "3");
}
END_TEST

START_TEST(advices_carry_their_standing)
{
	struct subject *s = keep("o/r/g", arena_printf(arena,
	    "%saanbevelingen:\n"
	    "  - { tekst: Een, themas: [een], id: A1, stand: { id: A1, "
	    "status: gereed, teken: vink, klasse: klaar } }\n"
	    "  - { tekst: Twee, themas: [een] }\n", findings).s);
	const struct value *one = s->advices[0].value;
	const struct value *two = s->advices[1].value;
	struct subject *subjects[] = { s, keep("o/r/h", findings) };
	struct comparisons all = compare(subjects, 2);
	struct buf b = BUF_INIT;

	ck_assert_str_eq(value_find(one, "kenmerk")->text.s, "A1");
	ck_assert_str_eq(value_path(one, "stand.klasse")->text.s, "klaar");
	ck_assert_str_eq(value_find(two, "kenmerk")->text.s, "");
	ck_assert_int_eq(value_find(two, "stand")->kind, VALUE_NULL);
	compare_advices_csv(arena, &all.list[0], &b);
	ck_assert_ptr_nonnull(strstr(b.s, ";nummer;kenmerk;status;themas;"));
	ck_assert_ptr_nonnull(strstr(b.s, ";\"1\";\"A1\";\"gereed\";"));
	ck_assert_ptr_nonnull(strstr(b.s, ";\"2\";\"\";\"\";"));
	buf_release(&b);
}
END_TEST

START_TEST(empty_cells_say_so)
{
	struct comparison c = compare_three();
	struct pages pages = { 0 };
	const struct view *page;
	const struct value *parts, *cell;

	compare_pages(arena, &c, NULL, &pages);
	page = find_page(&pages,
	    "o/vergelijking/naast-noord--a-verzonnen.html");
	parts = value_path(page->tree(arena, page), "themas");
	parts = value_find(parts->items[1], "onderdelen");
	parts = value_find(parts->items[0], "bladen");
	ck_assert_uint_eq(parts->n, 1);
	cell = value_find(parts->items[0], "cellen")->items[0];
	ck_assert(value_find(cell, "leeg")->truth);
}
END_TEST

START_TEST(wide_tables_are_cut)
{
	struct columns *list;

	ck_assert_uint_eq(cut_sheets(arena, 8, 8, &list), 1);
	ck_assert_str_eq(list[0].media, "");
	ck_assert_uint_eq(cut_sheets(arena, 9, 8, &list), 3);
	ck_assert_str_eq(list[0].media, "web");
	ck_assert_uint_eq(list[0].to, 9);
	ck_assert_uint_eq(list[1].to, 4);
	ck_assert_uint_eq(list[2].from, 4);
	ck_assert_uint_eq(list[2].to, 9);
}
END_TEST

START_TEST(plain_text_of_markup)
{
	struct value *v = value_string(arena, (struct loc){ 0 },
	    STR("<p>A &amp; b<ts-noot key=\"k\"><p>noot</p></ts-noot>.</p>\n"
	    "<ul><li>&#233;en</li></ul> <b>c</b>&kapot; &lt"));

	v->kind = VALUE_MARKUP;
	ck_assert_str_eq(tree_plain(arena, v).s,
	    "A & b. \xc3\xa9" "en c&kapot; &lt");
	ck_assert_str_eq(tree_inline(arena, v)->text.s,
	    "A &amp; b. &#233;en c&kapot; &lt");
	v->text = STR("x<ts-noot");
	ck_assert_str_eq(tree_plain(arena, v).s, "x");
}
END_TEST

Suite *
compare_suite(void)
{
	Suite *s = suite_create("compare");
	TCase *c = tcase_create("compare");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, only_reports_with_findings_take_part);
	tcase_add_test(c, made_up_regions_come_last);
	tcase_add_test(c, one_report_is_not_compared);
	tcase_add_test(c, rows_of_onderdelen_and_indicators);
	tcase_add_test(c, another_kader_is_refused);
	tcase_add_test(c, links_lead_back_to_the_report);
	tcase_add_test(c, csv_is_quoted_and_harmless);
	tcase_add_test(c, json_is_what_its_schema_says);
	tcase_add_test(c, counts_of_a_region);
	tcase_add_test(c, regions_on_one_onderdeel);
	tcase_add_test(c, pages_say_what_is_made_up);
	tcase_add_test(c, what_is_made_up_is_not_on_the_map);
	tcase_add_test(c, advices_carry_their_standing);
	tcase_add_test(c, empty_cells_say_so);
	tcase_add_test(c, wide_tables_are_cut);
	tcase_add_test(c, plain_text_of_markup);
	suite_add_tcase(s, c);
	return s;
}
