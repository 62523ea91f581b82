/*
 * notes.c -- stage 2, mark up: footnotes, before libcmark sees them
 *
 * libcmark has no footnotes, and takes "[^1]: www.x.nl" for the address of a
 * link.  So the definitions are cut out line by line beforehand, and each is
 * parsed by itself when it is called.
 */
#include "markdown_private.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/diag.h"

enum {
	INDENT_MIN = 2,		/* of a line that continues a note */
	HINT_MAX = 200		/* notes to compare an unknown one with */
};

/* A block of code between lines of ``` or ~~~. */
struct fence {
	char mark;		/* 0: outside */
	size_t n;
};

/* The head of a definition. */
struct head {
	size_t indent;		/* bytes before [ */
	struct str id;
	size_t end;		/* just behind the colon */
};

static size_t
indent_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && (line.s[n] == ' ' || line.s[n] == '\t'))
		n++;
	return n;
}

static size_t
count_of(struct str s, char c)
{
	size_t n = 0;

	while (n < s.n && s.s[n] == c)
		n++;
	return n;
}

/* Keep track of code; true if this line belongs to it. */
static bool
fence_step(struct fence *fence, struct str line)
{
	struct str s = str_trim(line);
	char mark = s.n ? s.s[0] : ' ';
	size_t n = count_of(s, mark);

	if (fence->mark) {
		if (mark == fence->mark && n >= fence->n && n == s.n)
			fence->mark = 0;
		return true;
	}
	if ((mark != '`' && mark != '~') || n < 3)
		return false;
	if (mark == '`' && memchr(s.s + n, '`', s.n - n))
		return false;	/* code within a line */
	*fence = (struct fence){ mark, n };
	return true;
}

/* "[^id]:" behind from bytes of a line. */
static bool
head_parse(struct str line, size_t from, struct head *head)
{
	size_t end = from + 2;

	if (!str_starts(str_slice(line, from, line.n), "[^"))
		return false;
	while (end < line.n && line.s[end] != ']' && line.s[end] != '[')
		end++;
	if (end == from + 2 || end + 1 >= line.n || line.s[end] != ']' ||
	    line.s[end + 1] != ':')
		return false;
	*head = (struct head){ from, str_slice(line, from + 2, end), end + 2 };
	return true;
}

static bool
is_head(struct str line)
{
	struct head head;

	return head_parse(line, indent_of(line), &head);
}

/* True if a line cannot just go on with the paragraph above it. */
static bool
is_block_start(struct str line)
{
	size_t n;

	if (!line.n)
		return true;
	if (strchr("#>|", line.s[0]) || str_starts(line, "```") ||
	    str_starts(line, "~~~"))
		return true;
	if (strchr("-+*", line.s[0]))
		return line.n == 1 || line.s[1] == ' ' || line.s[1] == '-';
	for (n = 0; n < line.n && line.s[n] >= '0' && line.s[n] <= '9'; n++)
		;
	return n && n + 1 < line.n && strchr(".)", line.s[n]) &&
	    line.s[n + 1] == ' ';
}

/*
 * The line just behind the note that begins at line.  Its paragraph goes on
 * until a blank line, as any other; behind that, lines that are indented
 * belong to the note.
 */
static unsigned
note_end(const struct source *text, unsigned line, size_t indent)
{
	unsigned end = line + 1;
	bool is_blank = false;

	for (unsigned i = line + 1; i <= text->lines; i++) {
		struct str s = source_line(text, i);
		size_t n = indent_of(s);

		if (n == s.n) {
			is_blank = true;
			continue;
		}
		if (is_head(s))
			break;
		if (n < indent + INDENT_MIN &&
		    (is_blank || is_block_start(str_slice(s, n, s.n))))
			break;
		end = i + 1;
	}
	return end;
}

/* The indentation of the first line below the head that has one. */
static size_t
body_indent(const struct source *text, unsigned line, unsigned end,
    size_t indent)
{
	for (unsigned i = line + 1; i < end; i++) {
		struct str s = source_line(text, i);
		size_t n = indent_of(s);

		if (n < s.n && n >= indent + INDENT_MIN)
			return n;
	}
	return 0;
}

/* Take the body, lines line … end - 1, without head and indentation. */
static void
note_read(struct markdown *md, struct note *note, const struct head *head,
    unsigned end)
{
	struct buf body = BUF_INIT;
	long *shifts = arena_array(md->arena, end - note->line,
	    sizeof *shifts);
	size_t indent = body_indent(md->text, note->line, end, head->indent);

	for (unsigned i = note->line; i < end; i++) {
		struct str s = source_line(md->text, i);
		size_t cut = indent_of(s) < indent ? indent_of(s) : indent;

		if (i == note->line) {
			cut = head->end;
			cut += indent_of(str_slice(s, cut, s.n));
		}
		buf_add(&body, str_slice(s, cut, s.n));
		buf_addc(&body, '\n');
		shifts[i - note->line] = (long)cut;
	}
	note->body = buf_detach(&body, md->arena);
	note->shifts = shifts;
}

