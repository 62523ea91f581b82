/* check_mustache_spec.c -- every case of the official Mustache specification */
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "../gen/template/mustache.h"
#include "suites.h"

struct run {
	struct arena *arena;
	struct diag *d;
	const char *file;
	size_t cases, wrong;
};

/*
 * A source that keeps its CRLF, unlike that of a file: the specification has
 * cases for it.
 */
static const struct source *
raw_source(struct arena *a, struct str text)
{
	struct source *src = arena_alloc(a, sizeof *src);
	size_t *starts = arena_array(a, text.n + 1, sizeof *starts);

	src->path = "spec";
	src->text = arena_dup(a, text);
	src->starts = starts;
	src->lines = 1;
	for (size_t i = 0; i < text.n; i++)
		if (text.s[i] == '\n')
			starts[src->lines++] = i + 1;
	return src;
}

static struct str
field(const struct value *test, const char *name)
{
	return value_text(value_find(test, name));
}

static struct template_set *
partials_of(struct run *run, const struct value *test)
{
	struct template_set *set = template_set_new(run->arena);
	const struct value *map = value_find(test, "partials");
	const struct source *src;
	const struct template *t;

	for (size_t i = 0; map && i < map->n; i++) {
		src = raw_source(run->arena, map->members[i].value->text);
		t = template_parse(run->arena, run->d, src);
		if (t)
			template_set_add(set, map->members[i].name, t);
	}
	return set;
}

static void
run_case(struct run *run, const struct value *test)
{
	struct template_options options = { partials_of(run, test), false };
	struct str expected = field(test, "expected");
	struct buf out = BUF_INIT;
	const struct template *t;
	bool ok = false;

	t = template_parse(run->arena, run->d,
	    raw_source(run->arena, field(test, "template")));
	if (t)
		ok = template_render(t, value_find(test, "data"), &options,
		    run->arena, run->d, &out, NULL);
	run->cases++;
	if (!ok || !str_eq(buf_str(&out), expected)) {
		run->wrong++;
		printf("%s: %s:\nexpected [%s]\nbut got  [%s]\n", run->file,
		    field(test, "name").s, expected.s, buf_str(&out).s);
	}
	buf_release(&out);
}

static void
run_file(struct run *run, const char *folder, const char *name)
{
	const struct value *root, *tests;
	char path[4096];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	root = yaml_load(run->arena, run->d, path);
	tests = value_find(root, "tests");
	run->file = name;
	for (size_t i = 0; tests && i < tests->n; i++)
		run_case(run, tests->items[i]);
	diag_print(run->d, stdout);
	ck_assert_msg(tests && tests->n, "%s: no cases", path);
	ck_assert_uint_eq(diag_count(run->d, DIAG_ERROR), 0);
}

/* Lambdas need code in the data, which YAML does not have. */
static int
is_spec(const struct dirent *entry)
{
	return str_ends(str_from(entry->d_name), ".json") &&
	    strcmp(entry->d_name, "~lambdas.json");
}

START_TEST(all_cases_pass)
{
	const char *given = getenv("MUSTACHE_SPEC");
	const char *folder = given ? given : "../shared/mustache-spec";
	struct run run = { arena_new(), diag_new(), NULL, 0, 0 };
	struct dirent **entries;
	int n = scandir(folder, &entries, is_spec, alphasort);

	ck_assert_msg(n > 0 || !given, "no cases in %s", folder);
	for (int i = 0; i < n; i++) {
		run_file(&run, folder, entries[i]->d_name);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	if (n > 0)
		printf("Mustache specification: %zu cases, %zu wrong\n",
		    run.cases, run.wrong);
	else
		printf("Mustache specification: not here, skipped\n");
	diag_free(run.d);
	arena_free(run.arena);
	ck_assert_uint_eq(run.wrong, 0);
}
END_TEST

Suite *
mustache_spec_suite(void)
{
	Suite *s = suite_create("mustache_spec");
	TCase *c = tcase_create("cases");

	suite_add_tcase(s, c);
	tcase_add_test(c, all_cases_pass);
	return s;
}
