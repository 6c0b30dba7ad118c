/* alone.c - commands that change the schema, the whole of it or the keys, one at a time. */
#include "admin.h"

/* One that just ended may hold it for a moment. */
static struct stmt lock_q = SQL(
	"SELECT COALESCE(GET_LOCK(CONCAT('zyz-migrate.', DATABASE()), 3), 0)");

enum err admin_alone(void)
{
	int64_t mine = 0;
	enum err e = db_int(&lock_q, NO_ARGS, &mine);
	return e || mine ? e : ERR(ERR_CHECK, "another zyz-admin works on this database");
}
