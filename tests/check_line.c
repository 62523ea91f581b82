/* check_line.c -- inline content becomes lines */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "document_fixture.h"
#include "line_fixture.h"
#include "suites.h"
#include "work.h"

START_TEST(one_line_is_one_run)
{
	struct paragraph *p = line_set(" \n De  gemeente\n\tSomeren ", 400);

	ck_assert_uint_eq(p->n, 1);
	ck_assert_uint_eq(p->lines[0].n_runs, 1);
	ck_assert_str_eq(line_text(p), "De gemeente Someren");
	ck_assert_double_eq_tol(p->lines[0].runs[0].width,
	    p->lines[0].width, 1e-9);
	ck_assert_double_eq_tol(p->height, now.style.leading, 1e-9);
	ck_assert(p->lines[0].baseline > now.style.size * 0.8);
	ck_assert(p->lines[0].baseline < now.style.leading);
	line_check(p, 400, "one line");
}
END_TEST

START_TEST(nothing_to_see_is_null)
{
	ck_assert_ptr_null(inline_new(&now.builder, NULL, NULL, &now.style, 0));
	ck_assert_ptr_null(line_collect(line_parse(" \n ")));
	ck_assert_ptr_null(line_collect(line_parse("<em> </em> <strong/>")));
	ck_assert_ptr_null(line_collect(line_parse("<br/>")));
	ck_assert_ptr_null(line_collect(line_parse("\u00AD\u200B")));
	ck_assert_ptr_null(line_collect(line_parse(
	    "<span data-media=\"web\">alleen web</span>")));
}
END_TEST

START_TEST(white_space_folds_over_elements)
{
	ck_assert_str_eq(line_text(line_set("een <em> twee</em> \n <b>drie </b>"
	    " <i> </i>vier<br/> vijf", 400)), "een twee drie vier|vijf");
	ck_assert_str_eq(line_text(line_set("a<b>b</b>c <b>d</b>.", 400)),
	    "abc d.");
}
END_TEST

START_TEST(line_ends)
{
	ck_assert_str_eq(line_text(line_set("een<br/>twee<br/>", 400)),
	    "een|twee");
	ck_assert_str_eq(line_text(line_set("een<br/><br/>twee", 400)),
	    "een||twee");
	ck_assert_str_eq(line_text(line_set("een twee", 30)), "een |twee");
}
END_TEST

START_TEST(divisions_have_a_soft_hyphen)
{
	struct paragraph *p = line_set("veiligheidsplannen", 60);

	ck_assert_str_eq(line_text(p), "veiligheids\u00AD|plannen");
	line_check(p, 60, "division");
	ck_assert_str_eq(line_text(line_set("donau&#173;stoomboot", 60)),
	    "donau\u00AD|stoomboot");
	/* not where the language is another one */
	p = line_set("<span lang=\"en\">Veiligheidsplannen</span> is", 100);
	ck_assert_str_eq(line_text(p), "Veiligheidsplannen |is");
}
END_TEST

START_TEST(a_hyphen_stands_as_if_shaped_with_its_word)
{
	struct paragraph *p = line_set("veiligheidsplannen", 60);
	const struct shaped_word *w = font_shape(now.style.font,
	    STR("veiligheids\u00AD"));
	const struct text_run *run = &p->lines[0].runs[0];

	ck_assert_uint_eq(run->n_glyphs, w->n);
	ck_assert_uint_eq(run->glyphs[11].id, w->glyphs[11].id);
	ck_assert_double_eq_tol(p->lines[0].width, w->advance * now.style.size,
	    0.001);
}
END_TEST

START_TEST(no_break_spaces_hold)
{
	ck_assert_str_eq(line_text(line_set("op 1\u00A0mei\u00A02020", 65)),
	    "op |1\u00A0mei\u00A02020");
}
END_TEST

