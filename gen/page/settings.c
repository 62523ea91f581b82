/* settings.c -- content/site.yaml and woordenlijst.yaml: for all pages */
#include "settings.h"

#include "../base/diag.h"
#include "../base/file.h"
#include "../content/schema/schema.h"
#include "../content/read/yaml.h"

static const struct loc nowhere;

/* A document has to be somebody's before it can be published. */
static bool
has_publisher(struct diag *d, const struct value *settings)
{
	const struct value *address = value_find(settings, "adres");

	if (!value_is_true(address) ||
	    value_is_true(value_find(settings, "uitgever")))
		return true;
	diag_at(d, address->loc, DIAG_SITE_PUBLISHER);
	return false;
}

/* content/NAME.yaml by templates/algemeen/NAME.schema.yaml. */
static const struct value *
load(struct arena *a, struct diag *d, const struct options *o,
    const char *name)
{
	struct str path = arena_printf(a, "%s/%s.yaml", o->content, name);
	struct str rules = arena_printf(a, "%s/algemeen/%s.schema.yaml",
	    o->templates, name);
	struct value *v = value_new(a, VALUE_MAP, nowhere);

	if (file_exists(path.s))
		v = yaml_load_map(a, d, path.s);
	if (!file_exists(rules.s))
		return v;	/* templates that have no use for them */
	return schema_apply(a, d, rules.s, v);
}

const struct value *
settings_load(struct arena *a, struct diag *d, const struct options *o)
{
	const struct value *v = load(a, d, o, "site");

	return v && has_publisher(d, v) ? v : NULL;
}

const struct value *
settings_words(struct arena *a, struct diag *d, const struct options *o)
{
	if (!file_exists(arena_printf(a, "%s/woordenlijst.yaml",
	    o->content).s))
		return NULL;
	return load(a, d, o, "woordenlijst");
}

struct value *
settings_for_page(struct arena *a, const struct value *settings,
    struct str basis, struct str pdf)
{
	struct value *site = value_new(a, VALUE_MAP, nowhere);

	value_set(a, site, STR("basis"), nowhere,
	    value_string(a, nowhere, basis));
	value_set(a, site, STR("pdf"), nowhere, value_string(a, nowhere, pdf));
	for (size_t i = 0; i < settings->n; i++) {
		const struct member *m = &settings->members[i];

		value_set(a, site, m->name, m->loc, m->value);
	}
	return site;
}
