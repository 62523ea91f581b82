/* update.h -- PDF objects as text: an update behind an existing file */
#ifndef PDF_UPDATE_H
#define PDF_UPDATE_H

#include "../base/arena.h"
#include "../base/buf.h"

/*
 * New objects, and new versions of old ones, are written as text and put
 * behind the file with a cross-reference section of their own (ISO 32000-1
 * 7.5.6).  That is faster than building them one key at a time, and easier
 * to read.  libqpdf then writes the whole as one clean file.
 */
struct update {
	struct arena *arena;
	struct buf *out;	/* the file, and the update behind it */
	int next_id;		/* number of the next new object */
	struct object_entry *entries;
	size_t n;
};

struct object_entry {
	int id;
	size_t offset;	/* in the file */
};

/* Numbers for count new objects; the first of them. */
int update_reserve(struct update *, int count);
/* Between them stands the object itself, written to update.out. */
void update_begin(struct update *, int id);
void update_end(struct update *);
/* A whole stream; keys are those of its dictionary but for /Length. */
void update_stream(struct update *, int id, const char *keys, struct str data);
/* The cross-reference section; keys: of the trailer, but for /Size. */
void update_close(struct update *, const char *keys);

/* A text string (7.9.2.2): ASCII as it is, anything else as UTF-16. */
void pdf_add_text(struct buf *, struct str);
/* A byte string. */
void pdf_add_bytes(struct buf *, struct str);
/* A number with at most three decimals, never as 1e-5. */
void pdf_add_number(struct buf *, double);

#endif
