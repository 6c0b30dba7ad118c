/*
 * erase.c - a person leaves for good. Name, birth, numbers, guardians and the WeChat account are
 * destroyed, and with them the salt that ties ledger events to the person; records stay, as hours
 * of nobody that anyone can name.
 */
#include "account.h"
#include "calendar.h"
#include "clock.h"
#include "forget.h"
#include "outbox.h"
#include "person.h"
#include "personal.h"
#include "phone_code.h"
#include "proof.h"
#include "register_kept.h"
#include "timebank.h"

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
/* Where they are counted on: each leads to its 请假. */
static struct stmt duty_q = SQL(
	"SELECT a.no, a.title, a.starts_at, a.ends_at"
	"  FROM roster r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND a.state IN ('published', 'running')"
	"   AND a.ends_at >= ?"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 20");
/* What else: of a shift that is over nothing is left to give up. */
#define LIVE_APPLICATIONS \
	"  FROM application ap" \
	"  JOIN project pr ON pr.id = ap.project_id" \
	"  LEFT JOIN activity b ON b.id = ap.activity_id" \
	" WHERE ap.person_id = ?" \
	"   AND ap.state IN ('pending', 'waiting', 'offered', 'accepted')" \
	"   AND (ap.activity_id IS NULL OR ap.open_shift IS NOT NULL)" \
	"   AND pr.state IN ('recruiting', 'running')"
static struct stmt applied_q = SQL(
	"SELECT DISTINCT pr.no, COALESCE(b.title, pr.title) AS title, b.no AS shift, b.starts_at,"
	"       b.ends_at"
	LIVE_APPLICATIONS
	" ORDER BY pr.no, b.starts_at"
	" LIMIT 20");
static struct stmt live_q = SQL(
	"SELECT COUNT(*)"
	LIVE_APPLICATIONS);

#define ID_COLS(X, T) X(T, INT, id, "id")
ROW_DEFINE(id_row, ID_COLS);
static struct stmt all_q = SQL(
	"SELECT " ROW_SELECT(ID_COLS)
	"  FROM person"
	" WHERE ? IN (id, merged_into)"
	" ORDER BY id"
	" LIMIT 100");

static struct stmt person_q = SQL(
	"UPDATE person"
	"   SET " PERSON_FORGETS(FORGET_SQL) PERSON_FORGETS_KEYS(FORGET_SQL)
	"       name = ?, erased_at = ?"
	" WHERE id = ?"
	"   AND erased_at IS NULL");
static struct stmt volunteer_q = SQL(
	"UPDATE volunteer"
	"   SET " VOLUNTEER_FORGETS(FORGET_SQL) "photo_id = NULL, state = 'left', left_at = ?,"
	"       backbone = 0, backbone_at = NULL, backbone_by = NULL, in_ledger = 0,"
	"       version = version + 1"
	" WHERE person_id = ?");
static struct stmt correction_q = SQL(
	"UPDATE correction"
	"   SET name = NULL, id_type = NULL, id_no_sealed = NULL, id_no_index = NULL,"
	"       birth_on = NULL, sex = NULL, was_name = NULL, was_id_type = NULL,"
	"       was_id_no_sealed = NULL, was_birth_on = NULL, was_sex = NULL, proof = '',"
	"       state = IF(state = 'open', 'cancelled', state)"
	" WHERE person_id = ?");
static struct stmt guardian_q = SQL(
	"DELETE FROM guardian"
	" WHERE person_id = ?");
static struct stmt proxy_q = SQL(
	"DELETE FROM proxy"
	" WHERE person_id = ?"
	"    OR proxy_person_id = ?");
static struct stmt worker_q = SQL(
	"DELETE FROM social_worker"
	" WHERE person_id = ?");
static struct stmt notes_q = SQL(
	"DELETE FROM person_note"
	" WHERE person_id = ?");
static struct stmt tags_q = SQL(
	"DELETE FROM person_tag"
	" WHERE person_id = ?");
static struct stmt login_q = SQL(
	"DELETE l"
	"  FROM wechat_login l"
	"  JOIN wechat_account w ON w.openid = l.openid"
	" WHERE w.person_id = ?");
static struct stmt wechat_q = SQL(
	"DELETE FROM wechat_account"
	" WHERE person_id = ?");

static enum err person_forget(const struct actor *by, int64_t person)
{
	const char *name = str_or(lang("account.erased_name"), "-");
	enum err e = phone_codes_forget(person);
	if (!e)
		e = register_kept_forget(by, person);
	return e ? e : db_change(&person_q, ARGS(A_(name), A_(actor_time(by)), A_(person)));
}

static enum err volunteer_forget(const struct actor *by, int64_t person)
{
	enum err e = volunteer_counted(person, -1);
	if (!e)
		e = db_exec(&volunteer_q, ARGS(A_(actor_time(by)), A_(person)), NULL);
	if (!e)
		e = volunteer_counted(person, 1);
	if (!e)
		e = db_exec(&correction_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&guardian_q, ARGS(A_(person)), NULL);
	return e ? e : db_exec(&proxy_q, ARGS(A_(person), A_(person)), NULL);
}

/* What the station noted for itself. */
static enum err notes_forget(int64_t person)
{
	struct stmt *const all[] = { &worker_q, &notes_q, &tags_q };
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(all) / sizeof(all[0]); i++)
		e = db_exec(all[i], ARGS(A_(person)), NULL);
	return e;
}

