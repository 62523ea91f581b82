/* new.c -- the command new: a first draft of files, from the schemas */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../base/diag.h"
#include "../base/file.h"
#include "../base/numbered.h"
#include "../base/out.h"
#include "../base/slug.h"
#include "commands.h"
#include "../content/schema/draft.h"
#include "../content/read/yaml.h"
#include "../nazorg/dossier.h"
#include "../page/run.h"

static bool
takes_onderzoek(struct str file)
{
	return str_ends(file, ".yaml") && !str_is(file, "rapport.yaml") &&
	    !str_is(file, "regio.yaml");
}

static bool
takes_regio(struct str file)
{
	return str_is(file, "regio.yaml");
}

static bool
takes_report(struct str file)
{
	return str_is(file, "rapport.yaml") || str_ends(file, ".md");
}

static const char findings[] = "bevindingen";

static bool
takes_finding(struct str file)
{
	return str_starts(file, findings);
}

enum { MAX_PARTS = 4 };

/* What can be made, and which files of the draft belong to it. */
static const struct thing {
	const char *name;
	size_t parts;		/* of its path */
	bool (*takes)(struct str file);
} things[] = {
	{ "onderzoek", 1, takes_onderzoek },
	{ "regio", 2, takes_regio },
	{ "gemeente", 3, takes_report },
	{ "bevinding", MAX_PARTS, takes_finding },
	{ "rapport", 2, takes_report },	/* about a region */
};

enum { N_THINGS = sizeof things / sizeof *things };

static const char *const forms[MAX_PARTS] = { "ONDERZOEK", "ONDERZOEK/REGIO",
	"ONDERZOEK/REGIO/GEMEENTE", "ONDERZOEK/REGIO/GEMEENTE/BEVINDING" };

static const struct loc nowhere;

struct plan {
	const struct options *options;
	struct arena *arena;
	struct diag *diag;
	struct toolbox tools;
	const struct thing *thing;
	struct str parts[MAX_PARTS + 1];
	size_t n_parts;
	struct place place;		/* where the files go */
	const struct kind *kind;
	struct value *known;		/* what the report has already */
	struct draft_given given[2];
	size_t n_given;
};

/* --- names and folders --- */

/* The parts of a path; false after telling of one that is no folder's name. */
static bool
split_path(struct plan *p, struct str path)
{
	struct str part, wanted;
	size_t end;

	for (size_t at = 0; at <= path.n && p->n_parts <= MAX_PARTS;
	    at = end + 1) {
		end = str_find(path, "/", at);
		if (end > path.n)
			end = path.n;
		part = arena_dup(p->arena, str_slice(path, at, end));
		wanted = slug_new(p->arena, part);
		if (!part.n || !str_eq(part, wanted)) {
			diag_at(p->diag, nowhere, DIAG_NEW_NAME, part.s,
			    wanted.s);
			return false;
		}
		p->parts[p->n_parts++] = part;
	}
	return true;
}

/* It may begin with the folder content/, as a shell completes it. */
static bool
read_path(struct plan *p, struct str path)
{
	struct str top = arena_printf(p->arena, "%s/", p->options->content);

	if (str_starts(path, top.s))
		path = str_slice(path, top.n, path.n);
	while (str_ends(path, "/"))
		path.n--;
	if (!split_path(p, path))
		return false;
	if (p->n_parts != p->thing->parts)
		diag_at(p->diag, nowhere, DIAG_NEW_PATH, p->thing->name,
		    forms[p->thing->parts - 1]);
	return p->n_parts == p->thing->parts;
}

/* The folder in parent that was probably meant, or NULL. */
static const char *
nearest_folder(struct plan *p, struct str parent, struct str name)
{
	const char **names = NULL;
	struct dirent *entry;
	size_t n = 0;
	DIR *dir = opendir(parent.s);

	while (dir && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.' || strchr(entry->d_name, '.'))
			continue;
		names = arena_grow(p->arena, names, n, sizeof *names);
		names[n++] = arena_dup(p->arena, str_from(entry->d_name)).s;
	}
	if (dir)
		closedir(dir);
	return n ? str_nearest(name, names, n) : NULL;
}

