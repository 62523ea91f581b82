/*
 * content.c -- stage 6: marks in a page's content stream.
 *
 * A content stream is a row of operands and operators (ISO 32000-1 7.8.2).
 * Only the operators that begin and end marked content are of interest here;
 * the rest is copied byte for byte.
 */
#include "content.h"

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

struct rewriter {
	struct scanner in;
	const struct layout *layout;
	const struct mark *marks;
	size_t n, seen;		/* pieces: expected, begun */
	int *ids;
	int next_id;
	size_t copied;		/* offset up to which all is in out */
	size_t operand;		/* offset of the first operand that waits */
	int depth;
	struct buf *out;
};

static void
begin_piece(struct rewriter *r)
{
	int tag = r->marks[r->seen].tag;

	buf_add(r->out, str_slice(r->in.s, r->copied, r->operand));
	if (tag < 0) {
		r->ids[r->seen] = -1;
		buf_adds(r->out, artifact(tag));
	} else {
		r->ids[r->seen] = r->next_id;
		buf_addf(r->out, "/%s << /MCID %d >> BDC",
		    r->layout->tags[tag].type, r->next_id++);
	}
	r->copied = r->in.at;
	r->seen++;
}

static bool
is_operator(struct str token)
{
	char c = token.s[0];

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
	    c == '"';
}

static bool
shows_text(struct str op)
{
	return str_is(op, "Tj") || str_is(op, "TJ") || str_is(op, "'") ||
	    str_is(op, "\"");
}

/*
 * cairo itself nests a Span with ActualText where text has no one-to-one
 * mapping; such a piece has no identifier and stays as it is.
 */
static const char *
operator_at(struct rewriter *r, struct str op, bool has_id)
{
	if (str_is(op, "BDC")) {
		if (has_id) {
			if (r->seen >= r->n)
				return "meer inhoud dan er getekend is";
			begin_piece(r);
		}
		r->depth++;
	} else if (str_is(op, "BMC")) {
		r->depth++;
	} else if (str_is(op, "EMC")) {
		r->depth--;
	} else if (!r->depth && shows_text(op)) {
		return "tekst buiten de structuur";
	}
	return NULL;
}

const char *
content_rewrite(struct str content, const struct layout *layout,
    const struct mark *marks, size_t n, int *ids, struct buf *out)
{
	struct rewriter r = { .in = { content, 0 }, .layout = layout,
		.marks = marks, .n = n, .ids = ids, .out = out };
	const char *fault = NULL;
	bool first = true, has_id = false;
	struct str token;

	while (!fault && (token = next_token(&r.in)).n) {
		if (first)
			r.operand = (size_t)(token.s - content.s);
		first = is_operator(token);
		if (first) {
			fault = operator_at(&r, token, has_id);
			has_id = false;
		} else if (str_is(token, "/MCID")) {
			has_id = true;
		}
	}
	buf_add(out, str_slice(content, r.copied, content.n));
	if (!fault && r.seen != n)
		return "minder inhoud dan er getekend is";
	if (!fault && r.depth)
		return "een deel van de inhoud is niet gesloten";
	return fault;
}
