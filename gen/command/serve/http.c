/* http.c -- serve: answers to a browser on this computer (libmicrohttpd) */
#include "http.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "../../base/diag.h"
#include "../../base/die.h"
#include "files.h"

struct http {
	struct MHD_Daemon *daemon;
	const char *out, *assets;
	unsigned port;
	pthread_mutex_t lock;	/* for all below */
	unsigned long build;	/* number of the last build */
	struct buf messages;
	size_t errors, warnings;
	struct MHD_Connection **waiting;	/* for the next build */
	size_t n_waiting;
	bool stops;
	char begun, waited;	/* their addresses mark a request */
};

static const char own_folder[] = "/_toetssteen/";

/* --- answers --- */

struct answer {
	unsigned status;
	const char *type;
	struct buf body;
	const char *header, *value;	/* one more, or NULL */
};

static enum MHD_Result
send_answer(struct MHD_Connection *c, struct answer *a)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(a->body.n,
	    a->body.s, MHD_RESPMEM_MUST_COPY);
	enum MHD_Result result;

	buf_release(&a->body);
	if (!r)
		return MHD_NO;
	MHD_add_response_header(r, "Content-Type", a->type);
	MHD_add_response_header(r, "Cache-Control", "no-store");
	MHD_add_response_header(r, "X-Content-Type-Options", "nosniff");
	MHD_add_response_header(r, "Cross-Origin-Resource-Policy",
	    "same-origin");
	if (a->header)
		MHD_add_response_header(r, a->header, a->value);
	result = MHD_queue_response(c, a->status, r);
	MHD_destroy_response(r);
	return result;
}

static enum MHD_Result
send_text(struct MHD_Connection *c, unsigned status, const char *text)
{
	struct answer a = { .status = status,
		.type = "text/plain; charset=utf-8", .body = BUF_INIT };

	buf_adds(&a.body, text);
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED) {
		a.header = "Allow";
		a.value = "GET, HEAD";
	}
	return send_answer(c, &a);
}

/* A page, with the script that reloads it. */
static enum MHD_Result
send_page(struct http *h, struct MHD_Connection *c, unsigned status,
    struct str page)
{
	struct answer a = { .status = status,
		.type = "text/html; charset=utf-8", .body = BUF_INIT };
	struct buf script = BUF_INIT;

	pthread_mutex_lock(&h->lock);
	buf_addf(&script, "<script src=\"%sserve.js\" data-bouw=\"%lu\">"
	    "</script>\n", own_folder, h->build);
	pthread_mutex_unlock(&h->lock);
	served_insert(&a.body, page, buf_str(&script));
	buf_release(&script);
	return send_answer(c, &a);
}

static enum MHD_Result
send_nothing(struct http *h, struct MHD_Connection *c)
{
	return send_page(h, c, MHD_HTTP_NOT_FOUND, STR("<!DOCTYPE html>\n"
	    "<html lang=\"nl\"><head><meta charset=\"utf-8\">"
	    "<title>Niet gevonden</title></head>\n"
	    "<body><h1>Deze pagina is er niet</h1>\n"
	    "<p><a href=\"/\">Naar alle rapporten</a></p></body></html>\n"));
}

/* A folder is asked for again, with a slash behind it. */
static enum MHD_Result
send_folder(struct MHD_Connection *c, struct str path)
{
	struct answer a = { .status = MHD_HTTP_FOUND,
		.type = "text/plain; charset=utf-8", .body = BUF_INIT,
		.header = "Location" };
	struct buf place = BUF_INIT;
	enum MHD_Result result;

	for (size_t i = 0; i < path.n; i++) {
		unsigned char byte = (unsigned char)path.s[i];

		if (isalnum(byte) || strchr("/-._", byte))
			buf_addc(&place, (char)byte);
		else
			buf_addf(&place, "%%%02X", byte);
	}
	buf_addc(&place, '/');
	a.value = place.s;
	result = send_answer(c, &a);
	buf_release(&place);
	return result;
}

static enum MHD_Result
send_file(struct http *h, struct MHD_Connection *c, const char *folder,
    struct str path)
{
	struct answer a = { .status = MHD_HTTP_OK, .body = BUF_INIT };
	enum MHD_Result result;

	switch (served_open(folder, path, &a.body, &a.type)) {
	case SERVED_FOLDER:
		result = send_folder(c, path);
		break;
	case SERVED_NOTHING:
		result = send_nothing(h, c);
		break;
	default:
		if (!served_is_page(a.type))
			return send_answer(c, &a);
		result = send_page(h, c, MHD_HTTP_OK, buf_str(&a.body));
	}
	buf_release(&a.body);
	return result;
}

/* --- requests --- */

/* True if the answer has to wait for the next build; h is locked. */
static bool
must_wait(struct http *h, struct MHD_Connection *c, const void *seen)
{
	const char *since = MHD_lookup_connection_value(c,
	    MHD_GET_ARGUMENT_KIND, "na");

	return since && strtoul(since, NULL, 10) == h->build &&
	    seen != &h->waited && !h->stops;
}

