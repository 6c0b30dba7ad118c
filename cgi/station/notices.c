/* notices.c - notices and articles 公告台账 of a station: written, and changed until they are given
 * to a reviewer. What was published stays in the ledger. */
#include "clock.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "news.h"
#include "row.h"
#include "secret.h"
#include "station.h"

#define NOTICES_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(a.uid))", "") \
	C(WORD, kind, "a.kind", "station.NewsKind") \
	C(TEXT, title, "a.title", "") \
	C(DAY, day, "DATE(a.created_at)", "") \
	C(TEXT, published_at, "a.published_at", "") \
	C(DAY, until, "a.until", "") \
	C(TEXT, author, "f.name", "") \
	C(LONG, body, "a.body", "") \
	C(WORD, state, \
	  "CASE WHEN a.published_at IS NULL AND a.submitted_at IS NULL THEN 'draft'" \
	  " WHEN a.published_at IS NULL THEN 'submitted'" \
	  " WHEN a.until < CURDATE() THEN 'ended' ELSE 'published' END", \
	  "station.NewsState")
#define NOTICES_TABLE      "announcement a"
#define NOTICES_JOINS      "  JOIN staff f ON f.id = a.created_by"
#define NOTICES_WHERE      "a.station_id = ?"
#define NOTICES_FILTERS(F) F(WORD, kind, "a.kind = ?") F(FIND, title, "a.title LIKE ?")
#define NOTICES_WAYS(S, L) S(L, day, any, "a.id", "announcement_home")
#define NOTICES_ID         "a.id"
LIST_DEFINE(NOTICES);
static const struct list notices = LIST(NOTICES, "Notices", "station.Notices");

#define NEWS_IN(X, T) \
	X(T, WORD, kind, 1, 12) \
	X(T, STR, title, 2, 80) \
	X(T, TEXT, body, 2, 10000) \
	X(T, DAY, until, 0, 10)
FORM_DEFINE(news_in, NEWS_IN);

static struct stmt form_q = SQL(
	"SELECT kind, title, body, until, returned"
	"  FROM announcement"
	" WHERE id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO announcement (uid, station_id, kind, title, body, until, created_by,"
	"       created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE announcement"
	"   SET kind = ?, title = ?, body = ?, until = ?, edited_by = ?"
	" WHERE id = ?"
	"   AND published_at IS NULL"
	"   AND submitted_at IS NULL");

enum err notices_list(struct rq *q)
{
	return list_page(q, &notices, ARGS(A_(q->station)), "station/notices.cs");
}

enum err notice_new(struct rq *q)
{
	form_key(q, "notice");
	return page(q, "station/notice.cs");
}

static bool notice_read(struct rq *q, struct news_in *in)
{
	if (form_read(q, news_in_fields, in) &&
	    !str_in(in->kind, "notice,publicity,call,thanks,story,case"))
		form_error(q, "kind", "choose");
	if (form_ok(q) && in->until) {
		int64_t day, today;
		if (clock_parse_day(in->until, &day) &&
		    clock_parse_day(clock_day(q->arena, q->now), &today) && day < today)
			form_error(q, "until", "past");
	}
	return form_ok(q);
}

enum err notice_add(struct rq *q)
{
	struct news_in in;
	struct bytes uid;
	int64_t id = 0;
	if (!notice_read(q, &in))
		return ERR_FORM;
	enum err e = form_key_uid(q, "notice", &uid);
	if (!e)
		e = audited(&q->actor, &add_q,
			    ARGS(A_(uid), A_(q->station), A_(in.kind), A_(in.title), A_(in.body),
				 A_(in.until), A_(q->staff), A_(clock_time(q->arena, q->now))),
			    "announcement.add", "announcement", &id);
	if (e && e != ERR_DUPLICATE)
		return e;
	return see(q, "/station/notices/%s?done=saved", hex_encode(q->arena, uid));
}

enum err notice_edit(struct rq *q)
{
	struct news_row n;
	enum err e = news_find(q, &n);
	if (!e)
		e = put_one(q, "Piece", &form_q, ARGS(A_(n.id)));
	/* A reviewer's form has no title. */
	if (!e && !(form_again(q) && form_given(q, "title")))
		e = put_one(q, "Form", &form_q, ARGS(A_(n.id)));
	if (!e)
		e = put_parts(q, n.id);
	if (!e)
		e = put_review(q, &n);
	if (!e)
		e = history_put(q, "announcement", n.id);
	if (e)
		return e;
	put(q, "Uid", arg(q, 0));
	put(q, "SubmittedAt", n.submitted_at);
	put(q, "PublishedAt", n.published_at);
	put(q, "Until", n.until);
	return page(q, "station/notice.cs");
}

enum err notice_save(struct rq *q)
{
	struct news_row n;
	struct news_in in;
	enum err e = news_find(q, &n);
	if (e)
		return e;
	if (!notice_read(q, &in))
		return ERR_FORM;
	e = audited(
		&q->actor, &save_q,
		ARGS(A_(in.kind), A_(in.title), A_(in.body), A_(in.until), A_(q->staff), A_(n.id)),
		"announcement.edit", "announcement", &n.id);
	return e ? e : see(q, "/station/notices/%s?done=saved", arg(q, 0));
}
