/* site_tree.h -- summaries -> trees of values for the site's own templates */
#ifndef SITE_TREE_H
#define SITE_TREE_H

#include "../page/summary.h"

/*
 * A page of the site: where it goes, its template and its data; page_make
 * adds site.  The data have:
 *
 *	index		onderzoeken: titel, omschrijving, vergelijking (its
 *			address, or ""), documenten, regios and verzonnen
 *			(those that are made up): naam, html, voorbeeld,
 *			documenten
 *	regio		onderzoek.titel, naam, veilig_thuis, voorbeeld,
 *			profiel (its page of comparison, or ""), documenten,
 *			gemeenten: naam, html (its page, or null), documenten
 *	gemeente	onderzoek.titel, regio.naam, regio.html, naam,
 *			voorbeeld, documenten
 *
 * A document has gebied ("Gemeente X"), soort, datum (or null), html, pdf,
 * grootte ("92 kB"), voorbeeld and gemeenten: the names in its parts.
 * voorbeeld is true if it is made up; a regio is if all its documents are.
 */
struct site_page {
	struct str path;	/* below out/ */
	const char *template;
	struct value *data;
};

struct site_pages {
	struct site_page *list;
	size_t n;
};

/*
 * The index, the accessibility statement (which has no data), a page for
 * each regio, and one for each gemeente that has no report of its own but a
 * part in another document.  summaries are sorted by path.
 */
void site_tree(struct arena *, const struct summary *summaries, size_t n,
    struct site_pages *);

#endif
