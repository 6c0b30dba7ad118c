/* tell_queue.c - messages are taken, and settled. */
#include "tell_queue.h"

#include "clock.h"
#include "config.h"
#include "secret.h"
#include "tell.h"

static struct stmt take_q = SQL(
	"UPDATE message"
	"   SET remote_no = ?, state = 'sending', next_at = ?, tries = tries + 1"
	" WHERE channel = ?"
	"   AND lane = ?"
	"   AND due_at <= ?"
	" ORDER BY due_at, id"
	" LIMIT ?");
static struct stmt taken_q = SQL(
	"SELECT " ROW_SELECT(DUE_COLS)
	"  FROM message m"
	"  LEFT JOIN person p ON p.id = m.person_id"
	"  LEFT JOIN wechat_account w ON w.person_id = m.person_id AND w.appid = ?"
	"  LEFT JOIN station s ON s.id = m.station_id"
	" WHERE m.channel = ?"
	"   AND m.lane IN (0, 1, 2)"
	"   AND m.due_at = ?"
	"   AND m.state = 'sending'"
	"   AND m.remote_no = ?"
	" ORDER BY m.lane, m.id"
	" LIMIT ?");
/* Only as long as the lease is ours. */
#define OURS \
	" WHERE id = ?" \
	"   AND state = 'sending'" \
	"   AND remote_no = ?"
static struct stmt calling_q = SQL(
	"UPDATE message"
	"   SET called_at = COALESCE(called_at, ?)" OURS);
static struct stmt sent_q = SQL(
	"UPDATE message"
	"   SET state = 'sent', sent_at = ?, remote_no = ?, next_at = NULL, called_at = NULL,"
	"       phone_sealed = NULL, words_sealed = NULL" OURS);
static struct stmt later_q = SQL(
	"UPDATE message"
	"   SET state = 'waiting', next_at = ?, remote_no = NULL, tries = tries - ?,"
	"       called_at = IF(?, called_at, NULL)" OURS);
static struct stmt end_q = SQL(
	"UPDATE message"
	"   SET reason = ?, state = ?, sent_at = ?, remote_no = NULL, next_at = NULL,"
	"       called_at = NULL, phone_sealed = NULL, words_sealed = NULL" OURS);
static struct stmt instead_q = SQL(
	"INSERT INTO message (client_msg_id, station_id, person_id, event, about, target_id, mark,"
	"       channel, lane, name, happens_at, until_at, place, note, path, state, not_before,"
	"       last_at, next_at, created_at)"
	" SELECT ?, m.station_id, m.person_id, m.event, m.about, m.target_id, m.mark, ?, m.lane,"
	"       m.name, m.happens_at, m.until_at, m.place, m.note, m.path, 'waiting', m.not_before,"
	"       m.last_at, ?, ?"
	"  FROM message m"
	"  JOIN person p ON p.id = m.person_id AND p.phone_sealed IS NOT NULL"
	"       AND p.erased_at IS NULL"
	"  LEFT JOIN message_way y ON y.person_id = m.person_id"
	" WHERE m.id = ?"
	"   AND m.state = 'sending'"
	"   AND m.remote_no = ?"
	"   AND COALESCE(y.ways, 'wechat_first') = 'wechat_first'"
	"    ON DUPLICATE KEY UPDATE id = message.id");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1"
	"          FROM message"
	"         WHERE channel = ?"
	"           AND sent_at >= ?"
	"           AND lane > 0"
	"           AND state IN ('sent', 'arrived', 'unsure')"
	"         LIMIT ?) x");
static struct stmt receipt_q = SQL(
	"UPDATE message"
	"   SET state = IF(? IS NULL, 'arrived', 'given_up'), reason = ?, next_at = NULL,"
	"       sent_at = COALESCE(sent_at, ?), called_at = NULL, phone_sealed = NULL,"
	"       words_sealed = NULL"
	" WHERE client_msg_id = UNHEX(?)"
	"   AND channel = 'sms'"
	"   AND (state IN ('sent', 'unsure') OR (state = 'sending' AND called_at IS NOT NULL))");
static struct stmt back_q = SQL(
	"UPDATE message FORCE INDEX (message_lane)"
	"   SET next_at = NOW()"
	" WHERE channel = ?"
	"   AND lane IN (0, 1, 2)"
	"   AND due_at > NOW() + INTERVAL IF(state = 'sending', 1, 24) HOUR"
	"   AND (state = 'sending' OR not_before IS NULL OR due_at > not_before)");
