/* enrol.c - the transaction of a registration. */
#include "enrol.h"

#include "clock.h"
#include "outbox.h"
#include "person.h"
#include "phone_code.h"
#include "secret.h"
#include "text.h"

/* The nearest open station: same community, then street, county, city. */
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE state = 'open'"
	"   AND kind = 'station'"
	" ORDER BY region_code = ? DESC, LEFT(region_code, 9) = LEFT(?, 9) DESC,"
	"       LEFT(region_code, 6) = LEFT(?, 6) DESC, LEFT(region_code, 4) = LEFT(?, 4) DESC, id"
	" LIMIT 1");

#define KNOWN_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, name, "f.name") \
	X(T, INT, same_phone, "COALESCE(f.phone_index = ?, 0)") \
	X(T, INT, phone, "f.phone_index IS NOT NULL OR p.phone_index IS NOT NULL") \
	X(T, INT, wechat, "(SELECT MIN(w.id) FROM wechat_account w WHERE w.person_id = p.id)") \
	X(T, TEXT, no, "v.no") \
	X(T, INT, volunteer, "v.person_id IS NOT NULL")
ROW_DEFINE(known_row, KNOWN_COLS);
/* A number of somebody who was merged into another is the other's. */
static struct stmt known_q = SQL(
	"SELECT " ROW_SELECT(KNOWN_COLS)
	"  FROM person f"
	"  JOIN person p ON p.id = COALESCE(f.merged_into, f.id)"
	"  LEFT JOIN volunteer v ON v.person_id = p.id"
	" WHERE f.id_no_index = ?"
	"   FOR UPDATE");

static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name, sex, birth_on, id_type, id_no_sealed, id_no_index,"
	"       phone_sealed, phone_index, commit_salt, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, no, station_id, region_code, service_region_code,"
	"       categories, skills, fields, available, state, registered_at, registered_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt guardian_q = SQL(
	"INSERT INTO guardian (person_id, name, relation, phone_sealed, phone_index, consent_at,"
	"       confirmed_by, created_at)"
	" SELECT id, ?, ?, ?, ?, ?, ?, ?"
	"  FROM person"
	" WHERE id = ?");
/* Who is known as a member of staff alone left their telephone with nobody. */
static struct stmt fill_q = SQL(
	"UPDATE person"
	"   SET phone_sealed = ?, phone_index = ?, birth_on = COALESCE(birth_on, ?),"
	"       sex = IF(sex = '0', ?, sex)"
	" WHERE id = ?"
	"   AND phone_index IS NULL");
static struct stmt bind_q = SQL(
	"UPDATE wechat_account"
	"   SET person_id = ?, bound_at = ?"
	" WHERE id = ?"
	"   AND person_id IS NULL");

static enum err enrol_person(struct enrol *n)
{
	struct arena *a = n->q->arena;
	struct bytes uid = secret_uid(a), salt = secret_uid(a);
	n->uid = uid;
	return db_exec(&person_q,
		       ARGS(A_(uid), A_(n->in.name), A_(n->sex), A_(n->birth), A_(n->id.type),
			    A_(secret_seal(a, "person.id_no", uid, n->id.no)),
			    A_(secret_index(a, "person.id_no", n->id.key)),
			    A_(secret_seal(a, "person.phone", uid, n->in.phone)),
			    A_(secret_index(a, "person.phone", n->in.phone)), A_(salt),
			    A_(clock_time(a, n->q->now))),
		       &n->person_id);
}

/* A guardian's consent is there when staff saw it, or they registered the child themselves; what a
 * minor types is only whom to ask. */
static bool guardian_agreed(const struct enrol *n)
{
	return n->guardian || (n->q->staff && n->in.guardian_agrees);
}

enum err guardian_put(struct rq *q, const struct guardian_new *g)
{
	const char *now = clock_time(q->arena, q->now);
	return db_exec(&guardian_q,
		       ARGS(A_(g->name), A_(str_or(g->relation, "")),
			    A_(secret_seal(q->arena, "guardian.phone", g->uid, g->phone)),
			    A_(secret_index(q->arena, "guardian.phone", g->phone)),
			    A_(g->agreed ? now : NULL),
			    A_(g->agreed && q->staff ? q->staff : DB_NONE), A_(now), A_(g->person)),
		       NULL);
}

static enum err enrol_guardian(struct enrol *n)
{
	struct rq *q = n->q;
	if (!n->minor)
		return OK;
	return guardian_put(q, &(struct guardian_new){ .person = n->person_id,
						       .uid = n->uid,
						       .name = n->in.guardian_name,
						       .phone = n->in.guardian_phone,
						       .relation = n->in.guardian_relation,
						       .agreed = guardian_agreed(n) });
}

