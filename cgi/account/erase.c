/*
 * erase.c - a person leaves for good. Name, birth, numbers, guardians and the WeChat account are
 * destroyed, and with them the salt that ties ledger events to the person; records stay, as hours
 * of nobody that anyone can name.
 */
#include "account.h"
#include "clock.h"
#include "outbox.h"

#define ERASE_IN(X, T) X(T, FLAG, confirm, 1, 1)
FORM_DEFINE(erase_in, ERASE_IN);

/* Somebody counts on them: first withdraw. */
static struct stmt duties_q = SQL(
	"SELECT COUNT(*)"
	"  FROM roster r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND a.state IN ('published', 'running')"
	"   AND a.ends_at >= ?");
static struct stmt live_q = SQL(
	"SELECT COUNT(*)"
	"  FROM application ap"
	"  JOIN project pr ON pr.id = ap.project_id"
	" WHERE ap.person_id = ?"
	"   AND ap.state IN ('pending', 'waiting', 'offered', 'accepted')"
	"   AND pr.state IN ('recruiting', 'running')");

static struct stmt person_q = SQL(
	"UPDATE person"
	"   SET name = ?, name_pinyin = NULL, sex = '0', birth_on = NULL, id_type = NULL,"
	"       id_no_sealed = NULL, id_no_index = NULL, phone_sealed = NULL, phone_index = NULL,"
	"       commit_salt = NULL, erased_at = ?"
	" WHERE id = ?"
	"   AND erased_at IS NULL");
static struct stmt volunteer_q = SQL(
	"UPDATE volunteer"
	"   SET state = 'left', left_at = ?, version = version + 1, platform_no = NULL,"
	"       skills = '', categories = '', fields = '', available = '', nationality = NULL,"
	"       ethnic = NULL, political = NULL, education = NULL, occupation = NULL,"
	"       native_place = NULL, employer = NULL, job_title = NULL, address_sealed = NULL,"
	"       email_sealed = NULL, blood = NULL, clothing = NULL, height_cm = NULL,"
	"       photo_id = NULL"
	" WHERE person_id = ?");
static struct stmt consents_q = SQL(
	"UPDATE consent"
	"   SET withdrawn_at = ?"
	" WHERE person_id = ?"
	"   AND withdrawn_at IS NULL");
/* Words about somebody and by them; the marks are figures. */
static struct stmt words_q = SQL(
	"UPDATE evaluation"
	"   SET words = ''"
	" WHERE person_id = ?");
/* The bundles that they came with name them; what was taken from them stays as figures. */
static struct stmt files_q = SQL(
	"DELETE f"
	"  FROM transfer_file f"
	"  JOIN transfer t ON t.id = f.transfer_id"
	" WHERE t.person_id = ?");
static struct stmt guardians_q = SQL(
	"DELETE FROM guardian"
	" WHERE person_id = ?");
static struct stmt proxies_q = SQL(
	"DELETE FROM proxy"
	" WHERE person_id = ?"
	"    OR proxy_person_id = ?");
static struct stmt logins_q = SQL(
	"DELETE l"
	"  FROM wechat_login l"
	"  JOIN wechat_account w ON w.openid = l.openid"
	" WHERE w.person_id = ?");
static struct stmt visits_q = SQL(
	"DELETE s"
	"  FROM session s"
	"  JOIN wechat_account w ON w.id = s.wechat_account_id"
	" WHERE w.person_id = ?"
	"   AND s.kind = 'wechat'");
static struct stmt sessions_q = SQL(
	"UPDATE session"
	"   SET wechat_account_id = NULL, revoked_at = COALESCE(revoked_at, ?)"
	" WHERE person_id = ?");
static struct stmt wechat_q = SQL(
	"DELETE FROM wechat_account"
	" WHERE person_id = ?");

static enum err destroy(void *ctx)
{
	struct rq *q = ctx;
	int64_t person = q->person;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_change(
		&person_q, ARGS(A_(str_or(lang("account.erased_name"), "-")), A_(now), A_(person)));
	if (!e)
		e = db_exec(&volunteer_q, ARGS(A_(now), A_(person)), NULL);
	if (!e)
		e = db_exec(&consents_q, ARGS(A_(now), A_(person)), NULL);
	if (!e)
		e = db_exec(&words_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&files_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&guardians_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&proxies_q, ARGS(A_(person), A_(person)), NULL);
	if (!e)
		e = db_exec(&logins_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&visits_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&sessions_q, ARGS(A_(now), A_(person)), NULL);
	if (!e)
		e = db_exec(&wechat_q, ARGS(A_(person)), NULL);
	if (!e)
		e = outbox_consent_withdrawn(person);
	if (!e)
		e = outbox_forget(person);
	return e ? e : audit(&q->actor, "person.erase", "person", person, NULL);
}

enum err erase_show(struct rq *q)
{
	return page(q, "account/erase.cs");
}

enum err erase(struct rq *q)
{
	struct erase_in in;
	int64_t duties, live, person = q->person;
	if (!form_read(q, erase_in_fields, &in))
		return ERR_FORM;
	enum err e = db_int(&duties_q, ARGS(A_(person), A_(clock_time(q->arena, q->now))), &duties);
	if (!e)
		e = db_int(&live_q, ARGS(A_(person)), &live);
	if (e)
		return e;
	if (duties)
		form_error(q, NULL, "erase_duties");
	if (live)
		form_error(q, NULL, "erase_live");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(destroy, q);
	if (!e)
		e = session_end(q);
	reply_cookie(q, BROWSER_COOKIE, "", -1);
	return e ? e : see(q, "/account/sign-in?as=volunteer&done=erased");
}
