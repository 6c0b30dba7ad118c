/*
 * roll_year.c - the roll of honour 光荣榜 of a year, and a decision as the public sees it: under
 * notice with masked names, so that neighbours can object; issued with the names of those who
 * agreed, in the order of names.
 */
#include "clock.h"
#include "code.h"
#include "commend.h"
#include "decision.h"

enum { FIRST_YEAR = 2000 };

#define ROLL_COLS(X, T) \
	X(T, TEXT, subject, "h.subject") \
	X(T, TEXT, honour, "h.name") \
	X(T, TEXT, authority, "h.authority") \
	X(T, TEXT, document_no, "h.document_no") \
	X(T, TEXT, awarded_on, "h.awarded_on") \
	X(T, TEXT, whom, "COALESCE(p.name, t.name, pr.title, rg.name, st.name)") \
	X(T, INT, named, \
	  "h.person_id IS NULL OR (p.erased_at IS NULL AND EXISTS (SELECT 1 " \
	  "FROM consent c WHERE c.person_id = h.person_id " \
	  "AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1)")
ROW_DEFINE(roll_row, ROLL_COLS);
#define ROLL_OWN \
	"SELECT id, subject, name, authority, document_no, awarded_on, person_id, team_id," \
	"       project_id, region_code, honoured_station_id" \
	"       FROM honour"
#define ROLL_NAMES \
	"  LEFT JOIN person p ON p.id = h.person_id" \
	"  LEFT JOIN team t ON t.id = h.team_id" \
	"  LEFT JOIN project pr ON pr.id = h.project_id" \
	"  LEFT JOIN region rg ON rg.code = h.region_code" \
	"  LEFT JOIN station st ON st.id = h.honoured_station_id" \
	" ORDER BY FIELD(h.subject, 'volunteer', 'team', 'project', 'community', 'station')," \
	"       COALESCE(p.name_pinyin, p.name, t.name, pr.title, rg.name, st.name), h.id"
static struct stmt all_q = SQL(
	"SELECT " ROW_SELECT(ROLL_COLS)
	"  FROM (" ROLL_OWN " FORCE INDEX (honour_newest)"
	"       WHERE state = 'effective' AND awarded_on BETWEEN ? AND ?"
	"       ORDER BY awarded_on DESC, id DESC LIMIT 600) h"
	ROLL_NAMES);
static struct stmt station_q = SQL(
	"SELECT " ROW_SELECT(ROLL_COLS)
	"  FROM (" ROLL_OWN " FORCE INDEX (honour_year)"
	"       WHERE station_id = ? AND state = 'effective' AND awarded_on BETWEEN ? AND ?"
	"       ORDER BY awarded_on DESC, id DESC LIMIT 600) h"
	ROLL_NAMES);
static struct stmt which_q = SQL(
	"SELECT id AS _id, no, name"
	"  FROM station"
	" WHERE no = ?");
static struct stmt public_q = SQL(
	"SELECT " ROW_SELECT(DECISION_COLS)
	"  FROM honour_decision d"
	"  JOIN station s ON s.id = d.station_id"
	" WHERE d.uid = UNHEX(?)"
	"   AND d.state IN ('notice', 'issued')");

/* Those who did not agree are counted, not named. */
enum err honour_year(struct rq *q)
{
	struct roll_row *v;
	size_t n;
	int64_t now = clock_year(q->now), year = 0, unnamed = 0,
		station = query_int(q, "station", 0, 0, 99999);
	for (const char *p = arg(q, 0); *p; p++)
		year = *p >= '0' && *p <= '9' && year < 10000 ? year * 10 + *p - '0' : -10000;
	if (year < FIRST_YEAR || year > now)
		return ERR_NOT_FOUND;
	const char *from = arena_fmt(q->arena, "%04lld-01-01", (long long)year);
	const char *to = arena_fmt(q->arena, "%04lld-12-31", (long long)year);
	enum err e = OK;
	if (station)
		e = put_one(q, "Of", &which_q, ARGS(A_(station)));
	int64_t id = station && !e ? node_get_int(put_list(q, "Of"), "_id") : 0;
	if (!e && station)
		e = row_all(&station_q, ARGS(A_(id), A_(from), A_(to)), roll_row_cols, sizeof(*v),
			    &v, &n);
	else if (!e)
		e = row_all(&all_q, ARGS(A_(from), A_(to)), roll_row_cols, sizeof(*v), &v, &n);
	if (e)
		return e;
	for (size_t i = 0; i < n; i++) {
		unnamed += !v[i].named;
		if (!v[i].named)
			continue;
		struct node *o = node_item(
			put_list(q, arena_fmt(q->arena, "Roll.%s", v[i].subject)));
		node_set(o, "whom", v[i].whom);
		node_set(o, "honour", v[i].honour);
		node_set(o, "authority", v[i].authority);
		node_set(o, "document_no", v[i].document_no);
		node_set(o, "awarded_on", v[i].awarded_on);
	}
	put_int(q, "Year", year);
	put_int(q, "Before", year > FIRST_YEAR ? year - 1 : DB_NONE);
	put_int(q, "After", year < now ? year + 1 : DB_NONE);
	put_int(q, "Unnamed", unnamed ? unnamed : DB_NONE);
	if (!q->who.session_id)
		reply_cache(q, 30);
	return page(q, "commend/roll_year.cs");
}

static void put_names(struct rq *q, const struct decision_row *d, const struct recipients *r)
{
	bool notice = str_eq(d->state, "notice");
	int64_t unnamed = 0;
	for (size_t i = 0; i < r->n; i++) {
		const struct recipient_row *one = &r->v[i];
		bool person = str_eq(one->subject, "volunteer");
		bool said = !person || one->named == 1;
		if (one->erased == 1 || str_eq(one->state, "withdrawn"))
			continue;
		if (!notice && !said) {
			unnamed++;
			continue;
		}
		struct node *n = node_item(put_list(q, "Names"));
		node_set(n, "whom", said ? one->whom : mask_name(q->arena, one->whom));
		node_set(n, "honour", one->honour);
		node_set(n, "subject", one->subject);
	}
	put_int(q, "Unnamed", unnamed ? unnamed : DB_NONE);
}

enum err decision_public(struct rq *q)
{
	struct decision_row d;
	struct recipients r;
	enum err e = row_one(&public_q, ARGS(A_(arg(q, 0))), decision_row_cols, &d);
	if (!e)
		e = decision_recipients(d.id, &r);
	if (!e)
		e = put_station(q, d.station_id);
	if (e)
		return e;
	put(q, "Decision.title", d.title);
	put(q, "Decision.document_no", d.document_no);
	put(q, "Decision.basis", d.basis);
	put(q, "Decision.station", d.station);
	put(q, "Decision.phone", d.phone);
	put(q, "Decision.state", d.state);
	put(q, "Decision.notice_until", d.notice_until);
	put(q, "Decision.issued_on", d.issued_on);
	put_names(q, &d, &r);
	if (!q->who.session_id)
		reply_cache(q, 30);
	return page(q, "commend/decision_public.cs");
}
