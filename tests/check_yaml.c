/* check_yaml.c -- YAML and front matter: values, places and messages */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/base/out.h"
#include "../gen/content/read/yaml.h"
#include "../gen/content/read/yaml_write.h"
#include "suites.h"
#include "work.h"

#define EMPTY "dit bestand is leeg; vul het in, of verwijder het"
#define GONE "dit bestaat niet; kijk of de naam klopt, of maak het aan\n"

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

static struct value *
parse(const char *text)
{
	const struct source *src = source_from_text(arena, diag, "t.yaml",
	    str_from(text));

	return src ? yaml_parse(arena, diag, src) : NULL;
}

static struct value *
parse_front(const char *text)
{
	const struct source *src = source_from_text(arena, diag, "t.md",
	    str_from(text));

	return src ? yaml_parse_front_matter(arena, diag, src) : NULL;
}

/* The messages without the lines that quote the source. */
static char *
messages(void)
{
	char *text = NULL, line[1000];
	size_t n = 0;
	FILE *all = tmpfile(), *f = open_memstream(&text, &n);

	diag_print(diag, all);
	rewind(all);
	while (fgets(line, sizeof line, all))
		if (!strncmp(line, "t.", 2))
			fputs(line, f);
	fclose(all);
	fclose(f);
	return text;
}

/* The messages must be exactly these. */
static void
assert_messages(const char *expected)
{
	char *found = messages();

	ck_assert_str_eq(found, expected);
	free(found);
}

static void
assert_dump(const struct value *v, const char *expected)
{
	struct buf b = BUF_INIT;

	assert_messages("");
	ck_assert_ptr_nonnull(v);
	value_dump(v, &b);
	ck_assert_str_eq(b.s, expected);
	buf_release(&b);
}

