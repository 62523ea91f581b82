/* pdf_fixture.h -- for tests: placed items as the typesetter makes them */
#ifndef TESTS_PDF_FIXTURE_H
#define TESTS_PDF_FIXTURE_H

#include "../gen/typeset/page.h"
#include "document_fixture.h"

/* One for each test, on those of document_fixture.h. */
void pdf_setup(void);
void pdf_teardown(void);

/* Text of 11 points at a place, for an element. */
struct item pdf_text(const char *s, double x, double y, int tag);

#endif
