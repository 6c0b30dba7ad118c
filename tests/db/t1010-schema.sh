#!/usr/bin/env bash
# The schema as a whole: what it says of itself, and what the database refuses whoever asks.
# DB_SOCKET and DB_NAME (zyz) say which database, migrated and seeded; nothing in it is changed for good.
set -u
: "${DB_SOCKET:?path of the database socket}" "${DB_NAME:=zyz}"
root=$(cd "$(dirname "$0")/../.." && pwd)
failed=0

sql() {
	mariadb --no-defaults --socket="$DB_SOCKET" --user="${DB_USER:-$(id -un)}" \
		--default-character-set=utf8mb4 -BN "$@" "$DB_NAME"
}

ok() { printf 'ok - %s\n' "$1"; }

not_ok() {
	printf 'not ok - %s\n' "$1"
	printf '%s\n' "$2" | head -n 10 | sed 's/^/# /'
	failed=1
}

# none NAME QUERY: the query names what is wrong; no row is well.
none() {
	local rows
	if ! rows=$(sql -e "$2" 2>&1); then
		not_ok "$1" "$rows"
	elif [ -n "$rows" ]; then
		not_ok "$1" "$rows"
	else
		ok "$1"
	fi
}

# The rows that the attempts below stand on; every attempt is rolled back with them.
fixture="
SET NAMES utf8mb4;
SET time_zone = '+08:00', sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY';
START TRANSACTION;
INSERT INTO station (no, name, region_code) VALUES (990001, 'a', '610502002');
SET @s = LAST_INSERT_ID();
INSERT INTO staff (login, name, password_hash) VALUES ('t1010-a', 'a', 'x');
SET @a = LAST_INSERT_ID();
INSERT INTO staff (login, name, password_hash) VALUES ('t1010-b', 'b', 'x');
SET @b = LAST_INSERT_ID();
INSERT INTO staff (login, name, password_hash) VALUES ('t1010-c', 'c', 'x');
SET @c = LAST_INSERT_ID();
INSERT INTO person (uid, name, id_no_index) VALUES (RANDOM_BYTES(16), 'p', REPEAT('i', 32));
SET @p = LAST_INSERT_ID();
INSERT INTO project (uid, no, station_id, title, author_id) VALUES (RANDOM_BYTES(16), 't1010-P', @s, 'p', @a);
SET @project = LAST_INSERT_ID();
INSERT INTO position (uid, project_id, title, wanted) VALUES (RANDOM_BYTES(16), @project, 'x', 1);
SET @position = LAST_INSERT_ID();
INSERT INTO activity (uid, no, station_id, title, category, place, starts_at, ends_at, created_by, published_at)
	VALUES (RANDOM_BYTES(16), 't1010-A', @s, 'x', '0001', 'x', '2026-03-05 09:00', '2026-03-05 11:00', @a,
		'2026-03-01 08:00');
SET @activity = LAST_INSERT_ID(), @from = '2026-03-05 09:00', @to = '2026-03-05 11:00', @day = '2026-03-05',
	@published = '2026-03-01 08:00', @uid = RANDOM_BYTES(16);
"

# A service record of the fixture; the arguments replace single values.
record() {
	local evidence="'list'" minutes=120 to=@to day=@day logger=@a reviewer=NULL second=NULL leader=NULL
	local state="'to_review'" published=@published no="'t1010-R'" version=1
	if [ $# -gt 0 ]; then local "$@"; fi
	printf '%s' "INSERT INTO service_record (uid, version, no, station_id, activity_id, person_id, served_on,
		starts_at, ends_at, minutes, evidence, category, activity_published_at, logger_id, leader_id,
		reviewer_id, second_reviewer_id, state) VALUES (@uid, $version, $no, @s, @activity, @p, $day, @from, $to,
		$minutes, $evidence, '0001', $published, $logger, $leader, $reviewer, $second, $state);"
}

accepts() {
	local out
	if out=$(sql -e "$fixture $2 ROLLBACK;" 2>&1); then ok "accepts $1"; else not_ok "accepts $1" "$out"; fi
}

# refuses NAME RULE SQL: the named check, key or reference of the schema stands in the way.
refuses() {
	local out
	if out=$(sql -e "$fixture $3 SELECT 'went through'; ROLLBACK;" 2>&1); then
		not_ok "refuses $1" "went through"
	elif ! grep -Eq "^ERROR (4025|1062|1452) .*[\`'.]$2[\`']" <<<"$out"; then
		not_ok "refuses $1" "$out"
	else
		ok "refuses $1"
	fi
}

columns="FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
	WHERE table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"

