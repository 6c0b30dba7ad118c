/* household_read.c - one file of the own station, and its sealed values. */
#include "household.h"

#include "secret.h"

static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(HOUSEHOLD_COLS)
	"  FROM household h"
	" WHERE h.no = ?"
	"   AND h.station_id = ?");

enum err household_here(struct rq *q, const char *no, struct household *h)
{
	return row_one(&here_q, ARGS(A_(no), A_(q->station)), household_cols, h);
}

enum err household_open(struct rq *q, const char *no, struct household *h)
{
	enum err e = household_here(q, no, h);
	return e || str_eq(h->state, "active") ? e : ERR(ERR_STALE, "a household that is closed");
}

void household_private(const struct household *h, struct private v[HOUSEHOLD_PRIVATE])
{
	v[0] = (struct private){ "household.name", "Household.name", h->name, mask_name };
	v[1] = (struct private){ "household.phone", "Household.phone", h->phone, mask_phone };
	v[2] = (struct private){ "household.address", "Household.address", h->address,
				 mask_address };
	v[3] = (struct private){ "household.contact", "Household.contact", h->contact, mask_words };
	v[4] = (struct private){ "household.health", "Household.health", h->health, mask_words };
}

enum err household_text(struct rq *q, const struct household *h, const char *column,
			struct bytes sealed, const char **text)
{
	*text = NULL;
	return sealed.p ? secret_unseal(q->arena, column, h->uid, sealed, text) : OK;
}
