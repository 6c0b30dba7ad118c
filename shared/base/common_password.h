/*
 * common_password.h - passwords that are guessed first: templates/common-passwords.txt, also with
 * figures and signs about it, and what is no more than a run or a repetition.
 *
 *	if (common_password(in.password, login))
 *		form_error(q, "password", "common");
 */
#ifndef ZYZ_COMMON_PASSWORD_H
#define ZYZ_COMMON_PASSWORD_H

#include <stdbool.h>

/* login may be NULL. The file is read where it lies, by all processes together; without it only
 * the shapes are looked at, and a line in the log says so once. */
bool common_password(const char *password, const char *login);

#endif
