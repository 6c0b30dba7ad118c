/* mine.c - a volunteer's own recognition: hours, star and the way to the next, honours, proofs. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "commend.h"
#include "form.h"
#include "secret.h"
#include "star.h"
#include "whom.h"

#define HONOUR_IN(X, T) \
	X(T, STR, name, 2, 80) \
	X(T, DAY, awarded_on, 1, 0) \
	X(T, WORD, authority_kind, 1, 12) \
	X(T, STR, authority, 2, 80) \
	X(T, STR, document_name, 2, 80) \
	X(T, STR, document_no, 0, 40) \
	X(T, TEXT, content, 0, 2000)
FORM_DEFINE(honour_in, HONOUR_IN);

static struct stmt me_q = SQL(
	"SELECT p.name, v.no, v.star, v.station_id AS _station, s.region_code AS _region,"
	"       COALESCE(t.minutes, 0) AS minutes,"
	"       COALESCE(t.brought_minutes, 0) AS brought, COALESCE(t.scan_minutes, 0) AS scan,"
	"       COALESCE(t.list_minutes, 0) AS list, COALESCE(t.declared_minutes, 0) AS declared,"
	"       COALESCE(t.backfill_minutes, 0) AS backfill, COALESCE(t.met_minutes, 0) AS met"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	"  JOIN station s ON s.id = v.station_id"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" WHERE v.person_id = ?");
static struct stmt notice_q = SQL(
	"SELECT star, state, notice_until, review_at"
	"  FROM star_award"
	" WHERE person_id = ?"
	"   AND (state IN ('asked', 'proposed', 'notice', 'disputed')"
	"       OR (state = 'awarded' AND review_at IS NOT NULL))"
	" ORDER BY star DESC"
	" LIMIT 5");
static struct stmt honours_q = SQL(
	"SELECT no, name, awarded_on, authority, state, reason"
	"  FROM honour"
	" WHERE person_id = ?"
	"   AND (decision_id IS NULL OR state NOT IN ('to_verify', 'refused'))"
	" ORDER BY awarded_on DESC, id DESC"
	" LIMIT 50");
static struct stmt certificates_q = SQL(
	"SELECT no, from_on, to_on, minutes, DATE(issued_at) AS issued_on, state"
	"  FROM certificate"
	" WHERE person_id = ?"
	" ORDER BY id DESC"
	" LIMIT 50");
static struct stmt add_q = SQL(
	"INSERT INTO honour (uid, no, station_id, subject, person_id, name, awarded_on, authority,"
	"       authority_kind, document_name, document_no, paper, content, state, created_at)"
	" VALUES (?, ?, ?, 'volunteer', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'to_verify', ?)");
static struct stmt twice_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour"
	" WHERE paper = ?"
	"   AND uid <> ?");

static enum err mine_put_progress(struct rq *q)
{
	struct node *me = put_list(q, "Me");
	struct star_level_row levels[STARS];
	int64_t minutes = node_get_int(me, "minutes"), all = minutes + node_get_int(me, "brought");
	int64_t reached = 0;
	static const char *const kinds[] = { "minutes",  "scan",     "met",    "list",
					     "declared", "backfill", "brought" };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (node_get_int(me, kinds[i]) > 0 || i == 0)
			node_set(node_child(me, "Hours"), kinds[i],
				 hours_text(q->arena, node_get_int(me, kinds[i])));
	enum err e = star_levels(node_get(me, "_region"), levels);
	if (e)
		return e;
	while (reached < STARS && all >= levels[reached].hours * 60)
		reached++;
	node_int(me, "reached", reached);
	if (reached < STARS) {
		int64_t next = levels[reached].hours * 60;
		node_set(me, "next_hours", hours_text(q->arena, next - all));
		node_int(me, "next_percent", all * 100 / next);
		node_int(me, "next_star", reached + 1);
	}
	return OK;
}

enum err mine(struct rq *q)
{
	int64_t person = q->person;
	enum err e = put_one(q, "Me", &me_q, ARGS(A_(person)));
	if (e)
		return e;
	e = mine_put_progress(q);
	if (!e)
		e = put_station(q, node_get_int(put_list(q, "Me"), "_station"));
	if (!e)
		e = put_query(q, "Notice", &notice_q, ARGS(A_(person)));
	if (!e)
		e = put_query(q, "Honours", &honours_q, ARGS(A_(person)));
	if (!e)
		e = put_query(q, "Certificates", &certificates_q, ARGS(A_(person)));
	for (struct node *n = node_first(put_list(q, "Certificates")); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	return e ? e : page(q, "commend/mine.cs");
}

enum err mine_honour_form(struct rq *q)
{
	form_key(q, "honour");
	enum err e = put_station(q, q->station);
	return e ? e : page(q, "commend/mine_honour.cs");
}

struct applying {
	struct rq *q;
	const struct honour_in *in;
	struct bytes uid;
	const char *document_no, *paper;
};

static enum err honour_apply(void *ctx)
{
	const struct applying *a = ctx;
	struct rq *q = a->q;
	const struct honour_in *in = a->in;
	const char *no;
	int64_t id;
	enum err e = number_next(&q->actor, 'H', q->station, &no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(a->uid), A_(no), A_(q->station), A_(q->person), A_(in->name),
				 A_(in->awarded_on), A_(in->authority), A_(in->authority_kind),
				 A_(in->document_name), A_(a->document_no), A_(a->paper),
				 A_(str_or(in->content, "")), A_(clock_time(q->arena, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "honour.apply", "honour", id, in->authority_kind);
}

/* Awards from elsewhere are recorded on the volunteer's word once verified (令67 art. 9). */
enum err mine_honour(struct rq *q)
{
	struct honour_in in;
	struct applying a = { .q = q, .in = &in };
	if (form_read(q, honour_in_fields, &in)) {
		if (!str_in(in.authority_kind, "government,other"))
			form_error(q, "authority_kind", "unknown_code");
		if (strcmp(in.awarded_on, clock_day(q->arena, q->now)) > 0)
			form_error(q, "awarded_on", "day_future");
	}
	if (!form_ok(q))
		return ERR_FORM;
	int64_t twice = 0;
	struct whom w;
	whom_person(&w, &(struct typed_no){ .person = q->person });
	a.document_no = whom_paper_no(q->arena, str_or(in.document_no, ""));
	a.paper = whom_paper(q->arena, a.document_no, &w);
	enum err e = form_key_uid(q, "honour", &a.uid);
	if (!e && a.paper)
		e = db_int(&twice_q, ARGS(A_(a.paper), A_(a.uid)), &twice);
	if (!e && twice) {
		form_error(q, "document_no", "honour_twice");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(honour_apply, &a);
	return e && e != ERR_DUPLICATE ? e : see(q, "/commend/mine?done=honour_sent");
}
