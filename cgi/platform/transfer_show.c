/* transfer_show.c - the ledger of transfers, one of them with its records, the keys we trust. */
#include <string.h>

#include "transfer.h"

#include "list.h"
#include "secret.h"

#define COMMON \
	"t.no, t.direction, t.state, p.name AS person, v.no AS volunteer, t.other_name AS other, " \
	"t.records, t.minutes, t.part, t.parts, IF(t.direction = 'out', " TRANSFER_CHANGED \
	", 0) AS changed, t.counted_minutes AS counted, t.key_id IS NOT NULL AS signed, " \
	"t.at"
#define JOINED \
	" FROM transfer t JOIN person p ON p.id = t.person_id " \
	"JOIN volunteer v ON v.person_id = t.person_id "
#define TRANSFER_COLS(C) \
	C(TEXT, no, "t.no", "") \
	C(DAY, at, "DATE(t.at)", "") \
	C(WORD, direction, "t.direction", "State.transfer_direction") \
	C(TEXT, person, "p.name", "") \
	C(TEXT, volunteer, "v.no", "") \
	C(TEXT, other, "t.other_name", "") \
	C(INT, records, "t.records", "") \
	C(HOURS, minutes, "t.minutes", "") \
	C(HOURS, counted, "t.counted_minutes", "") \
	C(INT, part, "t.part", "") \
	C(INT, parts, "t.parts", "") \
	C(INT, changed, "IF(t.direction = 'out', " TRANSFER_CHANGED ", 0)", "") \
	C(INT, signed, "t.key_id IS NOT NULL", "") \
	C(WORD, state, "t.state", "State.transfer")
#define TRANSFER_TABLE "transfer t"
#define TRANSFER_JOINS \
	"  JOIN person p ON p.id = t.person_id" \
	"  JOIN volunteer v ON v.person_id = t.person_id"
#define TRANSFER_WHERE "t.station_id = ?"
#define TRANSFER_FILTERS(F) \
	F(WORD, direction, "t.direction = ?") \
	F(WORD, state, "t.state = ?") \
	F(DAY, from, "t.at >= ?") \
	F(DAY, to, "t.at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', t.no, t.other_name) LIKE ?")
#define TRANSFER_WAYS(S, L) \
	S(L, at, any, "t.id", "transfer_recent") \
	S(L, at, state, "t.id", "transfer_station") \
	S(L, at, direction, "t.id", "transfer_direction") \
	S(L, at, from, "t.at", "transfer_day") \
	S(L, at, to, "t.at", "transfer_day") \
	S(L, records, any, "t.records", "transfer_records") \
	S(L, minutes, any, "t.minutes", "transfer_minutes") \
	S(L, state, any, "t.state", "transfer_station") \
	S(L, state, state, "t.id", "transfer_station")
#define TRANSFER_ID "t.id"
LIST_DEFINE(TRANSFER);

static enum err transfer_listed(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	transfer_hours(q, n);
	return OK;
}
static const struct list transfers = LIST(TRANSFER, "Transfers", "platform.TransferList",
					  .row = transfer_listed);

static struct stmt show_q = SQL(
	"SELECT t.id AS _id, t.entered_by AS _entered_by, t.left_out AS _left_out, t.reason,"
	"       LOWER(HEX(t.key_id)) AS key_id,"
	"       k.name AS key_name, LOWER(HEX(t.bundle_sha)) AS sha,"
	"       t.made_at AS made, e.name AS entered_by,"
	"       h.name AS handled_by, t.handled_at AS handled,"
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
	"       CONCAT(DATE_FORMAT(starts_at, '%H:%i'), '–', IF(TIME(ends_at) = 0, '24:00',"
	"       DATE_FORMAT(ends_at, '%H:%i'))) AS times, minutes, title, organiser, evidence,"
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
static struct stmt notes_q = SQL(
	"SELECT LOWER(HEX(serial)) AS serial, minutes, at"
	"  FROM timebank_note"
	" WHERE transfer_id = ?"
	" ORDER BY id"
	" LIMIT 20");
static struct stmt keys_q = SQL(
	"SELECT LOWER(HEX(key_id)) AS no, name, DATE(added_at) AS added, DATE(ended_at) AS ended"
	"  FROM trusted_key"
	" ORDER BY ended_at IS NOT NULL, id"
	" LIMIT 200");

enum err transfer_list(struct rq *q)
{
	enum err e = move_open(q);
	return e ? e : list_page(q, &transfers, ARGS(A_(q->station)), "platform/transfer_list.cs");
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

/* "3:bad_day,7:same_row:2" as Page.LeftOut.N.{line,fault,other}. */
static void put_left_out(struct rq *q, const char *s)
{
	while (s && *s) {
		struct node *n = node_item(put_list(q, "LeftOut"));
		size_t all = strcspn(s, ","), line = strcspn(s, ":");
		size_t word = line < all ? strcspn(s + line + 1, ":,") : 0;
		node_set(n, "line", arena_dup(q->arena, s, line));
		node_set(n, "fault", arena_dup(q->arena, s + line + 1, word));
		if (line + 1 + word < all)
			node_set(n, "other",
				 arena_dup(q->arena, s + line + word + 2, all - line - word - 2));
		s += all + (s[all] == ',');
	}
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
	if (!e)
		e = put_query(q, "Notes", &notes_q, ARGS(A_(id)));
	if (!e && node_get_int(t, "changed") > 0)
		e = put_query(q, "Changed", &changed_q, ARGS(A_(id)));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Changed")); n; n = node_next(n))
		transfer_hours(q, n);
	for (struct node *n = node_first(put_list(q, "Notes")); n; n = node_next(n))
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
	put_left_out(q, node_get(t, "_left_out"));
	return page(q, "platform/transfer_show.cs");
}

enum err transfer_keys(struct rq *q)
{
	enum err e = put_query(q, "Keys", &keys_q, NO_ARGS);
	put(q, "Own.no", arena_fmt(q->arena, "%08x", secret_key_id()));
	put(q, "Own.key", hex_groups(q->arena, hex_encode(q->arena, secret_public_key(q->arena))));
	return e ? e : page(q, "platform/transfer_keys.cs");
}
