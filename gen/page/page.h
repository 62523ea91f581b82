/* site_page.h -- a tree of values + a template -> a page, and its PDF */
#ifndef SITE_PAGE_H
#define SITE_PAGE_H

#include "run.h"

/* What makes pages; one for each thread. */
struct page_maker {
	const struct run *run;
	const struct template_set *templates;
	struct typesetter *typesetter;	/* NULL: no PDF */
	struct diag *diag;
};

/* What to make.  The data get the member site: basis, pdf and settings. */
struct page_order {
	struct str path;	/* below out/, with .html */
	const char *template;
	struct value *data;
	struct str author, date;	/* of the PDF; a day or "" */
	bool has_pdf;
	struct buf *html;	/* gets the page as well; may be NULL */
};

/*
 * Fill the template, check the page as a report is checked, write it and,
 * beside it, the PDF.  A run that does not write only checks.  Words are
 * marked as the member woordenlijst of the data says, or else those of the
 * whole content.  The arena may go when this is done.  False after telling
 * diag.
 */
bool page_make(const struct page_maker *, struct arena *,
    const struct page_order *);

/* The page as a document, as it is before it is written; NULL after telling. */
struct document *page_document(const struct page_maker *, struct arena *,
    const struct page_order *);

/* The same for a picture: what the template gives is written as it is. */
bool picture_make(const struct page_maker *, struct arena *,
    const struct page_order *);

/*
 * Call make for 0 … n - 1, over threads, each with a page_maker of its own.
 * Faults go to run->diag.
 */
void pages_each(struct run *run, const struct template_set *, size_t n,
    void (*make)(void *closure, const struct page_maker *, size_t i),
    void *closure);

#endif
