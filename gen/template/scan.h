/* scan.h -- stage 3, inside: the tags of a template, one by one */
#ifndef TEMPLATE_MUSTACHE_SCAN_H
#define TEMPLATE_MUSTACHE_SCAN_H

#include "../base/source.h"

struct diag;

struct tag {
	char sigil;		/* { & # ^ / > < $ ! = or 0: a variable */
	bool dynamic;		/* {{>*name}}: name is to be looked up */
	struct str name;	/* what stands in it; no white space around */
	size_t start, end;	/* offsets of the tag itself */
	size_t line_start;	/* offset of the white space before it … */
	bool blank_before;	/* … which is all there is on its line */
	size_t line_end;	/* offset behind the line feed after it … */
	bool blank_after;	/* … with nothing but white space between */
};

/* Places for offsets that go up, without counting a line anew for each. */
struct cursor {
	size_t offset;
	struct loc loc;
};

struct cursor cursor_at_start(const struct source *);
struct loc cursor_loc(struct cursor *, size_t offset);

struct scanner {
	struct arena *arena;
	struct diag *d;
	const struct source *src;
	struct cursor cursor;
	size_t at;		/* offset behind the tag before */
	struct str open, close;	/* the delimiters: {{ and }} */
	struct str raw_close;	/* "}" close: the end of {{{ */
	struct str set_close;	/* "=" close: the end of {{= */
	bool failed;		/* a fault was told to d */
};

void scanner_init(struct scanner *, struct arena *, struct diag *,
    const struct source *);
/* The next sound tag; false at the end.  Obeys {{= =}} by itself. */
bool scanner_next(struct scanner *, struct tag *);

#endif
