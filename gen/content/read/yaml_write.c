/* yaml_write.c -- a tree of values -> YAML, for the files that we keep */
#include "yaml_write.h"

#include <string.h>

#include "scalar.h"

static void write_children(const struct value *, unsigned indent,
    struct buf *out);

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* In the middle of a text; at its start many of these mean something. */
static bool
is_plain(char c)
{
	return is_letter_or_digit(c) || (c && strchr(" ._-,;/@()'?!", c));
}

/* True if the text without quotes is read back as just this text. */
static bool
is_plain_text(struct str s)
{
	struct arena *a;
	bool plain;

	if (!s.n || !is_letter_or_digit(s.s[0]) || s.s[s.n - 1] == ' ')
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!is_plain(s.s[i]))
			return false;
	a = arena_new();
	plain = scalar_resolve(a, (struct loc){ 0 },
	    arena_dup(a, s))->kind == VALUE_STRING;
	arena_free(a);
	return plain;
}

/* Characters that libyaml or an editor takes for something else. */
static bool
needs_number(unsigned c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
	    c == 0x2029 || c == 0xFEFF || (c >= 0xFFFE && c <= 0xFFFF);
}

static void
write_quoted(struct str s, struct buf *out)
{
	buf_addc(out, '"');
	for (size_t at = 0; at < s.n; ) {
		unsigned c = utf8_next(s, &at);

		if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", (int)c);
		else if (c == '\n')
			buf_adds(out, "\\n");
		else if (needs_number(c))
			buf_addf(out, "\\u%04X", c);
		else
			buf_add_codepoint(out, c);
	}
	buf_addc(out, '"');
}

static void
write_text(struct str s, struct buf *out)
{
	if (is_plain_text(s))
		buf_add(out, s);
	else
		write_quoted(s, out);
}

/* Behind "key:" or "-": a scalar on this line, or children below it. */
static void
write_value(const struct value *v, unsigned indent, struct buf *out)
{
	switch (v->kind) {
	case VALUE_LIST:
	case VALUE_MAP:
		if (v->n)
			write_children(v, indent, out);
		else
			buf_adds(out, v->kind == VALUE_LIST ? " []\n" :
			    " {}\n");
		return;
	case VALUE_NULL:
		buf_adds(out, " null");
		break;
	case VALUE_BOOL:
	case VALUE_NUMBER:
		buf_addc(out, ' ');
		buf_add(out, v->text);
		break;
	case VALUE_STRING:
	case VALUE_MARKUP:
		buf_addc(out, ' ');
		write_text(v->text, out);
		break;
	}
	buf_addc(out, '\n');
}

/* The first member stands behind what is on the line already. */
static void
write_members(const struct value *map, unsigned indent, struct buf *out)
{
	bool is_first = true;

	for (size_t i = 0; i < map->n; i++) {
		const struct member *m = &map->members[i];

		if (m->value->kind == VALUE_NULL)
			continue;
		if (!is_first)
			buf_addf(out, "%*s", (int)indent, "");
		write_text(m->name, out);
		buf_addc(out, ':');
		write_value(m->value, indent + 2, out);
		is_first = false;
	}
	if (is_first)
		buf_adds(out, "{}\n");
}

static void
write_children(const struct value *v, unsigned indent, struct buf *out)
{
	buf_addc(out, '\n');
	if (v->kind == VALUE_MAP) {
		buf_addf(out, "%*s", (int)indent, "");
		write_members(v, indent, out);
		return;
	}
	for (size_t i = 0; i < v->n; i++) {
		buf_addf(out, "%*s-", (int)indent, "");
		if (v->items[i]->kind == VALUE_MAP) {
			buf_addc(out, ' ');
			write_members(v->items[i], indent + 2, out);
		} else {
			write_value(v->items[i], indent + 2, out);
		}
	}
}

void
yaml_write(const struct value *map, struct buf *out)
{
	write_members(map, 0, out);
}
