/* table.c -- stage 2, mark up: pipe tables in a paragraph's lines */
#include "markdown_private.h"

#include <string.h>

#include "../../base/diag.h"

/* Walks over the cells of a row. */
struct row {
	struct str line;	/* without the pipes at both ends */
	size_t at;		/* where the next cell begins */
	bool is_done;
	struct str cell;	/* the current one, without white space */
};

/* Offset of the next | that is not written as \|, or the end. */
static size_t
pipe_find(struct str s, size_t i)
{
	while (i < s.n && s.s[i] != '|')
		i += s.s[i] == '\\' ? 2 : 1;
	return i < s.n ? i : s.n;
}

static struct row
row_begin(struct str line)
{
	struct row row = { .line = str_trim(line) };

	if (str_starts(row.line, "|"))
		row.line = str_slice(row.line, 1, row.line.n);
	return row;
}

/* False behind the last cell; a pipe at the end of the line opens none. */
static bool
row_next(struct row *row)
{
	size_t end;

	if (row->is_done)
		return false;
	end = pipe_find(row->line, row->at);
	row->cell = str_trim(str_slice(row->line, row->at, end));
	row->at = end + 1;
	row->is_done = row->at >= row->line.n;
	return true;
}

static size_t
row_count(struct str line)
{
	struct row row = row_begin(line);
	size_t n = 0;

	while (row_next(&row))
		n++;
	return n;
}

/* ---, :---, ---: or :---: */
static bool
is_delimiter_cell(struct str s)
{
	size_t from = str_starts(s, ":"), to = s.n - (s.n && str_ends(s, ":"));

	if (from >= to)
		return false;
	for (size_t i = from; i < to; i++)
		if (s.s[i] != '-')
			return false;
	return true;
}

/* The line below the head: only dashes and colons between pipes. */
static bool
is_delimiter(struct str line)
{
	struct row row = row_begin(line);

	if (!memchr(line.s, '|', line.n))
		return false;
	while (row_next(&row))
		if (!is_delimiter_cell(row.cell))
			return false;
	return true;
}

/* The line with the delimiters, or 0. */
static unsigned
delimiter_line(struct fragment *f)
{
	for (unsigned i = f->leaf.line + 1; i <= f->leaf.last; i++)
		if (is_delimiter(leaf_line(f, i)) &&
		    memchr(leaf_line(f, i - 1).s, '|', leaf_line(f, i - 1).n))
			return i;
	return 0;
}

bool
table_is_at(struct fragment *f)
{
	return delimiter_line(f) != 0;
}

static struct loc
row_place(struct fragment *f, unsigned line)
{
	return fragment_place(f, line, leaf_column(f, line));
}

/* A class, so that the house style decides; nothing if it is on the left. */
static const char *
align_attribute(struct str delimiter)
{
	if (!str_ends(delimiter, ":"))
		return "";
	return str_starts(delimiter, ":") ? " class=\"midden\"" :
	    " class=\"rechts\"";
}

static void
write_row(struct fragment *f, unsigned line, unsigned delimiter)
{
	struct str text = leaf_line(f, line);
	struct row row = row_begin(text);
	struct row column = row_begin(leaf_line(f, delimiter));
	const char *start = source_line(f->text, line).s;
	const char *name = line < delimiter ? "th" : "td";

	fragment_trace(f, row_place(f, line));
	buf_adds(&f->out, "<tr>");
	while (row_next(&row) && row_next(&column)) {
		buf_addf(&f->out, "<%s%s%s>", name,
		    line < delimiter ? " scope=\"col\"" : "",
		    align_attribute(column.cell));
		markdown_cell(f, row.cell, line,
		    (unsigned)(row.cell.s - start) + 1);
		buf_addf(&f->out, "</%s>", name);
	}
	buf_adds(&f->out, "</tr>\n");
}

/* Every row must have as many cells as the head; true if it does. */
static bool
check_row(struct fragment *f, unsigned line, size_t columns)
{
	size_t n = row_count(leaf_line(f, line));
	struct arena *a = f->md->arena;

	if (n == columns)
		return true;
	fault_at(f->md, row_place(f, line), DIAG_TABLE_CELLS,
	    arena_printf(a, "%zu", n).s, arena_printf(a, "%zu", columns).s);
	return false;
}

void
table_write(struct fragment *f)
{
	unsigned delimiter = delimiter_line(f), head = delimiter - 1;
	unsigned last = f->leaf.last;
	size_t columns = row_count(leaf_line(f, head));

	if (head > f->leaf.line)
		fault_at(f->md, row_place(f, head), DIAG_TABLE_ABOVE);
	check_row(f, delimiter, columns);
	buf_adds(&f->out, "<thead>");
	write_row(f, head, delimiter);
	buf_adds(&f->out, "</thead>\n");
	if (delimiter == last)
		return;
	buf_adds(&f->out, "<tbody>\n");
	for (unsigned i = delimiter + 1; i <= last; i++)
		if (check_row(f, i, columns))
			write_row(f, i, delimiter);
	buf_adds(&f->out, "</tbody>\n");
}
