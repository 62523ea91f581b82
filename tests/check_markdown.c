/* check_markdown.c -- Markdown -> XHTML: elements, notes, tables, places */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../gen/base/buf.h"
#include "../gen/base/diag.h"
#include "../gen/content/markdown/markdown.h"
#include "suites.h"
#include "temp.h"

static struct arena *arena;
static struct diag *diag;
static struct markdown_options options;

static void
add(struct value *map, const char *name, struct value *v)
{
	value_set(arena, map, str_from(name), v->loc, v);
}

/* naam, gemeente.naam, datum (with a facet), aantal, lijst, leeg, titel. */
static struct value *
variables(void)
{
	const struct loc nowhere = { NULL, 0, 0 };
	struct value *root = value_new(arena, VALUE_MAP, nowhere);
	struct value *gemeente = value_new(arena, VALUE_MAP, nowhere);
	struct value *datum = value_string(arena, nowhere, STR("1 mei 2020"));
	struct value *titel = value_string(arena, nowhere, STR("A &amp; B"));
	struct value *opmaak = value_string(arena, nowhere, STR("<em>a</em>"));

	add(gemeente, "naam", value_string(arena, nowhere,
	    STR("\"R\" -- <&>")));
	datum->facets = value_new(arena, VALUE_MAP, nowhere);
	add(datum->facets, "iso", value_string(arena, nowhere,
	    STR("2020-05-01")));
	titel->kind = opmaak->kind = VALUE_MARKUP;
	add(root, "gemeente", gemeente);
	add(root, "datum", datum);
	add(root, "aantal", value_number(arena, nowhere, 5));
	add(root, "lijst", value_new(arena, VALUE_LIST, nowhere));
	add(root, "leeg", value_new(arena, VALUE_NULL, nowhere));
	add(root, "titel", titel);
	add(root, "opmaak", opmaak);
	return root;
}

static void
setup(void)
{
	arena = arena_new();
	diag = diag_new();
	options = (struct markdown_options){ .quote_open = STR("“"),
		.quote_close = STR("”"), .inner_open = STR("‘"),
		.inner_close = STR("’"), .variables = variables() };
}

static void
teardown(void)
{
	arena_free(arena);
	diag_free(diag);
}

/* The text of a file of its own, as yaml_parse_front_matter gives it. */
static struct value *
file_value(const char *path, const char *text)
{
	const struct source *src = source_from_text(arena, diag, path,
	    str_from(text));
	struct value *v = value_string(arena, source_whole(src), src->text);

	v->literal = true;
	return v;
}

/* The messages without source lines and path: "1:2: error: …\n". */
static const char *
messages(void)
{
	char *text = NULL, *line, *rest;
	struct buf kept = BUF_INIT;
	const char *result;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	diag_print(diag, f);
	fclose(f);
	for (rest = text; (line = strsep(&rest, "\n")); )
		if (!strncmp(line, "t.md:", 5))
			buf_addf(&kept, "%s\n", line + 5);
	free(text);
	result = arena_cstr(arena, buf_str(&kept));
	buf_release(&kept);
	return result;
}

struct sample {
	const char *text, *xhtml;
};

