/* variable.c -- stage 2, mark up: {{variables}} in a text */
#include "markdown_private.h"

#include <string.h>

#include "../../base/diag.h"

/* Members of a map, and the other forms of a value, by the same name. */
static const struct value *
child_find(const struct value *v, struct str name)
{
	const struct member *m = value_member(v, name);

	if (!m)
		m = value_member(v->facets, name);
	return m ? m->value : NULL;
}

static size_t
names_add(struct markdown *md, const struct value *map, const char **names)
{
	if (!map || map->kind != VALUE_MAP)
		return 0;
	for (size_t i = 0; i < map->n; i++)
		names[i] = arena_cstr(md->arena, map->members[i].name);
	return map->n;
}

/* The path that was probably meant, whose parent is found; "" if none. */
static const char *
path_hint(struct markdown *md, const struct value *parent, struct str before,
    struct str name)
{
	const struct value *facets = parent->facets;
	const char **names, *hint;
	size_t n = parent->n + (facets ? facets->n : 0);

	names = arena_array(md->arena, n + 1, sizeof *names);
	n = names_add(md, parent, names);
	n += names_add(md, facets, names + n);
	hint = str_nearest(name, names, n);
	if (!hint)
		return "";
	return arena_printf(md->arena, "{{%.*s%s}}", (int)before.n, before.s,
	    hint).s;
}

/* The value at a path of names with dots, or NULL after telling. */
static const struct value *
path_find(struct markdown *md, struct loc loc, struct str path)
{
	const struct value *v = md->options->variables, *child;
	size_t from = 0, to;

	for (;; from = to + 1, v = child) {
		struct str name;

		to = str_find(path, ".", from);
		if (to == (size_t)-1)
			to = path.n;
		name = str_slice(path, from, to);
		child = child_find(v, name);
		if (!child) {
			fault_at(md, loc, DIAG_VARIABLE_UNKNOWN,
			    arena_cstr(md->arena, path),
			    path_hint(md, v, str_slice(path, 0, from), name));
			return NULL;
		}
		if (to == path.n)
			return child;
	}
}

/* Letters, digits, - and _, with dots between them. */
static bool
is_path(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if (c <= ' ' || strchr("{}#^/>&!=$<%@\"'", c))
			return false;
	}
	return s.n > 0;
}

/* Undo the escapes of markup without elements. */
static struct str
unescape(struct arena *a, struct str s)
{
	static const char *const escapes[] = { "&amp;", "&lt;", "&gt;",
		"&quot;" };
	static const char characters[] = "&<>\"";
	char *text = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0, step; i < s.n; i += step) {
		text[n] = s.s[i];
		step = 1;
		for (size_t k = 0; k < 4; k++)
			if (str_starts(str_slice(s, i, s.n), escapes[k])) {
				text[n] = characters[k];
				step = strlen(escapes[k]);
			}
		n++;
	}
	return (struct str){ text, n };
}

bool
variable_text(struct markdown *md, struct loc loc, struct str tag,
    struct str *text)
{
	struct str path = str_trim(tag);
	const char *name = arena_cstr(md->arena, path);
	const struct value *v;

	if (!is_path(path)) {
		fault_at(md, loc, DIAG_VARIABLE_TAG,
		    arena_printf(md->arena, "{{%s}}", name).s);
		return false;
	}
	v = path_find(md, loc, path);
	if (!v)
		return false;
	*text = v->text;
	if (v->kind == VALUE_STRING || v->kind == VALUE_NUMBER)
		return true;
	if (v->kind == VALUE_MARKUP && !memchr(v->text.s, '<', v->text.n)) {
		*text = unescape(md->arena, v->text);
		return true;
	}
	if (v->kind == VALUE_NULL)
		fault_at(md, loc, DIAG_VARIABLE_NULL, name);
	else
		fault_at(md, loc, DIAG_VARIABLE_KIND, name,
		    v->kind == VALUE_MARKUP ? "een tekst met opmaak" :
		    value_kind_name(v->kind));
	return false;
}
