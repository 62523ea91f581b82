/* image.c -- what the file of a picture says of itself */
#include "image.h"

#include <string.h>

enum { MAX_MARKERS = 1000 };

static unsigned
pair(const unsigned char *s)
{
	return (unsigned)s[0] << 8 | s[1];
}

/* SOF0 … SOF15 without the three that are something else. */
static bool
begins_frame(unsigned char marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
	    marker != 0xc8 && marker != 0xcc;
}

bool
jpeg_frame_read(FILE *file, struct jpeg_frame *frame)
{
	unsigned char s[6];
	long at = 2;

	for (int i = 0; i < MAX_MARKERS; i++) {
		if (fseek(file, at, SEEK_SET) != 0 ||
		    fread(s, 1, 4, file) != 4 || s[0] != 0xff)
			return false;
		if (begins_frame(s[1])) {
			if (fread(s, 1, 6, file) != 6)
				return false;
			*frame = (struct jpeg_frame){ s[0], pair(s + 1),
				pair(s + 3), s[5] };
			return true;
		}
		at += 2 + (long)pair(s + 2);
	}
	return false;
}

/* True if <a …> stands in a file of text. */
static bool
has_link(FILE *file)
{
	int c, before = 0, last = 0;

	while ((c = getc(file)) != EOF) {
		if (before == '<' && last == 'a' && strchr(" \t\r\n>", c))
			return true;
		before = last;
		last = c;
	}
	return false;
}

const char *
image_fault(const char *path)
{
	struct jpeg_frame frame = { 0 };
	FILE *file = fopen(path, "rb");
	const char *fault = NULL;
	int first, second;

	if (!file)
		return NULL;
	first = getc(file);
	second = getc(file);
	if (first == 0xff && second == 0xd8) {
		/* PDF/A-2, 6.2.4.3: the colours of a file are of one kind */
		jpeg_frame_read(file, &frame);
		if (frame.colours > 3)
			fault = "de kleuren zijn CMYK; bewaar de afbeelding "
			    "als RGB";
		else if (frame.bits > 8)
			fault = "elke kleur heeft meer dan 8 bits; bewaar de "
			    "afbeelding met 8 bits";
	} else if (first != 0x89 && has_link(file)) {
		/* PDF/UA-1, 7.18.5: a link is in the text, and says where */
		fault = "er staat een link in; zet die in de tekst";
	}
	fclose(file);
	return fault;
}
