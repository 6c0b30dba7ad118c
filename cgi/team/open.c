/* open.c - teams on the phone: which there are, one of them, joining and leaving, one's own, and
 * the leader's page. */
#include "code.h"
#include "form.h"
#include "secret.h"
#include "team.h"

#define SHOWN \
	"SELECT LOWER(HEX(t.uid)) AS uid, t.name, t.members, t.categories, t.field, s.name AS " \
	"station," \
	"       t.id AS _id" \
	"  FROM team t" \
	"  JOIN station s ON s.id = t.station_id"
static struct stmt all_q = SQL(
	SHOWN
	" WHERE t.state = 'approved'"
	"   AND (? = '' OR t.id < (SELECT x.id FROM team x WHERE x.uid = UNHEX(?)))"
	" ORDER BY t.id DESC"
	" LIMIT 21");
static struct stmt of_station_q = SQL(
	SHOWN
	" WHERE t.station_id = (SELECT x.id FROM station x WHERE x.no = ?)"
	"   AND t.state = 'approved'"
	"   AND (? = '' OR t.id < (SELECT x.id FROM team x WHERE x.uid = UNHEX(?)))"
	" ORDER BY t.id DESC"
	" LIMIT 21");
static struct stmt home_q = SQL(
	"SELECT no"
	"  FROM station"
	" WHERE id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS uid, t.name, t.kind, t.field, t.members, t.planned,"
	"       t.categories,"
	"       t.offers, t.needs, t.join_mode, t.address, t.contact_name,"
	"       t.contact_phone, t.intro,"
	"       t.state, t.reason, t.founded_on, s.name AS station"
	"  FROM team t"
	"  JOIN station s ON s.id = t.station_id"
	" WHERE t.id = ?");
static struct stmt projects_q = SQL(
	"SELECT no, title, starts_on, ends_on"
	"  FROM project"
	" WHERE team_id = ?"
	"   AND state = 'recruiting'"
	" ORDER BY id DESC"
	" LIMIT 20");
static struct stmt mine_q = SQL(
	"SELECT (SELECT m.role FROM team_member m WHERE m.team_id = ? AND m.person_id = ?"
	"       AND m.left_at IS NULL) AS role,"
	"       (SELECT a.asked_at FROM team_ask a WHERE a.team_id = ? AND a.open_person = ?)"
	"       AS asked_at, v.state"
	"  FROM volunteer v"
	" WHERE v.person_id = ?");
static struct stmt all_mine_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS uid, t.name, t.state, t.reason, m.role,"
	"       m.joined_at, t.members,"
	"       (SELECT COUNT(*) FROM team_ask a WHERE a.team_id = t.id AND a.state = 'asked'"
	"       AND t.leader_id = m.person_id) AS asks"
	"  FROM team_member m"
	"  JOIN team t ON t.id = m.team_id"
	" WHERE m.person_id = ?"
	"   AND m.left_at IS NULL"
	" ORDER BY m.joined_at DESC"
	" LIMIT 50");
static struct stmt all_asked_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS uid, t.name, a.state, a.asked_at"
	"  FROM team_ask a"
	"  JOIN team t ON t.id = a.team_id"
	" WHERE a.person_id = ?"
	"   AND a.state IN ('asked', 'refused')"
	" ORDER BY a.id DESC"
	" LIMIT 10");
static struct stmt ask_q = SQL(
	"INSERT INTO team_ask (uid, team_id, person_id, words, asked_at)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt withdraw_q = SQL(
	"UPDATE team_ask"
	"   SET state = 'withdrawn', decided_at = ?"
	" WHERE team_id = ?"
	"   AND open_person = ?");
/* To its leader: who asks and who is in, with the name. */
static struct stmt asks_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS uid, p.name, a.words, a.asked_at"
	"  FROM team_ask a"
	"  JOIN person p ON p.id = a.person_id"
	" WHERE a.team_id = ?"
	"   AND a.state = 'asked'"
	" ORDER BY a.id"
	" LIMIT 100");
static struct stmt members_q = SQL(
	"SELECT p.name, m.role, m.joined_at"
	"  FROM team_member m"
	"  JOIN person p ON p.id = m.person_id"
	" WHERE m.team_id = ?"
	"   AND m.left_at IS NULL"
	" ORDER BY m.role, m.joined_at"
	" LIMIT 500");

enum { PAGE_ROWS = 20 };

/* Codes of a row, as words. */
static void name_codes(struct rq *q, struct node *n)
{
	static const char *const words[][2] = { { "categories", "service_category" },
						{ "field", "team_field" },
						{ "kind", "team_kind" },
						{ "offers", "team_means" },
						{ "needs", "team_means" } };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *code = node_get(n, words[i][0]);
		if (code && *code)
			node_set(n, words[i][0], code_names(q->arena, words[i][1], code));
	}
}

/* Of one station, of the volunteer's own, or of all. */
enum err open_list(struct rq *q)
{
	const char *after = str_or(query(q, "after"), ""), *station = query(q, "station");
	enum err e = code_load();
	if (!e && !station && (q->who.roles & ROLE_VOLUNTEER))
		e = db_text(&home_q, ARGS(A_(q->station)), &station);
	if (!e)
		e = station && *station ? put_query(q, "Teams", &of_station_q,
						    ARGS(A_(station), A_(after), A_(after)))
					: put_query(q, "Teams", &all_q, ARGS(A_(after), A_(after)));
	if (e)
		return e;
	put(q, "Filter.station", station);
	put_next(q, "Teams", PAGE_ROWS, "uid");
	for (struct node *n = node_first(put_list(q, "Teams")); n; n = node_next(n))
		name_codes(q, n);
	return page(q, "team/open.cs");
}

