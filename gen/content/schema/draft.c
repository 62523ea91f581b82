/* draft.c -- stage 2: a first draft of the files of a schema */
#include "draft_private.h"

#include <string.h>

#include "unfinished.h"

enum {
	MAX_DEPTH = 12,	/* a schema may refer to itself */
	STEP = 2	/* columns */
};

static struct str
below(struct draft *d, struct str path, struct str name)
{
	return path.n ? arena_printf(d->arena, "%s.%s", path.s, name.s) :
	    name;
}

/* What a key means, above it. */
static void
put_comment(struct draft *d, const struct schema *r, unsigned indent,
    bool required)
{
	struct str example = value_text(r->example);

	if (r->description.n)
		draft_wrap(d, indent, "# ", arena_printf(d->arena,
		    "%s.%s%s%s%s", r->description.s,
		    required ? "" : " Niet verplicht.",
		    example.n ? " Bijvoorbeeld: " : "", example.s,
		    example.n ? "." : ""));
}

static void
put_key(struct draft *d, unsigned indent, struct str name)
{
	buf_addf(d->out, "%*s%s%s:", (int)(d->dash ? indent - STEP : indent),
	    "", d->dash ? "- " : "", name.s);
	d->dash = false;
}

/* A scalar behind "key:" or "-"; list: between brackets. */
static void
put_scalar(struct draft *d, const struct schema *r, const struct spot *s,
    bool list)
{
	bool open;
	struct str text;

	if (!draft_takes_words(d, r, s->path)) {
		text = draft_scalar(d, r, s->path, &open);
		buf_addf(d->out, list ? " [%s]%s\n" : " %s%s\n", text.s,
		    open ? "  # " UNFINISHED : "");
	} else if (r->format == FORMAT_MARKDOWN) {
		buf_adds(d->out, " |\n");
		text = draft_words(d, s->about);
		draft_wrap(d, s->indent + STEP, "",
		    arena_printf(d->arena, "%s.", text.s));
	} else {
		buf_addf(d->out, " \"%s\"\n", draft_words(d, s->about).s);
	}
}

static void put_map(struct draft *, const struct view *, const struct spot *);

static void
put_items(struct draft *d, const struct view *items, const struct schema *r,
    struct spot s, size_t n)
{
	buf_addc(d->out, '\n');
	s.indent += STEP;
	s.depth++;
	if (!(r->types & TYPE_OBJECT)) {
		for (size_t i = 0; i < n; i++) {
			buf_addf(d->out, "%*s-", (int)s.indent, "");
			put_scalar(d, r, &s, false);
		}
		return;
	}
	s.indent += STEP;
	for (size_t i = 0; i < n; i++) {
		d->dash = true;
		put_map(d, items, &s);
	}
}

static void
put_list(struct draft *d, const struct view *v, const struct schema *list,
    struct spot s)
{
	struct view items = view_items(v);
	struct schema r;

	if (!items.n || s.depth > MAX_DEPTH) {
		buf_adds(d->out, " []\n");
		return;
	}
	r = view_rules(&items);
	if (r.description.n)
		s.about = r.description;
	if (r.types & TYPE_OBJECT || draft_takes_words(d, &r, s.path))
		put_items(d, &items, &r, s,
		    list->min_items ? list->min_items : 1);
	else
		put_scalar(d, &r, &s, true);
}

/* What stands behind "key:". */
static void
put_value(struct draft *d, const struct view *v, struct spot s)
{
	struct schema r = view_rules(v);

	if (r.description.n)
		s.about = r.description;
	if (r.types & TYPE_ARRAY) {
		put_list(d, v, &r, s);
	} else if (r.types & TYPE_OBJECT) {
		buf_addc(d->out, '\n');
		s.indent += STEP;
		s.depth++;
		put_map(d, v, &s);
	} else {
		put_scalar(d, &r, &s, false);
	}
}

static void
put_member(struct draft *d, const struct view *v, const struct spot *s,
    struct str name, bool required)
{
	struct schema r = view_rules(v);
	struct spot value = *s;

	if (!s->depth && !s->is_markdown && d->out->n)
		buf_addc(d->out, '\n');
	put_comment(d, &r, d->dash ? s->indent - STEP : s->indent,
	    required);
	put_key(d, s->indent, name);
	value.path = below(d, s->path, name);
	put_value(d, v, value);
}

/* A key that may be left out, in a comment; only with one short value. */
static bool
put_optional(struct draft *d, const struct schema *r, struct str name)
{
	bool open;

	if (r->types & (TYPE_OBJECT | TYPE_ARRAY) || r->is_deprecated)
		return false;
	buf_addc(d->out, '\n');
	put_comment(d, r, 0, false);
	buf_addf(d->out, "# %s: %s\n", name.s,
	    r->types & TYPE_BOOLEAN ? "true" :
	    draft_takes_words(d, r, name) ? "…" :
	    draft_scalar(d, r, STR(""), &open).s);
	return true;
}

/* Every x-ref below s. */
static void
find_targets(struct draft *d, const struct schema *s, int depth)
{
	for (; s && depth <= MAX_DEPTH; s = s->ref) {
		if (s->reference) {
			d->targets = arena_grow(d->arena, d->targets,
			    d->n_targets, sizeof *d->targets);
			d->targets[d->n_targets++] = str_from(s->reference);
		}
		for (size_t i = 0; i < s->n_properties; i++)
			find_targets(d, s->properties[i].schema, depth + 1);
		find_targets(d, s->items, depth + 1);
	}
}

static bool
is_target(const struct draft *d, struct str path)
{
	for (size_t i = 0; i < d->n_targets; i++)
		if (str_eq(d->targets[i], path))
			return true;
	return false;
}

