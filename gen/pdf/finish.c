/*
 * finish.c -- stage 6: cairo's PDF -> PDF/UA-1 and PDF/A-2a.  The only file
 * with qpdf-c.h.
 *
 * Read cairo's file, put an update with our own objects behind it (update.h),
 * read the whole again and let libqpdf write it afresh.
 */
#include "finish.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "../base/diag.h"
#include "content.h"
#include "xmp.h"
#include "structure.h"

struct finisher {
	const struct layout *layout;
	const struct pdf_info *info;
	const struct marks *marks;
	struct update update;
	qpdf_data q;		/* cairo's file */
	int *pages;		/* object number of each page */
	int *ids;		/* of each mark, see content_rewrite */
	const struct destination **destinations;	/* sorted by id */
	int structure, first_tag, first_link, outline;	/* object numbers */
	size_t n_links;
	const char *fault;	/* what went wrong, or NULL */
};

/* An error that was not asked for is printed when q goes. */
static void
close_pdf(qpdf_data *q)
{
	qpdf_get_error(*q);
	qpdf_cleanup(q);
}

/* What is wrong is told by us alone: libqpdf prints nothing. */
static qpdf_data
open_pdf(struct str bytes)
{
	qpdf_data q = qpdf_init();

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read_memory(q, "pdf", bytes.s, bytes.n, NULL) & QPDF_ERRORS)
		close_pdf(&q);
	return q;
}

static const char *
find_pages(struct finisher *f)
{
	size_t n = f->layout->n_pages;

	if ((size_t)qpdf_get_num_pages(f->q) != n)
		return "het aantal pagina’s klopt niet";
	f->pages = arena_array(f->update.arena, n + 1, sizeof *f->pages);
	for (size_t i = 0; i < n; i++) {
		f->pages[i] = qpdf_oh_get_object_id(f->q,
		    qpdf_get_page_n(f->q, i));
		f->n_links += f->layout->pages[i].n_links;
	}
	return NULL;
}

/* The numbers of our objects, in the order of the file. */
static void
reserve_objects(struct finisher *f)
{
	qpdf_oh size = qpdf_oh_get_key(f->q, qpdf_get_trailer(f->q), "/Size");

	f->update.next_id = qpdf_oh_get_int_value_as_int(f->q, size);
	f->structure = update_reserve(&f->update, 1);
	f->first_tag = update_reserve(&f->update, (int)f->layout->n_tags);
	f->first_link = update_reserve(&f->update, (int)f->n_links);
	f->outline = update_reserve(&f->update,
	    (int)f->layout->n_bookmarks + 1);
}

/* A dictionary without its >>, so that keys can be put behind it. */
static void
write_open_dictionary(struct finisher *f, qpdf_oh dictionary)
{
	struct str s = str_from(qpdf_oh_unparse_resolved(f->q, dictionary));

	buf_add(f->update.out, str_slice(s, 0, s.n - 2));
}

static int
compare_destinations(const void *a, const void *b)
{
	const struct destination *const *d = a, *const *e = b;

	return str_compare((*d)->id, (*e)->id);
}

static void
sort_destinations(struct finisher *f)
{
	size_t n = f->layout->n_destinations;

	f->destinations = arena_array(f->update.arena, n + 1,
	    sizeof *f->destinations);
	for (size_t i = 0; i < n; i++)
		f->destinations[i] = &f->layout->destinations[i];
	if (n)
		qsort(f->destinations, n, sizeof *f->destinations,
		    compare_destinations);
}

static const struct destination *
find_destination(const struct finisher *f, struct str id)
{
	const struct destination wanted = { .id = id }, *key = &wanted;
	const struct destination **found = bsearch(&key, f->destinations,
	    f->layout->n_destinations, sizeof *f->destinations,
	    compare_destinations);

	return found ? *found : NULL;
}

/* Page, x and y of a destination; the top of page 1 if it is not there. */
static void
write_target(struct finisher *f, struct str id)
{
	const struct layout *l = f->layout;
	const struct destination *to = find_destination(f, id);
	double height = l->pages[to ? to->page : 0].height;

	buf_addf(f->update.out, "[ %d 0 R /XYZ ", f->pages[to ? to->page : 0]);
	pdf_add_number(f->update.out, to ? to->x : 0);
	buf_addc(f->update.out, ' ');
	pdf_add_number(f->update.out, height - (to ? to->y : 0));
	buf_adds(f->update.out, " null ]");
}

