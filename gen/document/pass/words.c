/* words.c -- stage 4: languages, abbreviations, division, glossary */
#include <string.h>

#include "../../base/buf.h"
#include "../../base/diag.h"
#include "../document.h"
#include "lexicon.h"
#include "../names.h"
#include "../passage.h"

/* Telling where something stands takes time; more than this helps nobody. */
enum { MAX_TOLD = 100 };

struct marking {
	struct arena *arena;
	struct diag *diag;
	struct lexicon *lexicon;
	struct names *told;	/* unknown abbreviations */
	int n_told;
	int chapter;		/* how many h2 there were */
	bool in_heading;
	struct node *node;	/* the text that is being marked */
	struct buf text;	/* of it, that has no node of its own yet */
	bool changed;
};

/* ---- one text node ---- */

static void
flush_text(struct marking *m)
{
	if (m->text.n > 0)
		node_insert_before(m->node, node_text(m->arena,
		    arena_dup(m->arena, buf_str(&m->text)), m->node->loc));
	buf_clear(&m->text);
}

static void
wrap(struct marking *m, enum element element, const char *name,
    struct str value, struct str text)
{
	struct node *node = node_new(m->arena, element, m->node->loc);

	flush_text(m);
	node_set(m->arena, node, name, value);
	node_append(node, node_text(m->arena, arena_dup(m->arena, text),
	    m->node->loc));
	node_insert_before(m->node, node);
	m->changed = true;
}

/* With soft hyphens where divided has hyphens; the letters stay. */
static void
divide(struct marking *m, struct str text, struct str divided)
{
	size_t at = 0;

	for (size_t i = 0; i < divided.n; i++)
		if (divided.s[i] == '-')
			buf_adds(&m->text, "\u00AD");
		else if (at < text.n)
			buf_addc(&m->text, text.s[at++]);
	m->changed = true;
}

static void
put_term(struct marking *m, struct term *term, struct str text)
{
	term->used = true;
	if (term->kind == TERM_DIVIDED) {
		divide(m, text, term->divided);
	} else if (term->kind == TERM_FOREIGN) {
		wrap(m, ELEMENT_SPAN, "lang", term->language, text);
	} else if (term->kind == TERM_ABBREVIATION && !m->in_heading &&
	    term->chapter != m->chapter) {
		term->chapter = m->chapter;
		wrap(m, ELEMENT_ABBR, "title", term->meaning, text);
	} else {
		buf_add(&m->text, text);
	}
}

/* Two capitals and no small letters; not more figures: GM0080 is a code. */
static bool
looks_abbreviated(struct str word)
{
	size_t capitals = 0, roman = 0;

	for (size_t i = 0; i < word.n; i++) {
		char c = word.s[i];

		if ((c < 'A' || c > 'Z') && (c < '0' || c > '9'))
			return false;
		capitals += c >= 'A' && c <= 'Z';
		roman += c == 'I' || c == 'V' || c == 'X';
	}
	return capitals >= 2 && word.n <= 2 * capitals && roman < word.n &&
	    !str_is(word, "IJ");
}

/* "3521 AZ" */
static bool
is_postcode(struct str text, size_t at, size_t end)
{
	size_t figures = 0;

	while (at > 0 && (text.s[at - 1] == ' ' ||
	    (unsigned char)text.s[at - 1] >= 0x80))
		at--;
	while (figures < at && text.s[at - 1 - figures] >= '0' &&
	    text.s[at - 1 - figures] <= '9')
		figures++;
	return figures == 4 && (end == text.n ||
	    lexicon_word_end(text, end) == end);
}

static void
check_word(struct marking *m, size_t at, size_t end)
{
	struct str text = m->node->text, word = str_slice(text, at, end);
	void **slot;

	if (!looks_abbreviated(word))
		return;
	if ((word.n == 2 && is_postcode(text, at, end)) ||
	    is_filled_in(m->node, at))
		return;
	while (end < text.n && text.s[end] == '+')
		end++;
	word = str_slice(text, at, end);
	slot = names_slot(m->told, word);
	if (!*slot && m->n_told++ < MAX_TOLD)
		diag_at(m->diag, text_place(m->node, at), DIAG_ABBREVIATION,
		    arena_cstr(m->arena, word));
	*slot = m;
}

/* The end of a web or mail address at the begin of a chunk, or 0. */
static size_t
address_end(struct str text, size_t at)
{
	size_t end = at;
	struct str chunk;

	while (end < text.n && white_length(text, end) == 0)
		end++;
	chunk = str_slice(text, at, end);
	if (str_find(chunk, "://", 0) < chunk.n || str_starts(chunk, "www.") ||
	    (chunk.n > 0 && memchr(chunk.s, '@', chunk.n)))
		return end;
	return 0;
}

