/* check_paging.c -- what must hold for the pages of any document */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "pages_fixture.h"
#include "suites.h"
#include "work.h"

/* Documents are made at random, but the same ones in each run. */
struct maker {
	unsigned seed;
	struct buf out;
	int words;		/* "(1)", "(2)" … in the text */
	int notes;		/* "[1]", "[2]" … in notes */
	int pictures;
	int tables;		/* that the next thing stands in */
	int note_length;	/* words at most */
};

static int
pick(struct maker *m, int n)
{
	m->seed = m->seed * 1103515245 + 12345;
	return (int)(m->seed >> 16) % n;
}

static void
make_words(struct maker *m, int n)
{
	static const char *const words[] = { "veiligheid", "de", "gezin",
		"samenwerking", "is", "jeugdprofessionals", "in", "hulp" };

	for (int i = 0; i < n; i++)
		buf_addf(&m->out, "%s%s (%d)", i == 0 ? "" : "\n",
		    words[pick(m, 8)], ++m->words);
}

static void
make_note(struct maker *m)
{
	int n = 1 + pick(m, m->note_length);

	m->notes++;
	buf_addf(&m->out, "<ts-noot key=\"n%d\">[%d]", m->notes, m->notes);
	for (int i = 0; i < n; i++)
		buf_adds(&m->out, " nootwoorden");
	buf_adds(&m->out, "</ts-noot>");
}

static void
make_text(struct maker *m)
{
	make_words(m, 1 + pick(m, 40));
	if (pick(m, 4) == 0)
		make_note(m);
}

static void make_blocks(struct maker *m, int n, int depth);
static void make_table(struct maker *m, int depth);

static void
make_picture(struct maker *m)
{
	m->pictures++;
	buf_addf(&m->out, "<figure><img src=\"assets/icons/vink.svg\" "
	    "alt=\"x\" width=\"%d\" height=\"%d\"/>", 20 + pick(m, 500),
	    20 + pick(m, 900));
	if (pick(m, 2) == 0) {
		buf_adds(&m->out, "<figcaption>");
		make_words(m, 3);
		buf_adds(&m->out, "</figcaption>");
	}
	buf_adds(&m->out, "</figure>");
}

/* An item begins with text, or else with a table or a picture. */
static void
make_item(struct maker *m)
{
	int kind = pick(m, 12);

	if (kind == 0 && m->tables == 0)
		make_table(m, 0);
	else if (kind == 1)
		make_picture(m);
	else
		make_text(m);
}

static void
make_list(struct maker *m, int depth)
{
	const char *name = pick(m, 2) == 0 ? "ul" : "ol";
	int n = 1 + pick(m, 5);

	buf_addf(&m->out, "<%s>", name);
	for (int i = 0; i < n; i++) {
		buf_adds(&m->out, "<li>");
		make_item(m);
		if (depth > 0 && pick(m, 4) == 0)
			make_list(m, depth - 1);
		buf_adds(&m->out, "</li>");
	}
	buf_addf(&m->out, "</%s>", name);
}

static void
make_cell(struct maker *m, int depth)
{
	switch (pick(m, 6)) {
	case 0:
		make_blocks(m, 1 + pick(m, 3), depth - 1);
		break;
	case 1:
		make_words(m, 20 + pick(m, 150));
		break;
	case 2:
		break;
	default:
		make_text(m);
	}
}

/* Rows in which some cells span rows below and columns beside them. */
static void
make_rows(struct maker *m, int columns, int rows, int depth)
{
	int *until = calloc((size_t)columns, sizeof *until);

	for (int row = 0; row < rows; row++) {
		buf_adds(&m->out, "<tr>");
		for (int column = 0; column < columns; ) {
			int down = 1 + (pick(m, 5) == 0 ? pick(m, 3) : 0);
			int across = 1;

			if (until[column] > row) {
				column++;
				continue;
			}
			if (column + 1 < columns && pick(m, 8) == 0 &&
			    until[column + 1] <= row)
				across = 2;
			if (down > rows - row)
				down = rows - row;
			buf_addf(&m->out, "<td rowspan=\"%d\" "
			    "colspan=\"%d\">", down, across);
			for (int i = 0; i < across; i++)
				until[column++] = row + down;
			make_cell(m, depth);
			buf_adds(&m->out, "</td>");
		}
		buf_adds(&m->out, "</tr>");
	}
	free(until);
}

