#include "test_support.h"

#include "base/thai.h"
#include "base/web.h"

static struct thai_defects normalise(struct arena *arena, const char *text, const char *expected)
{
    struct buf out = buf_init(arena);
    struct thai_defects defects = thai_normalise(&out, text, strlen(text));
    cr_assert_str_eq(out.data, expected, "\"%s\" became \"%s\"", text, out.data);
    cr_assert_eq(out.length, strlen(expected));
    return defects;
}

static const size_t none = (size_t)-1;

/* ---- classes ---------------------------------------------------------------------------------------------------- */

Test(thai, letters_are_what_words_are_made_of)
{
    cr_assert(thai_is_letter(0x0e01) && thai_is_letter(0x0e2e) && thai_is_letter(0x0e33) && thai_is_letter(0x0e4c));
    cr_assert(!thai_is_letter(0x0e2f) && !thai_is_letter(0x0e46) && !thai_is_letter(0x0e3f));
    cr_assert(!thai_is_letter(0x0e50) && !thai_is_letter(0x0e4f) && !thai_is_letter('a') && !thai_is_letter(0x0e00));
}

Test(thai, marks_and_vowels_have_their_classes)
{
    cr_assert(thai_is_mark(0x0e31) && thai_is_mark(0x0e34) && thai_is_mark(0x0e3a) && thai_is_mark(0x0e4e));
    cr_assert(!thai_is_mark(0x0e30) && !thai_is_mark(0x0e32) && !thai_is_mark(0x0e33) && !thai_is_mark(0x0e40));
    cr_assert(thai_is_leading(0x0e40) && thai_is_leading(0x0e44) && !thai_is_leading(0x0e45));
    cr_assert(thai_is_following(0x0e30) && thai_is_following(0x0e32) && thai_is_following(0x0e33) &&
              thai_is_following(0x0e45));
    cr_assert(thai_is_digit(0x0e50) && thai_is_digit(0x0e59) && !thai_is_digit('0') && !thai_is_digit(0x0e5a));
}

/* ---- clusters --------------------------------------------------------------------------------------------------- */

static size_t cluster(const char *text)
{
    return thai_cluster_end(text, strlen(text), 0);
}

Test(thai, a_cluster_is_a_letter_with_its_marks_and_sara_am)
{
    cr_assert_eq(cluster("ที่นี่"), strlen("ที่"));
    cr_assert_eq(cluster("น้ำใจ"), strlen("น้ำ"));
    cr_assert_eq(cluster("การ"), strlen("ก"));
    cr_assert_eq(cluster("เก"), strlen("เ"));
    cr_assert_eq(cluster("ab"), 1);
    cr_assert_eq(cluster("e\xcc\x81x"), 3);
    cr_assert_eq(cluster("ก"), strlen("ก"));
}

Test(thai, nothing_joins_a_control_character)
{
    cr_assert_eq(cluster("\nิ"), 1);
    cr_assert_eq(cluster("\xe2\x80\x8bิ"), 3);
    cr_assert_eq(cluster("\xe2\x80\xa8ิ"), 3);
    cr_assert_eq(cluster(" ิ"), 4);
}

Test(thai, quick_decoding_agrees_with_the_plain_one)
{
    const char *texts[] = {"a", "ก", "๛", "\xe0\xb8", "\xe0\xb8x", "\xe0\xba\x81", "\xff", "é", "😀", "\xe0\xb9\xbf"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t size, plain;
        uint32_t code = thai_decode(texts[i], strlen(texts[i]), &size);
        cr_assert_eq(code, utf8_decode(texts[i], strlen(texts[i]), &plain));
        cr_assert_eq(size, plain);
    }
}

/* ---- normal form ------------------------------------------------------------------------------------------------ */

Test(thai, good_text_stays_as_it_is)
{
    struct arena *arena = test_arena();
    const char *texts[] = {"",
                           "A วันที่ 9",
                           "น้ำ ค่ำ ซ้ำ ญี่ปุ่น",
                           "ศาสตร์ สิทธิ์ พันธุ์",
                           "กฤษฎีกา ฤๅษี",
                           "\xe2\x80\x8b\xe2\x81\xa0\xc2\xa0",
                           "“คุณธรรม” – ‘โปร่งใส’",
                           "เกี๊ยะ ปั๊ม"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct thai_defects d = normalise(arena, texts[i], texts[i]);
        cr_assert(d.split_sara_am == none && d.double_sara_e == none && d.presentation == none &&
                      d.mark_order == none && d.stray_mark == none,
                  "%s", texts[i]);
    }
    arena_free(arena);
}

