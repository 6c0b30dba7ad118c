-- rows.sql - what one busy station has after years, on top of the demo: 100,000 volunteers, 400,000 consents, 200,000 needs
-- (the oldest 30,000 of the station next door), 500,000 applications, 20,000 activities with a roster and 1,000,000 records,
-- 1,200,000 audit rows. For `make bench-grow`; nothing here is a person's.
--
-- A table that is empty and checks neither keys nor references is filled in bulk, keys last: so the demo's rows go aside
-- (grow_TABLE), the many come in, the few come back. Checks of rows (CHECK) hold all the while. Ids begin at 10,001, behind
-- the demo's.
SET SESSION unique_checks = 0, foreign_key_checks = 0, max_statement_time = 0;
-- What comes back holds values for generated columns too; they are passed over.
SET SESSION sql_mode = '';
SET @b = 10000;
SELECT id, no, region_code INTO @s, @sno, @region FROM station WHERE no = 1;
SELECT id INTO @s2 FROM station WHERE no = 2;
SELECT id INTO @clerk FROM staff WHERE login = 'liwei';
SELECT id INTO @reviewer FROM staff WHERE login = 'wangfang';
SELECT id INTO @manager FROM staff WHERE login = 'zhangmin';

-- People. Half of all hours are served by the first 5,000, the regulars.
CREATE TABLE grow_person AS SELECT * FROM person;
TRUNCATE person;
INSERT INTO person (id, uid, name, sex, birth_on)
SELECT @b + seq, UNHEX(MD5(CONCAT('grow person ', seq))),
	CONCAT(ELT(1 + seq % 8, '王', '李', '张', '刘', '陈', '杨', '赵', '黄'),
		ELT(1 + seq DIV 8 % 9, '建国', '秀英', '晓燕', '志强', '玉兰', '文博', '雅静', '国华', '丽萍')),
	1 + seq % 2, '1950-01-01' + INTERVAL seq % 18000 DAY
FROM seq_1_to_100000;
INSERT INTO person SELECT * FROM grow_person;

CREATE TABLE grow_volunteer AS SELECT * FROM volunteer;
TRUNCATE volunteer;
INSERT INTO volunteer (person_id, no, station_id, region_code, service_region_code, categories, skills, state, registered_at, star)
SELECT @b + seq, CONCAT('V20', LPAD(@sno, 3, '0'), LPAD(seq, 7, '0')), @s, @region, '610502', '0001,0017', '01,09',
	IF(seq % 500 = 0, 'paused', 'active'), NOW() - INTERVAL 1500 + (100000 - seq) DIV 70 DAY, IF(seq <= 5000 AND seq % 100, 1, 0)
FROM seq_1_to_100000;
INSERT INTO volunteer SELECT * FROM grow_volunteer;

CREATE TABLE grow_consent AS SELECT * FROM consent;
TRUNCATE consent;
INSERT INTO consent (id, person_id, purpose, given_at)
SELECT @b + seq, @b + 1 + (seq - 1) DIV 4, ELT(1 + seq % 4, 'registration', 'record', 'platform', 'public_name'),
	NOW() - INTERVAL 1500 DAY
FROM seq_1_to_400000;
INSERT INTO consent SELECT * FROM grow_consent;

-- Needs, in the order they came; what came long ago is settled.
CREATE TABLE grow_need AS SELECT * FROM need;
TRUNCATE need;
INSERT INTO need (id, no, station_id, source, sex, age_band, category, target_group, description, grid, state, decline_reason,
	verified_by, verified_at, registered_at, registered_by)
SELECT @b + seq, CONCAT('N20', IF(seq <= 30000, '002', LPAD(@sno, 3, '0')), LPAD(seq, 7, '0')), IF(seq <= 30000, @s2, @s),
	ELT(1 + seq % 5, 'survey', 'visit', 'meeting', 'phone', 'grid'), 1 + seq % 2, NULL, c.code, LPAD(1 + seq % 6, 2, '0'),
	'需要有人陪同去医院取药，并帮忙打扫房间', CONCAT('第', 1 + seq % 12, '网格'),
	CASE WHEN seq > 196000 THEN 'to_verify' WHEN seq > 192000 THEN 'verified' WHEN seq % 20 = 0 THEN 'declined'
		WHEN seq % 3 = 0 THEN 'in_project' ELSE 'done' END,
	IF(seq <= 192000 AND seq % 20 = 0, '不属于志愿服务', NULL), IF(seq > 196000, NULL, @reviewer),
	IF(seq > 196000, NULL, NOW() - INTERVAL (200000 - seq) * 50 MINUTE), NOW() - INTERVAL (200000 - seq) * 51 MINUTE, @clerk
