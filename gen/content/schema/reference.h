/* reference.h -- a schema as data, for the page that explains it */
#ifndef CONTENT_SCHEMA_REFERENCE_H
#define CONTENT_SCHEMA_REFERENCE_H

#include "schema.h"

/*
 * A LIST of groups, one for each file that inspectors write (x-file) and one
 * for rapport.yaml, in the order of the schema.  A group has bestand and
 * sleutels: a LIST with, of each key,
 *	pad		where it stands: "gemeente.naam", "partijen[]"
 *	soort		"tekst", "tekst in Markdown", "datum", "heel getal" …
 *	verplicht	true or false
 *	vanzelf		true: the program fills it in (x-select)
 *	omschrijving, keuzes, voorbeeld, verwijst	texts, or null
 */
struct value *schema_reference(const struct schema *, struct arena *);

#endif
