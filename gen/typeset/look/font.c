/* font.c -- stage 5b: finding fonts, and shaping words once for all reports */
#include "font.h"

#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <hb-ot.h>

#include "../../base/diag.h"
#include "../../base/die.h"
#include "words.h"

enum {
	ASCII = 128,
	MAX_LETTER = 32,	/* bytes, with all its accents */
	SOFT_HYPHEN = 0xAD,
	HYPHEN = 0x2010,
	NON_BREAKING_HYPHEN = 0x2011
};

struct font {
	struct font *next;
	struct font_library *library;
	struct str family;
	int weight;
	bool italic;
	const char *name, *file;
	FT_Face face;		/* to draw and measure: cairo scales it */
	hb_font_t *shaper;	/* in units of the font, independent of face */
	float unit;		/* a unit of the font as part of the size */
	struct font_metrics metrics;
	struct words *words;	/* shaped_word of each */
	const struct shaped_word *divisions[ASCII];	/* behind a letter */
};

struct font_library {
	struct arena *arena;
	FT_Library freetype;
	FcConfig *config;
	hb_buffer_t *buffer;
	struct font *fonts;
};

struct font_library *
font_library_new(void)
{
	struct font_library *l = xmalloc(sizeof *l);

	l->arena = arena_new();
	l->config = NULL;
	l->fonts = NULL;
	l->buffer = hb_buffer_create();
	if (FT_Init_FreeType(&l->freetype))
		die("FreeType start niet");
	return l;
}

void
font_library_free(struct font_library *l)
{
	if (!l)
		return;
	for (struct font *f = l->fonts; f; f = f->next) {
		hb_font_destroy(f->shaper);
		FT_Done_Face(f->face);
		words_free(f->words);
	}
	hb_buffer_destroy(l->buffer);
	FT_Done_FreeType(l->freetype);
	if (l->config)
		FcConfigDestroy(l->config);
	arena_free(l->arena);
	free(l);
}

/*
 * All fonts with exactly this family, weight, slope and normal width.  Not
 * FcFontMatch, which always finds something.
 */
static FcFontSet *
list_fonts(struct font_library *l, const char *family, int weight, int slant)
{
	FcObjectSet *wanted = FcObjectSetBuild(FC_FILE, FC_INDEX, NULL);
	FcPattern *pattern = FcPatternBuild(NULL,
	    FC_FAMILY, FcTypeString, (const FcChar8 *)family,
	    FC_WEIGHT, FcTypeDouble, FcWeightFromOpenTypeDouble(weight),
	    FC_SLANT, FcTypeInteger, slant,
	    FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL,
	    FC_VARIABLE, FcTypeBool, FcFalse,
	    FC_SCALABLE, FcTypeBool, FcTrue, (char *)NULL);
	FcFontSet *set;

	if (!l->config)
		l->config = FcInitLoadConfigAndFonts();
	set = FcFontList(l->config, pattern, wanted);
	FcPatternDestroy(pattern);
	FcObjectSetDestroy(wanted);
	return set;
}

/* Of more than one, the first path by name: every run takes the same. */
static const char *
choose_font(const FcFontSet *set, int *index)
{
	const char *best = NULL;
	FcChar8 *path;
	int i;

	for (int k = 0; set && k < set->nfont; k++) {
		FcPattern *p = set->fonts[k];

		if (FcPatternGetString(p, FC_FILE, 0, &path) ||
		    FcPatternGetInteger(p, FC_INDEX, 0, &i))
			continue;
		if (best && strcmp((const char *)path, best) >= 0)
			continue;
		best = (const char *)path;
		*index = i;
	}
	return best;
}

/* The file of a font; some families have no italics, but lean over. */
static const char *
find_font(struct font_library *l, const char *family, int weight, bool italic,
    int *index)
{
	static const int upright[] = { FC_SLANT_ROMAN, -1 };
	static const int sloping[] = { FC_SLANT_ITALIC, FC_SLANT_OBLIQUE, -1 };
	const char *path = NULL;

	for (const int *slant = italic ? sloping : upright;
	    !path && *slant >= 0; slant++) {
		FcFontSet *set = list_fonts(l, family, weight, *slant);

		path = choose_font(set, index);
		if (path)
			path = arena_cstr(l->arena, str_from(path));
		if (set)
			FcFontSetDestroy(set);
	}
	return path;
}