FROM seq_1_to_200000
JOIN (SELECT ROW_NUMBER() OVER (ORDER BY code) - 1 AS i, code, COUNT(*) OVER () AS n
	FROM code_item WHERE list = 'service_category') c ON c.i = CRC32(seq) % c.n
ORDER BY seq;
INSERT INTO need SELECT * FROM grow_need;

INSERT INTO survey (uid, no, code, station_id, title, template, state, opens_on, closes_on, created_by)
SELECT UNHEX(MD5(CONCAT('grow survey ', seq))), CONCAT('S20', LPAD(@sno, 3, '0'), LPAD(seq, 5, '0')), CONCAT('g', LPAD(seq, 7, '0')),
	@s, CONCAT('第 ', seq, ' 次走访调查'), 'elder', 'closed', CURDATE() - INTERVAL 2100 - seq DAY, CURDATE() - INTERVAL 2090 - seq DAY,
	@clerk
FROM seq_1_to_2000;

-- 2,500 projects of one position each, the newest 200 still running; 200 applications for each.
CREATE TABLE grow_project AS SELECT * FROM project;
TRUNCATE project;
INSERT INTO project (id, uid, no, station_id, title, categories, recipients, goal, intro, starts_on, ends_on, recruit_from,
	recruit_to, place, region_code, screening_confirmed, screened_by, author_id, submitted_at, approver_id, approved_at,
	published_at, closed_at, state, created_at)
SELECT @b + seq, UNHEX(MD5(CONCAT('grow project ', seq))), CONCAT('P20', LPAD(@sno, 3, '0'), LPAD(seq, 5, '0')), @s,
	CONCAT('邻里互助第 ', seq, ' 期'), '0001', '01', '让独居老人有人陪伴', '上门陪伴、代买药品', d.first, d.first + INTERVAL 120 DAY,
	d.first, d.first + INTERVAL 60 DAY, '胜利社区', @region, 1, @reviewer, @clerk, d.first - INTERVAL 9 DAY, @reviewer,
	d.first - INTERVAL 7 DAY, d.first - INTERVAL 6 DAY, IF(seq > 2300, NULL, d.first + INTERVAL 130 DAY),
	IF(seq > 2300, ELT(1 + seq % 2, 'recruiting', 'running'), 'closed'), d.first - INTERVAL 10 DAY
FROM (SELECT seq, CURDATE() - INTERVAL 30 + IF(seq > 2300, 0, 2400 - seq) DAY AS first FROM seq_1_to_2500) d;
INSERT INTO project SELECT * FROM grow_project;
INSERT INTO project_need (project_id, need_id)
SELECT @b + 1 + (seq - 1) DIV 3, @b + 30000 + seq * 3 FROM seq_1_to_7500;

CREATE TABLE grow_position AS SELECT * FROM position;
TRUNCATE position;
INSERT INTO position (id, uid, project_id, title, wanted, taken)
SELECT @b + seq, UNHEX(MD5(CONCAT('grow position ', seq))), @b + seq, '陪伴志愿者', 200, 160 FROM seq_1_to_2500;
INSERT INTO position SELECT * FROM grow_position;

CREATE TABLE grow_application AS SELECT * FROM application;
TRUNCATE application;
INSERT INTO application (id, uid, station_id, project_id, position_id, person_id, state, reason, line_no, applied_at,
	decided_by, decided_at, withdrawn_at)
SELECT @b + n, UNHEX(MD5(CONCAT('grow application ', n))), @s, @b + i, @b + i, @b + 1 + n * 7 % 100000,
	CASE WHEN k < 8 THEN 'accepted' WHEN i > 2300 THEN IF(k = 8, 'pending', 'waiting') ELSE IF(k = 8, 'refused', 'withdrawn') END,
	IF(i <= 2300 AND k = 8, '名额已满', NULL), IF(i > 2300 AND k = 9, 1 + n % 200 DIV 10, NULL),
	NOW() - INTERVAL 20 + IF(i > 2300, 0, 2400 - i) DAY, IF(k < 8, @reviewer, NULL),
	IF(k < 8, NOW() - INTERVAL 19 + IF(i > 2300, 0, 2400 - i) DAY, NULL),
	IF(i <= 2300 AND k = 9, NOW() - INTERVAL 10 + 2400 - i DAY, NULL)
FROM (SELECT seq AS n, 1 + (seq - 1) DIV 200 AS i, seq % 10 AS k FROM seq_1_to_500000) x;
INSERT INTO application SELECT * FROM grow_application;

