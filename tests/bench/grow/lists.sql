-- lists.sql - what else has grown long after years, behind rows.sql: 300,000 rows of the outbox with their receipts, 20,000
-- certificates, some thousands of trainings, honours, objections, transfers and moves.
SET SESSION unique_checks = 0, foreign_key_checks = 0, max_statement_time = 0;
SET @b = 10000;
SELECT id, no INTO @s, @sno FROM station WHERE no = 1;
SELECT id INTO @s2 FROM station WHERE no = 2;
SELECT id INTO @clerk FROM staff WHERE login = 'liwei';
SELECT id INTO @reviewer FROM staff WHERE login = 'wangfang';
SELECT MIN(id) INTO @d FROM destination;

INSERT INTO outbox (id, idem, item_key, destination_id, kind, record_uid, version, station_id, payload, payload_sha, state,
	first_sent_at, receipt, settled_at, created_at, person_id, due_on)
SELECT @b + seq, UNHEX(MD5(CONCAT('grow idem ', seq))), MD5(CONCAT('grow key ', seq)), @d,
	IF(seq % 100, 'service_record', 'volunteer'), UNHEX(MD5(CONCAT('grow record ', @b + seq))), 1, @s, 'sealed',
	UNHEX(SHA2(CONCAT('grow payload ', seq), 256)), IF(seq % 3000, 'accepted', 'refused'),
	NOW() - INTERVAL 300000 - seq MINUTE, IF(seq % 3000, CONCAT('R', seq), NULL), NOW() - INTERVAL 300000 - seq MINUTE,
	NOW() - INTERVAL 300000 - seq MINUTE, @b + 1 + seq % 100000, CURDATE() - INTERVAL (300000 - seq) DIV 1440 DAY
FROM seq_1_to_300000;
INSERT INTO receipt (destination_id, outbox_id, receipt, via)
SELECT @d, @b + seq, CONCAT('R', seq), 'answer' FROM seq_1_to_300000 WHERE seq % 3000;

INSERT INTO certificate (uid, no, station_id, year, serial, person_id, from_on, to_on, minutes, scan_minutes, records, payload,
	issued_by, issued_at)
SELECT UNHEX(MD5(CONCAT('grow certificate ', seq))), CONCAT('C20', LPAD(seq, 8, '0')), @s, 2020, 100000 + seq, @b + 1 + seq % 100000,
	CURDATE() - INTERVAL 400 + seq % 900 DAY, CURDATE() - INTERVAL seq % 300 DAY, 60 + seq % 6000, 60 + seq % 6000, 1 + seq % 40, '{}',
	@clerk, NOW() - INTERVAL 20000 - seq HOUR
FROM seq_1_to_20000;

INSERT INTO training (uid, no, station_id, title, kind, starts_at, ends_at, study_minutes, places, created_by, state)
SELECT UNHEX(MD5(CONCAT('grow training ', seq))), CONCAT('T20', LPAD(seq, 8, '0')), @s, CONCAT('岗前培训第 ', seq, ' 期'), 1 + seq % 3,
	CURDATE() - INTERVAL 5000 - seq DAY + INTERVAL 9 HOUR, CURDATE() - INTERVAL 5000 - seq DAY + INTERVAL 11 HOUR, 90, 40, @clerk,
	'finished'
FROM seq_1_to_5000;

INSERT INTO honour (uid, no, station_id, person_id, name, awarded_on, authority, state, verified_by, created_by)
SELECT UNHEX(MD5(CONCAT('grow honour ', seq))), CONCAT('H20', LPAD(seq, 8, '0')), @s, @b + seq, '优秀志愿者',
	CURDATE() - INTERVAL 5000 - seq DAY, '杜桥街道办事处', 'effective', @reviewer, @clerk
FROM seq_1_to_5000;

INSERT INTO objection (uid, no, station_id, record_id, reason, raised_at, due_on, state, handled_by, result)
SELECT UNHEX(MD5(CONCAT('grow objection ', seq))), CONCAT('O20', LPAD(seq, 8, '0')), @s, @b + seq * 7, '时间不对',
	NOW() - INTERVAL 5000 - seq HOUR, CURDATE() - INTERVAL (5000 - seq) DIV 24 DAY, 'rejected', @reviewer, '记录无误'
FROM seq_1_to_5000;

INSERT INTO transfer (uid, no, station_id, person_id, direction, other_name, bundle_sha, records, minutes, state, entered_by, at)
SELECT UNHEX(MD5(CONCAT('grow transfer ', seq))), CONCAT('B20', LPAD(seq, 8, '0')), @s, @b + seq, IF(seq % 5, 'in', 'out'),
	'华阴市太华路街道', UNHEX(SHA2(CONCAT('grow transfer ', seq), 256)), 1 + seq % 50, 60 * (1 + seq % 50), 'withdrawn', @clerk,
	NOW() - INTERVAL 5000 - seq HOUR
FROM seq_1_to_5000;

INSERT INTO station_move (no, person_id, from_station_id, to_station_id, reason, asked_by, asked_at, state, handled_by, handled_at)
SELECT CONCAT('M20', LPAD(seq, 8, '0')), @b + seq, @s, @s2, '搬家', @clerk, NOW() - INTERVAL 3000 - seq HOUR, 'accepted', @reviewer,
	NOW() - INTERVAL 2999 - seq HOUR
FROM seq_1_to_300;
ANALYZE TABLE outbox, receipt, certificate, training, honour, objection, transfer, station_move;
