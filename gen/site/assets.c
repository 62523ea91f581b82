/* assets.c -- files of the website that are no pages */
#include <dirent.h>
#include <string.h>

#include "../base/outputs.h"
#include "../typeset/look/font.h"
#include "../web/tokens.h"
#include "site.h"

/* Copy the files of assets/NAME to out/assets/NAME. */
static void
copy_folder(struct run *run, const char *name)
{
	struct arena *a = run->arena;
	struct str from = arena_printf(a, "%s/%s", run->options->assets, name);
	struct dirent *entry;
	DIR *dir = opendir(from.s);

	if (!dir)
		return;	/* a house style need not have all of them */
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			outputs_copy(run->outputs, run->diag,
			    arena_printf(a, "assets/%s/%s", name,
			    entry->d_name), arena_printf(a, "%s/%s", from.s,
			    entry->d_name).s);
	closedir(dir);
}

static void
write_tokens(struct run *run)
{
	struct buf css = BUF_INIT;

	tokens_css(run->tools.style, &css);
	outputs_write(run->outputs, run->diag,
	    STR("assets/css/huisstijl.css"), buf_str(&css));
	buf_release(&css);
}

/* Those that assets/css asks for. */
static const struct {
	int weight;
	bool italic;
} web_fonts[] = { { 400, false }, { 400, true }, { 600, false },
	{ 700, false } };

/* The files of the house style's font, for a browser that lacks it. */
static void
copy_fonts(struct run *run)
{
	struct font_library *fonts = font_library_new();
	const struct value *family = value_path(run->tools.style,
	    "tokens.letter.tekst");
	const struct font *font;

	for (size_t i = 0; i < sizeof web_fonts / sizeof *web_fonts; i++) {
		font = font_open(fonts, run->diag, family->loc,
		    value_text(family), web_fonts[i].weight,
		    web_fonts[i].italic);
		if (font)
			outputs_copy(run->outputs, run->diag,
			    arena_printf(run->arena, "assets/fonts/%s",
			    strrchr(font_file(font), '/') + 1),
			    font_file(font));
	}
	font_library_free(fonts);
}

void
site_assets(struct run *run)
{
	write_tokens(run);
	copy_folder(run, "css");
	copy_folder(run, "icons");
	copy_folder(run, "script");
	copy_fonts(run);
}
