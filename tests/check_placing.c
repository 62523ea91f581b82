/* check_placing.c -- strips become items on pages */
#include <check.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/typeset/page/page_parts.h"
#include "../gen/typeset/page/paging.h"
#include "../gen/typeset/page/place.h"
#include "../gen/typeset/page/table.h"
#include "block_fixture.h"
#include "suites.h"

static struct laid_page page;
static struct placer placer;

/* Begin a page for the document that was opened. */
static void
begin_page(void)
{
	page = (struct laid_page){ .width = 400, .height = 500 };
	placer = (struct placer){ .builder = &building, .page = &page,
		.top = 50, .notes = notes_new(&building) };
}

/* The strips of a body, and a page to put them on. */
static struct flow *
begin(const char *body, const char *rules)
{
	struct flow *flow = block_flow(body, rules);

	begin_page();
	return flow;
}

/* The i-th item of a kind on the page. */
static const struct item *
item_of(enum item_kind kind, size_t i)
{
	for (size_t k = 0; k < page.n_items; k++)
		if (page.items[k].kind == kind && i-- == 0)
			return &page.items[k];
	ck_abort_msg("no such item");
	return NULL;
}

static size_t
count(enum item_kind kind)
{
	size_t n = 0;

	for (size_t k = 0; k < page.n_items; k++)
		n += page.items[k].kind == kind;
	return n;
}

/* All text of a page, items apart by |. */
static const char *
text_of(const struct laid_page *p)
{
	struct buf out = BUF_INIT;
	const char *result;

	for (size_t i = 0; i < p->n_items; i++)
		if (p->items[i].kind == ITEM_TEXT) {
			buf_add(&out, str_trim(p->items[i].text));
			buf_addc(&out, '|');
		}
	result = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return result;
}

/* ---- single things ---- */

START_TEST(items_and_links_are_kept)
{
	begin("", "");
	for (int i = 0; i < 100; i++) {
		struct item *item = page_add(&building, &page,
		    (struct item){ .kind = ITEM_FILL, .x = i });

		ck_assert_ptr_eq(item, &page.items[i]);
		page_add_link(&building, &page, (struct link){ .y = i });
	}
	ck_assert_uint_eq(page.n_items, 100);
	ck_assert_uint_eq(page.n_links, 100);
	ck_assert_double_eq_tol(page.items[42].x, 42, 1e-9);
	ck_assert_double_eq_tol(page.links[42].y, 42, 1e-9);
}
END_TEST

START_TEST(frames)
{
	const struct style style = { .border = { 1, 2, 3, 4 },
		.has_background = true }, plain = { .size = 1 };
	struct frame frame = { &style, 10, 20, 100, 50, true, true };
	const struct item *rule;

	begin("", "");
	place_frame(&placer, &frame);
	ck_assert_int_eq(page.items[0].tag, TAG_BACKGROUND);
	ck_assert_uint_eq(count(ITEM_RULE), 4);
	rule = item_of(ITEM_RULE, 1);	/* below */
	ck_assert_double_eq_tol(rule->y + rule->height, 70, 1e-9);
	ck_assert_double_eq_tol(rule->height, 3, 1e-9);
	rule = item_of(ITEM_RULE, 3);	/* right */
	ck_assert_double_eq_tol(rule->x + rule->width, 110, 1e-9);
	ck_assert_double_eq_tol(rule->height, 50, 1e-9);
	ck_assert_int_eq(rule->tag, TAG_LAYOUT);
	/* where it goes on over the page it has neither top nor bottom */
	begin_page();
	frame.is_top = frame.is_bottom = false;
	place_frame(&placer, &frame);
	ck_assert_uint_eq(page.n_items, 3);
	begin_page();
	frame.style = &plain;
	place_frame(&placer, &frame);
	ck_assert_uint_eq(page.n_items, 0);
}
END_TEST

