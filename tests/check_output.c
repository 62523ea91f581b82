/*
 * check_output.c -- what the real content becomes, read back with poppler,
 * qpdf and the W3C's checker of HTML
 */
#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/diag.h"
#include "../gen/site/site.h"
#include "report_fixture.h"
#include "suites.h"
#include "temp.h"

static struct run run;
static const struct options options = {
	.content = "content",
	.templates = "templates",
	.assets = "assets",
	.out = "out",
};
static char pdf_path[TEMP_PATH];

static void
open_run(void)
{
	temp_file(pdf_path, ".pdf");
	ck_assert(site_open(&run, &options));
}

static void
close_run(void)
{
	ck_assert_int_eq(run_close(&run), EXIT_DONE);
	unlink(pdf_path);
}

/* Make report i, with its PDF at pdf_path. */
static struct made *
make_report(size_t i)
{
	static struct made made[2];	/* one may be compared with another */
	static size_t next;
	struct made *m = &made[next++ % 2];
	FILE *f = fopen(pdf_path, "wb");
	struct str pdf;

	made_open(m, &run, i);
	pdf = made_file(m, FORMAT_PDF);
	fwrite(pdf.s, 1, pdf.n, f);
	fclose(f);
	return m;
}

/* What a command prints; %s in it is the PDF.  It must succeed. */
static struct buf
ask(const char *command)
{
	struct buf line = BUF_INIT, answer = BUF_INIT;
	char chunk[4096];
	size_t n;
	FILE *f;

	buf_addf(&line, command, pdf_path);
	f = popen(line.s, "r");
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_add(&answer, (struct str){ chunk, n });
	ck_assert_msg(pclose(f) == 0, "%s: %.3000s", line.s,
	    buf_str(&answer).s);
	buf_release(&line);
	return answer;
}

/* Without white space and soft hyphens: what lines and pages cannot change. */
static void
add_bare(struct buf *b, struct str s)
{
	unsigned c;

	for (size_t at = 0; at < s.n; ) {
		c = utf8_next(s, &at);
		if (c != ' ' && c != '\n' && c != 0xA0 && c != 0xAD)
			buf_add_codepoint(b, c);
	}
}

/* Text of the XHTML that belongs in the PDF, in order. */
static void
add_document_text(const struct node *top, struct buf *b)
{
	const struct node *n = top;

	while (n) {
		if (n->element == ELEMENT_HEAD || node_is_media(n, "web")) {
			n = node_skip(n, top);
			continue;
		}
		if (n->element == ELEMENT_TEXT)
			add_bare(b, n->text);
		n = node_next(n, top);
	}
}

enum { MAX_KINDS = 20 };

/* Lines "  Name" and "    "text"" of pdfinfo; the name above a text. */
enum { MAX_DEPTH = 200 };

struct outline {
	char names[MAX_DEPTH][32];	/* of the open element at each depth */
	size_t depth;
};

static void
read_element(struct outline *o, const char *line, size_t indent)
{
	o->depth = indent / 2;
	ck_assert_uint_lt(o->depth, MAX_DEPTH);
	sscanf(line + indent, "%31[A-Za-z0-9]", o->names[o->depth]);
}

static bool
is_inside(const struct outline *o, const char *name, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		if (!strcmp(o->names[i], name))
			return true;
	return false;
}

static struct str
without_number(struct str s)
{
	while (s.n && isdigit((unsigned char)s.s[s.n - 1]))
		s.n--;
	return s;
}

/*
 * Text of the structure tree, in order; without labels and the page numbers
 * of the contents, which the XHTML does not have.
 */
static void
add_structure_text(struct str tree, struct buf *b)
{
	struct outline o = { .depth = 0 };
	char *copy = strndup(tree.s, tree.n), *save;

	for (char *line = strtok_r(copy, "\n", &save); line;
	    line = strtok_r(NULL, "\n", &save)) {
		size_t indent = strspn(line, " ");
		struct str text = str_from(line + indent + 1);

		if (line[indent] == '/' || !strncmp(line + indent, "Object", 6))
			continue;
		if (line[indent] != '"') {
			read_element(&o, line, indent);
			continue;
		}
		text.n--;	/* the closing quote */
		if (is_inside(&o, "TOC", indent / 2))
			text = without_number(text);
		if (!is_inside(&o, "Lbl", indent / 2))
			add_bare(b, text);
	}
	free(copy);
}

