/* yaml_write.h -- a tree of values -> YAML, for the files that we keep */
#ifndef CONTENT_YAML_WRITE_H
#define CONTENT_YAML_WRITE_H

#include "../value/value.h"
#include "../../base/buf.h"

/*
 * Append a map as YAML that yaml_parse reads as the same tree: one key a
 * line, and a text between double quotes unless it is made of plain words.
 * Keys without a value (VALUE_NULL) are left out, and so are facets.
 */
void yaml_write(const struct value *map, struct buf *out);

#endif