static struct loc
line_place(struct markdown *md, unsigned line, size_t indent)
{
	struct fragment f = { .md = md, .text = md->text, .first = 1 };

	return fragment_place(&f, line, (long)indent + 1);
}

static const char *
call_text(struct markdown *md, struct str id)
{
	return arena_printf(md->arena, "[^%.*s]", (int)id.n, id.s).s;
}

/* Several fields of one file may each have a [^1], so the place tells. */
static struct str
note_key(struct markdown *md, const struct note *note)
{
	struct loc loc = note->loc;

	return arena_printf(md->arena, "%s:%u:%u:%.*s",
	    loc.src ? loc.src->path : "", loc.line, loc.column,
	    (int)note->id.n, note->id.s);
}

static void
note_add(struct markdown *md, const struct head *head, unsigned line,
    unsigned end)
{
	struct notes *notes = &md->notes;
	struct note *note;

	notes->items = arena_grow(md->arena, notes->items, notes->n,
	    sizeof *notes->items);
	note = &notes->items[notes->n++];
	*note = (struct note){ .id = head->id, .line = line };
	note->loc = line_place(md, line, head->indent);
	note->key = note_key(md, note);
	note_read(md, note, head, end);
	if (!str_trim(note->body).n)
		fault_at(md, note->loc, DIAG_MD_NOTE_EMPTY,
		    call_text(md, note->id));
}

/* A definition in a block quote: libcmark would make a link of it. */
static void
check_quoted(struct markdown *md, struct str line, unsigned number)
{
	struct head head;
	size_t i = indent_of(line);

	if (i == line.n || line.s[i] != '>')
		return;
	while (i < line.n && strchr("> \t", line.s[i]))
		i++;
	if (head_parse(line, i, &head))
		fault_at(md, line_place(md, number, i), DIAG_MD_NOTE_QUOTED,
		    call_text(md, head.id));
}

static int
compare_notes(const void *a, const void *b)
{
	const struct note *n = a, *m = b;
	int c = str_compare(n->id, m->id);

	return c ? c : (n->line > m->line) - (n->line < m->line);
}

/* Report the second of two notes with one id, and forget it. */
static void
drop_doubles(struct markdown *md)
{
	struct notes *notes = &md->notes;
	size_t n = 0;

	for (size_t i = 0; i < notes->n; i++) {
		struct note *note = &notes->items[i];

		if (n && str_eq(notes->items[n - 1].id, note->id)) {
			fault_at(md, note->loc, DIAG_MD_NOTE_TWICE,
			    call_text(md, note->id));
			diag_at(md->diag, notes->items[n - 1].loc,
			    DIAG_MD_NOTE_FIRST);
			continue;
		}
		notes->items[n++] = *note;
	}
	notes->n = n;
}

/* Make lines first … end - 1 blank. */
static void
blank(const struct source *src, char *text, unsigned first, unsigned end)
{
	for (unsigned i = first; i < end; i++)
		memset(text + src->starts[i - 1], ' ',
		    source_line(src, i).n);
}

void
notes_split(struct markdown *md, char *text)
{
	struct fence fence = { 0 };
	struct head head;

	for (unsigned i = 1, end; i <= md->text->lines; i = end) {
		struct str line = source_line(md->text, i);

		end = i + 1;
		if (fence_step(&fence, line))
			continue;
		if (!head_parse(line, indent_of(line), &head)) {
			check_quoted(md, line, i);
			continue;
		}
		end = note_end(md->text, i, head.indent);
		note_add(md, &head, i, end);
		blank(md->text, text, i, end);
	}
	if (md->notes.n)
		qsort(md->notes.items, md->notes.n, sizeof *md->notes.items,
		    compare_notes);
	drop_doubles(md);
}

static int
compare_id(const void *id, const void *note)
{
	return str_compare(*(const struct str *)id,
	    ((const struct note *)note)->id);
}

struct note *
notes_find(const struct notes *notes, struct str id)
{
	if (!notes->n)
		return NULL;
	return bsearch(&id, notes->items, notes->n, sizeof *notes->items,
	    compare_id);
}

void
notes_unknown(struct markdown *md, struct loc loc, struct str id)
{
	const char *names[HINT_MAX], *hint;
	size_t n = md->notes.n < HINT_MAX ? md->notes.n : HINT_MAX;

	for (size_t i = 0; i < n; i++)
		names[i] = arena_cstr(md->arena, md->notes.items[i].id);
	hint = str_nearest(id, names, n);
	fault_at(md, loc, DIAG_MD_NOTE_UNDEFINED, call_text(md, id),
	    hint ? call_text(md, str_from(hint)) : "");
}

void
notes_finish(struct markdown *md)
{
	for (size_t i = 0; i < md->notes.n; i++) {
		const struct note *note = &md->notes.items[i];

		if (!note->is_called)
			fault_at(md, note->loc, DIAG_MD_NOTE_UNUSED,
			    call_text(md, note->id));
	}
}
