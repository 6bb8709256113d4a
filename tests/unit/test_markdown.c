/* Markup: blocks and what is within them, and that values are never markup. */
#include "test_template_support.h"

TestSuite(markdown, .init = test_template_setup, .fini = test_template_teardown);

#define BLOCKS(words, facts, expected) cr_assert_str_eq(test_blocks(words, facts), expected)
#define RUNS(words, facts, expected) cr_assert_str_eq(test_blocks(words, facts), "paragraph style=body\n" expected)
#define SAYS(words, facts, expected) cr_assert_str_eq(test_blocks(words, facts), expected)

/* ---- within a paragraph ---- */

Test(markdown, emphasis)
{
    RUNS("a **b** c", "{}", "  \"a \"\n  \"b\" bold\n  \" c\"\n");
    RUNS("*a* b", "{}", "  \"a\" italic\n  \" b\"\n");
    RUNS("***a***", "{}", "  \"a\" bold italic\n");
    RUNS("**a *b* c**", "{}", "  \"a \" bold\n  \"b\" bold italic\n  \" c\" bold\n");
    RUNS("*a **b***", "{}", "  \"a \" italic\n  \"b\" bold italic\n");
    RUNS("**a *b***", "{}", "  \"a \" bold\n  \"b\" bold italic\n");
}

Test(markdown, emphasis_beside_thai_letters_and_brackets)
{
    RUNS("ระดับ **AA (Excellence)**โดย", "{}", "  \"ระดับ \"\n  \"AA (Excellence)\" bold\n  \"โดย\"\n");
    RUNS("ได้**คะแนน**สูง", "{}", "  \"ได้\"\n  \"คะแนน\" bold\n  \"สูง\"\n");
    RUNS("(**“ดี”**)", "{}", "  \"(\"\n  \"“ดี”\" bold\n  \")\"\n");
}

Test(markdown, stars_that_are_stars)
{
    RUNS("2 * 3 ** 4", "{}", "  \"2 * 3 ** 4\"\n");
    RUNS("note*", "{}", "  \"note*\"\n");
    RUNS("\\*a\\*", "{}", "  \"*a*\"\n");
    RUNS("****", "{}", "  \"****\"\n");
}

Test(markdown, an_empty_value_undoes_no_stars)
{
    RUNS("a**{{x}}**b", "{\"x\": \"\"}", "  \"ab\"\n");
    RUNS("a**{{x}}**b", "{\"x\": \" \"}", "  \"a\"\n  \" \" bold /x\n  \"b\"\n");
}

Test(markdown, values_are_never_markup)
{
    RUNS("{{x}}", "{\"x\": \"**a** [b](c) # \\\\* <https://x.th>\"}", "  \"**a** [b](c) # \\\\* <https://x.th>\" /x\n");
    RUNS("{{x}}", "{\"x\": \"# no heading\"}", "  \"# no heading\" /x\n");
    RUNS("{{x}}", "{\"x\": \"- no item\"}", "  \"- no item\" /x\n");
    RUNS("*{{x}}*", "{\"x\": \"a*b\"}", "  \"a*b\" italic /x\n");
}

Test(markdown, a_line_end_in_a_value_is_one_on_the_page)
{
    RUNS("{{x}}", "{\"x\": \"a\\n\\n- b\"}", "  \"a\\n\\n- b\" /x\n");
}

Test(markdown, rich_values_are_read_by_themselves)
{
    RUNS("a {{rich}} b", "{\"rich\": \"**x** [y](https://z.th)\\n# w\"}",
         "  \"a \"\n  \"x\" bold /rich\n  \" \" /rich\n  \"y\" link=\"https://z.th\" /rich\n  \"\\n# w\" /rich\n"
         "  \" b\"\n");
    RUNS("**a {{rich}}** b", "{\"rich\": \"x *y*\"}",
         "  \"a \" bold\n  \"x \" bold /rich\n  \"y\" bold italic /rich\n  \" b\"\n");
    BLOCKS("{{rich}}", "{\"rich\": \"- x\"}", "paragraph style=body\n  \"- x\" /rich\n");
}

