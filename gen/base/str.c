/* str.c -- ground floor: borrowed text and UTF-8 */
#include "str.h"

#include <string.h>

struct str
str_from(const char *s)
{
	return s ? (struct str){ s, strlen(s) } : STR("");
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || !memcmp(a.s, b.s, a.n));
}

bool
str_is(struct str a, const char *b)
{
	return str_eq(a, str_from(b));
}

bool
str_starts(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return s.n >= n && !memcmp(s.s, prefix, n);
}

bool
str_ends(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return s.n >= n && !memcmp(s.s + s.n - n, suffix, n);
}

int
str_compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.s, b.s, n) : 0;

	if (c)
		return c;
	return a.n < b.n ? -1 : a.n > b.n;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

struct str
str_trim(struct str s)
{
	while (s.n && is_space(s.s[0])) {
		s.s++;
		s.n--;
	}
	while (s.n && is_space(s.s[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){ s.s + from, to - from };
}

size_t
str_find(struct str s, const char *needle, size_t from)
{
	const char *p;

	if (from >= s.n)
		return (size_t)-1;
	p = memmem(s.s + from, s.n - from, needle, strlen(needle));
	return p ? (size_t)(p - s.s) : (size_t)-1;
}

/*
 * Length of the well-formed sequence at s (n > 0 bytes), 0 if there is none.
 * The Unicode Standard, table 3-7: no overlong forms, no surrogates.
 */
static size_t
sequence_length(const unsigned char *s, size_t n)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t length;

	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xC2 || s[0] > 0xF4)
		return 0;
	length = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	switch (s[0]) {
	case 0xE0:
		low = 0xA0;
		break;
	case 0xED:
		high = 0x9F;
		break;
	case 0xF0:
		low = 0x90;
		break;
	case 0xF4:
		high = 0x8F;
		break;
	}
	if (n < length || s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i < length; i++)
		if (s[i] < 0x80 || s[i] > 0xBF)
			return 0;
	return length;
}

unsigned
utf8_next(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.s + *at;
	size_t n = sequence_length(p, s.n - *at);
	unsigned c;

	if (n <= 1) {
		++*at;
		return n ? p[0] : 0xFFFD;
	}
	c = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (p[i] & 0x3Fu);
	*at += n;
	return c;
}

size_t
utf8_put(char *out, unsigned c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t
utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.s[i] & 0xC0) != 0x80;
	return n;
}

size_t
utf8_check(struct str s)
{
	size_t at = 0, n;

	while (at < s.n) {
		n = sequence_length((const unsigned char *)s.s + at, s.n - at);
		if (!n)
			return at;
		at += n;
	}
	return s.n;
}

enum { NAME_MAX_LENGTH = 63 };

static size_t
smallest(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

/* Damerau-Levenshtein distance (optimal string alignment), in bytes. */
static size_t
distance(struct str a, struct str b)
{
	size_t rows[3][NAME_MAX_LENGTH + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2], *spare;

	for (size_t j = 0; j <= b.n; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		now[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t change = a.s[i - 1] != b.s[j - 1];

			now[j] = smallest(last[j] + 1, now[j - 1] + 1,
			    last[j - 1] + change);
			if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] &&
			    a.s[i - 2] == b.s[j - 1] &&
			    before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		spare = before;
		before = last;
		last = now;
		now = spare;
	}
	return last[b.n];
}

const char *
str_nearest(struct str name, const char *const *list, size_t n)
{
	const char *best = NULL;
	size_t best_distance = name.n / 3 + 1, d;

	if (name.n > NAME_MAX_LENGTH)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		struct str candidate = str_from(list[i]);

		if (candidate.n > NAME_MAX_LENGTH)
			continue;
		d = distance(name, candidate);
		if (d < best_distance) {
			best = list[i];
			best_distance = d;
		}
	}
	return best;
}
