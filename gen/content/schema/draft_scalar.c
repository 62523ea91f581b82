/* draft_scalar.c -- stage 2: the values of a draft */
#include "draft_private.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "unfinished.h"

void
draft_remember(struct draft *d, struct str path, struct str text)
{
	d->drafted = arena_grow(d->arena, d->drafted, d->n_drafted,
	    sizeof *d->drafted);
	d->drafted[d->n_drafted++] = (struct drafted){ path, text };
}

static struct str
find_drafted(const struct draft *d, struct str path)
{
	for (size_t i = 0; i < d->n_drafted; i++)
		if (str_eq(d->drafted[i].path, path))
			return d->drafted[i].text;
	return STR("");
}

bool
draft_has(const struct draft *d, struct str path)
{
	return find_drafted(d, path).n;
}

static bool
is_used_in(const struct value *v, const char *tag)
{
	if (v->kind == VALUE_STRING)
		return str_find(v->text, tag, 0) < v->text.n;
	for (size_t i = 0; i < v->n; i++)
		if (is_used_in(v->kind == VALUE_LIST ? v->items[i] :
		    v->members[i].value, tag))
			return true;
	return false;
}

bool
draft_is_used(const struct draft *d, struct str path)
{
	return d->order->known && is_used_in(d->order->known,
	    arena_printf(d->arena, "{{%s}}", path.s).s);
}

static const struct draft_given *
find_given(const struct draft *d, struct str path)
{
	for (size_t i = 0; i < d->order->n_given; i++)
		if (str_is(path, d->order->given[i].path))
			return &d->order->given[i];
	return NULL;
}

/* The first text at a path that runs through lists, or "". */
static struct str
find_known(struct arena *a, const struct value *v, struct str path)
{
	size_t dot = str_find(path, ".", 0);
	struct str text = STR(""), name = str_slice(path, 0, dot);

	if (!v || (!path.n && v->kind != VALUE_LIST))
		return value_text(v);
	if (v->kind != VALUE_LIST)
		return find_known(a, value_find(v, arena_dup(a, name).s),
		    str_slice(path, dot < path.n ? dot + 1 : path.n, path.n));
	for (size_t i = 0; i < v->n && !text.n; i++)
		text = find_known(a, v->items[i], path);
	return text;
}

static struct str
find_reference(struct draft *d, const struct schema *r)
{
	struct str path = str_from(r->reference);
	struct str text = find_known(d->arena, d->order->known, path);

	return text.n ? text : find_drafted(d, path);
}

static struct str
format_text(const struct draft *d, const struct schema *r)
{
	switch (r->format) {
	case FORMAT_DATE:
		return d->order->today;
	case FORMAT_MONTH:
		return arena_dup(d->arena, str_slice(d->order->today, 0,
		    sizeof "YYYY-MM" - 1));
	case FORMAT_EMAIL:
		return STR("info@example.nl");
	case FORMAT_URI:
		return STR("https://www.example.nl");
	default:
		return STR("");
	}
}

/* A text that YAML reads as text, without quotes. */
static bool
is_plain(struct str s)
{
	static const char *const words[] = { "true", "false", "null", "True",
		"False", "Null", "TRUE", "FALSE", "NULL" };

	if (!s.n || !isalpha((unsigned char)s.s[0]))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.s[i] < 0x80 &&
		    !isalnum((unsigned char)s.s[i]) && !strchr("- ", s.s[i]))
			return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(s, words[i]))
			return false;
	return s.s[s.n - 1] != ' ';
}

static struct str
quoted(struct draft *d, struct str s)
{
	struct buf b = BUF_INIT;

	if (is_plain(s))
		return s;
	buf_addc(&b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '"' || s.s[i] == '\\')
			buf_addc(&b, '\\');
		buf_addc(&b, s.s[i] == '\n' ? ' ' : s.s[i]);
	}
	buf_addc(&b, '"');
	return buf_detach(&b, d->arena);
}

