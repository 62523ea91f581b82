/* table.c -- the commands and their options: a row for each */
#include "table.h"

#include <stdint.h>
#include <string.h>

#include "commands.h"
#include "../nazorg/dossier.h"

static const char *const letter_names[LETTER_KINDS] = {
#define LETTER(id, name, ...) name,
#include "../nazorg/words.def"
};

#define TO(member) .offset = offsetof(struct options, member)

const struct option_row option_rows[OPTION_COUNT] = {
	[OPTION_ONLY] = { .name = "only", .value = "PAD", .type = TYPE_PATH,
		.about = "alleen de rapporten onder PAD; --only mag u ook "
		    "weglaten" },
	[OPTION_LETTER] = { .name = "letter", .old_name = "kind",
		.value = "BRIEF", .type = TYPE_CHOICE, TO(letter),
		.choices = letter_names, .n_choices = LETTER_KINDS,
		.about = "alleen deze brief" },
	[OPTION_SEND] = { .name = "send", .type = TYPE_FLAG, TO(send),
		.about = "leg vast dat de brieven vandaag weggaan" },
	[OPTION_RECEIVE] = { .name = "receive", .value = "BESTAND",
		.type = TYPE_TEXT, TO(receive),
		.excludes = OPTION_BIT(OPTION_LETTER) |
		    OPTION_BIT(OPTION_SEND) | OPTION_BIT(OPTION_OUT),
		.about = "leg het antwoord van een gemeente vast; er komen "
		    "dan geen brieven" },
	[OPTION_BY] = { .name = "by", .value = "FUNCTIE", .type = TYPE_TEXT,
		TO(by), .needs = OPTION_BIT(OPTION_RECEIVE),
		.about = "wie het antwoord vastlegt; alleen met --receive" },
	[OPTION_SOORT] = { .name = "soort", .value = "SOORT",
		.type = TYPE_TEXT, TO(kind),
		.about = "maak een document van deze soort; anders wordt het "
		    "dezelfde soort als van de buren" },
	[OPTION_PORT] = { .name = "port", .value = "NUMMER",
		.type = TYPE_NUMBER, TO(port), .most = UINT16_MAX,
		.standard = "8000",
		.about = "gebruik deze poort; bij 0 kiest het programma een "
		    "poort die vrij is" },
	[OPTION_TODAY] = { .name = "today", .value = "DATUM",
		.type = TYPE_DATE, TO(today),
		.about = "reken met deze dag in plaats van vandaag; schrijf "
		    "hem als 2020-05-31" },
	[OPTION_WITHOUT_EXAMPLES] = { .name = "without-examples",
		.type = TYPE_FLAG, TO(without_examples),
		.about = "laat de verzonnen voorbeelden weg" },
	[OPTION_JOBS] = { .name = "jobs", .value = "AANTAL",
		.type = TYPE_NUMBER, TO(jobs), .most = 256,
		.about = "werk aan zoveel rapporten tegelijk; anders aan één "
		    "per processor" },
	[OPTION_CONTENT] = { .name = "content", .value = "MAP",
		.type = TYPE_TEXT, TO(content), .standard = "content",
		.about = "waar de inhoud staat" },
	[OPTION_TEMPLATES] = { .name = "templates", .value = "MAP",
		.type = TYPE_TEXT, TO(templates), .standard = "templates",
		.about = "waar de sjablonen staan" },
	[OPTION_ASSETS] = { .name = "assets", .value = "MAP",
		.type = TYPE_TEXT, TO(assets), .standard = "assets",
		.about = "waar de huisstijl staat" },
	[OPTION_OUT] = { .name = "out", .value = "MAP", .type = TYPE_TEXT,
		TO(out), .standard = "out",
		.about = "waar het resultaat komt" },
	[OPTION_HELP] = { .name = "help", .letter = 'h', .type = TYPE_FLAG,
		TO(help), .about = "leg uit hoe de opdracht werkt" },
	[OPTION_VERSION] = { .name = "version", .type = TYPE_FLAG,
		TO(version), .about = "noem de versie van het programma" },
};

#define FOLDERS (OPTION_BIT(OPTION_CONTENT) | \
	OPTION_BIT(OPTION_TEMPLATES) | OPTION_BIT(OPTION_ASSETS))
#define READS (FOLDERS | OPTION_BIT(OPTION_TODAY))
#define RUNS (READS | OPTION_BIT(OPTION_JOBS) | \
	OPTION_BIT(OPTION_WITHOUT_EXAMPLES))
#define CHOOSES (RUNS | OPTION_BIT(OPTION_ONLY))
#define MAKES OPTION_BIT(OPTION_OUT)
#define LETTERS (OPTION_BIT(OPTION_LETTER) | OPTION_BIT(OPTION_SEND) | \
	OPTION_BIT(OPTION_RECEIVE) | OPTION_BIT(OPTION_BY))

#define PATHS .words = "[PAD...]", .most = SIZE_MAX
#define PATH_ABOUT " Een PAD is een map onder content, zoals " \
	"lokaal-netwerk/friesland; zonder PAD gaat het om alles."

