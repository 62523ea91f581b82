/* theme_read.c -- stage 5b: assets/huisstijl.yaml -> rules and sheets */
#include "theme.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/diag.h"
#include "picture.h"

/* The size comes first: lengths in em of other properties depend on it. */
const struct property theme_properties[] = {
#define PROPERTY(name, type, field) \
	{ name, PROPERTY_##type, offsetof(struct style, field) }
	PROPERTY("grootte", SIZE, size),
	PROPERTY("regelhoogte", FACTOR, line_height),
	PROPERTY("lettertype", FAMILY, family),
	PROPERTY("gewicht", WEIGHT, weight),
	PROPERTY("cursief", FLAG, italic),
	PROPERTY("kleur", COLOR, color),
	PROPERTY("uitlijning", ALIGN, align),
	PROPERTY("afbreken", FLAG, hyphenate),
	PROPERTY("hangende-leestekens", FLAG, hang),
	PROPERTY("evenwichtig", FLAG, balance),
	PROPERTY("verschuiving", LENGTH, rise),
	PROPERTY("onderstreept", FLAG, underline),
	PROPERTY("doorgehaald", FLAG, strike),
	PROPERTY("ruimte-voor", LENGTH, margin.top),
	PROPERTY("ruimte-na", LENGTH, margin.bottom),
	PROPERTY("marge-links", LENGTH, margin.left),
	PROPERTY("marge-rechts", LENGTH, margin.right),
	PROPERTY("binnenruimte", EDGES, padding),
	PROPERTY("lijn-boven", LENGTH, border.top),
	PROPERTY("lijn-rechts", LENGTH, border.right),
	PROPERTY("lijn-onder", LENGTH, border.bottom),
	PROPERTY("lijn-links", LENGTH, border.left),
	PROPERTY("lijn-kleur", COLOR, border_color),
	PROPERTY("achtergrond", FILL, background),
	PROPERTY("bij-volgende-houden", FLAG, keep_with_next),
	PROPERTY("bij-vorige-houden", FLAG, keep_with_previous),
	PROPERTY("bijeenhouden", FLAG, keep_together),
	PROPERTY("nieuwe-pagina", START, new_page),
	PROPERTY("voorwerk", FLAG, front),
	PROPERTY("liggend", FLAG, landscape),
	PROPERTY("kaal", FLAG, bare),
	PROPERTY("aflopend", FLAG, bleed),
	PROPERTY("volle-breedte", FLAG, full_width),
	PROPERTY("breedte", LENGTH, width),
	PROPERTY("hoogte", LENGTH, min_height),
	PROPERTY("inspringing", LENGTH, indent),
	PROPERTY("opsommingsteken", MARKER, marker),
	PROPERTY("plaats", POSITION, position),
	PROPERTY("verticaal", VERTICAL, vertical),
#undef PROPERTY
};
const size_t theme_property_count =
    sizeof theme_properties / sizeof theme_properties[0];

/* What the functions below share. */
struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct value *colors, *letters;	/* tokens */
	struct theme_rules *rules;
	bool on_paper;		/* a length is not below 0, and in no em */
};

/* A word of the house style, and the number that it stands for. */
struct word {
	const char *name;
	int number;
};

static const struct word flag_words[] = { { "ja", 1 }, { "nee", 0 } };
static const struct word align_words[] = { { "links", ALIGN_LEFT },
	{ "uitgevuld", ALIGN_JUSTIFY }, { "midden", ALIGN_CENTER },
	{ "rechts", ALIGN_RIGHT } };

static const struct word vertical_words[] = { { "boven", VERTICAL_TOP },
	{ "midden", VERTICAL_MIDDLE }, { "onder", VERTICAL_BOTTOM } };

static const struct word start_words[] = { { "ja", START_PAGE },
	{ "nee", START_HERE }, { "rechts", START_RIGHT_PAGE } };

static int
read_word(struct reader *r, const struct value *v, const struct word *words,
    size_t n)
{
	struct str text = value_text(v), list = STR("");

	for (size_t i = 0; i < n; i++)
		if (str_is(text, words[i].name))
			return words[i].number;
	for (size_t i = 0; i < n; i++)
		list = arena_printf(r->arena, "%s%s%s", list.s,
		    i == 0 ? "" : i + 1 < n ? ", " : " of ", words[i].name);
	diag_at(r->diag, v->loc, DIAG_THEME_WORD, text.s, list.s);
	return 0;
}

