/* page_dump.c -- stage 5b: the pages as text, one line an item */
#include "../../base/buf.h"
#include "../look/font.h"
#include "../page.h"

static void
dump_tag(const struct layout *layout, int tag, struct buf *out)
{
	static const char *const artifacts[] = { "header", "footer", "layout",
		"background" };

	if (tag < 0)
		buf_addf(out, " (%s)", artifacts[TAG_HEADER - tag]);
	else
		buf_addf(out, " %s#%d", layout->tags[tag].type, tag);
}

static void
dump_color(struct color c, struct buf *out)
{
	buf_addf(out, " #%02x%02x%02x", (unsigned)(c.red * 255 + 0.5),
	    (unsigned)(c.green * 255 + 0.5), (unsigned)(c.blue * 255 + 0.5));
}

static void
dump_item(const struct layout *layout, const struct item *item,
    struct buf *out)
{
	static const char *const kinds[] = { "text", "fill", "rule",
		"picture" };

	buf_addf(out, "  %s %.1f %.1f %.1f", kinds[item->kind], item->x,
	    item->y, item->width);
	if (item->kind == ITEM_TEXT)
		buf_addf(out, " %s %.2f", font_name(item->font), item->height);
	else
		buf_addf(out, " %.1f", item->height);
	if (item->kind != ITEM_PICTURE)
		dump_color(item->color, out);
	if (item->rise != 0)
		buf_addf(out, " rise %.1f", item->rise);
	dump_tag(layout, item->tag, out);
	if (item->kind == ITEM_TEXT)
		buf_addf(out, " |%.*s|", (int)item->text.n, item->text.s);
	else if (item->kind == ITEM_PICTURE)
		buf_addf(out, " %.*s", (int)item->path.n, item->path.s);
	buf_addc(out, '\n');
}

static void
dump_page(const struct layout *layout, size_t index, struct buf *out)
{
	const struct laid_page *page = &layout->pages[index];

	buf_addf(out, "page %zu %.1f x %.1f label \"%s\"\n", index + 1,
	    page->width, page->height, page->label.n > 0 ? page->label.s :
	    "");
	for (size_t i = 0; i < page->n_items; i++)
		dump_item(layout, &page->items[i], out);
	for (size_t i = 0; i < page->n_links; i++) {
		const struct link *link = &page->links[i];

		buf_addf(out, "  link %.1f %.1f %.1f %.1f", link->x, link->y,
		    link->width, link->height);
		dump_tag(layout, link->tag, out);
		buf_addf(out, " %s%.*s\n", link->is_uri ? "" : "#",
		    (int)link->target.n, link->target.s);
	}
}

static void
dump_tags(const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; i < layout->n_tags; i++) {
		const struct tag *tag = &layout->tags[i];

		buf_addf(out, "tag %zu %s in %d", i, tag->type, tag->parent);
		if (tag->scope)
			buf_addf(out, " scope %s", tag->scope);
		if (tag->columns > 1 || tag->rows > 1)
			buf_addf(out, " %dx%d", tag->columns, tag->rows);
		if (tag->numbering)
			buf_addf(out, " %s", tag->numbering);
		if (tag->language.n > 0)
			buf_addf(out, " lang %s", tag->language.s);
		if (tag->id.n > 0)
			buf_addf(out, " id %s", tag->id.s);
		if (tag->alt.n > 0)
			buf_addf(out, " alt |%s|", tag->alt.s);
		if (tag->expansion.n > 0)
			buf_addf(out, " stands for |%s|", tag->expansion.s);
		if (tag->contents.n > 0)
			buf_addf(out, " contents |%s|", tag->contents.s);
		buf_addc(out, '\n');
	}
}

void
layout_dump(const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; i < layout->n_pages; i++)
		dump_page(layout, i, out);
	for (size_t i = 0; i < layout->n_destinations; i++) {
		const struct destination *d = &layout->destinations[i];

		buf_addf(out, "destination %s page %zu %.1f %.1f\n", d->id.s,
		    d->page + 1, d->x, d->y);
	}
	for (size_t i = 0; i < layout->n_bookmarks; i++) {
		const struct bookmark *m = &layout->bookmarks[i];

		buf_addf(out, "bookmark %d %s |%s|\n", m->level, m->target.s,
		    m->text.s);
	}
	dump_tags(layout, out);
}
