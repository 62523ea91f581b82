/* subject.h -- comparison: a report as comparison sees it */
#ifndef COMPARE_SUBJECT_H
#define COMPARE_SUBJECT_H

#include "../page/kept.h"

/*
 * The members of the values, for templates:
 *
 *	all		tekst (XHTML), html (address below out/), gemeente,
 *			regio, voorbeeld (true or false)
 *	finding		titel (XHTML), kort (the same as text), goed (true or
 *			false), indicatoren
 *	advice		nummer, kort (tekst as text), kenmerk ("" if it has
 *			none), stand of the nazorg: status, teken (an icon),
 *			klasse, or null
 *	example		indicatoren
 *	passage		titel (XHTML, or null)
 *
 * Links in their texts work from a page two folders below out/.
 */
struct finding {
	struct str id, onderdeel;
	bool good;			/* oordeel goed; if not, beter */
	const struct value *indicators;	/* LIST of NUMBER */
	struct value *value;
};

struct advice {
	const struct value *themas;	/* LIST of ids */
	struct value *value;
};

/* A text about a thema, in a report without findings. */
struct passage_of {
	struct str thema, part;	/* ids */
	struct value *value;
};

/* A report that takes part. */
struct subject {
	struct str path;		/* below content/ */
	struct str onderzoek, regio;	/* folders */
	struct str name, code, regio_name;
	bool is_example;		/* made up, to demonstrate */
	const struct value *onderzoek_data;	/* its onderzoek.yaml */
	const struct value *kader;	/* its kader.yaml, or NULL */
	struct str kader_file;		/* where it comes from, or "" */
	struct finding *findings;
	size_t n_findings;
	struct advice *advices;
	size_t n_advices;
	struct value *examples;		/* LIST */
	struct passage_of *passages;
	size_t n_passages;
};

/*
 * What comparison needs of the data of a report, which have to stay.  NULL if
 * the report does not take part: it has no gemeente, no onderzoek with themas,
 * or neither bevindingen with an oordeel and indicatoren nor paragrafen with a
 * thema.
 */
struct subject *subject_new(struct arena *, const struct place *,
    const struct value *data);

#endif
