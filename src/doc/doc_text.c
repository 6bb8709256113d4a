#include "doc/doc.h"

#include <string.h>

/* The bytes of U+200B and U+2060, which are never drawn. */
static size_t undrawn(const char *text)
{
    return strncmp(text, "\xe2\x80\x8b", 3) == 0 || strncmp(text, "\xe2\x81\xa0", 3) == 0 ? 3 : 0;
}

static void add_drawn(struct buf *out, const char *text)
{
    while (*text) {
        size_t skip = undrawn(text);
        if (skip)
            text += skip;
        else
            buf_putc(out, *text == '\n' ? ' ' : *text), text++;
    }
}

static void add_runs(struct buf *out, const struct doc_node *node)
{
    for (size_t i = 0; i < node->run_count; i++)
        add_drawn(out, node->runs[i].text);
}

/* Ends the line that began at `start`, if anything was written on it. */
static void end_line(struct buf *out, size_t start)
{
    if (out->length > start)
        buf_putc(out, '\n');
}

static void add_label(struct buf *out, const char *label)
{
    if (!label || !*label)
        return;
    add_drawn(out, label);
    buf_putc(out, ' ');
}

/* ---- contents, without page numbers ---- */

static void add_entries(struct buf *out, const struct doc_node *node, const struct doc_contents *contents)
{
    size_t start = out->length;
    if (doc_contents_lists(contents, node)) {
        bool heading = node->kind == DOC_HEADING;
        add_label(out, heading ? node->heading.label : NULL);
        if (heading && node->heading.contents)
            add_drawn(out, node->heading.contents);
        else
            add_runs(out, node);
        end_line(out, start);
    }
    for (const struct doc_node *child = node->first; child; child = child->next)
        add_entries(out, child, contents);
}

static const struct doc_node *root_of(const struct doc_node *node)
{
    while (node->parent)
        node = node->parent;
    return node;
}

/* ---- the tree ---- */

static void add_node(struct buf *out, const struct doc_node *node, const char *label)
{
    size_t start = out->length;
    switch (node->kind) {
    case DOC_HEADING:
    case DOC_PARAGRAPH:
        add_label(out, label);
        add_label(out, node->kind == DOC_HEADING ? node->heading.label : NULL);
        add_runs(out, node);
        end_line(out, start);
        return;
    case DOC_ITEM: label = node->label; break;
    case DOC_ROOT:
    case DOC_SECTION:
    case DOC_GROUP:
    case DOC_LIST:
    case DOC_TABLE:
    case DOC_ROW:
    case DOC_CELL:
    case DOC_FIGURE:
    case DOC_PICTURE: break;
    case DOC_CONTENTS: add_entries(out, root_of(node), &node->contents); return;
    case DOC_BREAK:
    case DOC_SPACE:
    case DOC_RULE: return;
    }
    /* A label stands on the line of the first words behind it, however deep these are. */
    bool takes = node->first && (node->first->kind == DOC_PARAGRAPH || node->first->kind == DOC_HEADING ||
                                 node->first->kind == DOC_GROUP);
    if (label && *label && !takes) {
        add_drawn(out, label);
        end_line(out, start);
        label = NULL;
    }
    for (const struct doc_node *child = node->first; child; child = child->next, label = NULL)
        add_node(out, child, label);
}

void doc_text(struct buf *out, const struct document *document)
{
    add_node(out, document->root, NULL);
}
