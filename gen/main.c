/* main.c -- the command line: options, then one of the commands */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/commands.h"
#include "base/day.h"

static const char usage[] =
    "Gebruik: toetssteen OPDRACHT [OPTIES] [PAD...]\n"
    "\n"
    "Opdrachten:\n"
    "  build [PAD...]           maak de rapporten, alle of die onder PAD\n"
    "  check [PAD...]           controleer alles en schrijf niets\n"
    "  status [PAD...]          laat zien welke gemeente wanneer antwoordt\n"
    "  letters [PAD...]         maak de nazorgbrieven die aan de beurt zijn\n"
    "  new WAT PAD              maak een eerste opzet van nieuwe bestanden;\n"
    "                           WAT is onderzoek, regio, gemeente, bevinding\n"
    "                           of rapport (over een regio)\n"
    "  serve                    laat de rapporten in de browser zien; wat u\n"
    "                           bewaart, ziet u meteen\n"
    "  render SJABLOON [DATA]   vul een Mustache-sjabloon met YAML of JSON\n"
    "  dump STAP PAD            laat een tussenstap van een rapport zien;\n"
    "                           STAP is data, xhtml, document of pages\n"
    "\n"
    "Opties:\n"
    "  --only PAD       alleen de rapporten onder PAD\n"
    "  --jobs N         zoveel rapporten tegelijk\n"
    "  --content MAP    waar de inhoud staat        (content)\n"
    "  --templates MAP  waar de sjablonen staan     (templates)\n"
    "  --assets MAP     waar de huisstijl staat     (assets)\n"
    "  --out MAP        waar het resultaat komt     (out)\n"
    "  --without-examples  laat de verzonnen voorbeelden weg\n"
    "  --today DATUM    reken met deze datum, JJJJ-MM-DD\n"
    "  --soort SOORT    maak een document van deze soort (new)\n"
    "  --kind BRIEF     alleen eerste, herinnering, uitnodiging of afsluiting\n"
    "                   (letters)\n"
    "  --send           leg vast dat de brieven vandaag weggaan (letters)\n"
    "  --receive BESTAND  leg het antwoord van een gemeente vast (letters)\n"
    "  --by FUNCTIE     wie dat vastlegt (letters)\n"
    "  --port NUMMER    gebruik deze poort (serve)   (8000)\n"
    "  --help, --version\n"
    "\n"
    "Een PAD is een map onder content, zoals lokaal-netwerk/friesland.\n"
    "Eindstatus: 0 klaar, 1 fouten in de inhoud, 2 verkeerd gebruik, en bij\n"
    "status 3: iemand is te laat.\n";

static const struct command {
	const char *name;
	int (*run)(const struct options *);
	size_t least, most;	/* number of words */
} commands[] = {
	{ "build", command_build, 0, (size_t)-1 },
	{ "check", command_check, 0, (size_t)-1 },
	{ "letters", command_letters, 0, (size_t)-1 },
	{ "render", command_render, 1, 2 },
	{ "dump", command_dump, 2, 2 },
	{ "status", command_status, 0, (size_t)-1 },
	{ "new", command_new, 2, 2 },
	{ "serve", command_serve, 0, 0 },
};

enum { N_COMMANDS = sizeof commands / sizeof *commands };

/* Text options and where they go. */
static const struct {
	const char *name;
	size_t offset;
} text_options[] = {
	{ "--content", offsetof(struct options, content) },
	{ "--templates", offsetof(struct options, templates) },
	{ "--assets", offsetof(struct options, assets) },
	{ "--out", offsetof(struct options, out) },
	{ "--today", offsetof(struct options, today) },
	{ "--soort", offsetof(struct options, kind) },
	{ "--kind", offsetof(struct options, letter) },
	{ "--receive", offsetof(struct options, receive) },
	{ "--by", offsetof(struct options, by) },
};

enum { N_TEXT_OPTIONS = sizeof text_options / sizeof *text_options };

static const struct {
	const char *name;
	size_t offset;
} flags[] = {
	{ "--without-examples", offsetof(struct options, without_examples) },
	{ "--send", offsetof(struct options, send) },
};

enum { N_FLAGS = sizeof flags / sizeof *flags };

