/*
 * check_sitemap.c -- settings and pages of the website, metadata of documents,
 * the sitemap of the Woo.  What the program writes is checked by the XSDs of
 * DiWoo where they are: in ../shared/domein/diwoo-0.9.8 or DIWOO_XSD.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/diag.h"
#include "../gen/base/outputs.h"
#include "../gen/content/value/facets.h"
#include "../gen/content/read/yaml.h"
#include "../gen/site/index_pages.h"
#include "../gen/site/site.h"
#include "../gen/meta/metadata.h"
#include "../gen/meta/sitemap.h"
#include "../gen/web/web.h"
#include "document_fixture.h"
#include "suites.h"
#include "temp.h"

/* --- metadata of values in memory --- */

static struct value *
parse(const char *yaml)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "t.yaml", str_from(yaml));
	struct value *v = yaml_parse(fixture_arena, fixture_diag, src);

	ck_assert_msg(v, "%s", fixture_messages());
	return v;
}

/* Data as the stages before have made it: days have their facets. */
static struct value *
parse_report(const char *yaml)
{
	static const char *const days[] = { "publicatie.vaststelling",
		"publicatie.gewijzigd", "publicatie.ingetrokken.datum",
		"nazorg.vaststelling" };
	struct value *data = parse(yaml), *day;

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		day = value_path(data, days[i]);
		if (day)
			ck_assert_int_eq(facets_date(fixture_arena, day),
			    DATE_OK);
	}
	return data;
}

/* A schema that is only this. */
static struct schema *
schema_at(const char *yaml)
{
	char path[TEMP_PATH];
	FILE *f;
	struct schema *schema;

	temp_file(path, ".yaml");
	f = fopen(path, "w");
	fputs(yaml, f);
	fclose(f);
	schema = schema_load(fixture_arena, fixture_diag, path);
	ck_assert_ptr_nonnull(schema);
	return schema;
}

static const char site[] = "adres: https://www.example.nl\n"
    "uitgever: { naam: Inspectie A & B, uri: 'https://x.nl/oorg1' }\n";

static struct value *
metadata(const char *report)
{
	return metadata_new(fixture_arena, parse_report(report), parse(site),
	    STR("o/r/g"));
}

static void
assert_text(const struct value *m, const char *path, const char *expected)
{
	ck_assert_str_eq(arena_dup(fixture_arena, value_text_at(m, path)).s,
	    expected);
}

START_TEST(categories_have_defaults)
{
	const struct value *m = metadata("soort: x");

	assert_text(m, "categorie.naam", "onderzoeksrapporten");
	assert_text(m, "categorie.uri",
	    "https://identifier.overheid.nl/tooi/def/thes/kern/c_fdaee95e");
	assert_text(m, "documentsoort.naam", "inspectierapport");
	m = metadata("publicatie: { documentsoort: rapport, "
	    "informatiecategorie: inspanningsverplichting art 3.1 Woo }");
	assert_text(m, "categorie.uri",
	    "https://identifier.overheid.nl/tooi/def/thes/kern/c_816e508d");
	assert_text(m, "documentsoort.uri",
	    "https://identifier.overheid.nl/tooi/def/thes/kern/c_3300f29a");
}
END_TEST

START_TEST(gemeente_has_its_uri_if_it_exists)
{
	const struct value *m =
	    metadata("gemeente: { naam: Leeuwarden, code: GM0080 }");

	assert_text(m, "gebied.naam", "gemeente Leeuwarden");
	assert_text(m, "gebied.uri",
	    "https://identifier.overheid.nl/tooi/id/gemeente/gm0080");
	m = metadata("gemeente: { naam: Verzinsel, code: GM9901 }");
	assert_text(m, "gebied.naam", "gemeente Verzinsel");
	assert_text(m, "gebied.uri", "");
	m = metadata("regio: { naam: Flevoland }");
	assert_text(m, "gebied.naam", "regio Flevoland");
	assert_text(m, "gebied.uri", "");
}
END_TEST

