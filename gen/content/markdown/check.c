/*
 * check.c -- stage 2, mark up: what a text may refer to, and what
 * it may not hold
 */
#include "markdown_private.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "../../base/diag.h"
#include "../../base/image.h"

/* Stands for what was no character, such as a NUL. */
enum { REPLACED = 0xFFFD };

/* What to write in Markdown instead of an HTML element. */
static const struct {
	const char *name, *advice;
} html_advice[] = {
	{ "!", "haal dit commentaar weg" },
	{ "a", "schrijf [tekst](adres)" },
	{ "b", "schrijf **vet**" },
	{ "blockquote", "begin elke regel van het citaat met >" },
	{ "br", "sluit de regel af met twee spaties of een \\" },
	{ "code", "schrijf `code`" },
	{ "div", "laat een lege regel tussen twee alinea's" },
	{ "em", "schrijf *cursief*" },
	{ "h1", "begin de regel met # voor een kop" },
	{ "h2", "begin de regel met ## voor een kop" },
	{ "h3", "begin de regel met ### voor een kop" },
	{ "h4", "begin de regel met #### voor een kop" },
	{ "hr", "schrijf een regel met ---" },
	{ "i", "schrijf *cursief*" },
	{ "img", "schrijf ![beschrijving](bestand.png)" },
	{ "li", "begin de regel met - of 1." },
	{ "ol", "begin elke regel van de lijst met 1." },
	{ "p", "laat een lege regel tussen twee alinea's" },
	{ "pre", "zet ``` op de regel boven en onder de code" },
	{ "strong", "schrijf **vet**" },
	{ "sup", "schrijf een voetnoot als [^1]" },
	{ "table", "schrijf de tabel met | tussen de cellen" },
	{ "td", "schrijf de tabel met | tussen de cellen" },
	{ "th", "schrijf de tabel met | tussen de cellen" },
	{ "tr", "schrijf de tabel met | tussen de cellen" },
	{ "u", "schrijf *cursief*" },
	{ "ul", "begin elke regel van de lijst met -" },
};

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* The name of the first tag in html; "!" for a comment. */
static struct str
tag_name(struct str html)
{
	size_t from = 1, to;

	if (from < html.n && (html.s[from] == '!' || html.s[from] == '?'))
		return STR("!");
	if (from < html.n && html.s[from] == '/')
		from++;
	for (to = from; to < html.n && is_letter_or_digit(html.s[to]); to++)
		;
	return str_slice(html, from, to);
}

void
html_fault(struct markdown *md, struct loc loc, struct str html)
{
	const size_t n = sizeof html_advice / sizeof *html_advice;
	const char *name = arena_cstr(md->arena, tag_name(str_trim(html)));
	const char *advice = "schrijf dit zonder HTML, of zet \\ voor de <";

	for (size_t i = 0; i < n; i++)
		if (!strcasecmp(html_advice[i].name, name))
			advice = html_advice[i].advice;
	fault_at(md, loc, DIAG_RAW_HTML,
	    arena_printf(md->arena, strcmp(name, "!") ? "<%s>" : "<%s--",
	    name).s, advice);
}

/* Leave what a URL may hold, and % as the author wrote it. */
static struct str
percent_encode(struct arena *a, struct str url)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < url.n; i++) {
		char c = url.s[i];

		if (is_letter_or_digit(c) ||
		    (c && strchr("-._~:/?#@!$&'()*+,;=%", c)))
			buf_addc(&b, c);
		else
			buf_addf(&b, "%%%02X", (unsigned)(unsigned char)c);
	}
	return buf_detach(&b, a);
}

/* True if url begins with scheme, in whatever case, and goes on. */
static bool
has_scheme(struct str url, const char *scheme)
{
	size_t n = strlen(scheme);

	return url.n > n && !strncasecmp(url.s, scheme, n);
}

