/* structure.c -- stage 6: the structure tree as PDF objects */
#include "structure.h"

#include <stdint.h>
#include <stdlib.h>

enum { NONE = -1 };

/* Where a tag stands among the others and in the order of drawing. */
struct branch {
	int first_child, next;	/* tags; NONE at the end */
	int first_mark;		/* NONE: no content of its own */
	int first_link;		/* index of a link, or NONE */
	size_t drawn;		/* first mark at or below it; SIZE_MAX: none */
	double box[4];		/* of its pictures: left, top, right, bottom */
	size_t box_page;
};

struct writer {
	const struct structure *s;
	struct buf *out;
	struct branch *places;
	int *next_mark;		/* of the same tag, for each mark */
	int *next_link;
	size_t *link_pages;	/* page of each link */
};

/* Lists are built from the back, so that they come out in order. */
static void
link_marks(struct writer *w)
{
	const struct marks *m = w->s->marks;

	w->next_mark = arena_array(w->s->update->arena, m->n + 1, sizeof(int));
	for (size_t i = m->n; i-- > 0; ) {
		int tag = m->list[i].tag;

		if (tag < 0)
			continue;
		w->next_mark[i] = w->places[tag].first_mark;
		w->places[tag].first_mark = (int)i;
		w->places[tag].drawn = i;
	}
}

static void
link_tags(struct writer *w)
{
	const struct layout *l = w->s->layout;

	for (size_t i = l->n_tags; i-- > 0; ) {
		int parent = l->tags[i].parent;

		if (parent < 0)
			continue;
		w->places[i].next = w->places[parent].first_child;
		w->places[parent].first_child = (int)i;
		if (w->places[i].drawn < w->places[parent].drawn)
			w->places[parent].drawn = w->places[i].drawn;
	}
}

static void
link_links(struct writer *w)
{
	const struct layout *l = w->s->layout;
	size_t k = w->s->n_links;

	w->next_link = arena_array(w->s->update->arena, k + 1, sizeof(int));
	w->link_pages = arena_array(w->s->update->arena, k + 1,
	    sizeof(size_t));
	for (size_t p = l->n_pages; p-- > 0; )
		for (size_t i = l->pages[p].n_links; i-- > 0; ) {
			struct branch *place =
			    &w->places[l->pages[p].links[i].tag];

			k--;
			w->link_pages[k] = p;
			w->next_link[k] = place->first_link;
			place->first_link = (int)k;
		}
}

static void
grow_box(struct branch *place, const struct item *item, size_t page)
{
	double *box = place->box;

	if (box[2] <= box[0]) {
		box[0] = item->x;
		box[1] = item->y;
		place->box_page = page;
	}
	if (item->x + item->width > box[2])
		box[2] = item->x + item->width;
	if (item->y + item->height > box[3])
		box[3] = item->y + item->height;
}

static void
measure_pictures(struct writer *w)
{
	const struct layout *l = w->s->layout;

	for (size_t p = 0; p < l->n_pages; p++)
		for (size_t i = 0; i < l->pages[p].n_items; i++) {
			const struct item *item = &l->pages[p].items[i];

			if (item->kind == ITEM_PICTURE && item->tag >= 0)
				grow_box(&w->places[item->tag], item, p);
		}
}

/* Table 349: attributes of table cells. */
static void
write_cell_attributes(const struct tag *tag, struct buf *out)
{
	buf_adds(out, "<< /O /Table");
	if (tag->scope)
		buf_addf(out, " /Scope /%s", tag->scope);
	if (tag->columns > 1)
		buf_addf(out, " /ColSpan %d", tag->columns);
	if (tag->rows > 1)
		buf_addf(out, " /RowSpan %d", tag->rows);
	buf_adds(out, " >>");
}

/* Table 343: pictures stand apart and tell their box, y from below. */
static void
write_box(struct writer *w, const struct branch *place)
{
	double height = w->s->layout->pages[place->box_page].height;
	const double box[] = { place->box[0], height - place->box[3],
		place->box[2], height - place->box[1] };

	buf_adds(w->out, "<< /O /Layout /Placement /Block /BBox [");
	for (size_t i = 0; i < 4; i++) {
		buf_addc(w->out, ' ');
		pdf_add_number(w->out, box[i]);
	}
	buf_adds(w->out, " ] >>");
}

static void
write_attributes(struct writer *w, size_t i)
{
	const struct tag *tag = &w->s->layout->tags[i];
	const struct branch *place = &w->places[i];
	bool cell = tag->scope || tag->columns > 1 || tag->rows > 1;

	if (!cell && !tag->numbering && place->box[2] <= place->box[0])
		return;
	buf_adds(w->out, " /A ");
	if (cell)
		write_cell_attributes(tag, w->out);
	else if (tag->numbering)
		buf_addf(w->out, "<< /O /List /ListNumbering /%s >>",
		    tag->numbering);
	else
		write_box(w, place);
}

static void
write_text_key(struct buf *out, const char *key, struct str text)
{
	if (!text.n)
		return;
	buf_addf(out, " /%s ", key);
	pdf_add_text(out, text);
}

/* Content on the element's own page is a number, elsewhere a reference. */
static void
write_mark(struct writer *w, int mark, size_t own_page)
{
	size_t page = w->s->marks->list[mark].page;
	int id = w->s->ids[mark];

	if (page == own_page)
		buf_addf(w->out, " %d", id);
	else
		buf_addf(w->out, " << /Type /MCR /Pg %d 0 R /MCID %d >>",
		    w->s->pages[page], id);
}

