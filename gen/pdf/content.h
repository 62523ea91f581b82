/* content.h -- stage 6: marks in a page's content stream */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "../base/buf.h"
#include "../typeset/page.h"
#include "marks.h"

/*
 * Copy the content stream of a page to out with its borders (marks.h) taken
 * out, and each piece between them marked as content of its tag or as an
 * artifact.  marks are those of this page; ids (n of them) gets the marked
 * content identifier (ISO 32000-1 14.7.4) of each, from 0, -1 for an artifact.
 * What is wrong, or NULL: a border that is missing or out of order, something
 * painted outside the pieces, text where none was drawn or none where it was.
 */
const char *content_rewrite(struct str content, const struct layout *,
    const struct mark *marks, size_t n, int *ids, struct buf *out);

#endif
