/* theme.c -- stage 5b: rules of the house style -> the style of an element */
#include "theme.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "../../base/diag.h"

struct open_font {
	struct str family;
	int weight;
	bool italic;
	struct font *font;
};

struct theme {
	struct arena *arena;
	struct font_library *library;
	struct diag *diag;	/* of the document that is being set */
	struct theme_rules rules;
	const struct sheet *first, *upright;	/* of that document */
	const struct declaration **won;	/* scratch: one for each property */
	struct open_font *fonts;
	size_t n_fonts;
	/* styles by parent, element and classes: open addressing */
	const struct style **table;
	size_t room, count;	/* room is a power of two */
};

struct theme *
theme_new(struct font_library *library, struct diag *d,
    const struct value *style)
{
	struct arena *arena = arena_new();
	struct theme *theme = arena_alloc(arena, sizeof *theme);
	struct node root = { .element = ELEMENT_HTML };

	theme->arena = arena;
	theme->library = library;
	theme->diag = d;
	theme->room = 256;
	theme->table = arena_array(arena, theme->room, sizeof *theme->table);
	theme->won = arena_array(arena, theme_property_count,
	    sizeof *theme->won);
	if (!theme_read(arena, d, style, &theme->rules) ||
	    !theme_style(theme, &root, NULL)->font) {
		theme_free(theme);
		return NULL;
	}
	theme_choose(theme, STR(""));
	return theme;
}

void
theme_free(struct theme *theme)
{
	if (theme)
		arena_free(theme->arena);
}

void
theme_listen(struct theme *theme, struct diag *d)
{
	theme->diag = d;
}

const struct sheet *
theme_sheet(const struct theme *theme, bool landscape)
{
	return landscape ? &theme->rules.turned : theme->upright;
}

const struct sheet *
theme_first_sheet(const struct theme *theme)
{
	return theme->first;
}

/* Open each font once; NULL after telling. */
static struct font *
find_font(struct theme *theme, const struct style *style, struct loc loc)
{
	struct open_font open = { style->family, style->weight, style->italic,
		NULL };

	for (size_t i = 0; i < theme->n_fonts; i++) {
		const struct open_font *have = &theme->fonts[i];

		if (have->weight == open.weight &&
		    have->italic == open.italic &&
		    str_eq(have->family, open.family))
			return have->font;
	}
	open.font = font_open(theme->library, theme->diag, loc, open.family,
	    open.weight, open.italic);
	if (!open.font)
		return NULL;
	theme->fonts = arena_grow(theme->arena, theme->fonts, theme->n_fonts,
	    sizeof *theme->fonts);
	theme->fonts[theme->n_fonts++] = open;
	return open.font;
}

static bool
has_word(struct str list, struct str word)
{
	size_t at = 0;

	while (at < list.n) {
		size_t end = at;

		while (end < list.n && list.s[end] != ' ')
			end++;
		if (str_eq(str_slice(list, at, end), word))
			return true;
		at = end + 1;
	}
	return false;
}

void
theme_choose(struct theme *theme, struct str class)
{
	const struct theme_rules *rules = &theme->rules;

	theme->first = theme->upright = &rules->upright;
	for (size_t i = 0; i < rules->n_named; i++)
		if (has_word(class, rules->named[i].class)) {
			theme->first = &rules->named[i].first;
			theme->upright = &rules->named[i].others;
		}
}

static bool
part_matches(const struct selector_part *part, const struct style *style)
{
	if (part->element != ELEMENT_TEXT && part->element != style->element)
		return false;
	return part->class.n == 0 || has_word(style->class, part->class);
}

/* The last part is the element itself, the others are around it, in order. */
static bool
rule_matches(const struct rule *rule, const struct style *style)
{
	size_t left = rule->n_parts - 1;

	if (!part_matches(&rule->parts[left], style))
		return false;
	for (style = style->parent; left > 0 && style;
	    style = style->parent)
		if (part_matches(&rule->parts[left - 1], style))
			left--;
	return left == 0;
}

static double
to_points(struct length length, double em)
{
	return length.is_em ? length.number * em : length.number;
}

