/* arguments.c -- from the words of the command line to a command to run */
#include "arguments.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/day.h"
#include "../base/die.h"
#include "help.h"

/* An option as it was typed. */
struct given {
	const struct option_row *row;	/* NULL: there is no such option */
	const char *word;		/* "--jobs=3", "--jobs" */
	const char *value;		/* or NULL */
};

/* What stands on the command line, before anything of it is judged. */
struct typed {
	struct given *options;
	size_t n_options;
	const char **words;
	size_t n_words;
};

static int __attribute__((format(printf, 1, 2)))
complain(const char *format, ...)
{
	va_list args;

	fputs("toetssteen: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	return EXIT_USAGE;
}

int
arguments_unknown_command(const char *name)
{
	const char *names[command_count], *nearest;

	for (size_t i = 0; i < command_count; i++)
		names[i] = commands[i].name;
	nearest = str_nearest(str_from(name), names, command_count);
	if (nearest)
		return complain("onbekende opdracht '%s'; bedoelt u %s?", name,
		    nearest);
	return complain("onbekende opdracht '%s'; zie toetssteen help", name);
}

/* --- what was typed --- */

/* The name in "--jobs=3" or "-jobs". */
static struct str
bare_name(const char *word)
{
	word += strspn(word, "-");
	return (struct str){ word, strcspn(word, "=") };
}

static bool
is_old_name(const struct given *g)
{
	return g->row->old_name &&
	    str_is(bare_name(g->word), g->row->old_name);
}

/* getopt takes the beginning of a name too: --rec may be two options soon. */
static bool
is_whole_name(const struct given *g)
{
	return g->word[1] != '-' || is_old_name(g) ||
	    str_is(bare_name(g->word), g->row->name);
}

/* Beyond every letter of a short option; then come the rows. */
enum { FIRST_ROW = 256 };

/* Our table as getopt wants it, ended by zeros. */
static void
make_getopt_table(struct option *list, char *letters)
{
	/* words in their place (-), a missing value apart (:) */
	letters = stpcpy(letters, "-:");
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		struct option o = { row->name, row->type == TYPE_FLAG ?
		    no_argument : required_argument, NULL, FIRST_ROW + i };

		*list++ = o;
		o.name = row->old_name;
		if (o.name)
			*list++ = o;
		if (row->letter)
			*letters++ = row->letter;
	}
	*letters = '\0';
	*list = (struct option){ 0 };
}

/* Which option getopt met; for '?' and ':' it keeps that apart. */
static const struct option_row *
find_row(int met)
{
	int code = met == '?' || met == ':' ? optopt : met;

	if (code >= FIRST_ROW)
		return &option_rows[code - FIRST_ROW];
	for (size_t i = 0; met != '?' && i < OPTION_COUNT; i++)
		if (option_rows[i].letter == code)
			return &option_rows[i];
	return NULL;
}

static void
collect(struct typed *t, int argc, char **argv)
{
	struct option list[2 * OPTION_COUNT + 1];
	char letters[OPTION_COUNT + sizeof "-:"];
	int met, at = 1, last = 0;

	make_getopt_table(list, letters);
	opterr = 0;
	while ((met = getopt_long(argc, argv, letters, list, NULL)) != -1) {
		if (met == 1)
			t->words[t->n_words++] = optarg;
		else if (at != last)	/* once for all letters of -hhh */
			t->options[t->n_options++] = (struct given){
			    find_row(met), argv[at],
			    met == '?' || met == ':' ? NULL : optarg };
		last = at;
		at = optind;
	}
	while (optind < argc)
		t->words[t->n_words++] = argv[optind++];
}

/* --- what is wrong with it --- */

static bool
takes(const struct command *command, const struct option_row *row)
{
	return !command || command_takes(command,
	    (enum option_id)(row - option_rows));
}

