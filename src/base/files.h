/* How the library gets files: it asks its caller. */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#include <stdbool.h>
#include <stddef.h>

enum file_root { FILE_TEMPLATES, FILE_FONTS, FILE_PICTURES };

struct files {
    /* Sets *data and *size (bytes that stay valid and unchanged as long as the library is in use by the caller) and
     * returns true; returns false when there is no such file.  `path` is relative to the root, parted by "/", without
     * "..". */
    bool (*load)(void *user, enum file_root root, const char *path, const unsigned char **data, size_t *size);
    void *user;
};

#endif
