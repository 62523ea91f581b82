/* site.c -- stage 1: the folders of content/ and what a report inherits */
#include "site.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../../base/diag.h"
#include "../../base/die.h"
#include "../../base/file.h"
#include "yaml.h"

/* What stands in a folder, sorted by name. */
struct listing {
	struct str *names;
	size_t n;
};

static int
compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool
list_folder(struct arena *a, struct diag *d, struct str folder,
    struct listing *list)
{
	struct dirent *entry;
	DIR *dir = opendir(folder.s);

	*list = (struct listing){ 0 };
	if (!dir) {
		diag_path(d, folder.s, DIAG_NOT_READABLE,
		    system_fault(errno), system_advice(errno));
		return false;
	}
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		list->names = arena_grow(a, list->names, list->n,
		    sizeof *list->names);
		list->names[list->n++] =
		    arena_dup(a, str_from(entry->d_name));
	}
	closedir(dir);
	if (list->n)
		qsort(list->names, list->n, sizeof *list->names,
		    compare_names);
	return true;
}

static struct str
join(struct arena *a, struct str folder, struct str name)
{
	return arena_printf(a, "%s/%s", folder.s, name.s);
}

static bool
is_folder(struct str path)
{
	struct stat st;

	return !stat(path.s, &st) && S_ISDIR(st.st_mode);
}

static bool
has_report(struct arena *a, struct str folder)
{
	return file_exists(join(a, folder, STR("rapport.yaml")).s);
}

struct finder {
	struct arena *arena;
	struct diag *diag;
	struct site *site;
	bool ok;
};

static void
add_place(struct finder *f, const struct place *place)
{
	struct site *site = f->site;

	site->places = arena_grow(f->arena, site->places, site->n,
	    sizeof *site->places);
	site->places[site->n++] = *place;
}

static struct place
place_below(struct arena *a, const struct place *above, struct str name)
{
	struct place p = *above;

	p.folder = join(a, above->folder, name);
	p.path = above->depth ? join(a, above->path, name) : name;
	p.parts[p.depth++] = name;
	return p;
}

/*
 * Below a report, a folder without rapport.yaml is one of its lists
 * (bevindingen/); elsewhere the third level is a gemeente and needs one.
 */
static void
find_below(struct finder *f, const struct place *above)
{
	struct listing list;
	bool report = above->depth && has_report(f->arena, above->folder);

	if (!list_folder(f->arena, f->diag, above->folder, &list)) {
		f->ok = false;
		return;
	}
	if (report)
		add_place(f, above);
	if (above->depth == 3) {
		if (!report) {
			diag_path(f->diag, above->folder.s, DIAG_NO_REPORT);
			f->ok = false;
		}
		return;
	}
	for (size_t i = 0; i < list.n; i++) {
		struct place p = place_below(f->arena, above, list.names[i]);

		if (!is_folder(p.folder))
			continue;
		if (report && !has_report(f->arena, p.folder) && p.depth == 3)
			continue;
		find_below(f, &p);
	}
}

bool
site_find(struct arena *a, struct diag *d, const char *content,
    struct site *site)
{
	struct finder f = { a, d, site, true };
	struct place top = { .folder = arena_dup(a, str_from(content)) };

	*site = (struct site){ .content = top.folder };
	find_below(&f, &top);
	if (f.ok && !site->n) {
		diag_path(d, content, DIAG_NO_CONTENT);
		f.ok = false;
	}
	return f.ok;
}

struct value *
site_read_report(struct arena *a, struct diag *d, const struct place *p)
{
	return yaml_load_map(a, d, join(a, p->folder, STR("rapport.yaml")).s);
}

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct value *report;
	bool ok;
};

/* Name without its ending, or "" if it has another ending. */
static struct str
stem(struct arena *a, struct str name, const char *ending)
{
	if (!str_ends(name, ending))
		return STR("");
	return arena_dup(a, str_slice(name, 0, name.n - strlen(ending)));
}

static struct value *
read_file(struct reader *r, struct str path)
{
	struct value *v = yaml_load_any(r->arena, r->diag, path.s);

	if (!v)
		r->ok = false;
	return v;
}

/* The key that a file becomes, or "" for one that becomes none. */
static struct str
key_of(struct arena *a, struct str name)
{
	struct str key = stem(a, name, ".md");

	if (str_is(name, "rapport.yaml"))
		return STR("");
	return key.n ? key : stem(a, name, ".yaml");
}