-- Twenty activities a day: the last 120 are to come, 200 wait for their records, 400 are under notice.
CREATE TABLE grow_activity AS SELECT * FROM activity;
TRUNCATE activity;
INSERT INTO activity (id, uid, no, station_id, project_id, title, content, category, organiser, leader_name, starts_at, ends_at,
	place, region_code, planned, served, code_secret, state, created_by, created_at, published_by, published_at, roll_closed_at,
	notice_from, notice_until, record_due_on, archived_at)
SELECT @b + seq, UNHEX(MD5(CONCAT('grow activity ', seq))), CONCAT('A20', LPAD(@sno, 3, '0'), LPAD(seq, 6, '0')), @s,
	@b + 1 + seq DIV 9, CONCAT('邻里互助第 ', seq, ' 场'), '上门陪伴、代买药品', LPAD(1 + seq % 9, 4, '0'), '胜利社区志愿服务站', '张敏',
	TIMESTAMP(day, '14:00:00'), TIMESTAMP(day, '17:00:00'), '胜利社区', @region, 50, IF(ago > 0, 60, NULL),
	UNHEX(SHA2(CONCAT('grow code ', seq), 256)), state, @clerk, TIMESTAMP(day - INTERVAL 8 DAY, '09:00:00'), @reviewer,
	TIMESTAMP(day - INTERVAL 6 DAY, '10:00:00'), IF(ago > 0, TIMESTAMP(day, '17:30:00'), NULL),
	CASE state WHEN 'notice' THEN CURDATE() - INTERVAL 1 DAY WHEN 'archived' THEN day + INTERVAL 2 DAY END,
	CASE state WHEN 'notice' THEN CURDATE() + INTERVAL 4 DAY WHEN 'archived' THEN day + INTERVAL 7 DAY END,
	day + INTERVAL 14 DAY, IF(state = 'archived', TIMESTAMP(day + INTERVAL 8 DAY), NULL)
FROM (SELECT seq, ago, CURDATE() - INTERVAL ago DAY AS day,
	CASE WHEN ago <= 0 THEN 'published' WHEN ago <= 10 THEN 'recording' WHEN ago <= 30 THEN 'notice' ELSE 'archived' END AS state
	FROM (SELECT seq, CAST((20120 - seq) DIV 20 AS SIGNED) - 5 AS ago FROM seq_1_to_20120) x) y;
INSERT INTO activity SELECT * FROM grow_activity;

-- Fifty on each roster, half of them regulars; one activity a day for each of them.
CREATE TABLE grow_roster AS SELECT * FROM roster;
TRUNCATE roster;
INSERT INTO roster (id, activity_id, person_id, station_id, added_by, added_at)
SELECT @b + n, @b + a, @b + 1 + IF(k < 25, (a * 25 + k) % 5000, 5000 + (a * 25 + k - 25) % 95000), @s, @clerk,
	NOW() - INTERVAL (20120 - a) DIV 20 DAY
FROM (SELECT seq AS n, 1 + (seq - 1) DIV 50 AS a, (seq - 1) % 50 AS k FROM seq_1_to_1006000) x;
INSERT INTO roster SELECT * FROM grow_roster;

CREATE TABLE grow_service_record AS SELECT * FROM service_record;
TRUNCATE service_record;
INSERT INTO service_record (id, uid, no, station_id, activity_id, project_id, person_id, served_on, starts_at, ends_at, minutes,
	evidence, category, content, activity_published_at, flags, logger_id, logged_at, reviewer_id, reviewed_at, second_reviewer_id,
	second_reviewed_at, notice_until, effective_at, ended_at, end_reason, state)
SELECT r.id, UNHEX(MD5(CONCAT('grow record ', r.id))), CONCAT('R20', LPAD(@sno, 3, '0'), LPAD(r.id - @b, 7, '0')), @s, a.id,
	a.project_id, r.person_id, DATE(a.starts_at), a.starts_at + INTERVAL r.id % 9 MINUTE, a.ends_at - INTERVAL r.id % 12 MINUTE,
	180 - r.id % 9 - r.id % 12, ELT(1 + FIELD(r.id % 20, 1, 2, 3, 4, 5, 0), 'scan', 'list', 'list', 'list', 'list', 'declared',
		IF(r.id % 100, 'scan', 'backfill')), a.category, a.content, a.published_at,
	CASE WHEN r.id % 25 = 0 THEN 'late_entry,same_device' WHEN r.id % 40 = 7 THEN 'equal_minutes' ELSE '' END,
	IF(r.id % 20 BETWEEN 1 AND 4 OR r.id % 100 = 0, @clerk, NULL), a.ends_at,
	IF(a.state = 'recording', NULL, @reviewer), IF(a.state = 'recording', NULL, a.ends_at + INTERVAL 1 DAY),
	IF(a.state = 'recording' OR r.id % 100, NULL, @manager), IF(a.state = 'recording' OR r.id % 100, NULL, a.ends_at + INTERVAL 1 DAY),
	a.notice_until, IF(a.state = 'archived', a.archived_at, NULL), IF(a.state = 'archived' AND r.id % 500 = 11, NOW(), NULL),
	IF(a.state = 'archived' AND r.id % 500 = 11, '重复登记', NULL),
	CASE a.state WHEN 'recording' THEN 'to_review' WHEN 'notice' THEN 'notice' ELSE IF(r.id % 500 = 11, 'withdrawn', 'effective') END
