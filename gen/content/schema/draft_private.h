/* draft_private.h -- stage 2: the parts of schema_draft; for its files only */
#ifndef CONTENT_DRAFT_PRIVATE_H
#define CONTENT_DRAFT_PRIVATE_H

#include "../../base/buf.h"
#include "draft.h"
#include "view.h"

/* A scalar of the draft: x-ref may ask for it. */
struct drafted {
	struct str path;	/* "themas.id"; a list adds nothing to it */
	struct str text;
};

struct draft {
	struct arena *arena;
	const struct draft_order *order;
	struct buf *out;
	struct drafted *drafted;
	size_t n_drafted;
	struct str *targets;	/* paths that an x-ref leads to */
	size_t n_targets;
	bool dash;		/* the next key is the first of an item */
};

/* Where something stands. */
struct spot {
	struct str path;
	struct str about;	/* the nearest description */
	unsigned indent;	/* columns before the keys */
	int depth;		/* 0: at the top of a file */
	bool is_markdown;	/* the front matter of a .md file */
	bool is_bare;		/* without what may be left out */
};

void draft_remember(struct draft *, struct str path, struct str text);
bool draft_has(const struct draft *, struct str path);
/* True if a text that is there already has {{PATH}}. */
bool draft_is_used(const struct draft *, struct str path);

/* True if the writer can put words there, and the draft says which. */
bool draft_takes_words(const struct draft *, const struct schema *rules,
    struct str path);
/*
 * The YAML of any other scalar; *is_open if it is only there for the form.
 */
struct str draft_scalar(struct draft *, const struct schema *rules,
    struct str path, bool *is_open);
/* "Vul in: de kop boven de bevinding", from its description. */
struct str draft_words(struct draft *, struct str about);

/* Text in lines that fit the page, each behind indent spaces and mark. */
void draft_wrap(struct draft *, unsigned indent, const char *mark,
    struct str text);

#endif
