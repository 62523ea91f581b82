/* builder.c -- stage 5b: the structure tree of the document being set */
#include "builder.h"

#include <stdlib.h>
#include <string.h>

/* A whole number of an attribute, 1 if it is not there or makes no sense. */
static int
span(const struct node *node, const char *name)
{
	const struct str *value = node_attribute(node, name);
	long n = !value ? 1 : strtol(value->s, NULL, 10);

	return n >= 1 && n <= 1000 ? (int)n : 1;
}

static struct str
attribute(const struct node *node, const char *name)
{
	const struct str *value = node_attribute(node, name);

	return !value ? STR("") : *value;
}

/* A header cell says what it is the head of; by default its place tells. */
static const char *
scope(const struct node *node)
{
	struct str value = attribute(node, "scope");

	if (node->element != ELEMENT_TH)
		return NULL;
	/* over several columns it is the head of what stands below it */
	if (str_is(value, "rowgroup") && node_attribute(node, "colspan"))
		return "Both";
	if (str_starts(value, "row"))
		return "Row";
	if (str_starts(value, "col"))
		return "Column";
	for (; node; node = node->parent)
		if (node->element == ELEMENT_THEAD)
			return "Column";
	return "Row";
}

static const char *
numbering(const struct node *node)
{
	struct str type = attribute(node, "type");

	if (node->element == ELEMENT_UL)
		return "Disc";
	if (node->element != ELEMENT_OL)
		return NULL;
	if (type.n == 1 && strchr("aAiI", type.s[0]))
		return type.s[0] == 'a' ? "LowerAlpha" :
		    type.s[0] == 'A' ? "UpperAlpha" :
		    type.s[0] == 'i' ? "LowerRoman" : "UpperRoman";
	return "Decimal";
}

/* The language of a node, if it says so and if it is another one. */
static struct str
language(const struct builder *b, const struct node *node)
{
	const struct str *value = node_attribute(node, "lang");
	const struct node *up = node->parent;

	if (!value)
		return STR("");
	while (up && !node_attribute(up, "lang"))
		up = up->parent;
	if (str_eq(*value, !up ? b->document->language :
	    attribute(up, "lang")))
		return STR("");
	return *value;
}

int
builder_tag(struct builder *b, const char *type, int parent,
    const struct node *node)
{
	struct layout *layout = b->layout;
	struct tag *tag;

	layout->tags = arena_grow(b->arena, layout->tags, layout->n_tags,
	    sizeof *tag);
	tag = &layout->tags[layout->n_tags++];
	*tag = (struct tag){ .type = type, .parent = parent, .columns = 1,
		.rows = 1 };
	if (!node)
		return (int)layout->n_tags - 1;
	tag->language = language(b, node);
	if (strcmp(type, "Figure") == 0)
		tag->alt = attribute(node, "alt");
	if (strcmp(type, "Note") == 0)
		tag->id = attribute(node, "id");
	if (strcmp(type, "TH") == 0 || strcmp(type, "TD") == 0) {
		tag->scope = scope(node);
		tag->columns = span(node, "colspan");
		tag->rows = span(node, "rowspan");
	}
	if (strcmp(type, "L") == 0)
		tag->numbering = numbering(node);
	if (node->element == ELEMENT_ABBR)
		tag->expansion = attribute(node, "title");
	if (strcmp(type, "Link") == 0) {
		tag->contents = attribute(node, "aria-label");
		if (tag->contents.n == 0)
			tag->contents = attribute(node, "title");
		if (tag->contents.n == 0)
			tag->contents = node_content(b->arena, node);
	}
	return (int)layout->n_tags - 1;
}
