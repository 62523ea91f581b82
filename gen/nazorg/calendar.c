/* calendar.c -- nazorg: all dates for a calendar (RFC 5545) */
#include "overview_tree.h"

enum { MOST_OCTETS = 75 };	/* of a line, without CRLF */

/* --- lines --- */

/* Long lines go on behind CRLF and a blank, never inside a character. */
static void
add_line(struct buf *b, struct str line)
{
	size_t room = MOST_OCTETS, at = 0, next;

	while (at < line.n) {
		next = at;
		utf8_next(line, &next);
		if (next - at > room) {
			buf_adds(b, "\r\n ");
			room = MOST_OCTETS - 1;
		}
		room -= next - at;
		buf_add(b, str_slice(line, at, next));
		at = next;
	}
	buf_adds(b, "\r\n");
}

/* A property whose value is text, in which some characters are escaped. */
static void
add_text(struct buf *b, const char *name, struct str text)
{
	struct buf line = BUF_INIT;

	buf_addf(&line, "%s:", name);
	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		if (c == '\n')
			buf_adds(&line, "\\n");
		else if (c == '\\' || c == ';' || c == ',')
			buf_addf(&line, "\\%c", c);
		else if ((unsigned char)c >= ' ')
			buf_addc(&line, c);
	}
	add_line(b, buf_str(&line));
	buf_release(&line);
}

/* "20200501" */
static struct str
compact(struct arena *a, day_number day)
{
	struct str iso = day_iso(a, day);

	return arena_printf(a, "%.4s%.2s%.2s", iso.s, iso.s + 5, iso.s + 8);
}

/* --- events --- */

struct calendar {
	struct arena *arena;
	struct buf *out;
	const struct overview *overview;
	const struct follow *follow;
	struct str stamp;	/* the last day on which its record changed */
};

struct entry {
	const char *id;		/* of its kind, within the gemeente */
	struct str suffix;	/* of id: a recommendation, or "" */
	day_number day;
	struct str summary;	/* behind the name of the gemeente */
	struct str place;	/* or "" */
	struct str more;	/* or "" */
};

static void
add_entry(const struct calendar *c, const struct entry *e)
{
	const struct dossier *d = c->follow->dossier;
	struct arena *a = c->arena;
	struct buf *b = c->out;

	if (e->day == DAY_NONE)
		return;
	buf_adds(b, "BEGIN:VEVENT\r\n");
	add_text(b, "UID", arena_printf(a, "%s%s%s.%s@toetssteen", e->id,
	    e->suffix.n ? "-" : "", e->suffix.s, d->path.s));
	buf_addf(b, "DTSTAMP:%sT000000Z\r\n", c->stamp.s);
	buf_addf(b, "DTSTART;VALUE=DATE:%s\r\n", compact(a, e->day).s);
	buf_addf(b, "DTEND;VALUE=DATE:%s\r\n", compact(a, e->day + 1).s);
	add_text(b, "SUMMARY", arena_printf(a, "%s%s: %s", d->name.s,
	    d->is_example ? " (verzonnen)" : "", e->summary.s));
	add_text(b, "DESCRIPTION", arena_printf(a, "%s%s%s",
	    c->overview->title.s, e->more.n ? "\n" : "", e->more.s));
	if (e->place.n)
		add_text(b, "LOCATION", e->place);
	buf_adds(b, "CATEGORIES:Nazorg\r\nTRANSP:TRANSPARENT\r\n"
	    "END:VEVENT\r\n");
}

/* The day of the last letter of a kind up to today, or DAY_NONE. */
static day_number
last_sent(const struct follow *f, enum letter_kind kind)
{
	const struct dossier *d = f->dossier;
	day_number last = DAY_NONE;

	for (size_t i = 0; i < d->n_stukken &&
	    d->stukken[i].day <= f->standing.today; i++)
		if (d->stukken[i].kind == STUK_LETTER &&
		    d->stukken[i].letter == kind)
			last = d->stukken[i].day;
	return last;
}

