/*
 * second.c - a member of staff sets up the second factor: scans the secret with an authenticator
 * app, proves it by a code, and takes ten recovery codes along.
 *
 * Until then the secret stands on that page alone: sealed for this account, it comes back with the
 * form. Who has a factor already and takes another phone shows the old one first.
 */
#include <stdlib.h>
#include <string.h>

#include "account.h"
#include "document_qr.h"
#include "secret.h"
#include "staff_second.h"
#include "totp.h"
#include "tries.h"

enum { PAGE_SECONDS = 3600, SEALED = 200 };

#define SECOND_IN(X, T) \
	X(T, CODE, sealed, 1, 400) \
	X(T, STR, code, 1, 20) \
	X(T, STR, code_old, 0, 40) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(second_in, SECOND_IN);

#define ACCOUNT_COLS(X, T) \
	X(T, BYTES, uid, "uid") \
	X(T, TEXT, login, "login") \
	X(T, INT, has, "totp_sealed IS NOT NULL")
ROW_DEFINE(account_row, ACCOUNT_COLS);
static struct stmt account_q = SQL(
	"SELECT " ROW_SELECT(ACCOUNT_COLS)
	"  FROM staff"
	" WHERE id = ?");
static int64_t second_of(const struct rq *q)
{
	return q->staff ? q->staff : str_eq(q->who.step, "second") ? q->who.waiting : 0;
}

/* What was on the page, if it is still good: "SECRET TIME". */
static const char *second_secret(struct rq *q, const struct account_row *a, const char *hex)
{
	uint8_t raw[SEALED];
	const char *text = NULL;
	size_t n = hex ? strlen(hex) / 2 : 0;
	if (!n || n > sizeof(raw) || !hex_decode(hex, raw, n) ||
	    secret_unseal(q->arena, "staff.totp_new", a->uid, (struct bytes){ raw, n }, &text))
		return NULL;
	const char *blank = strchr(text, ' ');
	if (!blank || strtoll(blank, NULL, 10) < q->now - PAGE_SECONDS)
		return NULL;
	return arena_dup(q->arena, text, (size_t)(blank - text));
}

/* In groups of four, as people type it in by hand. */
static const char *second_grouped(struct rq *q, const char *secret)
{
	struct buf b = { .arena = q->arena };
	for (size_t i = 0; secret[i]; i++) {
		if (i && i % 4 == 0)
			buf_char(&b, ' ');
		buf_char(&b, secret[i]);
	}
	return b.p;
}

/* What the QR code says to an app. */
static const char *second_address(struct rq *q, const char *login, const char *secret)
{
	const char *by = url_encode(q->arena, lang("account.totp_issuer"));
	return arena_fmt(q->arena, "otpauth://totp/%s:%s?secret=%s&issuer=%s", by,
			 url_encode(q->arena, login), secret, by);
}

enum err second_show(struct rq *q)
{
	struct account_row a;
	const char *path;
	int side;
	int64_t staff = second_of(q);
	if (!staff)
		return ERR_SIGN_IN;
	enum err e = row_one(&account_q, ARGS(A_(staff)), account_row_cols, &a);
	if (e)
		return e;
	const char *sealed = form_again(q) ? got(q, "Form.sealed") : NULL;
	const char *secret = second_secret(q, &a, sealed);
	if (!secret) {
		secret = totp_secret(q->arena);
		sealed = hex_encode(q->arena, secret_seal(q->arena, "staff.totp_new", a.uid,
							  arena_fmt(q->arena, "%s %lld", secret,
								    (long long)q->now)));
	}
	e = qr_path(q->arena, second_address(q, a.login, secret), &path, &side);
	if (e)
		return e;
	put(q, "Second.secret", second_grouped(q, secret));
	put(q, "Second.path", path);
	put_int(q, "Second.side", side);
	put(q, "Second.sealed", sealed);
	put_int(q, "Second.has", a.has ? 1 : DB_NONE);
	put(q, "To", path_back(q, NULL));
	return page(q, "account/second.cs");
}

struct setting_up {
	struct rq *q;
	struct actor by;
	const struct account_row *a;
	const struct second_in *in;
	const char *secret;
	int64_t step;
	const char *codes[RECOVERY_CODES];
	bool wrong_old;
};

static enum err second_keep(void *ctx)
{
	struct setting_up *s = ctx;
	enum second_shown shown = SECOND_APP;
	enum err e = s->a->has ? staff_second_show(&s->by, s->by.staff, str_or(s->in->code_old, ""),
						   &shown)
			       : OK;
	s->wrong_old = shown == SECOND_NO;
	if (e || s->wrong_old)
		return e;
	return staff_second_set(&s->by, s->by.staff, s->secret, s->step, s->q->who.session_id,
				s->codes);
}

static enum err second_wrong(struct rq *q, const struct tries *t, const char *field)
{
	bool rests;
	enum err e = tries_wrong(q, t, &rests);
	if (e)
		return e;
	form_error(q, field, rests ? "rests" : "wrong_code");
	return ERR_FORM;
}

/* The recovery codes, this once; the session goes on under a new token, with the factor shown. */
static enum err second_done(struct rq *q, const struct setting_up *s, bool step)
{
	int64_t staff = s->by.staff;
	const char *name = q->who.name, *to = step ? path_back(q, NULL) : "/account/mine";
	enum err e = step ? sign_in_end(q, staff, &to) : session_staff(q, staff, q->station, true);
	if (e)
		return e;
	q->who.name = name;
	for (size_t i = 0; i < RECOVERY_CODES; i++)
		node_set(node_item(put_list(q, "Recovery")), "code", s->codes[i]);
	put(q, "To", to);
	return page(q, "account/recovery.cs");
}

enum err second_set(struct rq *q)
{
	struct second_in in;
	struct account_row a;
	struct setting_up s = { .q = q, .by = q->actor, .a = &a, .in = &in };
	bool step = !q->staff;
	s.by.staff = second_of(q);
	if (!s.by.staff)
		return ERR_SIGN_IN;
	enum err e = row_one(&account_q, ARGS(A_(s.by.staff)), account_row_cols, &a);
	if (e)
		return e;
	if (!form_read(q, second_in_fields, &in))
		return ERR_FORM;
	const struct tries t = { "second", a.login };
	s.secret = second_secret(q, &a, in.sealed);
	s.step = s.secret ? totp_step(q->arena, s.secret, in.code, q->now) : 0;
	e = tries_left(q, &t);
	if (e == ERR_THROTTLED) {
		form_error(q, "code", "rests");
		return ERR_FORM;
	}
	if (e)
		return e;
	if (!s.secret) {
		form_error(q, NULL, "second_old_page");
		return ERR_FORM;
	}
	if (!s.step)
		return second_wrong(q, &t, "code");
	e = db_tx(second_keep, &s);
	if (e)
		return e;
	return s.wrong_old ? second_wrong(q, &t, "code_old") : second_done(q, &s, step);
}
