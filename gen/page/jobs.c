/* page_jobs.c -- many pages, over threads */
#include <pthread.h>
#include <stdatomic.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "page.h"

struct job {
	struct run *run;
	const struct template_set *templates;
	size_t n;
	atomic_size_t next;	/* page that nobody has taken yet */
	void (*make)(void *, const struct page_maker *, size_t i);
	void *closure;
};

struct worker {
	pthread_t thread;
	struct job *job;
	struct diag *diag;
};

static void *
work(void *closure)
{
	struct worker *w = closure;
	struct job *job = w->job;
	struct page_maker m = {
		.run = job->run,
		.templates = job->templates,
		.typesetter = run_typesetter(job->run, w->diag),
		.diag = w->diag,
	};
	size_t i;

	if (!m.typesetter)
		return NULL;
	while ((i = atomic_fetch_add(&job->next, 1)) < job->n)
		job->make(job->closure, &m, i);
	typesetter_free(m.typesetter);
	return NULL;
}

void
pages_each(struct run *run, const struct template_set *templates, size_t n,
    void (*make)(void *, const struct page_maker *, size_t), void *closure)
{
	struct job job = { .run = run, .templates = templates, .n = n,
		.make = make, .closure = closure };
	size_t threads = run_threads(run, n);
	struct worker *workers = arena_array(run->arena, threads,
	    sizeof *workers);

	for (size_t i = 0; i < threads; i++) {
		workers[i] = (struct worker){ .job = &job, .diag = diag_new() };
		if (i && pthread_create(&workers[i].thread, NULL, work,
		    &workers[i]))
			die("kan geen thread maken");
	}
	work(&workers[0]);
	for (size_t i = 0; i < threads; i++) {
		if (i)
			pthread_join(workers[i].thread, NULL);
		diag_merge(run->diag, workers[i].diag);
		diag_free(workers[i].diag);
	}
}
