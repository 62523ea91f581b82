/* style.h -- the look of elements, computed from assets/huisstijl.yaml */
#ifndef TYPESET_STYLE_H
#define TYPESET_STYLE_H

#include "../../content/value/value.h"
#include "../../document/node.h"
#include "font.h"
#include "../page.h"

struct diag;

enum align { ALIGN_LEFT, ALIGN_JUSTIFY, ALIGN_CENTER, ALIGN_RIGHT };

enum page_start { START_HERE, START_PAGE, START_RIGHT_PAGE };
enum vertical { VERTICAL_TOP, VERTICAL_MIDDLE, VERTICAL_BOTTOM };

/* Top, right, bottom, left, in points. */
struct edges {
	double top, right, bottom, left;
};

/* Where a block stands on its page, from the corner of the paper, in points. */
struct position {
	bool is_fixed;		/* else it stands in the text */
	double top, left, width, height;
};

/*
 * The computed look of one element.  Lengths are points.  Equal for all
 * elements with the same name and classes in the same surroundings, so
 * computed once: two elements look alike when the pointers are equal.
 */
struct style {
	/* whose look this is; selectors with more than one part need it */
	const struct style *parent;
	enum element element;
	struct str class;
	/* inherited from the element around it */
	struct str family;
	int weight;		/* 400, 600, 700 … */
	bool italic;
	struct font *font;	/* of this family, weight and slope */
	double size;
	double line_height;	/* leading as a factor of the size */
	double leading;		/* distance of base lines */
	struct color color;
	enum align align;
	bool hyphenate;
	bool hang;		/* signs half outside a justified line */
	/* of the element itself */
	double rise;		/* of the base line, for sub and sup */
	bool underline, strike;
	struct edges margin, padding, border;	/* border: width of the rule */
	struct color border_color, background;
	bool has_background;
	bool balance;		/* its lines are about equally long */
	bool keep_with_next, keep_with_previous, keep_together;
	enum page_start new_page;	/* begins on a new page */
	bool front;		/* its pages have numbers of their own: i, ii */
	bool landscape;		/* its pages are turned */
	bool bare;		/* its page has no running head, no number */
	bool bleed;		/* its background runs on to the page's edges */
	bool full_width;	/* tables: as wide as the text */
	double width;		/* at most; 0: as wide as it can be */
	double min_height;
	double indent;		/* lists: of the text behind the label */
	struct str marker;	/* ul: the label of its items, or a file */
	struct position position;
	enum vertical vertical;	/* cells: of what is lower than the row */
};

/* True if the marker is the file of a picture. */
bool style_marker_is_picture(struct str marker);

/* A sheet of paper, upright or turned. */
struct sheet {
	double width, height;
	struct edges margin;	/* around the text */
	double head;		/* from the top edge to the running head */
	double foot;		/* from the bottom edge to below the number */
	struct str number;	/* "{nummer} van {aantal}", or "" */
	const struct position *marks;	/* rules: to fold, to punch */
	size_t n_marks;
};

struct theme;	/* the parsed house style; fonts stay open */

/*
 * style: assets/huisstijl.yaml; must outlive the theme, as the fonts must.
 * NULL after telling d.
 */
struct theme *theme_new(struct font_library *, struct diag *d,
    const struct value *style);
void theme_free(struct theme *);

/* From here on, tell d when an element asks for a font that is not there. */
void theme_listen(struct theme *, struct diag *d);

/*
 * From here on, the sheets are those for a document whose <body> has this
 * class, if the house style has any.
 */
void theme_choose(struct theme *, struct str class);
const struct sheet *theme_sheet(const struct theme *, bool landscape);
/* The first page of the document, if that is upright. */
const struct sheet *theme_first_sheet(const struct theme *);

/*
 * The style of an element inside parent (NULL at the root).  Borrowed from
 * the theme.
 */
const struct style *theme_style(struct theme *, const struct node *,
    const struct style *parent);
/* The style of a part that has no element of its own: ".paginanummer". */
const struct style *theme_class(struct theme *, const char *class,
    const struct style *parent);

#endif
