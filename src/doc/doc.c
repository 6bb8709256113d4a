#include "doc/doc.h"

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
