/* workers.c -- suites, each in a process of its own */
#include "workers.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct worker {
	pid_t pid;		/* 0 before and after */
	FILE *output;
	time_t start;
	struct totals totals;	/* written by the worker itself */
};

static volatile sig_atomic_t stopped;	/* by this signal */

static void
stop(int with)
{
	stopped = with;
}

static size_t
count_jobs(void)
{
	const char *jobs = getenv("JOBS");
	long n = jobs ? atol(jobs) : sysconf(_SC_NPROCESSORS_ONLN);

	return n > 0 ? (size_t)n : 1;
}

/* In the new process. */
static void
work(struct worker *w, const struct suite *suite)
{
	SRunner *runner = srunner_create(suite->make());

	/* Check gives the signal to its whole group, which is not ours */
	setpgid(0, 0);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	dup2(fileno(w->output), STDOUT_FILENO);
	dup2(fileno(w->output), STDERR_FILENO);
	fclose(w->output);
	srunner_run_all(runner, CK_ENV);
	w->totals.failed = srunner_ntests_failed(runner);
	w->totals.run = srunner_ntests_run(runner);
	srunner_free(runner);
	exit(EXIT_SUCCESS);
}

static void
start(struct worker *w, const struct suite *suite)
{
	pid_t pid;

	fflush(NULL);
	w->output = tmpfile();
	w->start = time(NULL);
	pid = w->output ? fork() : -1;
	if (pid < 0) {
		perror(suite->name);
		exit(EXIT_FAILURE);
	}
	if (!pid)
		work(w, suite);
	w->pid = pid;		/* not by the worker, who shares *w */
}

/* Print what it printed, and how it ended. */
static void
finish(struct worker *w, const struct suite *suite, int status)
{
	char chunk[4096];
	size_t n;

	rewind(w->output);
	while ((n = fread(chunk, 1, sizeof chunk, w->output)))
		fwrite(chunk, 1, n, stdout);
	fclose(w->output);
	w->pid = 0;
	if (status) {
		printf("%s: ended with status %d\n", suite->name, status);
		w->totals.run++;
		w->totals.failed++;
	}
	printf("%s took %.0f s\n", suite->name,
	    difftime(time(NULL), w->start));
	fflush(stdout);
}

/* Wait until one is done; after Ctrl-C all are asked to. */
static void
wait_for_one(struct worker *workers, const struct suite *suites, size_t n)
{
	int status;
	pid_t pid = wait(&status);

	if (pid < 0 && errno == EINTR && stopped)
		for (size_t i = 0; i < n; i++)
			if (workers[i].pid)
				kill(workers[i].pid, stopped);
	for (size_t i = 0; pid > 0 && i < n; i++)
		if (workers[i].pid == pid)
			finish(&workers[i], &suites[i], status);
}

static bool
are_running(const struct worker *workers, size_t n, size_t most)
{
	size_t running = 0;

	for (size_t i = 0; i < n; i++)
		running += workers[i].pid != 0;
	return running >= most;
}

struct totals
workers_run(const struct suite *suites, size_t n)
{
	const struct sigaction action = { .sa_handler = stop };
	const size_t size = (n + 1) * sizeof(struct worker);
	const size_t jobs = count_jobs();
	struct worker *workers = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct totals sum = { 0, 0 };

	if (workers == MAP_FAILED)
		return sum;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	for (size_t i = 0; i < n && !stopped; i++) {
		start(&workers[i], &suites[i]);
		while (are_running(workers, n, jobs))
			wait_for_one(workers, suites, n);
	}
	while (are_running(workers, n, 1))
		wait_for_one(workers, suites, n);
	for (size_t i = 0; i < n; i++) {
		sum.run += workers[i].totals.run;
		sum.failed += workers[i].totals.failed;
	}
	munmap(workers, size);
	return sum;
}
