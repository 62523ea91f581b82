/* yaml.h -- stage 1, read: YAML -> tree of values (libyaml) */
#ifndef CONTENT_YAML_H
#define CONTENT_YAML_H

#include "../value/value.h"

struct diag;

/*
 * Read one YAML document.  Scalars are resolved by the YAML 1.2 core schema.
 * Every fault (syntax, duplicate key, tab, alias that refers to itself or
 * explodes, nesting deeper than 64) is told to d with its place; NULL then.
 * JSON is YAML, so this reads JSON as well, with its pairs of surrogates.
 */
struct value *yaml_parse(struct arena *, struct diag *d,
    const struct source *);
/* The same for the first n bytes; VALUE_NULL if they hold no value. */
struct value *yaml_parse_start(struct arena *, struct diag *d,
    const struct source *, size_t n);

/*
 * A Markdown file: YAML front matter between lines of --- (optional), then
 * text.  Gives a map: the front matter's keys and "tekst", a literal string
 * whose loc leads to the lines of the file (line 0 if the text begins on
 * line 1), or VALUE_NULL if there is no text below the front matter.
 */
struct value *yaml_parse_front_matter(struct arena *, struct diag *d,
    const struct source *);

/* Load a file and parse it as YAML.  NULL after telling d why not. */
struct value *yaml_load(struct arena *, struct diag *d, const char *path);
/* The same; a file that holds no map (a list, say) is a fault. */
struct value *yaml_load_map(struct arena *, struct diag *d, const char *path);
/* The same for a file that may be Markdown: its name ends in .md then. */
struct value *yaml_load_any(struct arena *, struct diag *d, const char *path);

#endif
