/* http.h -- serve: answers to a browser on this computer (libmicrohttpd) */
#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include "../../base/str.h"

struct diag;

/*
 * A web server of its own thread, for 127.0.0.1 only.  It serves the files
 * of out/, and the pages among them with assets/serve/serve.js, which asks
 *	/_toetssteen/meldingen		for the messages of the last build
 *	/_toetssteen/meldingen?na=N	the same, once it is another than N
 */
struct http;

/* Port 0 is any that is free.  NULL after telling d. */
struct http *http_start(struct diag *d, size_t port, const char *out,
    const char *assets);
void http_stop(struct http *);

unsigned http_port(const struct http *);

/*
 * There has been a build: tell all pages that wait for it.  The messages are
 * copied.
 */
void http_publish(struct http *, struct str messages, size_t errors,
    size_t warnings);
/* Answer pages that wait, so that those that are gone take no room. */
void http_refresh(struct http *);

#endif
