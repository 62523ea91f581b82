/* label.h -- stage 4: what stands before the items of a list */
#ifndef DOCUMENT_LABEL_H
#define DOCUMENT_LABEL_H

#include "node.h"

/* The number of the first item of an ol: its start attribute, or 1. */
long label_start(const struct node *list);
/* The number of an item: its value attribute, or next. */
long label_value(const struct node *item, long next);
/* "3.", "c." or "iii.", by the type attribute of the ol. */
struct str label_number(struct arena *, const struct node *list, long number);

/* "iv" */
struct str label_roman(struct arena *, long number);

#endif
