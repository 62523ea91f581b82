/* check_mustache.c -- stage 3: templates and what they make of data */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/content/read/yaml.h"
#include "../gen/template/mustache.h"
#include "site_fixture.h"
#include "suites.h"
#include "temp.h"
#include "work.h"

enum { MAX_PARTIALS = 4 };

/* A template named "t", data as YAML, partials as name and text. */
struct example {
	const char *template, *data, *expected;
	const char *partials[2 * MAX_PARTIALS];
};

static struct arena *arena;
static struct diag *diag;
static struct buf out;
static struct trace trace;

static void
setup(void)
{
	arena = arena_new();
	diag = diag_new();
	out = (struct buf)BUF_INIT;
	trace = (struct trace){ NULL, 0 };
}

static void
teardown(void)
{
	buf_release(&out);
	diag_free(diag);
	arena_free(arena);
}

static const struct source *
source(const char *path, const char *text)
{
	return source_from_text(arena, diag, path, str_from(text));
}

static struct value *
data_of(const char *yaml)
{
	return yaml ? yaml_parse(arena, diag, source("d", yaml)) :
	    value_new(arena, VALUE_NULL, (struct loc){ NULL, 0, 0 });
}

/* Render to out; false if anything went wrong. */
static bool
render_value(const struct example *e, const struct value *data, bool strict)
{
	struct template_set *set = template_set_new(arena);
	struct template_options options = { set, strict };
	const struct template *t;

	for (size_t i = 0; i < 2 * MAX_PARTIALS && e->partials[i]; i += 2) {
		t = template_parse(arena, diag,
		    source(e->partials[i], e->partials[i + 1]));
		if (t)
			template_set_add(set, str_from(e->partials[i]), t);
	}
	buf_clear(&out);
	t = template_parse(arena, diag, source("t", e->template));
	return t && template_render(t, data, &options, arena, diag, &out,
	    &trace);
}

static bool
render(const struct example *e, bool strict)
{
	return render_value(e, data_of(e->data), strict);
}

/* All messages without the source lines below them. */
static const char *
messages(void)
{
	struct buf kept = BUF_INIT;
	char *text = NULL, *line, *rest;
	const char *result;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	diag_print(diag, f);
	fclose(f);
	for (line = strtok_r(text, "\n", &rest); line;
	    line = strtok_r(NULL, "\n", &rest))
		if (line[0] != ' ')
			buf_addf(&kept, "%s\n", line);
	result = arena_cstr(arena, buf_str(&kept));
	buf_release(&kept);
	free(text);
	return result;
}

static void
check_example(const struct example *e, bool strict)
{
	bool ok = render(e, strict);

	ck_assert_msg(ok, "%s:\n%s", e->template, messages());
	ck_assert_msg(str_is(buf_str(&out), e->expected),
	    "%s:\nexpected [%s]\nbut got  [%s]", e->template, e->expected,
	    buf_str(&out).s ? buf_str(&out).s : "");
}

