/* where.c - in which community 社区 an order is: by the words of its address, among the communities
 * of the station's street, so that who lives there comes first. */
#include <string.h>

#include "order.h"
#include "secret.h"

#define HOME_COLS(X, T) X(T, BYTES, uid, "h.uid") X(T, BYTES, address, "h.address_sealed")
ROW_DEFINE(home_row, HOME_COLS);
/* The household of the need, or else the one on file with this telephone. */
static struct stmt home_q = SQL(
	"SELECT " ROW_SELECT(HOME_COLS)
	"  FROM household h"
	" WHERE h.id = COALESCE((SELECT n.household_id FROM need n WHERE n.id = ?),"
	"       (SELECT MIN(x.id) FROM household x WHERE x.phone_index = ?"
	"       AND x.station_id = ? AND x.state = 'active'))");
static struct stmt station_q = SQL(
	"SELECT region_code"
	"  FROM station"
	" WHERE id = ?");
/* Nobody writes the committee into an address; of two names the longer one says more. */
static struct stmt community_q = SQL(
	"SELECT r.code"
	"  FROM region r"
	" WHERE r.parent_code = ?"
	"   AND r.level = 5"
	"   AND LOCATE(REGEXP_REPLACE(r.name, '(居委会|村委会|居民委员会|村民委员会)$', ''), ?) > 0"
	" ORDER BY CHAR_LENGTH(r.name) DESC, r.code"
	" LIMIT 1");

static enum err on_file(const struct actor *by, const struct order_new *n, const char **address)
{
	struct home_row h;
	enum err e = row_one(&home_q,
			     ARGS(A_(n->need),
				  A_(secret_index(by->arena, "household.phone", n->phone)),
				  A_(n->station)),
			     home_row_cols, &h);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (!e && h.address.n)
		e = secret_unseal(by->arena, "household.address", h.uid, h.address, address);
	return e;
}

enum err order_region(const struct actor *by, const struct order_new *n, const char **code)
{
	enum { STREET = 9 };
	const char *address = n->address, *here, *found;
	enum err e = db_text(&station_q, ARGS(A_(n->station)), &here);
	if (!e)
		*code = here;
	if (!e && !address)
		e = on_file(by, n, &address);
	if (e || !address || strlen(here) < STREET)
		return e;
	e = db_text(&community_q, ARGS(A_(arena_dup(by->arena, here, STREET)), A_(address)),
		    &found);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (!e)
		*code = found;
	return e;
}
