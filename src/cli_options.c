#include "cli_options.h"

#include "cli_say.h"

#include <string.h>

enum option { OUTPUT, PROFILE, DRAFT, CHECK, DUMP, FIELDS, TEMPLATE_DIR, FONT_DIR, PICTURE_DIR, HELP, VERSION };

static const struct option_row {
    char letter; /* '\0': none */
    const char *name;
    const char *argument; /* NULL: takes none */
    bool optional;        /* the argument may be left out; it then stands in no other word */
    const char *help;
} rows[] = {
    [OUTPUT] = {'o', "output", "PATH", false,
                "write to this file or folder (default: the folder out); - is standard output"},
    [PROFILE] = {'\0', "profile", "NAME", false,
                 "make this report of the year, such as months-6; all: all that a file names"},
    [DRAFT] = {'\0', "draft", NULL, false, "print the draft mark on every page"},
    [CHECK] = {'\0', "check", "json", true, "set everything, print what is found and the checklist, write nothing"},
    [DUMP] = {'\0', "dump", "STAGE", false, "print a stage: model, analysis, document, text or pages"},
    [FIELDS] = {'\0', "fields", "th", true,
                "print what a file may say, in English or Thai; a FILE is a template's name"},
    [TEMPLATE_DIR] = {'\0', "template-dir", "DIR", false, "look for templates and their data in this folder first"},
    [FONT_DIR] = {'\0', "font-dir", "DIR", false, "look for fonts in this folder first"},
    [PICTURE_DIR] = {'\0', "picture-dir", "DIR", false, "look for pictures in this folder too"},
    [HELP] = {'h', "help", NULL, false, "print this text"},
    [VERSION] = {'\0', "version", NULL, false, "print the version"},
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

static const struct {
    const char *name;
    enum mattrakan_stage stage;
} stages[] = {{"model", MATTRAKAN_MODEL},
              {"analysis", MATTRAKAN_ANALYSIS},
              {"document", MATTRAKAN_DOCUMENT},
              {"text", MATTRAKAN_TEXT},
              {"pages", MATTRAKAN_PAGES}};

void cli_options_help(FILE *out)
{
    fputs("usage: mattrakan [OPTION]... FILE.json...\n"
          "Makes a Thai integrity assessment report (PDF) of each JSON file; - is standard input.\n\n",
          out);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const struct option_row *row = &rows[i];
        char letter[] = {'-', row->letter, ',', '\0'}, left[64];
        const char *argument = row->argument ? row->argument : "";
        snprintf(left, sizeof left, row->optional ? "--%s[%s%s]" : "--%s%s%s", row->name, row->argument ? "=" : "",
                 argument);
        fprintf(out, "  %3s %-20s %s\n", row->letter ? letter : "", left, row->help);
    }
    fputs("\nExit status: 0 all is well, 1 wrong data, 2 wrong command line, 3 a file cannot be read or written\n"
          "or the machine failed; with several files, the highest of any.\n",
          out);
}

static bool read_stage(struct cli_options *options, const char *name)
{
    for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++) {
        if (strcmp(stages[i].name, name) == 0) {
            options->stage = stages[i].stage;
            return true;
        }
    }
    cli_say("unknown stage \"%s\"; expected model, analysis, document, text or pages", name);
    return false;
}

/* --help and --version win over all else; --check, --dump and --fields exclude each other. */
static bool set_action(struct cli_options *options, enum cli_action action)
{
    if (options->action == CLI_HELP || options->action == CLI_VERSION)
        return true;
    if (action != CLI_HELP && action != CLI_VERSION && options->action != CLI_RENDER && options->action != action) {
        cli_say("--check, --dump and --fields do not go together");
        return false;
    }
    options->action = action;
    return true;
}

static bool read_form(struct cli_options *options, const char *form)
{
    if (form && strcmp(form, "json") != 0) {
        cli_say("--check is for a person, --check=json for a program; there is no \"%s\"", form);
        return false;
    }
    options->json = form != NULL;
    return true;
}

static bool read_language(struct cli_options *options, const char *name)
{
    options->lang = name ? name : "en";
    if (strcmp(options->lang, "en") == 0 || strcmp(options->lang, "th") == 0)
        return true;
    cli_say("--fields speaks en and th; there is no \"%s\"", name);
    return false;
}