static bool
read_hex(struct str text, struct color *out)
{
	unsigned long rgb;

	if (text.n != 7 || text.s[0] != '#' ||
	    strspn(text.s + 1, "0123456789abcdefABCDEF") != 6)
		return false;
	rgb = strtoul(text.s + 1, NULL, 16);
	*out = (struct color){ (double)(rgb >> 16) / 255,
		(double)(rgb >> 8 & 255) / 255, (double)(rgb & 255) / 255 };
	return true;
}

static const char *
nearest_member(struct reader *r, const struct value *map, struct str name)
{
	const char **names;

	if (!map || map->n == 0)
		return NULL;
	names = arena_array(r->arena, map->n, sizeof *names);
	for (size_t i = 0; i < map->n; i++)
		names[i] = arena_cstr(r->arena, map->members[i].name);
	return str_nearest(name, names, map->n);
}

/* #rrggbb, or the name of a token that is one. */
static struct color
read_color(struct reader *r, const struct value *v)
{
	struct str text = arena_dup(r->arena, value_text(v));
	const struct value *token = value_find(r->colors, text.s);
	struct color color = { 0, 0, 0 };

	if (read_hex(text, &color))
		return color;
	if (!token)
		diag_at(r->diag, v->loc, DIAG_THEME_COLOR, text.s,
		    nearest_member(r, r->colors, text));
	else if (!read_hex(arena_dup(r->arena, value_text(token)), &color))
		diag_at(r->diag, token->loc, DIAG_THEME_COLOR,
		    arena_dup(r->arena, value_text(token)).s, "");
	return color;
}

/* A number in points, or a number with pt, mm or em behind it. */
static struct length
read_length(struct reader *r, const struct value *v)
{
	static const struct { const char *name; double points; } units[] = {
		{ "", 1 }, { "pt", 1 }, { "mm", 72 / 25.4 }, { "em", 0 },
	};
	struct str text = arena_dup(r->arena, value_text(v)), unit;
	char *end;
	double number = strtod(text.s, &end);
	const double least = r->on_paper ? 0 : -10000;

	unit = str_trim(str_slice(text, (size_t)(end - text.s), text.n));
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (end > text.s && str_is(unit, units[i].name) &&
		    number >= least && number < 10000 &&
		    (units[i].points > 0 || !r->on_paper))
			return (struct length){ number * (units[i].points > 0 ?
			    units[i].points : 1), units[i].points == 0 };
	diag_at(r->diag, v->loc, DIAG_THEME_LENGTH, text.s);
	return (struct length){ 0, false };
}

/*
 * One length for all sides, two (top and bottom, left and right), or four
 * (top, right, bottom, left).
 */
static void
read_edges(struct reader *r, const struct value *v, struct length out[4])
{
	size_t n = v->kind == VALUE_LIST ? v->n : 1;

	if (n != 1 && n != 2 && n != 4) {
		diag_at(r->diag, v->loc, DIAG_THEME_EDGES);
		return;
	}
	for (size_t i = 0; i < 4; i++)
		out[i] = i >= n ? out[i % n] : read_length(r,
		    v->kind == VALUE_LIST ? v->items[i] : v);
}

/* A key that must be there; NULL after telling. */
static const struct value *
need(struct reader *r, const struct value *map, const char *name)
{
	const struct value *v = value_find(map, name);

	if (v && v->kind != VALUE_NULL)
		return v;
	diag_at(r->diag, map->loc, DIAG_THEME_MISSING, name);
	return NULL;
}

/* boven, links and breedte, and hoogte if it is bounded. */
static void
read_position(struct reader *r, const struct value *v, struct length out[4])
{
	static const char *const names[] = { "boven", "links", "breedte",
		"hoogte" };

	for (size_t i = 0; i < 4; i++) {
		const struct value *length = i < 3 ? need(r, v, names[i]) :
		    value_find(v, names[i]);

		if (length && length->kind != VALUE_NULL)
			out[i] = read_length(r, length);
	}
}

