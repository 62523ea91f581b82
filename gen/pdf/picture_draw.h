/* picture_draw.h -- stage 6: pictures into cairo (librsvg for SVG) */
#ifndef PDF_PICTURE_DRAW_H
#define PDF_PICTURE_DRAW_H

#include <cairo.h>

#include "../typeset/page.h"

struct diag;

/* The pictures of one document, each read once. */
struct picture_cache;

/* path: of the document, for messages. */
struct picture_cache *picture_cache_new(struct diag *d, const char *path);
void picture_cache_free(struct picture_cache *);

/*
 * Draw an ITEM_PICTURE into its box: SVG as vectors, PNG with alpha, JPEG as
 * it is.  False after telling the diag.
 */
bool picture_draw(struct picture_cache *, cairo_t *, const struct item *);

#endif