static void
write_rectangle(struct buf *out, const struct laid_page *page,
    const struct link *link)
{
	const double box[] = { link->x, page->height - link->y - link->height,
		link->x + link->width, page->height - link->y };

	buf_adds(out, "/Rect [");
	for (size_t i = 0; i < 4; i++) {
		buf_addc(out, ' ');
		pdf_add_number(out, box[i]);
	}
	buf_adds(out, " ]");
}

/* A link annotation (12.5.6.5) without a border; F 4: it prints. */
static void
write_link(struct finisher *f, const struct laid_page *page, size_t i, size_t k)
{
	const struct link *link = &page->links[i];
	struct buf *out = f->update.out;

	update_begin(&f->update, f->first_link + (int)k);
	buf_adds(out, "<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] ");
	write_rectangle(out, page, link);
	buf_addf(out, " /StructParent %zu /Contents ", f->layout->n_pages + k);
	pdf_add_text(out, f->layout->tags[link->tag].contents);
	if (link->is_uri) {
		buf_adds(out, " /A << /S /URI /URI ");
		pdf_add_bytes(out, link->target);
		buf_adds(out, " >>");
	} else {
		buf_adds(out, " /Dest ");
		write_target(f, link->target);
	}
	buf_adds(out, " >>");
	update_end(&f->update);
}

static const char *
write_content(struct finisher *f, size_t p, qpdf_oh page, size_t *mark)
{
	qpdf_oh contents = qpdf_oh_get_key(f->q, page, "/Contents");
	unsigned char *data = NULL;
	struct buf rewritten = BUF_INIT;
	size_t n = 0, from = *mark;
	const char *fault;

	while (*mark < f->marks->n && f->marks->list[*mark].page == p)
		++*mark;
	if (qpdf_oh_get_page_content_data(f->q, page, &data, &n) & QPDF_ERRORS)
		return "de inhoud van een pagina is onleesbaar";
	fault = content_rewrite((struct str){ (char *)data, n }, f->layout,
	    f->marks->list + from, *mark - from, f->ids + from, &rewritten);
	if (!fault)
		update_stream(&f->update,
		    qpdf_oh_get_object_id(f->q, contents), "",
		    buf_str(&rewritten));
	buf_release(&rewritten);
	free(data);
	return fault;
}

static const char *
write_page(struct finisher *f, size_t p, size_t *mark, size_t *link)
{
	const struct laid_page *page = &f->layout->pages[p];
	qpdf_oh dictionary = qpdf_get_page_n(f->q, p);
	const char *fault = write_content(f, p, dictionary, mark);
	struct buf *out = f->update.out;

	qpdf_oh_remove_key(f->q, dictionary, "/StructParents");
	update_begin(&f->update, f->pages[p]);
	write_open_dictionary(f, dictionary);
	buf_addf(out, "/Tabs /S /StructParents %zu", p);
	if (page->n_links) {
		buf_adds(out, " /Annots [");
		for (size_t i = 0; i < page->n_links; i++)
			buf_addf(out, " %d 0 R",
			    f->first_link + (int)(*link + i));
		buf_adds(out, " ]");
	}
	buf_adds(out, " >>");
	update_end(&f->update);
	for (size_t i = 0; i < page->n_links; i++)
		write_link(f, page, i, (*link)++);
	return fault;
}

static const char *
write_pages(struct finisher *f)
{
	size_t mark = 0, link = 0;
	const char *fault = NULL;

	f->ids = arena_array(f->update.arena, f->marks->n + 1, sizeof *f->ids);
	for (size_t p = 0; !fault && p < f->layout->n_pages; p++)
		fault = write_page(f, p, &mark, &link);
	return fault;
}

/* Index of the next bookmark from i on that is no descendant, or n. */
static size_t
next_bookmark(const struct layout *l, size_t i)
{
	int level = l->bookmarks[i].level;

	for (i++; i < l->n_bookmarks && l->bookmarks[i].level > level; i++)
		;
	return i;
}

/* First and last child of the bookmarks from..to, all of them below one. */
static void
write_outline_kids(struct finisher *f, size_t from, size_t to)
{
	const struct layout *l = f->layout;
	size_t last = from, count = 0;

	if (from >= to)
		return;
	for (size_t i = from; i < to; i = next_bookmark(l, i)) {
		last = i;
		count++;
	}
	buf_addf(f->update.out, " /First %d 0 R /Last %d 0 R /Count %zu",
	    f->outline + 1 + (int)from, f->outline + 1 + (int)last, count);
}