/* The option that was probably meant, of those of command; or NULL. */
static const char *
nearest_option(const struct command *command, const struct given *g)
{
	const char *names[OPTION_COUNT];
	size_t n = 0;

	if (g->row && takes(command, g->row))
		return g->row->name;
	for (unsigned i = 0; i < OPTION_COUNT; i++)
		if (takes(command, &option_rows[i]))
			names[n++] = option_rows[i].name;
	return str_nearest(bare_name(g->word), names, n);
}

/* There is no such option; command may be NULL. */
static int
unknown_option(const struct command *command, const struct given *g)
{
	const char *nearest = nearest_option(command, g);

	if (nearest)
		return complain("onbekende optie '%s'; bedoelt u --%s?",
		    g->word, nearest);
	return complain("onbekende optie '%s'; zie toetssteen help%s%s",
	    g->word, command ? " " : "", command ? command->name : "");
}

/* It is an option of other commands. */
static int
option_of_others(const struct command *command, const struct given *g)
{
	const char *names[command_count];
	size_t n = 0;
	struct buf list = BUF_INIT;

	for (size_t i = 0; i < command_count; i++)
		if (takes(&commands[i], g->row))
			names[n++] = commands[i].name;
	help_list(&list, names, n, "en");
	complain("%s heeft geen optie '%s'; die hoort bij %s",
	    command->name, g->word, list.s);
	buf_release(&list);
	return EXIT_USAGE;
}

static int
wrong_number_of_words(const struct command *command, size_t n)
{
	struct buf synopsis = BUF_INIT;

	help_synopsis(command, &synopsis);
	complain("te %s woorden achter %s; schrijf %s", n < command->least ?
	    "weinig" : "veel", command->name, synopsis.s);
	buf_release(&synopsis);
	return EXIT_USAGE;
}

static int
wrong_choice(const struct given *g)
{
	struct buf list = BUF_INIT;

	help_list(&list, g->row->choices, g->row->n_choices, "of");
	complain("--%s kan niet '%s' zijn; kies %s", g->row->name, g->value,
	    list.s);
	buf_release(&list);
	return EXIT_USAGE;
}

/* --- where it goes --- */

static bool
is_choice(const struct option_row *row, const char *value)
{
	for (size_t i = 0; i < row->n_choices; i++)
		if (!strcmp(row->choices[i], value))
			return true;
	return false;
}

static int
set_number(const struct given *g, size_t *number)
{
	bool is_good = *g->value && !g->value[strspn(g->value, "0123456789")];

	*number = strtoul(g->value, NULL, 10);
	if (is_good && *number <= g->row->most)
		return EXIT_DONE;
	return complain("--%s kan niet '%s' zijn; geef een getal van 0 tot en "
	    "met %zu", g->row->name, g->value, g->row->most);
}

/* Put the value in its member. */
static int
set(struct options *o, const struct given *g)
{
	void *to = (char *)o + g->row->offset;

	switch (g->row->type) {
	case TYPE_FLAG:
		*(bool *)to = true;
		return EXIT_DONE;
	case TYPE_PATH:
		o->paths[o->n_paths++] = g->value;
		return EXIT_DONE;
	case TYPE_NUMBER:
		return set_number(g, to);
	case TYPE_DATE:
		if (day_parse(str_from(g->value)) == DAY_NONE)
			return complain("--%s kan niet '%s' zijn; geef een "
			    "datum zoals 2020-05-31", g->row->name, g->value);
		break;
	case TYPE_CHOICE:
		if (!is_choice(g->row, g->value))
			return wrong_choice(g);
		break;
	case TYPE_TEXT:
		break;
	}
	*(const char **)to = g->value;
	return EXIT_DONE;
}

static void
set_standards(struct options *o)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (option_rows[i].standard)
			set(o, &(struct given){ .row = &option_rows[i],
			    .value = option_rows[i].standard });
}

