/* picture.c -- stage 5b: the size of a picture, from the head of its file */
#include "picture.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/image.h"

enum { HEAD = 8192 };	/* bytes in which <svg …> must stand */

static const double pixel = 0.75;	/* in points */

static double
big_endian(const unsigned char *s, size_t n)
{
	double value = 0;

	for (size_t i = 0; i < n; i++)
		value = value * 256 + s[i];
	return value;
}

/* PNG, 11.2.2: IHDR is always first. */
static bool
png_size(const unsigned char *s, size_t n, double *width, double *height)
{
	if (n < 24 || memcmp(s + 12, "IHDR", 4) != 0)
		return false;
	*width = big_endian(s + 16, 4) * pixel;
	*height = big_endian(s + 20, 4) * pixel;
	return true;
}

static bool
jpeg_size(FILE *file, double *width, double *height)
{
	struct jpeg_frame frame;

	if (!jpeg_frame_read(file, &frame))
		return false;
	*width = frame.width * pixel;
	*height = frame.height * pixel;
	return true;
}

/* Value of an attribute of the tag that ends at end, or NULL. */
static const char *
svg_attribute(const char *tag, const char *end, const char *name)
{
	size_t n = strlen(name);

	for (const char *s = tag; (s = strstr(s, name)) && s < end;
	    s += n)
		if (isspace((unsigned char)s[-1]) && s[n] == '=' &&
		    (s[n + 1] == '"' || s[n + 1] == '\''))
			return s + n + 2;
	return NULL;
}

/* "24", "24px", "10mm" in points; 0 for none, "100%" or nonsense. */
static double
svg_length(const char *s)
{
	static const struct { const char *unit; double points; } units[] = {
		{ "px", 0.75 }, { "pt", 1 }, { "mm", 72 / 25.4 },
		{ "cm", 720 / 25.4 }, { "in", 72 }, { "\"", 0.75 },
		{ "'", 0.75 },
	};
	double n;
	char *end;

	if (!s)
		return 0;
	n = strtod(s, &end);
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (strncmp(end, units[i].unit, strlen(units[i].unit)) == 0)
			return n * units[i].points;
	return 0;
}

static bool
svg_size(const char *text, double *width, double *height)
{
	const char *tag = strstr(text, "<svg"), *end, *box;
	double w, h, view[4] = { 0, 0, 0, 0 };

	end = !tag ? NULL : strchr(tag, '>');
	if (!end)
		return false;
	w = svg_length(svg_attribute(tag, end, "width"));
	h = svg_length(svg_attribute(tag, end, "height"));
	box = svg_attribute(tag, end, "viewBox");
	for (size_t i = 0; box && i < 4; i++) {
		char *next;

		view[i] = strtod(box, &next);
		box = next;
		while (*box == ',' || isspace((unsigned char)*box))
			box++;
	}
	if (view[2] <= 0 || view[3] <= 0)
		view[2] = view[3] = 0;
	if (w <= 0 && h <= 0) {
		w = view[2] * pixel;
		h = view[3] * pixel;
	} else if (w <= 0 && view[3] > 0) {
		w = h * view[2] / view[3];
	} else if (h <= 0 && view[2] > 0) {
		h = w * view[3] / view[2];
	}
	*width = w;
	*height = h;
	return true;
}

bool
picture_size(const char *path, double *width, double *height)
{
	static const unsigned char png[] = "\x89PNG\r\n\x1a\n";
	char head[HEAD + 1];
	FILE *file = fopen(path, "rb");
	bool ok;
	size_t n;

	if (!file)
		return false;
	n = fread(head, 1, HEAD, file);
	head[n] = '\0';
	if (n > 8 && memcmp(head, png, 8) == 0)
		ok = png_size((unsigned char *)head, n, width, height);
	else if (n > 2 && memcmp(head, "\xff\xd8", 2) == 0)
		ok = jpeg_size(file, width, height);
	else
		ok = svg_size(head, width, height);
	fclose(file);
	return ok && *width > 0 && *height > 0 && *width < 1e6 &&
	    *height < 1e6;
}

struct str
picture_file(const struct node *img)
{
	const struct str *file = node_attribute(img, "data-ts-file");

	if (!file)
		file = node_attribute(img, "src");
	return file ? *file : STR("");
}
