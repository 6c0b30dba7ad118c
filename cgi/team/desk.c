/* desk.c - teams at the desk: the ledger 队伍台账, and the page of one. */
#include "clock.h"
#include "code.h"
#include "history.h"
#include "list.h"
#include "team.h"

#define LEDGER_COLS(C) \
	C(TEXT, name, "t.name", "") \
	C(CODE, kind, "t.kind", "team_kind") \
	C(CODE, field, "t.field", "team_field") \
	C(CODE, categories, "t.categories", "service_category") \
	C(INT, members, "t.members", "") \
	C(TEXT, leader, "l.name", "") \
	C(TEXT, contact, "t.contact_name", "") \
	C(TEXT, phone, "t.contact_phone", "") \
	C(CODE, stage, "t.stage", "team_stage") \
	C(DAY, founded_on, "t.founded_on", "") \
	C(WORD, state, "t.state", "State.team") \
	C(TEXT, uid, "LOWER(HEX(t.uid))", "")
#define LEDGER_TABLE "team t"
#define LEDGER_JOINS "  LEFT JOIN person l ON l.id = t.leader_id"
#define LEDGER_WHERE "t.station_id = ?"
#define LEDGER_FILTERS(F) \
	F(WORD, state, "t.state = ?") \
	F(WORD, kind, "t.kind = ?") \
	F(WORD, field, "t.field = ?") \
	F(WORD, category, "FIND_IN_SET(?, t.categories)") \
	F(WORD, stage, "t.stage = ?") \
	F(FIND, q, "t.name LIKE ?")
#define LEDGER_WAYS(S, L) \
	S(L, state, any, "t.id", "team_station") \
	S(L, state, state, "t.id", "team_list") \
	S(L, name, any, "t.name", "team_name") \
	S(L, members, any, "t.members", "team_members")
#define LEDGER_ID "t.id"
LIST_DEFINE(LEDGER);
static const struct list ledger = LIST(LEDGER, "Teams", "team.Ledger");

static struct stmt show_q = SQL(
	"SELECT t.id AS _id, LOWER(HEX(t.uid)) AS uid, t.name, t.kind, t.org_kind, t.field,"
	"       t.stage, t.approver_org, t.registrar, t.uscc, t.founded_on, t.address,"
	"       t.planned, t.members,"
	"       t.categories, t.offers, t.needs, t.join_mode, t.contact_name, t.contact_phone,"
	"       t.intro, t.state, t.reason, t.created_at, t.decided_at, l.name AS leader,"
	"       v.no AS leader_no, m.name AS made_by, d.name AS decided_by,"
	"       LOWER(HEX(o.uid)) AS parent, o.name AS parent_name"
	"  FROM team t"
	"  LEFT JOIN team o ON o.id = t.parent_id"
	"  LEFT JOIN person l ON l.id = t.leader_id"
	"  LEFT JOIN volunteer v ON v.person_id = t.leader_id"
	"  LEFT JOIN staff m ON m.id = t.made_by"
	"  LEFT JOIN staff d ON d.id = t.decided_by"
	" WHERE t.id = ?");
/* Registered ones that a group may join; those that joined this one. */
static struct stmt parents_q = SQL(
	"SELECT LOWER(HEX(uid)) AS code, name"
	"  FROM team"
	" WHERE station_id = ?"
	"   AND state = 'approved'"
	"   AND kind <> '1'"
	"   AND id <> ?"
	" ORDER BY id DESC"
	" LIMIT 60");
static struct stmt joined_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, name, members, state"
	"  FROM team"
	" WHERE parent_id = ?"
	" ORDER BY id"
	" LIMIT 100");
/* Members from elsewhere stay masked: their stations know them. */
static struct stmt members_q = SQL(
	"SELECT LOWER(HEX(p.uid)) AS ref, IF(v.station_id = ?, p.name, NULL) AS name,"
	"       IF(v.station_id = ?, NULL, p.name) AS _elsewhere, v.no, m.role, m.joined_at,"
	"       v.served_minutes AS minutes"
	"  FROM team_member m"
	"  JOIN volunteer v ON v.person_id = m.person_id"
	"  JOIN person p ON p.id = m.person_id"
	" WHERE m.team_id = ?"
	"   AND m.left_at IS NULL"
	" ORDER BY m.role, m.joined_at"
	" LIMIT 500");
static struct stmt asks_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS uid, IF(v.station_id = ?, p.name, NULL) AS name,"
	"       IF(v.station_id = ?, NULL, p.name) AS _elsewhere, v.no, a.words, a.asked_at"
	"  FROM team_ask a"
	"  JOIN volunteer v ON v.person_id = a.person_id"
	"  JOIN person p ON p.id = a.person_id"
	" WHERE a.team_id = ?"
	"   AND a.state = 'asked'"
	" ORDER BY a.id"
	" LIMIT 100");
static struct stmt course_q = SQL(
	"SELECT h.given_on, k.name AS help, g.name AS stage, h.amount_fen, h.words, s.name AS staff"
	"  FROM team_help h"
	"  JOIN staff s ON s.id = h.staff_id"
	"  LEFT JOIN code_item k ON k.list = 'team_help' AND k.code = h.kind"
	"  LEFT JOIN code_item g ON g.list = 'team_stage' AND g.code = h.stage"
	" WHERE h.team_id = ?"
	" ORDER BY h.given_on DESC, h.id DESC"
	" LIMIT 100");
