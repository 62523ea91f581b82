/* index_pages.h -- the index, and the pages of regions and gemeenten */
#ifndef SITE_INDEX_PAGES_H
#define SITE_INDEX_PAGES_H

#include "../page/kept.h"
#include "../page/run.h"

/*
 * The templates of templates/site/ get:
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
/*
 * Those and the accessibility statement (which has no data): a page for each
 * regio, and one for each gemeente that has no report of its own but a part in
 * another document.  After the reports were made; is_compared: of each.
 */
void index_pages(struct run *, const struct template_set *,
    const bool *is_compared, struct pages *);

#endif
