/*
 * temp.h -- files and folders that last no longer than the run: main.c makes
 * TMPDIR and removes it with all that is in it, whatever became of the tests
 */
#ifndef TESTS_TEMP_H
#define TESTS_TEMP_H

enum { TEMP_PATH = 100 };	/* bytes of a path of these */

/* Make the folder of the run; who starts it later has it in TMPDIR. */
void temp_open(void);
void temp_close(void);

/* A new folder, or a new file whose name has an ending; its path. */
void temp_folder(char path[TEMP_PATH]);
void temp_file(char path[TEMP_PATH], const char *ending);

#endif
