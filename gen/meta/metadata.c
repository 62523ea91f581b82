/* metadata.c -- stage 5a: what a document tells of its publication */
#include "metadata.h"

#include <string.h>

#include "../base/buf.h"
#include "../web/json.h"

static const struct loc nowhere;

/* The lists of values of the Dutch government: standaarden.overheid.nl/tooi */
#define TOOI "https://identifier.overheid.nl/tooi/"

struct term {
	const char *name;	/* as schemas have it; the first by default */
	const char *code;
};

static const struct term categories[] = {
	{ "onderzoeksrapporten", "c_fdaee95e" },
	{ "inspanningsverplichting art 3.1 Woo", "c_816e508d" },
	{ NULL, NULL },
};

static const struct term document_kinds[] = {
	{ "inspectierapport", "c_4efe1293" },
	{ "onderzoeksrapport", "c_6f49bf34" },
	{ "rapport", "c_3300f29a" },
	{ "vergaderverslag", "c_42e406dd" },
	{ NULL, NULL },
};

static const struct term reasons[] = {
	{ "correctie privacygevoelige gegevens", "c_098c1346" },
	{ "correctie procedurele fout", "c_c77c86e0" },
	{ NULL, NULL },
};

/* --- maps of values --- */

static void
set(struct arena *a, struct value *map, const char *name,
    const struct value *v)
{
	value_set(a, map, str_from(name), nowhere, v ? (struct value *)v :
	    value_new(a, VALUE_NULL, nowhere));
}

static void
set_text(struct arena *a, struct value *map, const char *name, struct str s)
{
	set(a, map, name, s.n ? value_string(a, nowhere, s) : NULL);
}

static struct value *
set_map(struct arena *a, struct value *map, const char *name)
{
	struct value *v = value_new(a, VALUE_MAP, nowhere);

	set(a, map, name, v);
	return v;
}

static void
add_text(struct arena *a, struct value *list, struct str s)
{
	value_add(a, list, value_string(a, nowhere, s));
}

/* --- values --- */

static void
set_term(struct arena *a, struct value *map, const char *name,
    const struct term *terms, struct str text)
{
	struct value *v = set_map(a, map, name);
	const struct term *term = terms;

	while (term->name && !str_is(text, term->name))
		term++;
	if (!term->name)
		term = terms;
	set_text(a, v, "naam", str_from(term->name));
	set_text(a, v, "uri", arena_printf(a, TOOI "def/thes/kern/%s",
	    term->code));
}

static struct str
iso_day(const struct value *data, const char *path)
{
	const struct value *v = value_path(data, path);

	return value_text(v ? value_find(v->facets, "iso") : NULL);
}

/* ISO days are in the order of their bytes, and "" is before all of them. */
static struct str
latest(struct str a, struct str b)
{
	return str_compare(a, b) < 0 ? b : a;
}

