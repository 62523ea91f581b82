/* names.c -- stage 4: something for each name: a hash table in an arena */
#include <stdint.h>

#include "names.h"

struct entry {
	struct str name;
	void *value;
};

/* Open addressing; at most half of the slots is taken. */
struct names {
	struct arena *arena;
	struct entry *entries;	/* in the order of arrival */
	size_t n;
	size_t *slots;		/* index in entries + 1, 0 is free */
	size_t room;		/* number of slots, a power of two */
};

enum { FIRST_ROOM = 64 };

struct names *
names_new(struct arena *arena)
{
	struct names *names = arena_alloc(arena, sizeof *names);

	names->arena = arena;
	names->room = FIRST_ROOM;
	names->slots = arena_array(arena, names->room, sizeof *names->slots);
	return names;
}

/* FNV-1a */
static size_t
hash(struct str name)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.s[i]) * 1099511628211u;
	return (size_t)(h ^ h >> 32);
}

/* The slot that holds the name, or the free one where it belongs. */
static size_t *
slot_of(const struct names *names, struct str name)
{
	size_t i = hash(name) & (names->room - 1);

	while (names->slots[i] != 0 &&
	    !str_eq(names->entries[names->slots[i] - 1].name, name))
		i = (i + 1) & (names->room - 1);
	return &names->slots[i];
}

static void
grow(struct names *names)
{
	names->room *= 2;
	names->slots = arena_array(names->arena, names->room,
	    sizeof *names->slots);
	for (size_t i = 0; i < names->n; i++)
		*slot_of(names, names->entries[i].name) = i + 1;
}

void **
names_slot(struct names *names, struct str name)
{
	size_t *slot = slot_of(names, name);

	if (*slot != 0)
		return &names->entries[*slot - 1].value;
	if (2 * names->n >= names->room) {
		grow(names);
		slot = slot_of(names, name);
	}
	names->entries = arena_grow(names->arena, names->entries, names->n,
	    sizeof *names->entries);
	names->entries[names->n++] = (struct entry){ name, NULL };
	*slot = names->n;
	return &names->entries[names->n - 1].value;
}

void *
names_find(const struct names *names, struct str name)
{
	size_t slot = *slot_of(names, name);

	return slot == 0 ? NULL : names->entries[slot - 1].value;
}

const char *
names_nearest(const struct names *names, struct str name)
{
	const char **list = arena_array(names->arena, names->n, sizeof *list);

	for (size_t i = 0; i < names->n; i++)
		list[i] = arena_cstr(names->arena, names->entries[i].name);
	return str_nearest(name, list, names->n);
}
