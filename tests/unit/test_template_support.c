#include "test_template_support.h"

#include "doc/doc.h"

static const char styles[] =
    "{\"family\": \"F\", \"styles\": {"
    "\"body\": {\"size\": \"16pt\", \"leading\": \"24pt\", \"first_indent\": \"25mm\", \"left\": \"0pt\"},"
    "\"heading-1\": {\"size\": \"20pt\"}, \"heading-2\": {}, \"heading-3\": {}, \"center\": {\"align\": \"center\"},"
    "\"right\": {\"align\": \"right\", \"left\": \"10pt\"}, \"note\": {\"size\": \"12pt\"}, \"table-text\": {},"
    "\"table-head\": {\"bold\": true}, \"caption\": {}, \"page-number\": {}, \"contents-1\": {}, \"contents-2\": {}},"
    "\"lists\": {\"ordered\": [\"1.\", \"1)\", \"(1)\"], \"bullet\": \"-\"}}";

static struct arena *arena; /* of the test that runs */

void test_template_setup(void)
{
    arena = test_arena();
}

void test_template_teardown(void)
{
    arena_free(arena);
}

struct arena *test_template_arena(void)
{
    return arena;
}

static bool load(void *user, enum file_root root, const char *path, const unsigned char **data, size_t *size)
{
    const char *text = strcmp(path, "shared/styles.json") == 0 ? styles : NULL;
    for (const struct test_text *file = user; file && file->path; file++)
        if (strcmp(file->path, path) == 0)
            text = file->text;
    if (!text || root != FILE_TEMPLATES)
        return false;
    *data = (const unsigned char *)text;
    *size = strlen(text);
    return true;
}

struct files test_files(const struct test_text *texts)
{
    return (struct files){.load = load, .user = (void *)texts};
}

/* Without the document's and the sections' lines, and with the rest that much further left. */
static void add_blocks(struct buf *out, const char *dump)
{
    while (*dump) {
        size_t length = strcspn(dump, "\n") + 1;
        if (strncmp(dump, "    ", 4) == 0)
            buf_add(out, dump + 4, length - 4);
        dump += length;
    }
}

/* Texts named "rich" become rich text, as the field list would have it. */
static struct value *with_rich(struct value *value)
{
    if (value->kind == VALUE_TEXT && value->key && strcmp(value->key, "rich") == 0)
        value->kind = VALUE_RICH;
    for (size_t i = 0; i < value->count; i++)
        with_rich(value->items[i]);
    return value;
}

const char *test_render(const struct test_text *texts, const char *facts, const char *what)
{
    struct diags diags = diags_init(arena);
    struct files *files = arena_new_of(arena, struct files);
    *files = test_files(texts);
    struct template_folder *folder = template_open(arena, files, "t", &diags);
    struct document *document =
        folder ? template_render(arena, folder, with_rich(test_json(arena, facts)), &diags) : NULL;
    struct buf out = buf_init(arena), dump = buf_init(arena);
    buf_puts(&out, test_findings(&diags));
    cr_assert(document || out.length, "neither a document nor a finding");
    if (!document)
        return out.data;
    if (strcmp(what, "text") == 0)
        doc_text(&out, document);
    else
        doc_dump(&dump, document);
    if (strcmp(what, "whole") == 0)
        buf_puts(&out, dump.data);
    else
        add_blocks(&out, dump.data);
    return out.data;
}

static const char *render_words(const char *words, const char *facts, const char *what)
{
    const struct test_text texts[] = {
        {"t/template.json", "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\"}],"
                            "\"numbering\": {\"main\": {\"1\": \"{1}.\", \"2\": \"{1}.{2}\"}}}"},
        {"t/s.md", words},
        {0}};
    return test_render(texts, facts, what);
}

const char *test_blocks(const char *words, const char *facts)
{
    return render_words(words, facts, "dump");
}

const char *test_words(const char *words, const char *facts)
{
    return render_words(words, facts, "text");
}
