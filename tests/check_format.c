/* check_format.c -- schemas: the form of texts, and when values are the same */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../gen/base/buf.h"
#include "../gen/content/schema/schema_tree.h"
#include "schema_fixture.h"
#include "suites.h"

static const char *const bad_emails[] = {
	"x", "@x.nl", "a@b@c.nl", "a b@c.nl", "a@.nl", "a@b.", "a@b..nl",
	".a@b.nl", "a.@b.nl", "a..b@c.nl", "a@b=c.nl", "a@b", "\"a\"@b.nl",
	"a@[127.0.0.1]", "caf\xC3\xA9@x.nl", ""
};

static const char *const good_emails[] = {
	"info@x.nl", "~a.b+c@d-e.example.nl", "1@2.3"
};

static const char *const bad_uris[] = {
	"", "x", ":x", "1x:y", "x_y:z", "x:", "//x.nl", "http://x.nl/%6G",
	"http://x.nl/%A", "http://x.nl/%", "http://x.nl:abc/", "http:/[::1]",
	"http://x.nl/[a]", "http://[::1", "http://[::1]x/", "http://[@x.nl/",
	"http://[::ffff:01.2.3.4]", "http://[", "http://[]", "http://x.nl/a b",
	"http://a@b@c.nl", "http://x.nl/#a#b", "http://x.nl/\\", "http://x|y/",
	"http://x.nl/caf\xC3\xA9",
	"http://[00000000:00000000:00000000:00000000:00000000:0:0:0]"
};

static const char *const good_uris[] = {
	"http://x.nl", "http://x.nl:/", "http://x.nl:80?a=/b?c#d/?e",
	"https://a:b%40@x.nl:443/", "http://[2001:db8::7]:80/a",
	"http://127.0.0.1:8000/", "file:///a", "urn:a:b", "tel:+31-70",
	"https://x.nl/%C3%A9_(a)~b;c=d,e@f!", "http://[::ffff:1.2.3.4]"
};

START_TEST(faulty_email)
{
	ck_assert(!format_is_email(str_from(bad_emails[_i])));
}
END_TEST

START_TEST(sound_email)
{
	ck_assert(format_is_email(str_from(good_emails[_i])));
}
END_TEST

START_TEST(faulty_uri)
{
	ck_assert(!format_is_uri(str_from(bad_uris[_i])));
}
END_TEST

START_TEST(sound_uri)
{
	ck_assert(format_is_uri(str_from(good_uris[_i])));
}
END_TEST

START_TEST(pattern_is_checked)
{
	struct buf b = BUF_INIT;

	ck_assert_ptr_null(pattern_check(schema_arena, STR("^a+[.]\\.$")));
	ck_assert_str_eq(pattern_check(schema_arena, STR("^\\d$")),
	    "schrijf [0-9] en niet \\d");
	ck_assert_ptr_nonnull(pattern_check(schema_arena, STR("a(")));
	buf_addf(&b, "%0201d", 0);
	ck_assert_str_eq(pattern_check(schema_arena, buf_str(&b)),
	    "het patroon is te lang");
	buf_release(&b);
}
END_TEST

/* What was compiled for one schema is not used for another. */
START_TEST(pattern_fits_somewhere)
{
	struct schema a = { .pattern = "b+" }, b = { .pattern = "^c" };
	struct patterns p = { NULL };

	for (int i = 0; i < 2; i++) {
		ck_assert(pattern_matches(schema_arena, &p, &a, STR("abbc")));
		ck_assert(!pattern_matches(schema_arena, &p, &b, STR("abbc")));
		ck_assert(pattern_matches(schema_arena, &p, &b, STR("cab")));
		ck_assert(!pattern_matches(schema_arena, &p, &a, STR("ca")));
	}
	patterns_release(&p);
	ck_assert_ptr_null(p.first);
}
END_TEST

/* Two values, and whether JSON Schema takes them for the same. */
static const struct {
	const char *one, *other;
	bool are_same;
} pairs[] = {
	{ "[1]", "[1.0]", true },
	{ "[1]", "['1']", false },
	{ "[~]", "[null]", true },
	{ "[true]", "[1]", false },
	{ "[1, 2]", "[2, 1]", false },
	{ "[1, 2]", "[12]", false },
	{ "[[1], 2]", "[[1, 2]]", false },
	{ "[ab, c]", "[a, bc]", false },
	{ "{a: 1, b: 2}", "{b: 2, a: 1}", true },
	{ "{a: 1, b: 2}", "{a: 2, b: 1}", false },
	{ "{a: 1}", "{a: 1, b: 2}", false },
	{ "{c: [{a: 1, b: {d: e, f: g}}]}",
	    "{c: [{b: {f: g, d: e}, a: 1}]}", true },
	{ "{}", "[]", false },
};

START_TEST(same_values)
{
	struct value *v = schema_parse_data(pairs[_i].one);
	struct value *other = schema_parse_data(pairs[_i].other);

	ck_assert_int_eq(str_eq(schema_fingerprint(schema_arena, v),
	    schema_fingerprint(schema_arena, other)), pairs[_i].are_same);
	schema_assert_messages("");
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
format_suite(void)
{
	Suite *s = suite_create("format");
	TCase *t = tcase_create("format");

	tcase_add_checked_fixture(t, schema_setup, schema_teardown);
	tcase_add_loop_test(t, faulty_email, 0, COUNT(bad_emails));
	tcase_add_loop_test(t, sound_email, 0, COUNT(good_emails));
	tcase_add_loop_test(t, faulty_uri, 0, COUNT(bad_uris));
	tcase_add_loop_test(t, sound_uri, 0, COUNT(good_uris));
	tcase_add_test(t, pattern_is_checked);
	tcase_add_test(t, pattern_fits_somewhere);
	tcase_add_loop_test(t, same_values, 0, COUNT(pairs));
	suite_add_tcase(s, t);
	return s;
}
