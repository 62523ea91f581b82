/* page_parts.c -- stage 5b: running heads, page numbers, bookmarks */
#include "page_parts.h"

#include <math.h>

#include "../../document/label.h"
#include "../../document/names.h"

/* Of the width of the text: what the chapter may take of the running head if
   the title asks for the rest. */
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

		if (!*slot)
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

	if (!inline_text)
		return NULL;
	return paragraph_break(b, inline_text,
	    inline_max_width(inline_text) + 1, 0)->lines;
}

/*
 * The space before the number keeps it apart from the title for who copies or
 * hears the line.
 */
static void
fill_reference(struct builder *b, const struct page_reference *r,
    struct str number)
{
	struct item *item = &b->layout->pages[r->page].items[r->item];
	struct font *font = r->style->font;
	const struct shaped_word *words[] = { font_shape(font, STR(" ")),
		font_shape(font, number) };
	double size = r->style->size;
	struct placed_glyph *glyphs = arena_array(b->arena,
	    words[0]->n + words[1]->n, sizeof *glyphs);
	double x = 0;

	item->width = (words[0]->advance + words[1]->advance) * size;
	item->x = r->right - item->width;
	item->height = size;
	item->color = r->style->color;
	item->font = font;
	item->text = arena_printf(b->arena, " %s", number.s);
	item->glyphs = glyphs;
	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; i < words[w]->n; i++) {
			const struct shaped_glyph *g = &words[w]->glyphs[i];

			glyphs[item->n_glyphs++] = (struct placed_glyph){
				x, g->id, g->bytes };
			x += g->advance * size;
		}
}

void
page_put_labels(struct builder *b, const struct page_kind *kinds)
{
	long number = 0;

	for (size_t i = 0; i < b->layout->n_pages; i++) {
		if (i > 0 && kinds[i].front != kinds[i - 1].front)
			number = 0;
		number++;
		b->layout->pages[i].label = kinds[i].front ?
		    label_roman(b->arena, number) :
		    arena_printf(b->arena, "%ld", number);
	}
}

void
page_fill_references(struct placer *p)
{
	struct builder *b = p->builder;
	struct names *names = find_destinations(b);

	for (size_t i = 0; i < p->n_references; i++) {
		const struct page_reference *r = &p->references[i];
		const struct destination *d = names_find(names, r->target);

		fill_reference(b, r, b->layout->pages[!d ? r->page :
		    d->page].label);
	}
}

static double
width_of(struct builder *b, struct str text, const struct style *style)
{
	struct inline_text *t = inline_from(b, text, style, TAG_HEADER);

	return !t ? 0 : inline_max_width(t);
}

/*
 * The text, cut behind a word with … if it is wider than width.  The end of
 * "Title – gemeente X" stays, since that tells reports apart.
 */
static struct str
shorten(struct builder *b, struct str text, const struct style *style,
    double width)
{
	static const char dash[] = " – ";
	size_t at = str_find(text, dash, 0);
	struct str tail = at == (size_t)-1 ? STR("") :
	    str_slice(text, at, text.n);
	struct str start = str_slice(text, 0, text.n - tail.n), shown = text;

	while (start.n > 0 && width_of(b, shown, style) > width) {
		while (start.n > 0 && start.s[start.n - 1] != ' ')
			start.n--;
		start = str_trim(start);
		shown = arena_printf(b->arena, "%.*s …%.*s", (int)start.n,
		    start.s, (int)tail.n, tail.s);
	}
	return start.n > 0 ? shown : tail.n > 0 ? shorten(b,
	    str_slice(tail, sizeof dash - 1, tail.n), style, width) : start;
}

/* One line at x, or ending there. */
static void
put_line(struct builder *b, size_t index, const struct line *line, double x,
    double y)
{
	struct laid_page page = b->layout->pages[index];
	struct placer p = { .builder = b, .page = &page, .index = index };
	const struct paragraph paragraph = { .lines = (struct line *)line,
		.n = 1 };

	if (!line)
		return;
	place_paragraph(&p, &paragraph, x - line->x, y);
	b->layout->pages[index] = page;
}

