/* export_bank.c - of the download of a person: what they saved in the time bank, and who was proved
 * to be their relative. */
#include "export.h"

struct stmt export_bank_q = SQL(
	"SELECT s.name AS station, a.balance_minutes, a.debt_minutes, a.opened_at, a.closed_at"
	"  FROM timebank_account a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.person_id = ?");
struct stmt export_bank_entries_q = SQL(
	"SELECT n.at, n.kind, IF(n.to_id = a.id, n.minutes, -n.minutes) AS minutes,"
	"       IF(n.to_id = a.id, n.to_after, n.from_after) AS balance_minutes,"
	"       r.no AS record_no, o.no AS order_no"
	"  FROM timebank_account a"
	"  JOIN timebank_entry n ON n.from_id = a.id OR n.to_id = a.id"
	"  LEFT JOIN service_record r ON r.id = n.record_id"
	"  LEFT JOIN service_order o ON o.id = n.order_id"
	" WHERE a.person_id = ?"
	" ORDER BY n.id"
	" LIMIT 20000");
/* The other one is not named: it is about them as much. */
struct stmt export_kin_q = SQL(
	"SELECT s.name AS station, k.relation, k.paper, k.seen_at, k.ended_at"
	"  FROM timebank_kin k"
	"  JOIN station s ON s.id = k.station_id"
	" WHERE ? IN (k.person_id, k.kin_id)"
	" ORDER BY k.id"
	" LIMIT 100");
