/* kin.c - rows of 家人: made, read, ended; kin_list.c shows them, kin_step.c and kin_desk.c take
 * their steps. */
#include "kin.h"

#include "clock.h"
#include "config.h"
#include "ids.h"
#include "revoke.h"
#include "row.h"
#include "secret.h"
#include "tell.h"

static struct stmt lock_q = SQL(
	"SELECT id"
	"  FROM person"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM proxy"
	" WHERE proxy_person_id = ?"
	"   AND person_agreed_at IS NOT NULL"
	"   AND " FAMILY_STANDS("proxy"));
static struct stmt grown_q = SQL(
	"SELECT birth_on <= ? - INTERVAL ? YEAR"
	"  FROM person"
	" WHERE id = ?");
static struct stmt lapsed_q = SQL(
	"SELECT id"
	"  FROM proxy"
	" WHERE ended_at IS NULL"
	"   AND given_at <= ?"
	"   AND (person_agreed_at IS NULL OR proxy_agreed_at IS NULL)"
	" ORDER BY given_at"
	" LIMIT 100"
	"   FOR UPDATE");
static struct stmt end_all_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN proxy x ON x.id = k.id"
	"   SET x.ended_at = ?, x.ended_by = ?, x.code_mac = NULL");
static struct stmt add_q = SQL(
	"INSERT INTO proxy (uid, person_id, proxy_person_id, kind, relation, way, paper_no,"
	"       given_at, staff_id, person_agreed_at, proxy_agreed_at, code_mac, code_until)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt read_q = SQL(
	"SELECT " ROW_SELECT(KIN_COLS)
	"  FROM proxy x"
	"  JOIN person f ON f.id = x.person_id"
	" WHERE x.uid = ?"
	"   AND " FAMILY_STANDS("x")
	"   AND ? IN (x.person_id, x.proxy_person_id)");
static struct stmt end_q = SQL(
	"UPDATE proxy"
	"   SET ended_at = ?, ended_by = ?, code_mac = NULL"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

int64_t kin_self(const struct rq *q)
{
	return q->proxy ? q->proxy : q->person;
}

/* Their row is the lock: two asked for at once are counted one after the other. */
enum err kin_room(const struct rq *q, int64_t proxy)
{
	int64_t n = 0;
	enum err e = db_int(&lock_q, ARGS(A_(proxy)), &n);
	if (!e)
		e = db_int(&count_q, ARGS(A_(proxy), A_(family_asked_since(&q->actor))), &n);
	return e || n < KIN_MOST ? e : ERR(ERR_CHECK, "acts for %lld", (long long)n);
}

enum err kin_grown(const struct rq *q, int64_t person, bool *grown)
{
	int64_t yes;
	enum err e = db_int(&grown_q,
			    ARGS(A_(clock_day(q->arena, q->now)), A_(cfg.guardian_age), A_(person)),
			    &yes);
	if (!e)
		*grown = yes != 0;
	return e;
}

/* All that a statement finds, NULL for none. */
static enum err kin_end_found(const struct rq *q, struct stmt *find, struct args a, const char *by,
			      const char **all)
{
	struct buf ids = { .arena = q->arena };
	int64_t rows;
	enum err e = db_each(find, a, ids_row, &ids);
	*all = !e && ids.n ? ids_json(&ids) : NULL;
	if (!*all)
		return e;
	return db_affect(&end_all_q, ARGS(A_(*all), A_(clock_time(q->arena, q->now)), A_(by)),
			 &rows);
}

static enum err kin_lapse(const struct rq *q)
{
	const char *all;
	enum err e = kin_end_found(q, &lapsed_q, ARGS(A_(family_asked_since(&q->actor))), "lapse",
				   &all);
	return e || !all ? e : audit_many(&q->actor, "family.lapse", "proxy", all, NULL);
}

enum err kin_end_all(struct rq *q, struct stmt *find, struct args a, const char *by)
{
	const char *all;
	enum err e = kin_end_found(q, find, a, by, &all);
	return e || !all ? e : audit_many(&q->actor, "family.end", "proxy", all, by);
}

/* Nobody is told what they did themselves; and no name stands in a message. */
static enum err kin_tell(struct rq *q, const char *event, int64_t person, int64_t id)
{
	if (person == DB_NONE || person == kin_self(q))
		return OK;
	return tell(&q->actor, &(struct telling){ .event = event,
						  .person = person,
						  .about = "proxy",
						  .target = id,
						  .path = "/account/family" });
}

enum err kin_add(struct kin *k)
{
	struct rq *q = k->q;
	const char *now = clock_time(q->arena, q->now);
	int64_t staff = q->staff ? q->staff : DB_NONE;
	enum err e = k->proxy == DB_NONE ? OK : kin_room(q, k->proxy);
	if (!e)
		e = kin_lapse(q);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(k->person), A_(k->proxy), A_(k->kind),
				 A_(str_or(k->relation, "")), A_(k->way), A_(k->paper_no), A_(now),
				 A_(staff), A_(k->way ? now : NULL),
				 A_(k->proxy_agreed ? now : NULL), A_(k->code_mac),
				 A_(k->code_until ? clock_time(q->arena, k->code_until) : NULL)),
			    &k->id);
	if (!e && !k->way)
		e = kin_tell(q, "family_asked", k->person, k->id);
	if (!e && k->proxy != DB_NONE && !k->proxy_agreed)
		e = kin_tell(q, "family_asked", k->proxy, k->id);
	return e ? e : audit(&q->actor, "family.ask", "person", k->person, k->kind);
}

enum err kin_read(struct rq *q, const char *uid, int64_t person, struct kin_row *k)
{
	static const struct col cols[] = { KIN_COLS(ROW_COL_, kin_row){ COL_END, 0 } };
	uint8_t raw[16];
	if (!hex_decode(uid, raw, sizeof(raw)))
		return ERR_NOT_FOUND;
	return row_one(&read_q,
		       ARGS(A_(clock_day(q->arena, q->now)), A_(cfg.guardian_age), A_(BYTES(raw)),
			    A_(family_asked_since(&q->actor)), A_(person)),
		       cols, k);
}

#define TWO_COLS(X, T) \
	X(T, INT, person, "x.person_id") \
	X(T, INT, proxy, "x.proxy_person_id") \
	X(T, INT, agreed, "x.person_agreed_at IS NOT NULL AND x.proxy_agreed_at IS NOT NULL")
ROW_DEFINE(two_row, TWO_COLS);
static struct stmt two_q = SQL(
	"SELECT " ROW_SELECT(TWO_COLS)
	"  FROM proxy x"
	" WHERE x.id = ?");

enum err kin_end(struct rq *q, int64_t id, const char *by)
{
	/* Whoever acts by it now is out at the next request. */
	revoke_kept();
	struct two_row two;
	enum err e = row_one(&two_q, ARGS(A_(id)), two_row_cols, &two);
	if (!e)
		e = db_change(&end_q, ARGS(A_(clock_time(q->arena, q->now)), A_(by), A_(id)));
	/* Who asked and is refused learns nothing: not even that there is such a person. */
	if (!e && two.agreed)
		e = kin_tell(q, "family_ended", two.person, id);
	if (!e && two.agreed)
		e = kin_tell(q, "family_ended", two.proxy, id);
	return e ? e : audit(&q->actor, "family.end", "proxy", id, by);
}
