/* shared.c -- what the reports of an onderzoek have in common, read once */
#include "shared.h"

#include "../base/diag.h"
#include "../content/read/yaml.h"
#include "run.h"

struct loader {
	struct run *run;
	const struct kind *kind;
	struct str folder;
	struct shared *entry;	/* that is being loaded */
	bool ok;
};

static void
mark_up(void *closure, struct value *v, bool is_inline)
{
	struct loader *l = closure;

	if (!l->entry->has_variables && !markdown_render(l->run->arena,
	    l->run->diag, v, is_inline, &l->run->tools.markdown))
		l->ok = false;
}

static void
find_variables(void *closure, struct value *v, bool is_inline)
{
	struct loader *l = closure;

	(void)is_inline;
	if (str_find(v->text, "{{", 0) != (size_t)-1)
		l->entry->has_variables = true;
}

/* Check and mark up, as far as that does not depend on the report. */
static bool
complete(struct loader *l, struct value *v)
{
	struct run *run = l->run;
	const struct schema *schema = l->kind->schema;
	struct value *root = value_new(run->arena, VALUE_MAP, v->loc);

	value_set(run->arena, root, l->entry->key, v->loc, v);
	if (!schema_check_present(schema, run->arena, run->diag, root))
		return false;
	schema_each_markdown(schema, root, find_variables, l);
	schema_each_markdown(schema, root, mark_up, l);
	l->entry->value = root->members[0].value;
	value_complete(l->entry->value);
	return l->ok;
}

static void
add(struct loader *l, struct str path, struct str key)
{
	struct shared_list *all = &l->run->shared;

	all->list = arena_grow(l->run->arena, all->list, all->n,
	    sizeof *all->list);
	l->entry = &all->list[all->n++];
	*l->entry = (struct shared){ .kind = l->kind, .path = path,
		.folder = l->folder, .key = key };
}

/* A file that may be a key of the report. */
static void
load_file(void *closure, struct str path, struct str key)
{
	struct loader *l = closure;
	struct value *v;

	if (!schema_has_property(l->kind->schema, key))
		return;
	add(l, path, key);
	l->ok = true;
	v = yaml_load_any(l->run->arena, l->run->diag, path.s);
	if (v && !complete(l, v))
		l->entry->value = NULL;
}

static bool
is_loaded(const struct run *run, const struct kind *kind, struct str folder)
{
	for (size_t i = 0; i < run->shared.n; i++)
		if (run->shared.list[i].kind == kind &&
		    str_eq(run->shared.list[i].folder, folder))
			return true;
	return false;
}

/* An entry without a key stands for the folder; no value: it is unreadable. */
static void
load_folder(struct run *run, const struct kind *kind, struct str folder)
{
	struct loader l = { .run = run, .kind = kind, .folder = folder };
	size_t at = run->shared.n;

	add(&l, folder, STR(""));
	if (site_each_file(run->arena, run->diag, folder, load_file, &l))
		run->shared.list[at].value = value_new(run->arena,
		    VALUE_NULL, (struct loc){ 0 });
}

void
shared_load(struct run *run, const struct report *r)
{
	struct str folders[SITE_DEPTH];
	size_t n = site_folders_above(run->arena, &run->site, r->place,
	    folders);

	for (size_t i = 0; i < n; i++)
		if (!is_loaded(run, r->kind, folders[i]))
			load_folder(run, r->kind, folders[i]);
}

bool
shared_inherit(const struct maker *by, struct report *r)
{
	const struct run *run = by->run;
	struct str folders[SITE_DEPTH];
	size_t n = site_folders_above(by->kept, &run->site, r->place,
	    folders);
	bool ok = true;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < run->shared.n; k++) {
			const struct shared *s = &run->shared.list[k];

			if (s->kind != r->kind ||
			    !str_eq(s->folder, folders[i]) ||
			    (s->key.n && value_member(r->data, s->key)))
				continue;
			if (!s->value)
				ok = false;
			else if (s->key.n)
				value_set(by->kept, r->data, s->key,
				    s->value->loc, value_detach(by->kept,
				    s->value, s->has_variables));
		}
	return ok;
}
