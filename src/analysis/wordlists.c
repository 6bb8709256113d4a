#include "analysis/wordlists.h"

#include <string.h>

struct word_lists word_lists_read(const struct value *file)
{
    static const char *const members[WORDS_COUNT] = {
#define X(name, member) [WORDS_##name] = (member),
        WORD_LISTS(X)
#undef X
    };
    struct word_lists lists;
    for (size_t i = 0; i < WORDS_COUNT; i++)
        lists.of[i] = value_member(file, members[i]);
    return lists;
}

/* The next code point of valid UTF-8, 0 at the end. */
static uint32_t next_code(const unsigned char **at)
{
    uint32_t code = **at;
    if (!code)
        return 0;
    for ((*at)++; (**at & 0xC0) == 0x80; (*at)++)
        code = code * 64 + (**at & 0x3F);
    return code;
}

static size_t pair_number(uint32_t first, uint32_t second)
{
    return (first * 37 + second) % 512;
}

struct letter_pairs letter_pairs_of(const char *text)
{
    struct letter_pairs pairs = {{0}};
    const unsigned char *at = (const unsigned char *)text;
    for (uint32_t last = next_code(&at), code; last && (code = next_code(&at)); last = code) {
        size_t number = pair_number(last, code);
        pairs.bits[number / 64] |= UINT64_C(1) << number % 64;
    }
    return pairs;
}

bool letter_pairs_admit(const struct letter_pairs *pairs, const char *word)
{
    const unsigned char *at = (const unsigned char *)word;
    for (uint32_t last = next_code(&at), code; last && (code = next_code(&at)); last = code) {
        size_t number = pair_number(last, code);
        if (!(pairs->bits[number / 64] >> number % 64 & 1))
            return false;
    }
    return true;
}

bool letter_pairs_admit_any(const struct letter_pairs *pairs, const struct value *list)
{
    for (size_t i = 0; list && i < list->count; i++) {
        if (list->items[i]->text && letter_pairs_admit(pairs, list->items[i]->text))
            return true;
    }
    return false;
}
