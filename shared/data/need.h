/*
 * need.h - the states of a need 需求 and who may move them: one machine for the ledger that
 * verifies, declines and settles, and for the project that answers it (design.md §6).
 *
 * Never adds a need and never writes what one says: that is the program needs'. Each step is
 * audited; call it in the transaction that gives its reason.
 *
 *	enum err e = need_move(&q->actor, "decline", id, state, in.reason);
 *	e = needs_follow(&q->actor, project, "finish");
 *	e = need_served(&q->actor, order, &end);
 */
#ifndef ZYZ_NEED_H
#define ZYZ_NEED_H

#include "actor.h"
#include "db.h"

/* The last day since it was told on which somebody was served for need n: hours of its projects
 * that count, orders that came of it, visits of pairing at its household. NULL: nobody yet. */
#define NEED_SERVED \
	"NULLIF(GREATEST(COALESCE((SELECT MAX(r.served_on) FROM project_need x JOIN activity a" \
	"       ON a.project_id = x.project_id JOIN service_record r ON r.activity_id = a.id" \
	"       AND r.state IN ('notice', 'effective') WHERE x.need_id = n.id" \
	"       AND r.served_on >= DATE(n.registered_at))," \
	"       DATE '1000-01-01'), COALESCE((SELECT MAX(DATE(o.served_at))" \
	"       FROM service_order o WHERE o.need_id = n.id), DATE '1000-01-01')," \
	"       COALESCE((SELECT MAX(v.visited_on) FROM pairing p JOIN pairing_visit v" \
	"       ON v.pairing_id = p.id WHERE p.household_id = n.household_id" \
	"       AND v.visited_on >= DATE(n.registered_at))," \
	"       DATE '1000-01-01')), DATE '1000-01-01')"

/* One project answers so many at most. */
enum { NEEDS_MOST = 200 };

/* verify (words: a note, may be NULL), decline (words: why), merge or done; ERR_STALE: not from
 * that state, or somebody was first. */
enum err need_move(const struct actor *by, const char *verb, int64_t id, const char *state,
		   const char *words) MUST_USE;
/* One that was declined is open again: as it was, "verified" or "to_verify". Its answer is owed
 * anew, the reason stays in its history. */
enum err need_reopen(const struct actor *by, int64_t id, const char *was) MUST_USE;
/* How somebody is told, of need.answer_how. */
#define NEED_ANSWERS "phone,visit,wechat,notice"
/* What was done about a need, and, while nobody has answered, what the resident was told and how;
 * the last two may be NULL. */
struct need_end {
	const char *note, *how, *answer;
};
/* Moves it by done, finish or serve, with how it ended. */
enum err need_settle(const struct actor *by, const char *verb, int64_t id, const char *state,
		     const struct need_end *end) MUST_USE;
/* The day by which a need that is entered now is to be answered: working days by the station's rule
 * need_reply_days. */
enum err need_reply_by(const struct actor *by, int64_t station, const char **day) MUST_USE;
/* A need that was just added counts among its station's; need_move() keeps it where it belongs. */
enum err need_counted(int64_t id) MUST_USE;
/* And before what it is counted by is changed. */
enum err need_uncounted(int64_t id) MUST_USE;
/* A living project answers it no longer, and its row of project_need is gone: back in the ledger,
 * unless another living one has it; why stands in its history. */
enum err need_back(const struct actor *by, int64_t id, const char *project,
		   const char *reason) MUST_USE;
/* All that a project answers: project, release or finish. One that another living project answers
 * as well stays with that one. */
enum err needs_follow(const struct actor *by, int64_t project, const char *verb) MUST_USE;

/* An order 点单 that came of a need was served: the need is settled so, unless a project has it,
 * which settles it in its time. In the transaction of the order. */
enum err need_served(const struct actor *by, int64_t order, const struct need_end *end) MUST_USE;

#endif
