/* personal.c -- stage 4: personal data in a text */
#include "personal.h"

#include <string.h>

#include "../passage.h"

/* Each reader gives the end of what it knows at an offset, 0 for nothing. */

static bool
is_digit(struct str s, size_t at)
{
	return at < s.n && s.s[at] >= '0' && s.s[at] <= '9';
}

static bool
is_capital(struct str s, size_t at)
{
	return at < s.n && s.s[at] >= 'A' && s.s[at] <= 'Z';
}

static bool
is_letter_at(struct str s, size_t at)
{
	return at < s.n && is_word_letter(utf8_next(s, &at));
}

static bool
is_any_of(struct str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(word, list[i]))
			return true;
	return false;
}

#define IS_ANY_OF(word, list) \
	is_any_of(word, list, sizeof (list) / sizeof *(list))

static size_t
skip_digits(struct str s, size_t at)
{
	while (is_digit(s, at))
		at++;
	return at;
}

static size_t
skip_letters(struct str s, size_t at)
{
	while (is_letter_at(s, at))
		utf8_next(s, &at);
	return at;
}

/* A number or a word ends here. */
static bool
is_edge(struct str s, size_t at)
{
	return !is_digit(s, at) && !is_letter_at(s, at);
}

/* ---- citizen service number ---- */

/*
 * Nine digits, or 1234.56.789 as the tax office writes it.  The sum of the
 * digits times 9, 8 … 2 and -1 is a multiple of 11.
 */
static size_t
read_number(struct str s, size_t at)
{
	int sum = 0, n = 0;

	if (at > 1 && strchr(".,-", s.s[at - 1]) && is_digit(s, at - 2))
		return 0;
	for (; n < 9; at++) {
		if ((n == 4 || n == 6) && at < s.n && s.s[at] == '.')
			continue;
		if (!is_digit(s, at))
			return 0;
		n++;
		sum += (n == 9 ? -1 : 10 - n) * (s.s[at] - '0');
	}
	if (!is_edge(s, at) || (at + 1 < s.n && strchr(".,-", s.s[at]) &&
	    is_digit(s, at + 1)))
		return 0;
	return sum % 11 == 0 && sum > 0 ? at : 0;
}

/* ---- telephone ---- */

/* A separator between two digits: "06 - 12", "(058) 1" */
static size_t
skip_separators(struct str s, size_t at)
{
	size_t from = at, n;

	while (at < s.n && at - from < 4) {
		n = white_length(s, at);
		if (n == 0 && strchr("-/().", s.s[at]))
			n = 1;
		if (n == 0)
			break;
		at += n;
	}
	return is_digit(s, at) ? at : from;
}

/* 0 and nine digits, the first not a 0; +31 or 0031 stands for the 0. */
static size_t
read_telephone(struct str s, size_t at)
{
	size_t wanted = 10, n = 0;
	char first = '0';

	if (str_starts(str_slice(s, at, s.n), "+31")) {
		at += 3;
		wanted = 9;
	} else if (str_starts(str_slice(s, at, s.n), "0031")) {
		at += 4;
		wanted = 9;
	}
	if (wanted == 9) {
		if (str_starts(str_slice(s, at, s.n), " (0)"))
			at += 4;
		at = skip_separators(s, at);
	} else if (!is_digit(s, at) || s.s[at] != '0') {
		return 0;
	}
	while (is_digit(s, at)) {
		if (n == wanted - 9)
			first = s.s[at];
		n++;
		at++;
		if (n < wanted)
			at = skip_separators(s, at);
	}
	return n == wanted && first != '0' && is_edge(s, at) ? at : 0;
}

/* ---- e-mail ---- */

enum { MAX_LOCAL = 64 };

static bool
is_address_sign(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c != '\0' && strchr("._+-", c));
}

/* RFC 2606, 3, and the rules for .nl: names that nobody can have. */
static bool
is_nobodys(struct str domain)
{
	static const char *const domains[] = { "example.com", "example.net",
		"example.nl", "example.org" };

	return IS_ANY_OF(domain, domains);
}

/* at is that of the @; *from becomes the begin. */
static size_t
read_email(struct str s, size_t at, size_t *from)
{
	size_t begin = at, end = at + 1;

	while (begin > 0 && at - begin < MAX_LOCAL &&
	    is_address_sign(s.s[begin - 1]))
		begin--;
	while (end < s.n && is_address_sign(s.s[end]))
		end++;
	while (end > at && strchr(".-_+", s.s[end - 1]))
		end--;
	*from = begin;
	if (begin == at || end <= at + 1 ||
	    is_nobodys(str_slice(s, at + 1, end)))
		return 0;
	return memchr(s.s + at, '.', end - at) ? end : 0;
}