START_TEST(calls_stay_with_their_word)
{
	const char *text = "tekst<sup class=\"nootverwijzing\"><a "
	    "role=\"doc-noteref\" href=\"#noot-3\">3</a></sup> en";
	struct paragraph *p = line_set(text, 30);
	const struct tag *link;

	ck_assert_str_eq(line_text(p), "tekst3 |en");
	ck_assert_uint_eq(p->lines[0].n_notes, 1);
	ck_assert_int_eq(p->lines[0].notes[0], 2);
	ck_assert_uint_eq(p->lines[1].n_notes, 0);
	ck_assert_uint_eq(p->lines[0].n_runs, 3);
	ck_assert(p->lines[0].runs[1].rise > 0);
	link = &now.layout.tags[p->lines[0].runs[1].tag];
	ck_assert_str_eq(link->type, "Link");
	ck_assert_str_eq(now.layout.tags[link->parent].type, "Reference");
	line_check(p, 30, "call");
	/* even behind a space, and in a narrow column */
	p = line_set("tekst <sup><a role=\"doc-noteref\" href=\"#noot-1\">1</a>"
	    "</sup>", 31);
	ck_assert_str_eq(line_text(p), "tekst 1");
	line_check(line_set(text, 12), 12, "narrow");
}
END_TEST

START_TEST(links_are_rectangles_on_each_line)
{
	struct paragraph *p = line_set("zie <a href=\"#h3\">hoofdstuk "
	    "<em>drie</em></a> of <a href=\"https://www.igj.nl\">IGJ</a>.",
	    75);
	const struct line *l = p->lines;

	ck_assert_str_eq(line_text(p), "zie hoofdstuk |drie of IGJ.");
	ck_assert_uint_eq(l[0].n_links, 1);
	ck_assert_uint_eq(l[1].n_links, 2);
	ck_assert(str_is(l[0].links[0].target, "h3"));
	ck_assert(!l[0].links[0].is_uri);
	ck_assert(l[0].links[0].x > 0);
	ck_assert_double_eq_tol(l[0].links[0].x + l[0].links[0].width,
	    l[0].width, 0.001);
	ck_assert_double_eq_tol(l[1].links[0].x, 0, 0.001);
	ck_assert(l[1].links[1].is_uri);
	ck_assert(str_is(l[1].links[1].target, "https://www.igj.nl"));
	ck_assert_int_eq(l[0].links[0].tag, l[1].links[0].tag);
	ck_assert_uint_eq(now.layout.n_tags, 3);
	line_check(p, 75, "links");
}
END_TEST

START_TEST(tags_of_language_and_abbreviation)
{
	struct paragraph *p = line_set("de <span lang=\"en\">best</span> "
	    "<span lang=\"nl\">van</span> <abbr title=\"Jeugd\">JGZ</abbr> "
	    "<abbr>IGJ</abbr>", 400);

	ck_assert_uint_eq(now.layout.n_tags, 3);
	ck_assert_str_eq(now.layout.tags[1].type, "Span");
	ck_assert(str_is(now.layout.tags[1].language, "en"));
	ck_assert(str_is(now.layout.tags[2].expansion, "Jeugd"));
	ck_assert_uint_eq(p->lines[0].n_runs, 5);
	ck_assert_int_eq(p->lines[0].runs[2].tag, now.root);
}
END_TEST

START_TEST(outside_the_tree_nothing_gets_a_tag)
{
	const struct node *p = line_parse("a <a href=\"#x\" id=\"y\">b</a> "
	    "<img src=\"i.svg\" alt=\"c\" width=\"8\" height=\"8\"/>");
	struct inline_text *t = inline_new(&now.builder, p->first, NULL,
	    &now.style, TAG_LAYOUT);
	struct paragraph *q = paragraph_break(&now.builder, t, 400, 0);

	ck_assert_uint_eq(now.layout.n_tags, 1);
	ck_assert_uint_eq(q->lines[0].n_links, 0);
	ck_assert_uint_eq(q->lines[0].n_anchors, 0);
	ck_assert_int_eq(q->lines[0].runs[0].tag, TAG_LAYOUT);
	ck_assert_int_eq(q->lines[0].pictures[0].tag, TAG_LAYOUT);
}
END_TEST

