/*
 * asking.h - a request made by hand, for tests of what reads requests and answers them.
 *
 * Owns an arena, a folder of keys, and the page's texts of templates/ (tests run in the top
 * folder).
 *
 *	struct rq *q = ask();                            // nobody's GET / in a fresh arena
 *	ask_form(q, "name=%E5%BC%A0&phone=13800000000"); // what was posted
 */
#ifndef ZYZ_TEST_ASKING_H
#define ZYZ_TEST_ASKING_H

#include "request.h"

int asking_start(void **state); /* cmocka's group setup */
int asking_end(void **state);   /* and teardown: fails when a key file is left behind */
struct rq *ask(void);           /* ends the request before it */
void ask_form(struct rq *q, const char *urlencoded);
void ask_cookie(struct rq *q); /* the cookies just set come back with the next ask() */
const char *answer_header(const struct rq *q, const char *name); /* first of that name, or NULL */

/* Copies what must outlive the request; keep(array, sizeof array, ...). */
void keep(char *to, size_t size, const char *s);

#endif
