/* line_fixture.h -- for tests: inline XHTML as lines */
#ifndef TESTS_LINE_FIXTURE_H
#define TESTS_LINE_FIXTURE_H

#include "../gen/typeset/line/line.h"

enum { MAX_NOTES = 9 };		/* that a paragraph can call */

/* What is set: a paragraph in the house style of the reports. */
struct line_fixture {
	struct theme *theme;
	struct layout layout;
	struct builder builder;
	struct style style;	/* of the paragraph; a test may change it */
	int root;		/* its tag */
};
extern struct line_fixture now;

void line_setup(void);
void line_teardown(void);

/* A <p> with these nodes; its document has MAX_NOTES notes. */
const struct node *line_parse(const char *inlines);
/* What is in the <p>, before it is broken into lines. */
struct inline_text *line_collect(const struct node *);
/* The lines of these nodes. */
struct paragraph *line_set(const char *inlines, double width);

/* The lines, "|" behind each but the last. */
const char *line_text(const struct paragraph *);
/* All text, as who copies it gets it. */
const char *line_copied(const struct paragraph *);
/* Assert what must be true of every paragraph that was set in measure. */
void line_check(const struct paragraph *, double measure, const char *where);

#endif
