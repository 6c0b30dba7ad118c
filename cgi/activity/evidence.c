/* evidence.c - how an hour is known that comes of a check-in and a check-out: as well as the weaker
 * of the two. A tick makes it the roll's; what leaders say of themselves, by their button or by a
 * code that they hold, is their own word, which another vouches for before anybody reviews it. */
#include "activity.h"

#define ENDS_COLS(X, T) \
	X(T, TEXT, in, "i.method") \
	X(T, TEXT, out, "t.method") \
	X(T, INT, in_staff, "i.recorded_by") \
	X(T, INT, in_lead, "i.leader_id") \
	X(T, INT, out_staff, "t.recorded_by") \
	X(T, INT, out_lead, "t.leader_id")
ROW_DEFINE(ends_row, ENDS_COLS);
static struct stmt ends_q = SQL(
	"SELECT " ROW_SELECT(ENDS_COLS)
	"  FROM attendance i"
	"  JOIN attendance t ON t.activity_id = i.activity_id AND t.person_id = i.person_id"
	"       AND t.direction = 'out'"
	" WHERE i.activity_id = ?"
	"   AND i.person_id = ?"
	"   AND i.direction = 'in'");
static struct stmt leads_q = SQL(
	"SELECT COUNT(*)"
	"  FROM activity a"
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = ? AND o.role = 'leader'"
	"       AND o.state = 'on'"
	" WHERE a.id = ?"
	"   AND (o.id IS NOT NULL OR a.leader_id = ?)");

enum err person_leads(int64_t activity, int64_t person, bool *leads)
{
	int64_t n = 0;
	enum err e = db_int(&leads_q, ARGS(A_(person), A_(activity), A_(person)), &n);
	*leads = !e && n > 0;
	return e;
}

/* Who called the roll at one end; whoever handed in the other end stays named where nobody did. */
static void evidence_roll(struct record_new *n, int64_t staff, int64_t lead)
{
	n->evidence = "list";
	if (staff != DB_NONE)
		n->logger_id = staff;
	if (lead != DB_NONE)
		n->leader_id = lead;
}

enum err evidence_of(struct record_new *n)
{
	struct ends_row r;
	enum err e = row_one(&ends_q, ARGS(A_(n->activity_id), A_(n->person_id)), ends_row_cols,
			     &r);
	if (e)
		return e;
	n->evidence = "scan";
	if (str_eq(r.in, "self") || str_eq(r.out, "self")) {
		n->evidence = "declared";
		n->remark = lang("activity.self_remark");
		n->leader_id = DB_NONE;
	} else if (str_eq(r.out, "list"))
		evidence_roll(n, r.out_staff, r.out_lead);
	else if (str_eq(r.in, "list"))
		evidence_roll(n, r.in_staff, r.in_lead);
	return OK;
}