static enum err wechat_forget(int64_t person)
{
	enum err e = db_exec(&login_q, ARGS(A_(person)), NULL);
	return e ? e : db_exec(&wechat_q, ARGS(A_(person)), NULL);
}

/* What an owner of tables gives up: one of the two, as it needs to know who and when or not. */
struct hook {
	enum err (*ends)(const struct actor *by, int64_t person);
	enum err (*empties)(int64_t person);
};
/* In this order: the person's own row is the lock that others wait for, sessions let go of the
 * WeChat account, the outbox looks when consents have ended. */
static const struct hook hooks[] = {
	{ .ends = person_forget },    { .ends = volunteer_forget },
	{ .ends = consent_forget },   { .ends = session_forget },
	{ .ends = bank_forget },      { .empties = notes_forget },
	{ .empties = wechat_forget }, { .empties = calendar_forget },
	{ .empties = words_forget },  { .empties = outbox_consent_withdrawn },
	{ .empties = outbox_forget },
};

static enum err one_erase(const struct actor *by, int64_t person)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(hooks) / sizeof(hooks[0]); i++)
		e = hooks[i].ends ? hooks[i].ends(by, person) : hooks[i].empties(person);
	return e ? e : audit(by, "person.erase", "person", person, NULL);
}

struct erasing {
	struct rq *q;
	struct proofs_gone papers;
};

/* And whoever was merged into them: it was they, too. */
static enum err person_erase(void *ctx)
{
	struct erasing *er = ctx;
	struct rq *q = er->q;
	struct id_row *all;
	er->papers.n = 0;
	size_t n;
	enum err e = row_all(&all_q, ARGS(A_(q->person)), id_row_cols, sizeof(*all), &all, &n);
	for (size_t i = 0; !e && i < n; i++) {
		e = proof_forget(all[i].id, &er->papers);
		if (!e)
			e = one_erase(&q->actor, all[i].id);
	}
	return e;
}

enum err erase_show(struct rq *q)
{
	enum err e = put_query(q, "Duties", &duty_q,
			       ARGS(A_(q->person), A_(clock_time(q->arena, q->now))));
	if (!e)
		e = put_query(q, "Applications", &applied_q, ARGS(A_(q->person)));
	return e ? e : page(q, "account/erase.cs");
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
	int64_t self = q->proxy;
	struct erasing er = { .q = q };
	e = db_tx(person_erase, &er);
	for (size_t i = 0; !e && i < er.papers.n; i++)
		proof_drop(q, er.papers.uid[i]);
	if (!e && self) { /* a guardian goes on as themselves */
		e = session_self(q, self);
		return e ? e : see(q, "/account/family?done=erased");
	}
	if (!e)
		e = session_end(q);
	reply_cookie(q, BROWSER_COOKIE, "", -1);
	return e ? e : see(q, "/account/sign-in?as=volunteer&done=erased");
}
