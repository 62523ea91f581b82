/* run.c -- all reports of a run, over threads */
#include "run.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

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

/* What rapport.yaml says; its faults are told when the report is made. */
static bool
is_example(const struct place *place)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct value *report = site_read_report(a, d, place);
	const struct value *example = value_find(report, "voorbeeld");
	bool truth = example && example->kind == VALUE_BOOL && example->truth;

	diag_free(d);
	arena_free(a);
	return truth;
}

/* Pick the places that the paths ask for; each path must ask for one. */
static bool
select_places(struct run *run)
{
	const struct options *o = run->options;
	bool *found = arena_array(run->arena, o->n_paths + 1, sizeof *found);
	bool ok = true;

	run->places = arena_array(run->arena, run->site.n + 1,
	    sizeof *run->places);
	for (size_t i = 0; i < run->site.n; i++) {
		bool take = !o->n_paths;

		for (size_t k = 0; k < o->n_paths; k++)
			if (is_below(&run->site, run->site.places[i].path,
			    str_from(o->paths[k])))
				take = found[k] = true;
		if (take && o->without_examples)
			take = !is_example(&run->site.places[i]);
		if (take)
			run->places[run->n++] = run->site.places[i];
	}
	for (size_t k = 0; k < o->n_paths; k++) {
		if (found[k])
			continue;
		diag_path(run->diag, o->paths[k], DIAG_NO_SUCH_REPORT);
		ok = false;
	}
	run->summaries = arena_array(run->arena, run->n + 1,
	    sizeof *run->summaries);
	run->subjects = arena_array(run->arena, run->n + 1,
	    sizeof *run->subjects);
	run->dossiers = arena_array(run->arena, run->n + 1,
	    sizeof *run->dossiers);
	return ok;
}

bool
run_open(struct run *run, const struct options *o)
{
	bool found;

	*run = (struct run){ .options = o };
	run->arena = arena_new();
	run->diag = diag_new();
	run->outputs = outputs_new(o->out);
	if (!toolbox_load(&run->tools, run->arena, run->diag, o))
		return false;
	found = site_find(run->arena, run->diag, o->content, &run->site);
	return select_places(run) && (found || run->n);
}

struct typesetter *
run_typesetter(const struct run *run, struct diag *d)
{
	return typesetter_new(d, run->tools.style);
}

/* One for each thread; results go to the slots of its own reports. */
struct worker {
	pthread_t thread;
	struct run *run;
	atomic_size_t *next;	/* report that nobody has taken yet */
	struct arena *arena;	/* for the summaries */
	struct diag *diag;
};

static void
run_one(struct worker *w, struct typesetter *typesetter, size_t i)
{
	struct run *run = w->run;
	struct summary *s = &run->summaries[i];
	struct report r = {
		.tools = &run->tools,
		.typesetter = typesetter,
		.site = &run->site,
		.place = &run->places[i],
		.diag = w->diag,
	};

	s->made = report_run(&r, run->last);
	if (s->made && run->write)
		s->made = report_write(&r, run->outputs);
	if (s->made) {
		summarise(&r, w->arena, s);
		run->subjects[i] = subject_keep(w->arena, r.place, r.data);
		if (r.dossier && !report_is_withdrawn(&r))
			run->dossiers[i] = dossier_keep(w->arena, r.dossier);
	}
	report_release(&r);
}

static void *
work(void *closure)
{
	struct worker *w = closure;
	struct typesetter *typesetter = run_typesetter(w->run, w->diag);
	size_t i;

	if (!typesetter)
		return NULL;
	while ((i = atomic_fetch_add(w->next, 1)) < w->run->n)
		run_one(w, typesetter, i);
	typesetter_free(typesetter);
	return NULL;
}

/* A thread warms up its own fonts, so it must have some work to do. */
enum { REPORTS_PER_THREAD = 8, MAX_THREADS = 256 };

size_t
run_threads(const struct run *run, size_t n)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = n / REPORTS_PER_THREAD + 1;

	if (run->options->jobs)
		return run->options->jobs;
	if (processors > MAX_THREADS)
		processors = MAX_THREADS;
	if (processors > 0 && most > (size_t)processors)
		most = (size_t)processors;
	return most;
}

static void
collect_allowed(struct run *run)
{
	run->allowed = value_new(run->arena, VALUE_LIST, (struct loc){ 0 });
	for (size_t i = 0; i < run->n; i++) {
		const struct value *list = run->summaries[i].allowed;

		for (size_t k = 0; list && k < list->n; k++)
			value_add(run->arena, run->allowed, list->items[k]);
	}
}

void
run_reports(struct run *run, enum stage last, bool write)
{
	size_t n = run_threads(run, run->n);
	struct worker *workers = arena_array(run->arena, n, sizeof *workers);
	atomic_size_t next = 0;

	run->last = last;
	run->write = write;
	for (size_t i = 0; i < n; i++) {
		workers[i] = (struct worker){ .run = run, .next = &next,
			.arena = arena_new(), .diag = diag_new() };
		if (i && pthread_create(&workers[i].thread, NULL, work,
		    &workers[i]))
			die("kan geen thread maken");
	}
	work(&workers[0]);
	for (size_t i = 0; i < n; i++) {
		if (i)
			pthread_join(workers[i].thread, NULL);
		diag_merge(run->diag, workers[i].diag);
		diag_free(workers[i].diag);
		arena_adopt(run->arena, workers[i].arena);
	}
	collect_allowed(run);
	dossiers_check_ids(run->arena, run->diag, run->dossiers, run->n);
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
