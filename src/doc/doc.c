#include "doc/doc.h"

#include <string.h>

struct doc_node *doc_add(struct arena *arena, struct doc_node *parent, enum doc_kind kind)
{
    struct doc_node *node = arena_new_of(arena, struct doc_node);
    node->kind = kind;
    node->parent = parent;
    if (!parent)
        return node;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

void doc_remove(struct doc_node *node)
{
    struct doc_node *parent = node->parent, *before = NULL;
    for (struct doc_node *at = parent->first; at != node; at = at->next)
        before = at;
    if (before)
        before->next = node->next;
    else
        parent->first = node->next;
    if (parent->last == node)
        parent->last = before;
    node->parent = node->next = NULL;
}

bool doc_contents_lists(const struct doc_contents *contents, const struct doc_node *node)
{
    if (contents->of)
        return node->kind == DOC_PARAGRAPH && node->caption.kind && strcmp(contents->of, node->caption.kind) == 0;
    int levels = contents->levels < 6 ? contents->levels : 6;
    int level = node->kind == DOC_HEADING ? node->heading.level : 0;
    return level >= 1 && level <= levels && node->heading.in_contents;
}
