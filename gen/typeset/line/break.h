/* break.h -- optimum-fit line breaking over bare numbers */
#ifndef TYPESET_BREAK_H
#define TYPESET_BREAK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A place where a line may end; between two places stands what cannot be
 * divided.  Positions are points from the start of the text if all of it stood
 * on one line, and ascend.  "spaces" is the width of the spaces up to there.
 */
struct break_point {
	double end;		/* of a line that ends here, without a hyphen */
	double next;		/* where the line behind it begins */
	double end_spaces, next_spaces;
	double hyphen;		/* width of the hyphen that is added, or 0 */
	int penalty;		/* from 0; see struct cut */
	bool is_hyphen;		/* the line ends in a hyphen, added or not */
	bool is_forced;		/* the line must end here */
};

struct break_measure {
	double first, rest;	/* widths of the first and the other lines */
	bool justify;		/* spaces stretch and shrink, else ragged */
	double ragged;		/* white at a line's end that is no fault */
	double short_line;	/* one word less wide is a bad last line */
};

/*
 * The lines with the least demerits (Knuth and Plass, "Breaking Paragraphs
 * into Lines", 1981).  points[0] is the start of the text, the last point is
 * forced.  Puts the index of the point at each line's end into ends (room for
 * n) and returns the number of lines.  A line is too wide only if it has no
 * place to end earlier.
 */
size_t break_lines(const struct break_point *points, size_t n,
    const struct break_measure *, size_t *ends);

/* Demerits of these lines together; INFINITY if one is too wide. */
double break_demerits(const struct break_point *points,
    const struct break_measure *, const size_t *ends, size_t n_lines);

#endif