/* A number of a scalar, at least min and at most max. */
static double
read_number(struct reader *r, const struct value *v, double min, double max)
{
	if (v->kind == VALUE_NUMBER && v->number >= min && v->number <= max)
		return v->number;
	diag_at(r->diag, v->loc, DIAG_THEME_NUMBER,
	    arena_dup(r->arena, value_text(v)).s,
	    arena_printf(r->arena, "%g", min).s,
	    arena_printf(r->arena, "%g", max).s);
	return min;
}

bool
style_marker_is_picture(struct str marker)
{
	return str_ends(marker, ".svg");
}

/* The file of a marker is looked for beside the house style. */
static struct str
read_marker(struct reader *r, const struct value *v, struct str text)
{
	const char *style = v->loc.src->path, *slash = strrchr(style, '/');
	double width, height;

	if (!style_marker_is_picture(text))
		return text;
	text = arena_printf(r->arena, "%.*s%s",
	    !slash ? 0 : (int)(slash + 1 - style), style, text.s);
	if (!picture_size(text.s, &width, &height))
		diag_at(r->diag, v->loc, DIAG_PICTURE_SIZE, text.s);
	return text;
}

static struct declaration
read_declaration(struct reader *r, size_t property, const struct value *v)
{
	struct declaration d = { .property = property, .loc = v->loc };
	struct str text = arena_dup(r->arena, value_text(v));
	const struct value *token;

	switch (theme_properties[property].type) {
	case PROPERTY_SIZE:
	case PROPERTY_LENGTH:
		d.lengths[0] = read_length(r, v);
		break;
	case PROPERTY_EDGES:
		read_edges(r, v, d.lengths);
		break;
	case PROPERTY_POSITION:
		read_position(r, v, d.lengths);
		break;
	case PROPERTY_FACTOR:
		d.number = read_number(r, v, 0.5, 3);
		break;
	case PROPERTY_WEIGHT:
		d.number = read_number(r, v, 100, 900);
		break;
	case PROPERTY_FLAG:
		d.flag = read_word(r, v, flag_words, 2);
		break;
	case PROPERTY_ALIGN:
		d.number = read_word(r, v, align_words, 4);
		break;
	case PROPERTY_VERTICAL:
		d.number = read_word(r, v, vertical_words, 3);
		break;
	case PROPERTY_START:
		d.number = read_word(r, v, start_words, 3);
		break;
	case PROPERTY_FILL:
		d.flag = !str_is(text, "geen");
		if (d.flag)
			d.color = read_color(r, v);
		break;
	case PROPERTY_COLOR:
		d.color = read_color(r, v);
		break;
	case PROPERTY_FAMILY:
		token = value_find(r->letters, text.s);
		d.text = arena_dup(r->arena,
		    !token ? text : value_text(token));
		break;
	case PROPERTY_TEXT:
		d.text = text;
		break;
	case PROPERTY_MARKER:
		d.text = read_marker(r, v, text);
		break;
	}
	for (size_t i = 0; i < 4; i++)
		if (d.lengths[i].number < 0 &&
		    theme_properties[property].offset !=
		    offsetof(struct style, rise))
			diag_at(r->diag, v->loc, DIAG_THEME_NEGATIVE);
	return d;
}

static bool
find_property(struct str name, size_t *out)
{
	for (size_t i = 0; i < theme_property_count; i++)
		if (str_is(name, theme_properties[i].name)) {
			*out = i;
			return true;
		}
	return false;
}

static const char *
nearest_property(struct reader *r, struct str name)
{
	const char **names = arena_array(r->arena, theme_property_count,
	    sizeof *names);

	for (size_t i = 0; i < theme_property_count; i++)
		names[i] = theme_properties[i].name;
	return str_nearest(name, names, theme_property_count);
}

static struct declaration *
read_declarations(struct reader *r, const struct value *map, size_t *n)
{
	struct declaration *list = arena_array(r->arena, map->n + 1,
	    sizeof *list);

	*n = 0;
	for (size_t i = 0; i < map->n; i++) {
		const struct member *m = &map->members[i];
		size_t property;

		if (m->value->kind == VALUE_NULL)
			continue;	/* filled in by the schema */
		if (find_property(m->name, &property))
			list[(*n)++] = read_declaration(r, property, m->value);
		else
			diag_at(r->diag, m->loc, DIAG_THEME_PROPERTY,
			    arena_cstr(r->arena, m->name),
			    nearest_property(r, m->name));
	}
	return list;
}

