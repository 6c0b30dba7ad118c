/*
 * dispose.c - 报名处置: the applications for one project, or for one of its shifts, against its
 * places on one screen; what is ticked there is sent at once, and happens whole or not at all.
 */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "decision.h"
#include "form.h"
#include "manage.h"

#define DISPOSE(X, T, least) \
	X(T, LIST, accept, 0, 100) \
	X(T, LIST, wait, 0, 100) \
	X(T, LIST, refuse, 0, 100) X(T, LIST, drop, 0, 100) X(T, STR, reason, least, 200)
#define DISPOSE_IN(X, T)     DISPOSE(X, T, 0)
#define DISPOSE_WHY_IN(X, T) DISPOSE(X, T, 2)
FORM_DEFINE(dispose_in, DISPOSE_IN);
FORM_DEFINE(dispose_why_in, DISPOSE_WHY_IN);

/* A screen of people, as a page of any list has, and who stands beside them. */
enum { BADGES = 5, SCREEN = 50, PLACED = 60, QUEUED = 20 };
/* What a box sends for its row: enough of the uid to be nobody else's (decision.h). */
#define PICK "LEFT(LOWER(HEX(a.uid)), 12) AS pick"

static struct stmt shift_q = SQL(
	"SELECT b.id"
	"  FROM activity b"
	"  JOIN shift s ON s.activity_id = b.id"
	" WHERE b.no = ?"
	"   AND b.project_id = ?");
static struct stmt when_q = SQL(
	"SELECT no, title, starts_at, ends_at"
	"  FROM activity"
	" WHERE id = ?");
/* Where people stand who are to be decided, the project's own places first. */
static struct stmt screens_q = SQL(
	"SELECT b.no, b.title, b.starts_at, SUM(a.state = 'pending') AS pending,"
	"       SUM(a.state = 'waiting') AS waiting"
	"  FROM application a"
	"  LEFT JOIN activity b ON b.id = a.activity_id"
	" WHERE a.project_id = ?"
	"   AND a.state IN ('pending', 'waiting')"
	" GROUP BY a.shift_key"
	" ORDER BY b.starts_at, a.shift_key"
	" LIMIT 60");
static struct stmt places_q = SQL(
	"SELECT o.id AS seat, o.title, COALESCE(h.wanted, o.wanted) AS wanted,"
	"       COALESCE(h.taken, o.taken) AS taken,"
	"       COALESCE(h.wanted - h.taken, o.wanted - o.taken) AS places, o.min_age,"
	"       t.title AS training"
	"  FROM position o"
	"  LEFT JOIN shift h ON h.position_id = o.id AND h.activity_id = ?"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.project_id = ?"
	"   AND o.wanted > 0"
	"   AND (h.activity_id IS NOT NULL) = ?"
	" ORDER BY o.id"
	" LIMIT 60");
/* What holds on the day, and what the position asks for and is not there. */
static struct stmt pending_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS uid, " PICK ", o.id AS seat, a.applied_at, a.mode, n.name,"
	"       n.birth_on AS _birth_on, COALESCE(t.minutes, 0) AS _minutes, v.no_shows,"
	"       o.title AS position, o.min_age AS _min_age,"
	"       (SELECT GROUP_CONCAT(DISTINCT x.name ORDER BY x.name SEPARATOR '\n')"
	"       FROM qualification x WHERE x.person_id = a.person_id AND x.withdrawn_at IS NULL"
	"       AND (x.valid_until IS NULL OR x.valid_until >= ?)) AS _badges,"
	"       (SELECT y.title FROM training y WHERE y.id = o.training_id AND NOT EXISTS (SELECT 1"
	"       FROM qualification x WHERE x.person_id = a.person_id AND x.withdrawn_at IS NULL"
	"       AND (x.training_id = y.id OR x.name = y.qualifies)"
	"       AND (x.valid_until IS NULL OR x.valid_until >= ?))) AS lacks,"
	"       (SELECT w.words FROM person_note w WHERE w.person_id = a.person_id"
	"       AND w.station_id = a.station_id ORDER BY w.id DESC LIMIT 1) AS note"
	"  FROM application a"
	"  JOIN position o ON o.id = a.position_id"
	"  JOIN person n ON n.id = a.person_id"
	"  JOIN volunteer v ON v.person_id = a.person_id"
	"  LEFT JOIN volunteer_total t ON t.person_id = a.person_id"
	" WHERE a.project_id = ?"
	"   AND a.state = 'pending'"
	"   AND a.shift_key = ?"
	" ORDER BY a.id"
	" LIMIT ?");
