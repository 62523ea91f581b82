/*
 * draw.c -- stage 6: placed items -> cairo's PDF.  One loop over the items;
 * nothing is decided here.
 */
#include "draw.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include "../base/diag.h"
#include "../typeset/look/font.h"
#include "picture_draw.h"

struct drawing {
	const struct layout *layout;
	struct arena *arena;
	struct marks *marks;
	cairo_surface_t *surface;
	cairo_t *cr;
	struct picture_cache *pictures;
	/* room of the text that is drawn */
	cairo_glyph_t *glyphs;
	cairo_text_cluster_t *clusters;
	size_t n_room;
	bool ok;		/* false: a picture cannot be drawn */
};

static cairo_status_t
append(void *closure, const unsigned char *data, unsigned n)
{
	buf_add(closure, (struct str){ (const char *)data, n });
	return CAIRO_STATUS_SUCCESS;
}

static void
release_font_face(void *face)
{
	FT_Face ft = face;

	cairo_font_face_destroy(ft->generic.data);
	ft->generic.data = NULL;
}

/* cairo's face of a font; kept with the FT_Face, so made once a thread. */
static cairo_font_face_t *
font_cairo(const struct font *font)
{
	FT_Face ft = font_face(font);

	if (!ft->generic.data) {
		ft->generic.data = cairo_ft_font_face_create_for_ft_face(ft,
		    FT_LOAD_NO_HINTING);
		ft->generic.finalizer = release_font_face;
	}
	return ft->generic.data;
}

static void
make_room(struct drawing *d, size_t n)
{
	if (n <= d->n_room)
		return;
	d->n_room = 2 * n;
	d->glyphs = arena_array(d->arena, d->n_room, sizeof *d->glyphs);
	d->clusters = arena_array(d->arena, d->n_room, sizeof *d->clusters);
}

/*
 * Glyphs of one text as cairo wants them.  A cluster is a glyph with bytes
 * and those behind it without.
 */
static void
draw_text(struct drawing *d, const struct item *item)
{
	cairo_text_cluster_t *cluster = NULL;
	int n_clusters = 0;

	make_room(d, item->n_glyphs + 1);
	for (size_t i = 0; i < item->n_glyphs; i++) {
		const struct placed_glyph *g = &item->glyphs[i];

		d->glyphs[i] = (cairo_glyph_t){ g->id, item->x + g->x,
			item->y - item->rise };
		if (g->bytes || !cluster) {
			cluster = &d->clusters[n_clusters++];
			*cluster = (cairo_text_cluster_t){ (int)g->bytes, 0 };
		}
		cluster->num_glyphs++;
	}
	cairo_set_font_face(d->cr, font_cairo(item->font));
	cairo_set_font_size(d->cr, item->height);
	cairo_show_text_glyphs(d->cr, item->text.s, (int)item->text.n,
	    d->glyphs, (int)item->n_glyphs, d->clusters, n_clusters, 0);
}

static void
draw_item(struct drawing *d, const struct item *item)
{
	switch (item->kind) {
	case ITEM_TEXT:
		draw_text(d, item);
		break;
	case ITEM_FILL:
	case ITEM_RULE:
		cairo_rectangle(d->cr, item->x, item->y, item->width,
		    item->height);
		cairo_fill(d->cr);
		break;
	case ITEM_PICTURE:
		if (!picture_draw(d->pictures, d->cr, item))
			d->ok = false;
		break;
	}
}

/*
 * A border between two pieces: a square of the colour that is set already, so
 * that cairo writes its path and nothing else.  finish_pdf takes it out.
 */
static void
draw_border(struct drawing *d, size_t k)
{
	cairo_rectangle(d->cr, border_x(k), border_y(k), BORDER_SIZE,
	    BORDER_SIZE);
	cairo_fill(d->cr);
}

static bool
is_blank(struct str text)
{
	for (size_t at = 0; at < text.n; ) {
		unsigned c = utf8_next(text, &at);

		if (c > ' ' && c != 0xA0 && (c < 0x2000 || c > 0x200F) &&
		    c != 0x202F && c != 0x2060 && c != 0x3000 && c != 0xFEFF)
			return false;
	}
	return true;
}

