/* Which file each input becomes. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include <stdbool.h>
#include <stddef.h>

struct cli_outputs {
    char **paths; /* one for each input, in their order; "-" is standard output */
    size_t count;
    char *folder; /* to be made before the first file is written; NULL: none */
};

/*
 * Plans them.  `output` is what --output says, or NULL:
 *
 *     "-"                            standard output; for one input only
 *     a folder, "NAME/", or anything when there are several inputs
 *                                    NAME.pdf in that folder for NAME.json
 *     else                           that file
 *     not given                      the folder out; standard output for standard input
 *
 * False, and a message has been printed, when two inputs would become one file, an input would be written over, or
 * memory is out.  Nothing is made yet.
 */
bool cli_outputs_plan(struct cli_outputs *outputs, char *const *inputs, size_t count, const char *output);
void cli_outputs_release(struct cli_outputs *outputs);

/* Makes the folder, with the folders above it, when it is missing.  False: errno says why. */
bool cli_outputs_make_folder(const struct cli_outputs *outputs);

#endif
