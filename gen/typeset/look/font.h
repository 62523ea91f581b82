/* font.h -- fonts and shaped words (fontconfig, FreeType, HarfBuzz) */
#ifndef TYPESET_FONT_H
#define TYPESET_FONT_H

#include "../../base/arena.h"

struct diag;
struct loc;

/*
 * The fonts of the house style and the words that were shaped with them.  One
 * for a whole run: reports share most of their words.  A library belongs to
 * one thread.
 */
struct font_library;
struct font;

struct font_metrics {	/* as parts of the size */
	double ascent, descent, line_gap;
	double x_height, cap_height;
	double underline_position, underline_thickness;
};

struct shaped_glyph {
	unsigned id;		/* 0: the font lacks the character */
	unsigned bytes;		/* of text; 0: joins the one before */
	float advance;		/* parts of the size */
	float x, y;		/* offset from the pen, parts of the size */
};

struct shaped_word {
	const struct shaped_glyph *glyphs;
	size_t n;
	double advance;		/* sum, parts of the size */
	bool has_missing;	/* some glyph has id 0 */
};

struct font_library *font_library_new(void);
void font_library_free(struct font_library *);

/*
 * The font of this family, weight (400, 600, 700 …) and slope, found with
 * fontconfig; NULL after telling d (at loc) that no such font is installed: a
 * substitute is never taken.
 */
struct font *font_open(struct font_library *, struct diag *d, struct loc,
    struct str family, int weight, bool italic);

struct font_metrics font_metrics(const struct font *);
/* For messages and dumps: "Open Sans 700 italic". */
const char *font_name(const struct font *);
/* The file it was found in. */
const char *font_file(const struct font *);
/* The FT_Face, for drawing. */
void *font_face(const struct font *);

/*
 * Shape a word (no white space at which a line may break).  The result stays
 * as long as the library.  Ligatures are off, kerning is on.
 */
const struct shaped_word *font_shape(struct font *, struct str word);

/*
 * The end of a word that is divided behind letter: that letter and the hyphen,
 * whose text is U+00AD.  NULL if no hyphen can stand there.
 */
const struct shaped_word *font_divide(struct font *, struct str letter);

#endif
