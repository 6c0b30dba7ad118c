/* answer.c - a resident answers a survey on a phone, without an account. What was typed is never
 * lost: a page that must wait, or says that something is wrong, has all of it. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "secret.h"
#include "filled.h"

/* A hall's Wi-Fi is one address for hundreds; a phone is one that sends many only when it lies at
 * the entrance for all. */
enum { PER_KEY = 30, PER_DEVICE = 120, PER_ADDRESS = 3000, HOUR = 3600 };
enum { DEVICE_SECONDS = 30 * 86400 };

static struct stmt sent_q = SQL(
	"SELECT body_hash"
	"  FROM response"
	" WHERE uid = ?");
static struct stmt versions_q = SQL(
	"SELECT v.id"
	"  FROM survey v"
	" WHERE COALESCE(v.root_id, v.id) = ?"
	"   AND v.id < ?"
	" ORDER BY v.id DESC"
	" LIMIT 20");
/* Questions of the older version that are asked as they were, at the same place. */
static struct stmt same_q = SQL(
	"SELECT CONCAT('q', n.place) AS field"
	"  FROM question o"
	"  JOIN question n ON n.survey_id = ? AND n.place = o.place AND n.kind = o.kind"
	"       AND n.title = o.title"
	" WHERE o.survey_id = ?");

/* A mark of this phone, for counting alone. */
static const char *device(struct rq *q)
{
	uint8_t r[12];
	const char *known = cookie(q, "device");
	if (known && strlen(known) == 2 * sizeof(r))
		return known;
	secret_random(r, sizeof(r));
	known = hex_encode(q->arena, BYTES(r));
	reply_cookie(q, "device", known, DEVICE_SECONDS);
	return known;
}

/* Of another page about the same survey: its address stays the one that was asked for. */
static enum err answer_page(struct rq *q, const struct survey_row *s, int status)
{
	const char *purpose = survey_key(q->arena, s->id);
	put(q, "Code", arg(q, 0));
	if (str_eq(got(q, "Again"), "twice"))
		form_key_fresh(q, purpose);
	else
		form_key(q, purpose);
	return page_status(q, status, "needs/answer.cs");
}

enum err answer_form(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_asked(q, &s);
	if (e || got(q, "Closed"))
		return e ? e : page(q, "needs/answer.cs");
	(void)device(q);
	e = put_questions(q, s.id);
	if (!e && !form_again(q))
		e = kept_load(q, &s);
	return e ? e : answer_page(q, &s, form_again(q) ? 422 : 200);
}

/* The same form again with what was typed; why is a word of the page. */
static enum err answer_again(struct rq *q, struct sheet *s, const char *why, int status)
{
	if (!s->v)
		sheet_read(q, s);
	page_only(q, "Form");
	enum err e = survey_asked(q, &s->survey);
	if (!e)
		e = put_questions(q, s->survey.id);
	if (e)
		return e;
	put(q, "Again", why);
	return answer_page(q, &s->survey, status);
}

/* The key was given with an older version of the survey, not forged. */
static enum err key_version(struct rq *q, const struct survey_row *s, int64_t *version)
{
	struct id {
		int64_t id;
	};
	static const struct col cols[] = { { COL_INT, offsetof(struct id, id) }, { COL_END, 0 } };
	struct id *v;
	struct bytes uid;
	size_t n;
	enum err e = row_all(&versions_q, ARGS(A_(s->root), A_(s->id)), cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		enum err key = form_key_uid(q, survey_key(q->arena, v[i].id), &uid);
		if (key != ERR_CSRF) {
			*version = v[i].id;
			return OK;
		}
	}
	return e ? e : ERR_CSRF;
}

/* What the new version asks as the old one did is kept; the rest is asked anew. */
static enum err answer_older(struct rq *q, struct sheet *s)
{
	int64_t version;
	enum err e = key_version(q, &s->survey, &version);
	if (!e)
		e = put_query(q, "Same", &same_q, ARGS(A_(s->survey.id), A_(version)));
	if (e)
		return e;
	sheet_read(q, s);
	struct node *same = put_list(q, "Same");
	for (size_t i = 0; i < s->n; i++) {
		const char *field = node_get(s->v[i].question, "field");
		struct node *n = node_first(same);
		while (n && !str_eq(node_get(n, "field"), field))
			n = node_next(n);
		if (!n)
			sheet_forget(q, s->v[i].question);
	}
	return answer_again(q, s, "version", 409);
}

static enum err answer_throttle(struct rq *q, const struct sheet *s)
{
	enum err e = throttle(q, "survey_key", hex_encode(q->arena, s->uid), PER_KEY, HOUR);
	if (!e)
		e = throttle(q, "survey_device", device(q), PER_DEVICE, HOUR);
	return e ? e : throttle(q, "survey_address", q->remote, PER_ADDRESS, HOUR);
}

static enum err answer_thanked(struct rq *q, const struct sheet *s)
{
	return see(q, "/needs/s/%s/thanks?k=%s", arg(q, 0), follow_code(q->arena, s->uid));
}

/* The key was used. The same sheet again is thanked for again; another one is not thrown away but
 * asked about: as a second sheet, by a new key, or not at all. */
static enum err answer_twice(struct rq *q, struct sheet *s)
{
	struct sent {
		struct bytes hash;
	} sent;
	static const struct col cols[] = { { COL_BYTES, offsetof(struct sent, hash) },
					   { COL_END, 0 } };
	enum err e = row_one(&sent_q, ARGS(A_(s->uid)), cols, &sent);
	if (e)
		return e;
	struct bytes hash = sheet_digest(s);
	if (!sent.hash.p || (sent.hash.n == hash.n && secret_equal(sent.hash.p, hash.p, hash.n)))
		return answer_thanked(q, s);
	const char *code = follow_code(q->arena, s->uid);
	put(q, "Sent", code);
	put(q, "Again", "twice");
	return answer_page(q, &s->survey, 409);
}

/* A page that must wait says until when, and offers the telephone. */
static enum err answer_wait(struct rq *q, struct sheet *s)
{
	put(q, "WaitUntil", clock_time(q->arena, q->now - q->now % HOUR + HOUR));
	put(q, "Again", "wait");
	return answer_page(q, &s->survey, 429);
}

enum err answer_post(struct rq *q)
{
	struct sheet s = { .q = q };
	enum err e = survey_asked(q, &s.survey);
	if (!e && got(q, "Closed"))
		return page_status(q, 409, "needs/answer.cs");
	if (!e)
		e = put_questions(q, s.survey.id);
	if (e)
		return e;
	e = form_key_uid(q, survey_key(q->arena, s.survey.id), &s.uid);
	if (e == ERR_CSRF)
		return answer_older(q, &s);
	if (e == ERR_STALE)
		return answer_again(q, &s, "stale", 409);
	if (e)
		return e;
	sheet_read(q, &s);
	if (!form_ok(q))
		return ERR_FORM;
	e = answer_throttle(q, &s);
	if (e == ERR_THROTTLED)
		return answer_wait(q, &s);
	if (!e)
		e = db_tx(sheet_store, &s);
	if (e == ERR_DUPLICATE)
		return answer_twice(q, &s);
	if (e == ERR_STALE) { /* closed in between */
		put(q, "Closed", "1");
		return page_status(q, 409, "needs/answer.cs");
	}
	if (!e)
		e = kept_drop(q);
	return e ? e : answer_thanked(q, &s);
}

enum err answer_thanks(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_asked(q, &s);
	if (e)
		return e;
	put(q, "Follow", code_typed(q->arena, query(q, "k")));
	return page(q, "needs/thanks.cs");
}
