/* check_node.c -- the tree of the document, and names */
#include <check.h>

#include "../gen/base/buf.h"
#include "../gen/document/names.h"
#include "document_fixture.h"
#include "suites.h"

static const struct loc nowhere = { NULL, 0, 0 };

static struct node *
element(enum element e)
{
	return node_new(fixture_arena, e, nowhere);
}

static struct node *
text(const char *s)
{
	return node_text(fixture_arena, str_from(s), nowhere);
}

/* <p>a<em>b</em></p> */
static struct node *
small_tree(void)
{
	struct node *p = element(ELEMENT_P), *em = element(ELEMENT_EM);

	node_append(p, text("a"));
	node_append(p, em);
	node_append(em, text("b"));
	return p;
}

static const char *
dump(const struct node *node)
{
	struct buf out = BUF_INIT;
	const char *result;

	node_dump(node, &out);
	result = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return result;
}

START_TEST(elements_have_names)
{
	ck_assert_int_eq(element_find(STR("h2")), ELEMENT_H2);
	ck_assert_int_eq(element_find(STR("ts-noot")), ELEMENT_TS_NOOT);
	ck_assert_int_eq(element_find(STR("H2")), ELEMENT_TEXT);
	ck_assert_int_eq(element_find(STR("")), ELEMENT_TEXT);
	for (enum element e = ELEMENT_TEXT + 1; e < ELEMENT_COUNT; e++)
		ck_assert_int_eq(element_find(str_from(element_infos[e].name)),
		    e);
	ck_assert_int_eq(element_heading_level(ELEMENT_H6), 6);
	ck_assert_int_eq(element_heading_level(ELEMENT_P), 0);
	ck_assert(element_is_void(ELEMENT_BR));
	ck_assert(!element_is_void(ELEMENT_P));
	ck_assert(element_is_phrasing(ELEMENT_IMG));
	ck_assert(element_is_phrasing(ELEMENT_TEXT));
	ck_assert(!element_is_phrasing(ELEMENT_LI));
}
END_TEST

START_TEST(insert_and_remove)
{
	struct node *p = small_tree(), *first = p->first, *em = p->last;
	struct node *new = text("c");

	node_insert_before(em, new);
	ck_assert_ptr_eq(first->next, new);
	ck_assert_ptr_eq(em->previous, new);
	ck_assert_ptr_eq(new->parent, p);
	node_remove(first);
	ck_assert_ptr_eq(p->first, new);
	ck_assert_ptr_null(new->previous);
	node_remove(em);
	ck_assert_ptr_eq(p->last, new);
	ck_assert_ptr_null(new->next);
	ck_assert_ptr_null(em->parent);
	node_remove(new);
	ck_assert_ptr_null(p->first);
	ck_assert_ptr_null(p->last);
	node_remove(new);	/* stands nowhere: nothing happens */
	node_append(p, em);
	node_insert_before(em, first);
	ck_assert_ptr_eq(p->first, first);
}
END_TEST

START_TEST(walk_in_document_order)
{
	struct node *div = element(ELEMENT_DIV), *p = small_tree();
	struct node *hr = element(ELEMENT_HR), *em = p->last;

	node_append(div, p);
	node_append(div, hr);
	ck_assert_ptr_eq(node_next(div, div), p);
	ck_assert_ptr_eq(node_next(p, div), p->first);
	ck_assert_ptr_eq(node_next(p->first, div), em);
	ck_assert_ptr_eq(node_next(em, div), em->first);
	ck_assert_ptr_eq(node_next(em->first, div), hr);
	ck_assert_ptr_null(node_next(hr, div));
	ck_assert_ptr_eq(node_skip(p, div), hr);
	/* not out of the top */
	ck_assert_ptr_null(node_next(em->first, p));
	ck_assert_ptr_null(node_skip(p, p));
	ck_assert_ptr_null(node_next(hr, hr));
}
END_TEST

START_TEST(copy_is_apart)
{
	struct node *p = small_tree(), *copy;

	node_set(fixture_arena, p, "id", STR("x"));
	node_set(fixture_arena, p, "class", STR("y"));
	copy = node_copy(fixture_arena, p);
	ck_assert_str_eq(dump(copy), "p id=\"x\" class=\"y\"\n");
	ck_assert_ptr_null(copy->parent);
	node_set(fixture_arena, copy, "id", STR("z"));
	ck_assert_str_eq(dump(p),
	    "p id=\"x\" class=\"y\"\n  \"a\"\n  em\n    \"b\"\n");
}
END_TEST