static enum err enrol_volunteer(struct enrol *n)
{
	struct rq *q = n->q;
	const char *state = n->minor && !guardian_agreed(n) ? "pending_guardian" : "active";
	int64_t staff = q->staff ? q->staff : DB_NONE;
	enum err e = number_next(&q->actor, 'V', n->station_id, &n->no);
	if (!e)
		e = db_exec(&volunteer_q,
			    ARGS(A_(n->person_id), A_(n->no), A_(n->station_id),
				 A_(n->in.region_code),
				 A_(n->in.service_region_code
					    ? n->in.service_region_code
					    : arena_fmt(q->arena, "%.6s", n->in.region_code)),
				 A_(n->serves.joined[0]), A_(n->serves.joined[1]),
				 A_(n->serves.joined[2]), A_(n->serves.joined[3]), A_(state),
				 A_(clock_time(q->arena, q->now)), A_(staff)),
			    NULL);
	if (!e)
		e = volunteer_counted(n->person_id, 1);
	if (!e)
		e = enrol_guardian(n);
	return e ? e : audit(&q->actor, "volunteer.register", "person", n->person_id, n->no);
}

static enum err enrol_consents(struct enrol *n)
{
	const char *by = n->q->staff ? "staff" : n->guardian ? "guardian" : "self";
	enum err e = OK;
	for (size_t i = 0; !e && i < n->in.consent.n; i++)
		e = consent_give(&n->q->actor, n->person_id, n->in.consent.v[i], by);
	for (size_t i = 0;
	     !e && n->q->staff && n->minor && guardian_agreed(n) && i < n->in.consent.n; i++)
		e = consent_give(&n->q->actor, n->person_id, n->in.consent.v[i], "guardian");
	return e;
}

static enum err enrol_bind(struct enrol *n)
{
	enum err e = db_change(&bind_q,
			       ARGS(A_(n->person_id), A_(clock_time(n->q->arena, n->q->now)),
				    A_(n->q->who.wechat_id)));
	return e ? e : audit(&n->q->actor, "wechat.bind", "person", n->person_id, NULL);
}

/* Somebody with this id number is there. What anybody can type proves nobody: by themselves it
 * takes the telephone that they left here, to which a code went. A member of staff who is no
 * volunteer yet left a name and a number alone, and shows the document to a colleague. */
static bool enrol_may_bind(const struct enrol *n, const struct known_row *k)
{
	if (n->guardian || k->wechat != DB_NONE ||
	    !text_same_name(n->q->arena, k->name, n->in.name))
		return false;
	return n->q->staff ? !k->volunteer && !k->phone : n->proof && k->same_phone;
}

static enum err enrol_fill(const struct enrol *n)
{
	struct arena *a = n->q->arena;
	int64_t rows;
	return db_affect(&fill_q,
			 ARGS(A_(secret_seal(a, "person.phone", n->uid, n->in.phone)),
			      A_(secret_index(a, "person.phone", n->in.phone)), A_(n->birth),
			      A_(n->sex), A_(n->person_id)),
			 &rows);
}

/* Whoever had the number before proves it anew. A code opens one account; that of a session did its
 * work when the session began. */
static enum err enrol_proved(const struct enrol *n)
{
	enum err e = n->result == ENROL_BOUND && !n->q->who.phone_id
			     ? phone_proof_use(&n->q->actor, n->proof)
			     : OK;
	if (!e)
		e = phone_changes_hands(secret_index(n->q->arena, "person.phone", n->in.phone));
	return e ? e : phone_proof_of(&n->q->actor, n->proof, n->person_id);
}

static enum err enrol_store(void *ctx)
{
	struct enrol *n = ctx;
	struct rq *q = n->q;
	struct known_row k;
	struct bytes phone = secret_index(q->arena, "person.phone", n->in.phone);
	enum err e = row_one(&known_q,
			     ARGS(A_(phone), A_(secret_index(q->arena, "person.id_no", n->id.key))),
			     known_row_cols, &k);
	if (!e && !n->guardian && k.wechat == q->who.wechat_id) {
		/* The same form once more: it has done its work. */
		n->result = ENROL_BOUND;
		n->person_id = k.id;
		return OK;
	}
	n->result = e ? ENROL_NEW : enrol_may_bind(n, &k) ? ENROL_BOUND : ENROL_TAKEN;
	if (e == ERR_NOT_FOUND)
		e = enrol_person(n);
	if (e || n->result == ENROL_TAKEN)
		return e;
	if (n->result == ENROL_BOUND) {
		n->person_id = k.id;
		n->uid = k.uid;
		n->no = k.no;
		if (!k.volunteer)
			e = enrol_fill(n);
	}
	if (!e && (n->result == ENROL_NEW || !k.volunteer))
		e = enrol_volunteer(n);
	if (!e && n->proof)
		e = enrol_proved(n);
	if (!e)
		e = enrol_consents(n);
	if (!e)
		e = outbox_volunteer(n->person_id);
	if (!e && n->also)
		e = n->also(n);
	return e || n->guardian || !q->who.wechat_id ? e : enrol_bind(n);
}

enum err enrol_write(struct enrol *n)
{
	const char *r = n->in.region_code;
	enum err e = OK;
	n->station_id = n->q->station;
	if (!n->q->staff)
		e = db_int(&station_q, ARGS(A_(r), A_(r), A_(r), A_(r)), &n->station_id);
	n->q->station = n->station_id;
	if (!e)
		e = db_tx(enrol_store, n);
	/* Two at the same moment: the second finds the first one's row. */
	return e == ERR_DUPLICATE ? db_tx(enrol_store, n) : e;
}
