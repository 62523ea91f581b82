/* typography.c -- stage 2, mark up: straight text -> Dutch typography */
#include "typography.h"

#include <string.h>

#define APOSTROPHE "\u2019"
#define EN_DASH "\u2013"
#define ELLIPSIS "\u2026"
#define NO_BREAK_SPACE "\u00A0"
#define EURO "\u20AC"

enum {
	QUOTES_MAX = 16,	/* open at once; deeper ones stay */
	WORD_MAX = 16		/* bytes; longer than any word of the tables */
};

/* A straight quote that was opened and waits for its partner. */
struct opened {
	size_t edit;
	char quote;
};

struct typesetting {
	struct arena *arena;
	struct str text;
	const char *literal;
	const struct quotes *quotes;
	struct edits edits;
	struct opened opened[QUOTES_MAX];
	size_t depth;
	size_t quote_end;	/* just behind an opening quote; 0: nowhere */
};

static const char *const months[] = { "januari", "februari", "maart",
	"april", "mei", "juni", "juli", "augustus", "september", "oktober",
	"november", "december", NULL };

/* Behind a number. */
static const char *const units[] = { "km", "m", "cm", "mm", "kg", "g",
	"euro", NULL };

/* Before a number. */
static const char *const labels[] = { "art.", "nr.", "blz.", "p.", "bijlage",
	"hoofdstuk", "paragraaf", "tabel", "figuur", "indicator", "artikel",
	NULL };

