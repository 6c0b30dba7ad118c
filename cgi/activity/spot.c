/* spot.c - spot checks: begun with a promised seed, drawn, looked at record by record, and their
 * result published without a name. */
#include "spot.h"

#include "barred.h"
#include "clock.h"
#include "form.h"
#include "list.h"
#include "record.h"
#include "region.h"
#include "secret.h"

#define PURPOSE "activity.spot"
enum { SEED = 32, DAY = 86400, CACHE_SECONDS = 60 };

#define SPOT_IN(X, T) \
	X(T, STR, title, 2, 80) \
	X(T, WORD, what, 1, 8) \
	X(T, DAY, from_on, 1, 10) \
	X(T, DAY, to_on, 1, 10) \
	X(T, INT, percent, 1, 100)
FORM_DEFINE(spot_in, SPOT_IN);
#define FINDING_IN(X, T) \
	X(T, WORD, finding, 1, 8) \
	X(T, STR, words, 0, 400)
FORM_DEFINE(finding_in, FINDING_IN);
#define RESULT_IN(X, T) X(T, TEXT, result, 4, 1000)
FORM_DEFINE(result_in, RESULT_IN);

static const struct col spot_row_cols[] = { SPOT_COLS(ROW_COL_, spot_row){ COL_END, 0 } };
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(SPOT_COLS)
	"  FROM spot_check c"
	" WHERE c.uid = UNHEX(?)"
	"   AND c.region_code LIKE ?");
#define SHOWN \
	"LOWER(HEX(c.uid)) AS uid, c.title, c.what, c.from_on, c.to_on, c.percent, c.state," \
	"       c.made_at, c.windows, c.found, c.drawn, c.items, c.drawn_at, c.result," \
	"       c.published_at, c.head_no, LOWER(HEX(c.seed_hash)) AS seed_hash," \
	"       LOWER(HEX(c.seed)) AS seed, LOWER(HEX(c.head_root)) AS head_root," \
	"       LOWER(HEX(h.signature)) AS head_signature, g.full_name AS region"
static struct stmt all_q = SQL(
	"SELECT " SHOWN
	"  FROM spot_check c FORCE INDEX (spot_check_region)"
	"  JOIN region g ON g.code = c.region_code"
	"  LEFT JOIN tree_head h ON h.no = c.head_no"
	" WHERE c.region_code LIKE ?"
	" ORDER BY c.id DESC"
	" LIMIT 50");
static struct stmt one_q = SQL(
	"SELECT " SHOWN
	"  FROM spot_check c"
	"  JOIN region g ON g.code = c.region_code"
	"  LEFT JOIN tree_head h ON h.no = c.head_no"
	" WHERE c.uid = UNHEX(?)");
