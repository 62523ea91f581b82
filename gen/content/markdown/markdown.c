/* markdown.c -- stage 2, mark up: walk libcmark's tree and write XHTML */
#include "markdown.h"

#include <assert.h>
#include <cmark.h>
#include <string.h>

#include "../../base/diag.h"
#include "markdown_private.h"

enum { DEPTH_MAX = 40 };	/* elements inside each other */

#define CAPTION "Tabel: "	/* begins the paragraph above a table */

static const struct loc no_place = { NULL, 0, 0 };

static cmark_node *
parse(const struct fragment *f)
{
	return cmark_parse_document(f->text->text.s, f->text->text.n,
	    CMARK_OPT_DEFAULT);
}

static struct str
literal(cmark_node *node)
{
	return str_from(cmark_node_get_literal(node));
}

static bool
is_type(cmark_node *node, cmark_node_type type)
{
	return node && cmark_node_get_type(node) == type;
}

/*
 * libcmark counts the lines of a paragraph from where it began, even if link
 * addresses were taken from its head, and takes all its lines to be indented
 * like the first.  Lines and columns here are those of the text.
 */
static unsigned
inline_line(struct fragment *f, cmark_node *node)
{
	return (unsigned)cmark_node_get_start_line(node) + f->leaf.skew;
}

static unsigned
inline_column(struct fragment *f, cmark_node *node, unsigned line)
{
	int column = cmark_node_get_start_column(node) -
	    (int)f->leaf.base + (int)leaf_column(f, line);

	return column > 1 ? (unsigned)column : 1;
}

/* A link has the line on which it ends; what it begins with is right. */
static struct loc
inline_place(struct fragment *f, cmark_node *node)
{
	cmark_node *first = node;
	unsigned line;

	while (cmark_node_first_child(first))
		first = cmark_node_first_child(first);
	line = inline_line(f, first);
	return fragment_place(f, line, inline_column(f, node, line));
}

static struct loc
block_place(struct fragment *f, cmark_node *node)
{
	return fragment_place(f, (unsigned)cmark_node_get_start_line(node),
	    cmark_node_get_start_column(node));
}

/* True if a line of the current leaf is a link's address: "[naam]: …". */
static bool
is_address(struct fragment *f, unsigned line)
{
	struct str s = leaf_line(f, line);
	size_t end = str_find(s, "]", 0);

	return str_starts(s, "[") && str_find(s, "]:", 0) == end &&
	    end != (size_t)-1;
}

/* Make a paragraph or heading the current one. */
static void
leaf_enter(struct fragment *f, cmark_node *node)
{
	struct leaf *leaf = &f->leaf;
	cmark_node *first = cmark_node_first_child(node);
	bool is_text = is_type(first, CMARK_NODE_TEXT) &&
	    str_starts(literal(first), "[");

	*leaf = (struct leaf){
		.line = (unsigned)cmark_node_get_start_line(node),
		.last = (unsigned)cmark_node_get_end_line(node),
		.column = (unsigned)cmark_node_get_start_column(node),
	};
	leaf->base = leaf->column;
	for (cmark_node *n = node; n; n = cmark_node_parent(n))
		leaf->quotes += is_type(n, CMARK_NODE_BLOCK_QUOTE);
	while (!is_text && leaf->line < leaf->last &&
	    is_address(f, leaf->line)) {
		leaf->column = leaf_column(f, leaf->line + 1);
		leaf->line++;
		leaf->skew++;
	}
}

/* False after telling that there are too many elements in each other. */
static bool
check_depth(struct fragment *f, struct loc loc, int depth)
{
	if (depth < DEPTH_MAX)
		return true;
	fault_at(f->md, loc, DIAG_TEXT_DEPTH);
	return false;
}

static void add_inlines(struct inline_text *, cmark_node *parent, int depth);

