/* yaml.c -- stage 1, read: YAML -> tree of values (libyaml) */
#include "yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "../../base/diag.h"
#include "../../base/die.h"
#include "scalar.h"
#include "surrogates.h"

enum {
	MAX_DEPTH = 64,
	MAX_ANCHORS = 1000,
	MAX_ALIASED = 10000	/* values that aliases may make, per file */
};

struct anchor {
	struct str name;
	struct value *value;
	bool is_open;		/* its value is being read */
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct source *src;
	struct str text;	/* the part of src that is YAML, its start */
	yaml_parser_t parser;
	yaml_event_t event;	/* the current one */
	struct anchor *anchors;
	size_t n_anchors;
	size_t alias_room;
	size_t index, offset;	/* the same place in code points and bytes */
};

static struct value *read_node(struct reader *, unsigned depth);

/*
 * A problem of libyaml and our message for it.  at_context: the place where
 * the unfinished thing began says more than the place where it went wrong.
 */
static const struct problem {
	const char *text;
	const struct diag_takes_0 *fault;	/* NULL: YAML_START */
	bool at_context;
} problems[] = {
	{ "mapping values are not allowed in this context",
	    DIAG_YAML_COLON, false },
	{ "could not find expected ':'", DIAG_YAML_NO_COLON, true },
	{ "did not find expected key", DIAG_YAML_NO_KEY, false },
	{ "did not find expected '-' indicator", DIAG_YAML_NO_DASH, false },
	{ "block sequence entries are not allowed in this context",
	    DIAG_YAML_DASH, false },
	{ "did not find expected ',' or ']'", DIAG_YAML_NO_BRACKET, false },
	{ "did not find expected ',' or '}'", DIAG_YAML_NO_BRACE, false },
	{ "did not find expected node content", DIAG_YAML_NO_VALUE, false },
	{ "found character that cannot start any token", NULL, false },
	{ "found unexpected end of stream", DIAG_YAML_QUOTE, true },
	{ "found unexpected document indicator", DIAG_YAML_QUOTE, true },
	{ "found unknown escape character", DIAG_YAML_ESCAPE, false },
	{ "did not find expected hexdecimal number",
	    DIAG_YAML_ESCAPE, false },
	{ "found invalid Unicode character escape code",
	    DIAG_YAML_ESCAPE, false },
	{ "found a tab character that violates indentation",
	    DIAG_YAML_TAB, false },
	{ "found a tab character where an indentation space is expected",
	    DIAG_YAML_TAB, false },
	{ "did not find expected alphabetic or numeric character",
	    DIAG_YAML_STAR, true },
	{ "did not find expected comment or line break",
	    DIAG_YAML_BLOCK, true },
	{ "found an indentation indicator equal to 0",
	    DIAG_YAML_BLOCK, true },
	{ "did not find expected <document start>",
	    DIAG_YAML_REST, false },
	{ "found undefined tag handle", DIAG_YAML_TAG, false },
	{ "did not find expected tag URI", DIAG_YAML_TAG, true },
	{ "did not find expected whitespace or line break",
	    DIAG_YAML_TAG, true },
};

static struct loc
loc_of(const struct reader *r, yaml_mark_t mark)
{
	return (struct loc){ r->src, (unsigned)mark.line + 1,
		(unsigned)mark.column + 1 };
}

static const struct problem *
problem_find(const char *text)
{
	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
		if (text && !strcmp(problems[i].text, text))
			return &problems[i];
	return NULL;
}

/* The character at a place, as UTF-8. */
static struct str
character_at(const struct reader *r, struct loc loc)
{
	size_t from = source_offset(r->src, loc.line, loc.column), to = from;

	if (from < r->src->text.n)
		utf8_next(r->src->text, &to);
	return arena_dup(r->arena, str_slice(r->src->text, from, to));
}

