/* comparisons.c -- what the site has to compare gemeenten with */
#include "comparisons.h"

#include "../base/file.h"
#include "../content/read/yaml.h"
#include "compare.h"

static const char folder[] = "vergelijking";

/* A file that need not be there, by a schema of ours. */
static const struct value *
read_checked(struct run *run, const char *path, const char *schema_path)
{
	struct arena *a = run->arena;
	struct diag *d = run->diag;

	return file_exists(path) ? schema_apply(a, d, schema_path,
	    yaml_load(a, d, path)) : NULL;
}

/* Onderzoeken under another kader: only as vergelijking.yaml maps them. */
static void
add_others(struct run *run, struct comparison *c, struct subject **subjects)
{
	struct arena *a = run->arena;
	const struct comparison_source source = { subjects, run->n };
	const struct value *mapping = read_checked(run,
	    arena_printf(a, "%s/%s/vergelijking.yaml",
	    run->options->content, c->folder.s).s,
	    arena_printf(a, "%s/%s/vergelijking.schema.yaml",
	    run->options->templates, folder).s);

	if (mapping)
		compare_others(a, run->diag, c, mapping, &source);
}

/* A house style need not have a map of tiles. */
static const struct value *
read_tiles(struct run *run)
{
	const char *assets = run->options->assets;

	return read_checked(run,
	    arena_printf(run->arena, "%s/tegels.yaml", assets).s,
	    arena_printf(run->arena, "%s/tegels.schema.yaml", assets).s);
}

static struct subject **
find_subjects(struct run *run)
{
	struct subject **list = arena_array(run->arena, run->n + 1,
	    sizeof *list);

	for (size_t i = 0; i < run->n; i++)
		if (run->reports[i].is_made)
			list[i] = subject_new(run->arena,
			    run->reports[i].place, run->reports[i].data);
	return list;
}

static void
mark(const struct comparison *c, struct subject *const *subjects, size_t n,
    bool *takes_part)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; subjects[i] && k < c->n; k++)
			if (subjects[i] == c->subjects[k])
				takes_part[i] = true;
}

void
comparison_pages(struct run *run, struct pages *pages, bool *takes_part)
{
	struct arena *a = run->arena;
	struct subject **subjects = find_subjects(run);
	const struct template_set *templates;
	struct comparisons all;
	const struct value *tiles;

	compare_find(a, run->diag, subjects, run->n, &all);
	templates = all.n ? toolbox_templates(&run->tools, a, run->diag,
	    folder) : NULL;
	if (!templates)
		return;
	tiles = read_tiles(run);
	for (size_t i = 0; i < all.n; i++) {
		struct comparison *c = &all.list[i];

		add_others(run, c, subjects);
		c->tiles = tiles;
		c->colors = value_path(run->tools.style, "tokens.kleur");
		c->out = str_from(run->options->out);
		c->schema = arena_printf(a, "%s/%s/gegevens.schema.yaml",
		    run->options->templates, folder).s;
		mark(c, subjects, run->n, takes_part);
		compare_pages(a, c, templates, pages);
	}
}
