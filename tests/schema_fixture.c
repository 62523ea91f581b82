/* schema_fixture.c -- for the tests of schemas: files, data and messages */
#include "schema_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/base/out.h"
#include "../gen/content/read/yaml.h"
#include "temp.h"

struct arena *schema_arena;
struct diag *schema_diag;
static char folder[TEMP_PATH], before[4096];

/* Schemas are files, so each test has a folder of its own. */
void
schema_setup(void)
{
	schema_arena = arena_new();
	schema_diag = diag_new();
	ck_assert_ptr_nonnull(getcwd(before, sizeof before));
	temp_folder(folder);
	ck_assert_int_eq(chdir(folder), 0);
}

void
schema_teardown(void)
{
	static const char *const files[] = {
		"s.yaml", "t.yaml", "u/v.yaml", "u"
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		remove(files[i]);
	ck_assert_int_eq(chdir(before), 0);
	rmdir(folder);
	arena_free(schema_arena);
	diag_free(schema_diag);
}

void
schema_write_file(const char *path, const char *text)
{
	ck_assert(out_write(schema_diag, path, str_from(text)));
}

struct schema *
schema_load_text(const char *text)
{
	schema_write_file("s.yaml", text);
	return schema_load(schema_arena, schema_diag, "s.yaml");
}

struct value *
schema_parse_data(const char *text)
{
	const struct source *src = source_from_text(schema_arena,
	    schema_diag, "d.yaml", str_from(text));

	return src ? yaml_parse(schema_arena, schema_diag, src) : NULL;
}

/* The messages without the lines that quote the source. */
char *
schema_messages(void)
{
	char *text = NULL, line[1000];
	size_t n = 0;
	FILE *all = tmpfile(), *f = open_memstream(&text, &n);

	diag_print(schema_diag, all);
	rewind(all);
	while (fgets(line, sizeof line, all))
		if (strstr(line, ".yaml:") && line[0] != ' ')
			fputs(line, f);
	fclose(all);
	fclose(f);
	return text;
}

void
schema_assert_messages(const char *expected)
{
	char *found = schema_messages();

	ck_assert_str_eq(found, expected);
	free(found);
}

/* Check data by a schema, and link it if it is sound. */
struct value *
schema_check_text(const char *schema, const char *data)
{
	struct schema *s = schema_load_text(schema);
	struct value *v = schema_parse_data(data);
	bool ok;

	schema_assert_messages("");
	ck_assert_ptr_nonnull(s);
	ck_assert_ptr_nonnull(v);
	ok = schema_check(s, schema_arena, schema_diag, v) &&
	    schema_link(s, schema_arena, schema_diag, v);
	ck_assert_int_eq(ok, !diag_count(schema_diag, DIAG_ERROR));
	return v;
}

const char *
schema_dumped(const struct value *v)
{
	struct buf b = BUF_INIT;
	struct str s;

	value_dump(v, &b);
	s = arena_dup(schema_arena, buf_str(&b));
	buf_release(&b);
	return s.s;
}
