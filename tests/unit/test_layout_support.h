/* Documents made by hand, laid out with the real fonts, and what must hold of all pages. */
#ifndef TEST_LAYOUT_SUPPORT_H
#define TEST_LAYOUT_SUPPORT_H

#include "layout/layout.h"
#include "test_support.h"

struct test_layout {
    struct arena *arena;
    struct diags diags;
    struct text_engine *engine;
    struct document document;
    struct doc_style body, item, heading, title, cell, contents;
    struct doc_node *section; /* where blocks are added */
};

/* test_arena(), freed by test_layout_done(), which every suite of layout tests has as its .fini. */
struct arena *test_layout_arena(void);
void test_layout_done(void);

/* An empty document with styles and one section of A4 with margins of 72 points. */
struct test_layout *test_layout_new(void);

struct doc_node *test_section(struct test_layout *layout);
struct doc_node *test_paragraph(struct test_layout *layout, struct doc_node *parent, const char *text);
struct doc_node *test_heading(struct test_layout *layout, struct doc_node *parent, const char *label, const char *text);
struct doc_node *test_list(struct test_layout *layout, struct doc_node *parent);
struct doc_node *test_item(struct test_layout *layout, struct doc_node *list, const char *label, const char *text);
struct doc_node *test_table(struct test_layout *layout, struct doc_node *parent, size_t columns, size_t header_rows);
struct doc_node *test_row(struct test_layout *layout, struct doc_node *table);
struct doc_node *test_cell(struct test_layout *layout, struct doc_node *row, size_t column, const char *text);

/* `count` times `text`, parted by spaces. */
char *test_repeat(struct test_layout *layout, const char *text, size_t count);

/* Lays out, and checks what always holds: every word is there, once and in order; nothing stands outside the margins;
 * elements are begun and ended in pairs and nested as their tags. */
struct pages *test_pages(struct test_layout *layout);

/* The words on a page, or in artifacts on it, without spaces; cut from the arena. */
char *test_page_words(struct test_layout *layout, const struct page *page, bool artifacts);

/* The text item on a page whose text contains `words`, or NULL. */
const struct page_item *test_find(const struct page *page, const char *words);

/* Text extraction without white space and undrawn characters. */
char *test_squeeze(struct arena *arena, const char *text);

#endif
