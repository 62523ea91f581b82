/* render.c -- stage 3: pieces + data -> text, with its trace */
#include "mustache_tree.h"

#include "../base/diag.h"

/*
 * So deep may partials and parents include each other.  The C stack holds at
 * most twice this many templates (each may go on in a block of another one),
 * with NESTING_MAX sections each.
 */
enum { INCLUDE_MAX = 100 };

/* White space before each line, outermost first on the line. */
struct indent {
	const struct indent *up;
	struct str text;
};

/* What a parent tag puts in the place of blocks; the innermost tag first. */
struct arguments {
	const struct arguments *up;
	const struct template *template;
	size_t parent;		/* index of the tag */
};

/* What names, blocks and lines mean for the piece at hand. */
struct scope {
	const struct template *template;
	const struct context *context;
	const struct arguments *arguments;
	const struct indent *indent;
	struct str dedent;	/* white space that lines lose at their start */
};

struct render {
	const struct template_options *options;
	struct arena *arena;
	struct diag *d;
	struct buf *out;
	struct trace *trace;
	unsigned includes;	/* partials and parents around the piece */
	bool is_indented;	/* the next line has its indentation already */
	bool failed;
	bool stop;
};

static void render_pieces(struct render *, const struct scope *, size_t from,
    size_t to);

static const char *
text_of(struct render *r, struct str s)
{
	return arena_cstr(r->arena, s);
}

/* "{{#name}}", for messages. */
static const char *
section_of(struct render *r, struct str name)
{
	return arena_printf(r->arena, "{{#%s}}", text_of(r, name)).s;
}

static void
trace_from_here(struct render *r, struct loc loc)
{
	if (r->trace)
		trace_add(r->arena, r->trace, r->out->n, loc);
}

/* --- names --- */

static void
unknown_name(struct render *r, const struct scope *scope,
    const struct piece *piece, const struct lookup *missed)
{
	const char *meant, *part;

	meant = context_nearest(scope->context, piece, missed, r->arena);
	part = text_of(r, piece->parts[missed->part]);
	if (missed->holder)
		diag_at(r->d, piece->loc, DIAG_TEMPLATE_NO_PART,
		    text_of(r, piece->parts[missed->part - 1]),
		    value_kind_name(missed->holder->kind), part, meant);
	else
		diag_at(r->d, piece->loc, DIAG_TEMPLATE_UNKNOWN, part, meant);
	r->failed = true;
}

/* The value that a tag names, or NULL if there is none. */
static const struct value *
look_up(struct render *r, const struct scope *scope, const struct piece *piece)
{
	struct lookup found = context_find(scope->context, piece);

	if (!found.value && r->options->strict)
		unknown_name(r, scope, piece, &found);
	return found.value;
}

/* The text of a value; "" if there is none. */
static struct str
printed(struct render *r, const struct piece *piece, const struct value *v)
{
	if (v && r->options->strict &&
	    (v->kind == VALUE_LIST || v->kind == VALUE_MAP)) {
		diag_at(r->d, piece->loc, DIAG_TEMPLATE_NOT_TEXT,
		    text_of(r, piece->text), value_kind_name(v->kind),
		    section_of(r, piece->text));
		r->failed = true;
	}
	return value_text(v);
}

/* --- text --- */

static void
write_indent(struct render *r, const struct indent *indent)
{
	if (!indent)
		return;
	write_indent(r, indent->up);
	buf_add(r->out, indent->text);
}

static void
start_line(struct render *r, const struct scope *scope)
{
	if (!r->is_indented)
		write_indent(r, scope->indent);
	r->is_indented = false;
}

static struct str
without_prefix(struct str s, struct str prefix)
{
	size_t n = 0;

	while (n < s.n && n < prefix.n && s.s[n] == prefix.s[n])
		n++;
	return str_slice(s, n, s.n);
}

static bool
is_empty_line(struct str s)
{
	return str_is(s, "\n") || str_is(s, "\r\n");
}