static void
report_problem(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const struct problem *problem = problem_find(p->problem);
	struct loc loc = loc_of(r, p->problem_mark);
	struct str character = character_at(r, loc);

	if (p->error == YAML_MEMORY_ERROR)
		die("het geheugen is op");
	if (!problem) {
		diag_at(r->diag, loc, DIAG_YAML_SYNTAX, p->problem);
		return;
	}
	if (!problem->fault) {
		if (str_is(character, "\t"))
			diag_at(r->diag, loc, DIAG_YAML_TAB);
		else
			diag_at(r->diag, loc, DIAG_YAML_START, character.s);
		return;
	}
	if (problem->at_context && p->context)
		loc = loc_of(r, p->context_mark);
	diag_at(r->diag, loc, problem->fault);
	if (problem->fault == DIAG_YAML_NO_BRACKET ||
	    problem->fault == DIAG_YAML_NO_BRACE)
		diag_at(r->diag, loc_of(r, p->context_mark),
		    DIAG_YAML_OPENED);
}

/* Go to the next event; false after telling what is wrong. */
static bool
advance(struct reader *r)
{
	yaml_event_delete(&r->event);
	if (yaml_parser_parse(&r->parser, &r->event))
		return true;
	report_problem(r);
	return false;
}

/*
 * The place of a scalar; libyaml's mark is that of the anchor or tag before
 * it.  Between those there can be white space and comments.
 */
static struct loc
scalar_loc(struct reader *r)
{
	yaml_mark_t mark = r->event.start_mark;
	struct loc loc = loc_of(r, mark);
	bool is_comment = false, is_property = false;
	size_t at;
	unsigned c;

	if (!r->event.data.scalar.anchor && !r->event.data.scalar.tag)
		return loc;
	if (mark.index < r->index)
		r->index = r->offset = 0;
	while (r->index < mark.index && r->offset < r->text.n) {
		utf8_next(r->text, &r->offset);
		r->index++;
	}
	for (at = r->offset; at < r->text.n; ) {
		c = utf8_next(r->text, &at);
		if (c == '\n')
			is_comment = is_property = false;
		else if (c == ' ' || c == '\t')
			is_property = false;
		else if (!is_comment && !is_property) {
			is_comment = c == '#';
			is_property = c == '&' || c == '!';
			if (!is_comment && !is_property)
				break;
		}
		loc.line += c == '\n';
		loc.column = c == '\n' ? 1 : loc.column + 1;
	}
	return loc;
}

/* How many columns libyaml took off the lines of a block scalar. */
static unsigned
block_indent(const struct reader *r, const struct value *v)
{
	size_t from = 0, to;
	unsigned line = v->loc.line + 1;
	struct str in_file;

	while (from < v->text.n && v->text.s[from] == '\n') {
		from++;
		line++;
	}
	to = str_find(v->text, "\n", from);
	if (to == (size_t)-1)
		to = v->text.n;
	in_file = source_line(r->src, line);
	return in_file.n > to - from ? (unsigned)(in_file.n - (to - from)) : 0;
}

/* Characters that XML has no place for, written as an escape. */
static void
check_escapes(struct reader *r, const struct value *v)
{
	for (size_t at = 0; at < v->text.n; ) {
		unsigned c = utf8_next(v->text, &at);

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    c == 0xFFFE || c == 0xFFFF) {
			diag_at(r->diag, v->loc, DIAG_YAML_CHARACTER,
			    arena_printf(r->arena, "%04X", c).s);
			return;
		}
	}
}

/* The number of the anchor, from 1; 0 if the value has none. */
static size_t
add_anchor(struct reader *r, const yaml_char_t *name, struct value *v)
{
	if (!name)
		return 0;
	if (r->n_anchors == MAX_ANCHORS) {
		diag_at(r->diag, v->loc, DIAG_YAML_ALIASES);
		return 0;
	}
	r->anchors = arena_grow(r->arena, r->anchors, r->n_anchors,
	    sizeof *r->anchors);
	r->anchors[r->n_anchors++] = (struct anchor){
		arena_dup(r->arena, str_from((const char *)name)), v, true
	};
	return r->n_anchors;
}

static void
close_anchor(struct reader *r, size_t number)
{
	if (number)
		r->anchors[number - 1].is_open = false;
}

