/* line_fixture.c -- for tests: inline XHTML as lines */
#include "line_fixture.h"

#include <check.h>

#include "../gen/base/buf.h"
#include "../gen/content/read/yaml.h"
#include "document_fixture.h"

struct line_fixture now;

static struct font_library *fonts;
static struct hyphenator *hyphenator;

static const char house_style[] = "assets/huisstijl.yaml";

void
line_setup(void)
{
	const struct value *style;

	fixture_setup();
	fonts = font_library_new();
	style = yaml_load(fixture_arena, fixture_diag, house_style);
	ck_assert_ptr_nonnull(style);
	now.theme = theme_new(fonts, fixture_diag, style);
	hyphenator = hyphenator_new(fixture_diag);
	ck_assert_msg(now.theme && hyphenator, "%s", fixture_messages());
	now.layout = (struct layout) { 0 };
	now.builder = (struct builder) { .arena = fixture_arena,
	    .diag = fixture_diag, .theme = now.theme, .fonts = fonts,
	    .hyphenator = hyphenator, .layout = &now.layout };
}

void
line_teardown(void)
{
	hyphenator_free(hyphenator);
	theme_free(now.theme);
	font_library_free(fonts);
	fixture_teardown();
}

/* A document with these nodes in a <p>, and nine notes. */
const struct node *
line_parse(const char *inlines)
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
	now.builder.document = document;
	body = theme_style(now.theme, document->root, NULL);
	now.style = *theme_style(now.theme, p, body);
	now.root = builder_tag(&now.builder, "P", -1, p);
	return p;
}

struct inline_text *
line_collect(const struct node *p)
{
	return inline_new(&now.builder, p->first, NULL, &now.style, now.root);
}

struct paragraph *
line_set(const char *inlines, double width)
{
	struct inline_text *t = line_collect(line_parse(inlines));

	ck_assert_ptr_nonnull(t);
	return paragraph_break(&now.builder, t, width, 0);
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
const char *
line_text(const struct paragraph *p)
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
const char *
line_copied(const struct paragraph *p)
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
check_run(const struct text_run *run, const char *where)
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
is_call(const struct line *line, const struct text_run *run)
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
		const struct text_run *run = &line->runs[i];

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

void
line_check(const struct paragraph *p, double measure, const char *where)
{
	double height = 0;

	for (size_t i = 0; i < p->n; i++) {
		check_line(&p->lines[i], measure, where);
		height += p->lines[i].height;
	}
	ck_assert_double_eq_tol(height, p->height, 1e-6);
}