static void
apply(struct style *style, const struct declaration *d)
{
	const struct property *property = &theme_properties[d->property];
	void *field = (char *)style + property->offset;
	double em = style->size;

	switch (property->type) {
	case PROPERTY_SIZE:	/* em in em in em: stay within reason */
		*(double *)field = fmin(fmax(
		    to_points(d->lengths[0], em), 1), 100);
		break;
	case PROPERTY_LENGTH:
		*(double *)field = to_points(d->lengths[0], em);
		break;
	case PROPERTY_EDGES:
		*(struct edges *)field = (struct edges){
			to_points(d->lengths[0], em),
			to_points(d->lengths[1], em),
			to_points(d->lengths[2], em),
			to_points(d->lengths[3], em) };
		break;
	case PROPERTY_POSITION:
		*(struct position *)field = (struct position){ true,
			to_points(d->lengths[0], em),
			to_points(d->lengths[1], em),
			to_points(d->lengths[2], em),
			to_points(d->lengths[3], em) };
		break;
	case PROPERTY_FACTOR:
		*(double *)field = d->number;
		break;
	case PROPERTY_WEIGHT:
		*(int *)field = (int)d->number;
		break;
	case PROPERTY_ALIGN:
		*(enum align *)field = (enum align)d->number;
		break;
	case PROPERTY_VERTICAL:
		*(enum vertical *)field = (enum vertical)d->number;
		break;
	case PROPERTY_START:
		*(enum page_start *)field = (enum page_start)d->number;
		break;
	case PROPERTY_FLAG:
		*(bool *)field = d->flag;
		break;
	case PROPERTY_FILL:
		style->has_background = d->flag;
		*(struct color *)field = d->color;
		break;
	case PROPERTY_COLOR:
		*(struct color *)field = d->color;
		break;
	case PROPERTY_FAMILY:
	case PROPERTY_TEXT:
	case PROPERTY_MARKER:
		*(struct str *)field = d->text;
		break;
	}
}

/* What an element has before any rule: what it inherits. */
static struct style
inherit(const struct theme *theme, const struct style *parent)
{
	if (!parent)
		return (struct style){ .family = theme->rules.family,
			.weight = 400, .size = 10, .line_height = 1.4 };
	return (struct style){
		.parent = parent,
		.family = parent->family,
		.weight = parent->weight,
		.italic = parent->italic,
		.font = parent->font,
		.size = parent->size,
		.line_height = parent->line_height,
		.color = parent->color,
		.align = parent->align,
		.hyphenate = parent->hyphenate,
		.hang = parent->hang,
	};
}

/*
 * The cascade: of all rules that match, the heaviest sets a property.
 * Properties are applied in the order of their table, size first, since other
 * lengths depend on it.  Returns the place that asked for the font.
 */
static struct loc
cascade(struct theme *theme, struct style *style)
{
	const struct theme_rules *rules = &theme->rules;
	struct loc font_loc = rules->family_loc;

	memset(theme->won, 0, theme_property_count * sizeof *theme->won);
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->rules[i];

		if (!rule_matches(rule, style))
			continue;
		for (size_t k = 0; k < rule->n_declarations; k++)
			theme->won[rule->declarations[k].property] =
			    &rule->declarations[k];
	}
	for (size_t i = 0; i < theme_property_count; i++) {
		enum property_type type = theme_properties[i].type;

		if (!theme->won[i])
			continue;
		apply(style, theme->won[i]);
		if (type == PROPERTY_FAMILY || type == PROPERTY_WEIGHT)
			font_loc = theme->won[i]->loc;
	}
	return font_loc;
}

static size_t
hash(const struct style *parent, enum element element, struct str class)
{
	uint64_t h = (uint64_t)(uintptr_t)parent * 31 + element;

	for (size_t i = 0; i < class.n; i++)
		h = (h ^ (unsigned char)class.s[i]) * 0x100000001b3;
	h *= 0x9e3779b97f4a7c15;
	return (size_t)(h >> 32);
}

/* Where the style is in the table, or should be put. */
static const struct style **
find_slot(const struct theme *theme, const struct style *parent,
    enum element element, struct str class)
{
	size_t i = hash(parent, element, class);

	for (;; i++) {
		const struct style **slot =
		    &theme->table[i & (theme->room - 1)];

		if (!*slot || ((*slot)->parent == parent &&
		    (*slot)->element == element &&
		    str_eq((*slot)->class, class)))
			return slot;
	}
}

static void
grow_table(struct theme *theme)
{
	const struct style **old = theme->table;
	size_t room = theme->room;

	theme->room *= 2;
	theme->table = arena_array(theme->arena, theme->room,
	    sizeof *theme->table);
	for (size_t i = 0; i < room; i++)
		if (old[i])
			*find_slot(theme, old[i]->parent, old[i]->element,
			    old[i]->class) = old[i];
}

const struct style *
theme_style(struct theme *theme, const struct node *node,
    const struct style *parent)
{
	const struct str *attribute = node_attribute(node, "class");
	struct str class = !attribute ? STR("") : *attribute;
	const struct style **slot;
	struct style *style;
	struct font *font;
	struct loc loc;

	slot = find_slot(theme, parent, node->element, class);
	if (*slot)
		return *slot;
	style = arena_alloc(theme->arena, sizeof *style);
	*style = inherit(theme, parent);
	style->element = node->element;
	style->class = arena_dup(theme->arena, class);
	loc = cascade(theme, style);
	style->leading = style->size * style->line_height;
	font = find_font(theme, style, loc);
	if (!font)	/* not kept: the next report must hear of it */
		return style;
	style->font = font;
	*slot = style;
	if (++theme->count * 2 > theme->room)
		grow_table(theme);
	return style;
}

const struct style *
theme_class(struct theme *theme, const char *class,
    const struct style *parent)
{
	struct attribute attribute = {
		.name = STR("class"), .value = str_from(class),
	};
	struct node node = { .element = ELEMENT_DIV,
		.attributes = &attribute };

	return theme_style(theme, &node, parent);
}
