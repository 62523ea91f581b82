/* check_line.c -- inline content becomes lines */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/content/yaml.h"
#include "../gen/typeset/line.h"
#include "document_fixture.h"
#include "suites.h"

enum { MAX_NOTES = 9 };

static struct font_library *fonts;
static struct theme *theme;
static struct hyphenator *hyphenator;
static struct layout layout;
static struct builder builder;
static struct style style;	/* of the paragraph; a test may change it */
static int root;		/* its tag */

static const char house_style[] = "assets/huisstijl.yaml";

static void
setup(void)
{
	const struct source *src;

	fixture_setup();
	fonts = font_library_new();
	src = source_load(fixture_arena, fixture_diag, house_style);
	ck_assert_ptr_nonnull(src);
	theme = theme_new(fonts, fixture_diag, yaml_parse(fixture_arena,
	    fixture_diag, src));
	hyphenator = hyphenator_new(fixture_diag);
	ck_assert_msg(theme && hyphenator, "%s", fixture_messages());
	layout = (struct layout) { 0 };
	builder = (struct builder) { .arena = fixture_arena,
	    .diag = fixture_diag, .theme = theme, .fonts = fonts,
	    .hyphenator = hyphenator, .layout = &layout };
}

static void
teardown(void)
{
	hyphenator_free(hyphenator);
	theme_free(theme);
	font_library_free(fonts);
	fixture_teardown();
}

/* A document with these nodes in a <p>, and nine notes. */
static const struct node *
parse(const char *inlines)
{
	struct document *document = fixture_parse_body(
	    arena_printf(fixture_arena, "<p>%s</p>", inlines).s);
	const struct style *body;
	struct node *p;

	ck_assert_msg(document, "%s", fixture_messages());
	document->notes = arena_array(fixture_arena, MAX_NOTES,
	    sizeof *document->notes);
	document->n_notes = MAX_NOTES;
	for (int i = 0; i < MAX_NOTES; i++)
		document->notes[i].number = i + 1;
	for (p = document->root; p->element != ELEMENT_P; )
		p = node_next(p, document->root);
	builder.document = document;
	body = theme_style(theme, document->root, NULL);
	style = *theme_style(theme, p, body);
	root = builder_tag(&builder, "P", -1, p);
	return p;
}

static struct inline_text *
collect(const struct node *p)
{
	return inline_new(&builder, p->first, NULL, &style, root);
}

static struct paragraph *
set(const char *inlines, double width)
{
	struct inline_text *t = collect(parse(inlines));

	ck_assert_ptr_nonnull(t);
	return paragraph_break(&builder, t, width, 0);
}

static void
add_line_text(const struct line *line, struct buf *out)
{
	for (size_t i = 0; i < line->n_runs; i++)
		buf_add(out, line->runs[i].text);
}

static const char *
keep(struct buf *b)
{
	const char *s = arena_cstr(fixture_arena, buf_str(b));

	buf_release(b);
	return s;
}

/* The lines, "|" behind each but the last. */
static const char *
text_of(const struct paragraph *p)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < p->n; i++) {
		if (i)
			buf_addc(&out, '|');
		add_line_text(&p->lines[i], &out);
	}
	return keep(&out);
}

/* All text, as who copies it gets it. */
static const char *
copied_text(const struct paragraph *p)
{
	struct buf out = BUF_INIT, joined = BUF_INIT;

	for (size_t i = 0; i < p->n; i++)
		add_line_text(&p->lines[i], &out);
	for (size_t i = 0; i < out.n; i++)
		if (str_starts(str_slice(buf_str(&out), i, out.n), "\u00AD"))
			i++;
		else
			buf_addc(&joined, out.s[i]);
	buf_release(&out);
	return keep(&joined);
}

static void
check_run(const struct run *run, const char *where)
{
	size_t bytes = 0;

	ck_assert_msg(run->n_glyphs, "%s: empty run", where);
	for (size_t i = 0; i < run->n_glyphs; i++) {
		bytes += run->glyphs[i].bytes;
		ck_assert_msg(i == 0 || run->glyphs[i].x >
		    run->glyphs[i - 1].x - 1, "%s: glyph %zu", where, i);
		ck_assert_msg(run->glyphs[i].id, "%s: no glyph", where);
	}
	ck_assert_msg(bytes == run->text.n, "%s: %zu bytes of \"%.*s\"",
	    where, bytes, (int)run->text.n, run->text.s);
}

