/* pdf.h -- stage 6: placed items -> PDF (cairo, then libqpdf) */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "../base/arena.h"
#include "../base/buf.h"
#include "../meta/info.h"
#include "../typeset/page.h"

struct diag;

/* The date, of a month its first day, as YYYY-MM-DDT00:00:00Z; or "". */
struct str pdf_timestamp(const struct pdf_info *, struct arena *);

/*
 * Draw the pages and finish the file: tagged, with bookmarks, links and
 * metadata.  The same input gives the same bytes.  False after telling d.
 */
bool pdf_write(const struct layout *, const struct pdf_info *,
    struct diag *d, struct buf *out);

#endif
