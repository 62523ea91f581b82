/* node.h -- the document: a small tree of XHTML elements and text */
#ifndef DOCUMENT_NODE_H
#define DOCUMENT_NODE_H

#include "../base/source.h"

struct buf;

enum element {
	ELEMENT_TEXT,		/* not an element: a piece of text */
#define ELEMENT(id, name, display, tag) ELEMENT_##id,
#include "element.def"
#undef ELEMENT
	ELEMENT_COUNT
};

/* How the typesetter sets an element. */
enum display {
	DISPLAY_NONE,		/* not in the PDF at all */
	DISPLAY_INLINE,
	DISPLAY_BLOCK,
	DISPLAY_LIST,
	DISPLAY_ITEM,
	DISPLAY_TABLE,
	DISPLAY_CAPTION,
	DISPLAY_COLUMN,
	DISPLAY_GROUP,		/* thead, tbody, tfoot */
	DISPLAY_ROW,
	DISPLAY_CELL,
	DISPLAY_PICTURE
};

struct element_info {
	const char *name;
	enum display display;
	const char *tag;	/* PDF structure type, "" for none */
};

extern const struct element_info element_infos[ELEMENT_COUNT];

/* The element with this name, or ELEMENT_TEXT if there is none. */
enum element element_find(struct str name);
/* Never has content: br, img … */
bool element_is_void(enum element);
/* Stands in a line, as text does; so the others begin a new one. */
bool element_is_phrasing(enum element);
/* 1 … 6; 0 if it is no heading */
int element_heading_level(enum element);

struct attribute {
	struct str name;
	struct str value;
	struct attribute *next;
	struct loc loc;		/* of an id that the content gave */
};

/* Lives in an arena; attributes and children in source order. */
struct node {
	enum element element;
	struct str text;		/* ELEMENT_TEXT: without entities */
	struct attribute *attributes;
	struct node *parent;
	struct node *first, *last;	/* children */
	struct node *previous, *next;	/* siblings */
	/* In content or template; of a node that a pass made: its cause. */
	struct loc loc;
};

struct node *node_new(struct arena *, enum element, struct loc);
struct node *node_text(struct arena *, struct str, struct loc);
void node_append(struct node *parent, struct node *child);
void node_insert_before(struct node *place, struct node *);
void node_remove(struct node *);	/* from its parent, with its children */
/* A copy without parent and children. */
struct node *node_copy(struct arena *, const struct node *);

/* Value of an attribute, or NULL. */
const struct str *node_attribute(const struct node *, const char *name);
void node_set(struct arena *, struct node *, const char *name, struct str);
void node_unset(struct node *, const char *name);
/* True if class is one of the words of its class attribute. */
bool node_has_class(const struct node *, const char *class);
/* True if its data-media ("web", "pdf") is this one … */
bool node_is_media(const struct node *, const char *media);
/* … or that of an element around it. */
bool node_in_media(const struct node *, const char *media);

/* Next node in document order within top; NULL behind the last. */
struct node *node_next(const struct node *, const struct node *top);
/* The next one that is not a descendant of node. */
struct node *node_skip(const struct node *, const struct node *top);

/* A note call, or on the website only: no part of the text around it. */
bool node_is_beside_text(const struct node *);

/*
 * All text below a node, white space folded; without note calls, soft hyphens
 * and what has data-media="web".
 */
struct str node_content(struct arena *, const struct node *);

/*
 * Where a link out of the website leads, as people write it:
 * "www.igj.nl/zorg"; "" for all else.
 */
struct str node_address(const struct node *);

/* The tree as indented text: the golden format of stage document. */
void node_dump(const struct node *, struct buf *);

#endif
