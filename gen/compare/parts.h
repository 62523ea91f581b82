/* parts.h -- comparison: what the trees of several pages have in common */
#ifndef COMPARE_PARTS_H
#define COMPARE_PARTS_H

#include "compare.h"
#include "../content/value/tree.h"

/*
 * A tree with onderzoek.titel, heeft_voorbeelden (something on the page is
 * made up) and alles_verzonnen.
 */
struct value *page_tree(struct arena *, const struct view *);

/* File names, without folder and extension. */
struct str profile_file(struct arena *, const struct area *);
struct str gemeenten_file(struct arena *, const struct area *);
struct str pair_file(struct arena *, const struct area *,
    const struct area *);
struct str other_file(struct arena *, const struct other *);
struct str onderdeel_file(struct arena *, const struct topic *);

/* An item with naam, regio, code, html, voorbeeld. */
struct value *add_subject(struct arena *, struct value *list,
    const struct subject *);
/*
 * An item with naam, voorbeeld, profiel and naast (addresses beside the
 * page; naast is "" if the region has one gemeente), aantal (of gemeenten).
 */
struct value *add_area(struct arena *, struct value *list,
    const struct area *);

/* "3", the indicator of a row; "" if it is an onderdeel. */
struct str row_number(struct arena *, const struct topic *);

/* The columns of a table that go on one sheet. */
struct columns {
	size_t from, to;
	const char *media;	/* "web", "pdf", or "" for both */
};

/*
 * On the website a table has all n columns; in the PDF it is cut into sheets
 * of at most most columns.  How many there are in *list.
 */
size_t cut_sheets(struct arena *, size_t n, size_t most,
    struct columns **list);

/* Gemeenten next to each other on a page of the PDF, one or two words wide. */
enum { RUG_COLUMNS = 8 };

/*
 * The heads of a table with a column for each gemeente: media, regios (with
 * kolommen: how many are on this sheet) and gemeenten.
 */
void set_heads(struct arena *, struct value *map, const struct comparison *,
    const struct columns *);

/* Subjects from … to of a comparison. */
struct range {
	const struct comparison *comparison;
	size_t from, to;
};

/* In how many gemeenten there is a finding of this kind. */
size_t spread(const struct range *, const struct topic *, bool good);

/*
 * Set goed and beter: their findings that belong to row, and leeg: there are
 * none of either kind.
 */
void set_findings(struct arena *, struct value *map, const struct range *,
    const struct topic *);
/* Add their good examples to a list that tree_shared made. */
void set_examples(struct arena *, struct value *shared,
    const struct range *);

#endif
