/* set.c -- stage 3: templates by name, for partials and parents */
#include "mustache_tree.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../base/diag.h"
#include "../base/die.h"

struct template_set {
	struct arena *arena;
	/* Two arrays in the order of the names. */
	const char **names;
	const struct template **templates;
	size_t n;
	bool keeps_cr;
};

struct template_set *
template_set_new(struct arena *a)
{
	struct template_set *set = arena_alloc(a, sizeof *set);

	set->arena = a;
	return set;
}

void
template_set_keep_cr(struct template_set *set)
{
	set->keeps_cr = true;
}

/* Index of the first name that is not before name. */
static size_t
position(const struct template_set *set, struct str name)
{
	size_t low = 0, high = set->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (str_compare(str_from(set->names[middle]), name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_at(const struct template_set *set, size_t i, struct str name)
{
	return i < set->n && str_is(name, set->names[i]);
}

void
template_set_add(struct template_set *set, struct str name,
    const struct template *t)
{
	size_t i = position(set, name), behind = set->n - i;

	if (is_at(set, i, name)) {
		set->templates[i] = t;
		return;
	}
	set->names = arena_grow(set->arena, set->names, set->n,
	    sizeof *set->names);
	set->templates = arena_grow(set->arena, set->templates, set->n,
	    sizeof *set->templates);
	memmove(set->names + i + 1, set->names + i,
	    behind * sizeof *set->names);
	memmove(set->templates + i + 1, set->templates + i,
	    behind * sizeof *set->templates);
	set->names[i] = arena_cstr(set->arena, name);
	set->templates[i] = t;
	set->n++;
}

const struct template *
template_find(const struct template_set *set, struct str name)
{
	size_t i = position(set, name);

	return is_at(set, i, name) ? set->templates[i] : NULL;
}

const char *
template_set_nearest(const struct template_set *set, struct str name)
{
	return str_nearest(name, set->names, set->n);
}

static int
is_template(const struct dirent *entry)
{
	struct str name = str_from(entry->d_name);

	return name.s[0] != '.' && str_ends(name, ".mustache");
}

static bool
load_one(struct template_set *set, struct diag *d, const char *folder,
    const char *file)
{
	struct str name = str_from(file);
	struct str path = arena_printf(set->arena, "%s/%s", folder, file);
	const struct source *src = set->keeps_cr ?
	    source_load_with_cr(set->arena, d, path.s) :
	    source_load(set->arena, d, path.s);
	const struct template *t;

	t = src ? template_parse(set->arena, d, src) : NULL;
	if (!t)
		return false;
	name.n -= strlen(".mustache");
	template_set_add(set, name, t);
	return true;
}

bool
template_set_load(struct template_set *set, struct diag *d,
    const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_template, NULL);
	bool ok = true;

	if (n < 0) {
		diag_path(d, folder, DIAG_NOT_READABLE,
		    system_fault(errno), system_advice(errno));
		return false;
	}
	for (int i = 0; i < n; i++) {
		ok &= load_one(set, d, folder, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return ok;
}