static struct stmt add_q = SQL(
	"INSERT INTO spot_check (uid, region_code, title, what, from_on, to_on, percent, seed_hash,"
	"       seed_sealed, since, made_by, made_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
#define FINDINGS \
	"COUNT(*) AS records, COALESCE(SUM(i.finding = 'ok'), 0) AS ok," \
	"       COALESCE(SUM(i.finding = 'wrong'), 0) AS wrong," \
	"       COALESCE(SUM(i.finding = 'missing'), 0) AS missing," \
	"       COALESCE(SUM(i.finding IS NULL), 0) AS waiting"
static struct stmt sums_q = SQL(
	"SELECT " FINDINGS
	"  FROM spot_item i"
	"  JOIN spot_check c ON c.id = i.check_id"
	" WHERE c.uid = UNHEX(?)");
static struct stmt stations_q = SQL(
	"SELECT s.no, s.name, " FINDINGS
	"  FROM spot_item i"
	"  JOIN spot_check c ON c.id = i.check_id"
	"  JOIN service_record r ON r.id = i.record_id"
	"  JOIN station s ON s.id = r.station_id"
	" WHERE c.uid = UNHEX(?)"
	" GROUP BY s.id"
	" ORDER BY s.no"
	" LIMIT 500");
#define ITEM_SHOWN \
	"i.spot_rank, r.no, s.name AS station, a.title, a.no AS activity_no, r.served_on," \
	"       r.starts_at, r.ends_at, r.minutes, r.evidence, r.state, i.finding, i.words," \
	"       f.name AS found_by, i.found_at, r.person_id AS _person, i.id AS _id"
static struct stmt item_q = SQL(
	"SELECT " ITEM_SHOWN
	"  FROM spot_item i"
	"  JOIN service_record r ON r.id = i.record_id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN station s ON s.id = r.station_id"
	"  LEFT JOIN staff f ON f.id = i.found_by"
	" WHERE i.check_id = ?"
	"   AND r.no = ?");
static struct stmt finding_q = SQL(
	"UPDATE spot_item i"
	"  JOIN spot_check c ON c.id = i.check_id AND c.state = 'drawn'"
	"   SET i.finding = ?, i.words = ?, i.found_by = ?, i.found_at = ?"
	" WHERE i.id = ?");
/* All of them have been looked at. */
static struct stmt publish_q = SQL(
	"UPDATE spot_check c"
	"   SET c.state = 'published', c.result = ?, c.published_by = ?, c.published_at = ?"
	" WHERE c.id = ?"
	"   AND c.state = 'drawn'"
	"   AND NOT EXISTS (SELECT 1 FROM spot_item i WHERE i.check_id = c.id"
	"       AND i.finding IS NULL)");

#define ITEMS_COLS(C) \
	C(INT, spot_rank, "i.spot_rank", "") \
	C(TEXT, no, "r.no", "") \
	C(TEXT, station, "s.name", "") \
	C(TEXT, title, "a.title", "") \
	C(DAY, served_on, "r.served_on", "") \
	C(HOURS, minutes, "r.minutes", "") \
	C(WORD, evidence, "r.evidence", "Evidence") \
	C(WORD, finding, "COALESCE(i.finding, 'open')", "activity.Finding") \
	C(TEXT, words, "i.words", "")
#define ITEMS_TABLE "spot_item i"
#define ITEMS_JOINS \
	"  JOIN service_record r ON r.id = i.record_id" \
	"  JOIN activity a ON a.id = r.activity_id" \
	"  JOIN station s ON s.id = r.station_id"
#define ITEMS_WHERE      "i.check_id = ?"
#define ITEMS_FILTERS(F) F(WORD, finding, "COALESCE(i.finding, 'open') = ?")
#define ITEMS_WAYS(S, L) S(L, rank, any, "i.spot_rank", "spot_item_rank")
#define ITEMS_ID         "i.id"
LIST_DEFINE(ITEMS);

static enum err item_hours(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	return OK;
}

static const struct list items = LIST(ITEMS, "Items", "activity.SpotItems", .oldest = true,
				      .row = item_hours);

static const char *spot_scope(struct rq *q)
{
	return region_prefix(q->arena, str_or(q->who.region_code, "-"));
}

enum err spot_find(struct rq *q, struct spot_row *s)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(spot_scope(q))), spot_row_cols, s);
}

enum err spot_list(struct rq *q)
{
	enum err e = put_query(q, "Checks", &all_q, ARGS(A_(spot_scope(q))));
	if (e)
		return e;
	form_key(q, PURPOSE);
	return page(q, "activity/spots.cs");
}

static bool spot_read(struct rq *q, struct spot_in *in)
{
	int64_t from = 0, to = 0;
	if (!form_read(q, spot_in_fields, in))
		return false;
	(void)clock_parse_day(in->from_on, &from);
	(void)clock_parse_day(in->to_on, &to);
	if (!str_in(in->what, "record,activity"))
		form_error(q, "what", "choose");
	if (to < from)
		form_error(q, "to_on", "spot_order");
	else if (to - from >= (int64_t)SPOT_DAYS * DAY)
		form_error(q, "to_on", "spot_long");
	else if (to > q->now)
		form_error(q, "to_on", "spot_future");
	return form_ok(q);
}

enum err spot_begin(struct rq *q)
{
	struct spot_in in;
	struct bytes uid;
	uint8_t seed[SEED];
	int64_t id = 0;
	const char *now = clock_time(q->arena, q->now);
	if (!spot_read(q, &in))
		return ERR_FORM;
	enum err e = form_key_uid(q, PURPOSE, &uid);
	if (e)
		return e;
	secret_random(seed, sizeof(seed));
	struct bytes hash = secret_sha256(q->arena, BYTES(seed)),
		     sealed = secret_seal(q->arena, SPOT_SEED, uid,
					  hex_encode(q->arena, BYTES(seed)));
	e = audited(&q->actor, &add_q,
		    ARGS(A_(uid), A_(str_or(q->who.region_code, "-")), A_(in.title), A_(in.what),
			 A_(in.from_on), A_(in.to_on), A_(in.percent), A_(hash), A_(sealed),
			 A_(now), A_(q->staff), A_(now)),
		    "spot_check.begin", "spot_check", &id);
	/* The same form sent twice is one check, under one seed. */
	if (e && e != ERR_DUPLICATE)
		return e;
	return see(q, "/activity/spots/%s?done=spot_begun", hex_encode(q->arena, uid));
}

