/* summary.h -- what the site's pages tell of a report */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "report.h"

/* A part of a document that is about one gemeente. */
struct part {
	struct str gemeente;	/* its name */
	struct str id;		/* in the document */
};

struct summary {
	bool made;		/* if not, nothing of what follows is there */
	struct str path;	/* below content/ and out/ */
	size_t depth;		/* 1 onderzoek, 2 regio, 3 gemeente */
	struct str onderzoek;	/* its title */
	struct str omschrijving;	/* of the onderzoek, XHTML or "" */
	struct str regio, veilig_thuis;	/* names, or "" */
	struct value *gemeenten;	/* of the regio: LIST of names, NULL */
	struct str gemeente;	/* its name, or "" */
	struct str soort;	/* what the kind of document is called */
	bool is_example;	/* all of it is made up */
	struct value *datum;	/* with its facets, or NULL */
	struct part *parts;
	size_t n_parts;
	size_t pdf_size;	/* bytes */
	struct value *allowed;	/* LIST of toegestaan, for check_privacy */
	bool is_compared;	/* it is among those that are compared */
	struct str sitemap;	/* its part of a sitemap, or "" */
	size_t sitemap_index;	/* which index that one is in */
	struct str changed;	/* ISO day of the last change, or "" */
};

/*
 * Keep what is needed of a report, in an arena that outlives it.  Templates
 * mark a part with data-ts-gemeente="NAME" on an element with an id.
 */
void summarise(const struct report *, struct arena *, struct summary *);

#endif