/* The five entities that Markdown leaves in its XHTML. */
static size_t
add_entity(struct str s, size_t at, struct buf *b)
{
	static const struct {
		const char *entity;
		char c;
	} list[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' } };

	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if (str_starts(str_slice(s, at, s.n), list[i].entity)) {
			buf_addc(b, list[i].c);
			return at + strlen(list[i].entity);
		}
	buf_addc(b, s.s[at]);
	return at + 1;
}

/* Where the tag ends that is open at this byte; a note goes as a whole. */
static size_t
tag_end(struct str s, size_t at)
{
	bool note = str_starts(str_slice(s, at, s.n), "<ts-noot");
	const char *end = note ? "</ts-noot>" : ">";
	size_t found = str_find(s, end, at);

	return found == (size_t)-1 ? s.n : found + strlen(end);
}

/* Markdown's XHTML as one line of text. */
static struct str
plain_text(struct arena *a, struct str xhtml)
{
	struct buf b = BUF_INIT;
	struct str text;

	for (size_t at = 0; at < xhtml.n; ) {
		if (xhtml.s[at] == '<') {
			at = tag_end(xhtml, at);
		} else if (xhtml.s[at] == '\n') {
			buf_addc(&b, ' ');
			at++;
		} else {
			at = add_entity(xhtml, at, &b);
		}
	}
	text = arena_dup(a, str_trim(buf_str(&b)));
	buf_release(&b);
	return text;
}

/* --- the parts of the map --- */

static void
set_area(struct arena *a, struct value *map, const struct value *data)
{
	struct str gemeente = value_text_at(data, "gemeente.naam");
	struct str code = value_text_at(data, "gemeente.code");
	struct str regio = value_text_at(data, "regio.naam");
	struct value *v;

	if (!gemeente.n && !regio.n) {
		set(a, map, "gebied", NULL);
		return;
	}
	v = set_map(a, map, "gebied");
	set_text(a, v, "naam", gemeente.n ?
	    arena_printf(a, "gemeente %s", gemeente.s) :
	    arena_printf(a, "regio %s", regio.s));
	set_text(a, v, "code", code);
	/* codes from GM9901 on are of gemeenten that do not exist */
	if (!code.n || str_starts(code, "GM99"))
		code = STR("");
	set_text(a, v, "uri", code.n ?
	    arena_printf(a, TOOI "id/gemeente/gm%s", code.s + 2) : code);
}

static void
set_keywords(struct arena *a, struct value *map, const struct value *data)
{
	const struct value *words = value_path(data, "onderzoek.trefwoorden");
	struct str area = value_text_at(map, "gebied.naam");
	struct value *list = value_new(a, VALUE_LIST, nowhere);

	for (size_t i = 0; words && i < words->n; i++)
		add_text(a, list, value_text(words->items[i]));
	if (area.n)
		add_text(a, list, area);
	set(a, map, "trefwoorden", list);
}

static void
set_days(struct arena *a, struct value *map, const struct value *data)
{
	struct str adopted = iso_day(data, "publicatie.vaststelling");
	struct str changed = iso_day(data, "publicatie.gewijzigd");
	struct str withdrawn = iso_day(data, "publicatie.ingetrokken.datum");
	struct value *v;

	if (!adopted.n)
		adopted = iso_day(data, "nazorg.vaststelling");
	set_text(a, map, "datum", iso_day(data, "datum"));
	set_text(a, map, "vaststelling", adopted);
	set_text(a, map, "gewijzigd", latest(latest(adopted, changed),
	    withdrawn));
	if (!withdrawn.n) {
		set(a, map, "ingetrokken", NULL);
		return;
	}
	v = set_map(a, map, "ingetrokken");
	set_text(a, v, "datum", withdrawn);
	set_term(a, v, "reden", reasons, value_text_at(data,
	    "publicatie.ingetrokken.reden"));
}

static void
set_addresses(struct arena *a, struct value *map, struct str address,
    struct str path)
{
	if (!address.n) {
		set(a, map, "html", NULL);
		set(a, map, "pdf", NULL);
		return;
	}
	set_text(a, map, "html", arena_printf(a, "%s/%s/index.html",
	    address.s, path.s));
	set_text(a, map, "pdf", arena_printf(a, "%s/%s/rapport.pdf",
	    address.s, path.s));
}

static void
set_classes(struct arena *a, struct value *map, const struct value *data,
    const struct value *settings)
{
	struct str category = value_text_at(data,
	    "publicatie.informatiecategorie");

	if (!category.n)
		category = value_text_at(settings, "informatiecategorie");
	set_term(a, map, "categorie", categories, category);
	set_term(a, map, "documentsoort", document_kinds,
	    value_text_at(data, "publicatie.documentsoort"));
}

struct value *
metadata_new(struct arena *a, const struct value *data,
    const struct value *settings, struct str path)
{
	struct value *map = value_new(a, VALUE_MAP, nowhere);

	set_text(a, map, "omschrijving", plain_text(a,
	    value_text_at(data, "onderzoek.omschrijving")));
	set_text(a, map, "opsteller", value_text_at(data,
	    "onderzoek.afzender.naam"));
	set(a, map, "uitgever", value_find(settings, "uitgever"));
	set(a, map, "medeverantwoordelijken", value_find(settings,
	    "medeverantwoordelijken"));
	set_classes(a, map, data, settings);
	set_area(a, map, data);
	set_keywords(a, map, data);
	set_text(a, map, "kenmerk", value_text_at(data, "publicatie.kenmerk"));
	set_text(a, map, "licentie", value_text_at(settings, "licentie"));
	set_days(a, map, data);
	set(a, map, "voorbeeld", value_bool(a, nowhere,
	    value_is_true(value_find(data, "voorbeeld"))));
	set_addresses(a, map, value_text_at(settings, "adres"), path);
	return map;
}

/* --- JSON-LD --- */

/* Something of schema.org that has a name and perhaps a URI. */
static void
set_thing(struct arena *a, struct value *map, const char *property,
    const char *type, const struct value *thing)
{
	struct value *v;

	if (!value_is_true(thing))
		return;
	v = set_map(a, map, property);
	set_text(a, v, "@type", str_from(type));
	set_text(a, v, "@id", value_text_at(thing, "uri"));
	set_text(a, v, "name", value_text_at(thing, "naam"));
}

static void
set_pdf(struct arena *a, struct value *map, struct str address)
{
	struct value *v;

	if (!address.n)
		return;
	v = set_map(a, map, "encoding");
	set_text(a, v, "@type", STR("MediaObject"));
	set_text(a, v, "encodingFormat", STR("application/pdf"));
	set_text(a, v, "contentUrl", address);
}

static struct value *
linked_data(struct arena *a, const struct value *m)
{
	struct value *map = value_new(a, VALUE_MAP, nowhere);
	struct value *sender = NULL;
	struct str published = value_text_at(m, "vaststelling");

	if (value_text_at(m, "opsteller").n) {
		sender = value_new(a, VALUE_MAP, nowhere);
		set_text(a, sender, "naam", value_text_at(m, "opsteller"));
	}
	set_text(a, map, "@context", STR("https://schema.org"));
	set_text(a, map, "@type", STR("Report"));
	set_text(a, map, "name", value_text_at(m, "titel"));
	set_text(a, map, "description", value_text_at(m, "omschrijving"));
	set_text(a, map, "inLanguage", STR("nl"));
	set_text(a, map, "reportNumber", value_text_at(m, "kenmerk"));
	set_text(a, map, "genre", value_text_at(m, "documentsoort.naam"));
	set_text(a, map, "datePublished", published.n ? published :
	    value_text_at(m, "datum"));
	set_text(a, map, "dateModified", value_text_at(m, "gewijzigd"));
	set_thing(a, map, "author", "GovernmentOrganization", sender);
	set_thing(a, map, "publisher", "GovernmentOrganization",
	    value_find(m, "uitgever"));
	set_thing(a, map, "about", "AdministrativeArea",
	    value_find(m, "gebied"));
	set(a, map, "keywords", value_find(m, "trefwoorden"));
	set_text(a, map, "license", value_text_at(m, "licentie"));
	set_text(a, map, "url", value_text_at(m, "html"));
	set_pdf(a, map, value_text_at(m, "pdf"));
	return map;
}

/* A script ends at the first </ in it, so JSON writes the < in another way. */
static struct str
script_text(struct arena *a, const struct value *v)
{
	struct buf json = BUF_INIT, b = BUF_INIT;

	json_value(v, &json);
	for (size_t i = 0; i < json.n; i++)
		if (json.s[i] == '<')
			buf_adds(&b, "\\u003c");
		else
			buf_addc(&b, json.s[i]);
	buf_release(&json);
	return buf_detach(&b, a);
}

void
metadata_set_title(struct arena *a, struct value *metadata, struct str title)
{
	set_text(a, metadata, "titel", arena_dup(a, title));
}

void
metadata_place(struct arena *a, const struct value *metadata,
    const struct document *document)
{
	const struct str *type;

	for (struct node *n = document->root; n;
	    n = node_next(n, document->root)) {
		if (n->element != ELEMENT_SCRIPT || n->first)
			continue;
		type = node_attribute(n, "type");
		if (type && str_is(*type, "application/ld+json"))
			node_append(n, node_text(a, script_text(a,
			    linked_data(a, metadata)), n->loc));
	}
}

struct str
metadata_keywords(const struct value *metadata, struct arena *a)
{
	const struct value *list = value_find(metadata, "trefwoorden");
	struct str all = STR("");

	for (size_t i = 0; list && i < list->n; i++)
		all = arena_printf(a, "%s%s%s", all.s, i ? ", " : "",
		    arena_dup(a, value_text(list->items[i])).s);
	return all;
}

void
metadata_pdf(const struct value *metadata, struct arena *a,
    struct pdf_info *info)
{
	info->author = value_text_at(metadata, "opsteller");
	info->subject = value_text_at(metadata, "omschrijving");
	info->keywords = metadata_keywords(metadata, a);
	info->date = value_text_at(metadata, "vaststelling");
	if (!info->date.n)
		info->date = value_text_at(metadata, "datum");
	info->identifier = value_text_at(metadata, "kenmerk");
	info->publisher = value_text_at(metadata, "uitgever.naam");
	info->kind = value_text_at(metadata, "documentsoort.naam");
	info->category = value_text_at(metadata, "categorie.naam");
	info->coverage = value_text_at(metadata, "gebied.uri");
	info->rights = value_text_at(metadata, "licentie");
}