static struct stmt sweep_q = SQL(
	"DELETE FROM message"
	" WHERE created_at < ?"
	" ORDER BY created_at"
	" LIMIT ?");

enum err tell_take(const struct actor *by, const struct tell_taking *t, struct tell_due **v,
		   size_t *n)
{
	uint8_t raw[16];
	int64_t rows, all = 0;
	secret_random(raw, sizeof(raw));
	const char *mine = hex_encode(by->arena, BYTES(raw)),
		   *until = clock_time(by->arena, by->now + t->lease);
	*n = 0;
	for (int64_t lane = 0; lane < t->lanes && all < t->most; lane++) {
		enum err e = db_affect(&take_q,
				       ARGS(A_(mine), A_(until), A_(t->channel), A_(lane),
					    A_(t->due_by), A_(t->most - all)),
				       &rows);
		if (e)
			return e;
		all += rows;
	}
	if (!all)
		return OK;
	return row_all(&taken_q,
		       ARGS(A_(cfg.wx_appid), A_(t->channel), A_(until), A_(mine), A_(t->most)),
		       tell_due_cols, sizeof(**v), v, n);
}

enum err tell_set_back(const char *channel)
{
	int64_t rows;
	return db_affect(&back_q, ARGS(A_(channel)), &rows);
}

enum err tell_calling(const struct actor *by, const struct tell_due *d, bool *mine)
{
	int64_t rows = 0;
	enum err e = db_affect(&calling_q, ARGS(A_(actor_time(by)), A_(d->id), A_(d->lease)),
			       &rows);
	*mine = rows > 0;
	return e;
}

enum err tell_sent(const struct actor *by, const struct tell_due *d, const char *remote)
{
	int64_t rows;
	return db_affect(&sent_q,
			 ARGS(A_(actor_time(by)),
			      A_(remote ? utf8_cut(by->arena, remote, 64) : NULL), A_(d->id),
			      A_(d->lease)),
			 &rows);
}

enum err tell_later(const struct tell_due *d, const char *next_at, enum tell_try how)
{
	int64_t rows;
	return db_affect(&later_q,
			 ARGS(A_(next_at), A_((int64_t)(how != TELL_REFUSED)),
			      A_((int64_t)(how == TELL_UNANSWERED)), A_(d->id), A_(d->lease)),
			 &rows);
}

struct ending {
	const struct actor *by;
	const struct tell_due *d;
	const char *state, *reason, *instead;
	bool only; /* where another channel takes it over */
	int64_t taken;
};

static enum err end_tx(void *ctx)
{
	struct ending *g = ctx;
	const char *now = actor_time(g->by);
	int64_t rows;
	enum err e = OK;
	g->taken = 0;
	if (g->instead && *cfg.sms_url && tell_worth_sms(g->d->event))
		e = db_affect(&instead_q,
			      ARGS(A_(secret_uid(g->by->arena)), A_(g->instead), A_(now), A_(now),
				   A_(g->d->id), A_(g->d->lease)),
			      &g->taken);
	if (e || (g->only && !g->taken))
		return e;
	return db_affect(&end_q,
			 ARGS(A_(g->reason), A_(g->state), A_(now), A_(g->d->id), A_(g->d->lease)),
			 &rows);
}

enum err tell_give_up(const struct actor *by, const struct tell_due *d, const char *reason,
		      const char *instead)
{
	struct ending g = { by, d, "given_up", reason, instead, false, 0 };
	return db_tx(end_tx, &g);
}

enum err tell_unsure(const struct actor *by, const struct tell_due *d, const char *reason,
		     const char *instead)
{
	struct ending g = { by, d, "unsure", reason, instead, false, 0 };
	return db_tx(end_tx, &g);
}

enum err tell_fall_back(const struct actor *by, const struct tell_due *d, const char *reason,
			const char *instead, bool *done)
{
	struct ending g = { by, d, "given_up", reason, instead, true, 0 };
	enum err e = db_tx(end_tx, &g);
	*done = !e && g.taken;
	return e;
}

enum err tell_count(const char *channel, const char *since, int64_t most, int64_t *n)
{
	return db_int(&count_q, ARGS(A_(channel), A_(since), A_(most)), n);
}

enum err tell_sweep(const char *before, int64_t most, int64_t *n)
{
	return db_affect(&sweep_q, ARGS(A_(before), A_(most)), n);
}

enum err tell_receipt(const struct actor *by, const char *client, const char *reason)
{
	int64_t rows;
	return db_affect(&receipt_q, ARGS(A_(reason), A_(reason), A_(actor_time(by)), A_(client)),
			 &rows);
}
