/* may.c - may this volunteer sign up, and why not. */
#include "may.h"

#include <string.h>

#include "check.h"
#include "clock.h"
#include "config.h"
#include "setting.h"

enum { DANGER_AGE = 18 };

#define VOLUNTEER_COLS(X, T) \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, INT, minutes, \
	  "COALESCE((SELECT t.minutes + t.brought_minutes " \
	  "FROM volunteer_total t WHERE t.person_id = v.person_id), 0)") \
	X(T, INT, guardian, \
	  "EXISTS (SELECT 1 FROM guardian g WHERE g.person_id = v.person_id " \
	  "AND g.consent_at IS NOT NULL AND g.ended_at IS NULL)") \
	X(T, INT, in_team, \
	  "EXISTS (SELECT 1 FROM team_member m WHERE m.person_id = v.person_id " \
	  "AND m.team_id = ? AND m.left_at IS NULL)")
ROW_DEFINE(volunteer_row, VOLUNTEER_COLS);
static struct stmt volunteer_q = SQL(
	"SELECT " ROW_SELECT(VOLUNTEER_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.person_id = ?");
static const struct col choice_cols[] = { CHOICE_COLS(ROW_COL_, choice_row){ COL_END, 0 } };
static struct stmt choices_q = SQL(
	"SELECT " ROW_SELECT(CHOICE_COLS)
	"  FROM position o"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.project_id = ?"
	"   AND o.wanted > 0"
	"   AND (? = '' OR o.uid = UNHEX(?))"
	" ORDER BY o.id"
	" LIMIT 60");

bool notice_open(const struct rq *q, const struct notice_row *n)
{
	const char *today = clock_day(q->arena, q->now);
	return str_eq(n->state, "recruiting") && n->recruit_from && n->recruit_to &&
	       strcmp(n->recruit_from, today) <= 0 && strcmp(today, n->recruit_to) <= 0;
}

static void why_say(struct why *w, const char *text)
{
	if (w->n < WHYS)
		w->text[w->n++] = text;
}

static void why(const struct rq *q, struct why *w, const char *word)
{
	why_say(w, lang(arena_fmt(q->arena, "recruit.Message.%s", word)));
}

static void why_below(const struct rq *q, struct why *w, const char *before, int64_t number,
		      const char *behind)
{
	why_say(w,
		arena_fmt(q->arena, "%s %lld %s", lang(before), (long long)number, lang(behind)));
}

static void may_project(struct may *m, const struct volunteer_row *v)
{
	struct rq *q = m->q;
	const struct notice_row *n = m->notice;
	struct why *w = &m->project;
	bool minor = m->age < cfg.guardian_age;
	if (!notice_open(q, n)) {
		why(q, w, "closed");
		w->gone = true;
	}
	/* Who waited for a guardian's word and has come of age since waits no more. */
	bool waited = str_eq(v->state, "pending_guardian");
	if (minor && (waited || !v->guardian))
		why(q, w, "guardian_first");
	else if (!waited && !str_eq(v->state, "active"))
		why(q, w, "not_active");
	if (n->dangerous && m->age < m->danger_age)
		why_below(q, w, "recruit.danger_before", m->danger_age, "recruit.danger_after");
	if (v->minutes < n->min_minutes)
		why_below(q, w, "recruit.min_hours_before", n->min_minutes / 60,
			  "recruit.min_hours_after");
	if (str_eq(n->scope, "team") && !v->in_team)
		why(q, w, "team_only");
	if (str_eq(n->scope, "invite"))
		why(q, w, "invite_only");
}

enum err may_read(struct rq *q, const struct notice_row *n, const char *position, struct may *m)
{
	struct volunteer_row v;
	const char *today = clock_day(q->arena, q->now);
	*m = (struct may){ .q = q, .notice = n };
	enum err e = row_one(&volunteer_q, ARGS(A_(n->team), A_(q->person)), volunteer_row_cols,
			     &v);
	if (e)
		return e;
	e = setting_rule(n->station, "danger_age", DANGER_AGE, &m->danger_age);
	if (e)
		return e;
	m->age = v.birth_on ? age_on(v.birth_on, today) : -1;
	may_project(m, &v);
	return row_all(&choices_q,
		       ARGS(A_(q->person), A_(today), A_(q->person), A_(n->id), A_(position),
			    A_(position)),
		       choice_cols, sizeof(*m->v), &m->v, &m->n);
}

struct why may_position(const struct may *m, const struct choice_row *c)
{
	struct why w = m->project;
	if (c->refused) {
		why(m->q, &w, "refused_before");
		w.gone = true;
	}
	if (c->min_age != DB_NONE && m->age < c->min_age)
		why_below(m->q, &w, "recruit.min_age_before", c->min_age, "recruit.min_age_after");
	if (!c->passed)
		why(m->q, &w, "training_first");
	return w;
}
