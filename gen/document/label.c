/* label.c -- stage 4: the numbers before the items of a list */
#include "label.h"

#include <ctype.h>
#include <stdlib.h>

static long
number_of(const struct node *node, const char *name, long fallback)
{
	const struct str *value = node_attribute(node, name);
	char *end;
	long n;

	if (!value || value->n == 0)
		return fallback;
	n = strtol(value->s, &end, 10);
	return *end == '\0' && n > -1000000 && n < 1000000 ? n : fallback;
}

long
label_start(const struct node *list)
{
	return number_of(list, "start", 1);
}

long
label_value(const struct node *item, long next)
{
	return number_of(item, "value", next);
}

/* a … z, aa … */
static struct str
letters(struct arena *arena, long n, bool upper)
{
	char text[16];
	size_t at = sizeof text;

	for (; n > 0 && at > 0; n = (n - 1) / 26)
		text[--at] = (char)((upper ? 'A' : 'a') + (n - 1) % 26);
	return arena_dup(arena,
	    (struct str){ text + at, sizeof text - at });
}

static struct str
roman(struct arena *arena, long n, bool upper)
{
	static const struct { long value; const char *text; } parts[] = {
		{ 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" },
		{ 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" },
		{ 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
	};
	char text[32];
	size_t at = 0;

	for (size_t i = 0; n > 0; i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			for (const char *s = parts[i].text; *s != '\0'; s++)
				text[at++] = (char)(upper ? toupper(*s) : *s);
	return arena_dup(arena, (struct str){ text, at });
}

struct str
label_number(struct arena *arena, const struct node *list, long number)
{
	const struct str *attribute = node_attribute(list, "type");
	char type = attribute && attribute->n == 1 ?
	    attribute->s[0] : '1';
	struct str text;

	if ((type == 'a' || type == 'A') && number > 0)
		text = letters(arena, number, type == 'A');
	else if ((type == 'i' || type == 'I') && number > 0 && number < 4000)
		text = roman(arena, number, type == 'I');
	else
		text = arena_printf(arena, "%ld", number);
	return arena_printf(arena, "%s.", text.s);
}

struct str
label_roman(struct arena *arena, long number)
{
	return number > 0 && number < 4000 ? roman(arena, number, false) :
	    arena_printf(arena, "%ld", number);
}
