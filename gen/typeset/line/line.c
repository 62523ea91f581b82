/* line.c -- stage 5b: a broken paragraph -> lines with placed glyphs */
#include "line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/die.h"
#include "inline.h"

/* Sums of widths in another order may differ by this much. */
static const double slack = 1e-4;

/* How often to look for the width at which lines are balanced. */
enum { balance_tries = 7 };

/* What the lines of one paragraph share while they are set. */
struct setter {
	struct arena *arena;
	const struct inline_text *text;
	struct break_measure measure;
	double first_indent;
	struct text_run *runs;	/* of the current line, on the heap */
	size_t run_room;
	size_t next_mark;	/* the first that no line has yet */
};

/* The line that is being set. */
struct setting {
	struct setter *setter;
	struct line *line;
	struct inline_place begin, end;
	double stretch;		/* added to each unit of space */
	double most;		/* width of the widest picture it can hold */
	double pen;
	struct placed_glyph *glyphs;
	size_t n_glyphs;
	const struct inline_span *span;	/* of the current run */
};

static bool
same_look(const struct inline_span *a, const struct inline_span *b)
{
	const struct style *s = a->style, *t = b->style;

	return a == b || (a->tag == b->tag && s->font == t->font &&
	    s->size == t->size && a->rise == b->rise &&
	    a->underline == b->underline && a->strike == b->strike &&
	    !memcmp(&s->color, &t->color, sizeof s->color));
}

/* Begin a run at the pen; its text begins at offset text. */
static void
open_run(struct setting *s, const struct inline_span *span, size_t text)
{
	struct setter *p = s->setter;

	if (s->line->n_runs == p->run_room) {
		p->run_room = p->run_room ? 2 * p->run_room : 8;
		p->runs = xrealloc(p->runs, p->run_room * sizeof *p->runs);
	}
	p->runs[s->line->n_runs++] = (struct text_run) {
		.font = span->style->font, .size = span->style->size,
		.color = span->style->color, .rise = span->rise,
		.underline = span->underline, .strike = span->strike,
		.tag = span->tag, .x = s->pen,
		.text = { p->text->text.s + text, 0 },
		.glyphs = s->glyphs + s->n_glyphs,
	};
	s->span = span;
}

static struct text_run *
current_run(const struct setting *s)
{
	return &s->setter->runs[s->line->n_runs - 1];
}

static void
add_glyph(struct setting *s, struct text_run *run,
    const struct shaped_glyph *glyph, unsigned bytes)
{
	s->glyphs[s->n_glyphs++] = (struct placed_glyph) {
	    s->pen - run->x + glyph->x * run->size, glyph->id, bytes };
	s->pen += glyph->advance * run->size;
	run->n_glyphs++;
	run->text.n += bytes;
}

/* Where the link of the current piece reaches to. */
static void
follow_link(struct setting *s, const struct inline_piece *p, double start)
{
	const struct inline_text *t = s->setter->text;
	struct line *line = s->line;
	const struct span_link *link;

	if (!p->span->link)
		return;
	link = &t->links[p->span->link - 1];
	if (!line->n_links ||
	    line->links[line->n_links - 1].tag != link->tag) {
		line->links = arena_grow(s->setter->arena, line->links,
		    line->n_links, sizeof *line->links);
		line->links[line->n_links++] = (struct line_link) {
			.tag = link->tag, .x = start, .target = link->target,
			.is_uri = link->is_uri };
	}
	line->links[line->n_links - 1].width = s->pen -
	    line->links[line->n_links - 1].x;
}

/*
 * An icon stands in the middle of the capitals beside it; what is much higher
 * than text stands on the base line.
 */
static double
drop_of(const struct style *style, double height)
{
	double cap_height = font_metrics(style->font).cap_height * style->size;

	return height > 1.5 * style->leading ? 0 :
	    fmax(0, (height - cap_height) / 2);
}

static void
set_picture(struct setting *s, const struct inline_span *span)
{
	const struct span_picture *p = span->picture;
	struct line *line = s->line;
	double most = s->most - p->gap;
	double scale = p->width > most ? most / p->width : 1;
	struct line_picture placed = { .tag = span->tag, .x = s->pen,
	    .width = p->width * scale, .height = p->height * scale,
	    .path = p->path };

	placed.drop = drop_of(span->style, placed.height) - p->rise;
	line->pictures = arena_grow(s->setter->arena, line->pictures,
	    line->n_pictures, sizeof placed);
	line->pictures[line->n_pictures++] = placed;
	s->pen += placed.width + p->gap;
	s->span = NULL;		/* what follows is a run of its own */
}

