/*
 * Where templates, fonts and pictures are.  Templates and fonts are looked for
 *
 *     in the folder that the command line names,
 *     in ../share/mattrakan beside the program (installed),
 *     in .. or ../.. beside the program (a checkout: out/mattrakan, out/KIND/mattrakan),
 *
 * fonts also where the font manifest says.  Pictures are looked for beside the JSON file, then in
 * the folder that the command line names for them.
 */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "mattrakan.h"

struct cli_files;

/* Folders that the command line names, borrowed; NULL: none. */
struct cli_folders {
    const char *templates, *fonts, *pictures;
};

/* NULL when memory is out. */
struct cli_files *cli_files_new(const char *program, const struct cli_folders *named);
void cli_files_free(struct cli_files *files);

/* The resolver for the library; lives as long as `files`. */
struct mattrakan_files cli_files_resolver(struct cli_files *files);

/* Pictures are those beside this input from now on; the ones read before are forgotten. */
void cli_files_begin(struct cli_files *files, const char *input);

#endif
