/* subject.c -- comparison: what is kept of a report */
#include "subject.h"

#include <string.h>

#include "../base/buf.h"
#include "../content/value/facets.h"
#include "../content/value/tree.h"

struct keeper {
	struct arena *arena;
	struct subject *subject;
};

/* A link to elsewhere in the report must go there from another page too. */
static struct str
lead_links(struct keeper *k, struct str xhtml)
{
	static const char link[] = "href=\"#";
	struct buf b = BUF_INIT;
	size_t at = 0, found;
	struct str result;

	while ((found = str_find(xhtml, link, at)) != (size_t)-1) {
		buf_add(&b, str_slice(xhtml, at, found));
		buf_addf(&b, "href=\"../../%s/index.html#",
		    k->subject->path.s);
		at = found + strlen(link);
	}
	buf_add(&b, str_slice(xhtml, at, xhtml.n));
	result = arena_dup(k->arena, buf_str(&b));
	buf_release(&b);
	return result;
}

/* A copy without places, which point to sources that will be gone. */
static struct value *
copy(struct keeper *k, const struct value *v)
{
	struct value *c = value_new(k->arena, v ? v->kind : VALUE_NULL,
	    (struct loc){ 0 });

	if (!v)
		return c;
	c->number = v->number;
	c->truth = v->truth;
	c->text = v->kind == VALUE_MARKUP ? lead_links(k, v->text) :
	    arena_dup(k->arena, v->text);
	for (size_t i = 0; i < v->n; i++) {
		if (v->kind == VALUE_LIST)
			value_add(k->arena, c, copy(k, v->items[i]));
		else
			value_set(k->arena, c,
			    arena_dup(k->arena, v->members[i].name),
			    (struct loc){ 0 }, copy(k, v->members[i].value));
	}
	return c;
}

/* A list in any case, with its facets. */
static struct value *
copy_list(struct keeper *k, const struct value *list)
{
	struct value *c;

	if (list && list->kind == VALUE_LIST)
		c = copy(k, list);
	else
		c = value_new(k->arena, VALUE_LIST, (struct loc){ 0 });
	facets_list(k->arena, c);
	facets_items(k->arena, c);
	return c;
}