static bool
is_call(const struct line *line, const struct run *run)
{
	for (size_t i = 0; i < line->n_links; i++)
		if (line->links[i].tag == run->tag &&
		    str_starts(line->links[i].target, "noot-"))
			return true;
	return false;
}

/* What must be true of each line of a paragraph. */
static void
check_line(const struct line *line, double measure, const char *where)
{
	ck_assert_msg(line->x >= 0, "%s: x %g", where, line->x);
	ck_assert_msg(line->x + line->width <= measure + 0.001,
	    "%s: %g wide", where, line->x + line->width);
	ck_assert_msg(!line->n_runs || !is_call(line, &line->runs[0]),
	    "%s: begins with a call", where);
	for (size_t i = 0; i < line->n_runs; i++) {
		const struct run *run = &line->runs[i];

		check_run(run, where);
		ck_assert_msg(run->x + run->width <= line->width + 0.001,
		    "%s: run %zu", where, i);
		ck_assert_msg(!i || run->x > run[-1].x, "%s: run %zu", where,
		    i);
	}
	for (size_t i = 0; i < line->n_links; i++)
		ck_assert_msg(line->links[i].x >= 0 &&
		    line->links[i].width > 0 && line->links[i].x +
		    line->links[i].width <= line->width + 0.001,
		    "%s: link %zu", where, i);
}

static void
check_paragraph(const struct paragraph *p, double measure, const char *where)
{
	double height = 0;

	for (size_t i = 0; i < p->n; i++) {
		check_line(&p->lines[i], measure, where);
		height += p->lines[i].height;
	}
	ck_assert_double_eq_tol(height, p->height, 1e-6);
}

START_TEST(one_line_is_one_run)
{
	struct paragraph *p = set(" \n De  gemeente\n\tSomeren ", 400);

	ck_assert_uint_eq(p->n, 1);
	ck_assert_uint_eq(p->lines[0].n_runs, 1);
	ck_assert_str_eq(text_of(p), "De gemeente Someren");
	ck_assert_double_eq_tol(p->lines[0].runs[0].width,
	    p->lines[0].width, 1e-9);
	ck_assert_double_eq_tol(p->height, style.leading, 1e-9);
	ck_assert(p->lines[0].baseline > style.size * 0.8);
	ck_assert(p->lines[0].baseline < style.leading);
	check_paragraph(p, 400, "one line");
}
END_TEST

START_TEST(nothing_to_see_is_null)
{
	ck_assert_ptr_null(inline_new(&builder, NULL, NULL, &style, 0));
	ck_assert_ptr_null(collect(parse(" \n ")));
	ck_assert_ptr_null(collect(parse("<em> </em> <strong/>")));
	ck_assert_ptr_null(collect(parse("<br/>")));
	ck_assert_ptr_null(collect(parse("\u00AD\u200B")));
	ck_assert_ptr_null(collect(parse(
	    "<span data-media=\"web\">alleen web</span>")));
}
END_TEST

START_TEST(white_space_folds_over_elements)
{
	ck_assert_str_eq(text_of(set("een <em> twee</em> \n <b>drie </b> "
	    "<i> </i>vier<br/> vijf", 400)), "een twee drie vier|vijf");
	ck_assert_str_eq(text_of(set("a<b>b</b>c <b>d</b>.", 400)),
	    "abc d.");
}
END_TEST

START_TEST(line_ends)
{
	ck_assert_str_eq(text_of(set("een<br/>twee<br/>", 400)), "een|twee");
	ck_assert_str_eq(text_of(set("een<br/><br/>twee", 400)), "een||twee");
	ck_assert_str_eq(text_of(set("een twee", 30)), "een |twee");
}
END_TEST

