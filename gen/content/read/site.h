/* site.h -- stage 1: the folders of content/ and what a report inherits */
#ifndef CONTENT_SITE_H
#define CONTENT_SITE_H

#include "../value/value.h"

struct diag;

/* A folder with a rapport.yaml: content/<onderzoek>[/<regio>[/<gemeente>]]. */
struct place {
	struct str path;	/* below content/: "onderzoek/regio/gemeente" */
	struct str folder;	/* path that can be opened */
	struct str parts[3];	/* onderzoek, regio, gemeente */
	size_t depth;		/* how many of parts are there: 1, 2 or 3 */
};

struct site {
	struct str content;	/* the folder content/ itself */
	struct place *places;	/* sorted by path */
	size_t n;
};

/*
 * Find all reports.  False after telling d of a folder of a gemeente without
 * rapport.yaml, or of no content at all; the sound places are there anyway.
 */
bool site_find(struct arena *, struct diag *d, const char *content,
    struct site *);

/*
 * Only rapport.yaml, to learn the soort.  NULL after telling d.
 */
struct value *site_read_report(struct arena *, struct diag *d,
    const struct place *);

/*
 * Complete the tree of a report (what site_read_report gave) with what lies
 * beside it: NAME.yaml and NAME.md become the key NAME; a folder of Markdown
 * or YAML files becomes a list, or the member stukken of its key if that is a
 * map.  False after a fault.
 */
bool site_inherit(struct arena *, struct diag *d, const struct place *,
    struct value *report);

/*
 * The folders that a report inherits from, nearest first and content/ itself
 * last.  How many.
 */
enum { SITE_DEPTH = 3 };
size_t site_folders_above(struct arena *, const struct site *,
    const struct place *, struct str folders[SITE_DEPTH]);

/*
 * Call visit for each file of a folder that a report below it may inherit,
 * with the key that it becomes.  False after telling d.
 */
bool site_each_file(struct arena *, struct diag *d, struct str folder,
    void (*visit)(void *, struct str path, struct str key), void *closure);

#endif
