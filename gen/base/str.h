/* str.h -- a borrowed piece of UTF-8 text */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Points into a source, an arena or a literal and owns nothing.  A str that
 * comes out of an arena has a NUL behind it, so that its s is a C string too.
 */
struct str {
	const char *s;
	size_t n;	/* bytes, without any NUL */
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })

struct str str_from(const char *);		/* of a C string; NULL is "" */
bool str_eq(struct str, struct str);
bool str_is(struct str, const char *);
bool str_starts(struct str, const char *prefix);
bool str_ends(struct str, const char *suffix);
int str_compare(struct str, struct str);	/* byte order, as strcmp */
struct str str_trim(struct str);	/* without ASCII white space around */
struct str str_slice(struct str, size_t from, size_t to);
/* Offset of the first needle at or after from, or (size_t)-1. */
size_t str_find(struct str, const char *needle, size_t from);

/* Decode the code point at *at and step over it; a bad byte gives U+FFFD. */
unsigned utf8_next(struct str, size_t *at);
/* Write c (a valid code point) to out, which holds 4 bytes; its length. */
size_t utf8_put(char *out, unsigned c);
size_t utf8_count(struct str);			/* number of code points */
/* Offset of the first byte that is not well-formed UTF-8, or s.n. */
size_t utf8_check(struct str);

/*
 * The entry of list (n strings) that name was probably meant to be, or NULL:
 * smallest Damerau-Levenshtein distance, at most a third of the length.
 */
const char *str_nearest(struct str name, const char *const *list, size_t n);

#endif
