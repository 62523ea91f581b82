/* counts.c -- stage 4: counts that differ from those of the report */
#include "../../content/value/dutch.h"
#include "checks.h"

enum {
	MAX_WORD_NUMBER = 200,	/* higher ones are written in figures */
	WINDOW = 5		/* "van de acht onderzochte dossiers" */
};

static struct names *
number_words(struct checks *c)
{
	struct names *names = names_new(c->arena);

	for (unsigned i = 1; i <= MAX_WORD_NUMBER; i++) {
		unsigned *n = arena_alloc(c->arena, sizeof *n);

		*n = i;
		*names_slot(names, dutch_count(c->arena, i)) = n;
	}
	return names;
}

/* A number in figures or in words, 0 if it is none. */
static unsigned
read_number(struct checks *c, struct str word)
{
	unsigned n = 0;
	const unsigned *known;

	for (size_t i = 0; i < word.n && i < 6; i++) {
		if (word.s[i] < '0' || word.s[i] > '9') {
			n = 0;
			break;
		}
		n = 10 * n + (unsigned)(word.s[i] - '0');
	}
	if (n > 0)
		return n;
	if (!c->numbers)
		c->numbers = number_words(c);
	known = names_find(c->numbers, word);
	return known ? *known : 0;
}

/* Without what is no letter or figure behind it. */
static struct str
bare(struct str word)
{
	while (word.n > 0 && (unsigned char)word.s[word.n - 1] < 0x80 &&
	    !is_word_letter((unsigned char)word.s[word.n - 1]) &&
	    (word.s[word.n - 1] < '0' || word.s[word.n - 1] > '9'))
		word.n--;
	return word;
}

/* words: the last WINDOW of them, oldest first, "dossiers" at the end. */
static void
check_total(struct checks *c, const struct passage *p,
    const struct word words[WINDOW], unsigned total)
{
	for (int i = WINDOW - 2; i >= WINDOW - 3; i--) {
		unsigned n;

		if (!str_is(words[i - 1].text, "de") ||
		    (!str_is(words[i - 2].text, "van") &&
		    !str_is(words[i - 2].text, "Van")))
			continue;
		n = read_number(c, words[i].text);
		if (n == 0 || n == total || !checks_may_tell(c))
			continue;
		diag_at(c->diag, passage_place(p, words[i].from),
		    DIAG_COUNT_DIFFERS, arena_cstr(c->arena, words[i].text),
		    arena_printf(c->arena, "%u", total).s);
	}
}

void
check_counts(struct checks *c, const struct passage *p)
{
	const struct value *dossiers = value_find(c->data, "dossiers");
	struct word words[WINDOW] = { { STR(""), 0 } };
	size_t at = 0;

	if (!dossiers || dossiers->kind != VALUE_NUMBER ||
	    !(dossiers->number >= 1 && dossiers->number <= DUTCH_MAX))
		return;
	while (word_next(buf_str(&p->text), &at, &words[WINDOW - 1])) {
		if (str_is(bare(words[WINDOW - 1].text), "dossiers"))
			check_total(c, p, words, (unsigned)dossiers->number);
		for (int i = 0; i + 1 < WINDOW; i++)
			words[i] = words[i + 1];
	}
}
