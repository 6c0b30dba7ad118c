/* account_change.c - what a manager or an overseer does to an account: roles, one-time codes, who
 * it is, its sessions, its end. */
#include <string.h>

#include "accounts.h"
#include "code.h"
#include "form.h"
#include "session_cut.h"
#include "staff.h"
#include "staff_code.h"

#define DAYS_IN(X, T) \
	X(T, DAY, from_on, 0, 0) \
	X(T, DAY, until_on, 0, 0)
#define ROLE_IN(X, T) \
	X(T, WORD, role, 1, 12) \
	DAYS_IN(X, T)
FORM_DEFINE(role_in, ROLE_IN);
#define LEND_IN(X, T) \
	X(T, INT, station, 1, 999999) \
	X(T, WORD, role, 1, 12) \
	X(T, DAY, from_on, 0, 0) \
	X(T, DAY, until_on, 1, 0)
FORM_DEFINE(lend_in, LEND_IN);
#define LEND_END_IN(X, T) \
	X(T, INT, station, 1, 999999) \
	X(T, WORD, role, 1, 12)
FORM_DEFINE(lend_end_in, LEND_END_IN);
#define END_IN(X, T) X(T, WORD, role, 1, 12)
FORM_DEFINE(end_in, END_IN);
#define CODE_IN(X, T) X(T, WORD, kind, 1, 8)
FORM_DEFINE(code_in, CODE_IN);
#define PERSON_IN(X, T) \
	X(T, CODE, id_type, 2, 2) \
	X(T, IDNO, id_no, 1, 20)
FORM_DEFINE(person_in, PERSON_IN);
#define SESSION_IN(X, T) X(T, CODE, session, 1, 16)
FORM_DEFINE(session_in, SESSION_IN);
#define NONE_IN(X, T) X(T, FLAG, none, 0, 0)
FORM_DEFINE(none_in, NONE_IN);

enum { TRIES = 30, WINDOW = 3600 };

static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'"
	"   AND region_code LIKE ?");

/* One change of one account, in a transaction. */
struct change {
	struct rq *q;
	struct account a;
	struct actor by;
	const char *word; /* role, kind, state, session */
	int64_t station;
	struct staff_role role;
	struct papers papers;
	const char *code;
};

/* The account of the address. Nobody changes their own here: another has to. */
static enum err change_begin(struct rq *q, struct change *c)
{
	*c = (struct change){ .q = q };
	enum err e = account_here(q, &c->a);
	if (e)
		return e;
	c->by = account_actor(q, &c->a);
	return c->a.id == q->staff ? ERR_FORBIDDEN : OK;
}

/* One at home in the manager's station. */
static enum err change_mine(struct rq *q, struct change *c)
{
	enum err e = may(q, ROLE_MANAGER) ? change_begin(q, c) : ERR_FORBIDDEN;
	return e ? e : account_mine(q, &c->a) ? OK : ERR_NOT_FOUND;
}

/* One of the overseer's region. */
static enum err change_lent(struct rq *q, struct change *c)
{
	return may(q, ROLE_OVERSEER) ? change_begin(q, c) : ERR_FORBIDDEN;
}

static enum err change_done(const struct change *c, enum err e, const char *done)
{
	return e ? e : see(c->q, "/station/staff/%s?done=%s", c->a.ref, done);
}

bool days_fit(struct rq *q, const char *from, const char *until)
{
	if (until && strcmp(until, actor_today(&q->actor)) < 0)
		form_error(q, "until_on", "day_past");
	else if (from && until && strcmp(until, from) < 0)
		form_error(q, "until_on", "days_order");
	return form_ok(q);
}

static enum err role_give(void *ctx)
{
	struct change *c = ctx;
	return staff_role_give(&c->by, c->a.id, &c->role);
}

enum err account_role(struct rq *q)
{
	struct role_in in;
	struct change c;
	enum err e = change_mine(q, &c);
	if (e)
		return e;
	if (form_read(q, role_in_fields, &in) && !str_in(in.role, STAFF_STATION_ROLES))
		form_error(q, "role", "unknown_code");
	if (!form_ok(q) || !days_fit(q, in.from_on, in.until_on))
		return ERR_FORM;
	if (!str_eq(c.a.state, "active"))
		return ERR_STALE;
	c.role = (struct staff_role){ in.role, q->station, NULL, in.from_on, in.until_on };
	return change_done(&c, db_tx(role_give, &c), "role_given");
}

static enum err role_end(void *ctx)
{
	struct change *c = ctx;
	enum err e = staff_role_end(&c->by, c->a.id, c->word, c->station);
	return e ? e : role_kept(c->q, c->a.id, c->word);
}

enum err account_role_end(struct rq *q)
{
	struct end_in in;
	struct change c;
	enum err e = change_mine(q, &c);
	if (e)
		return e;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	c.word = in.role;
	c.station = q->station;
	return change_done(&c, db_tx(role_end, &c), "staff_ended");
}

/* A loan stands in the trail of both stations. */
static enum err lend_tell(const struct change *c, const char *action)
{
	struct actor there = c->by;
	there.station = c->station;
	return c->station == c->a.home ? OK : audit(&there, action, "staff", c->a.id, c->role.role);
}

static enum err lend_give(void *ctx)
{
	struct change *c = ctx;
	enum err e = staff_role_give(&c->by, c->a.id, &c->role);
	return e ? e : lend_tell(c, "staff.lend");
}

static enum err lend_end(void *ctx)
{
	struct change *c = ctx;
	enum err e = staff_role_end(&c->by, c->a.id, c->role.role, c->station);
	return e ? e : lend_tell(c, "staff.lend_end");
}

