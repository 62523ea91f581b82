/* buf.c -- ground floor: text that grows */
#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"

/* Make room for n more bytes and a NUL. */
static void
reserve(struct buf *b, size_t n)
{
	size_t need = b->n + n + 1;

	if (need < n)
		die("het geheugen is op");
	if (need <= b->room)
		return;
	b->room = b->room + b->room / 2 + 64;
	if (b->room < need)
		b->room = need;
	b->s = xrealloc(b->s, b->room);
}

void
buf_release(struct buf *b)
{
	free(b->s);
	*b = (struct buf)BUF_INIT;
}

struct str
buf_detach(struct buf *b, struct arena *a)
{
	struct str s = arena_dup(a, buf_str(b));

	buf_release(b);
	return s;
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->s)
		b->s[0] = '\0';
}

void
buf_add(struct buf *b, struct str s)
{
	reserve(b, s.n);
	if (s.n)
		memcpy(b->s + b->n, s.s, s.n);
	b->n += s.n;
	b->s[b->n] = '\0';
}

void
buf_addc(struct buf *b, char c)
{
	buf_add(b, (struct str){ &c, 1 });
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, str_from(s));
}

void
buf_addf(struct buf *b, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		return;
	reserve(b, (size_t)n);
	va_start(args, format);
	vsnprintf(b->s + b->n, (size_t)n + 1, format, args);
	va_end(args);
	b->n += (size_t)n;
}

void
buf_add_codepoint(struct buf *b, unsigned c)
{
	char bytes[4];

	buf_add(b, (struct str){ bytes, utf8_put(bytes, c) });
}

static const char *
escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

void
buf_add_escaped(struct buf *b, struct str s)
{
	const char *escape;
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		escape = escape_of(s.s[i]);
		if (!escape)
			continue;
		buf_add(b, str_slice(s, from, i));
		buf_adds(b, escape);
		from = i + 1;
	}
	buf_add(b, str_slice(s, from, s.n));
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->s ? b->s : "", b->n };
}