/* Set the key of a file in the report. */
static void
set_file(struct reader *r, struct str folder, struct str name)
{
	struct str key = key_of(r->arena, name);
	struct str path = join(r->arena, folder, name);
	struct member *there;
	struct value *v;

	if (!key.n)
		return;
	there = value_member(r->report, key);
	if (there) {
		diag_path(r->diag, path.s, DIAG_TWICE, key.s);
		diag_at(r->diag, there->loc, DIAG_TWICE_HERE);
		r->ok = false;
		return;
	}
	v = read_file(r, path);
	if (v)
		value_set(r->arena, r->report, key, v->loc, v);
}

/* "03-zicht-houden.md" has the id "zicht-houden"; "" for other files. */
static struct str
id_of(struct arena *a, struct str name)
{
	struct str id = stem(a, name, ".md");
	size_t i = 0;

	if (!id.n)
		id = stem(a, name, ".yaml");
	while (i < id.n && id.s[i] >= '0' && id.s[i] <= '9')
		i++;
	if (i && i < id.n && id.s[i] == '-')
		return arena_dup(a, str_slice(id, i + 1, id.n));
	return id;
}

/* The keys of a file in a list; NULL after telling. */
static struct value *
read_item(struct reader *r, struct str folder, struct str name)
{
	struct value *item = read_file(r, join(r->arena, folder, name));

	if (!item)
		return NULL;
	if (item->kind != VALUE_MAP) {
		diag_at(r->diag, item->loc, DIAG_NOT_A_MAP);
		r->ok = false;
		return NULL;
	}
	if (!value_find(item, "id"))
		value_set(r->arena, item, STR("id"), item->loc,
		    value_string(r->arena, item->loc, id_of(r->arena, name)));
	return item;
}

/*
 * A list becomes the key NAME.  If that is a map already, the list becomes
 * its member stukken.
 */
static void
set_list(struct reader *r, struct str folder, struct str name,
    struct value *list)
{
	struct value *map = r->report;
	struct member *there = value_member(map, name);

	if (there && there->value->kind == VALUE_MAP) {
		map = there->value;
		name = STR("stukken");
		there = value_member(map, name);
	}
	if (there) {
		diag_path(r->diag, folder.s, DIAG_TWICE, name.s);
		diag_at(r->diag, there->loc, DIAG_TWICE_HERE);
		r->ok = false;
		return;
	}
	value_set(r->arena, map, name, list->loc, list);
}

/* A folder of Markdown or YAML files beside rapport.yaml becomes a list. */
static void
read_list(struct reader *r, struct str folder, struct str name)
{
	struct listing files;
	struct value *list = NULL, *item;

	if (!list_folder(r->arena, r->diag, folder, &files)) {
		r->ok = false;
		return;
	}
	for (size_t i = 0; i < files.n; i++) {
		if (!id_of(r->arena, files.names[i]).n)
			continue;
		item = read_item(r, folder, files.names[i]);
		if (!item)
			continue;
		if (!list)
			list = value_new(r->arena, VALUE_LIST, item->loc);
		value_add(r->arena, list, item);
	}
	if (list)
		set_list(r, folder, name, list);
}

bool
site_inherit(struct arena *a, struct diag *d, const struct place *p,
    struct value *report)
{
	struct reader r = { a, d, report, true };
	struct listing list;

	if (!list_folder(a, d, p->folder, &list))
		return false;
	/* files first: a list may belong to a key that one of them sets */
	for (size_t i = 0; i < list.n; i++)
		if (!is_folder(join(a, p->folder, list.names[i])))
			set_file(&r, p->folder, list.names[i]);
	for (size_t i = 0; i < list.n; i++) {
		struct str path = join(a, p->folder, list.names[i]);

		if (is_folder(path) && !has_report(a, path))
			read_list(&r, path, list.names[i]);
	}
	return r.ok;
}

size_t
site_folders_above(struct arena *a, const struct site *site,
    const struct place *p, struct str folders[SITE_DEPTH])
{
	size_t n = p->depth;

	folders[n - 1] = site->content;
	for (size_t i = n - 1; i > 0; i--)
		folders[i - 1] = join(a, folders[i], p->parts[n - 1 - i]);
	return n;
}

bool
site_each_file(struct arena *a, struct diag *d, struct str folder,
    void (*visit)(void *, struct str path, struct str key), void *closure)
{
	struct listing list;

	if (!list_folder(a, d, folder, &list))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		struct str path = join(a, folder, list.names[i]);
		struct str key = key_of(a, list.names[i]);

		if (key.n && !is_folder(path))
			visit(closure, path, key);
	}
	return true;
}