START_TEST(marks_of_a_sheet)
{
	const struct position marks[] = {
		{ true, 100, 5, 12, 0 }, { true, 200, 5, 0, 3 },
		{ true, 300, 5, 12, 2 },
	};
	const struct sheet sheet = { .marks = marks, .n_marks = 3 };

	begin("", "");
	place_marks(&building, &page, &sheet);
	/* one that has no width is not there */
	ck_assert_uint_eq(page.n_items, 2);
	ck_assert_double_gt(page.items[0].height, 0);
	ck_assert_double_eq_tol(page.items[1].y, 300, 1e-9);
	place_marks(&building, &page, &(struct sheet){ .n_marks = 0 });
	ck_assert_uint_eq(page.n_items, 2);
}
END_TEST

START_TEST(rule_above_notes)
{
	begin("", "");
	place_note_rule(&placer, 50, 400, 0);
	place_note_rule(&placer, 50, 400, 120);
	ck_assert_double_eq_tol(page.items[0].width, 50, 1e-9);
	ck_assert_double_eq_tol(page.items[1].width, 120, 1e-9);
	ck_assert_double_eq_tol(page.items[1].height, 1, 1e-9);
}
END_TEST

START_TEST(paragraphs)
{
	const struct block *text = block_find(block_open("<p>a<br/>b<br/>c</p>",
	    ""), BLOCK_TEXT);
	const struct paragraph *p = paragraph_break(&building, text->text,
	    300, 0);

	begin_page();
	place_paragraph(&placer, p, 50, 100);
	ck_assert_str_eq(text_of(&page), "a|b|c|");
	ck_assert_double_eq_tol(page.items[2].y - page.items[1].y, 15, 1e-6);
	ck_assert_double_eq_tol(page.items[0].y, 100 + p->lines[0].baseline,
	    1e-6);
	ck_assert_double_eq_tol(page.items[1].x, 50, 1e-6);
	place_paragraph(&placer, &(struct paragraph){ .n = 0 }, 0, 0);
	ck_assert_uint_eq(page.n_items, 3);
}
END_TEST

/* ---- flows ---- */

START_TEST(flows_are_taken)
{
	struct flow *flow = begin("<p id=\"x\">a <a href=\"#x\">b</a></p>"
	    "<p>c</p><hr/>", "  hr: { lijn-boven: 2 }\n");
	const struct layout *layout = building.layout;

	place_flow(&placer, flow, flow_fit(flow, 20, NULL, false), 50, 60);
	ck_assert_str_eq(text_of(&page), "a|b|");
	ck_assert_uint_eq(page.n_links, 1);
	ck_assert_double_eq_tol(page.links[0].y, 60, 1e-6);
	ck_assert_double_eq_tol(page.links[0].height, 15, 1e-6);
	ck_assert_uint_eq(layout->n_destinations, 1);
	ck_assert_double_eq_tol(layout->destinations[0].y, 60, 1e-6);
	ck_assert_uint_eq(flow->next, 2);
	begin_page();
	place_flow(&placer, flow, flow_rest(flow), 50, 60);
	ck_assert_str_eq(text_of(&page), "c|");
	ck_assert_uint_eq(count(ITEM_RULE), 1);
	ck_assert_double_eq_tol(item_of(ITEM_RULE, 0)->y, 85, 1e-6);
	ck_assert_uint_eq(flow->next, flow->n);
	/* nothing is left to place */
	place_flow(&placer, flow, flow_rest(flow), 50, 60);
	ck_assert_uint_eq(page.n_items, 2);
}
END_TEST

START_TEST(flows_call_their_notes)
{
	struct flow *flow = begin("<p>a<ts-noot>A</ts-noot></p><ts-noten/>",
	    "");

	ck_assert(!notes_are_waiting(placer.notes));
	place_flow(&placer, flow, flow_rest(flow), 50, 60);
	ck_assert(notes_are_waiting(placer.notes));
}
END_TEST

