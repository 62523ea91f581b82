/* passage.h -- stage 4: the text of one block in one piece, with its places */
#ifndef DOCUMENT_PASSAGE_H
#define DOCUMENT_PASSAGE_H

#include "../base/buf.h"
#include "node.h"

/* A node whose text is a part of a passage. */
struct piece {
	size_t start;		/* offset in the passage */
	const struct node *node;
};

/*
 * The words of a paragraph, a heading, a cell … whatever stands in bold or in
 * a link, as they are in the tree; a <br/> is a line end.  Note calls are no
 * part of it.  Begin with { .top = node }.
 */
struct passage {
	const struct node *top;
	const struct node *at;		/* to be read next */
	bool begun;
	struct buf text;
	const struct node *block;	/* innermost block that it stands in */
	struct piece *pieces;
	size_t n, room;
};

/* Go to the first or next passage with a text; false behind the last. */
bool passage_next(struct passage *);
const struct node *passage_node(const struct passage *, size_t offset);
/* Where a byte of it stands in content or template. */
struct loc passage_place(const struct passage *, size_t offset);
/* Whether any of it is filled in, see below; last: begin of the last word. */
bool passage_is_filled_in(const struct passage *, size_t from, size_t last);
void passage_release(struct passage *);

/* A word: what stands between white space. */
struct word {
	struct str text;	/* in the passage */
	size_t from;
};

/* The next word at or after *at, which steps over it; false at the end. */
bool word_next(struct str text, size_t *at, struct word *);
/* Length of the white space at an offset, 0 if there is none. */
size_t white_length(struct str text, size_t at);
/* A letter of ASCII or of Latin, with or without marks. */
bool is_word_letter(unsigned c);

bool is_of_template(const struct node *);
/*
 * Whether node, up to an offset in its text, has a value that a template put
 * in: {{tekst}}, and that has no place of its own.  It was copied from where
 * it has one, and was checked there.
 */
bool is_filled_in(const struct node *, size_t offset);
/* Where a byte of a text node stands, to the column if it can be found. */
struct loc text_place(const struct node *text, size_t offset);

#endif
