/* dutch.c -- stage 2: numbers and months in Dutch words */
#include "dutch.h"

#include <assert.h>

#include "../../base/buf.h"

/* Spelled as the Woordenlijst Nederlandse Taal and its guide do. */
static const char *const small[] = {
	"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht",
	"negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien",
	"zestien", "zeventien", "achttien", "negentien"
};

static const char *const small_ranks[] = {
	"nulde", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde",
	"zevende", "achtste", "negende", "tiende", "elfde", "twaalfde",
	"dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende",
	"achttiende", "negentiende"
};

static const char *const tens[] = {
	"", "", "twintig", "dertig", "veertig", "vijftig", "zestig",
	"zeventig", "tachtig", "negentig"
};

/*
 * Below 100.  A second e after twee and drie gets a diaeresis:
 * tweeëntwintig.
 */
static void
add_below_100(struct buf *b, unsigned n)
{
	unsigned unit = n % 10;

	if (n < 20) {
		buf_adds(b, small[n]);
		return;
	}
	if (unit) {
		buf_adds(b, small[unit]);
		buf_adds(b, unit == 2 || unit == 3 ? "ën" : "en");
	}
	buf_adds(b, tens[n / 10]);
}

/* The hundreds of n (below 1000), without what is left below 100. */
static void
add_hundreds(struct buf *b, unsigned n)
{
	if (n >= 200)
		buf_adds(b, small[n / 100]);
	if (n >= 100)
		buf_adds(b, "honderd");
}

/* All of n but what is left below 100; a space stands behind duizend. */
static void
add_above_100(struct buf *b, unsigned n)
{
	unsigned thousands = n / 1000;

	assert(n <= DUTCH_MAX);
	if (thousands > 1) {
		add_hundreds(b, thousands);
		if (thousands % 100)
			add_below_100(b, thousands % 100);
	}
	if (thousands) {
		buf_adds(b, "duizend");
		buf_adds(b, n % 1000 ? " " : "");
	}
	add_hundreds(b, n % 1000);
}

struct str
dutch_count(struct arena *a, unsigned n)
{
	struct buf b = BUF_INIT;

	if (n == 1)	/* not the article een */
		return STR("één");
	add_above_100(&b, n);
	if (n % 100 || !n)
		add_below_100(&b, n % 100);
	return buf_detach(&b, a);
}

struct str
dutch_rank(struct arena *a, unsigned n)
{
	struct buf b = BUF_INIT;
	unsigned rest = n % 100;

	add_above_100(&b, n);
	if (rest >= 20) {
		add_below_100(&b, rest);
		buf_adds(&b, "ste");
	} else if (rest || !n) {
		buf_adds(&b, small_ranks[rest]);
	} else {
		buf_adds(&b, "ste");
	}
	return buf_detach(&b, a);
}

struct str
dutch_month(unsigned month)
{
	static const char *const names[] = {
		"januari", "februari", "maart", "april", "mei", "juni",
		"juli", "augustus", "september", "oktober", "november",
		"december"
	};

	assert(month >= 1 && month <= 12);
	return str_from(names[month - 1]);
}
