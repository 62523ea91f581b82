/* dump.c -- the command dump: one stage of one report as text */
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "commands.h"
#include "run.h"

static void
dump_data(const struct report *r, struct buf *b)
{
	value_dump(r->data, b);
}

static void
dump_xhtml(const struct report *r, struct buf *b)
{
	buf_add(b, buf_str(&r->xhtml));
}

static void
dump_document(const struct report *r, struct buf *b)
{
	node_dump(r->document->root, b);
}

static void
dump_pages(const struct report *r, struct buf *b)
{
	layout_dump(r->layout, b);
}

static const struct dump {
	const char *name;
	enum stage last;
	void (*print)(const struct report *, struct buf *);
} dumps[] = {
	{ "data", STAGE_MARK_UP, dump_data },
	{ "xhtml", STAGE_RENDER, dump_xhtml },
	{ "document", STAGE_WORDS, dump_document },
	{ "pages", STAGE_TYPESET, dump_pages },
};

static const struct dump *
dump_find(const char *name)
{
	for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++)
		if (!strcmp(dumps[i].name, name))
			return &dumps[i];
	return NULL;
}

static void
print_dump(struct run *run, const struct dump *dump)
{
	struct report r = {
		.tools = &run->tools,
		.typesetter = run_typesetter(run, run->diag),
		.site = &run->site,
		.place = &run->places[0],
		.diag = run->diag,
	};
	struct buf text = BUF_INIT;

	if (r.typesetter && report_run(&r, dump->last)) {
		dump->print(&r, &text);
		fwrite(text.s, 1, text.n, stdout);
	}
	buf_release(&text);
	report_release(&r);
	typesetter_free(r.typesetter);
}

int
command_dump(const struct options *o)
{
	const struct dump *dump = dump_find(o->paths[0]);
	struct options one = *o;
	struct run run;

	if (!dump) {
		fprintf(stderr, "toetssteen: onbekende stap '%s'; kies data, "
		    "xhtml, document of pages\n", o->paths[0]);
		return EXIT_USAGE;
	}
	one.paths++;
	one.n_paths--;
	if (run_open(&run, &one))
		print_dump(&run, dump);
	diag_drop_warnings(run.diag);	/* check tells them */
	return run_close(&run);
}
