/* xhtml.c -- stage 4, parse: XHTML text -> tree (expat) */
#include <expat.h>
#include <limits.h>
#include <string.h>

#include "../base/buf.h"
#include "../base/die.h"
#include "../base/diag.h"
#include "document.h"

/*
 * Recursion over the tree goes this deep at most; a report needs about 20.
 */
enum { MAX_DEPTH = 200 };

/*
 * Put before the document: the only entities that there are.  The document
 * cannot bring its own, so none can explode or read a file.
 */
static const char prologue[] = "<!DOCTYPE html ["
#define ENTITY(name, code) "<!ENTITY " #name " \"&#" #code ";\">"
#include "entity.def"
#undef ENTITY
    "]>";

struct parse {
	struct arena *arena;
	struct diag *diag;
	const struct trace *trace;
	struct str source;
	XML_Parser parser;
	struct node *root;
	struct node *open;	/* innermost element that is not closed yet */
	int depth;		/* number of open elements */
	struct buf text;	/* since the last tag */
	size_t text_start;	/* offset of text in source */
	bool failed;
	bool has_unknown;	/* element: nesting cannot be judged */
	bool stopped;
};

/* The name since expat 2.9, where the old one is deprecated. */
#if XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 9
#define XML_GetCurrentByteIndex64 XML_GetCurrentByteIndex
#endif

/* Offset in the source of what expat is at. */
static size_t
offset(const struct parse *p)
{
	int64_t at = XML_GetCurrentByteIndex64(p->parser);
	size_t before = sizeof prologue - 1;

	if (at < 0 || (size_t)at < before)
		return 0;
	return (size_t)at - before;
}

static struct loc
place(const struct parse *p, size_t at)
{
	if (!p->trace)
		return (struct loc){ NULL, 0, 0 };
	return trace_place(p->trace, p->source, at);
}

static const char *
name_of(const struct node *node)
{
	/* An unknown element keeps its name as text. */
	if (node->element != ELEMENT_TEXT && node->text.n > 0)
		return node->text.s;
	return element_infos[node->element].name;
}

static bool
is_blank(struct str text)
{
	return str_trim(text).n == 0;
}

/* A block begins or ends behind the last child of node. */
static void
drop_last_space(struct node *node)
{
	struct node *last = node->last;

	if (last && last->element == ELEMENT_TEXT &&
	    node->element != ELEMENT_PRE && is_blank(last->text))
		node_remove(last);
}

static bool
has_only_phrasing(enum element e)
{
	return e == ELEMENT_P || e == ELEMENT_PRE ||
	    element_heading_level(e) > 0 || element_is_phrasing(e);
}

/*
 * The element around that may not hold a child like this, or NULL.  A browser
 * would close it or move the child, and the HTML would differ from the PDF.
 * The body of a note moves to a place of its own.
 */
static const struct node *
wrong_parent(const struct node *parent, enum element child)
{
	const struct node *n = parent;

	if (child == ELEMENT_A) {
		while (n && element_is_phrasing(n->element) &&
		    n->element != ELEMENT_A && n->element != ELEMENT_TS_NOOT)
			n = n->parent;
		return n && n->element == ELEMENT_A ? n : NULL;
	}
	if (element_is_phrasing(child))
		return NULL;
	while (n && n->element == ELEMENT_A)
		n = n->parent;
	if (!n || n->element == ELEMENT_TS_NOOT)
		return NULL;
	return has_only_phrasing(n->element) ? n : NULL;
}

/* The element that is missing between parent and child, or NULL. */
static const char *
missing_between(enum element parent, enum element child)
{
	enum display outer = element_infos[parent].display;

	switch (element_infos[child].display) {
	case DISPLAY_ITEM:
		return outer == DISPLAY_LIST ? NULL : "ul";
	case DISPLAY_CELL:
		return outer == DISPLAY_ROW ? NULL : "tr";
	case DISPLAY_ROW:
		if (outer == DISPLAY_GROUP)
			return NULL;
		/* fall through */
	case DISPLAY_GROUP:
	case DISPLAY_CAPTION:
	case DISPLAY_COLUMN:
		return outer == DISPLAY_TABLE ||
		    parent == ELEMENT_COLGROUP ? NULL : "table";
	default:
		break;
	}
	if (outer == DISPLAY_LIST)
		return "li";
	if (outer == DISPLAY_ROW)
		return "td";
	return outer == DISPLAY_TABLE || outer == DISPLAY_GROUP ? "tr" : NULL;
}