/* The outline item (12.3.3) of a bookmark; its siblings are given or -1. */
static void
write_bookmark(struct finisher *f, size_t i, int parent, int previous)
{
	const struct layout *l = f->layout;
	const struct bookmark *b = &l->bookmarks[i];
	size_t next = next_bookmark(l, i);
	struct buf *out = f->update.out;

	update_begin(&f->update, f->outline + 1 + (int)i);
	buf_adds(out, "<< /Title ");
	pdf_add_text(out, b->text);
	buf_addf(out, " /Parent %d 0 R", f->outline + 1 + parent);
	if (previous >= 0)
		buf_addf(out, " /Prev %d 0 R", f->outline + 1 + previous);
	if (next < l->n_bookmarks && l->bookmarks[next].level == b->level)
		buf_addf(out, " /Next %d 0 R", f->outline + 1 + (int)next);
	buf_adds(out, " /Dest ");
	write_target(f, b->target);
	write_outline_kids(f, i + 1, next);
	buf_adds(out, " >>");
	update_end(&f->update);
}

/* The open ancestors of a bookmark: one for each level. */
enum { MAX_BOOKMARK_LEVEL = 16 };

static void
write_outline(struct finisher *f)
{
	const struct layout *l = f->layout;
	int last[MAX_BOOKMARK_LEVEL + 1];

	for (size_t i = 0; i <= MAX_BOOKMARK_LEVEL; i++)
		last[i] = -1;
	for (size_t i = 0; i < l->n_bookmarks; i++) {
		int level = l->bookmarks[i].level, parent = -1;

		if (level > MAX_BOOKMARK_LEVEL)
			level = MAX_BOOKMARK_LEVEL;
		for (int k = level - 1; k > 0 && parent < 0; k--)
			parent = last[k];
		write_bookmark(f, i, parent, last[level]);
		last[level] = (int)i;
		for (int k = level + 1; k <= MAX_BOOKMARK_LEVEL; k++)
			last[k] = -1;
	}
	update_begin(&f->update, f->outline);
	buf_adds(f->update.out, "<< /Type /Outlines");
	write_outline_kids(f, 0, l->n_bookmarks);
	buf_adds(f->update.out, " >>");
	update_end(&f->update);
}

static void
write_structure(struct finisher *f)
{
	const struct structure s = {
		.update = &f->update,
		.layout = f->layout,
		.marks = f->marks,
		.ids = f->ids,
		.pages = f->pages,
		.root = f->structure,
		.first_tag = f->first_tag,
		.first_link = f->first_link,
		.n_links = f->n_links,
	};

	structure_write(&s);
}

/* What is printed on the page is its label; each page has its own. */
static void
write_page_labels(struct finisher *f)
{
	struct buf *out = f->update.out;

	buf_adds(out, " /PageLabels << /Nums [");
	for (size_t i = 0; i < f->layout->n_pages; i++) {
		buf_addf(out, " %zu << ", i);
		if (f->layout->pages[i].label.n) {
			buf_adds(out, "/P ");
			pdf_add_text(out, f->layout->pages[i].label);
		}
		buf_adds(out, " >>");
	}
	buf_adds(out, " ] >>");
}

static void
write_catalog(struct finisher *f)
{
	static const char *const ours[] = { "/StructTreeRoot", "/MarkInfo",
		"/Outlines", "/PageLabels", "/PageMode", "/Names" };
	qpdf_oh root = qpdf_get_root(f->q);
	struct buf *out = f->update.out, data = BUF_INIT;
	int metadata = update_reserve(&f->update, 2), profile = metadata + 1;

	metadata_xmp(f->info, f->update.arena, &data);
	update_stream(&f->update, metadata, "/Type /Metadata /Subtype /XML",
	    buf_str(&data));
	buf_clear(&data);
	metadata_srgb(&data);
	update_stream(&f->update, profile, "/N 3", buf_str(&data));
	buf_release(&data);
	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		qpdf_oh_remove_key(f->q, root, ours[i]);
	update_begin(&f->update, qpdf_oh_get_object_id(f->q, root));
	write_open_dictionary(f, root);
	buf_addf(out, "/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R "
	    "/Metadata %d 0 R /ViewerPreferences << /DisplayDocTitle true >> "
	    "/OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 "
	    "/OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
	    "/DestOutputProfile %d 0 R >> ] /Lang ", f->structure, metadata,
	    profile);
	pdf_add_text(out, f->info->language);
	if (f->layout->n_bookmarks)
		buf_addf(out, " /PageMode /UseOutlines /Outlines %d 0 R",
		    f->outline);
	write_page_labels(f);
	buf_adds(out, " >>");
	update_end(&f->update);
}

