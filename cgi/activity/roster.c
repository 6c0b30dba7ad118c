/* roster.c - who is on duty: one by number or name, or all whom the project took on. */
#include "roster.h"

#include <string.h>

#include "application.h"
#include "ask.h"
#include "clock.h"
#include "duty.h"
#include "record.h"
#include "safeguard.h"
#include "text.h"

#define ROSTER_IN(X, T) \
	X(T, STR, volunteer_no, 1, 60) \
	X(T, STR, duty, 0, 60) \
	X(T, NAME, company, 0, 60) \
	X(T, FLAG, anyway, 0, 1)
FORM_DEFINE(roster_in, ROSTER_IN);
#define REMOVE_IN(X, T) X(T, CODE, volunteer_no, 1, 32)
FORM_DEFINE(remove_in, REMOVE_IN);

static struct stmt add_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id, duty, company, added_by,"
	"       added_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE added_at = IF(state = 'on', added_at, VALUES(added_at)),"
	"       added_by = IF(state = 'on', added_by, VALUES(added_by)), state = 'on',"
	"       excused_at = NULL, excuse = '', duty = VALUES(duty), company = VALUES(company)");
static struct stmt import_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id, position_id, added_by, added_at)"
	" SELECT a.id, p.person_id, a.station_id, p.position_id, ?, ?"
	"  FROM activity a"
	"  JOIN application p ON p.project_id = a.project_id AND p.state = 'accepted'"
	"       AND p.activity_id IS NULL"
	"  JOIN volunteer v ON v.person_id = p.person_id AND v.state = 'active'"
	"  JOIN person w ON w.id = p.person_id"
	"  JOIN " SAFE_ASKED
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = w.id"
	" WHERE a.id = ?"
	"   AND " SAFE_WORD("COALESCE(o.company, '') <> ''") " = ''"
	"   AND (o.state = 'on' OR a.ends_at <= k.at OR NOT " DUTY_BUSY ")"
	"    ON DUPLICATE KEY UPDATE position_id = VALUES(position_id)");
/* Of the station's own, and of those whom the project took on. */
static struct stmt named_q = SQL(
	"SELECT v.person_id, v.station_id, v.no, p.name, v.state = 'active'"
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.name = ?"
	"   AND p.erased_at IS NULL"
	"   AND v.state <> 'left'"
	"   AND (v.station_id = ? OR EXISTS (SELECT 1 FROM application x"
	"       WHERE x.person_id = v.person_id AND x.project_id = ? AND x.state = 'accepted'))"
	" ORDER BY p.id"
	" LIMIT 9");
/* Who stood on another roster, here, is a volunteer still, and on duty nowhere else. */
static struct stmt copy_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id, position_id, duty, company,"
	"       added_by, added_at)"
	" SELECT a.id, s.person_id, s.station_id, s.position_id, s.duty, s.company, ?, ?"
	"  FROM roster s"
	"  JOIN activity a ON a.id = ?"
	"  JOIN volunteer v ON v.person_id = s.person_id AND v.state = 'active'"
	"  JOIN person w ON w.id = s.person_id"
	"  JOIN " SAFE_ASKED
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = w.id"
	" WHERE s.activity_id = ?"
	"   AND s.state = 'on'"
	"   AND " SAFE_WORD("s.company <> ''") " = ''"
	"   AND (o.state = 'on' OR a.ends_at <= k.at OR NOT " DUTY_BUSY ")"
	"    ON DUPLICATE KEY UPDATE added_by = IF(roster.state = 'removed', VALUES(added_by),"
	"       roster.added_by), added_at = IF(roster.state = 'removed', VALUES(added_at),"
	"       roster.added_at), state = IF(roster.state = 'removed', 'on', roster.state)");
static struct stmt whose_q = SQL(
	"SELECT o.person_id"
	"  FROM roster o"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	" WHERE o.activity_id = ?"
	"   AND (v.no = ? OR LOWER(HEX(p.uid)) = ?)");
/* Who has come cannot be made to have never been there. */
static struct stmt remove_q = SQL(
	"UPDATE roster o"
	"   SET o.state = 'removed'"
	" WHERE o.activity_id = ?"
	"   AND o.person_id = ?"
	"   AND o.state <> 'removed'"
	"   AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = o.activity_id"
	"       AND t.person_id = o.person_id)"
	"   AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.activity_id = o.activity_id"
	"       AND r.person_id = o.person_id)");

struct change {
	struct rq *q;
	struct act a;
	int64_t rows;
	const char *text, *company;
	struct typed_no who;
	bool anyway;             /* staff said so: two places at the same time */
	struct duty_clash clash; /* out, with ERR_CHECK */
};

/* Of one that was never published the roster is what the proof says. */
enum err roster_open(struct rq *q, struct act *a)
{
	enum err e = act_here(q, a);
	bool ahead = !e && str_in(a->state, "draft,published,running") && a->end > q->now;
	bool after = !e && str_in(a->state, "recording,notice") && !a->published_at;
	return e ? e : ahead || after ? OK : ERR(ERR_STALE, "roster of %s", a->state);
}