#define PLACED_SQL(state) \
	"(SELECT LOWER(HEX(a.uid)) AS uid, " PICK ", a.state, a.line_no, a.offered_until, n.name," \
	" o.title AS position, COALESCE(t.minutes, 0) AS _minutes, a.position_id, a.id" \
	" FROM application a JOIN position o ON o.id = a.position_id JOIN person n ON" \
	" n.id = a.person_id LEFT JOIN volunteer_total t ON t.person_id = a.person_id" \
	" WHERE a.project_id = ? AND a.state " state " AND a.shift_key = ?" \
	" ORDER BY a.position_id, a.line_no, a.id LIMIT ?)"
static struct stmt placed_q = SQL(
	"SELECT uid, pick, state, line_no, offered_until, name, position, _minutes"
	"  FROM (" PLACED_SQL("IN ('accepted', 'offered')") " UNION ALL "
	PLACED_SQL("= 'waiting'") ") x"
	" ORDER BY state = 'waiting', position_id, line_no, id");
static struct stmt placed_n_q = SQL(
	"SELECT SUM(a.state = 'pending') AS pending, SUM(a.state = 'waiting') AS waiting,"
	"       SUM(a.state IN ('accepted', 'offered')) AS placed"
	"  FROM application a"
	" WHERE a.project_id = ?"
	"   AND a.state IN ('pending', 'waiting', 'accepted', 'offered')"
	"   AND a.shift_key = ?");
static struct stmt name_q = SQL(
	"SELECT name"
	"  FROM person"
	" WHERE id = ?");

struct screen {
	struct rq *q;
	struct home_row h;
	const char *shift; /* its number; "": the project's own places */
	int64_t activity;  /* 0: none */
};

static enum err screen_read(struct rq *q, struct screen *s)
{
	*s = (struct screen){ .q = q, .shift = str_or(query(q, "shift"), "") };
	enum err e = manage_home(q, &s->h);
	return e || !*s->shift ? e
			       : db_int(&shift_q, ARGS(A_(s->shift), A_(s->h.id)), &s->activity);
}

static void put_badges(struct rq *q, struct node *n)
{
	const char *all = str_or(node_get(n, "_badges"), "");
	struct node *list = node_child(n, "Badges");
	for (size_t i = 0; *all && i < BADGES; i++) {
		size_t len = strcspn(all, "\n");
		node_set(node_nth(q->arena, list, i), "name", arena_dup(q->arena, all, len));
		all += len + (all[len] != '\0');
	}
}

static void put_pending(struct rq *q, struct node *n)
{
	const char *birth = node_get(n, "_birth_on");
	int64_t least = node_get_int(n, "_min_age");
	int64_t age = birth ? age_on(birth, clock_day(q->arena, q->now)) : DB_NONE;
	node_int(n, "age", age);
	if (node_get(n, "_min_age") && age != DB_NONE && age < least)
		node_set(n, "young", "1");
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
	put_badges(q, n);
}