/* The folder is a part of the path, so it has to be there. */
static bool
is_there(struct plan *p, struct str above, struct str name)
{
	const struct place *place = &p->place;
	bool report = place->depth == MAX_PARTS - 2;

	if (file_exists(report ? arena_printf(p->arena, "%s/rapport.yaml",
	    place->folder.s).s : place->folder.s))
		return true;
	if (report)
		diag_path(p->diag, place->folder.s, DIAG_NEW_ABOVE_REPORT,
		    nearest_folder(p, above, name), place->path.s);
	else
		diag_path(p->diag, place->folder.s, DIAG_NEW_ABOVE,
		    things[place->depth].name,
		    nearest_folder(p, above, name), place->path.s);
	return false;
}

/* Where the files go: the last part of the path is new. */
static bool
find_place(struct plan *p)
{
	struct place *place = &p->place;
	size_t depth = p->n_parts < MAX_PARTS ? p->n_parts : MAX_PARTS - 1;

	place->path = STR("");
	place->folder = str_from(p->options->content);
	for (; place->depth < depth; place->depth++) {
		struct str above = place->folder;
		struct str name = p->parts[place->depth];

		place->parts[place->depth] = name;
		place->path = arena_printf(p->arena, "%s%s%s", place->path.s,
		    place->depth ? "/" : "", name.s);
		place->folder = arena_printf(p->arena, "%s/%s", above.s,
		    name.s);
		if (place->depth + 1 < p->n_parts &&
		    !is_there(p, above, name))
			return false;
	}
	return true;
}

/* --- the kind of document --- */

static bool
is_beside(const struct plan *p, const struct place *other, size_t same)
{
	for (size_t i = 0; i < same; i++)
		if (!str_eq(p->place.parts[i], other->parts[i]))
			return false;
	return other->depth >= same;
}

/*
 * That of a report nearby: of this very place, of one in the same region, of
 * one in the onderzoek.
 */
static struct str
nearby_kind(struct plan *p)
{
	bool same_depth = p->thing->takes == takes_report;
	struct diag *unsaid = diag_new();
	struct site site;
	struct str kind = STR("");

	site_find(p->arena, unsaid, p->options->content, &site);
	for (size_t same = p->place.depth + 1; !kind.n && same-- > 1; )
		for (size_t i = 0; i < site.n && !kind.n; i++)
			if (is_beside(p, &site.places[i], same) &&
			    (!same_depth ||
			    site.places[i].depth == p->place.depth))
				kind = value_text_at(site_read_report(
				    p->arena, unsaid, &site.places[i]),
				    "soort");
	diag_free(unsaid);
	return kind;
}

static bool
choose_kind(struct plan *p)
{
	struct str names = toolbox_kind_names(&p->tools, p->arena);
	struct str name = str_from(p->options->kind);

	/* a finding is for a report that has a kind */
	if (!name.n || p->thing->takes == takes_finding)
		name = nearby_kind(p);
	if (!name.n) {
		diag_at(p->diag, nowhere, DIAG_NEW_KIND, names.s);
		return false;
	}
	p->kind = toolbox_kind(&p->tools, name);
	if (!p->kind)
		diag_at(p->diag, nowhere, DIAG_UNKNOWN_KIND,
		    name.s, names.s, toolbox_nearest_kind(&p->tools, p->arena,
		    name));
	return p->kind && p->kind->sound;
}

/* --- what is known already --- */

/* As the report would inherit it, though neither checked nor marked up. */
static void
inherit(void *closure, struct str path, struct str key)
{
	struct plan *p = closure;
	struct value *v;

	if (!schema_has_property(p->kind->schema, key) ||
	    value_member(p->known, key))
		return;
	v = yaml_load_any(p->arena, p->diag, path.s);
	if (v)
		value_set(p->arena, p->known, key, v->loc, v);
}

