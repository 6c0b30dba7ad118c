/*
 * export.c - everything that is kept about the person who asks, as one JSON file. Each part is one
 * statement; its columns are the members. What only the machinery needs (row ids, digests, keys) is
 * no part of it.
 */
#include "account.h"
#include "clock.h"
#include "json.h"
#include "secret.h"

enum { EXPORTS_A_DAY = 20, DAY = 86400 };

static struct stmt person_q = SQL(
	"SELECT p.name, p.sex, p.birth_on, p.id_type, p.id_checked_at, p.created_at, p.updated_at"
	"  FROM person p"
	" WHERE p.id = ?");
static struct stmt volunteer_q = SQL(
	"SELECT v.no, v.platform_no, v.version, s.name AS station, v.region_code,"
	"       v.service_region_code, v.categories, v.skills, v.fields, v.available, v.state,"
	"       v.registered_at, v.star, v.brought_along_minutes, v.no_shows, v.nationality,"
	"       v.ethnic, v.political, v.education, v.occupation, v.native_place, v.employer,"
	"       v.job_title, v.blood, v.clothing, v.height_cm"
	"  FROM volunteer v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.person_id = ?");
static struct stmt guardians_q = SQL(
	"SELECT name, relation, consent_at, created_at, ended_at"
	"  FROM guardian"
	" WHERE person_id = ?"
	" LIMIT 50");
