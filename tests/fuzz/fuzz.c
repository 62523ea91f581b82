/*
 * fuzz.c -- any bytes into each parser: no crash, no leak, no endless loop.
 * Built by make fuzz with libFuzzer; the first byte chooses the parser.
 */
#include <stddef.h>
#include <stdint.h>

#include "../../gen/base/diag.h"
#include "../../gen/content/markdown/markdown.h"
#include "../../gen/content/read/yaml.h"
#include "../../gen/document/document.h"
#include "../../gen/template/mustache.h"
#include "../../gen/web/text.h"
#include "../../gen/web/web.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
fuzz_yaml(struct arena *a, struct diag *d, const struct source *src)
{
	struct buf b = BUF_INIT;
	struct value *v = yaml_parse(a, d, src);

	if (v)
		value_dump(v, &b);
	buf_release(&b);
	yaml_parse_front_matter(a, d, src);
}

static void
fuzz_document(struct arena *a, struct diag *d, struct str xhtml)
{
	struct document *document = document_parse(a, d, xhtml, NULL);
	struct buf b = BUF_INIT;

	if (document && document_finish(a, d, document)) {
		html_write(document->root, &b);
		text_write(document, &b);
	}
	buf_release(&b);
}

/* What Markdown makes is well-formed, so the document takes it. */
static void
fuzz_markdown(struct arena *a, struct diag *d, const struct source *src)
{
	struct markdown_options options = {
		.quote_open = STR("<"), .quote_close = STR(">"),
		.inner_open = STR("'"), .inner_close = STR("\""),
	};
	struct value *v = value_string(a, source_whole(src), src->text);

	v->literal = true;
	if (markdown_render(a, d, v, false, &options))
		fuzz_document(a, d, arena_printf(a, "<html lang=\"nl\"><head>"
		    "<title>t</title></head><body><main>%s<ts-noten/></main>"
		    "</body></html>", v->text.s));
}

static void
fuzz_template(struct arena *a, struct diag *d, const struct source *src)
{
	struct template_set *set = template_set_new(a);
	struct template_options options = { set, true };
	struct value *data = value_new(a, VALUE_MAP, (struct loc){ 0 });
	struct template *t = template_parse(a, d, src);
	struct trace trace = { 0 };
	struct buf b = BUF_INIT;

	value_set(a, data, STR("a"), (struct loc){ 0 },
	    value_number(a, (struct loc){ 0 }, 1));
	if (t) {
		template_set_add(set, STR("a"), t);
		template_render(t, data, &options, a, d, &b, &trace);
	}
	buf_release(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	const struct source *src = n ? source_from_text(a, d, "fuzz",
	    (struct str){ (const char *)data + 1, n - 1 }) : NULL;

	if (src)
		switch (data[0] % 4) {
		case 0:
			fuzz_yaml(a, d, src);
			break;
		case 1:
			fuzz_markdown(a, d, src);
			break;
		case 2:
			fuzz_template(a, d, src);
			break;
		case 3:
			fuzz_document(a, d, src->text);
			break;
		}
	diag_free(d);
	arena_free(a);
	return 0;
}
