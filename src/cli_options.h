/* The command line: one table of options that reads it and prints it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "mattrakan.h"

#include <stdio.h>

enum cli_action { CLI_RENDER, CLI_CHECK, CLI_DUMP, CLI_FIELDS, CLI_HELP, CLI_VERSION };

/* Strings are borrowed from argv. */
struct cli_options {
    enum cli_action action;
    enum mattrakan_stage stage; /* with CLI_DUMP */
    bool json;                  /* with CLI_CHECK: for a program */
    const char *lang;           /* with CLI_FIELDS: "en" or "th" */
    bool draft;                 /* --draft was given */
    const char *output;         /* NULL: not given */
    const char *profile;        /* NULL: not given */
    const char *template_dir;   /* NULL: not given */
    const char *font_dir;       /* NULL: not given */
    const char *picture_dir;    /* NULL: not given */
    char **inputs;              /* "-" is standard input */
    size_t input_count;
};

/* Reads the command line; argv is put in order, inputs first.  False: it is wrong, and a message has been printed. */
bool cli_options_read(struct cli_options *options, int argc, char **argv);

void cli_options_help(FILE *out);

#endif
