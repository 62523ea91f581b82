/* check_addresses.c -- links of a PDF that leaves the website */
#include <check.h>

#include "../gen/base/diag.h"
#include "../gen/web/addresses.h"
#include "suites.h"

static const struct {
	const char *href, *complete;
} links[] = {
	{ "rug.html", "https://w.nl/o/v/rug.html" },
	{ "./rug.html#a", "https://w.nl/o/v/rug.html#a" },
	{ "../../r/g/index.html#b", "https://w.nl/r/g/index.html#b" },
	{ "../../../x", "https://w.nl/x" },
	{ "../?a=b:c", "https://w.nl/o/?a=b:c" },
	{ "a/b:c", "https://w.nl/o/v/a/b:c" },
	{ "#kop", "#kop" },
	{ "https://elders.nl/x", "https://elders.nl/x" },
	{ "mailto:a@example.nl", "mailto:a@example.nl" },
	{ "//elders.nl/x", "//elders.nl/x" },
	{ "", "" },
};

enum { N_LINKS = sizeof links / sizeof *links };

static struct str
complete(struct arena *a, const char *href, struct str site)
{
	struct diag *d = diag_new();
	struct document *document = document_parse(a, d, arena_printf(a,
	    "<html lang=\"nl\"><head><title>x</title></head><body>"
	    "<a href=\"%s\">x</a></body></html>", href), NULL);
	const struct node *n;

	ck_assert_ptr_nonnull(document);
	addresses_complete(a, document, site, STR("o/v/naast.html"));
	for (n = document->root; n && n->element != ELEMENT_A;)
		n = node_next(n, document->root);
	ck_assert_ptr_nonnull(n);
	diag_free(d);
	return *node_attribute(n, "href");
}

START_TEST(links_get_their_whole_address)
{
	struct arena *a = arena_new();

	ck_assert_str_eq(complete(a, links[_i].href, STR("https://w.nl")).s,
	    links[_i].complete);
	arena_free(a);
}
END_TEST

START_TEST(without_address_they_stay)
{
	struct arena *a = arena_new();

	ck_assert_str_eq(complete(a, "../x.html", STR("")).s, "../x.html");
	arena_free(a);
}
END_TEST

Suite *
addresses_suite(void)
{
	Suite *s = suite_create("addresses");
	TCase *c = tcase_create("addresses");

	tcase_add_loop_test(c, links_get_their_whole_address, 0, N_LINKS);
	tcase_add_test(c, without_address_they_stay);
	suite_add_tcase(s, c);
	return s;
}