static void
make_table(struct maker *m, int depth)
{
	int columns = 1 + pick(m, 4), head = pick(m, 3);

	m->tables++;
	buf_adds(&m->out, "<table>");
	if (pick(m, 2) == 0) {
		buf_adds(&m->out, "<caption>");
		make_words(m, 3);
		buf_adds(&m->out, "</caption>");
	}
	if (head > 0) {
		buf_adds(&m->out, "<thead>");
		make_rows(m, columns, head, 0);
		buf_adds(&m->out, "</thead>");
	}
	buf_adds(&m->out, "<tbody>");
	make_rows(m, columns, 1 + pick(m, 8), depth);
	buf_adds(&m->out, "</tbody></table>");
	m->tables--;
}

static void
make_box(struct maker *m, int depth)
{
	static const char *const boxes[] = { "div class=\"rand\"",
		"div class=\"bijeen\"", "section", "blockquote",
		"div class=\"vlak\"", "div class=\"pagina\"",
		"section class=\"liggend\"" };
	const char *box = boxes[pick(m, depth > 2 ? 7 : 5)];

	buf_addf(&m->out, "<%s>", box);
	make_blocks(m, 1 + pick(m, 4), depth - 1);
	buf_addf(&m->out, "</%.*s>", (int)strcspn(box, " "), box);
}

static void
make_blocks(struct maker *m, int n, int depth)
{
	for (int i = 0; i < n; i++) {
		int kind = pick(m, 12);

		if (kind < 2 && depth > 0) {
			make_box(m, depth);
		} else if (kind == 2 && depth > 0) {
			make_table(m, depth - 1);
		} else if (kind < 5) {
			make_list(m, 2);
		} else if (kind == 6 && pick(m, 3) == 0) {
			make_picture(m);
		} else if (kind == 5) {
			buf_adds(&m->out, "<p class=\"kop\">");
			make_words(m, 4);
			buf_adds(&m->out, "</p>");
		} else {
			buf_addf(&m->out, "<p%s>", pick(m, 8) > 0 ? "" :
			    " class=\"bron\"");
			make_text(m);
			buf_adds(&m->out, "</p>");
		}
	}
}

static const char rules[] =
    "  .rand: { lijn-boven: 1, lijn-links: 2, binnenruimte: 5, "
    "achtergrond: \"#eeeeee\", ruimte-voor: 6, ruimte-na: 9 }\n"
    "  .vlak: { binnenruimte: [14, 3, 11, 3], achtergrond: \"#ddeeff\" }\n"
    "  .bijeen: { bijeenhouden: ja }\n"
    "  .bron: { bij-vorige-houden: ja }\n"
    "  .pagina: { nieuwe-pagina: ja }\n"
    "  .kop: { bij-volgende-houden: ja, ruimte-voor: 12 }\n"
    "  .noten: { grootte: 8 }\n"
    "  blockquote: { marge-links: 20 }\n";

static void
make_document(struct maker *m, unsigned seed, int note_length)
{
	*m = (struct maker){ .seed = seed, .note_length = note_length };
	make_blocks(m, 12, 3);
	buf_adds(&m->out, "<ts-noten/>");
	ck_assert_msg(pages_set(m->out.s, rules), "seed %u: %s", seed,
	    fixture_messages());
	buf_release(&m->out);
}

