/* review.c -- stage 4: what the writer should mend in a finished document */
#include "checks.h"

enum { MAX_TOLD = 200 };

bool
checks_may_tell(struct checks *c)
{
	return c->told++ < MAX_TOLD;
}

bool
document_check(struct arena *arena, struct diag *d,
    const struct document *document, const struct value *data)
{
	struct checks checks = {
		.arena = arena, .diag = d, .document = document, .data = data,
	};
	struct passage passage = { .top = document->root };
	size_t before = diag_count(d, DIAG_ERROR);

	check_elements(&checks);
	check_privacy_attributes(&checks);
	while (passage_next(&passage)) {
		check_length(&checks, &passage);
		check_counts(&checks, &passage);
		check_privacy(&checks, &passage);
	}
	passage_release(&passage);
	return diag_count(d, DIAG_ERROR) == before;
}
