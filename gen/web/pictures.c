/* pictures.c -- stage 5a: where pictures are */
#include "pictures.h"

/* The part of path behind folder and a slash; s NULL if it is elsewhere. */
static struct str
below(struct str path, struct str folder)
{
	if (path.n > folder.n + 1 && str_starts(path, folder.s) &&
	    path.s[folder.n] == '/')
		return str_slice(path, folder.n + 1, path.n);
	return (struct str){ NULL, 0 };
}

/* Templates write the way up to out/ before it: {{site.basis}}assets/… */
static struct str
without_way_up(struct str path)
{
	while (str_starts(path, "../"))
		path = str_slice(path, 3, path.n);
	return path;
}

static void
add_file(struct arena *a, struct picture_list *list, struct str from,
    struct str to)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->files[i].to, to))
			return;
	list->files = arena_grow(a, list->files, list->n,
	    sizeof *list->files);
	list->files[list->n++] = (struct picture_file){ from, to };
}

static void
place(struct arena *a, struct node *img, const struct picture_roots *roots,
    struct picture_list *list)
{
	const struct str *src = node_attribute(img, "src");
	struct str file, rest, to;

	if (!src)
		return;
	rest = below(without_way_up(*src), STR("assets"));
	file = *src;
	if (rest.s)
		file = arena_printf(a, "%s/%.*s", roots->assets.s,
		    (int)rest.n, rest.s);
	else
		rest = below(*src, roots->assets);
	if (rest.s) {
		to = arena_printf(a, "assets/%.*s", (int)rest.n, rest.s);
	} else {
		rest = below(*src, roots->content);
		if (!rest.s)
			return;
		to = arena_dup(a, rest);
		add_file(a, list, file, to);
	}
	node_set(a, img, "data-ts-file", file);
	node_set(a, img, "src", arena_printf(a, "%s%s", roots->base.s, to.s));
}

void
pictures_place(struct arena *a, struct document *document,
    const struct picture_roots *roots, struct picture_list *list)
{
	struct node *next;

	for (struct node *n = document->root; n; n = next) {
		next = node_next(n, document->root);
		if (n->element == ELEMENT_IMG)
			place(a, n, roots, list);
	}
}
