/* toolbox.h -- what all reports of a run share: kinds, house style */
#ifndef TOOLBOX_H
#define TOOLBOX_H

#include "../content/markdown/markdown.h"
#include "../content/schema/schema.h"
#include "options.h"
#include "../template/mustache.h"

struct diag;

/* A folder of templates/soort/, with a schema.yaml. */
struct kind {
	struct str name;
	struct schema *schema;
	struct template_set *templates;
	bool sound;			/* false: its faults are told already */
};

/* Read-only once it is loaded, so that threads may share it. */
struct toolbox {
	struct arena *arena;
	struct str assets, templates;	/* folders */
	struct str kinds_folder;	/* templates/soort */
	struct kind *kinds;
	size_t n_kinds;
	const struct value *style;	/* assets/huisstijl.yaml */
	const struct value *settings;	/* content/site.yaml */
	const struct value *words;	/* of pages; NULL: none */
	struct markdown_options markdown;	/* but for its variables */
	const char *today;		/* of nazorg; NULL: see dossier_today */
};

/*
 * Load everything.  The arena stays the caller's.  False after telling d of
 * something without which no report can be made.
 */
bool toolbox_load(struct toolbox *, struct arena *, struct diag *d,
    const struct options *);

/*
 * The templates of pages that are no reports: templates/NAME over those of
 * templates/algemeen.  NULL if there is no such folder, or after telling d.
 */
const struct template_set *toolbox_templates(const struct toolbox *,
    struct arena *, struct diag *d, const char *name);

const struct kind *toolbox_kind(const struct toolbox *, struct str name);
/* The kind that was probably meant, or NULL. */
const char *toolbox_nearest_kind(const struct toolbox *, struct arena *,
    struct str name);
/* The names of the kinds, for messages: "rapportage, verslag". */
struct str toolbox_kind_names(const struct toolbox *, struct arena *);

#endif
