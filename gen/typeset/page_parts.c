/* page_parts.c -- stage 5b: running heads, page numbers, bookmarks */
#include "page_parts.h"

#include <math.h>

#include "../document/names.h"

/* Of the width of the text: what the chapter may take of the running head;
   the title has the rest. */
static const double chapter_part = 0.5;
static const double head_gap = 20;	/* between them */

/* Destination of each id. */
static struct names *
find_destinations(struct builder *b)
{
	struct names *names = names_new(b->arena);
	struct layout *layout = b->layout;

	for (size_t i = 0; i < layout->n_destinations; i++) {
		struct destination *d = &layout->destinations[i];
		void **slot = names_slot(names, d->id);

		if (*slot == NULL)
			*slot = d;
	}
	return names;
}

/* A text of one line in a style; it is made anew for each use. */
static const struct line *
one_line(struct builder *b, struct str text, const struct style *style,
    int tag)
{
	struct inline_text *inline_text = inline_from(b, text, style, tag);

	if (inline_text == NULL)
		return NULL;
	return paragraph_break(b, inline_text,
	    inline_max_width(inline_text) + 1, 0)->lines;
}

static void
fill_reference(struct builder *b, const struct page_reference *r,
    struct str number)
{
	struct page *page = &b->layout->pages[r->page];
	struct item *item = &page->items[r->item];
	struct link *link = &page->links[r->link];
	const struct line *line = one_line(b, number, r->style, item->tag);
	const struct run *run = line->runs;
	double x = r->right - run->width;

	item->x = x;
	item->width = run->width;
	item->height = run->size;
	item->color = run->color;
	item->font = run->font;
	item->text = run->text;
	item->glyphs = run->glyphs;
	item->n_glyphs = run->n_glyphs;
	for (size_t i = 0; i < run->n_glyphs; i++)
		item->glyphs[i].x += x - run->x;
	link->x = x;
	link->width = run->width;
}

void
page_fill_references(struct placer *p)
{
	struct builder *b = p->builder;
	struct names *names = find_destinations(b);

	for (size_t i = 0; i < p->n_references; i++) {
		const struct page_reference *r = &p->references[i];
		const struct destination *d = names_find(names, r->target);
		struct str number = arena_printf(b->arena, "%zu",
		    d == NULL ? r->page + 1 : d->page + 1);

		fill_reference(b, r, number);
	}
}

/* The text, cut behind a word with … if it is wider than width. */
static struct str
shorten(struct builder *b, struct str text, const struct style *style,
    double width)
{
	struct str whole = text;

	while (text.n > 0) {
		struct str shown = text.n == whole.n ? text :
		    arena_printf(b->arena, "%.*s …", (int)text.n, text.s);
		struct inline_text *inline_text = inline_from(b, shown, style,
		    TAG_HEADER);

		if (inline_text == NULL ||
		    inline_max_width(inline_text) <= width)
			return shown;
		while (text.n > 0 && text.s[text.n - 1] != ' ')
			text.n--;
		text = str_trim(text);
	}
	return text;
}

/* One line at x, or ending there. */
static void
put_line(struct builder *b, size_t index, const struct line *line, double x,
    double y)
{
	struct page page = b->layout->pages[index];
	struct placer p = { .builder = b, .page = &page, .index = index };
	const struct paragraph paragraph = { .lines = (struct line *)line,
		.n = 1 };

	if (line == NULL)
		return;
	place_paragraph(&p, &paragraph, x - line->x, y);
	b->layout->pages[index] = page;
}

/* What the heads of the pages need; made once for each chapter. */
struct heads {
	struct builder *builder;
	const struct style *style, *number_style;
	const struct line *title[2], *chapter[2];	/* upright, turned */
};

static void
put_head(struct heads *h, size_t index, const struct sheet *sheet,
    bool turned)
{
	const struct line *chapter = h->chapter[turned];

	put_line(h->builder, index, h->title[turned], sheet->margin.left,
	    sheet->head);
	if (chapter != NULL)
		put_line(h->builder, index, chapter, sheet->width -
		    sheet->margin.right - chapter->width, sheet->head);
}

static void
put_number(struct heads *h, size_t index, const struct sheet *sheet)
{
	struct builder *b = h->builder;
	const struct style *style = h->number_style;
	struct page *page = &b->layout->pages[index];
	const struct line *line;
	double left = sheet->margin.left, room;

	page->label = arena_printf(b->arena, "%zu", index + 1);
	line = one_line(b, page->label, style, TAG_FOOTER);
	room = sheet->width - sheet->margin.right - left - line->width;
	if (style->align == ALIGN_RIGHT)
		left += room;
	else if (style->align == ALIGN_CENTER)
		left += room / 2;
	put_line(b, index, line, left,
	    sheet->height - sheet->foot - line->height);
}

