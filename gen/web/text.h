/* text.h -- stage 5a: document -> plain text, as someone would read it aloud */
#ifndef WEB_TEXT_H
#define WEB_TEXT_H

#include "../base/buf.h"
#include "../document/document.h"

void text_write(const struct document *, struct buf *);

#endif
