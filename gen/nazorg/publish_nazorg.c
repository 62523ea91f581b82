/* publish_nazorg.c -- who must answer by when, for inspectors */
#include "publish_nazorg.h"

#include <sys/stat.h>

#include "../base/outputs.h"
#include "overview_tree.h"
#include "../page/page.h"

static const char folder[] = "nazorg";

static bool
exists(const char *path)
{
	struct stat st;

	return !stat(path, &st);
}

static struct str
path_of(struct arena *a, const struct overview *o, const char *name)
{
	return arena_printf(a, "%s/%s/%s", o->folder.s, folder, name);
}

static void
write_pictures(const struct page_maker *m, struct arena *a,
    const struct overview *o, const struct timelines *all)
{
	for (size_t i = 0; i < all->n; i++)
		picture_make(m, a, &(struct page_order){
			.path = path_of(a, o, arena_printf(a, "%s.svg",
			    all->list[i].name.s).s),
			.template = "tijdlijn",
			.data = timeline_tree(a, o, all, &all->list[i]) });
}

static void
write_data(const struct page_maker *m, struct arena *a,
    const struct overview *o, const char *name,
    void (*make)(struct arena *, const struct overview *, struct buf *))
{
	struct buf text = BUF_INIT;

	if (!m->run->write)
		return;
	make(a, o, &text);
	outputs_write(m->run->outputs, m->diag, path_of(a, o, name),
	    buf_str(&text));
	buf_release(&text);
}

static void
publish(const struct page_maker *m, const struct overview *o)
{
	struct arena *a = arena_new();
	struct timelines all;

	timelines_find(a, o, &all);
	write_pictures(m, a, o, &all);
	page_make(m, a, &(struct page_order){
		.path = path_of(a, o, "index.html"), .template = "index",
		.data = nazorg_tree(a, o, &all), .author = o->author,
		.date = day_iso(a, o->today), .has_pdf = true });
	write_data(m, a, o, "nazorg.csv", nazorg_csv);
	write_data(m, a, o, "nazorg.ics", nazorg_ics);
	arena_free(a);
}

void
publish_nazorg(struct run *run)
{
	struct arena *a = run->arena;
	struct template_set *set = template_set_new(a);
	const char *templates = run->tools.templates.s;
	const char *own = arena_printf(a, "%s/%s", templates, folder).s;
	struct page_maker m = { .run = run, .templates = set,
		.diag = run->diag };
	struct overviews all;

	overviews_find(a, run->dossiers, run->n, run->options->today, &all);
	if (!all.n || !exists(own))
		return;
	if (!template_set_load(set, run->diag,
	    arena_printf(a, "%s/algemeen", templates).s) ||
	    !template_set_load(set, run->diag, own))
		return;
	if (run->write) {
		m.typesetter = run_typesetter(run, run->diag);
		if (!m.typesetter)
			return;
	}
	for (size_t i = 0; i < all.n; i++) {
		all.list[i].colors = value_path(run->tools.style,
		    "tokens.kleur");
		all.list[i].out = str_from(run->options->out);
		publish(&m, &all.list[i]);
	}
	typesetter_free(m.typesetter);
}
