/* may.c - may this volunteer sign up, and why not. */
#include "may.h"

#include "check.h"
#include "clock.h"
#include "config.h"
#include "match.h"
#include "safeguard.h"
#include "setting.h"

enum { DANGER_AGE = 18 };

/* Of volunteer v, person w, volunteer_total h and team_member m. */
#define VOLUNTEER_COLS(X, T) \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, birth_on, "w.birth_on") \
	X(T, TEXT, sex, "w.sex") \
	X(T, TEXT, skills, "v.skills") \
	X(T, INT, minutes, "COALESCE(h.minutes + h.brought_minutes, 0)") \
	X(T, INT, in_team, "m.person_id IS NOT NULL")
struct volunteer_row {
	VOLUNTEER_COLS(ROW_MEMBER_, )
};
#define WHO(team) \
	"  JOIN person w ON w.id = v.person_id" \
	"  LEFT JOIN volunteer_total h ON h.person_id = v.person_id" \
	"  LEFT JOIN team_member m ON m.team_id = " team " AND m.person_id = v.person_id" \
	"       AND m.left_at IS NULL"
/* Who they are with each position; one row without any where there is none. */
struct fit {
	struct volunteer_row v;
	struct choice_row c;
};
#define FIT_V(T, kind, name, expr) { COL_##kind, offsetof(struct fit, v.name) },
#define FIT_C(T, kind, name, expr) { COL_##kind, offsetof(struct fit, c.name) },
static const struct col fit_cols[] = { VOLUNTEER_COLS(FIT_V, ) CHOICE_COLS(FIT_C, ){ COL_END, 0 } };
#define FIT_OF \
	"  LEFT JOIN application a ON a.position_id = o.id AND a.person_id = v.person_id" \
	"       AND a.shift_key = ?" \
	"  LEFT JOIN training t ON t.id = o.training_id" \
	" WHERE v.person_id = ?"
static struct stmt fits_q = SQL(
	"SELECT " VOLUNTEER_COLS(ROW_SQL_, ) ROW_SELECT(CHOICE_COLS)
	"  FROM volunteer v"
	WHO("?")
	"  LEFT JOIN position o ON o.project_id = ? AND o.wanted > 0"
	FIT_OF
	" ORDER BY o.id"
	" LIMIT 60");
static struct stmt fit_q = SQL(
	"SELECT " VOLUNTEER_COLS(ROW_SQL_, ) ROW_SELECT(CHOICE_COLS)
	"  FROM volunteer v"
	WHO("?")
	"  LEFT JOIN position o ON o.project_id = ? AND o.wanted > 0"
	"       AND o.uid = UNHEX(?)"
	FIT_OF);
/* The positions whose training they have passed, and which holds on that day. */
#define PASSED_COLS(X, T) X(T, INT, position, "o.id")
ROW_DEFINE(passed_row, PASSED_COLS);
static struct stmt passed_q = SQL(
	"SELECT DISTINCT " ROW_SELECT(PASSED_COLS)
	"  FROM position o"
	"  JOIN training t ON t.id = o.training_id"
	"  JOIN qualification x ON x.person_id = ?"
	"       AND (x.training_id = t.id OR x.name = t.qualifies) AND x.withdrawn_at IS NULL"
	"       AND (x.valid_until IS NULL OR x.valid_until >= ?)"
	" WHERE o.project_id = ?"
	" LIMIT 200");

#define COME_COLS(X, T) \
	X(T, INT, wanted, "o.wanted") \
	X(T, INT, busy, "r.id IS NOT NULL") \
	X(T, INT, asks, SAFE_ASKS("b", "w", "p"))
struct come_row {
	struct shift_row s;
	struct notice_row n;
	struct application_row a;
	struct fit f;
	COME_COLS(ROW_MEMBER_, )
};
#define COME_S(T, kind, name, expr) { COL_##kind, offsetof(struct come_row, s.name) },
#define COME_N(T, kind, name, expr) { COL_##kind, offsetof(struct come_row, n.name) },
#define COME_A(T, kind, name, expr) { COL_##kind, offsetof(struct come_row, a.name) },
#define COME_V(T, kind, name, expr) { COL_##kind, offsetof(struct come_row, f.v.name) },
#define COME_C(T, kind, name, expr) { COL_##kind, offsetof(struct come_row, f.c.name) },
static const struct col come_cols[] = { SHIFT_COLS(COME_S, ) NOTICE_COLS(COME_N, ) APPLICATION_COLS(
	COME_A, ) VOLUNTEER_COLS(COME_V, ) CHOICE_COLS(COME_C, )
						COME_COLS(ROW_COL_, come_row){ COL_END, 0 } };
