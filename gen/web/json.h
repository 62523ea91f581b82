/* json.h -- stage 5a: tree of values -> JSON (RFC 8259) */
#ifndef WEB_JSON_H
#define WEB_JSON_H

#include "../base/buf.h"
#include "../content/value/value.h"

/*
 * Append a value.  Dates come in their ISO form, Markdown as XHTML with each
 * footnote as <span class="voetnoot"> at its call.  Keys that are not there
 * (VALUE_NULL) are left out, and so are lists made by x-select: their items
 * stand elsewhere.
 */
void json_value(const struct value *, struct buf *out);
void json_string(struct str, struct buf *out);

/*
 * What a report itself says: the members of data that come from the files in
 * the folder of its rapport.yaml, without what it inherits.
 */
void json_report(struct arena *, const struct value *data, struct buf *out);

#endif
