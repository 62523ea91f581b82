/* help.c -- the command help, and what other files tell about a command */
#include "help.h"

#include <stdio.h>

#include "arguments.h"
#include "commands.h"

enum { COLUMNS = 80, INDENT = 2, GAP = 2 };

void
help_list(struct buf *b, const char *const *list, size_t n, const char *last)
{
	for (size_t i = 0; i < n; i++) {
		if (i && i + 1 == n)
			buf_addf(b, " %s ", last);
		else if (i)
			buf_adds(b, ", ");
		buf_adds(b, list[i]);
	}
}

static void
add_spaces(struct buf *b, size_t n)
{
	while (n--)
		buf_addc(b, ' ');
}

/* The words of text in lines; at is our column, indent that of new lines. */
static void
add_wrapped(struct buf *b, struct str text, size_t at, size_t indent)
{
	for (size_t from = 0, to; from < text.n; from = to + 1) {
		struct str word;

		to = str_find(text, " ", from);
		if (to == (size_t)-1)
			to = text.n;
		word = str_slice(text, from, to);
		if (from && at + 1 + utf8_count(word) > COLUMNS) {
			buf_addc(b, '\n');
			add_spaces(b, indent);
			at = indent;
		} else if (from) {
			buf_addc(b, ' ');
			at++;
		}
		buf_add(b, word);
		at += utf8_count(word);
	}
	buf_addc(b, '\n');
}

/* A row of two columns: a name, and from column indent what it means. */
static void
add_row(struct buf *b, struct str name, struct str about, size_t indent)
{
	add_spaces(b, INDENT);
	buf_add(b, name);
	add_spaces(b, indent - INDENT - name.n);
	add_wrapped(b, about, indent, indent);
}

/* --- options --- */

/* "-h, --help" or "--jobs AANTAL". */
static void
add_option_name(struct buf *b, const struct option_row *row)
{
	if (row->letter)
		buf_addf(b, "-%c, ", row->letter);
	buf_addf(b, "--%s", row->name);
	if (row->value)
		buf_addf(b, " %s", row->value);
}

static void
add_option_about(struct buf *b, const struct option_row *row)
{
	buf_adds(b, row->about);
	if (row->n_choices) {
		buf_adds(b, ": ");
		help_list(b, row->choices, row->n_choices, "of");
	}
	if (row->standard)
		buf_addf(b, " (anders %s)", row->standard);
}

/* A row for each option of the set. */
static void
add_options(struct buf *b, unsigned set)
{
	struct buf name = BUF_INIT, about = BUF_INIT;
	size_t widest = 0;

	for (unsigned i = 0; i < OPTION_COUNT; i++) {
		buf_clear(&name);
		add_option_name(&name, &option_rows[i]);
		if (set & OPTION_BIT(i) && name.n > widest)
			widest = name.n;
	}
	for (unsigned i = 0; i < OPTION_COUNT; i++) {
		if (!(set & OPTION_BIT(i)))
			continue;
		buf_clear(&name);
		buf_clear(&about);
		add_option_name(&name, &option_rows[i]);
		add_option_about(&about, &option_rows[i]);
		add_row(b, buf_str(&name), buf_str(&about),
		    INDENT + widest + GAP);
	}
	buf_release(&name);
	buf_release(&about);
}

/* --- commands --- */

void
help_synopsis(const struct command *command, struct buf *b)
{
	buf_addf(b, "toetssteen %s", command->name);
	if (command->options)
		buf_adds(b, " [OPTIES]");
	if (*command->words)
		buf_addf(b, " %s", command->words);
}

static void
add_command(struct buf *b, const struct command *command)
{
	buf_adds(b, "Gebruik: ");
	help_synopsis(command, b);
	buf_adds(b, "\n\n");
	add_wrapped(b, str_from(command->about), 0, 0);
	if (command->options) {
		buf_adds(b, "\nOpties:\n");
		add_options(b, command->options);
	}
	buf_addf(b, "\nVoorbeeld: toetssteen %s\n  ", command->example);
	add_wrapped(b, str_from(command->example_about), INDENT, INDENT);
}

static const char words_of_all[] = "Met toetssteen help OPDRACHT, of met "
    "--help achter een opdracht, ziet u de opties van die opdracht en een "
    "voorbeeld. De eindstatus is 0 als het gelukt is, 1 bij fouten in de "
    "inhoud, en 2 bij verkeerd gebruik of als er niet geschreven kan worden.";

static void
add_all(struct buf *b)
{
	size_t widest = 0;

	for (size_t i = 0; i < command_count; i++)
		if (str_from(commands[i].name).n > widest)
			widest = str_from(commands[i].name).n;
	buf_adds(b, "Gebruik: toetssteen OPDRACHT [OPTIES] [PAD...]\n\n"
	    "Opdrachten:\n");
	for (size_t i = 0; i < command_count; i++)
		add_row(b, str_from(commands[i].name),
		    str_from(commands[i].summary), INDENT + widest + GAP);
	buf_adds(b, "\nOpties bij elke opdracht:\n");
	add_options(b, OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION));
	buf_addc(b, '\n');
	add_wrapped(b, str_from(words_of_all), 0, 0);
}

void
help_add(const struct command *command, struct buf *b)
{
	if (command)
		add_command(b, command);
	else
		add_all(b);
}

int
command_help(const struct options *o)
{
	const struct command *command = NULL;
	struct buf text = BUF_INIT;

	if (o->n_paths) {
		command = command_find(o->paths[0]);
		if (!command)
			return arguments_unknown_command(o->paths[0]);
	}
	help_add(command, &text);
	fputs(text.s, stdout);
	buf_release(&text);
	return EXIT_DONE;
}
