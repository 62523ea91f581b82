/* schema_tree.h -- stage 2: a schema in memory; for the schema files only */
#ifndef CONTENT_SCHEMA_TREE_H
#define CONTENT_SCHEMA_TREE_H

#include "schema.h"

enum schema_type {
	TYPE_NULL = 1,
	TYPE_BOOLEAN = 2,
	TYPE_INTEGER = 4,
	TYPE_NUMBER = 8,
	TYPE_STRING = 16,
	TYPE_ARRAY = 32,
	TYPE_OBJECT = 64
};

enum schema_format {
	FORMAT_NONE,
	FORMAT_DATE,
	FORMAT_MONTH,
	FORMAT_MARKDOWN,
	FORMAT_MARKDOWN_INLINE,
	FORMAT_URI,
	FORMAT_EMAIL
};

struct property {
	struct str name;
	struct schema *schema;
	bool is_required;
};

/* One condition of x-select: the field of an item equals … */
struct where {
	struct str field;
	struct str text;	/* … this text, or … */
	bool is_own;		/* … the field of that name beside the list */
};

/* One schema, or a part of one.  Read-only once it has been loaded. */
struct schema {
	struct loc loc;
	unsigned types;			/* set of schema_type; 0: any */
	enum schema_format format;
	struct property *properties;
	size_t n_properties;
	bool is_closed;			/* additionalProperties: false */
	struct schema *additional;	/* for keys without a property */
	struct schema *items;
	const struct value *allowed;	/* enum: a LIST, or NULL */
	const struct value *constant;	/* const, or NULL */
	const char *pattern;		/* or NULL */
	double minimum, maximum;	/* infinite if there is none */
	size_t min_items;
	bool is_unique;			/* uniqueItems */
	bool is_deprecated;
	struct str title;
	struct str description;		/* without the full stop */
	const struct value *example;	/* the first one, or NULL */
	const struct value *fallback;	/* default, or NULL */
	struct str file;		/* x-file, or "" */
	const char *reference;		/* x-ref, or NULL */
	const char *select_from;	/* x-select, or NULL */
	struct where *wheres;
	size_t n_wheres;
	const struct value *ref_text;	/* $ref as it was written, or NULL */
	struct schema *ref;		/* where it leads to */
	struct property *definitions;	/* $defs, at the top of a file */
	size_t n_definitions;
};

/* What is needed while schemas are read from YAML. */
struct schema_reader {
	struct arena *arena;
	struct diag *diag;
	struct schema **refs;	/* those with a $ref, in order of reading */
	size_t n_refs;
};

/*
 * Read a schema with all schemas in it; $ref is not followed yet.  Tells
 * every fault to diag; never NULL, so that one run tells them all.
 */
struct schema *schema_read(struct schema_reader *, const struct value *);
/* The name in list that was probably meant, or NULL. */
const char *schema_nearest(struct arena *, struct str name,
    const struct property *list, size_t n);

/* The property of this schema alone, or NULL. */
struct property *schema_property(const struct schema *, struct str name);

/* The first of a chain of $ref that says something, else "" or NULL. */
struct str schema_file(const struct schema *);
struct str schema_description(const struct schema *);
const struct value *schema_example(const struct schema *);
const struct value *schema_fallback(const struct schema *);
bool schema_is_selected(const struct schema *);

/*
 * Call visit for v, and for all below it, with each schema that holds for it.
 * Below x-select and below what is no part of the schema it does not go.
 */
typedef void schema_visit(void *closure, const struct schema *,
    struct value *);
void schema_walk(const struct schema *, struct value *, schema_visit *,
    void *closure);

/* A value as it is shown in messages: "veel", 12, een lijst. */
struct str schema_show(struct arena *, const struct value *);
/* "goed, redelijk of beter"; not more than a dozen. */
struct str schema_choices(struct arena *, const char *const *names, size_t n);

/* The same for equal values, different for others. */
struct str schema_fingerprint(struct arena *, const struct value *);

/*
 * Patterns are compiled once for a check: regcomp takes memory that is not in
 * the arena.
 */
struct patterns {
	struct compiled *first;
};

/* NULL if pattern can be used, otherwise what is wrong with it. */
const char *pattern_check(struct arena *, struct str pattern);
void patterns_release(struct patterns *);
/* True if the pattern of s fits somewhere in the text. */
bool pattern_matches(struct arena *, struct patterns *, const struct schema *s,
    struct str text);

bool format_is_email(struct str);
bool format_is_uri(struct str);

#endif