static void
add_element(struct inline_text *t, cmark_node *node, const char *name,
    int depth)
{
	struct arena *a = t->fragment->md->arena;

	inline_add_markup(t, arena_printf(a, "<%s>", name),
	    inline_place(t->fragment, node));
	add_inlines(t, node, depth);
	inline_add_markup(t, arena_printf(a, "</%s>", name), no_place);
}

/* In a table's cell \| is the only way to write a pipe, in code too. */
static struct str
code_text(struct fragment *f, cmark_node *node)
{
	struct str s = literal(node);
	struct buf b = BUF_INIT;

	if (!f->is_cell)
		return s;
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] != '\\' || i + 1 == s.n || s.s[i + 1] != '|')
			buf_addc(&b, s.s[i]);
	return buf_detach(&b, f->md->arena);
}

static void
add_code(struct inline_text *t, cmark_node *node)
{
	struct loc loc = inline_place(t->fragment, node);

	inline_add_markup(t, STR("<code>"), loc);
	inline_add_literal(t, code_text(t->fragment, node), loc);
	inline_add_markup(t, STR("</code>"), no_place);
}

/* A closing tag is no news if its opening tag was reported. */
static void
add_html(struct inline_text *t, cmark_node *node)
{
	struct leaf *leaf = &t->fragment->leaf;

	if (!leaf->has_html || !str_starts(literal(node), "</"))
		html_fault(t->fragment->md, inline_place(t->fragment, node),
		    literal(node));
	leaf->has_html = true;
}

/* ' name="…"' with the text, set and escaped. */
static struct str
attribute(const struct inline_text *t, const char *name)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, " %s=\"", name);
	inline_write(t, &b, NULL);
	buf_addc(&b, '"');
	return buf_detach(&b, t->fragment->md->arena);
}

/* The title of a link or picture as an attribute; "" if it has none. */
static struct str
title_attribute(struct fragment *f, cmark_node *node)
{
	struct str title = str_from(cmark_node_get_title(node)), text;
	struct inline_text t;

	if (!title.n)
		return title;
	inline_init(&t, f);
	f->links++;
	inline_add_words(&t, title, inline_place(f, node));
	f->links--;
	text = attribute(&t, "title");
	inline_release(&t);
	return text;
}

/* The address of a link or picture, with its variables filled in. */
static struct str
url_text(struct fragment *f, cmark_node *node)
{
	struct str url = str_from(cmark_node_get_url(node));
	struct inline_text t;

	inline_init(&t, f);
	f->links++;
	inline_add_words(&t, url, inline_place(f, node));
	f->links--;
	url = buf_detach(&t.text, f->md->arena);
	inline_release(&t);
	return url;
}

static struct str
escape(struct arena *a, struct str s)
{
	struct buf b = BUF_INIT;

	buf_add_escaped(&b, s);
	return buf_detach(&b, a);
}

/* An empty link to an id is filled by a later pass: "paragraaf 3.2". */
static void
add_link(struct inline_text *t, cmark_node *node, int depth)
{
	struct fragment *f = t->fragment;
	struct arena *a = f->md->arena;
	struct loc loc = inline_place(f, node);
	struct str url = url_text(f, node), href;

	if (!link_check(f->md, loc, url, &href))
		return;
	if (!cmark_node_first_child(node) && !str_starts(href, "#"))
		fault_at(f->md, loc, DIAG_LINK_EMPTY);
	inline_add_markup(t, arena_printf(a, "<a href=\"%s\"%s>",
	    escape(a, href).s, title_attribute(f, node).s), loc);
	f->links++;
	add_inlines(t, node, depth);
	f->links--;
	inline_add_markup(t, STR("</a>"), no_place);
}