/* Set the glyphs of a piece from first up to end; text: offset of the first. */
static void
set_glyphs(struct setting *s, const struct inline_piece *p, size_t first,
    size_t end, size_t text)
{
	struct text_run *run;

	if (!s->span || !same_look(s->span, p->span))
		open_run(s, p->span, text);
	run = current_run(s);
	for (size_t g = first; g < end; g++)
		add_glyph(s, run, &p->word->glyphs[g],
		    p->word->glyphs[g].bytes);
	if (p->is_space)
		s->pen += p->word->advance * run->size * s->stretch;
	run->width = s->pen - run->x;
}

static void
set_piece(struct setting *s, size_t i)
{
	const struct inline_piece *p = &s->setter->text->pieces[i];
	bool is_first = i == s->begin.piece;
	double start = s->pen;

	if (!p->word)
		set_picture(s, p->span);
	else
		set_glyphs(s, p, is_first ? s->begin.glyph : 0,
		    i == s->end.piece ? s->end.glyph : p->word->n,
		    is_first ? s->begin.text : p->text);
	follow_link(s, p, start);
}

/*
 * The space at which the line was broken: there for who copies the text, but
 * not part of any width.
 */
static void
set_last_space(struct setting *s)
{
	const struct inline_piece *p = &s->setter->text->pieces[s->end.piece];
	double pen = s->pen, width;

	if (!s->span || !same_look(s->span, p->span))
		open_run(s, p->span, p->text);
	width = current_run(s)->width;
	add_glyph(s, current_run(s), &p->word->glyphs[0], 1);
	current_run(s)->width = width;
	s->pen = pen;
}

/* The last letter of the line, which stands before a division. */
static struct str
last_cluster(const struct setting *s, const struct inline_piece *p,
    double *advance)
{
	size_t g = s->end.glyph;

	*advance = 0;
	do
		*advance += p->word->glyphs[--g].advance;
	while (g && !p->word->glyphs[g].bytes);
	return (struct str){ s->setter->text->text.s + s->end.text -
	    p->word->glyphs[g].bytes, p->word->glyphs[g].bytes };
}

/*
 * The hyphen of a division has the text U+00AD, so that copied text joins.
 * Its place reckons with kerning: that of the hyphen behind the last letter.
 */
static void
set_hyphen(struct setting *s)
{
	const struct inline_piece *p = &s->setter->text->pieces[s->end.piece];
	struct text_run *run = current_run(s);
	const struct shaped_word *division;
	double advance;
	char *text;

	division = font_divide(p->span->style->font,
	    last_cluster(s, p, &advance));
	s->pen += (division->advance - advance -
	    division->glyphs[division->n - 1].advance) * run->size;
	text = arena_alloc(s->setter->arena, run->text.n + 3);
	memcpy(text, run->text.s, run->text.n);
	memcpy(text + run->text.n, "\u00AD", 2);
	run->text.s = text;
	add_glyph(s, run, &division->glyphs[division->n - 1], 2);
	run->width = s->pen - run->x;
}

/* Notes and anchors whose piece begins on this line. */
static void
set_marks(struct setter *p, struct line *line, const struct inline_place *next)
{
	const struct inline_text *t = p->text;

	for (; p->next_mark < t->n_marks; p->next_mark++) {
		const struct inline_mark *m = &t->marks[p->next_mark];

		if (next && (m->piece > next->piece ||
		    (m->piece == next->piece && !next->glyph)))
			return;
		if (m->is_note) {
			line->notes = arena_grow(p->arena, line->notes,
			    line->n_notes, sizeof *line->notes);
			line->notes[line->n_notes++] = m->note;
		} else {
			line->anchors = arena_grow(p->arena, line->anchors,
			    line->n_anchors, sizeof *line->anchors);
			line->anchors[line->n_anchors++] = m->anchor;
		}
	}
}

/* At most so many glyphs, with the space or hyphen at the end. */
static size_t
count_glyphs(const struct setting *s)
{
	const struct inline_text *t = s->setter->text;
	size_t n = 1;

	for (size_t i = s->begin.piece; i < s->end.piece; i++)
		if (t->pieces[i].word)
			n += t->pieces[i].word->n;
	return n + s->end.glyph - s->begin.glyph;
}

/* Half of the leading goes above the text, half below; pictures need room. */
static void
set_height(struct line *line, const struct style *style)
{
	struct font_metrics m = font_metrics(style->font);
	double ascent = m.ascent * style->size;
	double descent = m.descent * style->size;

	line->height = style->leading;
	line->baseline = (style->leading - ascent - descent) / 2 + ascent;
	for (size_t i = 0; i < line->n_pictures; i++) {
		const struct line_picture *p = &line->pictures[i];
		double above = fmax(0, p->height - p->drop - line->baseline);

		line->baseline += above;
		line->height = fmax(line->height + above,
		    line->baseline + p->drop);
	}
}

