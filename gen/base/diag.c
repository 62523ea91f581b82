/* diag.c -- ground floor: collect messages, then print them in order */
#include "diag.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "die.h"

#define DIAG(id, level, n, text) \
	const struct diag_takes_##n DIAG_##id[1] = {{{ DIAG_##level, text }}};
#include "diag.def"
#undef DIAG

static const char *const level_names[] = {
	[DIAG_ERROR] = "error",
	[DIAG_WARNING] = "warning",
	[DIAG_NOTE] = "note",
};

struct message {
	const struct diag_row *row;
	char *path;		/* NULL: nowhere */
	unsigned line, column;
	char *text;
	char *source_line;	/* or the part around column; NULL: none */
	unsigned caret;		/* column of the place in source_line */
	size_t group;		/* a note has that of the message before it */
};

struct diag {
	struct message *messages;
	size_t n, room;
	size_t groups;
};

struct diag *
diag_new(void)
{
	struct diag *d = xmalloc(sizeof *d);

	*d = (struct diag){ 0 };
	return d;
}

static void
message_release(struct message *m)
{
	free(m->path);
	free(m->text);
	free(m->source_line);
}

void
diag_free(struct diag *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->n; i++)
		message_release(&d->messages[i]);
	free(d->messages);
	free(d);
}

static char *
copy(struct str s)
{
	char *p = xmalloc(s.n + 1);

	if (s.n)
		memcpy(p, s.s, s.n);
	p[s.n] = '\0';
	return p;
}

/*
 * A copy that a terminal shows and does not obey: no control characters but
 * the tab, each bad byte as U+FFFD.
 */
static char *
copy_visible(struct str s)
{
	struct buf b = BUF_INIT;
	char utf8[4], *p;
	size_t at = 0;
	unsigned c;

	while (at < s.n) {
		c = utf8_next(s, &at);
		if (c == '\n')
			c = ' ';
		else if ((c < ' ' && c != '\t') || (c >= 0x7F && c < 0xA0))
			c = 0xFFFD;
		buf_add(&b, (struct str){ utf8, utf8_put(utf8, c) });
	}
	p = copy(buf_str(&b));
	buf_release(&b);
	return p;
}

struct arguments {
	const char *const *list;
	size_t n;
};

/* Argument N of "{N}" at p, or NULL. */
static const char *
argument_at(const char *p, const struct arguments *args)
{
	size_t i;

	if (p[0] != '{' || p[1] < '0' || p[1] > '9' || p[2] != '}')
		return NULL;
	i = (size_t)(p[1] - '0');
	return i < args->n && args->list[i] ? args->list[i] : "";
}

/* The ] of the [ at p, or NULL if an argument between them is empty. */
static const char *
optional_end(const char *p, const struct arguments *args, bool *leave_out)
{
	const char *argument;

	*leave_out = false;
	for (; *p && *p != ']'; p++) {
		argument = argument_at(p, args);
		if (argument && !*argument)
			*leave_out = true;
	}
	return p;
}

static void
format_text(struct buf *b, const char *text, const struct arguments *args)
{
	const char *argument;
	bool leave_out;

	for (const char *p = text; *p; p++) {
		argument = argument_at(p, args);
		if (argument) {
			buf_adds(b, argument);
			p += 2;
		} else if (*p == '[') {
			const char *end = optional_end(p, args, &leave_out);

			if (leave_out)
				p = *end ? end : end - 1;
		} else if (*p != ']') {
			buf_addc(b, *p);
		}
	}
}

static struct message *
message_new(struct diag *d, const struct diag_row *row,
    const struct arguments *args)
{
	struct message *m;
	struct buf text = BUF_INIT;

	if (d->n == d->room) {
		d->room = d->room ? 2 * d->room : 16;
		d->messages = xrealloc(d->messages,
		    d->room * sizeof *d->messages);
	}
	m = &d->messages[d->n++];
	*m = (struct message){ .row = row };
	if (row->level != DIAG_NOTE)
		d->groups++;
	m->group = d->groups;
	format_text(&text, row->text, args);
	m->text = copy_visible(buf_str(&text));
	buf_release(&text);
	return m;
}

/* What is shown of a very long line: some columns around the place. */
enum { SHOWN_BEFORE = 60, SHOWN_BEHIND = 120 };

/*
 * Copy the source line for the caret.  Of a long one only a part, so that
 * many faults on one line do not take its length each.
 */
static void
keep_source_line(struct message *m, struct loc loc)
{
	struct str line = source_line(loc.src, loc.line);
	size_t from = 0, to = 0;

	m->caret = loc.column;
	if (loc.column > SHOWN_BEFORE) {
		for (unsigned i = SHOWN_BEFORE; i < loc.column &&
		    from < line.n; i++)
			utf8_next(line, &from);
		m->caret = SHOWN_BEFORE;
	}
	to = from;
	for (unsigned i = 0; i < SHOWN_BEHIND && to < line.n; i++)
		utf8_next(line, &to);
	m->source_line = copy_visible(str_slice(line, from, to));
}

