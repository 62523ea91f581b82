/* markdown_private.h -- stage 2, mark up: what the files of this room share */
#ifndef CONTENT_MARKDOWN_PRIVATE_H
#define CONTENT_MARKDOWN_PRIVATE_H

#include "../../base/buf.h"
#include "markdown.h"

/* A footnote's definition, cut out of the text. */
struct note {
	struct str id;
	struct str key;		/* unique in the whole document */
	struct loc loc;
	unsigned line;		/* of the text, from 1 */
	struct str body;	/* without the indentation */
	const long *shifts;	/* per line of body: bytes that were cut off */
	bool is_called;
};

struct notes {
	struct note *items;	/* sorted by id, which is unique */
	size_t n;
};

/* One run of markdown_render. */
struct markdown {
	struct arena *arena;
	struct diag *diag;
	const struct markdown_options *options;
	const struct value *value;
	const struct source *text;	/* of the value */
	struct notes notes;
	bool ok;
};

/* A block with running text, as lines of its fragment. */
struct leaf {
	unsigned line, last;
	unsigned column;	/* byte, from 1, of its text on line */
	unsigned quotes;	/* block quotes around it */
	/* libcmark's idea of its begin; it forgets lines of link addresses */
	unsigned skew, base;	/* lines above line; column */
	bool has_html;		/* a fault was reported for it */
	unsigned marked_line, marked_column;	/* leaf_column found last */
};

/* How far code points were counted, so that long lines stay linear. */
struct count {
	unsigned line;
	size_t bytes;
	unsigned points;
};

/* A text that is parsed by itself: the value's, a note's or a cell's. */
struct fragment {
	struct markdown *md;
	const struct source *text;
	unsigned first;		/* line of the value's text that it begins on */
	const long *shifts;	/* per line: bytes to the right; NULL: none */
	bool is_note, is_cell;
	unsigned links;		/* links around the current inline node */
	struct leaf leaf;	/* the current one */
	struct count count;
	struct buf out;
	struct trace trace;
};

/* fragment.c */
void fragment_init(struct fragment *, struct markdown *, struct str text,
    unsigned first, const long *shifts);
void fragment_release(struct fragment *);
/* The place of a byte of a line, both from 1. */
struct loc fragment_place(struct fragment *, unsigned line, long column);
/* A line of the current leaf without the marks of the blocks around it. */
struct str leaf_line(struct fragment *, unsigned line);
/* The column (byte, from 1) at which that text begins. */
unsigned leaf_column(struct fragment *, unsigned line);
/* Record where the next byte of the output comes from. */
void fragment_trace(struct fragment *, struct loc);
/* Report a fault, so that markdown_render returns false. */
#define fault_at(md, loc, ...) \
	((md)->ok = false, diag_at((md)->diag, loc, __VA_ARGS__))

/* notes.c */
/* Cut the definitions out of text, a copy of md->text; blank lines stay. */
void notes_split(struct markdown *, char *text);
/* The note, or NULL. */
struct note *notes_find(const struct notes *, struct str id);
/* Report a call of a note that does not exist. */
void notes_unknown(struct markdown *, struct loc, struct str id);
/* Report the notes that were not called. */
void notes_finish(struct markdown *);

/* inline.c: the running text of one block */
struct insert {
	size_t offset;			/* in the text */
	struct str markup;		/* XHTML */
	struct loc loc;
	const struct trace *trace;	/* of markup; NULL: loc for all of it */
};

struct inline_text {
	struct fragment *fragment;
	struct buf text;		/* plain text of the whole block */
	struct buf literal;		/* per byte: 1 to leave it as it is */
	struct insert *inserts;		/* what goes between the text */
	size_t n;
	size_t skip;			/* bytes to leave out at the start */
};

void inline_init(struct inline_text *, struct fragment *);
void inline_release(struct inline_text *);
/*
 * Add text that cmark gave for the source at line, column (bytes); finds
 * footnote calls and variables in it.
 */
void inline_add(struct inline_text *, struct str text, unsigned line,
    unsigned column);
/* The same for words all of which have one place, such as a title. */
void inline_add_words(struct inline_text *, struct str words, struct loc);
/* Add text that stays as it is. */
void inline_add_literal(struct inline_text *, struct str text, struct loc);
/* Without a place (src NULL) it leaves no trace. */
void inline_add_markup(struct inline_text *, struct str markup, struct loc);
void inline_add_newline(struct inline_text *);
/*
 * Set the text and write it, escaped, with the markup.  Without a trace it is
 * for an attribute: then the markup is left out.
 */
void inline_write(const struct inline_text *, struct buf *out,
    struct trace *trace);

/* variable.c */
/*
 * The text of the variable in a tag ("naam" of {{naam}}): of a string, a
 * number, or markup without elements.  False after telling what is wrong.
 */
bool variable_text(struct markdown *, struct loc, struct str tag,
    struct str *text);

/* check.c: what a text may refer to, and what it may not hold */
void html_fault(struct markdown *, struct loc, struct str html);
/* Report a URL that a link cannot have; else it is percent-encoded. */
bool link_check(struct markdown *, struct loc, struct str url,
    struct str *href);
/* Report a picture that cannot be used; else src begins with its root. */
bool picture_check(struct markdown *, struct loc, struct str url,
    struct str *src);
/* Report the first character that XML does not know, or that was lost. */
void characters_check(struct markdown *, struct str xhtml,
    const struct trace *);

/* table.c */
/* True if the current leaf is a pipe table. */
bool table_is_at(struct fragment *);
/* Write its rows; markdown_cell sets each cell. */
void table_write(struct fragment *);

/* markdown.c: the nodes of libcmark */
/* Write a cell's inline Markdown, which stands at line, column (bytes). */
void markdown_cell(struct fragment *, struct str cell, unsigned line,
    unsigned column);
/* The body of a note as XHTML; trace learns where it came from. */
struct str markdown_note(struct markdown *, const struct note *,
    struct trace *);

#endif
