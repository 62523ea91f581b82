/* parse.c -- stage 3: the text of a template -> its pieces */
#include "mustache_tree.h"

#include <assert.h>
#include <string.h>

#include "../base/diag.h"
#include "scan.h"

/* A section, block or parent that waits for its end. */
struct opening {
	struct tag tag;
	size_t piece;
	struct loc loc;
	bool is_inner;		/* it stands directly inside a parent */
};

struct parser {
	struct arena *arena;
	struct diag *d;
	const struct source *src;
	struct scanner scanner;
	struct cursor cursor;
	struct piece *pieces;
	size_t n;
	size_t at;		/* offset of the text to be added next */
	struct opening open[NESTING_MAX];	/* the outermost first */
	size_t depth;
	bool failed;
};

static struct opening *
innermost(struct parser *p)
{
	return p->depth ? &p->open[p->depth - 1] : NULL;
}

static bool
is_in_parent(struct parser *p)
{
	struct opening *o = innermost(p);

	return o && o->tag.sigil == '<';
}

static const char *
tag_text(struct parser *p, const struct tag *tag)
{
	return arena_cstr(p->arena,
	    str_slice(p->src->text, tag->start, tag->end));
}

/* The tag that would open or close what tag closes or opens. */
static const char *
counterpart(struct parser *p, const struct tag *tag, char sigil)
{
	struct buf b = BUF_INIT;

	buf_add(&b, p->scanner.open);
	buf_addc(&b, sigil);
	buf_adds(&b, tag->dynamic ? "*" : "");
	buf_add(&b, tag->name);
	buf_add(&b, p->scanner.close);
	return buf_detach(&b, p->arena).s;
}

static struct piece *
add_piece(struct parser *p, enum piece_kind kind, size_t offset)
{
	struct piece *piece;

	p->pieces = arena_grow(p->arena, p->pieces, p->n, sizeof *p->pieces);
	piece = &p->pieces[p->n++];
	*piece = (struct piece){
		.kind = kind,
		.end = p->n,
		.indent = STR(""),
		.dedent = STR(""),
		.loc = cursor_loc(&p->cursor, offset),
	};
	return piece;
}

static bool
begins_line(const struct source *src, size_t offset)
{
	return !offset || src->text.s[offset - 1] == '\n';
}

static void
add_line(struct parser *p, size_t from, size_t to)
{
	struct piece *piece = add_piece(p, PIECE_TEXT, from);

	piece->line_start = begins_line(p->src, from);
	piece->text = str_slice(p->src->text, from, to);
}

/* The text up to offset end; is_followed: by a tag on the same line. */
static void
add_text(struct parser *p, size_t end, bool is_followed)
{
	struct str text = p->src->text;
	const char *feed;
	size_t next;

	if (is_in_parent(p))
		return;
	for (size_t at = p->at; at < end; at = next) {
		feed = memchr(text.s + at, '\n', end - at);
		next = feed ? (size_t)(feed - text.s) + 1 : end;
		add_line(p, at, next);
	}
	if (is_followed && begins_line(p->src, end))
		add_line(p, end, end);
}

/* Cut a dotted name into its parts; false if one is empty. */
static bool
split_name(struct parser *p, struct piece *piece)
{
	struct str name = piece->text, *parts = NULL;
	size_t dot;

	if (str_is(name, "."))
		return true;
	for (size_t at = 0; at <= name.n; at = dot + 1) {
		dot = str_find(name, ".", at);
		if (dot > name.n)
			dot = name.n;
		if (dot == at)
			return false;
		parts = arena_grow(p->arena, parts, piece->n_parts,
		    sizeof *parts);
		parts[piece->n_parts++] = str_slice(name, at, dot);
	}
	piece->parts = parts;
	return true;
}

