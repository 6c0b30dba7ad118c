/* entry.c - the one INSERT of needs that staff enter. */
#include "entry.h"

#include "clock.h"
#include "need.h"
#include "secret.h"

static struct stmt add_q = SQL(
	"INSERT INTO need (uid, no, station_id, source, household_id, visit_id, name_sealed,"
	"       phone_sealed, phone_index, address_sealed, sex, age_band, category, target_group,"
	"       description, grid, wished, frequency, risk, registered_at, registered_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

enum err need_put(struct rq *q, const struct need_new *n, const char **no)
{
	struct arena *a = q->arena;
	struct bytes uid = secret_uid(a);
	int64_t id;
	enum err e = number_next(&q->actor, 'N', q->station, no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(uid), A_(*no), A_(q->station), A_(n->source), A_(n->household),
				 A_(n->visit), A_(secret_seal(a, "need.name", uid, n->name)),
				 A_(secret_seal(a, "need.phone", uid, n->phone)),
				 A_(secret_index(a, "need.phone", n->phone)),
				 A_(secret_seal(a, "need.address", uid, n->address)),
				 A_(str_or(n->sex, "0")), A_(n->age_band), A_(n->category),
				 A_(n->target_group), A_(n->description), A_(str_or(n->grid, "")),
				 A_(str_or(n->wished, "")), A_(str_or(n->frequency, "")),
				 A_(str_or(n->risk, "")), A_(clock_time(a, q->now)), A_(q->staff)),
			    &id);
	if (!e)
		e = need_counted(id);
	return e ? e : audit(&q->actor, "need.add", "need", id, n->source);
}