static const struct {
	const char *yaml, *dump;
} sound[] = {
	{ "a: 1\nb:\n  - x\n  - c: ja\n",
	    "a: 1  @t.yaml:1:4\n"
	    "b[1]: \"x\"  @t.yaml:3:5\n"
	    "b[2].c: \"ja\"  @t.yaml:4:8\n" },
	{ "{\"a\": [true, null, 1.50, \"é\"]}",
	    "a[1]: true  @t.yaml:1:8\n"
	    "a[2]: null  @t.yaml:1:14\n"
	    "a[3]: 1.5  @t.yaml:1:20\n"
	    "a[4]: \"é\"  @t.yaml:1:27\n" },
	/* Columns are counted in code points. */
	{ "[€é, x]", "[1]: \"€é\"  @t.yaml:1:2\n[2]: \"x\"  @t.yaml:1:6\n" },
	/* Numbers keep their form; dates and yes are texts. */
	{ "[007, 0x1F, 0o17, 1e3, -.5, 3., 1_0, 2020-01, yes, .inf, +1]",
	    "[1]: 007  @t.yaml:1:2\n"
	    "[2]: 31  @t.yaml:1:7\n"
	    "[3]: 15  @t.yaml:1:13\n"
	    "[4]: 1000  @t.yaml:1:19\n"
	    "[5]: -0.5  @t.yaml:1:24\n"
	    "[6]: 3  @t.yaml:1:29\n"
	    "[7]: \"1_0\"  @t.yaml:1:33\n"
	    "[8]: \"2020-01\"  @t.yaml:1:38\n"
	    "[9]: \"yes\"  @t.yaml:1:47\n"
	    "[10]: .inf  @t.yaml:1:52\n"
	    "[11]: +1  @t.yaml:1:58\n" },
	{ "[., '-', 0x, 0o8, 1e, e1, ~, 'null', True, FALSE]",
	    "[1]: \".\"  @t.yaml:1:2\n"
	    "[2]: \"-\"  @t.yaml:1:6\n"
	    "[3]: \"0x\"  @t.yaml:1:10\n"
	    "[4]: \"0o8\"  @t.yaml:1:14\n"
	    "[5]: \"1e\"  @t.yaml:1:19\n"
	    "[6]: \"e1\"  @t.yaml:1:23\n"
	    "[7]: null  @t.yaml:1:27\n"
	    "[8]: \"null\"  @t.yaml:1:31\n"
	    "[9]: true  @t.yaml:1:38\n"
	    "[10]: false  @t.yaml:1:44\n" },
	/* CRLF and a byte order mark are accepted. */
	{ "\xEF\xBB\xBF" "a: 1\r\nb: 2\r\n",
	    "a: 1  @t.yaml:1:4\nb: 2  @t.yaml:2:4\n" },
	{ "---\na: !!str 12\n...\n", "a: \"12\"  @t.yaml:2:10\n" },
	/* An alias gives a copy, with the place of the original. */
	{ "a: &x {b: 1}\nc: *x\nd: &x 2\ne: *x\n",
	    "a.b: 1  @t.yaml:1:11\n"
	    "c.b: 1  @t.yaml:1:11\n"
	    "d: 2  @t.yaml:3:7\n"
	    "e: 2  @t.yaml:3:7\n" },
	{ "null: a\n1: b\n",
	    "null: \"a\"  @t.yaml:1:7\n1: \"b\"  @t.yaml:2:4\n" },
	{ "a: \"b\\u2028\\\"\"\n", "a: \"b\xE2\x80\xA8\\\"\"  @t.yaml:1:5\n" },
	/* JSON writes some characters in two parts; places stay right. */
	{ "{\"a\": \"\\ud83d\\uDCA9x\", \"b\": 1}\n",
	    "a: \"\xF0\x9F\x92\xA9x\"  @t.yaml:1:8\nb: 1  @t.yaml:1:29\n" },
	{ "[\n\"\\\\ud83d\\udbff\\udfff\\ud800\\udc00\\\"\",\"c\"]\n",
	    "[1]: \"\\\\ud83d\xF4\x8F\xBF\xBF\xF0\x90\x80\x80\\\"\"  "
	    "@t.yaml:2:2\n[2]: \"c\"  @t.yaml:2:38\n" },
	{ "{ a: '\"', b: '\\ud83d\\udca9' }\n",
	    "a: \"\\\"\"  @t.yaml:1:7\n"
	    "b: \"\\\\ud83d\\\\udca9\"  @t.yaml:1:15\n" },
	{ "a: [b, '\"', \\ud83d\\udca9]\n",
	    "a[1]: \"b\"  @t.yaml:1:5\na[2]: \"\\\"\"  @t.yaml:1:9\n"
	    "a[3]: \"\\\\ud83d\\\\udca9\"  @t.yaml:1:13\n" },
};

START_TEST(sound_yaml)
{
	assert_dump(parse(sound[_i].yaml), sound[_i].dump);
}
END_TEST

START_TEST(block_scalars_know_their_lines)
{
	struct value *v = parse(
	    "a: |\n  een\n   twee\n"
	    "b:\n  c: |2-\n\n      drie\n"
	    "d: &x # opmerking\n  !!str |\n  vier\n"
	    "e: >\n  vijf\n");
	const struct value *c;

	ck_assert_ptr_nonnull(v);
	c = value_find(v, "a");
	ck_assert(c->literal);
	ck_assert_str_eq(c->text.s, "een\n twee\n");
	ck_assert_uint_eq(c->loc.line, 1);
	ck_assert_uint_eq(c->indent, 2);
	c = value_path(v, "b.c");
	ck_assert_str_eq(c->text.s, "\n  drie");
	ck_assert_uint_eq(c->loc.line, 5);
	ck_assert_uint_eq(c->indent, 4);
	c = value_find(v, "d");
	ck_assert_uint_eq(c->loc.line, 9);
	ck_assert_uint_eq(c->loc.column, 9);
	ck_assert_uint_eq(c->indent, 2);
	ck_assert(!value_find(v, "e")->literal);
}
END_TEST