Test(thai, a_split_sara_am_is_joined)
{
    struct arena *arena = test_arena();
    cr_assert_eq(normalise(arena, "ทํา", "ทำ").split_sara_am, 3);
    cr_assert_eq(normalise(arena, "นํ้า", "น้ำ").split_sara_am, 3);
    cr_assert_eq(normalise(arena, "ก น้ํา", "ก น้ำ").split_sara_am, 7);
    cr_assert_eq(normalise(arena, "กํ", "กํ").split_sara_am, none);
    arena_free(arena);
}

Test(thai, tones_go_behind_the_vowel_and_before_sara_am)
{
    struct arena *arena = test_arena();
    cr_assert_eq(normalise(arena, "ท่ี", "ที่").mark_order, 3);
    cr_assert_eq(normalise(arena, "ผู้", "ผู้").mark_order, 3);
    cr_assert_eq(normalise(arena, "พันธ์ุ", "พันธุ์").mark_order, 12);
    cr_assert_eq(normalise(arena, "นำ้", "น้ำ").mark_order, 3);
    arena_free(arena);
}

Test(thai, private_forms_of_old_fonts_are_mapped)
{
    struct arena *arena = test_arena();
    cr_assert_eq(normalise(arena, "ป\xef\x9c\x8f", "ปญ").presentation, 3);               /* U+F70F */
    cr_assert_eq(normalise(arena, "\xef\x9c\x80าน", "ฐาน").presentation, 0);             /* U+F700 */
    cr_assert_eq(normalise(arena, "ป\xef\x9c\x82\xef\x9c\x93", "ปี่").presentation, 3);    /* U+F702 U+F713 */
    cr_assert_eq(normalise(arena, "ป\xef\x9c\x91\xef\x9c\x94า", "ป้ำ").split_sara_am, 3); /* U+F711 U+F714 */
    cr_assert_eq(normalise(arena, "\xef\x9c\x9b", "\xef\x9c\x9b").presentation, none);   /* U+F71B */
    arena_free(arena);
}

Test(thai, slips_that_cannot_be_mended_are_reported)
{
    struct arena *arena = test_arena();
    cr_assert_eq(normalise(arena, "กเเก", "กเเก").double_sara_e, 3);
    cr_assert_eq(normalise(arena, "เก เก", "เก เก").double_sara_e, none);
    cr_assert_eq(normalise(arena, "a่", "a่").stray_mark, 1);
    cr_assert_eq(normalise(arena, "ก า่", "ก า่").stray_mark, 7);
    cr_assert_eq(normalise(arena, " ำ", " ำ").stray_mark, 1);
    arena_free(arena);
}

Test(thai, byte_order_marks_and_soft_hyphens_are_dropped)
{
    struct arena *arena = test_arena();
    normalise(arena, "\xef\xbb\xbfก\xc2\xadข", "กข");
    arena_free(arena);
}

Test(thai, any_number_of_marks_is_taken)
{
    struct arena *arena = test_arena();
    struct buf text = buf_init(arena), out = buf_init(arena);
    buf_puts(&text, "ก");
    for (int i = 0; i < 1000; i++)
        buf_puts(&text, "่");
    thai_normalise(&out, text.data, text.length);
    cr_assert_str_eq(out.data, text.data);
    arena_free(arena);
}

/* ---- digits ----------------------------------------------------------------------------------------------------- */

static void digits(struct arena *arena, const char *text, bool thai, const char *expected)
{
    struct buf out = buf_init(arena);
    thai_digits(&out, text, strlen(text), thai);
    cr_assert_str_eq(out.data, expected);
}

Test(thai, digits_become_thai_in_thai_text)
{
    struct arena *arena = test_arena();
    digits(arena, "พ.ศ. 2566", true, "พ.ศ. ๒๕๖๖");
    digits(arena, "1.1 ที่ 1/2563 ร้อยละ 95.00", true, "๑.๑ ที่ ๑/๒๕๖๓ ร้อยละ ๙๕.๐๐");
    digits(arena, "1.ITA ปี2566มี", true, "๑.ITA ปี๒๕๖๖มี");
    digits(arena, "ITA Online 96.58", true, "ITA Online ๙๖.๕๘");
    arena_free(arena);
}

