/* headings.c -- stage 4: levels, ids and numbers of headings */
#include "../../base/buf.h"
#include "passes.h"

enum { MAX_LEVEL = 6, MAX_NUMBERED = 5 };

/* "Bijlage": how many there were in a row, on one level. */
struct label {
	struct str text;
	int count;
};

struct headings {
	struct passes *passes;
	/* <body> or <main> whose chapters (h2) have numbers, to this depth */
	const struct node *scope;
	int depth;
	int counts[MAX_LEVEL + 1];	/* of the latest number, by level */
	int unnumbered;		/* level; what is below it has no number */
	struct label labels[MAX_LEVEL + 1];	/* the latest, by level */
	int previous_web, previous_pdf;	/* levels, on the website, in the PDF */
};

static bool
is_sectioning(enum element e)
{
	return e == ELEMENT_SECTION || e == ELEMENT_ARTICLE ||
	    e == ELEMENT_ASIDE || e == ELEMENT_NAV || e == ELEMENT_MAIN;
}

/*
 * Headings in Markdown count from the heading of the template that they
 * stand below: level is that heading's.  Gives the level at the end of node.
 */
static int
fit_levels(struct passes *p, struct node *node, int level)
{
	int own = element_heading_level(node->element), inner = level;

	if (own > 0 && !node_has_class(node, "md"))
		return own;
	if (own > 0 && level + own > MAX_LEVEL)
		diag_at(p->diag, node->loc, DIAG_HEADING_DEEP);
	else if (own > 0)
		node->element = ELEMENT_H1 + (unsigned)(level + own - 1);
	if (own > 0)
		return level;
	for (struct node *c = node->first; c; c = c->next)
		inner = fit_levels(p, c, inner);
	return is_sectioning(node->element) ? level : inner;
}

/* At most one level below the heading before it, in each of both media. */
static void
check_level(struct headings *h, const struct node *node, int level)
{
	struct diag *d = h->passes->diag;
	bool in_web = !node_in_media(node, "pdf");
	bool in_pdf = !node_in_media(node, "web");
	int highest = MAX_LEVEL;

	if (in_web && h->previous_web + 1 < highest)
		highest = h->previous_web + 1;
	if (in_pdf && h->previous_pdf + 1 < highest)
		highest = h->previous_pdf + 1;
	if (level > highest)
		diag_at(d, node->loc, DIAG_HEADING_SKIPS,
		    arena_printf(h->passes->arena, "%d", level).s,
		    arena_printf(h->passes->arena, "%d", highest).s,
		    node_has_class(node, "md") ? "#" : NULL);
	if (in_web)
		h->previous_web = level;
	if (in_pdf)
		h->previous_pdf = level;
}

/* Inside the part that has numbers, not in a nav or on the website only. */
static bool
is_in_scope(const struct headings *h, const struct node *node)
{
	for (; node; node = node->parent) {
		if (node->element == ELEMENT_NAV || node_is_media(node, "web"))
			return false;
		if (node == h->scope)
			return true;
	}
	return false;
}

/* The next number of this level: "3", "3.2". */
static struct str
count(struct headings *h, int level)
{
	struct buf number = BUF_INIT;

	h->counts[level]++;
	for (int l = level + 1; l <= MAX_LEVEL; l++)
		h->counts[l] = 0;
	for (int l = 2; l <= level; l++)
		buf_addf(&number, l == 2 ? "%d" : ".%d", h->counts[l]);
	return buf_detach(&number, h->passes->arena);
}

/* "Bijlage 2" */
static struct str
count_label(struct headings *h, struct str text, int level)
{
	struct label *label = &h->labels[level];

	if (!str_eq(label->text, text))
		*label = (struct label){ text, 0 };
	return arena_printf(h->passes->arena, "%.*s %d", (int)text.n,
	    text.s, ++label->count);
}

/* The number of a heading, which is put in front, or "". */
static struct str
number_heading(struct headings *h, struct node *node, int level)
{
	struct passes *p = h->passes;
	const struct str *wish = node_attribute(node, "data-number");
	struct str number = STR("");

	if (level <= h->unnumbered)
		h->unnumbered = 0;
	for (int l = level + 1; l <= MAX_LEVEL; l++)
		h->labels[l].count = 0;
	if (wish && wish->n > 0) {
		h->unnumbered = level;
		if (str_is(*wish, "none"))
			return number;
		number = count_label(h, *wish, level);
		number_put(p, node, arena_printf(p->arena, "%s:", number.s));
	} else if (h->unnumbered == 0 && level >= 2 &&
	    level <= h->depth + 1 && is_in_scope(h, node)) {
		number = count(h, level);
		number_put(p, node, number);
	}
	return number;
}

static void
add_heading(struct headings *h, struct node *node)
{
	struct passes *p = h->passes;
	struct document *document = p->document;
	const struct str *id = node_attribute(node, "id");
	struct heading heading = {
		.node = node, .level = element_heading_level(node->element),
		.text = node_content(p->arena, node),
	};

	if (heading.text.n == 0) {
		diag_at(p->diag, node->loc, DIAG_HEADING_EMPTY);
		return;
	}
	check_level(h, node, heading.level);
	heading.id = id ? *id : id_make(p, node, heading.text);
	heading.number = number_heading(h, node, heading.level);
	if (node_in_media(node, "web"))
		return;
	document->headings = arena_grow(p->arena, document->headings,
	    document->n_headings, sizeof *document->headings);
	document->headings[document->n_headings++] = heading;
}

/* data-number on an element that is not a heading */
static void
set_scope(struct headings *h, const struct node *node)
{
	struct passes *p = h->passes;

	if (node->element != ELEMENT_BODY && node->element != ELEMENT_MAIN) {
		diag_at(p->diag, node->loc, DIAG_NUMBER_PLACE);
		return;
	}
	h->scope = node;
	h->depth = number_attribute(p, node, "data-number", 0, MAX_NUMBERED,
	    0);
}

void
pass_headings(struct passes *p)
{
	/* A page may begin with an h2: the title stands in its header then. */
	struct headings h = {
		.passes = p, .previous_web = 1, .previous_pdf = 1,
	};
	struct node *root = p->document->root;

	fit_levels(p, root, 0);
	for (struct node *n = root; n; n = node_next(n, root)) {
		const struct str *class = node_attribute(n, "class");

		if (element_heading_level(n->element) > 0)
			add_heading(&h, n);
		else if (node_attribute(n, "data-number"))
			set_scope(&h, n);
		node_unset(n, "data-number");
		if (class && str_is(*class, "md"))
			node_unset(n, "class");
	}
}
