/* official_fixture.h -- for the suites that others publish, as JSON files */
#ifndef TESTS_OFFICIAL_FIXTURE_H
#define TESTS_OFFICIAL_FIXTURE_H

#include <check.h>
#include <glob.h>

#include "../gen/base/str.h"

struct arena;

/*
 * Find the files of a suite and add the test that runs them: in the folder
 * that a variable of the environment names, or else in ../shared.  If that is
 * not there, main says in the end that the suite was not run.
 */
struct official {
	const char *name;	/* "Mustache specification" */
	const char *variable;	/* "MUSTACHE_SPEC" */
	const char *folder;	/* "../shared/mustache-spec" */
	const char *patterns[2];	/* of the files in it: "*.json" */
	glob_t files;
};

void official_add(struct official *, TCase *, const TTest *test);

/* The text of file number i, from 0; the test fails if it is not there. */
struct str official_load(const struct official *, size_t i, struct arena *);

/*
 * JSON as it stands, so that the program under test is the first to read it.
 * The next item of a list, or the next key or value of an object, from *at
 * (first 0); false at the end.
 */
bool json_next(struct str json, size_t *at, struct str *item);
/* The value of a key of an object; its n is 0 if there is none. */
struct str json_find(struct str json, const char *key);
/* What a string says, or "" for anything else. */
struct str json_text(struct arena *, struct str json);

#endif
