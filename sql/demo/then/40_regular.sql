-- One volunteer who came on forty Wednesdays before, two months ago and earlier, and has a star for it.
SET @yy = YEAR(CURDATE());
SELECT id INTO @s FROM station WHERE no = 1;
SELECT person_id INTO @p FROM volunteer WHERE no = CONCAT('V', @yy % 100, '00100004');
SELECT id INTO @clerk FROM staff WHERE login = 'liwei';
SELECT id INTO @reviewer FROM staff WHERE login = 'wangfang';
SELECT next_no - 1 INTO @a FROM serial WHERE kind = 'A' AND station_id = @s AND year = @yy;
SELECT next_no - 1 INTO @r FROM serial WHERE kind = 'R' AND station_id = @s AND year = @yy;
SET @last = CURDATE() - INTERVAL 63 + (WEEKDAY(CURDATE()) + 5) % 7 DAY;
CREATE TEMPORARY TABLE demo_week
WITH RECURSIVE w AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM w WHERE n < 40)
SELECT n, @last - INTERVAL 7 * (40 - n) DAY AS day FROM w;

INSERT INTO activity (uid, no, station_id, title, content, category, organiser, leader_name, starts_at, ends_at, place, region_code,
	planned, served, code_secret, state, created_by, created_at, published_by, published_at, roll_closed_at, notice_from, notice_until,
	record_due_on)
SELECT UNHEX(MD5(CONCAT('demo week ', w.n))), CONCAT('A', @yy % 100, '001', LPAD(@a + w.n, 5, '0')), @s,
	CONCAT('周三探访（', DATE_FORMAT(w.day, '%c月%e日'), '）'), '到独居老人家中陪伴聊天、代买药品', '0001', s.name, s.person_in_charge,
	TIMESTAMP(w.day, '14:00:00'), TIMESTAMP(w.day, '17:00:00'), '胜利社区各楼院', s.region_code, 1, 3,
	UNHEX(SHA2(CONCAT('demo code ', UUID()), 256)), 'notice', @clerk, TIMESTAMP(w.day - INTERVAL 8 DAY, '09:00:00'), @reviewer,
	TIMESTAMP(w.day - INTERVAL 6 DAY, '10:00:00'), TIMESTAMP(w.day, '17:30:00'), w.day + INTERVAL 2 DAY, w.day + INTERVAL 7 DAY,
	w.day + INTERVAL 14 DAY
FROM demo_week w JOIN station s ON s.id = @s;
UPDATE serial SET next_no = next_no + 40 WHERE kind IN ('A', 'R') AND station_id = @s AND year = @yy;

INSERT INTO roster (activity_id, person_id, station_id, added_by, added_at)
SELECT a.id, @p, @s, @clerk, a.published_at FROM activity a JOIN demo_week w ON a.uid = UNHEX(MD5(CONCAT('demo week ', w.n)));

-- From shortly after two to shortly before five o'clock.
INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category, content,
	activity_published_at, logged_at, reviewer_id, reviewed_at, notice_until, state)
SELECT UNHEX(MD5(CONCAT('demo weekly ', w.n))), CONCAT('R', @yy % 100, '001', LPAD(@r + w.n, 5, '0')), @s, a.id, @p, w.day,
	a.starts_at + INTERVAL CRC32(w.n) % 9 MINUTE, a.ends_at - INTERVAL CRC32(-w.n) % 12 MINUTE, 180 - CRC32(w.n) % 9 - CRC32(-w.n) % 12,
	'scan', a.category, a.content, a.published_at, a.ends_at, @reviewer, a.ends_at + INTERVAL 1 DAY, a.notice_until, 'notice'
FROM activity a JOIN demo_week w ON a.uid = UNHEX(MD5(CONCAT('demo week ', w.n)));
INSERT INTO volunteer_day (person_id, day, minutes)
SELECT r.person_id, r.served_on, r.minutes FROM service_record r JOIN demo_week w ON r.uid = UNHEX(MD5(CONCAT('demo weekly ', w.n)));
INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method, step)
SELECT UNHEX(MD5(CONCAT('demo weekly ', d.way, ' ', w.n))), r.activity_id, @p, @s, d.way, CASE d.way WHEN 'in' THEN r.starts_at ELSE r.ends_at END,
	'scan', UNIX_TIMESTAMP(CASE d.way WHEN 'in' THEN r.starts_at ELSE r.ends_at END) DIV 15
FROM service_record r JOIN demo_week w ON r.uid = UNHEX(MD5(CONCAT('demo weekly ', w.n))) JOIN (SELECT 'in' AS way UNION ALL SELECT 'out') d;

INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, proposed_at, decided_by, notice_from, notice_until, awarded_on)
SELECT UNHEX(MD5('demo star')), @s, @p, 1, SUM(minutes), 'awarded', @last + INTERVAL 10 DAY, @reviewer, @last + INTERVAL 11 DAY,
	@last + INTERVAL 19 DAY, @last + INTERVAL 20 DAY
FROM service_record r JOIN demo_week w ON r.uid = UNHEX(MD5(CONCAT('demo weekly ', w.n)));
UPDATE volunteer SET star = 1 WHERE person_id = @p;
DROP TEMPORARY TABLE demo_week;