static enum err spot_put(struct rq *q, const char *uid)
{
	enum err e = put_one(q, "Check", &one_q, ARGS(A_(uid)));
	if (!e)
		e = put_one(q, "Sums", &sums_q, ARGS(A_(uid)));
	return e;
}

enum err spot_show(struct rq *q)
{
	struct spot_row s;
	enum err e = spot_find(q, &s);
	if (!e)
		e = spot_put(q, arg(q, 0));
	if (!e)
		e = put_query(q, "Stations", &stations_q, ARGS(A_(arg(q, 0))));
	return e ? e : list_page(q, &items, ARGS(A_(s.id)), "activity/spot.cs");
}

enum err spot_draw(struct rq *q)
{
	struct spot_row s;
	const char *fault = NULL;
	enum err e = spot_find(q, &s);
	if (!e)
		e = spot_take(q, &s, &fault);
	if (e == ERR_CHECK && fault) {
		err_clear();
		form_error(q, NULL, fault);
		return ERR_FORM;
	}
	return e ? e : see(q, "/activity/spots/%s?done=spot_drawn", arg(q, 0));
}

enum err spot_item(struct rq *q)
{
	struct spot_row s;
	enum err e = spot_find(q, &s);
	if (!e)
		e = put_one(q, "Item", &item_q, ARGS(A_(s.id), A_(arg(q, 1))));
	if (e)
		return e;
	put(q, "Check.uid", arg(q, 0));
	put(q, "Check.title", s.title);
	put(q, "Check.state", s.state);
	if (!form_again(q)) {
		put(q, "Form.finding", got(q, "Item.finding"));
		put(q, "Form.words", got(q, "Item.words"));
	}
	return page(q, "activity/spot_item.cs");
}

/* Nobody says of their own hours, or of their family's, that they are in order. */
static enum err finding_bars(struct rq *q, int64_t person)
{
	bool kin = false;
	enum err e = BARRED(q, person);
	if (!e)
		e = record_kin(&q->actor, person, &kin);
	if (!e && kin) {
		form_error(q, NULL, "spot_kin");
		e = ERR_FORM;
	}
	return e;
}

enum err spot_item_save(struct rq *q)
{
	struct spot_row s;
	struct finding_in in;
	enum err e = spot_find(q, &s);
	if (!e)
		e = put_one(q, "Item", &item_q, ARGS(A_(s.id), A_(arg(q, 1))));
	if (e)
		return e;
	int64_t id = node_get_int(put_list(q, "Item"), "_id");
	if (form_read(q, finding_in_fields, &in) && !str_in(in.finding, "ok,wrong,missing"))
		form_error(q, "finding", "choose");
	if (form_ok(q) && !str_eq(in.finding, "ok") && !in.words)
		form_error(q, "words", "spot_why");
	if (!form_ok(q))
		return ERR_FORM;
	e = finding_bars(q, node_get_int(put_list(q, "Item"), "_person"));
	if (!e)
		e = audited(&q->actor, &finding_q,
			    ARGS(A_(in.finding), A_(str_or(in.words, "")), A_(q->staff),
				 A_(clock_time(q->arena, q->now)), A_(id)),
			    "spot_check.look", "spot_item", &id);
	return e ? e : see(q, "/activity/spots/%s?done=saved", arg(q, 0));
}

enum err spot_publish(struct rq *q)
{
	struct spot_row s;
	struct result_in in;
	enum err e = spot_find(q, &s);
	if (!e)
		e = spot_put(q, arg(q, 0));
	if (e)
		return e;
	if (form_read(q, result_in_fields, &in) && !str_eq(got(q, "Sums.waiting"), "0"))
		form_error(q, NULL, "spot_waiting");
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &publish_q,
		    ARGS(A_(in.result), A_(q->staff), A_(clock_time(q->arena, q->now)), A_(s.id)),
		    "spot_check.publish", "spot_check", &s.id);
	return e ? e : see(q, "/activity/spots/%s?done=published", arg(q, 0));
}

/* From the opening on: the promise; then the result. Nobody is named on it. */
enum err spot_public(struct rq *q)
{
	const char *uid = arg(q, 0);
	enum err e = put_one(q, "Check", &one_q, ARGS(A_(uid)));
	if (!e && str_eq(got(q, "Check.state"), "published"))
		e = put_one(q, "Sums", &sums_q, ARGS(A_(uid)));
	if (!e && str_eq(got(q, "Check.state"), "published"))
		e = put_query(q, "Stations", &stations_q, ARGS(A_(uid)));
	if (e)
		return e;
	reply_cache(q, CACHE_SECONDS);
	return page(q, "activity/spot_public.cs");
}