/* What the heads of the pages need; made once for each chapter. */
struct heads {
	struct builder *builder;
	const struct style *style, *number_style;
	bool has_chapter;
	const struct line *title[2], *chapter[2];	/* upright, turned */
};

static void
put_head(struct heads *h, size_t index, const struct sheet *sheet,
    bool turned)
{
	const struct line *chapter = h->chapter[turned];

	put_line(h->builder, index, h->title[turned], sheet->margin.left,
	    sheet->head);
	if (chapter)
		put_line(h->builder, index, chapter, sheet->width -
		    sheet->margin.right - chapter->width, sheet->head);
}

/* "Pagina 2 van 3" */
static struct str
number_text(struct builder *b, const struct sheet *sheet, struct str label)
{
	static const struct { const char *name; size_t n; } holes[] = {
		{ "{nummer}", 8 }, { "{aantal}", 8 } };
	struct str values[2] = { label, arena_printf(b->arena, "%zu",
	    b->layout->n_pages) }, text = sheet->number;

	if (text.n == 0)
		return label;
	for (size_t i = 0; i < 2; i++) {
		size_t at = str_find(text, holes[i].name, 0);

		if (at == (size_t)-1)
			continue;
		text = arena_printf(b->arena, "%.*s%s%s", (int)at, text.s,
		    values[i].s, text.s + at + holes[i].n);
	}
	return text;
}

static void
put_number(struct heads *h, size_t index, const struct sheet *sheet)
{
	struct builder *b = h->builder;
	const struct style *style = h->number_style;
	struct laid_page *page = &b->layout->pages[index];
	const struct line *line;
	double left = sheet->margin.left, room;

	line = one_line(b, number_text(b, sheet, page->label), style,
	    TAG_FOOTER);
	if (!line)
		return;
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

		double left = width - head_gap - width_of(b,
		    b->document->title, h->style);

		h->chapter[turned] = NULL;
		if (chapter && h->has_chapter)
			h->chapter[turned] = head_line(h,
			    heading_text(b, chapter),
			    fmax(left, width * chapter_part));
		if (h->chapter[turned])
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

		if (heading->level != 2 || !d)
			continue;
		if (!chapters[d->page])
			chapters[d->page] = heading;
		latest[d->page] = heading;
	}
	for (size_t i = 0; i < layout->n_pages; i++) {
		if (!chapters[i])
			chapters[i] = last;
		if (latest[i])
			last = latest[i];
	}
	return chapters;
}

void
page_put_heads(struct builder *b, const struct page_kind *kinds)
{
	struct node root = { .element = ELEMENT_HTML };
	const struct style *style = theme_style(b->theme, &root, NULL);
	const struct heading **chapters = find_chapters(b), *last = NULL;
	struct heads h = { .builder = b };

	/* a letter only tells which letter it is */
	h.has_chapter = theme_first_sheet(b->theme) ==
	    theme_sheet(b->theme, false);
	h.style = theme_class(b->theme, "kopregel", style);
	h.number_style = theme_class(b->theme, "paginanummer", style);
	make_head(&h, NULL);
	for (size_t i = 0; i < b->layout->n_pages; i++) {
		const struct sheet *sheet = i == 0 && !kinds[i].turned ?
		    theme_first_sheet(b->theme) :
		    theme_sheet(b->theme, kinds[i].turned);

		if (kinds[i].bare) {
			b->layout->pages[i].label = STR("");
			continue;
		}
		if (chapters[i] != last)
			make_head(&h, chapters[i]);
		last = chapters[i];
		/* a letter has its own head */
		if (sheet == theme_sheet(b->theme, kinds[i].turned))
			put_head(&h, i, sheet, kinds[i].turned);
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
		if (names_find(names, heading->id))
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
		struct laid_page *page = &b->layout->pages[i];
		size_t n = 0;

		for (size_t k = 0; k < page->n_links; k++)
			if (page->links[k].is_uri ||
			    names_find(names, page->links[k].target))
				page->links[n++] = page->links[k];
		page->n_links = n;
	}
}
