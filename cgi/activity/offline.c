/*
 * offline.c - where there is no network: the leader's phone takes the codes of the activity
 * along, shows them by its own clock, and notes who came and went; what it noted is handed in
 * later and stays marked.
 *
 * Such codes are others than those of the screen, so that what rests on them is known for good:
 * whoever holds them could hand them on beforehand, and a reviewer should know that.
 */
#include <stdlib.h>
#include <string.h>

#include "activity.h"
#include "clock.h"
#include "config.h"
#include "rules.h"
#include "safeguard.h"
#include "secret.h"
#include "staff.h"
#include "states.h"

#define SCANS_IN(X, T) X(T, LIST, scan, 1, 1000)
FORM_DEFINE(scans_in, SCANS_IN);

enum { EARLY_STEPS = 240, LATE_STEPS = 480, DAY_STEPS = 5760, REF_MAX = 24, MAC_TEXT = 20 };
#define STEP_MOST (INT64_MAX / STEP_SECONDS)

static struct stmt roster_q = SQL(
	"SELECT v.no, p.name, i.at AS came, t.at AS left_at"
	"  FROM roster o"
	"  JOIN volunteer v ON v.person_id = o.person_id"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	"   AND v.no IS NOT NULL"
	" ORDER BY o.role, o.id"
	" LIMIT 500");
static struct stmt person_q = SQL(
	"SELECT o.person_id"
	"  FROM roster o"
	"  JOIN volunteer v ON v.person_id = o.person_id"
	" WHERE o.activity_id = ?"
	"   AND v.no = ?"
	"   AND o.state = 'on'");
static struct stmt add_q = SQL(
	"INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method,"
	"       step, offline, uploaded_at, recorded_by, leader_id)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)");
static struct stmt times_q = SQL(
	"SELECT UNIX_TIMESTAMP(i.at), UNIX_TIMESTAMP(t.at),"
	"       COALESCE(t.recorded_by, i.recorded_by)"
	"  FROM attendance i"
	"  JOIN attendance t ON t.activity_id = i.activity_id AND t.person_id = i.person_id"
	"       AND t.direction = 'out'"
	" WHERE i.activity_id = ?"
	"   AND i.person_id = ?"
	"   AND i.direction = 'in'");
static struct stmt told_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state IN " RECORD_COUNTS);

/* The codes of one direction, from an hour before the start to two hours after the end,
 * without gaps. */
static const char *offline_codes(struct rq *q, const struct act *a, const char *direction,
				 int64_t first, int64_t n)
{
	struct buf b = { .arena = q->arena };
	for (int64_t i = 0; i < n; i++)
		buf_str(&b, token_offline(q, a, direction, first + i));
	return b.p;
}

static const char *offline_digits(struct rq *q, const struct act *a, const char *direction,
				  int64_t first, int64_t n)
{
	struct buf b = { .arena = q->arena };
	for (int64_t i = 0; i < n; i++)
		buf_str(&b, token_offline_digits(q, a, direction, first + i));
	return b.p;
}

struct taking {
	struct rq *q;
	struct act a;
};

static enum err offline_taken(void *ctx)
{
	struct taking *t = ctx;
	return audit(&t->q->actor, "activity.offline_codes", "activity", t->a.id, NULL);
}

/* A POST, since it is a deed that is remembered: these codes are worth something. */
enum err offline_take(struct rq *q)
{
	struct taking t = { .q = q };
	struct act *a = &t.a;
	enum err e = act_led(q, a);
	if (!e && (!a->secret.p || !str_in(a->state, "published,running")))
		e = ERR(ERR_STALE, "activity is %s", a->state);
	if (!e)
		e = put_activity(q, a->id);
	if (!e)
		e = put_query(q, "People", &roster_q, ARGS(A_(a->id)));
	if (!e)
		e = db_tx(offline_taken, &t);
	if (e)
		return e;
	int64_t first = a->start / STEP_SECONDS - EARLY_STEPS;
	int64_t n = a->end / STEP_SECONDS + LATE_STEPS - first;
	n = n > DAY_STEPS ? DAY_STEPS : n;
	put_int(q, "Codes.first", first);
	put_int(q, "Codes.steps", n);
	put_int(q, "Codes.now", q->now);
	put(q, "Codes.address", arena_fmt(q->arena, "%s/activity/c/", cfg.base_url));
	put(q, "Codes.in", offline_codes(q, a, "in", first, n));
	put(q, "Codes.out", offline_codes(q, a, "out", first, n));
	put(q, "Codes.in_digits", offline_digits(q, a, "in", first, n));
	put(q, "Codes.out_digits", offline_digits(q, a, "out", first, n));
	return page(q, "activity/offline.cs");
}

/* The page opened again by its address: with the network off the phone shows what it kept, with the
 * network on the codes are taken anew. */
enum err offline_back(struct rq *q)
{
	struct act a;
	enum err e = act_led(q, &a);
	return e          ? e
	       : q->staff ? see(q, "/activity/manage/%s/board", a.no)
			  : see(q, "/activity/%s", a.no);
}

struct scan {
	struct rq *q;
	const struct act *a;
	const char *no, *direction, *mac;
	int64_t step, person;
	const char *fault;
};

/* "V2600100001_i_6a8f2c1_<code>" */
static bool scan_parse(struct scan *s, const char *text)
{
	const char *dash = strchr(text, '_');
	char *end;
	if (!dash || dash - text > REF_MAX || (dash[1] != 'i' && dash[1] != 'o') || dash[2] != '_')
		return false;
	s->no = arena_dup(s->q->arena, text, (size_t)(dash - text));
	s->direction = dash[1] == 'i' ? "in" : "out";
	s->step = strtoll(dash + 3, &end, 16);
	s->mac = end + (*end == '_');
	return *end == '_' && s->step > 0 && s->step < STEP_MOST && strlen(s->mac) == MAC_TEXT;
}

