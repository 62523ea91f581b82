/* sitemap_files.c -- robots.txt, and indexes with their sitemaps */
#include <stdio.h>

#include "../base/outputs.h"
#include "../meta/metadata.h"
#include "../meta/sitemap.h"
#include "site.h"

struct site_map {
	struct run *run;
	const char *suffix;	/* of the index at hand */
	struct buf index;
	struct buf sitemap;	/* the file at hand */
	size_t documents;	/* in it */
	size_t files;		/* of the index, before this one */
	struct str changed;	/* the last day of a document in it */
};

static void
write_file(struct site_map *s, struct str name, const struct buf *text)
{
	outputs_write(s->run->outputs, s->run->diag, name, buf_str(text));
}

/* "https://www.example.nl/NAME" */
static struct str
address_of(const struct site_map *s, struct str name)
{
	return arena_printf(s->run->arena, "%s/%s", value_text_at(
	    s->run->tools.settings, "adres").s, name.s);
}

static void
end_sitemap(struct site_map *s)
{
	struct str name;

	if (!s->documents)
		return;
	name = arena_printf(s->run->arena, "sitemap-diwoo%s-%zu.xml",
	    s->suffix, ++s->files);
	sitemap_close(&s->sitemap);
	write_file(s, name, &s->sitemap);
	sitemap_index_add(address_of(s, name), s->changed, &s->index);
	buf_clear(&s->sitemap);
	s->documents = 0;
	s->changed = STR("");
}

static void
add_document(struct site_map *s, const struct value *metadata)
{
	struct str changed = value_text_at(metadata, "gewijzigd");

	if (!s->documents)
		sitemap_open(&s->sitemap);
	sitemap_document(metadata, &s->sitemap);
	if (str_compare(s->changed, changed) < 0)
		s->changed = changed;
	if (++s->documents == SITEMAP_MAX_DOCUMENTS)
		end_sitemap(s);
}

/* The documents of one index, if there are any. */
static void
write_index(struct site_map *s, size_t index, struct buf *robots)
{
	const struct run *run = s->run;
	struct str name;

	s->suffix = sitemap_suffix(index);
	s->files = 0;
	buf_clear(&s->index);
	sitemap_index_open(&s->index);
	for (size_t i = 0; i < run->n; i++) {
		const struct value *metadata = run->reports[i].metadata;

		if (sitemap_takes(metadata) &&
		    sitemap_index_of(metadata) == index)
			add_document(s, metadata);
	}
	end_sitemap(s);
	if (!s->files)
		return;
	sitemap_index_close(&s->index);
	name = arena_printf(run->arena, "sitemapindex-diwoo%s.xml", s->suffix);
	write_file(s, name, &s->index);
	buf_addf(robots, "Sitemap: %s\n", address_of(s, name).s);
}

/* A report with a fault is still there as it was, and so is its entry. */
static bool
all_made(const struct run *run)
{
	for (size_t i = 0; i < run->n; i++)
		if (!run->reports[i].is_made)
			return false;
	return true;
}

void
site_maps(struct run *run)
{
	struct site_map s = { .run = run, .changed = STR("") };
	struct buf robots = BUF_INIT;

	if (!value_is_true(value_find(run->tools.settings, "adres"))) {
		printf("Geen sitemap gemaakt: in %s/site.yaml staat geen "
		    "adres.\n", run->options->content);
		return;
	}
	if (!all_made(run)) {
		puts("De sitemap is niet vernieuwd: nog niet alle rapporten "
		    "zijn zonder fouten.");
		return;
	}
	buf_adds(&robots, "User-agent: *\nAllow: /\n");
	for (size_t i = 0; i < SITEMAP_INDEXES; i++)
		write_index(&s, i, &robots);
	write_file(&s, STR("robots.txt"), &robots);
	buf_release(&robots);
	buf_release(&s.index);
	buf_release(&s.sitemap);
}