static void
check_between(struct parse *p, const struct node *node)
{
	const char *missing = missing_between(p->open->element, node->element);
	const char *what = "tekst";

	if (!missing || p->has_unknown)
		return;
	if (node->element != ELEMENT_TEXT)
		what = arena_printf(p->arena, "<%s>", name_of(node)).s;
	diag_at(p->diag, node->loc, DIAG_XHTML_BETWEEN, what,
	    name_of(p->open), missing);
	p->failed = true;
}

static void
check_nesting(struct parse *p, const struct node *node)
{
	const struct node *wrong;

	if (p->has_unknown)
		return;
	check_between(p, node);
	wrong = wrong_parent(p->open, node->element);
	if (!wrong)
		return;
	diag_at(p->diag, node->loc, DIAG_XHTML_NESTING, name_of(node),
	    name_of(wrong));
	diag_at(p->diag, wrong->loc, DIAG_XHTML_OPENED, name_of(wrong));
	p->failed = true;
}

/*
 * White space means something only between text and what stands in a line
 * with it.
 */
static void
flush_text(struct parse *p)
{
	struct str text = buf_str(&p->text);
	const struct node *neighbour;
	struct node *node;

	if (text.n == 0 || !p->open)
		return;
	neighbour = p->open->last ? p->open->last : p->open;
	if (!is_blank(text) || p->open->element == ELEMENT_PRE ||
	    element_is_phrasing(neighbour->element)) {
		node = node_text(p->arena, arena_dup(p->arena, text),
		    place(p, p->text_start));
		if (!is_blank(text))
			check_between(p, node);
		node_append(p->open, node);
	}
	buf_clear(&p->text);
}

/* An element in place of an unknown one, so that the rest can be checked. */
static struct node *
unknown_element(struct parse *p, struct str name, struct loc loc)
{
	struct node *node = node_new(p->arena, ELEMENT_SPAN, loc);
	const char *names[ELEMENT_COUNT];

	for (int e = 0; e < ELEMENT_COUNT; e++)
		names[e] = element_infos[e].name;
	node->text = arena_dup(p->arena, name);
	diag_at(p->diag, loc, DIAG_XHTML_ELEMENT, node->text.s,
	    str_nearest(name, names + 1, ELEMENT_COUNT - 1));
	p->failed = p->has_unknown = true;
	return node;
}

/*
 * Where the content says what the id is of the element at byte at; nowhere if
 * the template says it.
 */
static struct loc
id_place(const struct parse *p, size_t at, struct str id)
{
	const struct loc nowhere = { NULL, 0, 0 };
	struct loc loc;

	at = str_find(p->source, " id=\"", at);
	if (at == (size_t)-1 || !p->trace || id.n == 0)
		return nowhere;
	loc = trace_find(p->trace, at + strlen(" id=\"") + id.n - 1);
	return loc.src == place(p, at).src ? nowhere : loc;
}

static void
add_attributes(struct parse *p, struct node *node, const char **pairs)
{
	struct attribute **end = &node->attributes;

	for (; pairs[0]; pairs += 2) {
		if (strcmp(pairs[0], "xmlns") == 0)
			continue;
		*end = arena_alloc(p->arena, sizeof **end);
		(*end)->name = arena_dup(p->arena, str_from(pairs[0]));
		(*end)->value = arena_dup(p->arena, str_from(pairs[1]));
		if (strcmp(pairs[0], "id") == 0)
			(*end)->loc = id_place(p, offset(p), (*end)->value);
		end = &(*end)->next;
	}
}

static void
stop(struct parse *p)
{
	p->failed = p->stopped = true;
	XML_StopParser(p->parser, XML_FALSE);
}

