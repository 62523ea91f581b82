/* jobs.c -- the only pool of threads: many pieces of work, a maker each */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "run.h"

struct job {
	size_t n;
	atomic_size_t next;	/* piece that nobody has taken yet */
	void (*make)(void *, struct maker *, size_t i);
	void *closure;
};

struct worker {
	pthread_t thread;
	struct job *job;
	struct maker maker;
};

static void *
work(void *closure)
{
	struct worker *w = closure;
	struct job *job = w->job;
	size_t i;

	while ((i = atomic_fetch_add(&job->next, 1)) < job->n)
		job->make(job->closure, &w->maker, i);
	typesetter_free(w->maker.typesetter);
	return NULL;
}

/* A thread warms up its own fonts, so it must have some work to do. */
enum { PIECES_PER_THREAD = 8, MAX_THREADS = 256 };

static size_t
count_threads(const struct run *run, size_t n)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = n / PIECES_PER_THREAD + 1;

	if (run->options->jobs)
		return run->options->jobs;
	if (processors > MAX_THREADS)
		processors = MAX_THREADS;
	if (processors > 0 && most > (size_t)processors)
		most = (size_t)processors;
	return most;
}

void
run_each(struct run *run, size_t n,
    void (*make)(void *, struct maker *, size_t), void *closure)
{
	struct job job = { .n = n, .make = make, .closure = closure };
	size_t threads = count_threads(run, n);
	struct worker *workers = arena_array(run->arena, threads,
	    sizeof *workers);

	for (size_t i = 0; i < threads; i++) {
		workers[i] = (struct worker){ .job = &job, .maker = {
			.run = run, .diag = diag_new(),
			.kept = arena_new() } };
		if (i && pthread_create(&workers[i].thread, NULL, work,
		    &workers[i]))
			die("kan geen thread maken");
	}
	work(&workers[0]);
	for (size_t i = 0; i < threads; i++) {
		if (i)
			pthread_join(workers[i].thread, NULL);
		diag_merge(run->diag, workers[i].maker.diag);
		diag_free(workers[i].maker.diag);
		arena_adopt(run->arena, workers[i].maker.kept);
	}
}
