/* buf.h -- text that grows, on the heap */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "arena.h"

/*
 * Begins as BUF_INIT and ends with buf_release or buf_detach; both leave it
 * empty, so that it may be used again.  At any time:
 *   - s is NULL and room 0, or s has room bytes, n < room and s[n] is NUL;
 *   - n counts bytes, and any byte may be added, NUL too;
 *   - only the functions below write to the three fields.
 * No add fails: when memory runs out the program stops with exit status 2.
 * What is added may not be a part of the same buf, which moves as it grows.
 */
struct buf {
	char *s;
	size_t n;
	size_t room;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_release(struct buf *);
/* The text moves to the arena, and the buf is released. */
struct str buf_detach(struct buf *, struct arena *);
void buf_clear(struct buf *);			/* empty, but keep the room */
void buf_add(struct buf *, struct str);
void buf_addc(struct buf *, char);
void buf_adds(struct buf *, const char *);
void buf_addf(struct buf *, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));
void buf_add_codepoint(struct buf *, unsigned);
/* With & < > " escaped: text and attribute values of XHTML. */
void buf_add_escaped(struct buf *, struct str);
/* The text so far, with a NUL behind it; borrowed until the next change. */
struct str buf_str(const struct buf *);

#endif
