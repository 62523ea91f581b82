/* official_fixture.c -- for the suites that others publish, as JSON files */
#include "official_fixture.h"

#include <stdlib.h>
#include <string.h>

#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "suites.h"

static void
find_files(struct official *o, const char *folder)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < 2 && o->patterns[i]; i++)
		glob(arena_printf(a, "%s/%s", folder, o->patterns[i]).s,
		    i ? GLOB_APPEND : 0, NULL, &o->files);
	arena_free(a);
}

void
official_add(struct official *o, TCase *c, const TTest *test)
{
	const char *given = getenv(o->variable);

	find_files(o, given ? given : o->folder);
	/* A folder that is named has to be right; see official_load. */
	if (o->files.gl_pathc || given)
		tcase_add_test(c, test);
	else
		suite_is_not_here(o->name, o->variable, o->folder);
}

struct str
official_load(const struct official *o, size_t i, struct arena *a)
{
	struct diag *d = diag_new();
	const struct source *src;

	ck_assert_msg(i < o->files.gl_pathc, "no %s in %s", o->name,
	    o->variable);
	src = source_load(a, d, o->files.gl_pathv[i]);
	ck_assert_ptr_nonnull(src);
	diag_free(d);
	return str_trim(src->text);
}

/* The offset of the quote that ends the string at offset at. */
static size_t
string_end(struct str json, size_t at)
{
	for (at++; at < json.n && json.s[at] != '"'; at++)
		at += json.s[at] == '\\';
	return at;
}

/* The offset of what separates the value at offset at from the next. */
static size_t
value_end(struct str json, size_t at)
{
	size_t depth = 0;

	for (; at < json.n; at++) {
		if (json.s[at] == '"')
			at = string_end(json, at);
		else if (strchr("[{", json.s[at]))
			depth++;
		else if (!depth && strchr(",:]}", json.s[at]))
			break;
		else if (strchr("]}", json.s[at]))
			depth--;
	}
	return at;
}

bool
json_next(struct str json, size_t *at, struct str *item)
{
	size_t from = *at ? *at : 1, to = value_end(json, from);

	*item = str_trim(str_slice(json, from, to));
	*at = to + 1;
	return item->n;
}

struct str
json_find(struct str json, const char *key)
{
	struct str name, value;
	size_t at = 0;

	while (json_next(json, &at, &name) && json_next(json, &at, &value))
		if (str_is(str_slice(name, 1, name.n - 1), key))
			return value;
	return STR("");
}

struct str
json_text(struct arena *a, struct str json)
{
	struct diag *d = diag_new();
	const struct source *src = source_from_text(a, d, "json", json);
	const struct value *v = src ? yaml_parse(a, d, src) : NULL;

	diag_free(d);
	return v && v->kind == VALUE_STRING ? v->text : STR("");
}
