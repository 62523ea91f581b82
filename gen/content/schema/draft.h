/* draft.h -- a first draft of the files that a schema asks for */
#ifndef CONTENT_SCHEMA_DRAFT_H
#define CONTENT_SCHEMA_DRAFT_H

#include "schema.h"

/* What is to stand at a path such as gemeente.code. */
struct draft_given {
	const char *path;
	struct str text;
	bool is_guess;		/* mark it as unfinished */
};

struct draft_order {
	struct str today;	/* YYYY-MM-DD, for every date */
	/*
	 * MAP of the keys that are there already: their files are not
	 * drafted, and x-ref takes its values from them.
	 */
	const struct value *known;
	const struct draft_given *given;
	size_t n_given;
};

struct draft_file {
	struct str name;	/* "rapport.yaml", "delen/01-voorbeeld.md" */
	struct str text;
};

/*
 * rapport.yaml and every other file that the schema requires and that is not
 * known: with the required keys, what they mean as a comment above them, and
 * as value what the schema says (const, default, x-ref, enum …) or a text.
 * What the writer has to replace has the mark of unfinished.h.  Keys that may
 * be left out stand in a comment.
 */
struct draft_file *schema_draft(const struct schema *, struct arena *,
    const struct draft_order *, size_t *n);

#endif
