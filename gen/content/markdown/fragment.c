/* fragment.c -- stage 2, mark up: lines of a text and their places */
#include "markdown_private.h"

#include <assert.h>

void
fragment_init(struct fragment *f, struct markdown *md, struct str text,
    unsigned first, const long *shifts)
{
	const struct source *src = md->value->loc.src;

	*f = (struct fragment){ .md = md, .first = first, .shifts = shifts };
	f->text = source_from_text(md->arena, md->diag, src ? src->path : "",
	    text);
	assert(f->text);
}

void
fragment_release(struct fragment *f)
{
	buf_release(&f->out);
}

void
fragment_trace(struct fragment *f, struct loc loc)
{
	trace_add(f->md->arena, &f->trace, f->out.n, loc);
}

/* Code points before the byte at offset n of a line of the value's text. */
static unsigned
count_before(struct fragment *f, unsigned line, size_t n)
{
	struct str s = source_line(f->md->text, line);
	struct count *c = &f->count;

	if (n > s.n)
		n = s.n;
	if (c->line != line || c->bytes > n)
		*c = (struct count){ .line = line };
	c->points += (unsigned)utf8_count(str_slice(s, c->bytes, n));
	c->bytes = n;
	return c->points;
}

/* True if the scalar at loc stands between quotes. */
static bool
is_quoted(struct loc loc)
{
	struct str line = source_line(loc.src, loc.line);
	size_t at = source_offset(loc.src, loc.line, loc.column) -
	    (loc.line ? loc.src->starts[loc.line - 1] : 0);

	return at < line.n && (line.s[at] == '"' || line.s[at] == '\'');
}

/*
 * Exact for block scalars and for the first line of others; lines of a folded
 * scalar are not those of the file, so there it is the scalar as a whole.
 */
struct loc
fragment_place(struct fragment *f, unsigned line, long column)
{
	struct markdown *md = f->md;
	struct loc loc = md->value->loc;
	unsigned before;

	if (line < 1 || line > f->text->lines || !loc.src)
		return loc;
	if (f->shifts)
		column += f->shifts[line - 1];
	line += f->first - 1;
	before = count_before(f, line, column > 1 ? (size_t)column - 1 : 0);
	if (md->value->literal)
		return (struct loc){ loc.src, loc.line + line,
			md->value->indent + 1 + before };
	if (line > 1)
		return loc;
	return loc_right(loc, before + is_quoted(loc));
}

/* Behind white space and as many > as there are block quotes. */
static size_t
marks_length(struct str line, unsigned quotes)
{
	size_t i = 0;

	while (i < line.n) {
		if (line.s[i] == '>' && quotes)
			quotes--;
		else if (line.s[i] != ' ' && line.s[i] != '\t')
			break;
		i++;
	}
	return i;
}

unsigned
leaf_column(struct fragment *f, unsigned line)
{
	struct leaf *leaf = &f->leaf;

	if (line <= leaf->line)
		return leaf->column;
	if (leaf->marked_line != line) {
		leaf->marked_line = line;
		leaf->marked_column = 1 + (unsigned)marks_length(
		    source_line(f->text, line), leaf->quotes);
	}
	return leaf->marked_column;
}

struct str
leaf_line(struct fragment *f, unsigned line)
{
	struct str s = source_line(f->text, line);

	return str_slice(s, leaf_column(f, line) - 1, s.n);
}