static enum err scan_times(void *ctx, const struct row *r)
{
	int64_t *times = ctx;
	times[0] = r->cells[0].i;
	times[1] = r->cells[1].i;
	times[2] = r->cells[2].i;
	return OK;
}

/* Once both are known, in whatever order they were handed in. Whoever handed in is the logger; a
 * volunteer who leads is named as the leader. */
static enum err scan_leave(struct scan *s)
{
	bool leads = !s->q->staff && s->q->person != s->person;
	struct record_new n = { .activity_id = s->a->id,
				.person_id = s->person,
				.leader_id = leads ? s->q->person : DB_NONE,
				.offline = true };
	int64_t told, id, times[3] = { 0, 0, DB_NONE };
	enum err e = db_int(&told_q, ARGS(A_(s->a->id), A_(s->person)), &told);
	if (!e)
		e = db_each(&times_q, ARGS(A_(s->a->id), A_(s->person)), scan_times, times);
	if (e || told || !times[1])
		return e;
	struct rules_span seen = { times[0], times[1] }, served;
	if (!rules_clip(seen, (struct rules_span){ s->a->start, s->a->end }, &served)) {
		s->fault = "empty";
		return OK;
	}
	n.starts = served.from;
	n.ends = served.to;
	n.logger_id = s->q->staff ? s->q->staff : times[2];
	e = evidence_of(&n);
	if (!e)
		e = record_add(&s->q->actor, &n, &s->fault, &id);
	if (e == ERR_CHECK)
		return OK;
	return e ? e : record_flag(&s->q->actor, s->a->id);
}

static enum err scan_note(void *ctx)
{
	struct scan *s = ctx;
	struct rq *q = s->q;
	bool staff = q->staff != 0;
	int64_t me = q->person;
	s->fault = NULL;
	enum err e = staff ? staff_person(q->staff, &me) : OK;
	if (e)
		return e;
	/* Of oneself by the own phone: their word, as at the screen. */
	bool own = me == s->person;
	e = db_exec(&add_q,
		    ARGS(A_(secret_uid(q->arena)), A_(s->a->id), A_(s->person),
			 A_(s->a->station_id), A_(s->direction),
			 A_(clock_time(q->arena, s->step * STEP_SECONDS)),
			 A_(own ? "self" : "scan"), A_(s->step), A_(clock_time(q->arena, q->now)),
			 A_(staff ? q->staff : DB_NONE), A_(staff ? DB_NONE : q->person)),
		    NULL);
	if (!e)
		e = audit(&q->actor, "attendance.offline", "activity", s->a->id, s->direction);
	return e ? e : scan_leave(s);
}

/* Why this one does not count; NULL: it may. */
static const char *scan_fault(const struct scan *s)
{
	int64_t at = s->step * STEP_SECONDS;
	if (strcmp(s->mac, token_offline(s->q, s->a, s->direction, s->step)) != 0)
		return "bad_code";
	if (at > s->q->now + STEP_SECONDS)
		return "future";
	if (!rules_of_the_day((struct rules_span){ s->a->start, s->a->end }, at))
		return "other_day";
	if (str_eq(s->direction, "in") && at >= s->a->end)
		return "too_late";
	return NULL;
}

static enum err scan_take(struct scan *s, const char *text, const char **result)
{
	bool kin = false;
	if (!scan_parse(s, text)) {
		*result = "bad_code";
		return OK;
	}
	*result = scan_fault(s);
	if (*result)
		return OK;
	enum err e = db_int(&person_q, ARGS(A_(s->a->id), A_(s->no)), &s->person);
	if (e == ERR_NOT_FOUND) {
		*result = "not_on_roster";
		return OK;
	}
	if (!e)
		e = record_kin(&s->q->actor, s->person, &kin);
	if (kin) {
		*result = "kin";
		return e;
	}
	if (!e && str_eq(s->direction, "in")) {
		e = safe(
			&(struct safe_ask){ .activity = s->a->id,
					    .person = s->person,
					    .at = clock_time(s->q->arena, s->step * STEP_SECONDS) },
			result);
		if (e || *result)
			return e;
	}
	if (!e)
		e = db_tx(scan_note, s);
	/* Handed in before, or the person's own phone was quicker. */
	*result = e == ERR_DUPLICATE ? "already" : s->fault ? s->fault : "taken";
	return e == ERR_DUPLICATE ? OK : e;
}

/* Each for itself: one that does not count keeps no other back. */
enum err offline_give(struct rq *q)
{
	struct scans_in in;
	struct act a;
	enum err e = act_led(q, &a);
	if (!e && (!a.secret.p || !str_in(a.state, "published,running,recording,notice")))
		e = ERR(ERR_STALE, "activity is %s", a.state);
	if (!e)
		e = put_activity(q, a.id);
	if (e)
		return e;
	if (!form_read(q, scans_in_fields, &in))
		return page(q, "activity/offline_done.cs");
	struct node *list = put_list(q, "Results");
	for (size_t i = 0; !e && i < in.scan.n; i++) {
		struct scan s = { .q = q, .a = &a };
		const char *result;
		e = scan_take(&s, in.scan.v[i], &result);
		struct node *n = node_item(list);
		node_set(n, "scan", in.scan.v[i]);
		node_set(n, "no", s.no);
		node_set(n, "direction", s.direction);
		node_set(n, "result", result);
	}
	return e ? e : page(q, "activity/offline_done.cs");
}