static const struct sample blocks[] = {
	{ "", "" },
	{ "\n \n", "" },
	{ "een", "<p>een</p>\n" },
	{ "een\ntwee\n\ndrie\n", "<p>een\ntwee</p>\n<p>drie</p>\n" },
	{ "# A\n\n###### *B*", "<h1 class=\"md\">A</h1>\n"
	    "<h6 class=\"md\"><em>B</em></h6>\n" },
	{ "*a* **b** ***c***", "<p><em>a</em> <strong>b</strong> "
	    "<em><strong>c</strong></em></p>\n" },
	{ "- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
	{ "- a\n\n- b\n", "<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n"
	    "</ul>\n" },
	{ "1. a\n   - b\n", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n"
	    "</ol>\n" },
	{ "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
	{ "-", "<ul>\n<li></li>\n</ul>\n" },
	{ "> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n" },
	{ "```sh\na <b> \"x\" {{y}} [^1]\n```", "<pre><code>a &lt;b&gt; "
	    "&quot;x&quot; {{y}} [^1]\n</code></pre>\n" },
	{ "    a\n", "<pre><code>a\n</code></pre>\n" },
	{ "a\n\n---\n", "<p>a</p>\n<hr/>\n" },
	{ "a  \nb\\\nc", "<p>a<br/>\nb<br/>\nc</p>\n" },
	{ "`a -- \"b\"`", "<p><code>a -- &quot;b&quot;</code></p>\n" },
	{ "5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>\n" },
	{ "&euro; \\*a\\* \\\"b\\\"", "<p>€ *a* &quot;b&quot;</p>\n" },
	/* typography goes on through elements */
	{ "'*a*' \"**b** `c`\"", "<p>“<em>a</em>” “<strong>b</strong> "
	    "<code>c</code>”</p>\n" },
	{ "**5** % op *1* mei", "<p><strong>5</strong>\u00A0% op <em>1</em>"
	    "\u00A0mei</p>\n" },
	/* links */
	{ "[a](https://x.nl/?a=1&b=é \"T 'x'\")", "<p><a href=\"https://"
	    "x.nl/?a=1&amp;b=%C3%A9\" title=\"T “x”\">a</a></p>\n" },
	{ "[](#bijlage-1) [b](#x)", "<p><a href=\"#bijlage-1\"></a> "
	    "<a href=\"#x\">b</a></p>\n" },
	{ "<https://x.nl/a--b>", "<p><a href=\"https://x.nl/a--b\">"
	    "https://x.nl/a--b</a></p>\n" },
	{ "<jan@x.nl> https://x.nl", "<p><a href=\"mailto:jan@x.nl\">"
	    "jan@x.nl</a> https://x.nl</p>\n" },
	{ "[a][b]\n\n[b]: http://x.nl", "<p><a href=\"http://x.nl\">a</a>"
	    "</p>\n" },
	/* variables */
	{ "{{aantal}} % van {{ gemeente.naam }}", "<p>5\u00A0% van "
	    "&quot;R&quot; -- &lt;&amp;&gt;</p>\n" },
	{ "{{datum}}, {{datum.iso}}", "<p>1 mei 2020, 2020-05-01</p>\n" },
	{ "*{{titel}}*", "<p><em>A &amp; B</em></p>\n" },
	{ "[{{aantal}}](https://x.nl/{{aantal}})",
	    "<p><a href=\"https://x.nl/5\">5</a></p>\n" },
	{ "\\{{a}} `{{b}}`", "<p>{{a}} <code>{{b}}</code></p>\n" },
	{ "[^1] \\[^2]\n\n[^1]: x", "<p><ts-noot key=\"t.md:3:1:1\">x"
	    "</ts-noot> [^2]</p>\n" },
};

static const struct sample notes[] = {
	{ "a[^1].\n\n[^1]: www.x.nl\n",
	    "<p>a<ts-noot key=\"t.md:3:1:1\">www.x.nl</ts-noot>.</p>\n" },
	/* the second call has no text */
	{ "a[^1] b[^1]\n\n[^1]: x",
	    "<p>a<ts-noot key=\"t.md:3:1:1\">x</ts-noot> "
	    "b<ts-noot key=\"t.md:3:1:1\"></ts-noot></p>\n" },
	{ "a![^1][^b-2]\n[^1]: x\n[^b-2]: *y*",
	    "<p>a!<ts-noot key=\"t.md:2:1:1\">x</ts-noot>"
	    "<ts-noot key=\"t.md:3:1:b-2\"><em>y</em></ts-noot></p>\n" },
	/* goes on without and with indentation */
	{ "a[^1]\n\n[^1]: x\ny\n    z\n\nb",
	    "<p>a<ts-noot key=\"t.md:3:1:1\">x\ny\nz</ts-noot></p>\n"
	    "<p>b</p>\n" },
	{ "a[^1]\n\n[^1]: x\n\n    y\n\n      - z\n\nb",
	    "<p>a<ts-noot key=\"t.md:3:1:1\"><p>x</p>\n<p>y</p>\n<ul>\n"
	    "<li>z</li>\n</ul>\n</ts-noot></p>\n<p>b</p>\n" },
	{ "a[^1]\n\n[^1]: x\n# Kop",
	    "<p>a<ts-noot key=\"t.md:3:1:1\">x</ts-noot></p>\n"
	    "<h1 class=\"md\">Kop</h1>\n" },
	{ "a[^1]\n\n[^1]:\n    x",
	    "<p>a<ts-noot key=\"t.md:3:1:1\">x</ts-noot></p>\n" },
	/* in a heading, a list and a cell */
	{ "# a[^1]\n\n[^1]: x", "<h1 class=\"md\">a"
	    "<ts-noot key=\"t.md:3:1:1\">x</ts-noot></h1>\n" },
	{ "1. a[^1]\n\n   [^1]: x", "<ol>\n<li>a"
	    "<ts-noot key=\"t.md:3:4:1\">x</ts-noot></li>\n</ol>\n" },
	/* quotes around a call are those around the word */
	{ "\"a\"[^1] \"b\"\n\n[^1]: \"c\"", "<p>“a”"
	    "<ts-noot key=\"t.md:3:1:1\">“c”</ts-noot> “b”</p>\n" },
	/* code is code */
	{ "~~~\n[^1]: x\n~~~", "<pre><code>[^1]: x\n</code></pre>\n" },
	{ "```\n[^1]: x\n~~~\n````\n", "<pre><code>[^1]: x\n~~~\n</code>"
	    "</pre>\n" },
	{ "`[^1]` [^ [^]", "<p><code>[^1]</code> [^ [^]</p>\n" },
	/* what looks like a link's address */
	{ "[^<a\"b>]\n\n[^<a\"b>]: x", "<p><ts-noot key=\"t.md:3:1:"
	    "&lt;a&quot;b&gt;\">x</ts-noot></p>\n" },
};

static const struct sample tables[] = {
	{ "| a | b |\n|---|:-:|\n| *1* | \"2\" |\n",
	    "<table>\n<thead><tr><th scope=\"col\">a</th>"
	    "<th scope=\"col\" class=\"midden\">b</th></tr>\n</thead>\n"
	    "<tbody>\n<tr><td><em>1</em></td><td class=\"midden\">“2”</td>"
	    "</tr>\n</tbody>\n</table>\n" },
	{ "a|b\n:--|--:", "<table>\n<thead><tr><th scope=\"col\">a</th>"
	    "<th scope=\"col\" class=\"rechts\">b</th></tr>\n</thead>\n"
	    "</table>\n" },
	{ "Tabel: De **k**\n\n|a|\n|-|\n|1|", "<table>\n<caption>De "
	    "<strong>k</strong></caption>\n<thead><tr><th scope=\"col\">a"
	    "</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n"
	    "</table>\n" },
	/* cells are running text, whatever they begin with */
	{ "|a|b|c|\n|-|-|-|\n|- x|1. y|# z #|",
	    "<table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b"
	    "</th><th scope=\"col\">c</th></tr>\n</thead>\n<tbody>\n<tr><td>"
	    "- x</td><td>1. y</td><td># z #</td></tr>\n</tbody>\n</table>\n" },
	{ "|a|b|\n|-|-|\n|x\\|y `p\\|q`||",
	    "<table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b"
	    "</th></tr>\n</thead>\n<tbody>\n<tr><td>x|y <code>p|q</code></td>"
	    "<td></td></tr>\n</tbody>\n</table>\n" },
	{ "- |a|\n  |-|\n  |1[^1]|\n\n[^1]: x",
	    "<ul>\n<li><table>\n<thead><tr><th scope=\"col\">a</th></tr>\n"
	    "</thead>\n<tbody>\n<tr><td>1<ts-noot key=\"t.md:5:1:1\">x"
	    "</ts-noot></td></tr>\n</tbody>\n</table></li>\n</ul>\n" },
	{ "> |a|\n> |-|\n> |1|", "<blockquote>\n<table>\n<thead><tr>"
	    "<th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n<tr><td>1"
	    "</td></tr>\n</tbody>\n</table>\n</blockquote>\n" },
	/* no tables */
	{ "a | b\nc | d", "<p>a | b\nc | d</p>\n" },
	{ "a\n|-|", "<p>a\n|-|</p>\n" },
	{ "Tabel: a\n\nb", "<p>Tabel: a</p>\n<p>b</p>\n" },
};

static void
check_sample(const struct sample *s)
{
	struct value *v = file_value("t.md", s->text);
	bool ok = markdown_render(arena, diag, v, false, &options);

	ck_assert_str_eq(messages(), "");
	ck_assert(ok);
	ck_assert_int_eq(v->kind, VALUE_MARKUP);
	ck_assert_str_eq(v->text.s, s->xhtml);
}

START_TEST(block_is_written)
{
	check_sample(&blocks[_i]);
}
END_TEST

START_TEST(note_is_written)
{
	check_sample(&notes[_i]);
}
END_TEST

START_TEST(table_is_written)
{
	check_sample(&tables[_i]);
}
END_TEST

/* The text, and what messages() gives for it. */
static const struct sample faults[] = {
	{ "a <b>x</b> y", "1:3: error: een tekst mag geen HTML bevatten, "
	    "zoals <b>; schrijf **vet**\n" },
	{ "é <br/>\n<I>b</I>", "1:3: error: een tekst mag geen HTML bevatten, "
	    "zoals <br>; sluit de regel af met twee spaties of een \\\n"
	    "2:1: error: een tekst mag geen HTML bevatten, zoals <I>; schrijf "
	    "*cursief*\n" },
	{ "a\n\n<table>\n<tr>\n</table>", "3:1: error: een tekst mag geen "
	    "HTML bevatten, zoals <table>; schrijf de tabel met | tussen de "
	    "cellen\n" },
	{ "a <x-y> b", "1:3: error: een tekst mag geen HTML bevatten, zoals "
	    "<x>; schrijf dit zonder HTML, of zet \\ voor de <\n" },
	{ "a <!-- b -->", "1:3: error: een tekst mag geen HTML bevatten, "
	    "zoals <!--; haal dit commentaar weg\n" },
	{ "a</b>", "1:2: error: een tekst mag geen HTML bevatten, zoals <b>; "
	    "schrijf **vet**\n" },
	/* notes */
	{ "é[^2]", "1:2: error: voetnoot [^2] heeft geen tekst; zet de tekst "
	    "van de noot onderaan, achter [^2]:\n" },
	{ "[^noott] [^noot]\n\n[^noot]: x", "1:1: error: voetnoot [^noott] "
	    "heeft geen tekst (bedoelt u [^noot]?); zet de tekst van de noot "
	    "onderaan, achter [^noott]:\n" },
	{ "a\n\n [^1]: x", "3:2: error: geen enkele zin verwijst naar "
	    "voetnoot [^1]; zet [^1] in de tekst of haal de noot weg\n" },
	{ "a[^1]\n\n[^1]: x\n[^1]: y", "4:1: error: voetnoot [^1] staat er "
	    "twee keer; geef deze noot een andere naam\n"
	    "3:1: note: hier staat de eerste\n" },
	{ "a[^1]\n\n[^1]:  \n", "3:1: error: voetnoot [^1] is leeg; schrijf "
	    "de tekst achter de dubbele punt\n" },
	{ "a[^1]\n\n[^1]: b\n    - c[^1]", "4:8: error: een voetnoot mag niet "
	    "naar een voetnoot verwijzen; schrijf het in één noot\n" },
	{ "[a [^1]](#b)\n\n[^1]: b", "1:4: error: hier mag geen verwijzing "
	    "naar een voetnoot staan; zet die achter de link of onder de "
	    "afbeelding\n" },
	{ "> [^1]: www.x.nl", "1:3: error: voetnoot [^1] staat in een citaat; "
	    "zet de noot op een eigen regel zonder >\n" },
	/* variables */
	{ "- {{gemeente.nam}}", "1:3: error: de variabele {{gemeente.nam}} "
	    "bestaat niet (bedoelt u {{gemeente.naam}}?); verbeter de naam\n" },
	{ "{{datum.isoo}}", "1:1: error: de variabele {{datum.isoo}} bestaat "
	    "niet (bedoelt u {{datum.iso}}?); verbeter de naam\n" },
	{ "{{x.y}}", "1:1: error: de variabele {{x.y}} bestaat niet; verbeter "
	    "de naam\n" },
	{ "{{gemeente..naam}}", "1:1: error: de variabele {{gemeente..naam}} "
	    "bestaat niet; verbeter de naam\n" },
	{ "{{lijst}}", "1:1: error: de variabele {{lijst}} is een lijst; in "
	    "een tekst kan alleen een tekst of een getal\n" },
	{ "{{opmaak}}", "1:1: error: de variabele {{opmaak}} is een tekst met "
	    "opmaak; in een tekst kan alleen een tekst of een getal\n" },
	{ "{{leeg}}", "1:1: error: de variabele {{leeg}} is niet ingevuld; "
	    "vul die in of haal die weg\n" },
	{ "a {{#b}} {{> c}}", "1:3: error: in een tekst mag alleen een "
	    "variabele staan, zoals {{gemeente.naam}}; haal {{#b}} weg\n"
	    "1:10: error: in een tekst mag alleen een variabele staan, zoals "
	    "{{gemeente.naam}}; haal {{> c}} weg\n" },
	{ "{{{aantal}}}", "1:1: error: in een tekst mag alleen een variabele "
	    "staan, zoals {{gemeente.naam}}; haal {{{aantal}} weg\n" },
	{ "{{}}", "1:1: error: in een tekst mag alleen een variabele staan, "
	    "zoals {{gemeente.naam}}; haal {{}} weg\n" },
	{ "a {{aantal\n}}", "1:3: error: deze variabele is niet afgesloten; "
	    "zet }} erachter, op dezelfde regel\n" },
	/* links */
	{ "*a [b](www.x.nl)*", "1:4: error: dit adres kan niet in een link: "
	    "'www.x.nl'; laat het beginnen met https://, mailto: of #, zoals "
	    "https://www.x.nl\n" },
	{ "[a](jan@x.nl)", "1:1: error: dit adres kan niet in een link: "
	    "'jan@x.nl'; laat het beginnen met https://, mailto: of #, zoals "
	    "mailto:jan@x.nl\n" },
	{ "[a](javascript:b)", "1:1: error: dit adres kan niet in een link: "
	    "'javascript:b'; laat het beginnen met https://, mailto: of #\n" },
	{ "[a](#)", "1:1: error: dit adres kan niet in een link: '#'; laat "
	    "het beginnen met https://, mailto: of #\n" },
	{ "[](https://x.nl)", "1:1: error: deze link heeft geen tekst; "
	    "schrijf tussen de haken waar de link heen gaat\n" },
	/* tables */
	{ "| a | b |\n|---|---|\n| 1 |", "3:1: error: deze rij heeft niet "
	    "evenveel cellen als de kop (1 in plaats van 2); maak dat gelijk, "
	    "en schrijf een | binnen een cel als \\|\n" },
	{ "| a |\n|---|---|", "2:1: error: deze rij heeft niet evenveel "
	    "cellen als de kop (2 in plaats van 1); maak dat gelijk, en "
	    "schrijf een | binnen een cel als \\|\n" },
	{ "tekst\n| a |\n|---|", "2:1: error: tussen deze tabel en de tekst "
	    "erboven hoort een lege regel; voeg die toe\n" },
	{ "| a |\n|---|\n| é [^x] |", "3:5: error: voetnoot [^x] heeft geen "
	    "tekst; zet de tekst van de noot onderaan, achter [^x]:\n" },
	/* others */
	{ "a &#2;", "1:1: error: hier staat een onzichtbaar stuurteken, "
	    "U+0002; haal het weg\n" },
	{ "a\n\xEF\xBF\xBD", "2:1: error: hier staat een teken dat beschadigd "
	    "is; schrijf het opnieuw\n" },
	{ "lazy:\n\n- a\nb [^x]", "4:3: error: voetnoot [^x] heeft geen "
	    "tekst; zet de tekst van de noot onderaan, achter [^x]:\n" },
	{ "[a]: https://x.nl\nb \\* [a] &amp; [^x]", "2:16: error: voetnoot "
	    "[^x] heeft geen tekst; zet de tekst van de noot onderaan, achter "
	    "[^x]:\n" },
};

START_TEST(fault_is_told)
{
	struct value *v = file_value("t.md", faults[_i].text);

	ck_assert(!markdown_render(arena, diag, v, false, &options));
	ck_assert_str_eq(messages(), faults[_i].xhtml);
}
END_TEST

static const struct sample inlines[] = {
	{ "", "" },
	{ "een *twee*\ndrie", "een <em>twee</em>\ndrie" },
	{ "a[^1]\n\n[^1]: x", "a<ts-noot key=\"t.md:3:1:1\">x</ts-noot>" },
};

START_TEST(inline_has_no_paragraph)
{
	struct value *v = file_value("t.md", inlines[_i].text);

	ck_assert(markdown_render(arena, diag, v, true, &options));
	ck_assert_str_eq(v->text.s, inlines[_i].xhtml);
}
END_TEST

static const struct sample not_inline[] = {
	{ "# a", "1:1: error: " },
	{ "a\n\n b", "3:2: error: " },
	{ "- a\n\nb", "1:1: error: " },
	{ "a|b\n-|-\n", "1:1: error: " },
	{ "```\na\n```", "1:1: error: " },
};

START_TEST(inline_is_one_paragraph)
{
	struct value *v = file_value("t.md", not_inline[_i].text);
	struct buf expected = BUF_INIT;

	buf_addf(&expected, "%shier hoort één alinea, zonder kop, lijst of "
	    "tabel; schrijf de tekst als gewone zinnen zonder lege regel "
	    "ertussen\n", not_inline[_i].xhtml);
	ck_assert(!markdown_render(arena, diag, v, true, &options));
	ck_assert_str_eq(messages(), expected.s);
	buf_release(&expected);
}
END_TEST

START_TEST(without_variables_braces_are_text)
{
	struct value *v = file_value("t.md", "{{a}} {{#b}} {{");

	options.variables = NULL;
	ck_assert(markdown_render(arena, diag, v, true, &options));
	ck_assert_str_eq(v->text.s, "{{a}} {{#b}} {{");
}
END_TEST

/* Line and column in the source of where needle stands in the XHTML. */
static void
check_trace(const struct value *v, const char *needle, unsigned line,
    unsigned column)
{
	size_t at = str_find(v->text, needle, 0);
	struct loc loc;

	ck_assert_uint_ne(at, (size_t)-1);
	loc = trace_find(&v->trace, at);
	ck_assert_uint_eq(loc.line, line);
	ck_assert_uint_eq(loc.column, column);
}

START_TEST(trace_leads_to_the_source)
{
	struct value *v = file_value("t.md", "é *a*\n\n> - b **c**\n>   "
	    "[d\n>   e](#f) `g` {{aantal}}!\n\n|h|i|\n|-|-|\n|j| ë k[^1]|\n\n"
	    "[^1]: l\n      *m*\n");

	ck_assert(markdown_render(arena, diag, v, false, &options));
	for (size_t i = 1; i < v->trace.n; i++)
		ck_assert_uint_ge(v->trace.entries[i].offset,
		    v->trace.entries[i - 1].offset);
	check_trace(v, "<p>", 1, 1);
	check_trace(v, "<em>a", 1, 3);
	check_trace(v, "<ul>", 3, 3);
	check_trace(v, "<li>", 3, 3);
	check_trace(v, "c</strong>", 3, 9);
	check_trace(v, "<a ", 4, 5);
	check_trace(v, "e</a>", 5, 5);
	check_trace(v, "<code>", 5, 13);
	check_trace(v, "5!", 5, 16);
	check_trace(v, "!", 5, 26);
	check_trace(v, "<table>", 7, 1);
	check_trace(v, "i</th>", 7, 4);
	check_trace(v, "j</td>", 9, 2);
	check_trace(v, "ë k", 9, 5);
	check_trace(v, "<ts-noot", 9, 8);
	check_trace(v, "l\n", 11, 7);
	check_trace(v, "m</em>", 12, 8);
}
END_TEST

/* A block scalar's text begins a line below its | and is indented. */
START_TEST(place_in_a_block_scalar)
{
	const struct source *src = source_from_text(arena, diag, "t.md",
	    STR("sleutel: |\n  één\n  twee [^1]\n"));
	struct value *v = value_string(arena, (struct loc){ src, 1, 10 },
	    STR("één\ntwee [^1]\n"));

	v->literal = true;
	v->indent = 2;
	ck_assert(!markdown_render(arena, diag, v, false, &options));
	ck_assert_ptr_nonnull(strstr(messages(), "3:8: error: voetnoot [^1]"));
}
END_TEST

START_TEST(place_in_a_quoted_scalar)
{
	const struct source *src = source_from_text(arena, diag, "t.md",
	    STR("a: \"é <b>\"\n"));
	struct value *v = value_string(arena, (struct loc){ src, 1, 4 },
	    STR("é <b>"));

	ck_assert(!markdown_render(arena, diag, v, true, &options));
	ck_assert_ptr_nonnull(strstr(messages(), "1:7: error: een tekst mag"));
}
END_TEST

START_TEST(place_of_generated_text)
{
	struct value *v = value_string(arena, (struct loc){ NULL, 0, 0 },
	    STR("a <b> [^1] ![](x.png)"));

	ck_assert(!markdown_render(arena, diag, v, true, &options));
	ck_assert_uint_eq(diag_count(diag, DIAG_ERROR), 4);
}
END_TEST

static void
write_file(const char *path)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	fclose(f);
}

static void
write_bytes(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(bytes, 1, n, f), n);
	fclose(f);
}