Test(markdown, mistakes_in_rich_values_are_theirs)
{
    SAYS("*a {{rich}}*", "{\"rich\": \"x* **y\"}",
         "test.json:1:10 /rich: \"**\" is never closed (write \\* for a star that is printed)\n");
    SAYS("{{rich}}", "{\"rich\": \"[x](#y)\"}", "test.json:1:10 /rich: there is no heading, figure or table \"#y\"\n");
}

Test(markdown, line_ends)
{
    RUNS("a\nb", "{}", "  \"a b\"\n");
    RUNS("a  \n  b", "{}", "  \"a b\"\n");
    RUNS("a\\\nb", "{}", "  \"a\\nb\"\n");
    RUNS("a\\ b", "{}", "  \"a\u00a0b\"\n");
}

Test(markdown, escapes)
{
    RUNS("\\# a \\[b\\] \\\\ \\ก {\\{", "{}", "  \"# a [b] \\\\ \\\\ก {{\"\n");
    RUNS("1\\. a", "{}", "  \"1. a\"\n");
}

Test(markdown, links)
{
    RUNS("[แผน](https://a.th/b)", "{}", "  \"แผน\" link=\"https://a.th/b\"\n");
    RUNS("[a (b)](https://a.th/(c))", "{}", "  \"a (b)\" link=\"https://a.th/(c)\"\n");
    RUNS("<https://a.th/ก>", "{}", "  \"https://a.th/ก\" link=\"https://a.th/%E0%B8%81\"\n");
    RUNS("<{{x}}>", "{\"x\": \"https://a.th\"}", "  \"https://a.th\" link=\"https://a.th\" /x\n");
    RUNS("[{{x}}](mailto:{{y}})", "{\"x\": \"t\", \"y\": \"a@b.th\"}", "  \"t\" link=\"mailto:a@b.th\" /x\n");
    RUNS("**[a](tel:1) b**", "{}", "  \"a\" bold link=\"tel:1\"\n  \" b\" bold\n");
    RUNS("a < b > c", "{}", "  \"a < b > c\"\n");
    RUNS("[1] [a [b]", "{}", "  \"[1] [a [b]\"\n");
}

Test(markdown, language)
{
    RUNS("ก [No Gift Policy]{lang=en} ข", "{}", "  \"ก \"\n  \"No Gift Policy\" lang=\"en\"\n  \" ข\"\n");
    RUNS("[**a** b]{lang=en}", "{}", "  \"a\" bold lang=\"en\"\n  \" b\" lang=\"en\"\n");
}

Test(markdown, deep_brackets_are_text)
{
    struct buf words = buf_init(test_template_arena());
    for (int i = 0; i < 20000; i++)
        buf_puts(&words, "[");
    for (int i = 0; i < 20000; i++)
        buf_puts(&words, "](tel:1)");
    cr_assert(strncmp(test_blocks(words.data, "{}"), "paragraph", 9) == 0);
}

Test(markdown, normal_form)
{
    RUNS("น\u0e4d\u0e32", "{}", "  \"นำ\"\n");
}

Test(markdown, stars_never_closed)
{
    SAYS("a\nb **c", "{}", "t/s.md:2:3: \"**\" is never closed (write \\* for a star that is printed)\n");
    SAYS("2*3", "{}", "t/s.md:1:2: \"*\" is never closed (write \\* for a star that is printed)\n");
}

Test(markdown, stars_closed_wrongly)
{
    SAYS("**a **b**", "{}", "t/s.md:1:5: \"**\" cannot close behind a space\n");
    SAYS("*a **b* c**", "{}", "t/s.md:1:7: \"*\" closes across other stars\n");
}

Test(markdown, bad_addresses)
{
    SAYS("[a](javascript:x)", "{}",
         "t/s.md:1:5: bad address \"javascript:x\"; expected https://, http://, mailto: or tel:, without spaces, or "
         "#name\n");
}

Test(markdown, spaces_in_addresses)
{
    SAYS("[a](https://a b)", "{}",
         "t/s.md:1:5: bad address \"https://a b\"; expected https://, http://, mailto: or tel:, without spaces, or "
         "#name\n");
    SAYS("[a](https://a", "{}", "t/s.md:1:4: the address of a link is never closed; expected )\n");
}

