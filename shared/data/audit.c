/* audit.c - the audit trail, the one way states change, and the printed numbers. */
#include "audit.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "ids.h"

#define ADD \
	"INSERT INTO audit (actor_kind, actor_id, station_id, action, target, target_id, detail," \
	"       request_id, proxy_id)" \
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
static struct stmt add_q = SQL(
	ADD);
static struct stmt add_last_q = SQL(
	"BEGIN NOT ATOMIC " ADD "; COMMIT; END");
static struct stmt add_many_q = SQL(
	"INSERT INTO audit (actor_kind, actor_id, station_id, action, target, target_id, detail,"
	"       request_id, proxy_id)"
	" SELECT ?, ?, ?, ?, ?, k.id, ?, ?, ?"
	"  FROM " IDS);
static struct stmt changed_q = SQL(
	"INSERT INTO audit_change (audit_id, field, was, became)"
	" SELECT id, ?, ?, ?"
	"  FROM audit"
	" WHERE target = ?"
	"   AND target_id = ?"
	" ORDER BY id DESC"
	" LIMIT 1");
static struct stmt changed_row_q = SQL(
	"INSERT INTO audit_change (audit_id, field, label, was, became)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt look_q = SQL(
	"INSERT INTO unmask (at, staff_id, person_id, field, purpose)"
	" VALUES (?, ?, ?, ?, ?)");
/* LAST_INSERT_ID(x) hands the drawn serial back; the row's first serial, 1, comes as 0. */
static struct stmt draw_q = SQL(
	"INSERT INTO serial (kind, station_id, year, next_no)"
	" VALUES (?, ?, ?, 2)"
	"    ON DUPLICATE KEY UPDATE next_no = LAST_INSERT_ID(next_no) + 1");
static struct stmt station_no_q = SQL(
	"SELECT no"
	"  FROM station"
	" WHERE id = ?");

int64_t audit_id(int64_t id)
{
	return id ? id : DB_NONE;
}

/* Zeros in a request's number say that there was none. */
struct bytes audit_request(const struct actor *by)
{
	static const uint8_t none[sizeof(by->request)];
	struct bytes id = { by->request, sizeof(by->request) };
	return memcmp(id.p, none, id.n) ? id : (struct bytes){ NULL, 0 };
}

enum err audit(const struct actor *by, const char *action, const char *target, int64_t target_id,
	       const char *detail)
{
	struct args a = ARGS(A_(actor_kind(by)), A_(actor_id(by)), A_(audit_id(by->station)),
			     A_(action), A_(target), A_(audit_id(target_id)), A_(detail),
			     A_(audit_request(by)), A_(audit_id(by->proxy)));
	int64_t row;
	if (!by->also || !str_in(action, by->also->action))
		return db_exec_last(&add_q, &add_last_q, a);
	enum err e = db_exec(&add_q, a, &row);
	return e ? e : by->also->note(by->also, target, target_id, row);
}

enum err audit_changed(const char *target, int64_t target_id, const char *field, const char *was,
		       const char *became)
{
	return db_change(&changed_q,
			 ARGS(A_(field), A_(was), A_(became), A_(target), A_(target_id)));
}

enum err audit_changed_row(int64_t row, const char *field, const char *label, const char *was,
			   const char *became)
{
	return db_exec(&changed_row_q, ARGS(A_(row), A_(field), A_(label), A_(was), A_(became)),
		       NULL);
}

enum err audit_many(const struct actor *by, const char *action, const char *target, const char *ids,
		    const char *detail)
{
	return db_exec(&add_many_q,
		       ARGS(A_(actor_kind(by)), A_(actor_id(by)), A_(audit_id(by->station)),
			    A_(action), A_(target), A_(detail), A_(audit_request(by)),
			    A_(audit_id(by->proxy)), A_(ids)),
		       NULL);
}

enum err audit_look(const struct actor *by, int64_t person, const char *field, const char *purpose)
{
	return db_exec(&look_q,
		       ARGS(A_(actor_time(by)), A_(by->staff), A_(person), A_(field), A_(purpose)),
		       NULL);
}

struct audited {
	const struct actor *by;
	struct stmt *s;
	struct args a;
	const char *action, *target;
	int64_t was, id;
};

static enum err audited_now(void *ctx)
{
	struct audited *c = ctx;
	c->id = c->was;
	enum err e = c->was ? db_change(c->s, c->a) : db_exec(c->s, c->a, &c->id);
	return e ? e : audit(c->by, c->action, c->target, c->id, NULL);
}

enum err audited(const struct actor *by, struct stmt *s, struct args a, const char *action,
		 const char *target, int64_t *id)
{
	struct audited c = { by, s, a, action, target, *id, 0 };
	enum err e = db_in_tx() ? audited_now(&c) : db_tx(audited_now, &c);
	if (!e)
		*id = c.id;
	return e;
}

const struct move *move_find(const struct machine *m, const char *verb, const char *from)
{
	for (const struct move *v = m->moves; v->verb; v++)
		if (str_eq(v->verb, verb) && str_eq(v->from, from))
			return v;
	return NULL;
}

struct moving {
	const struct actor *by;
	const struct machine *m;
	const struct move *v;
	int64_t id;
};

static enum err move_now(void *ctx)
{
	const struct moving *c = ctx;
	char action[64], detail[64];
	int64_t station = audit_id(c->by->station);
	enum err e = db_change(c->m->set,
			       ARGS(A_(c->v->to), A_(c->id), A_(c->v->from), A_(station)));
	if (e)
		return e;
	(void)snprintf(action, sizeof(action), "%s.%s", c->m->what, c->v->verb);
	(void)snprintf(detail, sizeof(detail), "%s > %s", c->v->from, c->v->to);
	return audit(c->by, action, c->m->what, c->id, detail);
}

enum err move_to(const struct actor *by, const struct machine *m, const char *verb, int64_t id,
		 const char *from)
{
	struct moving c = { by, m, move_find(m, verb, from), id };
	if (!c.v)
		return ERR(ERR_STALE, "%s.%s", m->what, verb);
	/* A change and its audit row stand or fall together. */
	return db_in_tx() ? move_now(&c) : db_tx(move_now, &c);
}

enum err number_next(const struct actor *by, char letter, int64_t station_id, const char **no)
{
	int64_t serial = 0, station_no = 0;
	int year = clock_year(by->now);
	const char *kind = arena_dup(by->arena, &letter, 1);
	enum err e = db_exec(&draw_q, ARGS(A_(kind), A_(station_id), A_(year)), &serial);
	if (!e)
		e = db_int(&station_no_q, ARGS(A_(station_id)), &station_no);
	if (e)
		return e;
	*no = arena_fmt(by->arena, "%c%02d%03lld%05lld", letter, year % 100, (long long)station_no,
			(long long)(serial ? serial : 1));
	return OK;
}
