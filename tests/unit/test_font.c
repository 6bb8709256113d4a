#include "test_text_support.h"

#include "text/font_open.h"

/* A font that the test makes of Laksaman: `edit` changes the bytes of its table `tag` or, for no tag, of the file. */
struct forged {
    struct arena *arena;
    unsigned char *data;
    size_t size;
};

static struct forged forge(struct arena *arena)
{
    struct forged font = {.arena = arena};
    font.data = (unsigned char *)test_file(arena, "/usr/share/fonts/truetype/tlwg/Laksaman.ttf", &font.size);
    return font;
}

/* The place of a table. */
static unsigned char *table(struct forged *font, const char *tag)
{
    size_t count = (size_t)font->data[4] << 8 | font->data[5];
    for (size_t i = 0; i < count; i++) {
        const unsigned char *entry = font->data + 12 + 16 * i;
        if (memcmp(entry, tag, 4) == 0)
            return font->data + ((size_t)entry[8] << 24 | (size_t)entry[9] << 16 | (size_t)entry[10] << 8 | entry[11]);
    }
    cr_assert_fail("no table %s", tag);
    return NULL;
}

static bool load_forged(void *user, const char *path, const unsigned char **data, size_t *size)
{
    struct forged *font = user;
    *data = font->data;
    *size = font->size;
    return strcmp(path, "Forged.ttf") == 0;
}

/* Opens the forged font by name; the findings go to `said`. */
static const struct font *open_forged(struct forged *font, const char **said)
{
    static const char manifest[] = "{\"patterns\": {\"regular\": [\"{family}.ttf\"]}}";
    struct diags diags = diags_init(font->arena);
    struct font_files files = {.load = load_forged, .user = font};
    struct font_set *set = font_set_new(font->arena, test_json(font->arena, manifest), files);
    const struct font *found = font_lookup(set, "Forged", false, false, &diags);
    *said = test_findings(&diags);
    return found;
}

/* ---- the default family ----------------------------------------------------------------------------------------- */

Test(font, the_default_family_has_four_faces)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct font_set *set = test_fonts(arena, NULL);
    const char *names[] = {"Laksaman", "Laksaman-Bold", "Laksaman-Italic", "Laksaman-BoldItalic"};
    cr_assert_str_eq(font_default_family(set), "Laksaman");
    for (size_t i = 0; i < 4; i++) {
        const struct font *font = font_lookup(set, "Laksaman", i & 1, i >> 1, &diags);
        cr_assert_not_null(font, "%s", test_findings(&diags));
        cr_assert_str_eq(font->name, names[i]);
        cr_assert_eq(font->index, i);
        cr_assert(font->bold == (i & 1) && font->italic == (i >> 1));
        cr_assert_eq(font->italic_angle, i >> 1 ? -12 : 0);
        cr_assert_eq(font->weight, i & 1 ? 700 : 400);
        cr_assert_gt(font->scale, 0);
    }
    cr_assert_eq(diags.list.count, 0);
    arena_free(arena);
}

Test(font, metrics_are_those_of_the_file)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const struct font *font = font_lookup(test_fonts(arena, NULL), "Laksaman", false, false, &diags);
    cr_assert_eq(font->units_per_em, 1000);
    cr_assert(font->ascent == 1279 && font->descent == -376);
    cr_assert(font->cap_height == 716 && font->x_height == 511);
    cr_assert(font->bbox[0] == -643 && font->bbox[1] == -633 && font->bbox[2] == 1424 && font->bbox[3] == 1254);
    arena_free(arena);
}

Test(font, a_face_is_opened_once)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct font_set *set = test_fonts(arena, NULL);
    const struct font *font = font_lookup(set, "Laksaman", false, false, &diags);
    cr_assert_eq(font_lookup(set, "Laksaman", false, false, &diags), font);
    arena_free(arena);
}

Test(font, characters_and_ink_are_known)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const struct font *font = font_lookup(test_fonts(arena, NULL), "Laksaman", false, false, &diags);
    int above = 0, below = 0;
    cr_assert(font_has(font, 'a') && font_has(font, 0x0e01) && font_has(font, 0x0e33) && font_has(font, 0x2013));
    cr_assert(font_has(font, 0x2003), "an em space is made of the common one");
    cr_assert(!font_has(font, 0x2713) && !font_has(font, 0x200b) && !font_has(font, 0x4e00));
    cr_assert(font_glyph_ink(font, 243, &above, &below)); /* KO KAI */
    cr_assert(above == 602 && below == 0);
    cr_assert(!font_glyph_ink(font, 3, &above, &below), "a space has no ink");
    cr_assert(!font_glyph_ink(font, 70000, &above, &below));
    arena_free(arena);
}

/* ---- other families --------------------------------------------------------------------------------------------- */

Test(font, families_outside_the_manifest_are_found_by_patterns)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    static const char manifest[] =
        "{\"folders\": [\"/nowhere\", \"/usr/share/fonts/truetype/tlwg\"],"
        "\"patterns\": {\"regular\": [\"{family}.ttf\"], \"bold\": [\"{dashed}.ttf\", \"{joined}.ttf\"]}}";
    struct font_set *set = test_fonts(arena, manifest);
    const struct font *regular = font_lookup(set, "Laksaman", false, false, &diags);
    const struct font *bold = font_lookup(set, "Laksaman Bold", true, false, &diags);
    cr_assert_str_eq(regular->file, "/usr/share/fonts/truetype/tlwg/Laksaman.ttf");
    cr_assert_str_eq(bold->file, "/usr/share/fonts/truetype/tlwg/Laksaman-Bold.ttf");
    cr_assert_str_eq(font_default_family(set), "");
    arena_free(arena);
}