/* The numbers between open and the next sign are 1, 2, 3 … n. */
static const char *
check_numbers(const char *at, char open, int n, unsigned seed)
{
	for (int i = 1; i <= n; i++) {
		const char *next = strchr(at, open);

		if (!next || strtol(next + 1, NULL, 10) != i)
			ck_abort_msg("seed %u: %c%d is not in its place",
			    seed, open, i);
		at = next + 1;
	}
	return at;
}

/* Each word is there once, in the order of the source; so is each note. */
static void
check_order(const struct maker *m, unsigned seed)
{
	const char *at = check_numbers(pages_content(), '(', m->words, seed);

	ck_assert_msg(!strchr(at, '('), "seed %u: more words", seed);
	at = check_numbers(at, '[', m->notes, seed);
	ck_assert_msg(!strchr(at, '['), "seed %u: more notes", seed);
}

/* Each picture is there once, and no page is empty. */
static void
check_pictures(const struct maker *m, unsigned seed)
{
	int n = 0;

	for (size_t i = 0; i < pages->n_pages; i++) {
		const struct laid_page *page = &pages->pages[i];
		int content = 0;

		for (size_t k = 0; k < page->n_items; k++) {
			n += page->items[k].kind == ITEM_PICTURE;
			content += page->items[k].tag != TAG_HEADER &&
			    page->items[k].tag != TAG_FOOTER;
		}
		ck_assert_msg(content > 0, "seed %u: page %zu is empty", seed,
		    i + 1);
	}
	ck_assert_msg(n == m->pictures, "seed %u: %d of %d pictures", seed, n,
	    m->pictures);
}

/* Nothing is outside the margins, but a page may be one line longer. */
static void
check_inside(unsigned seed)
{
	for (size_t i = 0; i < pages->n_pages; i++) {
		const struct laid_page *page = &pages->pages[i];

		for (size_t k = 0; k < page->n_items; k++) {
			const struct item *item = &page->items[k];
			double top = item->y, bottom = item->y + item->height;

			if (item->tag == TAG_HEADER || item->tag == TAG_FOOTER)
				continue;
			if (item->kind == ITEM_TEXT) {
				top -= item->height * 0.7;
				bottom = item->y;
			}
			if (top < 49.9 || item->x < 49.9 ||
			    item->x + item->width > page->width - 49.9 ||
			    bottom > page->height - 34.9)
				ck_abort_msg("seed %u: item %zu of page %zu "
				    "sticks out", seed, k, i + 1);
		}
	}
}

static bool
is_in_note(int tag)
{
	for (; tag >= 0; tag = pages->tags[tag].parent)
		if (!strcmp(pages->tags[tag].type, "Note"))
			return true;
	return false;
}

/* What the house style keeps apart: text, pictures; notes and boxes. */
static bool
may_not_touch(const struct item *text, const struct item *other)
{
	if (text->kind != ITEM_TEXT)
		return false;
	if (other->kind == ITEM_FILL)
		return is_in_note(text->tag);
	return other->kind == ITEM_TEXT || other->kind == ITEM_PICTURE;
}

static double
top_of(const struct item *item)
{
	return item->kind == ITEM_TEXT ? item->y - item->height * 0.6 :
	    item->y;
}

static double
bottom_of(const struct item *item)
{
	return item->kind == ITEM_TEXT ? item->y : item->y + item->height;
}

static bool
overlap(const struct item *a, const struct item *b)
{
	const double air = 0.5;

	return a->x + air < b->x + b->width && b->x + air < a->x + a->width &&
	    top_of(a) + air < bottom_of(b) && top_of(b) + air < bottom_of(a);
}

/* No text stands on other text or on a picture. */
static void
check_overlap(unsigned seed)
{
	for (size_t i = 0; i < pages->n_pages; i++) {
		const struct laid_page *page = &pages->pages[i];

		for (size_t k = 0; k < page->n_items; k++)
			for (size_t l = 0; l < page->n_items; l++) {
				const struct item *a = &page->items[k];
				const struct item *b = &page->items[l];

				if (a != b && may_not_touch(a, b) &&
				    overlap(a, b))
					ck_abort_msg("seed %u: page %zu: |%s| "
					    "on item %zu |%s|", seed, i + 1,
					    a->text.s, l, b->text.s);
			}
	}
}

