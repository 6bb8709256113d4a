/*
 * Style sheets: named styles, each based on another one, resolved to struct doc_style.
 */
#ifndef TEMPLATE_STYLES_H
#define TEMPLATE_STYLES_H

#include "doc/doc.h"
#include "template/words.h"

struct style_sheet;

/* The styles of `base` (NULL: none) as changed and added to by `own` (NULL: nothing): objects with "family" and
 * "styles".  NULL when there is no sound "body". */
struct style_sheet *styles_read(struct arena *arena, const struct value *base, const struct value *own,
                                struct diags *diags);

/* The styles of one document. */
struct styles;

/* `family` (NULL: that of the sheet) is the font family of the styles that name none. */
struct styles *styles_new(struct arena *arena, const struct style_sheet *sheet, const char *family);

/* The style of that name, or NULL. */
const struct doc_style *styles_find(const struct styles *styles, const char *name);

/* The same; when there is none an error at `place`, and "body". */
const struct doc_style *styles_need(const struct styles *styles, const char *name, struct place place,
                                    struct diags *diags);

/* For paragraphs in a group of that style: without what the group already does. */
const struct doc_style *styles_in_group(struct styles *styles, const struct doc_style *style);

/* For paragraphs in list items: the same without a first-line indent. */
const struct doc_style *styles_in_item(struct styles *styles, const struct doc_style *style);

#endif
