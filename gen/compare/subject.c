/* subject.c -- comparison: a report as comparison sees it */
#include "subject.h"

#include "../content/value/facets.h"
#include "../content/value/tree.h"

struct keeper {
	struct arena *arena;
	struct subject *subject;
	struct str way;		/* to the report from a page that quotes it */
};

/* What pages quote, or null. */
static struct value *
quote(struct keeper *k, struct value *v)
{
	return v ? kept_quote(k->arena, v, k->way) :
	    value_new(k->arena, VALUE_NULL, (struct loc){ 0 });
}

/* A list in any case, with its facets. */
static struct value *
list_of(struct keeper *k, struct value *list)
{
	if (!list || list->kind != VALUE_LIST)
		list = value_new(k->arena, VALUE_LIST, (struct loc){ 0 });
	if (!list->facets) {
		facets_list(k->arena, list);
		facets_items(k->arena, list);
	}
	return list;
}

/* What every finding, advice and example says of where it comes from. */
static struct value *
new_part(struct keeper *k, const char *anchor, struct str id)
{
	struct arena *a = k->arena;
	struct subject *s = k->subject;
	struct value *v = tree_new(a);

	tree_text(a, v, "html", arena_printf(a, "%s/index.html#%s%s",
	    s->path.s, anchor, id.s));
	tree_text(a, v, "gemeente", s->name);
	tree_text(a, v, "regio", s->regio_name);
	tree_bool(a, v, "voorbeeld", s->is_example);
	return v;
}

static void
keep_finding(struct keeper *k, const struct value *finding)
{
	struct arena *a = k->arena;
	struct subject *s = k->subject;
	struct finding f = {
		.id = value_text_at(finding, "id"),
		.onderdeel = value_text_at(finding, "onderdeel"),
		.good = str_is(value_text_at(finding, "oordeel"),
		    "goed"),
	};
	struct value *numbers = list_of(k, value_find(finding,
	    "indicatoren"));

	f.indicators = numbers;
	f.value = new_part(k, "bevinding-", f.id);
	tree_value(a, f.value, "titel", quote(k, value_find(finding,
	    "titel")));
	tree_value(a, f.value, "tekst", quote(k, value_find(finding,
	    "tekst")));
	tree_text(a, f.value, "kort", tree_plain(a, value_find(f.value,
	    "titel")));
	tree_bool(a, f.value, "goed", f.good);
	tree_value(a, f.value, "indicatoren", numbers);
	s->findings = arena_grow(a, s->findings, s->n_findings,
	    sizeof *s->findings);
	s->findings[s->n_findings++] = f;
}

/* How far the gemeente is with it, if the nazorg has begun. */
static void
keep_stand(struct keeper *k, const struct value *advice, struct value *v)
{
	static const char *const names[] = { "status", "teken", "klasse" };
	struct arena *a = k->arena;
	const struct value *stand = value_find(advice, "stand");
	struct value *map;

	tree_text(a, v, "kenmerk", value_text_at(advice, "id"));
	if (!stand || stand->kind != VALUE_MAP) {
		tree_value(a, v, "stand", quote(k, NULL));
		return;
	}
	map = tree_map(a, v, "stand");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		tree_text(a, map, names[i], value_text_at(stand, names[i]));
}

static void
keep_advice(struct keeper *k, const struct value *advice)
{
	struct arena *a = k->arena;
	struct subject *s = k->subject;
	struct str number = arena_printf(a, "%zu", s->n_advices + 1);
	struct value *v = new_part(k, "aanbeveling-", number);

	tree_text(a, v, "nummer", number);
	tree_value(a, v, "tekst", quote(k, value_find(advice, "tekst")));
	tree_text(a, v, "kort", tree_plain(a, value_find(v, "tekst")));
	keep_stand(k, advice, v);
	s->advices = arena_grow(a, s->advices, s->n_advices,
	    sizeof *s->advices);
	s->advices[s->n_advices++] = (struct advice){
		list_of(k, value_find(advice, "themas")), v };
}

static void
keep_example(struct keeper *k, const struct value *example)
{
	struct value *v = new_part(k, "voorbeelden", STR(""));

	tree_value(k->arena, v, "tekst", quote(k, value_find(example,
	    "tekst")));
	tree_value(k->arena, v, "indicatoren", list_of(k,
	    value_find(example, "indicatoren")));
	value_add(k->arena, k->subject->examples, v);
}

static void
keep_passage(struct keeper *k, const struct value *passage)
{
	struct arena *a = k->arena;
	struct subject *s = k->subject;
	struct str thema = value_text_at(passage, "thema");
	struct value *v = new_part(k, "thema-", thema);

	tree_value(a, v, "titel", quote(k, value_find(passage, "titel")));
	tree_value(a, v, "tekst", quote(k, value_find(passage, "tekst")));
	s->passages = arena_grow(a, s->passages, s->n_passages,
	    sizeof *s->passages);
	s->passages[s->n_passages++] = (struct passage_of){ thema,
		value_text_at(passage, "deel"), v };
}

static void
keep_each(struct keeper *k, const struct value *list,
    void (*keep)(struct keeper *, const struct value *))
{
	for (size_t i = 0; list && list->kind == VALUE_LIST && i < list->n;
	    i++)
		keep(k, list->items[i]);
}

/* A list of maps with this member. */
static bool
has_list(const struct value *data, const char *name, const char *member)
{
	const struct value *list = value_find(data, name);

	return list && list->kind == VALUE_LIST && list->n &&
	    value_find(list->items[0], member);
}

static bool
takes_part(const struct place *place, const struct value *data)
{
	const struct value *themas = value_path(data, "onderzoek.themas");

	return place->depth == 3 && themas && themas->kind == VALUE_LIST &&
	    value_path(data, "gemeente.code") &&
	    (has_list(data, "paragrafen", "thema") ||
	    (has_list(data, "bevindingen", "oordeel") &&
	    has_list(data, "bevindingen", "indicatoren")));
}

struct subject *
subject_new(struct arena *a, const struct place *place,
    const struct value *data)
{
	const struct value *kader = value_find(data, "kader");
	struct subject *s;
	struct keeper k = { .arena = a };

	if (!takes_part(place, data))
		return NULL;
	s = k.subject = arena_alloc(a, sizeof *s);
	k.way = arena_printf(a, "../../%s/index.html", place->path.s);
	s->path = place->path;
	s->onderzoek = place->parts[0];
	s->regio = place->parts[1];
	s->name = value_text_at(data, "gemeente.naam");
	s->code = value_text_at(data, "gemeente.code");
	s->regio_name = value_text_at(data, "regio.naam");
	if (!s->regio_name.n)
		s->regio_name = s->regio;
	s->is_example = value_is_true(value_find(data, "voorbeeld"));
	s->onderzoek_data = value_find(data, "onderzoek");
	s->kader = kader;
	if (kader && kader->loc.src)
		s->kader_file = str_from(kader->loc.src->path);
	keep_each(&k, value_find(data, "bevindingen"), keep_finding);
	keep_each(&k, value_find(data, "paragrafen"), keep_passage);
	keep_each(&k, value_find(data, "aanbevelingen"), keep_advice);
	s->examples = value_new(a, VALUE_LIST, (struct loc){ 0 });
	keep_each(&k, value_find(data, "voorbeelden"), keep_example);
	return s;
}
