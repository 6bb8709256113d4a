/* The document's tree, its dump and its text. */
#include "test_support.h"

#include "doc/doc.h"

static struct arena *arena;
static struct document document;
static struct doc_style style;

static void setup(void)
{
    arena = test_arena();
    style = (struct doc_style){.name = "body", .family = "Laksaman", .size = 16};
    document = (struct document){.title = "T", .lang = "th-TH", .body = &style};
    document.root = doc_add(arena, NULL, DOC_ROOT);
}

static void teardown(void)
{
    arena_free(arena);
}

TestSuite(doc, .init = setup, .fini = teardown);

static struct doc_node *add(struct doc_node *parent, enum doc_kind kind, const char *text)
{
    struct doc_node *node = doc_add(arena, parent, kind);
    struct doc_run *run = arena_new_of(arena, struct doc_run);
    node->style = &style;
    if (!text)
        return node;
    run->text = text;
    node->runs = run;
    node->run_count = 1;
    return node;
}

static struct doc_node *add_item(struct doc_node *list, const char *label)
{
    struct doc_node *item = add(list, DOC_ITEM, NULL);
    item->label = label;
    return item;
}

static const char *text(void)
{
    struct buf out = buf_init(arena);
    doc_text(&out, &document);
    return out.data;
}

static const char *dump(void)
{
    struct buf out = buf_init(arena);
    doc_dump(&out, &document);
    return out.data;
}

Test(doc, children_stand_in_order)
{
    struct doc_node *a = doc_add(arena, document.root, DOC_SECTION), *b = doc_add(arena, document.root, DOC_SECTION);
    cr_assert(document.root->first == a && a->next == b && document.root->last == b && !b->next);
    cr_assert(b->parent == document.root && b->kind == DOC_SECTION);
}

Test(doc, text_has_a_unit_a_line)
{
    struct doc_node *heading = add(document.root, DOC_HEADING, "หนึ่ง\nสอง");
    heading->heading.label = "ส่วนที่ 1";
    add(document.root, DOC_PARAGRAPH, "กา\u200bกา\u2060กา");
    struct doc_node *list = add(document.root, DOC_LIST, NULL), *item = add_item(list, "1)");
    add(item, DOC_PARAGRAPH, "a");
    add(item, DOC_PARAGRAPH, "b");
    add(add_item(list, ""), DOC_PARAGRAPH, "c");
    cr_assert_str_eq(text(), "ส่วนที่ 1 หนึ่ง สอง\nกากากา\n1) a\nb\nc\n");
}

Test(doc, labels_without_words_beside_them_are_units)
{
    struct doc_node *list = add(document.root, DOC_LIST, NULL), *item = add_item(list, "1.");
    add(add_item(add(item, DOC_LIST, NULL), "-"), DOC_PARAGRAPH, "a");
    add_item(list, "2.");
    add(add(add_item(list, "3."), DOC_GROUP, NULL), DOC_PARAGRAPH, "b");
    cr_assert_str_eq(text(), "1.\n- a\n2.\n3. b\n");
}

Test(doc, text_of_tables)
{
    struct doc_node *table = add(document.root, DOC_TABLE, NULL), *row;
    table->table = (struct doc_table){.caption = true, .continued = "(ต่อ)"};
    add(table, DOC_PARAGRAPH, "caption");
    row = add(table, DOC_ROW, NULL);
    add(add(row, DOC_CELL, NULL), DOC_PARAGRAPH, "a");
    add(row, DOC_CELL, NULL);
    add(add(row, DOC_CELL, NULL), DOC_PARAGRAPH, "b");
    cr_assert_str_eq(text(), "caption\na\nb\n");
}

Test(doc, what_has_no_words_gives_none)
{
    doc_add(arena, document.root, DOC_CONTENTS)->contents.levels = 0;
    doc_add(arena, document.root, DOC_BREAK);
    doc_add(arena, document.root, DOC_SPACE);
    add(document.root, DOC_PARAGRAPH, NULL);
    cr_assert_str_eq(text(), "");
}

Test(doc, dump_shows_attributes)
{
    static const struct doc_column columns[] = {{DOC_WIDTH_AUTO, 0, DOC_LEFT}, {DOC_WIDTH_FRACTION, 0.25, DOC_RIGHT}};
    struct doc_node *section = doc_add(arena, document.root, DOC_SECTION);
    section->section = (struct doc_section){.width = 595.276,
                                            .height = 841.89,
                                            .left = 85.04,
                                            .number_place = DOC_TOP_CENTER,
                                            .number_format = "- # -",
                                            .number_digits = DOC_THAI,
                                            .number_from = 2,
                                            .number_style = &style};
    struct doc_node *heading = add(section, DOC_HEADING, "h");
    heading->heading = (struct doc_heading){
        .level = 2, .label = "1.1", .label_line = true, .label_width = 20, .anchor = "x", .in_contents = true};
    struct doc_node *table = add(section, DOC_TABLE, NULL);
    table->table = (struct doc_table){
        .columns = columns, .column_count = 2, .header_rows = 1, .rules = DOC_RULES_NONE, .split_rows = true};
    struct doc_node *cell = add(add(table, DOC_ROW, NULL), DOC_CELL, NULL);
    cell->cell =
        (struct doc_cell){.colspan = 2, .rowspan = 3, .header = true, .align = DOC_JUSTIFY, .valign = DOC_BOTTOM};
    doc_add(arena, section, DOC_SPACE)->space.fill = 1.5;
    cr_assert_str_eq(dump(), "document lang=th-TH title=\"T\" body=Laksaman,16\n"
                             "  section width=595.28 height=841.89 top=0 right=0 bottom=0 left=85.04 "
                             "number=top-center format=\"- # -\" digits=thai from=2 number-style=body\n"
                             "    heading level=2 anchor=x label=\"1.1\" own-line label-width=20 contents style=body\n"
                             "      \"h\"\n"
                             "    table columns=auto:left,25%:right header-rows=1 rules=none padding-x=0 padding-y=0 "
                             "split-rows style=body\n"
                             "      row style=body\n"
                             "        cell column=0 colspan=2 rowspan=3 align=justify valign=bottom header style=body\n"
                             "    space fill=1.5\n");
}

Test(doc, dump_shows_where_words_come_from)
{
    struct value *office = test_json(arena, "{\"a\": {\"b\": \"x\"}}"), *criteria = test_json(arena, "{\"c\": \"y\"}");
    struct doc_run runs[] = {{.text = "t", .bold = true},
                             {.text = "x", .link = "#h", .origin.value = value_path(office, "a.b")},
                             {.text = "y\n", .lang = "en", .origin.value = value_member(criteria, "c")},
                             {.text = "z", .origin.value = value_text_new(arena, "z")}};
    document.root->origin.value = value_copy(arena, office);
    struct doc_node *paragraph = add(document.root, DOC_PARAGRAPH, NULL);
    paragraph->runs = runs;
    paragraph->run_count = 4;
    cr_assert_str_eq(strchr(dump(), '\n') + 1, "  paragraph style=body\n"
                                               "    \"t\" bold\n"
                                               "    \"x\" link=\"#h\" /a/b\n"
                                               "    \"y\\n\" lang=\"en\" test.json#/c\n"
                                               "    \"z\"\n");
}
