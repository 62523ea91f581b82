/* page.h -- ONE page of the site, whatever it is: from its tree to its files */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "../base/buf.h"
#include "../document/document.h"
#include "../template/mustache.h"
#include "../typeset/typeset.h"
#include "../web/pictures.h"

struct run;
struct making;

/* The stages of a page, in order; each takes what the one before it made. */
enum stage {
	STAGE_TREE,	/* -> tree of values, for the template */
	STAGE_RENDER,	/* tree + Mustache -> XHTML */
	STAGE_PARSE,	/* XHTML -> tree of nodes */
	STAGE_PASSES,	/* numbers, contents, notes, references */
	STAGE_REVIEW,	/* what the writer should mend */
	STAGE_WORDS,	/* languages, abbreviations, glossary */
	STAGE_TYPESET,	/* -> placed items on pages */
	STAGE_COUNT
};

extern const char *const stage_names[STAGE_COUNT];

/* What a page can become; output.c has a row for each. */
enum format {
	FORMAT_HTML,
	FORMAT_PDF,
	FORMAT_JSON,		/* what a report says, as data */
	FORMAT_TEXT,		/* as someone would read it aloud */
	FORMAT_PICTURE,		/* what the template gives, as it is: SVG */
	FORMAT_DATA,		/* what write gives: a table, a calendar … */
	FORMAT_COUNT
};

/*
 * What a page is.  Reports, letters, comparisons, overviews, the index: each
 * room of gen/ gives a list of these, and page_make makes any of them.  It is
 * read-only while pages are made, and so is all that it points to.
 */
struct page {
	struct str address;	/* below out/: "x/index.html", "x/kaart.svg" */
	struct str stem;	/* "x/rapport": of its other files, without
				   their endings; "": that of the address */
	unsigned formats;	/* 1 << FORMAT_…; the address is the first's */
	const struct template_set *templates;
	const char *template;	/* its name in that set */
	/* Its tree, in m->arena or what lives longer; NULL after telling. */
	struct value *(*tree)(struct making *m);
	/* FORMAT_DATA, in place of a tree. */
	void (*write)(struct making *m, struct buf *out);
	/* Once all its files are there, or (m->ok) not; may be NULL. */
	void (*done)(struct making *m);
	void *of;		/* what these make it of; done may note there
				   how it went */
	size_t number;		/* and which of it */
	struct str author, date;	/* of the PDF; a day or "" */
	struct value *metadata;		/* of a document, see metadata.h; its
					   titel is set.  NULL: of none */
};

struct pages {
	struct page *list;
	size_t n;
};

/* Add one; the list lives in the arena. */
void pages_add(struct arena *, struct pages *, struct page);

/* What makes pages; one for each thread. */
struct maker {
	const struct run *run;
	struct diag *diag;
	struct typesetter *typesetter;	/* NULL until one is asked for */
	struct arena *kept;		/* what outlives a page: as the run */
};

/* A page that is being made; all of it is gone when that is done. */
struct making {
	struct maker *by;
	const struct page *page;
	struct arena *arena;
	struct value *tree;
	struct value *data;		/* the tree and what pages share */
	struct buf xhtml;
	struct trace trace;
	struct document *document;
	struct picture_list pictures;	/* of content/, to stand beside it */
	struct layout *layout;
	struct buf files[FORMAT_COUNT];
	bool ok;
	double seconds[STAGE_COUNT];	/* CPU time of this thread */
};

/*
 * Run the stages up to and with last, and make those of the formats that need
 * no more.  False after a fault, which by->diag has been told; the stages
 * behind it did not run.  page_close in any case.
 */
bool page_open(struct making *, struct maker *, const struct page *,
    enum stage last, unsigned formats);
void page_close(struct making *);

/*
 * Make the page in all its formats and, if the run writes, write them.  False
 * after telling by->diag.
 */
bool page_make(struct maker *, const struct page *);

/* The same for all of a list, over threads: pictures first, pages show them. */
void pages_make(struct run *, const struct pages *);

/* The page that has this address, or NULL. */
const struct page *page_find(const struct pages *, struct str address);

#endif
