/* check_base.c -- the ground floor: text, arena, sources, messages, files */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../gen/base/arena.h"
#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/base/file.h"
#include "../gen/base/out.h"
#include "suites.h"
#include "temp.h"

static struct arena *arena;
static struct diag *diag;

static void
setup(void)
{
	arena = arena_new();
	diag = diag_new();
}

static void
teardown(void)
{
	arena_free(arena);
	diag_free(diag);
}

/* What diag_print prints; the caller frees it. */
static char *
printed(void)
{
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	diag_print(diag, f);
	fclose(f);
	return text;
}

START_TEST(utf8_accepts_only_well_formed)
{
	ck_assert_uint_eq(utf8_check(STR("caf\xC3\xA9 \xE2\x82\xAC "
	    "\xF0\x9F\x98\x8A")), 14);
	ck_assert_uint_eq(utf8_check(STR("a\xC0\xAF")), 1);	/* overlong */
	/* a surrogate, and too high */
	ck_assert_uint_eq(utf8_check(STR("ab\xED\xA0\x80")), 2);
	ck_assert_uint_eq(utf8_check(STR("\xF4\x90\x80\x80")), 0);
	ck_assert_uint_eq(utf8_check(STR("abc\xE2\x82")), 3);	/* cut off */
}
END_TEST

START_TEST(utf8_goes_there_and_back)
{
	static const unsigned points[] = { 'a', 0xE9, 0x20AC, 0x1F60A };
	char bytes[4];
	size_t at;

	for (size_t i = 0; i < 4; i++) {
		struct str s = { bytes, utf8_put(bytes, points[i]) };

		at = 0;
		ck_assert_uint_eq(utf8_next(s, &at), points[i]);
		ck_assert_uint_eq(at, s.n);
	}
}
END_TEST

START_TEST(nearest_name)
{
	static const char *const names[] = { "oordeel", "onderdeel", "titel" };

	ck_assert_str_eq(str_nearest(STR("onderdel"), names, 3), "onderdeel");
	ck_assert_str_eq(str_nearest(STR("oordele"), names, 3), "oordeel");
	ck_assert_str_eq(str_nearest(STR("tiltel"), names, 3), "titel");
	ck_assert_ptr_null(str_nearest(STR("dossiers"), names, 3));
	ck_assert_ptr_null(str_nearest(STR("x"), names, 0));
}
END_TEST

START_TEST(arena_pieces_do_not_overlap)
{
	char *pieces[400];

	for (size_t i = 0; i < 400; i++) {
		size_t n = i % 7 ? i * 3 : 20000 + i;

		pieces[i] = arena_alloc(arena, n + 1);
		ck_assert_uint_eq((size_t)pieces[i] % sizeof(max_align_t) %
		    _Alignof(max_align_t), 0);
		memset(pieces[i], (int)(i % 100), n + 1);
	}
	for (size_t i = 0; i < 400; i++)
		ck_assert_int_eq(pieces[i][i % 7 ? i * 3 : 20000 + i],
		    (char)(i % 100));
}
END_TEST

START_TEST(arena_grows_arrays)
{
	int *numbers = NULL;

	for (size_t i = 0; i < 1000; i++) {
		numbers = arena_grow(arena, numbers, i, sizeof *numbers);
		numbers[i] = (int)i;
	}
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(numbers[i], i);
}
END_TEST

START_TEST(buf_escapes)
{
	struct buf b = BUF_INIT;

	buf_add_escaped(&b, STR("a<b & \"c\">"));
	ck_assert_str_eq(b.s, "a&lt;b &amp; &quot;c&quot;&gt;");
	buf_clear(&b);
	buf_addf(&b, "%d-%s", 12, "x");
	buf_add_codepoint(&b, 0x2013);
	ck_assert_str_eq(b.s, "12-x\xE2\x80\x93");
	buf_release(&b);
}
END_TEST

START_TEST(buf_gives_its_text_away)
{
	struct buf b = BUF_INIT;
	struct str s, empty = buf_detach(&b, arena);

	ck_assert(empty.n == 0 && empty.s[0] == '\0');
	buf_add(&b, (struct str){ "a\0b", 3 });
	s = buf_detach(&b, arena);
	ck_assert(!b.s && !b.n && !b.room);
	buf_adds(&b, "later");
	ck_assert_uint_eq(s.n, 3);
	ck_assert_mem_eq(s.s, "a\0b", 4);
	buf_release(&b);
}
END_TEST

