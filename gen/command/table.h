/* table.h -- the commands and their options: all that a command line may say */
#ifndef COMMAND_TABLE_H
#define COMMAND_TABLE_H

#include "../page/options.h"

enum option_id {
	OPTION_ONLY,
	OPTION_LETTER,
	OPTION_SEND,
	OPTION_RECEIVE,
	OPTION_BY,
	OPTION_SOORT,
	OPTION_PORT,
	OPTION_TODAY,
	OPTION_WITHOUT_EXAMPLES,
	OPTION_JOBS,
	OPTION_CONTENT,
	OPTION_TEMPLATES,
	OPTION_ASSETS,
	OPTION_OUT,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_COUNT
};

/* A set of options has a bit for each. */
#define OPTION_BIT(id) (1u << (id))

enum option_type {
	TYPE_FLAG,	/* bool; the only one without a value */
	TYPE_TEXT,	/* const char * */
	TYPE_DATE,	/* const char *, a day as 2020-05-31 */
	TYPE_CHOICE,	/* const char *, one of choices */
	TYPE_NUMBER,	/* size_t, 0 to most */
	TYPE_PATH	/* one more of the paths */
};

struct option_row {
	const char *name;	/* without its dashes */
	const char *old_name;	/* understood still, or NULL */
	char letter;		/* 'h' for -h, or '\0' */
	enum option_type type;
	size_t offset;		/* of its member of struct options */
	const char *value;	/* what help calls its value, or NULL */
	const char *about;	/* in Dutch, without a full stop */
	const char *standard;	/* its value if nobody gives one, or NULL */
	size_t most;
	const char *const *choices;
	size_t n_choices;
	unsigned needs;		/* means nothing without these options */
	unsigned excludes;	/* means nothing beside these options */
};

struct command {
	const char *name;
	int (*run)(const struct options *);	/* gives the exit status */
	const char *words;	/* what help calls the words behind it, or "" */
	size_t least, most;	/* how many they may be */
	unsigned options;	/* that it takes, beside those for all */
	const char *summary;	/* in Dutch, for the list of commands */
	const char *about;	/* in Dutch, whole sentences */
	const char *example, *example_about;
};

extern const struct option_row option_rows[OPTION_COUNT];

/* In the order in which help lists them. */
extern const struct command commands[];
extern const size_t command_count;

/* NULL if there is none. */
const struct command *command_find(const char *name);
/* --help and --version go with every command. */
bool command_takes(const struct command *, enum option_id);

#endif