START_TEST(key_has_a_place)
{
	struct value *v = parse("a: 1\n\"b\": 2\n");

	ck_assert_uint_eq(value_member(v, STR("b"))->loc.line, 2);
	ck_assert_uint_eq(value_member(v, STR("b"))->loc.column, 2);
}
END_TEST

#define QUOTES "; zet de waarde tussen aanhalingstekens\n"
#define NO_KEY "hier wordt een nieuwe sleutel verwacht; kijk of de regel " \
	"even ver inspringt als de sleutels erboven en of de " \
	"aanhalingstekens kloppen\n"
#define COLON "deze dubbele punt kan hier niet staan; hoort hij bij de " \
	"tekst, zet de waarde dan tussen aanhalingstekens, en kijk anders " \
	"naar de inspringing\n"
#define TAG "YAML-typen (een woord dat met ! begint) worden niet gebruikt, " \
	"behalve !!str; haal het weg of zet de waarde tussen " \
	"aanhalingstekens\n"
#define ESCAPE "een schuine streep naar links heeft tussen dubbele " \
	"aanhalingstekens een eigen betekenis; schrijf er twee, of gebruik " \
	"enkele aanhalingstekens\n"
#define KEY "een sleutel moet een naam zijn; begint een waarde met een " \
	"accolade of een vierkante haak, zet die dan tussen " \
	"aanhalingstekens\n"
#define TAB "deze regel springt in met een tab; gebruik spaties\n"
#define QUOTE "deze tekst begint met een aanhalingsteken, maar het " \
	"aanhalingsteken aan het einde ontbreekt; voeg het toe\n"
#define INVISIBLE "dat niet in YAML mag; haal het weg\n"

