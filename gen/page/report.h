/* report.h -- one report, from content/ to out/ */
#ifndef REPORT_H
#define REPORT_H

#include "../base/buf.h"
#include "../content/read/site.h"
#include "../document/document.h"
#include "../nazorg/dossier.h"
#include "toolbox.h"
#include "../typeset/typeset.h"
#include "../web/pictures.h"

struct diag;
struct outputs;

/* The stages, in order; each takes what the one before it made. */
enum stage {
	STAGE_READ,	/* YAML and Markdown files -> tree of values */
	STAGE_CHECK,	/* against templates/<soort>/schema.yaml */
	STAGE_MARK_UP,	/* Markdown -> XHTML, in the tree */
	STAGE_RENDER,	/* tree + Mustache -> XHTML */
	STAGE_PARSE,	/* XHTML -> tree of nodes */
	STAGE_PASSES,	/* numbers, contents, notes, references */
	STAGE_REVIEW,	/* what the writer should mend */
	STAGE_WORDS,	/* languages, abbreviations, glossary */
	STAGE_HTML,	/* -> HTML text */
	STAGE_TYPESET,	/* -> placed items on pages */
	STAGE_PDF,	/* -> PDF bytes */
	STAGE_COUNT
};

extern const char *const stage_names[STAGE_COUNT];

struct report {
	/* given by the caller */
	const struct toolbox *tools;
	struct typesetter *typesetter;
	const struct site *site;
	const struct place *place;
	struct diag *diag;
	/* made by the stages, all in arena but for the bufs */
	struct arena *arena;
	const struct kind *kind;
	struct value *data;
	struct dossier *dossier;	/* NULL: a report without nazorg */
	struct value *metadata;
	struct buf xhtml;
	struct trace trace;
	struct document *document;
	struct picture_list pictures;	/* of content/, for the site */
	struct buf html;
	struct layout *layout;
	struct buf pdf;
	double seconds[STAGE_COUNT];	/* CPU time of this thread */
};

/*
 * Run the stages up to and with last.  False after a fault, which diag has
 * been told; the stages behind it did not run.  report_release in any case.
 */
bool report_run(struct report *, enum stage last);
void report_release(struct report *);

/* True if only a notice in place of the text may be published. */
bool report_is_withdrawn(const struct report *);

/* Write what the stages made to PATH/.  False after telling diag. */
bool report_write(struct report *, struct outputs *);

#endif
