/* block_fixture.c -- for tests: XHTML as blocks and strips */
#include "block_fixture.h"

#include <check.h>

#include "../gen/content/read/yaml.h"
#include "pages_fixture.h"

struct builder building;

static void
close_all(void)
{
	hyphenator_free(building.hyphenator);
	theme_free(building.theme);
	font_library_free(building.fonts);
	building = (struct builder){ .arena = NULL };
}

void
block_setup(void)
{
	fixture_setup();
}

void
block_teardown(void)
{
	close_all();
	fixture_teardown();
}

static void
open_all(struct document *document, const char *rules)
{
	const struct source *src = source_from_text(fixture_arena,
	    fixture_diag, "h.yaml", str_from(pages_style(rules)));
	const struct value *style = yaml_parse(fixture_arena, fixture_diag,
	    src);

	ck_assert_msg(style, "%s", fixture_messages());
	close_all();
	building = (struct builder){ .arena = fixture_arena,
		.diag = fixture_diag, .document = document,
		.layout = arena_alloc(fixture_arena, sizeof(struct layout)),
		.fonts = font_library_new(),
		.hyphenator = hyphenator_new(fixture_diag) };
	building.theme = theme_new(building.fonts, fixture_diag, style);
	ck_assert_msg(building.theme, "%s", fixture_messages());
	theme_choose(building.theme, STR(""));
}

const struct block *
block_open(const char *body, const char *rules)
{
	struct document *document = fixture_parse_body(body);

	ck_assert_msg(document && document_finish(fixture_arena,
	    fixture_diag, document), "%s", fixture_messages());
	open_all(document, rules);
	return block_tree(&building);
}

struct flow *
block_flow(const char *body, const char *rules)
{
	struct flow *flow = arena_alloc(fixture_arena, sizeof *flow);

	flow_set(&building, flow, block_open(body, rules), BLOCK_WIDTH, true);
	return flow;
}

const struct block *
block_find(const struct block *block, enum block_kind kind)
{
	const struct block *found = block->kind == kind ? block : NULL;

	for (const struct block *b = block->first; !found && b;
	    b = b->next)
		found = block_find(b, kind);
	return found;
}

const struct node *
block_node(enum element element)
{
	const struct node *root = building.document->root, *n = root;

	while (n && n->element != element)
		n = node_next(n, root);
	ck_assert_ptr_nonnull(n);
	return n;
}
