/* The pictures that a document names: read, checked, each once. */
#include "image/image.h"
#include "pipeline/job.h"

#include <string.h>

struct known {
    const char *file;
    const struct image *image;
    struct image_fault fault; /* when that is NULL */
};

struct reading {
    struct job *job;
    LIST(struct known) known;
};

static struct known read_picture(struct job *job, const char *file)
{
    struct known known = {.file = file};
    const struct files *files = &job->engine->files;
    const unsigned char *bytes;
    size_t size;
    if (files->load(files->user, FILE_PICTURES, file, &bytes, &size))
        known.image = image_open(job->arena, bytes, size, &known.fault);
    else
        known.fault = (struct image_fault){
            "cannot be read", "a file in the folder of the JSON file or below, or in that of --picture-dir", NULL};
    return known;
}

static const struct known *find_picture(struct reading *reading, const char *file)
{
    for (size_t i = 0; i < reading->known.count; i++)
        if (strcmp(reading->known.items[i].file, file) == 0)
            return &reading->known.items[i];
    struct known known = read_picture(reading->job, file);
    struct known *kept = list_add(reading->job->arena, &reading->known);
    *kept = known;
    return kept;
}

static void take_picture(struct reading *reading, struct doc_node *node)
{
    const struct known *known = find_picture(reading, node->picture.file);
    node->picture.image = known->image;
    if (known->image)
        return;
    struct diag_more more = {.expected = known->fault.expected, .hint = known->fault.hint};
    struct job *job = reading->job;
    if (node->origin.value)
        diag_value(&job->diags, SEVERITY_ERROR, "picture", node->origin.value, more, "picture \"%s\" %s",
                   node->picture.file, known->fault.message);
    else
        diag_at(&job->diags, SEVERITY_ERROR, "picture", node->origin.source, node->origin.offset, more,
                "picture \"%s\" %s", node->picture.file, known->fault.message);
}

static void take_pictures(struct reading *reading, struct doc_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == DOC_PICTURE && node->picture.file)
            take_picture(reading, node);
        take_pictures(reading, node->first);
    }
}

void pictures_read(struct job *job, struct document *document)
{
    struct reading reading = {.job = job};
    take_pictures(&reading, document->root);
}