/* The address that was probably meant, or "". */
static const char *
link_hint(struct arena *a, struct str url)
{
	bool is_bare = str_find(url, ":", 0) == (size_t)-1 &&
	    str_find(url, "/", 0) != 0;

	if (is_bare && str_find(url, "@", 0) != (size_t)-1)
		return arena_printf(a, "mailto:%.*s", (int)url.n, url.s).s;
	if (has_scheme(url, "www."))
		return arena_printf(a, "https://%.*s", (int)url.n, url.s).s;
	return "";
}

bool
link_check(struct markdown *md, struct loc loc, struct str url,
    struct str *href)
{
	if (has_scheme(url, "#") && str_find(url, " ", 0) == (size_t)-1) {
		*href = url;
		return true;
	}
	if (has_scheme(url, "https://") || has_scheme(url, "http://") ||
	    has_scheme(url, "mailto:")) {
		*href = percent_encode(md->arena, url);
		return true;
	}
	fault_at(md, loc, DIAG_LINK_ADDRESS, arena_cstr(md->arena, url),
	    link_hint(md->arena, url));
	return false;
}

/* The picture's path beside the file of the text, with symlinks resolved. */
static bool
picture_find(struct markdown *md, struct str url, char *real)
{
	const struct source *src = md->value->loc.src;
	struct str path = src ? str_from(src->path) : STR("");
	struct stat status;

	while (path.n && path.s[path.n - 1] != '/')
		path.n--;
	path = arena_printf(md->arena, "%.*s%.*s", (int)path.n, path.s,
	    (int)url.n, url.s);
	return realpath(path.s, real) && !stat(real, &status) &&
	    S_ISREG(status.st_mode);
}

/* The same file as root/…, if it lies below root. */
static bool
picture_below(struct arena *a, const char *root, const char *real,
    struct str *src)
{
	char top[PATH_MAX];
	size_t n;

	if (!realpath(root, top))
		return false;
	n = strlen(top);
	if (strncmp(real, top, n) || real[n] != '/')
		return false;
	*src = arena_printf(a, "%s%s", root, real + n);
	return true;
}

/* What the PDF cannot hold is no picture for the page either. */
static bool
picture_fits(struct markdown *md, struct loc loc, const char *name,
    const char *real)
{
	const char *fault = image_fault(real);

	if (fault)
		fault_at(md, loc, DIAG_PICTURE_ARCHIVE, name, fault);
	return !fault;
}

bool
picture_check(struct markdown *md, struct loc loc, struct str url,
    struct str *src)
{
	const struct markdown_options *o = md->options;
	const char *name = arena_cstr(md->arena, url);
	char real[PATH_MAX];

	if (str_find(url, "://", 0) != (size_t)-1 || has_scheme(url, "data:")) {
		fault_at(md, loc, DIAG_PICTURE_ADDRESS, name);
		return false;
	}
	if (!str_starts(url, "/") && !picture_find(md, url, real)) {
		fault_at(md, loc, DIAG_PICTURE_MISSING, name);
		return false;
	}
	for (size_t i = 0; i < o->n_picture_roots && *name != '/'; i++)
		if (picture_below(md->arena, o->picture_roots[i], real, src))
			return picture_fits(md, loc, name, real);
	fault_at(md, loc, DIAG_PICTURE_OUTSIDE, name);
	return false;
}

void
characters_check(struct markdown *md, struct str xhtml,
    const struct trace *trace)
{
	size_t start, at = 0;
	unsigned c;

	while (at < xhtml.n) {
		start = at;
		c = utf8_next(xhtml, &at);
		if ((c >= ' ' && c != REPLACED && c != 0xFFFE &&
		    c != 0xFFFF) || c == '\n' || c == '\t' || c == '\r')
			continue;
		if (c == REPLACED)
			fault_at(md, trace_find(trace, start), DIAG_DAMAGED);
		else
			fault_at(md, trace_find(trace, start), DIAG_CHARACTER,
			    arena_printf(md->arena, "U+%04X", c).s);
		return;
	}
}
