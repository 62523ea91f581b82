/* dump.c -- the command dump: one stage of one report as text */
#include <stdio.h>
#include <string.h>

#include "../base/diag.h"
#include "commands.h"
#include "../nazorg/publish_letters.h"
#include "../page/run.h"

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

/* PATH may be a letter: "lokaal-netwerk/friesland/x/nazorgbrief.html". */
static void
print_letter(struct run *run, struct str page, const struct dump *dump)
{
	struct buf text = BUF_INIT;

	run_reports(run, STAGE_MARK_UP, false);
	if (letter_dump(run, page, dump->last == STAGE_TYPESET,
	    &text))
		fwrite(text.s, 1, text.n, stdout);
	else
		diag_path(run->diag, page.s, DIAG_NO_SUCH_LETTER);
	buf_release(&text);
}

int
command_dump(const struct options *o)
{
	const struct dump *dump = dump_find(o->paths[0]);
	struct str path = str_from(o->paths[1]);
	const char *slash = strrchr(path.s, '/'), *place = path.s;
	bool is_letter = slash && str_ends(path, ".html");
	struct options one = *o;
	struct arena *a;
	struct run run;

	if (!dump) {
		fprintf(stderr, "toetssteen: onbekende stap '%s'; kies data, "
		    "xhtml, document of pages\n", o->paths[0]);
		return EXIT_USAGE;
	}
	a = arena_new();
	if (is_letter)
		place = arena_dup(a, str_slice(path, 0,
		    (size_t)(slash - path.s))).s;
	one.paths = &place;
	one.n_paths = 1;
	if (run_open(&run, &one) && is_letter)
		print_letter(&run, path, dump);
	else if (run.n)
		print_dump(&run, dump);
	diag_drop_warnings(run.diag);	/* check tells them */
	arena_free(a);
	return run_close(&run);
}
