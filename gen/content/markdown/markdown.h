/* markdown.h -- stage 2, mark up: Markdown -> XHTML (libcmark) */
#ifndef CONTENT_MARKDOWN_H
#define CONTENT_MARKDOWN_H

#include "../value/value.h"

struct diag;

struct markdown_options {
	/* Variables {{naam}} in the text are looked up here; NULL: none. */
	const struct value *variables;
	/* Folders that a picture may come from: below content/ and assets/. */
	const char *const *picture_roots;
	size_t n_picture_roots;
	/* Quotes of the house style. */
	struct str quote_open, quote_close, inner_open, inner_close;
};

/*
 * Turn a STRING into MARKUP in place: its text becomes well-formed XHTML with
 * a trace to the lines of the source.  is_inline: one paragraph, without <p>.
 * A footnote stands where it is called, as <ts-noot key="…">…</ts-noot>.
 * False if there was a fault (raw HTML, undefined or unused footnote …).
 */
bool markdown_render(struct arena *, struct diag *d, struct value *,
    bool is_inline, const struct markdown_options *);

#endif
