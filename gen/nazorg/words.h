/* words.h -- nazorg: the rows of words.def, which says what is in them */
#ifndef NAZORG_WORDS_H
#define NAZORG_WORDS_H

#include "../base/str.h"

struct arena;
struct value;

/* How far a recommendation is; STATUS_NONE: nothing has come back yet. */
enum status {
#define STATUS(id, ...) STATUS_##id,
#include "words.def"
	STATUS_COUNT
};

/* Where a gemeente stands on a day. */
enum phase {
#define PHASE(id, ...) PHASE_##id,
#include "words.def"
	PHASE_COUNT
};

enum letter_kind {
#define LETTER(id, ...) LETTER_##id,
#include "words.def"
	LETTER_KINDS,
	LETTER_NONE = LETTER_KINDS
};

enum stuk_kind {
#define STUK(id, ...) STUK_##id,
#include "words.def"
	STUK_KINDS
};

struct status_words {
	const char *name, *sign, *color, *choice;
	bool needs_reason;
};

struct phase_words {
	const char *name, *slug, *sign, *color;
};

struct letter_words {
	const char *name, *title, *file;
};

struct stuk_words {
	const char *name, *title;
};

extern const struct status_words status_words[STATUS_COUNT];
extern const struct phase_words phase_words[PHASE_COUNT];
extern const struct letter_words letter_words[LETTER_KINDS];
extern const struct stuk_words stuk_words[STUK_KINDS];

/*
 * The row with this name as in YAML.  Without one: the last of the statuses
 * or stukken (the schema lets no such name through), LETTER_NONE of letters.
 */
enum status status_find(struct str name);
enum letter_kind letter_find(struct str name);
enum stuk_kind stuk_find(struct str name);

/* Add to a map what templates show of a status: status, teken, klasse. */
void status_show(struct arena *, struct value *map, enum status);

/*
 * Add to a map what a gemeente may choose from, as the list
 *	keuzes		status, naam (for people), reden (it needs one)
 */
void status_choices(struct arena *, struct value *map);

#endif
