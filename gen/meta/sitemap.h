/* sitemap.h -- stage 5a: metadata -> sitemap of the Woo (DiWoo 0.9.8) */
#ifndef META_SITEMAP_H
#define META_SITEMAP_H

#include "../base/buf.h"
#include "../content/value/value.h"

/*
 * A harvester reads robots.txt, which names an index for each category of
 * the Woo; the index names sitemaps, and these hold the documents: every
 * <url> is a file, with its metadata (standaarden.overheid.nl/diwoo).
 */

enum {
	SITEMAP_INDEXES = 2,
	/* a sitemap has 50 MB at most, and a document takes about 6 kB */
	SITEMAP_MAX_DOCUMENTS = 5000
};

/*
 * True if a document can be in a sitemap: the website has an address, the
 * document a day of vaststelling, and it is not made up.
 */
bool sitemap_takes(const struct value *metadata);
/*
 * The two <url>s of such a document, its page and its PDF.  metadata as in
 * metadata.h; one that is withdrawn is there with the reason.
 */
void sitemap_document(const struct value *metadata, struct buf *out);

void sitemap_open(struct buf *out);
void sitemap_close(struct buf *out);

/* Which of the indexes has the category of this document. */
size_t sitemap_index_of(const struct value *metadata);
/* What the names of the files of an index end with: "-infocat015". */
const char *sitemap_suffix(size_t index);
void sitemap_index_open(struct buf *out);
void sitemap_index_add(struct str address, struct str changed,
    struct buf *out);
void sitemap_index_close(struct buf *out);

#endif
