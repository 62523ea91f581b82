/* inline.c -- stage 2, mark up: the running text of one block */
#include "markdown_private.h"

#include <string.h>

#include "../../base/diag.h"
#include "typography.h"

enum { ENTITY_MAX = 40 };	/* bytes; longer than any name */

void
inline_init(struct inline_text *t, struct fragment *f)
{
	*t = (struct inline_text){ .fragment = f };
}

void
inline_release(struct inline_text *t)
{
	buf_release(&t->text);
	buf_release(&t->literal);
}

static void
insert_add(struct inline_text *t, struct insert insert)
{
	struct arena *a = t->fragment->md->arena;

	insert.offset = t->text.n;
	t->inserts = arena_grow(a, t->inserts, t->n, sizeof *t->inserts);
	t->inserts[t->n++] = insert;
}

void
inline_add_markup(struct inline_text *t, struct str markup, struct loc loc)
{
	insert_add(t, (struct insert){ .markup = markup, .loc = loc });
}

static void
append(struct inline_text *t, struct str text, bool is_literal)
{
	buf_add(&t->text, text);
	for (size_t i = 0; i < text.n; i++)
		buf_addc(&t->literal, is_literal ? 1 : 0);
}

void
inline_add_literal(struct inline_text *t, struct str text, struct loc loc)
{
	inline_add_markup(t, STR(""), loc);
	append(t, text, true);
}

void
inline_add_newline(struct inline_text *t)
{
	append(t, STR("\n"), false);
}

/*
 * libcmark's text beside the source that it was made of.  They differ where
 * the source has an escape (\*) or an entity (&amp;).
 */
struct reader {
	struct inline_text *to;
	struct str text, source;
	size_t at, source_at;	/* in text and in source */
	unsigned line, column;	/* of the source */
	struct loc loc;		/* of all of it; src NULL: see line, column */
};

static struct loc
reader_place(const struct reader *r)
{
	if (r->loc.src)
		return r->loc;
	return fragment_place(r->to->fragment, r->line,
	    (long)(r->column + r->source_at));
}