Test(thai, codes_addresses_and_english_keep_theirs)
{
    struct arena *arena = test_arena();
    digits(arena, "ข้อ O24, e10 และ 9G", true, "ข้อ O24, e10 และ 9G");
    digits(arena, "COVID-19 ปี 2563", true, "COVID-19 ปี ๒๕๖๓");
    digits(arena, "https://a.go.th/2566/1 (5)", true, "https://a.go.th/2566/1 (๕)");
    digits(arena, "ita2566@nacc.go.th 1", true, "ita2566@nacc.go.th ๑");
    digits(arena, "ISO 9001:2015 Standard 2", true, "ISO 9001:2015 Standard ๒");
    digits(arena, "ครั้งที่ 3 (Phase 2 of 3 Phases) 4", true, "ครั้งที่ ๓ (Phase 2 of 3 Phases) ๔");
    arena_free(arena);
}

Test(thai, digits_become_arabic_again)
{
    struct arena *arena = test_arena();
    digits(arena, "พ.ศ. ๒๕๖๖ ข้อ O๒๔", false, "พ.ศ. 2566 ข้อ O24");
    digits(arena, "2566", false, "2566");
    arena_free(arena);
}

/* ---- labels ----------------------------------------------------------------------------------------------------- */

static void number(struct arena *arena, int64_t value, enum thai_number_style style, const char *expected)
{
    struct buf out = buf_init(arena);
    thai_number(&out, value, style);
    cr_assert_str_eq(out.data, expected);
}

Test(thai, numbers_are_written_in_four_styles)
{
    struct arena *arena = test_arena();
    number(arena, 12, THAI_NUMBER_ARABIC, "12");
    number(arena, 120, THAI_NUMBER_THAI, "๑๒๐");
    number(arena, 4, THAI_NUMBER_ROMAN, "iv");
    number(arena, 1994, THAI_NUMBER_ROMAN, "mcmxciv");
    number(arena, 4000, THAI_NUMBER_ROMAN, "4000");
    arena_free(arena);
}

Test(thai, letters_leave_out_the_two_that_are_not_written)
{
    struct arena *arena = test_arena();
    const char *first[] = {"ก", "ข", "ค", "ฆ", "ง"};
    for (int i = 0; i < 5; i++)
        number(arena, i + 1, THAI_NUMBER_LETTER, first[i]);
    number(arena, 32, THAI_NUMBER_LETTER, "ย");
    number(arena, 33, THAI_NUMBER_LETTER, "ร");
    number(arena, 34, THAI_NUMBER_LETTER, "ล");
    number(arena, 42, THAI_NUMBER_LETTER, "ฮ");
    number(arena, 43, THAI_NUMBER_LETTER, "กก");
    number(arena, 44, THAI_NUMBER_LETTER, "กข");
    arena_free(arena);
}

/* ---- addresses -------------------------------------------------------------------------------------------------- */

static void address(const char *text, enum web_kind kind, const char *expected)
{
    size_t end = 0;
    cr_assert_eq(web_address(text, strlen(text), 0, &end), kind, "%s", text);
    if (kind != WEB_NONE)
        cr_assert_eq(end, strlen(expected), "%s ends at %zu", text, end);
}

Test(web, addresses_end_before_what_closes_the_sentence)
{
    address("https://www.nacc.go.th/a?b=1&c=2).", WEB_URL, "https://www.nacc.go.th/a?b=1&c=2");
    address("https://th.wikipedia.org/wiki/A_(b)", WEB_URL, "https://th.wikipedia.org/wiki/A_(b)");
    address("WWW.obec.go.th, และ", WEB_URL, "WWW.obec.go.th");
    address("skn.go.th/ita/2566ได้", WEB_URL, "skn.go.th/ita/2566");
    address("a.b-c@mail.go.th.", WEB_MAIL, "a.b-c@mail.go.th");
}

Test(web, other_words_are_no_addresses)
{
    const char *texts[] = {"O24", "e.g. this", "No.5", "https://", "www.", "a@b", "@a.com", "v1.2", "a@@b.th"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        address(texts[i], WEB_NONE, "");
}

Test(web, the_middle_of_an_address_is_not_a_beginning)
{
    const char *text = "https://www.nacc.go.th";
    size_t end;
    for (size_t i = 1; i < strlen(text); i++)
        cr_assert_eq(web_address(text, strlen(text), i, &end), i == 8 ? WEB_URL : WEB_NONE, "%zu", i);
}