Test(markdown, properties_of_words)
{
    SAYS("[a]{lang=en .b} [c]{lang=}", "{}",
         "t/s.md:1:13: property \".b\" cannot stand on words in brackets; expected lang=\n"
         "t/s.md:1:26: bad properties; expected {.name #name key=value key=\"two words\"}\n");
}

/* ---- blocks ---- */

Test(markdown, headings)
{
    BLOCKS("# หนึ่ง\n## สอง\ntext\n# สาม\n", "{}",
           "heading level=1 anchor=heading.1 label=\"1.\" contents style=heading-1\n  \"หนึ่ง\"\n"
           "heading level=2 anchor=heading.2 label=\"1.1\" contents style=heading-2\n  \"สอง\"\n"
           "paragraph style=body\n  \"text\"\n"
           "heading level=1 anchor=heading.3 label=\"2.\" contents style=heading-1\n  \"สาม\"\n");
}

Test(markdown, properties_of_headings)
{
    BLOCKS("{.unnumbered .nocontents #top}\n# a\n{.note}\n# b\\\nc **d**", "{}",
           "heading level=1 anchor=top style=heading-1\n  \"a\"\n"
           "heading level=1 anchor=heading.1 label=\"1.\" contents style=note\n  \"b\\nc \"\n  \"d\" bold\n");
    BLOCKS("{#a}\n# a\n[b](#a)", "{}",
           "heading level=1 anchor=a label=\"1.\" contents style=heading-1\n  \"a\"\n"
           "paragraph style=body\n  \"b\" link=\"#a\"\n");
}

Test(markdown, what_is_no_heading)
{
    BLOCKS("#a\n\n####### b", "{}", "paragraph style=body\n  \"#a\"\nparagraph style=body\n  \"####### b\"\n");
}

Test(markdown, paragraphs)
{
    BLOCKS("a\n\n\n  b\nc\n{.note}\nd\n", "{}",
           "paragraph style=body\n  \"a\"\nparagraph style=body\n  \"b c\"\nparagraph style=note\n  \"d\"\n");
    BLOCKS("{a}\n{b c}", "{}", "paragraph style=body\n  \"{a} {b c}\"\n");
    BLOCKS("{{#x}}{{/x}}\n \n", "{\"x\": []}", "");
}

Test(markdown, lists)
{
    BLOCKS("- a\n- b\n  c\n\nd", "{}",
           "list indent=0 hang=0 tight\n"
           "  item label=\"-\" style=body\n    paragraph style=body\n      \"a\"\n"
           "  item label=\"-\" style=body\n    paragraph style=body\n      \"b c\"\n"
           "paragraph style=body\n  \"d\"\n");
    BLOCKS("3. a\n3. b\n", "{}",
           "list indent=0 hang=0 tight\n"
           "  item label=\"3.\" style=body\n    paragraph style=body\n      \"a\"\n"
           "  item label=\"4.\" style=body\n    paragraph style=body\n      \"b\"\n");
}

Test(markdown, a_paragraph_before_a_list_needs_no_empty_line)
{
    BLOCKS("a\n- b\nc\n2566. d", "{}",
           "paragraph style=body\n  \"a\"\n"
           "list indent=0 hang=0 tight\n  item label=\"-\" style=body\n    paragraph style=body\n      \"b\"\n"
           "paragraph style=body\n  \"c 2566. d\"\n");
}

Test(markdown, marks_with_nothing_behind_them_are_text)
{
    BLOCKS("-\n\n1.\n\n- {{x}}", "{\"x\": \"\"}",
           "paragraph style=body\n  \"-\"\nparagraph style=body\n  \"1.\"\nparagraph style=body\n  \"-\"\n");
}

Test(markdown, loose_lists)
{
    BLOCKS("- a\n\n- b\n", "{}",
           "list indent=0 hang=0\n"
           "  item label=\"-\" style=body\n    paragraph style=body\n      \"a\"\n"
           "  item label=\"-\" style=body\n    paragraph style=body\n      \"b\"\n");
}