/* Heads of a JPEG of four colours and of one, and drawings. */
static void
write_pictures(void)
{
	static const char cmyk[] = "\xff\xd8\xff\xe0\0\4ab"
	    "\xff\xc0\0\x14\x8\0\1\0\1\4", grey[] = "\xff\xd8"
	    "\xff\xc2\0\xb\x8\0\1\0\1\1", deep[] = "\xff\xd8"
	    "\xff\xc1\0\x11\xc\0\1\0\1\3",
	    link[] = "<svg>< a><abc/><a\nhref='#'/></svg>",
	    plain[] = "<svg><animate/><!-- a --></svg>";

	write_bytes("content/cmyk.jpg", cmyk, sizeof cmyk - 1);
	write_bytes("content/grijs.jpg", grey, sizeof grey - 1);
	write_bytes("content/diep.jpg", deep, sizeof deep - 1);
	write_bytes("content/link.svg", link, sizeof link - 1);
	write_bytes("content/zonder.svg", plain, sizeof plain - 1);
}

/* In a folder of its own: content/a.png, content/map/, buiten.png, a link. */
static void
check_pictures(void (*check)(void))
{
	static const char *const roots[] = { "content" };
	char folder[TEMP_PATH], before[4096];

	ck_assert_ptr_nonnull(getcwd(before, sizeof before));
	temp_folder(folder);
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_int_eq(mkdir("content", 0700), 0);
	ck_assert_int_eq(mkdir("content/map", 0700), 0);
	write_file("content/a.png");
	write_file("buiten.png");
	ck_assert_int_eq(symlink("../buiten.png", "content/link.png"), 0);
	write_pictures();
	options.picture_roots = roots;
	options.n_picture_roots = 1;
	check();
	ck_assert_int_eq(chdir(before), 0);
}

