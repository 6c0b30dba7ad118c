/* may.c - may this volunteer sign up, and why not. */
#include "may.h"

#include "check.h"
#include "clock.h"
#include "config.h"
#include "match.h"
#include "safeguard.h"
#include "setting.h"

enum { DANGER_AGE = 18 };

#define VOLUNTEER_COLS(X, T) \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, TEXT, sex, "p.sex") \
	X(T, TEXT, skills, "v.skills") \
	X(T, INT, minutes, \
	  "COALESCE((SELECT t.minutes + t.brought_minutes " \
	  "FROM volunteer_total t WHERE t.person_id = v.person_id), 0)") \
	X(T, INT, guardian, SAFE_GUARDED("v.person_id")) \
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

static void why_say(struct why *w, const char *word, const char *text)
{
	w->word = w->word ? w->word : word;
	if (w->n < WHYS)
		w->text[w->n++] = text;
}

static void why(const struct rq *q, struct why *w, const char *word)
{
	why_say(w, word, lang(arena_fmt(q->arena, "recruit.Message.%s", word)));
}

static void why_below(const struct rq *q, struct why *w, const char *word, int64_t number)
{
	const char *before = lang(arena_fmt(q->arena, "recruit.%s_before", word)),
		   *behind = lang(arena_fmt(q->arena, "recruit.%s_after", word));
	why_say(w, word, arena_fmt(q->arena, "%s %lld %s", before, (long long)number, behind));
}

static void may_project(struct may *m, const struct volunteer_row *v)
{
	struct rq *q = m->q;
	const struct notice_row *n = m->notice;
	struct why *w = &m->project;
	bool minor = m->age_now < cfg.guardian_age;
	bool open = m->shift ? str_eq(shift_when(q, m->shift, n), "open") : notice_open(q, n);
	if (!open) {
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
		why_below(q, w, "danger", m->danger_age);
	if (v->minutes < n->min_minutes)
		why_below(q, w, "min_hours", n->min_minutes / 60);
	m->in_team = v->in_team;
}

enum err may_read(struct rq *q, const struct notice_row *n, const struct shift_row *shift,
		  const char *position, struct may *m)
{
	return may_read_for(q, q->person, n, shift, position, m);
}

enum err may_read_for(struct rq *q, int64_t person, const struct notice_row *n,
		      const struct shift_row *shift, const char *position, struct may *m)
{
	struct volunteer_row v;
	/* What holds today may have ended, or begun, by the day of the shift. */
	const char *today = clock_day(q->arena, q->now),
		   *day = shift ? clock_day(q->arena, shift->start) : today;
	*m = (struct may){ .q = q, .notice = n, .shift = shift };
	enum err e = row_one(&volunteer_q, ARGS(A_(n->team), A_(person)), volunteer_row_cols, &v);
	if (e)
		return e;
	if (n->dangerous)
		e = setting_rule(n->station, "danger_age", DANGER_AGE, &m->danger_age);
	if (e)
		return e;
	m->age_now = v.birth_on ? age_on(v.birth_on, today) : -1;
	m->age = v.birth_on ? age_on(v.birth_on, day) : -1;
	m->sex = v.sex;
	m->skills = v.skills;
	may_project(m, &v);
	return row_all(&choices_q,
		       ARGS(A_(person), A_(day), A_(person), A_(shift ? shift->id : (int64_t)0),
			    A_(n->id), A_(position), A_(position)),
		       choice_cols, sizeof(*m->v), &m->v, &m->n);
}

struct why may_position(const struct may *m, const struct choice_row *c)
{
	struct why w = m->project;
	const char *scope = m->notice->scope;
	if (!m->invited && str_eq(scope, "team") && !m->in_team)
		why(m->q, &w, "team_only");
	if (!m->invited && str_eq(scope, "invite"))
		why(m->q, &w, "invite_only");
	if (c->refused) {
		why(m->q, &w, "refused_before");
		w.gone = true;
	}
	if (c->min_age != DB_NONE && m->age < c->min_age)
		why_below(m->q, &w, "min_age", c->min_age);
	if (c->sex && !str_eq(c->sex, m->sex))
		why_say(&w, "sex",
			arena_fmt(m->q->arena, "%s%s",
				  lang(arena_fmt(m->q->arena, "recruit.SexOnly.%s", c->sex)),
				  str_or(c->sex_reason, "")));
	if (!match_any(m->q->arena, c->skills, m->skills))
		why(m->q, &w, "skills_first");
	if (!c->passed)
		why(m->q, &w, "training_first");
	return w;
}
