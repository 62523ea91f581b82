/* lines.c -- stage 5a: words -> lines of plain text */
#include "lines.h"

#include <string.h>

/* Signs that are there for the breaking of lines. */
static const struct {
	const char *sign;
	const char *text;
} break_signs[] = {
	{ "\u00A0", " " },	/* no-break space */
	{ "\u00AD", "" },	/* soft hyphen */
	{ "\u200B", "" },	/* zero width space */
	{ "\u2011", "-" },	/* non-breaking hyphen */
	{ "\u202F", " " },	/* narrow no-break space */
	{ "\u2060", "" },	/* word joiner */
};

/* A mark is on its line: what it stands before can make no gap behind it. */
void
lines_gap(struct lines *l, enum gap gap)
{
	l->spaces = l->flat ? 1 : 0;
	if (!l->flat && l->mark.text.n == 0)
		l->gap = gap;
}

static void
begin_line(struct lines *l)
{
	if (l->begun && l->gap != GAP_NONE)
		buf_adds(l->out, l->gap == GAP_BLANK ? "\n\n" : "\n");
	for (int i = l->mark.steps; i < l->indent; i++)
		buf_adds(l->out, "  ");
	buf_add(l->out, l->mark.text);
	l->mark = (struct mark){ .steps = 0 };
	l->gap = GAP_NONE;
	l->begun = true;
	if (!l->exact)
		l->spaces = 0;
}

static void
add_exactly(struct lines *l, struct str s)
{
	if (!l->begun || l->gap != GAP_NONE)
		begin_line(l);
	for (; l->spaces > 0; l->spaces--)
		buf_addc(l->out, ' ');
	buf_add(l->out, s);
}

/* Two line ends are a blank line. */
static void
add_line_end(struct lines *l)
{
	l->gap = l->gap == GAP_NONE ? GAP_LINE : GAP_BLANK;
	l->spaces = 0;
}

static void
add_white(struct lines *l, char c)
{
	if (!l->exact || l->flat)
		l->spaces = 1;
	else if (c == '\n')
		add_line_end(l);
	else
		l->spaces++;
}

/* The length of the sign for breaking at the begin of s, 0 if it is none. */
static size_t
break_sign(struct str s, const char **text)
{
	size_t n = sizeof break_signs / sizeof *break_signs;

	if ((unsigned char)s.s[0] < 0x80)
		return 0;
	for (size_t i = 0; i < n; i++) {
		*text = break_signs[i].text;
		if (str_starts(s, break_signs[i].sign))
			return strlen(break_signs[i].sign);
	}
	return 0;
}

static void
add_byte(struct lines *l, char c)
{
	if (strchr(" \n\t\r\f", c))
		add_white(l, c);
	else
		add_exactly(l, (struct str){ &c, 1 });
}

void
lines_add(struct lines *l, struct str s)
{
	const char *text;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = break_sign(str_slice(s, i, s.n), &text);
		for (; n > 0 && *text != '\0'; text++)
			add_byte(l, *text);
		if (n == 0)
			add_byte(l, s.s[i + n++]);
	}
}

void
lines_add_block(struct lines *l, struct str block)
{
	size_t end;

	if (l->flat) {
		lines_add(l, block);
		return;
	}
	for (size_t from = 0; from < block.n; from = end + 1) {
		end = str_find(block, "\n", from);
		if (end == (size_t)-1)
			end = block.n;
		if (from > 0)
			add_line_end(l);
		if (end > from)
			add_exactly(l, str_slice(block, from, end));
	}
}
