/*
 * rendered.h - templates rendered from fixtures, without a program: for golden_test.c.
 *
 *	CSPARSE *cs = rendered_parse(base, "needs/surveys.cs", true);
 *	char *html = rendered(cs, data, "needs/surveys.cs");
 */
#ifndef ZYZ_RENDERED_H
#define ZYZ_RENDERED_H

#include <stdbool.h>

#include <ClearSilver.h>

#define GOLDEN "tests/unit/golden"

/* The texts, once for all tests of a program: cmocka's set-up and its end. */
int rendered_start(void **state);
int rendered_stop(void **state);
/* Fails the test. */
void rendered_must(NEOERR *bad, const char *what);
/* A tree that templates are found from, and that escapes. */
HDF *rendered_tree(void);
/* As programs load it, or, not folded, as ClearSilver alone does. */
CSPARSE *rendered_parse(HDF *base, const char *template, bool folded);
char *rendered(CSPARSE *cs, HDF *data, const char *what); /* to be freed */

#endif
