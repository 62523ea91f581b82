/* update.c -- stage 6: PDF objects as text */
#include "update.h"

#include <math.h>
#include <stdlib.h>

int
update_reserve(struct update *u, int count)
{
	int first = u->next_id;

	u->next_id += count;
	return first;
}

static void
add_entry(struct update *u, int id, size_t offset)
{
	u->entries = arena_grow(u->arena, u->entries, u->n,
	    sizeof *u->entries);
	u->entries[u->n++] = (struct object_entry){ id, offset };
}

void
update_begin(struct update *u, int id)
{
	add_entry(u, id, u->out->n);
	buf_addf(u->out, "%d 0 obj\n", id);
}

void
update_end(struct update *u)
{
	buf_adds(u->out, "\nendobj\n");
}

void
update_stream(struct update *u, int id, const char *keys, struct str data)
{
	update_begin(u, id);
	buf_addf(u->out, "<< %s /Length %zu >>\nstream\n", keys, data.n);
	buf_add(u->out, data);
	buf_adds(u->out, "\nendstream");
	update_end(u);
}

static int
compare_entries(const void *a, const void *b)
{
	return ((const struct object_entry *)a)->id -
	    ((const struct object_entry *)b)->id;
}

/* One subsection: the entries from i on whose numbers follow each other. */
static size_t
write_subsection(struct update *u, size_t i)
{
	size_t end = i + 1;

	while (end < u->n && u->entries[end].id == u->entries[end - 1].id + 1)
		end++;
	buf_addf(u->out, "%d %zu\n", u->entries[i].id, end - i);
	for (; i < end; i++)
		buf_addf(u->out, "%010zu 00000 n \n", u->entries[i].offset);
	return end;
}

void
update_close(struct update *u, const char *keys)
{
	size_t start = u->out->n;

	if (u->n)
		qsort(u->entries, u->n, sizeof *u->entries, compare_entries);
	buf_adds(u->out, "xref\n");
	for (size_t i = 0; i < u->n; )
		i = write_subsection(u, i);
	buf_addf(u->out, "trailer\n<< %s /Size %d >>\n"
	    "startxref\n%zu\n%%%%EOF\n", keys, u->next_id, start);
}

void
pdf_add_bytes(struct buf *b, struct str s)
{
	buf_addc(b, '(');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if (c == '(' || c == ')' || c == '\\')
			buf_addf(b, "\\%c", c);
		else if (c < 32 || c > 126)
			buf_addf(b, "\\%03o", c);
		else
			buf_addc(b, (char)c);
	}
	buf_addc(b, ')');
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.s[i] > 126)
			return false;
	return true;
}

void
pdf_add_text(struct buf *b, struct str s)
{
	unsigned c;

	if (is_ascii(s)) {
		pdf_add_bytes(b, s);
		return;
	}
	buf_adds(b, "<FEFF");
	for (size_t at = 0; at < s.n; ) {
		c = utf8_next(s, &at);
		if (c < 0x10000)
			buf_addf(b, "%04X", c);
		else
			buf_addf(b, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10),
			    0xDC00 + ((c - 0x10000) & 0x3FF));
	}
	buf_addc(b, '>');
}

void
pdf_add_number(struct buf *b, double x)
{
	long thousandths = lround(x * 1000);
	char sign[2] = "";

	if (thousandths < 0) {
		sign[0] = '-';
		thousandths = -thousandths;
	}
	buf_addf(b, "%s%ld", sign, thousandths / 1000);
	if (thousandths % 1000)
		buf_addf(b, ".%03ld", thousandths % 1000);
}
