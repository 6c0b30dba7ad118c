-- counts.sql - fills every count of 0026_counts.sql from the rows it counts. Run by zyz-admin after a migration, for the
-- demo, and after rows came in past the programs; none of these writes meanwhile.

DELETE FROM need_count;
INSERT INTO need_count (station_id, of_state, category, n)
SELECT station_id, state, category, COUNT(*) FROM need GROUP BY station_id, state, category;

DELETE FROM need_cluster_part;
DELETE FROM need_cluster;
INSERT INTO need_cluster (station_id, category, target_group, grid, n, risky, homes)
SELECT station_id, category, COALESCE(target_group, ''), grid, COUNT(*), SUM(risk <> ''), COUNT(DISTINCT COALESCE(household_id, -id))
FROM need WHERE state = 'verified' GROUP BY station_id, category, COALESCE(target_group, ''), grid;
INSERT INTO need_cluster_part (cluster_id, kind, of, n)
SELECT c.id, 'home', COALESCE(n.household_id, -n.id) AS whose, COUNT(*)
FROM need n JOIN need_cluster c ON c.station_id = n.station_id AND c.category = n.category
	AND c.target_group = COALESCE(n.target_group, '') AND c.grid = n.grid
WHERE n.state = 'verified' GROUP BY c.id, whose;
INSERT INTO need_cluster_part (cluster_id, kind, of, n)
SELECT c.id, 'due', TO_DAYS(n.reply_by) AS by_day, COUNT(*)
FROM need n JOIN need_cluster c ON c.station_id = n.station_id AND c.category = n.category
	AND c.target_group = COALESCE(n.target_group, '') AND c.grid = n.grid
WHERE n.state = 'verified' AND n.answered_on IS NULL GROUP BY c.id, by_day;

DELETE FROM volunteer_count;
INSERT INTO volunteer_count (station_id, of_state, n)
SELECT station_id, state, COUNT(*) FROM volunteer GROUP BY station_id, state;

UPDATE volunteer v LEFT JOIN volunteer_total t ON t.person_id = v.person_id
SET v.served_minutes = COALESCE(t.minutes, 0) WHERE v.served_minutes <> COALESCE(t.minutes, 0);

UPDATE application a JOIN project p ON p.id = a.project_id
SET a.project_open = p.state IN ('recruiting', 'running')
WHERE a.project_open <> p.state IN ('recruiting', 'running');

DELETE FROM activity_count;
INSERT INTO activity_count (activity_id, station_id, day, roster)
SELECT a.id, a.station_id, DATE(a.starts_at), COUNT(r.id)
FROM activity a LEFT JOIN roster r ON r.activity_id = a.id AND r.state = 'on' GROUP BY a.id;
INSERT INTO activity_count (activity_id, station_id, day, records, waiting, recorded, noticed, noticed_minutes,
	effective_minutes, backfill, flagged,
	same_minute, equal_minutes, late_entry, minor_night, backfill_logger, same_device, long_day, offline, far, undeclared,
	typed, proof_again,
	late_roster, new_person, mutual, no_place, same_picture, poor_picture, same_few, unannounced, one_hand, pair,
	few_hands, staff_code, own_code, card_run, one_home)
SELECT activity_id, MIN(station_id), MIN(served_on), COUNT(*), SUM(state = 'to_review'),
	SUM(state IN ('notice', 'effective', 'disputed')), SUM(state IN ('notice', 'disputed') AND notice_until IS NOT NULL),
	SUM(IF(state IN ('notice', 'disputed') AND notice_until IS NOT NULL, minutes, 0)),
	SUM(IF(state = 'effective', minutes, 0)), SUM(evidence = 'backfill'),
	SUM(flags <> ''), SUM(FIND_IN_SET('same_minute', flags) > 0), SUM(FIND_IN_SET('equal_minutes', flags) > 0),
	SUM(FIND_IN_SET('late_entry', flags) > 0), SUM(FIND_IN_SET('minor_night', flags) > 0),
	SUM(FIND_IN_SET('backfill_logger', flags) > 0), SUM(FIND_IN_SET('same_device', flags) > 0),
	SUM(FIND_IN_SET('long_day', flags) > 0), SUM(FIND_IN_SET('offline', flags) > 0), SUM(FIND_IN_SET('far', flags) > 0),
	SUM(FIND_IN_SET('undeclared', flags) > 0), SUM(FIND_IN_SET('typed', flags) > 0),
	SUM(FIND_IN_SET('proof_again', flags) > 0),
	SUM(FIND_IN_SET('late_roster', flags) > 0), SUM(FIND_IN_SET('new_person', flags) > 0),
	SUM(FIND_IN_SET('mutual', flags) > 0), SUM(FIND_IN_SET('no_place', flags) > 0),
	SUM(FIND_IN_SET('same_picture', flags) > 0),
	SUM(FIND_IN_SET('poor_picture', flags) > 0), SUM(FIND_IN_SET('same_few', flags) > 0),
	SUM(FIND_IN_SET('unannounced', flags) > 0), SUM(FIND_IN_SET('one_hand', flags) > 0),
	SUM(FIND_IN_SET('pair', flags) > 0), SUM(FIND_IN_SET('few_hands', flags) > 0),
	SUM(FIND_IN_SET('staff_code', flags) > 0),
	SUM(FIND_IN_SET('own_code', flags) > 0), SUM(FIND_IN_SET('card_run', flags) > 0),
	SUM(FIND_IN_SET('one_home', flags) > 0)
