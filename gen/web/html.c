/* html.c -- stage 5a: document -> HTML5 */
#include <string.h>

#include "web.h"

/* Attributes that are true by being there. */
static const char *const boolean_attributes[] = {
	"async", "autofocus", "checked", "defer", "disabled", "hidden",
	"inert", "multiple", "nomodule", "open", "readonly", "required",
	"reversed",
};

static bool
is_boolean(struct str name)
{
	size_t n = sizeof boolean_attributes / sizeof *boolean_attributes;

	for (size_t i = 0; i < n; i++)
		if (str_is(name, boolean_attributes[i]))
			return true;
	return false;
}

/* For the program, not for browsers; data-media tells what no PDF has. */
static bool
is_internal(struct str name)
{
	return str_starts(name, "data-ts-") || str_starts(name, "xml:");
}

/* HTML lets the quotes away when they are not needed. */
static bool
needs_quotes(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (strchr(" \t\n\f\r\"'=<>`/", value.s[i]))
			return true;
	return value.n == 0;
}

static void
write_attribute(const struct attribute *a, struct buf *out)
{
	const char *quote = needs_quotes(a->value) ? "\"" : "";

	buf_addc(out, ' ');
	buf_add(out, a->name);
	if (is_boolean(a->name))
		return;
	buf_addc(out, '=');
	buf_adds(out, quote);
	buf_add_escaped(out, a->value);
	buf_adds(out, quote);
}

static void
write_text(const struct node *node, struct buf *out)
{
	enum element around = node->parent->element;

	/* expat's tree has the script as it is; so has HTML */
	if (around == ELEMENT_SCRIPT || around == ELEMENT_STYLE) {
		buf_add(out, node->text);
		return;
	}
	/* a browser drops the line feed right behind <pre> */
	if (around == ELEMENT_PRE && !node->previous &&
	    str_starts(node->text, "\n"))
		buf_addc(out, '\n');
	buf_add_escaped(out, node->text);
}

static void
write_node(const struct node *node, struct buf *out)
{
	bool on_own_line = !element_is_phrasing(node->element);
	const char *name = element_infos[node->element].name;

	if (node_is_media(node, "pdf"))
		return;
	if (node->element == ELEMENT_TEXT) {
		write_text(node, out);
		return;
	}
	if (on_own_line)
		buf_addc(out, '\n');
	buf_addc(out, '<');
	buf_adds(out, name);
	for (const struct attribute *a = node->attributes; a; a = a->next)
		if (!is_internal(a->name))
			write_attribute(a, out);
	buf_addc(out, '>');
	if (element_is_void(node->element))
		return;
	for (const struct node *c = node->first; c; c = c->next)
		write_node(c, out);
	if (node->last && !element_is_phrasing(node->last->element))
		buf_addc(out, '\n');
	buf_adds(out, "</");
	buf_adds(out, name);
	buf_addc(out, '>');
}

void
html_write(const struct node *root, struct buf *out)
{
	buf_adds(out, "<!doctype html>");
	write_node(root, out);
	buf_addc(out, '\n');
}
