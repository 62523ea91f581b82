/* finish.h -- stage 6: cairo's PDF -> PDF/UA and PDF/A (libqpdf) */
#ifndef PDF_FINISH_H
#define PDF_FINISH_H

#include "marks.h"
#include "pdf.h"

/*
 * Give cairo's PDF (drawn) our structure tree, artifacts, links, bookmarks and
 * metadata.  False after telling d.
 */
bool finish_pdf(const struct layout *, const struct pdf_info *,
    const struct marks *, struct str drawn, struct diag *d, struct buf *out);

#endif