static const char *
nearest_element(struct str name)
{
	const char *names[ELEMENT_COUNT];
	size_t n = 0;

	for (size_t i = 1; i < ELEMENT_COUNT; i++)
		names[n++] = element_infos[i].name;
	return str_nearest(name, names, n);
}

/* "table.kader" */
static bool
read_part(struct reader *r, struct str text, struct loc loc,
    struct selector_part *part)
{
	size_t dot = str_find(text, ".", 0);
	struct str name = dot == (size_t)-1 ? text : str_slice(text, 0, dot);

	part->element = name.n == 0 ? ELEMENT_TEXT : element_find(name);
	part->class = dot == (size_t)-1 ? STR("") :
	    arena_dup(r->arena, str_slice(text, dot + 1, text.n));
	if (str_find(part->class, ".", 0) != (size_t)-1 ||
	    (dot != (size_t)-1 && part->class.n == 0)) {
		diag_at(r->diag, loc, DIAG_THEME_SELECTOR,
		    arena_cstr(r->arena, text));
		return false;
	}
	if (name.n > 0 && part->element == ELEMENT_TEXT) {
		diag_at(r->diag, loc, DIAG_THEME_ELEMENT,
		    arena_cstr(r->arena, name), nearest_element(name));
		return false;
	}
	return true;
}

/* "section.liggend td": elements from the outside in. */
static bool
read_selector(struct reader *r, struct str text, struct loc loc,
    struct rule *rule)
{
	size_t at = 0;

	text = str_trim(text);
	while (at < text.n) {
		size_t end = str_find(text, " ", at);

		if (end == (size_t)-1)
			end = text.n;
		if (end > at) {
			struct selector_part *part;

			if (rule->n_parts == SELECTOR_PARTS)
				break;
			part = &rule->parts[rule->n_parts++];
			if (!read_part(r, str_slice(text, at, end), loc, part))
				return false;
			rule->weight += (part->class.n > 0 ? 100 : 0) +
			    (part->element != ELEMENT_TEXT);
		}
		at = end + 1;
	}
	if (rule->n_parts > 0 && at >= text.n)
		return true;
	diag_at(r->diag, loc, DIAG_THEME_SELECTOR, arena_cstr(r->arena, text));
	return false;
}

/* "h2, h3": one rule for each. */
static void
read_rules(struct reader *r, const struct member *m)
{
	struct theme_rules *rules = r->rules;
	struct rule rule = { .n_parts = 0 };
	size_t at = 0;

	if (m->value->kind == VALUE_NULL)
		return;
	if (m->value->kind != VALUE_MAP) {
		diag_at(r->diag, m->value->loc, DIAG_THEME_MAP,
		    arena_cstr(r->arena, m->name));
		return;
	}
	rule.declarations = read_declarations(r, m->value,
	    &rule.n_declarations);
	while (at <= m->name.n) {
		size_t end = str_find(m->name, ",", at);

		if (end == (size_t)-1)
			end = m->name.n;
		rule.n_parts = 0;
		rule.weight = 0;
		if (read_selector(r, str_slice(m->name, at, end), m->loc,
		    &rule)) {
			rules->rules = arena_grow(r->arena, rules->rules,
			    rules->n, sizeof rule);
			rules->rules[rules->n++] = rule;
		}
		at = end + 1;
	}
}

/* Insertion keeps the order of the file among rules of one weight. */
static void
sort_rules(struct theme_rules *rules)
{
	for (size_t i = 1; i < rules->n; i++) {
		struct rule rule = rules->rules[i];
		size_t k = i;

		for (; k > 0 && rules->rules[k - 1].weight > rule.weight; k--)
			rules->rules[k] = rules->rules[k - 1];
		rules->rules[k] = rule;
	}
}

static double
read_sheet_length(struct reader *r, const struct value *map, const char *name)
{
	const struct value *v = need(r, map, name);

	return !v ? 0 : read_length(r, v).number;
}

