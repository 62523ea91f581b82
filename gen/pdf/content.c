/*
 * content.c -- stage 6: marks in a page's content stream.
 *
 * A content stream is a row of operands and operators (ISO 32000-1 7.8.2).
 * Of interest are only the borders, and what kind of thing the other operators
 * paint, to see that it is what was drawn; all else is copied byte for byte.
 */
#include "content.h"

#include <stdio.h>
#include <string.h>

struct scanner {
	struct str s;
	size_t at;
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
	    c == '\0';
}

static bool
is_delimiter(char c)
{
	return c && strchr("()<>[]{}/%", c);
}

/* Step over a string in parentheses, which may hold others and escapes. */
static void
skip_string(struct scanner *sc)
{
	int depth = 0;

	do {
		char c = sc->s.s[sc->at++];

		if (c == '\\')
			sc->at++;
		else if (c == '(')
			depth++;
		else if (c == ')')
			depth--;
	} while (depth && sc->at < sc->s.n);
	if (sc->at > sc->s.n)	/* it ended in a backslash */
		sc->at = sc->s.n;
}

/* The next token; "" at the end.  << and >> come as one. */
static struct str
next_token(struct scanner *sc)
{
	const char *s = sc->s.s;
	size_t n = sc->s.n, from;

	while (sc->at < n && is_space(s[sc->at]))
		sc->at++;
	from = sc->at;
	if (from >= n)
		return STR("");
	if (s[from] == '(') {
		skip_string(sc);
	} else if ((s[from] == '<' || s[from] == '>') && from + 1 < n &&
	    s[from + 1] == s[from]) {
		sc->at += 2;
	} else if (s[from] == '<') {
		while (sc->at < n && s[sc->at++] != '>')
			;
	} else {
		sc->at++;
		if (s[from] == '/' || !is_delimiter(s[from]))
			while (sc->at < n && !is_space(s[sc->at]) &&
			    !is_delimiter(s[sc->at]))
				sc->at++;
	}
	return str_slice(sc->s, from, sc->at);
}

/* ISO 32000-1 14.8.2.2.2: why an artifact is there. */
static const char *
artifact(int tag)
{
	switch (tag) {
	case TAG_HEADER:
		return "/Artifact << /Type /Pagination /Subtype /Header "
		    "/Attached [ /Top ] >> BDC";
	case TAG_FOOTER:
		return "/Artifact << /Type /Pagination /Subtype /Footer "
		    "/Attached [ /Bottom ] >> BDC";
	case TAG_BACKGROUND:
		return "/Artifact << /Type /Background >> BDC";
	default:
		return "/Artifact << /Type /Layout >> BDC";
	}
}

enum { MAX_OPERANDS = 4 };	/* of re; of more the first are kept */

struct rewriter {
	struct scanner in;
	const struct layout *layout;
	const struct mark *marks;
	size_t n, seen;		/* pieces; borders that were passed */
	int *ids;
	int next_id;
	struct str operands[MAX_OPERANDS];
	size_t n_operands;
	size_t border;		/* offset of a path that is one, or NOWHERE */
	size_t copied;		/* offset up to which all is in out */
	int depth;		/* of marks that cairo made itself */
	bool text;		/* the piece shows some */
	struct buf *out;
};

#define NOWHERE ((size_t)-1)

static void
write_begin(struct rewriter *r)
{
	int tag = r->marks[r->seen].tag;

	if (tag < 0) {
		r->ids[r->seen] = -1;
		buf_adds(r->out, artifact(tag));
		return;
	}
	r->ids[r->seen] = r->next_id;
	buf_addf(r->out, "/%s << /MCID %d >> BDC", r->layout->tags[tag].type,
	    r->next_id++);
}

/* Is the rectangle a border?  Only those are square and so small. */
static bool
is_border(const struct rewriter *r)
{
	const struct str *size = &r->operands[2];

	return r->n_operands == 4 && str_starts(size[0], "0.00") &&
	    str_eq(size[0], size[1]);
}

static bool
is_number(struct str token, unsigned number)
{
	char text[16];

	snprintf(text, sizeof text, "%u", number);
	return str_is(token, text);
}