/* ---- date of birth ---- */

static size_t
read_month(struct str s, size_t at)
{
	static const char *const months[] = { "januari", "februari", "maart",
	    "april", "mei", "juni", "juli", "augustus", "september",
	    "oktober", "november", "december", "jan", "feb", "mrt", "apr",
	    "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec" };
	size_t end = skip_letters(s, at);

	if (!IS_ANY_OF(str_slice(s, at, end), months))
		return 0;
	return end < s.n && s.s[end] == '.' ? end + 1 : end;
}

/* "3-5-2012", "03/05/12", "3 mei 2012" */
static size_t
read_date(struct str s, size_t at)
{
	size_t end = skip_digits(s, at), n;

	if (end == at || end - at > 2)
		return 0;
	n = white_length(s, end);
	if (n > 0) {
		end = read_month(s, end + n);
		if (end == 0)
			return 0;
		n = white_length(s, end);
		if (n == 0)
			return 0;
		at = end + n;
	} else {
		if (end >= s.n || !strchr("-/.", s.s[end]))
			return 0;
		at = skip_digits(s, end + 1);
		if (at == end + 1 || at - end > 3 || at >= s.n ||
		    s.s[at] != s.s[end])
			return 0;
		at++;
	}
	end = skip_digits(s, at);
	return end - at == 4 || end - at == 2 ? end : 0;
}

/* at is that of "geboren", "geb.", "geboortedatum"; then a date. */
static size_t
read_birth(struct str s, size_t at)
{
	static const char *const keys[] = { "geboren", "geb",
	    "geboortedatum", "Geboren", "Geb", "Geboortedatum" };
	static const char *const between[] = { "op", "is", "was" };
	size_t end = skip_letters(s, at), n;

	if (!IS_ANY_OF(str_slice(s, at, end), keys))
		return 0;
	for (;;) {
		while ((n = white_length(s, end)) > 0 || (end < s.n &&
		    strchr(".:(", s.s[end])))
			end += n > 0 ? n : 1;
		if (is_digit(s, end))
			return read_date(s, end);
		at = end;
		end = skip_letters(s, at);
		if (!IS_ANY_OF(str_slice(s, at, end), between))
			return 0;
	}
}

/* ---- initials and surname ---- */

/* Capitals behind a letter that are no surname: a new sentence begins. */
static const char *const beginnings[] = {
	"Aan", "Al", "Alle", "Als", "Bij", "Daar", "Daarna", "Dan", "Dat",
	"De", "Deze", "Die", "Dit", "Door", "Een", "Elk", "Elke", "En", "Er",
	"Geen", "Het", "Hij", "Hoe", "Hoewel", "Ieder", "In", "Is", "Kan",
	"Maar", "Met", "Na", "Naar", "Niet", "Nu", "Of", "Om", "Omdat", "Ook",
	"Op", "Over", "Soms", "Te", "Toch", "Toen", "Tot", "Uit", "Van",
	"Veel", "Voor", "Waar", "Wat", "We", "Welke", "Wie", "Wij", "Ze",
	"Zij", "Zo", "Zonder",
};

/* A letter behind such a word is a label: "thema A. Preventie". */
static const char *const labels[] = {
	"bijlage", "categorie", "deel", "en", "figuur", "groep", "kolom",
	"of", "onderdeel", "onderwerp", "optie", "punt", "tabel", "team",
	"thema", "type", "variant", "vitamine", "vraag", "wijk", "zie",
};

static const char *const particles[] = {
	"'t", "den", "de", "der", "het", "in", "op", "te", "ten", "ter",
	"van", "von", "’t",
};

static const char *const companies[] = { "B.V.", "N.B.", "N.V.", "P.S.",
    "U.S.", "V.S." };

enum { MAX_INITIALS = 6, MAX_PARTICLES = 3 };

/* "J.", "J.P.", "J. P."; *n is how many. */
static size_t
read_initials(struct str s, size_t at, int *n)
{
	size_t end = 0;

	for (*n = 0; *n < MAX_INITIALS && is_capital(s, at) &&
	    at + 1 < s.n && s.s[at + 1] == '.'; ++*n) {
		end = at + 2;
		at = end + white_length(s, end);
	}
	return end;
}

