/* sitemap.c -- stage 5a: metadata -> sitemap of the Woo (DiWoo 0.9.8) */
#include "sitemap.h"

#include "metadata.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define SITEMAPS "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
#define DIWOO "xmlns:diwoo=\"https://standaarden.overheid.nl/diwoo/metadata/\""
#define KERN "https://identifier.overheid.nl/tooi/def/thes/kern/"
#define EU "http://publications.europa.eu/resource/authority/"

/* --- elements --- */

static void
add_open(struct buf *b, const char *name)
{
	buf_addf(b, "<diwoo:%s>\n", name);
}

static void
add_close(struct buf *b, const char *name)
{
	buf_addf(b, "</diwoo:%s>\n", name);
}

/* <diwoo:name>text</diwoo:name>, or nothing without text. */
static void
add_text(struct buf *b, const char *name, struct str text)
{
	if (!text.n)
		return;
	buf_addf(b, "<diwoo:%s>", name);
	buf_add_escaped(b, text);
	add_close(b, name);
}

/* The same with the URI of what the text is the name of. */
static void
add_resource(struct buf *b, const char *name, struct str uri, struct str text)
{
	buf_addf(b, "<diwoo:%s resource=\"", name);
	buf_add_escaped(b, uri);
	buf_adds(b, "\">");
	buf_add_escaped(b, text);
	add_close(b, name);
}

static void
add_thing(struct buf *b, const char *name, const struct value *thing)
{
	add_resource(b, name, value_text_at(thing, "uri"),
	    value_text_at(thing, "naam"));
}

/* --- a document --- */

static void
add_responsible(const struct value *m, struct buf *b)
{
	const struct value *others = value_find(m, "medeverantwoordelijken");

	add_thing(b, "publisher", value_find(m, "uitgever"));
	add_thing(b, "verantwoordelijke", value_find(m, "uitgever"));
	if (others && others->n) {
		add_open(b, "medeverantwoordelijken");
		for (size_t i = 0; i < others->n; i++)
			add_thing(b, "medeverantwoordelijke",
			    others->items[i]);
		add_close(b, "medeverantwoordelijken");
	}
	add_text(b, "naamOpsteller", value_text_at(m, "opsteller"));
}

static void
add_titles(const struct value *m, struct buf *b)
{
	struct str description = value_text_at(m, "omschrijving");

	add_open(b, "titelcollectie");
	add_text(b, "officieleTitel", value_text_at(m, "titel"));
	add_close(b, "titelcollectie");
	if (!description.n)
		return;
	add_open(b, "omschrijvingen");
	add_text(b, "omschrijving", description);
	add_close(b, "omschrijvingen");
}

static void
add_classes(const struct value *m, struct buf *b)
{
	const struct value *words = value_find(m, "trefwoorden");

	add_open(b, "classificatiecollectie");
	add_open(b, "informatiecategorieen");
	add_thing(b, "informatiecategorie", value_find(m, "categorie"));
	add_close(b, "informatiecategorieen");
	add_open(b, "documentsoorten");
	add_thing(b, "documentsoort", value_find(m, "documentsoort"));
	add_close(b, "documentsoorten");
	if (words && words->n) {
		add_open(b, "trefwoorden");
		for (size_t i = 0; i < words->n; i++)
			add_text(b, "trefwoord", value_text(words->items[i]));
		add_close(b, "trefwoorden");
	}
	add_close(b, "classificatiecollectie");
}

/* The act of vaststelling: when, and by whom. */
static void
add_adoption(const struct value *m, struct buf *b)
{
	struct str day = value_text_at(m, "vaststelling");

	add_text(b, "creatiedatum", day);
	add_open(b, "documenthandelingen");
	add_open(b, "documenthandeling");
	add_resource(b, "soortHandeling", STR(KERN "c_641ecd76"),
	    STR("vaststelling"));
	buf_addf(b, "<diwoo:atTime>%.*sT00:00:00</diwoo:atTime>\n",
	    (int)day.n, day.s);
	add_thing(b, "wasAssociatedWith", value_find(m, "uitgever"));
	add_close(b, "documenthandeling");
	add_close(b, "documenthandelingen");
}