enum { TYPES_BARE = TYPE_NULL | TYPE_BOOLEAN | TYPE_INTEGER | TYPE_NUMBER };

static bool
is_bare(const struct schema *r)
{
	return r->types & TYPES_BARE || r->format == FORMAT_DATE ||
	    r->format == FORMAT_MONTH;
}

bool
draft_takes_words(const struct draft *d, const struct schema *r,
    struct str path)
{
	return !(r->types & (TYPES_BARE | TYPE_OBJECT | TYPE_ARRAY)) &&
	    !r->constant && !r->allowed && !r->fallback && !r->reference &&
	    !r->pattern && r->format != FORMAT_DATE &&
	    r->format != FORMAT_MONTH && r->format != FORMAT_EMAIL &&
	    r->format != FORMAT_URI && !find_given(d, path);
}

/* The smallest thing of the right form. */
static struct str
any_text(struct draft *d, const struct schema *r)
{
	struct str text = r->reference ? find_reference(d, r) : STR("");

	if (!text.n && r->allowed && r->allowed->n)
		text = value_text(r->allowed->items[0]);
	if (!text.n)
		text = format_text(d, r);
	if (!text.n && r->types & (TYPE_INTEGER | TYPE_NUMBER))
		text = arena_printf(d->arena, "%.0f",
		    isfinite(r->minimum) ? ceil(r->minimum) : 0);
	if (!text.n && r->types & TYPE_BOOLEAN)
		text = STR("false");
	if (!text.n && r->example)
		text = value_text(r->example);
	return text.n ? text : STR("vul-in");
}

struct str
draft_scalar(struct draft *d, const struct schema *r, struct str path,
    bool *is_open)
{
	const struct draft_given *given = find_given(d, path);
	const struct value *fixed = r->constant ? r->constant : r->fallback;
	struct str text;

	*is_open = given ? given->is_guess : !fixed;
	text = given ? given->text : fixed ? value_text(fixed) :
	    any_text(d, r);
	draft_remember(d, path, text);
	return is_bare(r) ? text : quoted(d, text);
}

enum { MANY_WORDS = 60 };

struct str
draft_words(struct draft *d, struct str about)
{
	char *text;

	about = str_slice(about, 0, str_find(about, ". ", 0));
	if (about.n > MANY_WORDS)
		about = str_slice(about, 0, str_find(about, ", ", 0));
	if (!about.n)
		return STR(UNFINISHED ": deze tekst");
	if (str_starts(about, "Eén "))
		return arena_printf(d->arena, UNFINISHED ": één%.*s",
		    (int)(about.n - strlen("Eén")), about.s + strlen("Eén"));
	text = arena_cstr(d->arena, arena_printf(d->arena, UNFINISHED ": %.*s",
	    (int)about.n, about.s));
	/* "De kop", but not "CBS-code" */
	if (about.n > 1 && !isupper((unsigned char)about.s[1]))
		text[sizeof UNFINISHED + 1] = (char)tolower(
		    (unsigned char)text[sizeof UNFINISHED + 1]);
	return str_from(text);
}

enum { PAGE = 80 };

void
draft_wrap(struct draft *d, unsigned indent, const char *mark,
    struct str text)
{
	size_t at = 0, end, column = 0;

	while (at < text.n) {
		end = str_find(text, " ", at);
		if (end > text.n)
			end = text.n;
		if (column && column + 1 + utf8_count(str_slice(text, at,
		    end)) > PAGE) {
			buf_addc(d->out, '\n');
			column = 0;
		}
		if (!column)
			buf_addf(d->out, "%*s%s", (int)indent, "", mark);
		else
			buf_addc(d->out, ' ');
		column += column ? 1 : indent + strlen(mark);
		buf_add(d->out, str_slice(text, at, end));
		column += utf8_count(str_slice(text, at, end));
		at = end + 1;
	}
	buf_addc(d->out, '\n');
}
