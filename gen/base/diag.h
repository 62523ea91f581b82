/* diag.h -- what is wrong with the input, and where */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "diag_row.h"

/*
 * Collects messages; nothing is printed until diag_print.  A diag belongs to
 * one thread.  The sources that its places point to must outlive it, or be
 * printed before their arena goes.
 */
struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *);

/*
 * Report a fault: diag_at(d, loc, DIAG_X, …).  Behind the row of the catalogue
 * (diag.def) stand the arguments: C strings (copied at once) that are put in
 * for {0}, {1} … of its text.  An argument that is NULL or "" leaves out the
 * part of the text that stands between [ and ].  The compiler sees to it that
 * they are as many as the row says, and strings.
 */
#define diag_at(d, loc, ...) DIAG_WITH(__VA_ARGS__)(d, loc, __VA_ARGS__)

/* The same for a file that is not (or cannot be) read: only a path. */
#define diag_path(d, name, ...) diag_at(d, ((struct loc){ \
	.src = &(struct source){ .path = name } }), __VA_ARGS__)

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
