/* hyphen.c -- stage 5b: where a Dutch word may be divided */
#include "hyphen.h"

#include <hyphen.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/arena.h"
#include "../../base/diag.h"
#include "../../base/die.h"
#include "words.h"

#ifndef HYPHEN_DIR
#define HYPHEN_DIR "/usr/share/hyphen"
#endif

enum {
	LEFT_MIN = 2,		/* letters before a division */
	RIGHT_MIN = 3,		/* and behind it */
	MAX_LETTERS = 100	/* no Dutch word is longer */
};

/* How a word may be divided. */
struct division {
	uint16_t *points;	/* byte offsets, ascending */
	size_t n;
};

struct hyphenator {
	HyphenDict *dictionary;
	struct arena *arena;
	struct words *words;	/* division of each */
};

/* A word as the dictionary wants it: small letters in its own encoding. */
struct letters {
	char bytes[MAX_LETTERS * 4 + 1];
	size_t n_bytes;
	unsigned codes[MAX_LETTERS];
	uint16_t starts[MAX_LETTERS];	/* offset of each letter in the word */
	size_t n;
};

static HyphenDict *
load_dictionary(struct diag *d)
{
	static const char path[] = HYPHEN_DIR "/hyph_nl_NL.dic";
	HyphenDict *dictionary = hnj_hyphen_load(path);

	if (!dictionary) {
		diag_path(d, path, DIAG_HYPHENATION_MISSING);
		return NULL;
	}
	if (!dictionary->utf8 && strcmp(dictionary->cset, "ISO8859-1")) {
		diag_path(d, path, DIAG_HYPHENATION_ENCODING, dictionary->cset);
		hnj_hyphen_free(dictionary);
		return NULL;
	}
	return dictionary;
}

struct hyphenator *
hyphenator_new(struct diag *d)
{
	HyphenDict *dictionary = load_dictionary(d);
	struct hyphenator *h;

	if (!dictionary)
		return NULL;
	h = xmalloc(sizeof *h);
	h->dictionary = dictionary;
	h->arena = arena_new();
	h->words = words_new(h->arena);
	return h;
}

void
hyphenator_free(struct hyphenator *h)
{
	if (!h)
		return;
	hnj_hyphen_free(h->dictionary);
	arena_free(h->arena);
	words_free(h->words);
	free(h);
}

static bool
is_letter(unsigned c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x250 && c != 0xF7);
}

/* Of ASCII and Latin-1; the patterns hold no others. */
static unsigned
small_letter(unsigned c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
		return c + 32;
	return c;
}

/* False if word is no word of the dictionary's language and encoding. */
static bool
read_letters(const HyphenDict *dictionary, struct str word, struct letters *l)
{
	size_t at = 0;

	l->n = l->n_bytes = 0;
	while (at < word.n) {
		size_t start = at;
		unsigned c = small_letter(utf8_next(word, &at));

		if (c == 0x2019)	/* the apostrophe of "auto's" */
			c = '\'';
		if (l->n == MAX_LETTERS || (c != '\'' && !is_letter(c)))
			return false;
		if (!dictionary->utf8 && c > 0xFF)
			return false;
		if (dictionary->utf8)
			l->n_bytes += utf8_put(l->bytes + l->n_bytes, c);
		else
			l->bytes[l->n_bytes++] = (char)c;
		l->starts[l->n] = (uint16_t)start;
		l->codes[l->n++] = c;
	}
	l->bytes[l->n_bytes] = '\0';
	return l->n >= LEFT_MIN + RIGHT_MIN;
}

/*
 * A trema that shows where a syllable begins is dropped when the word is
 * divided there ("re-eel" for "reëel"), which the dictionary does not know of.
 */
static bool
has_trema(unsigned c)
{
	return c == 0xE4 || c == 0xEB || c == 0xEF || c == 0xF6 || c == 0xFC;
}

static void
free_changes(char **changes, size_t n)
{
	for (size_t i = 0; changes && i < n; i++)
		free(changes[i]);
	free(changes);
}

/* Add the places to divide l to v. */
static void
find_points(struct hyphenator *h, const struct letters *l, struct division *v)
{
	char marks[sizeof l->bytes + 5] = "";	/* odd: divide behind it */
	char **changes = NULL;	/* of spelling: not supported, so no division */
	int *positions = NULL, *cuts = NULL;
	uint16_t points[MAX_LETTERS];

	if (hnj_hyphen_hyphenate2(h->dictionary, l->bytes, (int)l->n_bytes,
	    marks, NULL, &changes, &positions, &cuts))
		goto out;
	for (size_t i = LEFT_MIN; i + RIGHT_MIN <= l->n; i++)
		if ((marks[i - 1] & 1) && !(changes && changes[i - 1]) &&
		    !has_trema(l->codes[i]))
			points[v->n++] = l->starts[i];
	if (v->n) {
		v->points = arena_array(h->arena, v->n, sizeof *points);
		memcpy(v->points, points, v->n * sizeof *points);
	}
out:
	free_changes(changes, l->n_bytes);
	free(positions);
	free(cuts);
}

static const struct division *
look_up(struct hyphenator *h, struct str word)
{
	void **slot = words_slot(h->words, word);
	struct division *v = *slot;
	struct letters letters;

	if (v)
		return v;
	*slot = v = arena_alloc(h->arena, sizeof *v);
	if (read_letters(h->dictionary, word, &letters))
		find_points(h, &letters, v);
	return v;
}

size_t
hyphenate(struct hyphenator *h, struct str word, size_t *points, size_t max)
{
	const struct division *v;
	size_t n;

	if (word.n < LEFT_MIN + RIGHT_MIN || word.n > MAX_LETTERS * 4)
		return 0;
	v = look_up(h, word);
	n = v->n < max ? v->n : max;
	for (size_t i = 0; i < n; i++)
		points[i] = v->points[i];
	return n;
}
