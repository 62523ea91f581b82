/* arena.c -- ground floor: memory that is given back all at once */
#include "arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"

enum { BLOCK_SIZE = 64 * 1024 };

struct block {
	struct block *next;
	size_t used, size;
	max_align_t data[];
};

struct arena {
	struct block *first;	/* the one that new pieces come from */
};

struct arena *
arena_new(void)
{
	struct arena *a = xmalloc(sizeof *a);

	a->first = NULL;
	return a;
}

void
arena_free(struct arena *a)
{
	struct block *next;

	if (!a)
		return;
	for (struct block *b = a->first; b; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void
arena_adopt(struct arena *to, struct arena *from)
{
	struct block **end = &to->first;

	while (*end)
		end = &(*end)->next;
	*end = from->first;
	free(from);
}

static struct block *
block_new(size_t size)
{
	struct block *b;

	if (size > SIZE_MAX - sizeof *b)
		die("het geheugen is op");
	b = xmalloc(sizeof *b + size);
	b->used = 0;
	b->size = size;
	return b;
}

/* A large piece gets a block of its own, behind the current one. */
static void *
alloc_large(struct arena *a, size_t n)
{
	struct block *b = block_new(n);

	b->used = n;
	if (a->first) {
		b->next = a->first->next;
		a->first->next = b;
	} else {
		b->next = NULL;
		a->first = b;
	}
	return b->data;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	struct block *b = a->first;
	const size_t align = sizeof(max_align_t);
	void *p;

	if (n > SIZE_MAX - align)
		die("het geheugen is op");
	n = (n + align - 1) / align * align;
	if (n > BLOCK_SIZE / 4) {
		p = alloc_large(a, n);
	} else {
		if (!b || b->size - b->used < n) {
			b = block_new(BLOCK_SIZE);
			b->next = a->first;
			a->first = b;
		}
		p = (char *)b->data + b->used;
		b->used += n;
	}
	return memset(p, 0, n);
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		die("het geheugen is op");
	return arena_alloc(a, count * size);
}

struct str
arena_dup(struct arena *a, struct str s)
{
	return (struct str){ arena_cstr(a, s), s.n };
}

char *
arena_cstr(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n)
		memcpy(p, s.s, s.n);
	return p;
}

struct str
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	char *p;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		return STR("");
	p = arena_alloc(a, (size_t)n + 1);
	va_start(args, format);
	vsnprintf(p, (size_t)n + 1, format, args);
	va_end(args);
	return (struct str){ p, (size_t)n };
}

void *
arena_grow(struct arena *a, void *array, size_t count, size_t size)
{
	void *p;

	if (count & (count - 1))	/* not 0, 1, 2, 4 …: there is room */
		return array;
	p = arena_array(a, count ? 2 * count : 1, size);
	if (count)
		memcpy(p, array, count * size);
	return p;
}
