/* page.h -- the result of typesetting: items placed on pages */
#ifndef TYPESET_PAGE_H
#define TYPESET_PAGE_H

#include "../base/source.h"

struct buf;
struct font;

/*
 * All lengths are points (1/72 inch), x from the left and y from the top of
 * the page.  Everything lives in the arena of the report.  Drawing goes
 * through the items in order and decides nothing.
 */

struct color {
	double red, green, blue;	/* 0 … 1, sRGB */
};

/*
 * An element of the PDF's structure tree.  The tree is that of the XHTML; the
 * order of the tags is the reading order.  An element may have items as well
 * as children; one that is continued on another page is still one element.
 */
struct tag {
	const char *type;	/* ISO 32000-1 14.8.4: "P", "TH", "Span" … */
	int parent;		/* index in layout.tags, -1 at the top */
	struct str alt;		/* Figure: alternative text */
	struct str language;	/* if it differs from the parent's */
	struct str expansion;	/* of an abbreviation */
	struct str id;		/* Note: unique */
	const char *scope;	/* TH: "Row", "Column", "Both"; or NULL */
	int columns, rows;	/* TH, TD: spans, from 1 */
	const char *numbering;	/* L: "None", "Disc", "Decimal" … */
	struct str contents;	/* Link: what the link is about */
};

/* In place of an index in tags: not part of the content. */
enum {
	TAG_HEADER = -2,	/* running head */
	TAG_FOOTER = -3,	/* page number */
	TAG_LAYOUT = -4,	/* rules, fills, repeated table heads */
	TAG_BACKGROUND = -5
};

enum item_kind { ITEM_TEXT, ITEM_FILL, ITEM_RULE, ITEM_PICTURE };

struct placed_glyph {
	double x;		/* of its origin, from that of the item */
	unsigned id;		/* in the font; 0 never occurs */
	unsigned bytes;		/* of its text; 0: joins the one before */
};

struct item {
	enum item_kind kind;
	int tag;		/* index in layout.tags, or TAG_HEADER … */
	double x, y;		/* TEXT: on the base line; others: top left */
	double width, height;	/* TEXT: advance, and size of the font */
	struct color color;
	/* ITEM_TEXT */
	const struct font *font;
	double rise;		/* superscript: up from the baseline */
	struct str text;	/* exactly the text of the glyphs */
	const struct placed_glyph *glyphs;
	size_t n_glyphs;
	/* ITEM_PICTURE */
	struct str path;	/* file, SVG, PNG or JPEG by its ending */
};

/* A rectangle that leads somewhere. */
struct link {
	int tag;		/* the Link element */
	double x, y, width, height;
	struct str target;	/* id of a destination, or a URI if is_uri */
	bool is_uri;
};

/* A place that links and bookmarks lead to. */
struct destination {
	struct str id;
	size_t page;		/* index from 0 */
	double x, y;
};

struct bookmark {
	struct str text;
	int level;		/* from 1 */
	struct str target;	/* id of a destination */
};

struct laid_page {
	double width, height;
	struct str label;	/* what is printed as its number, or "" */
	struct item *items;
	size_t n_items;
	struct link *links;
	size_t n_links;
};

struct layout {
	struct laid_page *pages;
	size_t n_pages;
	struct tag *tags;
	size_t n_tags;
	struct destination *destinations;
	size_t n_destinations;
	struct bookmark *bookmarks;
	size_t n_bookmarks;
};

/* All of it as text, one line an item: the golden format of stage pages. */
void layout_dump(const struct layout *, struct buf *);

#endif