START_TEST(entries_get_their_page)
{
	struct flow *flow = begin("<ts-inhoud/><h2 id=\"h\">b</h2>", "");
	const struct item *item;

	place_flow(&placer, flow, flow_rest(flow), 50, 60);
	ck_assert_uint_eq(placer.n_references, 1);
	page.label = STR("ix");
	building.layout->pages = &page;
	building.layout->n_pages = 1;
	page_fill_references(&placer);
	item = &page.items[placer.references[0].item];
	ck_assert_str_eq(item->text.s, " ix");
	ck_assert_double_eq_tol(item->x + item->width, 350, 1e-6);
	ck_assert_uint_eq(item->n_glyphs, 3);
	/* the link of the entry reaches on to the number */
	ck_assert_double_eq_tol(page.links[0].x + page.links[0].width, 350,
	    1e-6);
}
END_TEST

/* ---- rows ---- */

static const char table[] = "<table><thead><tr><th>k</th><th>l</th></tr>"
    "</thead><tr><td rowspan=\"2\">a</td><td>b<br/>c</td></tr>"
    "<tr><td>d</td></tr></table>";

START_TEST(rows_have_their_cells)
{
	struct flow *flow = begin(table, "");
	const struct table *t = flow->strips[0].row->table;

	place_row(&placer, flow, flow_rest(flow), 1, 50, 100);
	ck_assert_str_eq(text_of(&page), "a|b|c|");
	ck_assert_double_eq_tol(item_of(ITEM_TEXT, 0)->x, 54, 1e-6);
	ck_assert_double_eq_tol(item_of(ITEM_TEXT, 1)->x,
	    54 + t->columns[0].width, 1e-6);
	/* the rule below the first cell is below both its rows */
	ck_assert_double_eq_tol(item_of(ITEM_RULE, 0)->y + 1,
	    100 + flow->strips[1].height + flow->strips[2].height, 1e-6);
	ck_assert_uint_eq(t->cells[2].flow.next, 1);
	/* the cell that runs on is not placed twice on a page */
	place_row(&placer, flow, flow_rest(flow), 2, 50, 139);
	ck_assert_str_eq(text_of(&page), "a|b|c|d|");
}
END_TEST

START_TEST(rows_in_part)
{
	struct flow *flow = begin("<table><tr><th>h</th><td>a<br/>b<br/>c"
	    "<br/>d</td></tr></table>", "");
	struct fit fit = { .end = 0, .part = 39, .height = 39 };

	place_row(&placer, flow, fit, 0, 50, 100);
	ck_assert_str_eq(text_of(&page), "h|a|b|");
	begin_page();
	place_row(&placer, flow, (struct fit){ .end = 1, .height = 39 }, 0,
	    50, 50);
	/* who sees this page alone reads what the row is about */
	ck_assert_str_eq(text_of(&page), "h (vervolg)|c|d|");
	ck_assert_int_eq(item_of(ITEM_TEXT, 0)->tag, TAG_LAYOUT);
}
END_TEST

START_TEST(heads_again)
{
	struct flow *flow = begin(table, "");
	size_t destinations = building.layout->n_destinations;

	place_flow(&placer, flow, flow_fit(flow, 30, NULL, true), 50, 50);
	ck_assert_str_eq(text_of(&page), "k|l|");
	begin_page();
	flow->next = 1;
	place_head(&placer, flow, 50, 60);
	ck_assert_str_eq(text_of(&page), "k|l|");
	for (size_t i = 0; i < page.n_items; i++)
		ck_assert_int_lt(page.items[i].tag, 0);
	ck_assert_uint_eq(page.n_links, 0);
	ck_assert_uint_eq(building.layout->n_destinations, destinations);
	ck_assert(!placer.repeats);
	ck_assert_uint_eq(flow->next, 1);
}
END_TEST

/* ---- what is put on all pages ---- */

enum { PAGES = 5 };
static struct laid_page pages[PAGES];

/* Empty pages of a document with this body. */
static struct layout *
begin_pages(const char *body)
{
	block_open(body, "");
	for (size_t i = 0; i < PAGES; i++)
		pages[i] = (struct laid_page){ .width = 400, .height = 500 };
	building.layout->pages = pages;
	building.layout->n_pages = PAGES;
	return building.layout;
}