static enum err lend_station(struct change *c, int64_t no)
{
	const char *like = region_prefix(c->q->arena, str_or(c->q->who.region_code, "-"));
	enum err e = db_int(&station_q, ARGS(A_(no), A_(like)), &c->station);
	if (e != ERR_NOT_FOUND)
		return e;
	form_error(c->q, "station", "station_unknown");
	return ERR_FORM;
}

enum err account_lend(struct rq *q)
{
	struct lend_in in;
	struct change c;
	enum err e = change_lent(q, &c);
	if (e)
		return e;
	if (form_read(q, lend_in_fields, &in) && !str_eq(in.role, "reviewer"))
		form_error(q, "role", "unknown_code");
	if (!form_ok(q) || !days_fit(q, in.from_on, in.until_on))
		return ERR_FORM;
	e = lend_station(&c, in.station);
	if (e)
		return e;
	if (!str_eq(c.a.state, "active"))
		return ERR_STALE;
	c.role = (struct staff_role){ in.role, c.station, NULL, in.from_on, in.until_on };
	return change_done(&c, db_tx(lend_give, &c), "lent");
}

enum err account_lend_end(struct rq *q)
{
	struct lend_end_in in;
	struct change c;
	enum err e = change_lent(q, &c);
	if (e)
		return e;
	if (!form_read(q, lend_end_in_fields, &in))
		return ERR_FORM;
	e = lend_station(&c, in.station);
	if (e)
		return e;
	c.role.role = in.role;
	return change_done(&c, db_tx(lend_end, &c), "lend_ended");
}

static enum err code_give(void *ctx)
{
	struct change *c = ctx;
	return staff_code_give(&c->by, c->a.id, c->word, &c->code);
}

/* Shown this once, so the answer is the page itself. */
enum err account_code(struct rq *q)
{
	struct code_in in;
	struct change c;
	enum err e = change_begin(q, &c);
	if (e)
		return e;
	if (form_read(q, code_in_fields, &in) && !str_in(in.kind, "password,second"))
		form_error(q, "kind", "unknown_code");
	if (!form_ok(q))
		return ERR_FORM;
	if (!str_eq(c.a.state, "active"))
		return ERR_STALE;
	c.word = in.kind;
	e = db_tx(code_give, &c);
	if (e == ERR_CHECK) {
		form_error(q, "kind", "two_givers");
		return ERR_FORM;
	}
	return e ? e : code_page(q, &c.a, in.kind, c.code);
}

enum err code_page(struct rq *q, const struct account *a, const char *kind, const char *code)
{
	put(q, "Code.ref", a->ref);
	put(q, "Code.name", a->name);
	put(q, "Code.login", a->login);
	put(q, "Code.kind", kind);
	put(q, "Code.code", code);
	put_int(q, "Code.hours", STAFF_CODE_HOURS);
	return page(q, "station/code.cs");
}

static enum err person_link(void *ctx)
{
	struct change *c = ctx;
	return staff_link(&c->by, c->a.id, &c->papers);
}

enum err papers_check(struct rq *q, const struct papers *p)
{
	enum err e = code_check(q, "id_type", "id_type", p->id_type);
	if (e)
		return e;
	const char *wrong = form_ok(q) ? papers_wrong(q->arena, p, actor_today(&q->actor)) : NULL;
	if (wrong)
		form_error(q, "id_no", wrong);
	if (!form_ok(q))
		return ERR_FORM;
	/* Whether a number is known here, and whose it is not, is not for trying out. */
	return throttle(q, "staff_papers", arena_fmt(q->arena, "%lld", (long long)q->staff), TRIES,
			WINDOW);
}

enum err papers_refused(struct rq *q, enum err e)
{
	if (e != ERR_CHECK && e != ERR_DUPLICATE)
		return e;
	form_error(q, "id_no", e == ERR_CHECK ? "other_name" : "has_account");
	return ERR_FORM;
}

enum err account_person(struct rq *q)
{
	struct person_in in;
	struct change c;
	enum err e = change_begin(q, &c);
	if (e)
		return e;
	if (!form_read(q, person_in_fields, &in))
		return ERR_FORM;
	if (c.a.person != DB_NONE)
		return ERR_STALE;
	c.papers = (struct papers){ c.a.name, in.id_type, in.id_no };
	e = papers_check(q, &c.papers);
	if (!e)
		e = papers_refused(q, db_tx(person_link, &c));
	return change_done(&c, e, "staff_linked");
}

static enum err sessions_end(void *ctx)
{
	struct change *c = ctx;
	enum err e = str_eq(c->word, "all") ? sessions_cut(&c->by, c->a.id, 0)
					    : session_cut(&c->by, c->a.id, c->word);
	return e ? e : audit(&c->by, "staff.sessions_end", "staff", c->a.id, NULL);
}

enum err account_sessions(struct rq *q)
{
	struct session_in in;
	struct change c;
	enum err e = change_begin(q, &c);
	if (e)
		return e;
	if (!form_read(q, session_in_fields, &in))
		return ERR_FORM;
	c.word = in.session;
	return change_done(&c, db_tx(sessions_end, &c), "sessions_ended");
}

static enum err state_set(void *ctx)
{
	struct change *c = ctx;
	return staff_set_state(&c->by, c->a.id, c->word);
}

static enum err account_state(struct rq *q, const char *state, const char *done)
{
	struct none_in in;
	struct change c;
	enum err e = change_mine(q, &c);
	if (e)
		return e;
	if (!form_read(q, none_in_fields, &in))
		return ERR_FORM;
	c.word = state;
	return change_done(&c, db_tx(state_set, &c), done);
}

enum err account_disable(struct rq *q)
{
	return account_state(q, "disabled", "staff_disabled");
}

enum err account_enable(struct rq *q)
{
	return account_state(q, "active", "staff_enabled");
}
