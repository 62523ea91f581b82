/* check_serve.c -- the preview: which files it shows, to whom, and when */
#include <arpa/inet.h>
#include <check.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/command/serve/files.h"
#include "site_fixture.h"
#include "suites.h"

static char *folder;	/* content/ and out/ of this case */

static void
sh(const char *command)
{
	struct buf answer = BUF_INIT;

	ck_assert_msg(!site_ask(command, folder, &answer), "%s: %s", command,
	    buf_str(&answer).s);
	buf_release(&answer);
}

/* --- files --- */

static void
files_setup(void)
{
	folder = site_folder();
	sh("cd %1$s && mkdir -p out/a/b out/.git && echo secret >secret && "
	    "echo page >out/index.html && echo deep >out/a/b/index.html && "
	    "echo x >out/a/x.pdf && echo x >out/.git/config && "
	    "echo x >out/a/.hidden && ln -s ../secret out/link && "
	    "ln -s .. out/up && ln -s index.html out/inside.html && "
	    "mkfifo out/pipe");
}

static void
files_teardown(void)
{
	site_remove(folder);
}

static enum served
serve(const char *path, struct buf *content, const char **type)
{
	struct buf out = BUF_INIT;
	enum served served;

	buf_addf(&out, "%s/out", folder);
	served = served_open(out.s, str_from(path), content, type);
	buf_release(&out);
	return served;
}

static void
assert_served(const char *path, const char *expected, const char *type)
{
	struct buf content = BUF_INIT;
	const char *is;

	ck_assert_int_eq(serve(path, &content, &is), SERVED_FILE);
	ck_assert_str_eq(content.s, expected);
	ck_assert_str_eq(is, type);
	ck_assert_int_eq(served_is_page(is), !strncmp(type, "text/html", 9));
	buf_release(&content);
}

START_TEST(files_of_the_site)
{
	assert_served("/", "page\n", "text/html; charset=utf-8");
	assert_served("/index.html", "page\n", "text/html; charset=utf-8");
	assert_served("/a/b/", "deep\n", "text/html; charset=utf-8");
	assert_served("/a/x.pdf", "x\n", "application/pdf");
}
END_TEST

START_TEST(folder_without_slash)
{
	struct buf content = BUF_INIT;
	const char *type;

	ck_assert_int_eq(serve("/a/b", &content, &type), SERVED_FOLDER);
	ck_assert_uint_eq(content.n, 0);
}
END_TEST

static const char *const outside[] = { "", "secret", "/../secret",
	"/a/../../secret", "/a/../index.html", "/..", "/.", "/./index.html",
	"//etc/passwd", "/a//x.pdf", "/link", "/up/secret", "/up/out/", "/pipe",
	"/inside.html", "/.git/config", "/a/.hidden", "/a/", "/a/x.pdf/",
	"/index.html/../index.html", "/nothing", "/a\\..\\..\\secret" };

START_TEST(nothing_outside)
{
	struct buf content = BUF_INIT;
	const char *type;

	ck_assert_msg(serve(outside[_i], &content, &type) == SERVED_NOTHING,
	    "%s", outside[_i]);
	ck_assert_uint_eq(content.n, 0);
}
END_TEST

START_TEST(nul_in_a_name)
{
	struct buf content = BUF_INIT, out = BUF_INIT;
	const char *type;

	buf_addf(&out, "%s/out", folder);
	ck_assert_int_eq(served_open(out.s, STR("/index.html\0x"), &content,
	    &type), SERVED_NOTHING);
	buf_release(&out);
}
END_TEST

static void
assert_inserted(const char *page, const char *expected)
{
	struct buf b = BUF_INIT;

	served_insert(&b, str_from(page), STR("!"));
	ck_assert_str_eq(b.s, expected);
	buf_release(&b);
}

START_TEST(script_goes_last)
{
	assert_inserted("<body>a</body></html>", "<body>a!</body></html>");
	assert_inserted("</body> is how it ends</body>",
	    "</body> is how it ends!</body>");
	assert_inserted("no end", "no end!");
	assert_inserted("", "!");
}
END_TEST

/* --- the server --- */

static pid_t server;
static FILE *output;	/* of the server */
static unsigned port;

