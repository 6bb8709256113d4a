#include "template/grid.h"

#include <string.h>

static const char CODE[] = "template-table";

/* Which rows each column is taken for. */
struct placing {
    struct build *build;
    struct grid_part *part;
    size_t columns;
    size_t *taken;            /* rows for which a column is covered from above, this one included */
    struct grid_cell **above; /* the cell of the row before that begins in a column; NULL: none */
    struct grid_cell **here;  /* the same for the row that is being placed */
};

/* The same row description may come out wrong many times: that is said once. */
static bool is_new(struct build *b, const void *key)
{
    for (size_t i = 0; i < b->tags.broken.count; i++)
        if (b->tags.broken.items[i] == key)
            return false;
    *list_add(b->arena, &b->tags.broken) = key;
    return true;
}

static bool refuse(struct placing *p, const struct value *at, size_t row, const char *what)
{
    if (is_new(p->build, at))
        diag_value(p->build->diags, SEVERITY_ERROR, CODE, at,
                   (struct diag_more){.expected = arena_printf(p->build->arena, "%zu column%s filled", p->columns,
                                                               p->columns > 1 ? "s" : "")},
                   "row %zu of the %s %s", row + 1, p->part->name, what);
    return false;
}

static size_t next_free(const struct placing *p, size_t column)
{
    while (column < p->columns && p->taken[column])
        column++;
    return column;
}

static bool place_row(struct placing *p, size_t index)
{
    struct grid_row *row = &p->part->rows.items[index];
    size_t column = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct grid_cell *cell = &row->cells[i];
        const struct table_cell *described = cell->cell;
        column = next_free(p, column);
        if (column + described->colspan > p->columns)
            return refuse(p, row->described, index, "has too many cells");
        cell->column = column;
        cell->rowspan = described->rowspan;
        for (size_t end = column + described->colspan; column < end; column++) {
            if (p->taken[column])
                return refuse(p, described->described, index, "has a cell over one from above");
            p->taken[column] = described->rowspan;
        }
    }
    if (next_free(p, column) < p->columns)
        return refuse(p, row->described, index, "has too few cells");
    for (size_t i = 0; i < p->columns; i++)
        p->taken[i]--;
    return true;
}

static bool may_merge(const struct grid_cell *above, const struct grid_cell *cell)
{
    return above && cell->merge && *cell->merge && above->merge && strcmp(above->merge, cell->merge) == 0 &&
           above->cell->colspan == cell->cell->colspan && cell->rowspan == 1;
}

/* Cells of a row that are equal to those above become part of them. */
static void merge_row(struct placing *p, const struct grid_row *row)
{
    memset(p->here, 0, p->columns * sizeof(struct grid_cell *));
    for (size_t i = 0; i < row->count; i++) {
        struct grid_cell *cell = &row->cells[i], *top = p->above[cell->column];
        cell->covered = may_merge(top, cell);
        if (cell->covered)
            top->rowspan++;
        p->here[cell->column] = cell->covered ? top : cell;
    }
    struct grid_cell **above = p->above;
    p->above = p->here;
    p->here = above;
}

bool grid_place(struct build *build, struct grid_part *part, size_t columns)
{
    struct placing p = {.build = build, .part = part, .columns = columns};
    p.taken = arena_array(build->arena, size_t, columns);
    p.above = arena_array(build->arena, struct grid_cell *, columns);
    p.here = arena_array(build->arena, struct grid_cell *, columns);
    bool good = true;
    for (size_t i = 0; i < part->rows.count && good; i++) {
        good = place_row(&p, i);
        if (good)
            merge_row(&p, &part->rows.items[i]);
    }
    for (size_t i = 0; good && i < columns; i++)
        if (p.taken[i])
            good = refuse(&p, part->rows.items[part->rows.count - 1].described, part->rows.count - 1,
                          "has a cell that goes on below it");
    return good;
}

static void read_words(struct build *b, const struct grid_cell *cell, struct marked *words)
{
    marked_reset(words);
    if (cell->value)
        marked_add_own(words, cell->value);
    else if (cell->cell->words)
        mustache_render(&b->tags, cell->cell->words, cell->context, words);
}

static void add_blocks(struct build *b, const struct grid_cell *cell, const struct scope *inside, const char *empty)
{
    struct marked *words = &b->scratch.cell;
    read_words(b, cell, words);
    if (cell->value)
        build_paragraph(b, inside, NULL, words);
    else
        markdown_blocks(b, words, inside);
    if (inside->parent->first || !empty)
        return;
    struct value *text = value_text_new(b->arena, empty);
    marked_reset(words);
    marked_add_value(words, text);
    build_paragraph(b, inside, NULL, words);
}

static const char *style_of(const struct grid_cell *cell, const struct grid_part *part, const struct table *table)
{
    if (cell->cell->style)
        return cell->cell->style;
    return part->header || cell->cell->head ? table->head_style : table->style;
}

static struct doc_cell look_of(const struct grid_cell *cell, const struct grid_part *part, const struct table *table)
{
    const struct table_cell *d = cell->cell;
    const struct table_column *column = &table->columns[cell->column];
    struct doc_cell look = {.column = cell->column, .colspan = d->colspan, .rowspan = cell->rowspan};
    look.align = d->align_given ? d->align : part->header ? DOC_CENTER : column->column.align;
    look.valign = d->valign_given ? d->valign : part->header ? DOC_MIDDLE : column->valign;
    look.header = part->header || d->head;
    look.shaded = d->shaded || (part->header && table->head_shaded);
    return look;
}

static void add_cell(struct build *b, const struct grid_cell *cell, const struct grid_part *part,
                     const struct table *table, bool joined, const struct scope *scope)
{
    struct place place = {.value = cell->cell->described};
    struct scope inside = {.parent = doc_add(b->arena, scope->parent, DOC_CELL), .in_cell = true};
    inside.paragraph = styles_need(b->styles, style_of(cell, part, table), place, b->diags);
    inside.parent->style = inside.paragraph;
    inside.parent->cell = look_of(cell, part, table);
    inside.parent->cell.joined = joined;
    inside.parent->origin = (struct doc_origin){.value = cell->value ? cell->value : place.value};
    add_blocks(b, cell, &inside, table->empty);
}

void grid_add(struct build *build, const struct grid_part *part, const struct table *table, const struct scope *scope)
{
    for (size_t i = 0; i < part->rows.count; i++) {
        const struct grid_row *row = &part->rows.items[i];
        struct scope inside = *scope;
        inside.parent = doc_add(build->arena, scope->parent, DOC_ROW);
        for (size_t j = 0; j < row->count; j++)
            if (!row->cells[j].covered)
                add_cell(build, &row->cells[j], part, table, row->joined && i > 0, &inside);
    }
}