static struct stmt consents_q = SQL(
	"SELECT purpose, version, given_at, given_by, withdrawn_at"
	"  FROM consent"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt wechat_q = SQL(
	"SELECT openid, bound_at, seen_at"
	"  FROM wechat_account"
	" WHERE person_id = ?");
static struct stmt applications_q = SQL(
	"SELECT pr.no AS project_no, pr.title AS project, po.title AS position, a.state, a.note,"
	"       a.reason, a.applied_at, a.decided_at, a.withdrawn_at"
	"  FROM application a"
	"  JOIN project pr ON pr.id = a.project_id"
	"  JOIN position po ON po.id = a.position_id"
	" WHERE a.person_id = ?"
	" ORDER BY a.id"
	" LIMIT 10000");
static struct stmt enrolments_q = SQL(
	"SELECT t.no AS training_no, t.title AS training, e.state, e.score, e.reason,"
	"       e.enrolled_at, e.present_at"
	"  FROM enrolment e"
	"  JOIN training t ON t.id = e.training_id"
	" WHERE e.person_id = ?"
	" ORDER BY e.id"
	" LIMIT 10000");
static struct stmt qualifications_q = SQL(
	"SELECT name, granted_on, valid_until, withdrawn_at"
	"  FROM qualification"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt roster_q = SQL(
	"SELECT a.no AS activity_no, a.title AS activity, a.starts_at, a.ends_at, r.duty, r.role,"
	"       r.state"
	"  FROM roster r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	" ORDER BY r.id"
	" LIMIT 50000");
static struct stmt attendance_q = SQL(
	"SELECT a.no AS activity_no, t.direction, t.at, t.method, t.nearness"
	"  FROM attendance t"
	"  JOIN activity a ON a.id = t.activity_id"
	" WHERE t.person_id = ?"
	" ORDER BY t.id"
	" LIMIT 100000");
static struct stmt records_q = SQL(
	"SELECT r.no, r.version, a.title AS activity, r.served_on, r.starts_at, r.ends_at,"
	"       r.minutes, r.evidence, r.category, r.content, r.remark, r.state, r.effective_at,"
	"       r.end_reason"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.person_id = ?"
	" ORDER BY r.id"
	" LIMIT 50000");
static struct stmt transfers_q = SQL(
	"SELECT no, direction, other_name, state, records, minutes, counted_minutes, at,"
	"       handled_at, reason"
	"  FROM transfer"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt brought_q = SQL(
	"SELECT t.no AS transfer_no, r.served_on, r.starts_at, r.ends_at, r.minutes, r.title,"
	"       r.organiser, r.evidence, r.state"
	"  FROM transfer_record r"
	"  JOIN transfer t ON t.id = r.transfer_id"
	" WHERE r.person_id = ?"
	" ORDER BY r.id"
	" LIMIT 50000");
static struct stmt moves_q = SQL(
	"SELECT m.no, f.name AS from_station, t.name AS to_station, m.reason, m.state, m.asked_at,"
	"       m.handled_at, m.answer"
	"  FROM station_move m"
	"  JOIN station f ON f.id = m.from_station_id"
	"  JOIN station t ON t.id = m.to_station_id"
	" WHERE m.person_id = ?"
	" ORDER BY m.id"
	" LIMIT 1000");
static struct stmt objections_q = SQL(
	"SELECT no, reason, raised_at, state, result, closed_at"
	"  FROM objection"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt stars_q = SQL(
	"SELECT star, minutes, state, awarded_on, reason"
	"  FROM star_award"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 100");
static struct stmt honours_q = SQL(
	"SELECT no, name, awarded_on, authority, document_name, document_no, content, state"
	"  FROM honour"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt evaluations_q = SQL(
	"SELECT direction, score_a, score_b, score_c, words, rated_on"
	"  FROM evaluation"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 10000");
static struct stmt certificates_q = SQL(
	"SELECT no, from_on, to_on, minutes, purpose, issued_at, state, revoked_at, revoked_reason"
	"  FROM certificate"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt teams_q = SQL(
	"SELECT t.name, m.role, m.joined_at, m.left_at"
	"  FROM team_member m"
	"  JOIN team t ON t.id = m.team_id"
	" WHERE m.person_id = ?"
	" LIMIT 1000");
static struct stmt sessions_q = SQL(
	"SELECT kind, created_at, seen_at, expires_at, revoked_at"
	"  FROM session"
	" WHERE person_id = ?"
	" ORDER BY id DESC"
	" LIMIT 1000");
static struct stmt looked_q = SQL(
	"SELECT u.at, s.name AS staff, u.field, u.purpose"
	"  FROM unmask u"
	"  JOIN staff s ON s.id = u.staff_id"
	" WHERE u.person_id = ?"
	" ORDER BY u.id DESC"
	" LIMIT 1000");

static const struct {
	const char *name;
	struct stmt *q;
} parts[] = {
	{ "volunteer", &volunteer_q },
	{ "guardians", &guardians_q },
	{ "consents", &consents_q },
	{ "wechat", &wechat_q },
	{ "teams", &teams_q },
	{ "applications", &applications_q },
	{ "enrolments", &enrolments_q },
	{ "qualifications", &qualifications_q },
	{ "roster", &roster_q },
	{ "attendance", &attendance_q },
	{ "records", &records_q },
	{ "transfers", &transfers_q },
	{ "brought", &brought_q },
	{ "moves", &moves_q },
	{ "objections", &objections_q },
	{ "stars", &stars_q },
	{ "honours", &honours_q },
	{ "evaluations", &evaluations_q },
	{ "certificates", &certificates_q },
	{ "sessions", &sessions_q },
	{ "looked_at_by", &looked_q },
};

static void write_cells(struct json_w *w, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		json_key(w, r->names[i]);
		if (r->cells[i].text && r->cells[i].is_int)
			json_int(w, r->cells[i].i);
		else
			json_str(w, r->cells[i].text);
	}
}

static enum err write_row(void *ctx, const struct row *r)
{
	struct json_w *w = ctx;
	json_open(w, '{');
	write_cells(w, r);
	json_close(w, '}');
	return OK;
}

static enum err write_members(void *ctx, const struct row *r)
{
	write_cells(ctx, r);
	return OK;
}

static enum err write_person(struct json_w *w, int64_t person, const struct held *h)
{
	json_key(w, "person");
	json_open(w, '{');
	enum err e = db_each(&person_q, ARGS(A_(person)), write_members, w);
	json_key(w, "id_no");
	json_str(w, h->id_no_text);
	json_key(w, "phone");
	json_str(w, h->phone_text);
	json_close(w, '}');
	return e;
}

enum err me_export(struct rq *q)
{
	int64_t person = q->person;
	struct json_w w = { .buf = { .arena = q->arena } };
	struct held h;
	enum err e = throttle(q, "export", arena_fmt(q->arena, "%lld", (long long)person),
			      EXPORTS_A_DAY, DAY);
	if (!e)
		e = held_by_person(q, person, &h);
	if (e)
		return e;
	json_open(&w, '{');
	json_key(&w, "exported_at");
	json_str(&w, clock_time(q->arena, q->now));
	e = write_person(&w, person, &h);
	for (size_t i = 0; !e && i < sizeof(parts) / sizeof(parts[0]); i++) {
		json_key(&w, parts[i].name);
		json_open(&w, '[');
		e = db_each(parts[i].q, ARGS(A_(person)), write_row, &w);
		json_close(&w, ']');
	}
	json_close(&w, '}');
	if (!e)
		e = audit(&q->actor, "person.export", "person", person, NULL);
	if (e)
		return e;
	reply_header(q, "Cache-Control", "no-store");
	return reply_file(q, "application/json; charset=utf-8",
			  arena_fmt(q->arena, "%s.json", str_or(h.no, "me")), NULL,
			  (struct bytes){ (const uint8_t *)w.buf.p, w.buf.n });
}
