/* picture_draw.c -- stage 6: pictures into cairo */
#include "picture_draw.h"

#include <librsvg/rsvg.h>
#include <stdlib.h>
#include <string.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "../typeset/look/picture.h"

struct picture {
	struct picture *next;
	char *path;
	RsvgHandle *svg;		/* one of the two */
	cairo_surface_t *pixels;
};

struct picture_cache {
	struct diag *diag;
	const char *document;
	struct picture *first;
};

struct picture_cache *
picture_cache_new(struct diag *d, const char *document)
{
	struct picture_cache *cache = xmalloc(sizeof *cache);

	*cache = (struct picture_cache){ d, document, NULL };
	return cache;
}

static void
picture_free(struct picture *p)
{
	if (p->svg)
		g_object_unref(p->svg);
	if (p->pixels)
		cairo_surface_destroy(p->pixels);
	free(p->path);
	free(p);
}

void
picture_cache_free(struct picture_cache *cache)
{
	struct picture *next;

	for (struct picture *p = cache->first; p; p = next) {
		next = p->next;
		picture_free(p);
	}
	free(cache);
}

static void
tell(struct picture_cache *cache, const char *path, const char *why)
{
	diag_path(cache->diag, path, DIAG_PICTURE_NOT_READ, why,
	    cache->document);
}

static bool
load_svg(struct picture_cache *cache, struct picture *p)
{
	GError *error = NULL;

	p->svg = rsvg_handle_new_from_file(p->path, &error);
	if (!p->svg)
		tell(cache, p->path, error ? error->message : "");
	g_clear_error(&error);
	return p->svg;
}

static bool
load_png(struct picture_cache *cache, struct picture *p)
{
	cairo_status_t status;

	p->pixels = cairo_image_surface_create_from_png(p->path);
	status = cairo_surface_status(p->pixels);
	if (status)
		tell(cache, p->path, cairo_status_to_string(status));
	return !status;
}

/*
 * A JPEG goes into the PDF as it is, so cairo only needs a surface of the
 * right size that carries the bytes.
 */
static bool
load_jpeg(struct picture_cache *cache, struct picture *p)
{
	double width, height;
	gchar *data = NULL;
	gsize n = 0;
	GError *error = NULL;
	cairo_status_t status;

	if (!g_file_get_contents(p->path, &data, &n, &error) ||
	    !picture_size(p->path, &width, &height)) {
		tell(cache, p->path, error ? error->message : "");
		g_clear_error(&error);
		g_free(data);
		return false;
	}
	p->pixels = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	    (int)(width / 0.75), (int)(height / 0.75));
	status = cairo_surface_set_mime_data(p->pixels, CAIRO_MIME_TYPE_JPEG,
	    (unsigned char *)data, n, g_free, data);
	if (status)
		tell(cache, p->path, cairo_status_to_string(status));
	return !status;
}

static struct picture *
picture_find(struct picture_cache *cache, struct str path)
{
	struct picture *p;
	bool ok;

	for (p = cache->first; p; p = p->next)
		if (str_is(path, p->path))
			return p;
	p = xmalloc(sizeof *p);
	*p = (struct picture){ .path = strndup(path.s, path.n) };
	if (str_ends(path, ".svg"))
		ok = load_svg(cache, p);
	else if (str_ends(path, ".png"))
		ok = load_png(cache, p);
	else
		ok = load_jpeg(cache, p);
	if (!ok) {
		picture_free(p);
		return NULL;
	}
	p->next = cache->first;
	cache->first = p;
	return p;
}

static bool
draw_svg(struct picture_cache *cache, const struct picture *p, cairo_t *cr,
    const struct item *item)
{
	RsvgRectangle box = { item->x, item->y, item->width, item->height };
	GError *error = NULL;
	bool ok = rsvg_handle_render_document(p->svg, cr, &box, &error);

	if (!ok)
		tell(cache, p->path, error ? error->message : "");
	g_clear_error(&error);
	return ok;
}

/*
 * In a group, which gets resources of its own: cairo 1.16 names a picture that
 * is drawn twice on a page twice in those of the page, and that is no PDF.
 */
static void
draw_pixels(const struct picture *p, cairo_t *cr, const struct item *item)
{
	double width = cairo_image_surface_get_width(p->pixels);
	double height = cairo_image_surface_get_height(p->pixels);

	cairo_save(cr);
	cairo_translate(cr, item->x, item->y);
	cairo_scale(cr, item->width / width, item->height / height);
	cairo_rectangle(cr, 0, 0, width, height);
	cairo_clip(cr);
	cairo_push_group(cr);
	cairo_set_source_surface(cr, p->pixels, 0, 0);
	/* any other asks the reader to smooth, which PDF/A-2 6.2.8.1 forbids */
	cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_FAST);
	cairo_rectangle(cr, 0, 0, width, height);
	cairo_fill(cr);
	cairo_pop_group_to_source(cr);
	cairo_rectangle(cr, 0, 0, width, height);
	cairo_fill(cr);
	cairo_restore(cr);
}

bool
picture_draw(struct picture_cache *cache, cairo_t *cr,
    const struct item *item)
{
	const struct picture *p = picture_find(cache, item->path);

	if (!p)
		return false;
	if (p->svg)
		return draw_svg(cache, p, cr, item);
	draw_pixels(p, cr, item);
	return true;
}
