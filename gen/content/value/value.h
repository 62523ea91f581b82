/* value.h -- the tree of data that every later stage reads */
#ifndef CONTENT_VALUE_H
#define CONTENT_VALUE_H

#include "../../base/source.h"

enum value_kind {
	VALUE_NULL,	/* null, or an optional key that is not there */
	VALUE_BOOL,
	VALUE_NUMBER,
	VALUE_STRING,
	VALUE_LIST,
	VALUE_MAP,
	VALUE_MARKUP	/* a string with format markdown, as XHTML */
};

/* From this byte of a generated text on, what stands there came from loc. */
struct trace_entry {
	size_t offset;
	struct loc loc;
};

/* Where the parts of a generated text came from; sorted by offset. */
struct trace {
	struct trace_entry *entries;
	size_t n;
};

struct value;

struct member {
	struct str name;
	struct loc loc;		/* of the key */
	struct value *value;
};

/*
 * Lives in an arena.  Written by the content stages (read, check, derive,
 * mark up), read-only from the templates on.
 */
struct value {
	enum value_kind kind;
	/*
	 * Of the first character (behind the quote of a quoted string, the |
	 * of a block scalar); src NULL if generated.
	 */
	struct loc loc;
	struct str text;	/* as templates print it; MARKUP: XHTML */
	double number;		/* NUMBER */
	bool truth;		/* BOOL */
	bool literal;		/* STRING: text starts on the line below loc */
	bool selected;		/* LIST of x-select, or NULL until it is
				   filled: its items live elsewhere */
	bool complete;		/* checked and marked up; trees may share it */
	unsigned indent;	/* STRING, literal: columns before the text */
	struct value **items;	/* LIST */
	struct member *members;	/* MAP, in the order of the file */
	size_t n;		/* number of items or members */
	/*
	 * Other forms of the same value, NULL or a MAP: a date has iso,
	 * jaar …, a number has woord …, a list has aantal …; see facets.h.
	 */
	struct value *facets;
	struct trace trace;	/* MARKUP: where text came from */
};

struct value *value_new(struct arena *, enum value_kind, struct loc);
struct value *value_string(struct arena *, struct loc, struct str text);
struct value *value_number(struct arena *, struct loc, double);
struct value *value_bool(struct arena *, struct loc, bool);
/*
 * A deep copy, without facets.  NULL if it is nested deeper than depth or has
 * more than *room values; *room is lowered by what was copied.
 */
struct value *value_copy(struct arena *, const struct value *, unsigned depth,
    size_t *room);
/* v and all below it are complete: nothing changes them from now on. */
void value_complete(struct value *v);
/*
 * What a tree gets that shares v, which is complete, with others: v itself,
 * but for a copy of the maps and lists that lead to a list of x-select, which
 * is this tree's own; or (texts) of all of it, with texts that are still to be
 * marked up.
 */
struct value *value_detach(struct arena *, struct value *v, bool texts);
void value_add(struct arena *, struct value *list, struct value *item);
/* Add a member; the caller has seen to it that the name is new. */
void value_set(struct arena *, struct value *map, struct str name,
    struct loc, struct value *);

/* The member of a map, or NULL (also if v is NULL or not a map). */
struct value *value_find(const struct value *v, const char *name);
struct member *value_member(const struct value *v, struct str name);
/* The same along a path with dots: "onderzoek.afzender.naam". */
struct value *value_path(const struct value *v, const char *path);
/* Text of a scalar or markup; "" for anything else and for NULL. */
struct str value_text(const struct value *);
/* The same of what stands at a path below v, or "": "gemeente.naam". */
struct str value_text_at(const struct value *v, const char *path);
/* False, null, an empty list and NULL are false to a Mustache section. */
bool value_is_true(const struct value *);
/* The kind in Dutch with its article, for messages: "een lijst". */
const char *value_kind_name(enum value_kind);

struct buf;
/* The tree as text, one scalar a line: the golden format of stage data. */
void value_dump(const struct value *, struct buf *);

void trace_add(struct arena *, struct trace *, size_t offset, struct loc);
/* The place of a byte; src is NULL if nothing is known. */
struct loc trace_find(const struct trace *, size_t offset);
/*
 * The same for a byte of text, exact to the column where text stands in the
 * source just like that.
 */
struct loc trace_place(const struct trace *, struct str text, size_t offset);

#endif