START_TEST(changed_on_the_last_of_its_days)
{
	assert_text(metadata("publicatie: { vaststelling: '2020-01-31' }"),
	    "gewijzigd", "2020-01-31");
	assert_text(metadata("publicatie: { vaststelling: '2020-01-31', "
	    "gewijzigd: '2020-03-01' }"), "gewijzigd", "2020-03-01");
	assert_text(metadata("publicatie: { vaststelling: '2020-01-31', "
	    "gewijzigd: '2020-03-01', ingetrokken: { datum: '2020-02-01', "
	    "reden: correctie procedurele fout } }"), "gewijzigd",
	    "2020-03-01");
	assert_text(metadata("nazorg: { vaststelling: '2020-01-30' }"),
	    "vaststelling", "2020-01-30");
	assert_text(metadata("publicatie: { vaststelling: '2020-01-31' }\n"
	    "nazorg: { vaststelling: '2020-01-31' }"), "vaststelling",
	    "2020-01-31");
	assert_text(metadata("soort: x"), "gewijzigd", "");
}
END_TEST

START_TEST(description_is_plain_text)
{
	assert_text(metadata("onderzoek: { omschrijving: \"<p>A &amp; <em>b"
	    "</em>\\n&lt;c&gt;.<ts-noot key='1'><p>Noot</p></ts-noot></p>\" }"),
	    "omschrijving", "A & b <c>.");
	assert_text(metadata("onderzoek: { omschrijving: '<p>Open <em' }"),
	    "omschrijving", "Open");
}
END_TEST

START_TEST(keywords_end_with_the_area)
{
	const struct value *m = metadata("onderzoek: { trefwoorden: [a, b] }\n"
	    "gemeente: { naam: X, code: GM0001 }");

	ck_assert_str_eq(metadata_keywords(m, fixture_arena).s,
	    "a, b, gemeente X");
}
END_TEST

START_TEST(linked_data_cannot_leave_its_script)
{
	struct document *document = fixture_parse("<html lang=\"nl\"><head>"
	    "<title>A &lt;/script&gt; \"b\" \\c</title>"
	    "<script type=\"application/ld+json\"></script>"
	    "<script src=\"x.js\"></script></head><body></body></html>");
	struct value *m = metadata("publicatie: { kenmerk: '<!--' }");
	struct buf out = BUF_INIT;

	metadata_set_title(fixture_arena, m, document->title);
	metadata_place(fixture_arena, m, document);
	html_write(document->root, &out);
	fixture_contains(out.s,
	    "\"name\":\"A \\u003c/script> \\\"b\\\" \\\\c\"");
	fixture_contains(out.s, "\"reportNumber\":\"\\u003c!--\"");
	fixture_contains(out.s, "<script src=x.js></script>");
	buf_release(&out);
}
END_TEST

/* --- sitemap --- */

START_TEST(sitemap_takes_what_is_adopted)
{
	ck_assert(sitemap_takes(metadata(
	    "publicatie: { vaststelling: '2020-01-31' }")));
	ck_assert(!sitemap_takes(metadata("datum: '2020-01-31'")));
	ck_assert(!sitemap_takes(metadata("voorbeeld: true\n"
	    "publicatie: { vaststelling: '2020-01-31' }")));
	ck_assert(!sitemap_takes(metadata_new(fixture_arena, parse_report(
	    "publicatie: { vaststelling: '2020-01-31' }"), parse("{}"),
	    STR("o"))));
}
END_TEST

START_TEST(a_document_is_a_page_and_a_pdf)
{
	struct value *m = metadata("publicatie: { kenmerk: 'A<1>', "
	    "vaststelling: '2020-01-31', ingetrokken: { datum: '2021-02-03', "
	    "reden: correctie procedurele fout } }");
	struct buf out = BUF_INIT;

	value_set(fixture_arena, m, STR("titel"), (struct loc){ 0 },
	    value_string(fixture_arena, (struct loc){ 0 }, STR("T & \"t\"")));
	sitemap_document(m, &out);
	fixture_contains(out.s, "<url>\n<loc>https://www.example.nl/o/r/g/"
	    "index.html</loc>\n<lastmod>2021-02-03</lastmod>\n");
	fixture_contains(out.s, "<url>\n<loc>https://www.example.nl/o/r/g/"
	    "rapport.pdf</loc>\n<lastmod>2021-02-03</lastmod>\n");
	fixture_contains(out.s, "file-type/PDF\">PDF<");
	fixture_contains(out.s, "<diwoo:identifier>A&lt;1&gt;<");
	fixture_contains(out.s,
	    "<diwoo:officieleTitel>T &amp; &quot;t&quot;<");
	fixture_contains(out.s, "<diwoo:atTime>2020-01-31T00:00:00<");
	fixture_contains(out.s, "<diwoo:wasAssociatedWith "
	    "resource=\"https://x.nl/oorg1\">Inspectie A &amp; B<");
	fixture_contains(out.s, "c_c77c86e0\">correctie procedurele fout</"
	    "diwoo:redenVerwijderingVervanging>");
	buf_release(&out);
}
END_TEST