static const struct {
	const char *yaml, *message;
} faulty[] = {
	{ "", "t.yaml: error: " EMPTY "\n" },
	{ "# niets\n", "t.yaml: error: " EMPTY "\n" },
	{ "---\n", "t.yaml: error: " EMPTY "\n" },
	{ "a: 1\n\tb: 2\n", "t.yaml:2:1: error: " TAB },
	{ "a:\n\tb: 2\n", "t.yaml:2:1: error: " TAB },
	{ "a: |\n  x\n\ty\n", "t.yaml:3:1: error: " TAB },
	{ "a: b: c\n", "t.yaml:1:5: error: " COLON },
	{ "a: x\n  b: y\n", "t.yaml:2:4: error: " COLON },
	{ "a: 1\nb\nc: 2\n", "t.yaml:2:1: error: hier ontbreekt een dubbele "
	    "punt; schrijf 'sleutel: waarde'\n" },
	{ "a: 'thema's'\n", "t.yaml:1:11: error: " NO_KEY },
	{ "a:\n  b: 1\n c: 2\n", "t.yaml:3:2: error: " NO_KEY },
	{ "- \"x\" y\n", "t.yaml:1:7: error: hier wordt een streepje verwacht, "
	    "voor het volgende item van de lijst; kijk naar de inspringing en "
	    "de aanhalingstekens\n" },
	{ "a: - b\n", "t.yaml:1:4: error: een lijst kan hier niet beginnen; "
	    "zet het streepje op een nieuwe regel\n" },
	{ "a: [1, 2\nb: 3\n", "t.yaml:2:2: error: de lijst tussen vierkante "
	    "haken is niet af; zet een komma tussen de items en sluit de "
	    "lijst met een haak\n"
	    "t.yaml:1:4: note: hier begint het\n" },
	{ "a: {b: 1\nc: 2\n", "t.yaml:2:2: error: het blok tussen accolades "
	    "is niet af; zet een komma tussen de sleutels en sluit het blok "
	    "met een accolade\n"
	    "t.yaml:1:4: note: hier begint het\n" },
	{ "a: [1,,2]\n", "t.yaml:1:7: error: hier wordt een waarde verwacht; "
	    "haal de komma of haak weg die te veel is, of zet de waarde "
	    "tussen aanhalingstekens\n" },
	{ "a: @x\n", "t.yaml:1:4: error: een waarde kan niet met @ beginnen"
	    QUOTES },
	{ "a: `x`\n", "t.yaml:1:4: error: een waarde kan niet met ` beginnen"
	    QUOTES },
	{ "a: \"x\nb: 2\n", "t.yaml:1:4: error: " QUOTE },
	{ "a: 'x\n---\n", "t.yaml:1:4: error: " QUOTE },
	{ "a: \"\\d\"\n", "t.yaml:1:5: error: " ESCAPE },
	{ "a: \"\\ud800\"\n", "t.yaml:1:7: error: " ESCAPE },
	{ "[\"\\ud800\"]\n", "t.yaml:1:5: error: " ESCAPE },
	{ "[\"\\udc00\\ud800\"]\n", "t.yaml:1:5: error: " ESCAPE },
	{ "[\"\\ud83d\\udca9\", \"\\d\"]\n", "t.yaml:1:19: error: " ESCAPE },
	{ "[\"\\ud83d\\udca9", "t.yaml:1:2: error: " QUOTE },
	{ "a: **vet**\n", "t.yaml:1:4: error: een waarde die met * of & "
	    "begint, leest YAML als een verwijzing" QUOTES },
	{ "a: *vet\n", "t.yaml:1:4: error: er is geen anker &vet waar *vet "
	    "naar verwijst; hoort de ster bij de tekst, zet de waarde dan "
	    "tussen aanhalingstekens\n" },
	{ "a: | x\n  y\n", "t.yaml:1:4: error: achter | of > kan geen tekst "
	    "staan; begin de tekst op de volgende regel\n" },
	{ "{a: 1}\nb\n", "t.yaml:2:1: error: hier staat iets achter het einde "
	    "van de gegevens; kijk naar de inspringing\n" },
	{ "a: !x y\n", "t.yaml:1:4: error: " TAG },
	{ "a: !!int 12\n", "t.yaml:1:4: error: " TAG },
	{ "!!map\na: 1\n", "t.yaml:1:1: error: " TAG },
	{ "a: !x!y z\n", "t.yaml:1:4: error: " TAG },
	{ "a: &a [*a]\n", "t.yaml:1:8: error: *a verwijst naar het blok waar "
	    "het zelf in staat; schrijf de waarde uit\n" },
	{ "a: 1\nb: 2\n'a': 3\n", "t.yaml:3:2: error: de sleutel 'a' staat "
	    "hier nog een keer; haal er een weg\n"
	    "t.yaml:1:1: note: hier staat de eerste\n" },
	{ "a: {{b}} c\n", "t.yaml:1:5: error: " KEY },
	{ "? [a]\n: b\n", "t.yaml:1:3: error: " KEY },
	{ "'': b\n", "t.yaml:1:2: error: " KEY },
	{ "a: 1\n---\nb: 2\n", "t.yaml:2:1: error: hier begint een tweede "
	    "document; zet elk document in een eigen bestand\n" },
	{ "a: x\xE2\x80\xA8y\n", "t.yaml:1:5: error: hier staat een "
	    "onzichtbaar teken (U+2028) " INVISIBLE },
	{ "a: x\x07\n", "t.yaml:1:5: error: hier staat een onzichtbaar teken "
	    "(U+0007) " INVISIBLE },
	{ "a: \"x\\0\"\n", "t.yaml:1:5: error: hier staat een onzichtbaar "
	    "teken (U+0000) " INVISIBLE },
	{ "a: x\xFF\n", "t.yaml:1:5: error: hier staat een byte die geen "
	    "UTF-8 is; sla het bestand op als UTF-8\n" },
	{ "%FOO\na: 1\n", "t.yaml:1:5: error: dit is geen geldige YAML (found "
	    "unknown directive name); kijk naar de inspringing, de dubbele "
	    "punten en de aanhalingstekens op deze regel en de regel "
	    "erboven\n" },
	/* All faults that can be read behind are told. */
	{ "a: *x\na: !x 1\n", "t.yaml:1:4: error: er is geen anker &x waar *x "
	    "naar verwijst; hoort de ster bij de tekst, zet de waarde dan "
	    "tussen aanhalingstekens\n"
	    "t.yaml:2:1: error: de sleutel 'a' staat hier nog een keer; haal "
	    "er een weg\n"
	    "t.yaml:1:1: note: hier staat de eerste\n"
	    "t.yaml:2:4: error: " TAG },
};

