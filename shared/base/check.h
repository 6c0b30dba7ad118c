/*
 * check.h - checks of the field's numbers. Pure functions: no database, no clock but the given day.
 *
 * id_no_check() follows GB 11643 (weights 2^(18-i) mod 11), uscc_check() GB 32100 (3^i mod 31).
 */
#ifndef ZYZ_CHECK_H
#define ZYZ_CHECK_H

#include <stdbool.h>

enum id_fault { ID_OK = 0, ID_LENGTH, ID_CHARS, ID_REGION, ID_BIRTH, ID_CHECK_DIGIT };

/* An 18-character resident id. x is taken as X. ID_OK fills birth "YYYY-MM-DD" and sex '1' or '2'.
 * today is "YYYY-MM-DD": births after it or more than 150 years before it are ID_BIRTH. */
enum id_fault id_no_check(const char *s, const char *today, char birth[11], char *sex);
/* The same of a foreigner's permanent residence card (GA 2102-2023): 9, province, country. */
enum id_fault card_no_check(const char *s, const char *today, char birth[11], char *sex);
bool uscc_check(const char *s); /* 18 characters of a unified social credit code */
/* Chinese, Latin or Mongolian letters, blank and ·; in Latin names - and ' too (base/text.h). */
bool person_name_check(const char *s);
bool volunteer_no_check(const char *s);         /* V and 16 digits and one [0-9A-Z], or 32 digits */
int age_on(const char *birth, const char *day); /* whole years; both "YYYY-MM-DD" */

#endif
