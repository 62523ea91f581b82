/* theme.h -- inside of the house style: rules and the values they set */
#ifndef TYPESET_THEME_H
#define TYPESET_THEME_H

#include "style.h"

/* What kind of value a property has, and so how it is read and applied. */
enum property_type {
	PROPERTY_SIZE,		/* length; em is the size of the parent */
	PROPERTY_FACTOR,	/* of the size */
	PROPERTY_FAMILY,	/* a token under letter, or a font's name */
	PROPERTY_WEIGHT,
	PROPERTY_FLAG,		/* ja or nee */
	PROPERTY_LENGTH,	/* em is the size of the element */
	PROPERTY_EDGES,		/* one, two or four lengths */
	PROPERTY_COLOR,		/* a token under kleur, or #rrggbb */
	PROPERTY_FILL,		/* a color, or geen */
	PROPERTY_POSITION,	/* boven, links, breedte and maybe hoogte */
	PROPERTY_ALIGN,
	PROPERTY_VERTICAL,
	PROPERTY_START,		/* ja, nee or rechts */
	PROPERTY_TEXT,
	PROPERTY_MARKER		/* a text, or an SVG file of the house style */
};

struct property {
	const char *name;	/* in the house style */
	enum property_type type;
	size_t offset;		/* of its field in struct style */
};

struct length {
	double number;
	bool is_em;		/* else points */
};

/* One line of a rule: what a property is set to. */
struct declaration {
	size_t property;	/* index in theme_properties */
	struct length lengths[4];	/* LENGTH and SIZE: only the first */
	double number;		/* FACTOR, WEIGHT and the kinds of words */
	bool flag;		/* FLAG; FILL: there is one */
	struct color color;
	struct str text;	/* FAMILY, TEXT, MARKER */
	struct loc loc;
};

/* "h2", ".bevinding", "table.kader": ELEMENT_TEXT or "" match all. */
struct selector_part {
	enum element element;
	struct str class;
};

enum { SELECTOR_PARTS = 4 };

struct rule {
	struct selector_part parts[SELECTOR_PARTS];	/* outermost first */
	size_t n_parts;
	unsigned weight;	/* a later or heavier rule wins */
	const struct declaration *declarations;
	size_t n_declarations;
};

extern const struct property theme_properties[];
extern const size_t theme_property_count;

/* The sheets of documents whose <body> has a class: brief. */
struct named_sheet {
	struct str class;
	struct sheet first, others;
};

/* What theme_read makes of assets/huisstijl.yaml, in the arena. */
struct theme_rules {
	struct rule *rules;	/* the lightest first */
	size_t n;
	struct sheet upright, turned;
	struct named_sheet *named;
	size_t n_named;
	struct str family;	/* of the text */
	struct loc family_loc;
};

/* False after telling d. */
bool theme_read(struct arena *, struct diag *d, const struct value *style,
    struct theme_rules *);

#endif
