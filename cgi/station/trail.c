/* trail.c - what was done at a station, by whom, to what: the audit trail 操作日志, in plain words,
 * for its manager. */
#include "history.h"

#include <string.h>

#include "list.h"
#include "station.h"

/* What is spoken of by a number of its own: the table, and where staff look at it. */
#define NUMBERED(X) \
	X(need, "/needs/ledger/") \
	X(project, "/project/") \
	X(activity, "/activity/manage/") \
	X(service_record, "/activity/record/") \
	X(training, "/training/manage/") \
	X(objection, "/activity/manage/objections/") \
	X(certificate, "/commend/manage/certificates/") \
	X(honour, "/commend/manage/honours/") \
	X(transfer, "/platform/transfer/") \
	X(station_move, "/platform/transfer/move/")
/* What has the number of something else. */
#define OF(target, no) " WHEN '" target "' THEN (SELECT " no
#define NUMBER_OF(table, path) \
	" WHEN '" #table "' THEN (SELECT x.no FROM " #table " x WHERE x.id = a.target_id)"
#define OBJECT \
	"CASE a.target" NUMBERED(NUMBER_OF) \
		OF("person", "x.no FROM volunteer x WHERE x.person_id = a.target_id)") OF( \
			"staff", "x.name FROM staff x WHERE x.id = a.target_id)") \
			OF("survey", "x.no FROM survey x WHERE x.id = a.target_id)") OF( \
				"enrolment", \
				"y.no FROM enrolment x JOIN training y ON y.id = x.training_id " \
				"WHERE x.id = a.target_id)") \
				OF("application", "y.no FROM application x JOIN volunteer y ON " \
						  "y.person_id = x.person_id " \
						  "WHERE x.id = a.target_id)") \
					OF("evaluation", "y.no FROM evaluation x JOIN activity y " \
							 "ON y.id = x.activity_id " \
							 "WHERE x.id = a.target_id)") " END"

#define TRAIL_COLS(C) \
	C(TEXT, at, "a.at", "") \
	C(TEXT, staff, "f.name", "") \
	C(WORD, actor_kind, "a.actor_kind", "station.Actor") \
	C(WORD, action, "a.action", "station.Did") \
	C(WORD, target, "a.target", "station.Object") \
	C(TEXT, object, OBJECT, "") \
	C(LONG, detail, "a.detail", "") \
	C(TEXT, request, "HEX(a.request_id)", "")
#define TRAIL_TABLE "audit a"
#define TRAIL_JOINS "  LEFT JOIN staff f ON a.actor_kind = 'staff' AND f.id = a.actor_id"
#define TRAIL_WHERE "a.station_id = ?"
#define TRAIL_FILTERS(F) \
	F(DAY, from, "a.at >= ?") \
	F(DAY, to, "a.at < ? + INTERVAL 1 DAY") \
	F(WORD, actor, "a.actor_kind = ?") \
	F(WORD, staff, \
	  "a.actor_kind = 'staff' AND a.actor_id = (SELECT x.id FROM staff x WHERE x.login = ?)") \
	F(WORD, action, "a.action = ?") \
	F(WORD, target, "a.target = ?")
#define TRAIL_WAYS(S, L) \
	S(L, at, any, "a.at", "audit_time") \
	S(L, at, staff, "a.at", "audit_of_person") \
	S(L, at, action, "a.at", "audit_action") \
	S(L, at, target, "a.at", "audit_of_target") \
	S(L, at, actor, "a.at", "audit_of_kind")
#define TRAIL_ID "a.id"
LIST_DEFINE(TRAIL);

/* The same of one object alone: by the key of objects. */
#define ONE_COLS       TRAIL_COLS
#define ONE_TABLE      TRAIL_TABLE
#define ONE_JOINS      TRAIL_JOINS
#define ONE_WHERE      "a.station_id = ? AND a.target = ? AND a.target_id = ?"
#define ONE_FILTERS(F) TRAIL_FILTERS(F) F(GIVEN, no, "? <> ''")
#define ONE_WAYS(S, L) S(L, at, any, "a.id", "audit_target")
#define ONE_ID         "a.id"
LIST_DEFINE(ONE);

/* Everybody who was at the station, also those who left: what they did stays. */
static struct stmt staff_q = SQL(
	"SELECT DISTINCT f.login AS code, f.name"
	"  FROM staff_role r"
	"  JOIN staff f ON f.id = r.staff_id"
	" WHERE r.station_id = ?"
	" ORDER BY f.name, f.login"
	" LIMIT 200");
#define FOUND_COLS(X, T) \
	X(T, TEXT, target, "x.target") \
	X(T, INT, id, "x.id")
ROW_DEFINE(found_row, FOUND_COLS);
#define BY_NUMBER(table, path) \
	"SELECT '" #table "' AS target, id FROM " #table ", n WHERE " #table ".no = n.no UNION " \
	"ALL "
static struct stmt find_q = SQL(
	"WITH n AS (SELECT ? AS no)"
	" SELECT " ROW_SELECT(FOUND_COLS)
	"  FROM (" NUMBERED(BY_NUMBER) "SELECT 'survey', id FROM survey, n WHERE survey.no = n.no"
	"       UNION ALL SELECT 'person', person_id FROM volunteer, n"
	"       WHERE volunteer.no = n.no) x"
	" LIMIT 1");

static enum err trail_row(struct rq *q, struct node *n, const struct row *r)
{
#define PATH_OF(table, path) { #table, path },
	static const char *const paths[][2] = { NUMBERED(PATH_OF){ "person",
								   "/account/volunteers/" } };
	struct arena *a = q->arena;
	const char *action = list_cell(r, "action")->text, *target = list_cell(r, "target")->text;
	const char *object = list_cell(r, "object")->text, *detail = node_get(n, "detail");
	node_set(n, "did", history_did(q, action));
	const char *list = str_or(lang(arena_fmt(a, "station.Listed.%s", target)), target);
	node_set(n, "what", str_or(lang(arena_fmt(a, "station.Object.%s", target)), list));
	if (detail)
		node_set(n, "detail", history_detail(q, target, detail));
	for (size_t i = 0; object && i < sizeof(paths) / sizeof(paths[0]); i++)
		if (str_eq(paths[i][0], target))
			node_set(n, "href",
				 arena_fmt(a, "%s%s", paths[i][1], url_encode(a, object)));
	return OK;
}

static const struct list trail = LIST(TRAIL, "Rows", "station.Audit", .row = trail_row);
static const struct list one = LIST(ONE, "Rows", "station.Audit", .row = trail_row);

/* Actions are chosen among those of one kind: all of them are 28 KB. */
static void put_group(struct rq *q)
{
	const char *action = str_or(query(q, "action"), ""), *group = query(q, "group");
	if (*action)
		group = arena_dup(q->arena, action, strcspn(action, "."));
	if (group && lang(arena_fmt(q->arena, "station.Doings.%s", group)))
		put(q, "Group", group);
}

enum err station_audit(struct rq *q)
{
	struct found_row found = { .target = "", .id = 0 };
	const char *no = str_or(query(q, "no"), "");
	enum err e = put_query(q, "Staff", &staff_q, ARGS(A_(q->station)));
	if (!e && *no)
		e = row_one(&find_q, ARGS(A_(no)), found_row_cols, &found);
	if (e && e != ERR_NOT_FOUND)
		return e;
	put(q, "Filter.no", no);
	put_group(q);
	if (*no)
		return list_page(q, &one, ARGS(A_(q->station), A_(found.target), A_(found.id)),
				 "station/audit.cs");
	return list_page(q, &trail, ARGS(A_(q->station)), "station/audit.cs");
}
