/* dossier_tree.h -- nazorg: a dossier as a tree, for templates */
#ifndef NAZORG_DOSSIER_TREE_H
#define NAZORG_DOSSIER_TREE_H

#include "dossier.h"

/*
 * What holds of the dossier on the day of the standing; only stukken up to
 * that day are in it.  Addresses are below out/.  A member that is not known
 * is null.
 *
 *	pad, regio, voorbeeld
 *	gemeente	naam, code
 *	rapport		titel, soort, datum, html, pdf
 *	onderzoek	as in onderzoek.yaml
 *	vaststelling, antwoord_voor, oorspronkelijk (if it was moved)
 *	verplaatst	list: van, naar, reden, op
 *	gesprek		datum, tijd, plaats, gehouden
 *	geadresseerde, uw_kenmerk, cc (also those of the onderzoek)
 *	fase		id, naam, teken, klasse
 *	te_laat		wat (antwoord or gesprek), sinds, dagen
 *	brief		the letter that is due ("eerste"), or ""
 *	brieven		list: brief, naam, datum, kenmerk, html, pdf,
 *			publiceren
 *	antwoorden	list: datum, soort, naam, door, vastgelegd_op, tekst,
 *			publiceren, aantal (of recommendations)
 *	aanbevelingen	list: id, nummer, tekst, kort, geadresseerde, html,
 *			themas (list: id, titel), stand, geschiedenis (list);
 *			these two: datum, status, teken, klasse, maatregel,
 *			eigenaar, gereed_op, bewijs, reden, door
 *	aantal		gevraagd, beantwoord, klaar
 */
struct value *dossier_tree(struct arena *, const struct dossier *,
    const struct standing *);

/* A date with its facets, or null for DAY_NONE. */
struct value *day_value(struct arena *, day_number);

/* "Herinnering": what a stuk is called. */
struct str stuk_title(const struct stuk *);

#endif
