/* files.h -- serve: a file of out/ for an address */
#ifndef SERVE_FILES_H
#define SERVE_FILES_H

#include "../../base/buf.h"

enum served { SERVED_FILE, SERVED_FOLDER, SERVED_NOTHING };

/*
 * The file of folder for the path of an address that was decoded already:
 * "/a/b/" is a/b/index.html, "/a/b" where b is a folder gives SERVED_FOLDER.
 * Nothing outside folder is ever opened: no "..", no symbolic link, only
 * regular files.  A file has its bytes added to content, and *type is its
 * MIME type.
 */
enum served served_open(const char *folder, struct str path,
    struct buf *content, const char **type);

/* True if what has this MIME type is a page. */
bool served_is_page(const char *type);

/* Add page to out, with insert as the last thing in its body. */
void served_insert(struct buf *out, struct str page, struct str insert);

#endif