Test(font, a_missing_style_gives_the_nearest_and_a_warning)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    static const char manifest[] =
        "{\"folders\": [\"/usr/share/fonts/truetype/tlwg\"], \"families\": {\"X\": "
        "{\"scale\": 1.25, \"regular\": \"Laksaman.ttf\", \"italic\": \"Laksaman-Italic.ttf\"}}}";
    struct font_set *set = test_fonts(arena, manifest);
    const struct font *font = font_lookup(set, "X", true, true, &diags);
    cr_assert_str_eq(font->name, "Laksaman-Italic");
    cr_assert_eq(font->scale, 1.25);
    cr_assert_eq(font_lookup(set, "X", true, true, &diags), font);
    cr_assert_str_eq(test_findings(&diags),
                     "warning: the font \"X\" has no bold italic face; its italic face is used\n");
    cr_assert_eq(font_lookup(set, "X", false, true, &diags), font);
    arena_free(arena);
}

Test(font, a_missing_family_is_said_once_to_each_document)
{
    struct arena *arena = test_arena();
    static const char manifest[] = "{\"families\": {\"TH X\": {\"regular\": \"THX.ttf\"}}, "
                                   "\"patterns\": {\"regular\": [\"{family}.ttf\", \"{joined}-Regular.ttf\"]}}";
    struct font_set *set = test_fonts(arena, manifest);
    for (int document = 0; document < 2; document++) {
        struct diags diags = diags_init(arena);
        cr_assert_null(font_lookup(set, "TH X", false, false, &diags));
        cr_assert_null(font_lookup(set, "TH X", false, false, &diags));
        cr_assert_str_eq(test_findings(&diags),
                         "the font \"TH X\" was not found; expected one of the files THX.ttf, TH X.ttf, "
                         "THX-Regular.ttf (put the family's TrueType files into fonts/ or name them in "
                         "fonts/fonts.json)\n");
    }
    arena_free(arena);
}

Test(font, names_that_lead_elsewhere_are_refused)
{
    struct arena *arena = test_arena();
    struct font_set *set = test_fonts(arena, NULL);
    const char *names[] = {"../tlwg/Laksaman", "/usr/share/fonts/truetype/tlwg/Laksaman", "..", "a\\b", "", "a\nb"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct diags diags = diags_init(arena);
        cr_assert_null(font_lookup(set, names[i], false, false, &diags));
        cr_assert_eq(diags.errors, 1);
        cr_assert_not_null(strstr(test_findings(&diags), "is no name of a font family"));
    }
    arena_free(arena);
}

Test(font, many_made_up_names_do_no_harm)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct font_set *set = test_fonts(arena, "{}");
    for (int i = 0; i < 1000; i++)
        cr_assert_null(font_lookup(set, arena_printf(arena, "X%d", i), false, false, &diags));
    arena_free(arena);
}

Test(font, fallback_families_are_taken_in_order_and_may_be_missing)
{
    struct arena *arena = test_arena();
    static const char manifest[] =
        "{\"folders\": [\"/usr/share/fonts/truetype/tlwg\"], \"fallback\": [\"Not there\", \"L\"],"
        "\"families\": {\"L\": {\"regular\": \"Laksaman.ttf\", \"bold\": \"Laksaman-Bold.ttf\"}}}";
    struct font_set *set = test_fonts(arena, manifest);
    cr_assert_str_eq(font_fallback(set, 0x0e01, false, false)->name, "Laksaman");
    cr_assert_str_eq(font_fallback(set, 0x0e01, true, false)->name, "Laksaman-Bold");
    cr_assert_null(font_fallback(set, 0x4e00, false, false));
    arena_free(arena);
}

/* ---- files that cannot be used ---------------------------------------------------------------------------------- */

Test(font, files_of_other_kinds_are_refused_by_name)
{
    struct arena *arena = test_arena();
    const struct {
        const char *tag, *says;
    } kinds[] = {{"OTTO", "CFF outlines"},
                 {"ttcf", "collection"},
                 {"wOFF", "web font"},
                 {"wOF2", "web font"},
                 {"%PDF", "no TrueType font"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct forged font = forge(arena);
        const char *said;
        memcpy(font.data, kinds[i].tag, 4);
        cr_assert_null(open_forged(&font, &said));
        cr_assert_not_null(strstr(said, kinds[i].says), "%s", said);
        cr_assert_not_null(strstr(said, "\"Forged.ttf\""));
    }
    arena_free(arena);
}

Test(font, damaged_files_are_refused)
{
    struct arena *arena = test_arena();
    const size_t sizes[] = {0, 11, 12, 100, 1000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct forged font = forge(arena);
        const char *said;
        font.size = sizes[i];
        cr_assert_null(open_forged(&font, &said), "%zu bytes", sizes[i]);
        cr_assert_not_null(strstr(said, "\"Forged.ttf\" is "), "%s", said);
    }
    arena_free(arena);
}

Test(font, licence_bits_are_respected)
{
    enum { FS_TYPE = 8 };
    struct arena *arena = test_arena();
    const struct {
        unsigned char high, low;
        const char *says; /* NULL: may be used */
    } bits[] = {{0, 0, NULL},
                {0, 4, NULL},
                {0, 8, NULL},
                {0, 2, "may not be embedded (its licence bits say so)"},
                {1, 0, "may not be embedded in part"},
                {2, 0, "may not be embedded in part"}};
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
        struct forged font = forge(arena);
        const char *said;
        table(&font, "OS/2")[FS_TYPE] = bits[i].high;
        table(&font, "OS/2")[FS_TYPE + 1] = bits[i].low;
        cr_assert_eq(open_forged(&font, &said) != NULL, bits[i].says == NULL, "%s", said);
        cr_assert(!bits[i].says || strstr(said, bits[i].says), "%s", said);
    }
    arena_free(arena);
}
