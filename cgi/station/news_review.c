/* news_review.c - nothing of a station is public before a second person has read it: given to a
 * reviewer, published or given back, taken down. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "news.h"
#include "staff.h"
#include "station.h"

#define BACK_IN(X, T) X(T, STR, returned, 2, 200)
FORM_DEFINE(back_in, BACK_IN);

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(NEWS_COLS)
	"  FROM announcement a"
	"  JOIN staff f ON f.id = a.created_by"
	"  LEFT JOIN staff g ON g.id = a.edited_by"
	" WHERE a.uid = UNHEX(?)"
	"   AND a.station_id = ?");
static struct stmt parts_q = SQL(
	"SELECT b.kind, b.body, b.alt, LOWER(HEX(d.uid)) AS pic"
	"  FROM announcement_block b"
	"  LEFT JOIN document d ON d.id = b.document_id"
	" WHERE b.announcement_id = ?"
	" ORDER BY b.place"
	" LIMIT 40");
static struct stmt document_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM document"
	" WHERE id = ?");
/* Pictures that nobody could be told of, or that are none. */
static struct stmt unsaid_q = SQL(
	"SELECT COUNT(*)"
	"  FROM announcement_block"
	" WHERE announcement_id = ?"
	"   AND (kind = 'picture' AND (alt = '' OR document_id IS NULL)"
	"       OR kind <> 'picture' AND body = '')");
static struct stmt submit_q = SQL(
	"UPDATE announcement"
	"   SET submitted_at = ?, returned = NULL, reviewed_by = NULL"
	" WHERE id = ?"
	"   AND submitted_at IS NULL"
	"   AND published_at IS NULL");
static struct stmt publish_q = SQL(
	"UPDATE announcement"
	"   SET published_at = ?, reviewed_by = ?"
	" WHERE id = ?"
	"   AND submitted_at IS NOT NULL"
	"   AND published_at IS NULL"
	"   AND (until IS NULL OR until >= ?)");
static struct stmt back_q = SQL(
	"UPDATE announcement"
	"   SET submitted_at = NULL, returned = ?, reviewed_by = ?"
	" WHERE id = ?"
	"   AND submitted_at IS NOT NULL"
	"   AND published_at IS NULL");
/* The last day it was shown was yesterday. */
static struct stmt take_down_q = SQL(
	"UPDATE announcement"
	"   SET until = ? - INTERVAL 1 DAY"
	" WHERE id = ?"
	"   AND published_at IS NOT NULL"
	"   AND (until IS NULL OR until >= ?)");

enum err news_find(struct rq *q, struct news_row *n)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), news_row_cols, n);
}

enum err news_document(struct rq *q, int64_t document, const char **uid)
{
	(void)q;
	return db_text(&document_q, ARGS(A_(document)), uid);
}

static void put_items(struct rq *q, struct node *part)
{
	struct node *items = node_child(part, "Items");
	const char *s = str_or(node_get(part, "body"), "");
	while (*s) {
		size_t n = strcspn(s, "\n");
		if (n)
			node_set(node_item(items), "text", arena_fmt(q->arena, "%.*s", (int)n, s));
		s += n + (s[n] == '\n');
	}
}

enum err put_parts(struct rq *q, int64_t id)
{
	enum err e = put_query(q, "Parts", &parts_q, ARGS(A_(id)));
	for (struct node *n = node_first(put_list(q, "Parts")); !e && n; n = node_next(n))
		if (str_eq(node_get(n, "kind"), "list"))
			put_items(q, n);
	return e;
}

/* Whoever wrote it, or changed it last, does not say yes to it. */
static enum err news_bars(struct rq *q, const struct news_row *n, const char **bar)
{
	enum err e = STAFF_BARS(&q->actor, bar, n->author, n->editor);
	if (!e && !*bar && (q->staff == n->author_staff || q->staff == n->editor_staff))
		*bar = "own";
	return e;
}

enum err put_review(struct rq *q, const struct news_row *n)
{
	const char *bar = NULL;
	enum err e = OK;
	if (!n->submitted_at || n->published_at)
		return OK;
	if (!may(q, ROLE_REVIEWER | ROLE_MANAGER))
		bar = "own";
	else
		e = news_bars(q, n, &bar);
	put(q, "Bar", bar);
	put_int(q, "Can.review", bar ? DB_NONE : 1);
	return e;
}

enum err notice_submit(struct rq *q)
{
	struct news_row n;
	int64_t unsaid = 0;
	enum err e = news_find(q, &n);
	if (!e)
		e = db_int(&unsaid_q, ARGS(A_(n.id)), &unsaid);
	if (!e && unsaid) {
		form_error(q, NULL, "parts_unsaid");
		return ERR_FORM;
	}
	if (!e)
		e = audited(&q->actor, &submit_q, ARGS(A_(clock_time(q->arena, q->now)), A_(n.id)),
			    "announcement.submit", "announcement", &n.id);
	return e ? e : see(q, "/station/notices/%s?done=submitted", arg(q, 0));
}

/* The piece, if whoever asks may say yes or no to it. */
static enum err news_to_review(struct rq *q, struct news_row *n)
{
	const char *bar = NULL;
	enum err e = news_find(q, n);
	if (!e && !may(q, ROLE_REVIEWER | ROLE_MANAGER))
		e = ERR_FORBIDDEN;
	if (!e && (!n->submitted_at || n->published_at))
		e = ERR(ERR_STALE, "announcement");
	if (!e)
		e = news_bars(q, n, &bar);
	if (!e && bar) {
		form_error(q, NULL, str_eq(bar, "own") ? "piece_own" : "piece_unlinked");
		e = ERR_FORM;
	}
	return e;
}

enum err notice_publish(struct rq *q)
{
	struct news_row n;
	const char *today = clock_day(q->arena, q->now);
	enum err e = news_to_review(q, &n);
	if (!e)
		e = audited(
			&q->actor, &publish_q,
			ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff), A_(n.id), A_(today)),
			"announcement.publish", "announcement", &n.id);
	return e ? e : see(q, "/station/notices?done=published");
}

enum err notice_return(struct rq *q)
{
	struct news_row n;
	struct back_in in;
	enum err e = news_to_review(q, &n);
	if (!e && !form_read(q, back_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = audited(&q->actor, &back_q, ARGS(A_(in.returned), A_(q->staff), A_(n.id)),
			    "announcement.return", "announcement", &n.id);
	return e ? e : see(q, "/station/notices/%s?done=returned", arg(q, 0));
}

enum err notice_take_down(struct rq *q)
{
	struct news_row n;
	const char *today = clock_day(q->arena, q->now);
	enum err e = news_find(q, &n);
	if (!e)
		e = audited(&q->actor, &take_down_q, ARGS(A_(today), A_(n.id), A_(today)),
			    "announcement.take_down", "announcement", &n.id);
	return e ? e : see(q, "/station/notices?done=taken_down");
}
