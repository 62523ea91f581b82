/* load.c -- stage 2: schema.yaml and what it refers to, into memory */
#include "schema_tree.h"

#include <string.h>

#include "../../base/diag.h"
#include "../read/yaml.h"

enum { MAX_CHAIN = 16 };	/* $ref to $ref to … */

struct file {
	struct str path;
	struct schema *root;	/* NULL if it cannot be read */
};

struct loader {
	struct schema_reader reader;
	struct file *files;
	size_t n_files;
};

/* Without the last part of path, and the / before it. */
static struct str
folder_of(struct str path)
{
	while (path.n && path.s[path.n - 1] != '/')
		path.n--;
	return str_slice(path, 0, path.n ? path.n - 1 : 0);
}

/* The path of name, seen from the folder of the file base; no . or .. */
static struct str
resolve(struct arena *a, struct str base, struct str name)
{
	struct str path = folder_of(base);
	bool is_rooted = str_starts(name, "/");
	size_t end;

	if (is_rooted)
		return arena_dup(a, name);
	for (; name.n; name = str_slice(name, end + 1, name.n)) {
		end = str_find(name, "/", 0);
		if (end > name.n)
			end = name.n;
		if (end == 1 && name.s[0] == '.')
			continue;
		if (end == 2 && str_starts(name, "..") && path.n &&
		    !str_ends(path, ".."))
			path = folder_of(path);
		else
			path = arena_printf(a, "%.*s%s%.*s", (int)path.n,
			    path.s, path.n ? "/" : "", (int)end, name.s);
	}
	return arena_dup(a, path);
}

static const struct file *
load_file(struct loader *l, struct str path, const struct value *from)
{
	const struct source *src;
	struct value *v;
	size_t i = l->n_files;

	for (size_t j = 0; j < l->n_files; j++)
		if (str_eq(l->files[j].path, path))
			return &l->files[j];
	l->files = arena_grow(l->reader.arena, l->files, i, sizeof *l->files);
	l->files[l->n_files++] = (struct file){ path, NULL };
	src = source_load(l->reader.arena, l->reader.diag, path.s);
	if (!src && from)
		diag_at(l->reader.diag, from->loc, DIAG_SCHEMA_REF_HERE);
	v = src ? yaml_parse(l->reader.arena, l->reader.diag, src) : NULL;
	if (v)
		l->files[i].root = schema_read(&l->reader, v);
	return &l->files[i];
}

/* "#/$defs/naam" or "", of a file that has been loaded. */
static struct schema *
find_definition(struct loader *l, struct schema *root, struct str fragment,
    const struct value *from)
{
	static const char prefix[] = "#/$defs/";
	struct str name = str_slice(fragment, strlen(prefix), fragment.n);

	if (fragment.n <= 1)
		return root;
	for (size_t i = 0; i < root->n_definitions; i++)
		if (str_starts(fragment, prefix) &&
		    str_eq(root->definitions[i].name, name))
			return root->definitions[i].schema;
	diag_at(l->reader.diag, from->loc, DIAG_SCHEMA_REF, from->text.s,
	    schema_nearest(l->reader.arena, name, root->definitions,
	    root->n_definitions));
	return NULL;
}

static void
resolve_ref(struct loader *l, struct schema *s)
{
	struct str text = s->ref_text->text;
	size_t hash = str_find(text, "#", 0);
	struct str name = str_slice(text, 0, hash);
	struct str here = str_from(s->ref_text->loc.src->path);
	const struct file *file = load_file(l,
	    name.n ? resolve(l->reader.arena, here, name) : here, s->ref_text);

	if (file->root)
		s->ref = find_definition(l, file->root,
		    str_slice(text, name.n, text.n), s->ref_text);
}

static void
check_chain(struct loader *l, struct schema *s)
{
	const struct schema *next = s;

	for (int i = 0; i < MAX_CHAIN; i++) {
		next = next->ref;
		if (!next)
			return;
	}
	diag_at(l->reader.diag, s->ref_text->loc, DIAG_SCHEMA_REF_LOOP);
}

struct schema *
schema_load(struct arena *a, struct diag *d, const char *path)
{
	struct loader l = { .reader = { .arena = a, .diag = d } };
	size_t errors = diag_count(d, DIAG_ERROR);
	struct schema *root;

	root = load_file(&l, arena_dup(a, str_from(path)), NULL)->root;
	/* The list grows meanwhile. */
	for (size_t i = 0; i < l.reader.n_refs; i++)
		resolve_ref(&l, l.reader.refs[i]);
	for (size_t i = 0; i < l.reader.n_refs; i++)
		check_chain(&l, l.reader.refs[i]);
	return diag_count(d, DIAG_ERROR) == errors ? root : NULL;
}

struct value *
schema_apply(struct arena *a, struct diag *d, const char *path,
    struct value *v)
{
	const struct schema *s = schema_load(a, d, path);

	return s && v && schema_check(s, a, d, v) ? v : NULL;
}
