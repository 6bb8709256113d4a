/*
 * Breaks are written into the text: "|" between words, ":" at a price, "^" at the worst, "_" for a space with a break
 * behind it, "~" for a space that stays together (or parts only at the worst), "-:" and "_:" as they come.
 */
#include "test_text_support.h"

#include "base/thai.h"
#include "base/utf8.h"

/* `text` with its breaks written in; those at the worst only when `worst`.  `other`: a stretch that is not Thai. */
static char *show_other(struct arena *arena, struct thai_breaker *breaker, const char *text, bool worst,
                        struct break_stretch other)
{
    size_t length = strlen(text);
    uint8_t *breaks = arena_alloc(arena, length + 1);
    struct buf out = buf_init(arena);
    thai_breaks(breaker, arena, text, length, &other, other.to > other.from, breaks);
    cr_assert_eq(breaks[length], TEXT_BREAK_LINE);
    for (size_t i = 0; i < length; i++) {
        enum text_break class = (enum text_break)breaks[i];
        if (class == TEXT_BREAK_WORD || class == TEXT_BREAK_SOFT || (worst && class == TEXT_BREAK_FORCED))
            buf_putc(&out, class == TEXT_BREAK_WORD ? '|' : class == TEXT_BREAK_SOFT ? ':' : '^');
        if (text[i] == ' ')
            buf_putc(&out, breaks[i + 1] == TEXT_BREAK_SPACE || text[i + 1] == ' ' ? '_' : '~');
        else
            buf_putc(&out, text[i]);
    }
    return out.data;
}

static char *show(struct arena *arena, struct thai_breaker *breaker, const char *text, bool worst)
{
    return show_other(arena, breaker, text, worst, (struct break_stretch){0});
}

struct fixture {
    struct arena *arena;
    struct thai_breaker *breaker;
};

static struct fixture setup(const char *words)
{
    struct fixture fixture = {.arena = test_arena()};
    fixture.breaker = test_breaker(fixture.arena, words);
    return fixture;
}

struct example {
    const char *text, *expected;
};

static void check(const struct example *examples, size_t count, bool worst)
{
    struct fixture f = setup(NULL);
    for (size_t i = 0; i < count; i++) {
        char *found = show(f.arena, f.breaker, examples[i].text, worst);
        cr_expect_str_eq(found, examples[i].expected, "%s\n  instead of\n  %s", found, examples[i].expected);
    }
    arena_free(f.arena);
}

#define CHECK(...)                                                                                                     \
    do {                                                                                                               \
        const struct example examples[] = {__VA_ARGS__};                                                               \
        check(examples, sizeof examples / sizeof *examples, false);                                                    \
    } while (0)

/* ---- words ------------------------------------------------------------------------------------------------------ */

Test(break, words_part_where_both_engines_agree)
{
    CHECK({"ครูและนักเรียนร่วมกันปลูกต้นไม้", "ครู|และ|นักเรียน|ร่วมกัน|ปลูก|ต้นไม้"},
          {"หน่วยงานประกาศผลการดำเนินงาน", "หน่วยงาน|ประกาศ|ผล|การดำเนินงาน"}, {"กา", "กา"}, {"ก", "ก"}, {"", ""});
}

Test(break, mixed_text_does_not_disturb_the_engines)
{
    CHECK({"ผลของ ITA ปี 2566 ดีขึ้นมาก", "ผล|ของ_ITA_ปี~2566_ดีขึ้น|มาก"}, {"ระบบITAใหม่", "ระบบ:ITA:ใหม่"},
          {"เอกสาร(ฉบับร่าง)ใหม่", "เอกสาร|(ฉบับ|ร่าง)|ใหม่"}, {"งาน๑๒ข้อ", "งาน๑๒ข้อ"});
}

Test(break, listed_words_stay_whole)
{
    CHECK({"การเปิดเผยข้อมูลสาธารณะของสำนักงานเขตพื้นที่การศึกษา", "การเปิดเผยข้อมูล|สาธารณะ|ของ|สำนักงาน|เขตพื้นที่|การศึกษา"},
          {"ผู้มีส่วนได้ส่วนเสียภายนอก", "ผู้มีส่วนได้ส่วนเสีย|ภายนอก"},
          {"ในอำเภอลาดหลุมแก้ว จังหวัดสตูล", "ใน|อำเภอ:ลาดหลุมแก้ว_จังหวัด:สตูล"});
}

