/* files.c -- serve: a file of out/ for an address */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *ending;
	const char *type;
} types[] = {
	{ ".html", "text/html; charset=utf-8" },
	{ ".css", "text/css; charset=utf-8" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".json", "application/json" },
	{ ".csv", "text/csv; charset=utf-8" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".xml", "application/xml" },
	{ ".pdf", "application/pdf" },
	{ ".svg", "image/svg+xml" },
	{ ".png", "image/png" },
	{ ".jpg", "image/jpeg" },
	{ ".jpeg", "image/jpeg" },
	{ ".ttf", "font/ttf" },
	{ ".otf", "font/otf" },
	{ ".woff2", "font/woff2" },
};

static const char *
type_of(struct str name)
{
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_ends(name, types[i].ending))
			return types[i].type;
	return "application/octet-stream";
}

/*
 * Open a part of a path; hidden files are nobody's business.  O_NONBLOCK: a
 * pipe must not make us wait.
 */
static int
open_part(int folder, struct str part)
{
	char name[NAME_MAX + 1];

	if (!part.n || part.n > NAME_MAX || part.s[0] == '.' ||
	    memchr(part.s, '\0', part.n))
		return -1;
	memcpy(name, part.s, part.n);
	name[part.n] = '\0';
	return openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

/* Walk along the path, part by part; -1 if it leads nowhere. */
static int
open_path(const char *folder, struct str path)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), next;
	size_t end;

	for (size_t at = 0; fd >= 0 && at < path.n; at = end + 1) {
		end = str_find(path, "/", at);
		if (end > path.n)
			end = path.n;
		next = open_part(fd, str_slice(path, at, end));
		close(fd);
		fd = next;
	}
	return fd;
}

static bool
read_all(int fd, struct buf *content)
{
	char chunk[64 * 1024];
	ssize_t n;

	do {
		n = read(fd, chunk, sizeof chunk);
		if (n > 0)
			buf_add(content, (struct str){ chunk, (size_t)n });
	} while (n > 0 || (n < 0 && errno == EINTR));
	return n == 0;
}

enum served
served_open(const char *folder, struct str path, struct buf *content,
    const char **type)
{
	bool is_index = str_ends(path, "/");
	enum served served = SERVED_NOTHING;
	struct buf name = BUF_INIT;
	struct stat st;
	int fd;

	if (!str_starts(path, "/"))
		return SERVED_NOTHING;
	buf_add(&name, str_slice(path, 1, path.n));
	if (is_index)
		buf_adds(&name, "index.html");
	fd = open_path(folder, buf_str(&name));
	if (fd >= 0 && !fstat(fd, &st)) {
		if (S_ISDIR(st.st_mode) && !is_index)
			served = SERVED_FOLDER;
		else if (S_ISREG(st.st_mode) && read_all(fd, content))
			served = SERVED_FILE;
	}
	if (fd >= 0)
		close(fd);
	*type = type_of(buf_str(&name));
	buf_release(&name);
	return served;
}

bool
served_is_page(const char *type)
{
	return type == types[0].type;
}

void
served_insert(struct buf *out, struct str page, struct str insert)
{
	static const char mark[] = "</body>";
	size_t at = page.n, next = str_find(page, mark, 0);

	while (next < page.n) {
		at = next;
		next = str_find(page, mark, next + 1);
	}
	buf_add(out, str_slice(page, 0, at));
	buf_add(out, insert);
	buf_add(out, str_slice(page, at, page.n));
}
