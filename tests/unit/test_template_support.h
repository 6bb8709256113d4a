/* Templates for tests: files in memory, and what becomes of them as text. */
#ifndef TEST_TEMPLATE_SUPPORT_H
#define TEST_TEMPLATE_SUPPORT_H

#include "template/template.h"
#include "test_support.h"

/* For TestSuite(): the arena of what the functions below give. */
void test_template_setup(void);
void test_template_teardown(void);
struct arena *test_template_arena(void);

struct test_text {
    const char *path, *text;
};

/* Files of a template; ended by one without a path.  shared/styles.json is there unless it is among them. */
struct files test_files(const struct test_text *texts);

/* What becomes of the template "t" made of these files with facts as JSON, where members "rich" are rich text: the dump
 * without the lines of the document and of sections, all findings before it.  `what`: "dump", "text" (doc_text()) or
 * "whole" (all of the dump). */
const char *test_render(const struct test_text *texts, const char *facts, const char *what);

/* The blocks of one section with these words. */
const char *test_blocks(const char *words, const char *facts);

/* Its text. */
const char *test_words(const char *words, const char *facts);

#endif
