/* lexicon.h -- stage 4: the terms of content/woordenlijst.yaml, by word */
#ifndef DOCUMENT_LEXICON_H
#define DOCUMENT_LEXICON_H

#include "../../content/value/value.h"

enum term_kind {
	TERM_ABBREVIATION,
	TERM_FOREIGN,		/* in another language */
	TERM_CONCEPT,		/* only for the glossary */
	TERM_NAME,		/* looks like an abbreviation */
	TERM_DIVIDED		/* a word with its own hyphens */
};

struct term {
	enum term_kind kind;
	struct str text;	/* as it is written in a sentence */
	struct str meaning;	/* of an abbreviation, or "" */
	struct str more;	/* what the glossary says besides, or "" */
	struct str language;	/* FOREIGN: "en" */
	struct str divided;	/* DIVIDED: "ge-zins-plan" */
	bool used;		/* somewhere in the document */
	int chapter;		/* the last one that has its mark, -1 none */
	struct term *next;	/* that begins with the same word */
};

/* Lives in an arena; one for each document. */
struct lexicon;

struct lexicon *lexicon_new(struct arena *, const struct value *words);

/*
 * The longest term that stands at a word of text that runs from at to end,
 * or NULL; *past becomes the offset behind it.  White space in a term fits
 * any white space; a small first letter fits a capital too.
 */
struct term *lexicon_match(const struct lexicon *, struct str text, size_t at,
    size_t end, size_t *past);

/* End of the word (letters and figures) at an offset; at if there is none. */
size_t lexicon_word_end(struct str text, size_t at);

/* The terms for the glossary that were used, in the order of the alphabet. */
struct term **lexicon_used(struct arena *, const struct lexicon *, size_t *n);

#endif
