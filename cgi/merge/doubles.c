/* doubles.c - pairs who may be one: found by `zyz-admin doubles` or named by staff, looked at, said
 * to be two, or asked to be made one. */
#include "audit.h"
#include "clock.h"
#include "merge.h"
#include "secret.h"

enum { PAIRS_AN_HOUR = 60, HOUR = 3600 };

#define PAIR_OF(one, other) \
	"(SELECT d.id, LOWER(HEX(d.uid)) AS uid, d.why, d.found_at, v.person_id AS _here, " \
	"d." other " AS _there FROM volunteer v JOIN person_double d ON d." one " = v.person_id " \
	"AND d.state = 'open' JOIN person a ON a.id = d.a_id AND a.erased_at IS NULL " \
	"AND a.merged_into IS NULL JOIN person b ON b.id = d.b_id AND b.erased_at IS NULL " \
	"AND b.merged_into IS NULL WHERE v.station_id = ?)"
/* From the station's own volunteers to their pairs: other stations' pairs are not read. */
static struct stmt doubles_q = SQL(
	"SELECT d.uid, d.why, d.found_at, h.name, hv.no, t.name AS _name, tv.station_id AS _home,"
	"       tv.no AS _no, s.name AS station"
	"  FROM (" PAIR_OF("a_id", "b_id") " UNION " PAIR_OF("b_id", "a_id") ") d"
	"  JOIN person h ON h.id = d._here"
	"  JOIN volunteer hv ON hv.person_id = h.id"
	"  JOIN person t ON t.id = d._there"
	"  LEFT JOIN volunteer tv ON tv.person_id = t.id"
	"  LEFT JOIN station s ON s.id = tv.station_id"
	" GROUP BY d.id"
	" ORDER BY d.id DESC"
	" LIMIT 200");
#define MERGE_OF(where) \
	"(SELECT m.id, m.no, m.state, m.asked_at, f.name AS asked_by, m.station_id, " \
	"m.other_station_id FROM person_merge m JOIN staff f ON f.id = m.asked_by WHERE " where \
	" ORDER BY m.id DESC LIMIT 50)"
static struct stmt merges_q = SQL(
	"SELECT m.no, m.state, m.asked_at, m.asked_by, s.name AS station, o.name AS other_station"
	"  FROM (" MERGE_OF("m.station_id = ?") " UNION " MERGE_OF("m.other_station_id = ?") ") m"
	"  JOIN station s ON s.id = m.station_id"
	"  JOIN station o ON o.id = m.other_station_id"
	" ORDER BY m.id DESC"
	" LIMIT 50");
/* Two stations of one region that have not agreed yet. */
static struct stmt region_q = SQL(
	"SELECT m.no, m.state, m.asked_at, f.name AS asked_by, s.name AS station,"
	"       o.name AS other_station"
	"  FROM person_merge m"
	"  JOIN staff f ON f.id = m.asked_by"
	"  JOIN station s ON s.id = m.station_id"
	"  JOIN station o ON o.id = m.other_station_id"
	" WHERE m.state = 'open'"
	"   AND s.region_code LIKE CONCAT(TRIM(TRAILING '00' FROM ?), '%')"
	"   AND o.region_code LIKE CONCAT(TRIM(TRAILING '00' FROM ?), '%')"
	" ORDER BY m.id DESC"
	" LIMIT 50");

#define DOUBLE_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, INT, a_id, "d.a_id") \
	X(T, INT, b_id, "d.b_id") \
	X(T, TEXT, why, "d.why") \
	X(T, TEXT, state, "d.state") \
	X(T, TEXT, found_at, "d.found_at") \
	X(T, INT, home_a, "a.station_id") \
	X(T, INT, home_b, "b.station_id") \
	X(T, TEXT, open_no, \
	  "(SELECT m.no FROM person_merge m WHERE m.double_id = d.id AND m.live = 1)")
