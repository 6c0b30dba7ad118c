/* transfer_show.c - the ledger of transfers, one of them with its records, the keys we trust. */
#include "transfer.h"

#include "form.h"
#include "secret.h"

enum { LIST_ROWS = 30 };

#define COMMON \
	"t.no, t.direction, t.state, p.name AS person, v.no AS volunteer, t.other_name AS other, " \
	"t.records, t.minutes, t.part, t.parts, IF(t.direction = 'out', " TRANSFER_CHANGED \
	", 0) AS changed, t.counted_minutes AS counted, t.key_id IS NOT NULL AS signed, " \
	"DATE_FORMAT(t.at, '%Y-%m-%d %H:%i') AS at"
#define JOINED \
	" FROM transfer t JOIN person p ON p.id = t.person_id " \
	"JOIN volunteer v ON v.person_id = t.person_id "
static struct stmt list_q = SQL(
	"SELECT t.id AS _id, " COMMON JOINED
	" WHERE t.station_id = ?"
	"   AND t.id < ?"
	"       AND (? = '' OR t.direction = ?) AND (? = '' OR t.state = ?)"
	" ORDER BY t.id DESC"
	" LIMIT 31");
static struct stmt show_q = SQL(
	"SELECT t.id AS _id, t.entered_by AS _entered_by, t.reason, LOWER(HEX(t.key_id)) AS key_id,"
	"       k.name AS key_name, LOWER(HEX(t.bundle_sha)) AS sha,"
	"       DATE_FORMAT(t.made_at, '%Y-%m-%d %H:%i') AS made, e.name AS entered_by,"
	"       h.name AS handled_by, DATE_FORMAT(t.handled_at, '%Y-%m-%d %H:%i') AS handled,"
	"       (SELECT COUNT(*) FROM transfer_record r WHERE r.transfer_id = t.id"
	"       AND r.state IN ('waiting', 'ends')) AS waiting, y.no AS via,"
	"       EXISTS (SELECT 1 FROM transfer_file f WHERE f.transfer_id = t.id) AS file,"
	"       " COMMON JOINED "LEFT"
	"  JOIN trusted_key k ON k.key_id = t.key_id"
	"  LEFT JOIN staff e ON e.id = t.entered_by"
	"  LEFT JOIN staff h ON h.id = t.handled_by"
	"  LEFT JOIN transfer y ON y.id = t.via_id"
	" WHERE t.no = ?"
	"   AND t.station_id = ?");
static struct stmt records_q = SQL(
	"SELECT id AS _id, source_key AS code, served_on AS day,"
	"       CONCAT(DATE_FORMAT(starts_at, '%H:%i'), '–',"
	"       DATE_FORMAT(ends_at, '%H:%i')) AS times, minutes, title, organiser, evidence,"
	"       state, flag"
	"  FROM transfer_record"
	" WHERE transfer_id = ?"
	"   AND id > ?"
	" ORDER BY id"
	" LIMIT 101");
static struct stmt changed_q = SQL(
	"SELECT r.no, r.served_on AS day, a.title, r.minutes, r.state, DATE(r.ended_at) AS ended"
	"  FROM transfer t"
	"  JOIN service_record r ON r.person_id = t.person_id"
	"  JOIN activity a ON a.id = r.activity_id " TRANSFER_CHANGED_JOINS "WHERE t.id = ?"
	"       AND " TRANSFER_CHANGED_WHERE
	" ORDER BY r.ended_at DESC, r.id"
	" LIMIT 100");
static struct stmt inside_q = SQL(
	"SELECT no, other_name AS other, state"
	"  FROM transfer"
	" WHERE via_id = ?"
	" ORDER BY id"
	" LIMIT 50");
static struct stmt keys_q = SQL(
	"SELECT LOWER(HEX(key_id)) AS no, name, DATE(added_at) AS added, DATE(ended_at) AS ended"
	"  FROM trusted_key"
	" ORDER BY ended_at IS NOT NULL, id"
	" LIMIT 200");

/* A word of a fixed list, or "". */
static const char *transfer_filter(struct rq *q, const char *name, const char *words)
{
	const char *value = str_or(query(q, name), "");
	if (!str_in(value, words))
		value = "";
	put(q, arena_fmt(q->arena, "Filter.%s", name), value);
	return value;
}

enum err transfer_list(struct rq *q)
{
	const char *direction = transfer_filter(q, "direction", "in,out");
	const char *state = transfer_filter(q, "state",
					    "made,unverified,accepted,refused,withdrawn");
	int64_t before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	enum err e = put_query(q, "Transfers", &list_q,
			       ARGS(A_(q->station), A_(before), A_(direction), A_(direction),
				    A_(state), A_(state)));
	if (!e)
		e = move_open(q);
	if (e)
		return e;
	put_next(q, "Transfers", LIST_ROWS, "_id");
	for (struct node *n = node_first(put_list(q, "Transfers")); n; n = node_next(n))
		transfer_hours(q, n);
	return page(q, "platform/transfer_list.cs");
}

/* What whoever looks may do now. */
static void put_transfer_steps(struct rq *q, struct node *t)
{
	bool in = str_eq(node_get(t, "direction"), "in");
	bool open = in && str_eq(node_get(t, "state"), "unverified");
	bool approver = may(q, ROLE_REVIEWER | ROLE_MANAGER);
	bool other = approver && node_get_int(t, "_entered_by") != q->staff;
	bool certain = node_get_int(t, "signed") == 1;
	if (open && node_get_int(t, "waiting") > 0)
		put_int(q, certain || other ? "May.accept" : "May.hand_on", 1);
	if (open && !certain && other)
		put_int(q, "May.tick", 1);
	if (open && (certain || other || node_get_int(t, "counted") == 0))
		put_int(q, "May.refuse", 1);
	if (in && approver && str_eq(node_get(t, "state"), "accepted"))
		put_int(q, "May.withdraw", 1);
}

enum err transfer_show(struct rq *q)
{
	int64_t after = query_int(q, "after", 0, 0, INT64_MAX);
	enum err e = put_one(q, "Transfer", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *t = put_list(q, "Transfer");
	int64_t id = node_get_int(t, "_id");
	e = put_query(q, "Records", &records_q, ARGS(A_(id), A_(after)));
	if (!e)
		e = put_query(q, "Inside", &inside_q, ARGS(A_(id)));
	if (!e && node_get_int(t, "changed") > 0)
		e = put_query(q, "Changed", &changed_q, ARGS(A_(id)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Changed")); n; n = node_next(n))
		transfer_hours(q, n);
	transfer_hours(q, t);
	node_set(t, "part_text",
		 transfer_part_text(q->arena, lang("platform.Transfer.part_of"),
				    node_get_int(t, "part"), node_get_int(t, "parts")));
	node_set(t, "sha", hex_groups(q->arena, node_get(t, "sha")));
	put_next(q, "Records", TRANSFER_ROWS, "_id");
	for (struct node *n = node_first(put_list(q, "Records")); n; n = node_next(n))
		transfer_hours(q, n);
	put_transfer_steps(q, t);
	return page(q, "platform/transfer_show.cs");
}

enum err transfer_keys(struct rq *q)
{
	enum err e = put_query(q, "Keys", &keys_q, NO_ARGS);
	put(q, "Own.no", arena_fmt(q->arena, "%08x", secret_key_id()));
	put(q, "Own.key", hex_groups(q->arena, hex_encode(q->arena, secret_public_key(q->arena))));
	return e ? e : page(q, "platform/transfer_keys.cs");
}
