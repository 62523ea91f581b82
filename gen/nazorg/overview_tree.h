/* overview_tree.h -- nazorg: an overview as trees, for templates/nazorg/ */
#ifndef NAZORG_OVERVIEW_TREE_H
#define NAZORG_OVERVIEW_TREE_H

#include "overview.h"

/* A picture of some gemeenten of one region, from day to day. */
struct timeline {
	struct str name;	/* of its file, without .svg */
	struct str title;	/* "Noord", "Noord, deel 2" */
	size_t from, to;	/* of the list of the overview */
	double width, height;
};

struct timelines {
	struct timeline *list;
	size_t n;
	day_number first, last;	/* whole months, the same for all */
};

void timelines_find(struct arena *, const struct overview *,
    struct timelines *);

/* What the template of a picture needs. */
struct value *timeline_tree(struct arena *, const struct overview *,
    const struct timelines *, const struct timeline *);

/*
 * What the template of the page needs: onderzoek (titel), peildatum, aantal,
 * te_laat and brieven (numbers), heeft_voorbeelden, alles_verzonnen, and
 *	gemeenten	list: as dossier_tree, with volgende (wat, datum),
 *			brief_naam, brief_html and dagen_te_laat (see below)
 *	themas		list: titel, aanbevelingen (list: pad, gemeente,
 *			voorbeeld, nummer, kort, html, stand)
 *	standen		list of statuses: status, teken, klasse, aantal
 *	tijdlijnen	list: titel, html, bestand, breedte, hoogte,
 *			gebeurtenissen (list: gemeente, voorbeeld, datum, wat)
 *
 * dagen_te_laat has the spans of days on which the gemeente was or will be
 * late, if nothing more comes in: "2020-05-01/2020-05-20 2021-01-21/".
 */
struct value *nazorg_tree(struct arena *, const struct overview *,
    const struct timelines *);

/* What happened or should happen to a gemeente on a day. */
struct event {
	day_number day;
	enum event_kind {
		EVENT_ADOPTED, EVENT_LETTER, EVENT_REMINDER,
		EVENT_INVITATION, EVENT_CLOSING, EVENT_REPLY, EVENT_TALK,
		EVENT_CHECK, EVENT_ASKED, EVENT_DUE, EVENT_TALK_PLANNED,
		EVENT_READY, EVENT_KINDS
	} kind;
	const struct recommendation *recommendation;	/* EVENT_READY */
};

struct events {
	struct event *list;	/* by day */
	size_t n;
};

/* "antwoord gevraagd voor deze dag": what an event is called. */
extern const char *const event_names[EVENT_KINDS];

void events_find(struct arena *, const struct follow *, struct events *);

/* Tables for a spreadsheet and a calendar (RFC 5545). */
void nazorg_csv(struct arena *, const struct overview *, struct buf *);
void nazorg_ics(struct arena *, const struct overview *, struct buf *);

#endif
