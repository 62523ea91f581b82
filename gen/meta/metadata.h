/* metadata.h -- stage 5a: what a document tells of its publication */
#ifndef META_METADATA_H
#define META_METADATA_H

#include "../document/document.h"
#include "info.h"

/*
 * The one source of the <meta> elements, the JSON-LD, the XMP of the PDF and
 * the sitemap: a map, {{metadata}} to templates, of
 *
 *	titel		the title of the document, once it is known
 *	omschrijving	of the onderzoek, without markup
 *	opsteller	the name of the sender
 *	uitgever	naam, uri; medeverantwoordelijken: a list of these
 *	categorie	naam, uri: the informatiecategorie of the Woo
 *	documentsoort	naam, uri
 *	gebied		naam ("gemeente X"), code and uri (a gemeente's)
 *	trefwoorden	a list of texts
 *	kenmerk, licentie
 *	datum		as the document has it; a day or a month
 *	vaststelling	a day
 *	gewijzigd	the day of the last thing that happened to it
 *	ingetrokken	datum, reden (naam, uri)
 *	voorbeeld	true if all of it is made up
 *	html, pdf	addresses, if the website has one
 *
 * Days are in ISO form; what is not known is null.
 */
struct value *metadata_new(struct arena *, const struct value *data,
    const struct value *settings, struct str path);

/* Set the title, now that the document has it; it lives as the metadata. */
void metadata_set_title(struct arena *, struct value *metadata,
    struct str title);

/*
 * Put the metadata as schema.org's JSON-LD into the document's empty
 * <script type="application/ld+json">, if it has one.
 */
void metadata_place(struct arena *, const struct value *metadata,
    const struct document *);

/* All that the metadata know of a PDF; the rest of info stays. */
void metadata_pdf(const struct value *metadata, struct arena *,
    struct pdf_info *info);

/* "Veilig Thuis, gemeente X" */
struct str metadata_keywords(const struct value *metadata, struct arena *);

#endif
