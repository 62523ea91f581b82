/* report_fixture.h -- a report of the content, made but not written */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include "../gen/page/run.h"

/* All that is known of it while it is being made. */
struct made {
	struct maker by;
	struct report report;
	struct page page;
	struct making making;
};

/*
 * Read report i of the run anew and make its page in all its formats.  Of a
 * fault the messages are printed, and the test fails.
 */
void made_open(struct made *, struct run *, size_t i);
void made_close(struct made *);

/* The file of a format. */
struct str made_file(const struct made *, enum format);

#endif
