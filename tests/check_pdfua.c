/* check_pdfua.c -- what validators of PDF/UA do not see in our PDFs */
#include <check.h>
#include <string.h>

#include "site_fixture.h"
#include "suites.h"

#define READ "node tests/pdfua/main.mjs %1$s"

static char *site;	/* a folder with all of it, for all tests */

static void
open_site(void)
{
	site = site_build();
}

static void
close_site(void)
{
	site_remove(site);
}

START_TEST(every_pdf_is_right)
{
	struct buf findings = BUF_INIT;
	int status = site_ask(READ, site, &findings);

	ck_assert_msg(status == 0, "\n%.3000s", buf_str(&findings).s);
	buf_release(&findings);
}
END_TEST

/* A document with all at once that is hard to typeset, see there. */
START_TEST(torture_is_right)
{
	char *folder = site_folder();
	struct buf findings = BUF_INIT;
	int status = site_ask("sh tests/torture.sh %1$s && "
	    "\"${TOETSSTEEN:-gen/build/toetssteen}\" build "
	    "--assets %1$s/assets "
	    "--content %1$s/content --templates %1$s/templates "
	    "--out %1$s/out 2>/dev/null && " READ "/out", folder, &findings);

	site_remove(folder);
	ck_assert_msg(status == 0, "\n%.3000s", buf_str(&findings).s);
	buf_release(&findings);
}
END_TEST

/* Read a sound PDF and its page back after sed has changed them. */
static void
assert_finding(const char *change, const char *page_change,
    const char *finding)
{
	char *folder = site_folder();
	struct buf command = BUF_INIT, findings = BUF_INIT;

	buf_addf(&command, "(cd %s/lokaal-netwerk/friesland/leeuwarden && "
	    "qpdf --qdf --object-streams=disable rapport.pdf - | "
	    "LC_ALL=C sed '%s' >%%1$s/a.pdf; sed '%s' index.html "
	    ">%%1$s/a.html); ", site, change, page_change);
	buf_adds(&command, READ " 2>/dev/null");
	ck_assert_int_ne(site_ask(command.s, folder, &findings), 0);
	site_remove(folder);
	ck_assert_msg(strstr(buf_str(&findings).s, finding),
	    "«%s%s» gives\n%.1000s", change, page_change, findings.s);
	buf_release(&command);
	buf_release(&findings);
}

/* One thing is changed, as long as it was. */
static const struct {
	const char *change;
	const char *finding;
} faults[] = {
	{ "s|/Scope /Column|/Scope /Kolumn|", "head of nothing" },
	{ "s|/Scope /|/Skope /|", "has no head" },
	{ "s|/H2 << /MCID|/H3 << /MCID|", "is H3, not H2" },
	{ "s|/S /H3|/S /H6|", "H6 after H2" },
	{ "s|/Artifact <<|/Brtifact <<|", "neither content nor artifact" },
	{ "s|/Contents (|/Bontents (|", "Contents is empty" },
	{ "s|/F 4|/F 0|", "does not print" },
	{ "s|/StructParent |/StructParemt |", "parent tree: link" },
	{ "s|/StructParents [0-9]|/StructParents 9|", "parent tree: " },
	{ "s|/XYZ|/XYY|", "goes nowhere" },
	{ "s|x-default\">Het|x-default\">Dat|", "has another title" },
	{ "s|/IDTree|/IDBoom|", "tree of IDs" },
	{ "s|/ToUnicode|/ToVnicode|", "has no ToUnicode" },
	{ "s|pdfaid:part>2|pdfaid:part>3|", "does not say that it is" },
	{ "s|/Marked true|/Marked null|", "is not marked" },
	{ "s|/GTS_PDFA1|/GTS_PDFX1|", "no colour profile" },
	{ "s|/Lang (nl|/Lang (n1|", "has no language" },
	{ "s|/Tabs /S|/Tabs /R|", "another order of tabs" },
	{ "s|/S /LBody|/S /LBodi|", "unknown type" },
	{ "s|/S /LI\\b|/S /P |", "P in L" },
	{ "s|/S /Document|/S /Part    |", "not one Document" },
	{ "s|/Subtype /Link|/Subtype /Text|", "has the annotation /Text" },
	{ "s|/Tabs /S|/AA true|", "has /AA (6.5.2)" },
	{ "s|/Identity-H|/Identity-V|", "is not Identity-H" },
	{ "s|CreatorTool>T|CreatorTool>G|", "but xmp:CreatorTool Goetssteen" },
	{ "s|ModifyDate>20|ModifyDate>30|", "but xmp:ModifyDate 30" },
	{ "s|W5M0|X5M0|", "has no packet of XMP" },
	{ "s|prefix>pdfuaid|prefix>pdfuaie|", "does not describe pdfuaid" },
	{ "1s|%PDF-1.7|%PDF-2.7|", "begins with \"%PDF-2.7" },
};

START_TEST(faults_are_found)
{
	assert_finding(faults[_i].change, "", faults[_i].finding);
}
END_TEST

START_TEST(other_words_are_found)
{
	assert_finding("", "s|>Inleiding<|>Uitleiding<|",
	    "in another order: Uitleiding");
	assert_finding("", "s|</td>|Cel</td>|", "in another order: ");
	assert_finding("", "s|id=noot-2|& |; s|<li id=noot|<li>Noot</li>&|",
	    "in another order: Noot");
}
END_TEST

Suite *
pdfua_suite(void)
{
	Suite *s = suite_create("pdfua");
	TCase *c = tcase_create("pdfua");

	tcase_add_unchecked_fixture(c, open_site, close_site);
	tcase_add_test(c, every_pdf_is_right);
	tcase_add_test(c, torture_is_right);
	tcase_add_test(c, other_words_are_found);
	tcase_add_loop_test(c, faults_are_found, 0,
	    sizeof faults / sizeof *faults);
	suite_add_tcase(s, c);
	return s;
}
