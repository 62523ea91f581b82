/* pdf.c -- stage 6: draw, then finish */
#include "pdf.h"

#include <string.h>

#include "draw.h"
#include "finish.h"

struct str
pdf_timestamp(const struct pdf_info *info, struct arena *a)
{
	struct str day = info->date;

	if (!day.n)
		return day;
	return arena_printf(a, "%.*s%sT00:00:00Z", (int)day.n, day.s,
	    day.n == strlen("YYYY-MM") ? "-01" : "");
}

bool
pdf_write(const struct layout *layout, const struct pdf_info *info,
    struct diag *d, struct buf *out)
{
	struct arena *a = arena_new();
	struct marks marks = { 0 };
	struct buf drawn = BUF_INIT;
	bool ok;

	ok = draw_pages(layout, info, a, d, &marks, &drawn) &&
	    finish_pdf(layout, info, &marks, buf_str(&drawn), d, out);
	buf_release(&drawn);
	arena_free(a);
	return ok;
}
