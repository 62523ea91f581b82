/* front_matter.c -- stage 1, read: a Markdown file with keys above its text */
#include "yaml.h"

#include "../../base/diag.h"

static bool
is_fence(struct str line)
{
	return str_starts(line, "---") && str_trim(line).n == 3;
}

/* The line, from 1, that closes the front matter; 0 if there is none. */
static unsigned
closing_line(const struct source *src)
{
	for (unsigned i = 2; i <= src->lines; i++)
		if (is_fence(source_line(src, i)))
			return i;
	return 0;
}

/* The keys between line 1 and the closing line; NULL after a fault. */
static struct value *
parse_keys(struct arena *a, struct diag *d, const struct source *src,
    unsigned closing)
{
	struct loc first = { src, 1, 1 };
	struct value *v = yaml_parse_start(a, d, src,
	    src->starts[closing - 1]);

	if (v && v->kind == VALUE_NULL)
		return value_new(a, VALUE_MAP, first);
	if (v && v->kind != VALUE_MAP) {
		diag_at(d, v->loc, DIAG_YAML_FRONT_MAP);
		return NULL;
	}
	if (value_find(v, "tekst")) {
		diag_at(d, value_member(v, STR("tekst"))->loc,
		    DIAG_YAML_FRONT_TEXT);
		return NULL;
	}
	return v;
}

struct value *
yaml_parse_front_matter(struct arena *a, struct diag *d,
    const struct source *src)
{
	struct loc first = { src, 1, 1 };
	struct value *map, *text;
	unsigned closing = 0;
	size_t from = 0;

	if (!str_trim(src->text).n) {
		diag_at(d, source_whole(src), DIAG_EMPTY_FILE);
		return NULL;
	}
	if (is_fence(source_line(src, 1))) {
		closing = closing_line(src);
		if (!closing) {
			diag_at(d, first, DIAG_YAML_FRONT_OPEN);
			return NULL;
		}
		from = closing < src->lines ? src->starts[closing] :
		    src->text.n;
	}
	map = closing ? parse_keys(a, d, src, closing) :
	    value_new(a, VALUE_MAP, first);
	if (!map)
		return NULL;
	text = value_string(a, (struct loc){ src, closing, 1 },
	    str_slice(src->text, from, src->text.n));
	text->literal = true;
	if (!str_trim(text->text).n)
		text->kind = VALUE_NULL;
	value_set(a, map, STR("tekst"), text->loc, text);
	return map;
}