ROW_DEFINE(double_row, DOUBLE_COLS);
/* One of them at least is at home here. */
static struct stmt double_q = SQL(
	"SELECT " ROW_SELECT(DOUBLE_COLS)
	"  FROM person_double d"
	"  LEFT JOIN volunteer a ON a.person_id = d.a_id"
	"  LEFT JOIN volunteer b ON b.person_id = d.b_id"
	" WHERE d.uid = ?"
	"   AND ? IN (a.station_id, b.station_id)");
static struct stmt apart_q = SQL(
	"UPDATE person_double"
	"   SET state = 'apart', handled_by = ?, handled_at = ?"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt ask_q = SQL(
	"INSERT INTO person_merge (no, double_id, kept_id, gone_id, station_id, other_station_id,"
	"       purpose, asked_by, asked_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");

static struct stmt person_q = SQL(
	"SELECT v.person_id"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id AND p.erased_at IS NULL AND p.merged_into IS NULL"
	" WHERE v.no = ?"
	"   AND COALESCE(v.station_id = ?, 1)");
static struct stmt pair_q = SQL(
	"INSERT INTO person_double (uid, a_id, b_id, why, found_at)"
	" VALUES (?, LEAST(?, ?), GREATEST(?, ?), 'asked', ?)"
	"    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id),"
	"       state = IF(state = 'apart', 'open', state)");
static struct stmt uid_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM person_double"
	" WHERE id = ?");

static void put_theirs(struct rq *q)
{
	for (struct node *n = node_first(put_list(q, "Doubles")); n; n = node_next(n)) {
		bool ours = node_get_int(n, "_home") == q->station;
		const char *name = str_or(node_get(n, "_name"), "");
		node_set(n, "other", ours ? name : mask_name(q->arena, name));
		if (ours)
			node_set(n, "other_no", node_get(n, "_no"));
		node_int(n, "ours", ours);
	}
}

static void put_whys(struct rq *q)
{
	static const char *const words[] = { "number", "name", "phone", "asked" };
	for (struct node *n = node_first(put_list(q, "Doubles")); n; n = node_next(n))
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (str_in(words[i], str_or(node_get(n, "why"), "")))
				node_set(node_child(n, "Why"), words[i], "1");
}

enum err doubles(struct rq *q)
{
	const char *region = q->who.region_code;
	enum err e = OK;
	if (may(q, STAFF & 0xffu)) {
		e = put_query(q, "Doubles", &doubles_q, ARGS(A_(q->station), A_(q->station)));
		put_theirs(q);
		put_whys(q);
		if (!e)
			e = put_query(q, "Merges", &merges_q, ARGS(A_(q->station), A_(q->station)));
	} else if (region) {
		e = put_query(q, "Merges", &region_q, ARGS(A_(region), A_(region)));
	}
	return e ? e : page(q, "merge/list.cs");
}

enum err pair_show(struct rq *q)
{
	const char *no = query(q, "one");
	if (no && !form_again(q))
		put(q, "Form.one", no);
	return page(q, "merge/pair.cs");
}

#define PAIR_IN(X, T) \
	X(T, CODE, one, 1, 24) \
	X(T, CODE, other, 1, 24)
FORM_DEFINE(pair_in, PAIR_IN);

/* The one is at home here; of the other no more than the number is known, wherever they are. */
static enum err pair_person(struct rq *q, const char *field, const char *no, int64_t station,
			    int64_t *id)
{
	enum err e = db_int(&person_q, ARGS(A_(no), A_(station)), id);
	if (e != ERR_NOT_FOUND)
		return e;
	form_error(q, field, "nobody");
	return ERR_FORM;
}

enum err pair_make(struct rq *q)
{
	struct pair_in in;
	int64_t one, other, id = 0;
	const char *uid;
	if (!form_read(q, pair_in_fields, &in))
		return ERR_FORM;
	enum err e = throttle(q, "pair", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      PAIRS_AN_HOUR, HOUR);
	if (!e)
		e = pair_person(q, "one", in.one, q->station, &one);
	if (!e)
		e = pair_person(q, "other", in.other, DB_NONE, &other);
	if (!e && one == other) {
		form_error(q, "other", "self");
		return ERR_FORM;
	}
	if (!e)
		e = audited(&q->actor, &pair_q,
			    ARGS(A_(secret_uid(q->arena)), A_(one), A_(other), A_(one), A_(other),
				 A_(clock_time(q->arena, q->now))),
			    "person_double.add", "person_double", &id);
	if (!e)
		e = db_text(&uid_q, ARGS(A_(id)), &uid);
	return e ? e : see(q, "/merge/double/%s", uid);
}