START_TEST(faulty_yaml)
{
	ck_assert_ptr_null(parse(faulty[_i].yaml));
	assert_messages(faulty[_i].message);
}
END_TEST

/* n brackets deep. */
static struct value *
parse_nested(int n)
{
	struct buf b = BUF_INIT;
	struct value *v;

	for (int i = 0; i < n; i++)
		buf_addc(&b, '[');
	for (int i = 0; i < n; i++)
		buf_addc(&b, ']');
	v = parse(b.s);
	buf_release(&b);
	return v;
}

START_TEST(nesting_has_a_limit)
{
	ck_assert_ptr_nonnull(parse_nested(64));
	ck_assert_ptr_null(parse_nested(65));
	assert_messages("t.yaml:1:65: error: deze gegevens zitten te diep in "
	    "elkaar (meer dan 64 niveaus); maak ze vlakker\n");
}
END_TEST

START_TEST(very_deep_nesting_is_no_crash)
{
	ck_assert_ptr_null(parse_nested(100000));
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 1);
}
END_TEST

#define ALIASES "dit bestand verwijst te veel of te diep met & en *; " \
	"schrijf de waarden uit\n"

START_TEST(aliases_cannot_explode)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i < 9; i++) {
		buf_addf(&b, "a%d: &a%d [*a%d", i, i, i - 1);
		for (int j = 0; j < 9; j++)
			buf_addf(&b, ", *a%d", i - 1);
		buf_adds(&b, "]\n");
	}
	ck_assert_ptr_null(parse(b.s));
	assert_messages("t.yaml:4:45: error: " ALIASES);
	buf_release(&b);
}
END_TEST

START_TEST(aliases_cannot_nest_deeper)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "a0: &a0 [x]\n");
	for (int i = 1; i < 100; i++)
		buf_addf(&b, "a%d: &a%d [*a%d]\n", i, i, i - 1);
	ck_assert_ptr_null(parse(b.s));
	assert_messages("t.yaml:63:12: error: " ALIASES);
	buf_release(&b);
}
END_TEST

static void
parse_many_keys(size_t n, const void *with)
{
	struct buf b = BUF_INIT;
	struct value *v;

	(void)with;
	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "sleutel%zu: waarde\n", i);
	v = parse(b.s);
	ck_assert_ptr_nonnull(v);
	ck_assert_uint_eq(v->n, n);
	buf_release(&b);
}

static void
parse_long_line(size_t n, const void *with)
{
	struct buf b = BUF_INIT;
	struct value *v;

	(void)with;
	for (size_t i = 0; i < n; i++)
		buf_adds(&b, i ? ",!!str x" : "[!!str x");
	buf_addc(&b, ']');
	v = parse(b.s);
	ck_assert_ptr_nonnull(v);
	ck_assert_uint_eq(v->items[n - 1]->loc.column, n * 8);
	buf_release(&b);
}

START_TEST(large_file_is_no_trouble)
{
	work_is_linear(parse_many_keys, 4000, NULL);
	work_is_linear(parse_long_line, 4000, NULL);
}
END_TEST

START_TEST(front_matter)
{
	struct value *v = parse_front("---\na: 1\n--- \nEen\n\n---\n");
	const struct value *text;

	assert_dump(v, "a: 1  @t.md:2:4\n"
	    "tekst: \"Een\\n\\n---\\n\"  @t.md:3:1\n");
	ck_assert_uint_eq(v->loc.line, 2);
	text = value_find(v, "tekst");
	ck_assert(text->literal);
	ck_assert_uint_eq(text->indent, 0);
}
END_TEST

