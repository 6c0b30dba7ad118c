/*
 * totp.h - one-time codes of an authenticator app (RFC 6238: SHA-1, six digits, steps of 30
 * seconds), and codes that people copy from paper. Pure: who may use which step once is the
 * caller's to keep (staff_second.h).
 *
 *	const char *secret = totp_secret(a);                  // base32, as it stands in the QR code
 *	int64_t step = totp_step(secret, "492039", now);      // 0: wrong
 */
#ifndef ZYZ_TOTP_H
#define ZYZ_TOTP_H

#include "str.h"

enum { TOTP_SECONDS = 30, TOTP_GRACE = 1, TOTP_DIGITS = 6 };

const char *totp_secret(struct arena *a); /* 160 random bits as 32 letters of base32 */
/* The code of a step (Unix seconds / 30); NULL: the secret is no base32. */
const char *totp_code(struct arena *a, const char *secret, int64_t step);
/* The step that the code belongs to, at most one before or after the present one; 0: none. */
int64_t totp_step(struct arena *a, const char *secret, const char *code, int64_t now);
/* A random code for paper: groups of four out of 32 letters that nobody confuses, "7KQM-2XNP";
 * 5 bits each. */
const char *paper_code(struct arena *a, size_t groups);
/* As it was made, whatever blanks, strokes and small letters somebody typed; O is 0, I and L are
 * 1. NULL: it holds something else. */
const char *paper_code_plain(struct arena *a, const char *typed);

#endif