FROM roster r FORCE INDEX (PRIMARY) STRAIGHT_JOIN activity a ON a.id = r.activity_id
WHERE r.id BETWEEN @b + 1 AND @b + 1000000;
INSERT INTO service_record SELECT * FROM grow_service_record;

-- What moves with the records.
INSERT INTO volunteer_day (person_id, day, minutes)
SELECT person_id, served_on, minutes FROM service_record WHERE id > @b AND state <> 'withdrawn' ORDER BY person_id, served_on;
INSERT INTO volunteer_total (person_id, minutes, records, scan_minutes, list_minutes, declared_minutes, backfill_minutes)
SELECT person_id, SUM(minutes), COUNT(*), SUM(IF(evidence = 'scan', minutes, 0)), SUM(IF(evidence = 'list', minutes, 0)),
	SUM(IF(evidence = 'declared', minutes, 0)), SUM(IF(evidence = 'backfill', minutes, 0))
FROM service_record WHERE id > @b AND state = 'effective' GROUP BY person_id;
INSERT INTO station_month (station_id, month, minutes, records, scan_minutes, list_minutes, declared_minutes, backfill_minutes)
SELECT @s, DATE_FORMAT(served_on, '%Y-%m'), SUM(minutes), COUNT(*), SUM(IF(evidence = 'scan', minutes, 0)),
	SUM(IF(evidence = 'list', minutes, 0)), SUM(IF(evidence = 'declared', minutes, 0)), SUM(IF(evidence = 'backfill', minutes, 0))
FROM service_record WHERE id > @b AND state = 'effective' GROUP BY 2
ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes), records = records + VALUES(records),
	scan_minutes = scan_minutes + VALUES(scan_minutes), list_minutes = list_minutes + VALUES(list_minutes),
	declared_minutes = declared_minutes + VALUES(declared_minutes), backfill_minutes = backfill_minutes + VALUES(backfill_minutes);
DELETE FROM region_month;
INSERT INTO region_month (region_code, month, minutes, records, scan_minutes, list_minutes, declared_minutes, backfill_minutes)
SELECT LEFT(s.region_code, w.n) AS code, m.month, SUM(m.minutes), SUM(m.records), SUM(m.scan_minutes), SUM(m.list_minutes), SUM(m.declared_minutes),
	SUM(m.backfill_minutes)
FROM station_month m JOIN station s ON s.id = m.station_id JOIN (SELECT 6 AS n UNION ALL SELECT 12) w
	ON w.n = 12 OR CHAR_LENGTH(s.region_code) > 6 GROUP BY code, m.month;
INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, proposed_at, decided_by, notice_from, notice_until,
	awarded_on)
SELECT UNHEX(MD5(CONCAT('grow star ', person_id))), @s, person_id, 1, 6000, 'awarded', NOW() - INTERVAL 400 DAY, @reviewer,
	CURDATE() - INTERVAL 399 DAY, CURDATE() - INTERVAL 390 DAY, CURDATE() - INTERVAL 389 DAY
FROM volunteer WHERE person_id > @b AND star = 1;

CREATE TABLE grow_audit AS SELECT * FROM audit;
TRUNCATE audit;
INSERT INTO audit (id, at, actor_kind, actor_id, station_id, action, target, target_id)
SELECT @b + seq, NOW() - INTERVAL (1200000 - seq) MINUTE, 'staff', @clerk, @s, 'need.verify', 'need', @b + 1 + seq % 200000
FROM seq_1_to_1200000;
INSERT INTO audit SELECT * FROM grow_audit;

DROP TABLE grow_person, grow_volunteer, grow_consent, grow_need, grow_project, grow_position, grow_application, grow_activity,
	grow_roster, grow_service_record, grow_audit;
ANALYZE TABLE person, volunteer, consent, need, project, position, application, activity, roster, service_record, volunteer_day,
	volunteer_total, star_award, audit;
