/* pdf_fixture.c -- for tests: placed items as the typesetter makes them */
#include "pdf_fixture.h"

#include <check.h>

#include "../gen/typeset/look/font.h"

static struct font_library *fonts;
static struct font *font;

void
pdf_setup(void)
{
	fixture_setup();
	fonts = font_library_new();
	font = font_open(fonts, fixture_diag, (struct loc){ 0 },
	    STR("Open Sans"), 400, false);
	ck_assert_ptr_nonnull(font);
}

void
pdf_teardown(void)
{
	font_library_free(fonts);
	fixture_teardown();
}

struct item
pdf_text(const char *s, double x, double y, int tag)
{
	const struct shaped_word *w = font_shape(font, str_from(s));
	struct item item = { .kind = ITEM_TEXT, .tag = tag, .x = x, .y = y,
		.height = 11, .font = font, .text = str_from(s),
		.n_glyphs = w->n };
	struct placed_glyph *glyphs = arena_array(fixture_arena, w->n,
	    sizeof *glyphs);
	double at = 0;

	for (size_t i = 0; i < w->n; i++) {
		glyphs[i] = (struct placed_glyph){ at, w->glyphs[i].id,
			w->glyphs[i].bytes };
		at += (double)w->glyphs[i].advance * item.height;
	}
	item.glyphs = glyphs;
	return item;
}