static const struct example examples[] = {
	/* variables */
	{ "", "{}", "", { 0 } },
	{ "geen tag { } }}", "{}", "geen tag { } }}", { 0 } },
	{ "{{ a }}|{{{a}}}|{{&a}}|{{& a }}", "a: <&\">'",
	    "&lt;&amp;&quot;&gt;'|<&\">'|<&\">'|<&\">'", { 0 } },
	{ "{{n}} {{x}} {{ja}} {{niets}}.",
	    "{n: 12, x: 1.50, ja: true, niets: null}", "12 1.5 true .", { 0 } },
	{ "{{a.b.c}}{{#a}}{{b.c}}{{/a}}", "a: {b: {c: 1}}", "11", { 0 } },
	{ "{{.}}", "hallo", "hallo", { 0 } },
	{ "{{a}}", "{a: '{{b}}', b: 1}", "{{b}}", { 0 } },
	{ "{{a}}}", "a: 1", "1}", { 0 } },
	{ "{{é}}", "é: ü", "ü", { 0 } },

	/* sections */
	{ "{{#a}}ja{{/a}}{{^a}}nee{{/a}}", "a: true", "ja", { 0 } },
	{ "{{#a}}ja{{/a}}{{^a}}nee{{/a}}", "a: []", "nee", { 0 } },
	{ "{{#a}}ja{{/a}}{{^a}}nee{{/a}}", "a: ''", "nee", { 0 } },
	{ "{{#a}}ja{{/a}}{{^a}}nee{{/a}}", "a: 0", "ja", { 0 } },
	{ "{{#a}}ja{{/a}}{{^a}}nee{{/a}}", "a: {}", "ja", { 0 } },
	{ "{{#a}}({{.}}{{b}}){{/a}}", "{a: [1, 2], b: x}", "(1x)(2x)", { 0 } },
	{ "{{#a}}{{#.}}{{.}}{{/.}};{{/a}}", "a: [[1, 2], [3]]", "12;3;",
	    { 0 } },
	{ "{{#a}}{{b}}{{/a}}", "{a: {b: null}, b: buiten}", "", { 0 } },
	{ "{{# a }}x{{/ a }}", "a: 1", "x", { 0 } },
	{ "{{#a.b}}{{c}}{{/a.b}}", "a: {b: [{c: 1}, {c: 2}]}", "12", { 0 } },

	/* lines that hold only a tag */
	{ "a\n  {{#x}}  \nb\n{{/x}}\nc\n", "x: 1", "a\nb\nc\n", { 0 } },
	{ "a\n{{! c }}\n{{!\n}}\nb", "{}", "a\nb", { 0 } },
	{ "a\n  {{! c }}", "{}", "a\n", { 0 } },
	{ "a {{! c }}\nb\n", "{}", "a \nb\n", { 0 } },
	{ "{{#x}}{{/x}}\nb\n", "x: 1", "\nb\n", { 0 } },
	{ "  {{x}}\n", "x: 1", "  1\n", { 0 } },
	{ "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\n", "x: 1", "a\nb\n", { 0 } },

	/* delimiters */
	{ "{{=<% %>=}}<%a%>{{a}}<%={{ }}=%>{{a}}", "a: 1", "1{{a}}1", { 0 } },
	{ "{{= | | =}}|a||#a|x|/a|", "a: 1", "1x", { 0 } },
	{ "{{=[ ]=}}[{a}] [&a]", "a: <", "< <", { 0 } },
	{ "a\n {{=| |=}} \n|! {{ |b", "{}", "a\nb", { 0 } },
};

START_TEST(examples_render)
{
	check_example(&examples[_i], false);
	check_example(&examples[_i], true);
}
END_TEST