START_TEST(anchors_are_on_their_line)
{
	struct paragraph *p = line_set("een <span id=\"a\">twee</span> drie "
	    "<a id=\"b\"></a>vier", 30);

	ck_assert_str_eq(line_text(p), "een |twee |drie |vier");
	ck_assert_uint_eq(p->lines[0].n_anchors, 0);
	ck_assert(str_is(p->lines[1].anchors[0], "a"));
	ck_assert_uint_eq(p->lines[2].n_anchors, 0);
	ck_assert(str_is(p->lines[3].anchors[0], "b"));
}
END_TEST

START_TEST(pictures_are_boxes)
{
	struct paragraph *p = line_set("<img src=\"a.svg\" alt=\"\" "
	    "width=\"20\" "
	    "height=\"40\"/> Goed <img src=\"b.svg\" alt=\"Vinkje\" "
	    "width=\"9pt\" height=\"9pt\"/>", 400);
	const struct line *l = p->lines;

	ck_assert_uint_eq(l->n_pictures, 2);
	ck_assert_double_eq_tol(l->pictures[0].width, 15, 1e-9);
	ck_assert_double_eq_tol(l->pictures[0].height, 30, 1e-9);
	ck_assert_int_eq(l->pictures[0].tag, TAG_LAYOUT);
	ck_assert_double_eq_tol(l->pictures[1].width, 9, 1e-9);
	ck_assert_str_eq(now.layout.tags[l->pictures[1].tag].type, "Figure");
	ck_assert_double_eq_tol(l->baseline, 30, 1e-9);
	ck_assert(l->height > now.style.leading);
	ck_assert_double_eq_tol(l->runs[0].x, 15 + 2, 1e-9);
	line_check(p, 400, "picture");
	/* one that is too wide is made smaller */
	p = line_set("voor<img src=\"a.svg\" alt=\"\" width=\"200\" "
	    "height=\"100\"/>na", 50);
	ck_assert_double_eq_tol(p->lines[1].pictures[0].width, 48, 1e-9);
	ck_assert_double_eq_tol(p->lines[1].pictures[0].height, 24, 1e-9);
	line_check(p, 50, "wide picture");
}
END_TEST

START_TEST(alignment)
{
	const struct node *p = line_parse("een twee");
	struct inline_text *t;
	const struct line *l;

	now.style.align = ALIGN_RIGHT;
	t = line_collect(p);
	l = paragraph_break(&now.builder, t, 200, 0)->lines;
	ck_assert_double_eq_tol(l->x + l->width, 200, 1e-6);
	now.style.align = ALIGN_CENTER;
	l = paragraph_break(&now.builder, t, 200, 0)->lines;
	ck_assert_double_eq_tol(l->x, (200 - l->width) / 2, 1e-6);
	/* the space at the end of a line does not count */
	l = paragraph_break(&now.builder, t, 30, 0)->lines;
	ck_assert_double_eq_tol(l->x, (30 - l->width) / 2, 1e-6);
	ck_assert(l->width < inline_max_width(t) / 2);
	now.style.align = ALIGN_LEFT;
	l = paragraph_break(&now.builder, t, 60, 20)->lines;
	ck_assert_double_eq_tol(l[0].x, 20, 1e-6);
	ck_assert_double_eq_tol(l[1].x, 0, 1e-6);
}
END_TEST

START_TEST(justified_lines_fill_the_measure)
{
	const struct node *p = line_parse("De inspectie ziet dat de gemeente "
	    "met "
	    "alle partijen goede afspraken heeft gemaakt over de zorg voor "
	    "kinderen en hun ouders in de wijk.");
	struct paragraph *q;

	now.style.align = ALIGN_JUSTIFY;
	q = paragraph_break(&now.builder, line_collect(p), 150, 0);
	ck_assert_uint_gt(q->n, 3);
	for (size_t i = 0; i + 1 < q->n; i++)
		ck_assert_double_eq_tol(q->lines[i].width, 150, 0.01);
	ck_assert(q->lines[q->n - 1].width < 150);
	line_check(q, 150, "justified");
}
END_TEST