Test(markdown, lists_in_lists)
{
    BLOCKS("1. a\n   1. b\n      1. c\n   - d\n2. e\n\n   f\n", "{}",
           "list indent=0 hang=0 tight\n"
           "  item label=\"1.\" style=body\n"
           "    paragraph style=body\n      \"a\"\n"
           "    list indent=0 hang=0 tight\n"
           "      item label=\"1)\" style=body\n"
           "        paragraph style=body\n          \"b\"\n"
           "        list indent=0 hang=0 tight\n"
           "          item label=\"(1)\" style=body\n            paragraph style=body\n              \"c\"\n"
           "    list indent=0 hang=0 tight\n"
           "      item label=\"-\" style=body\n        paragraph style=body\n          \"d\"\n"
           "  item label=\"2.\" style=body\n"
           "    paragraph style=body\n      \"e\"\n"
           "    paragraph style=body\n      \"f\"\n");
}

Test(markdown, list_properties)
{
    BLOCKS("{.bullet}\n1. a\n\n{label=\"(๑)\" start=5}\n1. b\n", "{}",
           "list indent=0 hang=0 tight\n  item label=\"-\" style=body\n    paragraph style=body\n      \"a\"\n"
           "list indent=0 hang=0 tight\n  item label=\"(๕)\" style=body\n    paragraph style=body\n      \"b\"\n");
}

Test(markdown, lists_from_data)
{
    BLOCKS("{{#l}}\n1. {{.}}\n{{/l}}\n", "{\"l\": [\"a\", \"- b\"]}",
           "list indent=0 hang=0 tight\n"
           "  item label=\"1.\" style=body\n    paragraph style=body\n      \"a\" /l/0\n"
           "  item label=\"2.\" style=body\n    paragraph style=body\n      \"- b\" /l/1\n");
}

Test(markdown, paragraphs_in_items_have_no_first_indent)
{
    const char *whole = test_blocks("- - a", "{}");
    cr_assert_str_eq(whole, "list indent=0 hang=0 tight\n"
                            "  item label=\"-\" style=body\n"
                            "    list indent=0 hang=0 tight\n"
                            "      item label=\"-\" style=body\n"
                            "        paragraph style=body\n          \"a\"\n");
}

Test(markdown, groups)
{
    BLOCKS(":::right\na\n:::center\nb\n{.note}\nc\n:::\n:::\nd", "{}",
           "group style=right\n"
           "  paragraph style=right\n    \"a\"\n"
           "  group style=center\n"
           "    paragraph style=center\n      \"b\"\n"
           "    paragraph style=note\n      \"c\"\n"
           "paragraph style=body\n  \"d\"\n");
    BLOCKS("- a\n  :::right\n  b\n  :::\n- c", "{}",
           "list indent=0 hang=0 tight\n"
           "  item label=\"-\" style=body\n"
           "    paragraph style=body\n      \"a\"\n"
           "    group style=right\n      paragraph style=right\n        \"b\"\n"
           "  item label=\"-\" style=body\n    paragraph style=body\n      \"c\"\n");
}

Test(markdown, things_placed)
{
    BLOCKS("::contents{levels=2}\n::pagebreak\n::space{height=5mm}\n::fill\n::fill{share=1.5}\n", "{}",
           "contents levels=2 styles=contents-1,contents-2 style=contents-1\n"
           "break\nspace height=14.17\nspace fill=1\nspace fill=1.5\n");
}

Test(markdown, rules)
{
    BLOCKS("::rule\n::rule{width=25% thickness=2pt style=right}\n- a\n\n  ::rule{width=10mm}", "{}",
           "rule width=113.39 thickness=0.75\nrule width=25% thickness=2 style=right\n"
           "list indent=0 hang=0 tight\n  item label=\"-\" style=body\n    paragraph style=body\n      \"a\"\n"
           "    rule width=28.35 thickness=0.75\n");
    SAYS("::rule{width=0mm}\n::rule{width=101%}\n::rule{thickness=3}\n::rule{style=rigth}\n::rule{colour=red}", "{}",
         "t/s.md:1:8: bad width \"0mm\"; expected a length such as 40mm, or a share such as 25%\n"
         "t/s.md:2:8: bad width \"101%\"; expected a length such as 40mm, or a share such as 25%\n"
         "t/s.md:3:8: bad thickness \"3\"; expected a length such as 0.5pt\n"
         "t/s.md:4:8: there is no style \"rigth\" (did you mean \"right\"?)\n"
         "t/s.md:5:8: property \"colour\" cannot stand on ::rule; expected width=, thickness= and style=\n");
}