/* A finding needs the report that it is for; of the others it must be new. */
static struct value *
read_report(struct plan *p)
{
	if (p->thing->takes == takes_finding)
		return site_read_report(p->arena, p->diag, &p->place);
	return value_new(p->arena, VALUE_MAP, nowhere);
}

static bool
read_known(struct plan *p)
{
	const struct site site = {
		.content = str_from(p->options->content) };
	size_t faults = diag_count(p->diag, DIAG_ERROR), n;
	struct str folders[SITE_DEPTH];

	p->known = read_report(p);
	if (!p->known || !site_inherit(p->arena, p->diag, &p->place,
	    p->known))
		return false;
	n = site_folders_above(p->arena, &site, &p->place, folders);
	for (size_t i = 0; i < n; i++)
		site_each_file(p->arena, p->diag, folders[i], inherit, p);
	return diag_count(p->diag, DIAG_ERROR) == faults;
}

/* "nieuw-hollum" is probably Nieuw-Hollum. */
static struct str
guess_name(struct arena *a, struct str folder)
{
	char *name = arena_cstr(a, folder);

	for (size_t i = 0; i < folder.n; i++)
		if (name[i] >= 'a' && name[i] <= 'z' &&
		    (!i || name[i - 1] == '-'))
			name[i] = (char)(name[i] - 'a' + 'A');
	return str_from(name);
}

static void
give(struct plan *p, const char *path, struct str text, bool is_guess)
{
	p->given[p->n_given++] = (struct draft_given){ path, text, is_guess };
}

/* The tile of the map whose name makes this folder; else what comes near. */
static const struct value *
find_tile(struct plan *p, struct str folder, const char **nearest)
{
	struct str path = arena_printf(p->arena, "%s/tegels.yaml",
	    p->options->assets);
	const struct value *tiles = file_exists(path.s) ? value_find(
	    yaml_load(p->arena, p->diag, path.s), "tegels") : NULL;
	const char **names;

	if (!tiles || tiles->kind != VALUE_LIST)
		return NULL;
	names = arena_array(p->arena, tiles->n + 1, sizeof *names);
	for (size_t i = 0; i < tiles->n; i++) {
		struct str name = slug_new(p->arena,
		    value_text_at(tiles->items[i], "naam"));

		if (str_eq(name, folder))
			return tiles->items[i];
		names[i] = name.s;
	}
	*nearest = str_nearest(folder, names, tiles->n);
	return NULL;
}

static void
give_gemeente(struct plan *p)
{
	struct str folder = p->parts[p->n_parts - 1];
	const char *nearest = NULL;
	const struct value *tile = find_tile(p, folder, &nearest);

	if (tile) {
		give(p, "gemeente.naam", value_text_at(tile, "naam"), false);
		give(p, "gemeente.code", value_text_at(tile, "code"), false);
		return;
	}
	diag_path(p->diag, arena_printf(p->arena, "%s/rapport.yaml",
	    p->place.folder.s).s, DIAG_NEW_UNKNOWN, folder.s, nearest);
	give(p, "gemeente.naam", guess_name(p->arena, folder), true);
	give(p, "gemeente.code", STR("GM0000"), true);
}

/* --- the files --- */

/* The next of its folder: "bevindingen/04-x.md"; "" after telling. */
static struct str
next_finding(struct plan *p)
{
	struct str folder = p->place.folder;
	struct str path = numbered_path(p->arena, p->diag,
	    arena_printf(p->arena, "%s/%s", folder.s, findings),
	    arena_printf(p->arena, "%s.md", p->parts[p->n_parts - 1].s).s);

	return path.n ? str_slice(path, folder.n + 1, path.n) : path;
}

