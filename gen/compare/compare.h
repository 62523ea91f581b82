/*
 * compare.h -- comparison: reports -> trees of values for the templates of
 * templates/vergelijking/, and tables of data
 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "../base/buf.h"
#include "subject.h"

struct diag;

/* The reports of one region, which stand next to each other. */
struct area {
	struct str folder, name;
	size_t from, to;	/* subjects */
	bool is_example;
};

/* A row of a table: an onderdeel, or an indicator of the kader. */
struct topic {
	struct str id;		/* of the onderdeel */
	double number;		/* of the indicator; 0: it is an onderdeel */
	struct value *title;	/* text or XHTML within a line */
};

/* Rows with a heading: a thema of the onderzoek or of the kader. */
struct topic_group {
	struct str id;		/* of a thema of the onderzoek, or "" */
	struct value *title;
	struct topic *rows;
	size_t n;
};

struct topics {
	struct topic_group *list;
	size_t n;
};

/* An onderzoek under another kader, to put beside this one. */
struct other {
	const struct value *mapping;	/* its entry in vergelijking.yaml */
	struct str folder, title;
	struct subject **subjects;
	size_t n;
};

/* One onderzoek. */
struct comparison {
	struct str folder, title, author;
	struct subject **subjects;	/* by region; made-up ones last */
	size_t n;
	struct area *areas;
	size_t n_areas;
	struct topics themes;		/* of the onderzoek */
	struct topics indicators;	/* of the kader */
	struct other *others;
	size_t n_others;
	const struct value *tiles;	/* assets/tegels.yaml, or NULL */
	const struct value *colors;	/* tokens.kleur of the house style */
	struct str out;			/* the folder out/ */
	const char *schema;		/* path of that of its data */
};

/* All subjects of a run. */
struct comparison_source {
	struct subject *const *subjects;
	size_t n;
};

struct comparisons {
	struct comparison *list;
	size_t n;
};

/*
 * One comparison for each onderzoek with at least two reports that take
 * part.  subjects are sorted by path; those that are NULL are skipped.  A
 * report under another kader than that of the onderzoek, or under another
 * version of it, is told to d and left out.  So are those without findings.
 */
void compare_find(struct arena *, struct diag *d, struct subject *const *,
    size_t n, struct comparisons *);

/*
 * Add the other onderzoeken that mapping (vergelijking.yaml of this one,
 * checked) names, from the same subjects.  An onderzoek or a thema that does
 * not exist is told to d, and the onderzoek is left out.
 */
void compare_others(struct arena *, struct diag *d, struct comparison *,
    const struct value *mapping, const struct comparison_source *);

/* True if the finding belongs to the row. */
bool row_has(const struct topic *, const struct finding *);

/* What a page shows of a comparison; its page is of this. */
struct view {
	const struct comparison *comparison;
	struct value *(*tree)(struct arena *, const struct view *);
	size_t n_areas;		/* how many regions it is about; 0: all */
	size_t area, other;	/* which ones; 0 areas: other onderzoek */
	const struct topic *row;	/* the only one it is about, or NULL */
};

/*
 * Its pages, pictures and data, by templates/vergelijking/.  What they are of
 * lives in the arena; the comparison has to stay.
 */
void compare_pages(struct arena *, const struct comparison *,
    const struct template_set *, struct pages *);

/* Tables for a spreadsheet: semicolons, RFC 4180, with a byte order mark. */
void compare_findings_csv(struct arena *, const struct comparison *,
    struct buf *);
void compare_advices_csv(struct arena *, const struct comparison *,
    struct buf *);
/* What templates/vergelijking/gegevens.schema.yaml describes. */
struct value *compare_data(struct arena *, const struct comparison *);

#endif
