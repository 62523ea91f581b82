/* document_fixture.c -- for tests: XHTML as if a template had made it */
#include "document_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/web/web.h"

struct arena *fixture_arena;
struct diag *fixture_diag;

void
fixture_setup(void)
{
	fixture_arena = arena_new();
	fixture_diag = diag_new();
}

void
fixture_teardown(void)
{
	arena_free(fixture_arena);
	diag_free(fixture_diag);
}

struct document *
fixture_parse(const char *xhtml)
{
	struct trace trace = { NULL, 0 };
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "t.mustache", str_from(xhtml));

	ck_assert_ptr_nonnull(src);
	for (size_t i = 0; i <= src->text.n; i++)
		trace_add(fixture_arena, &trace, i, source_loc(src, i));
	return document_parse(fixture_arena, fixture_diag, src->text, &trace);
}

struct document *
fixture_parse_body(const char *body)
{
	return fixture_parse(arena_printf(fixture_arena,
	    "<html lang=\"nl\"><head><title>T</title></head><body>\n%s\n"
	    "</body></html>", body).s);
}

const char *
fixture_html(const struct document *document)
{
	struct buf out = BUF_INIT;
	const char *from, *to;
	struct str html;

	html_write(document->root, &out);
	from = strstr(out.s, "<body");
	ck_assert_ptr_nonnull(from);
	from = strchr(from, '>') + 1;
	to = strstr(from, "</body>");
	html = str_trim((struct str){ from, (size_t)(to - from) });
	from = arena_cstr(fixture_arena, html);
	buf_release(&out);
	return from;
}

const char *
fixture_finish(const char *body)
{
	struct document *document = fixture_parse_body(body);

	if (!document ||
	    !document_finish(fixture_arena, fixture_diag, document))
		return fixture_messages();
	ck_assert_uint_eq(diag_count(fixture_diag, DIAG_ERROR), 0);
	return fixture_html(document);
}

const char *
fixture_messages(void)
{
	char *text = NULL, *line, *rest;
	struct buf kept = BUF_INIT;
	const char *result;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	diag_print(fixture_diag, f);
	fclose(f);
	for (rest = text; (line = strsep(&rest, "\n")); )
		if (*line != '\0' && *line != ' ')
			buf_addf(&kept, "%s\n", line);
	free(text);
	result = arena_cstr(fixture_arena, buf_str(&kept));
	buf_release(&kept);
	diag_free(fixture_diag);
	fixture_diag = diag_new();
	return result;
}

void
fixture_contains(const char *text, const char *wanted)
{
	ck_assert_msg(strstr(text, wanted), "'%s' is not in\n%s",
	    wanted, text);
}

const char *
fixture_repeat(const char *before, const char *text, int n, const char *after)
{
	struct buf out = BUF_INIT;
	const char *result;

	buf_adds(&out, before);
	for (int i = 0; i < n; i++)
		buf_adds(&out, text);
	buf_adds(&out, after);
	result = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return result;
}
