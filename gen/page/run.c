/* run.c -- all reports and pages of a run of the program */
#include "run.h"

#include <string.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "../base/outputs.h"

/* True if path is at or below prefix, which may begin with the folder. */
static bool
is_below(const struct site *site, struct str path, struct str prefix)
{
	while (str_ends(prefix, "/"))
		prefix.n--;
	if (prefix.n > site->content.n &&
	    str_starts(prefix, site->content.s) &&
	    prefix.s[site->content.n] == '/')
		prefix = str_slice(prefix, site->content.n + 1, prefix.n);
	else if (str_eq(prefix, site->content))
		return true;
	return path.n >= prefix.n && !memcmp(path.s, prefix.s, prefix.n) &&
	    (path.n == prefix.n || path.s[prefix.n] == '/');
}

/* Was the place asked for?  found learns by which paths. */
static bool
is_asked(const struct run *run, const struct place *place, bool *found)
{
	const struct options *o = run->options;
	bool asked = !o->n_paths;

	for (size_t k = 0; k < o->n_paths; k++)
		if (is_below(&run->site, place->path,
		    str_from(o->paths[k])))
			asked = found[k] = true;
	return asked;
}

static void
add_report(struct run *run, const struct place *place)
{
	struct report *r = &run->reports[run->n];

	*r = (struct report){ .place = place };
	report_begin(r, &run->tools, run->arena, run->diag);
	if (run->options->without_examples &&
	    value_is_true(value_find(r->data, "voorbeeld")))
		return;
	run->n++;
	if (r->is_sound)
		shared_load(run, r);
}

/* The reports that the paths ask for; each path must ask for one. */
static bool
select_reports(struct run *run)
{
	const struct options *o = run->options;
	bool *found = arena_array(run->arena, o->n_paths + 1, sizeof *found);
	bool ok = true;

	run->reports = arena_array(run->arena, run->site.n + 1,
	    sizeof *run->reports);
	for (size_t i = 0; i < run->site.n; i++)
		if (is_asked(run, &run->site.places[i], found))
			add_report(run, &run->site.places[i]);
	for (size_t k = 0; k < o->n_paths; k++) {
		if (found[k])
			continue;
		diag_path(run->diag, o->paths[k], DIAG_NO_SUCH_REPORT);
		ok = false;
	}
	return ok;
}

bool
run_open(struct run *run, const struct options *o, const struct aspect *aspect)
{
	bool found;

	*run = (struct run){ .options = o, .aspect = aspect };
	run->arena = arena_new();
	run->diag = diag_new();
	run->outputs = outputs_new(o->out);
	run->allowed = value_new(run->arena, VALUE_LIST, (struct loc){ 0 });
	if (!toolbox_load(&run->tools, run->arena, run->diag, o))
		return false;
	found = site_find(run->arena, run->diag, o->content, &run->site);
	return select_reports(run) && (found || run->n);
}

/* Personal data that may be there: other pages quote from the report. */
static void
allow(struct run *run, const struct report *r)
{
	static const char *const paths[] = { "toegestaan",
		"onderzoek.toegestaan" };

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const struct value *list = value_path(r->data, paths[i]);

		for (size_t k = 0; list && k < list->n; k++)
			value_add(run->arena, run->allowed, list->items[k]);
	}
}

static void
read_one(void *closure, struct maker *by, size_t i)
{
	struct run *run = closure;

	report_make_tree(by, &run->reports[i]);
}

void
run_read(struct run *run)
{
	run_each(run, run->n, read_one, run);
	for (size_t i = 0; i < run->n; i++)
		if (run->reports[i].is_sound)
			allow(run, &run->reports[i]);
	if (run->aspect)
		run->aspect->compare(run);
}

void
run_pages(struct run *run, struct pages *pages)
{
	for (size_t i = 0; i < run->n; i++)
		if (run->reports[i].is_sound)
			pages_add(run->arena, pages, report_page(run->arena,
			    &run->reports[i]));
}

struct maker
run_maker(struct run *run)
{
	return (struct maker){ .run = run, .diag = run->diag,
		.kept = run->arena };
}

int
run_close(struct run *run)
{
	int status = EXIT_DONE;

	diag_print(run->diag, stderr);
	if (diag_is_environment(run->diag))
		status = EXIT_USAGE;
	else if (diag_count(run->diag, DIAG_ERROR))
		status = EXIT_FAULTS;
	diag_free(run->diag);
	outputs_free(run->outputs);
	arena_free(run->arena);
	return status;
}