static struct str
copy_text(struct keeper *k, const struct value *data, const char *path)
{
	return arena_dup(k->arena, value_text(value_path(data, path)));
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
		.id = copy_text(k, finding, "id"),
		.onderdeel = copy_text(k, finding, "onderdeel"),
		.good = str_is(value_text(value_find(finding, "oordeel")),
		    "goed"),
	};
	struct value *numbers = copy_list(k, value_find(finding,
	    "indicatoren"));

	f.indicators = numbers;
	f.value = new_part(k, "bevinding-", f.id);
	tree_value(a, f.value, "titel", copy(k, value_find(finding,
	    "titel")));
	tree_value(a, f.value, "tekst", copy(k, value_find(finding,
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

	tree_text(a, v, "kenmerk", copy_text(k, advice, "id"));
	if (!stand || stand->kind != VALUE_MAP) {
		tree_value(a, v, "stand", copy(k, NULL));
		return;
	}
	map = tree_map(a, v, "stand");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		tree_text(a, map, names[i], copy_text(k, stand, names[i]));
}

static void
keep_advice(struct keeper *k, const struct value *advice)
{
	struct arena *a = k->arena;
	struct subject *s = k->subject;
	struct str number = arena_printf(a, "%zu", s->n_advices + 1);
	struct value *v = new_part(k, "aanbeveling-", number);

	tree_text(a, v, "nummer", number);
	tree_value(a, v, "tekst", copy(k, value_find(advice, "tekst")));
	tree_text(a, v, "kort", tree_plain(a, value_find(v, "tekst")));
	keep_stand(k, advice, v);
	s->advices = arena_grow(a, s->advices, s->n_advices,
	    sizeof *s->advices);
	s->advices[s->n_advices++] = (struct advice){
		copy_list(k, value_find(advice, "themas")), v };
}

static void
keep_example(struct keeper *k, const struct value *example)
{
	struct value *v = new_part(k, "voorbeelden", STR(""));

	tree_value(k->arena, v, "tekst", copy(k, value_find(example,
	    "tekst")));
	tree_value(k->arena, v, "indicatoren", copy_list(k,
	    value_find(example, "indicatoren")));
	value_add(k->arena, k->subject->examples, v);
}

static void
keep_passage(struct keeper *k, const struct value *passage)
{
	struct arena *a = k->arena;
	struct subject *s = k->subject;
	struct str thema = copy_text(k, passage, "thema");
	struct value *v = new_part(k, "thema-", thema);

	tree_value(a, v, "titel", copy(k, value_find(passage, "titel")));
	tree_value(a, v, "tekst", copy(k, value_find(passage, "tekst")));
	s->passages = arena_grow(a, s->passages, s->n_passages,
	    sizeof *s->passages);
	s->passages[s->n_passages++] = (struct passage_of){ thema,
		copy_text(k, passage, "deel"), v };
}

static void
keep_each(struct keeper *k, const struct value *list,
    void (*keep)(struct keeper *, const struct value *))
{
	for (size_t i = 0; list && list->kind == VALUE_LIST && i < list->n;
	    i++)
		keep(k, list->items[i]);
}

static void
keep_indicators(struct keeper *k, const struct value *criterium,
    struct value *list)
{
	const struct value *all = value_find(criterium, "indicatoren");

	for (size_t i = 0; all && i < all->n; i++) {
		const struct value *number = value_find(all->items[i],
		    "nummer");
		struct value *map;

		if (!number || number->kind != VALUE_NUMBER)
			continue;
		map = tree_add(k->arena, list);
		tree_value(k->arena, map, "nummer", copy(k, number));
		tree_value(k->arena, map, "titel", tree_inline(k->arena,
		    value_find(all->items[i], "indicator")));
	}
}

/* Only the names and numbers of a kader; it is long. */
static void
keep_kader(struct keeper *k, const struct value *kader)
{
	struct arena *a = k->arena;
	const struct value *themas = value_find(kader, "themas");
	struct value *copied = tree_new(a);
	struct value *list = tree_list(a, copied, "themas");

	k->subject->kader = copied;
	tree_text(a, copied, "versie", copy_text(k, kader, "versie"));
	if (!themas || themas->kind != VALUE_LIST)
		return;
	if (kader->loc.src)
		k->subject->kader_file = arena_dup(a,
		    str_from(kader->loc.src->path));
	for (size_t i = 0; i < themas->n; i++) {
		struct value *map = tree_add(a, list), *indicators;
		const struct value *criteria = value_find(themas->items[i],
		    "criteria");

		tree_value(a, map, "titel", tree_inline(a,
		    value_find(themas->items[i], "thema")));
		indicators = tree_list(a, map, "indicatoren");
		for (size_t c = 0; criteria && c < criteria->n; c++)
			keep_indicators(k, criteria->items[c], indicators);
	}
}

static void
keep_onderdelen(struct keeper *k, const struct value *from, struct value *to)
{
	for (size_t i = 0; from && i < from->n; i++) {
		struct value *map = tree_add(k->arena, to);

		tree_text(k->arena, map, "id", copy_text(k, from->items[i],
		    "id"));
		tree_text(k->arena, map, "titel", copy_text(k,
		    from->items[i], "titel"));
	}
}

/* Not all of it: its themas also hold the findings, by x-select. */
static void
keep_onderzoek(struct keeper *k, const struct value *data)
{
	struct arena *a = k->arena;
	const struct value *themas = value_path(data, "onderzoek.themas");
	struct value *kept = tree_new(a), *list;

	k->subject->onderzoek_data = kept;
	tree_text(a, kept, "titel", copy_text(k, data, "onderzoek.titel"));
	tree_text(a, kept, "afzender", copy_text(k, data,
	    "onderzoek.afzender.naam"));
	list = tree_list(a, kept, "themas");
	for (size_t i = 0; i < themas->n; i++) {
		struct value *map = tree_add(a, list);

		tree_text(a, map, "id", copy_text(k, themas->items[i], "id"));
		tree_text(a, map, "titel", copy_text(k, themas->items[i],
		    "titel"));
		keep_onderdelen(k, value_find(themas->items[i], "onderdelen"),
		    tree_list(a, map, "onderdelen"));
	}
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
subject_keep(struct arena *a, const struct place *place,
    const struct value *data)
{
	const struct value *example = value_find(data, "voorbeeld");
	struct subject *s;
	struct keeper k = { a, NULL };

	if (!takes_part(place, data))
		return NULL;
	s = k.subject = arena_alloc(a, sizeof *s);
	s->path = arena_dup(a, place->path);
	s->onderzoek = arena_dup(a, place->parts[0]);
	s->regio = arena_dup(a, place->parts[1]);
	s->name = copy_text(&k, data, "gemeente.naam");
	s->code = copy_text(&k, data, "gemeente.code");
	s->regio_name = copy_text(&k, data, "regio.naam");
	if (!s->regio_name.n)
		s->regio_name = s->regio;
	s->is_example = example && example->kind == VALUE_BOOL &&
	    example->truth;
	keep_onderzoek(&k, data);
	keep_kader(&k, value_find(data, "kader"));
	keep_each(&k, value_find(data, "bevindingen"), keep_finding);
	keep_each(&k, value_find(data, "paragrafen"), keep_passage);
	keep_each(&k, value_find(data, "aanbevelingen"), keep_advice);
	s->examples = value_new(a, VALUE_LIST, (struct loc){ 0 });
	keep_each(&k, value_find(data, "voorbeelden"), keep_example);
	return s;
}