static enum err put_people(const struct screen *s)
{
	struct rq *q = s->q;
	const char *today = clock_day(q->arena, q->now);
	enum err e = put_query(
		q, "Pending", &pending_q,
		ARGS(A_(today), A_(today), A_(s->h.id), A_(s->activity), A_((int64_t)SCREEN)));
	if (!e)
		e = put_query(q, "Placed", &placed_q,
			      ARGS(A_(s->h.id), A_(s->activity), A_((int64_t)PLACED), A_(s->h.id),
				   A_(s->activity), A_((int64_t)QUEUED)));
	if (!e)
		e = put_one(q, "Total", &placed_n_q, ARGS(A_(s->h.id), A_(s->activity)));
	if (e)
		return e;
	struct node *total = put_list(q, "Total");
	int64_t pending = node_get_int(total, "pending");
	put_int(q, "PendingTotal", pending == DB_NONE ? 0 : pending);
	put(q, "More.placed", node_get_int(total, "placed") > PLACED ? "1" : NULL);
	put(q, "More.waiting", node_get_int(total, "waiting") > QUEUED ? "1" : NULL);
	put(q, "More.pending", pending > SCREEN ? "1" : NULL);
	for (struct node *n = node_first(put_list(q, "Pending")); n; n = node_next(n))
		put_pending(q, n);
	for (struct node *n = node_first(put_list(q, "Placed")); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
	return OK;
}

static enum err screen_page(const struct screen *s, int status)
{
	struct rq *q = s->q;
	int64_t shift = s->activity ? 1 : 0;
	enum err e = s->activity ? put_one(q, "Shift", &when_q, ARGS(A_(s->activity))) : OK;
	if (!e)
		e = put_query(q, "Screens", &screens_q, ARGS(A_(s->h.id)));
	if (!e)
		e = put_query(q, "Places", &places_q,
			      ARGS(A_(s->activity), A_(s->h.id), A_(shift)));
	if (!e)
		e = put_people(s);
	put(q, "ShiftNo", s->shift);
	return e        ? e
	       : status ? page_status(q, status, "recruit/dispose.cs")
			: page(q, "recruit/dispose.cs");
}

enum err dispose_show(struct rq *q)
{
	struct screen s;
	enum err e = screen_read(q, &s);
	return e ? e : screen_page(&s, 0);
}

/* The rows of one of the lists; each stands on this screen, and in one list only. */
static enum err dispose_rows(const struct screen *s, struct decision *d, const struct strs *uids,
			     const char *verb)
{
	for (size_t i = 0; i < uids->n; i++) {
		enum err e = decision_add(d, uids->v[i], verb);
		if (e == ERR_CHECK)
			form_error(s->q, NULL, "dispose_many");
		if (e)
			return e == ERR_CHECK ? ERR_FORM : e;
		const struct application_row *a = &d->v[d->n - 1].a;
		if (a->project != s->h.id ||
		    (a->activity == DB_NONE ? 0 : a->activity) != s->activity)
			return ERR_NOT_FOUND;
		for (size_t k = 0; k + 1 < d->n; k++)
			if (d->v[k].a.id == a->id) {
				form_error(s->q, NULL, "dispose_twice");
				return ERR_FORM;
			}
	}
	return OK;
}

/* Those that are no longer as the screen showed them are named, with what they are by now. */
static enum err dispose_gone(struct rq *q, const struct decision *d, size_t waited, bool *gone)
{
	*gone = false;
	for (size_t i = 0; i < d->n; i++) {
		const struct application_row *a = &d->v[i].a;
		const char *name;
		if (str_eq(a->state, i < waited ? "waiting" : "pending"))
			continue;
		enum err e = db_text(&name_q, ARGS(A_(a->person)), &name);
		if (e)
			return e;
		form_error_text(
			q, NULL,
			arena_fmt(q->arena, "%s%s%s", name, lang("recruit.dispose_gone"),
				  lang(arena_fmt(q->arena, "State.application.%s", a->state))));
		*gone = true;
	}
	return OK;
}

static enum err dispose_read(const struct screen *s, const struct dispose_in *in,
			     struct decision *d)
{
	*d = (struct decision){ .q = s->q, .reason = in->reason };
	enum err e = dispose_rows(s, d, &in->drop, "refuse");
	if (!e)
		e = dispose_rows(s, d, &in->refuse, "refuse");
	if (!e)
		e = dispose_rows(s, d, &in->accept, "accept");
	return e ? e : dispose_rows(s, d, &in->wait, "queue");
}

/* All that is ticked on the screen, or nothing. */
enum err dispose_save(struct rq *q)
{
	struct screen s;
	struct dispose_in in;
	struct dispose_why_in why;
	struct decision d;
	bool gone = false;
	enum err e = screen_read(q, &s);
	if (e)
		return e;
	if (!form_read(q, dispose_in_fields, &in))
		return ERR_FORM;
	if (in.refuse.n + in.drop.n && !form_read(q, dispose_why_in_fields, &why))
		return ERR_FORM;
	e = dispose_read(&s, &in, &d);
	if (!e && !d.n) {
		form_error(q, NULL, "choose");
		e = ERR_FORM;
	}
	if (!e)
		e = dispose_gone(q, &d, in.drop.n, &gone);
	if (!e && !gone) {
		e = decision_run(&d);
		/* Somebody was between the look and the deed: who, says another look. */
		if (e == ERR_STALE && !dispose_read(&s, &in, &d) &&
		    (dispose_gone(q, &d, in.drop.n, &gone) || !gone))
			return e;
	}
	if (gone)
		return screen_page(&s, 409);
	return e ? e
		 : see(q, "/recruit/manage/%s/dispose?done=disposed%s%s", arg(q, 0),
		       *s.shift ? "&shift=" : "", url_encode(q->arena, s.shift));
}
