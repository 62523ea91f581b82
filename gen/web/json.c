/* json.c -- stage 5a: tree of values -> JSON */
#include "json.h"

#include <string.h>

void
json_string(struct str s, struct buf *out)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else if (c == '\n')
			buf_adds(out, "\\n");
		else if (c < 0x20)
			buf_addf(out, "\\u%04x", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

/* Markdown's own element for a note means nothing outside this program. */
static void
write_markup(struct str xhtml, struct buf *out)
{
	static const char open[] = "<ts-noot", close[] = "</ts-noot>";
	struct buf b = BUF_INIT;
	size_t at = 0, found;

	while ((found = str_find(xhtml, open, at)) != (size_t)-1) {
		buf_add(&b, str_slice(xhtml, at, found));
		buf_adds(&b, "<span class=\"voetnoot\">");
		at = str_find(xhtml, ">", found) + 1;
		found = str_find(xhtml, close, at);
		buf_add(&b, str_slice(xhtml, at, found));
		buf_adds(&b, "</span>");
		at = found + strlen(close);
	}
	buf_add(&b, str_slice(xhtml, at, xhtml.n));
	json_string(buf_str(&b), out);
	buf_release(&b);
}

/* A number as it stands in YAML need not be one in JSON: 007, .5, 0x1F. */
static void
write_number(const struct value *v, struct buf *out)
{
	if (v->number == (double)(long long)v->number)
		buf_addf(out, "%lld", (long long)v->number);
	else
		buf_addf(out, "%.15g", v->number);
}

static void
write_text(const struct value *v, struct buf *out)
{
	const struct value *iso = value_find(v->facets, "iso");

	json_string(value_text(iso ? iso : v), out);
}

static void
write_list(const struct value *v, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < v->n; i++) {
		if (i)
			buf_addc(out, ',');
		json_value(v->items[i], out);
	}
	buf_addc(out, ']');
}

static void
write_member(const struct member *m, bool *first, struct buf *out)
{
	if (m->value->kind == VALUE_NULL || m->value->selected)
		return;
	buf_adds(out, *first ? "" : ",");
	*first = false;
	json_string(m->name, out);
	buf_addc(out, ':');
	json_value(m->value, out);
}

static void
write_map(const struct value *v, struct buf *out)
{
	bool first = true;

	buf_addc(out, '{');
	for (size_t i = 0; i < v->n; i++)
		write_member(&v->members[i], &first, out);
	buf_addc(out, '}');
}

void
json_value(const struct value *v, struct buf *out)
{
	switch (v->kind) {
	case VALUE_NULL:
		buf_adds(out, "null");
		break;
	case VALUE_BOOL:
		buf_adds(out, v->truth ? "true" : "false");
		break;
	case VALUE_NUMBER:
		write_number(v, out);
		break;
	case VALUE_STRING:
		write_text(v, out);
		break;
	case VALUE_MARKUP:
		write_markup(v->text, out);
		break;
	case VALUE_LIST:
		write_list(v, out);
		break;
	case VALUE_MAP:
		write_map(v, out);
		break;
	}
}

/* In the folder of rapport.yaml, or one below it. */
static bool
is_own(const struct value *v, struct str folder)
{
	return v->loc.src && str_starts(str_from(v->loc.src->path), folder.s);
}

void
json_report(struct arena *a, const struct value *data, struct buf *out)
{
	const char *path = data->loc.src->path;
	size_t n = (size_t)(strrchr(path, '/') + 1 - path);
	struct str folder = arena_dup(a, (struct str){ path, n });
	bool first = true;

	buf_addc(out, '{');
	for (size_t i = 0; i < data->n; i++)
		if (is_own(data->members[i].value, folder))
			write_member(&data->members[i], &first, out);
	buf_adds(out, "}\n");
}
