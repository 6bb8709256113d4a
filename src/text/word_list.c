#include "text/word_list.h"

#include "base/utf8.h"

#include <string.h>

static size_t bucket_of(uint32_t first, uint32_t second)
{
    return (first * 31 + second) % WORD_BUCKETS;
}

/* Puts the word into its bucket, behind all longer ones. */
static void link_word(struct word_list *list, uint32_t index)
{
    struct word *words = list->words.items, *word = &words[index];
    size_t size, second_size;
    uint32_t first = utf8_decode(word->text, word->length, &size);
    uint32_t second = utf8_decode(word->text + size, word->length - size, &second_size);
    uint32_t *link = &list->buckets[bucket_of(first, second)];
    while (*link && words[*link - 1].length > word->length)
        link = &words[*link - 1].next;
    word->next = *link;
    *link = index + 1;
}

void word_list_add(struct word_list *list, struct arena *arena, const char *word)
{
    size_t length = strlen(word);
    if (!length || length > UINT16_MAX)
        return;
    size_t count = utf8_count(word, length);
    *list_add(arena, &list->words) = (struct word){.text = word, .length = (uint32_t)length, .count = (uint32_t)count};
    if (count > 1)
        link_word(list, (uint32_t)list->words.count - 1);
}

void word_list_read(struct word_list *list, struct arena *arena, const struct value *words)
{
    for (size_t i = 0; words && i < words->count; i++) {
        if (words->items[i]->text)
            word_list_add(list, arena, words->items[i]->text);
    }
}

void word_list_clear(struct word_list *list)
{
    list->words.count = 0;
    memset(list->buckets, 0, sizeof list->buckets);
}

size_t word_list_at(const struct word_list *list, const struct break_text *t, size_t i)
{
    return word_list_shorter(list, t, i, SIZE_MAX);
}

size_t word_list_shorter(const struct word_list *list, const struct break_text *t, size_t i, size_t below)
{
    if (i + 1 >= t->count)
        return 0;
    uint32_t index = list->buckets[bucket_of(t->code[i], t->code[i + 1])];
    const char *text = t->text + t->at[i];
    size_t room = t->length - t->at[i];
    for (; index; index = list->words.items[index - 1].next) {
        const struct word *word = &list->words.items[index - 1];
        if (word->count < below && word->length <= room && memcmp(word->text, text, word->length) == 0)
            return word->count;
    }
    return 0;
}

size_t word_list_before(const struct word_list *list, const struct break_text *t, size_t i)
{
    size_t longest = 0, end = t->at[i];
    for (size_t w = 0; w < list->words.count; w++) {
        const struct word *word = &list->words.items[w];
        if (word->count > longest && word->length <= end &&
            memcmp(word->text, t->text + end - word->length, word->length) == 0)
            longest = word->count;
    }
    return longest;
}
