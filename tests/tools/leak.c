/* A unit test that leaks and passes: tests/run sees to it that such leaks are noticed. */
#include <criterion/criterion.h>
#include <stdlib.h>

Test(leak, passes)
{
    char *volatile lost = malloc(100);
    cr_assert_not_null(lost);
    lost = NULL;
}