static struct stmt come_q = SQL(
	"SELECT " SHIFT_COLS(ROW_SQL_, ) NOTICE_COLS(ROW_SQL_, ) APPLICATION_COLS(ROW_SQL_, )
	VOLUNTEER_COLS(ROW_SQL_, ) CHOICE_COLS(ROW_SQL_, ) ROW_SELECT(COME_COLS)
	"  FROM shift s"
	SHIFT_OF
	"  JOIN volunteer v ON v.person_id = ?"
	WHO("p.team_id")
	"  LEFT JOIN training t ON t.id = o.training_id"
	"  LEFT JOIN application a ON a.position_id = s.position_id"
	"       AND a.person_id = v.person_id AND a.shift_key = s.activity_id"
	"  LEFT JOIN " DUTY_MEANWHILE("r", "y", "v.person_id", "b")
	SHIFT_NAMED
	" LIMIT 1");

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

static void may_project(struct may *m, const struct volunteer_row *v, bool guarded)
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
	if (minor && (waited || !guarded))
		why(q, w, "guardian_first");
	else if (!waited && !str_eq(v->state, "active"))
		why(q, w, "not_active");
	if (n->dangerous && m->age < m->danger_age)
		why_below(q, w, "danger", m->danger_age);
	if (v->minutes < n->min_minutes)
		why_below(q, w, "min_hours", n->min_minutes / 60);
	m->in_team = v->in_team;
}

/* Few positions ask for a training. */
static enum err may_passed(struct may *m, int64_t person, const char *day)
{
	struct passed_row *v;
	size_t n, asked = 0;
	for (size_t i = 0; i < m->n; i++)
		asked += !m->v[i].passed;
	if (!asked)
		return OK;
	enum err e = row_all(&passed_q, ARGS(A_(person), A_(day), A_(m->notice->id)),
			     passed_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < m->n; i++)
		for (size_t k = 0; k < n; k++)
			m->v[i].passed = m->v[i].passed || v[k].position == m->v[i].id;
	return e;
}

/* What the rows say, and what only some are asked besides. */
static enum err may_fill(struct may *m, int64_t person, const struct fit *f, size_t n)
{
	struct rq *q = m->q;
	/* What holds today may have ended, or begun, by the day of the shift. */
	const char *today = clock_day(q->arena, q->now),
		   *day = m->shift ? clock_day(q->arena, m->shift->start) : today;
	bool guarded = true;
	enum err e = OK;
	m->age_now = f->v.birth_on ? age_on(f->v.birth_on, today) : -1;
	m->age = f->v.birth_on ? age_on(f->v.birth_on, day) : -1;
	m->sex = f->v.sex;
	m->skills = f->v.skills;
	m->v = arena_array(q->arena, n + 1, sizeof(*m->v));
	for (size_t i = 0; i < n; i++)
		m->v[i] = f[i].c;
	m->n = n;
	if (m->age_now < cfg.guardian_age)
		e = safe_guarded(person, today, &guarded);
	if (!e && m->notice->dangerous)
		e = setting_rule(m->notice->station, "danger_age", DANGER_AGE, &m->danger_age);
	if (!e)
		e = may_passed(m, person, day);
	if (!e)
		may_project(m, &f->v, guarded);
	return e;
}

enum err may_read(struct rq *q, const struct notice_row *n, const struct shift_row *shift,
		  const char *position, struct may *m)
{
	return may_read_for(q, q->person, n, shift, position, m);
}

enum err may_read_for(struct rq *q, int64_t person, const struct notice_row *notice,
		      const struct shift_row *shift, const char *position, struct may *m)
{
	struct fit *f;
	size_t n;
	int64_t key = shift ? shift->id : 0;
	*m = (struct may){ .q = q, .notice = notice, .shift = shift };
	enum err e = *position
			     ? row_all(&fit_q,
				       ARGS(A_(notice->team), A_(notice->id), A_(position), A_(key),
					    A_(person)),
				       fit_cols, sizeof(*f), &f, &n)
			     : row_all(&fits_q,
				       ARGS(A_(notice->team), A_(notice->id), A_(key), A_(person)),
				       fit_cols, sizeof(*f), &f, &n);
	if (!e && !n)
		e = ERR_NOT_FOUND;
	return e ? e : may_fill(m, person, f, f->c.id == DB_NONE ? 0 : n);
}

enum err may_come(struct rq *q, struct coming *c)
{
	struct come_row r;
	enum err e = row_one(&come_q, ARGS(A_(q->person), A_(arg(q, 0))), come_cols, &r);
	if (e)
		return e;
	c->shift = r.s;
	c->notice = r.n;
	c->before = r.a;
	c->able = !r.busy && !r.asks && str_eq(r.s.state, "published");
	c->may = (struct may){ .q = q, .notice = &c->notice, .shift = &c->shift };
	return may_fill(&c->may, q->person, &r.f, r.wanted > 0);
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