/* ' alt="…"', or "" after telling that there is none. */
static struct str
alt_attribute(struct fragment *f, cmark_node *image, int depth)
{
	struct inline_text t;
	struct str text = STR("");

	inline_init(&t, f);
	f->links++;
	add_inlines(&t, image, depth);
	f->links--;
	if (str_trim(buf_str(&t.text)).n)
		text = attribute(&t, "alt");
	else
		fault_at(f->md, inline_place(f, image), DIAG_PICTURE_ALT);
	inline_release(&t);
	return text;
}

static void
add_image(struct inline_text *t, cmark_node *node, struct str title,
    int depth)
{
	struct fragment *f = t->fragment;
	struct arena *a = f->md->arena;
	struct loc loc = inline_place(f, node);
	struct str src, alt = alt_attribute(f, node, depth);

	if (!picture_check(f->md, loc, url_text(f, node), &src))
		return;
	inline_add_markup(t, arena_printf(a, "<img src=\"%s\"%s%s/>",
	    escape(a, src).s, alt.s, title.s), loc);
}

static void
add_inline(struct inline_text *t, cmark_node *node, int depth)
{
	struct fragment *f = t->fragment;
	unsigned line = inline_line(f, node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		inline_add(t, literal(node), line,
		    inline_column(f, node, line));
		break;
	case CMARK_NODE_LINEBREAK:
		inline_add_markup(t, STR("<br/>"), no_place);
		inline_add_newline(t);
		break;
	case CMARK_NODE_SOFTBREAK:
		inline_add_newline(t);
		break;
	case CMARK_NODE_CODE:
		add_code(t, node);
		break;
	case CMARK_NODE_HTML_INLINE:
		add_html(t, node);
		break;
	case CMARK_NODE_EMPH:
		add_element(t, node, "em", depth);
		break;
	case CMARK_NODE_STRONG:
		add_element(t, node, "strong", depth);
		break;
	case CMARK_NODE_LINK:
		add_link(t, node, depth);
		break;
	case CMARK_NODE_IMAGE:
		add_image(t, node, title_attribute(f, node), depth);
		break;
	default:
		assert(!"an inline node");
	}
}

static void
add_inlines(struct inline_text *t, cmark_node *parent, int depth)
{
	cmark_node *node = cmark_node_first_child(parent);

	if (!node || !check_depth(t->fragment,
	    inline_place(t->fragment, node), depth))
		return;
	for (; node; node = cmark_node_next(node))
		add_inline(t, node, depth + 1);
}

/* Write the text of the current leaf but for its first skip bytes. */
static void
write_text(struct fragment *f, cmark_node *leaf, size_t skip, int depth)
{
	struct inline_text t;

	inline_init(&t, f);
	t.skip = skip;
	add_inlines(&t, leaf, depth);
	inline_write(&t, &f->out, &f->trace);
	inline_release(&t);
}

/* A picture alone in a paragraph: its title is the caption. */
static void
write_figure(struct fragment *f, cmark_node *image, int depth)
{
	struct loc loc = inline_place(f, image);
	struct inline_text t;

	inline_init(&t, f);
	inline_add_markup(&t, STR("<figure>"), loc);
	add_image(&t, image, STR(""), depth);
	inline_add_markup(&t, STR("<figcaption>"), loc);
	inline_add_words(&t, str_from(cmark_node_get_title(image)), loc);
	inline_add_markup(&t, STR("</figcaption></figure>"), no_place);
	inline_write(&t, &f->out, &f->trace);
	inline_release(&t);
}

static bool
is_figure(cmark_node *paragraph)
{
	cmark_node *node = cmark_node_first_child(paragraph);

	return is_type(node, CMARK_NODE_IMAGE) && !cmark_node_next(node) &&
	    *cmark_node_get_title(node);
}

static bool
is_tight(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);

	return is_type(item, CMARK_NODE_ITEM) &&
	    cmark_node_get_list_tight(cmark_node_parent(item));
}

/* True if node is a paragraph that is a table; it is the current leaf then. */
static bool
is_table(struct fragment *f, cmark_node *node)
{
	if (!is_type(node, CMARK_NODE_PARAGRAPH))
		return false;
	leaf_enter(f, node);
	return table_is_at(f);
}

