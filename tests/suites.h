/* suites.h -- the suites, in the order of the stages */
#ifndef TESTS_SUITES_H
#define TESTS_SUITES_H

#include <check.h>

Suite *base_suite(void);
Suite *outputs_suite(void);
Suite *addresses_suite(void);
Suite *value_suite(void);
Suite *yaml_suite(void);
Suite *read_suite(void);
Suite *schema_suite(void);
Suite *schema_parts_suite(void);
Suite *format_suite(void);
Suite *json_schema_suite_suite(void);
Suite *link_suite(void);
Suite *reference_suite(void);
Suite *draft_suite(void);
Suite *typography_suite(void);
Suite *markdown_suite(void);
Suite *markdown_parts_suite(void);
Suite *mustache_suite(void);
Suite *template_parts_suite(void);
Suite *mustache_spec_suite(void);
Suite *node_suite(void);
Suite *xhtml_suite(void);
Suite *document_suite(void);
Suite *large_suite(void);
Suite *passes_suite(void);
Suite *privacy_suite(void);
Suite *checks_suite(void);
Suite *review_suite(void);
Suite *words_suite(void);
Suite *lexicon_suite(void);
Suite *html_suite(void);
Suite *text_suite(void);
Suite *font_suite(void);
Suite *hyphen_suite(void);
Suite *break_suite(void);
Suite *line_suite(void);
Suite *inline_suite(void);
Suite *theme_suite(void);
Suite *look_suite(void);
Suite *blocks_suite(void);
Suite *grid_suite(void);
Suite *strips_suite(void);
Suite *placing_suite(void);
Suite *pages_suite(void);
Suite *rows_suite(void);
Suite *tables_suite(void);
Suite *drawn_suite(void);
Suite *sheets_suite(void);
Suite *keeps_suite(void);
Suite *paging_suite(void);
Suite *content_suite(void);
Suite *pdf_suite(void);
Suite *pdf_parts_suite(void);
Suite *sitemap_suite(void);
Suite *style_suite(void);
Suite *site_suite(void);
Suite *shared_suite(void);
Suite *compare_suite(void);
Suite *nazorg_suite(void);
Suite *nazorg_files_suite(void);
Suite *nazorg_words_suite(void);
Suite *letters_suite(void);
Suite *output_suite(void);
Suite *pdfua_suite(void);
Suite *kinds_suite(void);
Suite *browser_suite(void);
Suite *command_suite(void);
Suite *new_suite(void);
Suite *serve_suite(void);
Suite *stress_suite(void);
Suite *golden_suite(void);

/* Tell in the end that a suite of others was not run, and how it would be. */
void suite_is_not_here(const char *name, const char *variable,
    const char *folder);

#endif
