/*
 * text.h - one writing for what people type. A name, a number or a day has one meaning and many
 * writings: marks that nobody sees, other blanks, dashes and dots, full-width letters. What comes
 * out of here is what is stored, indexed and compared; nobody cleans text in another way.
 *
 *	if (str_eq(text_name(a, typed), text_name(a, kept)))         // 古丽米热∙艾比布力
 *	secret_index(a, "person.id_no", text_number(a, typed));      // 'a123456（3） -> A1234563
 *
 * Each takes any bytes and gives strict UTF-8; a byte that is none becomes "?", which no check of
 * names or numbers takes. Twice is the same as once. Never longer than 4/3 of what came in.
 */
#ifndef ZYZ_TEXT_H
#define ZYZ_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

/* Prose: what nobody sees left out (U+180B to U+180F and U+202F stay where they shape Mongolian),
 * every blank a blank, every line end \n, none of both at the ends. */
char *text_prose(struct arena *a, const char *s);
/* One value, such as a day, a clock, an amount, a title of a table: moreover on one line, half
 * width, every dash "-", every colon ":". */
char *text_value(struct arena *a, const char *s);
/* A person's name: moreover every dot "·", letters in their own place instead of GBK's private one,
 * of a radical or with a loose accent, no blank between Han letters. */
char *text_name(struct arena *a, const char *s);
/* The number of a document, a certificate, a person: letters and digits alone, A to Z. */
char *text_number(struct arena *a, const char *s);

bool text_controls(const char *s); /* holds control characters other than \n */
/* Two names of one person, as far as letters tell: A and a count as one. */
bool text_same_name(struct arena *a, const char *x, const char *y);
/* What mask shows of a text is what the text has there: 6105**1234, 张*. Both in one writing. */
bool text_fits(const char *mask, const char *whole);

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_MONGOLIAN, SCRIPT_HAN };
enum script text_script(uint32_t c); /* of a letter of names; Han up to Extension I */

/* text_letters.c: the letter that c stands for (a private one of GBK, a radical, a compatibility
 * ideograph), or c. */
uint32_t text_letter(uint32_t c);
/* Letter and loose accent as one letter; 0: there is none. */
uint32_t text_accent(uint32_t letter, uint32_t accent);

#endif