static enum err put_mine(struct rq *q, const struct team_row *t)
{
	if (!(q->who.roles & ROLE_VOLUNTEER)) {
		put_int(q, "Can.sign_in", q->who.session_id ? DB_NONE : 1);
		return OK;
	}
	int64_t me = q->person;
	enum err e = put_one(q, "Mine", &mine_q,
			     ARGS(A_(t->id), A_(me), A_(t->id), A_(me), A_(me)));
	struct node *n = put_list(q, "Mine");
	bool in = !e && node_get(n, "role"), asked = !e && node_get(n, "asked_at");
	bool open = str_eq(t->state, "approved");
	put_int(q, "Can.join", open && !in && !asked && !str_eq(t->join_mode, "3") ? 1 : DB_NONE);
	put_int(q, "Can.leave", (in && t->leader != me) || asked ? 1 : DB_NONE);
	put_int(q, "Can.lead", in && t->leader == me && !q->proxy ? 1 : DB_NONE);
	return e;
}

enum err open_show(struct rq *q)
{
	struct team_row t;
	enum err e = team_at_large(q, &t);
	if (!e)
		e = code_load();
	if (!e)
		e = put_one(q, "Team", &show_q, ARGS(A_(t.id)));
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(t.id)));
	if (!e)
		e = put_mine(q, &t);
	if (!e)
		e = put_station(q, t.station);
	if (e)
		return e;
	name_codes(q, put_list(q, "Team"));
	return page(q, "team/one.cs");
}

#define JOIN_IN(X, T) X(T, STR, words, 0, 200)
FORM_DEFINE(join_in, JOIN_IN);

struct joining {
	struct rq *q;
	struct team_row t;
	const char *words;
};

/* Whoever may come without a question is in; the others wait for the leader or the station. */
static enum err joined(void *ctx)
{
	const struct joining *j = ctx;
	struct rq *q = j->q;
	int64_t id = 0;
	if (str_eq(j->t.join_mode, "2"))
		return team_take(&q->actor, j->t.id, q->person);
	return audited(&q->actor, &ask_q,
		       ARGS(A_(secret_uid(q->arena)), A_(j->t.id), A_(q->person),
			    A_(str_or(j->words, "")), A_(actor_time(&q->actor))),
		       "team.ask", "team_ask", &id);
}

static const char *join_refused(struct rq *q, const struct team_row *t)
{
	struct node *n = put_list(q, "Mine");
	if (!str_eq(t->state, "approved"))
		return "not_open";
	if (node_get(n, "role"))
		return "member_already";
	if (str_eq(t->join_mode, "3"))
		return "takes_nobody";
	return str_eq(node_get(n, "state"), "active") ? NULL : "not_active";
}

enum err open_join(struct rq *q)
{
	struct join_in in;
	struct joining j = { .q = q };
	enum err e = team_at_large(q, &j.t);
	if (!e && !form_read(q, join_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = put_mine(q, &j.t);
	if (e)
		return e;
	const char *why = join_refused(q, &j.t);
	if (why) {
		form_error(q, NULL, why);
		return ERR_FORM;
	}
	j.words = in.words;
	e = db_tx(joined, &j);
	/* Pressed twice: the first request stands. */
	if (e == ERR_DUPLICATE)
		e = OK;
	return e ? e
		 : see(q, "/team/t/%s?done=%s", arg(q, 0),
		       str_eq(j.t.join_mode, "2") ? "joined" : "asked");
}

static enum err left(void *ctx)
{
	const struct joining *j = ctx;
	struct rq *q = j->q;
	int64_t asked;
	enum err e = db_affect(&withdraw_q,
			       ARGS(A_(actor_time(&q->actor)), A_(j->t.id), A_(q->person)), &asked);
	if (!e && asked)
		return audit(&q->actor, "team.withdraw", "team", j->t.id, NULL);
	return e ? e : team_drop(&q->actor, j->t.id, q->person);
}

enum err open_leave(struct rq *q)
{
	struct joining j = { .q = q };
	enum err e = team_at_large(q, &j.t);
	if (!e && j.t.leader == q->person) {
		form_error(q, NULL, "leader_stays");
		e = ERR_FORM;
	}
	if (!e)
		e = db_tx(left, &j);
	return e ? e : see(q, "/team/t/%s?done=left", arg(q, 0));
}

enum err open_mine(struct rq *q)
{
	enum err e = put_query(q, "Teams", &all_mine_q, ARGS(A_(q->person)));
	if (!e)
		e = put_query(q, "Asked", &all_asked_q, ARGS(A_(q->person)));
	if (!e)
		e = put_station(q, q->station);
	return e ? e : page(q, "team/mine.cs");
}

enum err lead_show(struct rq *q)
{
	struct team_row t;
	enum err e = team_as_leader(q, &t);
	if (!e)
		e = put_query(q, "Asks", &asks_q, ARGS(A_(t.id)));
	if (!e)
		e = put_query(q, "Members", &members_q, ARGS(A_(t.id)));
	if (!e)
		e = put_station(q, t.station);
	if (e)
		return e;
	put(q, "Team.uid", arg(q, 0));
	put(q, "Team.name", t.name);
	return page(q, "team/lead.cs");
}

static enum err lead_answer(struct rq *q, const char *state, const char *done)
{
	struct team_row t;
	enum err e = team_as_leader(q, &t);
	if (!e && !str_eq(t.state, "approved"))
		e = ERR_STALE;
	if (!e)
		e = team_answer(q, &t, state);
	return e ? e : see(q, "/team/t/%s/lead?done=%s", arg(q, 0), done);
}

enum err lead_accept(struct rq *q)
{
	return lead_answer(q, "accepted", "member_added");
}

enum err lead_refuse(struct rq *q)
{
	return lead_answer(q, "refused", "ask_refused");
}