static void
good_pictures(void)
{
	struct value *v = file_value("content/map/t.md",
	    "a ![*b* \"c\"](../a.png)\n\n"
	    "![d {{aantal}}](../map/../a.png \"Een 'e'\")\n\n![f](../a.png)");

	ck_assert(markdown_render(arena, diag, v, false, &options));
	ck_assert_str_eq(v->text.s,
	    "<p>a <img src=\"content/a.png\" alt=\"b “c”\"/></p>\n"
	    "<figure><img src=\"content/a.png\" alt=\"d 5\"/><figcaption>"
	    "Een “e”</figcaption></figure>\n"
	    "<p><img src=\"content/a.png\" alt=\"f\"/></p>\n");
	v = file_value("content/t.md", "![a](grijs.jpg) ![b](zonder.svg)");
	ck_assert(markdown_render(arena, diag, v, false, &options));
}

START_TEST(picture_is_found)
{
	check_pictures(good_pictures);
}
END_TEST

static void
bad_pictures(void)
{
	static const struct sample samples[] = {
		{ "![](a.png)", "1:1: error: deze afbeelding heeft geen "
		    "beschrijving" },
		{ "![a](b.png)", "1:1: error: de afbeelding 'b.png' bestaat "
		    "niet" },
		{ "![a](map)", "1:1: error: de afbeelding 'map' bestaat niet" },
		{ "![a](../buiten.png)", "1:1: error: de afbeelding "
		    "'../buiten.png' staat buiten content/ en assets/" },
		{ "![a](link.png)", "1:1: error: de afbeelding 'link.png' "
		    "staat buiten content/ en assets/" },
		{ "![a](/etc/passwd)", "1:1: error: de afbeelding "
		    "'/etc/passwd' staat buiten content/ en assets/" },
		{ "![a](https://x.nl/a.png)", "1:1: error: een afbeelding moet "
		    "een bestand zijn, geen webadres" },
		{ "![a](cmyk.jpg)", "1:1: error: de afbeelding 'cmyk.jpg' kan "
		    "niet in een pdf voor het archief: de kleuren zijn CMYK" },
		{ "![a](diep.jpg)", "archief: elke kleur heeft meer dan 8" },
		{ "![a](link.svg)", "archief: er staat een link in" },
	};

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct value *v = file_value("content/t.md", samples[i].text);
		char *text = NULL;
		size_t n = 0;
		FILE *f = open_memstream(&text, &n);

		ck_assert(!markdown_render(arena, diag, v, true, &options));
		diag_print(diag, f);
		fclose(f);
		ck_assert_ptr_nonnull(strstr(text, samples[i].xhtml));
		free(text);
		diag_free(diag);
		diag = diag_new();
	}
}

