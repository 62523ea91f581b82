/* publish_letters.c -- the letters and the forms of the nazorg */
#include "publish_letters.h"

#include <sys/stat.h>

#include "../base/diag.h"
#include "../content/value/tree.h"
#include "../content/read/yaml.h"
#include "dossier_tree.h"
#include "../page/page.h"

static const char folder[] = "nazorgbrief";

/* What the threads share. */
struct post {
	struct template_set *templates;
	const struct schema *schema;	/* of what letters say */
	struct made_letters *letters;
	const struct dossier **forms;
	size_t n_forms;
};

/* --- which letters --- */

/* The dossier has no places any more; its file is read again for one. */
static struct loc
place_of(struct run *run, const struct dossier *d, const char *path)
{
	const struct source *src = source_load(run->arena, run->diag,
	    d->file.s);
	struct value *report = src ? yaml_parse(run->arena, run->diag, src) :
	    NULL;
	const struct value *v = value_path(report, path);

	return v ? v->loc : (struct loc){ .src = src };
}

/* A letter needs somebody to go to, and somebody to answer to. */
static bool
can_be_made(struct run *run, const struct dossier *d)
{
	if (!value_is_true(value_path(d->data, "nazorg.geadresseerde"))) {
		diag_at(run->diag, place_of(run, d, "nazorg"),
		    DIAG_LETTER_NO_ADDRESS);
		return false;
	}
	if (!value_is_true(value_path(d->data,
	    "onderzoek.afzender.contact.email"))) {
		diag_path(run->diag, d->file.s, DIAG_LETTER_NO_SENDER);
		return false;
	}
	return true;
}

/* Nobody can answer before a day that is over, or come to a talk on it. */
static bool
is_in_time(struct run *run, const struct dossier *d,
    const struct letter *letter)
{
	bool is_first = letter->kind == LETTER_FIRST;
	day_number until = is_first ? dossier_due(d, letter->day) : d->talk;

	if ((!is_first && letter->kind != LETTER_INVITATION) ||
	    until > letter->day)
		return true;
	diag_at(run->diag, place_of(run, d, is_first ? "nazorg.antwoord_voor" :
	    d->talk_is_planned ? "nazorg.gesprek.datum" : "nazorg"),
	    is_first ? DIAG_LETTER_PAST : DIAG_LETTER_PAST_TALK,
	    value_text(day_value(run->arena, until)).s,
	    value_text(day_value(run->arena, letter->day)).s);
	return false;
}

static void
collect_letters(struct run *run, const struct dossier *d,
    enum letter_kind only, struct made_letters *all)
{
	struct arena *a = run->arena;
	struct standing s = dossier_standing(d, dossier_today(d,
	    run->tools.today));
	struct letter *list;
	size_t n = letters_find(a, d, &s, &list);

	for (size_t i = 0; i < n; i++) {
		struct made_letter made = { .dossier = d, .letter = list[i],
			.in_time = true };

		if (only != LETTER_NONE && list[i].kind != only)
			continue;
		if (!list[i].sent && !can_be_made(run, d))
			continue;
		if (!list[i].sent) {
			made.in_time = is_in_time(run, d, &list[i]);
			made.content = letter_content(a, d, &s, &list[i],
			    value_text(value_find(run->tools.settings,
			    "adres")));
		}
		all->list = arena_grow(a, all->list, all->n,
		    sizeof *all->list);
		all->list[all->n++] = made;
	}
}

/* --- what they say --- */

/* What was sent, with its places. */
static struct value *
read_sent(struct arena *a, struct diag *diag, const struct dossier *d,
    const struct stuk *stuk)
{
	const struct source *src = source_load(a, diag, arena_printf(a,
	    "%s/nazorg/%s", d->folder.s, stuk->file.s).s);
	struct value *v = NULL;

	if (src && str_ends(stuk->file, ".md"))
		v = yaml_parse_front_matter(a, diag, src);
	else if (src)
		v = yaml_parse(a, diag, src);
	return value_find(v, "inhoud");
}

/* The texts of recommendations are XHTML. */
static void
mark_up(struct value *content)
{
	const struct value *list = value_find(content, "aanbevelingen");

	for (size_t i = 0; list && i < list->n; i++)
		value_find(list->items[i], "tekst")->kind = VALUE_MARKUP;
}

/* "1234 AB  PLAATS": two spaces, which XHTML would make one. */
static void
keep_spaces(struct arena *a, struct value *content)
{
	struct value *lines = value_path(content, "geadresseerde.adres");

	for (size_t i = 0; lines && i < lines->n; i++) {
		struct str *line = &lines->items[i]->text;
		size_t at = str_find(*line, "  ", 0);

		if (at != (size_t)-1)
			*line = arena_printf(a, "%.*s\u00A0\u00A0%s",
			    (int)at, line->s, line->s + at + 2);
	}
}

/* Where to answer is no personal data. */
static void
allow_contact(struct arena *a, struct value *content,
    const struct value *others)
{
	static const char *const paths[] = { "contact.email",
		"contact.telefoon" };
	struct value *list = tree_list(a, content, "toegestaan");

	for (size_t i = 0; others && i < others->n; i++)
		value_add(a, list, others->items[i]);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		tree_text(a, tree_add(a, list), "tekst",
		    value_text(value_path(content, paths[i])));
}

