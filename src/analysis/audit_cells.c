/*
 * R27: numbers typed inside the cells of a table, at the beginning of lines: "1. ...", "2) ...", "(3) ...".  Down a
 * column they either begin anew in each cell or run on from one cell to the next.
 */
#include "analysis/tables.h"

#include "analysis/scan.h"

#include <string.h>

struct column_labels {
    struct audit *audit;
    const struct grid *grid;
    size_t column;
    const char **texts;  /* of its cells by row; NULL where a cell is merged with the one above */
    char form;           /* '(' ')' or '.' */
    bool on;             /* the numbers run on from cell to cell */
    int64_t last, right; /* the number typed last, the one that it should have been; 0 before the first */
};

/* The number of the form that the line begins with; 0 for none. */
static int64_t label_of_line(const char *line, char form)
{
    const char *at = scan_spaces(line);
    bool open = *at == '(';
    int64_t number;
    at += open;
    if (open != (form == '(') || !scan_integer(&at, &number) || *at != (open ? ')' : form) || number > 999)
        return 0;
    return at[1] == ' ' || (at[1] & 0x80) ? number : 0; /* not "3.5" */
}

static const char *next_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end ? end + 1 : NULL;
}

static int64_t first_label(const char *text, char form)
{
    int64_t number = 0;
    for (const char *line = text; line && !number; line = next_line(line))
        number = label_of_line(line, form);
    return number;
}

/* Whether numbers may begin anew: under a row of one cell, or where the first column begins another group of rows. */
static bool begins_group(const struct grid *grid, size_t row)
{
    const struct value *first = grid_at(grid, row, 0);
    if (!row)
        return true;
    if (first == grid_at(grid, row, 1))
        return true;
    const struct value *above = grid_at(grid, row - 1, 0);
    bool group_above = above == grid_at(grid, row - 1, 1) || (row > 1 && above == grid_at(grid, row - 2, 0));
    bool group = row + 1 < grid->row_count && first == grid_at(grid, row + 1, 0);
    return first != above && (group || group_above);
}

static void check_label(struct column_labels *labels, size_t row, int64_t number, bool first)
{
    bool follows = !labels->last || number == labels->last + 1 || number == labels->right + 1;
    bool anew = number == 1 && !(first && labels->on);
    labels->right = follows || anew ? number : labels->right + 1;
    if (!follows && !anew)
        audit_report(labels->audit,
                     (struct finding){.rule = RULE_NUMBERING,
                                      .at = texts_place(grid_at(labels->grid, row, labels->column)),
                                      .expected = arena_printf(labels->audit->arena, "%lld", (long long)labels->right)},
                     "number %lld follows %lld in a cell", (long long)number, (long long)labels->last);
    labels->last = number;
}

static void check_form(struct column_labels labels)
{
    for (size_t row = 0; row < labels.grid->row_count; row++)
        labels.on = labels.on || first_label(labels.texts[row], labels.form) > 1;
    for (size_t row = 0; row < labels.grid->row_count; row++) {
        bool first = true;
        if (begins_group(labels.grid, row))
            labels.last = labels.right = 0;
        for (const char *line = labels.texts[row]; line; line = next_line(line)) {
            int64_t number = label_of_line(line, labels.form);
            if (!number)
                continue;
            check_label(&labels, row, number, first);
            first = false;
        }
    }
}

static void check_column(struct audit *audit, const struct grid *grid, size_t column)
{
    static const char forms[] = "().";
    const char **texts = arena_array(audit->arena, const char *, grid->row_count);
    for (size_t row = 0; row < grid->row_count; row++) {
        const struct value *cell = grid_at(grid, row, column);
        bool merged = row && cell == grid_at(grid, row - 1, column);
        texts[row] = cell && !merged ? texts_of(audit->arena, cell) : NULL;
    }
    for (const char *form = forms; *form; form++)
        check_form(
            (struct column_labels){.audit = audit, .grid = grid, .column = column, .texts = texts, .form = *form});
}

void audit_cell_numbers(struct audit *audit, const struct grid *grid)
{
    for (size_t column = 0; grid->row_count && (column < grid->columns || grid_at(grid, 0, column)); column++) {
        if ((int)column != grid->at[COLUMN_ORDER])
            check_column(audit, grid, column);
    }
}
