/* diag.h -- what is wrong with the input, and where */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "source.h"

enum diag_level { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE };

/* One identifier for each row of the catalogue, diag.def. */
enum diag_id {
#define DIAG(id, level, text) DIAG_##id,
#include "diag.def"
#undef DIAG
	DIAG_COUNT
};

/*
 * Collects messages; nothing is printed until diag_print.  A diag belongs to
 * one thread.  The sources that its places point to must outlive it, or be
 * printed before their arena goes.
 */
struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *);

/*
 * Report a fault.  Behind the id stand the arguments: C strings (copied at
 * once) that are put in for {0}, {1} … of the text in the catalogue.  An
 * argument that is NULL or "" leaves out the part of the text that stands
 * between [ and ].
 */
#define diag_at(d, loc, ...) diag_add(d, loc, __VA_ARGS__, diag_end)

/* The same for a file that is not (or cannot be) read: only a path. */
#define diag_path(d, path, ...) diag_add_path(d, path, __VA_ARGS__, diag_end)

/* What the macros call; diag_end closes the list of arguments. */
extern const char diag_end[];
void diag_add(struct diag *, struct loc, enum diag_id, ...);
void diag_add_path(struct diag *, const char *path, enum diag_id, ...);

size_t diag_count(const struct diag *, enum diag_level);
/* True once the environment failed us (a file that cannot be written). */
bool diag_is_environment(const struct diag *);
/* How many different ones there are: what diag_print prints of them. */
size_t diag_different(const struct diag *, enum diag_level);
/* Forget the warnings, with their notes. */
void diag_drop_warnings(struct diag *);
/* Move the messages of from behind those of to; from is empty afterwards. */
void diag_merge(struct diag *to, struct diag *from);

/*
 * Print all, in the order of path, line and column, equal ones once; a
 * DIAG_NOTE stays behind the message that it was reported after:
 *	PATH:LINE:COLUMN: error: TEXT
 *	  the source line
 *	      ^
 * The source line is copied when a message is added, so diag_print needs no
 * arena.
 */
void diag_print(const struct diag *, FILE *);

#endif
