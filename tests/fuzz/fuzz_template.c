/*
 * Templates: any text is a section's words, and any is a table's description, a rich value or a plan.  An input is up
 * to five texts parted by lines "====": words, tables/x.json, the rich text, template.json, charts/x.json.
 */
#include "template/template.h"
#include "json/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS, TABLE, RICH, PLAN, CHART, PARTS };

static const char *const fixed[PARTS] = {
    [WORDS] = "::table{name=x}\n",
    [TABLE] = "{\"columns\": [{}, {}], \"body\": [{\"each\": \"l\", \"cells\": [\"{{n}}\", \"{{t}}\"]}]}",
    [RICH] = "**a** [b](https://c.th)",
    [PLAN] = "{\"title\": \"{{t}}\", \"styles\": \"styles.json\", \"numbering\": {\"main\": {\"1\": \"{1}.\", \"2\": "
             "\"{1:ก}.{n}\"}}, \"sections\": [{\"name\": \"s\"}]}",
    [CHART] = "{\"kind\": \"bars\", \"rows\": [{\"each\": \"l\", \"label\": \"{{code}}\", \"value\": \"n\"}], "
              "\"alt\": \"{{n}}\"}",
};

static const char styles[] =
    "{\"family\": \"F\", \"styles\": {\"body\": {\"size\": \"16pt\", \"leading\": \"150%\"}, \"heading-1\": {}, "
    "\"heading-2\": {}, \"table-text\": {}, \"table-head\": {}, \"caption\": {}, \"contents-1\": {}, \"center\": {}},"
    "\"lists\": {\"ordered\": [\"1.\", \"(๑)\", \"1.1\"], \"bullet\": \"-\"}}";

static const char facts_text[] =
    "{\"digits\": \"thai\", \"t\": \"*t* \\n- 1\", \"r\": \"\", \"n\": 25.50, \"b\": true, \"none\": null, \"o\": "
    "{\"t\": "
    "\"in\", \"n\": 1}, \"e\": [], \"l\": [{\"code\": \"A\", \"n\": 1, \"t\": \"x\", \"l\": [1, 2]}, {\"code\": \"B\", "
    "\"n\": 2, \"t\": \"\", \"l\": []}, {\"code\": \"C\", \"n\": 3, \"t\": \"z\", \"l\": [3]}], \"blocks\": "
    "[{\"type\": "
    "\"list\", \"style\": \"1)\", \"items\": [\"a\", {\"text\": \"b\", \"items\": [\"c\"]}]}, {\"type\": \"table\", "
    "\"rows\": [[\"a\", {\"text\": \"b\", \"colspan\": 2}]]}]}";

struct part {
    const char *text;
    size_t length;
};

static bool load(void *user, enum file_root root, const char *path, const unsigned char **data, size_t *size)
{
    const struct part *parts = user;
    struct part part = {0};
    if (root != FILE_TEMPLATES)
        return false;
    if (strcmp(path, "t/template.json") == 0)
        part = parts[PLAN];
    else if (strcmp(path, "t/s.md") == 0 || strcmp(path, "shared/p.md") == 0)
        part = parts[WORDS];
    else if (strcmp(path, "t/tables/x.json") == 0)
        part = parts[TABLE];
    else if (strcmp(path, "t/charts/x.json") == 0)
        part = parts[CHART];
    else if (strcmp(path, "styles.json") == 0)
        part = (struct part){styles, sizeof styles - 1};
    *data = (const unsigned char *)part.text;
    *size = part.length;
    return part.text != NULL;
}

/* Splits the input at its lines "====". */
static void split(const char *data, size_t size, struct part parts[PARTS])
{
    static const char mark[] = "\n====\n";
    for (int i = 0; i < PARTS; i++)
        parts[i] = (struct part){fixed[i], strlen(fixed[i])};
    for (int i = 0; i < PARTS; i++) {
        size_t end = 0;
        while (end < size && (size - end < sizeof mark - 1 || memcmp(data + end, mark, sizeof mark - 1) != 0))
            end++;
        parts[i] = (struct part){data, end};
        if (end == size)
            return;
        data += end + sizeof mark - 1;
        size -= end + sizeof mark - 1;
    }
}

static struct value *read_facts(struct arena *arena, struct part rich, struct diags *diags)
{
    static const struct source source = {.name = "facts.json", .text = facts_text, .length = sizeof facts_text - 1};
    struct value *facts = json_read(arena, &source, JSON_LIMITS_DEFAULT, diags);
    struct value *text = facts ? value_member(facts, "r") : NULL;
    if (!text)
        abort();
    text->kind = VALUE_RICH;
    text->text = arena_strndup(arena, rich.text, rich.length);
    return facts;
}

static void render(struct arena *arena, const char *data, size_t size)
{
    struct part parts[PARTS];
    struct diags diags = diags_init(arena);
    struct files files = {.load = load, .user = parts};
    struct buf out = buf_init(arena);
    split(data, size, parts);
    const struct template_folder *folder = template_open(arena, &files, "t", &diags);
    struct value *facts = read_facts(arena, parts[RICH], &diags);
    const struct document *document = folder ? template_render(arena, folder, facts, &diags) : NULL;
    if (!document != (diags.errors > 0))
        abort();
    if (document) {
        doc_dump(&out, document);
        doc_text(&out, document);
    }
    diags_sort(&diags);
    for (size_t i = 0; i < diags.list.count; i++)
        diag_print(&out, &diags.list.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf escape;
    struct arena *arena = arena_new(&escape, 256u << 20);
    if (arena && setjmp(escape) == 0)
        render(arena, (const char *)data, size);
    arena_free(arena);
    return 0;
}
