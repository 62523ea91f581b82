/* length.c -- stage 4: sentences and paragraphs that are too long */
#include <string.h>

#include "checks.h"

/* What a reader at level B1 can take in. */
enum { MAX_WORDS = 30, MAX_PARAGRAPH = 150 };

/* They end in a full stop and the sentence goes on. */
static const char *const shortened[] = {
	"art", "bijv", "blz", "bv", "ca", "dhr", "dr", "drs", "excl", "ing",
	"inl", "ir", "jl", "lid", "max", "mevr", "min", "mr", "mw", "nr",
	"par", "pag", "prof", "red", "resp", "st", "vgl", "vs", "zgn",
};

static bool
has_letter(struct str word)
{
	size_t at = 0;
	unsigned c;

	while (at < word.n) {
		c = utf8_next(word, &at);
		if (is_word_letter(c) || (c >= '0' && c <= '9'))
			return true;
	}
	return false;
}

/* Without quotes and brackets behind it. */
static struct str
without_closers(struct str word)
{
	static const char *const closers[] = { "\"", "'", ")", "]", "»",
	    "”", "’" };
	bool again = true;

	while (again) {
		again = false;
		for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
			if (str_ends(word, closers[i])) {
				word.n -= strlen(closers[i]);
				again = true;
			}
	}
	return word;
}

/* word ends in a full stop: "art.", "o.a.", "J." */
static bool
is_shortened(struct str word)
{
	word.n--;
	while (word.n > 0 && (*word.s == '(' || *word.s == '['))
		word = str_slice(word, 1, word.n);
	if (word.n == 0)
		return false;
	if (word.n == 1 || str_find(word, ".", 0) < word.n)
		return true;
	for (size_t i = 0; i < sizeof shortened / sizeof *shortened; i++)
		if (str_is(word, shortened[i]))
			return true;
	return false;
}

/* Does a sentence end with word, if next comes behind it? */
static bool
ends_sentence(struct str word, struct str next)
{
	word = without_closers(word);
	if (str_ends(word, "!") || str_ends(word, "?") || str_ends(word, "…"))
		return next.n == 0 || next.s[0] < 'a' || next.s[0] > 'z';
	if (!str_ends(word, "."))
		return false;
	return next.n == 0 || ((next.s[0] < 'a' || next.s[0] > 'z') &&
	    !is_shortened(word));
}

struct count {
	size_t words, from;
};

/* Who fills in texts did not write them.  last: begin of the last word. */
static void
tell(struct checks *c, const struct passage *p, const struct count *text,
    size_t last, const struct diag_takes_1 *what)
{
	if (!passage_is_filled_in(p, text->from, last) && checks_may_tell(c))
		diag_at(c->diag, passage_place(p, text->from), what,
		    arena_printf(c->arena, "%zu", text->words).s);
}

void
check_length(struct checks *c, const struct passage *p)
{
	struct str text = buf_str(&p->text);
	struct count sentence = { 0, 0 }, all = { 0, 0 };
	struct word word, next;
	size_t at = 0, last = 0;
	bool more = word_next(text, &at, &word);

	all.from = word.from;
	for (; more; word = next) {
		more = word_next(text, &at, &next);
		if (sentence.words == 0)
			sentence.from = word.from;
		sentence.words += has_letter(word.text);
		all.words += has_letter(word.text);
		if (more && !ends_sentence(word.text, next.text))
			continue;
		if (sentence.words > MAX_WORDS)
			tell(c, p, &sentence, word.from, DIAG_LONG_SENTENCE);
		sentence.words = 0;
		last = word.from;
	}
	if (all.words > MAX_PARAGRAPH)
		tell(c, p, &all, last, DIAG_LONG_PARAGRAPH);
}
