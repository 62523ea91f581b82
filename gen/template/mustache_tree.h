/* mustache_tree.h -- stage 3, inside: a compiled template */
#ifndef TEMPLATE_MUSTACHE_TREE_H
#define TEMPLATE_MUSTACHE_TREE_H

#include "mustache.h"

/* No template nests its own sections and blocks deeper than this. */
enum { NESTING_MAX = 32 };

enum piece_kind {
	PIECE_TEXT,		/* at most one line, with its line feed */
	PIECE_VARIABLE,		/* {{x}} */
	PIECE_RAW,		/* {{{x}}} and {{&x}} */
	PIECE_SECTION,		/* {{#x}} */
	PIECE_INVERTED,		/* {{^x}} */
	PIECE_BLOCK,		/* {{$x}} */
	PIECE_PARTIAL,		/* {{>x}} */
	PIECE_PARENT		/* {{<x}} */
};

/*
 * A text or a tag.  The pieces of a template stand in one array, in the order
 * of the source; what is inside a section, block or parent follows it, up to
 * its end.
 */
struct piece {
	enum piece_kind kind;
	/*
	 * TEXT: the first on its line; it may be empty, for the indentation
	 * of a line that starts with a tag.
	 */
	bool line_start;
	bool standalone;	/* other kinds: its line holds nothing else */
	bool dynamic;		/* PARTIAL, PARENT: parts lead to the name */
	struct str text;	/* or the name, as it is written */
	const struct str *parts;	/* of a dotted name; none: "." */
	size_t n_parts;
	size_t end;		/* index of the first piece behind it */
	/*
	 * PARTIAL, PARENT: what its lines get before them; BLOCK: what those
	 * of the text that replaces it get.
	 */
	struct str indent;
	struct str dedent;	/* BLOCK: what its own lines lose elsewhere */
	struct loc loc;
};

struct template {
	struct piece *pieces;
	size_t n;
};

/* The values that names are looked up in, from the inside out. */
struct context {
	const struct context *up;
	const struct value *value;
};

struct lookup {
	const struct value *value;	/* NULL: the name is not known */
	size_t part;		/* … from this part on, … */
	const struct value *holder;	/* … in this; NULL: the context */
};

struct lookup context_find(const struct context *, const struct piece *);
/* The known name that the part was probably meant to be, or NULL. */
const char *context_nearest(const struct context *, const struct piece *,
    const struct lookup *, struct arena *);
/* The name in the set that name was probably meant to be, or NULL. */
const char *template_set_nearest(const struct template_set *, struct str name);

#endif
