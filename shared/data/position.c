/* position.c - places are taken and given back under the lock of the position's row. */
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
	"       AND a.state IN ('accepted', 'offered'))"
	" WHERE o.project_id = ?");

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

enum err positions_lock(int64_t project)
{
	struct id_row *v;
	size_t n;
	return row_all(&lock_all_q, ARGS(A_(project)), id_row_cols, sizeof(*v), &v, &n);
}

enum err positions_recount(int64_t project)
{
	int64_t rows;
	return db_affect(&recount_q, ARGS(A_(project)), &rows);
}
