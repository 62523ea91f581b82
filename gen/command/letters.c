/* letters.c -- the command letters: make them, and record what was sent */
#include <stdio.h>
#include <string.h>

#include "../base/diag.h"
#include "../base/numbered.h"
#include "../base/out.h"
#include "../base/outputs.h"
#include "commands.h"
#include "../content/value/tree.h"
#include "../content/read/yaml_write.h"
#include "../nazorg/dossier_tree.h"
#include "../nazorg/letter_pages.h"
#include "../site/site.h"
#include "receive.h"

/* What the record keeps of a letter that was sent. */
static struct value *
sent_letter(struct arena *a, const struct made_letter *made)
{
	struct value *v = tree_new(a);

	tree_text(a, v, "soort", STR("brief"));
	tree_text(a, v, "brief",
	    str_from(letter_words[made->letter.kind].name));
	tree_text(a, v, "datum", day_iso(a, made->letter.day));
	tree_text(a, v, "kenmerk", made->letter.reference);
	tree_text(a, v, "vingerafdruk", str_from(made->print));
	tree_value(a, v, "inhoud", made->content);
	return v;
}

/* The file that it became, or "" after telling run->diag. */
static struct str
record_sent(struct run *run, const struct made_letter *made)
{
	struct arena *a = run->arena;
	struct str path = numbered_path(a, run->diag, arena_printf(a,
	    "%s/nazorg", made->dossier->folder.s), arena_printf(a,
	    "brief-%s.yaml", letter_words[made->letter.kind].name).s);
	struct buf text = BUF_INIT;
	bool ok;

	if (!path.n)
		return STR("");
	buf_addf(&text, "# Verstuurd op %s. Verander de inhoud niet: zo "
	    "blijft de brief zoals hij is verstuurd.\n",
	    value_text(day_value(a, made->letter.day)).s);
	yaml_write(sent_letter(a, made), &text);
	ok = out_create(run->diag, path.s, buf_str(&text));
	buf_release(&text);
	return ok ? path : STR("");
}

/* Who gets it and what to print. */
static void
print_letter(const struct run *run, const struct made_letter *made)
{
	const struct value *to = value_find(made->content, "geadresseerde");
	const struct value *lines = value_find(to, "adres");

	printf("%s: %s, %s\n", made->dossier->name.s,
	    letter_words[made->letter.kind].title, made->letter.reference.s);
	printf("  druk af: %s/%s/%s.pdf\n", run->options->out,
	    made->dossier->path.s, made->letter.file.s);
	printf("  aan:     %s", value_text_at(to, "naam").s);
	for (size_t i = 0; lines && i < lines->n; i++)
		printf(", %s", value_text(lines->items[i]).s);
	putchar('\n');
}

struct count {
	size_t due;		/* all that are */
	size_t recorded;	/* those that --send recorded */
	size_t held;		/* those that it did not */
	size_t sent;		/* before */
};

static void
print_count(const struct count *n, bool send)
{
	if (!n->due)
		printf("Er is geen brief aan de beurt.\n");
	else if (!send)
		printf("%zu %s aan de beurt. Leg met --send vast dat u %s "
		    "verstuurt.\n", n->due, n->due == 1 ? "brief is" :
		    "brieven zijn", n->due == 1 ? "hem" : "ze");
	if (n->recorded)
		printf("%zu %s vastgelegd als verstuurd. Doe %s vandaag op de "
		    "post.\n", n->recorded, n->recorded == 1 ? "brief" :
		    "brieven", n->recorded == 1 ? "hem" : "ze");
	if (n->held)
		printf("%zu %s niet vastgelegd; zie de meldingen.\n", n->held,
		    n->held == 1 ? "brief is" : "brieven zijn");
	if (n->sent)
		printf("%zu %s verstuurd en %s gelijk.\n", n->sent,
		    n->sent == 1 ? "brief is al" : "brieven zijn al",
		    n->sent == 1 ? "blijft" : "blijven");
}

/* One letter that is due; with --send it is recorded. */
static void
handle(struct run *run, const struct made_letter *made, struct count *n)
{
	bool send = run->options->send;
	struct str path = STR("");

	n->due++;
	if (send && made->in_time && made->made)
		path = record_sent(run, made);
	if (send && !path.n) {
		n->held++;
		return;
	}
	print_letter(run, made);
	if (send)
		printf("  bewaard: %s\n", path.s);
	n->recorded += send;
}

static void
go_through(struct run *run, const struct made_letters *letters)
{
	struct count n = { 0 };

	for (size_t i = 0; i < letters->n; i++)
		if (letters->list[i].letter.sent)
			n.sent++;
		else if (letters->list[i].made || run->options->send)
			handle(run, &letters->list[i], &n);
	if (n.due || !diag_count(run->diag, DIAG_ERROR))
		print_count(&n, run->options->send);
}

/* Who sends knows what was sent: two at once would record a letter twice. */
static int
make_letters(const struct options *o, enum letter_kind only)
{
	int lock = o->send ? out_lock(o->content) : -1, status;
	struct made_letters letters;
	struct pages pages = { 0 };
	struct run run;

	if (site_open(&run, o) && out_folder(run.diag, o->out)) {
		run_read(&run);
		run.write = true;
		letter_pages(&run, only, &letters, &pages);
		pages_make(&run, &pages);
		outputs_finish(run.outputs, run.diag, false);
		go_through(&run, &letters);
		fflush(stdout);
	}
	status = run_close(&run);
	out_unlock(lock);
	return status;
}

int
command_letters(const struct options *o)
{
	if (o->receive)
		return receive_reply(o);
	return make_letters(o, o->letter ? letter_find(str_from(o->letter)) :
	    LETTER_NONE);
}
