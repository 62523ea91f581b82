/* xmp.h -- stage 6: XMP and the colour profile */
#ifndef PDF_XMP_H
#define PDF_XMP_H

#include "pdf.h"

/*
 * The XMP packet: Dublin Core, the marks of PDF/UA-1 (ISO 14289-1, 5) and
 * PDF/A-2a (ISO 19005-2, 6.6.4) and the description of the former.
 */
void metadata_xmp(const struct pdf_info *, struct arena *, struct buf *out);

/* An ICC profile (version 2.1) of sRGB, IEC 61966-2-1, computed here. */
void metadata_srgb(struct buf *out);

#endif
