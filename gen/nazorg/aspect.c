/* aspect.c -- nazorg: its part in the reading of each report */
#include "aspect.h"

#include "../page/run.h"

static bool
check(const struct maker *by, struct report *r)
{
	bool ok = true;
	struct dossier *d = dossier_read(by->kept, by->diag, r->place,
	    r->data, &ok);

	if (d)
		d->kind = schema_title(r->kind->schema);
	r->record = d;
	return ok;
}

/* The texts that letters quote lead to the report, which lies beside them. */
static void
complete(const struct maker *by, struct report *r)
{
	struct dossier *d = r->record;

	if (d)
		dossier_compare_letter(by->kept, by->diag, d);
	dossier_show(by->kept, d, r->data,
	    dossier_today(d, by->run->tools.today));
	if (d)
		dossier_replace_data(by->kept, d, kept_quote(by->kept,
		    (struct value *)d->data, STR("index.html")));
}

static void
compare(struct run *run)
{
	dossiers_check_ids(run->arena, run->diag, dossiers_of(run), run->n);
}

const struct aspect nazorg_aspect = { check, complete, compare };

struct dossier *
dossier_of(const struct report *r)
{
	return r->is_sound && !r->is_withdrawn ? r->record : NULL;
}

struct dossier **
dossiers_of(const struct run *run)
{
	struct dossier **list = arena_array(run->arena, run->n + 1,
	    sizeof *list);

	for (size_t i = 0; i < run->n; i++)
		list[i] = dossier_of(&run->reports[i]);
	return list;
}
