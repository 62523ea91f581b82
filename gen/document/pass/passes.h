/* passes.h -- what the passes over a document share */
#ifndef DOCUMENT_PASSES_H
#define DOCUMENT_PASSES_H

#include "../../base/diag.h"
#include "../document.h"
#include "../names.h"

struct passes {
	struct arena *arena;
	struct diag *diag;
	struct document *document;
	struct names *ids;	/* id -> struct target */
	struct loc told;	/* of the last id that stood there twice */
};

/* An element with an id. */
struct target {
	struct node *node;
	unsigned copies;	/* ids made so far from it: id-2 … */
	struct str name;	/* how a reference calls it, once asked */
	bool nameless;		/* it was asked, and there is none */
};

/* Each tells its faults to diag and goes on.  In this order: */
void pass_merge(struct passes *);
void pass_notes(struct passes *);
void pass_ids(struct passes *);
void pass_headings(struct passes *);
void pass_captions(struct passes *);
void pass_contents(struct passes *);
void pass_references(struct passes *);

/* Give node an id like text that no other element has. */
struct str id_make(struct passes *, struct node *, struct str text);

/* Put <span class="nummer">number</span> and a space in front. */
void number_put(struct passes *, struct node *, struct str number);
/* That number: "3.2", "Bijlage 1:"; "" if there is none. */
struct str number_find(struct arena *, const struct node *);

/* Attribute as a number from low to high; fallback if it has none. */
int number_attribute(struct passes *, const struct node *, const char *name,
    int low, int high, int fallback);

#endif
