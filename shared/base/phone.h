/*
 * phone.h - telephone numbers of China, as people write them, in one writing: 13800138000,
 * 0913-2123456, 010-12345678-801, 400-123-4567, 12345.
 *
 *	const char *wrong = phone_read(q->arena, typed, &phone);  // NULL, or a word of messages
 */
#ifndef ZYZ_PHONE_H
#define ZYZ_PHONE_H

#include <stdbool.h>

#include "arena.h"

/* +86, 0086, blanks, dashes and brackets are no part of a number; 转, ext, # and a second dash begin
 * an extension. NULL and *out, or what is wrong: "phone_area" (a landline without its area),
 * "phone_abroad", "phone_many" (two numbers) or "phone". */
const char *phone_read(struct arena *a, const char *typed, const char **out);
bool mobile_check(const char *s); /* 1[3-9] and nine digits */

#endif