/* Points and hyphens stand half outside the margin, if that is asked for. */
START_TEST(signs_hang_in_the_margin)
{
	const struct node *p = line_parse("Het wijkteam, de school en de "
	    "huisarts "
	    "spreken af. Daarna, na een week, is er een eerste jeugd- en "
	    "gezinsoverleg over verantwoordelijkheden, met ouders.");
	double most = 0;

	now.style.align = ALIGN_JUSTIFY;
	for (int hang = 0; hang < 2; hang++) {
		now.style.hang = hang;
		for (double width = 90; width < 200; width += 1) {
			struct paragraph *set = paragraph_break(&now.builder,
			    line_collect(p), width, 0);

			for (size_t i = 0; i + 1 < set->n; i++)
				most = fmax(most, set->lines[i].width - width);
		}
		if (!hang)
			ck_assert_double_le(most, 0.001);
	}
	ck_assert_double_gt(most, 0.1 * now.style.size);
	ck_assert_double_lt(most, 0.2 * now.style.size);
}
END_TEST

/* In a column of one word, a short word is no bad last line. */
START_TEST(narrow_columns_divide_at_the_seam)
{
	ck_assert_str_eq(line_text(line_set("veiligheidsplan", 70)),
	    "veiligheids\u00AD|plan");
	ck_assert_str_eq(line_text(line_set("\u2013 geen bevinding", 75)),
	    "\u2013 geen |bevinding");
}
END_TEST

START_TEST(widths_tell_what_fits)
{
	const struct node *p = line_parse("Een <b>hulpverlener</b> en "
	    "1\u00A0mei"
	    "<br/>kort");
	struct inline_text *t = line_collect(p);
	double least = inline_min_width(t), most = inline_max_width(t);
	struct paragraph *q = paragraph_break(&now.builder, t, most, 0);

	ck_assert_uint_eq(q->n, 2);
	ck_assert_double_eq_tol(q->lines[0].width, most, 1e-6);
	q = paragraph_break(&now.builder, t, least, 0);
	line_check(q, least, "least");
	ck_assert_uint_gt(q->n, 3);
	ck_assert(least < most / 2);
}
END_TEST

START_TEST(what_cannot_be_divided_is_divided_anywhere)
{
	struct paragraph *p = line_set("kort 123456789012345678901234567890 "
	    "kort",
	    50);

	line_check(p, 50, "anywhere");
	ck_assert_uint_gt(p->n, 3);
	ck_assert_str_eq(line_copied(p),
	    "kort 123456789012345678901234567890 kort");
	/* no room at all: one letter a line, and it ends */
	p = line_set("kort", 0);
	ck_assert_str_eq(line_text(p), "k|o|r|t");
}
END_TEST

static struct node *
new_element(enum element element)
{
	return node_new(fixture_arena, element, (struct loc){ NULL, 0, 0 });
}

/* The lines of what is in top once text is in at, which is in top. */
static struct paragraph *
set_text(struct node *top, struct node *at, const char *text)
{
	node_append(at, node_text(fixture_arena, str_from(text),
	    (struct loc){ NULL, 0, 0 }));
	return paragraph_break(&now.builder, inline_new(&now.builder, top,
	    NULL, &now.style, now.root), 400, 0);
}

static void
set_long_word(size_t n, const void *with)
{
	struct node *em = new_element(ELEMENT_EM);
	struct buf word = BUF_INIT;
	struct paragraph *p;

	(void)with;
	for (size_t i = 0; i < n; i++)
		buf_addc(&word, (char)('a' + i % 26));
	p = set_text(em, em, word.s);
	line_check(p, 400, "long word");
	ck_assert_str_eq(line_copied(p), word.s);
	buf_release(&word);
}

START_TEST(a_very_long_word_is_no_trouble)
{
	line_parse("x");
	work_is_linear(set_long_word, 10000, NULL);
}
END_TEST