START_TEST(source_knows_lines)
{
	const struct source *src = source_from_text(arena, diag, "f.md",
	    STR("\xEF\xBB\xBF" "een\r\ncaf\xC3\xA9 x\rdrie"));
	struct loc loc;

	ck_assert_ptr_nonnull(src);
	ck_assert_uint_eq(src->lines, 3);
	ck_assert(str_is(source_line(src, 2), "caf\xC3\xA9 x"));
	loc = source_loc(src, source_offset(src, 2, 6));
	ck_assert_uint_eq(loc.line, 2);
	ck_assert_uint_eq(loc.column, 6);
	ck_assert(str_is(source_line(src, 3), "drie"));
	ck_assert(str_is(source_line(src, 4), ""));
	ck_assert_uint_eq(source_offset(src, 1, 99), 3);
}
END_TEST

START_TEST(source_keeps_cr_if_asked)
{
	const struct source *src, *plain;

	ck_assert(out_write(diag, "/tmp/check-base-cr", STR("a\r\n\rb")));
	src = source_load_with_cr(arena, diag, "/tmp/check-base-cr");
	plain = source_load(arena, diag, "/tmp/check-base-cr");
	unlink("/tmp/check-base-cr");
	ck_assert_str_eq(src->text.s, "a\r\n\rb");
	ck_assert_uint_eq(src->lines, 2);
	ck_assert(str_is(source_line(src, 1), "a"));
	ck_assert_str_eq(plain->text.s, "a\n\nb");
}
END_TEST

START_TEST(source_refuses_bad_utf8)
{
	char *text;

	ck_assert_ptr_null(source_from_text(arena, diag, "f.md",
	    STR("goed\nfout \xFF hier")));
	text = printed();
	ck_assert_str_eq(text, "f.md:2:6: error: hier staat een byte die geen "
	    "UTF-8 is; sla het bestand op als UTF-8\n"
	    "  fout \xEF\xBF\xBD hier\n"
	    "       ^\n");
	free(text);
}
END_TEST

START_TEST(source_tells_why_not)
{
	char *text;

	ck_assert_ptr_null(source_load(arena, diag, "/nergens/x.yaml"));
	text = printed();
	ck_assert_str_eq(text, "/nergens/x.yaml: error: kan dit niet lezen: "
	    "dit bestaat niet; kijk of de naam klopt, of maak het aan\n");
	free(text);
}
END_TEST

/* Only what is surely not there may be passed over. */
START_TEST(file_exists_unless_nothing_has_its_name)
{
	char folder[] = "/tmp/toetssteen-check-XXXXXX", path[400];
	int n;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert(file_exists(folder));
	ck_assert(!file_exists("/dev/null/x"));
	n = snprintf(path, sizeof path, "%s/", folder);
	memset(path + n, 'x', 300);
	path[n + 300] = '\0';
	ck_assert(!file_exists(path));
	path[n + 1] = '\0';
	ck_assert(!file_exists(path));
	ck_assert_int_eq(symlink("nergens", path), 0);
	ck_assert(!file_exists(path));
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(symlink("x", path), 0);	/* to itself */
	ck_assert(file_exists(path));
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

START_TEST(diag_sorts_and_says_things_once)
{
	const struct source *src = source_from_text(arena, diag, "f.yaml",
	    STR("a: 1\n\tb: 2\n"));
	struct diag *other = diag_new();
	char *text;

	diag_at(other, source_loc(src, 6), DIAG_NOT_READABLE, "twee", "drie");
	diag_at(diag, source_loc(src, 0), DIAG_EMPTY_FILE);
	diag_at(diag, source_loc(src, 0), DIAG_EMPTY_FILE);
	diag_merge(diag, other);
	diag_free(other);
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 3);
	text = printed();
	ck_assert_str_eq(text,
	    "f.yaml:1:1: error: dit bestand is leeg; vul het in, of "
	    "verwijder het\n"
	    "  a: 1\n"
	    "  ^\n"
	    "f.yaml:2:2: error: kan dit niet lezen: twee; drie\n"
	    "  \tb: 2\n"
	    "  \t^\n");
	free(text);
}
END_TEST

