/* entry.c - what staff typed of a need, and the one INSERT of it. */
#include "entry.h"

#include "clock.h"
#include "household.h"
#include "need.h"
#include "secret.h"

static struct stmt add_q = SQL(
	"INSERT INTO need (uid, no, station_id, source, household_id, visit_id, meeting_id,"
	"       name_sealed, phone_sealed, phone_index, address_sealed, sex, age_band, category,"
	"       target_group, description, grid, wished, frequency, risk, registered_at,"
	"       registered_by, reply_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

/* What was not typed stands in the file of the household. */
static enum err need_of_household(struct rq *q, const char *no, struct need_new *n)
{
	struct household h;
	const char *name, *phone, *address;
	enum err e = household_here(q, no, &h);
	if (!e)
		e = household_text(q, &h, "household.name", h.name, &name);
	if (!e)
		e = household_text(q, &h, "household.phone", h.phone, &phone);
	if (!e)
		e = household_text(q, &h, "household.address", h.address, &address);
	if (e)
		return e;
	n->household = h.id;
	n->name = str_or(n->name, name);
	n->phone = str_or(n->phone, phone);
	n->address = str_or(n->address, address);
	n->grid = str_or(n->grid, h.grid);
	return OK;
}

enum err need_from(struct rq *q, const struct need_in *in, struct need_new *n, const char **fault)
{
	*fault = NULL;
	*n = (struct need_new){ .source = in->source,
				.name = in->name,
				.phone = in->phone,
				.address = in->address,
				.sex = in->sex,
				.age_band = in->age_band,
				.category = in->category,
				.target_group = in->target_group,
				.description = in->description,
				.grid = in->grid,
				.wished = in->wished,
				.frequency = in->frequency,
				.risk = in->risk,
				.household = DB_NONE,
				.visit = DB_NONE,
				.meeting = DB_NONE };
	enum err e = in->household ? need_of_household(q, in->household, n) : OK;
	if (e == ERR_NOT_FOUND) {
		*fault = "not_found";
		return OK;
	}
	return e;
}

enum err need_put(struct rq *q, const struct need_new *n, const char **no)
{
	struct arena *a = q->arena;
	struct bytes uid = n->uid.p ? n->uid : secret_uid(a);
	int64_t id;
	const char *reply_by = NULL;
	enum err e = number_next(&q->actor, 'N', q->station, no);
	if (!e)
		e = need_reply_by(&q->actor, q->station, &reply_by);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(uid), A_(*no), A_(q->station), A_(n->source), A_(n->household),
				 A_(n->visit), A_(n->meeting),
				 A_(secret_seal(a, "need.name", uid, n->name)),
				 A_(secret_seal(a, "need.phone", uid, n->phone)),
				 A_(secret_index(a, "need.phone", n->phone)),
				 A_(secret_seal(a, "need.address", uid, n->address)),
				 A_(str_or(n->sex, "0")), A_(n->age_band), A_(n->category),
				 A_(n->target_group), A_(n->description), A_(str_or(n->grid, "")),
				 A_(str_or(n->wished, "")), A_(str_or(n->frequency, "")),
				 A_(str_or(n->risk, "")), A_(clock_time(a, q->now)), A_(q->staff),
				 A_(reply_by)),
			    &id);
	if (!e)
		e = need_counted(id);
	return e ? e : audit(&q->actor, "need.add", "need", id, n->source);
}
