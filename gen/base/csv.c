/* csv.c -- tables for a spreadsheet (RFC 4180), with semicolons */
#include "csv.h"

/*
 * A cell that begins with one of these would run as a formula in a
 * spreadsheet; behind an apostrophe it is text.
 */
static bool
is_formula(struct str s)
{
	return s.n && (s.s[0] == '=' || s.s[0] == '+' || s.s[0] == '-' ||
	    s.s[0] == '@' || s.s[0] == '\t' || s.s[0] == '\r');
}

void
csv_cell(struct buf *b, struct str s)
{
	if (b->n && b->s[b->n - 1] != '\n')
		buf_addc(b, ';');
	buf_addc(b, '"');
	if (is_formula(s))
		buf_addc(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '"')
			buf_addc(b, '"');
		buf_addc(b, s.s[i]);
	}
	buf_addc(b, '"');
}

/* Excel takes the bytes before it for UTF-8. */
void
csv_names(struct buf *b, const char *const *names)
{
	buf_adds(b, "\xef\xbb\xbf");
	for (size_t i = 0; names[i]; i++)
		buf_addf(b, "%s%s", i ? ";" : "", names[i]);
	csv_end(b);
}

void
csv_end(struct buf *b)
{
	buf_adds(b, "\r\n");
}
