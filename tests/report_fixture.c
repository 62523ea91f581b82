/* report_fixture.c -- a report of the content, made but not written */
#include "report_fixture.h"

#include <check.h>
#include <stdio.h>

#include "../gen/base/diag.h"
#include "../gen/page/output.h"

void
made_open(struct made *m, struct run *run, size_t i)
{
	bool ok;

	*m = (struct made){ .by = run_maker(run),
		.report = { .place = run->reports[i].place } };
	m->by.kept = arena_new();
	report_begin(&m->report, &run->tools, m->by.kept, run->diag);
	report_make_tree(&m->by, &m->report);
	ok = m->report.is_sound;
	if (ok) {
		m->page = report_page(m->by.kept, &m->report);
		ok = page_open(&m->making, &m->by, &m->page,
		    output_stage(m->page.formats), m->page.formats);
	}
	if (!ok)
		diag_print(run->diag, stderr);
	ck_assert_msg(ok, "%s", m->report.place->path.s);
}

void
made_close(struct made *m)
{
	page_close(&m->making);
	typesetter_free(m->by.typesetter);
	arena_free(m->by.kept);
}

struct str
made_file(const struct made *m, enum format format)
{
	return buf_str(&m->making.files[format]);
}
