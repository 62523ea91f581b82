/* picture.h -- how large a picture is */
#ifndef TYPESET_PICTURE_H
#define TYPESET_PICTURE_H

#include "../../document/node.h"

/* The file of an <img>: its data-ts-file, else its src; "" without either. */
struct str picture_file(const struct node *img);

/*
 * Width and height in points of an SVG, PNG or JPEG file, by its content; a
 * pixel is 0.75 point.  False if it cannot be read or says nothing sensible.
 */
bool picture_size(const char *path, double *width, double *height);

#endif