START_TEST(front_matter_is_optional)
{
	struct value *v = parse_front("Een\n");
	const struct value *text = value_find(v, "tekst");

	assert_dump(v, "tekst: \"Een\\n\"  @t.md\n");
	ck_assert_uint_eq(v->loc.line, 1);
	ck_assert_uint_eq(text->loc.line, 0);	/* one above the text */
}
END_TEST

START_TEST(front_matter_without_keys_or_text)
{
	assert_dump(parse_front("---\n# niets\n---\nEen"),
	    "tekst: \"Een\"  @t.md:3:1\n");
	assert_dump(parse_front("---\na: 1\n---"),
	    "a: 1  @t.md:2:4\ntekst: null  @t.md:3:1\n");
	assert_dump(parse_front("---\n---\n \n"),
	    "tekst: null  @t.md:2:1\n");
}
END_TEST

/* The text below the front matter is no YAML. */
START_TEST(text_may_hold_anything)
{
	assert_dump(parse_front("---\na: 1\n---\n\t@ \xE2\x80\xA8: ["),
	    "a: 1  @t.md:2:4\n"
	    "tekst: \"\t@ \xE2\x80\xA8: [\"  @t.md:3:1\n");
}
END_TEST

static const struct {
	const char *text, *message;
} faulty_front[] = {
	{ "", "t.md: error: " EMPTY "\n" },
	{ " \n\n", "t.md: error: " EMPTY "\n" },
	{ "---\na: 1\n", "t.md:1:1: error: deze regel opent de kop van het "
	    "bestand; sluit de kop met een regel ---\n" },
	{ "---\n- a\n---\nx\n", "t.md:2:1: error: in de kop van het bestand "
	    "horen regels van de vorm 'sleutel: waarde'\n" },
	{ "---\ntekst: a\n---\nx\n", "t.md:2:1: error: 'tekst' kan geen "
	    "sleutel van de kop zijn; de tekst staat onder de kop\n" },
	{ "---\na: \"x\n---\nx\n", "t.md:2:4: error: " QUOTE },
	{ "---\na: b: c\n---\nx\n", "t.md:2:5: error: " COLON },
};

START_TEST(faulty_front_matter)
{
	ck_assert_ptr_null(parse_front(faulty_front[_i].text));
	assert_messages(faulty_front[_i].message);
}
END_TEST

static char *
written(const struct value *v)
{
	struct buf b = BUF_INIT;

	yaml_write(v, &b);
	return b.s;
}

START_TEST(writes_what_it_reads)
{
	static const char text[] =
	    "plat: gewone woorden.\n"
	    "lijst:\n"
	    "  - a: 1\n"
	    "    b: true\n"
	    "  - [x, [], {}]\n"
	    "  - []\n"
	    "diep:\n"
	    "  dieper: { diepst: 007 }\n"
	    "leeg: null\n";
	char *first = written(parse(text));

	ck_assert_str_eq(first,
	    "plat: gewone woorden.\n"
	    "lijst:\n"
	    "  - a: 1\n"
	    "    b: true\n"
	    "  -\n"
	    "    - x\n"
	    "    - []\n"
	    "    - {}\n"
	    "  - []\n"
	    "diep:\n"
	    "  dieper:\n"
	    "    diepst: 007\n");
	free(first);
}
END_TEST

/* Each must come back as it is, as a text. */
static const char *const hard_texts[] = {
	"", " ", "a b", " a", "a ", "true", "null", "~", "1234567890123456",
	"1e5", "2020-03-12", "- a", "-", "a: b", "a #b", "#a", "a\nb\n\nc\n",
	"\n", "zij zei: \"ja\" en 'nee'", "C:\\map\\x", "a\tb", "a\rb", "[a",
	"{{x}}", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "?", ", a",
	"é € 😀 \xE2\x80\xA8 \xEF\xBB\xBF \xC2\x85", "---", "...", ".",
	"0x1F", ".inf", "yes", "<p>x</p>",
};

