#include "base/web.h"

#include <stdbool.h>
#include <string.h>

static const char *const starts[] = {"https://", "http://", "ftp://", "mailto:", "www."};
static const char *const top_domains[] = {"th",  "com", "org", "net",  "edu",   "gov", "info",
                                          "int", "io",  "me",  "asia", "cloud", "app"};

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool in_host(char c)
{
    return is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '@';
}

static bool in_path(char c)
{
    return c > ' ' && c < 0x7f && !strchr("<>\"{}|\\^`", c);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool begins(const char *text, size_t length, const char *word)
{
    size_t i = 0;
    while (word[i] && i < length && lower(text[i]) == word[i])
        i++;
    return word[i] == '\0';
}

/* Takes away what closes a sentence, and brackets that were opened before the address. */
static size_t trim(const char *text, size_t at, size_t end)
{
    int open = 0;
    for (size_t i = at; i < end; i++)
        open += (text[i] == '(') - (text[i] == ')');
    while (end > at) {
        char last = text[end - 1];
        if (last == ')' && open < 0)
            open++;
        else if (!strchr(".,;:!?'])-", last) || last == ')')
            break;
        end--;
    }
    return end;
}

static size_t path_end(const char *text, size_t length, size_t at, size_t from)
{
    while (from < length && in_path(text[from]))
        from++;
    return trim(text, at, from);
}

static bool is_top_domain(const char *label, size_t length)
{
    for (size_t i = 0; i < sizeof top_domains / sizeof *top_domains; i++) {
        if (strlen(top_domains[i]) == length && begins(label, length, top_domains[i]))
            return true;
    }
    return false;
}

/* The last label of a host name, or NULL when there is only one. */
static const char *last_label(const char *host, size_t length)
{
    for (size_t i = length; i-- > 1;) {
        if (host[i] == '.')
            return i + 1 < length ? host + i + 1 : NULL;
    }
    return NULL;
}

static enum web_kind host_or_mail(const char *text, size_t length, size_t at, size_t *end)
{
    size_t stop = at;
    while (stop < length && in_host(text[stop]))
        stop++;
    stop = trim(text, at, stop);

    const char *sign = memchr(text + at, '@', stop - at);
    const char *host = sign ? sign + 1 : text + at;
    size_t host_length = (size_t)(text + stop - host);
    const char *label = last_label(host, host_length);
    if (!label || memchr(host, '@', host_length))
        return WEB_NONE;
    *end = stop;
    if (sign)
        return sign > text + at ? WEB_MAIL : WEB_NONE;
    if (!is_top_domain(label, (size_t)(text + stop - label)))
        return WEB_NONE;
    if (stop < length && text[stop] == '/')
        *end = path_end(text, length, at, stop);
    return WEB_URL;
}

enum web_kind web_address(const char *text, size_t length, size_t at, size_t *end)
{
    if (at >= length || !is_alnum(text[at]))
        return WEB_NONE;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t size = strlen(starts[i]);
        if ((at && is_alnum(text[at - 1])) || !begins(text + at, length - at, starts[i]))
            continue;
        *end = path_end(text, length, at, at + size);
        return *end > at + size ? WEB_URL : WEB_NONE;
    }
    if (at && (in_host(text[at - 1]) || text[at - 1] == '/'))
        return WEB_NONE;
    return host_or_mail(text, length, at, end);
}