static void
add_tag(struct parser *p, enum piece_kind kind, const struct tag *tag,
    bool is_standalone)
{
	struct piece *piece = add_piece(p, kind, tag->start);

	piece->text = tag->name;
	piece->dynamic = tag->dynamic;
	piece->standalone = is_standalone;
	if (is_standalone || (kind == PIECE_BLOCK && tag->blank_before))
		piece->indent = str_slice(p->src->text, tag->line_start,
		    tag->start);
	if ((kind <= PIECE_INVERTED || tag->dynamic) && !split_name(p, piece)) {
		diag_at(p->d, piece->loc, DIAG_TEMPLATE_TAG_NAME,
		    arena_cstr(p->arena, tag->name));
		p->failed = true;
	}
}

/* False if this is too deep; the rest of the file is left alone then. */
static bool
open_tag(struct parser *p, enum piece_kind kind, const struct tag *tag,
    bool is_standalone)
{
	bool is_inner = is_in_parent(p);
	struct opening *o;

	add_tag(p, kind, tag, is_standalone);
	if (p->depth == NESTING_MAX) {
		diag_at(p->d, p->pieces[p->n - 1].loc, DIAG_TEMPLATE_NESTING,
		    arena_printf(p->arena, "%d", NESTING_MAX).s);
		p->failed = true;
		return false;
	}
	o = &p->open[p->depth++];
	*o = (struct opening){ *tag, p->n - 1, p->pieces[p->n - 1].loc,
		is_inner };
	return true;
}

/* The white space before the first line of a block that has more than that. */
static bool
first_indent(const struct source *src, size_t from, size_t to,
    struct str *indent)
{
	size_t line = from;

	for (size_t at = from; at < to; at++) {
		if (src->text.s[at] == '\n') {
			line = at + 1;
		} else if (!memchr(" \t\r", src->text.s[at], 3)) {
			*indent = str_slice(src->text, line, at);
			return true;
		}
	}
	return false;
}

/*
 * What a block stands for is moved as a whole: its lines lose the indentation
 * of its first line, and get that of the first line of what they replace.
 */
static void
close_block(struct parser *p, const struct opening *o, const struct tag *tag)
{
	struct piece *piece = &p->pieces[o->piece];

	if (!o->tag.blank_after || !first_indent(p->src, o->tag.line_end,
	    tag->start, &piece->dedent))
		return;
	if (piece->standalone && !o->is_inner)
		piece->indent = piece->dedent;
}

/* {{<x}} … {{/x}} can be standalone only as a whole. */
static void
close_parent(struct parser *p, const struct opening *o, bool is_standalone)
{
	struct piece *piece = &p->pieces[o->piece], *blank;

	if (!is_standalone || p->failed)
		return;
	piece->standalone = true;
	piece->indent = str_slice(p->src->text, o->tag.line_start,
	    o->tag.start);
	if (o->is_inner)
		return;
	blank = piece - 1;	/* the start of its line, added as text */
	assert(blank->kind == PIECE_TEXT && blank->line_start);
	blank->text = STR("");
	blank->line_start = false;
}

/* Close the innermost with a tag that fits. */
static void
close_opening(struct parser *p, const struct tag *tag, bool is_standalone)
{
	struct opening *o = innermost(p);

	p->pieces[o->piece].end = p->n;
	if (o->tag.sigil == '$')
		close_block(p, o, tag);
	else if (o->tag.sigil == '<')
		close_parent(p, o, is_standalone);
	p->depth--;
}

/* The innermost is never closed; the caller adds what shows that. */
static void
unclosed(struct parser *p)
{
	struct opening *o = innermost(p);

	diag_at(p->d, o->loc, DIAG_TEMPLATE_UNCLOSED, tag_text(p, &o->tag),
	    counterpart(p, &o->tag, '/'));
	p->failed = true;
	p->depth--;
}

static bool
tags_fit(const struct tag *open, const struct tag *close)
{
	return str_eq(open->name, close->name) &&
	    open->dynamic == close->dynamic;
}

