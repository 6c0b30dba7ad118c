-- last.sql - what of a made county is of all its stations: the months of regions, who oversees them, and a session for everybody who
-- works or looks today. Tokens follow from the id; only their hash is stored, as sign-in does.
DELETE FROM region_month;
INSERT INTO region_month (region_code, month, minutes, records, scan_minutes, met_minutes, list_minutes, declared_minutes, backfill_minutes)
SELECT LEFT(s.region_code, w.n) AS code, m.month, SUM(m.minutes), SUM(m.records), SUM(m.scan_minutes), SUM(m.met_minutes), SUM(m.list_minutes),
	SUM(m.declared_minutes), SUM(m.backfill_minutes)
FROM station_month m JOIN station s ON s.id = m.station_id JOIN (SELECT 6 AS n UNION ALL SELECT 12) w
	ON w.n = 12 OR CHAR_LENGTH(s.region_code) > 6 GROUP BY code, m.month;
INSERT IGNORE INTO staff (id, login, name, password_hash, password_changed_at, totp_sealed, second_at)
SELECT 9000 + seq, CONCAT('overseer_', seq), '主管', 'none', NOW(), 'none', NOW() FROM seq_1_to_4;
INSERT INTO staff_role (staff_id, role, region_code)
SELECT 9000 + seq, 'overseer', '610502' FROM seq_1_to_4 WHERE NOT EXISTS (SELECT 1 FROM staff_role WHERE staff_id = 9000 + seq);
DELETE FROM session;
INSERT INTO session (token_hash, kind, staff_id, station_id, second_at, expires_at)
SELECT UNHEX(SHA2(CONCAT('s', SHA2(CONCAT(@secret, f.id), 256)), 256)), 'staff', f.id, f.home_station_id, NOW(), NOW() + INTERVAL 1 DAY
FROM staff f WHERE f.id BETWEEN 9001 AND 9004 OR f.id > 10000;
INSERT INTO session (token_hash, kind, person_id, expires_at)
SELECT UNHEX(SHA2(CONCAT('v', SHA2(CONCAT(@secret, v.person_id), 256)), 256)), 'volunteer', v.person_id, NOW() + INTERVAL 1 DAY
FROM volunteer v WHERE v.person_id > 10000 AND v.state = 'active' AND v.person_id % 25 = 1;