static enum MHD_Result
send_messages(struct http *h, struct MHD_Connection *c, void **seen)
{
	struct answer a = { .status = MHD_HTTP_OK,
		.type = "text/plain; charset=utf-8", .body = BUF_INIT,
		.header = "Toetssteen-Bouw" };
	char value[80];

	pthread_mutex_lock(&h->lock);
	if (must_wait(h, c, *seen)) {
		*seen = &h->waited;
		h->waiting = xrealloc(h->waiting,
		    (h->n_waiting + 1) * sizeof *h->waiting);
		h->waiting[h->n_waiting++] = c;
		MHD_suspend_connection(c);
		pthread_mutex_unlock(&h->lock);
		return MHD_YES;
	}
	snprintf(value, sizeof value, "%lu, %zu, %zu", h->build, h->errors,
	    h->warnings);
	buf_add(&a.body, buf_str(&h->messages));
	pthread_mutex_unlock(&h->lock);
	a.value = value;
	return send_answer(c, &a);
}

/*
 * Another website may have its own name lead to 127.0.0.1, to read along: it
 * cannot have the browser send one of these.
 */
static bool
is_own_host(const char *host)
{
	static const char *const names[] = { "127.0.0.1", "localhost" };
	size_t n;

	for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
		n = strlen(names[i]);
		if (strncasecmp(host, names[i], n))
			continue;
		if (!host[n] || (host[n] == ':' &&
		    strspn(host + n + 1, "0123456789") == strlen(host + n + 1)))
			return true;
	}
	return false;
}

/* What may not be asked is refused before a body is read. */
static enum MHD_Result
begin(struct http *h, struct MHD_Connection *c, const char *method,
    void **seen)
{
	*seen = &h->begun;
	if (strcmp(method, "GET") && strcmp(method, "HEAD"))
		return send_text(c, MHD_HTTP_METHOD_NOT_ALLOWED,
		    "Hier kunt u alleen lezen.\n");
	if (!is_own_host(MHD_lookup_connection_value(c, MHD_HEADER_KIND,
	    "Host")))
		return send_text(c, MHD_HTTP_FORBIDDEN,
		    "Gebruik het adres http://127.0.0.1.\n");
	return MHD_YES;
}

static enum MHD_Result
handle(void *closure, struct MHD_Connection *c, const char *url,
    const char *method, const char *version, const char *data, size_t *size,
    void **seen)
{
	struct http *h = closure;
	struct str path = str_from(url);

	(void)version;
	(void)data;
	if (!*seen)
		return begin(h, c, method, seen);
	if (*size) {
		*size = 0;	/* a body says nothing here */
		return MHD_YES;
	}
	if (!str_starts(path, own_folder))
		return send_file(h, c, h->out, path);
	path = str_slice(path, sizeof own_folder - 1, path.n);
	if (str_is(path, "meldingen"))
		return send_messages(h, c, seen);
	if (str_is(path, "serve.js"))
		return send_file(h, c, h->assets, STR("/serve/serve.js"));
	return send_nothing(h, c);
}

/* --- the server --- */

/* Listen on 127.0.0.1; -1 with errno set. */
static int
listen_on(size_t port, unsigned *real)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons((in_port_t)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t size = sizeof address;
	int yes = 1, error;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(fd, (struct sockaddr *)&address, size) ||
	    listen(fd, SOMAXCONN) ||
	    getsockname(fd, (struct sockaddr *)&address, &size)) {
		error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	*real = ntohs(address.sin_port);
	return fd;
}

static void
http_free(struct http *h)
{
	pthread_mutex_destroy(&h->lock);
	buf_release(&h->messages);
	free(h->waiting);
	free(h);
}

struct http *
http_start(struct diag *d, size_t port, const char *out, const char *assets)
{
	struct http *h = xmalloc(sizeof *h);
	char number[24];
	int fd;

	/* so that a page of an earlier server sees that this is another */
	*h = (struct http){ .out = out, .assets = assets,
		.build = (unsigned long)time(NULL) };
	pthread_mutex_init(&h->lock, NULL);
	fd = listen_on(port, &h->port);
	if (fd >= 0)
		h->daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD |
		    MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, h,
		    MHD_OPTION_LISTEN_SOCKET, fd,
		    MHD_OPTION_CONNECTION_TIMEOUT, 60u, MHD_OPTION_END);
	if (h->daemon)
		return h;
	snprintf(number, sizeof number, "%zu", port);
	diag_at(d, (struct loc){ 0 }, DIAG_SERVE_PORT, number,
	    system_fault(errno));
	if (fd >= 0)
		close(fd);
	http_free(h);
	return NULL;
}

/* h is locked. */
static void
wake(struct http *h)
{
	for (size_t i = 0; i < h->n_waiting; i++)
		MHD_resume_connection(h->waiting[i]);
	h->n_waiting = 0;
}

void
http_stop(struct http *h)
{
	if (!h)
		return;
	pthread_mutex_lock(&h->lock);
	h->stops = true;
	wake(h);
	pthread_mutex_unlock(&h->lock);
	MHD_stop_daemon(h->daemon);
	http_free(h);
}

unsigned
http_port(const struct http *h)
{
	return h->port;
}

void
http_publish(struct http *h, struct str messages, size_t errors,
    size_t warnings)
{
	pthread_mutex_lock(&h->lock);
	h->build++;
	h->errors = errors;
	h->warnings = warnings;
	buf_clear(&h->messages);
	buf_add(&h->messages, messages);
	wake(h);
	pthread_mutex_unlock(&h->lock);
}

void
http_refresh(struct http *h)
{
	pthread_mutex_lock(&h->lock);
	wake(h);
	pthread_mutex_unlock(&h->lock);
}