static void
add_destination(const char *id, size_t index)
{
	struct layout *l = building.layout;

	l->destinations = arena_grow(fixture_arena, l->destinations,
	    l->n_destinations, sizeof *l->destinations);
	l->destinations[l->n_destinations++] = (struct destination){
		str_from(id), index, 0, 0 };
}

START_TEST(labels_of_pages)
{
	static const struct page_kind kinds[PAGES] = { { .front = true },
		{ .front = true, .bare = true }, { .turned = true },
		{ .bare = true }, { .front = true } };
	static const char *const wanted[PAGES] = { "i", "ii", "1", "2", "i" };

	begin_pages("");
	page_put_labels(&building, kinds);
	for (size_t i = 0; i < PAGES; i++)
		ck_assert_str_eq(pages[i].label.s, wanted[i]);
	building.layout->n_pages = 0;
	page_put_labels(&building, kinds);
}
END_TEST

START_TEST(heads_of_pages)
{
	static const struct page_kind kinds[PAGES] = { { .bare = true } };

	begin_pages("<h2 id=\"een\">Een</h2><h2 id=\"twee\">Twee</h2>"
	    "<h2 id=\"drie\">Drie</h2>");
	add_destination("een", 1);
	add_destination("twee", 3);
	add_destination("drie", 3);
	page_put_labels(&building, kinds);
	pages[2].label = STR(" ");	/* as from nummering: " " */
	page_put_heads(&building, kinds);
	ck_assert_str_eq(text_of(&pages[0]), "");
	ck_assert_uint_eq(pages[0].label.n, 0);
	ck_assert_str_eq(text_of(&pages[1]), "T|Een|2|");
	ck_assert_str_eq(text_of(&pages[2]), "T|Een|");
	/* the first that begins on a page, and then the last */
	ck_assert_str_eq(text_of(&pages[3]), "T|Twee|4|");
	ck_assert_str_eq(text_of(&pages[4]), "T|Drie|5|");
	for (size_t i = 0; i < pages[4].n_items; i++)
		ck_assert(pages[4].items[i].tag == TAG_HEADER ||
		    pages[4].items[i].tag == TAG_FOOTER);
}
END_TEST

/* A title that is too wide loses words, not what tells reports apart. */
START_TEST(heads_that_are_too_wide)
{
	static const struct page_kind kinds[PAGES] = { { .bare = false } };
	const char *title = fixture_repeat("", "Toezicht ", 30, "– gemeente X");
	double right = 0;

	begin_pages("");
	((struct document *)building.document)->title = str_from(title);
	page_put_labels(&building, kinds);
	page_put_heads(&building, kinds);
	for (size_t i = 0; i < pages[1].n_items; i++)
		if (pages[1].items[i].x + pages[1].items[i].width > right)
			right = pages[1].items[i].x + pages[1].items[i].width;
	ck_assert_double_le(right, 350.001);
	fixture_contains(text_of(&pages[1]), "Toezicht");
	fixture_contains(text_of(&pages[1]), "…");
	fixture_contains(text_of(&pages[1]), "gemeente X|");
}
END_TEST

START_TEST(bookmarks_and_links)
{
	struct link links[] = { { .target = STR("a") },
		{ .target = STR("weg") },
		{ .target = STR("https://a.nl"), .is_uri = true } };
	struct layout *layout = begin_pages("<main data-number=\"1\">"
	    "<h2 id=\"a\">A</h2><h2 id=\"weg\">B</h2>"
	    "<h2 id=\"c\" data-number=\"Bijlage\">C</h2></main>");

	pages[2].links = links;
	pages[2].n_links = 3;
	add_destination("a", 0);
	add_destination("c", 1);
	page_put_bookmarks(&building);
	ck_assert_uint_eq(layout->n_bookmarks, 2);
	ck_assert_str_eq(layout->bookmarks[0].text.s, "1 A");
	ck_assert_str_eq(layout->bookmarks[1].text.s, "Bijlage 1: C");
	ck_assert_int_eq(layout->bookmarks[1].level, 2);
	ck_assert_str_eq(layout->bookmarks[1].target.s, "c");
	page_check_links(&building);
	ck_assert_uint_eq(pages[2].n_links, 2);
	ck_assert_str_eq(links[0].target.s, "a");
	ck_assert(links[1].is_uri);
}
END_TEST

