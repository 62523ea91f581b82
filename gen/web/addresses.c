/* addresses.c -- links of a PDF that leaves the website (RFC 3986, 5.2) */
#include "addresses.h"

#include <string.h>

/* "#kop" stays in the document; "mailto:x" and "//x" are whole already. */
static bool
is_relative(struct str href)
{
	size_t n = 0;

	if (!href.n || href.s[0] == '#' || href.s[0] == '/')
		return false;
	while (n < href.n && !strchr("/?#:", href.s[n]))
		n++;
	return n == href.n || href.s[n] != ':';
}

/* "o/r/" becomes "o/"; above the website there is nothing. */
static struct str
parent(struct str folder)
{
	if (folder.n)
		folder.n--;
	while (folder.n && folder.s[folder.n - 1] != '/')
		folder.n--;
	return folder;
}

static struct str
complete(struct arena *a, struct str site, struct str path, struct str href)
{
	struct str folder = path;

	while (folder.n && folder.s[folder.n - 1] != '/')
		folder.n--;
	for (;;) {
		if (str_starts(href, "../")) {
			folder = parent(folder);
			href = str_slice(href, 3, href.n);
		} else if (str_starts(href, "./")) {
			href = str_slice(href, 2, href.n);
		} else {
			return arena_printf(a, "%.*s/%.*s%.*s", (int)site.n,
			    site.s, (int)folder.n, folder.s, (int)href.n,
			    href.s);
		}
	}
}

void
addresses_complete(struct arena *a, struct document *d, struct str site,
    struct str path)
{
	const struct str *href;

	if (!site.n)
		return;
	for (struct node *n = d->root; n; n = node_next(n, d->root)) {
		if (n->element != ELEMENT_A)
			continue;
		href = node_attribute(n, "href");
		if (href && is_relative(*href))
			node_set(a, n, "href", complete(a, site, path, *href));
	}
}
