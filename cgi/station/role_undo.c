/* role_undo.c - a role that was ended at the station is given back for a day, as it was. */
#include "accounts.h"
#include "undone.h"

#define STAFF_COLS(X, T) X(T, TEXT, login, "login") X(T, TEXT, ref, "LOWER(HEX(uid))")
ROW_DEFINE(staff_row, STAFF_COLS);
static struct stmt staff_q = SQL(
	"SELECT " ROW_SELECT(STAFF_COLS)
	"  FROM staff"
	" WHERE id = ?");

enum err role_kept(struct rq *q, int64_t staff, const char *role)
{
	struct staff_row f;
	enum err e = row_one(&staff_q, ARGS(A_(staff)), staff_row_cols, &f);
	return e ? e
		 : undo_keep(&q->actor,
			     &(struct undo_deed){
				     .what = "role_ended",
				     .target = "staff",
				     .id = staff,
				     .was = role,
				     .name = f.login,
				     .href = arena_fmt(q->arena, "/station/staff/%s", f.ref) });
}

static enum err role_again(struct rq *q, const struct undo_row *u)
{
	return u->target_id == q->staff ? ERR_FORBIDDEN
					: staff_role_again(&q->actor, u->target_id, u->was, u->at);
}

enum err station_undo(struct rq *q)
{
	static const struct undo_back backs[] = { { "role_ended", role_again }, { 0 } };
	return undo_post(q, backs);
}