static void
run_server(const char *port_word, int write_end)
{
	const char *program = getenv("TOETSSTEEN");
	char *here = realpath(program ? program : "gen/build/toetssteen",
	    NULL);

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	dup2(write_end, STDOUT_FILENO);
	dup2(write_end, STDERR_FILENO);
	if (here && !chdir(folder))
		execl(here, here, "serve", "--port", port_word, (char *)NULL);
	_exit(127);
}

static void
start_server(const char *port_word)
{
	char line[4096], *at;
	int ends[2];

	ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
	server = fork();
	ck_assert_int_ge(server, 0);
	if (!server)
		run_server(port_word, ends[1]);
	close(ends[1]);
	output = fdopen(ends[0], "r");
	port = 0;
	while (!port && fgets(line, sizeof line, output)) {
		at = strstr(line, "http://127.0.0.1:");
		if (at)
			port = (unsigned)strtoul(at + 17, NULL, 10);
	}
}

static int
stop_server(int with)
{
	int status;

	kill(server, with);
	ck_assert_int_eq(waitpid(server, &status, 0), server);
	fclose(output);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
server_setup(void)
{
	folder = site_folder();
	sh("cp -r tests/golden/faults/base/content templates assets %1$s && "
	    "mkdir %1$s/out && echo secret >%1$s/secret && "
	    "ln -s ../secret %1$s/out/link");
	start_server("0");
	ck_assert_uint_ne(port, 0);
}

static void
server_teardown(void)
{
	ck_assert_int_eq(stop_server(SIGINT), 0);
	site_remove(folder);
}

static int
send_request(const char *request)
{
	const struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons((in_port_t)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(connect(fd, (const struct sockaddr *)&address,
	    sizeof address), 0);
	ck_assert_int_eq(write(fd, request, strlen(request)),
	    (ssize_t)strlen(request));
	return fd;
}

/* Everything up to the end of the connection; it is closed. */
static void
read_answer(int fd, struct buf *answer)
{
	char chunk[4096];
	ssize_t n;

	buf_clear(answer);
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		buf_add(answer, (struct str){ chunk, (size_t)n });
	ck_assert_int_eq(n, 0);
	close(fd);
}

static int
send_get(const char *path)
{
	struct buf request = BUF_INIT;
	int fd;

	buf_addf(&request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n"
	    "Connection: close\r\n\r\n", path, port);
	fd = send_request(request.s);
	buf_release(&request);
	return fd;
}

static void
get(const char *path, struct buf *answer)
{
	read_answer(send_get(path), answer);
}

static unsigned
status_of(const struct buf *answer)
{
	ck_assert(str_starts(buf_str(answer), "HTTP/1.1 "));
	return (unsigned)strtoul(answer->s + 9, NULL, 10);
}

static unsigned
status_of_request(const char *request)
{
	struct buf answer = BUF_INIT;
	unsigned status;

	read_answer(send_request(request), &answer);
	status = status_of(&answer);
	buf_release(&answer);
	return status;
}

static void
assert_holds(const struct buf *answer, const char *part)
{
	ck_assert_msg(strstr(answer->s, part), "%s is not in:\n%s",
	    part, answer->s);
}

static const char report[] = "/proef/noord/dorp/";

START_TEST(pages_have_the_script)
{
	struct buf answer = BUF_INIT;

	get(report, &answer);
	ck_assert_uint_eq(status_of(&answer), 200);
	assert_holds(&answer, "Content-Type: text/html; charset=utf-8\r\n");
	assert_holds(&answer, "Cache-Control: no-store\r\n");
	assert_holds(&answer, "<script src=\"/_toetssteen/serve.js\"");
	sh("! grep -rq _toetssteen %1$s/out");
	get("/_toetssteen/serve.js", &answer);
	ck_assert_uint_eq(status_of(&answer), 200);
	assert_holds(&answer, "Content-Type: text/javascript");
	get("/proef/noord/dorp/rapport.pdf", &answer);
	assert_holds(&answer, "Content-Type: application/pdf\r\n");
	get("/proef/noord/dorp", &answer);
	ck_assert_uint_eq(status_of(&answer), 302);
	assert_holds(&answer, "Location: /proef/noord/dorp/\r\n");
	buf_release(&answer);
}
END_TEST

static const char *const astray[] = { "/../secret", "/%2e%2e/secret",
	"/..%2fsecret", "/%2e%2e%2fsecret", "/proef/%2E%2E/%2E%2E/secret",
	"/link", "//secret", "/%2fetc/passwd", "/proef/../../secret",
	"/link%00.html", "/.gemaakt", "/nothing", "/_toetssteen/nothing",
	"/_toetssteen/../../secret" };

START_TEST(paths_that_lead_astray)
{
	struct buf answer = BUF_INIT;

	for (size_t i = 0; i < sizeof astray / sizeof *astray; i++) {
		get(astray[i], &answer);
		ck_assert_msg(status_of(&answer) == 404, "%s: %s", astray[i],
		    answer.s);
		ck_assert_ptr_null(strstr(answer.s, "secret"));
	}
	buf_release(&answer);
}
END_TEST

START_TEST(only_reading)
{
	struct buf answer = BUF_INIT;

	ck_assert_uint_eq(status_of_request("POST / HTTP/1.1\r\n"
	    "Host: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\n"
	    "a=b"), 405);
	ck_assert_uint_eq(status_of_request("DELETE /index.html HTTP/1.1\r\n"
	    "Host: localhost\r\nConnection: close\r\n\r\n"), 405);
	read_answer(send_request("HEAD / HTTP/1.1\r\nHost: localhost\r\n"
	    "Connection: close\r\n\r\n"), &answer);
	ck_assert_uint_eq(status_of(&answer), 200);
	ck_assert(str_ends(buf_str(&answer), "\r\n\r\n"));
	buf_release(&answer);
}
END_TEST

/* A name that leads to 127.0.0.1 is not enough. */
START_TEST(only_for_this_computer)
{
	static const char *const hosts[] = { "example.nl", "example.nl:80",
		"localhost.example.nl", "127.0.0.1.example.nl",
		"localhost:80.example.nl", "localhost:x", "" };
	struct buf request = BUF_INIT;

	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
		buf_clear(&request);
		buf_addf(&request, "GET / HTTP/1.1\r\nHost: %s\r\n"
		    "Connection: close\r\n\r\n", hosts[i]);
		ck_assert_msg(status_of_request(request.s) == 403, "%s",
		    hosts[i]);
	}
	buf_release(&request);
	ck_assert_uint_eq(status_of_request("GET / HTTP/1.0\r\n\r\n"), 403);
	ck_assert_uint_eq(status_of_request("GET / HTTP/1.1\r\n"
	    "Host: LOCALHOST:1\r\nConnection: close\r\n\r\n"), 200);
}
END_TEST

/* What the last build said: its number, and whether there were faults. */
static unsigned long
last_build(struct buf *answer, const char *after)
{
	static const char header[] = "Toetssteen-Bouw: ";
	const char *at = strstr(answer->s, header);

	ck_assert_ptr_nonnull(at);
	if (after)
		assert_holds(answer, after);
	return strtoul(at + sizeof header - 1, NULL, 10);
}

/* Ask for the build behind this one, which a change of a file starts. */
static unsigned long
next_build(unsigned long build, const char *change, struct buf *answer,
    const char *expected)
{
	struct buf path = BUF_INIT;
	int fd;

	buf_addf(&path, "/_toetssteen/meldingen?na=%lu", build);
	fd = send_get(path.s);
	buf_release(&path);
	sh(change);
	read_answer(fd, answer);
	ck_assert_uint_ne(last_build(answer, expected), build);
	return last_build(answer, NULL);
}

START_TEST(a_change_is_told)
{
	struct buf answer = BUF_INIT;
	unsigned long build;

	get("/_toetssteen/meldingen", &answer);
	build = last_build(&answer, ", 0, ");
	build = next_build(build, "cd %1$s/content/proef/noord/dorp && "
	    "sed -i 's/^titel: .*/titel: Heel iets anders/' "
	    "bevindingen/01-overdracht.md", &answer, ", 0, ");
	get(report, &answer);
	assert_holds(&answer, "Heel iets anders");
	build = next_build(build, "cd %1$s/content/proef/noord/dorp && "
	    "sed -i 's/^oordeel: .*/oordeel: goet/' "
	    "bevindingen/01-overdracht.md", &answer, ", 1, ");
	assert_holds(&answer, "01-overdracht.md:3:10: error: ");
	assert_holds(&answer, "  oordeel: goet\n           ^\n");
	get(report, &answer);
	assert_holds(&answer, "Heel iets anders");
	build = next_build(build, "cd %1$s/content/proef/noord/dorp && "
	    "sed -i 's/^oordeel: .*/oordeel: goed/' "
	    "bevindingen/01-overdracht.md", &answer, ", 0, ");
	/* a folder that is new is watched as well */
	build = next_build(build, "cd %1$s/content/proef && mkdir -p west && "
	    "cp -r noord/dorp west/stad && "
	    "sed -i s/GM9901/GM9902/ west/stad/rapport.yaml", &answer,
	    ", 1, ");
	build = next_build(build, "cd %1$s/content/proef && "
	    "cp noord/regio.yaml west", &answer, ", 0, ");
	get("/proef/west/stad/", &answer);
	ck_assert_uint_eq(status_of(&answer), 200);
	next_build(build, "touch %1$s/assets/css/rapport.css", &answer,
	    ", 0, ");
	buf_release(&answer);
}
END_TEST

/* In Chromium: the box with messages comes and goes. */
START_TEST(a_page_follows)
{
	struct buf command = BUF_INIT, findings = BUF_INIT;
	int status;

	buf_addf(&command, "node tests/browser/serve.mjs http://127.0.0.1:%u%s "
	    "%%1$s/content/proef/noord/dorp/bevindingen/01-overdracht.md 2>&1",
	    port, report);
	status = site_ask(command.s, folder, &findings);
	ck_assert_msg(status == 0, "\n%.3000s", buf_str(&findings).s);
	buf_release(&command);
	buf_release(&findings);
}
END_TEST

/* Pages that wait do not keep it; the port is free again afterwards. */
START_TEST(it_stops)
{
	struct buf answer = BUF_INIT, path = BUF_INIT;
	char again[16];
	int fd, idle;

	server_setup();
	get("/_toetssteen/meldingen", &answer);
	buf_addf(&path, "/_toetssteen/meldingen?na=%lu",
	    last_build(&answer, NULL));
	fd = send_get(path.s);
	idle = send_request("GET / HT");
	ck_assert_int_eq(stop_server(SIGTERM), 0);
	close(fd);
	close(idle);
	snprintf(again, sizeof again, "%u", port);
	start_server(again);
	ck_assert_uint_ne(port, 0);
	ck_assert_int_eq(stop_server(SIGINT), 0);
	site_remove(folder);
	buf_release(&answer);
	buf_release(&path);
}
END_TEST

START_TEST(a_port_that_is_taken)
{
	pid_t first;
	FILE *first_output;
	char taken[16];

	server_setup();
	first = server;
	first_output = output;
	snprintf(taken, sizeof taken, "%u", port);
	start_server(taken);
	ck_assert_uint_eq(port, 0);
	ck_assert_int_eq(stop_server(0), 2);
	server = first;
	output = first_output;
	server_teardown();
}
END_TEST

static void
add_server_tests(TCase *c)
{
	tcase_add_checked_fixture(c, server_setup, server_teardown);
	tcase_add_test(c, pages_have_the_script);
	tcase_add_test(c, paths_that_lead_astray);
	tcase_add_test(c, only_reading);
	tcase_add_test(c, only_for_this_computer);
	tcase_add_test(c, a_change_is_told);
	tcase_add_test(c, a_page_follows);
}

Suite *
serve_suite(void)
{
	Suite *s = suite_create("serve");
	TCase *files = tcase_create("files"), *http = tcase_create("http");
	TCase *process = tcase_create("process");

	tcase_add_checked_fixture(files, files_setup, files_teardown);
	tcase_add_test(files, files_of_the_site);
	tcase_add_test(files, folder_without_slash);
	tcase_add_loop_test(files, nothing_outside, 0,
	    sizeof outside / sizeof *outside);
	tcase_add_test(files, nul_in_a_name);
	tcase_add_test(files, script_goes_last);
	suite_add_tcase(s, files);
	add_server_tests(http);
	suite_add_tcase(s, http);
	tcase_add_test(process, it_stops);
	tcase_add_test(process, a_port_that_is_taken);
	suite_add_tcase(s, process);
	return s;
}