static struct value *
without(struct arena *a, const struct value *map, const char *name)
{
	struct value *rest = value_new(a, VALUE_MAP, map->loc);

	for (size_t i = 0; i < map->n; i++) {
		const struct member *m = &map->members[i];

		if (!str_is(m->name, name))
			value_set(a, rest, m->name, m->loc, m->value);
	}
	return rest;
}

/*
 * The files of the draft that are to be made, with their place as name; NULL
 * after telling of a folder that cannot be read.
 */
static struct draft_file *
choose_files(struct plan *p, size_t *n)
{
	bool finding = p->thing->takes == takes_finding;
	const struct draft_order order = { day_iso(p->arena,
		dossier_today(NULL, p->options->today)), finding ?
		without(p->arena, p->known, findings) : p->known, p->given,
		p->n_given };
	struct draft_file *files, *f;
	size_t all;

	files = schema_draft(p->kind->schema, p->arena, &order, &all);
	*n = 0;
	for (size_t i = 0; i < all; i++) {
		if (!p->thing->takes(files[i].name))
			continue;
		f = &files[(*n)++];
		*f = files[i];
		if (finding)
			f->name = next_finding(p);
		if (!f->name.n)
			return NULL;
	}
	return files;
}

static struct str
full_path(struct plan *p, const struct draft_file *file)
{
	return arena_printf(p->arena, "%s/%s", p->place.folder.s,
	    file->name.s);
}

/* Nothing is overwritten: all files are new, or none is made. */
static bool
write_files(struct plan *p)
{
	size_t n;
	struct draft_file *files = choose_files(p, &n);
	bool ok = files && n;

	if (files && !n)
		diag_path(p->diag, p->place.folder.s, DIAG_NEW_NOTHING,
		    p->thing->name, p->kind->name.s);
	for (size_t i = 0; ok && i < n; i++)
		if (file_exists(full_path(p, &files[i]).s)) {
			diag_path(p->diag, full_path(p, &files[i]).s,
			    DIAG_NEW_EXISTS);
			return false;
		}
	for (size_t i = 0; ok && i < n; i++)
		ok = out_create(p->diag, full_path(p, &files[i]).s,
		    files[i].text);
	if (ok)
		puts("Gemaakt:");
	for (size_t i = 0; ok && i < n; i++)
		printf("  %s\n", full_path(p, &files[i]).s);
	if (ok)
		puts("Vul in wat achter 'Vul in' staat; toetssteen check "
		    "noemt wat er nog open is.");
	return ok;
}

/* A new folder that stays empty is taken away again. */
static bool
make(struct plan *p)
{
	bool ok;

	if (!read_path(p, str_from(p->options->paths[1])) ||
	    !find_place(p) || !choose_kind(p) ||
	    !out_folder(p->diag, p->place.folder.s))
		return false;
	if (p->thing->takes == takes_report && p->n_parts == 3)
		give_gemeente(p);
	ok = read_known(p) && write_files(p);
	rmdir(p->place.folder.s);
	return ok;
}

static const struct thing *
find_thing(const char *name)
{
	for (size_t i = 0; i < N_THINGS; i++)
		if (!strcmp(things[i].name, name))
			return &things[i];
	fprintf(stderr, "toetssteen: new kan geen '%s' maken; kies uit "
	    "onderzoek, regio, gemeente, bevinding of rapport\n", name);
	return NULL;
}

int
command_new(const struct options *o)
{
	struct plan p = { .options = o,
		.thing = find_thing(o->paths[0]) };
	bool ok;

	if (!p.thing)
		return EXIT_USAGE;
	p.arena = arena_new();
	p.diag = diag_new();
	ok = toolbox_load(&p.tools, p.arena, p.diag, o) && make(&p);
	fflush(stdout);
	diag_print(p.diag, stderr);
	diag_free(p.diag);
	arena_free(p.arena);
	return ok ? EXIT_DONE : EXIT_USAGE;
}