/* Short words that begin with an apostrophe: 's avonds, 't huis. */
static const char *const clipped[] = { "s", "t", "n", "m", "k", "r", "er",
	"ie", "ns", NULL };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alnum(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* The byte at i, or a space outside the text. */
static char
byte_at(struct str s, size_t i)
{
	return i < s.n ? s.s[i] : ' ';
}

/* The code point before the byte at i, or a space at the beginning. */
static unsigned
before(struct str s, size_t i)
{
	size_t at = i;

	if (!i)
		return ' ';
	do
		at--;
	while (at && i - at < 4 && ((unsigned char)s.s[at] & 0xC0) == 0x80);
	return utf8_next(s, &at);
}

static unsigned
after(struct str s, size_t i)
{
	return i < s.n ? utf8_next(s, &i) : ' ';
}

/* Letters and digits; every letter beyond ASCII that Dutch text may have. */
static bool
is_word(unsigned c)
{
	return (c < 0x80 && is_alnum((char)c)) ||
	    (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

static bool
is_space(unsigned c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == 0xA0;
}

/* What a quote may stand behind to be an opening one. */
static bool
is_opener(unsigned c)
{
	switch (c) {
	case '(':
	case '[':
	case '{':
	case '<':
	case '/':
	case '=':
	case '-':
	case 0x2013:	/* en dash */
	case 0x2014:	/* em dash */
	case 0x2018:	/* opening quotes */
	case 0x201A:
	case 0x201C:
	case 0x201E:
	case 0xAB:
		return true;
	default:
		return is_space(c);
	}
}

static bool
is_in(struct str word, const char *const *list)
{
	char lower[WORD_MAX + 1];

	if (!word.n || word.n > WORD_MAX)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		char c = word.s[i];

		lower[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
	}
	lower[word.n] = '\0';
	for (; *list; list++)
		if (!strcmp(lower, *list))
			return true;
	return false;
}

/* Letters and digits from i on; empty if they are part of a longer word. */
static struct str
word_at(struct str s, size_t i)
{
	size_t end = i;

	while (end < s.n && end - i <= WORD_MAX && is_alnum(s.s[end]))
		end++;
	return is_word(after(s, end)) ? STR("") : str_slice(s, i, end);
}

/* Letters, digits, points and commas up to i; empty as above. */
static struct str
word_before(struct str s, size_t i)
{
	size_t start = i;
	char c;

	while (start && i - start <= WORD_MAX) {
		c = s.s[start - 1];
		if (!is_alnum(c) && c != '.' && c != ',')
			break;
		start--;
	}
	return is_word(before(s, start)) ? STR("") : str_slice(s, start, i);
}

static bool
is_free(const struct typesetting *t, size_t from, size_t n)
{
	for (size_t i = from; i < from + n; i++)
		if (t->literal[i])
			return false;
	return true;
}

static void
change(struct typesetting *t, size_t offset, size_t n, struct str text)
{
	struct edits *e = &t->edits;

	e->items = arena_grow(t->arena, e->items, e->n, sizeof *e->items);
	e->items[e->n++] = (struct edit){ offset, n, text };
}

/* foto's, 's avonds, '90: an apostrophe whatever stands around it. */
static bool
is_apostrophe(const struct typesetting *t, size_t i)
{
	struct str s = t->text, word = word_at(s, i + 1);

	if (is_word(before(s, i)))
		return is_word(after(s, i + 1));
	if (word.n == 2 && is_digit(word.s[0]) && is_digit(word.s[1]))
		return byte_at(s, i + 3) != '\'';
	return is_in(word, clipped) && byte_at(s, i + 1 + word.n) != '\'';
}

static bool
is_opening(const struct typesetting *t, size_t i)
{
	unsigned c = before(t->text, i);

	if (is_space(after(t->text, i + 1)))
		return false;
	return is_opener(c) || (i && i == t->quote_end);
}

static void
quote_open(struct typesetting *t, size_t i)
{
	const struct quotes *q = t->quotes;

	if (t->depth == QUOTES_MAX)
		return;
	t->opened[t->depth] = (struct opened){ t->edits.n, t->text.s[i] };
	change(t, i, 1, t->depth % 2 ? q->inner_open : q->open);
	t->depth++;
	t->quote_end = i + 1;
}

/* A single quote that was not closed was an apostrophe after all. */
static void
quote_drop(struct typesetting *t)
{
	const struct opened *o = &t->opened[--t->depth];

	if (o->quote == '\'')
		t->edits.items[o->edit].text = STR(APOSTROPHE);
}

static bool
is_open(const struct typesetting *t, char quote)
{
	for (size_t k = 0; k < t->depth; k++)
		if (t->opened[k].quote == quote)
			return true;
	return false;
}

static void
quote_close(struct typesetting *t, size_t i)
{
	const struct quotes *q = t->quotes;
	char quote = t->text.s[i];

	if (!is_open(t, quote)) {
		change(t, i, 1, quote == '\'' ? STR(APOSTROPHE) : q->close);
		return;
	}
	while (t->opened[t->depth - 1].quote != quote)
		quote_drop(t);
	t->depth--;
	change(t, i, 1, t->depth % 2 ? q->inner_close : q->close);
}

static size_t
set_quote(struct typesetting *t, size_t i)
{
	if (t->text.s[i] == '\'' && is_apostrophe(t, i))
		change(t, i, 1, STR(APOSTROPHE));
	else if (is_opening(t, i))
		quote_open(t, i);
	else
		quote_close(t, i);
	return i + 1;
}

/* The number of equal bytes from i on. */
static size_t
run_length(struct str s, size_t i)
{
	size_t n = 1;

	while (i + n < s.n && s.s[i + n] == s.s[i])
		n++;
	return n;
}

/* What may stand beside "1-3" for it to be a range and not a code. */
static bool
is_range_edge(struct str s, size_t i, bool is_right)
{
	char c = byte_at(s, i);

	if (i >= s.n || (unsigned char)c >= 0x80)
		return true;
	if (is_right && (c == '.' || c == ',' || c == ':'))
		return !is_digit(byte_at(s, i + 1));
	return is_white(c) || strchr(is_right ? ";)]!?%\"'" : "([\"'", c);
}

static unsigned
number_of(struct str digits)
{
	unsigned n = 0;

	for (size_t i = 0; i < digits.n; i++)
		n = 10 * n + (unsigned)(digits.s[i] - '0');
	return n;
}

/*
 * 1-3, 12-15, 2019-2020; not 2020-05-01, 088-3700288, 3-1 or 06-1: both are
 * numbers of at most four digits without leading zeros, the second is larger.
 */
static bool
is_range(struct str s, size_t dash)
{
	size_t from = dash, to = dash + 1;
	struct str left, right;

	while (from && dash - from < 5 && is_digit(s.s[from - 1]))
		from--;
	while (to < s.n && to - dash < 6 && is_digit(s.s[to]))
		to++;
	left = str_slice(s, from, dash);
	right = str_slice(s, dash + 1, to);
	if (!left.n || !right.n || left.n > 4 || right.n > 4)
		return false;
	if (left.s[0] == '0' || right.s[0] == '0')
		return false;
	return (!from || is_range_edge(s, from - 1, false)) &&
	    is_range_edge(s, to, true) && number_of(left) < number_of(right);
}

static size_t
set_dash(struct typesetting *t, size_t i)
{
	struct str s = t->text;
	size_t n = run_length(s, i);

	if ((n == 2 || n == 3) && is_free(t, i, n))
		change(t, i, n, STR(EN_DASH));
	else if (n == 1 && i && is_white(s.s[i - 1]) && i + 1 < s.n &&
	    is_white(s.s[i + 1]))
		change(t, i, 1, STR(EN_DASH));
	else if (n == 1 && is_range(s, i))
		change(t, i, 1, STR(EN_DASH));
	return i + n;
}

static size_t
set_points(struct typesetting *t, size_t i)
{
	size_t n = run_length(t->text, i);

	if (n == 3 && is_free(t, i, n))
		change(t, i, n, STR(ELLIPSIS));
	return i + n;
}

static bool
is_day(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!is_digit(word.s[i]))
			return false;
	return word.n && word.n <= 2 && number_of(word) >= 1 &&
	    number_of(word) <= 31;
}

/* True if the words around the white space at i belong together. */
static bool
is_tied(struct str s, size_t i)
{
	struct str left = word_before(s, i), right = word_at(s, i + 1);
	struct str rest = str_slice(s, i + 1, s.n);

	if (is_digit(byte_at(s, i + 1)))
		return is_in(left, labels) ||
		    str_ends(str_slice(s, 0, i), EURO);
	if (!left.n || !is_digit(left.s[left.n - 1]))
		return false;
	return str_starts(rest, "%") || str_starts(rest, "\u00B0C") ||
	    is_in(right, units) || (is_day(left) && is_in(right, months));
}

static size_t
set_space(struct typesetting *t, size_t i)
{
	if (i && i + 1 < t->text.n && is_tied(t->text, i))
		change(t, i, 1, STR(NO_BREAK_SPACE));
	return i + 1;
}

/* The end of the web address that begins at i, or i if there is none. */
static size_t
skip_address(struct str s, size_t i)
{
	struct str rest = str_slice(s, i, s.n);

	if (i && is_word(before(s, i)))
		return i;
	if (!str_starts(rest, "http://") && !str_starts(rest, "https://") &&
	    !str_starts(rest, "www."))
		return i;
	while (i < s.n && !is_white(s.s[i]) && s.s[i] != '"' && s.s[i] != ')')
		i++;
	return i;
}

/* Deal with what stands at i; the offset of what comes after it. */
static size_t
set(struct typesetting *t, size_t i)
{
	size_t end;

	if (t->literal[i])
		return i + 1;
	switch (t->text.s[i]) {
	case '"':
	case '\'':
		return set_quote(t, i);
	case '-':
		return set_dash(t, i);
	case '.':
		return set_points(t, i);
	case ' ':
	case '\n':
		return set_space(t, i);
	case 'h':
	case 'w':
		end = skip_address(t->text, i);
		return end > i ? end : i + 1;
	default:
		return i + 1;
	}
}

struct edits
typography_edits(struct arena *a, struct str text, const char *literal,
    const struct quotes *quotes)
{
	struct typesetting t = { .arena = a, .text = text, .literal = literal,
		.quotes = quotes };

	for (size_t i = 0; i < text.n;)
		i = set(&t, i);
	while (t.depth)
		quote_drop(&t);
	return t.edits;
}
