/* document_fixture.h -- for tests: XHTML as if a template had made it */
#ifndef TESTS_DOCUMENT_FIXTURE_H
#define TESTS_DOCUMENT_FIXTURE_H

#include "../gen/base/diag.h"
#include "../gen/document/document.h"

/* One for each test: checked fixture functions. */
extern struct arena *fixture_arena;
extern struct diag *fixture_diag;

void fixture_setup(void);
void fixture_teardown(void);

/*
 * Parse XHTML; places are those in the text, as file "t.mustache".  NULL after
 * a fault.
 */
struct document *fixture_parse(const char *xhtml);
/* The same with <html>, <head> and <body> put around, on the first line. */
struct document *fixture_parse_body(const char *body);
/* Parse, run the passes, and give the HTML of what is inside <body>. */
const char *fixture_finish(const char *body);
/* The HTML of what is inside <body>. */
const char *fixture_html(const struct document *);
/* What diag_print would print, without source lines; and forget it. */
const char *fixture_messages(void);

/* Fail if wanted is not in text. */
void fixture_contains(const char *text, const char *wanted);
/* text n times, between before and after */
const char *fixture_repeat(const char *before, const char *text, int n,
    const char *after);

#endif
