/* scan.c -- stage 3: find the tags in the text of a template */
#include "scan.h"

#include <string.h>

#include "../base/diag.h"

static const struct str white_space = { " \t\r\n\f\v", 6 };

static bool
is_one_of(char c, struct str set)
{
	return memchr(set.s, c, set.n);
}

struct cursor
cursor_at_start(const struct source *src)
{
	return (struct cursor){ 0, { src, 1, 1 } };
}

struct loc
cursor_loc(struct cursor *c, size_t offset)
{
	struct str text = c->loc.src->text;

	if (offset < c->offset)
		return source_loc(c->loc.src, offset);
	for (; c->offset < offset; c->offset++) {
		if (text.s[c->offset] == '\n') {
			c->loc.line++;
			c->loc.column = 1;
		} else if ((text.s[c->offset] & 0xC0) != 0x80) {
			c->loc.column++;
		}
	}
	return c->loc;
}

static void
set_delimiters(struct scanner *s, struct str open, struct str close)
{
	s->open = open;
	s->close = close;
	s->raw_close = arena_printf(s->arena, "}%.*s", (int)close.n, close.s);
	s->set_close = arena_printf(s->arena, "=%.*s", (int)close.n, close.s);
}

void
scanner_init(struct scanner *s, struct arena *a, struct diag *d,
    const struct source *src)
{
	*s = (struct scanner){ .arena = a, .d = d, .src = src };
	s->cursor = cursor_at_start(src);
	set_delimiters(s, STR("{{"), STR("}}"));
}

/* Offset of needle between from and to, or to. */
static size_t
find(const struct scanner *s, struct str needle, size_t from, size_t to)
{
	const char *text = s->src->text.s;
	const char *hit;

	if (from >= to)
		return to;
	hit = memmem(text + from, to - from, needle.s, needle.n);
	return hit ? (size_t)(hit - text) : to;
}

/* Report a fault of a tag, so that the template is not used. */
#define fault_at(s, tag, ...) ((s)->failed = true, diag_at((s)->d, \
	cursor_loc(&(s)->cursor, (tag)->start), __VA_ARGS__))

/* {{=<% %>=}}: two words without white space or "=". */
static bool
change_delimiters(struct scanner *s, struct str words)
{
	size_t n = 0, second;

	while (n < words.n && !is_one_of(words.s[n], white_space))
		n++;
	for (second = n; second < words.n; second++)
		if (!is_one_of(words.s[second], white_space))
			break;
	for (size_t i = 0; i < words.n; i++)
		if (words.s[i] == '=' || (i > second &&
		    is_one_of(words.s[i], white_space)))
			return false;
	if (!n || second == words.n)
		return false;
	set_delimiters(s, str_slice(words, 0, n),
	    str_slice(words, second, words.n));
	return true;
}

static bool
check_name(struct scanner *s, struct tag *tag)
{
	if (is_one_of(tag->sigil, STR("></")) && str_starts(tag->name, "*")) {
		tag->dynamic = true;
		tag->name = str_trim(str_slice(tag->name, 1, tag->name.n));
	}
	if (!tag->name.n) {
		fault_at(s, tag, DIAG_TEMPLATE_TAG_EMPTY);
		return false;
	}
	for (size_t i = 0; i < tag->name.n; i++) {
		if (!is_one_of(tag->name.s[i], white_space))
			continue;
		fault_at(s, tag, DIAG_TEMPLATE_TAG_NAME,
		    arena_cstr(s->arena, tag->name));
		return false;
	}
	return true;
}

/* What stands around a tag on its first and last line. */
static void
look_around(const struct scanner *s, struct tag *tag)
{
	struct str text = s->src->text;
	size_t at = tag->start;

	while (at && is_one_of(text.s[at - 1], STR(" \t")))
		at--;
	tag->line_start = at;
	tag->blank_before = !at || text.s[at - 1] == '\n';
	at = tag->end;
	while (at < text.n && is_one_of(text.s[at], STR(" \t")))
		at++;
	if (at + 1 < text.n && text.s[at] == '\r' && text.s[at + 1] == '\n')
		at++;
	tag->blank_after = at == text.n || text.s[at] == '\n';
	tag->line_end = at < text.n ? at + 1 : at;
}

/* The text that ends a tag with this sigil. */
static struct str
closer_of(const struct scanner *s, char sigil)
{
	return sigil == '{' ? s->raw_close :
	    sigil == '=' ? s->set_close : s->close;
}

/*
 * The offset behind the text of the tag that starts at content.  A tag cannot
 * hold the start of another one (a comment can), so it is looked for until
 * there only: a forgotten }} does not swallow the rest of the file.
 */
static size_t
find_closer(const struct scanner *s, char sigil, size_t content, size_t *limit)
{
	struct str closer = closer_of(s, sigil);
	size_t n = s->src->text.n, to, at;

	*limit = n;
	if (sigil != '!' && sigil != '=')
		*limit = find(s, s->open, content, n);
	/* The delimiters may share characters: {{=| |=}} */
	to = *limit + closer.n < n ? *limit + closer.n : n;
	at = find(s, closer, content, to);
	return at == to ? n : at;
}

/* Read the tag at tag->start; false if it is not sound. */
static bool
read_tag(struct scanner *s, struct tag *tag)
{
	struct str text = s->src->text, closer;
	size_t content = tag->start + s->open.n, at, limit;

	while (content < text.n && is_one_of(text.s[content], white_space))
		content++;
	if (content < text.n && is_one_of(text.s[content], STR("{&#^/><$!=")))
		tag->sigil = text.s[content++];
	closer = closer_of(s, tag->sigil);
	at = find_closer(s, tag->sigil, content, &limit);
	if (at == text.n) {
		fault_at(s, tag, DIAG_TEMPLATE_TAG_OPEN, arena_cstr(s->arena,
		    str_trim(str_slice(text, tag->start, content))),
		    arena_cstr(s->arena, closer));
		s->at = limit;
		return false;
	}
	tag->name = str_trim(str_slice(text, content, at));
	tag->end = s->at = at + closer.n;
	look_around(s, tag);
	if (tag->sigil == '!')
		return true;
	if (tag->sigil != '=')
		return check_name(s, tag);
	if (change_delimiters(s, tag->name))
		return true;
	fault_at(s, tag, DIAG_TEMPLATE_DELIMITERS, "{{=<% %>=}}");
	return false;
}

bool
scanner_next(struct scanner *s, struct tag *tag)
{
	size_t n = s->src->text.n;

	for (;;) {
		*tag = (struct tag){ .start = find(s, s->open, s->at, n) };
		if (tag->start == n)
			return false;
		if (read_tag(s, tag))
			return true;
	}
}
