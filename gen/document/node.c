/* node.c -- stage 4: the tree of the document */
#include <assert.h>
#include <string.h>

#include "../base/buf.h"
#include "node.h"

const struct element_info element_infos[ELEMENT_COUNT] = {
	[ELEMENT_TEXT] = { "", DISPLAY_INLINE, "" },
#define ELEMENT(id, name, display, tag) \
	[ELEMENT_##id] = { name, DISPLAY_##display, tag },
#include "element.def"
#undef ELEMENT
};

enum element
element_find(struct str name)
{
	for (enum element e = ELEMENT_TEXT + 1; e < ELEMENT_COUNT; e++) {
		const char *known = element_infos[e].name;

		if (name.n > 0 && known[0] == name.s[0] && str_is(name, known))
			return e;
	}
	return ELEMENT_TEXT;
}

bool
element_is_void(enum element e)
{
	switch (e) {
	case ELEMENT_META:
	case ELEMENT_LINK:
	case ELEMENT_HR:
	case ELEMENT_COL:
	case ELEMENT_IMG:
	case ELEMENT_BR:
	case ELEMENT_INPUT:
	case ELEMENT_WBR:
		return true;
	default:
		return false;
	}
}

bool
element_is_phrasing(enum element e)
{
	switch (e) {
	case ELEMENT_SCRIPT:
	case ELEMENT_BUTTON:
	case ELEMENT_INPUT:
	case ELEMENT_LABEL:
		return true;	/* not in the PDF, but they stand in a line */
	default:
		return element_infos[e].display == DISPLAY_INLINE ||
		    element_infos[e].display == DISPLAY_PICTURE;
	}
}

int
element_heading_level(enum element e)
{
	if (e < ELEMENT_H1 || e > ELEMENT_H6)
		return 0;
	return (int)(e - ELEMENT_H1) + 1;
}

struct node *
node_new(struct arena *arena, enum element element, struct loc loc)
{
	struct node *node = arena_alloc(arena, sizeof *node);

	node->element = element;
	node->loc = loc;
	return node;
}

struct node *
node_text(struct arena *arena, struct str text, struct loc loc)
{
	struct node *node = node_new(arena, ELEMENT_TEXT, loc);

	node->text = text;
	return node;
}

void
node_append(struct node *parent, struct node *child)
{
	assert(!child->parent && parent->element != ELEMENT_TEXT);
	child->parent = parent;
	child->previous = parent->last;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void
node_insert_before(struct node *place, struct node *node)
{
	assert(!node->parent && place->parent);
	node->parent = place->parent;
	node->previous = place->previous;
	node->next = place;
	if (place->previous)
		place->previous->next = node;
	else
		place->parent->first = node;
	place->previous = node;
}

void
node_remove(struct node *node)
{
	struct node *parent = node->parent;

	if (!parent)
		return;
	if (node->previous)
		node->previous->next = node->next;
	else
		parent->first = node->next;
	if (node->next)
		node->next->previous = node->previous;
	else
		parent->last = node->previous;
	node->parent = node->previous = node->next = NULL;
}

struct node *
node_copy(struct arena *arena, const struct node *node)
{
	struct node *copy = node_new(arena, node->element, node->loc);
	struct attribute **end = &copy->attributes;

	copy->text = node->text;
	for (const struct attribute *a = node->attributes; a; a = a->next) {
		*end = arena_alloc(arena, sizeof **end);
		(*end)->name = a->name;
		(*end)->value = a->value;
		end = &(*end)->next;
	}
	return copy;
}

const struct str *
node_attribute(const struct node *node, const char *name)
{
	for (const struct attribute *a = node->attributes; a; a = a->next)
		if (str_is(a->name, name))
			return &a->value;
	return NULL;
}

void
node_set(struct arena *arena, struct node *node, const char *name,
    struct str value)
{
	struct attribute **a = &node->attributes;

	while (*a && !str_is((*a)->name, name))
		a = &(*a)->next;
	if (!*a) {
		*a = arena_alloc(arena, sizeof **a);
		(*a)->name = arena_dup(arena, str_from(name));
	}
	(*a)->value = value;
}

void
node_unset(struct node *node, const char *name)
{
	struct attribute **a = &node->attributes;

	while (*a && !str_is((*a)->name, name))
		a = &(*a)->next;
	if (*a)
		*a = (*a)->next;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool
node_has_class(const struct node *node, const char *class)
{
	const struct str *value = node_attribute(node, "class");
	size_t length = strlen(class);
	size_t start;

	if (!value)
		return false;
	for (size_t i = 0; i < value->n; i++) {
		if (is_space(value->s[i]))
			continue;
		for (start = i; i < value->n && !is_space(value->s[i]); i++)
			;
		if (i - start == length &&
		    memcmp(value->s + start, class, length) == 0)
			return true;
	}
	return false;
}

bool
node_is_media(const struct node *node, const char *media)
{
	const struct str *value = node_attribute(node, "data-media");

	return value && str_is(*value, media);
}

bool
node_in_media(const struct node *node, const char *media)
{
	for (; node; node = node->parent)
		if (node_is_media(node, media))
			return true;
	return false;
}

struct node *
node_next(const struct node *node, const struct node *top)
{
	return node->first ? node->first : node_skip(node, top);
}

struct node *
node_skip(const struct node *node, const struct node *top)
{
	while (node != top && !node->next) {
		node = node->parent;
		assert(node);
	}
	return node == top ? NULL : node->next;
}

bool
node_is_beside_text(const struct node *node)
{
	return node->element == ELEMENT_TS_NOOT ||
	    node_is_media(node, "web") ||
	    (node->element == ELEMENT_SUP &&
	    node_has_class(node, "nootverwijzing"));
}

static bool
begins_line(const struct node *node)
{
	return node->element == ELEMENT_BR ||
	    !element_is_phrasing(node->element) ||
	    (node->previous &&
	    !element_is_phrasing(node->previous->element));
}

/* Add text with its white space folded and without soft hyphens. */
static void
add_folded(struct buf *out, struct str text, bool *space)
{
	for (size_t i = 0; i < text.n; i++) {
		if (is_space(text.s[i])) {
			*space = true;
			continue;
		}
		if (text.n - i > 1 && memcmp(text.s + i, "\u00AD", 2) == 0) {
			i++;
			continue;
		}
		if (*space && out->n > 0)
			buf_addc(out, ' ');
		*space = false;
		buf_addc(out, text.s[i]);
	}
}

struct str
node_content(struct arena *arena, const struct node *top)
{
	struct buf text = BUF_INIT;
	const struct node *node = top;
	bool space = false;

	while (node) {
		if (node != top && node_is_beside_text(node)) {
			node = node_skip(node, top);
			continue;
		}
		if (begins_line(node))
			space = true;
		add_folded(&text, node->text, &space);
		node = node_next(node, top);
	}
	return buf_detach(&text, arena);
}

struct str
node_address(const struct node *node)
{
	const struct str *href = node_attribute(node, "href");
	struct str address;

	if (href && str_starts(*href, "https://"))
		address = str_slice(*href, 8, href->n);
	else if (href && str_starts(*href, "http://"))
		address = str_slice(*href, 7, href->n);
	else
		return STR("");
	if (str_ends(address, "/"))
		address.n--;
	return address;
}

static void
dump_quoted(struct str text, struct buf *out)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\n') {
			buf_adds(out, "\\n");
			continue;
		}
		if (text.s[i] == '"' || text.s[i] == '\\')
			buf_addc(out, '\\');
		buf_addc(out, text.s[i]);
	}
	buf_addc(out, '"');
}

static void
dump_below(const struct node *node, int depth, struct buf *out)
{
	for (int i = 0; i < depth; i++)
		buf_adds(out, "  ");
	if (node->element == ELEMENT_TEXT)
		dump_quoted(node->text, out);
	buf_adds(out, element_infos[node->element].name);
	for (const struct attribute *a = node->attributes; a; a = a->next) {
		buf_addc(out, ' ');
		buf_add(out, a->name);
		buf_addc(out, '=');
		dump_quoted(a->value, out);
	}
	buf_addc(out, '\n');
	for (const struct node *c = node->first; c; c = c->next)
		dump_below(c, depth + 1, out);
}

void
node_dump(const struct node *node, struct buf *out)
{
	dump_below(node, 0, out);
}