/* Where two texts part, with some of what follows. */
static void
assert_same_text(const struct buf *expected, const struct buf *actual)
{
	size_t i = 0;

	while (i < expected->n && i < actual->n &&
	    expected->s[i] == actual->s[i])
		i++;
	ck_assert_msg(i == expected->n && i == actual->n,
	    "they part at «%.60s» and «%.60s»", expected->s + i,
	    actual->s + i);
}

static void
compare_text(const struct made *m)
{
	struct buf tree = ask("pdfinfo -struct-text %s 2>&1");
	struct buf expected = BUF_INIT, actual = BUF_INIT;

	add_document_text(m->making.document->root, &expected);
	add_structure_text(buf_str(&tree), &actual);
	assert_same_text(&expected, &actual);
	buf_release(&expected);
	buf_release(&actual);
	buf_release(&tree);
}

/*
 * In one report of each kind, for poppler takes ten seconds to read one.  The
 * suite pdfua has a reader of its own, and reads all.
 */
START_TEST(pdf_has_all_text_in_order)
{
	const struct kind *read[MAX_KINDS];
	size_t n = 0;

	for (size_t i = 0; i < run.n; i++) {
		struct made *m = make_report(i);
		size_t known = 0;

		while (known < n && read[known] != m->report.kind)
			known++;
		if (known == n && n < MAX_KINDS) {
			read[n++] = m->report.kind;
			compare_text(m);
		}
		made_close(m);
	}
	ck_assert_uint_gt(n, 1);
}
END_TEST

/* The printed text of one page. */
static void
add_page_text(int page, struct buf *b)
{
	struct buf command = BUF_INIT, text;

	buf_addf(&command, "pdftotext -f %d -l %d %%s - 2>&1", page, page);
	text = ask(command.s);
	add_bare(b, buf_str(&text));
	buf_release(&text);
	buf_release(&command);
}

/* "Title . . . . 12" of a line of the contents. */
static bool
read_contents_line(const char *line, struct buf *title, int *page)
{
	struct str s = str_trim(without_number(str_from(line)));
	size_t dots = 0;

	*page = atoi(line + without_number(str_from(line)).n);
	while (s.n && (s.s[s.n - 1] == '.' || s.s[s.n - 1] == ' ')) {
		dots += s.s[s.n - 1] == '.';
		s.n--;
	}
	buf_clear(title);
	add_bare(title, s);
	return *page && dots > 3;
}

/* Entries of the contents that the PDF has. */
static size_t
count_entries(const struct node *root)
{
	size_t n = 0;

	for (const struct node *a = root; a; a = node_next(a, root))
		if (a->element == ELEMENT_OL && node_has_class(a, "inhoud") &&
		    !node_in_media(a, "web"))
			for (const struct node *li = a; li;
			    li = node_next(li, a))
				n += li->element == ELEMENT_LI;
	return n;
}

START_TEST(contents_have_the_right_pages)
{
	for (size_t i = 0; i < run.n; i++) {
		struct made *m = make_report(i);
		struct buf contents = ask("pdftotext -layout -l 6 %s -");
		struct buf title = BUF_INIT, text = BUF_INIT;
		size_t lines = 0;
		int page;
		char *save;

		for (char *line = strtok_r(contents.s, "\n\f", &save); line;
		    line = strtok_r(NULL, "\n\f", &save)) {
			if (!read_contents_line(line, &title, &page))
				continue;
			buf_clear(&text);
			add_page_text(page, &text);
			ck_assert_msg(strstr(text.s, title.s),
			    "%s is not on page %d", title.s, page);
			lines++;
		}
		ck_assert_uint_eq(lines, count_entries(
		    m->making.document->root));
		buf_release(&title);
		buf_release(&text);
		buf_release(&contents);
		made_close(m);
	}
}
END_TEST

