/* pages_fixture.h -- for tests: XHTML as pages */
#ifndef TESTS_PAGES_FIXTURE_H
#define TESTS_PAGES_FIXTURE_H

#include "../gen/typeset/typeset.h"
#include "document_fixture.h"

extern const struct layout *pages;	/* of the last pages_set */

void pages_setup(void);
void pages_teardown(void);
/*
 * Typeset what is inside <body> with a plain house style of the tests: sheets
 * of 400 x 500 points, margins of 50, text of 10 on 15 points.  Rules is added
 * to that house style.  False after a fault.
 */
bool pages_set(const char *body, const char *rules);
/* The same with a document of its own. */
bool pages_set_document(struct document *, const char *rules);

/* That house style, as YAML. */
const char *pages_style(const char *rules);

/* The first text item that holds text, from page on; NULL if there is none. */
const struct item *pages_find(const char *text, size_t page);
/* The page (from 0) on which text is first part of the content; -1: none. */
int pages_where(const char *text);
/* All text of a page, items apart by |; with or without artifacts. */
const char *pages_text(size_t page, bool all);
/* All content in reading order, without spaces and soft hyphens. */
const char *pages_content(void);

/* Where the first item that holds text stands, and its tag. */
double pages_x(const char *text);
double pages_y(const char *text);
const struct tag *pages_tag(const char *text);
const struct tag *pages_parent(const struct tag *);

#endif
