/* content.h -- stage 6: marks in a page's content stream */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "../base/buf.h"
#include "../typeset/page.h"
#include "marks.h"

/*
 * Copy the content stream of a page to out, with each piece of marked content
 * under the name of its tag, or as an artifact, or not at all if it paints
 * nothing.  marks are those of this page; ids (n of them) gets the new
 * identifier of each, -1 for an artifact.  What is wrong, or NULL: text
 * outside all pieces, or other pieces than marks tells.
 */
const char *content_rewrite(struct str content, const struct layout *,
    const struct mark *marks, size_t n, int *ids, struct buf *out);

#endif