START_TEST(divisions_have_a_soft_hyphen)
{
	struct paragraph *p = set("veiligheidsplannen", 60);

	ck_assert_str_eq(text_of(p), "veiligheids\u00AD|plannen");
	check_paragraph(p, 60, "division");
	ck_assert_str_eq(text_of(set("donau&#173;stoomboot", 60)),
	    "donau\u00AD|stoomboot");
	/* not where the language is another one */
	p = set("<span lang=\"en\">Veiligheidsplannen</span> is", 100);
	ck_assert_str_eq(text_of(p), "Veiligheidsplannen |is");
}
END_TEST

START_TEST(a_hyphen_stands_as_if_shaped_with_its_word)
{
	struct paragraph *p = set("veiligheidsplannen", 60);
	const struct shaped_word *w = font_shape(style.font,
	    STR("veiligheids\u00AD"));
	const struct run *run = &p->lines[0].runs[0];

	ck_assert_uint_eq(run->n_glyphs, w->n);
	ck_assert_uint_eq(run->glyphs[11].id, w->glyphs[11].id);
	ck_assert_double_eq_tol(p->lines[0].width, w->advance * style.size,
	    0.001);
}
END_TEST

START_TEST(no_break_spaces_hold)
{
	ck_assert_str_eq(text_of(set("op 1\u00A0mei\u00A02020", 65)),
	    "op |1\u00A0mei\u00A02020");
}
END_TEST

START_TEST(calls_stay_with_their_word)
{
	const char *text = "tekst<sup class=\"nootverwijzing\"><a "
	    "role=\"doc-noteref\" href=\"#noot-3\">3</a></sup> en";
	struct paragraph *p = set(text, 30);

	ck_assert_str_eq(text_of(p), "tekst3 |en");
	ck_assert_uint_eq(p->lines[0].n_notes, 1);
	ck_assert_int_eq(p->lines[0].notes[0], 2);
	ck_assert_uint_eq(p->lines[1].n_notes, 0);
	ck_assert_uint_eq(p->lines[0].n_runs, 3);
	ck_assert(p->lines[0].runs[1].rise > 0);
	ck_assert_str_eq(layout.tags[p->lines[0].runs[1].tag].type, "Link");
	ck_assert_str_eq(layout.tags[layout.tags[p->lines[0].runs[1].tag]
	    .parent].type, "Reference");
	check_paragraph(p, 30, "call");
	/* even behind a space, and in a narrow column */
	p = set("tekst <sup><a role=\"doc-noteref\" href=\"#noot-1\">1</a>"
	    "</sup>", 31);
	ck_assert_str_eq(text_of(p), "tekst 1");
	check_paragraph(set(text, 12), 12, "narrow");
}
END_TEST

START_TEST(links_are_rectangles_on_each_line)
{
	struct paragraph *p = set("zie <a href=\"#h3\">hoofdstuk <em>drie</em>"
	    "</a> of <a href=\"https://www.igj.nl\">IGJ</a>.", 75);
	const struct line *l = p->lines;

	ck_assert_str_eq(text_of(p), "zie hoofdstuk |drie of IGJ.");
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
	ck_assert_uint_eq(layout.n_tags, 3);
	check_paragraph(p, 75, "links");
}
END_TEST

START_TEST(tags_of_language_and_abbreviation)
{
	struct paragraph *p = set("de <span lang=\"en\">best</span> "
	    "<span lang=\"nl\">van</span> <abbr title=\"Jeugd\">JGZ</abbr> "
	    "<abbr>IGJ</abbr>", 400);

	ck_assert_uint_eq(layout.n_tags, 3);
	ck_assert_str_eq(layout.tags[1].type, "Span");
	ck_assert(str_is(layout.tags[1].language, "en"));
	ck_assert(str_is(layout.tags[2].expansion, "Jeugd"));
	ck_assert_uint_eq(p->lines[0].n_runs, 5);
	ck_assert_int_eq(p->lines[0].runs[2].tag, root);
}
END_TEST

