/* message.c - 消息: what a volunteer was told, unread first; one that is opened is read. */
#include "account.h"
#include "clock.h"

enum { INBOX_ROWS = 20 };

#define MESSAGE_SHOWN \
	"LOWER(HEX(m.client_msg_id)) AS uid, m.event, m.about, m.name, m.happens_at, m.until_at, " \
	"m.place, m.note, m.path, m.created_at, NULLIF(m.unread, 0) AS unread"
/* After the last of the page before, by the order of the key message_unread. */
static struct stmt inbox_q = SQL(
	"SELECT " MESSAGE_SHOWN
	"  FROM message m"
	"  LEFT JOIN message x ON x.client_msg_id = UNHEX(?) AND x.person_id = m.person_id"
	" WHERE m.person_id = ?"
	"   AND m.unread >= ?"
	"   AND (x.id IS NULL OR m.unread < x.unread OR (m.unread = x.unread AND m.id < x.id))"
	" ORDER BY m.unread DESC, m.id DESC"
	" LIMIT 21");
static struct stmt unread_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1"
	"          FROM message"
	"         WHERE person_id = ?"
	"           AND unread = 1"
	"         LIMIT 100) u");
static struct stmt show_q = SQL(
	"SELECT " MESSAGE_SHOWN ", s.name AS station"
	"  FROM message m"
	"  LEFT JOIN station s ON s.id = m.station_id"
	" WHERE m.client_msg_id = UNHEX(?)"
	"   AND m.person_id = ?"
	"   AND m.channel = 'inbox'");
static struct stmt read_q = SQL(
	"UPDATE message"
	"   SET read_at = ?"
	" WHERE client_msg_id = UNHEX(?)"
	"   AND person_id = ?"
	"   AND read_at IS NULL");
static struct stmt read_all_q = SQL(
	"UPDATE message"
	"   SET read_at = ?"
	" WHERE person_id = ?"
	"   AND unread = 1"
	" ORDER BY id"
	" LIMIT 1000");

/* The number on the bar is a few seconds old elsewhere; here it is what the list shows. */
static enum err unread_now(struct rq *q)
{
	return db_int(&unread_q, ARGS(A_(q->person)), &q->who.unread);
}

enum err messages(struct rq *q)
{
	bool only = str_eq(query(q, "only"), "unread");
	const char *after = str_or(query(q, "after"), "");
	enum err e = put_query(q, "Messages", &inbox_q,
			       ARGS(A_(after), A_(q->person), A_((int64_t)(only ? 1 : 0))));
	if (!e)
		e = unread_now(q);
	if (e)
		return e;
	put(q, "Filter.only", only ? "unread" : NULL);
	put_next(q, "Messages", INBOX_ROWS, "uid");
	return page(q, "account/messages.cs");
}

enum err message_show(struct rq *q)
{
	int64_t rows;
	enum err e = put_one(q, "Message", &show_q, ARGS(A_(arg(q, 0)), A_(q->person)));
	if (!e && node_get(put_list(q, "Message"), "unread"))
		e = db_affect(&read_q,
			      ARGS(A_(clock_time(q->arena, q->now)), A_(arg(q, 0)), A_(q->person)),
			      &rows);
	if (!e)
		e = unread_now(q);
	return e ? e : page(q, "account/message.cs");
}

enum err messages_read(struct rq *q)
{
	int64_t rows;
	enum err e = db_affect(&read_all_q, ARGS(A_(clock_time(q->arena, q->now)), A_(q->person)),
			       &rows);
	return e ? e : see(q, "/account/messages?done=all_read");
}