/* cairo's own trailer, with /Prev in place of /Size. */
static const char *
close_update(struct finisher *f, struct str drawn)
{
	qpdf_oh trailer = qpdf_get_trailer(f->q);
	qpdf_oh root = qpdf_oh_get_key(f->q, trailer, "/Root");
	qpdf_oh info = qpdf_oh_get_key(f->q, trailer, "/Info");
	size_t at = drawn.n > 100 ? drawn.n - 100 : 0;
	struct str keys;

	at = str_find(drawn, "startxref", at);
	if (at == (size_t)-1)
		return "het einde van de pdf ontbreekt";
	keys = arena_printf(f->update.arena,
	    "/Root %d 0 R /Info %d 0 R /Prev %ld",
	    qpdf_oh_get_object_id(f->q, root),
	    qpdf_oh_get_object_id(f->q, info),
	    strtol(drawn.s + at + strlen("startxref"), NULL, 10));
	update_close(&f->update, keys.s);
	return NULL;
}

static const char *
write_update(struct finisher *f, struct str drawn)
{
	const char *fault = find_pages(f);

	if (fault)
		return fault;
	reserve_objects(f);
	sort_destinations(f);
	fault = write_pages(f);
	if (fault)
		return fault;
	write_structure(f);
	write_outline(f);
	write_catalog(f);
	return close_update(f, drawn);
}

/* PDF/A-2, 6.2.11.3.2: glyph numbers of embedded TrueType are direct. */
static void
repair_font(qpdf_data q, qpdf_oh object)
{
	qpdf_oh subtype = qpdf_oh_get_key(q, object, "/Subtype");

	if (qpdf_oh_is_name(q, subtype) &&
	    !strcmp(qpdf_oh_get_name(q, subtype), "/CIDFontType2"))
		qpdf_oh_replace_key(q, object, "/CIDToGIDMap",
		    qpdf_oh_new_name(q, "/Identity"));
}

/* PDF/A-2, 6.2.8: a picture is not interpolated. */
static void
repair_picture(qpdf_data q, qpdf_oh object)
{
	if (qpdf_oh_is_stream(q, object))
		qpdf_oh_remove_key(q, qpdf_oh_get_dict(q, object),
		    "/Interpolate");
}

/* All that cairo wrote, also what stands deep in a drawing. */
static void
repair_objects(qpdf_data q, int n)
{
	for (int i = 1; i < n; i++) {
		qpdf_oh object = qpdf_get_object_by_id(q, i, 0);

		if (qpdf_oh_is_dictionary(q, object))
			repair_font(q, object);
		else
			repair_picture(q, object);
		qpdf_oh_release(q, object);
	}
}

/* cairo says when it drew, unless it is told a date. */
static void
remove_dates(qpdf_data q)
{
	qpdf_oh info = qpdf_oh_get_key(q, qpdf_get_trailer(q), "/Info");

	qpdf_oh_remove_key(q, info, "/CreationDate");
	qpdf_oh_remove_key(q, info, "/ModDate");
}

static const char *
write_afresh(const struct finisher *f, struct str updated, struct buf *out)
{
	qpdf_data q = open_pdf(updated);
	const char *fault = NULL;

	if (!q)
		return "de bijgewerkte pdf is onleesbaar";
	repair_objects(q, f->structure);
	if (!f->info->date.n)
		remove_dates(q);
	qpdf_init_write_memory(q);
	qpdf_set_object_stream_mode(q, qpdf_o_generate);
	qpdf_set_newline_before_endstream(q, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(q, "1.7");
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	if (qpdf_write(q) & QPDF_ERRORS)
		fault = "de pdf kan niet worden geschreven";
	else
		buf_add(out, (struct str){ (const char *)qpdf_get_buffer(q),
			qpdf_get_buffer_length(q) });
	if (!fault && qpdf_more_warnings(q))
		fault = "de bijgewerkte pdf heeft fouten";
	close_pdf(&q);
	return fault;
}

bool
finish_pdf(const struct layout *layout, const struct pdf_info *info,
    const struct marks *marks, struct str drawn, struct diag *d,
    struct buf *out)
{
	struct buf updated = BUF_INIT;
	struct finisher f = { .layout = layout, .info = info, .marks = marks,
		.update = { .out = &updated } };

	f.q = open_pdf(drawn);
	if (f.q) {
		f.update.arena = arena_new();
		buf_add(&updated, drawn);
		f.fault = write_update(&f, drawn);
		if (!f.fault)
			f.fault = write_afresh(&f, buf_str(&updated),
			    out);
		arena_free(f.update.arena);
		close_pdf(&f.q);
	} else {
		f.fault = "de getekende pdf is onleesbaar";
	}
	buf_release(&updated);
	if (f.fault)
		diag_path(d, info->path, DIAG_NOT_FINISHED, f.fault);
	return !f.fault;
}
