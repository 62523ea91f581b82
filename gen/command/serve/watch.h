/* watch.h -- serve: notice that a file changes (inotify) */
#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include <stdbool.h>

struct watch;

/* NULL with errno set.  The names of the folders are borrowed. */
struct watch *watch_new(const char *const *folders, int n);
void watch_free(struct watch *);

/* For poll: can be read once something changed. */
int watch_fd(const struct watch *);

/*
 * Look at all folders below those that were named; again after each change,
 * because there may be new ones.
 */
void watch_refresh(struct watch *);

/*
 * Take what has been noticed.  True if a file was among it that may have a
 * part in the site: not what an editor writes beside it.
 */
bool watch_read(struct watch *);

#endif