/* Own content and child elements, merged in the order of drawing. */
static void
write_kids(struct writer *w, const struct branch *place, size_t own_page)
{
	int mark = place->first_mark, child = place->first_child;

	buf_adds(w->out, " /K [");
	while (mark != NONE || child != NONE) {
		if (child == NONE || (mark != NONE &&
		    w->places[child].drawn != SIZE_MAX &&
		    (size_t)mark < w->places[child].drawn)) {
			write_mark(w, mark, own_page);
			mark = w->next_mark[mark];
		} else {
			buf_addf(w->out, " %d 0 R", w->s->first_tag + child);
			child = w->places[child].next;
		}
	}
	for (int i = place->first_link; i != NONE; i = w->next_link[i])
		buf_addf(w->out, " << /Type /OBJR /Pg %d 0 R /Obj %d 0 R >>",
		    w->s->pages[w->link_pages[i]], w->s->first_link + i);
	buf_adds(w->out, " ]");
}

static void
write_element(struct writer *w, size_t i)
{
	const struct tag *tag = &w->s->layout->tags[i];
	const struct branch *place = &w->places[i];
	size_t page = SIZE_MAX;

	update_begin(w->s->update, w->s->first_tag + (int)i);
	buf_addf(w->out, "<< /Type /StructElem /S /%s /P %d 0 R", tag->type,
	    tag->parent < 0 ? w->s->root : w->s->first_tag + tag->parent);
	if (place->first_mark != NONE) {
		page = w->s->marks->list[place->first_mark].page;
		buf_addf(w->out, " /Pg %d 0 R", w->s->pages[page]);
	}
	write_text_key(w->out, "Alt", tag->alt);
	write_text_key(w->out, "Lang", tag->language);
	write_text_key(w->out, "E", tag->expansion);
	if (tag->id.n) {
		buf_adds(w->out, " /ID ");
		pdf_add_bytes(w->out, tag->id);
	}
	write_attributes(w, i);
	write_kids(w, place, page);
	buf_adds(w->out, " >>");
	update_end(w->s->update);
}

/* For each page its elements by identifier; for each link its element. */
static void
write_parent_tree(struct writer *w)
{
	const struct layout *l = w->s->layout;
	const struct marks *m = w->s->marks;
	size_t mark = 0, key = l->n_pages;

	buf_adds(w->out, " /ParentTree << /Nums [");
	for (size_t p = 0; p < l->n_pages; p++) {
		buf_addf(w->out, "\n%zu [", p);
		for (; mark < m->n && m->list[mark].page == p; mark++)
			if (w->s->ids[mark] >= 0)
				buf_addf(w->out, " %d 0 R",
				    w->s->first_tag + m->list[mark].tag);
		buf_adds(w->out, " ]");
	}
	for (size_t p = 0; p < l->n_pages; p++)
		for (size_t i = 0; i < l->pages[p].n_links; i++)
			buf_addf(w->out, "\n%zu %d 0 R", key++,
			    w->s->first_tag + l->pages[p].links[i].tag);
	buf_addf(w->out, " ] >> /ParentTreeNextKey %zu", key);
}

struct identified {
	struct str id;
	int object;
};

static int
compare_ids(const void *a, const void *b)
{
	return str_compare(((const struct identified *)a)->id,
	    ((const struct identified *)b)->id);
}

static void
write_id_tree(struct writer *w)
{
	const struct layout *l = w->s->layout;
	struct identified *list = arena_array(w->s->update->arena,
	    l->n_tags + 1, sizeof *list);
	size_t n = 0;

	for (size_t i = 0; i < l->n_tags; i++)
		if (l->tags[i].id.n)
			list[n++] = (struct identified){ l->tags[i].id,
				w->s->first_tag + (int)i };
	if (!n)
		return;
	qsort(list, n, sizeof *list, compare_ids);
	buf_adds(w->out, " /IDTree << /Names [");
	for (size_t i = 0; i < n; i++) {
		buf_addc(w->out, ' ');
		pdf_add_bytes(w->out, list[i].id);
		buf_addf(w->out, " %d 0 R", list[i].object);
	}
	buf_adds(w->out, " ] >>");
}

static void
write_root(struct writer *w)
{
	const struct layout *l = w->s->layout;

	update_begin(w->s->update, w->s->root);
	buf_adds(w->out, "<< /Type /StructTreeRoot /K [");
	for (size_t i = 0; i < l->n_tags; i++)
		if (l->tags[i].parent < 0)
			buf_addf(w->out, " %d 0 R",
			    w->s->first_tag + (int)i);
	buf_adds(w->out, " ]");
	write_parent_tree(w);
	write_id_tree(w);
	buf_adds(w->out, " >>");
	update_end(w->s->update);
}

void
structure_write(const struct structure *s)
{
	struct writer w = { .s = s, .out = s->update->out };
	size_t n = s->layout->n_tags;

	w.places = arena_array(s->update->arena, n + 1, sizeof *w.places);
	for (size_t i = 0; i < n; i++)
		w.places[i] = (struct branch){ NONE, NONE, NONE, NONE,
			SIZE_MAX, { 0 }, 0 };
	link_marks(&w);
	link_tags(&w);
	link_links(&w);
	measure_pictures(&w);
	for (size_t i = 0; i < n; i++)
		write_element(&w, i);
	write_root(&w);
}