/* One option that was typed, for a command. */
static int
take(struct arguments *args, const struct given *g)
{
	const struct option_row *row = g->row;

	if (!row || !is_whole_name(g))
		return unknown_option(args->command, g);
	if (!takes(args->command, row))
		return option_of_others(args->command, g);
	if (row->type == TYPE_FLAG && strchr(g->word, '='))
		return complain("achter --%s hoort geen waarde", row->name);
	if (row->type != TYPE_FLAG && !g->value)
		return complain("achter --%s hoort een waarde: --%s %s",
		    row->name, row->name, row->value);
	if (is_old_name(g))
		complain("--%s heet nu --%s; de oude naam werkt nog",
		    row->old_name, row->name);
	return set(&args->options, g);
}

/* Options that mean nothing together, or apart. */
static int
check_together(const struct typed *t)
{
	unsigned all = 0;

	for (size_t i = 0; i < t->n_options; i++)
		all |= OPTION_BIT(t->options[i].row - option_rows);
	for (unsigned i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];

		if (!(all & OPTION_BIT(i)))
			continue;
		for (unsigned k = 0; k < OPTION_COUNT; k++) {
			if (row->needs & ~all & OPTION_BIT(k))
				return complain("--%s werkt alleen samen met "
				    "--%s", row->name, option_rows[k].name);
			if (row->excludes & all & OPTION_BIT(k))
				return complain("--%s en --%s gaan niet samen",
				    row->name, option_rows[k].name);
		}
	}
	return EXIT_DONE;
}

/* --- all of it --- */

/* Of what must be answered whatever else is wrong. */
static bool
asks(const struct typed *t, enum option_id id)
{
	for (size_t i = 0; i < t->n_options; i++) {
		const struct given *g = &t->options[i];

		if (g->row == &option_rows[id] && is_whole_name(g) &&
		    !strchr(g->word, '='))
			return true;
	}
	return false;
}

static int
no_command(const struct typed *t)
{
	struct buf usage = BUF_INIT;

	for (size_t i = 0; i < t->n_options; i++)
		if (!t->options[i].row || !is_whole_name(&t->options[i]))
			return unknown_option(NULL, &t->options[i]);
	if (t->n_words)
		return arguments_unknown_command(t->words[0]);
	help_add(NULL, &usage);
	fputs(usage.s, stderr);
	buf_release(&usage);
	return EXIT_USAGE;
}

static int
judge(struct arguments *args, const struct typed *t)
{
	struct options *o = &args->options;
	int status = EXIT_DONE;

	if (!args->command)
		return no_command(t);
	for (size_t i = 0; i < t->n_options && status == EXIT_DONE; i++)
		status = take(args, &t->options[i]);
	for (size_t i = 1; i < t->n_words; i++)
		o->paths[o->n_paths++] = t->words[i];
	if (status == EXIT_DONE)
		status = check_together(t);
	if (status == EXIT_DONE && (o->n_paths < args->command->least ||
	    o->n_paths > args->command->most))
		status = wrong_number_of_words(args->command, o->n_paths);
	return status;
}

/* --help behind a command is help before it. */
static void
turn_into_help(struct arguments *args)
{
	struct options *o = &args->options;

	if (args->command)
		o->paths[o->n_paths++] = args->command->name;
	args->command = command_find("help");
}

static void *
new_list(int argc, size_t size)
{
	void *list = calloc((size_t)argc + 1, size);

	if (!list)
		die("het geheugen is op");
	return list;
}

int
arguments_read(struct arguments *args, int argc, char **argv)
{
	struct typed t = { .options = new_list(argc, sizeof *t.options),
		.words = new_list(argc, sizeof *t.words) };
	struct options *o = &args->options;
	int status = EXIT_DONE;

	*args = (struct arguments){ 0 };
	o->paths = new_list(argc, sizeof *o->paths);
	set_standards(o);
	collect(&t, argc, argv);
	if (t.n_words)
		args->command = command_find(t.words[0]);
	o->version = asks(&t, OPTION_VERSION);
	o->help = asks(&t, OPTION_HELP) && (args->command || !t.n_words);
	if (o->help)
		turn_into_help(args);
	else if (!o->version)
		status = judge(args, &t);
	free(t.options);
	free(t.words);
	return status;
}

void
arguments_release(struct arguments *args)
{
	free(args->options.paths);
}