static struct stmt projects_q = SQL(
	"SELECT no, title, state, starts_on, ends_on"
	"  FROM project"
	" WHERE team_id = ?"
	" ORDER BY id DESC"
	" LIMIT 20");
/* Of this year: what the team did, and what was said of those who did it. */
static struct stmt year_q = SQL(
	"SELECT COUNT(*) AS activities, COALESCE(SUM(c.recorded), 0) AS turns,"
	"       COALESCE(SUM(c.effective_minutes), 0) AS minutes"
	"  FROM activity a"
	"  JOIN activity_count c ON c.activity_id = a.id"
	" WHERE a.team_id = ?"
	"   AND a.starts_at >= ?"
	"   AND a.state NOT IN ('draft', 'cancelled')");
static struct stmt marks_q = SQL(
	"SELECT COUNT(*) AS n, ROUND(AVG(score_a), 1) AS punctual, ROUND(AVG(score_b), 1) AS kind,"
	"       ROUND(AVG(score_c), 1) AS able"
	"  FROM (SELECT e.score_a, e.score_b, e.score_c"
	"          FROM activity a"
	"          JOIN evaluation e ON e.activity_id = a.id AND e.direction = 'of_volunteer'"
	"         WHERE a.team_id = ?"
	"           AND a.starts_at >= ?"
	"         LIMIT 1000) x");

enum err team_list(struct rq *q)
{
	enum err e = put_team_codes(q);
	return e ? e : list_page(q, &ledger, ARGS(A_(q->station)), "team/list.cs");
}

/* Codes of the team's own columns, as words. */
static void put_team_words(struct rq *q, struct node *t)
{
	static const char *const words[][2] = {
		{ "kind", "team_kind" },      { "org_kind", "org_kind" },
		{ "field", "team_field" },    { "stage", "team_stage" },
		{ "join_mode", "join_mode" }, { "categories", "service_category" },
		{ "offers", "team_means" },   { "needs", "team_means" },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *code = node_get(t, words[i][0]);
		if (code && *code)
			node_set(t, arena_fmt(q->arena, "%s_name", words[i][0]),
				 code_names(q->arena, words[i][1], code));
	}
}

/* Names of those at home elsewhere are masked. */
static void mask_elsewhere(struct rq *q, const char *list)
{
	for (struct node *n = node_first(put_list(q, list)); n; n = node_next(n)) {
		const char *name = node_get(n, "_elsewhere");
		if (name)
			node_set(n, "name", mask_name(q->arena, name));
		if (node_get(n, "minutes"))
			node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	}
}

static enum err put_team_year(struct rq *q, int64_t team)
{
	const char *today = clock_day(q->arena, q->now);
	const char *from = arena_fmt(q->arena, "%.4s-01-01", today);
	enum err e = put_one(q, "Year", &year_q, ARGS(A_(team), A_(from)));
	if (!e)
		e = put_one(q, "Marks", &marks_q, ARGS(A_(team), A_(from)));
	if (!e)
		put(q, "Year.hours",
		    hours_text(q->arena, node_get_int(put_list(q, "Year"), "minutes")));
	return e;
}

static void put_team_acts(struct rq *q, const struct team_row *t)
{
	bool may_decide = may(q, ROLE_REVIEWER | ROLE_MANAGER);
	bool own = t->made_by == q->staff;
	put_int(q, "Can.decide", may_decide && !own && str_eq(t->state, "pending") ? 1 : DB_NONE);
	put_int(q, "Can.own", may_decide && own && str_eq(t->state, "pending") ? 1 : DB_NONE);
	put_int(q, "Can.stop", may_decide && str_eq(t->state, "approved") ? 1 : DB_NONE);
	put_int(q, "Can.resume", may_decide && str_eq(t->state, "stopped") ? 1 : DB_NONE);
	put_int(q, "Can.members", str_eq(t->state, "approved") ? 1 : DB_NONE);
	put_int(q, "Can.edit", !str_eq(t->state, "refused") ? 1 : DB_NONE);
}

enum err team_show(struct rq *q)
{
	struct team_row t;
	struct args of;
	enum err e = team_at_desk(q, &t);
	if (!e)
		e = put_team_codes(q);
	of = ARGS(A_(t.id));
	if (!e)
		e = put_one(q, "Team", &show_q, of);
	if (!e)
		e = put_query(q, "Members", &members_q,
			      ARGS(A_(q->station), A_(q->station), A_(t.id)));
	if (!e)
		e = put_query(q, "Asks", &asks_q, ARGS(A_(q->station), A_(q->station), A_(t.id)));
	if (!e)
		e = put_query(q, "Course", &course_q, of);
	if (!e)
		e = put_query(q, "Projects", &projects_q, of);
	if (!e)
		e = put_query(q, "Parents", &parents_q, ARGS(A_(q->station), A_(t.id)));
	if (!e)
		e = put_query(q, "Joined", &joined_q, of);
	if (!e)
		e = put_team_year(q, t.id);
	if (!e)
		e = history_put(q, "team", t.id);
	if (e)
		return e;
	put_team_words(q, put_list(q, "Team"));
	mask_elsewhere(q, "Members");
	mask_elsewhere(q, "Asks");
	put_team_acts(q, &t);
	return page(q, "team/show.cs");
}
