/* feedback.c - 投诉建议: anybody writes to a station, without an account, and follows it by its number
 * and key. A telephone is optional and sealed; the address that it came from is kept nowhere. */
#include "feedback.h"

#include <ctype.h>
#include <string.h>

#include "code.h"
#include "config.h"
#include "form.h"
#include "secret.h"
#include "session.h"
#include "station.h"

enum { FROM_ADDRESS = 20, WRONG_KEYS = 20, HOUR = 3600, KEY_BYTES = 6 };
#define PURPOSE "feedback"

#define FEEDBACK_IN(X, T) \
	X(T, WORD, nature, 1, 12) \
	X(T, WORD, kind, 1, 12) \
	X(T, STR, about, 0, 60) \
	X(T, TEXT, content, 5, 1000) \
	X(T, PHONE, phone, 0, 20) \
	X(T, OINT, station, 0, 999999)
FORM_DEFINE(feedback_in, FEEDBACK_IN);
#define AGAIN_IN(X, T) \
	X(T, CODE, k, 1, 64) \
	X(T, TEXT, why, 5, 500)
FORM_DEFINE(again_in, AGAIN_IN);

static struct stmt open_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");
static struct stmt same_q = SQL(
	"SELECT no"
	"  FROM complaint"
	" WHERE uid = ?");
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(FEEDBACK_COLS)
	"  FROM complaint c"
	" WHERE c.no = ?"
	"   AND c.way = 'feedback'");
static struct stmt show_q = SQL(
	"SELECT c.no, c.nature, c.kind, c.about, c.content, c.raised_at, c.due_on, c.state, c.desk,"
	"       c.result, c.closed_at, c.first_result, c.reopened_at, c.reopened_why,"
	"       (c.state = 'open' AND c.due_on < ?) AS late"
	"  FROM complaint c"
	" WHERE c.id = ?");

/* The key of a row: twelve letters and figures that can be written down. */
static const char *feedback_key(struct arena *a, struct bytes uid)
{
	return hex_encode(a, (struct bytes){ secret_mac(a, "feedback.k", uid).p, KEY_BYTES });
}

/* As people type it: in groups, in capitals or not. */
static const char *typed(struct arena *a, const char *s, bool upper)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *s; s++)
		if (*s != ' ')
			buf_char(&b, (char)(upper ? toupper((unsigned char)*s)
						  : tolower((unsigned char)*s)));
	return b.p;
}

/* Whoever has the right key is never kept waiting by those who guess. */
static enum err feedback_by_key(struct rq *q, const char *k, struct feedback_row *f)
{
	enum err e = row_one(&by_no_q, ARGS(A_(arg(q, 0))), feedback_row_cols, f);
	if (e && e != ERR_NOT_FOUND)
		return e;
	const char *key = e ? NULL : feedback_key(q->arena, f->uid);
	const char *given = k ? typed(q->arena, k, false) : "";
	if (key && strlen(given) == strlen(key) && secret_equal(given, key, strlen(key)))
		return OK;
	err_clear();
	e = throttle(q, "feedback-key", q->remote, WRONG_KEYS, HOUR);
	return e ? e : ERR(ERR_NOT_FOUND, "feedback");
}

/* The station that the address or the form names, else the one around; 0: none. */
static enum err feedback_station(struct rq *q, int64_t *station)
{
	const char *no = form_given(q, "station");
	if (!no)
		no = query(q, "station");
	*station = 0;
	if (!no || !*no)
		return station_around(q, station);
	if (strlen(no) > 6 || no[strspn(no, "0123456789")])
		return ERR(ERR_NOT_FOUND, "station");
	return db_int(&open_q, ARGS(A_(no)), station);
}

