/* diag_row.h -- the rows of the catalogue, each with the texts that it takes */
#ifndef BASE_DIAG_ROW_H
#define BASE_DIAG_ROW_H

#include "source.h"

enum diag_level { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE };

struct diag_row {
	enum diag_level level;
	const char *text;
};

/*
 * Rows that take another number of arguments are of another type, so that a
 * call with one too few or too many does not compile.  Who passes a row on
 * has a parameter of its type.
 */
struct diag_takes_0 { struct diag_row row; };
struct diag_takes_1 { struct diag_row row; };
struct diag_takes_2 { struct diag_row row; };
struct diag_takes_3 { struct diag_row row; };
struct diag_takes_4 { struct diag_row row; };
struct diag_takes_5 { struct diag_row row; };

/* Arrays of one, so that their names are pointers. */
#define DIAG(id, level, n, text) \
	extern const struct diag_takes_##n DIAG_##id[1];
#include "diag.def"
#undef DIAG

/* --- what diag_at of diag.h calls --- */

struct diag;

void diag_add(struct diag *, struct loc, const struct diag_row *, size_t n,
    const char *const *args);

/* Which function, by how many arguments stand behind the row. */
#define DIAG_PICK(row, a, b, c, d, e, name, ...) name
#define DIAG_WITH(...) DIAG_PICK(__VA_ARGS__, diag_with_5, diag_with_4, \
	diag_with_3, diag_with_2, diag_with_1, diag_with_0, )

static inline void
diag_with_0(struct diag *d, struct loc loc, const struct diag_takes_0 *r)
{
	diag_add(d, loc, &r->row, 0, NULL);
}

static inline void
diag_with_1(struct diag *d, struct loc loc, const struct diag_takes_1 *r,
    const char *a)
{
	diag_add(d, loc, &r->row, 1, (const char *const[]){ a });
}

static inline void
diag_with_2(struct diag *d, struct loc loc, const struct diag_takes_2 *r,
    const char *a, const char *b)
{
	diag_add(d, loc, &r->row, 2, (const char *const[]){ a, b });
}

static inline void
diag_with_3(struct diag *d, struct loc loc, const struct diag_takes_3 *r,
    const char *a, const char *b, const char *c)
{
	diag_add(d, loc, &r->row, 3, (const char *const[]){ a, b, c });
}

static inline void
diag_with_4(struct diag *d, struct loc loc, const struct diag_takes_4 *r,
    const char *a, const char *b, const char *c, const char *e)
{
	diag_add(d, loc, &r->row, 4, (const char *const[]){ a, b, c, e });
}

static inline void
diag_with_5(struct diag *d, struct loc loc, const struct diag_takes_5 *r,
    const char *a, const char *b, const char *c, const char *e,
    const char *f)
{
	diag_add(d, loc, &r->row, 5, (const char *const[]){ a, b, c, e, f });
}

#endif
