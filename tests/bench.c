/*
 * bench.c -- CPU time for each stage, beside a floor: of all reports in
 * content/, or of those below the paths that are its words.
 */
#include <stdio.h>
#include <sys/resource.h>

#include "../gen/base/clock.h"
#include "../gen/base/diag.h"
#include "../gen/page/options.h"
#include "../gen/page/output.h"
#include "../gen/pdf/draw.h"
#include "../gen/pdf/finish.h"
#include "../gen/site/site.h"

enum { ROUNDS = 100 };

/*
 * HTML, and the PDF in its two parts; and the floor: the same glyphs at the
 * same places through cairo, with neither layout nor structure.
 */
enum part { PART_HTML, PART_DRAW, PART_FINISH, PART_FLOOR, PART_COUNT };

static const char *const part_names[PART_COUNT] = {
	[PART_HTML] = "HTML",
	[PART_DRAW] = "tekenen",
	[PART_FINISH] = "afwerken",
	[PART_FLOOR] = "bodem",
};

/* Of all reports that were made. */
struct sums {
	double reading[REPORT_STAGES], stages[STAGE_COUNT];
	double parts[PART_COUNT];	/* CPU seconds, as the others */
	size_t reports, pages, tags, drawn, finished;	/* bytes of the PDF */
};

static bool
draw_floor(const struct making *m, const struct pdf_info *info,
    struct sums *sums)
{
	struct arena *a = arena_new();
	struct buf pdf = BUF_INIT;
	double start = clock_cpu();
	bool ok = draw_pages(m->layout, info, a, m->by->diag, NULL, &pdf);

	arena_free(a);
	buf_release(&pdf);
	sums->parts[PART_FLOOR] += clock_cpu() - start;
	return ok;
}

/* What pdf_write does, with a look at the clock in between. */
static bool
make_pdf(const struct making *m, const struct pdf_info *info,
    struct sums *sums)
{
	struct arena *a = arena_new();
	struct marks marks = { 0 };
	struct buf drawn = BUF_INIT, pdf = BUF_INIT;
	double start = clock_cpu(), middle;
	bool ok = draw_pages(m->layout, info, a, m->by->diag, &marks, &drawn);

	middle = clock_cpu();
	ok = ok && finish_pdf(m->layout, info, &marks, buf_str(&drawn),
	    m->by->diag, &pdf);
	sums->drawn += drawn.n;
	sums->finished += pdf.n;
	arena_free(a);
	buf_release(&drawn);
	buf_release(&pdf);
	sums->parts[PART_DRAW] += middle - start;
	sums->parts[PART_FINISH] += clock_cpu() - middle;
	return ok;
}

static void
make_html(struct making *m, struct sums *sums)
{
	double start = clock_cpu();
	struct buf html = BUF_INIT;

	outputs_table[FORMAT_HTML].write(m, &html);
	buf_release(&html);
	sums->parts[PART_HTML] += clock_cpu() - start;
}

static void
add_report(const struct report *r, const struct making *m, struct sums *sums)
{
	for (size_t s = 0; s < REPORT_STAGES; s++)
		sums->reading[s] += r->seconds[s];
	for (size_t s = 0; s < STAGE_COUNT; s++)
		sums->stages[s] += m->seconds[s];
	sums->reports++;
	sums->pages += m->layout->n_pages;
	sums->tags += m->layout->n_tags;
}

static bool
run_once(struct maker *by, const struct place *place, struct sums *sums)
{
	struct report r = { .place = place };
	struct page page;
	struct making m;
	bool ok;

	by->kept = arena_new();
	report_begin(&r, &by->run->tools, by->kept, by->diag);
	report_make_tree(by, &r);
	ok = r.is_sound;
	if (ok) {
		page = report_page(by->kept, &r);
		ok = page_open(&m, by, &page, STAGE_TYPESET, 0);
		if (ok) {
			const struct pdf_info info = {
				.title = m.document->title,
				.language = m.document->language,
				.path = place->folder.s };

			add_report(&r, &m, sums);
			make_html(&m, sums);
			ok = make_pdf(&m, &info, sums) &&
			    draw_floor(&m, &info, sums);
		}
		page_close(&m);
	}
	arena_free(by->kept);
	return ok;
}

static bool
measure(struct run *run, struct sums *first, struct sums *all)
{
	struct maker by = run_maker(run);
	bool ok = run_once(&by, run->reports[0].place, first);

	for (size_t round = 0; ok && round < ROUNDS; round++)
		for (size_t i = 0; ok && i < run->n; i++)
			ok = run_once(&by, run->reports[i].place, all);
	typesetter_free(by.typesetter);
	return ok;
}

static void
print_row(const char *name, double first, double all, size_t n)
{
	printf("%-16s %12.3f %20.3f\n", name, first * 1e3,
	    all * 1e3 / (double)n);
}

static double
print_stages(const struct sums *first, const struct sums *all)
{
	double first_total = 0, total = 0;

	printf("CPU in ms      eerste rapport   gemiddeld van %zu\n",
	    all->reports);
	for (size_t s = 0; s < REPORT_STAGES; s++) {
		print_row(report_stage_names[s], first->reading[s],
		    all->reading[s], all->reports);
		first_total += first->reading[s];
		total += all->reading[s];
	}
	for (size_t s = 0; s < STAGE_COUNT; s++) {
		print_row(stage_names[s], first->stages[s], all->stages[s],
		    all->reports);
		first_total += first->stages[s];
		total += all->stages[s];
	}
	for (size_t p = 0; p < PART_FLOOR; p++) {
		print_row(part_names[p], first->parts[p], all->parts[p],
		    all->reports);
		first_total += first->parts[p];
		total += all->parts[p];
	}
	print_row("samen", first_total, total, all->reports);
	print_row(part_names[PART_FLOOR], first->parts[PART_FLOOR],
	    all->parts[PART_FLOOR], all->reports);
	return total;
}

static void
print_sizes(const struct sums *s, double total)
{
	double n = (double)s->reports, pages = (double)s->pages;
	double set = s->stages[STAGE_TYPESET] + s->parts[PART_DRAW];
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	printf("\nEen rapport heeft %.1f pagina’s en %.0f structuurelementen."
	    "\nDe pdf is %.1f kB na het tekenen en %.1f kB na het afwerken.\n"
	    "Een pagina kost %.3f ms, waarvan zetten en tekenen %.3f ms.\n",
	    pages / n, (double)s->tags / n, (double)s->drawn / n / 1e3,
	    (double)s->finished / n / 1e3, total * 1e3 / pages,
	    set * 1e3 / pages);
	printf("Zetten en tekenen kost %.2f keer de bodem: dezelfde tekens op "
	    "dezelfde\nplaats, zonder zetten en zonder structuur.\n",
	    set / s->parts[PART_FLOOR]);
	printf("Het meeste geheugen was %.1f MB.\n",
	    (double)usage.ru_maxrss / 1024);
}

int
main(int argc, char **argv)
{
	const struct options o = {
		.content = "content",
		.templates = "templates",
		.assets = "assets",
		.out = "out",
		.paths = (const char **)(argv + 1),
		.n_paths = (size_t)argc - 1,
	};
	struct sums first = { 0 }, all = { 0 };
	struct run run;

	if (site_open(&run, &o) && run.n && measure(&run, &first, &all))
		print_sizes(&all, print_stages(&first, &all));
	diag_drop_warnings(run.diag);
	return run_close(&run);
}