FROM service_record WHERE state <> 'corrected' GROUP BY activity_id
ON DUPLICATE KEY UPDATE records = VALUES(records), waiting = VALUES(waiting), recorded = VALUES(recorded),
	noticed = VALUES(noticed), noticed_minutes = VALUES(noticed_minutes),
	effective_minutes = VALUES(effective_minutes), backfill = VALUES(backfill), flagged = VALUES(flagged),
	same_minute = VALUES(same_minute), equal_minutes = VALUES(equal_minutes), late_entry = VALUES(late_entry),
	minor_night = VALUES(minor_night), backfill_logger = VALUES(backfill_logger), same_device = VALUES(same_device),
	long_day = VALUES(long_day), offline = VALUES(offline), far = VALUES(far), undeclared = VALUES(undeclared),
	typed = VALUES(typed), proof_again = VALUES(proof_again),
	late_roster = VALUES(late_roster), new_person = VALUES(new_person), mutual = VALUES(mutual),
	no_place = VALUES(no_place), same_picture = VALUES(same_picture),
	poor_picture = VALUES(poor_picture), same_few = VALUES(same_few), unannounced = VALUES(unannounced),
	one_hand = VALUES(one_hand), pair = VALUES(pair), few_hands = VALUES(few_hands),
	staff_code = VALUES(staff_code), own_code = VALUES(own_code),
	card_run = VALUES(card_run), one_home = VALUES(one_home);

UPDATE activity a LEFT JOIN activity_count n ON n.activity_id = a.id
SET a.awaits = COALESCE(n.is_waiting, 0) WHERE a.awaits <> COALESCE(n.is_waiting, 0);

UPDATE volunteer v JOIN person p ON p.id = v.person_id
SET v.in_ledger = p.erased_at IS NULL AND p.merged_into IS NULL
WHERE v.in_ledger <> (p.erased_at IS NULL AND p.merged_into IS NULL);

UPDATE team t SET members = (SELECT COUNT(*) FROM team_member m WHERE m.team_id = t.id AND m.left_at IS NULL);

UPDATE fund_purse u LEFT JOIN (SELECT purse_id, SUM(IF(direction = 'in', amount_fen, 0)) AS came, SUM(IF(direction = 'out', amount_fen, 0)) AS spent
	FROM fund_entry WHERE state IN ('approved', 'void', 'counter') AND purse_id IS NOT NULL GROUP BY purse_id) e ON e.purse_id = u.id
SET u.in_fen = COALESCE(e.came, 0), u.out_fen = COALESCE(e.spent, 0)
WHERE u.in_fen <> COALESCE(e.came, 0) OR u.out_fen <> COALESCE(e.spent, 0);
UPDATE fund_line b LEFT JOIN (SELECT line_id, SUM(amount_fen) AS spent FROM fund_entry
	WHERE state IN ('approved', 'void', 'counter') AND line_id IS NOT NULL GROUP BY line_id) e ON e.line_id = b.id
SET b.spent_fen = COALESCE(e.spent, 0) WHERE b.spent_fen <> COALESCE(e.spent, 0);
DELETE FROM fund_year;
INSERT INTO fund_year (station_id, year, direction, fund_source, way, scope, amount_fen, entries)
SELECT station_id, YEAR(happened_on), direction, fund_source, way, COALESCE(project_id, 0), SUM(amount_fen), SUM(SIGN(amount_fen))
FROM fund_entry WHERE state IN ('approved', 'void', 'counter')
GROUP BY station_id, YEAR(happened_on), direction, fund_source, way, COALESCE(project_id, 0);

UPDATE material_thing t LEFT JOIN (SELECT thing_id, SUM(IF(direction = 'in', quantity, -quantity)) AS n FROM material GROUP BY thing_id) m
	ON m.thing_id = t.id
SET t.stock = COALESCE(m.n, 0) WHERE t.stock <> COALESCE(m.n, 0);
UPDATE material_thing t LEFT JOIN (SELECT thing_id, SUM(quantity - returned - lost) AS n FROM material_loan GROUP BY thing_id) l
	ON l.thing_id = t.id
SET t.lent = COALESCE(l.n, 0) WHERE t.lent <> COALESCE(l.n, 0);
