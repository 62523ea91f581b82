/* surrogates.c -- stage 1, read: what JSON writes in two parts, for YAML */
#include "surrogates.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/buf.h"

enum { ESCAPE = 6, PAIR = 2 * ESCAPE };	/* characters */

/* The four digits of the escape at offset at; 0 if it is not one. */
static unsigned
escape_at(struct str s, size_t at)
{
	char digits[5] = "";

	if (at + ESCAPE > s.n || s.s[at] != '\\' || s.s[at + 1] != 'u')
		return 0;
	for (size_t i = 0; i < 4; i++) {
		digits[i] = s.s[at + 2 + i];
		if (!isxdigit((unsigned char)digits[i]))
			return 0;
	}
	return (unsigned)strtoul(digits, NULL, 16);
}

/* The character of the pair at offset at; 0 if there is none. */
static unsigned
pair_at(struct str s, size_t at)
{
	unsigned high = escape_at(s, at), low = escape_at(s, at + ESCAPE);

	if (high < 0xD800 || high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
		return 0;
	return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

/* Append the string at offset at to out; the offset behind it. */
static size_t
join_string(struct str s, size_t at, struct buf *out)
{
	size_t from = at, before = out->n;
	unsigned c;

	do {
		c = pair_at(s, at);
		if (c) {
			buf_addf(out, "\\U%08X", c);
			at += PAIR;
			continue;
		}
		if (s.s[at] == '\\' && at + 1 < s.n)
			buf_addc(out, s.s[at++]);
		buf_addc(out, s.s[at++]);
	} while (at < s.n && s.s[at] != '"');
	if (at < s.n)
		buf_addc(out, s.s[at++]);
	buf_addf(out, "%*s", (int)(at - from - (out->n - before)), "");
	return at;
}

struct str
surrogates_join(struct arena *a, struct str text)
{
	struct str start = str_trim(text), joined;
	struct buf out = BUF_INIT;
	size_t at = 0;

	if (!start.n || !strchr("{[\"", start.s[0]) ||
	    str_find(text, "\\u", 0) == (size_t)-1)
		return text;
	/* JSON has no ' or # outside strings: what follows is YAML. */
	while (at < text.n && text.s[at] != '\'' && text.s[at] != '#') {
		if (text.s[at] == '"')
			at = join_string(text, at, &out);
		else
			buf_addc(&out, text.s[at++]);
	}
	buf_add(&out, str_slice(text, at, text.n));
	joined = arena_dup(a, buf_str(&out));
	buf_release(&out);
	return joined;
}