/* Short rules at fixed places of the paper. */
static void
read_marks(struct reader *r, const struct value *list, struct sheet *sheet)
{
	struct position *marks;

	if (!list || list->kind != VALUE_LIST)
		return;
	marks = arena_array(r->arena, list->n, sizeof *marks);
	for (size_t i = 0; i < list->n; i++) {
		struct length l[4] = { { 0, false } };

		read_position(r, list->items[i], l);
		marks[i] = (struct position){ true, l[0].number, l[1].number,
			l[2].number, l[3].number };
	}
	sheet->marks = marks;
	sheet->n_marks = list->n;
}

/* The typesetter counts on room for some words and some lines. */
static void
check_room(struct reader *r, const struct sheet *sheet, struct loc loc)
{
	const struct edges *e = &sheet->margin;

	if (sheet->width - e->left - e->right < 72 ||
	    sheet->height - e->top - e->bottom < 144)
		diag_at(r->diag, loc, DIAG_THEME_SHEET);
}

static struct sheet
read_sheet(struct reader *r, const struct value *map)
{
	const struct value *margin, *number;
	struct sheet sheet = { .width = 0 };
	struct length m[4] = { { 0, false } };

	if (!map)
		return sheet;
	number = value_find(map, "nummering");
	if (number)
		sheet.number = arena_dup(r->arena, value_text(number));
	read_marks(r, value_find(map, "streepjes"), &sheet);
	sheet.width = read_sheet_length(r, map, "breedte");
	sheet.height = read_sheet_length(r, map, "hoogte");
	sheet.head = read_sheet_length(r, map, "kopregel");
	sheet.foot = read_sheet_length(r, map, "paginanummer");
	margin = need(r, map, "marge");
	if (margin)
		read_edges(r, margin, m);
	sheet.margin = (struct edges){ m[0].number, m[1].number,
		m[2].number, m[3].number };
	check_room(r, &sheet, map->loc);
	return sheet;
}

/*
 * pagina.brief: for documents whose <body> has the class brief.  The text of
 * later pages may begin higher than that of the first.
 */
static void
read_named_sheets(struct reader *r, const struct value *page)
{
	struct theme_rules *rules = r->rules;

	for (size_t i = 0; page->kind == VALUE_MAP && i < page->n; i++) {
		const struct member *m = &page->members[i];
		struct named_sheet named = { .class = arena_dup(r->arena,
		    m->name) };
		const struct value *top;

		if (str_is(m->name, "staand") || str_is(m->name, "liggend") ||
		    m->value->kind != VALUE_MAP)
			continue;
		named.first = named.others = read_sheet(r, m->value);
		top = value_find(m->value, "vervolg-boven");
		if (top && top->kind != VALUE_NULL) {
			named.others.margin.top = read_length(r, top).number;
			check_room(r, &named.others, top->loc);
		}
		named.others.n_marks = 0;
		rules->named = arena_grow(r->arena, rules->named,
		    rules->n_named, sizeof named);
		rules->named[rules->n_named++] = named;
	}
}

bool
theme_read(struct arena *arena, struct diag *d, const struct value *style,
    struct theme_rules *rules)
{
	struct reader r = { .arena = arena, .diag = d, .rules = rules };
	size_t faults = diag_count(d, DIAG_ERROR);
	const struct value *elements, *page, *family;

	*rules = (struct theme_rules){ .rules = NULL };
	r.colors = value_path(style, "tokens.kleur");
	r.letters = value_path(style, "tokens.letter");
	family = value_find(r.letters, "tekst");
	rules->family = !family ? STR("Open Sans") :
	    arena_dup(arena, value_text(family));
	rules->family_loc = !family ? style->loc : family->loc;
	page = need(&r, style, "pagina");
	r.on_paper = true;
	if (page) {
		rules->upright = read_sheet(&r, need(&r, page, "staand"));
		rules->turned = read_sheet(&r, need(&r, page, "liggend"));
		read_named_sheets(&r, page);
	}
	r.on_paper = false;
	elements = need(&r, style, "elementen");
	for (size_t i = 0; elements && i < elements->n; i++)
		if (elements->kind == VALUE_MAP)
			read_rules(&r, &elements->members[i]);
	sort_rules(rules);
	return diag_count(d, DIAG_ERROR) == faults;
}