static bool
is_caption(cmark_node *node)
{
	return is_type(node, CMARK_NODE_PARAGRAPH) &&
	    is_type(cmark_node_first_child(node), CMARK_NODE_TEXT) &&
	    str_starts(literal(cmark_node_first_child(node)), CAPTION);
}

/* caption: the paragraph above it, or NULL. */
static void
write_table(struct fragment *f, cmark_node *table, cmark_node *caption,
    int depth)
{
	fragment_trace(f, block_place(f, table));
	buf_adds(&f->out, "<table>\n");
	if (caption) {
		leaf_enter(f, caption);
		buf_adds(&f->out, "<caption>");
		write_text(f, caption, strlen(CAPTION), depth);
		buf_adds(&f->out, "</caption>\n");
		leaf_enter(f, table);
	}
	table_write(f);
	buf_adds(&f->out, "</table>");
}

static void
write_paragraph(struct fragment *f, cmark_node *node, int depth)
{
	if (is_table(f, node)) {
		write_table(f, node, NULL, depth);
	} else if (is_figure(node)) {
		write_figure(f, cmark_node_first_child(node), depth);
	} else if (is_tight(node)) {
		write_text(f, node, 0, depth);
	} else {
		buf_adds(&f->out, "<p>");
		write_text(f, node, 0, depth);
		buf_adds(&f->out, "</p>");
	}
}

static void
write_heading(struct fragment *f, cmark_node *node, int depth)
{
	int level = cmark_node_get_heading_level(node);

	leaf_enter(f, node);
	buf_addf(&f->out, "<h%d class=\"md\">", level);
	write_text(f, node, 0, depth);
	buf_addf(&f->out, "</h%d>", level);
}

static void write_blocks(struct fragment *, cmark_node *parent, int depth);

static void
write_container(struct fragment *f, cmark_node *node, const char *name,
    int depth)
{
	int start = is_type(node, CMARK_NODE_LIST) ?
	    cmark_node_get_list_start(node) : 1;

	if (*name == 'o' && start != 1)
		buf_addf(&f->out, "<%s start=\"%d\">", name, start);
	else
		buf_addf(&f->out, "<%s>", name);
	if (!is_type(node, CMARK_NODE_ITEM))
		buf_addc(&f->out, '\n');
	write_blocks(f, node, depth);
	buf_addf(&f->out, "</%s>", name);
}

static void
write_block(struct fragment *f, cmark_node *node, int depth)
{
	fragment_trace(f, block_place(f, node));
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(f, node, depth);
		break;
	case CMARK_NODE_HEADING:
		write_heading(f, node, depth);
		break;
	case CMARK_NODE_LIST:
		write_container(f, node, cmark_node_get_list_type(node) ==
		    CMARK_ORDERED_LIST ? "ol" : "ul", depth);
		break;
	case CMARK_NODE_ITEM:
		write_container(f, node, "li", depth);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		write_container(f, node, "blockquote", depth);
		break;
	case CMARK_NODE_CODE_BLOCK:
		buf_adds(&f->out, "<pre><code>");
		buf_add_escaped(&f->out, literal(node));
		buf_adds(&f->out, "</code></pre>");
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_fault(f->md, block_place(f, node), literal(node));
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		buf_adds(&f->out, "<hr/>");
		break;
	default:
		assert(!"a block");
	}
}

static void
write_blocks(struct fragment *f, cmark_node *parent, int depth)
{
	cmark_node *node = cmark_node_first_child(parent), *next;

	if (!node || !check_depth(f, block_place(f, node), depth))
		return;
	for (; node; node = next) {
		next = cmark_node_next(node);
		if (is_caption(node) && is_table(f, next)) {
			write_table(f, next, node, depth + 1);
			next = cmark_node_next(next);
		} else {
			write_block(f, node, depth + 1);
		}
		if (next || !is_type(parent, CMARK_NODE_ITEM))
			buf_addc(&f->out, '\n');
	}
}

