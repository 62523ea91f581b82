/* tree.c -- to write trees of values for templates */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/buf.h"
#include "facets.h"

static const struct loc nowhere;

void
tree_value(struct arena *a, struct value *map, const char *name,
    struct value *v)
{
	value_set(a, map, str_from(name), nowhere, v);
}

void
tree_text(struct arena *a, struct value *map, const char *name, struct str s)
{
	tree_value(a, map, name, value_string(a, nowhere, s));
}

void
tree_number(struct arena *a, struct value *map, const char *name, double n)
{
	tree_value(a, map, name, value_number(a, nowhere, n));
}

void
tree_bool(struct arena *a, struct value *map, const char *name, bool truth)
{
	tree_value(a, map, name, value_bool(a, nowhere, truth));
}

struct value *
tree_new(struct arena *a)
{
	return value_new(a, VALUE_MAP, nowhere);
}

struct value *
tree_map(struct arena *a, struct value *map, const char *name)
{
	struct value *v = tree_new(a);

	tree_value(a, map, name, v);
	return v;
}

struct value *
tree_list(struct arena *a, struct value *map, const char *name)
{
	struct value *v = value_new(a, VALUE_LIST, nowhere);

	tree_value(a, map, name, v);
	return v;
}

struct value *
tree_shared(struct arena *a, struct value *map, const char *name)
{
	struct value *v = tree_list(a, map, name);

	v->selected = true;
	return v;
}

struct value *
tree_add(struct arena *a, struct value *list)
{
	struct value *v = tree_new(a);

	value_add(a, list, v);
	return v;
}

void
tree_finish(struct arena *a, struct value *v)
{
	if (v->kind == VALUE_LIST)
		facets_list(a, v);
	if (v->selected)
		return;
	if (v->kind == VALUE_LIST)
		facets_items(a, v);
	for (size_t i = 0; i < v->n; i++)
		tree_finish(a, v->kind == VALUE_LIST ? v->items[i] :
		    v->members[i].value);
}

/* Behind the tag that begins at; a note goes with all that it says. */
static size_t
skip_tag(struct str s, size_t at)
{
	static const char note[] = "<ts-noot", end[] = "</ts-noot>";
	size_t to;

	if (str_starts(str_slice(s, at, s.n), note)) {
		to = str_find(s, end, at);
		return to == (size_t)-1 ? s.n : to + strlen(end);
	}
	to = str_find(s, ">", at);
	return to == (size_t)-1 ? s.n : to + 1;
}

/* One blank for every run of blanks and tags of blocks. */
static void
add_blank(struct buf *b)
{
	if (b->n && b->s[b->n - 1] != ' ')
		buf_addc(b, ' ');
}

static bool
is_block_tag(struct str s, size_t at)
{
	static const char *const names[] = { "<p", "</p", "<li", "</li",
		"<ul", "<ol", "<td", "<th", "<tr", "<h", "<br", "<block" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts(str_slice(s, at, s.n), names[i]))
			return true;
	return false;
}

static struct str
without_tags(struct arena *a, struct str s)
{
	struct buf b = BUF_INIT;
	struct str result;

	for (size_t at = 0; at < s.n;) {
		if (s.s[at] == '<') {
			if (is_block_tag(s, at))
				add_blank(&b);
			at = skip_tag(s, at);
		} else if (s.s[at] == '\n' || s.s[at] == ' ') {
			add_blank(&b);
			at++;
		} else {
			buf_addc(&b, s.s[at++]);
		}
	}
	result = arena_dup(a, str_trim(buf_str(&b)));
	buf_release(&b);
	return result;
}

struct value *
tree_inline(struct arena *a, const struct value *markup)
{
	struct value *v = value_string(a, nowhere, value_text(markup));

	if (!markup || markup->kind != VALUE_MARKUP)
		return v;
	v->kind = VALUE_MARKUP;
	v->text = without_tags(a, markup->text);
	return v;
}

/* The character that the entity at s stands for; *n is its length, or 0. */
static unsigned
entity(struct str s, size_t *n)
{
	static const struct { const char *name; unsigned c; } names[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&apos;", '\'' },
	};
	size_t end = str_find(s, ";", 0);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts(s, names[i].name)) {
			*n = strlen(names[i].name);
			return names[i].c;
		}
	*n = 0;
	if (!str_starts(s, "&#") || end > 8)
		return 0;
	*n = end + 1;
	return (unsigned)(s.s[2] == 'x' ? strtoul(s.s + 3, NULL, 16) :
	    strtoul(s.s + 2, NULL, 10));
}

struct str
tree_plain(struct arena *a, const struct value *v)
{
	struct str s = value_text(v);
	struct buf b = BUF_INIT;
	unsigned c;
	size_t n;

	if (!v || v->kind != VALUE_MARKUP)
		return s;
	s = without_tags(a, s);
	for (size_t at = 0; at < s.n; at += n) {
		c = s.s[at] == '&' ?
		    entity(str_slice(s, at, s.n), &n) : (n = 0);
		if (n) {
			buf_add_codepoint(&b, c);
		} else {
			buf_addc(&b, s.s[at]);
			n = 1;
		}
	}
	return buf_detach(&b, a);
}