/* In the piece that ends here text must be shown if it was drawn. */
static const char *
end_piece(struct rewriter *r)
{
	unsigned holds = r->marks[r->seen - 1].holds;

	if (r->depth)
		return "een deel van de inhoud is niet gesloten";
	if (!r->text && holds & HOLDS_INK)
		return "getekende tekst ontbreekt";
	buf_adds(r->out, "EMC ");
	return NULL;
}

static const char *
pass_border(struct rewriter *r)
{
	const char *fault = NULL;

	if (r->seen > r->n || !is_number(r->operands[0], border_x(r->seen)) ||
	    !is_number(r->operands[1], border_y(r->seen)))
		return "een grens staat op de verkeerde plaats";
	buf_add(r->out, str_slice(r->in.s, r->copied, r->border));
	r->copied = r->in.at;
	r->border = NOWHERE;
	if (r->seen)
		fault = end_piece(r);
	if (r->seen < r->n)
		write_begin(r);
	r->seen++;
	r->text = false;
	return fault;
}

static bool
is_operator(struct str token)
{
	char c = token.s[0];

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
	    c == '"';
}

static bool
is_one_of(struct str op, const char *const *list)
{
	for (; *list; list++)
		if (str_is(op, *list))
			return true;
	return false;
}

/* Does an operator that paints so much as fit in the piece where it is? */
static const char *
check_painting(struct rewriter *r, struct str op)
{
	static const char *const text[] = { "Tj", "TJ", "'", "\"", NULL };
	static const char *const other[] = { "f", "F", "f*", "B", "B*", "b",
		"b*", "S", "s", "sh", "Do", NULL };
	bool shows = is_one_of(op, text);
	unsigned holds;

	if (str_is(op, "BI"))	/* what follows is no row of tokens */
		return "een beeld in de inhoud zelf";
	if (!shows && !is_one_of(op, other))
		return NULL;
	if (!r->seen || r->seen > r->n)
		return "inhoud buiten de structuur";
	holds = r->marks[r->seen - 1].holds;
	if (shows && !(holds & (HOLDS_TEXT | HOLDS_PICTURE)))
		return "tekst die niet is getekend";
	if (!shows && !(holds & (HOLDS_FILL | HOLDS_PICTURE)))
		return "iets anders dan de getekende tekst";
	r->text |= shows;
	return NULL;
}

/*
 * cairo nests a Span with ActualText where text has no one-to-one mapping;
 * that stays as it is.
 */
static const char *
operator_at(struct rewriter *r, struct str op)
{
	if (r->border != NOWHERE)
		return str_is(op, "f") ? pass_border(r) :
		    "een grens is niet gevuld";
	if (str_is(op, "re") && is_border(r))
		r->border = (size_t)(r->operands[0].s - r->in.s.s);
	else if (str_is(op, "BDC") || str_is(op, "BMC"))
		r->depth++;
	else if (str_is(op, "EMC") && --r->depth < 0)
		return "een deel van de inhoud is twee keer gesloten";
	return check_painting(r, op);
}

static void
keep_operand(struct rewriter *r, struct str token)
{
	if (r->border == NOWHERE && r->n_operands < MAX_OPERANDS)
		r->operands[r->n_operands] = token;
	r->n_operands++;
}

const char *
content_rewrite(struct str content, const struct layout *layout,
    const struct mark *marks, size_t n, int *ids, struct buf *out)
{
	struct rewriter r = { .in = { content, 0 }, .layout = layout,
		.marks = marks, .n = n, .ids = ids, .border = NOWHERE,
		.out = out };
	const char *fault = NULL;
	struct str token;

	while (!fault && (token = next_token(&r.in)).n) {
		if (!is_operator(token)) {
			keep_operand(&r, token);
			continue;
		}
		fault = operator_at(&r, token);
		r.n_operands = 0;
	}
	buf_add(out, str_slice(content, r.copied, content.n));
	if (!fault && r.seen != (n ? n + 1 : 0))
		fault = "minder inhoud dan er getekend is";
	return fault;
}
