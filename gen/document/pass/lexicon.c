/* lexicon.c -- stage 4: the terms of content/woordenlijst.yaml, by word */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "../names.h"
#include "../passage.h"

struct lexicon {
	struct arena *arena;
	struct names *words;	/* first word of a term -> struct term */
	struct term **terms;	/* in the order of the list */
	size_t n;
};

size_t
lexicon_word_end(struct str text, size_t at)
{
	while (at < text.n) {
		size_t next = at;
		unsigned c = utf8_next(text, &next);

		if (!is_word_letter(c) && (c < '0' || c > '9'))
			break;
		at = next;
	}
	return at;
}

static struct term *
add_term(struct lexicon *l, enum term_kind kind, struct str text)
{
	struct term *term = arena_alloc(l->arena, sizeof *term);
	size_t end = lexicon_word_end(text, 0);
	void **slot;

	term->kind = kind;
	term->text = text;
	term->chapter = -1;
	l->terms = arena_grow(l->arena, l->terms, l->n, sizeof *l->terms);
	l->terms[l->n++] = term;
	if (end == 0)
		return term;	/* begins with a sign: never found */
	slot = names_slot(l->words, str_slice(text, 0, end));
	term->next = *slot;
	*slot = term;
	return term;
}

static struct str
without_hyphens(struct arena *arena, struct str divided)
{
	char *s = arena_cstr(arena, divided);
	size_t n = 0;

	for (size_t i = 0; i < divided.n; i++)
		if (divided.s[i] != '-')
			s[n++] = divided.s[i];
	s[n] = '\0';
	return (struct str){ s, n };
}

/* The lists of the file, and the key of the word in their items. */
static const struct {
	const char *list, *key;
	enum term_kind kind;
} lists[] = {
	{ "afkortingen", "afkorting", TERM_ABBREVIATION },
	{ "talen", "term", TERM_FOREIGN },
	{ "begrippen", "begrip", TERM_CONCEPT },
	{ "namen", NULL, TERM_NAME },
	{ "afbreken", NULL, TERM_DIVIDED },
};

static void
add_item(struct lexicon *l, enum term_kind kind, const char *key,
    const struct value *item)
{
	struct str text = value_text(key ? value_find(item, key) :
	    item);
	struct term *term;

	if (kind == TERM_DIVIDED) {
		term = add_term(l, kind, without_hyphens(l->arena, text));
		term->divided = text;
		return;
	}
	term = add_term(l, kind, text);
	if (!key)
		return;
	term->meaning = value_text_at(item, "betekenis");
	term->more = value_text_at(item, "uitleg");
	term->language = value_text_at(item, "taal");
}

struct lexicon *
lexicon_new(struct arena *arena, const struct value *words)
{
	struct lexicon *l = arena_alloc(arena, sizeof *l);

	l->arena = arena;
	l->words = names_new(arena);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct value *list = value_find(words, lists[i].list);

		for (size_t k = 0; list &&
		    list->kind == VALUE_LIST && k < list->n; k++)
			add_item(l, lists[i].kind, lists[i].key,
			    list->items[k]);
	}
	return l;
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The end of term in text at an offset, or 0. */
static size_t
match(const struct term *term, struct str text, size_t at)
{
	struct str t = term->text;
	size_t i = 0, n, m;

	while (i < t.n && at < text.n) {
		n = white_length(t, i);
		m = white_length(text, at);
		if (n > 0 && m > 0) {
			while ((m = white_length(text, at)) > 0)
				at += m;
			i += n;
			continue;
		}
		if (t.s[i] != text.s[at] && !(i == 0 && is_small(t.s[0]) &&
		    text.s[at] == t.s[0] - 'a' + 'A'))
			return 0;
		i++;
		at++;
	}
	if (i < t.n || lexicon_word_end(text, at) > at)
		return 0;
	return at;
}

/* The terms that begin with a word, if its capital is a small letter there. */
static struct term *
find_small(const struct lexicon *l, struct str word)
{
	char small[64];

	if (word.n == 0 || word.s[0] < 'A' || word.s[0] > 'Z' ||
	    word.n > sizeof small)
		return NULL;
	memcpy(small, word.s, word.n);
	small[0] = (char)(small[0] - 'A' + 'a');
	return names_find(l->words, (struct str){ small, word.n });
}

/* The longest of terms that reaches beyond *past, which moves; or NULL. */
static struct term *
longest(struct term *terms, struct str text, size_t at, size_t *past)
{
	struct term *best = NULL;

	for (struct term *t = terms; t; t = t->next) {
		size_t behind = match(t, text, at);

		if (behind > *past) {
			*past = behind;
			best = t;
		}
	}
	return best;
}

struct term *
lexicon_match(const struct lexicon *l, struct str text, size_t at, size_t end,
    size_t *past)
{
	struct str word = str_slice(text, at, end);
	struct term *exact, *small;

	*past = at;
	exact = longest(names_find(l->words, word), text, at, past);
	small = longest(find_small(l, word), text, at, past);
	return small ? small : exact;
}

static int
letter_order(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

static int
compare_terms(const void *a, const void *b)
{
	struct str s = (*(struct term *const *)a)->text;
	struct str t = (*(struct term *const *)b)->text;

	for (size_t i = 0; i < s.n && i < t.n; i++) {
		int difference = letter_order(s.s[i]) - letter_order(t.s[i]);

		if (difference != 0)
			return difference;
	}
	if (s.n != t.n)
		return s.n < t.n ? -1 : 1;
	return str_compare(s, t);
}

/* "ggz" and "GGZ" */
static bool
is_same(const struct term *a, const struct term *b)
{
	if (a->text.n != b->text.n || !str_eq(a->meaning, b->meaning))
		return false;
	for (size_t i = 0; i < a->text.n; i++)
		if (letter_order(a->text.s[i]) != letter_order(b->text.s[i]))
			return false;
	return true;
}

struct term **
lexicon_used(struct arena *arena, const struct lexicon *l, size_t *n)
{
	struct term **used = arena_array(arena, l->n + 1, sizeof *used);

	size_t all = 0;

	for (size_t i = 0; i < l->n; i++)
		if (l->terms[i]->used &&
		    l->terms[i]->meaning.n + l->terms[i]->more.n > 0)
			used[all++] = l->terms[i];
	qsort(used, all, sizeof *used, compare_terms);
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (i == 0 || !is_same(used[*n - 1], used[i]))
			used[(*n)++] = used[i];
	return used;
}
