/* document.h -- stage 4: XHTML text -> tree -> numbered, linked document */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "../content/value/value.h"
#include "node.h"

struct diag;

struct heading {
	const struct node *node;
	int level;		/* 1 … 6 */
	struct str number;	/* "3.2", "Bijlage 1", or "" */
	struct str text;
	struct str id;
};

struct note {
	int number;
	struct node *call;	/* the <a> that refers to it */
	struct node *body;	/* the <li> with its text */
};

/* Lives in the arena that it was parsed into. */
struct document {
	struct node *root;	/* <html> */
	struct str title, language;
	struct heading *headings;	/* those with an id, in order */
	size_t n_headings;
	struct note *notes;
	size_t n_notes;
};

/*
 * Parse well-formed XHTML (expat).  trace tells where each byte came from, so
 * that a fault names the template or the content.  NULL after a fault.
 */
struct document *document_parse(struct arena *, struct diag *d,
    struct str xhtml, const struct trace *trace);

/*
 * Run the passes, in this order: merge cells, notes, headings (ids, numbers),
 * captions, contents, cross-references.  False after a fault.
 */
bool document_finish(struct arena *, struct diag *d, struct document *);

/*
 * Tell what the writer should mend: signs without words, long sentences,
 * counts that differ, personal data.  data is that of the report.  False
 * after a fault; a warning is none.
 */
bool document_check(struct arena *, struct diag *d, const struct document *,
    const struct value *data);

/*
 * Mark words in another language and, at their first use in a chapter,
 * abbreviations; divide words as the list says; fill <ts-begrippen/>.  words
 * is content/woordenlijst.yaml; without it (NULL) nothing is marked.
 */
void document_mark_words(struct arena *, struct diag *d, struct document *,
    const struct value *words);

#endif