Test(break, a_listed_word_ends_before_a_word_that_surely_begins)
{
    CHECK({"การดำเนินงานการเผยแพร่", "การดำเนินงาน|การ:เผยแพร่"}, {"เพิ่มช่องทางการรับฟัง", "เพิ่ม|ช่องทาง|การ:รับฟัง"},
          {"ความรู้ความเข้าใจ", "ความรู้|ความเข้าใจ"});
}

Test(break, leaders_part_from_the_next_word_at_a_price)
{
    CHECK({"ให้ผู้เดินชมสวนและคนดูแล", "ให้|ผู้:เดิน|ชม|สวน|และ|คน|ดูแล"}, {"ผู้บริหารและผู้เรียน", "ผู้บริหาร|และ|ผู้เรียน"},
          {"ในการใช้", "ใน|การ:ใช้"}, {"และการตรวจรับพัสดุ", "และ|การ:ตรวจรับ|พัสดุ"});
    CHECK({"ก่อความวุ่นวาย", "ก่อ|ความ:วุ่นวาย"}, {"ดำเนินการจัดทำ", "ดำเนินการ|จัดทำ"}, {"โดยไม่เลือกปฏิบัติ", "โดย|ไม่:เลือกปฏิบัติ"},
          {"หรือไม่และ", "หรือไม่|และ"});
}

Test(break, a_lone_consonant_is_no_word)
{
    struct fixture f = setup("{}");
    char *found = show(f.arena, f.breaker, "สพฐกำหนด", false);
    cr_assert_null(strstr(found, "|ฐ|"), "%s", found);
    arena_free(f.arena);
}

Test(break, what_is_remembered_is_the_same_again)
{
    struct fixture f = setup(NULL);
    const char *texts[] = {"ครูและนักเรียนร่วมกันปลูกต้นไม้", "ครูและ\xe2\x81\xa0นักเรียนร่วมกันปลูกต้นไม้", "สพฐกำหนดแล้ว"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *first = show(f.arena, f.breaker, texts[i], true);
        cr_expect_str_eq(show(f.arena, f.breaker, texts[i], true), first);
        cr_expect_str_eq(show(f.arena, f.breaker, arena_printf(f.arena, "(%s)", texts[i]), true),
                         arena_printf(f.arena, "(%s)", first));
    }
    arena_free(f.arena);
}

Test(break, words_of_a_document_count_until_they_are_reset)
{
    struct fixture f = setup(NULL);
    static const char text[] = "ที่บ้านหินขาวใหม่และ";
    char *before = show(f.arena, f.breaker, text, false);
    cr_assert_null(strstr(before, "บ้านหินขาวใหม่"));
    thai_breaker_add_word(f.breaker, "บ้านหินขาวใหม่");
    cr_assert_str_eq(show(f.arena, f.breaker, text, false), "ที่|บ้านหินขาวใหม่|และ");
    thai_breaker_reset_words(f.breaker);
    cr_assert_str_eq(show(f.arena, f.breaker, text, false), before);
    arena_free(f.arena);
}

/* ---- names ------------------------------------------------------------------------------------------------------ */

Test(break, names_behind_titles_stay_whole)
{
    CHECK({"โดยนายขจรฤทัย ทองคำดีมาก", "โดย|นายขจรฤทัย~:ทองคำดีมาก"},
          {"นางสาวมะลิวัลย์ พวงทองแท้ ตำแหน่งครู", "นางสาวมะลิวัลย์~:พวงทองแท้_ตำแหน่ง|ครู"},
          {"ดร. แก้วตาใจ ดีงาม", "ดร.~แก้วตาใจ~:ดีงาม"}, {"น.ส.ฟ้าใส ใจงาม", "น.ส.ฟ้าใส~:ใจงาม"});
}

Test(break, words_that_begin_like_a_title_are_no_names)
{
    CHECK({"นายจ้างและลูกจ้างทราบ", "นายจ้าง|และ|ลูกจ้าง|ทราบ"}, {"นายกรัฐมนตรีกล่าวเปิด", "นายกรัฐมนตรี|กล่าว|เปิด"},
          {"ให้เจ้านายรับทราบ", "ให้|เจ้านาย|รับทราบ"});
}

/* ---- line edges ------------------------------------------------------------------------------------------------- */

