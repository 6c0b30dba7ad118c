/*
 * str.h - text: UTF-8, hex, masking, a growing buffer. Never allocates outside an arena.
 *
 *	put(q, "Phone", mask_phone(q->arena, phone));        // 138****5678
 */
#ifndef ZYZ_STR_H
#define ZYZ_STR_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

#define DB_NONE INT64_MIN /* an optional whole number that is not there; NULL in the database */

struct bytes {
	const uint8_t *p;
	size_t n;
};
#define BYTES(array) ((struct bytes){ (const uint8_t *)(array), sizeof(array) })

bool str_eq(const char *a, const char *b); /* NULL equals only NULL */
bool str_starts(const char *s, const char *prefix);
const char *str_or(const char *s, const char *fallback); /* fallback for NULL and "" */
bool str_in(const char *s, const char *list);            /* s is one word of "a,b,c" */

bool utf8_valid(const char *p, size_t n); /* strict; no NUL, no surrogates */
size_t utf8_count(const char *s);         /* characters of valid UTF-8 */
#define UTF8_BAD 0xfffdu
/* The character at *s, which moves behind it; a byte that is no UTF-8 is UTF8_BAD. */
uint32_t utf8_next(const char **s);
/* at most max characters, … added */
const char *utf8_cut(struct arena *a, const char *s, size_t max);

char *hex_encode(struct arena *a, struct bytes b); /* lower case */
/* In groups of eight, so that people can compare them and a narrow screen can break the line. */
const char *hex_groups(struct arena *a, const char *hex);
bool hex_decode(const char *s, uint8_t *out, size_t n); /* exactly n bytes, either case */

const char *mask_phone(struct arena *a, const char *s); /* 138****5678 */
const char *mask_name(struct arena *a, const char *s);  /* 张*, 欧阳** : first character kept */
const char *mask_address(struct arena *a, const char *s); /* 胜利社区 8**** : where it begins */

const char *hours_text(struct arena *a, int64_t minutes); /* "1.50": two decimals, half up */

/* A buffer that grows in an arena. p is always NUL-terminated once something was added. */
struct buf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};
void buf_add(struct buf *b, const char *p, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_reserve(struct buf *b, size_t n); /* room for n bytes in all */
void buf_fmt(struct buf *b, const char *fmt, ...) PRINTF(2, 3);

#endif
