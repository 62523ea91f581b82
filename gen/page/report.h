/* report.h -- a report: from its folder to its tree, and its page */
#ifndef PAGE_REPORT_H
#define PAGE_REPORT_H

#include "../content/read/site.h"
#include "page.h"
#include "toolbox.h"

/* What makes the tree of a report, in order. */
enum report_stage {
	REPORT_READ,	/* YAML and Markdown files -> tree of values */
	REPORT_CHECK,	/* against templates/soort/<soort>/schema.yaml */
	REPORT_MARK_UP,	/* Markdown -> XHTML, in the tree */
	REPORT_STAGES
};

extern const char *const report_stage_names[REPORT_STAGES];

/*
 * What is kept of a report as long as the run: its tree, with the places of
 * everything in it.  Other pages (comparisons, letters, the index) read it;
 * once the reports were read nothing changes it any more, except that a
 * page's own outcome is added to its own report, below.
 */
struct report {
	const struct place *place;
	const struct kind *kind;	/* NULL: unknown */
	/*
	 * NULL if rapport.yaml cannot be read.  Of a report that was withdrawn
	 * only where it came from.
	 */
	struct value *data;
	struct value *metadata;	/* see metadata.h */
	void *record;		/* what the run's aspect keeps of it, or NULL */
	bool is_sound;		/* the tree is whole */
	bool is_withdrawn;	/* only a notice may be published */
	/* Outcome of its page: */
	bool is_made;		/* all its files are there */
	struct value *parts;	/* LIST of gemeente, id: elements about one */
	size_t pdf_size;	/* bytes */
	double seconds[REPORT_STAGES];	/* CPU time */
};

/*
 * What another room of gen/ has to do with the tree of each report; who opens
 * the run hands it over.
 */
struct aspect {
	/* After the schema's check: report->record.  False after telling. */
	bool (*check)(const struct maker *, struct report *);
	/* Once Markdown is XHTML. */
	void (*complete)(const struct maker *, struct report *);
	/* Once all reports of the run are read. */
	void (*compare)(struct run *);
};

/* rapport.yaml alone, and its kind; is_sound tells if that went well. */
void report_begin(struct report *, const struct toolbox *, struct arena *,
    struct diag *);
/* All that lies beside and above it; false after telling. */
bool report_read(const struct maker *, struct report *);
/* Check it, of itself and with its aspect. */
bool report_check(const struct maker *, struct report *);
/* All stages, after report_begin. */
void report_make_tree(const struct maker *, struct report *);

/* Its page; of must stay where it is. */
struct page report_page(struct arena *, struct report *);

#endif
