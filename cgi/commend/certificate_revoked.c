/*
 * certificate_revoked.c - the list of revoked numbers, signed, for those who check papers with the
 * network off.
 *
 * A text of lines: "zyz-revoked-1", "at TIME", one "NUMBER DAY" for each revoked certificate in the
 * order of numbers, "key ID", "signature HEX". The signature (Ed25519) is of all before its line.
 */
#include "clock.h"
#include "commend.h"
#include "secret.h"

enum { KEPT_SECONDS = 60 };

static struct stmt list_q = SQL(
	"SELECT no, DATE(revoked_at)"
	"  FROM certificate"
	" WHERE state = 'revoked'"
	" ORDER BY no"
	" LIMIT 100000");

static enum err revoked_line(void *ctx, const struct row *r)
{
	buf_fmt(ctx, "%s %s\n", r->cells[0].text, str_or(r->cells[1].text, "-"));
	return OK;
}

enum err revoked_list(struct rq *q)
{
	struct buf b = { .arena = q->arena };
	buf_fmt(&b, "zyz-revoked-1\nat %s\n", clock_time(q->arena, q->now));
	enum err e = db_each(&list_q, NO_ARGS, revoked_line, &b);
	if (e)
		return e;
	buf_fmt(&b, "key %08x\n", (unsigned)secret_key_id());
	struct bytes signature = secret_sign(q->arena, (struct bytes){ (const uint8_t *)b.p, b.n });
	buf_fmt(&b, "signature %s\n", hex_encode(q->arena, signature));
	reply_cache(q, KEPT_SECONDS);
	return reply_body(q, "text/plain; charset=utf-8", b.p, b.n);
}