static void
wrong_close(struct parser *p, const struct tag *tag, struct loc loc)
{
	struct opening *o = innermost(p);

	p->failed = true;
	if (!o) {
		diag_at(p->d, loc, DIAG_TEMPLATE_NOT_OPEN, tag_text(p, tag),
		    counterpart(p, tag, '#'));
		return;
	}
	diag_at(p->d, loc, DIAG_TEMPLATE_WRONG_CLOSE, tag_text(p, tag),
	    tag_text(p, &o->tag), counterpart(p, &o->tag, '/'));
	diag_at(p->d, o->loc, DIAG_TEMPLATE_BEGINS, tag_text(p, &o->tag));
	p->depth--;		/* probably a slip of the pen */
}

static void
close_tag(struct parser *p, const struct tag *tag, bool is_standalone)
{
	struct loc loc = cursor_loc(&p->cursor, tag->start);
	size_t depth = p->depth;

	while (depth && !tags_fit(&p->open[depth - 1].tag, tag))
		depth--;
	if (!depth) {
		wrong_close(p, tag, loc);
		return;
	}
	while (p->depth > depth) {
		unclosed(p);
		diag_at(p->d, loc, DIAG_TEMPLATE_CLOSES, tag_text(p, tag));
	}
	close_opening(p, tag, is_standalone);
}

/*
 * Which line ends belong to the tag and not to the text: all of a line that
 * holds nothing else.  The text directly inside a parent counts as nothing.
 */
static void
trim_lines(struct parser *p, const struct tag *tag, bool *before, bool *after)
{
	const struct opening *o = innermost(p);

	*before = *after = tag->blank_before && tag->blank_after;
	if (!tag->sigil || strchr("{&<", tag->sigil))
		*before = *after = false;
	else if (tag->sigil == '$' && o && o->tag.sigil == '<')
		*before = *after = tag->blank_after;
	else if (tag->sigil == '/' && o && o->tag.sigil == '<')
		*after = o->tag.blank_before && tag->blank_after;
	else if (tag->sigil == '/' && o && o->is_inner)
		*before = tag->blank_before;
}

/* False if there is no sense in going on. */
static bool
parse_tag(struct parser *p, const struct tag *tag)
{
	bool before, after;

	trim_lines(p, tag, &before, &after);
	add_text(p, before ? tag->line_start : tag->start, !before);
	p->at = after ? tag->line_end : tag->end;
	switch (tag->sigil) {
	case '!':
	case '=':
		return true;
	case '#':
		return open_tag(p, PIECE_SECTION, tag, after);
	case '^':
		return open_tag(p, PIECE_INVERTED, tag, after);
	case '$':
		return open_tag(p, PIECE_BLOCK, tag, after);
	case '<':
		return open_tag(p, PIECE_PARENT, tag, after);
	case '/':
		close_tag(p, tag, after);
		return true;
	case '>':
		add_tag(p, PIECE_PARTIAL, tag, after);
		return true;
	case '{':
	case '&':
		add_tag(p, PIECE_RAW, tag, after);
		return true;
	default:
		add_tag(p, PIECE_VARIABLE, tag, after);
		return true;
	}
}

static void
parse_end(struct parser *p)
{
	size_t n = p->src->text.n;

	add_text(p, n, false);
	/* A last line feed ends the last line and starts no new one. */
	if (n && p->src->text.s[n - 1] == '\n')
		n--;
	while (p->depth) {
		unclosed(p);
		diag_at(p->d, source_loc(p->src, n), DIAG_TEMPLATE_ENDS);
	}
}

struct template *
template_parse(struct arena *a, struct diag *d, const struct source *src)
{
	struct parser p = { .arena = a, .d = d, .src = src };
	struct template *t;
	struct tag tag;
	bool go_on = true;

	scanner_init(&p.scanner, a, d, src);
	p.cursor = cursor_at_start(src);
	while (go_on && scanner_next(&p.scanner, &tag))
		go_on = parse_tag(&p, &tag);
	if (go_on)
		parse_end(&p);
	if (p.failed || p.scanner.failed)
		return NULL;
	t = arena_alloc(a, sizeof *t);
	t->pieces = p.pieces;
	t->n = p.n;
	return t;
}
