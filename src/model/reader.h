/* Reading a JSON tree by the field list.  Inside model/ only. */
#ifndef MODEL_READER_H
#define MODEL_READER_H

#include "model/fields.h"

/* A text that must be found elsewhere in the file. */
struct reference {
    const char *path; /* "measures.id" */
    const struct value *value;
};

struct reader {
    struct arena *arena;
    struct diags *diags;
    const struct field_list *fields;
    const struct value *root;  /* the file's JSON */
    bool partial;              /* struct model_fields */
    const struct value *words; /* may be NULL */
    int64_t format;            /* of the file */
    LIST(struct reference) references;
};

/* model_read.c.  The typed copy of `json`, or NULL with a finding. */
struct value *model_value(struct reader *reader, const struct type *type, const struct value *json);

/* A new value of that kind that stands where `json` does. */
struct value *model_typed(struct reader *reader, const struct value *json, enum value_kind kind);

/* The readers of single values, as model_value(); each in the file of its name, the last six in model_code.c. */
struct value *model_text(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_number(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_date(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_period(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_code(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_link(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_pointer(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_width(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_choice(struct reader *reader, const struct type *type, const struct value *json);
struct value *model_boolean(struct reader *reader, const struct type *type, const struct value *json);

/* model_names.c.  Reports elements of `list` whose member `name` another one has already. */
void model_check_unique(struct reader *reader, const struct value *list, const char *name);

/* Reports references to what is not there; `model` is the typed tree. */
void model_check_references(struct reader *reader, const struct value *model);

/* model_unknown.c.  Reports the members of `json` that `object` has not. */
void model_check_unknown(struct reader *reader, const struct type *object, const struct value *json);

/* True when a member of `json` that `object` has not was probably meant as `name`. */
bool model_is_misspelt(const struct reader *reader, const struct type *object, const struct value *json,
                       const char *name);

/* model_words.c.  What a type wants: "a number from 0 to 100 with at most 2 decimals". */
const char *model_expected(struct arena *arena, const struct type *type);

/* Reports that `json` is of a wrong kind, with advice, and returns NULL. */
struct value *model_wrong(struct reader *reader, const struct type *type, const struct value *json);

/* Reports an error about `json`, and returns NULL. */
struct value *model_error(struct reader *reader, const char *code, const struct value *json, struct diag_more more,
                          const char *format, ...) __attribute__((format(printf, 5, 6)));

/* A value's text for messages: in quotation marks when it is text, cut to a length. */
const char *model_quoted(struct arena *arena, const struct value *json);

/* `text` with Thai digits as 0-9 and without spaces; for advice. */
char *model_plain_digits(struct arena *arena, const char *text);

#endif