Test(break, no_line_begins_with_closing_signs_or_repetition)
{
    CHECK({"เด็ก ๆ มา", "เด็ก~ๆ_มา"}, {"ต่างๆมี", "ต่างๆ|มี"}, {"ร้อยละ 5 % ครับ", "ร้อยละ~5~%_ครับ"},
          {"ใช่ไหม ? ใช่", "ใช่|ไหม~?_ใช่"}, {"กล่าวว่า “ดี” แล้ว", "กล่าว|ว่า_“ดี”_แล้ว"}, {"( ก )", "(~ก~)"},
          {"กล้วย ส้ม ฯลฯ และ", "กล้วย_ส้ม~ฯลฯ_และ"}, {"กรุงเทพฯมี", "กรุงเทพฯ|มี"}, {"ฯพณฯ มา", "ฯพณฯ_มา"});
}

Test(break, at_the_worst_clusters_part_but_edges_hold)
{
    const struct example examples[] = {
        {"เกาะ", "เกาะ"}, {"เกณฑ์", "เก^ณฑ์"}, {"น้ำ", "น้ำ"},         {"กตัญญู", "ก^ตั^ญ^ญู"},
        {"abc", "a^b^c"}, {"(๑)", "(๑)"},    {"O24", "O24"},       {"1,234.50", "1,234.50"},
        {"a-b", "a^-b"},  {"ไป", "ไป"},      {"ศาสตร์", "ศา^ส^ตร์"}, {"๑๒/๒๕๖๖", "๑๒^/๒๕๖๖"},
    };
    check(examples, sizeof examples / sizeof *examples, true);
}

Test(break, straight_quotes_open_and_close_by_turns)
{
    CHECK({"ว่า \"ดี\" และ \"งาม\"", "ว่า_\"ดี\"_และ_\"งาม\""}, {"ว่า\"ดี\"หรือ", "ว่า|\"ดี\"|หรือ"}, {"it's 'so'", "it's_'so'"});
}

Test(break, no_line_ends_with_a_hyphen)
{
    CHECK({"Real-time system", "Real-time_system"}, {"- ข้อแรก", "-~ข้อ|แรก"}, {"ก - ข", "ก_-~ข"}, {"- ๒ -", "-~๒~-"},
          {"ก – ข", "ก_–~:ข"}, {"พ.ศ. 2558 – 2566", "พ.ศ.~2558~–~2566"}, {"08.30 - 16.30 น.", "08.30~-~16.30~น."});
}

/* ---- keeping together ------------------------------------------------------------------------------------------- */

Test(break, numbers_stay_with_what_they_count)
{
    CHECK({"ประจำปี พ.ศ. 2566 แล้ว", "ประจำปี_พ.ศ.~2566_แล้ว"}, {"จำนวน 25 คน มา", "จำนวน_25~คน_มา"},
          {"ร้อยละ 95.00 ของ", "ร้อยละ~95.00_ของ"}, {"เวลา 09.00 น. ณ ห้องประชุม", "เวลา~09.00~น._ณ~ห้องประชุม"},
          {"สมุทรสาคร เขต 1 และ", "สมุทรสาคร_เขต~1_และ"}, {"คำสั่งที่ ๑/๒๕๖๓ ลง", "คำสั่งที่~๑/๒๕๖๓_ลง"},
          {"ตัวชี้วัดที่ 9 การ", "ตัวชี้วัดที่~9_การ"}, {"ข้อ O24 มี", "ข้อ~O24_มี"}, {"ครั้งที่ 12 มี", "ครั้งที่~12_มี"},
          {"ทุกคน 25 แห่งนี้", "ทุก|คน_25~แห่ง|นี้"}, {"ที่ 2 ปีงบประมาณ พ.ศ. 2566", "ที่~2_ปีงบประมาณ_พ.ศ.~2566"});
}

Test(break, days_stay_with_months)
{
    CHECK({"วันที่ 5 กรกฎาคม 2566 ได้", "วันที่~5~กรกฎาคม~:2566_ได้"}, {"30 ก.ย. 66 มี", "30~ก.ย.~:66_มี"},
          {"๕ กรกฎาคม พ.ศ. ๒๕๖๖", "๕~กรกฎาคม_พ.ศ.~๒๕๖๖"});
}