Test(markdown, blocks_of_the_json)
{
    BLOCKS(
        "::blocks{from=b}",
        "{\"b\": [{\"type\": \"heading\", \"level\": 1, \"text\": \"h\"}, {\"type\": \"paragraph\", \"text\": \"*p*\"},"
        "{\"type\": \"list\", \"style\": \"(1)\", \"items\": [\"x\", {\"text\": \"y\", \"items\": [\"z\"]}]}]}",
        "heading level=1 anchor=heading.1 label=\"1.\" contents style=heading-1\n  \"h\" /b/0/text\n"
        "paragraph style=body\n  \"*p*\" /b/1/text\n"
        "list indent=0 hang=0 tight\n"
        "  item label=\"(1)\" style=body\n    paragraph style=body\n      \"x\" /b/2/items/0\n"
        "  item label=\"(2)\" style=body\n    paragraph style=body\n      \"y\" /b/2/items/1/text\n"
        "    list indent=0 hang=0 tight\n"
        "      item label=\"(1)\" style=body\n        paragraph style=body\n"
        "          \"z\" /b/2/items/1/items/0\n");
}

/* ---- mistakes ---- */

Test(markdown, unknown_styles)
{
    SAYS("{.nots}\na\n\n:::centre\nb\n:::\n{.steps}\n- c", "{}",
         "t/s.md:1:2: there is no style \"nots\" (did you mean \"note\"?)\n"
         "t/s.md:4:1: there is no style \"centre\" (did you mean \"center\"?)\n"
         "t/s.md:7:2: there is no list style \"steps\"\n");
}

Test(markdown, properties_out_of_place)
{
    SAYS("{start=1}\na\n\n{.note}\n::pagebreak\n\n{.note}\n", "{}",
         "t/s.md:1:2: property \"start\" cannot stand on a paragraph; expected the name of a style, lang=\n"
         "t/s.md:4:1: properties without a block that takes them (write them in the braces of the line that begins "
         "with colons)\n"
         "t/s.md:7:1: properties without a block that takes them\n");
}

Test(markdown, bad_lists)
{
    SAYS("{start=x label=12}\n- a", "{}",
         "t/s.md:1:2: bad start \"x\"; expected a number such as start=5\n"
         "t/s.md:1:10: bad label pattern \"12\"; expected a pattern such as \"1)\", \"(๑)\", \"-\" or \"{1}.{2}\"\n");
}

Test(markdown, pictures)
{
    BLOCKS("::figure{from=p width=50% caption=\"All *there*\"}\n::figure{from=none}\n::photos{from=none}\n",
           "{\"none\": null, \"p\": {\"file\": \"a/b.png\", \"alt\": \"house\", \"caption\": \"Our house\"}}",
           "figure columns=1 gap=11.34 caption\n"
           "  picture file=\"a/b.png\" alt=\"house\" width=50%\n"
           "    paragraph style=caption\n      \"Our house\" /p/caption\n"
           "  paragraph style=caption\n    \"All *there*\"\n");
    BLOCKS("::photos{from=p}\n::photos{from=p columns=1}\n",
           "{\"p\": [{\"file\": \"a\", \"alt\": \"x\", \"width\": \"40mm\"}, {\"file\": \"b\", \"alt\": \"y\"}]}",
           "figure columns=2 gap=11.34\n"
           "  picture file=\"a\" alt=\"x\" width=113.39\n  picture file=\"b\" alt=\"y\" width=auto\n"
           "figure columns=1 gap=11.34\n"
           "  picture file=\"a\" alt=\"x\" width=113.39\n  picture file=\"b\" alt=\"y\" width=auto\n");
    BLOCKS("- a\n\n  ::qr{text=\"{{u}}\" width=25mm alt=\"to {{u}}\"}\n", "{\"u\": \"https://a.th/?b=1\"}",
           "list indent=0 hang=0 tight\n  item label=\"-\" style=body\n    paragraph style=body\n      \"a\"\n"
           "    figure columns=1 gap=11.34\n"
           "      picture code=\"https://a.th/?b=1\" alt=\"to https://a.th/?b=1\" width=70.87\n");
}