/* The page on which a note is called, from 0. */
static int
page_of_call(int note)
{
	const char *id = arena_printf(fixture_arena, "noot-%d", note).s;

	for (size_t i = 0; i < pages->n_pages; i++)
		for (size_t k = 0; k < pages->pages[i].n_links; k++)
			if (str_is(pages->pages[i].links[k].target, id))
				return (int)i;
	return -1;
}

static void
check_notes(const struct maker *m, unsigned seed)
{
	for (int i = 1; i <= m->notes; i++) {
		int call = page_of_call(i);
		const char *text = arena_printf(fixture_arena, "[%d]", i).s;

		ck_assert_msg(call >= 0, "seed %u: note %d is not called",
		    seed, i);
		ck_assert_msg(strstr(pages_text((size_t)call, false), text),
		    "seed %u: note %d, called on page %d, begins on page %d",
		    seed, i, call + 1, pages_where(text) + 1);
	}
}

START_TEST(any_document)
{
	struct maker m;

	for (unsigned seed = 1; seed <= 80; seed++) {
		make_document(&m, seed, 12);
		check_order(&m, seed);
		check_pictures(&m, seed);
		check_inside(seed);
		check_overlap(seed);
		check_notes(&m, seed);
	}
}
END_TEST

/* Notes of up to a page and more: they may begin later, but they are there. */
START_TEST(long_notes)
{
	struct maker m;

	for (unsigned seed = 1000; seed < 1020; seed++) {
		make_document(&m, seed, 400);
		check_order(&m, seed);
		check_pictures(&m, seed);
		check_inside(seed);
		check_overlap(seed);
	}
}
END_TEST

START_TEST(many_notes_in_one_row)
{
	struct maker m = { .seed = 1, .note_length = 200 };

	buf_adds(&m.out, "<table><tr>");
	for (int i = 0; i < 5; i++) {
		buf_adds(&m.out, "<td>");
		make_words(&m, 1);
		make_note(&m);
		make_note(&m);
		buf_adds(&m.out, "</td>");
	}
	buf_adds(&m.out, "</tr></table><ts-noten/>");
	ck_assert(pages_set(m.out.s, rules));
	buf_release(&m.out);
	check_order(&m, 1);
	check_inside(1);
	check_overlap(1);
	ck_assert_uint_lt(pages->n_pages, 10);
}
END_TEST

/* With hundreds of pages; half a paragraph of them for each row. */
static void
make_long(size_t rows, const void *with)
{
	struct maker m = { .seed = 7, .note_length = 12, .tables = 1 };

	(void)with;
	for (size_t i = 0; 5 * i < 3 * rows; i++) {
		buf_adds(&m.out, "<p>");
		make_words(&m, 100);
		make_note(&m);
		buf_adds(&m.out, "</p>");
	}
	buf_adds(&m.out, "<table><tbody>");
	make_rows(&m, 3, (int)rows, 0);
	buf_adds(&m.out, "</tbody></table><ts-noten/>");
	ck_assert(pages_set(m.out.s, rules));
	buf_release(&m.out);
	ck_assert_uint_gt(5 * pages->n_pages, 3 * rows);
	check_order(&m, 7);
	check_inside(7);
}

START_TEST(long_document)
{
	work_is_linear(make_long, 250, NULL);
}
END_TEST

Suite *
paging_suite(void)
{
	Suite *suite = suite_create("paging");
	TCase *tc = tcase_create("paging");

	tcase_add_checked_fixture(tc, pages_setup, pages_teardown);
	tcase_add_test(tc, any_document);
	tcase_add_test(tc, long_notes);
	tcase_add_test(tc, many_notes_in_one_row);
	tcase_add_test(tc, long_document);
	suite_add_tcase(suite, tc);
	return suite;
}
