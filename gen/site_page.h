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
	struct str author;	/* of the PDF */
	bool has_pdf;
};

/*
 * Fill the template, write the page and, beside it, the PDF.  The arena may
 * go when this is done.  False after telling diag.
 */
bool page_make(const struct page_maker *, struct arena *,
    const struct page_order *);

/* The same for a picture: what the template gives is written as it is. */
bool picture_make(const struct page_maker *, struct arena *,
    const struct page_order *);

#endif
