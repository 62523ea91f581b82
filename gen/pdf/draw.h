/* draw.h -- stage 6: placed items -> cairo's PDF */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "marks.h"
#include "pdf.h"

/*
 * Draw all pages into out; marks (in the arena) tells what was drawn for
 * which tag.  Without marks nothing is tagged: the least that drawing costs.
 * False after telling d.
 */
bool draw_pages(const struct layout *, const struct pdf_info *,
    struct arena *, struct diag *d, struct marks *, struct buf *out);

#endif