Test(break, labels_part_from_their_words_at_a_price)
{
    CHECK({"ได้แก่ 1) การใช้ 2) การมี", "ได้แก่_1)~:การ:ใช้_2)~:การ:มี"}, {"(๑) ข้อความ", "(๑)~:ข้อความ"},
          {"1. ข้อความ", "1.~:ข้อความ"}, {"(ก) ข้อความ", "(ก)~:ข้อความ"}, {"(ITA) 100 คะแนน", "(ITA)_100~คะแนน"});
}

Test(break, abbreviations_are_whole)
{
    CHECK({"สำนักงาน ป.ป.ช. ได้", "สำนักงาน_ป.ป.ช._ได้"}, {"ของสพป.สมุทรสาคร", "ของ|สพป.:สมุทรสาคร"},
          {"พ.ศ.2566 มี", "พ.ศ.2566_มี"}, {"คือ พ.ร.บ. ใหม่", "คือ_พ.ร.บ._ใหม่"}, {"ตามพ.ศ. นั้น", "ตาม|พ.ศ._นั้น"},
          {"(คสป.) และ", "(คสป.)_และ"}, {"รศ.ดร.เอกชัย ใจงาม", "รศ.ดร.เอกชัย~:ใจงาม"},
          {"ดำเนินการแล้ว. ต่อ", "ดำเนินการ|แล้ว._ต่อ"});
}

/* ---- addresses -------------------------------------------------------------------------------------------------- */

Test(break, addresses_break_behind_slashes_only)
{
    CHECK({"ที่ https://a.go.th/b-c/d?e=1&f=2 ได้", "ที่_https://a.go.th/:b-c/:d?:e=1&:f=2_ได้"},
          {"https://www.example.go.th/long-folder/another/file.pdf",
           "https://www.example.go.th/|long-folder/|another/|file.pdf"},
          {"ส่ง a.b-c@mail.go.th นะ", "ส่ง_a.:b-c:@mail.:go.:th_นะ"});
}

/* ---- marks of the author ---------------------------------------------------------------------------------------- */

Test(break, the_author_has_the_last_word)
{
    CHECK({"ตาก\xe2\x80\x8bลม", "ตาก\xe2\x80\x8b|ลม"}, {"การ\xe2\x81\xa0ศึกษา", "การ\xe2\x81\xa0ศึกษา"},
          {"ก\xc2\xa0ข", "ก\xc2\xa0ข"},
          {"พ.ศ. \xe2\x80\x8b"
           "2566",
           "พ.ศ.~\xe2\x80\x8b|2566"});
}

Test(break, a_line_end_is_a_break_that_must_be)
{
    struct fixture f = setup(NULL);
    uint8_t breaks[16];
    thai_breaks(f.breaker, f.arena, "a b\n\nc", 6, NULL, 0, breaks);
    const uint8_t expected[] = {TEXT_BREAK_NONE, TEXT_BREAK_NONE, TEXT_BREAK_SPACE, TEXT_BREAK_NONE,
                                TEXT_BREAK_LINE, TEXT_BREAK_LINE, TEXT_BREAK_LINE};
    cr_assert_arr_eq(breaks, expected, sizeof expected);
    thai_breaks(f.breaker, f.arena, "", 0, NULL, 0, breaks);
    cr_assert_eq(breaks[0], TEXT_BREAK_LINE);
    arena_free(f.arena);
}

Test(break, other_scripts_break_as_icu_says)
{
    CHECK({"東京、日本", "東|京、|日|本"}, {"ก東京ข", "ก|東|京|ข"}, {"Привет мир", "Привет_мир"});
}

/* ---- bad days --------------------------------------------------------------------------------------------------- */

Test(break, a_missing_dictionary_is_an_error)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    cr_assert_null(thai_breaker_new(arena, NULL, "/nowhere/thbrk.tri", &diags));
    cr_assert_str_eq(test_findings(&diags), "the dictionary of Thai words cannot be read: /nowhere/thbrk.tri "
                                            "(install Debian's package libthai-data)\n");
    arena_free(arena);
}

/* Breaks stand between clusters, and every line can be ended within a stretch. */
static void check_invariants(const char *text, size_t length, const uint8_t *breaks)
{
    size_t clusters = 0;
    cr_assert_eq(breaks[length], TEXT_BREAK_LINE);
    for (size_t at = 0; at < length; at = thai_cluster_end(text, length, at)) {
        for (size_t i = at + 1; i < thai_cluster_end(text, length, at) && i < length; i++)
            cr_assert_eq(breaks[i], TEXT_BREAK_NONE, "break inside a cluster at %zu", i);
        clusters = breaks[at] == TEXT_BREAK_NONE && text[at] != ' ' ? clusters + 1 : 0;
        cr_assert_leq(clusters, 22, "no break for long at %zu", at);
    }
}

