/*
 * render.c -- the command render: plain Mustache to standard output, with the
 * line ends of the template
 */
#include <stdio.h>
#include <string.h>

#include "../base/buf.h"
#include "../base/diag.h"
#include "commands.h"
#include "../content/read/yaml.h"
#include "../template/mustache.h"

/* "" is the folder that we are in. */
static const char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	return arena_cstr(a, (struct str){ path, (size_t)(slash - path) });
}

static const struct value *
read_data(struct arena *a, struct diag *d, const char *path)
{
	if (!path)
		return value_new(a, VALUE_MAP, (struct loc){ 0 });
	return yaml_load(a, d, path);
}

static void
render(struct arena *a, struct diag *d, const struct options *o,
    struct buf *out)
{
	struct template_set *set = template_set_new(a);
	struct template_options options = { set, false };
	const struct source *src = source_load_with_cr(a, d, o->paths[0]);
	const struct value *data = read_data(a, d,
	    o->n_paths > 1 ? o->paths[1] : NULL);
	const struct template *t;

	template_set_keep_cr(set);
	if (!src || !data ||
	    !template_set_load(set, d, folder_of(a, o->paths[0])))
		return;
	t = template_parse(a, d, src);
	if (t)
		template_render(t, data, &options, a, d, out, NULL);
}

int
command_render(const struct options *o)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct buf out = BUF_INIT;
	int status = EXIT_DONE;

	render(a, d, o, &out);
	diag_print(d, stderr);
	if (diag_count(d, DIAG_ERROR))
		status = EXIT_FAULTS;
	else
		fwrite(buf_str(&out).s, 1, out.n, stdout);
	buf_release(&out);
	diag_free(d);
	arena_free(a);
	return status;
}