/* The lines of a <pre>. */
static struct paragraph *
set_pre(const char *body, double width)
{
	struct document *document = fixture_parse_body(body);
	struct node *pre = document->root;
	const struct style *pre_style;

	line_parse("x");
	while (pre->element != ELEMENT_PRE)
		pre = node_next(pre, document->root);
	pre_style = theme_style(now.theme, pre, now.style.parent);
	return paragraph_break(&now.builder, inline_new(&now.builder,
	    pre->first, NULL, pre_style, now.root), width, 0);
}

START_TEST(preformatted_text_keeps_its_spaces)
{
	struct paragraph *p = set_pre("<pre>een\n  twee\n\n\tdrie\n</pre>",
	    400);
	const struct text_run *run = &p->lines[0].runs[0];

	ck_assert_str_eq(line_text(p), "een|  twee||    drie");
	ck_assert_str_eq(font_name(run->font), "DejaVu Sans Mono 400");
	/* all letters are equally wide */
	ck_assert_double_eq_tol(p->lines[1].width, 2 * run->width, 0.01);
	p = set_pre("<pre><code>if (breder_dan_de_regel(zonder_spaties,en_nog"
	    "_meer)) {\n}\n</code></pre>", 80);
	line_check(p, 80, "pre");
	ck_assert_str_eq(line_text(p) + strlen(line_text(p)) - 2, "|}");
}
END_TEST

START_TEST(a_missing_character_is_told_once)
{
	line_set("goed \u6F22, \u6F22 en \u5B57", 400);
	ck_assert_str_eq(fixture_messages(),
	    "t.mustache:2:4: error: lettertype Open Sans 400 heeft geen teken "
	    "\"\u5B57\" (U+5B57); schrijf het anders\n"
	    "t.mustache:2:4: error: lettertype Open Sans 400 heeft geen teken "
	    "\"\u6F22\" (U+6F22); schrijf het anders\n");
}
END_TEST

START_TEST(own_text)
{
	struct inline_text *t;

	line_parse("x");
	t = inline_from(&now.builder, STR("Leeuwarden \u2013 rapport"),
	    &now.style, TAG_HEADER);
	ck_assert_str_eq(line_text(paragraph_break(&now.builder, t, 400, 0)),
	    "Leeuwarden \u2013 rapport");
	ck_assert_uint_eq(now.layout.n_tags, 1);
	ck_assert_ptr_null(inline_from(&now.builder, STR(""), &now.style,
	    now.root));
}
END_TEST

/* Deep nesting, and many elements that are never closed until the end. */
static void
set_deep(size_t n, const void *with)
{
	struct node *top = new_element(ELEMENT_EM), *at = top, *in;

	(void)with;
	for (size_t i = 0; i < n; i++) {
		in = new_element(ELEMENT_SPAN);
		node_append(at, in);
		at = in;
	}
	ck_assert_str_eq(line_text(set_text(top, at, "diep")), "diep");
}

START_TEST(deep_nesting_is_no_trouble)
{
	line_parse("x");
	work_is_linear(set_deep, 10000, NULL);
}
END_TEST

static unsigned
next_random(unsigned *seed, unsigned below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed % below;
}

