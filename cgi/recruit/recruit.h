/*
 * recruit.h - what the pages of the program recruit share: a notice, an application, places and the
 * waiting list.
 *
 * Owns the rows of application, whose states stand in application.h, and of shift: an activity that
 * people sign up for themselves. A place is taken at approval, at once where the first come get it,
 * or held for an offer (position.h).
 *
 *	// inside db_tx, after seat_lock(&seat):
 *	e = places_next(&q->actor, &seat);           // who waits longest is offered the free place
 */
#ifndef ZYZ_RECRUIT_H
#define ZYZ_RECRUIT_H

#include "app.h"
#include "application.h"
#include "application_clock.h"
#include "duty.h"
#include "position.h"

#define NOTICE_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, INT, station, "p.station_id") \
	X(T, TEXT, state, "p.state") \
	X(T, TEXT, recruit_from, "p.recruit_from") \
	X(T, TEXT, recruit_to, "p.recruit_to") \
	X(T, INT, dangerous, "p.dangerous") \
	X(T, INT, min_minutes, "p.min_minutes") \
	X(T, TEXT, scope, "p.recruit_scope") \
	X(T, INT, team, "p.team_id")
ROW_DEFINE(notice_row, NOTICE_COLS);

/* The published project that the address names; ERR_NOT_FOUND. */
enum err notice_read(struct rq *q, struct notice_row *n) MUST_USE;
enum err notice_no(const char *no, struct notice_row *n) MUST_USE;
bool notice_open(const struct rq *q, const struct notice_row *n); /* sign-up is open today */
bool notice_alive(const struct notice_row *n);                    /* recruiting or running */

/* The person's living application in a project; ERR_NOT_FOUND. */
enum err application_live(int64_t project, int64_t person, struct application_row *a) MUST_USE;

/* An activity that is open for sign-up. Times in Unix seconds. */
#define SHIFT_COLS(X, T) \
	X(T, INT, id, "s.activity_id") \
	X(T, TEXT, no, "b.no") \
	X(T, TEXT, state, "b.state") \
	X(T, INT, start, "UNIX_TIMESTAMP(b.starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(b.ends_at)") \
	X(T, INT, opens, "UNIX_TIMESTAMP(s.opens_at)") \
	X(T, INT, closes, "UNIX_TIMESTAMP(s.closes_at)") \
	X(T, INT, leave, "UNIX_TIMESTAMP(s.leave_until)") \
	X(T, TEXT, mode, "s.mode") \
	X(T, INT, position, "s.position_id") \
	X(T, INT, left, "s.wanted - s.taken") \
	X(T, TEXT, position_uid, "LOWER(HEX(o.uid))")
ROW_DEFINE(shift_row, SHIFT_COLS);

/* The shift that the address names, with its project; ERR_NOT_FOUND. */
enum err shift_read(struct rq *q, struct shift_row *s, struct notice_row *n) MUST_USE;
enum err shift_no(const char *no, struct shift_row *s, struct notice_row *n) MUST_USE;
/* What both are read from: shift s. */
#define SHIFT_OF \
	"  JOIN activity b ON b.id = s.activity_id" \
	"  JOIN position o ON o.id = s.position_id" \
	"  JOIN project p ON p.id = s.project_id"
#define SHIFT_NAMED \
	" WHERE b.no = ?" \
	"   AND b.state <> 'draft'" \
	"   AND p.published_at IS NOT NULL"
/* "before", "open", "closed" (too late to sign up), "over", "cancelled" */
const char *shift_when(const struct rq *q, const struct shift_row *s, const struct notice_row *n);

/* sign.c: the deeds, the same for a whole project and for a shift. */
struct sign_up {
	struct rq *q;
	const struct notice_row *notice;
	struct seat seat;
	const char *mode;              /* direct, apply, draw */
	int64_t person;                /* who comes */
	bool for_them;                 /* somebody else signs them up: they are told */
	int64_t invite;                /* by which invitation (invite.h); 0: by themselves */
	const char *state;             /* out: accepted, pending or waiting */
	struct application_row before; /* out, with ERR_DUPLICATE: the one that lives already */
	bool seen, moved;              /* it was looked at; it was moved meanwhile */
	bool full;                     /* in: a shift, without a place when it was read */
	bool able;                     /* in: nothing keeps them from it (sign_queued) */
	struct duty_clash clash;       /* out, with ERR_CHECK: what they have to do at that time */
	const char *lacks;             /* out, with ERR_CHECK: a word of safeguard.h */
};
enum err sign_up(struct sign_up *s) MUST_USE;
/* Fills before (its id DB_NONE: there is none). *live: it has a place or stands in the list. */
enum err sign_seen(struct sign_up *s, bool *live) MUST_USE;
/* What would become of it, with so many places left; nothing is written. The same errors. */
enum err sign_look(struct sign_up *s, int64_t left) MUST_USE;
/* line.c: behind who waits for a full shift, in one round trip; moved, ERR_STALE: it is not full
 * any more, nobody waits, it has closed, or they are there already. Only where line_only(). */
bool line_only(const struct sign_up *s);
enum err line_join(struct sign_up *s) MUST_USE;
/* Out of it again: a place that was held goes to the next. */
enum err sign_off(struct rq *q, const struct application_row *a) MUST_USE;
/* The offered place is theirs. ERR_CHECK as above. */
enum err sign_take(struct sign_up *s, const struct application_row *a) MUST_USE;
/* In the caller's transaction: who is taken on for a shift stands on its roster. ERR_CHECK. */
enum err sign_duty(struct sign_up *s) MUST_USE;
/* ERR_FORM with the sentence that belongs to ERR_CHECK. */
enum err sign_refuse(struct rq *q, const struct sign_up *s) MUST_USE;
/* The same for staff, with the name of whom it is about: they may have ticked many. */
enum err sign_refuse_for(struct rq *q, const struct sign_up *s) MUST_USE;

enum err recruit_list(struct rq *q);
enum err recruit_show(struct rq *q);
enum err recruit_apply(struct rq *q);
enum err recruit_withdraw(struct rq *q);
enum err recruit_accept(struct rq *q);

enum err recruit_leave(struct rq *q);
enum err shift_show(struct rq *q);
enum err shift_apply(struct rq *q);
enum err shift_leave(struct rq *q);
enum err shift_withdraw(struct rq *q);
enum err shift_accept(struct rq *q);

enum err standby_show(struct rq *q);
enum err standby_add(struct rq *q);
enum err standby_end(struct rq *q);

enum err draw_show(struct rq *q);
enum err draw_lots(struct rq *q);

/* group.c: up to 50 at once. */
enum err group_show(struct rq *q);
enum err group_lead(struct rq *q);
enum err group_manage(struct rq *q);
enum err group_manage_put(struct rq *q);
/* Whether the viewer leads a team. */
enum err group_leads(const struct rq *q, bool *leads) MUST_USE;

enum err manage_show(struct rq *q);
enum err manage_shift(struct rq *q);
enum err manage_shift_save(struct rq *q);
enum err manage_position(struct rq *q);
enum err manage_position_save(struct rq *q);

enum err review_list(struct rq *q);
enum err review_show(struct rq *q);
enum err recruit_undo(struct rq *q); /* undo.c */
/* decide.c */
enum err review_batch(struct rq *q);
enum err review_approve(struct rq *q);
enum err review_refuse(struct rq *q);
enum err review_wait(struct rq *q);
/* dispose.c */
enum err dispose_show(struct rq *q);
enum err dispose_save(struct rq *q);

#endif