static enum err double_find(struct rq *q, struct double_row *d)
{
	uint8_t uid[16];
	if (!hex_decode(arg(q, 0), uid, sizeof(uid)))
		return ERR_NOT_FOUND;
	return row_one(&double_q, ARGS(A_(BYTES(uid)), A_(q->station)), double_row_cols, d);
}

enum err double_show(struct rq *q)
{
	struct double_row d;
	const char *word;
	enum err e = double_find(q, &d);
	if (!e)
		e = put_side(q, "A", d.a_id);
	if (!e)
		e = put_side(q, "B", d.b_id);
	if (!e)
		e = put_same(q, d.a_id, d.b_id);
	if (!e)
		e = merge_hindrance(d.a_id, d.b_id, &word);
	if (e)
		return e;
	put(q, "Double.uid", arg(q, 0));
	put(q, "Double.state", d.state);
	put(q, "Double.open_no", d.open_no);
	put(q, "Double.hindrance", word);
	put_int(q, "Double.across", d.home_a != d.home_b);
	return page(q, "merge/double.cs");
}

enum err double_apart(struct rq *q)
{
	struct double_row d;
	enum err e = double_find(q, &d);
	if (e)
		return e;
	if (d.open_no)
		return ERR_STALE;
	e = audited(&q->actor, &apart_q,
		    ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)), A_(d.id)),
		    "person_double.apart", "person_double", &d.id);
	return e ? e : see(q, "/merge/?done=apart");
}

#define ASK_IN(X, T) \
	X(T, WORD, keep, 1, 1) \
	X(T, STR, purpose, 2, 120) \
	X(T, FLAG, document_seen, 1, 1)
FORM_DEFINE(ask_in, ASK_IN);

struct asking {
	struct rq *q;
	const struct double_row *d;
	const struct ask_in *in;
	const char *no;
};

static enum err ask_tx(void *ctx)
{
	struct asking *a = ctx;
	struct rq *q = a->q;
	const struct double_row *d = a->d;
	bool first = str_eq(a->in->keep, "a");
	int64_t id;
	/* Who has no home yet is this station's to answer for. */
	int64_t other = d->home_a == q->station ? d->home_b : d->home_a;
	enum err e = number_next(&q->actor, 'G', q->station, &a->no);
	if (!e)
		e = db_exec(&ask_q,
			    ARGS(A_(a->no), A_(d->id), A_(first ? d->a_id : d->b_id),
				 A_(first ? d->b_id : d->a_id), A_(q->station),
				 A_(other == DB_NONE ? q->station : other), A_(a->in->purpose),
				 A_(q->staff), A_(clock_time(q->arena, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "person_merge.ask", "person_merge", id, a->no);
}

enum err double_ask(struct rq *q)
{
	struct double_row d;
	struct ask_in in;
	const char *word = NULL;
	enum err e = double_find(q, &d);
	if (e)
		return e;
	bool read = form_read(q, ask_in_fields, &in);
	if (read && !str_in(in.keep, "a,b"))
		form_error(q, "keep", "choose");
	if (!form_ok(q))
		return ERR_FORM;
	bool first = str_eq(in.keep, "a");
	e = merge_hindrance(first ? d.a_id : d.b_id, first ? d.b_id : d.a_id, &word);
	if (!e && word) {
		form_error(q, NULL, word);
		return ERR_FORM;
	}
	if (!e && !str_eq(d.state, "open"))
		return ERR_STALE;
	struct asking a = { .q = q, .d = &d, .in = &in };
	if (!e)
		e = db_tx(ask_tx, &a);
	if (e == ERR_DUPLICATE) {
		form_error(q, NULL, "asked");
		return ERR_FORM;
	}
	return e ? e : see(q, "/merge/%s?done=asked", a.no);
}