/* Pieces of text that mean something to the breaker, each with a "|" behind it. */
static const char pieces[] = "ก|า|เ|แ|ิ|่|ำ|์|ๆ|ฯ| |-|–|(|)|\"|'|.|,|/|a|Z|1|๒|%|\n|\t|\xe2\x80\x8b|"
                             "\xe2\x81\xa0|\xe2\x80\xa8|\xc2\xa0|นาย|การ|พ.ศ.|คน|มกราคม|ที่|ณ|https://a.th/|"
                             "a@b.go.th|ลฯ|東|😀|é|ป.|สพป|น้ำ|๏|…|=|<|";

static void add_piece(struct buf *text, uint32_t random)
{
    size_t count = 0;
    for (const char *c = pieces; *c; c++)
        count += *c == '|';
    const char *piece = pieces;
    for (size_t skip = random % count; skip > 0; skip--)
        piece = strchr(piece, '|') + 1;
    buf_add(text, piece, strcspn(piece, "|"));
}

Test(break, any_text_keeps_the_promises)
{
    struct fixture f = setup(NULL);
    uint32_t random = 1;
    for (int round = 0; round < 3000; round++) {
        struct buf text = buf_init(f.arena);
        for (int i = 0; i < 40; i++) {
            random = random * 1664525u + 1013904223u;
            add_piece(&text, random >> 8);
        }
        uint8_t *breaks = arena_alloc(f.arena, text.length + 1);
        thai_breaks(f.breaker, f.arena, text.data, text.length, NULL, 0, breaks);
        check_invariants(text.data, text.length, breaks);
    }
    arena_free(f.arena);
}

Test(break, very_long_words_take_little_time, .timeout = 20)
{
    static const char *const units[] = {"ก", "a",   "1",  "-",  ".", "ๆ", "า",
                                        "เ", "การ", "a.", "1,", " ", "(", "\xe2\x81\xa0"};
    struct fixture f = setup(NULL);
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct buf text = buf_init(f.arena);
        for (int i = 0; i < 100000; i++)
            buf_puts(&text, units[u]);
        uint8_t *breaks = arena_alloc(f.arena, text.length + 1);
        thai_breaks(f.breaker, f.arena, text.data, text.length, NULL, 0, breaks);
        cr_assert_eq(breaks[text.length], TEXT_BREAK_LINE);
        if (*units[u] != ' ' && strcmp(units[u], "\xe2\x81\xa0") != 0)
            check_invariants(text.data, text.length, breaks);
    }
    arena_free(f.arena);
}

/* ---- other languages -------------------------------------------------------------------------------------------- */

static void check_english(const char *text, const char *expected)
{
    struct fixture f = setup("{\"units\": [\"people\"], \"words\": [\"No Gift\"]}");
    struct break_stretch all = {0, strlen(text)};
    cr_expect_str_eq(show_other(f.arena, f.breaker, text, false, all), expected);
    arena_free(f.arena);
}

Test(breaks, english_ends_lines_at_spaces_and_behind_hyphens)
{
    check_english("a well-known fact", "a_well-|known_fact");
    check_english("25 people, No Gift (1 October)", "25_people,_No_Gift_(1_October)");
    check_english("trust – not law", "trust_–_not_law");
    check_english("either/or", "either/|or");
    check_english("see https://example.org/a?b", "see_https://example.org/:a?:b");
    check_english("the word ประกาศ here", "the_word_ประกาศ_here");
}

Test(breaks, english_beside_thai_leaves_thai_alone)
{
    struct fixture f = setup(NULL);
    const char *text = "ปี พ.ศ. 2566 a re-use";
    struct break_stretch other = {strlen(text) - 8, strlen(text)};
    cr_expect_str_eq(show_other(f.arena, f.breaker, text, false, other), "ปี_พ.ศ.~2566_a_re-|use");
    cr_expect_str_eq(show(f.arena, f.breaker, text, false), "ปี_พ.ศ.~2566_a_re-use");
    arena_free(f.arena);
}