static const struct example includes[] = {
	{ "[{{>p}}]", "a: 1", "[1]", { "p", "{{a}}" } },
	{ "[{{> *p}}]", "{p: q, a: 1}", "[1]", { "q", "{{a}}" } },
	{ "[{{>*a.p}}]", "a: {p: q}", "[x]", { "q", "x" } },
	{ "[{{>*p}}]", "p: null", "[]", { 0 } },
	{ "{{=| |=}}|>p|", "a: 1", "1{{", { "p", "{{a}}{{=| |=}}{{" } },
	/* indentation: of each line that is not empty, not of values */
	{ "x\n  {{>p}}\ny\n", "a: \"1\\n2\"", "x\n  1\n2\n\n  b\ny\n",
	    { "p", "{{{a}}}\n\nb\n" } },
	{ " {{>p}}\n", "a: 1", "  1\n  b\n 1\n",
	    { "p", " {{>q}}\n{{#a}}\n1\n{{/a}}\n", "q", "{{a}}\nb\n" } },
	{ "- {{>p}}\n", "{}", "- a\nb\n", { "p", "a\nb" } },
	{ " {{>p}}\n", "{}", " x a\nb\n", { "p", "x {{>q}}\n", "q", "a\nb" } },
	{ "{{>p}}", "{a: 1, l: [{a: 2, l: []}]}", "1(2)",
	    { "p", "{{a}}{{#l}}({{>p}}){{/l}}" } },

	/* parents and blocks */
	{ "{{$a}}gewoon{{/a}}", "{}", "gewoon", { 0 } },
	{ "{{<p}}{{/p}}", "{}", "[gewoon]", { "p", "[{{$a}}gewoon{{/a}}]" } },
	{ "{{<p}} weg {{x}}{{$a}}{{b}}{{/a}} weg {{/p}}", "b: 1", "[1]",
	    { "p", "[{{$a}}gewoon{{/a}}]" } },
	{ "{{<*n}}{{$a}}1{{/a}}{{/*n}}", "n: p", "[1]",
	    { "p", "[{{$a}}gewoon{{/a}}]" } },
	{ "{{<p}}{{$a}}1{{/a}}{{/p}} {{<p}}{{/p}}", "{}", "1 0",
	    { "p", "{{$a}}0{{/a}}" } },
	/* the outermost decides, through partials as well */
	{ "{{<p}}{{$a}}1{{/a}}{{/p}}", "{}", "1 3",
	    { "p", "{{<q}}{{$a}}2{{/a}}{{$b}}3{{/b}}{{/q}}",
	    "q", "{{>r}}", "r", "{{$a}}0{{/a}} {{$b}}0{{/b}}" } },
	/* a block inside a block of the same name is not itself */
	{ "{{<p}}{{$a}}({{$a}}0{{/a}}){{/a}}{{/p}}", "{}", "(0)",
	    { "p", "{{$a}}x{{/a}}" } },
	{ "{{<p}}{{$a}}{{n}}{{/a}}{{/p}}", "{n: 1, s: {n: 2}}", "2",
	    { "p", "{{#s}}{{$a}}x{{/a}}{{/s}}" } },
	{ "{{<p}}{{#x}}{{$a}}1{{/a}}{{/x}}{{/p}}", "x: 1", "0",
	    { "p", "{{$a}}0{{/a}}" } },

	/* lines of parents and blocks */
	{ "a\n  {{<p}}\n  {{$b}}\n    1\n      2\n  {{/b}}\n  {{/p}}\nc\n",
	    "{}",
	    "a\n  <p>\n    1\n      2\n  </p>\nc\n",
	    { "p", "<p>\n{{$b}}\n  0\n{{/b}}\n</p>\n" } },
	{ "{{<p}}{{$b}}\n1\n\n2\n{{/b}}{{/p}}\n", "{}", "x\n  1\n\n  2\n",
	    { "p", "x\n  {{$b}}\n  {{/b}}\n" } },
	{ "{{<p}}{{$b}}1{{/b}}{{/p}}\n", "{}", "x\n  1y\n",
	    { "p", "x\n{{$b}}\n  0\n{{/b}}\ny\n" } },
	{ "{{<p}}{{$b}}\n  1\n  2\n{{/b}}{{/p}}\n", "{}", "x 1\n2\ny\n",
	    { "p", "x {{$b}}0{{/b}}y\n" } },
	{ "{{<p}}{{$b}}\n\n1\n2{{/b}}{{/p}}\n", "{}", " \n 1\n 2\n",
	    { "p", " {{$b}}0{{/b}}\n" } },
	{ "a {{<p}}{{/p}}\nb {{<p}}\n{{/p}} c\n", "{}", "a x\ny\nb x\ny c\n",
	    { "p", "x\ny" } },
	{ "{{<p}}\n  {{$b}}\n  {{>q}}\n  {{/b}}\n{{/p}}\n", "{}",
	    "    1\n    2\n",
	    { "p", "    {{$b}}\n    {{/b}}\n", "q", "1\n2\n" } },
	{ "{{<p}}{{$b}}1{{/b}}{{/p}}", "{}", "1", { "p",
	    "{{<q}}{{<r}}{{/r}}{{/q}}{{$b}}0{{/b}}", "q", "", "r", "r" } },
};

START_TEST(includes_render)
{
	check_example(&includes[_i], false);
	check_example(&includes[_i], true);
}
END_TEST

/* Unknown things are nothing when not strict. */
static const struct example lenient[] = {
	{ "[{{a}}{{a.b}}{{{a}}}]", "{}", "[]", { 0 } },
	{ "[{{a.b}}{{a.b.c}}]", "a: 1", "[]", { 0 } },
	{ "[{{#a}}x{{/a}}{{^a}}y{{/a}}]", "{}", "[y]", { 0 } },
	{ "[{{a}}{{b}}]", "{a: [1], b: {c: 1}}", "[]", { 0 } },
	{ "[{{>p}}{{>*p}}{{>**p}}{{<p}}{{$a}}x{{/a}}{{/p}}]", "p: 1", "[]",
	    { 0 } },
	{ "[{{a}}]", NULL, "[]", { 0 } },
};

START_TEST(lenient_knows_no_unknown)
{
	check_example(&lenient[_i], false);
}
END_TEST

