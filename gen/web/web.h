/* web.h -- stage 5a: document -> HTML */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "../base/buf.h"
#include "../document/node.h"

/*
 * Append the document as HTML5 (no XML syntax).  Elements with
 * data-media="pdf" are left out; attributes data-ts-* of the passes too.
 */
void html_write(const struct node *root, struct buf *out);

#endif
