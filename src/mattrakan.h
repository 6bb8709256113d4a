/*
 * mattrakan: a JSON description of an office's integrity assessment becomes a Thai report in PDF.
 *
 * This is the whole public interface of libmattrakan.a: buffers in, a buffer and findings out.  The library has no
 * globals, opens no files (except libthai's dictionary, whose path the caller gives), reads no clock and no locale, and
 * never ends the program.  An engine may be used by one thread at a time; several engines are independent.
 */
#ifndef MATTRAKAN_H
#define MATTRAKAN_H

#include <stdbool.h>
#include <stddef.h>

#define MATTRAKAN_VERSION "0.1.0"

enum mattrakan_root { MATTRAKAN_TEMPLATES, MATTRAKAN_FONTS, MATTRAKAN_PICTURES };

/* The caller's way to files.  `path` is relative to the root, parted by "/", and has no ".."; fonts may have absolute
 * paths, as the font manifest names folders.  Sets *data and *size to bytes that stay valid and unchanged until the
 * engine is closed (for pictures: until the rendering is freed) and returns true; returns false when there is no such
 * file. */
struct mattrakan_files {
    bool (*load)(void *user, enum mattrakan_root root, const char *path, const unsigned char **data, size_t *size);
    void *user;
};

/* What one engine keeps for many renderings: fonts, dictionary, word lists.  All members are borrowed. */
struct mattrakan_options {
    struct mattrakan_files files;
    const char *dictionary; /* path of libthai's thbrk.tri; NULL: libthai's own place */
    size_t memory_limit;    /* bytes that one rendering may use; 0: 1 GiB */
};

struct mattrakan;

/* A new engine, or NULL when memory is out.  Trouble with fonts or data is reported by each rendering. */
struct mattrakan *mattrakan_open(const struct mattrakan_options *options);
void mattrakan_close(struct mattrakan *engine);

/* How far to go, in this order. */
enum mattrakan_stage {
    MATTRAKAN_MODEL,
    MATTRAKAN_ANALYSIS,
    MATTRAKAN_DOCUMENT,
    MATTRAKAN_TEXT, /* the document's words, a unit a line */
    MATTRAKAN_PAGES,
    MATTRAKAN_PDF,
};

struct mattrakan_request {
    const char *name;   /* how messages call the input */
    const char *json;   /* the input */
    size_t json_length; /* bytes */
    enum mattrakan_stage stage;
    const char *profile; /* the report to make, such as "months-6"; NULL: the file's own */
    bool draft;          /* whatever the input says: the draft mark stands on every page */
    bool check;          /* make the report of a check too, whatever the status */
    const char *date;    /* creation date for the PDF, "D:YYYYMMDDHHmmSSZ"; NULL: none is written */
};

enum mattrakan_severity { MATTRAKAN_NOTE, MATTRAKAN_WARNING, MATTRAKAN_ERROR };

struct mattrakan_finding {
    enum mattrakan_severity severity;
    const char *code;    /* stable name of the rule */
    const char *file;    /* NULL: about no file */
    size_t line, column; /* from 1, columns in code points; 0: none */
    const char *pointer; /* JSON pointer; "" for none */
    const char *message;
    const char *expected; /* NULL: none */
    const char *hint;     /* NULL: none */
    const char *text;     /* the whole as one line, as the command line prints it */
};

/* A point of the assessor's checklist for the report's item.  Lists are parted by ", ". */
struct mattrakan_point {
    const char *code; /* "B2" */
    const char *item; /* "measures", "implementation" or "progress" */
    const char *text; /* what is asked for, in Thai */
    bool optional, satisfied;
    const char *by, *missing; /* JSON pointers: parts that meet it, parts that do not yet */
    const char *pages;        /* printed numbers of the pages that show what meets it; "" before MATTRAKAN_PAGES */
};

/* As the program's exit status. */
enum mattrakan_status {
    MATTRAKAN_OK = 0,
    MATTRAKAN_BAD_DATA = 1, /* findings of severity error; no output */
    MATTRAKAN_FAILED = 3,   /* memory or a library failed, or the engine's own files are missing or broken */
};

/* Owned by the caller; everything in it lives until mattrakan_result_free(). */
struct mattrakan_result {
    enum mattrakan_status status;
    const char *output; /* the PDF, or the stage as text; NULL unless status is MATTRAKAN_OK */
    size_t output_length;
    const struct mattrakan_finding *findings; /* sorted by file and position */
    size_t finding_count;
    size_t page_count;                    /* from MATTRAKAN_PAGES on */
    const struct mattrakan_point *points; /* with `check` only, as the rest: none before MATTRAKAN_ANALYSIS */
    size_t point_count;
    const char *check_json; /* findings and checklist; the form is described in src/README.md */
    const char *profile;    /* the report that was made; NULL before MATTRAKAN_ANALYSIS, as the next two are empty */
    bool own_profile;       /* it is the file's own */
    const char *const *profiles; /* the other reports that the file names */
    size_t profile_count;
};

/* Never NULL, except when memory is out at once. */
struct mattrakan_result *mattrakan_render(struct mattrakan *engine, const struct mattrakan_request *request);
/* The names of all reports that a file can make, a line each.  As mattrakan_render(). */
struct mattrakan_result *mattrakan_profiles(struct mattrakan *engine);
/* The field reference as Markdown: every member that a JSON file may have, and those that the template of that name
 * (NULL: none) adds; `lang` is "en" or "th".  As mattrakan_render(). */
struct mattrakan_result *mattrakan_fields(struct mattrakan *engine, const char *template_name, const char *lang);

void mattrakan_result_free(struct mattrakan_result *result);

#endif