START_TEST(no_word_leaves_its_page)
{
	for (size_t i = 0; i < run.n; i++) {
		struct made *m = make_report(i);
		struct buf boxes = ask("pdftotext -bbox %s - 2>&1");
		double width = 0, height = 0, x0, y0, x1, y1;
		size_t words = 0;
		char *save;

		for (char *line = strtok_r(boxes.s, "\n", &save); line;
		    line = strtok_r(NULL, "\n", &save)) {
			sscanf(line, " <page width=\"%lf\" height=\"%lf\"",
			    &width, &height);
			if (sscanf(line, " <word xMin=\"%lf\" yMin=\"%lf\" "
			    "xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1,
			    &y1) != 4)
				continue;
			words++;
			ck_assert_msg(x0 >= 28 && y0 >= 20 &&
			    x1 <= width - 28 && y1 <= height - 20, "%s", line);
		}
		ck_assert_uint_gt(words, 1000);
		buf_release(&boxes);
		made_close(m);
	}
}
END_TEST

/* Text of the last head cell of a table; "" if it has no head. */
static void
add_last_head(const struct node *table, struct buf *b)
{
	buf_clear(b);
	buf_adds(b, "");
	for (const struct node *n = table; n; n = node_next(n, table))
		if (n->element == ELEMENT_TEXT && !n->next &&
		    n->parent->element == ELEMENT_TH &&
		    n->parent->parent->parent->element == ELEMENT_THEAD) {
			buf_clear(b);
			add_bare(b, n->text);
		}
}

static bool
has_some_head(const struct document *d, const struct buf *page)
{
	struct buf head = BUF_INIT;
	bool found = false;

	for (const struct node *n = d->root; n && !found;
	    n = node_next(n, d->root)) {
		if (n->element != ELEMENT_TABLE)
			continue;
		add_last_head(n, &head);
		found = head.n && strstr(page->s, head.s);
	}
	buf_release(&head);
	return found;
}

/* A turned page is one of a table, so it has the head of one. */
START_TEST(head_rows_repeat)
{
	for (size_t i = 0; i < run.n; i++) {
		struct made *m = make_report(i);
		struct buf text = BUF_INIT;

		for (size_t p = 0; p < m->making.layout->n_pages; p++) {
			if (m->making.layout->pages[p].width <
			    m->making.layout->pages[p].height)
				continue;
			buf_clear(&text);
			add_page_text((int)p + 1, &text);
			ck_assert_msg(has_some_head(m->making.document, &text),
			    "no head on page %zu of %s", p + 1,
			    m->report.place->path.s);
		}
		buf_release(&text);
		made_close(m);
	}
}
END_TEST

START_TEST(qpdf_is_silent)
{
	for (size_t i = 0; i < run.n; i++) {
		struct made *m = make_report(i);
		struct buf answer = ask("qpdf --check %s 2>&1");

		ck_assert_ptr_nonnull(strstr(answer.s, "No syntax or stream "
		    "encoding errors found"));
		ck_assert_ptr_null(strstr(answer.s, "WARNING"));
		buf_release(&answer);
		made_close(m);
	}
}
END_TEST

START_TEST(same_input_same_bytes)
{
	for (size_t i = 0; i < run.n; i++) {
		struct made *a = make_report(i), *b = make_report(i);

		ck_assert(str_eq(made_file(a, FORMAT_HTML),
		    made_file(b, FORMAT_HTML)));
		ck_assert(str_eq(made_file(a, FORMAT_PDF),
		    made_file(b, FORMAT_PDF)));
		made_close(a);
		made_close(b);
	}
}
END_TEST

START_TEST(html_is_valid)
{
	char folder[TEMP_PATH];
	struct buf command = BUF_INIT, answer;

	temp_folder(folder);
	buf_addf(&command, "\"${TOETSSTEEN:-gen/build/toetssteen}\" build "
	    "--out %s >/dev/null && find %s -name '*.html' | xargs java -jar "
	    "tests/node_modules/vnu-jar/build/dist/vnu.jar 2>&1", folder,
	    folder);
	answer = ask(command.s);
	ck_assert_str_eq(buf_str(&answer).s, "");
	buf_release(&answer);
	buf_release(&command);
}
END_TEST

Suite *
output_suite(void)
{
	Suite *s = suite_create("output");
	TCase *c = tcase_create("output");

	tcase_add_checked_fixture(c, open_run, close_run);
	tcase_add_test(c, pdf_has_all_text_in_order);
	tcase_add_test(c, contents_have_the_right_pages);
	tcase_add_test(c, no_word_leaves_its_page);
	tcase_add_test(c, head_rows_repeat);
	tcase_add_test(c, qpdf_is_silent);
	tcase_add_test(c, same_input_same_bytes);
	tcase_add_test(c, html_is_valid);
	suite_add_tcase(s, c);
	return s;
}