START_TEST(picture_is_refused)
{
	check_pictures(bad_pictures);
}
END_TEST

/* The same piece of text very often, however deep that makes it. */
static const char *const floods[] = { "> ", "- ", "*a ", "**a *", "[a](#b ",
	"[", "[^", "[^1]", "{{", "`", "![a](b ", "| a ", "|-", "\\", "&",
	"\n[^1]: ", "\n> [^1]: ", "\"'", "1-", "<a ", "\n```\n", "\t" };

START_TEST(flood_is_survived)
{
	struct buf text = BUF_INIT;
	struct value *v;

	for (int i = 0; i < 500; i++)
		buf_adds(&text, floods[_i]);
	buf_adds(&text, "x");
	v = file_value("t.md", text.s);
	markdown_render(arena, diag, v, false, &options);
	ck_assert_int_eq(v->kind, VALUE_MARKUP);
	buf_release(&text);
}
END_TEST

START_TEST(depth_is_limited)
{
	struct value *v = file_value("t.md", "> > > > > > > > > > > > > > > > "
	    "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > a");

	ck_assert(!markdown_render(arena, diag, v, false, &options));
	ck_assert_str_eq(messages(), "1:81: error: deze lijsten of citaten "
	    "staan te diep in elkaar; gebruik minder niveaus\n");
}
END_TEST

