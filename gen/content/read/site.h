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

/* True if a report of this kind has a use for an inherited NAME.md or .yaml. */
typedef bool site_wants(const void *kind, struct str name);

/*
 * Only rapport.yaml, to learn the soort.  NULL after telling d.
 */
struct value *site_read_report(struct arena *, struct diag *d,
    const struct place *);

/*
 * Complete the tree of a report (what site_read_report gave) with what lies
 * beside and above it: NAME.yaml and NAME.md become the key NAME, nearest
 * folder first and content/ itself last; a folder of Markdown or YAML files
 * becomes a list, or the member stukken of its key if that is a map.  Files
 * of the folders above that wants does not want are left out.  False after a
 * fault.
 */
bool site_inherit(struct arena *, struct diag *d, const struct site *,
    const struct place *, struct value *report, site_wants *wants,
    const void *kind);

#endif