/* Known but empty, so no fault. */
static const struct example empty[] = {
	{ "[{{a}}{{a.b}}{{a.b.c}}{{#a}}x{{/a}}{{#a.b}}x{{/a.b}}]", "a: null",
	    "[]", { 0 } },
	{ "[{{^a.b}}x{{/a.b}}]", "a: null", "[x]", { 0 } },
	{ "[{{#l}}{{a}}{{/l}}]", "{l: [{a: null}], a: 1}", "[]", { 0 } },
	{ "[{{#a}}{{weg}}{{>weg}}{{/a}}]", "a: false", "[]", { 0 } },
};

START_TEST(strict_allows_empty)
{
	check_example(&empty[_i], true);
}
END_TEST

/* expected: the messages, of a file "t". */
static const struct example faults[] = {
	/* tags */
	{ "a\n {{b", "{}", "t:2:2: error: de tag die hier begint met '{{' "
	    "heeft geen einde; zet er '}}' achter\n", { 0 } },
	{ "é{{{b}} {{{b}}}", "b: 1", "t:1:2: error: de tag die hier begint "
	    "met '{{{' heeft geen einde; zet er '}}}' achter\n", { 0 } },
	{ "{{a {{#b}} {{/b}} {{!x", "{a: 1, b: 1}",
	    "t:1:1: error: de tag die hier begint met '{{' heeft geen einde; "
	    "zet er '}}' achter\n"
	    "t:1:19: error: de tag die hier begint met '{{!' heeft geen einde; "
	    "zet er '}}' achter\n", { 0 } },
	{ "{{=<% %>}} {{a}}", "a: 1", "t:1:1: error: de tag die hier begint "
	    "met '{{=' heeft geen einde; zet er '=}}' achter\n", { 0 } },
	{ "{{}}\n{{# }}\n{{{}}}\n{{>*}}", "{}",
	    "t:1:1: error: in deze tag staat geen naam; schrijf er een in of "
	    "haal de tag weg\n"
	    "t:2:1: error: in deze tag staat geen naam; schrijf er een in of "
	    "haal de tag weg\n"
	    "t:3:1: error: in deze tag staat geen naam; schrijf er een in of "
	    "haal de tag weg\n"
	    "t:4:1: error: in deze tag staat geen naam; schrijf er een in of "
	    "haal de tag weg\n", { 0 } },
	{ "{{a b}}{{.a}}{{a..b}}{{#a.}}{{/a.}}", "{}",
	    "t:1:1: error: 'a b' is geen naam voor een tag; gebruik geen "
	    "spaties en zet tussen twee delen één punt\n"
	    "t:1:8: error: '.a' is geen naam voor een tag; gebruik geen "
	    "spaties en zet tussen twee delen één punt\n"
	    "t:1:14: error: 'a..b' is geen naam voor een tag; gebruik geen "
	    "spaties en zet tussen twee delen één punt\n"
	    "t:1:22: error: 'a.' is geen naam voor een tag; gebruik geen "
	    "spaties en zet tussen twee delen één punt\n", { 0 } },
	{ "{{==}}\n{{=a=}}\n{{=a b c=}}\n{{== ==}}", "{}",
	    "t:1:1: error: zo kiest u geen andere tekens voor tags; schrijf "
	    "bijvoorbeeld '{{=<% %>=}}'\n"
	    "t:2:1: error: zo kiest u geen andere tekens voor tags; schrijf "
	    "bijvoorbeeld '{{=<% %>=}}'\n"
	    "t:3:1: error: zo kiest u geen andere tekens voor tags; schrijf "
	    "bijvoorbeeld '{{=<% %>=}}'\n"
	    "t:4:1: error: zo kiest u geen andere tekens voor tags; schrijf "
	    "bijvoorbeeld '{{=<% %>=}}'\n", { 0 } },

	/* pairs of tags: both places */
	{ "a\n{{#x}}\nb\n", "x: 1",
	    "t:2:1: error: '{{#x}}' wordt niet gesloten; zet '{{/x}}' waar dit "
	    "stuk eindigt\n"
	    "t:3:2: note: hier eindigt het sjabloon\n", { 0 } },
	{ "{{#x}}{{^y}}{{/x}}", "{x: 1, y: 1}",
	    "t:1:7: error: '{{^y}}' wordt niet gesloten; zet '{{/y}}' waar dit "
	    "stuk eindigt\n"
	    "t:1:13: note: hier sluit '{{/x}}' het stuk eromheen al\n", { 0 } },
	{ "{{<p}}\n{{$b}}", "{}",
	    "t:1:1: error: '{{<p}}' wordt niet gesloten; zet '{{/p}}' waar dit "
	    "stuk eindigt\n"
	    "t:2:7: note: hier eindigt het sjabloon\n"
	    "t:2:1: error: '{{$b}}' wordt niet gesloten; zet '{{/b}}' waar dit "
	    "stuk eindigt\n"
	    "t:2:7: note: hier eindigt het sjabloon\n", { "p", "" } },
	{ "x{{<p}}{{$b}}\n{{/p}}", "{}",
	    "t:1:8: error: '{{$b}}' wordt niet gesloten; zet '{{/b}}' waar dit "
	    "stuk eindigt\n"
	    "t:2:1: note: hier sluit '{{/p}}' het stuk eromheen al\n", { 0 } },
	{ "{{#naam}}\n{{/nam}}\n{{=| |=}}|#y|", "{}",
	    "t:2:1: error: '{{/nam}}' past niet bij '{{#naam}}'; schrijf hier "
	    "'{{/naam}}'\n"
	    "t:1:1: note: hier begint '{{#naam}}'\n"
	    "t:3:10: error: '|#y|' wordt niet gesloten; zet '|/y|' waar dit "
	    "stuk eindigt\n"
	    "t:3:14: note: hier eindigt het sjabloon\n", { 0 } },
	{ "{{<*p}}{{/p}}", "{}",
	    "t:1:8: error: '{{/p}}' past niet bij '{{<*p}}'; schrijf hier "
	    "'{{/*p}}'\n"
	    "t:1:1: note: hier begint '{{<*p}}'\n", { 0 } },
	{ "{{a}} {{/x}}", "{}",
	    "t:1:7: error: '{{/x}}' sluit een stuk dat niet begonnen is; zet "
	    "er '{{#x}}' voor of haal deze tag weg\n", { 0 } },

	/* names */
	{ "\n {{gemeent}}", "{gemeente: 1}",
	    "t:2:2: error: de naam 'gemeent' is hier niet bekend; kijk hoe u "
	    "hem schrijft: bedoelt u 'gemeente'?\n", { 0 } },
	{ "{{#a}}{{gemeent}}{{^xyzw}}{{/xyzw}}{{/a}}",
	    "{gemeente: 1, a: {b: 1}}",
	    "t:1:7: error: de naam 'gemeent' is hier niet bekend; kijk hoe u "
	    "hem schrijft: bedoelt u 'gemeente'?\n"
	    "t:1:18: error: de naam 'xyzw' is hier niet bekend; kijk hoe u "
	    "hem schrijft\n", { 0 } },
	{ "{{a.naan}} {{a.naam.x}}{{#a.l}}{{/a.l}}", "a: {naam: 1}",
	    "t:1:1: error: 'a' (een blok met sleutels) heeft geen 'naan'; kijk "
	    "hoe u dat schrijft: bedoelt u 'naam'?\n"
	    "t:1:12: error: 'naam' (een getal) heeft geen 'x'; kijk hoe u dat "
	    "schrijft\n"
	    "t:1:24: error: 'a' (een blok met sleutels) heeft geen 'l'; kijk "
	    "hoe u dat schrijft\n", { 0 } },
	{ "{{a}}{{{b}}}{{&.}}", "{a: [1], b: {c: 1}}",
	    "t:1:1: error: 'a' is een lijst en geen tekst; ga er met '{{#a}}' "
	    "doorheen of kies een deel\n"
	    "t:1:6: error: 'b' is een blok met sleutels en geen tekst; ga er "
	    "met '{{#b}}' doorheen of kies een deel\n"
	    "t:1:13: error: '.' is een blok met sleutels en geen tekst; ga er "
	    "met '{{#.}}' doorheen of kies een deel\n", { 0 } },

	/* partials and parents */
	{ "{{>kop}}{{<voet}}{{/voet}}{{>*x}}", "x: rest",
	    "t:1:1: error: het sjabloon 'kop' bestaat niet; kijk hoe u het "
	    "schrijft: bedoelt u 'kopp'?\n"
	    "t:1:9: error: het sjabloon 'voet' bestaat niet; kijk hoe u het "
	    "schrijft\n"
	    "t:1:27: error: het sjabloon 'rest' bestaat niet; kijk hoe u het "
	    "schrijft\n", { "kopp", "" } },
	{ "{{>*y}}{{>*l}}", "l: []",
	    "t:1:1: error: de naam 'y' is hier niet bekend; kijk hoe u hem "
	    "schrijft\n"
	    "t:1:8: error: 'l' is een lijst en geen tekst; ga er met '{{#l}}' "
	    "doorheen of kies een deel\n", { 0 } },
	{ "x{{>p}}", "{}",
	    "p:1:2: error: de naam 'xyzw' is hier niet bekend; kijk hoe u hem "
	    "schrijft\n", { "p", "-{{xyzw}}" } },
};

