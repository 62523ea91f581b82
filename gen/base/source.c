/* source.c -- ground floor: a file as text, and places in it */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "buf.h"
#include "diag.h"
#include "die.h"

enum { READ_SIZE = 64 * 1024 };

/* Convert CRLF and CR to LF in place; the new length. */
static size_t
normalise_lines(char *s, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\r' && i + 1 < n && s[i + 1] == '\n')
			continue;
		s[to++] = s[i] == '\r' ? '\n' : s[i];
	}
	s[to] = '\0';
	return to;
}

static void
index_lines(struct arena *a, struct source *src)
{
	const char *text = src->text.s;
	size_t *starts, n = 1;

	for (size_t i = 0; i < src->text.n; i++)
		n += text[i] == '\n';
	starts = arena_array(a, n, sizeof *starts);
	src->lines = 0;
	starts[src->lines++] = 0;
	for (size_t i = 0; i < src->text.n; i++)
		if (text[i] == '\n')
			starts[src->lines++] = i + 1;
	src->starts = starts;
}

static const struct source *
make_source(struct arena *a, struct diag *d, const char *path,
    struct str text, bool keeps_cr)
{
	struct source *src = arena_alloc(a, sizeof *src);
	size_t bad;
	char *s;

	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_slice(text, 3, text.n);
	s = arena_cstr(a, text);
	src->path = arena_cstr(a, str_from(path));
	src->text = (struct str){ s, keeps_cr ? text.n :
		normalise_lines(s, text.n) };
	index_lines(a, src);
	bad = utf8_check(src->text);
	if (bad < src->text.n) {
		diag_at(d, source_loc(src, bad), DIAG_NOT_UTF8);
		return NULL;
	}
	return src;
}

const struct source *
source_from_text(struct arena *a, struct diag *d, const char *path,
    struct str text)
{
	return make_source(a, d, path, text, false);
}

/* Read all of a file; 0 or an errno. */
static int
read_all(const char *path, struct buf *b)
{
	char chunk[READ_SIZE];
	ssize_t n;
	int error, fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return errno;
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		buf_add(b, (struct str){ chunk, (size_t)n });
	error = n < 0 ? errno : 0;
	close(fd);
	return error;
}

static const struct source *
load(struct arena *a, struct diag *d, const char *path, bool keeps_cr)
{
	const struct source *src = NULL;
	struct buf text = BUF_INIT;
	int error = read_all(path, &text);

	if (error)
		diag_path(d, path, DIAG_NOT_READABLE,
		    system_fault(error), system_advice(error));
	else
		src = make_source(a, d, path, buf_str(&text), keeps_cr);
	buf_release(&text);
	return src;
}

const struct source *
source_load(struct arena *a, struct diag *d, const char *path)
{
	return load(a, d, path, false);
}

const struct source *
source_load_with_cr(struct arena *a, struct diag *d, const char *path)
{
	return load(a, d, path, true);
}

/* The number, from 0, of the line that a byte is on. */
static size_t
line_of(const struct source *src, size_t offset)
{
	size_t low = 0, high = src->lines, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (src->starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct loc
source_loc(const struct source *src, size_t offset)
{
	size_t line = line_of(src, offset);
	struct str before = str_slice(src->text, src->starts[line], offset);

	return (struct loc){ src, (unsigned)line + 1,
		(unsigned)utf8_count(before) + 1 };
}

struct str
source_line(const struct source *src, unsigned line)
{
	size_t from, to;

	if (!line || line > src->lines)
		return STR("");
	from = src->starts[line - 1];
	to = line < src->lines ? src->starts[line] - 1 : src->text.n;
	if (to > from && src->text.s[to - 1] == '\r')
		to--;
	return str_slice(src->text, from, to);
}

size_t
source_offset(const struct source *src, unsigned line, unsigned column)
{
	struct str s = source_line(src, line);
	size_t at = 0;

	if (!line || line > src->lines)
		return line ? src->text.n : 0;
	for (unsigned i = 1; i < column && at < s.n; i++)
		utf8_next(s, &at);
	return src->starts[line - 1] + at;
}

struct loc
source_whole(const struct source *src)
{
	return (struct loc){ src, 0, 0 };
}

struct loc
loc_right(struct loc loc, unsigned n)
{
	loc.column += n;
	return loc;
}
