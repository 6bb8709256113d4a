#include "cli_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const size_t size_limit = (size_t)256 << 20;

/* Room for at least one more byte and the NUL. */
static bool make_room(struct cli_bytes *bytes, size_t *capacity)
{
    if (bytes->size + 1 < *capacity)
        return true;
    if (bytes->size > size_limit) {
        errno = EFBIG;
        return false;
    }
    unsigned char *data = realloc(bytes->data, *capacity * 2);
    if (!data)
        return false;
    bytes->data = data;
    *capacity *= 2;
    return true;
}

static bool read_all(int file, struct cli_bytes *bytes)
{
    struct stat about;
    size_t capacity = 8192;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0 && (size_t)about.st_size <= size_limit)
        capacity = (size_t)about.st_size + 2;
    bytes->data = malloc(capacity);
    if (!bytes->data)
        return false;
    for (;;) {
        if (!make_room(bytes, &capacity))
            return false;
        ssize_t got = read(file, bytes->data + bytes->size, capacity - bytes->size - 1);
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return false;
        bytes->size += got > 0 ? (size_t)got : 0;
    }
    bytes->data[bytes->size] = '\0';
    return true;
}

bool cli_read(const char *path, struct cli_bytes *bytes)
{
    *bytes = (struct cli_bytes){0};
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return false;
    bool good = read_all(file, bytes);
    int error = errno;
    if (!standard)
        close(file);
    if (!good) {
        free(bytes->data);
        *bytes = (struct cli_bytes){0};
    }
    errno = error;
    return good;
}