static struct value *
read_alias(struct reader *r, unsigned depth)
{
	struct str name = str_from((char *)r->event.data.alias.anchor);
	struct loc loc = loc_of(r, r->event.start_mark);
	struct value *v = NULL;
	size_t i = r->n_anchors;

	/* The last anchor of a name counts. */
	while (i > 0 && !str_eq(r->anchors[i - 1].name, name))
		i--;
	if (!i)
		diag_at(r->diag, loc, DIAG_YAML_NO_ANCHOR, name.s);
	else if (r->anchors[i - 1].is_open)
		diag_at(r->diag, loc, DIAG_YAML_SELF, name.s);
	else {
		v = value_copy(r->arena, r->anchors[i - 1].value,
		    MAX_DEPTH + 1 - depth, &r->alias_room);
		if (!v) {
			diag_at(r->diag, loc, DIAG_YAML_ALIASES);
			return NULL;
		}
	}
	return v ? v : value_new(r->arena, VALUE_NULL, loc);
}

static void
check_tag(struct reader *r, const yaml_char_t *tag)
{
	if (tag && strcmp((const char *)tag, YAML_STR_TAG))
		diag_at(r->diag, loc_of(r, r->event.start_mark),
		    DIAG_YAML_TAG);
}

static struct str
event_text(const struct reader *r)
{
	return (struct str){ (const char *)r->event.data.scalar.value,
		r->event.data.scalar.length };
}

static struct value *
read_scalar(struct reader *r)
{
	struct str text = arena_dup(r->arena, event_text(r));
	yaml_scalar_style_t style = r->event.data.scalar.style;
	struct loc loc = scalar_loc(r);
	struct value *v;

	check_tag(r, r->event.data.scalar.tag);
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
	    style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		loc = loc_right(loc, 1);
	if (style == YAML_PLAIN_SCALAR_STYLE && !r->event.data.scalar.tag)
		v = scalar_resolve(r->arena, loc, text);
	else
		v = value_string(r->arena, loc, text);
	if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		check_escapes(r, v);
	if (style == YAML_LITERAL_SCALAR_STYLE) {
		v->literal = true;
		v->indent = block_indent(r, v);
	}
	close_anchor(r, add_anchor(r, r->event.data.scalar.anchor, v));
	return v;
}

static struct value *
read_list(struct reader *r, unsigned depth)
{
	struct value *item, *list = value_new(r->arena, VALUE_LIST,
	    loc_of(r, r->event.start_mark));
	size_t anchor;

	check_tag(r, r->event.data.sequence_start.tag);
	anchor = add_anchor(r, r->event.data.sequence_start.anchor, list);
	for (;;) {
		if (!advance(r))
			return NULL;
		if (r->event.type == YAML_SEQUENCE_END_EVENT)
			break;
		item = read_node(r, depth + 1);
		if (!item)
			return NULL;
		value_add(r->arena, list, item);
	}
	close_anchor(r, anchor);
	return list;
}

static int
compare_members(const void *a, const void *b)
{
	const struct member *m = *(const struct member *const *)a;
	const struct member *o = *(const struct member *const *)b;
	int c = str_compare(m->name, o->name);

	if (c)
		return c;
	return m < o ? -1 : m > o;
}

static void
check_duplicates(struct reader *r, const struct value *map)
{
	const struct member **sorted, *first;

	if (map->n < 2)
		return;
	sorted = arena_array(r->arena, map->n, sizeof(*sorted));
	for (size_t i = 0; i < map->n; i++)
		sorted[i] = &map->members[i];
	qsort(sorted, map->n, sizeof(*sorted), compare_members);
	first = sorted[0];
	for (size_t i = 1; i < map->n; i++) {
		if (!str_eq(sorted[i]->name, first->name)) {
			first = sorted[i];
			continue;
		}
		diag_at(r->diag, sorted[i]->loc, DIAG_YAML_TWICE,
		    first->name.s);
		diag_at(r->diag, first->loc, DIAG_YAML_TWICE_HERE);
	}
}