/* A terminal would obey what an input says to it. */
START_TEST(diag_shows_no_control_characters)
{
	const struct source *src = source_from_text(arena, diag, "f.yaml",
	    STR("a\x1B[2J\x7F \xC2\x9B b\n"));
	char *text;

	diag_at(diag, source_loc(src, 10), DIAG_NOT_READABLE, "\x1B]0;\x07",
	    "twee\nregels");
	text = printed();
	ck_assert_str_eq(text, "f.yaml:1:10: error: kan dit niet lezen: "
	    "\xEF\xBF\xBD]0;\xEF\xBF\xBD; twee regels\n"
	    "  a\xEF\xBF\xBD[2J\xEF\xBF\xBD \xEF\xBF\xBD b\n"
	    "           ^\n");
	free(text);
}
END_TEST

START_TEST(diag_keeps_notes_with_their_error)
{
	const struct source *src = source_from_text(arena, diag, "r.yaml",
	    STR("a: 1\nb: 2\n"));
	char *text;

	diag_path(diag, "z.md", DIAG_TWICE, "a");
	diag_at(diag, source_loc(src, 0), DIAG_TWICE_HERE);
	diag_path(diag, "b.md", DIAG_TWICE, "b");
	diag_at(diag, source_loc(src, 5), DIAG_TWICE_HERE);
	text = printed();
	ck_assert_ptr_nonnull(strstr(text, "b.md: error: 'b' staat ook in "
	    "rapport.yaml; kies een van de twee plaatsen\n"
	    "r.yaml:2:1: note: hier staat de andere\n"));
	ck_assert_ptr_nonnull(strstr(text, "z.md: error"));
	ck_assert(strstr(text, "b.md") < strstr(text, "z.md"));
	free(text);
}
END_TEST

static const struct {
	const char *id;
	size_t n;
	const char *text;
} rows[] = {
#define DIAG(id, level, n, text) { #id, n, text },
#include "../gen/base/diag.def"
#undef DIAG
};

/* The compiler counts the arguments by n, so n has to be what the text says. */
START_TEST(rows_take_what_their_texts_show)
{
	unsigned shown = 0;

	for (const char *p = rows[_i].text; *p; p++)
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}')
			shown |= 1u << (p[1] - '0');
	ck_assert_msg(shown == (1u << rows[_i].n) - 1, "%s", rows[_i].id);
}
END_TEST

/* Calls with struct diag *d, struct loc loc and struct str s. */
static const struct {
	bool is_right;
	const char *call;
} calls[] = {
	{ true, "diag_at(d, loc, DIAG_NOT_UTF8)" },
	{ true, "diag_at(d, loc, DIAG_NOT_READABLE, s.s, NULL)" },
	{ true, "diag_at(d, loc, s.n ? DIAG_NOT_UTF8 : DIAG_EMPTY_FILE)" },
	{ true, "diag_path(d, s.s, DIAG_NOT_READABLE, \"a\", \"b\")" },
	{ false, "diag_at(d, loc, DIAG_NOT_UTF8, \"a\")" },
	{ false, "diag_at(d, loc, DIAG_NOT_READABLE)" },
	{ false, "diag_at(d, loc, DIAG_NOT_READABLE, \"a\")" },
	{ false, "diag_at(d, loc, DIAG_NOT_READABLE, \"a\", \"b\", \"c\")" },
	{ false, "diag_at(d, loc, DIAG_NOT_READABLE, \"a\", s)" },
	{ false, "diag_at(d, loc, DIAG_NOT_READABLE, \"a\", 2)" },
	{ false, "diag_at(d, loc, DIAG_NOT_UTF8, \"1\", \"2\", \"3\", \"4\", "
	    "\"5\", \"6\", \"7\")" },
	{ false, "diag_at(d, loc, s.n ? DIAG_NOT_UTF8 : DIAG_NOT_READABLE)" },
	{ false, "diag_path(d, s.s, DIAG_NOT_READABLE, \"a\")" },
};

static bool
compiles(const char *compiler, const char *call)
{
	char command[200];
	FILE *f;

	snprintf(command, sizeof command, "%s -std=c17 -Wall -Wextra -Wshadow "
	    "-Wpedantic -Werror -fsyntax-only -x c - 2>/dev/null", compiler);
	f = popen(command, "w");
	ck_assert_ptr_nonnull(f);
	fprintf(f, "#include \"gen/base/diag.h\"\n"
	    "void f(struct diag *d, struct loc loc, struct str s);\n"
	    "void f(struct diag *d, struct loc loc, struct str s)\n"
	    "{ (void)d, (void)loc, (void)s; %s; }\n", call);
	return pclose(f) == 0;
}

