/* format.c -- stage 2: the form of texts: pattern, email, uri */
#include "schema_tree.h"

#include <arpa/inet.h>
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
is_letter_digit_or(char c, const char *others)
{
	return isalnum((unsigned char)c) || (c && strchr(others, c));
}

/* Words of letters, digits and others, with one dot between them. */
static bool
is_dotted(struct str s, const char *others)
{
	bool was_dot = true;

	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '.' ? was_dot :
		    !is_letter_digit_or(s.s[i], others))
			return false;
		was_dot = s.s[i] == '.';
	}
	return !was_dot;
}

/*
 * RFC 5321 without what no organisation has: a name between quotes, a number
 * for a domain, or a domain of one word.
 */
bool
format_is_email(struct str s)
{
	size_t at = str_find(s, "@", 0);
	struct str name = str_slice(s, 0, at);
	struct str domain = str_slice(s, at + 1, s.n);

	return name.n < s.n && is_dotted(name, "!#$%&'*+-/=?^_`{|}~") &&
	    is_dotted(domain, "-") && memchr(domain.s, '.', domain.n);
}

/* What RFC 3986 allows anywhere behind the scheme, and others. */
static bool
is_uri_text(struct str s, const char *others)
{
	for (size_t i = 0; i < s.n; i++) {
		bool is_escape = s.s[i] == '%' && i + 2 < s.n &&
		    isxdigit((unsigned char)s.s[i + 1]) &&
		    isxdigit((unsigned char)s.s[i + 2]);

		if (!is_escape && !is_letter_digit_or(s.s[i], others) &&
		    !is_letter_digit_or(s.s[i], "-._~!$&'()*+,;="))
			return false;
	}
	return true;
}

/* A name, a number of four parts, or one of IPv6 between brackets. */
static bool
is_uri_host(struct str s)
{
	char number[INET6_ADDRSTRLEN];
	struct in6_addr address;

	if (!str_starts(s, "["))
		return is_uri_text(s, "");
	if (s.n - 2 >= sizeof number || !str_ends(s, "]"))
		return false;
	memcpy(number, s.s + 1, s.n - 2);
	number[s.n - 2] = '\0';
	return inet_pton(AF_INET6, number, &address) == 1;
}

/* What stands between // and the path: user@host:port. */
static bool
is_uri_authority(struct str s)
{
	size_t at = str_find(s, "@", 0), end = s.n;
	struct str user = str_slice(s, 0, at);

	if (user.n < s.n)
		s = str_slice(s, at + 1, s.n);
	else
		user = STR("");
	for (end = s.n; end && isdigit((unsigned char)s.s[end - 1]); end--)
		;
	if (end && s.s[end - 1] == ':')
		s = str_slice(s, 0, end - 1);
	return is_uri_text(user, ":") && is_uri_host(s);
}

bool
format_is_uri(struct str s)
{
	size_t colon = str_find(s, ":", 0), hash, end = 0;
	struct str scheme = str_slice(s, 0, colon);
	struct str rest = str_slice(s, scheme.n + 1, s.n);

	for (size_t i = 0; i < scheme.n; i++)
		if (!is_letter_digit_or(scheme.s[i], "+-."))
			return false;
	if (!scheme.n || !isalpha((unsigned char)scheme.s[0]) || !rest.n)
		return false;
	if (str_starts(rest, "//")) {
		rest = str_slice(rest, 2, rest.n);
		while (end < rest.n && !memchr("/?#", rest.s[end], 3))
			end++;
		if (!is_uri_authority(str_slice(rest, 0, end)))
			return false;
	}
	rest = str_slice(rest, end, rest.n);
	hash = str_find(rest, "#", 0);
	return is_uri_text(str_slice(rest, 0, hash), ":@/?") &&
	    is_uri_text(str_slice(rest, hash + 1, rest.n), ":@/?");
}