static bool
is_answered(const struct follow *f)
{
	const struct dossier *d = f->dossier;

	if (d->n)
		return f->standing.n_answered == d->n;
	for (size_t i = 0; i < d->n_stukken; i++)
		if (d->stukken[i].kind == STUK_REPLY &&
		    d->stukken[i].day <= f->standing.today)
			return true;
	return false;
}

/* What we have to send, as far as it is known now. */
static void
add_letters(const struct calendar *c)
{
	const struct follow *f = c->follow;
	const struct dossier *d = f->dossier;
	day_number due = dossier_due(d, f->standing.today);
	day_number last = last_sent(f, LETTER_REMINDER);

	if (f->standing.phase == PHASE_UNSENT ||
	    f->standing.phase == PHASE_CLOSED)
		return;
	if (!is_answered(f))
		add_entry(c, &(struct entry){ "herinnering", STR(""),
			last == DAY_NONE || last < due ? due :
			last + REMIND_AGAIN_DAYS,
			STR("herinnering versturen als er geen antwoord is"),
			STR(""), STR("") });
	if (last_sent(f, LETTER_INVITATION) == DAY_NONE &&
	    f->standing.phase != PHASE_TALKED &&
	    f->standing.phase != PHASE_DONE)
		add_entry(c, &(struct entry){ "uitnodiging", STR(""),
			d->talk - d->invite_days,
			STR("uitnodiging voor het gesprek versturen"),
			STR(""), STR("") });
}

static void
add_talk(const struct calendar *c)
{
	const struct dossier *d = c->follow->dossier;
	struct str time = value_text_at(d->data, "nazorg.gesprek.tijd");

	add_entry(c, &(struct entry){ "gesprek", STR(""), d->talk,
		time.n ? arena_printf(c->arena, "gesprek, %s", time.s) :
		d->talk_is_planned ? STR("gesprek") :
		STR("gesprek een jaar na het rapport, nog te plannen"),
		value_text_at(d->data, "nazorg.gesprek.plaats"), STR("") });
}

static void
add_event(const struct calendar *c, const struct event *e)
{
	const struct recommendation *r = e->recommendation;
	const struct value *measure;

	switch (e->kind) {
	case EVENT_DUE:
		add_entry(c, &(struct entry){ "antwoord", STR(""), e->day,
			STR("antwoord vóór deze dag"), STR(""), STR("") });
		break;
	case EVENT_ASKED:
		add_entry(c, &(struct entry){ "eerst-gevraagd", STR(""),
			e->day, STR("eerste antwoorddatum, verplaatst"),
			STR(""), STR("") });
		break;
	case EVENT_TALK_PLANNED:
		add_talk(c);
		break;
	case EVENT_READY:
		measure = recommendation_field(r, "maatregel",
		    c->follow->standing.today, false);
		add_entry(c, &(struct entry){ "klaar", r->id, e->day,
			arena_printf(c->arena, "%s klaar", r->id.s), STR(""),
			value_text(measure) });
		break;
	default:
		break;	/* what has been done needs no calendar */
	}
}

/* The record may not say when it changed; then a date of the report. */
static struct str
stamp_of(struct arena *a, const struct follow *f)
{
	const struct dossier *d = f->dossier;
	day_number today = f->standing.today;
	day_number last = d->adopted != DAY_NONE ? d->adopted : d->asked;

	for (size_t i = 0; i < d->n_moves; i++)
		if (d->moves[i].on <= today && d->moves[i].on > last)
			last = d->moves[i].on;
	for (size_t i = 0; i < d->n_stukken; i++)
		if (d->stukken[i].day <= today && d->stukken[i].day > last)
			last = d->stukken[i].day;
	return compact(a, last);
}

void
nazorg_ics(struct arena *a, const struct overview *o, struct buf *b)
{
	buf_adds(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//Toetssteen//Nazorg//NL\r\nCALSCALE:GREGORIAN\r\n");
	for (size_t i = 0; i < o->n; i++) {
		const struct calendar c = { a, b, o, &o->list[i],
			stamp_of(a, &o->list[i]) };
		struct events e;

		events_find(a, c.follow, &e);
		for (size_t k = 0; k < e.n; k++)
			add_event(&c, &e.list[k]);
		add_letters(&c);
	}
	buf_adds(b, "END:VCALENDAR\r\n");
}
