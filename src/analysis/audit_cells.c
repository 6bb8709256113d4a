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

static int64_t first_label(const struct column_labels *labels, const struct value *cell)
{
    int64_t number = 0;
    for (const char *line = texts_of(labels->audit->arena, cell); line && !number; line = next_line(line))
        number = label_of_line(line, labels->form);
    return number;
}

/* The cell of the row, unless it is merged with the one above. */
static const struct value *new_cell(const struct column_labels *labels, size_t row)
{
    const struct value *cell = grid_at(labels->grid, row, labels->column);
    return row && cell == grid_at(labels->grid, row - 1, labels->column) ? NULL : cell;
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

static void check_cell(struct column_labels *labels, const struct value *cell)
{
    bool first = true;
    for (const char *line = texts_of(labels->audit->arena, cell); line; line = next_line(line)) {
        int64_t number = label_of_line(line, labels->form);
        if (!number)
            continue;
        bool follows = !labels->last || number == labels->last + 1 || number == labels->right + 1;
        bool anew = number == 1 && !(first && labels->on);
        labels->right = follows || anew ? number : labels->right + 1;
        if (!follows && !anew)
            audit_report(
                labels->audit,
                (struct finding){.rule = RULE_NUMBERING,
                                 .at = texts_place(cell),
                                 .expected = arena_printf(labels->audit->arena, "%lld", (long long)labels->right)},
                "number %lld follows %lld in a cell", (long long)number, (long long)labels->last);
        labels->last = number;
        first = false;
    }
}

static void check_column(struct column_labels labels)
{
    for (size_t row = 0; row < labels.grid->row_count; row++) {
        const struct value *cell = new_cell(&labels, row);
        labels.on = labels.on || (cell && first_label(&labels, cell) > 1);
    }
    for (size_t row = 0; row < labels.grid->row_count; row++) {
        const struct value *cell = new_cell(&labels, row);
        if (begins_group(labels.grid, row))
            labels.last = labels.right = 0;
        if (cell)
            check_cell(&labels, cell);
    }
}

void audit_cell_numbers(struct audit *audit, const struct grid *grid)
{
    static const char forms[] = "().";
    for (size_t column = 0; column < grid->columns; column++) {
        for (const char *form = forms; *form && (int)column != grid->at[COLUMN_ORDER]; form++)
            check_column((struct column_labels){.audit = audit, .grid = grid, .column = column, .form = *form});
    }
}
