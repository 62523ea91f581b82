/* buf.h -- text that grows, on the heap */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "str.h"

/* Always NUL-terminated once something was added. */
struct buf {
	char *s;
	size_t n;
	size_t room;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_release(struct buf *);
void buf_clear(struct buf *);			/* empty, but keep the room */
void buf_add(struct buf *, struct str);
void buf_addc(struct buf *, char);
void buf_adds(struct buf *, const char *);
void buf_addf(struct buf *, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));
void buf_add_codepoint(struct buf *, unsigned);
/* With & < > " escaped: text and attribute values of XHTML. */
void buf_add_escaped(struct buf *, struct str);
struct str buf_str(const struct buf *);	/* borrowed until the next add */

#endif