/* The same way for a letter that was sent as for one that is due. */
static struct value *
letter_data(const struct page_maker *m, struct arena *a,
    const struct schema *schema, const struct made_letter *made)
{
	size_t room = (size_t)-1;
	struct value *content = made->content ?
	    value_copy(a, made->content, (unsigned)-1, &room) :
	    read_sent(a, m->diag, made->dossier, made->letter.sent);

	if (!content || !schema_check(schema, a, m->diag, content))
		return NULL;
	mark_up(content);
	keep_spaces(a, content);
	allow_contact(a, content, m->run->allowed);
	/* a word list that changes must not change a letter that was sent */
	tree_list(a, content, "woordenlijst");
	return content;
}

/* --- pages --- */

/* Another template than the one with which the letter was sent. */
static void
compare_print(const struct page_maker *m, struct arena *a,
    const struct made_letter *made)
{
	const struct stuk *sent = made->letter.sent;
	struct str print = sent ? value_text(value_find(sent->value,
	    "vingerafdruk")) : STR("");

	if (print.n && !str_is(print, made->print))
		diag_path(m->diag, arena_printf(a, "%s/nazorg/%s",
		    made->dossier->folder.s, sent->file.s).s,
		    DIAG_LETTER_DIFFERS);
}

/* False after a fault. */
static bool
order_letter(const struct page_maker *m, struct arena *a,
    const struct schema *schema, const struct made_letter *made,
    struct page_order *order)
{
	*order = (struct page_order){
		.path = arena_printf(a, "%s/%s.html", made->dossier->path.s,
		    made->letter.file.s),
		.template = letter_names[made->letter.kind],
		.data = letter_data(m, a, schema, made),
		.date = day_iso(a, made->letter.day),
		.has_pdf = true,
	};
	order->author = value_text(value_path(order->data,
	    "onderzoek.afzender.naam"));
	return order->data;
}

static struct page_order
order_form(const struct page_maker *m, struct arena *a,
    const struct dossier *d)
{
	struct standing s = dossier_standing(d, dossier_today(d,
	    m->run->tools.today));
	struct value *data = dossier_tree(a, d, &s);

	letter_contact(a, data, d);
	allow_contact(a, data, m->run->allowed);
	return (struct page_order){
		.path = arena_printf(a, "%s/verbeterplan.html", d->path.s),
		.template = "verbeterplan", .data = data };
}

static void
make_letter(const struct page_maker *m, struct arena *a,
    const struct schema *schema, struct made_letter *made)
{
	struct buf html = BUF_INIT;
	struct page_order order;

	if (!order_letter(m, a, schema, made, &order))
		return;
	order.html = &html;
	made->made = page_make(m, a, &order);
	hash_text(buf_str(&html), made->print);
	if (made->made)
		compare_print(m, a, made);
	buf_release(&html);
}

static void
make_page(void *closure, const struct page_maker *m, size_t i)
{
	struct post *post = closure;
	struct arena *a = arena_new();
	struct page_order form;

	if (i < post->letters->n) {
		make_letter(m, a, post->schema, &post->letters->list[i]);
	} else {
		form = order_form(m, a, post->forms[i - post->letters->n]);
		page_make(m, a, &form);
	}
	arena_free(a);
}

/* False if there is nothing to make letters with. */
static bool
load(struct run *run, struct post *post)
{
	struct arena *a = run->arena;
	const char *templates = run->tools.templates.s;
	struct str own = arena_printf(a, "%s/%s", templates, folder);
	struct stat st;

	post->templates = template_set_new(a);
	if (stat(own.s, &st) || !template_set_load(post->templates, run->diag,
	    arena_printf(a, "%s/algemeen", templates).s))
		return false;
	post->schema = schema_load(a, run->diag,
	    arena_printf(a, "%s/inhoud.schema.yaml", own.s).s);
	return template_set_load(post->templates, run->diag, own.s) &&
	    post->schema;
}

static bool
collect(struct run *run, enum letter_kind only, struct made_letters *letters,
    struct post *post)
{
	*letters = (struct made_letters){ 0 };
	*post = (struct post){ .letters = letters };
	if (!load(run, post))
		return false;
	post->forms = arena_array(run->arena, run->n + 1,
	    sizeof *post->forms);
	for (size_t i = 0; i < run->n; i++) {
		if (!run->dossiers[i])
			continue;
		collect_letters(run, run->dossiers[i], only, letters);
		post->forms[post->n_forms++] = run->dossiers[i];
	}
	return true;
}

void
publish_letters(struct run *run, enum letter_kind only,
    struct made_letters *letters)
{
	struct post post;

	if (collect(run, only, letters, &post))
		pages_each(run, post.templates, letters->n + post.n_forms,
		    make_page, &post);
}

bool
letter_dump(struct run *run, struct str path, bool as_pages, struct buf *out)
{
	struct arena *a = run->arena;
	struct made_letters letters;
	struct post post;
	struct page_maker m = { .run = run, .diag = run->diag };
	struct page_order order = { 0 };
	struct document *document;
	struct layout *layout = NULL;

	if (!collect(run, LETTER_NONE, &letters, &post))
		return false;
	m.templates = post.templates;
	for (size_t i = 0; i < letters.n && !str_eq(order.path, path); i++)
		order_letter(&m, a, post.schema, &letters.list[i], &order);
	if (!str_eq(order.path, path) || !order.data)
		return false;
	document = page_document(&m, a, &order);
	m.typesetter = document ? run_typesetter(run, run->diag) : NULL;
	if (m.typesetter && as_pages)
		layout = typeset(m.typesetter, a, run->diag, document);
	if (layout)
		layout_dump(layout, out);
	else if (document && !as_pages)
		node_dump(document->root, out);
	typesetter_free(m.typesetter);
	return document;
}