static void
render_text(struct render *r, const struct scope *scope,
    const struct piece *piece)
{
	struct str text = piece->text;

	if (text.n || (piece->line_start && scope->indent))
		trace_from_here(r, piece->loc);
	if (piece->line_start) {
		text = without_prefix(text, scope->dedent);
		if (is_empty_line(text))
			r->is_indented = false;
		else
			start_line(r, scope);
	}
	buf_add(r->out, text);
}

static void
trace_markup(struct render *r, const struct value *v)
{
	const struct trace_entry *e = v->trace.entries;

	for (size_t i = 0; i < v->trace.n; i++)
		trace_add(r->arena, r->trace, r->out->n + e[i].offset,
		    e[i].loc);
}

static void
render_variable(struct render *r, const struct scope *scope,
    const struct piece *piece)
{
	const struct value *v = look_up(r, scope, piece);
	struct str text = printed(r, piece, v);
	bool is_markup = v && v->kind == VALUE_MARKUP;

	if (!text.n)
		return;
	if (!is_markup || !v->trace.n || v->trace.entries[0].offset)
		trace_from_here(r, v->loc.src ? v->loc : piece->loc);
	if (is_markup && r->trace)
		trace_markup(r, v);
	if (is_markup || piece->kind == PIECE_RAW)
		buf_add(r->out, text);
	else
		buf_add_escaped(r->out, text);
}

/* --- sections --- */

/* A text without a character counts as false, as the specification allows. */
static bool
is_true(const struct value *v)
{
	if (v && (v->kind == VALUE_STRING || v->kind == VALUE_MARKUP))
		return v->text.n;
	return value_is_true(v);
}

static void
render_with(struct render *r, const struct scope *scope,
    const struct piece *piece, const struct value *v)
{
	size_t i = (size_t)(piece - scope->template->pieces);
	struct context context = { scope->context, v };
	struct scope inner = *scope;

	inner.context = &context;
	render_pieces(r, &inner, i + 1, piece->end);
}

static void
render_section(struct render *r, const struct scope *scope,
    const struct piece *piece)
{
	const struct value *v = look_up(r, scope, piece);

	if (!is_true(v))
		return;
	if (v->kind != VALUE_LIST) {
		render_with(r, scope, piece, v);
		return;
	}
	for (size_t i = 0; i < v->n && !r->stop; i++)
		render_with(r, scope, piece, v->items[i]);
}

static void
render_inverted(struct render *r, const struct scope *scope,
    const struct piece *piece)
{
	size_t i = (size_t)(piece - scope->template->pieces);

	if (!is_true(look_up(r, scope, piece)))
		render_pieces(r, scope, i + 1, piece->end);
}

/* --- partials, parents and blocks --- */

static const struct template *
find_template(struct render *r, const struct scope *scope,
    const struct piece *piece)
{
	const struct template_set *set = r->options->partials;
	const struct template *t;
	struct str name = piece->text;

	if (piece->dynamic)
		name = printed(r, piece, look_up(r, scope, piece));
	if (!name.n)
		return NULL;	/* null, or told already */
	t = set ? template_find(set, name) : NULL;
	if (!t && r->options->strict) {
		diag_at(r->d, piece->loc, DIAG_TEMPLATE_NO_TEMPLATE,
		    text_of(r, name),
		    set ? template_set_nearest(set, name) : NULL);
		r->failed = true;
	}
	return t;
}

/* Add the white space before a tag, unless there is none. */
static const struct indent *
indent_more(const struct scope *scope, struct indent *more,
    const struct piece *piece)
{
	*more = (struct indent){ scope->indent,
		without_prefix(piece->indent, scope->dedent) };
	return more->text.n ? more : scope->indent;
}