START_TEST(attributes)
{
	struct node *p = element(ELEMENT_P);

	ck_assert_ptr_null(node_attribute(p, "id"));
	node_set(fixture_arena, p, "id", STR("a"));
	node_set(fixture_arena, p, "lang", STR("en"));
	node_set(fixture_arena, p, "id", STR("b"));
	ck_assert(str_is(*node_attribute(p, "id"), "b"));
	node_unset(p, "id");
	node_unset(p, "id");
	ck_assert_ptr_null(node_attribute(p, "id"));
	ck_assert(str_is(*node_attribute(p, "lang"), "en"));
}
END_TEST

START_TEST(classes_are_words)
{
	struct node *p = element(ELEMENT_P);

	ck_assert(!node_has_class(p, "a"));
	node_set(fixture_arena, p, "class", STR(" a\tbevinding\n goed "));
	ck_assert(node_has_class(p, "a"));
	ck_assert(node_has_class(p, "bevinding"));
	ck_assert(node_has_class(p, "goed"));
	ck_assert(!node_has_class(p, "goe"));
	ck_assert(!node_has_class(p, "oed"));
	ck_assert(!node_has_class(p, "bevinding goed"));
	ck_assert(!node_has_class(p, ""));
}
END_TEST

START_TEST(media_of_node_and_around)
{
	struct node *p = small_tree();
	const struct node *b = p->last->first;

	node_set(fixture_arena, p, "data-media", STR("web"));
	ck_assert(node_is_media(p, "web"));
	ck_assert(!node_is_media(p, "pdf"));
	ck_assert(!node_is_media(b, "web"));
	ck_assert(node_in_media(b, "web"));
	ck_assert(!node_in_media(b, "pdf"));
}
END_TEST

START_TEST(content_is_folded_text)
{
	const struct document *document = fixture_parse_body(
	    "<div><h2> Veilig\n  <em>en</em> wel<br/>thuis"
	    "<sup class=\"nootverwijzing\">1</sup>"
	    "<ts-noot key=\"k\">noot</ts-noot>"
	    "<a data-media=\"web\">#</a>, ge&shy;hele&nbsp;dag </h2>"
	    "<p>een</p><p>twee</p><em>drie</em></div>");
	struct str content;

	ck_assert_ptr_nonnull(document);
	content = node_content(fixture_arena, document->root->last->first);
	ck_assert_str_eq(content.s,
	    "Veilig en wel thuis, gehele\u00A0dag een twee drie");
}
END_TEST

static const char *
address(const char *href)
{
	struct node *a = element(ELEMENT_A);

	node_set(fixture_arena, a, "href", str_from(href));
	return arena_cstr(fixture_arena, node_address(a));
}

START_TEST(address_as_people_write_it)
{
	ck_assert_str_eq(address("https://www.igj.nl/"), "www.igj.nl");
	ck_assert_str_eq(address("http://igj.nl/zorg"), "igj.nl/zorg");
	ck_assert_str_eq(address("#noten"), "");
	ck_assert_str_eq(address("mailto:a@igj.nl"), "");
	ck_assert_uint_eq(node_address(element(ELEMENT_A)).n, 0);
}
END_TEST

START_TEST(dump_escapes_text)
{
	struct node *p = element(ELEMENT_P);

	node_append(p, text("a \"b\"\n\\c"));
	ck_assert_str_eq(dump(p), "p\n  \"a \\\"b\\\"\\n\\\\c\"\n");
}
END_TEST

START_TEST(names_are_found)
{
	struct names *names = names_new(fixture_arena);
	static int values[1000];

	ck_assert_ptr_null(names_find(names, STR("x")));
	for (int i = 0; i < 1000; i++)
		*names_slot(names, arena_printf(fixture_arena, "naam-%d", i)) =
		    &values[i];
	for (int i = 0; i < 1000; i++)
		ck_assert_ptr_eq(names_find(names,
		    arena_printf(fixture_arena, "naam-%d", i)), &values[i]);
	ck_assert_ptr_eq(*names_slot(names, STR("naam-7")), &values[7]);
	ck_assert_ptr_null(names_find(names, STR("naam-1000")));
	ck_assert_str_eq(names_nearest(names, STR("maan-123")), "naam-123");
	ck_assert_ptr_null(names_nearest(names, STR("iets anders")));
}
END_TEST

Suite *
node_suite(void)
{
	Suite *s = suite_create("node");
	TCase *t = tcase_create("node");

	tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
	tcase_add_test(t, elements_have_names);
	tcase_add_test(t, insert_and_remove);
	tcase_add_test(t, walk_in_document_order);
	tcase_add_test(t, copy_is_apart);
	tcase_add_test(t, attributes);
	tcase_add_test(t, classes_are_words);
	tcase_add_test(t, media_of_node_and_around);
	tcase_add_test(t, content_is_folded_text);
	tcase_add_test(t, address_as_people_write_it);
	tcase_add_test(t, dump_escapes_text);
	tcase_add_test(t, names_are_found);
	suite_add_tcase(s, t);
	return s;
}
