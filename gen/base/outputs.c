/* outputs.c -- ground floor: the files of out/, and which are still made */
#include "outputs.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "buf.h"
#include "diag.h"
#include "die.h"
#include "out.h"

static const char list_name[] = ".gemaakt";

struct names {
	struct str *list;
	size_t n;
};

struct outputs {
	struct arena *arena;
	const char *folder;
	pthread_mutex_t lock;	/* of arena and made */
	struct names made;
};

struct outputs *
outputs_new(const char *folder)
{
	struct arena *a = arena_new();
	struct outputs *o = arena_alloc(a, sizeof *o);

	o->arena = a;
	o->folder = arena_cstr(a, str_from(folder));
	if (pthread_mutex_init(&o->lock, NULL))
		die("kan geen slot maken");
	return o;
}

void
outputs_free(struct outputs *o)
{
	if (!o)
		return;
	pthread_mutex_destroy(&o->lock);
	arena_free(o->arena);
}

static void
add_name(struct arena *a, struct names *names, struct str name)
{
	names->list = arena_grow(a, names->list, names->n,
	    sizeof *names->list);
	names->list[names->n++] = name;
}

/* The whole path of a file; it counts as made, even if writing it fails. */
static const char *
note(struct outputs *o, struct str path)
{
	const char *whole;

	pthread_mutex_lock(&o->lock);
	add_name(o->arena, &o->made, arena_dup(o->arena, path));
	whole = arena_printf(o->arena, "%s/%.*s", o->folder, (int)path.n,
	    path.s).s;
	pthread_mutex_unlock(&o->lock);
	return whole;
}

bool
outputs_write(struct outputs *o, struct diag *d, struct str path,
    struct str data)
{
	return out_write(d, note(o, path), data);
}

bool
outputs_copy(struct outputs *o, struct diag *d, struct str path,
    const char *from)
{
	return out_copy(d, note(o, path), from);
}

/* --- the list --- */

/* Whatever stands in the list, nothing outside the folder is touched. */
static bool
is_inside(struct str path)
{
	struct str rest = path;
	size_t slash;

	if (!path.n || path.s[0] == '/')
		return false;
	for (; rest.n; rest = str_slice(rest, slash + 1, rest.n)) {
		slash = str_find(rest, "/", 0);
		if (slash == (size_t)-1)
			return !str_is(rest, "..");
		if (str_is(str_slice(rest, 0, slash), ".."))
			return false;
	}
	return false;	/* it ends with a slash */
}

/* The names that the build before this one left; none if it left no list. */
static struct names
read_list(struct outputs *o)
{
	struct names names = { NULL, 0 };
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	FILE *f = fopen(arena_printf(o->arena, "%s/%s", o->folder,
	    list_name).s, "r");

	if (!f)
		return names;
	while ((n = getline(&line, &room, f)) > 0) {
		struct str name = { line, (size_t)n };

		if (line[n - 1] == '\n')
			name.n--;
		if (is_inside(name))
			add_name(o->arena, &names, arena_dup(o->arena, name));
	}
	free(line);
	fclose(f);
	return names;
}

static int
compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool
has_name(const struct names *sorted, struct str name)
{
	return sorted->n && bsearch(&name, sorted->list, sorted->n,
	    sizeof name, compare_names);
}

static void
sort(struct names *names)
{
	if (names->n)
		qsort(names->list, names->n, sizeof *names->list,
		    compare_names);
}

static void
write_list(struct outputs *o, struct diag *d)
{
	struct buf text = BUF_INIT;

	sort(&o->made);
	for (size_t i = 0; i < o->made.n; i++)
		if (!i || !str_eq(o->made.list[i - 1], o->made.list[i]))
			buf_addf(&text, "%s\n", o->made.list[i].s);
	out_write(d, arena_printf(o->arena, "%s/%s", o->folder,
	    list_name).s, buf_str(&text));
	buf_release(&text);
}

/* --- removing --- */

/*
 * The folders above path, from the inside out, for as long as they are empty;
 * folder is how long the name of out/ is.  The path is spoilt.
 */
static void
remove_folders(char *path, size_t folder)
{
	char *slash;

	while ((slash = strrchr(path + folder + 1, '/'))) {
		*slash = '\0';
		if (rmdir(path))
			return;
	}
}

/* False if it is still there. */
static bool
remove_file(struct outputs *o, struct diag *d, struct str name)
{
	char *path = arena_cstr(o->arena, arena_printf(o->arena, "%s/%s",
	    o->folder, name.s));

	if (unlink(path) && errno != ENOENT && errno != ENOTDIR) {
		diag_path(d, path, DIAG_NOT_REMOVABLE, system_fault(errno));
		return false;
	}
	remove_folders(path, strlen(o->folder));
	return true;
}

size_t
outputs_finish(struct outputs *o, struct diag *d, bool is_whole)
{
	struct names before = read_list(o), now;
	size_t removed = 0;

	sort(&o->made);
	now = o->made;		/* what stays is added behind it */
	for (size_t i = 0; i < before.n; i++) {
		if (has_name(&now, before.list[i]))
			continue;
		if (is_whole && remove_file(o, d, before.list[i]))
			removed++;
		else
			add_name(o->arena, &o->made, before.list[i]);
	}
	write_list(o, d);
	return removed;
}
