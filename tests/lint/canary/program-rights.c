as: cgi/recruit/recruit.c
#include "position.h"
#define SET "UPDATE application SET "
static struct stmt own_q = SQL(
	SET "state = ?"
	" WHERE id = ?");
static enum err apply(struct rq *q)
{
	return position_take(1);
}
static const struct route routes[] = { { "POST", "/recruit/{no}/apply", VOLUNTEER, apply }, { 0 } };
===== as: cgi/station/station.c
#include "position.h"
int main(void)
{
	return position_left(1);
}
===== as: cgi/needs/needs.c
static enum err take(void)
{
	return seat_q;
}
===== as: cgi/zyz-admin/zyz-admin.c
static struct stmt all_q = SQL(
	"DELETE FROM position");
===== as: shared/data/position.c
static struct stmt take_q = SQL(
	"UPDATE position"
	"   SET taken = taken + 1"
	" WHERE id = ?");
static struct stmt seat_q = SQL(
	"INSERT INTO seat (id)"
	" VALUES (?)");
static enum err take(int64_t id)
{
	return db_change(&take_q, ARGS(A_(id)));
}
enum err position_take(int64_t id)
{
	return take(id);
}
enum err position_left(int64_t id)
{
	return OK;
}
===== as: sql/owners.txt
rights recruit application
rights recruit position
rights station position # BAD
rights order position # BAD
