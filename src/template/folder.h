/*
 * A template's folder, read: everything that holds for all documents made with it.
 */
#ifndef TEMPLATE_FOLDER_H
#define TEMPLATE_FOLDER_H

#include "template/chart.h"
#include "template/conditions.h"
#include "template/numbering.h"
#include "template/page_setup.h"
#include "template/styles.h"
#include "template/table.h"
#include "template/template.h"

enum section_digits { SECTION_AS_DOCUMENT, SECTION_TYPED, SECTION_ARABIC, SECTION_THAI };

struct template_section {
    const char *name;
    const struct value *described;
    const struct mustache *words; /* NULL in the library: read when a report asks for them */
    const char *file;             /* theirs, without ".md" */
    struct place file_place;      /* where it is named */
    struct conditions conditions;
    const struct value *profiles; /* names of the reports that have it; NULL: all */
    bool new_page;
    int level;              /* of its first headings, where others stand before it */
    struct page_setup page; /* used with `new_page` */
    bool page_as_before;    /* that of the section before is used instead */
    size_t numbering;       /* index */
    enum section_digits digits;
    const struct mustache *lang;        /* NULL: the document's */
    const struct caption_kind *listing; /* it lists these captions: left out where there are none; NULL: it does not */
};

/* A LIST(struct template_section). */
struct template_sections {
    struct template_section *items;
    size_t count, capacity;
};

/* The section of that name, or NULL. */
const struct template_section *template_sections_find(const struct template_sections *sections, const char *name);

/* What one report, or one kind of them, has of its own. */
struct template_profile {
    const struct value *described;
    const struct mustache *title, *subject; /* NULL: the template's */
};

/* A Markdown file, by its name without ".md". */
struct template_text {
    const char *name;
    const struct mustache *words;
};

/* The words across the pages of a draft. */
struct template_draft {
    const struct mustache *text; /* NULL: there are none */
    const char *style;
    struct place style_place;
};

struct template_folder {
    const char *name;
    const struct files *files;
    const struct value *plan;                        /* template.json */
    const struct mustache *title, *author, *subject; /* the last two may be NULL */
    const char *lang;
    enum section_digits digits; /* when the facts say nothing */
    bool criteria;              /* the report rests on the criteria of its year */
    struct style_sheet *sheet;
    struct template_draft draft;
    LIST(struct list_style *) lists;
    LIST(struct numbering *) numberings; /* the first one is "main" */
    LIST(struct caption_kind *) captions;
    LIST(struct template_profile) profiles; /* none: nothing is said of them */
    struct template_sections sections;
    struct template_sections library; /* of shared/sections.json, for reports that ask for them */
    LIST(struct template_text) texts; /* of sections and partials */
    LIST(struct table *) tables;
    LIST(struct chart *) charts;
};

/* The list style of that name, or NULL. */
const struct list_style *folder_list_style(const struct template_folder *folder, const char *name);

/* The kind of captions of that name, or NULL. */
const struct caption_kind *folder_caption_kind(const struct template_folder *folder, const char *name);

/* The table of that name; NULL when it is not among those read. */
const struct table *folder_table(const struct template_folder *folder, const char *name);

/* Reads a table that is not there yet, and checks it: NULL with an error at `place`. */
struct table *folder_read_table(struct arena *arena, const struct template_folder *folder, const char *name,
                                struct place place, struct diags *diags);

/* The same for charts. */
const struct chart *folder_chart(const struct template_folder *folder, const char *name);
struct chart *folder_read_chart(struct arena *arena, const struct template_folder *folder, const char *name,
                                struct place place, struct diags *diags);

/* Finds partials for mustache_render(); `folder` is the user. */
const struct mustache *folder_find_text(const void *folder, const char *name);

/* The text blocks/TYPE.md for free blocks of that type, and what it needs, read when it is asked for the first time;
 * NULL with an error at `place`, with `more`, when there is none.  `folder` is one document's copy. */
const struct mustache *folder_read_block(struct arena *arena, struct template_folder *folder, const char *type,
                                         struct place place, struct diag_more more, struct diags *diags);

/* The words of a section of the library and what they need; NULL with an error.  `folder` is one document's copy. */
const struct mustache *folder_read_section(struct arena *arena, struct template_folder *folder,
                                           const struct template_section *section, struct diags *diags);

/* A copy for one document, which may read more files than the folder has. */
struct template_folder *folder_copy(struct arena *arena, const struct template_folder *folder);

/* ---- while a folder is opened ---- */

struct opening {
    struct arena *arena;
    struct diags *diags;
    struct template_folder *folder;
    const struct value *library; /* sections of shared/sections.json; NULL: none */
    struct page_setup page;      /* of sections that say nothing */
};

/* A JSON file below templates/ as a tree; NULL with an error at `place`, which is nowhere for the plan itself. */
const struct value *opening_json(struct opening *opening, const char *path, struct place place);

/* The same without an error when there is no such file. */
const struct value *opening_json_if_any(struct opening *opening, const char *path);

/* What "digits" of an object says. */
enum section_digits opening_digits(struct opening *opening, const struct value *object);

/* Reads the sections of the plan and those of the library; needs the numberings. */
void opening_sections(struct opening *opening);

/* The text NAME.md, read when it is asked for the first time; NULL with an error at `place`. */
const struct mustache *opening_text(struct opening *opening, const char *name, struct place place);

/* Reads the draft mark. */
void opening_draft(struct opening *opening);

/* Reads all partials and tables that the texts need, and what these need. */
void opening_follow(struct opening *opening);

#endif
