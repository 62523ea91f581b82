/* cut.c -- stage 5b: where a word may be divided */
#include "cut.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/die.h"

enum {
	MIN_WORD = 4,		/* bytes; shorter ones are never divided */
	MIN_PART = 2,		/* letters before and behind a sign */
	MIN_ADDRESS_HEAD = 4,	/* bytes of an address before a cut */
	MIN_ADDRESS_TAIL = 3,
	MAX_POINTS = 32		/* of one word in the dictionary */
};

/* A series of letters and digits with what stands behind it. */
struct part {
	size_t start, end;
	bool first_is_digit, last_is_digit;
	size_t letters;		/* code points */
};

void
cuts_release(struct cuts *c)
{
	free(c->list);
	*c = (struct cuts)CUTS_INIT;
}

void
cuts_add(struct cuts *c, struct cut cut)
{
	if (c->n == c->room) {
		c->room = c->room ? 2 * c->room : 16;
		c->list = xrealloc(c->list, c->room * sizeof *c->list);
	}
	c->list[c->n++] = cut;
}

/* A web or mail address: with "@", "://" or "www.". */
static bool
is_address(struct str word)
{
	for (size_t i = 0; i + 3 < word.n; i++) {
		struct str rest = str_slice(word, i, word.n);

		if (word.s[i] == '@' || (word.s[i] == ':' &&
		    str_starts(rest, "://")) || (word.s[i] == 'w' &&
		    str_starts(rest, "www.")))
			return true;
	}
	return false;
}

static bool
is_address_sign(char c)
{
	return c && strchr("/.-?&=_#@", c);
}

static void
cut_address(struct cuts *c, struct str word)
{
	for (size_t i = MIN_ADDRESS_HEAD; i + MIN_ADDRESS_TAIL <= word.n; i++)
		if (is_address_sign(word.s[i - 1]) &&
		    !is_address_sign(word.s[i]))
			cuts_add(c, (struct cut) { .at = i,
			    .penalty = PENALTY_ADDRESS });
}

static bool
is_digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

/* A letter, digit or apostrophe, as in "auto's". */
static bool
is_part(unsigned c)
{
	if (c < 0x80)
		return is_digit(c) || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z') || c == '\'';
	return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) ||
	    c == 0x2019;
}

/* Read the letters and digits from at on; there may be none. */
static struct part
read_part(struct str word, size_t at)
{
	struct part p = { .start = at, .end = at };

	while (at < word.n) {
		unsigned c = utf8_next(word, &at);

		if (!is_part(c))
			break;
		if (!p.letters++)
			p.first_is_digit = is_digit(c);
		p.last_is_digit = is_digit(c);
		p.end = at;
	}
	return p;
}

/* Without the quotes around it. */
static struct str
bare_word(struct str s)
{
	for (;;) {
		if (str_starts(s, "'"))
			s = str_slice(s, 1, s.n);
		else if (str_starts(s, "\u2019"))
			s = str_slice(s, 3, s.n);
		else if (str_ends(s, "'"))
			s.n--;
		else if (str_ends(s, "\u2019"))
			s.n -= 3;
		else
			return s;
	}
}

static void
cut_part(struct cuts *c, struct str word, const struct part *p,
    struct hyphenator *h)
{
	size_t points[MAX_POINTS], n;
	struct str bare = bare_word(str_slice(word, p->start, p->end));
	size_t start = (size_t)(bare.s - word.s);

	n = hyphenate(h, bare, points, MAX_POINTS);
	for (size_t i = 0; i < n; i++)
		cuts_add(c, (struct cut) { .at = start + points[i],
		    .penalty = PENALTY_DIVISION, .is_division = true,
		    .is_hyphen = true });
}

/* The cut behind the sign c between two parts; false if there is none. */
static bool
find_sign(unsigned c, const struct part *a, const struct part *b,
    struct cut *cut)
{
	if (a->letters < MIN_PART || b->letters < MIN_PART)
		return false;
	if (a->last_is_digit && b->first_is_digit)
		return false;
	switch (c) {
	case '-':
	case 0x2010:
		*cut = (struct cut) { .penalty = PENALTY_HYPHEN,
		    .is_hyphen = true };
		return true;
	case 0x2013:
	case 0x2014:
		*cut = (struct cut) { .penalty = PENALTY_HYPHEN };
		return true;
	case '/':
		*cut = (struct cut) { .penalty = PENALTY_SLASH };
		return !a->last_is_digit && !b->first_is_digit;
	default:
		return false;
	}
}

void
cuts_find(struct cuts *c, struct str word, struct hyphenator *h)
{
	struct part before, part;
	struct cut cut;

	c->n = 0;
	if (word.n < MIN_WORD)
		return;
	if (is_address(word)) {
		cut_address(c, word);
		return;
	}
	part = read_part(word, 0);
	for (;;) {
		size_t at = part.end;
		unsigned sign;

		if (h)
			cut_part(c, word, &part, h);
		if (at >= word.n)
			return;
		sign = utf8_next(word, &at);
		before = part;
		part = read_part(word, at);
		if (find_sign(sign, &before, &part, &cut)) {
			cut.at = at;
			cuts_add(c, cut);
		}
	}
}