static enum err roster_by(struct change *c, int64_t person, int64_t staff)
{
	return db_exec(&add_q,
		       ARGS(A_(c->a.id), A_(person), A_(c->a.station_id), A_(str_or(c->text, "")),
			    A_(str_or(c->company, "")), A_(staff),
			    A_(clock_time(c->q->arena, c->q->now))),
		       NULL);
}

enum err roster_put(struct rq *q, const struct act *a, int64_t person)
{
	return roster_by(&(struct change){ .q = q, .a = *a }, person, q->staff);
}

static enum err roster_row(struct change *c, int64_t person, int64_t staff)
{
	enum err e = roster_by(c, person, staff);
	if (!e)
		e = applications_given(&c->q->actor, c->a.id);
	return e ? e : activity_counted(c->a.id);
}

enum err roster_come(struct rq *q, const struct act *a, const char *duty)
{
	struct change c = { .q = q, .a = *a, .text = duty };
	return roster_row(&c, q->person, DB_NONE);
}

struct naming {
	struct rq *q;
	struct typed_no who;
	const char *others;
	size_t n, active;
};

/* Who serves no more does not stand in the way of who does. */
static enum err named_row(void *ctx, const struct row *r)
{
	struct naming *f = ctx;
	struct arena *a = f->q->arena;
	bool active = r->cells[4].i == 1;
	if (!f->n || (active && !f->active))
		f->who = (struct typed_no){ .person = r->cells[0].i,
					    .home = r->cells[1].i,
					    .no = arena_str(a, r->cells[2].text),
					    .name = arena_str(a, r->cells[3].text),
					    .ours = true,
					    .active = active };
	f->others = f->n ? arena_fmt(a, "%s %s", f->others, r->cells[2].text)
			 : arena_str(a, r->cells[2].text);
	f->n++;
	f->active += active;
	return OK;
}

enum err roster_named(struct rq *q, const struct act *a, const char *name, struct typed_no *who,
		      const char **others)
{
	struct naming f = { .q = q };
	enum err e = db_each(&named_q,
			     ARGS(A_(text_name(q->arena, name)), A_(q->station), A_(a->project_id)),
			     named_row, &f);
	bool one = f.n == 1 || f.active == 1;
	*others = f.n && !one ? f.others : NULL;
	if (!e && one)
		*who = f.who;
	return e ? e : one ? OK : ERR_NOT_FOUND;
}

/* Nobody is put at two places at the same time, unless staff say so. */
static enum err roster_free(struct change *c)
{
	enum err e = duty_clash(c->who.person, c->a.id, &c->clash);
	return e || !c->clash.no ? e : ERR(ERR_CHECK, "is on duty at %s", c->clash.no);
}

/* What there is, by its name; of another station its hours alone. The page then has the tick. */
static enum err roster_busy(const struct change *c)
{
	struct rq *q = c->q;
	const struct duty_clash *d = &c->clash;
	form_error_text(
		q, "volunteer_no",
		arena_fmt(q->arena, "%s%s%s%s%.5s–%.5s%s", c->who.name,
			  lang("activity.busy_before"),
			  d->station == q->station ? d->title : lang("activity.clash_elsewhere"),
			  lang("activity.busy_between"), d->starts_at + 11, d->ends_at + 11,
			  lang("activity.busy_after")));
	put(q, "Busy", "roster");
	form_also(q, "Busy");
	return ERR_FORM;
}

/* Whose number was used is written down. Who belongs to another station is asked. */
static enum err roster_take_one(void *ctx)
{
	struct change *c = ctx;
	if (!c->who.ours)
		return ask_volunteer(&c->q->actor, c->who.person, "roster", c->a.id, c->text,
				     c->who.no);
	enum err e = c->anyway || c->a.end <= c->q->now ? OK : roster_free(c);
	if (!e)
		e = roster_row(c, c->who.person, c->q->staff);
	return e ? e : audit(&c->q->actor, "roster.add", "activity", c->a.id, c->who.no);
}

/* A number has digits, a name has none. */
static enum err roster_find(struct rq *q, struct change *c, const char *typed)
{
	const char *others;
	if (strpbrk(text_value(q->arena, typed), "0123456789"))
		return typed_no(q, text_number(q->arena, typed), &c->who);
	enum err e = roster_named(q, &c->a, typed, &c->who, &others);
	if (e != ERR_NOT_FOUND)
		return e;
	if (others)
		form_error_text(q, "volunteer_no",
				arena_fmt(q->arena, "%s %s", lang("activity.same_name"), others));
	else
		form_error(q, "volunteer_no", "name_unknown");
	return ERR_FORM;
}