static void XMLCALL
start_element(void *data, const char *name, const char **attributes)
{
	struct parse *p = data;
	struct loc loc = place(p, offset(p));
	enum element element = element_find(str_from(name));
	struct node *node;

	if (p->stopped)
		return;
	flush_text(p);
	if (p->depth == MAX_DEPTH) {
		diag_at(p->diag, loc, DIAG_XHTML_DEPTH,
		    arena_printf(p->arena, "%d", MAX_DEPTH).s);
		stop(p);
		return;
	}
	if (element == ELEMENT_TEXT)
		node = unknown_element(p, str_from(name), loc);
	else
		node = node_new(p->arena, element, loc);
	add_attributes(p, node, attributes);
	if (p->open) {
		if (!element_is_phrasing(node->element))
			drop_last_space(p->open);
		check_nesting(p, node);
		node_append(p->open, node);
	} else {
		p->root = node;
	}
	p->open = node;
	p->depth++;
}

/* Script and style are written to HTML as they are. */
static bool
is_bad_raw_text(const struct node *node)
{
	return (node->element == ELEMENT_SCRIPT ||
	    node->element == ELEMENT_STYLE) && node->first &&
	    str_find(node->first->text, "</", 0) != (size_t)-1;
}

static void XMLCALL
end_element(void *data, const char *name)
{
	struct parse *p = data;
	struct node *node = p->open;

	(void)name;
	if (p->stopped)
		return;
	flush_text(p);
	if (!element_is_phrasing(node->element))
		drop_last_space(node);
	if (element_is_void(node->element) && node->first) {
		diag_at(p->diag, node->loc, DIAG_XHTML_VOID, name_of(node));
		p->failed = true;
	}
	if (is_bad_raw_text(node)) {
		diag_at(p->diag, node->loc, DIAG_XHTML_RAW, name_of(node));
		p->failed = true;
	}
	p->open = node->parent;
	p->depth--;
}

static void XMLCALL
character_data(void *data, const char *s, int n)
{
	struct parse *p = data;

	if (p->stopped)
		return;
	if (p->text.n == 0)
		p->text_start = offset(p);
	buf_add(&p->text, (struct str){ s, (size_t)n });
}

/* The name at an offset of the source, behind any of < / &. */
static const char *
name_at(const struct parse *p, size_t at)
{
	size_t from = at < p->source.n ? at : p->source.n, to;

	while (from < p->source.n && strchr("</&", p->source.s[from]))
		from++;
	for (to = from; to < p->source.n; to++)
		if (strchr(" \t\n/<>&;=\"'", p->source.s[to]))
			break;
	return arena_cstr(p->arena, str_slice(p->source, from, to));
}

static void
report_entity(const struct parse *p, size_t at)
{
	static const char *const known[] = {
#define ENTITY(name, code) #name,
#include "entity.def"
#undef ENTITY
	};
	const char *name = name_at(p, at);

	diag_at(p->diag, place(p, at), DIAG_XHTML_ENTITY, name,
	    str_nearest(str_from(name), known, sizeof known / sizeof *known));
}

/* Faults that a template can well have, in words for its author. */
static const struct {
	enum XML_Error code;
	const char *text;
} fault_texts[] = {
	{ XML_ERROR_INVALID_TOKEN,
	    "een losse < of &, of een attribuut zonder aanhalingstekens; "
	    "schrijf &lt; of &amp;, of attribuut=\"waarde\"" },
	{ XML_ERROR_UNCLOSED_TOKEN,
	    "deze tag eindigt niet; zet er een > achter" },
	{ XML_ERROR_PARTIAL_CHAR, "het document eindigt midden in een teken" },
	{ XML_ERROR_DUPLICATE_ATTRIBUTE,
	    "dit attribuut staat twee keer in de tag; haal er een weg" },
	{ XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
	    "na </html> mag niets meer komen; haal dit weg" },
	{ XML_ERROR_MISPLACED_XML_PI,
	    "<?xml …?> is hier niet nodig; haal dat weg" },
	{ XML_ERROR_SYNTAX,
	    "hier hoort <html> te beginnen, zonder <!DOCTYPE> ervoor" },
	{ XML_ERROR_BAD_CHAR_REF,
	    "deze tekencode bestaat niet; kies een andere" },
	{ XML_ERROR_UNCLOSED_CDATA_SECTION,
	    "<![CDATA[ eindigt niet; zet er ]]> achter" },
};

