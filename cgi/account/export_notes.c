/* export_notes.c - of the download of a person: what staff noted about them, and what they
 * were told. */
#include "export.h"

struct stmt export_workers_q = SQL(
	"SELECT c.name AS level, w.certificate_no, w.unit, w.valid_until, s.name AS noted_by,"
	"       w.noted_at"
	"  FROM social_worker w"
	"  JOIN staff s ON s.id = w.noted_by"
	"  LEFT JOIN code_item c ON c.list = 'social_level' AND c.code = w.level"
	" WHERE w.person_id = ?");
struct stmt export_notes_q = SQL(
	"SELECT t.name AS station, n.words,"
	"       IF(n.state = 'note', NULL, n.due_on) AS due_on, n.state, s.name AS staff,"
	"       n.made_at, n.done_at"
	"  FROM person_note n"
	"  JOIN station t ON t.id = n.station_id"
	"  JOIN staff s ON s.id = n.staff_id"
	" WHERE n.person_id = ?"
	" ORDER BY n.id"
	" LIMIT 1000");
struct stmt export_tags_q = SQL(
	"SELECT t.name AS station, g.tag, s.name AS staff, g.made_at"
	"  FROM person_tag g"
	"  JOIN station t ON t.id = g.station_id"
	"  JOIN staff s ON s.id = g.staff_id"
	" WHERE g.person_id = ?"
	" ORDER BY g.id"
	" LIMIT 1000");
struct stmt export_messages_q = SQL(
	"SELECT s.name AS station, m.event, m.about, m.channel, m.name, m.happens_at, m.until_at,"
	"       m.place, m.note, m.state, m.reason, m.created_at, m.sent_at, m.read_at"
	"  FROM message m"
	"  LEFT JOIN station s ON s.id = m.station_id"
	" WHERE m.person_id = ?"
	" ORDER BY m.id DESC"
	" LIMIT 5000");
struct stmt export_ways_q = SQL(
	"SELECT ways, changed_at"
	"  FROM message_way"
	" WHERE person_id = ?");
struct stmt export_standby_q = SQL(
	"SELECT category, weekday, made_at"
	"  FROM standby"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 50");
/* The green account of whose household they are the one who is told. */
struct stmt export_green_q = SQL(
	"SELECT s.name AS station, a.no, a.state, a.opened_at, y.year, y.earned, y.points"
	"  FROM green_account a"
	"  JOIN station s ON s.id = a.station_id"
	"  LEFT JOIN green_year y ON y.account_id = a.id"
	" WHERE a.person_id = ?"
	" ORDER BY a.id, y.year"
	" LIMIT 200");
struct stmt export_duties_q = SQL(
	"SELECT s.name AS station, d.given_at, d.ended_at"
	"  FROM green_duty d"
	"  JOIN station s ON s.id = d.station_id"
	" WHERE d.person_id = ?"
	" ORDER BY d.id"
	" LIMIT 200");
struct stmt export_gifts_q = SQL(
	"SELECT s.name AS station, g.name, x.points, x.minutes, x.state, x.asked_at, x.closed_at"
	"  FROM gift_exchange x"
	"  JOIN gift g ON g.id = x.gift_id"
	"  JOIN station s ON s.id = x.station_id"
	" WHERE x.person_id = ?"
	" ORDER BY x.id"
	" LIMIT 5000");
/* Who acts for them, and for whom they act 家人. */
struct stmt export_proxies_q = SQL(
	"SELECT COALESCE(p.name, x.name) AS name, x.kind, x.relation, x.phone_sealed, x.way,"
	"       x.paper_no, x.given_at, x.person_agreed_at, x.proxy_agreed_at, x.ended_at,"
	"       x.ended_by"
	"  FROM proxy x"
	"  LEFT JOIN person p ON p.id = x.proxy_person_id"
	" WHERE x.person_id = ?"
	" LIMIT 50");
struct stmt export_acts_q = SQL(
	"SELECT p.name, x.kind, x.relation, x.way, x.person_agreed_at, x.proxy_agreed_at,"
	"       x.ended_at, x.ended_by"
	"  FROM proxy x"
	"  JOIN person p ON p.id = x.person_id"
	" WHERE x.proxy_person_id = ?"
	"   AND x.person_agreed_at IS NOT NULL"
	" LIMIT 50");

/* What they gave a station or were paid by one. */
struct stmt export_funds_q = SQL(
	"SELECT e.no, s.name AS station, e.happened_on, e.direction, e.amount_fen, e.party,"
	"       e.purpose, e.state"
	"  FROM fund_entry e"
	"  JOIN station s ON s.id = e.station_id"
	" WHERE e.person_id = ?"
	" ORDER BY e.id"
	" LIMIT 5000");

struct stmt export_no_shows_q = SQL(
	"SELECT a.no AS activity_no, a.title AS activity, a.starts_at, n.found_at, n.state,"
	"       n.explanation, n.explained_at, n.answer, n.decided_at"
	"  FROM no_show n"
	"  JOIN activity a ON a.id = n.activity_id"
	" WHERE n.person_id = ?"
	" ORDER BY n.id"
	" LIMIT 10000");
