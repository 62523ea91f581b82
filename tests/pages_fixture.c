/* pages_fixture.c -- for tests: XHTML as pages */
#include "pages_fixture.h"

#include <check.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/content/read/yaml.h"

const struct layout *pages;

/* Kept from one document to the next that has the same rules. */
static struct typesetter *typesetter;
static const char *typesetter_rules;

static const char house_style[] =
    "tokens: { kleur: {}, letter: { tekst: Open Sans } }\n"
    "pagina:\n"
    "  staand: { breedte: 400, hoogte: 500, marge: 50, kopregel: 20, "
    "paginanummer: 20 }\n"
    "  liggend: { breedte: 500, hoogte: 400, marge: 50, kopregel: 20, "
    "paginanummer: 20 }\n"
    "  brief: { breedte: 400, hoogte: 500, marge: [200, 50, 50, 50], "
    "kopregel: 20, paginanummer: 20, vervolg-boven: 50, "
    "nummering: \"Pagina {nummer} van {aantal}\", "
    "streepjes: [{ boven: 160, links: 5, breedte: 12 }] }\n"
    "elementen:\n"
    "  html: { grootte: 10, regelhoogte: 1.5, kleur: \"#000000\" }\n"
    "  \"h1, h2, h3, h4\": { bij-volgende-houden: ja, gewicht: 700 }\n"
    "  h2: { nieuwe-pagina: ja }\n"
    "  p: { ruimte-na: 10 }\n"
    "  \"ul, ol\": { inspringing: 20 }\n"
    "  ul: { opsommingsteken: \"•\" }\n"
    "  table: { volle-breedte: ja }\n"
    "  \"td, th\": { binnenruimte: 4, lijn-onder: 1, "
    "lijn-kleur: \"#112233\" }\n"
    "  section.liggend: { liggend: ja }\n"
    "  .kaal: { kaal: ja }\n"
    "  .nootlijn: { lijn-boven: 1, ruimte-voor: 5, ruimte-na: 4, "
    "breedte: 50 }\n";

void
pages_setup(void)
{
	fixture_setup();
	pages = NULL;
	typesetter = NULL;
	typesetter_rules = NULL;
}

void
pages_teardown(void)
{
	typesetter_free(typesetter);
	fixture_teardown();
}

const char *
pages_style(const char *rules)
{
	return arena_printf(fixture_arena, "%s%s", house_style, rules).s;
}

static void
open_typesetter(const char *rules)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "h.yaml", str_from(pages_style(rules)));

	typesetter_free(typesetter);
	typesetter = typesetter_new(fixture_diag, yaml_parse(fixture_arena,
	    fixture_diag, src));
	typesetter_rules = rules;
	ck_assert_msg(typesetter, "%s", fixture_messages());
}

bool
pages_set(const char *body, const char *rules)
{
	return pages_set_document(fixture_parse_body(body), rules);
}

bool
pages_set_document(struct document *document, const char *rules)
{
	if (typesetter_rules != rules)
		open_typesetter(rules);
	ck_assert_msg(document && document_finish(fixture_arena,
	    fixture_diag, document), "%s", fixture_messages());
	pages = typeset(typesetter, fixture_arena, fixture_diag, document);
	ck_assert_int_eq(!pages,
	    diag_count(fixture_diag, DIAG_ERROR) > 0);
	return pages;
}

const struct item *
pages_find(const char *text, size_t page)
{
	for (; page < pages->n_pages; page++)
		for (size_t i = 0; i < pages->pages[page].n_items; i++) {
			const struct item *item =
			    &pages->pages[page].items[i];

			if (item->kind == ITEM_TEXT &&
			    str_find(item->text, text, 0) != (size_t)-1)
				return item;
		}
	return NULL;
}

int
pages_where(const char *text)
{
	for (size_t page = 0; page < pages->n_pages; page++)
		if (strstr(pages_text(page, false), text))
			return (int)page;
	return -1;
}

const char *
pages_text(size_t page, bool all)
{
	struct buf out = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < pages->pages[page].n_items; i++) {
		const struct item *item = &pages->pages[page].items[i];

		if (item->kind != ITEM_TEXT || (item->tag < 0 && !all))
			continue;
		buf_addc(&out, '|');
		buf_add(&out, str_trim(item->text));
	}
	buf_addc(&out, '|');
	text = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void
add_dense(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == ' ')
			continue;
		if (str_starts(str_slice(text, i, text.n), "\u00ad"))
			i++;
		else
			buf_addc(out, text.s[i]);
	}
}

const char *
pages_content(void)
{
	struct buf *tags = arena_array(fixture_arena, pages->n_tags + 1,
	    sizeof *tags), out = BUF_INIT;
	const char *text;

	for (size_t page = 0; page < pages->n_pages; page++)
		for (size_t i = 0; i < pages->pages[page].n_items; i++) {
			const struct item *item =
			    &pages->pages[page].items[i];

			if (item->kind == ITEM_TEXT && item->tag >= 0)
				add_dense(&tags[item->tag], item->text);
		}
	for (size_t i = 0; i < pages->n_tags; i++) {
		buf_add(&out, buf_str(&tags[i]));
		buf_release(&tags[i]);
	}
	text = arena_cstr(fixture_arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static const struct item *
item_of(const char *text)
{
	const struct item *item = pages_find(text, 0);

	ck_assert_msg(item, "'%s' is nowhere", text);
	return item;
}

double
pages_x(const char *text)
{
	return item_of(text)->x;
}

double
pages_y(const char *text)
{
	return item_of(text)->y;
}

const struct tag *
pages_tag(const char *text)
{
	const struct item *item = item_of(text);

	ck_assert_msg(item->tag >= 0, "'%s' has no tag", text);
	return &pages->tags[item->tag];
}

const struct tag *
pages_parent(const struct tag *tag)
{
	ck_assert_int_ge(tag->parent, 0);
	return &pages->tags[tag->parent];
}
