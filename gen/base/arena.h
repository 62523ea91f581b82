/* arena.h -- memory that is given back all at once */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "str.h"

/*
 * One arena per report: everything that is reachable from the report lives in
 * it and ends with it.  Nothing here returns NULL; when memory runs out the
 * program stops with exit status 2.  Not shared between threads.
 */
struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *);		/* NULL is allowed */
/* What lives in from lives in to from now on; from itself is gone. */
void arena_adopt(struct arena *to, struct arena *from);
void *arena_alloc(struct arena *, size_t n);	/* zeroed, aligned */
void *arena_array(struct arena *, size_t count, size_t size);	/* zeroed */
struct str arena_dup(struct arena *, struct str);
char *arena_cstr(struct arena *, struct str);	/* a writable C string */
struct str arena_printf(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/*
 * Room for one more element at the end of an array that lives in the arena:
 * doubles the room when count is a power of two.  Use as
 *	list->items = arena_grow(a, list->items, list->n, sizeof *list->items);
 *	list->items[list->n++] = item;
 */
void *arena_grow(struct arena *, void *array, size_t count, size_t size);

#endif
