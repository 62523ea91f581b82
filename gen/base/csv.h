/* csv.h -- tables for a spreadsheet (RFC 4180), with semicolons */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "buf.h"

/* The first line, from names that end in NULL. */
void csv_names(struct buf *, const char *const *names);
/* A cell of a row; csv_end behind the last one. */
void csv_cell(struct buf *, struct str);
void csv_end(struct buf *);

#endif