/* The key at the current event; false after telling that it is no name. */
static bool
read_key(struct reader *r, struct str *name, struct loc *loc)
{
	*loc = loc_of(r, r->event.start_mark);
	*name = STR("");
	if (r->event.type == YAML_SCALAR_EVENT) {
		*loc = read_scalar(r)->loc;
		*name = arena_dup(r->arena, event_text(r));
	}
	if (!name->n)
		diag_at(r->diag, *loc, DIAG_YAML_KEY);
	return name->n;
}

static struct value *
read_map(struct reader *r, unsigned depth)
{
	struct value *v, *map = value_new(r->arena, VALUE_MAP,
	    loc_of(r, r->event.start_mark));
	struct str name;
	struct loc loc;
	size_t anchor;

	check_tag(r, r->event.data.mapping_start.tag);
	anchor = add_anchor(r, r->event.data.mapping_start.anchor, map);
	for (;;) {
		if (!advance(r))
			return NULL;
		if (r->event.type == YAML_MAPPING_END_EVENT)
			break;
		if (!read_key(r, &name, &loc) || !advance(r))
			return NULL;
		v = read_node(r, depth + 1);
		if (!v)
			return NULL;
		value_set(r->arena, map, name, loc, v);
	}
	close_anchor(r, anchor);
	check_duplicates(r, map);
	return map;
}

/* NULL after a fault that the rest cannot be read behind. */
static struct value *
read_node(struct reader *r, unsigned depth)
{
	if (depth > MAX_DEPTH) {
		diag_at(r->diag, loc_of(r, r->event.start_mark),
		    DIAG_YAML_DEEP);
		return NULL;
	}
	switch (r->event.type) {
	case YAML_ALIAS_EVENT:
		return read_alias(r, depth);
	case YAML_SEQUENCE_START_EVENT:
		return read_list(r, depth);
	case YAML_MAPPING_START_EVENT:
		return read_map(r, depth);
	default:
		return read_scalar(r);
	}
}

/* VALUE_NULL if there is no document in the text. */
static struct value *
read_stream(struct reader *r)
{
	struct value *root;

	if (!advance(r) || !advance(r))
		return NULL;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return value_new(r->arena, VALUE_NULL, source_whole(r->src));
	if (!advance(r))
		return NULL;
	root = read_node(r, 1);
	if (!root || !advance(r) || !advance(r))
		return NULL;
	if (r->event.type != YAML_STREAM_END_EVENT)
		diag_at(r->diag, loc_of(r, r->event.start_mark),
		    DIAG_YAML_DOCUMENTS);
	return root;
}

/*
 * What libyaml does not read, and what it takes for the end of a line while
 * an editor (and struct source) does not.
 */
static bool
check_characters(struct reader *r)
{
	for (size_t at = 0, from; at < r->text.n; ) {
		unsigned c;

		from = at;
		c = utf8_next(r->text, &at);
		if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t')
			continue;
		if (c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF &&
		    c != 0xFFFE && c != 0xFFFF)
			continue;
		diag_at(r->diag, source_loc(r->src, from),
		    DIAG_YAML_CHARACTER,
		    arena_printf(r->arena, "%04X", c).s);
		return false;
	}
	return true;
}

struct value *
yaml_parse_start(struct arena *a, struct diag *d, const struct source *src,
    size_t n)
{
	struct reader r = { .arena = a, .diag = d, .src = src,
		.text = str_slice(src->text, 0, n),
		.alias_room = MAX_ALIASED };
	size_t errors = diag_count(d, DIAG_ERROR);
	struct value *v;

	if (!check_characters(&r))
		return NULL;
	r.text = surrogates_join(a, r.text);
	if (!yaml_parser_initialize(&r.parser))
		die("het geheugen is op");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
	    (const unsigned char *)r.text.s, r.text.n);
	v = read_stream(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	return diag_count(d, DIAG_ERROR) == errors ? v : NULL;
}

struct value *
yaml_parse(struct arena *a, struct diag *d, const struct source *src)
{
	struct value *v = yaml_parse_start(a, d, src, src->text.n);

	if (v && v->kind == VALUE_NULL) {
		diag_at(d, source_whole(src), DIAG_EMPTY_FILE);
		return NULL;
	}
	return v;
}
