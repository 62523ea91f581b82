/* slug.c -- ground floor: a name for folders, addresses and ids */
#include "slug.h"

enum { MAX_SLUG = 64 };

/*
 * Letters without their marks, for U+00C0 … U+017F (Latin-1 Supplement and
 * Latin Extended-A), in lower case; '-' is no letter.
 */
static const char plain_letters[] =
    "aaaaaaaceeeeiiiidnooooo-ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The letter or digit of a slug for c, '-' between words, 0 for nothing. */
static char
slug_letter(unsigned c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return (char)c;
	if (c >= 0xC0 && c < 0xC0 + sizeof plain_letters - 1)
		return plain_letters[c - 0xC0];
	/* apostrophes, soft hyphens and joined accents are inside words */
	if (c == '\'' || c == 0x2019 || c == 0xAD || (c >= 0x300 && c < 0x370))
		return 0;
	return '-';
}

void
slug_add(struct buf *out, struct str text)
{
	size_t at = 0;
	bool gap = false;

	while (at < text.n && out->n < MAX_SLUG) {
		char c = slug_letter(utf8_next(text, &at));

		if (c == '-') {
			gap = true;
		} else if (c != 0) {
			if (gap && out->n > 0)
				buf_addc(out, '-');
			gap = false;
			buf_addc(out, c);
		}
	}
}

struct str
slug_new(struct arena *a, struct str text)
{
	struct buf b = BUF_INIT;

	slug_add(&b, text);
	return buf_detach(&b, a);
}
