/* side.c - two registrations beside each other: what tells that they are one, and what forbids to
 * make them one. */
#include "check.h"
#include "clock.h"
#include "identity.h"
#include "merge.h"
#include "secret.h"
#include "states.h"

#define SIDE_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, TEXT, id_type, \
	  "(SELECT c.name FROM code_item c WHERE c.list = 'id_type' " \
	  "AND c.code = p.id_type)") \
	X(T, BYTES, id_no, "p.id_no_sealed") \
	X(T, BYTES, phone, "p.phone_sealed") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, state, "v.state") \
	X(T, INT, station_id, "v.station_id") \
	X(T, TEXT, station, "s.name") \
	X(T, TEXT, registered_on, "DATE(v.registered_at)") \
	X(T, TEXT, registered_by, "f.name") \
	X(T, INT, star, "v.star") \
	X(T, INT, minutes, "COALESCE(t.minutes, 0)") \
	X(T, INT, brought, "COALESCE(t.brought_minutes, 0)") \
	X(T, INT, records, "COALESCE(t.records, 0)") \
	X(T, TEXT, served_on, \
	  "(SELECT MAX(r.served_on) FROM service_record r " \
	  "WHERE r.person_id = p.id)") \
	X(T, INT, applications, "(SELECT COUNT(*) FROM application a WHERE a.person_id = p.id)") \
	X(T, INT, trainings, "(SELECT COUNT(*) FROM enrolment e WHERE e.person_id = p.id)") \
	X(T, INT, honours, "(SELECT COUNT(*) FROM honour h WHERE h.person_id = p.id)") \
	X(T, TEXT, account, \
	  "(SELECT f.login FROM staff f WHERE f.person_id = p.id AND f.state = 'active')") \
	X(T, INT, wechat, "EXISTS (SELECT 1 FROM wechat_account w WHERE w.person_id = p.id)")
ROW_DEFINE(side_row, SIDE_COLS);
static struct stmt side_q = SQL(
	"SELECT " ROW_SELECT(SIDE_COLS)
	"  FROM person p"
	"  LEFT JOIN volunteer v ON v.person_id = p.id"
	"  LEFT JOIN station s ON s.id = v.station_id"
	"  LEFT JOIN staff f ON f.id = v.registered_by"
	"  LEFT JOIN volunteer_total t ON t.person_id = p.id"
	" WHERE p.id = ?");
static struct stmt same_q = SQL(
	"SELECT IF(a.name = b.name, 1, NULL) AS name,"
	"       IF(a.birth_on = b.birth_on, 1, NULL) AS birth,"
	"       IF(a.phone_index = b.phone_index, 1, NULL) AS phone,"
	"       IF(a.id_no_index = b.id_no_index, 1, NULL) AS number"
	"  FROM person a"
	"  JOIN person b ON b.id = ?"
	" WHERE a.id = ?");
#define TWICE \
	"FROM service_record r JOIN service_record o ON o.person_id = ? " \
	"AND o.served_on = r.served_on AND o.state IN " RECORD_COUNTS \
	" AND " SPANS_OVERLAP("o.starts_at", "o.ends_at", "r.starts_at", \
			      "r.ends_at") " WHERE r.person_id = ? AND r.state IN " RECORD_COUNTS
static struct stmt twice_q = SQL(
	"SELECT r.no, o.no AS other, r.starts_at, r.ends_at, o.starts_at AS other_starts_at,"
	"       o.ends_at AS other_ends_at " TWICE
	" ORDER BY r.starts_at DESC"
	" LIMIT 50");
static struct stmt twice_n_q = SQL(
	"SELECT COUNT(DISTINCT r.id) " TWICE);

/* One's own hand over one's own hours would come to light by the merge: they are looked at
 * first. */
#define REVIEWED(by) \
	"EXISTS (SELECT 1 FROM staff f JOIN service_record r ON r." by " = f.id " \
	"WHERE f.person_id IN (k.id, g.id) AND r.person_id IN (k.id, g.id) " \
	"AND r.state IN " RECORD_COUNTS ")"