static double
start_of(const struct line *line, enum align align, double measure)
{
	double room = measure - line->width;

	if (room <= 0)
		return 0;
	if (align == ALIGN_CENTER)
		return room / 2;
	return align == ALIGN_RIGHT ? room : 0;
}

/* How much wider (in parts) the spaces of a line become. */
static double
stretch_of(const struct break_measure *m, const struct break_point *from,
    const struct break_point *to, double measure)
{
	double room = measure - (to->end + to->hyphen - from->next);
	double spaces = to->end_spaces - from->next_spaces;

	if (!m->justify || spaces <= 0 || (to->is_forced && room > 0))
		return 0;
	return room / spaces;
}

/* Set what stands between the points from and to. */
static void
set_line(struct setter *p, struct line *line, size_t from, size_t to)
{
	const struct inline_text *t = p->text;
	const struct turn *turn = &t->turns[to];
	double measure = from ? p->measure.rest : p->measure.first;
	struct setting s = { .setter = p, .line = line,
	    .begin = t->turns[from].begin, .end = turn->end, .most = measure };

	s.stretch = stretch_of(&p->measure, &t->points[from], &t->points[to],
	    measure);
	s.glyphs = arena_array(p->arena, count_glyphs(&s),
	    sizeof *s.glyphs);
	for (size_t i = s.begin.piece; i < s.end.piece ||
	    (i == s.end.piece && s.end.glyph); i++)
		set_piece(&s, i);
	if (turn->is_division)
		set_hyphen(&s);
	else if (turn->begin.piece > turn->end.piece)
		set_last_space(&s);
	line->runs = arena_array(p->arena, line->n_runs, sizeof *line->runs);
	if (line->n_runs)
		memcpy(line->runs, p->runs,
		    line->n_runs * sizeof *line->runs);
	line->width = s.pen;
	line->x = (from ? 0 : p->first_indent) +
	    start_of(line, t->base->style->align, measure);
	set_marks(p, line, to + 1 < t->n_points ? &turn->begin : NULL);
	set_height(line, t->base->style);
}

/* Choose the points at which lines end. */
static size_t
choose_ends(const struct inline_text *t, const struct break_measure *m,
    size_t *ends)
{
	if (t->n_points < 2)
		return 0;
	ends[0] = t->n_points - 1;
	for (size_t i = 1; i + 1 < t->n_points; i++)
		if (t->points[i].is_forced)
			return break_lines(t->points, t->n_points, m, ends);
	if (t->points[ends[0]].end <= m->first + slack)
		return 1;
	return break_lines(t->points, t->n_points, m, ends);
}

/*
 * Make the lines about equally long: as long as they would be in the narrowest
 * column in which there are no more of them.
 */
static void
balance_ends(const struct inline_text *t, struct break_measure m,
    size_t *ends, size_t n)
{
	const double first = m.first;
	double low = m.rest / 2, high = m.rest;
	size_t *tried = xmalloc(t->n_points * sizeof *tried);

	for (int i = 0; i < balance_tries; i++) {
		m.rest = (low + high) / 2;
		m.first = fmin(first, m.rest);
		if (break_lines(t->points, t->n_points, &m, tried) != n) {
			low = m.rest;
			continue;
		}
		high = m.rest;
		memcpy(ends, tried, n * sizeof *ends);
	}
	free(tried);
}

static struct break_measure
measure_of(const struct style *style, double width, double first_indent)
{
	struct break_measure m = {
		.first = fmax(width - first_indent, 0),
		.rest = fmax(width, 0),
		.justify = style->align == ALIGN_JUSTIFY,
		.short_line = fmin(3.5 * style->size, width / 4),
	};

	m.ragged = fmax(4 * style->size, m.rest / 8);
	return m;
}

struct paragraph *
paragraph_break(struct builder *b, const struct inline_text *t, double width,
    double first_indent)
{
	struct setter s = { .arena = b->arena, .first_indent = first_indent,
	    .measure = measure_of(t->base->style, width, first_indent) };
	struct paragraph *p = arena_alloc(b->arena, sizeof *p);
	size_t *ends, from = 0;

	s.text = inline_split(b->arena, t,
	    fmin(s.measure.first, s.measure.rest) + slack);
	ends = xmalloc(s.text->n_points * sizeof *ends);
	p->n = choose_ends(s.text, &s.measure, ends);
	if (t->base->style->balance && p->n > 1)
		balance_ends(s.text, s.measure, ends, p->n);
	p->lines = arena_array(b->arena, p->n, sizeof *p->lines);
	for (size_t i = 0; i < p->n; i++) {
		set_line(&s, &p->lines[i], from, ends[i]);
		p->height += p->lines[i].height;
		from = ends[i];
	}
	free(ends);
	free(s.runs);
	return p;
}
