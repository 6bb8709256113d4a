/*
 * Exact decimal numbers: scores, weights, amounts.  No double touches them.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_PLACES_MAX = 6 };

/* The number units / 10^places; |units| < 10^18, places from 0 to DECIMAL_PLACES_MAX. */
struct decimal {
    int64_t units;
    int places;
};

/* An exact ratio; den > 0.  Kept in lowest terms by ratio_make(). */
struct ratio {
    int64_t num, den;
};

/* Reads a JSON number (sign, digits, fraction, exponent).  False when it has more than DECIMAL_PLACES_MAX decimals
 * after the exponent is applied or more than 18 digits. */
bool decimal_parse(const char *digits, size_t length, struct decimal *out);

/* -1, 0 or 1 as a is less than, equal to or greater than b. */
int decimal_compare(struct decimal a, struct decimal b);

struct ratio ratio_make(int64_t num, int64_t den);
struct ratio ratio_of(struct decimal number);
/* Exact sums, products and quotients.  An overflow saturates `*ok` to false (never sets it to true); `b` of
 * ratio_divide must not be 0. */
struct ratio ratio_add(struct ratio a, struct ratio b, bool *ok);
struct ratio ratio_subtract(struct ratio a, struct ratio b, bool *ok);
struct ratio ratio_multiply(struct ratio a, struct ratio b, bool *ok);
struct ratio ratio_divide(struct ratio a, struct ratio b, bool *ok);
int ratio_compare(struct ratio a, struct ratio b);

/* Rounded half-up (away from zero at a tie) to `places` decimals. */
struct decimal ratio_round(struct ratio number, int places);

/* Writes the number with exactly its `places` decimals ("97.75", "-0.40"); `out` takes DECIMAL_TEXT_SIZE bytes. */
enum { DECIMAL_TEXT_SIZE = 32 };
void decimal_print(struct decimal number, char *out);

#endif