void
diag_add(struct diag *d, struct loc loc, const struct diag_row *row, size_t n,
    const char *const *args)
{
	struct message *m = message_new(d, row, &(struct arguments){ args, n });

	if (!loc.src)
		return;
	m->path = copy(str_from(loc.src->path));
	m->line = loc.line;
	m->column = loc.column;
	if (loc.line)
		keep_source_line(m, loc);
}

size_t
diag_count(const struct diag *d, enum diag_level level)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += d->messages[i].row->level == level;
	return n;
}

bool
diag_is_environment(const struct diag *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->messages[i].row == &DIAG_NOT_WRITABLE->row ||
		    d->messages[i].row == &DIAG_NOT_REMOVABLE->row)
			return true;
	return false;
}

void
diag_merge(struct diag *to, struct diag *from)
{
	if (!from->n)
		return;
	to->messages = xrealloc(to->messages,
	    (to->n + from->n) * sizeof *to->messages);
	for (size_t i = 0; i < from->n; i++) {
		from->messages[i].group += to->groups;
		to->messages[to->n + i] = from->messages[i];
	}
	to->n += from->n;
	to->room = to->n;
	to->groups += from->groups;
	free(from->messages);
	*from = (struct diag){ 0 };
}

/* A message with the notes behind it: what is sorted and printed as one. */
struct group {
	const struct message *messages;
	size_t n;
	size_t order;
};

static int
compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

/* By place, then text; 0 means that the second tells nothing new. */
static int
compare_heads(const struct group *a, const struct group *b)
{
	const struct message *m = a->messages, *o = b->messages;
	int c = compare_texts(m->path, o->path);

	if (c)
		return c;
	if (m->line != o->line)
		return m->line < o->line ? -1 : 1;
	if (m->column != o->column)
		return m->column < o->column ? -1 : 1;
	return strcmp(m->text, o->text);
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *g = a, *h = b;
	int c = compare_heads(g, h);

	if (c)
		return c;
	return g->order < h->order ? -1 : g->order > h->order;
}

static size_t
collect_groups(const struct diag *d, struct group *groups)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++) {
		const struct message *m = &d->messages[i];

		if (n && groups[n - 1].messages->group == m->group) {
			groups[n - 1].n++;
			continue;
		}
		groups[n] = (struct group){ m, 1, n };
		n++;
	}
	return n;
}

/* The messages by place; each may stand there more than once. */
static struct group *
sort_groups(const struct diag *d, size_t *n)
{
	struct group *groups = xmalloc((d->n + 1) * sizeof *groups);

	*n = collect_groups(d, groups);
	qsort(groups, *n, sizeof *groups, compare_groups);
	return groups;
}

size_t
diag_different(const struct diag *d, enum diag_level level)
{
	size_t n, different = 0;
	struct group *groups = sort_groups(d, &n);

	for (size_t i = 0; i < n; i++)
		if (groups[i].messages->row->level == level &&
		    (i == 0 || compare_heads(&groups[i - 1], &groups[i])))
			different++;
	free(groups);
	return different;
}

void
diag_drop_warnings(struct diag *d)
{
	size_t kept = 0;
	bool drop = false;

	for (size_t i = 0; i < d->n; i++) {
		struct message *m = &d->messages[i];

		if (m->row->level != DIAG_NOTE)
			drop = m->row->level == DIAG_WARNING;
		if (drop)
			message_release(m);
		else
			d->messages[kept++] = *m;
	}
	d->n = kept;
}

/* A caret below the column; tabs stay tabs, so that it stands right. */
static void
print_caret(const struct message *m, FILE *f)
{
	struct str line = str_from(m->source_line);
	size_t at = 0;
	unsigned c;

	fprintf(f, "  %s\n  ", m->source_line);
	for (unsigned column = 1; column < m->caret && at < line.n; column++) {
		c = utf8_next(line, &at);
		fputc(c == '\t' ? '\t' : ' ', f);
	}
	fputs("^\n", f);
}

static void
print_message(const struct message *m, FILE *f)
{
	if (m->path)
		fprintf(f, "%s:", m->path);
	if (m->path && m->line)
		fprintf(f, "%u:%u:", m->line, m->column);
	fprintf(f, "%s%s: %s\n", m->path ? " " : "", level_names[m->row->level],
	    m->text);
	if (m->source_line)
		print_caret(m, f);
}

void
diag_print(const struct diag *d, FILE *f)
{
	size_t n;
	struct group *groups = sort_groups(d, &n);

	for (size_t i = 0; i < n; i++) {
		if (i && !compare_heads(&groups[i - 1], &groups[i]))
			continue;
		for (size_t j = 0; j < groups[i].n; j++)
			print_message(&groups[i].messages[j], f);
	}
	free(groups);
}