/* The upper half of index names an instance of a variable font. */
static hb_font_t *
open_shaper(const char *path, int index)
{
	hb_blob_t *blob = hb_blob_create_from_file(path);
	hb_face_t *face = hb_face_create(blob, (unsigned)index & 0xFFFF);
	hb_font_t *font = hb_font_create(face);

	if (index >> 16)
		hb_font_set_var_named_instance(font,
		    (unsigned)(index >> 16) - 1);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return font;
}

/* Height of a letter, for fonts that do not tell it themselves. */
static double
letter_height(FT_Face face, unsigned long letter)
{
	if (FT_Load_Char(face, letter, FT_LOAD_NO_SCALE))
		return 0;
	return (double)face->glyph->metrics.horiBearingY;
}

static struct font_metrics
read_metrics(FT_Face face)
{
	const TT_OS2 *os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2);
	double unit = 1.0 / face->units_per_EM;
	struct font_metrics m = {
		.ascent = face->ascender * unit,
		.descent = -face->descender * unit,
		.underline_position = face->underline_position * unit,
		.underline_thickness = face->underline_thickness * unit,
	};

	m.line_gap = face->height * unit - m.ascent - m.descent;
	if (os2 && os2->version != 0xFFFF && os2->version >= 2) {
		m.x_height = os2->sxHeight * unit;
		m.cap_height = os2->sCapHeight * unit;
	}
	if (m.x_height <= 0)
		m.x_height = letter_height(face, 'x') * unit;
	if (m.cap_height <= 0)
		m.cap_height = letter_height(face, 'H') * unit;
	return m;
}

static struct font *
load_font(struct font_library *l, const char *path, int index)
{
	struct font *f;
	FT_Face face;

	if (FT_New_Face(l->freetype, path, index, &face))
		return NULL;
	if (!FT_IS_SCALABLE(face) || !face->units_per_EM) {
		FT_Done_Face(face);
		return NULL;
	}
	f = arena_alloc(l->arena, sizeof *f);
	f->library = l;
	f->file = path;
	f->face = face;
	f->unit = 1.0f / (float)face->units_per_EM;
	f->metrics = read_metrics(face);
	f->shaper = open_shaper(path, index);
	f->words = words_new(l->arena);
	return f;
}

struct font *
font_open(struct font_library *l, struct diag *d, struct loc loc,
    struct str family, int weight, bool italic)
{
	struct font *f;
	const char *name, *path;
	int index = 0;

	for (f = l->fonts; f; f = f->next)
		if (f->weight == weight && f->italic == italic &&
		    str_eq(f->family, family))
			return f;
	family = arena_dup(l->arena, family);
	name = arena_printf(l->arena, "%s %d%s", family.s, weight,
	    italic ? " italic" : "").s;
	path = find_font(l, family.s, weight, italic, &index);
	f = path ? load_font(l, path, index) : NULL;
	if (!path)
		diag_at(d, loc, DIAG_FONT_NOT_INSTALLED, name);
	else if (!f)
		diag_at(d, loc, DIAG_FONT_NOT_READABLE, name, path);
	if (!f)
		return NULL;
	f->family = family;
	f->weight = weight;
	f->italic = italic;
	f->name = name;
	f->next = l->fonts;
	l->fonts = f;
	return f;
}

struct font_metrics
font_metrics(const struct font *f)
{
	return f->metrics;
}

const char *
font_name(const struct font *f)
{
	return f->name;
}

const char *
font_file(const struct font *f)
{
	return f->file;
}

void *
font_face(const struct font *f)
{
	return f->face;
}

/*
 * The character that is drawn for c.  Few fonts have the hyphens of Unicode,
 * all have that of ASCII.
 */