static bool
is_entity_name(char c)
{
	return c == '#' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

/* Length of the entity at i, such as &amp; or &#8364;, or 0. */
static size_t
entity_length(struct str s, size_t i)
{
	size_t n = 1;

	if (i >= s.n || s.s[i] != '&')
		return 0;
	while (i + n < s.n && n < ENTITY_MAX && is_entity_name(s.s[i + n]))
		n++;
	return n > 1 && i + n < s.n && s.s[i + n] == ';' ? n + 1 : 0;
}

/*
 * Step over one character; true if it was written as an escape, so that it
 * means nothing but itself.
 */
static bool
reader_step(struct reader *r)
{
	struct str s = r->source;
	size_t start = r->at, i = r->source_at, n = entity_length(s, i);
	char c = r->text.s[start];

	utf8_next(r->text, &r->at);
	if (i + 1 < s.n && s.s[i] == '\\' && s.s[i + 1] == c) {
		r->source_at += 2;
		return true;
	}
	/* an entity that libcmark does not know stays as it was written */
	if (n && !str_eq(str_slice(s, i, i + n),
	    str_slice(r->text, start, start + n))) {
		r->source_at += n;
		return true;
	}
	r->source_at += r->at - start;
	return false;
}

/* Step behind end (which is there), in the source as well. */
static void
reader_skip(struct reader *r, size_t end)
{
	const char *mark = r->text.s[end - 1] == ']' ? "]" : "}}";
	size_t i = str_find(r->source, mark, r->source_at);

	if (i != (size_t)-1)
		r->source_at = i + strlen(mark);
	else
		r->source_at += end - r->at;
	r->at = end;
}

/* True if what comes next is opening, and was not written as an escape. */
static bool
reader_sees(const struct reader *r, const char *opening)
{
	struct str source = str_slice(r->source, r->source_at, r->source.n);

	return str_starts(str_slice(r->text, r->at, r->text.n), opening) &&
	    !str_starts(source, "\\") &&
	    !(source.n > 1 && source.s[1] == '\\');
}

/* The end of the call [^id] that is next, or 0. */
static size_t
call_end(const struct reader *r)
{
	size_t i = r->at + 2;

	if (!reader_sees(r, "[^"))
		return 0;
	while (i < r->text.n && r->text.s[i] != ']' && r->text.s[i] != '[')
		i++;
	if (i >= r->text.n || r->text.s[i] != ']' || i == r->at + 2)
		return 0;
	return i + 1;
}

/* The first call of a note brings its text, a later one just its key. */
static void
note_write(struct inline_text *t, struct note *note, struct loc loc)
{
	struct markdown *md = t->fragment->md;
	struct buf open = BUF_INIT;
	struct insert body = { .loc = loc };
	struct trace *trace;

	buf_adds(&open, "<ts-noot key=\"");
	buf_add_escaped(&open, note->key);
	buf_adds(&open, "\">");
	inline_add_markup(t, buf_detach(&open, md->arena), loc);
	if (!note->is_called) {
		note->is_called = true;
		trace = arena_alloc(md->arena, sizeof *trace);
		body.markup = markdown_note(md, note, trace);
		body.trace = trace;
		insert_add(t, body);
	}
	inline_add_markup(t, STR("</ts-noot>"), loc);
}

static void
call_read(struct reader *r, size_t end)
{
	struct fragment *f = r->to->fragment;
	struct str id = str_slice(r->text, r->at + 2, end - 1);
	struct note *note = notes_find(&f->md->notes, id);
	struct loc loc = reader_place(r);

	reader_skip(r, end);
	if (!note) {
		notes_unknown(f->md, loc, id);
		return;
	}
	if (!f->is_note && !f->links) {
		note_write(r->to, note, loc);
		return;
	}
	note->is_called = true;
	fault_at(f->md, loc, f->is_note ? DIAG_MD_NOTE_IN_NOTE :
	    DIAG_MD_NOTE_IN_LINK);
}

/* Put in the value of the variable that is next. */
static void
variable_read(struct reader *r)
{
	struct markdown *md = r->to->fragment->md;
	struct loc loc = reader_place(r);
	size_t end = str_find(r->text, "}}", r->at);
	struct str tag, text;

	if (end == (size_t)-1) {
		fault_at(md, loc, DIAG_VARIABLE_OPEN);
		r->at = r->text.n;
		return;
	}
	tag = str_slice(r->text, r->at + 2, end);
	reader_skip(r, end + 2);
	if (variable_text(md, loc, tag, &text))
		inline_add_literal(r->to, text, loc);
	inline_add_markup(r->to, STR(""), reader_place(r));
}

/* Length of what comes next and is the same in text and source. */
static size_t
plain_length(const struct reader *r)
{
	size_t n = 0;

	for (; r->at + n < r->text.n && r->source_at + n < r->source.n; n++) {
		char c = r->text.s[r->at + n];

		if (c != r->source.s[r->source_at + n] ||
		    c == '[' || c == '{' || c == '&' || c == '\\')
			break;
	}
	return n;
}

/* Take text up to something special, or one character if that is next. */
static void
plain_read(struct reader *r)
{
	size_t start = r->at, n = plain_length(r);
	bool is_escaped = false;

	r->at += n;
	r->source_at += n;
	if (!n)
		is_escaped = reader_step(r);
	append(r->to, str_slice(r->text, start, r->at), is_escaped);
}

static void
read_all(struct reader *r)
{
	bool has_variables = r->to->fragment->md->options->variables;
	size_t end;

	inline_add_markup(r->to, STR(""), reader_place(r));
	while (r->at < r->text.n) {
		end = call_end(r);
		if (end)
			call_read(r, end);
		else if (has_variables && reader_sees(r, "{{"))
			variable_read(r);
		else
			plain_read(r);
	}
}

void
inline_add(struct inline_text *t, struct str text, unsigned line,
    unsigned column)
{
	struct str source = source_line(t->fragment->text, line);
	struct reader r = { .to = t, .text = text, .line = line,
		.column = column };

	r.source = str_slice(source, column - 1, source.n);
	while (t->skip && r.at < text.n) {
		reader_step(&r);
		t->skip--;
	}
	read_all(&r);
}

void
inline_add_words(struct inline_text *t, struct str words, struct loc loc)
{
	struct reader r = { .to = t, .text = words, .source = words,
		.loc = loc };

	read_all(&r);
}

static void
write_insert(const struct inline_text *t, const struct insert *in,
    struct buf *out, struct trace *trace)
{
	struct arena *a = t->fragment->md->arena;

	if (in->trace)
		for (size_t i = 0; i < in->trace->n; i++)
			trace_add(a, trace,
			    out->n + in->trace->entries[i].offset,
			    in->trace->entries[i].loc);
	else if (in->loc.src)
		trace_add(a, trace, out->n, in->loc);
	buf_add(out, in->markup);
}

void
inline_write(const struct inline_text *t, struct buf *out,
    struct trace *trace)
{
	const struct markdown_options *o = t->fragment->md->options;
	const struct quotes quotes = { o->quote_open, o->quote_close,
		o->inner_open, o->inner_close };
	struct str text = buf_str(&t->text);
	struct edits edits = typography_edits(t->fragment->md->arena, text,
	    t->literal.s, &quotes);
	const struct edit *edit = edits.items;
	size_t i = 0, k = 0, next;

	for (;;) {
		bool is_edit = edit && edit < edits.items + edits.n;

		for (; k < t->n && t->inserts[k].offset <= i; k++)
			if (trace)
				write_insert(t, &t->inserts[k], out, trace);
		if (i == text.n)
			break;
		if (is_edit && edit->offset == i) {
			buf_add_escaped(out, edit->text);
			i += edit++->n;
			continue;
		}
		next = k < t->n ? t->inserts[k].offset : text.n;
		if (is_edit && edit->offset < next)
			next = edit->offset;
		buf_add_escaped(out, str_slice(text, i, next));
		i = next;
	}
}