/* True if all there is in parent is one paragraph. */
static bool
is_paragraph(struct fragment *f, cmark_node *parent)
{
	cmark_node *node = cmark_node_first_child(parent);

	return is_type(node, CMARK_NODE_PARAGRAPH) &&
	    !cmark_node_next(node) && !is_table(f, node);
}

/* One paragraph, without <p>. */
static void
write_inline(struct fragment *f, cmark_node *document)
{
	cmark_node *node = cmark_node_first_child(document);

	if (!node)
		return;
	if (is_paragraph(f, document)) {
		leaf_enter(f, node);
		write_text(f, node, 0, 1);
		return;
	}
	if (is_type(node, CMARK_NODE_PARAGRAPH) && cmark_node_next(node))
		node = cmark_node_next(node);
	if (is_type(node, CMARK_NODE_HTML_BLOCK))
		html_fault(f->md, block_place(f, node), literal(node));
	else
		fault_at(f->md, block_place(f, node), DIAG_ONE_PARAGRAPH);
}

void
markdown_cell(struct fragment *f, struct str cell, unsigned line,
    unsigned column)
{
	struct arena *a = f->md->arena;
	long shift = (long)column - 3 + (f->shifts ? f->shifts[line - 1] : 0);
	struct fragment part;
	struct inline_text t;
	cmark_node *document;

	if (!cell.n)
		return;
	/* a heading has running text only: no cell becomes a list or a rule */
	fragment_init(&part, f->md, arena_printf(a, "# %.*s #", (int)cell.n,
	    cell.s), f->first + line - 1, &shift);
	part.is_note = f->is_note;
	part.is_cell = true;
	part.count = f->count;
	document = parse(&part);
	leaf_enter(&part, cmark_node_first_child(document));
	inline_init(&t, &part);
	add_inlines(&t, cmark_node_first_child(document), 1);
	inline_write(&t, &f->out, &f->trace);
	inline_release(&t);
	f->count = part.count;
	cmark_node_free(document);
	fragment_release(&part);
}

struct str
markdown_note(struct markdown *md, const struct note *note,
    struct trace *trace)
{
	struct fragment f;
	cmark_node *document;
	struct str xhtml;

	fragment_init(&f, md, note->body, note->line, note->shifts);
	f.is_note = true;
	document = parse(&f);
	if (is_paragraph(&f, document))
		write_inline(&f, document);
	else
		write_blocks(&f, document, 0);
	cmark_node_free(document);
	xhtml = buf_detach(&f.out, md->arena);
	*trace = f.trace;
	fragment_release(&f);
	return xhtml;
}

bool
markdown_render(struct arena *a, struct diag *d, struct value *v,
    bool is_inline, const struct markdown_options *options)
{
	struct markdown md = { .arena = a, .diag = d, .options = options,
		.value = v, .ok = true };
	struct fragment f;
	cmark_node *document;
	char *text;

	assert(v->kind == VALUE_STRING);
	md.text = source_from_text(a, d, v->loc.src ? v->loc.src->path : "",
	    v->text);
	if (!md.text)
		return false;
	text = arena_cstr(a, md.text->text);
	notes_split(&md, text);
	fragment_init(&f, &md, (struct str){ text, md.text->text.n }, 1, NULL);
	document = parse(&f);
	if (is_inline)
		write_inline(&f, document);
	else
		write_blocks(&f, document, 0);
	cmark_node_free(document);
	notes_finish(&md);
	characters_check(&md, buf_str(&f.out), &f.trace);
	v->kind = VALUE_MARKUP;
	v->text = buf_detach(&f.out, a);
	v->trace = f.trace;
	fragment_release(&f);
	return md.ok;
}
