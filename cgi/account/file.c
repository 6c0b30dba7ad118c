/* file.c - the file 档案 of a volunteer as their station keeps it: what they did, learned and were
 * honoured for here, what was said of it, and what staff note for themselves. */
#include "account.h"
#include "clock.h"
#include "list.h"
#include "notes.h"

static struct stmt records_q = SQL(
	"SELECT r.no, r.served_on, r.starts_at, r.ends_at, r.minutes, r.evidence, r.state,"
	"       a.no AS activity_no, a.title AS activity"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.station_id = ?"
	"   AND r.state <> 'corrected'"
	" ORDER BY r.served_on DESC, r.id DESC"
	" LIMIT 10");
static struct stmt trainings_q = SQL(
	"SELECT t.no, t.title, t.starts_at, t.study_minutes, e.state, e.score"
	"  FROM enrolment e"
	"  JOIN training t ON t.id = e.training_id"
	" WHERE e.person_id = ?"
	"   AND e.station_id = ?"
	" ORDER BY e.id DESC"
	" LIMIT 10");
static struct stmt honours_q = SQL(
	"SELECT no, name, awarded_on, authority, state"
	"  FROM honour"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	" ORDER BY awarded_on DESC, id DESC"
	" LIMIT 10");
static struct stmt evaluations_q = SQL(
	"SELECT e.rated_on, e.score_a, e.score_b, e.score_c, e.words, a.title AS activity,"
	"       s.name AS staff"
	"  FROM evaluation e"
	"  JOIN activity a ON a.id = e.activity_id"
	"  LEFT JOIN staff s ON s.id = e.rated_by"
	" WHERE e.person_id = ?"
	"   AND e.station_id = ?"
	"   AND e.direction = 'of_volunteer'"
	" ORDER BY e.rated_on DESC, e.id DESC"
	" LIMIT 10");
static struct stmt absences_q = SQL(
	"SELECT LOWER(HEX(n.uid)) AS uid, a.title AS activity, DATE(a.starts_at) AS day, n.state"
	"  FROM no_show n"
	"  JOIN activity a ON a.id = n.activity_id"
	" WHERE n.person_id = ?"
	"   AND n.station_id = ?"
	" ORDER BY n.id DESC"
	" LIMIT 10");
static struct stmt tags_q = SQL(
	"SELECT tag"
	"  FROM person_tag"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	" ORDER BY tag"
	" LIMIT 50");

static void put_hours(struct rq *q, const char *list, const char *minutes)
{
	for (struct node *n = node_first(node_at(page_root(q), list)); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, minutes)));
}

enum err put_file(struct rq *q, int64_t person)
{
	const struct {
		const char *name;
		struct stmt *q;
	} parts[] = { { "Records", &records_q },         { "Trainings", &trainings_q },
		      { "Honours", &honours_q },         { "Absences", &absences_q },
		      { "Evaluations", &evaluations_q }, { "Tags", &tags_q } };
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(parts) / sizeof(parts[0]); i++)
		e = put_query(q, parts[i].name, parts[i].q, ARGS(A_(person), A_(q->station)));
	if (!e)
		e = put_notes(q, "person", person, arg(q, 0));
	put_hours(q, "Records", "minutes");
	put_hours(q, "Trainings", "study_minutes");
	return e;
}

#define RECORD_COLS(C) \
	C(TEXT, no, "r.no", "") \
	C(DAY, served_on, "r.served_on", "") \
	C(TEXT, starts_at, "r.starts_at", "") \
	C(TEXT, ends_at, "r.ends_at", "") \
	C(TEXT, activity, "a.title", "") \
	C(TEXT, activity_no, "a.no", "") \
	C(HOURS, minutes, "r.minutes", "") \
	C(WORD, evidence, "r.evidence", "Evidence") \
	C(WORD, state, "r.state", "State.service_record")
#define RECORD_TABLE "service_record r"
#define RECORD_JOINS "  JOIN activity a ON a.id = r.activity_id"
#define RECORD_WHERE "r.person_id = ? AND r.station_id = ? AND r.state <> 'corrected'"
#define RECORD_FILTERS(F) \
	F(WORD, state, "r.state = ?") \
	F(DAY, from, "r.served_on >= ?") \
	F(DAY, to, "r.served_on <= ?")
#define RECORD_FEW "of one volunteer"
#define RECORD_WAYS(S, L) \
	S(L, served_on, any, "r.served_on", "service_record_person") \
	S(L, minutes, any, "r.minutes", "service_record_person")
#define RECORD_ID "r.id"
LIST_DEFINE(RECORD);

static enum err record_row(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	return OK;
}
static const struct list records = LIST(RECORD, "Records", "account.Record", .row = record_row);

enum err volunteer_records(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	put(q, "Volunteer.no", h.no);
	put(q, "Volunteer.name", h.name);
	return list_page(q, &records, ARGS(A_(h.id), A_(q->station)), "account/records.cs");
}