START_TEST(faults_are_told)
{
	const struct example *e = &faults[_i];

	ck_assert(!render(e, true));
	ck_assert_str_eq(messages(), e->expected);
}
END_TEST

static const struct example endless[] = {
	{ "{{>p}}", "{}", "p:2:1: error: sjablonen nemen hier elkaar steeds "
	    "weer op; haal 'p' weg of zet het in een stuk dat niet altijd "
	    "meedoet\n", { "p", "x\n{{>p}}{{>p}}" } },
	{ "{{<p}}{{/p}}", "n: p", "q:1:2: error: sjablonen nemen hier elkaar "
	    "steeds weer op; haal 'n' weg of zet het in een stuk dat niet "
	    "altijd meedoet\n", { "p", "{{>q}}", "q", " {{>*n}} " } },
	{ "{{<p}}{{$b}}{{>q}}{{/b}}{{/p}}", "n: {m: 1}", "q:1:13: error: "
	    "sjablonen nemen hier elkaar steeds weer op; haal 'p' weg of zet "
	    "het in een stuk dat niet altijd meedoet\n",
	    { "p", "{{$b}}x{{/b}}",
	    "q", "{{#n}}{{#m}}{{<p}}{{$b}}{{>q}}{{/b}}{{/p}}{{/m}}{{/n}}" } },
};