static void
render_include(struct render *r, const struct scope *scope,
    const struct piece *piece)
{
	const struct template *t = find_template(r, scope, piece);
	size_t i = (size_t)(piece - scope->template->pieces);
	struct arguments arguments = { scope->arguments, scope->template, i };
	struct scope inner = { .template = t, .context = scope->context };
	struct indent indent;

	if (!t)
		return;
	if (r->includes == INCLUDE_MAX) {
		diag_at(r->d, piece->loc, DIAG_TEMPLATE_ENDLESS,
		    text_of(r, piece->text));
		r->failed = r->stop = true;
		return;
	}
	inner.arguments = piece->kind == PIECE_PARENT ? &arguments :
	    scope->arguments;
	if (piece->standalone)
		inner.indent = indent_more(scope, &indent, piece);
	r->includes++;
	render_pieces(r, &inner, 0, t->n);
	r->includes--;
}

/* The block directly inside the parent tag that has this name, or NULL. */
static const struct piece *
argument_find(const struct arguments *arguments, struct str name)
{
	const struct piece *pieces = arguments->template->pieces;
	size_t end = pieces[arguments->parent].end;

	for (size_t i = arguments->parent + 1; i < end; i = pieces[i].end)
		if (pieces[i].kind == PIECE_BLOCK &&
		    str_eq(pieces[i].text, name))
			return &pieces[i];
	return NULL;
}

/*
 * Render what a parent tag puts in the place of a block.  Either may start on
 * a line of its own or in the middle of one, so the white space of the first
 * line needs care: it is written once, be it here or by its text.
 */
static void
render_argument(struct render *r, const struct scope *scope,
    const struct piece *block, const struct arguments *arguments,
    const struct piece *argument)
{
	struct scope inner = {
		.template = arguments->template,
		.context = scope->context,
		.arguments = arguments->up,
		.dedent = argument->dedent,
	};
	struct indent indent;
	size_t i = (size_t)(argument - arguments->template->pieces);

	inner.indent = indent_more(scope, &indent, block);
	if (block->standalone && !argument->standalone) {
		if (inner.indent)
			trace_from_here(r, block->loc);
		start_line(r, &inner);
	}
	r->is_indented = !block->standalone && argument->standalone;
	render_pieces(r, &inner, i + 1, argument->end);
	r->is_indented = false;
}

/* The outermost parent tag that has something for a block decides. */
static void
render_block(struct render *r, const struct scope *scope,
    const struct piece *block)
{
	const struct arguments *from = NULL;
	const struct piece *argument = NULL, *hit;
	size_t i = (size_t)(block - scope->template->pieces);

	for (const struct arguments *a = scope->arguments; a; a = a->up) {
		hit = argument_find(a, block->text);
		if (hit) {
			argument = hit;
			from = a;
		}
	}
	if (argument)
		render_argument(r, scope, block, from, argument);
	else
		render_pieces(r, scope, i + 1, block->end);
}

static void
render_pieces(struct render *r, const struct scope *scope, size_t from,
    size_t to)
{
	static void (*const renderers[])(struct render *, const struct scope *,
	    const struct piece *) = {
		[PIECE_TEXT] = render_text,
		[PIECE_VARIABLE] = render_variable,
		[PIECE_RAW] = render_variable,
		[PIECE_SECTION] = render_section,
		[PIECE_INVERTED] = render_inverted,
		[PIECE_BLOCK] = render_block,
		[PIECE_PARTIAL] = render_include,
		[PIECE_PARENT] = render_include,
	};
	const struct piece *pieces = scope->template->pieces;

	for (size_t i = from; i < to && !r->stop; i = pieces[i].end)
		renderers[pieces[i].kind](r, scope, &pieces[i]);
}

bool
template_render(const struct template *t, const struct value *data,
    const struct template_options *options, struct arena *a, struct diag *d,
    struct buf *out, struct trace *trace)
{
	static const struct value nothing = { .kind = VALUE_NULL };
	struct context context = { NULL, data ? data : &nothing };
	struct scope scope = { .template = t, .context = &context };
	struct render r = {
		.options = options,
		.arena = a,
		.d = d,
		.out = out,
		.trace = trace,
	};

	render_pieces(&r, &scope, 0, t->n);
	return !r.failed;
}
