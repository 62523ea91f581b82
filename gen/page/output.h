/* output.h -- the formats that a page can have */
#ifndef PAGE_OUTPUT_H
#define PAGE_OUTPUT_H

#include "page.h"

struct output {
	const char *name;	/* of the format, for --formats and dump */
	const char *ending;	/* of its file; NULL: that of the address */
	enum stage needs;	/* the last stage that has to run first */
	bool (*write)(struct making *, struct buf *);	/* false: told */
};

/* Read-only; by enum format. */
extern const struct output outputs_table[FORMAT_COUNT];

/* The last stage that any of the formats needs. */
enum stage output_stage(unsigned formats);
/* Where the file of a format goes, below out/. */
struct str output_path(struct arena *, const struct page *, enum format);
/*
 * Write those formats into m->files that need this stage and no more: a later
 * stage may change the document.  False after telling.
 */
bool output_after(struct making *m, enum stage, unsigned formats);

#endif
