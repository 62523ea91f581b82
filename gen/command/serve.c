/* serve.c -- the command serve: build, show, and do so after each change */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "build.h"
#include "commands.h"
#include "serve/http.h"
#include "serve/watch.h"

enum {
	QUIET_MS = 100,		/* an editor writes more than one file */
	REFRESH_MS = 20000,
	MAX_ROUNDS = 20
};

/* Which signals end it; to be read from the file descriptor. */
static int
catch_signals(void)
{
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC);
}

static void
build(const struct options *o, struct http *http)
{
	struct build_told told = { .messages = BUF_INIT };

	build_site(o, &told);
	http_publish(http, buf_str(&told.messages), told.errors,
	    told.warnings);
	buf_release(&told.messages);
}

/* Until nothing has changed for a moment. */
static void
settle(struct watch *watch)
{
	struct pollfd p = { .fd = watch_fd(watch), .events = POLLIN };

	for (int i = 0; i < MAX_ROUNDS && poll(&p, 1, QUIET_MS) > 0; i++)
		watch_read(watch);
}

/* Wait for a change; false at a signal. */
static bool
wait_for_change(struct watch *watch, struct http *http, int signals)
{
	struct pollfd p[] = {
		{ .fd = signals, .events = POLLIN },
		{ .fd = watch_fd(watch), .events = POLLIN },
	};
	int n;

	for (;;) {
		n = poll(p, 2, REFRESH_MS);
		if (n < 0 && errno != EINTR)
			die("%s", system_fault(errno));
		if (n == 0)
			http_refresh(http);
		if (n > 0 && p[0].revents)
			return false;
		if (n > 0 && p[1].revents && watch_read(watch)) {
			settle(watch);
			return true;
		}
	}
}

static void
serve(const struct options *o, struct http *http, struct watch *watch,
    int signals)
{
	bool is_first = true;

	do {
		watch_refresh(watch);
		build(o, http);
		if (is_first)
			printf("Bekijk de rapporten op http://127.0.0.1:%u/. "
			    "Stop met Ctrl-C.\n", http_port(http));
		fflush(stdout);
		is_first = false;
	} while (wait_for_change(watch, http, signals));
}

int
command_serve(const struct options *o)
{
	const char *const folders[] = { o->content, o->templates, o->assets };
	struct diag *d = diag_new();
	int signals = catch_signals();
	struct http *http = http_start(d, o->port, o->out, o->assets);
	struct watch *watch = http ? watch_new(folders, 3) : NULL;
	bool ok = watch;

	if (ok)
		serve(o, http, watch, signals);
	else if (http)
		diag_at(d, (struct loc){ 0 }, DIAG_SERVE_WATCH,
		    system_fault(errno));
	watch_free(watch);
	http_stop(http);
	close(signals);
	diag_print(d, stderr);
	diag_free(d);
	return ok ? EXIT_DONE : EXIT_USAGE;
}