START_TEST(quotes_what_it_must)
{
	struct value *map = value_new(arena, VALUE_MAP, (struct loc){ 0 });
	struct value *list = value_new(arena, VALUE_LIST, (struct loc){ 0 });
	struct value *text = value_string(arena, (struct loc){ 0 },
	    str_from(hard_texts[_i])), *back;
	char *yaml;

	value_add(arena, list, text);
	value_set(arena, map, str_from(_i ? hard_texts[_i] : "sleutel"),
	    (struct loc){ 0 }, list);
	yaml = written(map);
	back = parse(yaml);
	ck_assert_msg(back, "%s", yaml);
	ck_assert_int_eq(back->members[0].value->items[0]->kind, VALUE_STRING);
	ck_assert_str_eq(back->members[0].value->items[0]->text.s,
	    hard_texts[_i]);
	assert_messages("");
	free(yaml);
}
END_TEST

/* The name says how a file is read; what it is not is told by place. */
START_TEST(loads_files)
{
	char folder[] = "/tmp/check-yaml-XXXXXX", before[4096];
	const struct value *v;

	ck_assert_ptr_nonnull(getcwd(before, sizeof before));
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert(out_write(diag, "t.md", STR("---\na: 1\n---\nTekst.\n")));
	ck_assert(out_write(diag, "t.yaml", STR("- een\n")));
	v = yaml_load_any(arena, diag, "t.md");
	ck_assert(value_path(v, "a") && value_path(v, "tekst"));
	v = yaml_load_any(arena, diag, "t.yaml");
	ck_assert(v && v->kind == VALUE_LIST);
	ck_assert_ptr_nonnull(yaml_load(arena, diag, "t.yaml"));
	assert_messages("");
	ck_assert_ptr_null(yaml_load_map(arena, diag, "t.yaml"));
	ck_assert_ptr_null(yaml_load(arena, diag, "t.weg"));
	ck_assert_ptr_null(yaml_load_any(arena, diag, "t.md.weg"));
	assert_messages("t.md.weg: error: kan dit niet lezen: " GONE
	    "t.weg: error: kan dit niet lezen: " GONE
	    "t.yaml:1:1: error: hier horen regels van de vorm 'sleutel: "
	    "waarde' te staan\n");
	ck_assert_int_eq(remove("t.md") || remove("t.yaml"), 0);
	ck_assert_int_eq(chdir(before), 0);
	ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

Suite *
yaml_suite(void)
{
	Suite *s = suite_create("yaml");
	TCase *t = tcase_create("yaml");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, sound_yaml, 0, COUNT(sound));
	tcase_add_test(t, block_scalars_know_their_lines);
	tcase_add_test(t, key_has_a_place);
	tcase_add_loop_test(t, faulty_yaml, 0, COUNT(faulty));
	tcase_add_test(t, nesting_has_a_limit);
	tcase_add_test(t, very_deep_nesting_is_no_crash);
	tcase_add_test(t, aliases_cannot_explode);
	tcase_add_test(t, aliases_cannot_nest_deeper);
	tcase_add_test(t, large_file_is_no_trouble);
	suite_add_tcase(s, t);
	t = tcase_create("front matter");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, front_matter);
	tcase_add_test(t, front_matter_is_optional);
	tcase_add_test(t, front_matter_without_keys_or_text);
	tcase_add_test(t, text_may_hold_anything);
	tcase_add_loop_test(t, faulty_front_matter, 0, COUNT(faulty_front));
	suite_add_tcase(s, t);
	t = tcase_create("write");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, writes_what_it_reads);
	tcase_add_loop_test(t, quotes_what_it_must, 0, COUNT(hard_texts));
	suite_add_tcase(s, t);
	t = tcase_create("load");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, loads_files);
	suite_add_tcase(s, t);
	return s;
}
