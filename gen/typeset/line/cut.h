/* cut.h -- where a word may be divided */
#ifndef TYPESET_CUT_H
#define TYPESET_CUT_H

#include "../look/hyphen.h"

/* How much a line's end is to be avoided; its square is added to demerits. */
enum {
	PENALTY_SPACE = 0,
	PENALTY_WISH = 0,	/* <wbr/> and U+200B */
	PENALTY_HYPHEN = 30,	/* behind a hyphen or dash of the word itself */
	PENALTY_SLASH = 40,
	PENALTY_DIVISION = 130,	/* a hyphen is added */
	PENALTY_ADDRESS = 100,	/* inside a web or mail address */
	PENALTY_EMERGENCY = 5000	/* anywhere, since nothing else fits */
};

struct cut {
	size_t at;		/* offset in the word of what comes behind */
	int penalty;
	bool is_division;	/* a hyphen is added */
	bool is_hyphen;		/* a hyphen stands before it, added or not */
};

/* On the heap; begin with CUTS_INIT. */
struct cuts {
	struct cut *list;	/* ascending */
	size_t n, room;
};

#define CUTS_INIT { NULL, 0, 0 }

void cuts_release(struct cuts *);
void cuts_add(struct cuts *, struct cut);

/*
 * Replace cuts by those of a word: where the hyphenator (NULL: nowhere) divides
 * it, behind hyphens and slashes between letters, behind the signs of a web or
 * mail address.
 */
void cuts_find(struct cuts *, struct str word, struct hyphenator *);

#endif