/* A run of n reports that are made. */
static struct run
made_run(const struct options *options, size_t n)
{
	struct run run = { .options = options, .arena = fixture_arena,
		.diag = fixture_diag, .n = n,
		.outputs = outputs_new(options->out) };
	struct value *adopted = metadata(
	    "publicatie: { vaststelling: '2020-01-31' }");

	run.tools.settings = parse(site);
	run.reports = arena_array(fixture_arena, n, sizeof *run.reports);
	for (size_t i = 0; i < n; i++)
		run.reports[i] = (struct report){ .is_made = true,
			.metadata = adopted };
	return run;
}

/* What a command prints; it must succeed. */
static const char *
ask(const char *format, const char *folder)
{
	struct buf command = BUF_INIT, answer = BUF_INIT;
	char chunk[4096];
	const char *result;
	size_t n;
	FILE *f;

	buf_addf(&command, "cd %s && %s", folder, format);
	f = popen(command.s, "r");
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(&answer, (struct str){ chunk, n });
	buf_adds(&answer, "");
	ck_assert_msg(pclose(f) == 0, "%s: %s", command.s, answer.s);
	result = arena_cstr(fixture_arena, buf_str(&answer));
	buf_release(&command);
	buf_release(&answer);
	return result;
}

static char folder[TEMP_PATH];

static void
make_folder(void)
{
	fixture_setup();
	temp_folder(folder);
}

static void
remove_folder(void)
{
	fixture_teardown();
}

START_TEST(many_documents_take_more_sitemaps)
{
	struct options options = { .content = "content", .out = folder };
	struct run run = made_run(&options, 2 * SITEMAP_MAX_DOCUMENTS + 1);

	run.reports[3].metadata = metadata("publicatie: { "
	    "vaststelling: '2020-01-31', "
	    "informatiecategorie: inspanningsverplichting art 3.1 Woo }");
	site_maps(&run);
	outputs_free(run.outputs);
	ck_assert_str_eq(fixture_messages(), "");
	ck_assert_str_eq(ask("grep -c '<url>' *.xml", folder),
	    "sitemap-diwoo-1.xml:2\n"
	    "sitemap-diwoo-infocat015-1.xml:10000\n"
	    "sitemap-diwoo-infocat015-2.xml:10000\n"
	    "sitemapindex-diwoo-infocat015.xml:0\n"
	    "sitemapindex-diwoo.xml:0\n");
}
END_TEST

START_TEST(a_fault_leaves_the_sitemap_as_it_was)
{
	struct options options = { .content = "content", .out = folder };
	struct run run = made_run(&options, 2);

	run.reports[1].is_made = false;
	site_maps(&run);
	outputs_free(run.outputs);
	ck_assert_str_eq(ask("ls", folder), "");
}
END_TEST

/* --- a website, as the program makes it --- */

static const char website[] =
    "cp -r \"$OLDPWD\"/templates \"$OLDPWD\"/assets "
    "\"$OLDPWD\"/tests/golden/faults/base/content . &&"
    "{ echo 'adres: https://www.example.nl/rapporten';"
    "  sed 's/^adres:.*//' \"$OLDPWD\"/content/site.yaml; } "
    "  >content/site.yaml &&"
    "cd content/proef/noord && i=1 && for g in stad vlek buurt; do"
    "  cp -r dorp $g; i=$((i + 1));"
    "  sed -i s/GM9901/GM990$i/ $g/rapport.yaml; done &&"
    "cd - >/dev/null && add() {"
    "  cat >>content/proef/noord/$1/rapport.yaml; } &&"
    "{ echo 'publicatie:'; echo '  vaststelling: 2020-01-31';"
    "  echo '  kenmerk: A&B<1>'; } | add dorp &&"
    "{ echo 'publicatie:'; echo '  vaststelling: 2020-02-29';"
    "  echo '  ingetrokken:'; echo '    datum: 2021-03-04';"
    "  echo '    reden: correctie privacygevoelige gegevens'; } | add stad &&"
    "{ echo 'voorbeeld: true'; echo 'publicatie:';"
    "  echo '  vaststelling: 2020-02-29'; } | add vlek &&";