static void
add_diwoo(const struct value *m, const char *format, struct buf *b)
{
	struct str number = value_text_at(m, "kenmerk");
	const struct value *reason = value_path(m, "ingetrokken.reden");

	add_open(b, "DiWoo");
	if (number.n) {
		add_open(b, "identifiers");
		add_text(b, "identifier", number);
		add_close(b, "identifiers");
	}
	add_responsible(m, b);
	add_titles(m, b);
	add_classes(m, b);
	add_resource(b, "language", STR(EU "language/NLD"),
	    STR("Nederlands"));
	buf_addf(b, "<diwoo:format resource=\"" EU "file-type/%s\">%s", format,
	    format);
	add_close(b, "format");
	add_adoption(m, b);
	if (reason)
		add_thing(b, "redenVerwijderingVervanging", reason);
	add_close(b, "DiWoo");
}

/* DiWoo has no element for the gemeente that a document is about. */
static void
add_gemeente(const struct value *m, struct buf *b)
{
	struct str uri = value_text_at(m, "gebied.uri");

	if (!uri.n)
		return;
	add_open(b, "extraMetadata");
	add_open(b, "extraMetadatavelden");
	add_open(b, "extraMetadataveld");
	add_text(b, "key", STR("onderzochteGemeente"));
	add_open(b, "values");
	add_text(b, "value", uri);
	add_close(b, "values");
	add_close(b, "extraMetadataveld");
	add_close(b, "extraMetadatavelden");
	add_close(b, "extraMetadata");
}

static void
add_place(const char *element, struct str address, struct str changed,
    struct buf *b)
{
	buf_addf(b, "<%s>\n<loc>", element);
	buf_add_escaped(b, address);
	buf_adds(b, "</loc>\n<lastmod>");
	buf_add_escaped(b, changed);
	buf_adds(b, "</lastmod>\n");
}

static void
add_file(const struct value *m, struct str address, const char *format,
    struct buf *b)
{
	add_place("url", address, value_text_at(m, "gewijzigd"), b);
	add_open(b, "Document");
	add_diwoo(m, format, b);
	add_gemeente(m, b);
	add_close(b, "Document");
	buf_adds(b, "</url>\n");
}

bool
sitemap_takes(const struct value *m)
{
	return value_text_at(m, "html").n && value_text_at(m,
	    "vaststelling").n && !value_is_true(value_find(m, "voorbeeld"));
}

void
sitemap_document(const struct value *m, struct buf *out)
{
	add_file(m, value_text_at(m, "html"), "HTML", out);
	add_file(m, value_text_at(m, "pdf"), "PDF", out);
}

/* --- files --- */

void
sitemap_open(struct buf *out)
{
	buf_adds(out, XML "<urlset " SITEMAPS " " DIWOO ">\n");
}

void
sitemap_close(struct buf *out)
{
	buf_adds(out, "</urlset>\n");
}

/*
 * The numbers follow article 3.3 of the Woo.  That of article 3.1 is not
 * known to us, so its files have none.
 */
static const struct {
	const char *category, *suffix;
} indexes[SITEMAP_INDEXES] = {
	{ KERN "c_fdaee95e", "-infocat015" },
	{ KERN "c_816e508d", "" },
};

size_t
sitemap_index_of(const struct value *m)
{
	struct str uri = value_text_at(m, "categorie.uri");
	size_t i = 0;

	while (i + 1 < SITEMAP_INDEXES && !str_is(uri, indexes[i].category))
		i++;
	return i;
}

const char *
sitemap_suffix(size_t index)
{
	return indexes[index].suffix;
}

void
sitemap_index_open(struct buf *out)
{
	buf_adds(out, XML "<sitemapindex " SITEMAPS ">\n");
}

void
sitemap_index_add(struct str address, struct str changed, struct buf *out)
{
	add_place("sitemap", address, changed, out);
	buf_adds(out, "</sitemap>\n");
}

void
sitemap_index_close(struct buf *out)
{
	buf_adds(out, "</sitemapindex>\n");
}
