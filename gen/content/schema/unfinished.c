/* unfinished.c -- stage 2, check: what a draft left to be filled in */
#include "unfinished.h"

#include "../../base/diag.h"

struct search {
	struct diag *diag;
	const struct diag_takes_0 *what;
	const struct source *last;	/* the one that was read last */
	bool found;
};

static bool
is_mark(struct str text, size_t end)
{
	return end == text.n || text.s[end] == ':' || text.s[end] == '\n';
}

static void
search_source(struct search *s, const struct source *src)
{
	size_t at = 0, end;

	if (!src || src == s->last)
		return;
	s->last = src;
	while ((at = str_find(src->text, UNFINISHED, at)) < src->text.n) {
		end = at + sizeof UNFINISHED - 1;
		if (is_mark(src->text, end)) {
			diag_at(s->diag, source_loc(src, at), s->what);
			s->found = true;
			/* one is enough for a line */
			end = str_find(src->text, "\n", end);
		}
		at = end;
	}
}

bool
unfinished_check(struct diag *d, const struct value *report)
{
	bool adopted = value_is_true(value_path(report,
	    "publicatie.vaststelling"));
	struct search s = { .diag = d, .what = adopted ?
		DIAG_UNFINISHED_ADOPTED : DIAG_UNFINISHED };

	search_source(&s, report->loc.src);
	for (size_t i = 0; i < report->n; i++) {
		const struct value *v = report->members[i].value;

		search_source(&s, v->loc.src);
		for (size_t k = 0; v->kind == VALUE_LIST && k < v->n; k++)
			search_source(&s, v->items[k]->loc.src);
	}
	return !(adopted && s.found);
}
