/* standing.c -- nazorg: what holds of a dossier on a day */
#include "dossier_private.h"

#include <stdlib.h>
#include <time.h>

bool
status_is_final(enum status s)
{
	return s == STATUS_VERIFIED || s == STATUS_REFUSED ||
	    s == STATUS_DROPPED;
}

const struct answer *
recommendation_answer(const struct recommendation *r, day_number today)
{
	for (size_t i = r->n; i-- > 0;)
		if (r->answers[i].stuk->day <= today)
			return &r->answers[i];
	return NULL;
}

bool
stuk_is_public(const struct stuk *s)
{
	return value_is_true(value_find(s->value, "publiceren"));
}

const struct value *
recommendation_field(const struct recommendation *r, const char *name,
    day_number today, bool only_public)
{
	const struct value *v;

	for (size_t i = r->n; i-- > 0;) {
		const struct answer *answer = &r->answers[i];

		if (answer->stuk->day > today)
			continue;
		v = value_find(answer->value, name);
		if (v && v->kind != VALUE_NULL)
			return only_public && !stuk_is_public(answer->stuk) ?
			    NULL : v;
		if (answer->status == STATUS_REFUSED ||
		    answer->status == STATUS_DROPPED)
			break;
	}
	return NULL;
}

day_number
recommendation_planned(const struct recommendation *r, day_number today)
{
	const struct answer *answer = recommendation_answer(r, today);

	if (!answer || answer->status == STATUS_REPORTED ||
	    status_is_final(answer->status))
		return DAY_NONE;
	return day_of(recommendation_field(r, "gereed_op", today, false));
}

day_number
dossier_due(const struct dossier *d, day_number today)
{
	day_number due = d->asked;

	for (size_t i = 0; i < d->n_moves; i++)
		if (d->moves[i].on <= today)
			due = d->moves[i].to;
	return due;
}

/* What the stukken up to a day tell. */
struct past {
	day_number sent[LETTER_KINDS];	/* first one; reminder: last one */
	bool replied, talked;
};

static struct past
look_back(const struct dossier *d, day_number today)
{
	struct past p = { .replied = false };

	for (size_t i = 0; i < LETTER_KINDS; i++)
		p.sent[i] = DAY_NONE;
	for (size_t i = 0; i < d->n_stukken; i++) {
		const struct stuk *s = &d->stukken[i];

		if (s->day > today)
			break;
		p.replied |= s->kind == STUK_REPLY;
		p.talked |= s->kind == STUK_TALK;
		if (s->kind == STUK_LETTER && s->letter < LETTER_KINDS &&
		    (p.sent[s->letter] == DAY_NONE ||
		    s->letter == LETTER_REMINDER))
			p.sent[s->letter] = s->day;
	}
	return p;
}

static void
count(const struct dossier *d, struct standing *s)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct answer *answer = recommendation_answer(
		    &d->recommendations[i], s->today);

		s->n_answered += !!answer;
		s->n_final += answer && status_is_final(answer->status);
	}
}

static bool
reminder_is_due(const struct past *p, day_number due, day_number today)
{
	day_number last = p->sent[LETTER_REMINDER];

	return last == DAY_NONE || last < due ||
	    today - last >= REMIND_AGAIN_DAYS;
}

static enum letter_kind
letter_due(const struct dossier *d, const struct standing *s,
    const struct past *p, bool answer_is_late)
{
	day_number due = dossier_due(d, s->today);

	if (p->sent[LETTER_CLOSING] != DAY_NONE)
		return LETTER_NONE;
	if (p->sent[LETTER_FIRST] == DAY_NONE)
		return d->adopted == DAY_NONE || d->adopted <= s->today ?
		    LETTER_FIRST : LETTER_NONE;
	if (p->talked && s->n_final == d->n)
		return LETTER_CLOSING;
	if (answer_is_late && reminder_is_due(p, due, s->today))
		return LETTER_REMINDER;
	if (p->sent[LETTER_INVITATION] == DAY_NONE && !p->talked &&
	    s->today >= d->talk - d->invite_days)
		return LETTER_INVITATION;
	return LETTER_NONE;
}

static enum phase
phase_of(const struct dossier *d, const struct standing *s,
    const struct past *p, bool is_answered)
{
	if (p->sent[LETTER_CLOSING] != DAY_NONE)
		return PHASE_CLOSED;
	if (p->sent[LETTER_FIRST] == DAY_NONE)
		return PHASE_UNSENT;
	if (p->talked)
		return s->n_final == d->n ? PHASE_DONE : PHASE_TALKED;
	if (!is_answered && s->today >= dossier_due(d, s->today))
		return PHASE_LATE;
	if (p->sent[LETTER_INVITATION] != DAY_NONE)
		return PHASE_INVITED;
	if (is_answered)
		return PHASE_ANSWERED;
	return s->n_answered || p->replied ? PHASE_PARTLY : PHASE_WAITING;
}

struct standing
dossier_standing(const struct dossier *d, day_number today)
{
	struct standing s = { .today = today, .late_since = DAY_NONE };
	const struct past p = look_back(d, today);
	day_number due = dossier_due(d, today), sent = p.sent[LETTER_FIRST];
	bool is_open = sent != DAY_NONE &&
	    p.sent[LETTER_CLOSING] == DAY_NONE;
	bool is_answered, answer_is_late;

	count(d, &s);
	is_answered = d->n ? s.n_answered == d->n : p.replied;
	answer_is_late = is_open && !is_answered && today >= due;
	if (answer_is_late) {
		s.is_late = true;
		s.late_since = sent > due ? sent : due;
	} else if (is_open && !p.talked && today > d->talk) {
		s.is_late = true;
		s.late_is_talk = true;
		s.late_since = d->talk + 1;
	}
	s.phase = phase_of(d, &s, &p, is_answered);
	s.letter = letter_due(d, &s, &p, answer_is_late);
	return s;
}

static day_number
day_of_clock(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
	struct tm t;

	if (epoch ? !gmtime_r(&now, &t) : !localtime_r(&now, &t))
		return DAY_NONE;
	/* timegm takes the parts for UTC: whole days since 1970 */
	t.tm_hour = t.tm_min = t.tm_sec = 0;
	return (day_number)(timegm(&t) / (24 * 60 * 60));
}

day_number
dossier_today(const struct dossier *d, const char *option)
{
	day_number today = day_parse(str_from(option));

	if (today == DAY_NONE && d)
		today = day_at(d->data, "onderzoek.nazorg.peildatum");
	return today == DAY_NONE ? day_of_clock() : today;
}
