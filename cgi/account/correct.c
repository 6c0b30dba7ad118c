/* correct.c - asking for a correction 更正: by the person on the phone, by staff at the desk. */
#include "correct.h"

#include <string.h>

#include "audit.h"
#include "check.h"
#include "clock.h"
#include "code.h"
#include "config.h"
#include "secret.h"

enum { TRIES = 10, DAY = 86400 };

/* Somebody else's number, also one of a registration that was merged into another. */
static struct stmt others_q = SQL(
	"SELECT COUNT(*)"
	"  FROM person"
	" WHERE id_no_index = ?"
	"   AND ? NOT IN (id, COALESCE(merged_into, 0))");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM correction"
	" WHERE person_id = ?"
	"   AND live = 1");
static struct stmt add_q = SQL(
	"INSERT INTO correction (no, person_id, station_id, name, id_type, id_no_sealed,"
	"       id_no_index, birth_on, sex, purpose, proof, asked_by, asked_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt mine_q = SQL(
	"SELECT no, state, asked_at, answer, purpose"
	"  FROM correction"
	" WHERE person_id = ?"
	" ORDER BY id DESC"
	" LIMIT 10");

static void wish_document(struct wish *w)
{
	struct rq *q = w->q;
	const char *today = clock_day(q->arena, q->now);
	const char *type = str_or(w->in.id_type, str_or(w->h.id_type, "01"));
	const char *wrong = identity_read(q->arena, type, w->in.id_no, today, &w->id);
	if (wrong) {
		form_error(q, "id_no", wrong);
		return;
	}
	w->birth = w->id.birth;
	w->sex = w->id.sex_sure ? w->id.sex : NULL;
}

/* Whether the number that is kept says when its holder was born. */
static bool birth_inside(const struct wish *w)
{
	struct identity held;
	const char *today = clock_day(w->q->arena, w->q->now);
	return w->h.id_no_text &&
	       !identity_read(w->q->arena, str_or(w->h.id_type, "01"), w->h.id_no_text, today,
			      &held) &&
	       held.birth;
}

static void wish_birth(struct wish *w)
{
	struct rq *q = w->q;
	const char *today = clock_day(q->arena, q->now), *typed = w->in.birth_on;
	if (typed && w->birth && !str_eq(typed, w->birth))
		form_error(q, "birth_on", "birth_other");
	else if (typed && !w->id.no && birth_inside(w))
		form_error(q, "birth_on", "birth_inside");
	w->birth = str_or(w->birth, typed);
	if (!w->birth)
		return;
	if (strcmp(w->birth, today) > 0 || age_on(w->birth, today) > 150)
		form_error(q, "birth_on", "birth_off");
	else if (age_on(w->birth, today) < cfg.min_age)
		form_error(q, typed ? "birth_on" : "id_no", "too_young");
	if (str_eq(w->birth, w->h.birth_on))
		w->birth = NULL;
}

enum err wish_read(struct rq *q, struct wish *w)
{
	w->q = q;
	w->id = (struct identity){ .no = NULL };
	w->birth = w->sex = NULL;
	bool read = form_read(q, correct_in_fields, &w->in);
	if (!read)
		return ERR_FORM;
	enum err e = w->in.id_type ? code_check(q, "id_type", "id_type", w->in.id_type) : OK;
	if (e)
		return e;
	if (w->in.id_no)
		wish_document(w);
	wish_birth(w);
	if (str_eq(w->in.name, w->h.name))
		w->in.name = NULL;
	if (w->id.no && str_eq(w->id.no, w->h.id_no_text) && str_eq(w->id.type, w->h.id_type))
		w->id.no = NULL;
	if (form_ok(q) && !w->in.name && !w->id.no && !w->birth)
		form_error(q, NULL, "correct_nothing");
	return form_ok(q) ? OK : ERR_FORM;
}

static enum err wish_store(void *ctx)
{
	struct wish *w = ctx;
	struct rq *q = w->q;
	struct arena *a = q->arena;
	const char *no = w->id.no;
	int64_t id, staff = q->staff ? q->staff : DB_NONE;
	enum err e = number_next(&q->actor, 'K', w->h.station_id, &w->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(w->no), A_(w->h.id), A_(w->h.station_id), A_(w->in.name),
				 A_(no ? w->id.type : NULL),
				 A_(secret_seal(a, "correction.id_no", w->h.uid, no)),
				 A_(secret_index(a, "person.id_no", no ? w->id.key : NULL)),
				 A_(w->birth), A_(w->sex), A_(w->in.purpose), A_(w->in.proof),
				 A_(staff), A_(clock_time(a, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "correction.ask", "correction", id, w->no);
}

/* Two hold one number: that is for the pages of merge, or a slip of the pen. */
static enum err wish_taken(struct wish *w)
{
	struct rq *q = w->q;
	int64_t n = 0;
	if (!w->id.no)
		return OK;
	enum err e = throttle(q, "correct",
			      arena_fmt(q->arena, "%s%lld", q->staff ? "s" : "",
					(long long)(q->staff ? q->staff : q->person)),
			      q->staff ? TRIES * TRIES : TRIES, DAY);
	if (!e)
		e = db_int(&others_q,
			   ARGS(A_(secret_index(q->arena, "person.id_no", w->id.key)), A_(w->h.id)),
			   &n);
	if (e || !n)
		return e;
	form_error(q, "id_no", q->staff ? "other_person" : "other_person_me");
	return ERR_FORM;
}

static enum err wish_make(struct rq *q, struct wish *w)
{
	int64_t open;
	enum err e = wish_read(q, w);
	if (!e)
		e = wish_taken(w);
	if (!e)
		e = db_int(&open_q, ARGS(A_(w->h.id)), &open);
	if (!e && open) {
		form_error(q, NULL, "correct_open");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(wish_store, w);
	if (e != ERR_DUPLICATE)
		return e;
	form_error(q, NULL, "correct_open");
	return ERR_FORM;
}

static enum err put_wish(struct rq *q, const struct held *h)
{
	enum err e = put_held(q, h, false);
	if (!e)
		e = put_codes(q, "IdTypes", "id_type");
	return e ? e : put_query(q, "Corrections", &mine_q, ARGS(A_(h->id)));
}

enum err me_correct_show(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (!e)
		e = put_wish(q, &h);
	return e ? e : page(q, "account/me_correct.cs");
}

enum err me_correct(struct rq *q)
{
	struct wish w;
	enum err e = held_by_person(q, q->person, &w.h);
	if (!e)
		e = wish_make(q, &w);
	return e ? e : see(q, "/account/me/correct?done=correct_asked");
}

enum err correct_show(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (!e)
		e = put_wish(q, &h);
	return e ? e : page(q, "account/correct.cs");
}

enum err correct_make(struct rq *q)
{
	struct wish w;
	enum err e = held_by_no(q, arg(q, 0), &w.h);
	if (!e)
		e = wish_make(q, &w);
	return e ? e : see(q, "/account/corrections/%s?done=correct_asked_staff", w.no);
}
