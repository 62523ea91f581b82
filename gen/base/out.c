/* out.c -- ground floor: a file that is written whole or not at all */
#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "diag.h"
#include "die.h"

/* Read a file; false (errno set) if that fails. */
static bool
read_file(const char *path, struct buf *b)
{
	char chunk[64 * 1024];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		buf_add(b, (struct str){ chunk, (size_t)n });
	close(fd);
	return n == 0;
}

static bool
is_same(const char *path, struct str data)
{
	struct stat st;
	struct buf old = BUF_INIT;
	bool same;

	if (stat(path, &st) || (size_t)st.st_size != data.n)
		return false;
	same = read_file(path, &old) && str_eq(buf_str(&old), data);
	buf_release(&old);
	return same;
}

/* Make every folder of path but the last part. */
static bool
make_folders(const char *path)
{
	struct buf b = BUF_INIT;
	bool ok = true;

	buf_adds(&b, path);
	for (char *p = b.s; ok && (p = strchr(p + 1, '/')); *p = '/') {
		*p = '\0';
		ok = !mkdir(b.s, 0777) || errno == EEXIST;
	}
	buf_release(&b);
	return ok;
}

static bool
write_all(int fd, struct str data)
{
	ssize_t n;

	while (data.n) {
		n = write(fd, data.s, data.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data = str_slice(data, (size_t)n, data.n);
	}
	return true;
}

/* Not every file system can rename so; the others know links. */
static bool
rename_as_new(const char *from, const char *to)
{
	if (!renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE))
		return true;
	return (errno == EINVAL || errno == ENOSYS) && !link(from, to) &&
	    !unlink(from);
}

/*
 * Write to a new file beside path and rename it; false with errno set.  What
 * has to be new cannot be made a second time, so it must reach the disk.
 */
static bool
write_renamed(const char *path, struct str data, bool is_new)
{
	struct buf name = BUF_INIT;
	bool ok;
	int fd, error;

	buf_addf(&name, "%s.XXXXXX", path);
	fd = mkstemp(name.s);
	ok = fd >= 0;
	if (ok) {
		ok = write_all(fd, data) && !fchmod(fd, 0644) &&
		    (!is_new || !fsync(fd));
		ok = !close(fd) && ok;
		ok = ok && (is_new ? rename_as_new(name.s, path) :
		    !rename(name.s, path));
		error = errno;
		if (!ok)
			unlink(name.s);
		errno = error;
	}
	buf_release(&name);
	return ok;
}

static bool
write_file(struct diag *d, const char *path, struct str data, bool is_new)
{
	if (make_folders(path) && write_renamed(path, data, is_new))
		return true;
	diag_path(d, path, DIAG_NOT_WRITABLE, system_fault(errno),
	    system_advice(errno));
	return false;
}

bool
out_write(struct diag *d, const char *path, struct str data)
{
	if (is_same(path, data))
		return true;
	return write_file(d, path, data, false);
}

bool
out_create(struct diag *d, const char *path, struct str data)
{
	return write_file(d, path, data, true);
}

int
out_lock(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	while (fd >= 0 && flock(fd, LOCK_EX)) {
		if (errno == EINTR)
			continue;
		close(fd);
		fd = -1;
	}
	return fd;
}

void
out_unlock(int lock)
{
	if (lock >= 0)
		close(lock);
}

bool
out_copy(struct diag *d, const char *path, const char *from)
{
	struct buf b = BUF_INIT;
	bool ok = read_file(from, &b);

	if (!ok)
		diag_path(d, from, DIAG_NOT_READABLE,
		    system_fault(errno), system_advice(errno));
	ok = ok && out_write(d, path, buf_str(&b));
	buf_release(&b);
	return ok;
}

bool
out_folder(struct diag *d, const char *path)
{
	struct stat st;
	int error = 0;

	if (mkdir(path, 0777) && errno != EEXIST)
		error = errno;
	else if (stat(path, &st))
		error = errno;
	else if (!S_ISDIR(st.st_mode))
		error = ENOTDIR;
	else if (access(path, W_OK | X_OK))
		error = errno;
	if (error)
		diag_path(d, path, DIAG_NOT_WRITABLE,
		    system_fault(error), system_advice(error));
	return !error;
}
