/*
 * A longer report from the same words:
 *
 *     copies N FILE <template.json >longer/template.json
 *
 * repeats all sections of a template N times, save that of FILE (the contents list all copies as it is) and those of
 * the library; the copies of NAME.md are NAME-2.md, NAME-3.md, ...
 */
#include <cJSON.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 256 };

static char input[1 << 20];

static void set_text(cJSON *object, const char *member, const char *text)
{
    cJSON_DeleteItemFromObjectCaseSensitive(object, member);
    cJSON_AddStringToObject(object, member, text);
}

/* "NAME.md" of a section. */
static void get_file(const cJSON *section, char file[SIZE])
{
    const char *name = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(section, "name"));
    const char *named = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(section, "file"));
    snprintf(file, SIZE, "%s%s", named ? named : name ? name : "", named ? "" : ".md");
}

/* Names are unique. */
static cJSON *copy_section(const cJSON *section, const char *file, int number)
{
    cJSON *copy = cJSON_Duplicate(section, 1);
    const char *name = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(section, "name"));
    char text[2 * SIZE];
    if (number == 1)
        return copy;
    snprintf(text, sizeof text, "%.*s-%d.md", (int)(strlen(file) - strlen(".md")), file, number);
    set_text(copy, "file", text);
    snprintf(text, sizeof text, "%s-%d", name, number);
    set_text(copy, "name", text);
    return copy;
}

static cJSON *repeat(const cJSON *sections, int count, const char *once)
{
    cJSON *longer = cJSON_CreateArray();
    for (int i = 1; i <= count; i++) {
        const cJSON *section;
        cJSON_ArrayForEach(section, sections)
        {
            char file[SIZE];
            get_file(section, file);
            bool shared = cJSON_HasObjectItem(section, "use");
            if (i == 1 || (!shared && strcmp(file, once) != 0))
                cJSON_AddItemToArray(longer, copy_section(section, file, i));
        }
    }
    return longer;
}

int main(int argc, char **argv)
{
    int count = argc == 3 ? (int)strtol(argv[1], NULL, 10) : 0;
    input[fread(input, 1, sizeof input - 1, stdin)] = '\0';
    cJSON *template = cJSON_Parse(input);
    const cJSON *sections = cJSON_GetObjectItemCaseSensitive(template, "sections");
    if (count < 1 || !cJSON_IsArray(sections)) {
        fputs("usage: copies N FILE <template.json\n", stderr);
        return 2;
    }
    cJSON_ReplaceItemInObjectCaseSensitive(template, "sections", repeat(sections, count, argv[2]));
    char *printed = cJSON_Print(template);
    puts(printed);
    free(printed);
    cJSON_Delete(template);
    return 0;
}
