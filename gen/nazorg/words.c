/* words.c -- nazorg: the rows of words.def */
#include "words.h"

#include "../content/value/tree.h"

const struct status_words status_words[] = {
#define STATUS(id, ...) [STATUS_##id] = { __VA_ARGS__ },
#include "words.def"
};

const struct phase_words phase_words[] = {
#define PHASE(id, ...) [PHASE_##id] = { __VA_ARGS__ },
#include "words.def"
};

const struct letter_words letter_words[] = {
#define LETTER(id, ...) [LETTER_##id] = { __VA_ARGS__ },
#include "words.def"
};

const struct stuk_words stuk_words[] = {
#define STUK(id, ...) [STUK_##id] = { __VA_ARGS__ },
#include "words.def"
};

enum status
status_find(struct str name)
{
	unsigned i = STATUS_NONE + 1;	/* which no file says */

	while (i < STATUS_COUNT - 1 && !str_is(name, status_words[i].name))
		i++;
	return i;
}

enum letter_kind
letter_find(struct str name)
{
	unsigned i = 0;

	while (i < LETTER_KINDS && !str_is(name, letter_words[i].name))
		i++;
	return i;
}

enum stuk_kind
stuk_find(struct str name)
{
	unsigned i = 0;

	while (i < STUK_KINDS - 1 && !str_is(name, stuk_words[i].name))
		i++;
	return i;
}

void
status_show(struct arena *a, struct value *map, enum status status)
{
	const struct status_words *words = &status_words[status];

	tree_text(a, map, "status", str_from(words->name));
	tree_text(a, map, "teken", str_from(words->sign));
	tree_text(a, map, "klasse", str_from(words->sign));
}

void
status_choices(struct arena *a, struct value *map)
{
	struct value *list = tree_list(a, map, "keuzes"), *item;

	for (size_t i = 0; i < STATUS_COUNT; i++) {
		const struct status_words *words = &status_words[i];

		if (!*words->choice)
			continue;
		item = tree_add(a, list);
		tree_text(a, item, "status", str_from(words->name));
		tree_text(a, item, "naam", str_from(words->choice));
		tree_bool(a, item, "reden", words->needs_reason);
	}
}
