/* mustache.h -- stage 3: template + tree of values -> text */
#ifndef TEMPLATE_MUSTACHE_H
#define TEMPLATE_MUSTACHE_H

#include "../base/buf.h"
#include "../content/value/value.h"

struct diag;
struct template;	/* compiled; read-only, so threads may share it */
struct template_set;	/* templates by name, for partials and parents */

/*
 * Compile src.  Tells every fault to d (an unclosed section names both
 * places); NULL if there was one.  Spec: github.com/mustache/spec 1.4.
 */
struct template *template_parse(struct arena *, struct diag *d,
    const struct source *src);

struct template_set *template_set_new(struct arena *);
/* Add under a name; a later template replaces an earlier one. */
void template_set_add(struct template_set *, struct str name,
    const struct template *);
/* Load files with their CRLF, for a result that has the lines of its source. */
void template_set_keep_cr(struct template_set *);
/* Compile and add every NAME.mustache of a folder; false after a fault. */
bool template_set_load(struct template_set *, struct diag *d,
    const char *folder);
/* The template, or NULL. */
const struct template *template_find(const struct template_set *,
    struct str name);

struct template_options {
	const struct template_set *partials;	/* may be NULL */
	/* An unknown name or partial, or a list as text, is a fault, not "". */
	bool strict;
};

/*
 * Append the result to out.  Markup values and their traces go in as they
 * are, everything else is escaped; trace (may be NULL) learns where each part
 * of out came from.  False after a fault.
 *
 * A name is looked for in maps and in the facets of any value.  Null is known
 * but empty: it prints nothing and hides outer values of the same name.  An
 * empty text counts as false to a section, a number never does.  Partials
 * that include each other without end are a fault, strict or not.
 */
bool template_render(const struct template *, const struct value *data,
    const struct template_options *, struct arena *, struct diag *d,
    struct buf *out, struct trace *trace);

#endif