Test(markdown, bad_pictures)
{
    SAYS("::figure\n::figure{from=l}\n::figure{from=p}\n::figure{from=o width=x}\n::photos{from=o}\n"
         "::photos{from=l columns=9}\n::qr{text=x}\n::qr{text=\"\" alt=y}\n::figure{from=o file=x}",
         "{\"l\": [], \"p\": {\"file\": \"../x.png\"}, \"o\": {\"file\": \"x.png\", \"alt\": \"x\"}}",
         "t/s.md:1:1: \"from=\" is missing in ::figure\n"
         "t/s.md:2:10: \"l\" is a list; expected a picture\n"
         "t/s.md:4:17: bad width \"x\"; expected \"auto\", a length such as \"80mm\" or a share such as \"60%\"\n"
         "t/s.md:5:10: \"o\" is an object; expected a list\n"
         "t/s.md:6:17: bad columns \"9\"; expected 1 to 6\n"
         "t/s.md:7:1: \"alt=\" is missing in ::qr\n"
         "t/s.md:8:6: bad text \"\"; expected an address or other text\n"
         "t/s.md:9:17: property \"file\" cannot stand on ::figure; expected from=, width=, height=, caption=, #name, "
         ".numbered "
         "and kind=\n"
         "test.json:1:16 /p: a picture has no alternative text; expected \"alt\": what is to be seen, in a sentence\n"
         "test.json:1:25 /p/file: picture \"../x.png\" is outside; expected a path inside the folder of the JSON "
         "file, parted by \"/\" (copy the picture there, or name its folder with --picture-dir)\n");
}

Test(markdown, bad_directives)
{
    SAYS("::tabel{name=x}\n::table\n::table{name={{x}}}\n::contents{levels=9}\n::space{height=3}\n:: x\n::fill x\n"
         "::fill{share=0}",
         "{\"x\": \"x\"}",
         "t/s.md:1:1: unknown ::tabel (did you mean \"table\"?)\n"
         "t/s.md:2:1: \"name=\" is missing in ::table\n"
         "t/s.md:3:9: there is no file tables/x.json in t/ or shared/\n"
         "t/s.md:4:1: there is no style \"contents-3\" (did you mean \"contents-1\"?)\n"
         "t/s.md:4:12: bad levels \"9\"; expected 1 to 6\n"
         "t/s.md:5:9: bad height \"3\"; expected a length such as 12pt or 5mm, or below zero\n"
         "t/s.md:6:1: bad line behind colons; expected a line such as ::table{name=history} or :::center\n"
         "t/s.md:7:1: bad line behind colons; expected a line such as ::table{name=history} or :::center\n"
         "t/s.md:8:8: bad share \"0\"; expected a number above 0\n");
}

Test(markdown, groups_must_close)
{
    SAYS("a\n:::\n:::right\nb", "{}",
         "t/s.md:2:1: \":::\" closes nothing\n"
         "t/s.md:3:1: group is never closed; expected a line \":::\"\n");
}

Test(markdown, headings_out_of_place)
{
    SAYS("- # a\n\n## b\n# c\n### d\n#\n", "{}",
         "t/s.md:1:3: a heading cannot stand in a list\n"
         "t/s.md:3:1: heading of level 2 comes first; expected level 1 at most\n"
         "t/s.md:5:1: heading of level 3 skips a level; expected level 2 at most\n"
         "t/s.md:6:1: empty heading\n");
}

Test(markdown, anchors)
{
    SAYS("{#a}\n# a\n{#a}\n# b\n[c](#bb) [d](#a)\n", "{}",
         "t/s.md:3:2: \"#a\" is already the name of another heading; expected another name\n"
         "t/s.md:5:5: there is no heading, figure or table \"#bb\"\n");
}

Test(markdown, nesting_is_bounded)
{
    struct buf words = buf_init(test_template_arena());
    for (int i = 0; i < 1000; i++)
        buf_puts(&words, "- ");
    buf_puts(&words, "a");
    const char *said = test_blocks(words.data, "{}");
    cr_assert(strstr(said, "nested too deeply"), "%s", said);
}