/* The next word, or what stands between words; the offset behind it. */
static size_t
mark_at(struct marking *m, size_t at)
{
	struct str text = m->node->text;
	size_t end = lexicon_word_end(text, at), past;
	struct term *term;

	if (end == at) {
		utf8_next(text, &end);
		buf_add(&m->text, str_slice(text, at, end));
		return end;
	}
	term = lexicon_match(m->lexicon, text, at, end, &past);
	if (term) {
		put_term(m, term, str_slice(text, at, past));
		return past;
	}
	check_word(m, at, end);
	buf_add(&m->text, str_slice(text, at, end));
	return end;
}

static void
mark_text(struct marking *m, struct node *node)
{
	bool begins = true;	/* a chunk, behind white space */
	size_t at = 0, end;

	m->node = node;
	m->changed = false;
	buf_clear(&m->text);
	while (at < node->text.n) {
		end = begins ? address_end(node->text, at) : 0;
		if (end > 0)
			buf_add(&m->text, str_slice(node->text, at, end));
		else
			end = mark_at(m, at);
		begins = white_length(node->text, at) > 0;
		at = end;
	}
	if (!m->changed)
		return;
	flush_text(m);
	node_remove(node);
}

/* ---- the document ---- */

static bool
is_left_out(const struct node *node)
{
	switch (node->element) {
	case ELEMENT_HEAD:
	case ELEMENT_SCRIPT:
	case ELEMENT_STYLE:
	case ELEMENT_ABBR:
	case ELEMENT_CODE:
	case ELEMENT_KBD:
	case ELEMENT_PRE:
		return true;
	case ELEMENT_HTML:
		return false;
	default:
		return node_attribute(node, "lang");
	}
}

static bool
is_in_heading(const struct node *node)
{
	for (; node; node = node->parent)
		if (element_heading_level(node->element) > 0 ||
		    node->element == ELEMENT_NAV)
			return true;
	return false;
}

static void
mark_all(struct marking *m, struct node *root)
{
	struct node *next;

	for (struct node *n = root; n; n = next) {
		next = node_next(n, root);
		if (is_left_out(n)) {
			next = node_skip(n, root);
		} else if (n->element == ELEMENT_TEXT) {
			m->in_heading = is_in_heading(n);
			mark_text(m, n);
		}
		m->chapter += n->element == ELEMENT_H2;
	}
}

/* ---- the glossary ---- */

static struct node *
add_element(struct marking *m, struct node *parent, enum element element,
    struct str text)
{
	struct node *node = node_new(m->arena, element, parent->loc);

	if (text.n > 0)
		node_append(node, node_text(m->arena, text, parent->loc));
	node_append(parent, node);
	return node;
}

/* "meaning: more", or the one that there is */
static struct str
explanation(struct marking *m, const struct term *term)
{
	if (term->meaning.n == 0 || term->more.n == 0)
		return term->meaning.n > 0 ? term->meaning : term->more;
	return arena_printf(m->arena, "%s: %s", term->meaning.s,
	    term->more.s);
}

static void
put_glossary(struct marking *m, struct node *place)
{
	struct node *list = node_new(m->arena, ELEMENT_DL, place->loc), *term;
	struct term **used;
	size_t n;

	used = lexicon_used(m->arena, m->lexicon, &n);
	node_set(m->arena, list, "class", STR("begrippen"));
	for (size_t i = 0; i < n; i++) {
		term = add_element(m, list, ELEMENT_DT, used[i]->text);
		if (used[i]->kind == TERM_FOREIGN)
			node_set(m->arena, term, "lang", used[i]->language);
		add_element(m, list, ELEMENT_DD, explanation(m, used[i]));
	}
	if (n > 0)
		node_insert_before(place, list);
	else
		diag_at(m->diag, place->loc, DIAG_GLOSSARY_EMPTY);
	node_remove(place);
}

static void
put_glossaries(struct marking *m, struct node *root)
{
	struct node *next;

	for (struct node *n = root; n; n = next) {
		next = node_next(n, root);
		if (n->element == ELEMENT_TS_BEGRIPPEN) {
			next = node_skip(n, root);
			put_glossary(m, n);
		}
	}
}

void
document_mark_words(struct arena *arena, struct diag *d,
    struct document *document, const struct value *words)
{
	struct marking m = {
		.arena = arena, .diag = d, .told = names_new(arena),
		.lexicon = lexicon_new(arena, words), .text = BUF_INIT,
	};

	if (words && words->kind == VALUE_MAP)
		mark_all(&m, document->root);
	put_glossaries(&m, document->root);
	buf_release(&m.text);
}