START_TEST(endless_includes_stop)
{
	const struct example *e = &endless[_i / 2];

	ck_assert(!render(e, _i % 2));
	ck_assert_str_eq(messages(), e->expected);
}
END_TEST

/* count times s. */
static char *
repeat(const char *s, size_t count)
{
	struct buf b = BUF_INIT;
	char *text;

	for (size_t i = 0; i < count; i++)
		buf_adds(&b, s);
	text = arena_cstr(arena, buf_str(&b));
	buf_release(&b);
	return text;
}

/* The worst that the limits allow, and one step more. */
START_TEST(nesting_has_a_limit)
{
	const char *deep = arena_printf(arena, "%s{{>p}}%s",
	    repeat("{{#a}}", 32), repeat("{{/a}}", 32)).s;
	struct example e = { "{{>p}}", "a: 1", NULL, { "p", deep } };
	struct example f = { repeat("{{#a}}", 33), "a: 1", NULL, { 0 } };

	ck_assert(!render(&e, false));
	ck_assert_str_eq(messages(), "p:1:193: error: sjablonen nemen hier "
	    "elkaar steeds weer op; haal 'p' weg of zet het in een stuk dat "
	    "niet altijd meedoet\n");
	diag_free(diag);
	diag = diag_new();
	ck_assert(!render(&f, false));
	ck_assert_str_eq(messages(), "t:1:193: error: hier staan meer dan 32 "
	    "stukken in elkaar; zet een deel in een eigen sjabloon\n");
}
END_TEST

static void
parse_many(size_t n, const void *part)
{
	struct diag *d = diag_new();

	template_parse(arena, d, source("t", repeat(part, n)));
	diag_free(d);
}

/* None of these does anything again for each tag. */
START_TEST(work_is_in_proportion)
{
	static const char *const parts[] = {
		"{{a}}", "{{a\n", "{{{a\n", "{{\n", "{{!", "{{#a}}{{/a}}",
		"{{<a}}{{/a}}", "{{=", "     ", "{{$a}}\n\n{{/a}}",
		"{{={{ }}=}}", "{{>a}}\n", "{{#a}}\n{{/b}}\n",
	};

	work_is_linear(parse_many, 4000, parts[_i]);
}
END_TEST

/* "offset=line:column" of all entries, with the source's path before it. */
static const char *
trace_text(void)
{
	struct buf b = BUF_INIT;
	const char *s;

	for (size_t i = 0; i < trace.n; i++)
		buf_addf(&b, "%s%zu=%s:%u:%u", i ? " " : "",
		    trace.entries[i].offset, trace.entries[i].loc.src->path,
		    trace.entries[i].loc.line, trace.entries[i].loc.column);
	s = arena_cstr(arena, buf_str(&b));
	buf_release(&b);
	return s;
}

