/* letter_pages.c -- the letters and the forms of the nazorg, as pages */
#include "letter_pages.h"

#include "../base/diag.h"
#include "../content/value/tree.h"
#include "aspect.h"
#include "dossier_tree.h"

static const char folder[] = "nazorgbrief";

struct post {
	const struct template_set *templates;
	const struct schema *schema;	/* of what letters say */
};

/* --- which letters --- */

static struct loc
place_of(const struct dossier *d, const char *path)
{
	const struct value *v = value_path(d->data, path);

	return v && v->loc.src ? v->loc : source_whole(d->data->loc.src);
}

/* A letter needs somebody to go to, and somebody to answer to. */
static bool
can_be_made(struct run *run, const struct dossier *d)
{
	if (!value_is_true(value_path(d->data, "nazorg.geadresseerde"))) {
		diag_at(run->diag, place_of(d, "nazorg"),
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
	diag_at(run->diag, place_of(d, is_first ? "nazorg.antwoord_voor" :
	    d->talk_is_planned ? "nazorg.gesprek.datum" : "nazorg"),
	    is_first ? DIAG_LETTER_PAST : DIAG_LETTER_PAST_TALK,
	    value_text(day_value(run->arena, until)).s,
	    value_text(day_value(run->arena, letter->day)).s);
	return false;
}

static void
collect_letters(struct run *run, const struct post *post,
    const struct dossier *d, enum letter_kind only, struct made_letters *all)
{
	struct arena *a = run->arena;
	struct standing s = dossier_standing(d, dossier_today(d,
	    run->tools.today));
	struct letter *list;
	size_t n = letters_find(a, d, &s, &list);

	for (size_t i = 0; i < n; i++) {
		struct made_letter made = { .post = post, .dossier = d,
			.letter = list[i], .in_time = true };

		if (only != LETTER_NONE && list[i].kind != only)
			continue;
		if (list[i].sent) {
			made.content = value_find(list[i].sent->value,
			    "inhoud");
		} else {
			if (!can_be_made(run, d))
				continue;
			made.in_time = is_in_time(run, d, &list[i]);
			made.content = letter_content(a, d, &s, &list[i],
			    value_text_at(run->tools.settings, "adres"));
		}
		all->list = arena_grow(a, all->list, all->n,
		    sizeof *all->list);
		all->list[all->n++] = made;
	}
}

/* --- what they say --- */

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
allow_contact(struct making *m, struct value *content)
{
	static const char *const paths[] = { "contact.email",
		"contact.telefoon" };
	const struct value *others = m->by->run->allowed;
	struct value *list = tree_list(m->arena, content, "toegestaan");

	for (size_t i = 0; i < others->n; i++)
		value_add(m->arena, list, others->items[i]);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		tree_text(m->arena, tree_add(m->arena, list), "tekst",
		    value_text_at(content, paths[i]));
}

/* The same way for a letter that was sent as for one that is due. */
static struct value *
letter_tree(struct making *m)
{
	const struct made_letter *made = m->page->of;
	size_t room = (size_t)-1;
	struct value *content = made->content ? value_copy(m->arena,
	    made->content, (unsigned)-1, &room) : NULL;

	if (!content || !schema_check(made->post->schema, m->arena,
	    m->by->diag, content))
		return NULL;
	mark_up(content);
	keep_spaces(m->arena, content);
	allow_contact(m, content);
	/* a word list that changes must not change a letter that was sent */
	tree_list(m->arena, content, "woordenlijst");
	return content;
}

static struct value *
form_tree(struct making *m)
{
	const struct dossier *d = m->page->of;
	struct standing s = dossier_standing(d, dossier_today(d,
	    m->by->run->tools.today));
	struct value *data = dossier_tree(m->arena, d, &s);

	letter_contact(m->arena, data, d);
	allow_contact(m, data);
	status_choices(m->arena, data);
	return data;
}

/* --- pages --- */

/* Another template than the one with which the letter was sent. */
static void
compare_print(struct making *m, const struct made_letter *made)
{
	const struct stuk *sent = made->letter.sent;
	struct str print = sent ? value_text_at(sent->value,
	    "vingerafdruk") : STR("");

	if (print.n && !str_is(print, made->print))
		diag_path(m->by->diag, arena_printf(m->arena, "%s/nazorg/%s",
		    made->dossier->folder.s, sent->file.s).s,
		    DIAG_LETTER_DIFFERS);
}

static void
letter_done(struct making *m)
{
	struct made_letter *made = m->page->of;

	made->made = m->ok;
	hash_text(buf_str(&m->files[FORMAT_HTML]), made->print);
	if (made->made)
		compare_print(m, made);
}

static void
add_letter(struct run *run, struct made_letter *made, struct pages *pages)
{
	struct arena *a = run->arena;

	pages_add(a, pages, (struct page){
		.address = arena_printf(a, "%s/%s.html",
		    made->dossier->path.s, made->letter.file.s),
		.formats = 1u << FORMAT_HTML | 1u << FORMAT_PDF,
		.templates = made->post->templates,
		.template = letter_words[made->letter.kind].name,
		.tree = letter_tree,
		.done = letter_done,
		.of = made,
		.author = value_text_at(made->content,
		    "onderzoek.afzender.naam"),
		.date = day_iso(a, made->letter.day),
	});
}

static void
add_form(struct run *run, const struct post *post, struct dossier *d,
    struct pages *pages)
{
	pages_add(run->arena, pages, (struct page){
		.address = arena_printf(run->arena, "%s/verbeterplan.html",
		    d->path.s),
		.formats = 1u << FORMAT_HTML,
		.templates = post->templates,
		.template = "verbeterplan",
		.tree = form_tree,
		.of = d,
	});
}

/* NULL if there is nothing to make letters with. */
static const struct post *
load(struct run *run)
{
	struct post *post = arena_alloc(run->arena, sizeof *post);

	post->templates = toolbox_templates(&run->tools, run->arena,
	    run->diag, folder);
	if (!post->templates)
		return NULL;
	post->schema = schema_load(run->arena, run->diag,
	    arena_printf(run->arena, "%s/%s/inhoud.schema.yaml",
	    run->tools.templates.s, folder).s);
	return post->schema ? post : NULL;
}

void
letter_pages(struct run *run, enum letter_kind only,
    struct made_letters *letters, struct pages *pages)
{
	const struct post *post = load(run);
	struct dossier **dossiers = dossiers_of(run);

	*letters = (struct made_letters){ 0 };
	if (!post)
		return;
	for (size_t i = 0; i < run->n; i++)
		if (dossiers[i])
			collect_letters(run, post, dossiers[i], only, letters);
	for (size_t i = 0; i < letters->n; i++)
		add_letter(run, &letters->list[i], pages);
	for (size_t i = 0; i < run->n; i++)
		if (dossiers[i])
			add_form(run, post, dossiers[i], pages);
}
