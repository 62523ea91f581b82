/* schema_fixture.h -- for the tests of schemas: files, data and messages */
#ifndef TESTS_SCHEMA_FIXTURE_H
#define TESTS_SCHEMA_FIXTURE_H

#include "../gen/base/diag.h"
#include "../gen/content/schema/schema.h"

/* Of the test that runs now. */
extern struct arena *schema_arena;
extern struct diag *schema_diag;

/* Schemas are files, so each test has a folder of its own. */
void schema_setup(void);
void schema_teardown(void);

void schema_write_file(const char *path, const char *text);
/* Write s.yaml and load it. */
struct schema *schema_load_text(const char *text);
/* Data, as if it was in d.yaml. */
struct value *schema_parse_data(const char *text);
/* Check data by a schema, and link it if it is sound. */
struct value *schema_check_text(const char *schema, const char *data);

/* The messages without the lines that quote the source; free it. */
char *schema_messages(void);
/* The messages must be exactly these. */
void schema_assert_messages(const char *expected);
const char *schema_dumped(const struct value *);

#endif
