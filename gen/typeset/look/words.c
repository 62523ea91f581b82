/* words.c -- stage 5b: a hash table of words, open addressing */
#include "words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/die.h"

enum { FIRST_ROOM = 1024 };	/* a power of two */

struct entry {
	struct str word;	/* s is NULL: free */
	uint32_t hash;
	void *value;
};

struct words {
	struct arena *arena;
	struct entry *entries;
	size_t n, room;		/* room is a power of two */
};

static struct entry *
new_entries(size_t room)
{
	struct entry *e = xmalloc(room * sizeof *e);

	return memset(e, 0, room * sizeof *e);
}

struct words *
words_new(struct arena *a)
{
	struct words *w = xmalloc(sizeof *w);

	w->arena = a;
	w->n = 0;
	w->room = FIRST_ROOM;
	w->entries = new_entries(w->room);
	return w;
}

void
words_free(struct words *w)
{
	if (!w)
		return;
	free(w->entries);
	free(w);
}

/* FNV-1a, with the bits stirred since only the lower ones are used. */
static uint32_t
hash_of(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.s[i]) * 16777619u;
	return h ^ h >> 16;
}

/* Where word stands, or the free entry where it would come. */
static struct entry *
find(const struct words *w, struct str word, uint32_t hash)
{
	size_t i = hash & (w->room - 1);

	while (w->entries[i].word.s && (w->entries[i].hash != hash ||
	    !str_eq(w->entries[i].word, word)))
		i = (i + 1) & (w->room - 1);
	return &w->entries[i];
}

static void
grow(struct words *w)
{
	struct entry *old = w->entries;
	size_t n = w->room;

	w->room *= 2;
	w->entries = new_entries(w->room);
	for (size_t i = 0; i < n; i++)
		if (old[i].word.s)
			*find(w, old[i].word, old[i].hash) = old[i];
	free(old);
}

void **
words_slot(struct words *w, struct str word)
{
	uint32_t hash = hash_of(word);
	struct entry *e = find(w, word, hash);

	if (e->word.s)
		return &e->value;
	if (++w->n * 4 > w->room * 3) {
		grow(w);
		e = find(w, word, hash);
	}
	e->word = arena_dup(w->arena, word);
	e->hash = hash;
	return &e->value;
}
