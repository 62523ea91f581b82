/* dump.c -- the command dump: one stage of any page of the site, as text */
#include <stdio.h>
#include <string.h>

#include "../base/diag.h"
#include "../base/file.h"
#include "../page/output.h"
#include "../site/site.h"
#include "commands.h"

static void
dump_data(struct making *m, struct buf *b)
{
	value_dump(m->tree, b);
}

static void
dump_xhtml(struct making *m, struct buf *b)
{
	buf_add(b, buf_str(&m->xhtml));
}

static void
dump_document(struct making *m, struct buf *b)
{
	node_dump(m->document->root, b);
}

static void
dump_text(struct making *m, struct buf *b)
{
	outputs_table[FORMAT_TEXT].write(m, b);
}

static void
dump_pages(struct making *m, struct buf *b)
{
	layout_dump(m->layout, b);
}

static const struct dump {
	const char *name;
	enum stage last;
	void (*print)(struct making *, struct buf *);
} dumps[] = {
	{ "data", STAGE_TREE, dump_data },
	{ "xhtml", STAGE_RENDER, dump_xhtml },
	{ "document", STAGE_WORDS, dump_document },
	{ "text", STAGE_WORDS, dump_text },
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
print_page(struct run *run, const struct page *page, const struct dump *dump)
{
	struct maker by = run_maker(run);
	struct making m;
	struct buf text = BUF_INIT;

	if (page_open(&m, &by, page, dump->last, 0)) {
		dump->print(&m, &text);
		fwrite(text.s, 1, text.n, stdout);
	}
	buf_release(&text);
	page_close(&m);
	typesetter_free(by.typesetter);
}

/* A page of a site that is read already; false if it has none like that. */
static bool
try_page(struct run *run, struct str address, const struct dump *dump)
{
	const struct page *page = site_find_page(run, address);

	/* what only data are has no stage to show */
	if (!page || (page->formats & 1u << FORMAT_DATA))
		return false;
	if (page->formats & 1u << FORMAT_PICTURE && dump->last > STAGE_RENDER)
		diag_path(run->diag, address.s, DIAG_PICTURE_HAS_NO_STAGE);
	else
		print_page(run, page, dump);
	return true;
}

/* The address below out/, or the folder below content/ of a report. */
static struct str
address_of(struct arena *a, struct str path, struct str content)
{
	while (str_ends(path, "/"))
		path.n--;
	if (str_starts(path, content.s) && path.n > content.n &&
	    path.s[content.n] == '/')
		path = str_slice(path, content.n + 1, path.n);
	if (str_ends(path, ".html") || str_ends(path, ".svg"))
		return arena_dup(a, path);
	return arena_printf(a, "%.*s/index.html", (int)path.n, path.s);
}

/* The folder of the page, if a report is there: that is quicker to read. */
static bool
is_beside_report(struct arena *a, const struct options *o, struct str address,
    const char **path)
{
	const char *slash = strrchr(address.s, '/');
	struct str file;

	if (!slash)
		return false;
	*path = arena_dup(a, str_slice(address, 0,
	    (size_t)(slash - address.s))).s;
	file = arena_printf(a, "%s/%s/rapport.yaml", o->content, *path);
	return file_exists(file.s);
}

static int
dump_address(const struct options *o, struct arena *a, struct str address,
    const struct dump *dump)
{
	struct options some = *o;
	const char *path;
	struct run run;
	bool found = false;

	some.n_paths = 0;
	if (is_beside_report(a, o, address, &path)) {
		some.paths = &path;
		some.n_paths = 1;
	}
	if (site_open(&run, &some))
		found = try_page(&run, address, dump);
	if (!found && !diag_count(run.diag, DIAG_ERROR))
		diag_path(run.diag, address.s, DIAG_NO_SUCH_PAGE);
	diag_drop_warnings(run.diag);	/* check tells them */
	return run_close(&run);
}

int
command_dump(const struct options *o)
{
	const struct dump *dump = dump_find(o->paths[0]);
	struct arena *a;
	int status;

	if (!dump) {
		fprintf(stderr, "toetssteen: onbekende stap '%s'; kies data, "
		    "xhtml, document, text of pages\n", o->paths[0]);
		return EXIT_USAGE;
	}
	a = arena_new();
	status = dump_address(o, a, address_of(a, str_from(o->paths[1]),
	    str_from(o->content)), dump);
	arena_free(a);
	return status;
}
