/* toolbox.c -- what all reports of a run share */
#include "toolbox.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "../base/file.h"
#include "../content/read/yaml.h"
#include "settings.h"

/* Partials come from templates/algemeen, unless the folder has its own. */
static struct template_set *
load_templates(struct arena *a, struct diag *d, const char *common,
    const char *folder)
{
	struct template_set *set = template_set_new(a);

	if (file_exists(common) && !template_set_load(set, d, common))
		return NULL;
	return template_set_load(set, d, folder) ? set : NULL;
}

static bool
kind_load(struct toolbox *box, struct diag *d, struct kind *kind)
{
	struct arena *a = box->arena;
	const char *folder = arena_printf(a, "%s/%s", box->kinds_folder.s,
	    kind->name.s).s;

	kind->schema = schema_load(a, d,
	    arena_printf(a, "%s/schema.yaml", folder).s);
	kind->templates = load_templates(a, d, arena_printf(a, "%s/algemeen",
	    box->templates.s).s, folder);
	if (!kind->templates || !kind->schema)
		return false;
	if (template_find(kind->templates, STR("rapport")))
		return true;
	diag_path(d, folder, DIAG_NO_REPORT_TEMPLATE);
	return false;
}

const struct template_set *
toolbox_templates(const struct toolbox *box, struct arena *a, struct diag *d,
    const char *name)
{
	struct str folder = arena_printf(a, "%s/%s", box->templates.s, name);

	if (!file_exists(folder.s))
		return NULL;
	return load_templates(a, d, arena_printf(a, "%s/algemeen",
	    box->templates.s).s, folder.s);
}

static int
compare_kinds(const void *a, const void *b)
{
	const struct kind *k = a, *l = b;

	return str_compare(k->name, l->name);
}

static bool
find_kinds(struct toolbox *box, struct diag *d)
{
	struct arena *a = box->arena;
	struct dirent *entry;
	DIR *dir = opendir(box->kinds_folder.s);

	if (!dir) {
		diag_path(d, box->kinds_folder.s, DIAG_NOT_READABLE,
		    system_fault(errno), system_advice(errno));
		return false;
	}
	while ((entry = readdir(dir))) {
		struct str schema = arena_printf(a, "%s/%s/schema.yaml",
		    box->kinds_folder.s, entry->d_name);

		if (entry->d_name[0] == '.' || !file_exists(schema.s))
			continue;
		box->kinds = arena_grow(a, box->kinds, box->n_kinds,
		    sizeof *box->kinds);
		box->kinds[box->n_kinds++] = (struct kind){
			.name = arena_dup(a, str_from(entry->d_name)) };
	}
	closedir(dir);
	if (box->n_kinds)
		qsort(box->kinds, box->n_kinds, sizeof *box->kinds,
		    compare_kinds);
	return true;
}

static struct str
quote(const struct value *style, const char *which, size_t i)
{
	const struct value *pair = value_find(
	    value_find(style, "aanhalingstekens"), which);

	return pair && pair->n > i ? value_text(pair->items[i]) : STR("\"");
}

static void
set_markdown_options(struct toolbox *box, const struct options *o)
{
	const char **roots = arena_array(box->arena, 2, sizeof *roots);

	roots[0] = o->content;
	roots[1] = o->assets;
	box->markdown = (struct markdown_options){
		.picture_roots = roots,
		.n_picture_roots = 2,
		.quote_open = quote(box->style, "buiten", 0),
		.quote_close = quote(box->style, "buiten", 1),
		.inner_open = quote(box->style, "binnen", 0),
		.inner_close = quote(box->style, "binnen", 1),
	};
}

bool
toolbox_load(struct toolbox *box, struct arena *a, struct diag *d,
    const struct options *o)
{
	*box = (struct toolbox){
		.arena = a,
		.assets = str_from(o->assets),
		.templates = str_from(o->templates),
		.kinds_folder = arena_printf(a, "%s/soort", o->templates),
		.today = o->today,
	};
	box->style = schema_apply(a, d,
	    arena_printf(a, "%s/huisstijl.schema.yaml", o->assets).s,
	    yaml_load(a, d, arena_printf(a, "%s/huisstijl.yaml",
	    o->assets).s));
	box->settings = settings_load(a, d, o);
	box->words = settings_words(a, d, o);
	if (!box->style || !box->settings || !find_kinds(box, d))
		return false;
	for (size_t i = 0; i < box->n_kinds; i++)
		box->kinds[i].sound = kind_load(box, d, &box->kinds[i]);
	set_markdown_options(box, o);
	return true;
}

const struct kind *
toolbox_kind(const struct toolbox *box, struct str name)
{
	for (size_t i = 0; i < box->n_kinds; i++)
		if (str_eq(box->kinds[i].name, name))
			return &box->kinds[i];
	return NULL;
}

const char *
toolbox_nearest_kind(const struct toolbox *box, struct arena *a,
    struct str name)
{
	const char **list = arena_array(a, box->n_kinds + 1, sizeof *list);

	for (size_t i = 0; i < box->n_kinds; i++)
		list[i] = box->kinds[i].name.s;
	return str_nearest(name, list, box->n_kinds);
}

struct str
toolbox_kind_names(const struct toolbox *box, struct arena *a)
{
	struct str all = STR("");

	for (size_t i = 0; i < box->n_kinds; i++)
		all = arena_printf(a, "%s%s%s", all.s, i ? ", " : "",
		    box->kinds[i].name.s);
	return all;
}
