#include "base/decimal.h"

#include <inttypes.h>
#include <stdio.h>

static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

enum { EXPONENT_MAX = 1000, DIGITS_MAX = 18 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads "e+12" at `at`; false when it is out of any reasonable range. */
static bool parse_exponent(const char *digits, size_t length, size_t at, long *exponent)
{
    bool negative = false;
    long value = 0;
    at++;
    if (at < length && (digits[at] == '+' || digits[at] == '-'))
        negative = digits[at++] == '-';
    if (at == length)
        return false;
    for (; at < length && is_digit(digits[at]); at++) {
        value = value * 10 + (digits[at] - '0');
        if (value > EXPONENT_MAX)
            return false;
    }
    *exponent = negative ? -value : value;
    return at == length;
}

/* Units times 10^-places with places brought into 0 .. DECIMAL_PLACES_MAX. */
static bool normalise(int64_t units, long places, struct decimal *out)
{
    static const int64_t limit = INT64_C(100000000000000000); /* 10^17: one more digit fits */
    while (places > DECIMAL_PLACES_MAX && units % 10 == 0) {
        units /= 10;
        places--;
    }
    if (units == 0 && places < 0)
        places = 0;
    while (places < 0) {
        if (units >= limit || units <= -limit)
            return false;
        units *= 10;
        places++;
    }
    *out = (struct decimal){.units = units, .places = (int)places};
    return places <= DECIMAL_PLACES_MAX;
}

bool decimal_parse(const char *digits, size_t length, struct decimal *out)
{
    size_t at = 0, count = 0;
    int64_t units = 0;
    long places = 0, exponent = 0;
    bool negative = length && digits[0] == '-', fraction = false;

    for (at = negative; at < length && (is_digit(digits[at]) || digits[at] == '.'); at++) {
        if (digits[at] == '.') {
            if (fraction)
                return false;
            fraction = true;
            continue;
        }
        if (units == 0 && digits[at] == '0')
            count = 0;
        if (++count > DIGITS_MAX)
            return false;
        units = units * 10 + (digits[at] - '0');
        places += fraction;
    }
    if (at == (size_t)negative)
        return false;
    if (at < length && (digits[at] == 'e' || digits[at] == 'E')) {
        if (!parse_exponent(digits, length, at, &exponent))
            return false;
    } else if (at != length) {
        return false;
    }
    return normalise(negative ? -units : units, places - exponent, out);
}

int decimal_compare(struct decimal a, struct decimal b)
{
    bool ok = true;
    struct ratio difference = ratio_subtract(ratio_of(a), ratio_of(b), &ok);
    if (!ok) /* far apart in size: more units at fewer places is the larger magnitude */
        return (a.units / powers[a.places]) < (b.units / powers[b.places]) ? -1 : 1;
    return (difference.num > 0) - (difference.num < 0);
}

static int64_t gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

struct ratio ratio_make(int64_t num, int64_t den)
{
    int64_t common = gcd(num, den);
    if (common == 0)
        common = 1;
    if (den < 0)
        common = -common;
    return (struct ratio){.num = num / common, .den = den / common};
}

struct ratio ratio_of(struct decimal number)
{
    return ratio_make(number.units, powers[number.places]);
}

struct ratio ratio_add(struct ratio a, struct ratio b, bool *ok)
{
    int64_t common = gcd(a.den, b.den), left, right, num, den;
    if (__builtin_mul_overflow(a.num, b.den / common, &left) || __builtin_mul_overflow(b.num, a.den / common, &right) ||
        __builtin_add_overflow(left, right, &num) || __builtin_mul_overflow(a.den / common, b.den, &den)) {
        *ok = false;
        return (struct ratio){0, 1};
    }
    return ratio_make(num, den);
}

struct ratio ratio_subtract(struct ratio a, struct ratio b, bool *ok)
{
    return ratio_add(a, (struct ratio){.num = -b.num, .den = b.den}, ok);
}

struct ratio ratio_multiply(struct ratio a, struct ratio b, bool *ok)
{
    struct ratio first = ratio_make(a.num, b.den), second = ratio_make(b.num, a.den), product;
    if (__builtin_mul_overflow(first.num, second.num, &product.num) ||
        __builtin_mul_overflow(first.den, second.den, &product.den)) {
        *ok = false;
        return (struct ratio){0, 1};
    }
    return product;
}

struct ratio ratio_divide(struct ratio a, struct ratio b, bool *ok)
{
    struct ratio inverse = ratio_make(b.den, b.num);
    return ratio_multiply(a, inverse, ok);
}

int ratio_compare(struct ratio a, struct ratio b)
{
    __extension__ typedef __int128 wide;
    wide left = (wide)a.num * b.den, right = (wide)b.num * a.den;
    return (left > right) - (left < right);
}

struct decimal ratio_round(struct ratio number, int places)
{
    __extension__ typedef __int128 wide;
    wide scaled = (wide)number.num * powers[places] * 2;
    wide half = scaled < 0 ? -number.den : number.den;
    return (struct decimal){.units = (int64_t)((scaled + half) / ((wide)number.den * 2)), .places = places};
}

void decimal_print(struct decimal number, char *out)
{
    int64_t magnitude = number.units < 0 ? -number.units : number.units;
    const char *sign = number.units < 0 ? "-" : "";
    if (number.places == 0)
        snprintf(out, DECIMAL_TEXT_SIZE, "%s%" PRId64, sign, magnitude);
    else
        snprintf(out, DECIMAL_TEXT_SIZE, "%s%" PRId64 ".%0*" PRId64, sign, magnitude / powers[number.places],
                 number.places, magnitude % powers[number.places]);
}