#define COUNT(list) (sizeof list / sizeof *list)

Suite *
markdown_suite(void)
{
	Suite *suite = suite_create("markdown");
	TCase *tc = tcase_create("markdown");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, block_is_written, 0, COUNT(blocks));
	tcase_add_loop_test(tc, note_is_written, 0, COUNT(notes));
	tcase_add_loop_test(tc, table_is_written, 0, COUNT(tables));
	tcase_add_loop_test(tc, fault_is_told, 0, COUNT(faults));
	tcase_add_loop_test(tc, inline_has_no_paragraph, 0, COUNT(inlines));
	tcase_add_loop_test(tc, inline_is_one_paragraph, 0,
	    COUNT(not_inline));
	tcase_add_test(tc, without_variables_braces_are_text);
	tcase_add_test(tc, trace_leads_to_the_source);
	tcase_add_test(tc, place_in_a_block_scalar);
	tcase_add_test(tc, place_in_a_quoted_scalar);
	tcase_add_test(tc, place_of_generated_text);
	tcase_add_test(tc, picture_is_found);
	tcase_add_test(tc, picture_is_refused);
	tcase_add_loop_test(tc, flood_is_survived, 0, COUNT(floods));
	tcase_add_test(tc, depth_is_limited);
	suite_add_tcase(suite, tc);
	return suite;
}
