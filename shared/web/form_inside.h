/* form_inside.h - what form.c and form_kinds.c share; nobody else includes it. */
#ifndef ZYZ_FORM_INSIDE_H
#define ZYZ_FORM_INSIDE_H

#include "form.h"

/* Reads one field into the struct member at `to`, which is always written: the value, or "not
 * there". f is the posted field or NULL. Returns the word of the message that says what is wrong,
 * or NULL. */
const char *form_kind_read(struct rq *q, const struct field_rule *rule, const struct field *f,
			   void *to);

/* A value that may be looked up by name on a page: [0-9A-Za-z_]+ of at most 64 bytes. */
bool form_word(const char *s);
/* Passwords and one-time codes: taken byte for byte, never put back on a page. */
bool form_secret(const char *name);

#endif