START_TEST(outside_the_tree_nothing_gets_a_tag)
{
	const struct node *p = parse("a <a href=\"#x\" id=\"y\">b</a> "
	    "<img src=\"i.svg\" alt=\"c\" width=\"8\" height=\"8\"/>");
	struct inline_text *t = inline_new(&builder, p->first, NULL, &style,
	    TAG_LAYOUT);
	struct paragraph *q = paragraph_break(&builder, t, 400, 0);

	ck_assert_uint_eq(layout.n_tags, 1);
	ck_assert_uint_eq(q->lines[0].n_links, 0);
	ck_assert_uint_eq(q->lines[0].n_anchors, 0);
	ck_assert_int_eq(q->lines[0].runs[0].tag, TAG_LAYOUT);
	ck_assert_int_eq(q->lines[0].pictures[0].tag, TAG_LAYOUT);
}
END_TEST

START_TEST(anchors_are_on_their_line)
{
	struct paragraph *p = set("een <span id=\"a\">twee</span> drie "
	    "<a id=\"b\"></a>vier", 30);

	ck_assert_str_eq(text_of(p), "een |twee |drie |vier");
	ck_assert_uint_eq(p->lines[0].n_anchors, 0);
	ck_assert(str_is(p->lines[1].anchors[0], "a"));
	ck_assert_uint_eq(p->lines[2].n_anchors, 0);
	ck_assert(str_is(p->lines[3].anchors[0], "b"));
}
END_TEST

START_TEST(pictures_are_boxes)
{
	struct paragraph *p = set("<img src=\"a.svg\" alt=\"\" width=\"20\" "
	    "height=\"40\"/> Goed <img src=\"b.svg\" alt=\"Vinkje\" "
	    "width=\"9pt\" height=\"9pt\"/>", 400);
	const struct line *l = p->lines;

	ck_assert_uint_eq(l->n_pictures, 2);
	ck_assert_double_eq_tol(l->pictures[0].width, 15, 1e-9);
	ck_assert_double_eq_tol(l->pictures[0].height, 30, 1e-9);
	ck_assert_int_eq(l->pictures[0].tag, TAG_LAYOUT);
	ck_assert_double_eq_tol(l->pictures[1].width, 9, 1e-9);
	ck_assert_str_eq(layout.tags[l->pictures[1].tag].type, "Figure");
	ck_assert_double_eq_tol(l->baseline, 30, 1e-9);
	ck_assert(l->height > style.leading);
	ck_assert_double_eq_tol(l->runs[0].x, 15 + 2, 1e-9);
	check_paragraph(p, 400, "picture");
	/* one that is too wide is made smaller */
	p = set("voor<img src=\"a.svg\" alt=\"\" width=\"200\" "
	    "height=\"100\"/>na", 50);
	ck_assert_double_eq_tol(p->lines[1].pictures[0].width, 48, 1e-9);
	ck_assert_double_eq_tol(p->lines[1].pictures[0].height, 24, 1e-9);
	check_paragraph(p, 50, "wide picture");
}
END_TEST

START_TEST(alignment)
{
	const struct node *p = parse("een twee");
	struct inline_text *t;
	const struct line *l;

	style.align = ALIGN_RIGHT;
	t = collect(p);
	l = paragraph_break(&builder, t, 200, 0)->lines;
	ck_assert_double_eq_tol(l->x + l->width, 200, 1e-6);
	style.align = ALIGN_CENTER;
	l = paragraph_break(&builder, t, 200, 0)->lines;
	ck_assert_double_eq_tol(l->x, (200 - l->width) / 2, 1e-6);
	/* the space at the end of a line does not count */
	l = paragraph_break(&builder, t, 30, 0)->lines;
	ck_assert_double_eq_tol(l->x, (30 - l->width) / 2, 1e-6);
	ck_assert(l->width < inline_max_width(t) / 2);
	style.align = ALIGN_LEFT;
	l = paragraph_break(&builder, t, 60, 20)->lines;
	ck_assert_double_eq_tol(l[0].x, 20, 1e-6);
	ck_assert_double_eq_tol(l[1].x, 0, 1e-6);
}
END_TEST

START_TEST(justified_lines_fill_the_measure)
{
	const struct node *p = parse("De inspectie ziet dat de gemeente met "
	    "alle partijen goede afspraken heeft gemaakt over de zorg voor "
	    "kinderen en hun ouders in de wijk.");
	struct paragraph *q;

	style.align = ALIGN_JUSTIFY;
	q = paragraph_break(&builder, collect(p), 150, 0);
	ck_assert_uint_gt(q->n, 3);
	for (size_t i = 0; i + 1 < q->n; i++)
		ck_assert_double_eq_tol(q->lines[i].width, 150, 0.01);
	ck_assert(q->lines[q->n - 1].width < 150);
	check_paragraph(q, 150, "justified");
}
END_TEST

