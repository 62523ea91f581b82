/* build.h -- the command build, for others that need one */
#ifndef BUILD_H
#define BUILD_H

#include "../base/buf.h"
#include "../page/options.h"

/* What a build had to say: as diag_print prints it, warnings as well. */
struct build_told {
	struct buf messages;
	size_t errors, warnings;	/* different ones */
};

/* Build, and print how it went; the exit status.  told may be NULL. */
int build_site(const struct options *, struct build_told *told);

#endif
