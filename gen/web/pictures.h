/* pictures.h -- where pictures are: for the browser and for the typesetter */
#ifndef WEB_PICTURES_H
#define WEB_PICTURES_H

#include "../document/document.h"

/* The folders as the options name them, and the way from the page to out/. */
struct picture_roots {
	struct str content, assets;
	struct str base;	/* "../../../" */
};

/* A file that has to stand below out/ as well. */
struct picture_file {
	struct str from;	/* path that can be opened */
	struct str to;		/* below out/ */
};

struct picture_list {
	struct picture_file *files;
	size_t n;
};

/*
 * Templates and Markdown name a picture by its file in assets/ or content/.
 * Give each <img> the address that a browser needs as src and keep the path
 * of the file as data-ts-file; the pictures of content/ go into list.
 */
void pictures_place(struct arena *, struct document *,
    const struct picture_roots *, struct picture_list *list);

#endif