/* Commands behind the making of the website; the program is $TOETSSTEEN. */
static const char *
with_website(const char *commands)
{
	const char *program = getenv("TOETSSTEEN");
	struct buf all = BUF_INIT;
	const char *result;
	char *path = realpath(program ? program : "gen/build/toetssteen",
	    NULL);

	ck_assert_ptr_nonnull(path);
	setenv("PROGRAM", path, 1);
	free(path);
	buf_addf(&all, "%s { \"$PROGRAM\" build >log 2>&1 || { cat log; "
	    "false; }; } && %s", website, commands);
	result = ask(all.s, folder);
	buf_release(&all);
	return result;
}

START_TEST(robots_leads_to_every_file)
{
	const char *text = with_website("cd out && cat robots.txt "
	    "sitemapindex-diwoo-infocat015.xml && for file in $(grep -ho "
	    "'<loc>[^<]*' sitemap-*.xml | sed 's#.*/rapporten/##'); do"
	    " ls $file; done");

	ck_assert_str_eq(text, "User-agent: *\nAllow: /\n"
	    "Sitemap: https://www.example.nl/rapporten/"
	    "sitemapindex-diwoo-infocat015.xml\n"
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/"
	    "0.9\">\n<sitemap>\n<loc>https://www.example.nl/rapporten/"
	    "sitemap-diwoo-infocat015-1.xml</loc>\n"
	    "<lastmod>2021-03-04</lastmod>\n</sitemap>\n</sitemapindex>\n"
	    "proef/noord/dorp/index.html\nproef/noord/dorp/rapport.pdf\n"
	    "proef/noord/stad/index.html\nproef/noord/stad/rapport.pdf\n");
}
END_TEST

START_TEST(withdrawn_text_is_nowhere)
{
	/* "spreekuur" stands in every report that can be read */
	ck_assert_str_eq(with_website("cd out/proef/noord && "
	    "pdftotext stad/rapport.pdf stad/rapport.txt && "
	    "pdftotext dorp/rapport.pdf dorp/rapport.txt && "
	    "grep -rlE 'spreekuur' dorp stad --include=*.html "
	    "--include=*.txt --include=*.json | sort"),
	    "dorp/index.html\ndorp/rapport.json\ndorp/rapport.txt\n");
}
END_TEST

START_TEST(pdf_and_page_tell_the_same)
{
	const char *pdf = with_website("cd out/proef/noord/dorp && "
	    "pdfinfo -meta rapport.pdf && cat index.html");

	fixture_contains(pdf, "<dc:identifier>A&amp;B&lt;1&gt;<");
	fixture_contains(pdf, "DCTERMS.identifier content=\"A&amp;B&lt;1");
	fixture_contains(pdf, "<dc:date><rdf:Seq><rdf:li>2020-01-31<");
	fixture_contains(pdf, "DCTERMS.dateAccepted content=2020-01-31>");
	fixture_contains(pdf, "<dc:publisher><rdf:Bag><rdf:li>Inspectie "
	    "Gezondheidszorg en Jeugd<");
	fixture_contains(pdf, "DCTERMS.publisher content=\"Inspectie "
	    "Gezondheidszorg en Jeugd\"");
	fixture_contains(pdf, "<dc:type><rdf:Bag><rdf:li>inspectierapport<");
	fixture_contains(pdf, "DCTERMS.type content=inspectierapport>");
	fixture_contains(pdf, "<dc:title><rdf:Alt><rdf:li xml:lang="
	    "\"x-default\">Een proef – gemeente Dorp<");
	fixture_contains(pdf, "\"name\":\"Een proef – gemeente Dorp\"");
	fixture_contains(pdf, "Vastgesteld op <time datetime=2020-01-31>");
}
END_TEST