static unsigned
drawn_character(const struct font *f, unsigned c, bool is_last)
{
	hb_codepoint_t glyph;

	if (c != HYPHEN && c != NON_BREAKING_HYPHEN &&
	    (c != SOFT_HYPHEN || !is_last))
		return c;
	return hb_font_get_nominal_glyph(f->shaper, c, &glyph) ? c : '-';
}

/* Put the word in the buffer; clusters are offsets in its bytes. */
static void
fill_buffer(const struct font *f, hb_buffer_t *buffer, struct str word)
{
	unsigned flags = HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT;
	size_t at = 0;

	hb_buffer_clear_contents(buffer);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	while (at < word.n) {
		size_t start = at;
		unsigned c = utf8_next(word, &at);

		hb_buffer_add(buffer, drawn_character(f, c, at == word.n),
		    (unsigned)start);
	}
	/* HarfBuzz hides a soft hyphen unless it is told not to. */
	if (str_ends(word, "\u00AD"))
		flags |= HB_BUFFER_FLAG_PRESERVE_DEFAULT_IGNORABLES;
	hb_buffer_set_flags(buffer, flags);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
	hb_buffer_set_language(buffer, hb_language_from_string("nl", 2));
}

/*
 * Each cluster's bytes go to its first glyph.  Clusters ascend, since all text
 * runs from left to right.
 */
static unsigned
glyph_bytes(const hb_glyph_info_t *infos, unsigned i, unsigned n, size_t end)
{
	unsigned k = i + 1;

	if (i && infos[i - 1].cluster == infos[i].cluster)
		return 0;
	while (k < n && infos[k].cluster == infos[i].cluster)
		k++;
	return (k < n ? infos[k].cluster : (unsigned)end) - infos[i].cluster;
}

static struct shaped_word *
copy_buffer(const struct font *f, hb_buffer_t *buffer, size_t bytes)
{
	struct arena *a = f->library->arena;
	struct shaped_word *w = arena_alloc(a, sizeof *w);
	unsigned n;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &n);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer,
	    NULL);
	struct shaped_glyph *glyphs = arena_array(a, n, sizeof *glyphs);

	for (unsigned i = 0; i < n; i++) {
		glyphs[i] = (struct shaped_glyph) {
			.id = infos[i].codepoint,
			.bytes = glyph_bytes(infos, i, n, bytes),
			.advance = (float)at[i].x_advance * f->unit,
			.x = (float)at[i].x_offset * f->unit,
			.y = (float)at[i].y_offset * f->unit,
		};
		w->advance += glyphs[i].advance;
		w->has_missing |= glyphs[i].id == 0;
	}
	w->glyphs = glyphs;
	w->n = n;
	return w;
}

static struct shaped_word *
shape(const struct font *f, struct str word)
{
	static const hb_feature_t features[] = {
		{ HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1 },
		{ HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1 },
		{ HB_TAG('k', 'e', 'r', 'n'), 1, 0, (unsigned)-1 },
	};
	hb_buffer_t *buffer = f->library->buffer;

	fill_buffer(f, buffer, word);
	hb_shape(f->shaper, buffer, features,
	    sizeof features / sizeof *features);
	return copy_buffer(f, buffer, word.n);
}

const struct shaped_word *
font_shape(struct font *f, struct str word)
{
	void **slot = words_slot(f->words, word);

	if (!*slot)
		*slot = shape(f, word);
	return *slot;
}

static const struct shaped_word *
shape_division(struct font *f, struct str letter)
{
	static const struct str hyphen = { "\u00AD", 2 };
	char text[MAX_LETTER + 2];

	memcpy(text, letter.s, letter.n);
	memcpy(text + letter.n, hyphen.s, hyphen.n);
	return font_shape(f, (struct str){ text, letter.n + hyphen.n });
}

const struct shaped_word *
font_divide(struct font *f, struct str letter)
{
	const struct shaped_word **known;

	if (letter.n == 0 || letter.n > MAX_LETTER)
		return NULL;
	if (letter.n > 1 || (unsigned char)letter.s[0] >= ASCII)
		return shape_division(f, letter);
	known = &f->divisions[(unsigned char)letter.s[0]];
	if (!*known)
		*known = shape_division(f, letter);
	return *known;
}