/*
 * Besides what is required: what other keys refer to, and what a text that is
 * there uses as a variable.
 */
static bool
is_required(struct draft *d, const struct view *v, struct str path,
    struct str name)
{
	return view_requires(v, name) || (!draft_has(d, path) &&
	    (is_target(d, path) || draft_is_used(d, path)));
}

/* In files that many reports share, texts that may be left out as well. */
static bool
is_welcome(struct draft *d, const struct schema *r, const struct spot *s,
    struct str path)
{
	return !s->is_bare && !draft_has(d, path) &&
	    draft_takes_words(d, r, path);
}

/* Keys that are neither written nor named in a comment of their own. */
static void
put_rest(struct draft *d, struct str names)
{
	if (!names.n)
		return;
	buf_addc(d->out, '\n');
	draft_wrap(d, 0, "# ", arena_printf(d->arena, "In dit bestand kunnen "
	    "ook staan: %s. Wat ze betekenen, staat in de naslag.", names.s));
}

static void
put_map(struct draft *d, const struct view *v, const struct spot *s)
{
	struct str rest = STR("");
	size_t n;
	struct str *names = view_names(v, d->arena, &n);

	if (s->depth > MAX_DEPTH)
		n = 0;
	for (size_t i = 0; i < n; i++) {
		struct view p = view_property(v, names[i]);
		struct schema r = view_rules(&p);
		struct str path = below(d, s->path, names[i]);
		bool required = is_required(d, v, path, names[i]);

		if (r.select_from || (!s->depth && r.file.n) ||
		    (s->is_markdown && str_is(names[i], "tekst")))
			continue;
		if (required || is_welcome(d, &r, s, path))
			put_member(d, &p, s, names[i], required);
		else if (!s->depth && !s->is_markdown &&
		    !put_optional(d, &r, names[i]))
			rest = arena_printf(d->arena, "%s%s%s", rest.s,
			    rest.n ? ", " : "", names[i].s);
	}
	put_rest(d, rest);
}

/* --- files --- */

static struct str
yaml_file(struct draft *d, const struct view *v, struct str path)
{
	struct schema r = view_rules(v);
	const struct spot top = { .path = path, .about = r.description,
		.is_bare = !path.n };

	if (r.description.n)
		draft_wrap(d, 0, "# ", arena_printf(d->arena, "%s.",
		    r.description.s));
	put_map(d, v, &top);
	return buf_detach(d->out, d->arena);
}

/* "bevindingen/01-voorbeeld.md" has the id voorbeeld. */
static struct str
id_of(struct draft *d, struct str file)
{
	size_t from = str_find(file, "/", 0) + 1;
	size_t dash = str_find(file, "-", from);

	return arena_dup(d->arena, str_slice(file, dash < file.n ? dash + 1 :
	    from, file.n - strlen(".md")));
}

/* What to write in the body: the schema of the file knows best. */
static struct str
body_words(struct draft *d, const struct view *v, const struct schema *file,
    struct str name)
{
	struct view body = view_property(v, STR("tekst"));

	if (str_find(file->file, "/", 0) < file->file.n && body.n)
		return draft_words(d, view_rules(&body).description);
	if (v->list[0]->description.n)
		return draft_words(d, v->list[0]->description);
	return arena_printf(d->arena, UNFINISHED ": de tekst van %s", name.s);
}

static struct str
markdown_file(struct draft *d, const struct view *v, const struct schema *r,
    struct str name)
{
	struct spot top = { .path = name, .about = r->description,
		.is_markdown = true, .is_bare = !(r->types & TYPE_ARRAY) };
	struct view item = *v;

	if (r->types & TYPE_ARRAY) {
		item = view_items(v);
		draft_remember(d, below(d, name, STR("id")),
		    id_of(d, r->file));
	}
	put_map(d, &item, &top);
	if (d->out->n) {
		struct str keys = buf_detach(d->out, d->arena);

		buf_addf(d->out, "---\n%s---\n", keys.s);
	}
	draft_wrap(d, 0, "", arena_printf(d->arena, "%s.",
	    body_words(d, &item, r, name).s));
	return buf_detach(d->out, d->arena);
}

static bool
is_needed(const struct draft *d, const struct view *root,
    const struct schema *r, struct str name)
{
	return r->file.n && view_requires(root, name) &&
	    !(d->order->known && value_member(d->order->known, name));
}

struct draft_file *
schema_draft(const struct schema *s, struct arena *a,
    const struct draft_order *order, size_t *n)
{
	struct buf out = BUF_INIT;
	struct draft d = { .arena = a, .order = order, .out = &out };
	struct view root = { .n = 0 };
	struct draft_file *files = NULL;
	size_t n_names;
	struct str *names;

	view_add(&root, s);
	find_targets(&d, s, 0);
	names = view_names(&root, a, &n_names);
	*n = 0;
	files = arena_grow(a, files, *n, sizeof *files);
	files[(*n)++] = (struct draft_file){ STR("rapport.yaml"),
		yaml_file(&d, &root, STR("")) };
	for (size_t i = 0; i < n_names; i++) {
		struct view p = view_property(&root, names[i]);
		struct schema r = view_rules(&p);

		if (!is_needed(&d, &root, &r, names[i]))
			continue;
		files = arena_grow(a, files, *n, sizeof *files);
		files[(*n)++] = (struct draft_file){ r.file,
			str_ends(r.file, ".md") ?
			markdown_file(&d, &p, &r, names[i]) :
			yaml_file(&d, &p, names[i]) };
	}
	buf_release(&out);
	return files;
}