START_TEST(every_page_leads_to_the_statement)
{
	ck_assert_str_eq(with_website("for page in $(find out -name '*.html'); "
	    "do link=$(grep -o '[./]*toegankelijkheid.html' $page) && "
	    "test -f $(dirname $page)/$link || echo $page; done"), "");
}
END_TEST

/* The folder with the XSDs (free it), or NULL after telling that it is not. */
static char *
xsd_folder(void)
{
	const char *path = getenv("DIWOO_XSD");

	if (!path)
		path = "../shared/domein/diwoo-0.9.8";
	if (!access(path, R_OK))
		return realpath(path, NULL);
	fprintf(stderr, "skipped: no XSDs of DiWoo in %s; DIWOO_XSD may name "
	    "another folder\n", path);
	return NULL;
}

/* The schema of MDTO is on the internet; the stub takes its place. */
START_TEST(sitemaps_are_valid)
{
	char *xsd = xsd_folder();
	struct buf command = BUF_INIT;

	if (!xsd)
		return;
	setenv("XSD", xsd, 1);
	free(xsd);
	buf_adds(&command, "cd out && cp \"$XSD\"/*.xsd . && sed -i "
	    "'s#https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd#"
	    "mdto-stub.xsd#' diwoo-metadata.xsd && xmllint --noout --nonet "
	    "--schema sitemap-stub.xsd sitemap*.xml 2>&1");
	ck_assert_str_eq(with_website(command.s),
	    "sitemap-diwoo-infocat015-1.xml validates\n"
	    "sitemapindex-diwoo-infocat015.xml validates\n");
	buf_release(&command);
}
END_TEST

START_TEST(a_page_has_a_plain_address)
{
	const struct place place = { .path = STR("o/r"), .depth = 2,
		.parts = { STR("o"), STR("r") } };
	struct kind kind = { .schema = schema_at("title: Verslag\n") };
	struct report report = { .is_made = true, .place = &place,
		.kind = &kind, .data = parse("regio: { naam: R }"),
		.parts = parse("- { gemeente: Súdwest-Fryslân, id: a }\n"
		    "- { gemeente: \"'s-Hertogenbosch\", id: b }\n") };
	struct run run = { .arena = fixture_arena, .reports = &report,
		.n = 1 };
	const bool compared[] = { false };
	struct str all = STR("");
	struct pages pages = { 0 };

	index_pages(&run, NULL, compared, &pages);
	for (size_t i = 0; i < pages.n; i++)
		all = arena_printf(fixture_arena, "%s%s\n", all.s,
		    pages.list[i].address.s);
	ck_assert_str_eq(all.s, "index.html\n"
	    "o/r/regio.html\n"
	    "o/r/sudwest-fryslan/index.html\n"
	    "o/r/s-hertogenbosch/index.html\n"
	    "toegankelijkheid.html\n");
}
END_TEST

Suite *
sitemap_suite(void)
{
	Suite *s = suite_create("sitemap");
	TCase *parts = tcase_create("parts"), *whole = tcase_create("whole");

	tcase_add_checked_fixture(parts, fixture_setup, fixture_teardown);
	tcase_add_test(parts, categories_have_defaults);
	tcase_add_test(parts, gemeente_has_its_uri_if_it_exists);
	tcase_add_test(parts, changed_on_the_last_of_its_days);
	tcase_add_test(parts, description_is_plain_text);
	tcase_add_test(parts, keywords_end_with_the_area);
	tcase_add_test(parts, linked_data_cannot_leave_its_script);
	tcase_add_test(parts, sitemap_takes_what_is_adopted);
	tcase_add_test(parts, a_document_is_a_page_and_a_pdf);
	tcase_add_test(parts, a_page_has_a_plain_address);
	suite_add_tcase(s, parts);
	tcase_add_checked_fixture(whole, make_folder, remove_folder);
	tcase_add_test(whole, many_documents_take_more_sitemaps);
	tcase_add_test(whole, a_fault_leaves_the_sitemap_as_it_was);
	tcase_add_test(whole, robots_leads_to_every_file);
	tcase_add_test(whole, withdrawn_text_is_nowhere);
	tcase_add_test(whole, pdf_and_page_tell_the_same);
	tcase_add_test(whole, every_page_leads_to_the_statement);
	tcase_add_test(whole, sitemaps_are_valid);
	suite_add_tcase(s, whole);
	return s;
}
