/* block_fixture.h -- for tests: XHTML as blocks and strips */
#ifndef TESTS_BLOCK_FIXTURE_H
#define TESTS_BLOCK_FIXTURE_H

#include "../gen/typeset/page/flow.h"
#include "document_fixture.h"

enum { BLOCK_WIDTH = 300 };	/* of the text on an upright sheet */

/* For the document that was opened last; one for each test. */
extern struct builder building;

void block_setup(void);
void block_teardown(void);
/*
 * The blocks of what is inside <body>, in the house style of
 * pages_fixture.h with rules added.  Faults of the blocks are in fixture_diag.
 */
const struct block *block_open(const char *body, const char *rules);
/* The strips of such blocks, as wide as the text. */
struct flow *block_flow(const char *body, const char *rules);

/* The first block of a kind, in the order of the document, or NULL. */
const struct block *block_find(const struct block *, enum block_kind);
/* The first node of an element. */
const struct node *block_node(enum element);

#endif
