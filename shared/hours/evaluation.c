/* evaluation.c - what becomes of evaluations when their hours fall or come back. */
#include "evaluation.h"

#include "ids.h"
#include "outbox.h"
#include "row.h"
#include "states.h"

#define RATED_COLS(X, T) \
	X(T, INT, id, "e.id") \
	X(T, BYTES, uid, "e.uid")
ROW_DEFINE(rated_row, RATED_COLS);
/* Locked, so that it is not put in the outbox meanwhile. */
static struct stmt unserved_q = SQL(
	"SELECT " ROW_SELECT(RATED_COLS)
	"  FROM evaluation e"
	" WHERE e.activity_id = ?"
	"   AND e.person_id = ?"
	"   AND e.direction = 'of_volunteer'"
	"   AND NOT (" EVALUATION_HOLDS("e") ")"
	"   FOR UPDATE");
static struct stmt served_q = SQL(
	"SELECT DISTINCT " ROW_SELECT(RATED_COLS)
	"  FROM " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"  JOIN evaluation e ON e.activity_id = r.activity_id AND e.person_id = r.person_id"
	"       AND e.direction = 'of_volunteer'"
	" WHERE r.minutes > 0"
	"   AND EXISTS (SELECT 1 FROM service_record o WHERE o.activity_id = r.activity_id"
	"       AND o.person_id = r.person_id AND o.state IN ('corrected', 'withdrawn'))"
	" ORDER BY e.id");

enum err evaluation_falls(int64_t activity_id, int64_t person_id)
{
	struct rated_row rated;
	enum err e = row_one(&unserved_q, ARGS(A_(activity_id), A_(person_id)), rated_row_cols,
			     &rated);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	return outbox_withdraw(OB_EVALUATION, rated.uid);
}

enum err evaluation_holds(const char *record_ids)
{
	struct rated_row *v;
	size_t n;
	enum err e = row_all(&served_q, ARGS(A_(record_ids)), rated_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = outbox_evaluation(v[i].id);
	return e;
}