static bool letters(const char *s, size_t most)
{
	size_t n = strlen(s);
	return n && n <= most &&
	       strspn(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ") == n;
}

enum err feedback_form(struct rq *q)
{
	int64_t station;
	const char *no = query(q, "no"), *k = query(q, "k");
	if (no && k && letters(no, 24) && letters(k, 40))
		return see(q, "/station/feedback/%s?k=%s", typed(q->arena, no, true),
			   typed(q->arena, k, false));
	enum err e = feedback_station(q, &station);
	if (!e && !station)
		return see(q, "/?find=1");
	if (!e)
		e = put_station(q, station);
	if (e)
		return e;
	put(q, "Hotline", cfg.hotline);
	if (no || k)
		put(q, "Unknown", "1");
	form_key(q, PURPOSE);
	return page(q, "station/feedback.cs");
}

struct writing {
	struct rq *q;
	struct complaint c;
	const char *no;
};

static enum err feedback_store(void *ctx)
{
	struct writing *w = ctx;
	return complaint_open(&w->q->actor, &w->c, &w->no);
}

static enum err feedback_read(struct rq *q, struct feedback_in *in)
{
	if (form_read(q, feedback_in_fields, in)) {
		if (!str_in(in->nature, "complaint,advice,praise"))
			form_error(q, "nature", "choose");
		if (!str_in(in->kind, "hours,team,project,person,station"))
			form_error(q, "kind", "choose");
	}
	return form_ok(q) ? OK : ERR_FORM;
}

enum err feedback_post(struct rq *q)
{
	struct feedback_in in;
	struct writing w = { .q = q };
	enum err e = feedback_station(q, &w.c.station);
	if (!e && !w.c.station)
		e = ERR(ERR_NOT_FOUND, "station");
	if (!e)
		e = form_key_uid(q, PURPOSE, &w.c.uid);
	if (!e)
		e = throttle(q, "feedback-new", q->remote, FROM_ADDRESS, HOUR);
	if (!e)
		e = feedback_read(q, &in);
	if (e)
		return e;
	w.c.order = DB_NONE;
	w.c.nature = in.nature;
	w.c.kind = in.kind;
	w.c.about = str_or(in.about, "");
	w.c.content = in.content;
	w.c.phone = in.phone;
	e = db_tx(feedback_store, &w);
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(w.c.uid)), &w.no);
	return e ? e
		 : see(q, "/station/feedback/%s?k=%s&done=feedback_sent", w.no,
		       feedback_key(q->arena, w.c.uid));
}

enum err put_feedback(struct rq *q, const struct feedback_row *f)
{
	return put_one(q, "Case", &show_q, ARGS(A_(actor_today(&q->actor)), A_(f->id)));
}

static const char *key_groups(struct arena *a, const char *k)
{
	return arena_fmt(a, "%.4s %.4s %.4s", k, k + 4, k + 8);
}

enum err feedback_follow(struct rq *q)
{
	struct feedback_row f;
	const char *k = form_again(q) ? form_given(q, "k") : query(q, "k");
	enum err e = feedback_by_key(q, k, &f);
	if (!e)
		e = put_feedback(q, &f);
	if (!e)
		e = put_station(q, f.station);
	if (e)
		return e;
	const char *key = feedback_key(q->arena, f.uid);
	bool ended = !str_eq(f.state, "open");
	put(q, "Case.k", key);
	put(q, "Case.key", key_groups(q->arena, key));
	put_int(q, "Can.again",
		ended && !f.reopened_at && !str_eq(f.nature, "praise") ? 1 : DB_NONE);
	put(q, "Hotline", cfg.hotline);
	form_key(q, PURPOSE);
	return page(q, "station/feedback_follow.cs");
}

struct again {
	struct rq *q;
	struct feedback_row f;
	const char *why;
};

static enum err feedback_reopen(void *ctx)
{
	const struct again *a = ctx;
	return complaint_again(&a->q->actor, &(struct complaint_at){ a->f.id, a->f.station },
			       a->f.state, a->why);
}

enum err feedback_again(struct rq *q)
{
	struct again_in in;
	struct bytes uid;
	struct again a = { .q = q };
	enum err e = form_key_uid(q, PURPOSE, &uid);
	if (!e)
		e = feedback_by_key(q, form_given(q, "k"), &a.f);
	if (!e && (a.f.reopened_at || str_in(a.f.state, "open,withdrawn") ||
		   str_eq(a.f.nature, "praise")))
		e = ERR(ERR_STALE, "feedback %s", a.f.state);
	if (!e && !form_read(q, again_in_fields, &in))
		e = ERR_FORM;
	if (e)
		return e;
	a.why = in.why;
	e = db_tx(feedback_reopen, &a);
	return e ? e
		 : see(q, "/station/feedback/%s?k=%s&done=feedback_again", a.f.no,
		       feedback_key(q->arena, a.f.uid));
}
