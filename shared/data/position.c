/* position.c - places are taken and given back under the lock of the position's row, or of the
 * shift's. */
#include "position.h"

#include "row.h"

static struct stmt lock_q = SQL(
	"SELECT id"
	"  FROM position"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt take_q = SQL(
	"UPDATE position"
	"   SET taken = taken + 1"
	" WHERE id = ?"
	"   AND taken < wanted");
static struct stmt give_q = SQL(
	"UPDATE position"
	"   SET taken = taken - 1"
	" WHERE id = ?"
	"   AND taken > 0");
static struct stmt left_q = SQL(
	"SELECT wanted - taken"
	"  FROM position"
	" WHERE id = ?");
#define ID_COLS(X, T) X(T, INT, id, "id")
ROW_DEFINE(id_row, ID_COLS);
static struct stmt lock_all_q = SQL(
	"SELECT " ROW_SELECT(ID_COLS)
	"  FROM position"
	" WHERE project_id = ?"
	" ORDER BY id"
	" LIMIT 60"
	"   FOR UPDATE");
static struct stmt recount_q = SQL(
	"UPDATE position o"
	"   SET o.taken = (SELECT COUNT(*) FROM application a WHERE a.position_id = o.id"
	"       AND a.activity_id IS NULL AND a.state IN ('accepted', 'offered'))"
	" WHERE o.project_id = ?");

static struct stmt shift_lock_q = SQL(
	"SELECT activity_id"
	"  FROM shift"
	" WHERE activity_id = ?"
	"   FOR UPDATE");
static struct stmt shift_take_q = SQL(
	"UPDATE shift"
	"   SET taken = taken + 1"
	" WHERE activity_id = ?"
	"   AND taken < wanted");
static struct stmt shift_give_q = SQL(
	"UPDATE shift"
	"   SET taken = taken - 1"
	" WHERE activity_id = ?"
	"   AND taken > 0");
static struct stmt shift_left_q = SQL(
	"SELECT wanted - taken"
	"  FROM shift"
	" WHERE activity_id = ?");
static struct stmt shifts_lock_q = SQL(
	"SELECT activity_id AS id, 0 AS _end"
	"  FROM shift"
	" WHERE project_id = ?"
	" ORDER BY activity_id"
	" LIMIT 5000"
	"   FOR UPDATE");
static struct stmt shifts_recount_q = SQL(
	"UPDATE shift s"
	"   SET s.taken = (SELECT COUNT(*) FROM application a WHERE a.activity_id = s.activity_id"
	"       AND a.state IN ('accepted', 'offered'))"
	" WHERE s.project_id = ?");

enum err position_lock(int64_t id)
{
	int64_t same;
	return db_int(&lock_q, ARGS(A_(id)), &same);
}

enum err position_take(int64_t id)
{
	return db_change(&take_q, ARGS(A_(id)));
}

enum err position_give(int64_t id)
{
	return db_change(&give_q, ARGS(A_(id)));
}

enum err position_left(int64_t id, int64_t *left)
{
	return db_int(&left_q, ARGS(A_(id)), left);
}

static struct stmt rule_q = SQL(
	"UPDATE position"
	"   SET mode = ?, skills = ?, sex = ?, sex_reason = ?, hours = ?"
	" WHERE id = ?");

enum err position_rule(int64_t id, const struct position_rules *r)
{
	return db_change(&rule_q, ARGS(A_(r->mode), A_(r->skills), A_(r->sex), A_(r->sex_reason),
				       A_(r->hours), A_(id)));
}

enum err seat_lock(const struct seat *s)
{
	int64_t same;
	if (s->activity == DB_NONE)
		return position_lock(s->position);
	return db_int(&shift_lock_q, ARGS(A_(s->activity)), &same);
}

/* What stands in the brackets is read without a lock, once the row's own is held. */
#define NOW_COLS(X, T) \
	X(T, INT, left, "o.wanted - o.taken") \
	X(T, INT, open, "(SELECT p.state = 'recruiting' FROM project p WHERE p.id = o.project_id)")
ROW_DEFINE(now_row, NOW_COLS);
#define SHIFT_NOW_COLS(X, T) \
	X(T, INT, left, "s.wanted - s.taken") \
	X(T, INT, open, \
	  "s.closes_at > ? AND (SELECT b.state = 'published' FROM activity b " \
	  "WHERE b.id = s.activity_id) AND (SELECT p.state IN ('recruiting', 'running') " \
	  "FROM project p WHERE p.id = s.project_id)")
static struct stmt hold_q = SQL(
	"SELECT " ROW_SELECT(NOW_COLS)
	"  FROM position o"
	" WHERE o.id = ?"
	"   FOR UPDATE");
static struct stmt shift_hold_q = SQL(
	"SELECT " ROW_SELECT(SHIFT_NOW_COLS)
	"  FROM shift s"
	" WHERE s.activity_id = ?"
	"   FOR UPDATE");

enum err seat_hold(const struct seat *s, const char *now, struct seat_now *n)
{
	struct now_row r;
	enum err e = s->activity == DB_NONE
			     ? row_one(&hold_q, ARGS(A_(s->position)), now_row_cols, &r)
			     : row_one(&shift_hold_q, ARGS(A_(now), A_(s->activity)), now_row_cols,
				       &r);
	if (!e)
		*n = (struct seat_now){ r.left, r.open == 1 };
	return e;
}

enum err seat_take(const struct seat *s)
{
	if (s->activity == DB_NONE)
		return position_take(s->position);
	return db_change(&shift_take_q, ARGS(A_(s->activity)));
}

enum err seat_give(const struct seat *s)
{
	if (s->activity == DB_NONE)
		return position_give(s->position);
	return db_change(&shift_give_q, ARGS(A_(s->activity)));
}

enum err seat_left(const struct seat *s, int64_t *left)
{
	if (s->activity == DB_NONE)
		return position_left(s->position, left);
	return db_int(&shift_left_q, ARGS(A_(s->activity)), left);
}

/* The opening stays before the end. */
static struct stmt moved_q = SQL(
	"UPDATE shift"
	"   SET opens_at = LEAST(opens_at, closes_at + INTERVAL ? SECOND),"
	"       closes_at = closes_at + INTERVAL ? SECOND,"
	"       leave_until = leave_until + INTERVAL ? SECOND"
	" WHERE activity_id = ?");

enum err shift_moved(int64_t activity, int64_t seconds)
{
	int64_t rows;
	return db_affect(&moved_q, ARGS(A_(seconds - 1), A_(seconds), A_(seconds), A_(activity)),
			 &rows);
}

enum err positions_lock(int64_t project)
{
	struct id_row *v;
	size_t n;
	enum err e = row_all(&lock_all_q, ARGS(A_(project)), id_row_cols, sizeof(*v), &v, &n);
	if (!e)
		e = row_all(&shifts_lock_q, ARGS(A_(project)), id_row_cols, sizeof(*v), &v, &n);
	return e;
}

enum err positions_recount(int64_t project)
{
	int64_t rows;
	enum err e = db_affect(&recount_q, ARGS(A_(project)), &rows);
	return e ? e : db_affect(&shifts_recount_q, ARGS(A_(project)), &rows);
}