const struct command commands[] = {
	{ "build", command_build, PATHS, .options = CHOOSES | MAKES,
		.summary = "maak de rapporten en de pagina’s eromheen",
		.about = "Maak van elk rapport een webpagina en een pdf, en "
		    "maak de brieven. Alleen zonder PAD komen daar de "
		    "overzichten en de vergelijkingen bij. Een rapport met "
		    "een fout blijft zoals het was." PATH_ABOUT,
		.example = "build lokaal-netwerk/friesland",
		.example_about = "maakt alleen de rapporten over Friesland" },
	{ "check", command_check, PATHS, .options = CHOOSES,
		.summary = "controleer alles en schrijf niets",
		.about = "Lees alles na en laat elke fout en elke "
		    "waarschuwing zien, maar schrijf niets." PATH_ABOUT,
		.example = "check lokaal-netwerk/friesland/leeuwarden",
		.example_about = "controleert het rapport over Leeuwarden" },
	{ "status", command_status, PATHS, .options = CHOOSES,
		.summary = "laat zien welke gemeente wanneer antwoordt",
		.about = "Laat per gemeente zien hoe ver de nazorg is, wie te "
		    "laat is en welke brief nu aan de beurt is." PATH_ABOUT
		    " De eindstatus is 3 als er iemand te laat is.",
		.example = "status --today 2020-09-01",
		.example_about = "laat zien hoe het er op die dag voor stond" },
	{ "letters", command_letters, PATHS,
		.options = CHOOSES | MAKES | LETTERS,
		.summary = "maak de nazorgbrieven die aan de beurt zijn",
		.about = "Maak de nazorgbrieven die aan de beurt zijn, en noem "
		    "de pdf’s die u afdrukt. Met --send legt u vast dat ze "
		    "op de post gaan: daarna blijft een brief zoals hij is. "
		    "Met --receive legt u een antwoord vast." PATH_ABOUT,
		.example = "letters --send --letter herinnering",
		.example_about = "legt vast dat u de herinneringen vandaag "
		    "verstuurt" },
	{ "new", command_new, .words = "WAT PAD", .least = 2, .most = 2,
		.options = READS | OPTION_BIT(OPTION_SOORT),
		.summary = "maak een eerste opzet van nieuwe bestanden",
		.about = "Maak een eerste opzet van nieuwe bestanden; wat er "
		    "al staat, blijft zoals het is. WAT is onderzoek, regio, "
		    "gemeente, bevinding of rapport (over een regio). PAD is "
		    "de plaats onder content.",
		.example = "new gemeente lokaal-netwerk/friesland/harlingen",
		.example_about = "maakt de map van Harlingen met een eerste "
		    "opzet van het rapport" },
	{ "serve", command_serve, .words = "",
		.options = RUNS | MAKES | OPTION_BIT(OPTION_PORT),
		.summary = "laat alles in de browser zien terwijl u schrijft",
		.about = "Maak alles en laat het zien in de browser van deze "
		    "computer. Bewaart u een bestand, dan ziet u meteen wat "
		    "het wordt. Met Ctrl-C stopt het.",
		.example = "serve --port 8080",
		.example_about = "laat alles zien op http://127.0.0.1:8080/" },
	{ "render", command_render, .words = "SJABLOON [DATA]", .least = 1,
		.most = 2,
		.summary = "vul een Mustache-sjabloon met YAML of JSON",
		.about = "Vul het Mustache-sjabloon in het bestand SJABLOON "
		    "met de gegevens in het bestand DATA (YAML of JSON), en "
		    "laat het resultaat zien. De andere sjablonen in dezelfde "
		    "map zijn de partials.",
		.example = "render groet.mustache gegevens.yaml",
		.example_about = "laat de ingevulde groet zien" },
	{ "dump", command_dump, .words = "STAP PAD", .least = 2, .most = 2,
		.options = READS,
		.summary = "laat een tussenstap van een pagina zien",
		.about = "Laat een tussenstap van een pagina zien als tekst. "
		    "STAP is data (de inhoud), xhtml (na het sjabloon), "
		    "document (na het nummeren), text (zoals iemand het "
		    "voorleest) of pages (de pagina’s van de pdf). PAD is "
		    "de map van een rapport, of het adres van een pagina "
		    "onder out, zoals lokaal-netwerk/vergelijking/rug.html.",
		.example = "dump pages lokaal-netwerk/friesland/leeuwarden",
		.example_about = "laat zien wat op welke plaats in de pdf "
		    "komt" },
	{ "help", command_help, .words = "[OPDRACHT]", .most = 1,
		.summary = "leg een opdracht uit",
		.about = "Noem alle opdrachten, of leg één opdracht uit.",
		.example = "help letters",
		.example_about = "laat de opties van letters zien" },
};

const size_t command_count = sizeof commands / sizeof *commands;

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < command_count; i++)
		if (!strcmp(commands[i].name, name))
			return &commands[i];
	return NULL;
}

bool
command_takes(const struct command *command, enum option_id id)
{
	return id == OPTION_HELP || id == OPTION_VERSION ||
	    command->options & OPTION_BIT(id);
}
