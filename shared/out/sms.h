/*
 * sms.h - an SMS gateway over HTTP, in one of two shapes (setting sms_shape):
 *
 *	json   POST {"id","to","text"}, Authorization: Bearer KEY; answers {"code":0,"id":"..."}
 *	form   POST id, to, text, key as a form; answers "0,ID" or "CODE,words"
 *
 * code 0: taken; 1: no such number; 2: no money or quota left; all others: trouble of theirs. id is
 * ours: a gateway that sends the same id once (sms_same_id) may be asked again. Never touches the
 * database; a text or a number is never logged.
 */
#ifndef ZYZ_SMS_H
#define ZYZ_SMS_H

#include "http.h"

/* UNREADABLE: it may have been sent. */
enum sms_act { SMS_OK, SMS_NUMBER, SMS_QUOTA, SMS_AGAIN, SMS_UNREADABLE };

enum err sms_ask(struct arena *a, const char *id, const char *to, const char *text,
		 struct http_ask *ask) MUST_USE;
/* What an answer with status 200 says; *remote: the gateway's own id, or "". */
enum sms_act sms_answer(struct arena *a, const char *body, size_t n, const char **remote);

/* A receipt that the gateway posts: id (ours), code (0: arrived, 1: no such number, others: not)
 * and the key, as JSON or as a form. This is the key that it must have; "": none are taken. */
enum err sms_receipt_key(struct arena *a, const char **key) MUST_USE;

#endif