START_TEST(trace_leads_to_the_source)
{
	struct example e = { "<p>\n {{a}} {{#b}}\nx{{/b}}\n  {{>p}}\n",
		"b: 1\na:  x<y\n", NULL, { "p", "q\n{{a}}" } };

	ck_assert(render(&e, true));
	ck_assert_str_eq(buf_str(&out).s, "<p>\n x&lt;y \nx\n  q\n  x&lt;y");
	ck_assert_str_eq(trace_text(), "0=t:1:1 4=t:2:1 5=d:2:5 11=t:2:7 "
	    "12=t:2:14 13=t:3:1 14=t:3:8 15=p:1:1 19=p:2:1 21=d:2:5");
}
END_TEST

START_TEST(trace_of_markup_is_merged)
{
	struct example e = { "ab{{m}}{{{m}}}c", NULL, NULL, { 0 } };
	struct value *data = data_of("m: x");
	struct value *m = value_find(data, "m");
	const struct source *md = source("m.md", "a\nb\n");

	m->kind = VALUE_MARKUP;
	m->text = STR("<p>1</p>");
	trace_add(arena, &m->trace, 3, source_loc(md, 2));
	ck_assert(render_value(&e, data, true));
	ck_assert_str_eq(buf_str(&out).s, "ab<p>1</p><p>1</p>c");
	ck_assert_str_eq(trace_text(), "0=t:1:1 2=d:1:4 5=m.md:2:1 10=d:1:4 "
	    "13=m.md:2:1 18=t:1:15");
}
END_TEST

/* A value that came from no file has the place of its tag. */
START_TEST(trace_of_generated_values)
{
	struct example e = { "-{{a}}", NULL, NULL, { 0 } };
	struct value *data = data_of("a: x");

	value_find(data, "a")->loc.src = NULL;
	ck_assert(render_value(&e, data, true));
	ck_assert_str_eq(trace_text(), "0=t:1:1 1=t:1:2");
}
END_TEST

static struct value *
with_facet(struct value *v, const char *name, const char *text)
{
	struct loc nowhere = { NULL, 0, 0 };

	v->facets = value_new(arena, VALUE_MAP, nowhere);
	value_set(arena, v->facets, str_from(name), nowhere,
	    value_string(arena, nowhere, str_from(text)));
	return v;
}

START_TEST(facets_are_members)
{
	struct example e = { "{{dag.iso}} {{#dag}}{{.}} {{iso}}{{/dag}} "
	    "{{lijst.aantal}}{{#m}}{{a}}{{b}}{{/m}}", NULL, NULL, { 0 } };
	struct value *data = data_of("{dag: 1 mei, lijst: [x], m: {a: 3}}");

	with_facet(value_find(data, "dag"), "iso", "05-01");
	with_facet(value_find(data, "lijst"), "aantal", "1");
	with_facet(value_find(data, "m"), "b", "4");
	ck_assert(render_value(&e, data, true));
	ck_assert_str_eq(buf_str(&out).s, "05-01 1 mei 05-01 134");
	e.template = "{{dag.isso}}";
	ck_assert(!render_value(&e, data, true));
	ck_assert_str_eq(messages(), "t:1:1: error: 'dag' (een tekst) heeft "
	    "geen 'isso'; kijk hoe u dat schrijft: bedoelt u 'iso'?\n");
}
END_TEST

START_TEST(markup_is_a_section)
{
	struct example e = { "{{#m}}{{.}}{{/m}}{{^n}}-{{/n}}", NULL, NULL,
		{ 0 } };
	struct value *data = data_of("{m: x, n: x}");

	value_find(data, "m")->kind = VALUE_MARKUP;
	value_find(data, "m")->text = STR("<b>1</b>");
	value_find(data, "n")->kind = VALUE_MARKUP;
	value_find(data, "n")->text = STR("");
	ck_assert(render_value(&e, data, true));
	ck_assert_str_eq(buf_str(&out).s, "<b>1</b>-");
}
END_TEST