#define VOUCHED \
	"EXISTS (SELECT 1 FROM service_record r WHERE r.person_id IN (k.id, g.id) " \
	"AND r.leader_id IN (k.id, g.id) AND r.state IN " RECORD_COUNTS ")"
static struct stmt hindrance_q = SQL(
	"SELECT CASE WHEN k.id = g.id THEN 'self'"
	"       WHEN k.erased_at IS NOT NULL OR g.erased_at IS NOT NULL THEN 'erased'"
	"       WHEN k.merged_into IS NOT NULL OR g.merged_into IS NOT NULL THEN 'merged'"
	"       WHEN v.person_id IS NULL THEN 'no_volunteer'"
	"       WHEN " REVIEWED("reviewer_id") " OR " REVIEWED("second_reviewer_id") " OR " VOUCHED
	"       THEN 'own_review' ELSE '' END"
	"  FROM person k"
	"  JOIN person g ON g.id = ?"
	"  LEFT JOIN volunteer v ON v.person_id = k.id"
	" WHERE k.id = ?");

/* Of another station's no more than a masked name; numbers masked, as everywhere. */
static enum err side_guarded(struct rq *q, struct node *n, const struct side_row *s, bool ours)
{
	struct arena *a = q->arena;
	const char *id_no, *phone;
	node_set(n, "name", ours ? s->name : mask_name(a, s->name));
	if (!ours)
		return OK;
	enum err e = secret_unseal(a, "person.id_no", s->uid, s->id_no, &id_no);
	if (!e)
		e = secret_unseal(a, "person.phone", s->uid, s->phone, &phone);
	if (e)
		return e;
	node_set(n, "no", s->no);
	node_set(n, "login", s->account);
	node_set(n, "birth_on", s->birth_on ? arena_fmt(a, "%.4s-**-**", s->birth_on) : NULL);
	node_set(n, "id_type", s->id_type);
	node_set(n, "id_no", id_no ? identity_mask(a, id_no) : NULL);
	node_set(n, "phone", phone ? mask_phone(a, phone) : NULL);
	node_set(n, "registered_by", s->registered_by);
	return OK;
}

enum err put_side(struct rq *q, const char *name, int64_t id)
{
	struct side_row s;
	enum err e = row_one(&side_q, ARGS(A_(id)), side_row_cols, &s);
	if (e)
		return e;
	bool ours = q->station && s.station_id == q->station;
	struct node *n = put_list(q, name);
	node_int(n, "ours", ours);
	node_set(n, "station", s.station);
	node_set(n, "state", s.state);
	node_set(n, "registered_on", s.registered_on);
	node_set(n, "hours", hours_text(q->arena, s.minutes));
	if (s.brought)
		node_set(n, "brought_hours", hours_text(q->arena, s.brought));
	node_set(n, "served_on", s.served_on);
	node_int(n, "star", s.star);
	node_int(n, "records", s.records);
	node_int(n, "applications", s.applications);
	node_int(n, "trainings", s.trainings);
	node_int(n, "honours", s.honours);
	node_int(n, "wechat", s.wechat);
	node_int(n, "account", s.account != NULL);
	return side_guarded(q, n, &s, ours);
}

enum err put_same(struct rq *q, int64_t a, int64_t b)
{
	int64_t n = 0;
	enum err e = put_one(q, "Same", &same_q, ARGS(A_(b), A_(a)));
	if (!e)
		e = db_int(&twice_n_q, ARGS(A_(a), A_(b)), &n);
	put_int(q, "TwiceCount", n);
	return e ? e : put_query(q, "Twice", &twice_q, ARGS(A_(a), A_(b)));
}

enum err merge_hindrance(int64_t kept, int64_t gone, const char **word)
{
	enum err e = db_text(&hindrance_q, ARGS(A_(gone), A_(kept)), word);
	if (!e && !**word)
		*word = NULL;
	return e;
}
