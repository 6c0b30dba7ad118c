/* worker.c - who may lead volunteers as a social worker. */
#include "worker.h"

static struct stmt find_q = SQL(
	"SELECT v.person_id" WORKERS_OF
	WORKERS_WHERE
	"   AND v.no = ?");

enum err worker_find(int64_t station, const char *no, const char *day, int64_t *person)
{
	*person = DB_NONE;
	if (!no)
		return OK;
	enum err e = db_int(&find_q, ARGS(A_(station), A_(day), A_(no)), person);
	return e == ERR_NOT_FOUND ? OK : e;
}
