/*
 * Templates: a folder of words and descriptions, and facts to fill it with, become a document.  Knows no coordinate and
 * no particular section.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/diag.h"
#include "base/files.h"
#include "doc/doc.h"

#include <stdbool.h>

struct template_folder;

/* Opens templates/NAME/template.json and what it names; NULL with findings when it is missing or broken.  `files` must
 * outlive the folder, which serves any number of documents and is not changed by them. */
struct template_folder *template_open(struct arena *arena, const struct files *files, const char *name,
                                      struct diags *diags);

/* The field list that the template declares, or NULL. */
const struct value *template_fields(const struct template_folder *folder);

/* Whether its reports rest on the criteria of a fiscal year; else none are looked for. */
bool template_has_criteria(const struct template_folder *folder);

/* The document, or NULL with findings.  `facts` is what analysis_run() gave. */
struct document *template_render(struct arena *arena, const struct template_folder *folder, const struct value *facts,
                                 struct diags *diags);

#endif
