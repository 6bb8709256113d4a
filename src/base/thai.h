/*
 * Facts of Thai writing that need no library: classes of characters, digits, numbering letters, normal form.
 */
#ifndef BASE_THAI_H
#define BASE_THAI_H

#include "base/buf.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

bool thai_is_letter(uint32_t code); /* U+0E01-0E2E, vowels and marks: what a word is made of (not ฿ ๆ ฯ ๏ digits) */
bool thai_is_mark(uint32_t code);      /* has no width of its own: U+0E31, 0E34-0E3A, 0E47-0E4E */
bool thai_is_leading(uint32_t code);   /* เ แ โ ใ ไ */
bool thai_is_following(uint32_t code); /* ะ า ำ ๅ */
bool thai_is_digit(uint32_t code);     /* ๐-๙ */

/* utf8_decode(), quick for Thai and ASCII. */
static inline uint32_t thai_decode(const char *text, size_t length, size_t *size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] < 0x80)
        return *size = 1, bytes[0];
    if (length >= 3 && bytes[0] == 0xe0 && (bytes[1] & 0xfe) == 0xb8 && (bytes[2] & 0xc0) == 0x80)
        return *size = 3, 0x0e00u | (bytes[1] & 1u) << 6 | (bytes[2] & 0x3fu);
    return utf8_decode(text, length, size);
}

/* True for what joins the cluster of the character before it: marks of any script, SARA AM, variation selectors. */
bool thai_joins(uint32_t code);

/* False for what nothing joins: control characters, also those of layout such as U+200B, U+2028, U+2060. */
bool thai_can_be_joined(uint32_t code);

/* The offset behind the grapheme cluster that begins at `at` (< length): a character and what joins it.  Bytes. */
size_t thai_cluster_end(const char *text, size_t length, size_t at);

/* What justification may widen behind a grapheme cluster that begins with `code`: phrase spaces (U+0020, U+00A0), and
 * Thai letters; never Latin words and numbers. */
enum thai_stretch { THAI_STRETCH_NONE, THAI_STRETCH_CLUSTER, THAI_STRETCH_SPACE };
enum thai_stretch thai_stretch(uint32_t code);

/* What thai_normalise() met; offsets of the first of each in the input, (size_t)-1 for none. */
struct thai_defects {
    size_t split_sara_am; /* U+0E4D U+0E32, also with a tone between: joined to U+0E33 */
    size_t double_sara_e; /* เ twice where แ is meant: kept */
    size_t presentation;  /* U+F700-F71A: mapped to the characters they stand for */
    size_t mark_order;    /* a tone before the vowel over or under its letter: put in order */
    size_t stray_mark;    /* a mark without a letter: kept */
};

/* Adds `text` in normal form to `out`: the repairs named above; NFC for Latin letters is left to the reader's keyboard.
 * U+200B and U+2060 are kept, U+FEFF and U+00AD dropped, U+00A0 kept. */
struct thai_defects thai_normalise(struct buf *out, const char *text, size_t length);

/*
 * Adds `text` with its digits 0-9 made Thai (or ๐-๙ made Arabic when `thai` is false).  Left alone: words with a Latin
 * letter beside a digit (O24, e10, 9G), URLs, e-mail addresses, and everything inside runs of English (two Latin words
 * or more with only digits, spaces and punctuation between them).
 */
void thai_digits(struct buf *out, const char *text, size_t length, bool thai);

/* A whole number > 0 as a label: "12", "๑๒", "ก" (44 letters without ฃ ฅ, then "กก"), "xii". */
enum thai_number_style { THAI_NUMBER_ARABIC, THAI_NUMBER_THAI, THAI_NUMBER_LETTER, THAI_NUMBER_ROMAN };
void thai_number(struct buf *out, int64_t number, enum thai_number_style style);

#endif
