/* yaml_load.c -- stage 1, read: a file of YAML or Markdown, by its path */
#include "yaml.h"

#include "../../base/diag.h"

struct value *
yaml_load(struct arena *a, struct diag *d, const char *path)
{
	const struct source *src = source_load(a, d, path);

	return src ? yaml_parse(a, d, src) : NULL;
}

struct value *
yaml_load_map(struct arena *a, struct diag *d, const char *path)
{
	struct value *v = yaml_load(a, d, path);

	if (v && v->kind != VALUE_MAP) {
		diag_at(d, v->loc, DIAG_NOT_A_MAP);
		return NULL;
	}
	return v;
}

struct value *
yaml_load_any(struct arena *a, struct diag *d, const char *path)
{
	const struct source *src;

	if (!str_ends(str_from(path), ".md"))
		return yaml_load(a, d, path);
	src = source_load(a, d, path);
	return src ? yaml_parse_front_matter(a, d, src) : NULL;
}
