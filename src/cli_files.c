#include "cli_files.h"

#include "cli_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FOLDER_LIMIT = 12, PATH_LIMIT = 4096 };

struct kept_file {
    struct kept_file *next;
    enum mattrakan_root root;
    struct cli_bytes bytes;
    char path[];
};

struct folders {
    char *list[FOLDER_LIMIT];
    size_t count;
};

struct cli_files {
    struct folders folders[MATTRAKAN_PICTURES + 1];
    const char *pictures; /* named for the pictures of all inputs; NULL: none */
    struct kept_file *kept;
};

/* Adds "PARENT/NAME" of these lengths, but for a NAME that is not there; false when memory is out. */
static bool add_folder(struct folders *folders, const char *parent, size_t length, const char *name)
{
    if (folders->count == FOLDER_LIMIT)
        return true;
    char *path = malloc(length + strlen(name) + 2);
    if (!path)
        return false;
    snprintf(path, length + strlen(name) + 2, "%.*s%s%s", (int)length, parent, name[0] ? "/" : "", name);
    bool there = !name[0] || access(path, X_OK) == 0;
    if (there)
        folders->list[folders->count++] = path;
    else
        free(path);
    return true;
}

/* The folder of a file: the length of its part of the path; "." is left to the caller (0: no folder named). */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return 0;
    return slash == path ? 1 : (size_t)(slash - path);
}

static bool add_beside_program(struct cli_files *files, const char *program)
{
    static const char *const places[] = {"../share/mattrakan", "..", "../.."};
    char link[PATH_LIMIT];
    ssize_t got = readlink("/proc/self/exe", link, sizeof link - 1);
    if (got > 0) {
        link[got] = '\0';
        program = link;
    }
    size_t length = folder_length(program);
    bool good = true; /* length 0: found through PATH on a system without /proc: nothing is known */
    for (size_t i = 0; length && i < sizeof places / sizeof places[0]; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s/templates", places[i]);
        good &= add_folder(&files->folders[MATTRAKAN_TEMPLATES], program, length, name);
        snprintf(name, sizeof name, "%s/fonts", places[i]);
        good &= add_folder(&files->folders[MATTRAKAN_FONTS], program, length, name);
    }
    return good;
}

struct cli_files *cli_files_new(const char *program, const struct cli_folders *named)
{
    struct cli_files *files = calloc(1, sizeof *files);
    if (!files)
        return NULL;
    struct folders *templates = &files->folders[MATTRAKAN_TEMPLATES], *fonts = &files->folders[MATTRAKAN_FONTS];
    files->pictures = named->pictures;
    bool good = (!named->templates || add_folder(templates, named->templates, strlen(named->templates), "")) &&
                (!named->fonts || add_folder(fonts, named->fonts, strlen(named->fonts), "")) &&
                add_beside_program(files, program);
    if (good)
        return files;
    cli_files_free(files);
    return NULL;
}

static void forget_folders(struct folders *folders)
{
    while (folders->count)
        free(folders->list[--folders->count]);
}

static void forget_kept(struct cli_files *files, bool pictures_only)
{
    struct kept_file **at = &files->kept;
    while (*at) {
        struct kept_file *kept = *at;
        if (pictures_only && kept->root != MATTRAKAN_PICTURES) {
            at = &kept->next;
            continue;
        }
        *at = kept->next;
        free(kept->bytes.data);
        free(kept);
    }
}

void cli_files_free(struct cli_files *files)
{
    if (!files)
        return;
    for (size_t i = 0; i < sizeof files->folders / sizeof files->folders[0]; i++)
        forget_folders(&files->folders[i]);
    forget_kept(files, false);
    free(files);
}

void cli_files_begin(struct cli_files *files, const char *input)
{
    struct folders *pictures = &files->folders[MATTRAKAN_PICTURES];
    forget_folders(pictures);
    forget_kept(files, true);
    size_t length = folder_length(input);
    add_folder(pictures, length ? input : ".", length ? length : 1, "");
    if (files->pictures)
        add_folder(pictures, files->pictures, strlen(files->pictures), "");
}

static struct kept_file *find_kept(const struct cli_files *files, enum mattrakan_root root, const char *path)
{
    struct kept_file *kept = files->kept;
    while (kept && (kept->root != root || strcmp(kept->path, path) != 0))
        kept = kept->next;
    return kept;
}

/* Reads a file from the first folder that has it. */
static bool read_file(const struct folders *folders, const char *path, struct cli_bytes *bytes)
{
    if (path[0] == '/')
        return cli_read(path, bytes);
    for (size_t i = 0; i < folders->count; i++) {
        char whole[PATH_LIMIT];
        int length = snprintf(whole, sizeof whole, "%s/%s", folders->list[i], path);
        if (length > 0 && (size_t)length < sizeof whole && cli_read(whole, bytes))
            return true;
    }
    return false;
}

static struct kept_file *keep(struct cli_files *files, enum mattrakan_root root, const char *path)
{
    struct cli_bytes bytes;
    if (!read_file(&files->folders[root], path, &bytes))
        return NULL;
    struct kept_file *kept = malloc(sizeof *kept + strlen(path) + 1);
    if (!kept) {
        free(bytes.data);
        return NULL;
    }
    *kept = (struct kept_file){.next = files->kept, .root = root, .bytes = bytes};
    strcpy(kept->path, path);
    files->kept = kept;
    return kept;
}

/* A path that stays below its root; those of fonts may also begin with a folder of the font manifest. */
static bool is_allowed(enum mattrakan_root root, const char *path)
{
    if (!path[0] || (path[0] == '/' && root != MATTRAKAN_FONTS))
        return false;
    while (path) {
        if (strncmp(path, "..", 2) == 0 && (path[2] == '/' || !path[2]))
            return false;
        path = strchr(path, '/');
        path = path ? path + 1 : NULL;
    }
    return true;
}

static bool load(void *user, enum mattrakan_root root, const char *path, const unsigned char **data, size_t *size)
{
    struct cli_files *files = user;
    if (!is_allowed(root, path))
        return false;
    struct kept_file *kept = find_kept(files, root, path);
    if (!kept)
        kept = keep(files, root, path);
    if (!kept)
        return false;
    *data = kept->bytes.data;
    *size = kept->bytes.size;
    return true;
}

struct mattrakan_files cli_files_resolver(struct cli_files *files)
{
    return (struct mattrakan_files){.load = load, .user = files};
}
