/* tokens.c -- stage 5a: tokens of the house style -> CSS custom properties */
#include "tokens.h"

/* A font's name has blanks in it and needs quotes; other values do not. */
static void
write_token(struct str group, const struct member *token, struct buf *out)
{
	struct str text = value_text(token->value);
	const char *quote = str_is(group, "letter") ? "\"" : "";

	buf_addf(out, "  --%.*s-%.*s: %s%.*s%s;\n", (int)group.n, group.s,
	    (int)token->name.n, token->name.s, quote, (int)text.n, text.s,
	    quote);
}

void
tokens_css(const struct value *style, struct buf *out)
{
	const struct value *tokens = value_find(style, "tokens");

	buf_adds(out, ":root {\n");
	for (size_t i = 0; tokens && i < tokens->n; i++) {
		const struct member *group = &tokens->members[i];

		for (size_t k = 0; k < group->value->n; k++)
			if (group->value->kind == VALUE_MAP)
				write_token(group->name,
				    &group->value->members[k], out);
	}
	buf_adds(out, "}\n");
}
