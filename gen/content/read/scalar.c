/* scalar.c -- stage 1, read: what a plain scalar of YAML means */
#include "scalar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char digits[] = "0123456789";

static bool
is_one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_is(s, *list))
			return true;
	return false;
}

/* The first place from at on that is not in set. */
static size_t
skip(struct str s, size_t at, const char *set)
{
	return at + strspn(s.s + at, set);
}

static size_t
skip_sign(struct str s, size_t at)
{
	return at + (s.s[at] == '-' || s.s[at] == '+');
}

/* [-+]?[0-9]+ */
static bool
parse_decimal(struct str s, double *number)
{
	size_t from = skip_sign(s, 0), to = skip(s, from, digits);

	*number = strtod(s.s, NULL);
	return to > from && to == s.n;
}

/* 0o[0-7]+ or 0x[0-9a-fA-F]+ */
static bool
parse_prefixed(struct str s, double *number)
{
	if (s.n < 3)
		return false;
	if (str_starts(s, "0x")) {
		*number = strtod(s.s, NULL);
		return skip(s, 2, "0123456789abcdefABCDEF") == s.n;
	}
	*number = 0;
	for (size_t i = 2; i < s.n; i++)
		*number = *number * 8 + (s.s[i] - '0');
	return str_starts(s, "0o") && skip(s, 2, "01234567") == s.n;
}

/* [-+]?\.(inf|Inf|INF) or \.(nan|NaN|NAN) */
static bool
parse_special(struct str s, double *number)
{
	static const char *const infinite[] = { ".inf", ".Inf", ".INF", NULL };
	static const char *const none[] = { ".nan", ".NaN", ".NAN", NULL };
	struct str rest = str_slice(s, skip_sign(s, 0), s.n);

	if (is_one_of(s, none)) {
		*number = NAN;
		return true;
	}
	*number = s.s[0] == '-' ? -INFINITY : INFINITY;
	return is_one_of(rest, infinite);
}

/* [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? */
static bool
parse_float(struct str s, double *number)
{
	size_t from = skip_sign(s, 0), at = skip(s, from, digits);
	bool any = at > from;

	if (s.s[at] == '.') {
		from = at + 1;
		at = skip(s, from, digits);
		any = any || at > from;
	}
	if (any && (s.s[at] == 'e' || s.s[at] == 'E')) {
		from = skip_sign(s, at + 1);
		at = skip(s, from, digits);
		any = at > from;
	}
	*number = strtod(s.s, NULL);
	return any && at == s.n;
}

struct value *
scalar_resolve(struct arena *a, struct loc loc, struct str s)
{
	static const char *const nulls[] = {
		"", "~", "null", "Null", "NULL", NULL };
	static const char *const trues[] = { "true", "True", "TRUE", NULL };
	static const char *const falses[] = { "false", "False", "FALSE", NULL };
	struct value *v;
	double number;

	if (is_one_of(s, nulls))
		return value_new(a, VALUE_NULL, loc);
	if (is_one_of(s, trues))
		return value_bool(a, loc, true);
	if (is_one_of(s, falses))
		return value_bool(a, loc, false);
	if (parse_decimal(s, &number)) {
		v = value_number(a, loc, number);
		v->text = s;	/* as it was written: 007 */
		return v;
	}
	if (parse_prefixed(s, &number) || parse_special(s, &number) ||
	    parse_float(s, &number))
		return value_number(a, loc, number);
	return value_string(a, loc, s);
}