none 'every table says what it is' "SELECT table_name FROM information_schema.tables
	WHERE table_schema = DATABASE() AND (table_comment = '' OR table_type <> 'BASE TABLE')"
none 'every column says what it means' \
	"SELECT CONCAT(table_name, '.', column_name) $columns AND column_comment = ''"
none 'every table has a primary key' "SELECT t.table_name FROM information_schema.tables t
	WHERE t.table_schema = DATABASE() AND NOT EXISTS (SELECT 1 FROM information_schema.table_constraints k
	WHERE k.table_schema = t.table_schema AND k.table_name = t.table_name AND k.constraint_type = 'PRIMARY KEY')"
none 'no column is unsigned, ENUM, SET, TIMESTAMP or floating' "SELECT CONCAT(table_name, '.', column_name)
	$columns AND (column_type LIKE '%unsigned%' OR data_type IN ('enum', 'set', 'timestamp', 'float', 'double'))"
none 'ids are BIGINT' "SELECT CONCAT(table_name, '.', column_name) $columns
	AND (column_name = 'id' OR column_name LIKE '%\\_id') AND data_type <> 'bigint'
	AND column_name NOT IN ('request_id', 'key_id', 'app_id', 'client_msg_id')"
none 'a uid is 16 bytes, an index 32' "SELECT CONCAT(table_name, '.', column_name) $columns
	AND (column_name IN ('uid', 'record_uid') AND column_type <> 'binary(16)'
	OR column_name LIKE '%\\_index' AND column_type <> 'binary(32)'
	OR column_name LIKE '%\\_sealed' AND data_type <> 'varbinary')"
none 'a uid and a printed number are unique' "SELECT CONCAT(table_name, '.', column_name) $columns
	AND column_name IN ('uid', 'no') AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s
	WHERE s.table_schema = c.table_schema AND s.table_name = c.table_name AND s.column_name = c.column_name
	AND s.non_unique = 0)"
none 'tables are InnoDB, words compare by their bytes in utf8mb4' "SELECT table_name
	FROM information_schema.tables WHERE table_schema = DATABASE()
	AND (engine <> 'InnoDB' OR table_collation <> 'utf8mb4_bin')
	UNION ALL SELECT CONCAT(table_name, '.', column_name) $columns AND collation_name <> 'utf8mb4_bin'"
none 'every reference has a key that begins with it' "SELECT CONCAT(k.table_name, '.', k.column_name)
	FROM information_schema.key_column_usage k WHERE k.table_schema = DATABASE()
	AND k.referenced_table_name IS NOT NULL AND k.ordinal_position = 1
	AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = k.table_schema
	AND s.table_name = k.table_name AND s.column_name = k.column_name AND s.seq_in_index = 1)"
none 'every state has a list of its words' "SELECT CONCAT(table_name, '.', column_name) $columns
	AND column_name = 'state' AND data_type = 'varchar' AND NOT EXISTS (SELECT 1
	FROM information_schema.check_constraints k WHERE k.constraint_schema = c.table_schema
	AND k.table_name = c.table_name AND k.constraint_name = 'state')"
none 'no triggers, events, routines or views' "SELECT trigger_name FROM information_schema.triggers
	WHERE trigger_schema = DATABASE() UNION ALL SELECT event_name FROM information_schema.events
	WHERE event_schema = DATABASE() UNION ALL SELECT routine_name FROM information_schema.routines
	WHERE routine_schema = DATABASE() UNION ALL SELECT table_name FROM information_schema.views
	WHERE table_schema = DATABASE()"

words=$(sql -e "SELECT c.table_name, k.check_clause, c.column_comment FROM information_schema.columns c
	JOIN information_schema.check_constraints k ON k.constraint_schema = c.table_schema
	AND k.table_name = c.table_name AND k.constraint_name = c.column_name
	WHERE c.table_schema = DATABASE() AND c.column_name = 'state'" | awk -F'\t' '{
		n = split($2, word, "\047")
		for (i = 2; i <= n; i += 2)
			if (!index($3, word[i])) print $1, word[i]
		seen++
	} END { if (seen < 20) print "only", seen + 0, "states found" }')
if [ -z "$words" ]; then ok 'the comment of a state explains each word'; else
	not_ok 'the comment of a state explains each word' "$words"
fi

missing=$(for f in "$root"/sql/[0-9]*.sql; do basename "$f" .sql; done | sort |
	comm -23 - <(sql -e 'SELECT name FROM schema_version' | LC_ALL=C sort))
if [ -z "$missing" ]; then ok 'every migration was applied'; else not_ok 'every migration was applied' "$missing"; fi

