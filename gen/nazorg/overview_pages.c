/* overview_pages.c -- who must answer by when, for inspectors, as pages */
#include "aspect.h"
#include "letter_pages.h"
#include "overview_tree.h"

static const char folder[] = "nazorg";

/* One onderzoek. */
struct shown {
	struct overview overview;
	struct timelines timelines;
};

static struct value *
index_tree(struct making *m)
{
	const struct shown *s = m->page->of;

	return nazorg_tree(m->arena, &s->overview, &s->timelines);
}

static struct value *
picture_tree(struct making *m)
{
	const struct shown *s = m->page->of;

	return timeline_tree(m->arena, &s->overview, &s->timelines,
	    &s->timelines.list[m->page->number]);
}

static void
write_csv(struct making *m, struct buf *out)
{
	const struct shown *s = m->page->of;

	nazorg_csv(m->arena, &s->overview, out);
}

static void
write_ics(struct making *m, struct buf *out)
{
	const struct shown *s = m->page->of;

	nazorg_ics(m->arena, &s->overview, out);
}

static struct str
address_of(struct arena *a, const struct shown *s, const char *name)
{
	return arena_printf(a, "%s/%s/%s", s->overview.folder.s, folder,
	    name);
}

static void
add_pages(struct arena *a, const struct template_set *templates,
    struct shown *s, struct pages *pages)
{
	for (size_t i = 0; i < s->timelines.n; i++)
		pages_add(a, pages, (struct page){
			.address = address_of(a, s, arena_printf(a, "%s.svg",
			    s->timelines.list[i].name.s).s),
			.formats = 1u << FORMAT_PICTURE,
			.templates = templates, .template = "tijdlijn",
			.tree = picture_tree, .of = s, .number = i });
	pages_add(a, pages, (struct page){
		.address = address_of(a, s, "index.html"),
		.formats = 1u << FORMAT_HTML | 1u << FORMAT_PDF,
		.templates = templates, .template = "index",
		.tree = index_tree, .of = s,
		.author = s->overview.author,
		.date = day_iso(a, s->overview.today) });
	pages_add(a, pages, (struct page){
		.address = address_of(a, s, "nazorg.csv"),
		.formats = 1u << FORMAT_DATA, .write = write_csv, .of = s });
	pages_add(a, pages, (struct page){
		.address = address_of(a, s, "nazorg.ics"),
		.formats = 1u << FORMAT_DATA, .write = write_ics, .of = s });
}

void
overview_pages(struct run *run, struct pages *pages)
{
	struct arena *a = run->arena;
	const struct template_set *templates;
	struct overviews all;

	overviews_find(a, dossiers_of(run), run->n, run->options->today, &all);
	templates = all.n ? toolbox_templates(&run->tools, a, run->diag,
	    folder) : NULL;
	if (!templates)
		return;
	for (size_t i = 0; i < all.n; i++) {
		struct shown *s = arena_alloc(a, sizeof *s);

		s->overview = all.list[i];
		s->overview.colors = value_path(run->tools.style,
		    "tokens.kleur");
		s->overview.out = str_from(run->options->out);
		timelines_find(a, &s->overview, &s->timelines);
		add_pages(a, templates, s, pages);
	}
}