static void
report_syntax(const struct parse *p, enum XML_Error code, size_t at)
{
	const char *text = XML_ErrorString(code);

	for (size_t i = 0; i < sizeof fault_texts / sizeof *fault_texts; i++)
		if (fault_texts[i].code == code)
			text = fault_texts[i].text;
	diag_at(p->diag, place(p, at), DIAG_XHTML_SYNTAX, text);
}

/* Say why expat stopped. */
static void
report_fault(const struct parse *p)
{
	enum XML_Error code = XML_GetErrorCode(p->parser);
	const char *open = p->open ? name_of(p->open) : "html";
	size_t at = offset(p);

	if (code == XML_ERROR_NO_MEMORY)
		die("het geheugen is op");
	if (code == XML_ERROR_ABORTED)
		return;
	if (code == XML_ERROR_TAG_MISMATCH) {
		diag_at(p->diag, place(p, at), DIAG_XHTML_MISMATCH,
		    name_at(p, at), open);
		diag_at(p->diag, p->open->loc, DIAG_XHTML_OPENED, open);
	} else if (code == XML_ERROR_NO_ELEMENTS && p->open) {
		diag_at(p->diag, p->open->loc, DIAG_XHTML_UNCLOSED, open);
	} else if (code == XML_ERROR_NO_ELEMENTS) {
		diag_at(p->diag, place(p, at), DIAG_XHTML_LACKS, "<html>");
	} else if (code == XML_ERROR_UNDEFINED_ENTITY) {
		report_entity(p, at);
	} else {
		report_syntax(p, code, at);
	}
}

static bool
run_expat(struct parse *p)
{
	enum XML_Status status;

	if (p->source.n > INT_MAX)
		die("een document van meer dan 2 GB kan niet");
	p->parser = XML_ParserCreate("UTF-8");
	if (!p->parser)
		die("het geheugen is op");
	XML_SetUserData(p->parser, p);
	XML_SetElementHandler(p->parser, start_element, end_element);
	XML_SetCharacterDataHandler(p->parser, character_data);
	XML_Parse(p->parser, prologue, (int)sizeof prologue - 1, XML_FALSE);
	status = XML_Parse(p->parser, p->source.s, (int)p->source.n, XML_TRUE);
	if (status != XML_STATUS_OK) {
		report_fault(p);
		p->failed = true;
	}
	XML_ParserFree(p->parser);
	buf_release(&p->text);
	return !p->failed;
}

static struct node *
find_child(const struct node *parent, enum element element)
{
	struct node *child = parent->first;

	while (child && child->element != element)
		child = child->next;
	return child;
}

/* Take title and language; tell what a document cannot do without. */
static bool
read_frame(struct arena *arena, struct diag *d, struct document *document)
{
	const struct node *root = document->root;
	const struct node *head = find_child(root, ELEMENT_HEAD);
	const struct node *title = NULL;
	const struct str *language = node_attribute(root, "lang");
	const char *lacks = NULL;

	if (head)
		title = find_child(head, ELEMENT_TITLE);
	if (title)
		document->title = node_content(arena, title);
	if (language)
		document->language = *language;
	if (root->element != ELEMENT_HTML)
		lacks = "<html> om alles heen";
	else if (document->title.n == 0)
		lacks = "<title> met een tekst, in <head>";
	else if (document->language.n == 0)
		lacks = "de taal in <html lang=\"nl\">";
	else if (!find_child(root, ELEMENT_BODY))
		lacks = "<body>";
	if (lacks)
		diag_at(d, root->loc, DIAG_XHTML_LACKS, lacks);
	return !lacks;
}

struct document *
document_parse(struct arena *arena, struct diag *d, struct str xhtml,
    const struct trace *trace)
{
	struct parse p = {
		.arena = arena, .diag = d, .trace = trace, .source = xhtml,
		.text = BUF_INIT,
	};
	struct document *document = arena_alloc(arena, sizeof *document);

	if (!run_expat(&p))
		return NULL;
	document->root = p.root;
	if (!read_frame(arena, d, document))
		return NULL;
	return document;
}