START_TEST(wrong_calls_do_not_compile)
{
	ck_assert_msg(compiles("gcc", calls[_i].call) == calls[_i].is_right,
	    "gcc: %s", calls[_i].call);
	if (system("command -v clang >/dev/null") == 0)
		ck_assert_msg(compiles("clang", calls[_i].call) ==
		    calls[_i].is_right, "clang: %s", calls[_i].call);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

START_TEST(out_writes_whole_files)
{
	char folder[TEMP_PATH], path[TEMP_PATH + 100];
	struct stat before, after;

	temp_folder(folder);
	snprintf(path, sizeof path, "%s/a/b/c.txt", folder);
	ck_assert(out_write(diag, path, STR("een")));
	ck_assert_int_eq(stat(path, &before), 0);
	ck_assert(out_write(diag, path, STR("een")));
	ck_assert_int_eq(stat(path, &after), 0);
	ck_assert_uint_eq(before.st_ino, after.st_ino);	/* left alone */
	ck_assert(out_write(diag, path, STR("twee")));
	ck_assert_int_eq(stat(path, &after), 0);
	ck_assert_uint_eq(after.st_size, 4);
	ck_assert_uint_eq(after.st_mode & 0777, 0644);
}
END_TEST

/* A file, a link to nowhere: nothing that is there is lost. */
START_TEST(out_creates_only_what_is_new)
{
	char folder[TEMP_PATH], path[TEMP_PATH + 100];
	struct stat st;
	char *text;

	temp_folder(folder);
	snprintf(path, sizeof path, "%s/a/b.yaml", folder);
	ck_assert(out_create(diag, path, STR("een")));
	ck_assert(!out_create(diag, path, STR("twee")));
	ck_assert(!out_create(diag, path, STR("een")));
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_uint_eq(st.st_size, 3);
	ck_assert_uint_eq(st.st_mode & 0777, 0644);
	ck_assert_uint_eq(st.st_nlink, 1);
	text = printed();
	ck_assert_ptr_nonnull(strstr(text, "b.yaml: error: kan hier niet "
	    "schrijven: dit bestand is er al en blijft zoals het is; kijk "
	    "wat erin staat, en kies zo nodig een andere naam\n"));
	free(text);
	snprintf(path, sizeof path, "%s/a/link.yaml", folder);
	ck_assert_int_eq(symlink("nergens", path), 0);
	ck_assert(!out_create(diag, path, STR("drie")));
	ck_assert_int_eq(lstat(path, &st), 0);
	ck_assert(S_ISLNK(st.st_mode));
	/* and no file is left behind under another name */
	snprintf(path, sizeof path, "cd %s/a && rm b.yaml link.yaml && "
	    "rmdir ../a", folder);
	ck_assert_int_eq(system(path), 0);
}
END_TEST

START_TEST(out_tells_why_not)
{
	char *text;

	ck_assert(!out_write(diag, "/dev/null/x/y", STR("een")));
	ck_assert(diag_is_environment(diag));
	text = printed();
	ck_assert_str_eq(text, "/dev/null/x/y: error: kan hier niet "
	    "schrijven: een deel van het pad is geen map; haal dat bestand "
	    "weg, of kies een ander pad\n");
	free(text);
}
END_TEST

Suite *
base_suite(void)
{
	Suite *s = suite_create("base");
	TCase *c = tcase_create("base");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, utf8_accepts_only_well_formed);
	tcase_add_test(c, utf8_goes_there_and_back);
	tcase_add_test(c, nearest_name);
	tcase_add_test(c, arena_pieces_do_not_overlap);
	tcase_add_test(c, arena_grows_arrays);
	tcase_add_test(c, buf_escapes);
	tcase_add_test(c, buf_gives_its_text_away);
	tcase_add_test(c, source_knows_lines);
	tcase_add_test(c, source_keeps_cr_if_asked);
	tcase_add_test(c, source_refuses_bad_utf8);
	tcase_add_test(c, source_tells_why_not);
	tcase_add_test(c, file_exists_unless_nothing_has_its_name);
	tcase_add_test(c, diag_sorts_and_says_things_once);
	tcase_add_test(c, diag_shows_no_control_characters);
	tcase_add_test(c, diag_keeps_notes_with_their_error);
	tcase_add_loop_test(c, rows_take_what_their_texts_show, 0,
	    COUNT(rows));
	tcase_add_loop_test(c, wrong_calls_do_not_compile, 0, COUNT(calls));
	tcase_add_test(c, out_writes_whole_files);
	tcase_add_test(c, out_creates_only_what_is_new);
	tcase_add_test(c, out_tells_why_not);
	suite_add_tcase(s, c);
	return s;
}