START_TEST(widths_tell_what_fits)
{
	const struct node *p = parse("Een <b>hulpverlener</b> en 1\u00A0mei"
	    "<br/>kort");
	struct inline_text *t = collect(p);
	double least = inline_min_width(t), most = inline_max_width(t);
	struct paragraph *q = paragraph_break(&builder, t, most, 0);

	ck_assert_uint_eq(q->n, 2);
	ck_assert_double_eq_tol(q->lines[0].width, most, 1e-6);
	q = paragraph_break(&builder, t, least, 0);
	check_paragraph(q, least, "least");
	ck_assert_uint_gt(q->n, 3);
	ck_assert(least < most / 2);
}
END_TEST

START_TEST(what_cannot_be_divided_is_divided_anywhere)
{
	struct paragraph *p = set("kort 123456789012345678901234567890 kort",
	    50);

	check_paragraph(p, 50, "anywhere");
	ck_assert_uint_gt(p->n, 3);
	ck_assert_str_eq(copied_text(p),
	    "kort 123456789012345678901234567890 kort");
	/* no room at all: one letter a line, and it ends */
	p = set("kort", 0);
	ck_assert_str_eq(text_of(p), "k|o|r|t");
}
END_TEST

START_TEST(a_very_long_word_is_no_trouble)
{
	struct buf word = BUF_INIT;
	struct paragraph *p;

	for (int i = 0; i < 100000; i++)
		buf_addc(&word, (char)('a' + i % 26));
	p = set(word.s, 400);
	check_paragraph(p, 400, "long word");
	ck_assert_str_eq(copied_text(p), word.s);
	buf_release(&word);
}
END_TEST

START_TEST(preformatted_text_keeps_its_spaces)
{
	struct document *document = fixture_parse_body(
	    "<pre>een\n  twee\n</pre>");
	struct node *pre = document->root;
	struct inline_text *t;

	parse("x");
	while (pre->element != ELEMENT_PRE)
		pre = node_next(pre, document->root);
	t = inline_new(&builder, pre->first, NULL, &style, root);
	ck_assert_str_eq(text_of(paragraph_break(&builder, t, 400, 0)),
	    "een|  twee");
}
END_TEST

START_TEST(a_missing_character_is_told_once)
{
	set("goed \u6F22, \u6F22 en \u5B57", 400);
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

	parse("x");
	t = inline_from(&builder, STR("Leeuwarden \u2013 rapport"), &style,
	    TAG_HEADER);
	ck_assert_str_eq(text_of(paragraph_break(&builder, t, 400, 0)),
	    "Leeuwarden \u2013 rapport");
	ck_assert_uint_eq(layout.n_tags, 1);
	ck_assert_ptr_null(inline_from(&builder, STR(""), &style, root));
}
END_TEST

/* Deep nesting, and many elements that are never closed until the end. */
START_TEST(deep_nesting_is_no_trouble)
{
	struct node *top = node_new(fixture_arena, ELEMENT_EM,
	    (struct loc){ NULL, 0, 0 }), *at = top;

	parse("x");
	for (int i = 0; i < 20000; i++) {
		struct node *in = node_new(fixture_arena, ELEMENT_SPAN,
		    (struct loc){ NULL, 0, 0 });

		node_append(at, in);
		at = in;
	}
	node_append(at, node_text(fixture_arena, STR("diep"),
	    (struct loc){ NULL, 0, 0 }));
	ck_assert_str_eq(text_of(paragraph_break(&builder, inline_new(
	    &builder, top, NULL, &style, root), 400, 0)), "diep");
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

	while ((text = strstr(text, what)) != NULL) {
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
		parse(xhtml.s);
		p = set(xhtml.s, measure);
		check_paragraph(p, measure, where);
		ck_assert_msg(!strcmp(copied_text(p), text.s),
		    "%s: \"%s\" instead of \"%s\"", where, copied_text(p),
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

	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
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
