/* Structure elements: made while the document is walked, begun and ended as words are placed. */
#include "layout/place.h"

size_t tag_new(struct layout *layout, size_t parent, enum page_role role)
{
    struct pages *pages = layout->pages;
    size_t id = pages->tags.count;
    *list_add(layout->arena, &pages->tags) = (struct page_tag){.id = id, .parent = parent, .role = role};
    return id;
}

struct page_tag *tag_of(struct layout *layout, size_t tag)
{
    return &layout->pages->tags.items[tag];
}

static size_t parent_of(const struct placer *placer, size_t tag)
{
    size_t parent = tag_of(placer->layout, tag)->parent;
    return parent == tag ? NO_TAG : parent;
}

/* True when `tag` is `inner` or around it. */
static bool is_around(const struct placer *placer, size_t tag, size_t inner)
{
    /* Elements are made after those around them, so the search can stop early. */
    while (inner != NO_TAG && inner > tag)
        inner = parent_of(placer, inner);
    return inner == tag;
}

static void begin_tag(struct placer *placer, size_t tag)
{
    size_t parent = parent_of(placer, tag);
    if (parent != placer->tag)
        begin_tag(placer, parent);
    place_item(placer, PAGE_BEGIN)->tag = tag;
    placer->tag = tag;
}

void place_tag(struct placer *placer, size_t tag)
{
    if (placer->artifact || tag == placer->tag)
        return;
    while (placer->tag != NO_TAG && (tag == NO_TAG || !is_around(placer, placer->tag, tag))) {
        place_item(placer, PAGE_END)->tag = placer->tag;
        placer->tag = parent_of(placer, placer->tag);
    }
    if (tag != NO_TAG && tag != placer->tag)
        begin_tag(placer, tag);
}

void place_artifact_begin(struct placer *placer)
{
    if (!placer->artifact++)
        place_item(placer, PAGE_ARTIFACT_BEGIN);
}

void place_artifact_end(struct placer *placer)
{
    if (!--placer->artifact)
        place_item(placer, PAGE_ARTIFACT_END);
}
