/* certificate_verify.c - is this certificate true? For schools and employers, with no account. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "commend.h"
#include "config.h"
#include "certificate_seal.h"
#include "text.h"

/* Whoever tries number after number finds few that are there. */
enum { NUMBER_MAX = 24, UNKNOWN_PER_MINUTE = 30, MINUTE = 60 };

#define SEAL_COLS(X, T) X(T, BYTES, seal, "qr")
ROW_DEFINE(seal_row, SEAL_COLS);
static struct stmt find_q = SQL(
	"SELECT c.no, p.name AS _name, p.erased_at AS _erased, s.name AS station, s.id AS _station,"
	"       c.from_on, c.to_on, c.minutes, c.scan_minutes AS scan, c.list_minutes AS list,"
	"       c.declared_minutes AS declared, c.backfill_minutes AS backfill,"
	"       c.met_minutes AS met, c.records, DATE(c.issued_at) AS issued_on, c.state,"
	"       DATE(c.revoked_at) AS revoked_on, c.revoked_reason,"
	"       (SELECT COALESCE(SUM(r.minutes), 0) FROM service_record r"
	"       WHERE r.person_id = c.person_id AND r.station_id = c.station_id"
	"       AND r.state = 'effective' AND r.served_on BETWEEN c.from_on AND c.to_on"
	"       AND r.effective_at <= c.issued_at) AS _still"
	"  FROM certificate c"
	"  JOIN person p ON p.id = c.person_id"
	"  JOIN station s ON s.id = c.station_id"
	" WHERE c.no = ?");
static struct stmt seal_q = SQL(
	"SELECT " ROW_SELECT(SEAL_COLS)
	"  FROM certificate"
	" WHERE no = ?"
	"   AND qr IS NOT NULL");
static struct stmt count_q = SQL(
	"UPDATE certificate"
	"   SET checks = checks + 1"
	" WHERE no = ?");

/* Numbers are read off paper or copied out of it. */
static const char *verify_number(struct rq *q, const char *typed)
{
	return utf8_cut(q->arena, text_number(q->arena, typed), NUMBER_MAX);
}

/* "C2600100011": what else is typed, an id number or a name, comes into no address, since addresses
 * are logged. */
static bool verify_is_number(const char *no)
{
	size_t digits = *no == 'C' ? strspn(no + 1, "0123456789") : 0;
	return digits >= 10 && digits <= 14 && !no[1 + digits];
}

static enum err verify_unknown(struct rq *q)
{
	return page_status(q, 404, "commend/verify_unknown.cs");
}

enum err verify_form(struct rq *q)
{
	const char *typed = query(q, "no"), *no = verify_number(q, str_or(typed, ""));
	if (verify_is_number(no))
		return see(q, "/commend/verify/%s", no);
	return *no ? verify_unknown(q) : page(q, "commend/verify.cs");
}

static void verify_put_hours(struct rq *q, struct node *n)
{
	static const char *const kinds[] = { "scan", "met", "list", "declared", "backfill" };
	int64_t minutes = node_get_int(n, "minutes"), still = node_get_int(n, "_still");
	node_set(n, "name", mask_name(q->arena, node_get(n, "_name")));
	node_set(n, "hours", hours_text(q->arena, minutes));
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (node_get_int(n, kinds[i]) > 0)
			node_set(node_child(n, "Evidence"), kinds[i],
				 hours_text(q->arena, node_get_int(n, kinds[i])));
	/* Records may have been corrected or taken back since; the paper does not know. */
	if (still < minutes)
		node_set(n, "fewer_hours", hours_text(q->arena, still > 0 ? still : 0));
}

/* The row against what was signed when it was made. */
static enum err verify_check_seal(struct rq *q, struct node *n)
{
	struct seal_row r;
	enum err e = row_one(&seal_q, ARGS(A_(node_get(n, "no"))), seal_row_cols, &r);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (e)
		return e;
	struct seal s = { .from = node_get(n, "from_on"),
			  .to = node_get(n, "to_on"),
			  .issued = node_get(n, "issued_on"),
			  .minutes = { node_get_int(n, "scan"), node_get_int(n, "list"),
				       node_get_int(n, "declared"), node_get_int(n, "backfill"),
				       node_get_int(n, "met") } };
	if (!seal_holds(q->arena, r.seal, &s))
		node_set(n, "altered", "1");
	return OK;
}

enum err verify_show(struct rq *q)
{
	const char *no = verify_number(q, arg(q, 0));
	if (!verify_is_number(no))
		return verify_unknown(q);
	enum err e = throttle(q, "verify", q->remote, (int)cfg.verify_minute, MINUTE);
	if (!e)
		e = put_one(q, "Certificate", &find_q, ARGS(A_(no)));
	if (e == ERR_NOT_FOUND) {
		err_clear();
		put(q, "No", no);
		e = throttle(q, "verify.unknown", q->remote, UNKNOWN_PER_MINUTE, MINUTE);
		return e ? e : verify_unknown(q);
	}
	if (e)
		return e;
	struct node *n = put_list(q, "Certificate");
	verify_put_hours(q, n);
	certificate_reason(n);
	e = put_station(q, node_get_int(n, "_station"));
	if (!e)
		e = verify_check_seal(q, n);
	if (!e)
		e = db_change(&count_q, ARGS(A_(no)));
	put(q, "Now", clock_time(q->arena, q->now));
	return e ? e : page(q, "commend/verify_show.cs");
}

/* The same with the network off: this browser keeps the page and does the rest itself. */
enum err offline_page(struct rq *q)
{
	reply_cache(q, 60);
	return page(q, "commend/offline.cs");
}