static bool apply(struct cli_options *options, enum option option, const char *argument)
{
    switch (option) {
    case OUTPUT: options->output = argument; return true;
    case PROFILE: options->profile = argument; return true;
    case DRAFT: options->draft = true; return true;
    case TEMPLATE_DIR: options->template_dir = argument; return true;
    case FONT_DIR: options->font_dir = argument; return true;
    case PICTURE_DIR: options->picture_dir = argument; return true;
    case CHECK: return set_action(options, CLI_CHECK) && read_form(options, argument);
    case DUMP: return set_action(options, CLI_DUMP) && read_stage(options, argument);
    case FIELDS: return set_action(options, CLI_FIELDS) && read_language(options, argument);
    case HELP: return set_action(options, CLI_HELP);
    case VERSION: return set_action(options, CLI_VERSION);
    }
    return false;
}

/* What is left of the command line. */
struct words {
    char **next;
    size_t count;
};

static char *take(struct words *words)
{
    words->count--;
    return *words->next++;
}

/* `argument` is what stands in the same word, or NULL. */
static bool read_option(struct cli_options *options, size_t i, const char *argument, struct words *words)
{
    const struct option_row *row = &rows[i];
    if (!row->argument && argument) {
        cli_say("--%s takes no value", row->name);
        return false;
    }
    bool needed = row->argument && !row->optional;
    if (needed && !argument && words->count)
        argument = take(words);
    if (needed && (!argument || !argument[0])) {
        cli_say("--%s needs a value: --%s=%s", row->name, row->name, row->argument);
        return false;
    }
    return apply(options, (enum option)i, argument);
}

static bool read_long(struct cli_options *options, const char *word, struct words *words)
{
    size_t length = strcspn(word, "=");
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (strlen(rows[i].name) == length && strncmp(rows[i].name, word, length) == 0)
            return read_option(options, i, word[length] ? word + length + 1 : NULL, words);
    }
    cli_say("unknown option --%.*s; mattrakan --help lists them", (int)length, word);
    return false;
}

static bool read_letters(struct cli_options *options, const char *letters, struct words *words)
{
    for (; *letters; letters++) {
        size_t i = 0;
        while (i < ROW_COUNT && rows[i].letter != *letters)
            i++;
        if (i == ROW_COUNT) {
            cli_say("unknown option -%c; mattrakan --help lists them", *letters);
            return false;
        }
        if (rows[i].argument && !rows[i].optional)
            return read_option(options, i, letters[1] ? letters + 1 : NULL, words);
        if (!read_option(options, i, NULL, words))
            return false;
    }
    return true;
}

static bool read_words(struct cli_options *options, struct words words)
{
    bool only_files = false;
    while (words.count) {
        char *word = take(&words);
        if (only_files || word[0] != '-' || !word[1])
            options->inputs[options->input_count++] = word;
        else if (strcmp(word, "--") == 0)
            only_files = true;
        else if (word[1] == '-' ? !read_long(options, word + 2, &words) : !read_letters(options, word + 1, &words))
            return false;
    }
    return true;
}

static bool fields_alone(const struct cli_options *options)
{
    if (options->profile || options->draft)
        cli_say("--%s does not go with --fields", options->profile ? "profile" : "draft");
    else if (options->input_count > 1 || options->output)
        cli_say("--fields takes one template's name at most");
    else
        return true;
    return false;
}

bool cli_options_read(struct cli_options *options, int argc, char **argv)
{
    struct words words = {.next = argv + 1, .count = argc > 0 ? (size_t)argc - 1 : 0};
    *options = (struct cli_options){.action = CLI_RENDER, .stage = MATTRAKAN_PDF, .inputs = argv};
    if (!read_words(options, words))
        return false;
    if (options->action == CLI_HELP || options->action == CLI_VERSION)
        return true;
    if (options->action == CLI_FIELDS)
        return fields_alone(options);
    if (!options->input_count) {
        cli_say("no file given; mattrakan --help says more");
        return false;
    }
    if (options->output && options->action != CLI_RENDER) {
        cli_say("--output does not go with --check, --dump and --fields: they write to standard output");
        return false;
    }
    return true;
}