/* "3.2 Regie", "Bijlage 1: Partijen" */
static struct str
heading_text(struct builder *b, const struct heading *heading)
{
	struct str number = heading->number;
	bool is_word = number.n > 0 &&
	    (number.s[0] < '0' || number.s[0] > '9');

	if (number.n == 0)
		return heading->text;
	return arena_printf(b->arena, "%.*s%s %.*s", (int)number.n, number.s,
	    is_word ? ":" : "", (int)heading->text.n, heading->text.s);
}

static const struct line *
head_line(struct heads *h, struct str text, double width)
{
	return one_line(h->builder, shorten(h->builder, text, h->style,
	    width), h->style, TAG_HEADER);
}

static void
make_head(struct heads *h, const struct heading *chapter)
{
	struct builder *b = h->builder;

	for (int turned = 0; turned < 2; turned++) {
		const struct sheet *sheet = theme_sheet(b->theme, turned);
		double width = sheet->width - sheet->margin.left -
		    sheet->margin.right;

		h->chapter[turned] = NULL;
		if (chapter != NULL)
			h->chapter[turned] = head_line(h,
			    heading_text(b, chapter), width * chapter_part);
		if (h->chapter[turned] != NULL)
			width -= h->chapter[turned]->width + head_gap;
		h->title[turned] = head_line(h, b->document->title, width);
	}
}

/* The chapter of each page: the first that begins on it, else the last. */
static const struct heading **
find_chapters(struct builder *b)
{
	const struct document *document = b->document;
	struct layout *layout = b->layout;
	struct names *names = find_destinations(b);
	const struct heading **chapters = arena_array(b->arena,
	    layout->n_pages + 1, sizeof *chapters);
	const struct heading **latest = arena_array(b->arena,
	    layout->n_pages + 1, sizeof *latest), *last = NULL;

	for (size_t i = 0; i < document->n_headings; i++) {
		const struct heading *heading = &document->headings[i];
		const struct destination *d = names_find(names, heading->id);

		if (heading->level != 2 || d == NULL)
			continue;
		if (chapters[d->page] == NULL)
			chapters[d->page] = heading;
		latest[d->page] = heading;
	}
	for (size_t i = 0; i < layout->n_pages; i++) {
		if (chapters[i] == NULL)
			chapters[i] = last;
		if (latest[i] != NULL)
			last = latest[i];
	}
	return chapters;
}

void
page_put_heads(struct builder *b, const bool *bare, const bool *turned)
{
	struct node root = { .element = ELEMENT_HTML };
	const struct style *style = theme_style(b->theme, &root, NULL);
	const struct heading **chapters = find_chapters(b), *last = NULL;
	struct heads h = { .builder = b };

	h.style = theme_class(b->theme, "kopregel", style);
	h.number_style = theme_class(b->theme, "paginanummer", style);
	make_head(&h, NULL);
	for (size_t i = 0; i < b->layout->n_pages; i++) {
		const struct sheet *sheet = theme_sheet(b->theme, turned[i]);

		if (bare[i])
			continue;
		if (chapters[i] != last)
			make_head(&h, chapters[i]);
		last = chapters[i];
		put_head(&h, i, sheet, turned[i]);
		put_number(&h, i, sheet);
	}
}

void
page_put_bookmarks(struct builder *b)
{
	const struct document *document = b->document;
	struct layout *layout = b->layout;
	struct names *names = find_destinations(b);

	layout->bookmarks = arena_array(b->arena, document->n_headings + 1,
	    sizeof *layout->bookmarks);
	for (size_t i = 0; i < document->n_headings; i++) {
		const struct heading *heading = &document->headings[i];
		if (names_find(names, heading->id) != NULL)
			layout->bookmarks[layout->n_bookmarks++] =
			    (struct bookmark){ heading_text(b, heading),
				heading->level, heading->id };
	}
}

void
page_check_links(struct builder *b)
{
	struct names *names = find_destinations(b);

	for (size_t i = 0; i < b->layout->n_pages; i++) {
		struct page *page = &b->layout->pages[i];
		size_t n = 0;

		for (size_t k = 0; k < page->n_links; k++)
			if (page->links[k].is_uri ||
			    names_find(names, page->links[k].target) != NULL)
				page->links[n++] = page->links[k];
		page->n_links = n;
	}
}
