/* addresses.h -- links of a PDF that leaves the website */
#ifndef WEB_ADDRESSES_H
#define WEB_ADDRESSES_H

#include "../document/document.h"

/*
 * A PDF is mailed and kept, far from the pages beside it: give every link to
 * another page its whole address.  site is where the website is
 * ("https://www.example.nl"; "" if that is not known: then nothing changes)
 * and path where the page is below it ("o/r/g/index.html").
 */
void addresses_complete(struct arena *, struct document *, struct str site,
    struct str path);

#endif
