/* source.h -- a file as text, and places in it */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "arena.h"

struct diag;

/*
 * The text of one file: valid UTF-8, lines end in LF (CRLF and CR are
 * converted, but for source_load_with_cr), no byte order mark, a NUL behind
 * the last byte.
 */
struct source {
	const char *path;	/* as it is shown in messages */
	struct str text;
	const size_t *starts;	/* offset of the first byte of each line */
	size_t lines;
};

/* A place; line 0 means the file as a whole, src NULL nowhere at all. */
struct loc {
	const struct source *src;
	unsigned line;		/* from 1 */
	unsigned column;	/* from 1, in code points */
};

/* Read a file into the arena.  NULL after telling d why not. */
const struct source *source_load(struct arena *, struct diag *d,
    const char *path);
/* The same with every CR as it stands; a line still ends at its LF. */
const struct source *source_load_with_cr(struct arena *, struct diag *d,
    const char *path);
/* source_load for text that is in memory; NULL if it is not valid UTF-8. */
const struct source *source_from_text(struct arena *, struct diag *d,
    const char *path, struct str text);

struct loc source_loc(const struct source *, size_t offset);
/* Byte offset of a place; the end of the line if the column lies behind it. */
size_t source_offset(const struct source *, unsigned line, unsigned column);
/* Without the end of the line. */
struct str source_line(const struct source *, unsigned line);
struct loc source_whole(const struct source *);		/* line 0 */

/* The place n code points further on the same line. */
struct loc loc_right(struct loc, unsigned n);

#endif