static void
write_file(const char *folder, const char *name, const char *text)
{
	const char *path = arena_printf(arena, "%s/%s", folder, name).s;
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

static void
remove_file(const char *folder, const char *name)
{
	unlink(arena_printf(arena, "%s/%s", folder, name).s);
}

START_TEST(set_loads_a_folder)
{
	char folder[TEMP_PATH];
	struct template_set *set = template_set_new(arena);

	temp_folder(folder);
	write_file(folder, "b.mustache", "b");
	write_file(folder, "a.mustache", "{{>b}}");
	write_file(folder, "readme.md", "{{");
	ck_assert(template_set_load(set, diag, folder));
	ck_assert_ptr_nonnull(template_find(set, STR("a")));
	ck_assert_ptr_nonnull(template_find(set, STR("b")));
	ck_assert_ptr_null(template_find(set, STR("readme")));
	ck_assert_ptr_null(template_find(set, STR("")));
	write_file(folder, "a.mustache", "{{");
	ck_assert(!template_set_load(set, diag, folder));
	ck_assert_ptr_nonnull(strstr(messages(), "/a.mustache:1:1: error: "));
	remove_file(folder, "a.mustache");
	remove_file(folder, "b.mustache");
	remove_file(folder, "readme.md");
	rmdir(folder);
	ck_assert(!template_set_load(set, diag, folder));
	ck_assert_ptr_nonnull(strstr(messages(), "kan dit niet lezen"));
}
END_TEST

/* The command render takes what stands beside a template, lines and all. */
START_TEST(command_keeps_line_ends)
{
	char *folder = site_folder();
	struct buf answer = BUF_INIT;

	write_file(folder, "a.mustache", "een\r\n  {{>b}}\r\n{{c}}\r\n");
	write_file(folder, "b.mustache", "twee\r\n\r\ndrie\r\n");
	write_file(folder, "c.yaml", "c: vier\r\n");
	ck_assert_int_eq(site_ask("${TOETSSTEEN:-gen/build/toetssteen} render "
	    "%1$s/a.mustache %1$s/c.yaml", folder, &answer), 0);
	ck_assert_str_eq(buf_str(&answer).s,
	    "een\r\n  twee\r\n\r\n  drie\r\nvier\r\n");
	buf_release(&answer);
	site_remove(folder);
}
END_TEST

START_TEST(set_replaces)
{
	struct template_set *set = template_set_new(arena);
	const struct template *old, *new;
	const char *name;

	old = template_parse(arena, diag, source("t", "1"));
	new = template_parse(arena, diag, source("t", "2"));
	for (int i = 99; i >= 0; i--) {
		name = arena_printf(arena, "n%d", i * 7 % 100).s;
		template_set_add(set, str_from(name), old);
	}
	template_set_add(set, STR("n50"), new);
	ck_assert_ptr_eq(template_find(set, STR("n50")), new);
	ck_assert_ptr_eq(template_find(set, STR("n49")), old);
	ck_assert_ptr_eq(template_find(set, STR("n0")), old);
	ck_assert_ptr_null(template_find(set, STR("n100")));
}
END_TEST

#define COUNT(list) ((int)(sizeof(list) / sizeof(*(list))))

Suite *
mustache_suite(void)
{
	Suite *s = suite_create("mustache");
	TCase *c = tcase_create("render"), *f = tcase_create("faults");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_loop_test(c, examples_render, 0, COUNT(examples));
	tcase_add_loop_test(c, includes_render, 0, COUNT(includes));
	tcase_add_loop_test(c, lenient_knows_no_unknown, 0, COUNT(lenient));
	tcase_add_loop_test(c, strict_allows_empty, 0, COUNT(empty));
	tcase_add_test(c, trace_leads_to_the_source);
	tcase_add_test(c, trace_of_markup_is_merged);
	tcase_add_test(c, trace_of_generated_values);
	tcase_add_test(c, facets_are_members);
	tcase_add_test(c, markup_is_a_section);
	tcase_add_test(c, set_replaces);
	suite_add_tcase(s, c);
	tcase_add_checked_fixture(f, setup, teardown);
	tcase_add_loop_test(f, faults_are_told, 0, COUNT(faults));
	tcase_add_loop_test(f, endless_includes_stop, 0, 2 * COUNT(endless));
	tcase_add_test(f, nesting_has_a_limit);
	tcase_add_loop_test(f, work_is_in_proportion, 0, 13);
	tcase_add_test(f, set_loads_a_folder);
	tcase_add_test(f, command_keeps_line_ends);
	suite_add_tcase(s, f);
	return s;
}
