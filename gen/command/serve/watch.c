/* watch.c -- serve: notice that a file changes (inotify) */
#include "watch.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../base/buf.h"
#include "../../base/die.h"

struct watch {
	int fd;
	const char *const *folders;
	int n;
};

enum {
	MAX_DEPTH = 16,
	EVENTS = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
	    IN_MOVED_TO
};

struct watch *
watch_new(const char *const *folders, int n)
{
	struct watch *w;
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	if (fd < 0)
		return NULL;
	w = xmalloc(sizeof *w);
	*w = (struct watch){ fd, folders, n };
	return w;
}

void
watch_free(struct watch *w)
{
	if (!w)
		return;
	close(w->fd);
	free(w);
}

int
watch_fd(const struct watch *w)
{
	return w->fd;
}

/* A folder that is watched already stays so. */
static void
watch_below(struct watch *w, const char *folder, int depth)
{
	struct buf path = BUF_INIT;
	struct dirent *entry;
	struct stat st;
	DIR *dir = opendir(folder);

	if (!dir)
		return;
	inotify_add_watch(w->fd, folder, EVENTS);
	while (depth && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		buf_clear(&path);
		buf_addf(&path, "%s/%s", folder, entry->d_name);
		if (!lstat(path.s, &st) && S_ISDIR(st.st_mode))
			watch_below(w, path.s, depth - 1);
	}
	closedir(dir);
	buf_release(&path);
}

void
watch_refresh(struct watch *w)
{
	for (int i = 0; i < w->n; i++)
		watch_below(w, w->folders[i], MAX_DEPTH);
}

/* Copies and swap files of editors; those of vim are 4913 or end in ~. */
static bool
is_scratch(const char *name)
{
	size_t n = strlen(name);

	return !n || name[0] == '.' || name[0] == '#' || name[n - 1] == '~' ||
	    !strcmp(name, "4913");
}

bool
watch_read(struct watch *w)
{
	_Alignas(struct inotify_event) char events[4096];
	const struct inotify_event *e;
	bool changed = false;
	ssize_t n;

	while ((n = read(w->fd, events, sizeof events)) > 0)
		for (ssize_t at = 0; at < n;
		    at += (ssize_t)(sizeof *e + e->len)) {
			e = (const struct inotify_event *)(events + at);
			if (e->mask & IN_Q_OVERFLOW)
				changed = true;
			else if (e->len)
				changed |= !is_scratch(e->name);
		}
	return changed;
}
