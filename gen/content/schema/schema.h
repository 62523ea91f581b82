/* schema.h -- stage 2, check: values against templates/<soort>/schema.yaml */
#ifndef CONTENT_SCHEMA_H
#define CONTENT_SCHEMA_H

#include "../value/value.h"

struct diag;
struct schema;

/*
 * Load a schema with the schemas that it refers to ($ref: "file.yaml",
 * "file.yaml#/$defs/naam", "#/$defs/naam"; relative to the file).  NULL after
 * telling d.  Read-only from then on, so threads may share it.
 *
 * The vocabulary is a part of that of JSON Schema 2020-12; an unknown keyword
 * is a fault:
 *	type, properties, required, additionalProperties, items, enum, const,
 *	minimum, maximum, minItems, uniqueItems, $ref (its siblings count too),
 *	$defs, title, description, examples, deprecated, $schema, $id
 *	pattern		a POSIX extended regular expression: [0-9], not \d
 *	format		date, month, markdown, markdown-inline, uri or email
 *	default		a scalar or a list of scalars
 * and our own:
 *	x-file		the file in which the key lives: kader.yaml
 *	x-ref		the value must occur at this path from the root, which
 *			runs through lists: kader.themas.id
 *	x-select	{ from: path, where: { field: text or .field } }: the
 *			key becomes a list of the items at path whose fields
 *			equal the text, or the field beside the key
 */
struct schema *schema_load(struct arena *, struct diag *d, const char *path);

/* What a schema calls itself: "Rapportage". */
struct str schema_title(const struct schema *);

/* True if a map may have this key, by name. */
bool schema_has_property(const struct schema *, struct str name);

/*
 * Check v and complete it: defaults are filled in, optional keys that are not
 * there become VALUE_NULL (so that templates may name them), dates, months,
 * numbers and lists get their facets.  False if there was a fault.
 */
bool schema_check(const struct schema *, struct arena *, struct diag *d,
    struct value *v);
/*
 * The same by the schema in a file, for what is checked once; v, or NULL after
 * telling d.  v is NULL if it could not be read: so that this stands around
 * yaml_load, and the faults of the schema are told as well.
 */
struct value *schema_apply(struct arena *, struct diag *d, const char *path,
    struct value *v);

/*
 * The same for a map that is a part of such a value: the members that are
 * there are checked and completed, no others are asked for or filled in.
 */
bool schema_check_present(const struct schema *, struct arena *,
    struct diag *d, struct value *map);

/*
 * After schema_check: x-ref (a value must occur elsewhere in the tree) and
 * x-select (a list of the items elsewhere in the tree that match).
 */
bool schema_link(const struct schema *, struct arena *, struct diag *d,
    struct value *root);

/*
 * Call visit for every string of v whose schema has format markdown or
 * markdown-inline.
 */
void schema_each_markdown(const struct schema *, struct value *v,
    void (*visit)(void *, struct value *, bool is_inline), void *);

#endif