counts="SELECT (SELECT COUNT(*) FROM region), (SELECT COUNT(*) FROM code_item), (SELECT COUNT(*) FROM holiday),
	(SELECT COUNT(*) FROM setting)"
before=$(sql -e "$counts")
again=$( { echo 'START TRANSACTION;' && cat "$root"/sql/seed/*.sql && echo "$counts; ROLLBACK;"; } | sql 2>&1)
if [ "$before" = "$again" ] && [ -n "$before" ]; then ok 'seeds can be loaded again'; else
	not_ok 'seeds can be loaded again' "$before | $again"
fi
# Four cities have no counties: their streets stand right beneath them. What merely fills a level is in no whole name.
none 'a division stands beneath the level above it' "SELECT r.code FROM region r LEFT JOIN region p
	ON p.code = r.parent_code WHERE COALESCE(p.level, 0) <> r.level - IF(r.level = 4 AND p.level = 2, 2, 1)
	OR r.full_name NOT IN (CONCAT(COALESCE(p.full_name, ''), r.name), IF(r.level = 2, p.full_name, ''))
	OR p.code IS NOT NULL AND LEFT(r.code, p.level * 2) <> LEFT(p.code, p.level * 2) AND p.level < 4"
none 'make-up workdays are weekends' "SELECT day FROM holiday WHERE kind = 'work' AND WEEKDAY(day) < 5"
none 'the code lists that forms need are there' "SELECT w.list FROM JSON_TABLE('[\"sex\", \"id_type\", \"ethnic\",
	\"political\", \"education\", \"occupation\", \"service_category\", \"recipient\", \"guarantee\", \"skill\", \"field\",
	\"available\", \"training_kind\", \"training_mode\", \"fund_source\", \"team_kind\", \"org_kind\", \"age_band\"]',
	'\$[*]' COLUMNS (list VARCHAR(24) PATH '\$')) w
	WHERE NOT EXISTS (SELECT 1 FROM code_item c WHERE c.list = w.list AND c.active = 1)"

accepts 'a record as it should be' "$(record)"
accepts 'a backfill of two reviewers' \
	"$(record evidence="'backfill'" published=NULL reviewer=@b second=@c state="'effective'")"
refuses 'a point beneath a point' station_parent \
	"INSERT INTO station (no, kind, parent_id, name, region_code)
	VALUES (990002, 'point', @s, 'b', '610502002'); SET @point = LAST_INSERT_ID();
	INSERT INTO station (no, kind, parent_id, name, region_code) VALUES (990003, 'point', @point, 'c', '610502002');"
refuses 'a point without a station' station_point_has_parent \
	"INSERT INTO station (no, kind, name, region_code)
	VALUES (990002, 'point', 'b', '610502002');"
refuses 'a role at a station and over a region' staff_role_one_scope \
	"INSERT INTO staff_role (staff_id, role, station_id,
	region_code) VALUES (@a, 'clerk', @s, '610502');"
refuses 'a role nowhere' staff_role_one_scope \
	"INSERT INTO staff_role (staff_id, role) VALUES (@a, 'clerk');"
refuses 'the same id number twice' person_id_no "INSERT INTO person (uid, name, id_no_index)
	VALUES (RANDOM_BYTES(16), 'q', REPEAT('i', 32));"
refuses 'a session of nobody' session_has_owner \
	"INSERT INTO session (token_hash, kind, expires_at)
	VALUES (REPEAT('t', 32), 'staff', NOW());"
refuses 'a project approved by its author' project_two_persons \
	"UPDATE project SET approver_id = author_id WHERE id = @project;"
refuses 'an approved project without an approver' project_approved_whole \
	"UPDATE project SET state = 'approved',
	starts_on = @day, ends_on = @day WHERE id = @project;"
refuses 'a position oversold' position_not_oversold \
	"UPDATE position SET taken = 2 WHERE id = @position;"
refuses 'two applications of one person' application_one_position \
	"INSERT INTO application (uid, station_id, project_id, position_id,
	person_id) VALUES (RANDOM_BYTES(16), @s, @project, @position, @p), (RANDOM_BYTES(16), @s, @project, @position, @p);"
refuses 'an activity over midnight' activity_one_day \
	"UPDATE activity SET ends_at = '2026-03-06 01:00' WHERE id = @activity;"
refuses 'a second check-in' attendance_once \
	"INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at,
	method) VALUES (RANDOM_BYTES(16), @activity, @p, @s, 'in', @from, 'scan'),
	(RANDOM_BYTES(16), @activity, @p, @s, 'in', @to, 'scan');"
refuses 'minutes that are not end less start' service_record_minutes "$(record minutes=121)"
refuses 'a record over midnight' service_record_same_day \
	"$(record to="'2026-03-06 09:00'" minutes=1440)"
refuses 'a reviewer who logged it' service_record_two_persons "$(record reviewer=@a)"
refuses 'one reviewer twice' service_record_third_person "$(record reviewer=@b second=@b)"
refuses 'a volunteer who confirms their own hours' service_record_not_by_itself \
	"$(record evidence="'declared'" leader=@p)"
refuses 'a record under notice that nobody reviewed' service_record_reviewed \
	"$(record state="'notice'")"
refuses 'an effective backfill with one reviewer' service_record_reviewed \
	"$(record evidence="'backfill'" reviewer=@b state="'effective'")"
refuses 'a roll that nobody called' service_record_logged_by "$(record logger=NULL)"
refuses 'an activity published after it began' service_record_published_first \
	"$(record published="'2026-03-05 09:01'")"
refuses 'an activity never published' service_record_published_first "$(record published=NULL)"
refuses 'a version twice' service_record_version "$(record) $(record no="'t1010-R2'")"
refuses 'more than a day in a day' minutes "INSERT INTO volunteer_day VALUES (@p, @day, 1441);"
refuses 'a total that is not the sum of its classes' volunteer_total_adds_up \
	"INSERT INTO volunteer_total (person_id, minutes,
	scan_minutes) VALUES (@p, 60, 59);"
refuses 'a certificate of no hours' minutes \
	"INSERT INTO certificate (uid, no, station_id, year, serial, person_id,
	from_on, to_on, minutes, records, payload) VALUES (RANDOM_BYTES(16), 't1010-C', @s, 2026, 1, @p, @day, @day, 0, 0,
	'{}');"
refuses 'a second accepted dispatch' dispatch_one_accepted \
	"INSERT INTO service_order (uid, no, key_hash, station_id, name_sealed,
	phone_sealed, phone_index, category, detail, consent_at) VALUES (RANDOM_BYTES(16), 't1010-D', REPEAT('k', 32), @s,
	'n', 'p', REPEAT('x', 32), '0001', 'd', NOW()); SET @order = LAST_INSERT_ID();
	INSERT INTO dispatch (uid, order_id, station_id, person_id, state, sent_by)
	VALUES (RANDOM_BYTES(16), @order, @s, @p, 'accepted', @a), (RANDOM_BYTES(16), @order, @s, @p, 'accepted', @a);"
refuses 'a time bank account below its limit' timebank_account_floor \
	"INSERT INTO timebank_account (uid, kind, station_id, person_id,
	balance_minutes) VALUES (RANDOM_BYTES(16), 'person', @s, @p, -1);"
refuses 'money without a source' fund_source \
	"INSERT INTO fund_entry (uid, no, station_id, direction, amount_fen, fund_source,
	purpose, happened_on, entered_by) VALUES (RANDOM_BYTES(16), 't1010-E', @s, 'in', 1, '', 'x', @day, @a);"
refuses 'more spent than came in' fund_purse_covered \
	"INSERT INTO fund_purse (uid, station_id, fund_source, in_fen, out_fen) VALUES (RANDOM_BYTES(16), @s, '1', 1, 2);"
refuses 'a line of the budget that is spent beyond' fund_line_within \
	"INSERT INTO fund_line (uid, station_id, project_id, label, planned_fen, spent_fen)
	VALUES (RANDOM_BYTES(16), @s, @project, 'x', 1, 2);"
refuses 'spending approved by whoever entered it' fund_entry_two_persons \
	"INSERT INTO fund_purse (uid, station_id, fund_source, in_fen) VALUES (RANDOM_BYTES(16), @s, '1', 9);
	INSERT INTO fund_entry (uid, no, station_id, direction, amount_fen, fund_source, purse_id, purpose, happened_on, entered_by,
	approved_by, state) VALUES (RANDOM_BYTES(16), 't1010-E', @s, 'out', 1, '1', LAST_INSERT_ID(), 'x', @day, @a, @a, 'approved');"
refuses 'one version in line twice for a destination' outbox_version \
	"INSERT INTO destination (code, name, profile, kinds)
	VALUES ('t1010', 'x', 'x', 'service_record'); SET @d = LAST_INSERT_ID();
	INSERT INTO outbox (idem, item_key, destination_id, kind, record_uid, version, station_id, payload, payload_sha)
	VALUES (RANDOM_BYTES(16), 'k', @d, 'service_record', @uid, 1, @s, 'x', REPEAT('h', 32)),
	(RANDOM_BYTES(16), 'k', @d, 'service_record', @uid, 1, @s, 'x', REPEAT('h', 32));"

exit "$failed"
