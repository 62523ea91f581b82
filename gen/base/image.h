/* image.h -- what the file of a picture says of itself */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include <stdbool.h>
#include <stdio.h>

/* Of a JPEG's frame: bits per colour, height and width in pixels, colours. */
struct jpeg_frame {
	unsigned bits, height, width, colours;
};

/* False if the file is no JPEG or has no frame. */
bool jpeg_frame_read(FILE *, struct jpeg_frame *);

/*
 * Why a picture cannot be in a PDF for the archive, in Dutch; NULL if it can,
 * or if it cannot be read at all.
 */
const char *image_fault(const char *path);

#endif