static const struct {
	const char *name;
	size_t offset;
	size_t most;
} number_options[] = {
	{ "--jobs", offsetof(struct options, jobs), 256 },
	{ "--port", offsetof(struct options, port), 65535 },
};

enum { N_NUMBER_OPTIONS = sizeof number_options / sizeof *number_options };

static int
wrong(const char *what, const char *word)
{
	fprintf(stderr, "toetssteen: %s '%s'; zie toetssteen --help\n", what,
	    word);
	return EXIT_USAGE;
}

static const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (!strcmp(commands[i].name, name))
			return &commands[i];
	return NULL;
}

/*
 * If word is this option, give its value: behind an =, or the next word
 * (*i steps over it).  NULL if it is another option or has no value.
 */
static const char *
option_value(const char *name, char **words, int *i)
{
	size_t n = strlen(name);

	if (strncmp(words[*i], name, n))
		return NULL;
	if (words[*i][n] == '=')
		return words[*i] + n + 1;
	if (words[*i][n] || !words[*i + 1])
		return NULL;
	return words[++*i];
}

static bool
parse_number(struct options *o, char **words, int *i, bool *is_good)
{
	for (size_t k = 0; k < N_NUMBER_OPTIONS; k++) {
		const char *value = option_value(number_options[k].name,
		    words, i);
		char *end;
		size_t *number = (size_t *)((char *)o +
		    number_options[k].offset);

		if (!value)
			continue;
		*number = strtoul(value, &end, 10);
		*is_good = *value && !*end &&
		    *number <= number_options[k].most;
		return true;
	}
	return false;
}

static bool
parse_option(struct options *o, char **words, int *i)
{
	const char *value = option_value("--only", words, i);
	bool is_good;

	for (size_t k = 0; k < N_FLAGS; k++)
		if (!strcmp(words[*i], flags[k].name)) {
			*(bool *)((char *)o + flags[k].offset) = true;
			return true;
		}
	if (value) {
		o->paths[o->n_paths++] = value;
		return true;
	}
	if (parse_number(o, words, i, &is_good))
		return is_good;
	for (size_t k = 0; k < N_TEXT_OPTIONS; k++) {
		value = option_value(text_options[k].name, words, i);
		if (value) {
			*(const char **)((char *)o + text_options[k].offset) =
			    value;
			return true;
		}
	}
	return false;
}

/* Options and words behind the command; an exit status, or -1 to go on. */
static int
parse(struct options *o, char **words)
{
	bool only_words = false;

	for (int i = 0; words[i]; i++) {
		const char *option = words[i];

		if (only_words || words[i][0] != '-' || !words[i][1])
			o->paths[o->n_paths++] = words[i];
		else if (!strcmp(words[i], "--"))
			only_words = true;
		else if (!parse_option(o, words, &i))
			return wrong("onbekende of onvolledige optie",
			    option);
	}
	return -1;
}

static int
run(const struct command *command, int argc, char **argv)
{
	struct options o = {
		.content = "content",
		.templates = "templates",
		.assets = "assets",
		.out = "out",
		.port = 8000,
	};
	int status;

	o.paths = calloc((size_t)argc, sizeof *o.paths);
	if (!o.paths)
		return EXIT_USAGE;
	status = parse(&o, argv + 2);
	if (status < 0) {
		if (o.today && day_parse(str_from(o.today)) == DAY_NONE)
			status = wrong("geen datum zoals 2020-05-31:",
			    o.today);
		else if (o.n_paths < command->least ||
		    o.n_paths > command->most)
			status = wrong("te weinig of te veel woorden achter",
			    command->name);
		else
			status = command->run(&o);
	}
	free(o.paths);
	return status;
}

int
main(int argc, char **argv)
{
	const struct command *command;

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--help")) {
			fputs(usage, stdout);
			return EXIT_DONE;
		}
		if (!strcmp(argv[i], "--version")) {
			puts("toetssteen " VERSION);
			return EXIT_DONE;
		}
	}
	if (argc < 2) {
		fputs(usage, stderr);
		return EXIT_USAGE;
	}
	command = command_find(argv[1]);
	if (!command)
		return wrong("onbekende opdracht", argv[1]);
	return run(command, argc, argv);
}