static unsigned
holds(const struct item *item)
{
	switch (item->kind) {
	case ITEM_TEXT:
		return is_blank(item->text) ? HOLDS_TEXT :
		    HOLDS_TEXT | HOLDS_INK;
	case ITEM_PICTURE:
		return HOLDS_PICTURE;
	default:
		return HOLDS_FILL;
	}
}

static void
begin_piece(struct drawing *d, size_t page, int tag)
{
	struct marks *m = d->marks;
	size_t k = m->n && m->list[m->n - 1].page == page ?
	    m->list[m->n - 1].number + 1 : 0;

	m->list = arena_grow(d->arena, m->list, m->n, sizeof *m->list);
	m->list[m->n++] = (struct mark){ page, tag, k, 0 };
	draw_border(d, k);
}

static void
draw_page(struct drawing *d, size_t n)
{
	const struct laid_page *page = &d->layout->pages[n];

	cairo_pdf_surface_set_size(d->surface, page->width, page->height);
	for (size_t i = 0; i < page->n_items; i++) {
		const struct item *item = &page->items[i];

		cairo_set_source_rgb(d->cr, item->color.red,
		    item->color.green, item->color.blue);
		if (d->marks && (!i || item->tag != item[-1].tag))
			begin_piece(d, n, item->tag);
		if (d->marks)
			d->marks->list[d->marks->n - 1].holds |=
			    holds(item);
		draw_item(d, item);
	}
	if (d->marks && page->n_items)
		draw_border(d, d->marks->list[d->marks->n - 1].number + 1);
	cairo_show_page(d->cr);
}

static void
set_metadata(cairo_surface_t *surface, const struct pdf_info *info,
    struct arena *a)
{
	struct str date = pdf_timestamp(info, a);
	const struct {
		cairo_pdf_metadata_t key;
		struct str text;
	} data[] = {
		{ CAIRO_PDF_METADATA_TITLE, info->title },
		{ CAIRO_PDF_METADATA_AUTHOR, info->author },
		{ CAIRO_PDF_METADATA_SUBJECT, info->subject },
		{ CAIRO_PDF_METADATA_KEYWORDS, info->keywords },
		{ CAIRO_PDF_METADATA_CREATOR, STR("Toetssteen") },
		{ CAIRO_PDF_METADATA_CREATE_DATE, date },
		{ CAIRO_PDF_METADATA_MOD_DATE, date },
	};

	for (size_t i = 0; i < sizeof data / sizeof *data; i++)
		if (data[i].text.n)
			cairo_pdf_surface_set_metadata(surface, data[i].key,
			    arena_cstr(a, data[i].text));
}

/* Exact positions: neither hinting nor rounding. */
static void
set_font_options(cairo_t *cr)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, options);
	cairo_font_options_destroy(options);
}

bool
draw_pages(const struct layout *layout, const struct pdf_info *info,
    struct arena *a, struct diag *diag, struct marks *marks, struct buf *out)
{
	struct drawing d = { .layout = layout, .arena = a, .marks = marks,
		.ok = true };
	cairo_status_t status;

	d.surface = cairo_pdf_surface_create_for_stream(append, out, 1, 1);
	d.pictures = picture_cache_new(diag, info->path);
	set_metadata(d.surface, info, a);
	d.cr = cairo_create(d.surface);
	set_font_options(d.cr);
	for (size_t i = 0; i < layout->n_pages; i++)
		draw_page(&d, i);
	status = cairo_status(d.cr);
	cairo_destroy(d.cr);
	cairo_surface_finish(d.surface);
	if (!status)
		status = cairo_surface_status(d.surface);
	cairo_surface_destroy(d.surface);
	picture_cache_free(d.pictures);
	if (status)
		diag_path(diag, info->path, DIAG_NOT_DRAWN,
		    cairo_status_to_string(status));
	return d.ok && !status;
}
