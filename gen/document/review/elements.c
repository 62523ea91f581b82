/* elements.c -- stage 4: images, links, tables, signs without words */
#include "checks.h"

static bool
has_text(const struct node *node, const char *attribute)
{
	const struct str *value = node_attribute(node, attribute);

	return value && str_trim(*value).n > 0;
}

/* An empty alt tells that an image is only there to look at. */
static void
check_image(struct checks *c, const struct node *img)
{
	if (!node_attribute(img, "alt"))
		diag_at(c->diag, img->loc, DIAG_IMAGE_ALT);
}

/* Link texts that say nothing to who hears the links only. */
static const char *const empty_words[] = {
	"deze link", "deze pagina", "download", "hier", "klik", "klik hier",
	"lees hier meer", "lees meer", "lees verder", "link", "meer",
	"meer informatie", "meer lezen", "verder lezen",
};

/* Small ASCII letters without the punctuation and arrows behind them. */
static struct str
plain_text(struct arena *arena, struct str text)
{
	char *s = arena_cstr(arena, text);
	size_t at = 0, n = 0;

	while (at < text.n)
		if (is_word_letter(utf8_next(text, &at)))
			n = at;
	for (size_t i = 0; i < n; i++)
		if (s[i] >= 'A' && s[i] <= 'Z')
			s[i] = (char)(s[i] - 'A' + 'a');
	return (struct str){ s, n };
}

/* www.voorbeeld.nl is the name of a website; with a path it is none. */
static bool
is_address(struct str text)
{
	return str_starts(text, "http://") || str_starts(text, "https://") ||
	    (str_starts(text, "www.") && str_find(text, "/", 0) < text.n);
}

static void
check_link(struct checks *c, const struct node *a)
{
	struct str text, plain;

	if (has_text(a, "aria-label") || !node_attribute(a, "href"))
		return;
	text = node_content(c->arena, a);
	plain = plain_text(c->arena, text);
	if (is_address(plain)) {
		if (checks_may_tell(c))
			diag_at(c->diag, a->loc, DIAG_LINK_BARE);
		return;
	}
	for (size_t i = 0; i < sizeof empty_words / sizeof *empty_words; i++)
		if (str_is(plain, empty_words[i]) && checks_may_tell(c))
			diag_at(c->diag, a->loc, DIAG_LINK_SAYS_NOTHING,
			    text.s);
}

/* First element of a kind in a table, not in a table inside it. */
static const struct node *
find_in_table(const struct node *table, enum element element)
{
	const struct node *n = node_next(table, table);

	while (n && n->element != element)
		n = n->element == ELEMENT_TABLE || n->element == ELEMENT_TD ?
		    node_skip(n, table) : node_next(n, table);
	return n;
}

static void
check_table(struct checks *c, const struct node *table)
{
	const struct node *caption = find_in_table(table, ELEMENT_CAPTION);
	bool has_head = find_in_table(table, ELEMENT_TH);
	bool is_own = is_of_template(table);

	if (!caption || node_content(c->arena, caption).n == 0)
		diag_at(c->diag, table->loc, is_own ?
		    DIAG_TEMPLATE_CAPTION : DIAG_MISSING_CAPTION);
	if (!has_head)
		diag_at(c->diag, table->loc, is_own ?
		    DIAG_TEMPLATE_HEAD : DIAG_MISSING_HEAD);
}

/*
 * A class on an element without a word: a bar or a dot whose colour or form
 * is all that it says.
 */
static void
check_sign(struct checks *c, const struct node *node)
{
	const struct str *hidden = node_attribute(node, "aria-hidden");

	if (node->first || !has_text(node, "class") ||
	    has_text(node, "aria-label") || !is_of_template(node) ||
	    (hidden && str_is(*hidden, "true")))
		return;
	diag_at(c->diag, node->loc, DIAG_SIGN_WITHOUT_WORD,
	    element_infos[node->element].name,
	    node_attribute(node, "class")->s);
}

static void
check_element(struct checks *c, const struct node *n)
{
	switch (n->element) {
	case ELEMENT_IMG:
		check_image(c, n);
		break;
	case ELEMENT_A:
		check_link(c, n);
		break;
	case ELEMENT_TABLE:
		check_table(c, n);
		break;
	case ELEMENT_B:
	case ELEMENT_EM:
	case ELEMENT_I:
	case ELEMENT_MARK:
	case ELEMENT_SPAN:
	case ELEMENT_STRONG:
	case ELEMENT_TD:
	case ELEMENT_TH:
		check_sign(c, n);
		break;
	default:
		break;
	}
}

void
check_elements(struct checks *c)
{
	const struct node *root = c->document->root;

	for (const struct node *n = root; n; n = node_next(n, root))
		if (!is_filled_in(n, 0))
			check_element(c, n);
}
