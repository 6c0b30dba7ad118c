/*
 * json.h - strict JSON in (the only door to jansson) and a small writer. Reading refuses duplicate
 * keys, trailing text, bad UTF-8 and depth over 32. The writer escapes; numbers are whole.
 *
 *	struct json_w w = { .buf = { .arena = q->arena } };
 *	json_open(&w, '{'); json_key(&w, "minutes"); json_int(&w, 90); json_close(&w, '}');
 */
#ifndef ZYZ_JSON_H
#define ZYZ_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

struct json_w {
	struct buf buf;
	bool comma; /* internal: a comma is due before the next value */
};
void json_open(struct json_w *w, char bracket); /* '{' or '[' */
void json_close(struct json_w *w, char bracket);
void json_key(struct json_w *w, const char *key);
void json_str(struct json_w *w, const char *s);         /* NULL gives null */
void json_digits(struct json_w *w, const char *digits); /* a whole number as text */
void json_int(struct json_w *w, int64_t n);
void json_bool(struct json_w *w, bool b);

struct json; /* a value; owned by the arena */
enum err json_parse(struct arena *a, const char *p, size_t n, const struct json **out) MUST_USE;
const struct json *json_get(const struct json *j, const char *key); /* NULL: not there, no object */
const struct json *json_at(const struct json *j, size_t i);         /* NULL: not there, no array */
size_t json_len(const struct json *j);                              /* 0 for no array */
const char *json_text(const struct json *j);                        /* NULL: not a string */
bool json_number(const struct json *j, int64_t *out);               /* whole numbers only */
bool json_is_true(const struct json *j);
bool json_is_object(const struct json *j);

#endif
