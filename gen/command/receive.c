/* receive.c -- letters --receive: a reply of a gemeente into its record */
#include "receive.h"

#include <stdio.h>

#include "../base/diag.h"
#include "../base/numbered.h"
#include "../base/out.h"
#include "../content/value/tree.h"
#include "../content/read/yaml.h"
#include "../content/read/yaml_write.h"
#include "../nazorg/aspect.h"
#include "../site/site.h"

/* Who records a reply if --by does not say so. */
static const char recorder[] = "Toezicht Sociaal Domein";

static struct value *
read_reply(struct run *run, const char *path)
{
	struct value *v = yaml_load(run->arena, run->diag, path);

	if (v && !str_is(value_text_at(v, "soort"), "antwoord")) {
		diag_at(run->diag, v->loc, DIAG_RECEIVE_KIND);
		return NULL;
	}
	return v;
}

/* --- whose reply it is --- */

static bool
has_recommendation(const struct dossier *d, struct str id)
{
	for (size_t i = 0; i < d->n; i++)
		if (str_eq(d->recommendations[i].id, id))
			return true;
	return false;
}

/* Of the same gemeente and, if the reply names any, with its ids. */
static bool
matches(const struct dossier *d, const struct value *reply)
{
	const struct value *code = value_find(reply, "gemeente");
	const struct value *answers = value_find(reply, "aanbevelingen");

	if (code && !str_eq(value_text(code), d->code))
		return false;
	for (size_t i = 0; answers && answers->kind == VALUE_LIST &&
	    i < answers->n; i++)
		if (has_recommendation(d, value_text_at(answers->items[i],
		    "id")))
			return true;
	return code && (!answers || !answers->n || d->n);
}

/* The index of its place in the run; run->n after telling run->diag. */
static size_t
find_place(struct run *run, const struct value *reply)
{
	struct dossier **dossiers = dossiers_of(run);
	size_t found = run->n;

	for (size_t i = 0; i < run->n; i++) {
		if (!dossiers[i] || !matches(dossiers[i], reply))
			continue;
		if (found < run->n) {
			diag_at(run->diag, reply->loc, DIAG_RECEIVE_MANY);
			return run->n;
		}
		found = i;
	}
	if (found == run->n)
		diag_at(run->diag, reply->loc, DIAG_RECEIVE_NONE);
	return found;
}

/* --- what is recorded --- */

static void
set(struct arena *a, struct value *map, const char *name, struct value *v)
{
	struct member *m = value_member(map, str_from(name));

	if (m)
		m->value = v;
	else
		tree_value(a, map, name, v);
}

static void
add_recorded(struct run *run, struct value *reply, day_number today)
{
	struct arena *a = run->arena;
	struct value *recorded = tree_new(a);
	struct str iso = day_iso(a, today);
	const char *by = run->options->by;

	if (!value_find(reply, "datum"))
		tree_text(a, reply, "datum", iso);
	tree_text(a, recorded, "door", str_from(by ? by : recorder));
	tree_text(a, recorded, "op", iso);
	set(a, reply, "vastgelegd", recorded);
}

/* As the file will be, but for when and by whom it was recorded. */
static struct str
reply_text(struct arena *a, const struct value *reply)
{
	struct value *bare = tree_new(a);
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < reply->n; i++)
		if (!str_is(reply->members[i].name, "vastgelegd"))
			tree_value(a, bare, reply->members[i].name.s,
			    reply->members[i].value);
	yaml_write(bare, &b);
	return buf_detach(&b, a);
}

/* True after telling that the same reply is there already. */
static bool
is_there_already(struct run *run, const struct dossier *d,
    const struct value *reply)
{
	struct arena *a = run->arena;
	struct str text = reply_text(a, reply);

	for (size_t i = 0; i < d->n_stukken; i++) {
		const char *path = arena_printf(a, "%s/nazorg/%s",
		    d->folder.s, d->stukken[i].file.s).s;
		const struct value *v;

		if (d->stukken[i].kind != STUK_REPLY ||
		    !str_ends(d->stukken[i].file, ".yaml"))
			continue;
		v = yaml_load(a, run->diag, path);
		if (!v || !str_eq(text, reply_text(a, v)))
			continue;
		diag_at(run->diag, reply->loc, DIAG_RECEIVE_AGAIN, path);
		return true;
	}
	return false;
}

/* Read the report once more, with the reply in its record, and check it. */
static bool
is_sound(struct run *run, size_t place, struct value *reply)
{
	struct arena *a = run->arena;
	const struct maker by = run_maker(run);
	struct report r = { .place = run->reports[place].place };
	struct value *nazorg, *list;
	size_t room = (size_t)-1;

	report_begin(&r, &run->tools, a, run->diag);
	if (!r.is_sound || !report_read(&by, &r))
		return false;
	nazorg = value_find(r.data, "nazorg");
	if (!nazorg || nazorg->kind != VALUE_MAP)
		return false;
	list = value_find(nazorg, "stukken");
	if (!list)
		list = tree_list(a, nazorg, "stukken");
	value_add(a, list, value_copy(a, reply, (unsigned)-1, &room));
	return report_check(&by, &r);
}

static void
write_reply(struct run *run, const struct dossier *d,
    const struct value *reply)
{
	struct str path = numbered_path(run->arena, run->diag,
	    arena_printf(run->arena, "%s/nazorg", d->folder.s),
	    "antwoord.yaml");
	struct buf text = BUF_INIT;

	yaml_write(reply, &text);
	if (path.n && out_create(run->diag, path.s, buf_str(&text)))
		printf("Het antwoord van gemeente %s is vastgelegd in %s\n",
		    d->name.s, path.s);
	buf_release(&text);
}

static void
receive(struct run *run)
{
	struct value *reply = read_reply(run, run->options->receive);
	size_t place = reply ? find_place(run, reply) : run->n;
	const struct dossier *d;

	if (place == run->n)
		return;
	d = dossier_of(&run->reports[place]);
	add_recorded(run, reply, dossier_today(d, run->tools.today));
	if (!is_there_already(run, d, reply) && is_sound(run, place, reply))
		write_reply(run, d, reply);
}

int
receive_reply(const struct options *o)
{
	int lock = out_lock(o->content), status;
	struct run run;

	if (site_open(&run, o)) {
		run_read(&run);
		receive(&run);
		fflush(stdout);
	}
	status = run_close(&run);
	out_unlock(lock);
	return status;
}
