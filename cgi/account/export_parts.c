/*
 * export_parts.c - what is kept about a person, part by part. Each part is one statement; its
 * columns are the members. What only the machinery needs (row ids, digests, keys) is no part of it.
 */
#include "export.h"
#include "personal.h"

static struct stmt person_q = SQL(
	"SELECT name, " PERSON_FORGETS(EXPORT_SQL) "id_checked_at, created_at, updated_at"
	"  FROM person"
	" WHERE id = ?");
static struct stmt volunteer_q = SQL(
	"SELECT " VOLUNTEER_FORGETS(EXPORT_SQL) "v.no, version, s.name AS station, v.region_code,"
	"       v.state, registered_at, star, brought_along_minutes, no_shows, invite_project,"
	"       invite_team, backbone, backbone_at"
	"  FROM volunteer v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.person_id = ?");
static struct stmt guardians_q = SQL(
	"SELECT name, relation, phone_sealed, consent_at, created_at, ended_at"
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
	"SELECT openid, unionid, bound_at, seen_at"
	"  FROM wechat_account"
	" WHERE person_id = ?");
static struct stmt applications_q = SQL(
	"SELECT pr.no AS project_no, pr.title AS project, po.title AS position, a.state, a.note,"
	"       a.reason, IF(a.mode = 'draw', LOWER(HEX(a.uid)), NULL) AS lot, a.applied_at,"
	"       a.decided_at, a.withdrawn_at"
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
	"       r.company, r.state, r.note, r.excused_at, r.excuse"
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
	"       r.review_note, r.end_reason"
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
	"SELECT star, minutes, state, asked_at, awarded_on, review_at, reason, objection"
	"  FROM star_award"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 100");
static struct stmt honours_q = SQL(
	"SELECT no, name, awarded_on, authority, document_name, document_no, content, state,"
	"       reason"
	"  FROM honour"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 1000");
static struct stmt nominations_q = SQL(
	"SELECT title, year, deeds, outside, state, reason, handed_in_on, created_at"
	"  FROM honour_nomination"
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
static struct stmt agreements_q = SQL(
	"SELECT s.name AS station, t.title, t.version, g.how, g.signed_on, g.valid_until,"
	"       g.ended_at, g.end_reason"
	"  FROM agreement g"
	"  JOIN agreement_text t ON t.id = g.text_id"
	"  JOIN station s ON s.id = g.station_id"
	" WHERE g.person_id = ?"
	" ORDER BY g.id"
	" LIMIT 1000");
static struct stmt asks_q = SQL(
	"SELECT t.name, a.words, a.state, a.asked_at, a.decided_at"
	"  FROM team_ask a"
	"  JOIN team t ON t.id = a.team_id"
	" WHERE a.person_id = ?"
	" LIMIT 1000");
static struct stmt helper_q = SQL(
	"SELECT takes, languages, away_from, away_until, asked_at"
	"  FROM order_helper"
	" WHERE person_id = ?");
static struct stmt dispatches_q = SQL(
	"SELECT o.no AS order_no, d.state, d.sent_at, d.answered_at, d.reason"
	"  FROM dispatch d"
	"  JOIN service_order o ON o.id = d.order_id"
	" WHERE d.person_id = ?"
	" ORDER BY d.id"
	" LIMIT 20000");
static struct stmt sessions_q = SQL(
	"SELECT kind, created_at, seen_at, expires_at, revoked_at"
	"  FROM session"
	" WHERE person_id = ?"
	" ORDER BY id DESC"
	" LIMIT 1000");
static struct stmt rebound_q = SQL(
	"SELECT b.kind, b.made_at, s.name AS staff, b.purpose, b.done_at"
	"  FROM rebind b"
	"  LEFT JOIN staff s ON s.id = b.staff_id"
	" WHERE b.person_id = ?"
	" ORDER BY b.id DESC"
	" LIMIT 1000");
static struct stmt corrections_q = SQL(
	"SELECT c.no, c.state, c.name, c.id_type, c.id_no_sealed, c.birth_on, c.sex, c.was_name,"
	"       c.was_id_type, c.was_id_no_sealed, c.was_birth_on, c.was_sex, c.purpose, c.proof,"
	"       c.asked_at, a.name AS asked_by, c.handled_at, h.name AS handled_by, c.answer"
	"  FROM correction c"
	"  LEFT JOIN staff a ON a.id = c.asked_by"
	"  LEFT JOIN staff h ON h.id = c.handled_by"
	" WHERE c.person_id = ?"
	" ORDER BY c.id"
	" LIMIT 1000");
static struct stmt merges_q = SQL(
	"SELECT m.no, m.state, m.purpose, m.asked_at, a.name AS asked_by, m.handled_at,"
	"       h.name AS handled_by, m.answer, m.undone_at, m.undone_why"
	"  FROM person_merge m"
	"  JOIN staff a ON a.id = m.asked_by"
	"  LEFT JOIN staff h ON h.id = m.handled_by"
	" WHERE ? IN (m.kept_id, m.gone_id)"
	" ORDER BY m.id"
	" LIMIT 100");
static struct stmt looked_q = SQL(
	"SELECT u.at, s.name AS staff, u.field, u.purpose"
	"  FROM unmask u"
	"  JOIN staff s ON s.id = u.staff_id"
	" WHERE u.person_id = ?"
	" ORDER BY u.id DESC"
	" LIMIT 1000");

/* The first is one thing, the others are lists. */
const struct export_part export_parts[] = {
	{ "person", "person", &person_q },
	{ "volunteer", "volunteer", &volunteer_q },
	{ "guardians", "guardian", &guardians_q },
	{ "proxies", "proxy", &export_proxies_q },
	{ "acts_for", NULL, &export_acts_q },
	{ "consents", NULL, &consents_q },
	{ "wechat", NULL, &wechat_q },
	{ "teams", NULL, &teams_q },
	{ "team_requests", NULL, &asks_q },
	{ "agreements", NULL, &agreements_q },
	{ "applications", NULL, &applications_q },
	{ "enrolments", NULL, &enrolments_q },
	{ "qualifications", NULL, &qualifications_q },
	{ "roster", NULL, &roster_q },
	{ "no_shows", NULL, &export_no_shows_q },
	{ "attendance", NULL, &attendance_q },
	{ "records", NULL, &records_q },
	{ "transfers", NULL, &transfers_q },
	{ "brought", NULL, &brought_q },
	{ "moves", NULL, &moves_q },
	{ "objections", NULL, &objections_q },
	{ "stars", NULL, &stars_q },
	{ "honours", NULL, &honours_q },
	{ "nominations", NULL, &nominations_q },
	{ "evaluations", NULL, &evaluations_q },
	{ "certificates", NULL, &certificates_q },
	{ "order_settings", NULL, &helper_q },
	{ "orders", NULL, &dispatches_q },
	{ "social_worker", NULL, &export_workers_q },
	{ "notes", NULL, &export_notes_q },
	{ "tags", NULL, &export_tags_q },
	{ "messages", NULL, &export_messages_q },
	{ "message_choice", NULL, &export_ways_q },
	{ "standby", NULL, &export_standby_q },
	{ "green_accounts", NULL, &export_green_q },
	{ "green_duties", NULL, &export_duties_q },
	{ "gifts", NULL, &export_gifts_q },
	{ "funds", NULL, &export_funds_q },
	{ "sessions", NULL, &sessions_q },
	{ "rebound", NULL, &rebound_q },
	{ "corrections", "correction", &corrections_q },
	{ "timebank", NULL, &export_bank_q },
	{ "timebank_entries", NULL, &export_bank_entries_q },
	{ "timebank_relatives", NULL, &export_kin_q },
	{ "merges", NULL, &merges_q },
	{ "looked_at_by", NULL, &looked_q },
	{ NULL, NULL, NULL },
};
