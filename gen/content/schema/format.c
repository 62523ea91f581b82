/* schema_format.c -- stage 2: the form of texts: pattern, email, uri */
#include "schema_tree.h"

#include <ctype.h>
#include <regex.h>
#include <string.h>

#include "../../base/die.h"

enum {
	/* regcomp recurses; a longer pattern is nobody's intention. */
	PATTERN_MAX = 200
};

struct compiled {
	struct compiled *next;
	const struct schema *schema;
	regex_t regex;
};

/* POSIX has no \d and the like, and glibc takes them for a plain letter. */
static bool
has_escaped_letter(struct str s)
{
	for (size_t i = 0; i + 1 < s.n; i++) {
		if (s.s[i] != '\\')
			continue;
		i++;
		if (isalnum((unsigned char)s.s[i]))
			return true;
	}
	return false;
}

const char *
pattern_check(struct arena *a, struct str pattern)
{
	char message[200];
	regex_t regex;
	int error;

	if (pattern.n > PATTERN_MAX)
		return "het patroon is te lang";
	if (has_escaped_letter(pattern))
		return "schrijf [0-9] en niet \\d";
	error = regcomp(&regex, pattern.s, REG_EXTENDED | REG_NOSUB);
	if (!error) {
		regfree(&regex);
		return NULL;
	}
	regerror(error, &regex, message, sizeof message);
	return arena_cstr(a, str_from(message));
}

void
patterns_release(struct patterns *p)
{
	for (struct compiled *c = p->first; c; c = c->next)
		regfree(&c->regex);
	p->first = NULL;
}

bool
pattern_matches(struct arena *a, struct patterns *p, const struct schema *s,
    struct str text)
{
	struct compiled *c = p->first;

	while (c && c->schema != s)
		c = c->next;
	if (!c) {
		c = arena_alloc(a, sizeof *c);
		if (regcomp(&c->regex, s->pattern, REG_EXTENDED | REG_NOSUB))
			die("het geheugen is op"); /* it was tried */
		c->schema = s;
		c->next = p->first;
		p->first = c;
	}
	return !regexec(&c->regex, text.s, 0, NULL, 0);
}

static bool
has_space(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.s[i] <= ' ' || s.s[i] == 0x7F)
			return true;
	return false;
}

bool
format_is_email(struct str s)
{
	size_t at = str_find(s, "@", 0), dot;

	if (has_space(s) || at == (size_t)-1 || !at ||
	    str_find(s, "@", at + 1) != (size_t)-1)
		return false;
	dot = str_find(s, ".", at + 1);
	return dot != (size_t)-1 && dot > at + 1 && s.s[s.n - 1] != '.' &&
	    str_find(s, "..", at) == (size_t)-1;
}

bool
format_is_uri(struct str s)
{
	size_t scheme = 0;

	while (scheme < s.n && (isalnum((unsigned char)s.s[scheme]) ||
	    strchr("+-.", s.s[scheme])))
		scheme++;
	return scheme && isalpha((unsigned char)s.s[0]) &&
	    scheme + 1 < s.n && s.s[scheme] == ':' && !has_space(s) &&
	    !strpbrk(s.s, "<>\"{}|\\^`");
}