static size_t
skip_particles(struct str s, size_t at, int *n)
{
	for (*n = 0; *n < MAX_PARTICLES; ++*n) {
		size_t end = at;

		while (end < s.n && white_length(s, end) == 0 &&
		    end - at < 8)
			end++;
		if (!IS_ANY_OF(str_slice(s, at, end), particles))
			break;
		at = end + white_length(s, end);
	}
	return at;
}

/* The last sign before at that is no white space, and the word it ends. */
static struct str
word_before(struct str s, size_t at)
{
	size_t begin;

	while (at > 0 && strchr(" \t\n", s.s[at - 1]))
		at--;
	begin = at;
	while (begin > 0 && at - begin < 16 &&
	    !strchr(" \t\n", s.s[begin - 1]))
		begin--;
	return str_slice(s, begin, at);
}

/*
 * A single letter that begins a text or a sentence may be a label; it is an
 * initial if the surname stands alone: "J. Jansen, wethouder".
 */
static bool
may_be_label(struct str s, size_t at, size_t end, bool is_heading)
{
	struct str before = word_before(s, at);

	if (before.n > 0 && !strchr(".:;!?", before.s[before.n - 1]))
		return IS_ANY_OF(before, labels);
	if (is_heading)
		return true;
	return end < s.n && !strchr(",;()/", s.s[end]);
}

static size_t
read_name(struct str s, size_t at, bool is_heading)
{
	int n_initials, n_particles;
	size_t end = read_initials(s, at, &n_initials), surname;

	if (end == 0 || (at > 0 && s.s[at - 1] == '.') ||
	    IS_ANY_OF(str_slice(s, at, end), companies))
		return 0;
	surname = skip_particles(s, end + white_length(s, end), &n_particles);
	end = skip_letters(s, surname);
	if (!is_capital(s, surname) || end - surname < 2 ||
	    is_capital(s, surname + 1) ||
	    IS_ANY_OF(str_slice(s, surname, end), beginnings))
		return 0;
	while (end + 1 < s.n && s.s[end] == '-' && is_capital(s, end + 1))
		end = skip_letters(s, end + 1);
	if (n_initials == 1 && n_particles == 0 &&
	    may_be_label(s, at, end, is_heading))
		return 0;
	return end;
}

/* ---- all of them ---- */

static bool
is_address(struct str s)
{
	return str_starts(s, "http://") || str_starts(s, "https://") ||
	    str_starts(s, "www.");
}

static bool
found(struct privacy *p, enum privacy_kind kind, size_t from, size_t to)
{
	*p = (struct privacy){ kind, from, to };
	return to > 0;
}

/* The end of what holds numbers that are no personal data, or 0. */
static size_t
read_harmless(struct str s, size_t at)
{
	if (is_digit(s, at))
		return read_date(s, at);
	if ((s.s[at] != 'h' && s.s[at] != 'w') ||
	    !is_address(str_slice(s, at, s.n)))
		return 0;
	while (at < s.n && white_length(s, at) == 0)
		at++;
	return at;
}

/* What begins at an offset where a word or a number begins. */
static bool
read_any(struct str s, bool is_heading, size_t at, struct privacy *p)
{
	char c = s.s[at];

	if (is_digit(s, at) || c == '+')
		return read_date(s, at) == 0 &&
		    (found(p, PRIVACY_TELEPHONE, at, read_telephone(s, at)) ||
		    found(p, PRIVACY_NUMBER, at, read_number(s, at)));
	if ((c == 'g' || c == 'G') &&
	    found(p, PRIVACY_BIRTH, at, read_birth(s, at)))
		return true;
	return is_capital(s, at) &&
	    found(p, PRIVACY_NAME, at, read_name(s, at, is_heading));
}

bool
privacy_next(struct str s, bool is_heading, size_t *at, struct privacy *p)
{
	bool begins = *at == 0 || is_edge(s, *at - 1);

	while (*at < s.n) {
		size_t here = *at, from = here, past = 0;
		bool is_found;

		if (s.s[here] == '@') {
			past = read_email(s, here, &from);
			is_found = found(p, PRIVACY_EMAIL, from, past);
		} else {
			is_found = begins && read_any(s, is_heading, here, p);
		}
		if (is_found) {
			*at = p->to;
			return true;
		}
		if (begins)
			past = read_harmless(s, here);
		if (past > 0)
			*at = past;
		else
			utf8_next(s, at);
		begins = past == 0 && is_edge(s, here);
	}
	return false;
}