/* Whether they may serve here at all; ERR_FORM. */
static enum err roster_fit(const struct change *c, bool company)
{
	struct rq *q = c->q;
	const char *lacks, *taken = NULL;
	enum err e = safe(&(struct safe_ask){ .activity = c->a.id,
					      .person = c->who.person,
					      .at = clock_time(q->arena, q->now),
					      .company = company },
			  &lacks);
	/* Of somebody from elsewhere it is the check-out that says so. */
	if (!e && c->who.ours)
		e = clash_taken(q, c->a.id, c->who.person, &taken);
	if (e || (!taken && !lacks))
		return e;
	if (taken)
		form_error_text(q, "volunteer_no", taken);
	else
		form_error(q, str_eq(lacks, "alone") ? "company" : "volunteer_no",
			   arena_fmt(q->arena, "%s_person", lacks));
	return ERR_FORM;
}

enum err roster_add(struct rq *q)
{
	struct roster_in in;
	struct change c = { .q = q };
	enum err e = roster_open(q, &c.a);
	if (e)
		return e;
	if (!form_read(q, roster_in_fields, &in))
		return ERR_FORM;
	e = roster_find(q, &c, in.volunteer_no);
	if (e == ERR_NOT_FOUND || (!e && !c.who.active)) {
		form_error(q, "volunteer_no", "volunteer_unknown");
		return ERR_FORM;
	}
	if (!e)
		e = roster_fit(&c, in.company != NULL);
	if (e)
		return e;
	c.company = in.company;
	c.text = str_or(in.duty, "");
	c.anyway = in.anyway;
	e = db_tx(roster_take_one, &c);
	if (e == ERR_CHECK && c.clash.no)
		return roster_busy(&c);
	if (e == ERR_CHECK) {
		form_error(q, "volunteer_no", "shift_full");
		return ERR_FORM;
	}
	if (!e && c.who.ours)
		e = put_clashes(q, c.a.id, c.who.person);
	return e ? e
		 : see(q, "/activity/manage/%s?done=%s", c.a.no,
		       !c.who.ours                ? "roster_asked"
		       : got(q, "Clashes.0.name") ? "roster_clash"
						  : "roster_added");
}

static enum err roster_taken(struct rq *q, int64_t activity, int64_t *rows)
{
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_affect(&import_q, ARGS(A_(q->staff), A_(now), A_(now), A_(activity)), rows);
	if (!e)
		e = applications_given(&q->actor, activity);
	return e ? e : activity_counted(activity);
}

enum err roster_take_on(struct rq *q, int64_t activity)
{
	int64_t rows;
	return roster_taken(q, activity, &rows);
}

enum err roster_copy(struct rq *q, int64_t from, int64_t to)
{
	int64_t rows;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_affect(&copy_q, ARGS(A_(q->staff), A_(now), A_(to), A_(now), A_(from)),
			       &rows);
	if (!e)
		e = applications_given(&q->actor, to);
	return e ? e : activity_counted(to);
}

static enum err roster_take(void *ctx)
{
	struct change *c = ctx;
	enum err e = roster_taken(c->q, c->a.id, &c->rows);
	return e ? e : audit(&c->q->actor, "roster.import", "activity", c->a.id, NULL);
}

enum err roster_import(struct rq *q)
{
	struct change c = { .q = q };
	enum err e = roster_open(q, &c.a);
	/* A free activity has nobody to take over. */
	if (!e && c.a.project_id == DB_NONE)
		e = ERR_STALE;
	if (!e)
		e = db_tx(roster_take, &c);
	if (e == ERR_CHECK)
		return see(q, "/activity/manage/%s?done=roster_full", c.a.no);
	return e ? e
		 : see(q, "/activity/manage/%s?done=%s", c.a.no,
		       c.rows ? "roster_imported" : "roster_nobody");
}

static enum err roster_drop(void *ctx)
{
	struct change *c = ctx;
	const struct actor *by = &c->q->actor;
	int64_t person;
	enum err e = db_int(&whose_q, ARGS(A_(c->a.id), A_(c->text), A_(c->text)), &person);
	if (e)
		return e == ERR_NOT_FOUND ? ERR_STALE : e;
	/* A place that they had signed up for is the next one's. */
	e = application_excused(by, c->a.id, person);
	if (!e)
		e = db_change(&remove_q, ARGS(A_(c->a.id), A_(person)));
	if (!e)
		e = duty_unlead(c->a.id, person);
	if (!e)
		e = activity_counted(c->a.id);
	if (!e)
		e = roster_kept(c->q, &c->a, person, c->text);
	return e ? e : audit(&c->q->actor, "roster.remove", "activity", c->a.id, NULL);
}

enum err roster_remove(struct rq *q)
{
	struct remove_in in;
	struct change c = { .q = q };
	enum err e = roster_open(q, &c.a);
	if (e)
		return e;
	if (!form_read(q, remove_in_fields, &in))
		return ERR_FORM;
	c.text = in.volunteer_no;
	e = db_tx(roster_drop, &c);
	return e ? e : see(q, "/activity/manage/%s?done=roster_removed", c.a.no);
}