static void
add_random_word(struct buf *xhtml, struct buf *text, unsigned *seed)
{
	static const char *const words[] = { "de", "veiligheid", "van",
		"kindermishandeling", "Zuidoost-Brabant", "en/of", "2018-2019",
		"zorgaanbieders/ketenpartners", "reëel,", "(hulpverlening)",
		"\u2018samenwerking\u2019", "1\u00A0mei\u00A02020", "a",
		"https://www.veiligthuis.nl/over-ons?id=1", "\u2013", "JGZ",
		"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
	static const char *const tags[] = { "em", "strong", "span", "sup",
		"code" };
	const char *word = words[next_random(seed, sizeof words /
	    sizeof *words)];
	const char *tag = tags[next_random(seed, 5)];

	buf_adds(text, word);
	switch (next_random(seed, 8)) {
	case 0:
		buf_addf(xhtml, "<%s>%s</%s>", tag, word, tag);
		break;
	case 1:
		buf_addf(xhtml, "<a href=\"#x\">%s</a>", word);
		break;
	case 2:
		buf_addf(xhtml, "%s<sup><a role=\"doc-noteref\" "
		    "href=\"#noot-%u\">7</a></sup>", word,
		    1 + next_random(seed, MAX_NOTES));
		buf_addc(text, '7');
		break;
	default:
		buf_adds(xhtml, word);
	}
}

static void
random_paragraph(struct buf *xhtml, struct buf *text, unsigned *seed)
{
	unsigned n = 1 + next_random(seed, 60);

	for (unsigned i = 0; i < n; i++) {
		if (i && next_random(seed, 20) == 0) {
			buf_adds(xhtml, "<br/>");
		} else if (i && next_random(seed, 10)) {
			buf_adds(xhtml, next_random(seed, 2) ? " " : " \n");
			buf_addc(text, ' ');
		}
		add_random_word(xhtml, text, seed);
	}
}

static size_t
count(const char *text, const char *what)
{
	size_t n = 0;

	while ((text = strstr(text, what))) {
		text++;
		n++;
	}
	return n;
}

START_TEST(random_paragraphs_keep_the_rules)
{
	unsigned seed = 4711u * ((unsigned)_i + 1);

	for (int k = 0; k < 10; k++) {
		struct buf xhtml = BUF_INIT, text = BUF_INIT;
		const char *where = arena_printf(fixture_arena, "seed %u",
		    seed).s;
		double measure;
		struct paragraph *p;
		size_t notes = 0;

		random_paragraph(&xhtml, &text, &seed);
		measure = 25 + next_random(&seed, 400);
		line_parse(xhtml.s);
		p = line_set(xhtml.s, measure);
		line_check(p, measure, where);
		ck_assert_msg(!strcmp(line_copied(p), text.s),
		    "%s: \"%s\" instead of \"%s\"", where, line_copied(p),
		    text.s);
		for (size_t i = 0; i < p->n; i++)
			notes += p->lines[i].n_notes;
		ck_assert_msg(notes == count(xhtml.s, "noot-"), "%s: notes",
		    where);
		buf_release(&xhtml);
		buf_release(&text);
	}
}
END_TEST

Suite *
line_suite(void)
{
	Suite *s = suite_create("line");
	TCase *t = tcase_create("line");

	tcase_add_checked_fixture(t, line_setup, line_teardown);
	tcase_add_test(t, one_line_is_one_run);
	tcase_add_test(t, nothing_to_see_is_null);
	tcase_add_test(t, white_space_folds_over_elements);
	tcase_add_test(t, line_ends);
	tcase_add_test(t, divisions_have_a_soft_hyphen);
	tcase_add_test(t, a_hyphen_stands_as_if_shaped_with_its_word);
	tcase_add_test(t, no_break_spaces_hold);
	tcase_add_test(t, calls_stay_with_their_word);
	tcase_add_test(t, links_are_rectangles_on_each_line);
	tcase_add_test(t, tags_of_language_and_abbreviation);
	tcase_add_test(t, outside_the_tree_nothing_gets_a_tag);
	tcase_add_test(t, anchors_are_on_their_line);
	tcase_add_test(t, pictures_are_boxes);
	tcase_add_test(t, alignment);
	tcase_add_test(t, justified_lines_fill_the_measure);
	tcase_add_test(t, signs_hang_in_the_margin);
	tcase_add_test(t, narrow_columns_divide_at_the_seam);
	tcase_add_test(t, widths_tell_what_fits);
	tcase_add_test(t, what_cannot_be_divided_is_divided_anywhere);
	tcase_add_test(t, a_very_long_word_is_no_trouble);
	tcase_add_test(t, preformatted_text_keeps_its_spaces);
	tcase_add_test(t, a_missing_character_is_told_once);
	tcase_add_test(t, own_text);
	tcase_add_test(t, deep_nesting_is_no_trouble);
	tcase_add_loop_test(t, random_paragraphs_keep_the_rules, 0, 30);
	suite_add_tcase(s, t);
	return s;
}
