/*
 * change.c - a published project is changed in what harms nobody who has signed up: whom to call,
 * what is told of it, a later end of sign-up, more places. All else people signed up for.
 */
#include <string.h>

#include "application.h"
#include "change.h"
#include "clock.h"
#include "form.h"
#include "position.h"
#include "project.h"

#define CHANGE_IN(X, T) \
	X(T, NAME, contact_name, 1, 60) \
	X(T, PHONE, contact_phone, 1, 20) \
	X(T, TEXT, intro, 10, 5000) \
	X(T, STR, sign_up_how, 2, 120) \
	X(T, DAY, recruit_to, 1, 0)
FORM_DEFINE(change_in, CHANGE_IN);
#define ADJUST_IN(X, T) \
	X(T, INT, wanted, 0, 10000) \
	X(T, TEXT, description, 2, 500)
FORM_DEFINE(adjust_in, ADJUST_IN);

static struct stmt change_q = SQL(
	"UPDATE project"
	"   SET contact_name = ?, contact_phone = ?, intro = ?, sign_up_how = ?, recruit_to = ?"
	" WHERE id = ?");
#define SEAT_COLS(X, T) \
	X(T, TEXT, title, "o.title") \
	X(T, INT, wanted, "o.wanted") \
	X(T, INT, taken, "o.taken") \
	X(T, TEXT, description, "o.description")
ROW_DEFINE(seat_row, SEAT_COLS);
static struct stmt seat_q = SQL(
	"SELECT " ROW_SELECT(SEAT_COLS)
	"  FROM position o"
	" WHERE o.id = ?");
static struct stmt adjust_q = SQL(
	"UPDATE position"
	"   SET wanted = ?, description = ?"
	" WHERE id = ?"
	"   AND taken <= ?");

struct changing {
	struct rq *q;
	struct plan_row p;
	struct change_in in;
	struct adjust_in seat;
	int64_t position;
};

static enum err plan_published(struct rq *q, struct plan_row *p)
{
	enum err e = plan_read(q, p);
	return e ? e : plan_alive(p) ? OK : ERR(ERR_STALE, "project is %s", p->state);
}

enum err project_change_form(struct rq *q)
{
	struct plan_row p;
	enum err e = plan_published(q, &p);
	if (e)
		return e;
	if (!form_again(q)) {
		put(q, "Form.contact_name", p.contact_name);
		put(q, "Form.contact_phone", p.contact_phone);
		put(q, "Form.intro", p.intro);
		put(q, "Form.sign_up_how", p.sign_up_how);
		put(q, "Form.recruit_to", p.recruit_to);
	}
	put(q, "Project.no", p.no);
	put(q, "Project.title", p.title);
	put(q, "Project.state", p.state);
	return page(q, "project/change.cs");
}

/* Who has been told until when they may sign up can count on it. */
static void change_days(struct changing *c)
{
	const char *to = c->in.recruit_to, *was = c->p.recruit_to;
	if (was && strcmp(to, was) < 0)
		form_error(c->q, "recruit_to", "sign_up_earlier");
	else if (c->p.ends_on && strcmp(to, c->p.ends_on) > 0)
		form_error(c->q, "recruit_to", "rule_recruit_inside");
}

static enum err change_tells(struct changing *c)
{
	const struct plan_row *p = &c->p;
	const struct change all[] = {
		{ "contact", NULL, p->contact_name, c->in.contact_name },
		{ "phone", NULL, p->contact_phone, c->in.contact_phone },
		{ "intro", NULL, p->intro, c->in.intro },
		{ "sign_up", NULL, p->sign_up_how, c->in.sign_up_how },
		{ "recruit_to", NULL, p->recruit_to, c->in.recruit_to },
	};
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(all) / sizeof(all[0]); i++)
		e = change_tell(&c->q->actor, "project", p->id, &all[i]);
	return e;
}

/* What it was is read again under the lock: two who change at once tell what each changed. */
static enum err change_keep(void *ctx)
{
	struct changing *c = ctx;
	struct rq *q = c->q;
	const struct change_in *in = &c->in;
	enum err e = plan_lock_alive(q, c->p.id);
	if (!e)
		e = plan_read(q, &c->p);
	if (!e)
		e = db_change(&change_q,
			      ARGS(A_(in->contact_name), A_(in->contact_phone), A_(in->intro),
				   A_(in->sign_up_how), A_(in->recruit_to), A_(c->p.id)));
	if (!e)
		e = change_tells(c);
	return e ? e : audit(&q->actor, "project.change", "project", c->p.id, NULL);
}

enum err project_change(struct rq *q)
{
	struct changing c = { .q = q };
	enum err e = plan_published(q, &c.p);
	if (e)
		return e;
	if (form_read(q, change_in_fields, &c.in))
		change_days(&c);
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(change_keep, &c);
	return e ? e : see(q, "/project/%s?done=changed", c.p.no);
}

static enum err seat_tells(struct changing *c, const struct seat_row *was)
{
	struct rq *q = c->q;
	const char *before = arena_fmt(q->arena, "%lld", (long long)was->wanted);
	const char *now = arena_fmt(q->arena, "%lld", (long long)c->seat.wanted);
	enum err e = change_tell(&q->actor, "project", c->p.id,
				 &(struct change){ "wanted", was->title, before, now });
	return e ? e
		 : change_tell(&q->actor, "project", c->p.id,
			       &(struct change){ "duties", was->title, was->description,
						 c->seat.description });
}

/* By its name, since each position has its own. */
static void seat_refuse(struct changing *c, const struct seat_row *was)
{
	form_error_text(c->q, "wanted",
			arena_fmt(c->q->arena, "%s%s%s %lld %s", lang("project.seats_before"),
				  was->title, lang("project.seats_taken"), (long long)was->taken,
				  lang("project.seats_after")));
}

/* Places that are free now go to who waits longest. */
static enum err seat_keep(void *ctx)
{
	struct changing *c = ctx;
	struct rq *q = c->q;
	struct seat_row was;
	enum err e = plan_lock_alive(q, c->p.id);
	if (!e)
		e = position_lock(c->position);
	if (!e)
		e = row_one(&seat_q, ARGS(A_(c->position)), seat_row_cols, &was);
	if (!e && was.taken > c->seat.wanted) {
		seat_refuse(c, &was);
		return ERR_FORM;
	}
	if (!e)
		e = db_change(&adjust_q, ARGS(A_(c->seat.wanted), A_(c->seat.description),
					      A_(c->position), A_(c->seat.wanted)));
	if (!e)
		e = seat_tells(c, &was);
	if (!e && str_eq(c->p.state, "recruiting"))
		e = places_next(&q->actor, &(struct seat){ c->position, DB_NONE });
	return e ? e : audit(&q->actor, "position.change", "project", c->p.id, NULL);
}

enum err position_adjust(struct rq *q, const struct plan_row *p, int64_t position)
{
	struct changing c = { .q = q, .p = *p, .position = position };
	if (!form_read(q, adjust_in_fields, &c.seat))
		return ERR_FORM;
	enum err e = db_tx(seat_keep, &c);
	return e ? e : see(q, "/project/%s?done=position_changed", p->no);
}