/* ---- the pages of a document ---- */

static const struct layout *
paged(const char *body, const char *rules)
{
	paging_make(&building, block_open(body, rules));
	return building.layout;
}

START_TEST(pages_of_a_document)
{
	const struct layout *layout = paged("", "");

	ck_assert_uint_eq(layout->n_pages, 1);
	ck_assert_str_eq(layout->pages[0].label.s, "1");
	layout = paged("<p>a</p><h2>b</h2><p>c</p>"
	    "<section class=\"liggend\">d</section>", "");
	ck_assert_uint_eq(layout->n_pages, 3);
	ck_assert_double_eq_tol(layout->pages[1].width, 400, 1e-9);
	ck_assert_double_eq_tol(layout->pages[2].width, 500, 1e-9);
	ck_assert_uint_eq(layout->n_bookmarks, 1);
}
END_TEST

START_TEST(pages_on_the_right)
{
	const struct layout *layout = paged("<p>a</p><h2>b</h2><p>c</p>"
	    "<div>d</div>", "  div: { nieuwe-pagina: rechts }\n");

	/* the second page ends a leaf; the next one begins on the right */
	ck_assert_uint_eq(layout->n_pages, 3);
	layout = paged("<p>a</p><div>d</div>",
	    "  div: { nieuwe-pagina: rechts }\n");
	ck_assert_uint_eq(layout->n_pages, 3);
	ck_assert_uint_eq(layout->pages[1].n_items, 0);
	ck_assert_uint_eq(layout->pages[1].label.n, 0);
	ck_assert_str_eq(layout->pages[2].label.s, "3");
}
END_TEST

/* Notes that are higher than all text still end. */
START_TEST(pages_of_notes)
{
	const struct layout *layout = paged(fixture_repeat("<p>a<ts-noot>",
	    "noot<br/>", 100, "</ts-noot></p><ts-noten/>"), "");
	size_t n = 0;

	ck_assert_uint_gt(layout->n_pages, 3);
	for (size_t i = 0; i < layout->n_pages; i++) {
		const char *s = text_of(&layout->pages[i]);

		while ((s = strstr(s, "noot|"))) {
			s++;
			n++;
		}
	}
	ck_assert_uint_eq(n, 100);
}
END_TEST

Suite *
placing_suite(void)
{
	Suite *s = suite_create("placing");
	TCase *c = tcase_create("placing");

	tcase_add_checked_fixture(c, block_setup, block_teardown);
	tcase_add_test(c, items_and_links_are_kept);
	tcase_add_test(c, frames);
	tcase_add_test(c, marks_of_a_sheet);
	tcase_add_test(c, rule_above_notes);
	tcase_add_test(c, paragraphs);
	tcase_add_test(c, flows_are_taken);
	tcase_add_test(c, flows_call_their_notes);
	tcase_add_test(c, entries_get_their_page);
	tcase_add_test(c, rows_have_their_cells);
	tcase_add_test(c, rows_in_part);
	tcase_add_test(c, heads_again);
	tcase_add_test(c, labels_of_pages);
	tcase_add_test(c, heads_of_pages);
	tcase_add_test(c, heads_that_are_too_wide);
	tcase_add_test(c, bookmarks_and_links);
	tcase_add_test(c, pages_of_a_document);
	tcase_add_test(c, pages_on_the_right);
	tcase_add_test(c, pages_of_notes);
	suite_add_tcase(s, c);
	return s;
}
