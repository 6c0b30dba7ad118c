/* export_notes.c - of the download of a person: what staff noted about them. */
#include "account.h"

struct stmt export_workers_q = SQL(
	"SELECT c.name AS level, w.certificate_no, w.unit, w.valid_until, s.name AS noted_by,"
	"       w.noted_at"
	"  FROM social_worker w"
	"  JOIN staff s ON s.id = w.noted_by"
	"  LEFT JOIN code_item c ON c.list = 'social_level' AND c.code = w.level"
	" WHERE w.person_id = ?");
struct stmt export_notes_q = SQL(
	"SELECT t.name AS station, n.words, s.name AS staff, n.made_at"
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
