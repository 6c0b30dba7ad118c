-- Activities of the last two months with rosters, check-ins and records. Records stand under a notice that has ended, so
-- that the suite itself makes them effective: totals, ledger and posting come about as they do in earnest. The newest of
-- them are under notice for some days more.
SET @yy = YEAR(CURDATE());
CREATE TEMPORARY TABLE demo_activity
SELECT ROW_NUMBER() OVER (ORDER BY p.station_id, d.day, p.id) AS n, p.id AS project_id, p.station_id, p.title, p.intro, p.place, p.goal,
	SUBSTRING_INDEX(p.categories, ',', 1) AS category, p.recipients, p.author_id, p.approver_id, s.name AS organiser,
	s.person_in_charge AS leader, CURDATE() + INTERVAL d.day DAY AS day, d.day AS far
FROM project p JOIN station s ON s.id = p.station_id
JOIN (SELECT -58 AS day UNION ALL SELECT -51 UNION ALL SELECT -44 UNION ALL SELECT -37 UNION ALL SELECT -30 UNION ALL SELECT -23
	UNION ALL SELECT -16 UNION ALL SELECT -9 UNION ALL SELECT -2 UNION ALL SELECT 3) d
WHERE EXISTS (SELECT 1 FROM application x WHERE x.project_id = p.id AND x.state = 'accepted')
	AND p.state IN ('running', 'recruiting', 'closed') AND CURDATE() + INTERVAL d.day DAY BETWEEN p.starts_on AND p.ends_on;

INSERT INTO activity (uid, no, station_id, project_id, title, content, category, recipients, organiser, leader_name, starts_at, ends_at,
	place, region_code, planned, served, code_secret, state, created_by, created_at, published_by, published_at, roll_closed_at,
	notice_from, notice_until, record_due_on)
SELECT UNHEX(MD5(CONCAT('demo activity ', n))), CONCAT('A', @yy % 100, LPAD((SELECT no FROM station WHERE id = station_id), 3, '0'),
	LPAD(n, 5, '0')), station_id, project_id, CONCAT(title, '（', DATE_FORMAT(day, '%c月%e日'), '）'), LEFT(intro, 500), category, recipients,
	organiser, leader, TIMESTAMP(day, '14:00:00'), TIMESTAMP(day, '17:00:00'), place, '610502002', 16,
	CASE WHEN far < 0 THEN 20 + CRC32(n) % 30 END, UNHEX(SHA2(CONCAT('demo code ', UUID()), 256)),
	CASE WHEN far < -7 THEN 'notice' WHEN far < 0 THEN 'recording' ELSE 'published' END, author_id,
	TIMESTAMP(day - INTERVAL 8 DAY, '09:00:00'), approver_id, TIMESTAMP(day - INTERVAL 6 DAY, '10:00:00'),
	CASE WHEN far < 0 THEN TIMESTAMP(day, '17:30:00') END,
	CASE WHEN far = -9 THEN CURDATE() - INTERVAL 1 DAY WHEN far < -7 THEN day + INTERVAL 2 DAY END,
	CASE WHEN far = -9 THEN CURDATE() + INTERVAL 4 DAY WHEN far < -7 THEN day + INTERVAL 7 DAY END, day + INTERVAL 14 DAY
FROM demo_activity;
INSERT INTO serial (kind, station_id, year, next_no) SELECT 'A', id, @yy, 1 + (SELECT COUNT(*) FROM demo_activity) FROM station WHERE no IN (1, 2);
DROP TEMPORARY TABLE demo_activity;

INSERT INTO roster (activity_id, person_id, station_id, position_id, added_by, added_at)
SELECT a.id, p.person_id, a.station_id, MIN(p.position_id), a.created_by, a.published_at FROM activity a
JOIN application p ON p.project_id = a.project_id AND p.state = 'accepted'
WHERE CRC32(CONCAT('roster ', a.id, ' ', p.person_id)) % 100 < 70 GROUP BY a.id, p.person_id;

-- One activity a day for each person, from shortly after two to five o'clock.
INSERT INTO service_record (uid, no, station_id, activity_id, project_id, person_id, served_on, starts_at, ends_at, minutes, evidence,
	category, content, activity_published_at, logger_id, logged_at, reviewer_id, reviewed_at, notice_until, state)
SELECT UNHEX(MD5(CONCAT('demo record ', r.id))), CONCAT('R', @yy % 100, LPAD(s.no, 3, '0'),
	LPAD(ROW_NUMBER() OVER (PARTITION BY a.station_id ORDER BY a.starts_at, r.id), 5, '0')), a.station_id, a.id, a.project_id, r.person_id,
	DATE(a.starts_at), a.starts_at + INTERVAL CRC32(CONCAT('in', r.id)) % 9 MINUTE, a.ends_at - INTERVAL CRC32(CONCAT('out', r.id)) % 12 MINUTE,
	TIMESTAMPDIFF(MINUTE, a.starts_at + INTERVAL CRC32(CONCAT('in', r.id)) % 9 MINUTE,
		a.ends_at - INTERVAL CRC32(CONCAT('out', r.id)) % 12 MINUTE),
	CASE WHEN CRC32(CONCAT('how', r.id)) % 100 < 78 THEN 'scan' ELSE 'list' END, a.category, LEFT(a.content, 200), a.published_at,
	CASE WHEN CRC32(CONCAT('how', r.id)) % 100 < 78 THEN NULL ELSE a.created_by END, a.ends_at,
	CASE WHEN a.state = 'notice' THEN a.published_by END, CASE WHEN a.state = 'notice' THEN a.ends_at + INTERVAL 1 DAY END,
	CASE WHEN a.state = 'notice' THEN a.notice_until END, CASE WHEN a.state = 'notice' THEN 'notice' ELSE 'to_review' END
FROM roster r JOIN activity a ON a.id = r.activity_id JOIN station s ON s.id = a.station_id
WHERE a.starts_at < NOW() AND CRC32(CONCAT('came', r.id)) % 100 < 90
	AND NOT EXISTS (SELECT 1 FROM roster r2 JOIN activity a2 ON a2.id = r2.activity_id
		WHERE r2.person_id = r.person_id AND DATE(a2.starts_at) = DATE(a.starts_at) AND a2.id < a.id);
INSERT INTO serial (kind, station_id, year, next_no)
SELECT 'R', station_id, @yy, COUNT(*) + 1 FROM service_record GROUP BY station_id;
INSERT INTO volunteer_day (person_id, day, minutes) SELECT person_id, served_on, SUM(minutes) FROM service_record GROUP BY person_id, served_on;

INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method, step, recorded_by)
SELECT UNHEX(MD5(CONCAT('demo ', d.way, ' ', r.id))), r.activity_id, r.person_id, r.station_id, d.way,
	CASE d.way WHEN 'in' THEN r.starts_at ELSE r.ends_at END, CASE r.evidence WHEN 'scan' THEN 'scan' ELSE 'list' END,
	CASE r.evidence WHEN 'scan' THEN UNIX_TIMESTAMP(CASE d.way WHEN 'in' THEN r.starts_at ELSE r.ends_at END) DIV 15 END, r.logger_id
FROM service_record r JOIN (SELECT 'in' AS way UNION ALL SELECT 'out') d;
