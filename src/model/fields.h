/*
 * The field list made ready: types with their constraints, members with their presence.  Inside model/ only.
 *
 * The list's form is described in templates/data/README.md.  A template's members are merged into the core's types, so
 * that reader, messages and reference see one list.
 */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include "model/model.h"

enum type_kind {
    TYPE_TEXT,
    TYPE_RICH,    /* text with inline markup */
    TYPE_CODE,    /* a name in ASCII, such as "O24" or "9.1" */
    TYPE_LINK,    /* http or https */
    TYPE_POINTER, /* a JSON pointer to something that is there */
    TYPE_WIDTH,   /* "auto", "40mm", "20%" */
    TYPE_CHOICE,
    TYPE_INTEGER,
    TYPE_SCORE,
    TYPE_NUMBER,
    TYPE_MONEY,  /* baht: a number printed with thousands parted */
    TYPE_YEAR,   /* Buddhist era */
    TYPE_DATE,   /* "2566-07-05", Buddhist era */
    TYPE_PERIOD, /* "2566-07", "2566-Q1/2566-Q2", "continuous" ... (date.h) */
    TYPE_BOOLEAN,
    TYPE_LIST,
    TYPE_OBJECT,
    TYPE_VARIANT, /* an object whose members depend on one of them */
    TYPE_NONE,    /* a named type that is not read yet, or cannot be */
};

struct type;

struct field {
    const char *name;
    struct type *type;
    const struct value *spec;     /* where it is declared */
    const struct value *fallback; /* "default"; NULL: none */
    const char *was;              /* its name in files older than `since`; NULL: none */
    int64_t since;                /* the format that brought it */
    bool needed, personal;
};

struct variant {
    const char *name;
    struct type *type; /* an OBJECT, without the member that names the variant */
    const struct value *spec;
};

struct type {
    enum type_kind kind;
    const char *name;         /* of a named type, else NULL */
    const struct value *spec; /* where it is declared */
    struct decimal min, max;  /* of a number, or of a list's length */
    bool has_min, has_max;
    int places;                 /* decimals at most */
    bool empty;                 /* a text may be empty */
    bool single;                /* a list of one may be written without brackets */
    const struct value *values; /* of a choice: a list of texts, or an object with a member for each */
    const char *refers;         /* "measures.id": must be such a member of that list at the top */
    const char *unique;         /* the elements' member that must differ */
    const char *brief;          /* an object that says only this member may be written as its value */
    const char *by;             /* of a variant and its objects: the member that names it */
    struct type *of;            /* of a list */
    LIST(struct field) fields;
    LIST(struct variant) variants;
};

struct field_list {
    struct type *root; /* an OBJECT */
    LIST(struct type *) named;
    int64_t format;             /* the number that "format" has now */
    const struct value *labels; /* words of the reference by language */
};

/* The lists made ready; what is wrong with them is reported, and left out. */
struct field_list *fields_compile(struct arena *arena, struct model_fields fields, struct diags *diags);

/* What the parts of the reader of lists share. */
struct fields_context {
    struct arena *arena;
    struct diags *diags;
    struct field_list *list;
};

/* model_fields.c.  Adds a member to an object: `spec` describes it, its key (behind the last dot) is the name. */
void fields_add(struct fields_context *context, struct type *object, const struct value *spec);

/* Reports attributes of `spec` that do not exist, are of a wrong kind, or mean nothing for the type of that name. */
void fields_attributes(struct fields_context *context, const struct value *spec, const char *type);

/* Takes "min" and "max" from `spec`. */
void fields_bounds(struct fields_context *context, struct type *type, const struct value *spec);

void fields_error(struct fields_context *context, const struct value *value, struct diag_more more, const char *format,
                  ...) __attribute__((format(printf, 4, 5)));

/* model_merge.c.  Adds a template's members, by paths such as "measures[].budget", and narrows members that exist. */
void fields_merge(struct fields_context *context, const struct value *declared);

struct field *field_lookup(const struct type *object, const char *name);

const char *type_kind_name(enum type_kind kind);

/* The text that an element of a choice's "values" stands for. */
const char *choice_value(const struct value *element);

#endif
