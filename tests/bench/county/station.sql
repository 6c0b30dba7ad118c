-- station.sql - one station of a made county with its years, past all programs: five of staff, @P volunteers, @A activities of @G
-- people that are over and @F to come, a record of about an hour for each who was there, needs, homes, orders, projects with
-- applications, one open survey. plant.mjs sets @k (which station), @P, @A, @G, @F, @H homes, @N needs, @O orders, @region; it has
-- loaded people, homes and orders before, whose sealed values only a program can make. All ids follow from @k, so that any part can
-- be made again.
SET @s = 100 + @k, @b = 10000;
SET @p0 = @b + (@k - 1) * (@P + 5), @a0 = @b + (@k - 1) * (@A + @F), @r0 = @b + (@k - 1) * @A * @G,
	@o0 = @b + (@k - 1) * (@A + @F) * @G, @j0 = @b + (@k - 1) * 20, @n0 = @b + (@k - 1) * @N, @h0 = @b + (@k - 1) * @H, @x0 = @b + (@k - 1) * 2200,
	@d0 = @b + (@k - 1) * @O, @f0 = 10000 + (@k - 1) * 5;
SET @clerk = @f0 + 1, @reviewer = @f0 + 3, @manager = @f0 + 5;

INSERT INTO station (id, no, name, region_code, address, phone, person_in_charge, open_hours, intro, area_m2, population, opened_on)
VALUES (@s, @s, CONCAT('第', @k, '社区志愿服务站'), @region, '社区服务中心一楼', '0913-2100001', '张敏', '周一至周六 8:30–18:00', '助老、助学、便民', 60, 8000,
	CURDATE() - INTERVAL 1200 DAY);
INSERT INTO staff (id, person_id, home_station_id, login, name, password_hash, password_changed_at, totp_sealed, second_at, last_sign_in_at)
SELECT @f0 + seq, @p0 + @P + seq, @s, CONCAT('c', @k, '_', seq), CONCAT('员工', seq), 'none', NOW(), 'none', NOW(), NOW() FROM seq_1_to_5;
INSERT INTO staff_role (staff_id, role, station_id) SELECT @f0 + seq, ELT(seq, 'clerk', 'clerk', 'reviewer', 'reviewer', 'manager'), @s FROM seq_1_to_5;

INSERT INTO volunteer (person_id, no, station_id, region_code, service_region_code, categories, skills, state, registered_at)
SELECT @p0 + seq, CONCAT('V23', @s, LPAD(seq, 6, '0')), @s, @region, '610502', '0001,0017', '01,09', IF(seq % 50 = 0, 'paused', 'active'),
	NOW() - INTERVAL 1190 - seq % 90 DAY
FROM seq_1_to_1000000 WHERE seq <= @P;
INSERT INTO consent (person_id, purpose, given_at)
SELECT v.person_id, w.purpose, v.registered_at FROM volunteer v JOIN (SELECT 'registration' AS purpose UNION SELECT 'record' UNION SELECT 'platform') w
WHERE v.station_id = @s;
INSERT INTO wechat_account (appid, openid, person_id, bound_at)
SELECT 'wx-demo-station', CONCAT('oCounty', @p0 + seq), @p0 + seq, NOW() FROM seq_1_to_1000000 WHERE seq <= @P;

INSERT INTO project (id, uid, no, station_id, title, categories, recipients, goal, intro, starts_on, ends_on, recruit_from, recruit_to, place,
	region_code, screening_confirmed, screened_by, author_id, submitted_at, approver_id, approved_at, published_at, closed_at, state, created_at)
SELECT @j0 + seq, UNHEX(MD5(CONCAT('county project ', @j0 + seq))), CONCAT('P23', @s, LPAD(seq, 5, '0')), @s, CONCAT('邻里互助第 ', seq, ' 期'), '0001', '01',
	'让独居老人有人陪伴', '上门陪伴、代买药品', d.first, d.first + INTERVAL 120 DAY, d.first, d.first + INTERVAL 60 DAY, '社区', @region, 1, @reviewer,
	@clerk, d.first - INTERVAL 9 DAY, @reviewer, d.first - INTERVAL 7 DAY, d.first - INTERVAL 6 DAY,
	IF(seq > 18, NULL, d.first + INTERVAL 130 DAY), IF(seq > 18, 'recruiting', 'closed'), d.first - INTERVAL 10 DAY
FROM (SELECT seq, CURDATE() - INTERVAL IF(seq > 18, 20, 1100 - seq * 50) DAY AS first FROM seq_1_to_20) d;
INSERT INTO position (id, uid, project_id, title, wanted, taken, mode)
SELECT @j0 + seq, UNHEX(MD5(CONCAT('county position ', @j0 + seq))), @j0 + seq, '陪伴志愿者', 500, IF(seq > 18, 0, 80), 'apply' FROM seq_1_to_20;
INSERT INTO application (id, uid, station_id, project_id, project_open, position_id, person_id, state, reason, applied_at, decided_by, decided_at)
SELECT @x0 + seq, UNHEX(MD5(CONCAT('county application ', @x0 + seq))), @s, @j0 + i, i > 18, @j0 + i, @p0 + 1 + (i * 7 + n * 2) % @P,
	CASE WHEN i > 18 THEN 'pending' WHEN n < 80 THEN 'accepted' ELSE 'refused' END, IF(i <= 18 AND n >= 80, '名额已满', NULL),
	NOW() - INTERVAL IF(i > 18, 0, 1095 - i * 50) DAY - INTERVAL n MINUTE, IF(i > 18, NULL, @reviewer),
	IF(i > 18, NULL, NOW() - INTERVAL 1094 - i * 50 DAY)
FROM (SELECT seq, 1 + seq DIV 100 AS i, seq % 100 AS n FROM seq_0_to_1999) x;

INSERT INTO activity (id, uid, no, station_id, project_id, title, content, category, organiser, leader_name, starts_at, ends_at, place, region_code,
	planned, served, code_secret, state, created_by, created_at, published_by, published_at, declared_on, roll_closed_at, notice_from, notice_until,
	record_due_on, archived_at, awaits)
SELECT @a0 + seq, UNHEX(MD5(CONCAT('county activity ', @a0 + seq))), CONCAT('A23', @s, LPAD(seq, 6, '0')), @s,
	@j0 + IF(state = 'published', 19, 1 + seq * 18 DIV (@A + 1)), CONCAT('邻里互助第 ', seq, ' 场'), '上门陪伴、代买药品', LPAD(1 + seq % 9, 4, '0'),
	CONCAT('第', @k, '社区志愿服务站'), '张敏', TIMESTAMP(day, '09:00:00'), TIMESTAMP(day, '10:15:00'), '社区活动室', @region, @G,
	IF(state = 'published', NULL, 30), UNHEX(SHA2(CONCAT('county code ', @a0 + seq), 256)), state, @clerk, TIMESTAMP(day - INTERVAL 30 DAY, '09:00:00'),
	@manager, TIMESTAMP(day - INTERVAL 25 DAY, '10:00:00'), day - INTERVAL 25 DAY, IF(state = 'published', NULL, TIMESTAMP(day, '10:30:00')),
	CASE state WHEN 'notice' THEN CURDATE() - INTERVAL 1 DAY WHEN 'archived' THEN day + INTERVAL 2 DAY END,
	CASE state WHEN 'notice' THEN CURDATE() + INTERVAL 6 DAY WHEN 'archived' THEN day + INTERVAL 7 DAY END,
	day + INTERVAL 30 DAY, IF(state = 'archived', TIMESTAMP(day + INTERVAL 8 DAY), NULL), state = 'recording'
FROM (SELECT seq, IF(seq > @A, CURDATE() + INTERVAL 1 + (seq - @A) DIV 2 DAY, CURDATE() - INTERVAL 1 + (@A - seq) * 1095 DIV @A DAY) AS day,
	CASE WHEN seq > @A THEN 'published' WHEN seq > @A - 3 THEN 'recording' WHEN seq > @A - 10 THEN 'notice' ELSE 'archived' END AS state
	FROM seq_1_to_100000 WHERE seq <= @A + @F) d;
INSERT INTO shift (activity_id, position_id, project_id, station_id, wanted, taken, mode, opens_at, closes_at, leave_until, opened_by, opened_at)
SELECT id, @j0 + 19, @j0 + 19, @s, 400, 0, 'direct', NOW() - INTERVAL 5 DAY, starts_at, starts_at - INTERVAL 1 HOUR, @clerk, NOW() - INTERVAL 5 DAY
FROM activity WHERE station_id = @s AND state = 'published';

-- Half of all hours are served by one volunteer in ten, the regulars.
INSERT INTO roster (id, activity_id, person_id, station_id, added_by, added_at)
SELECT @o0 + n, @a0 + a, @p0 + 1 + IF(i < 12, (a * 12 + i) % (@P DIV 10), @P DIV 10 + (a * 13 + i - 12) % (@P - @P DIV 10)), @s, @clerk,
	(SELECT LEAST(NOW(), starts_at - INTERVAL 3 DAY) FROM activity WHERE id = @a0 + a)
FROM (SELECT seq AS n, 1 + (seq - 1) DIV @G AS a, (seq - 1) % @G AS i FROM seq_1_to_1000000 WHERE seq <= (@A + @F) * @G) x;

INSERT INTO service_record (id, uid, no, station_id, activity_id, project_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category,
	content, activity_published_at, flags, logger_id, logged_at, reviewer_id, reviewed_at, notice_until, effective_at, state)
SELECT x.id, UNHEX(MD5(CONCAT('county record ', x.id))), CONCAT('R23', @s, LPAD(x.n, 7, '0')), @s, x.activity_id, x.project_id, x.person_id,
	DATE(x.starts_at), x.starts_at + INTERVAL x.id % 6 MINUTE, x.starts_at + INTERVAL x.id % 6 + 55 + x.id % 11 MINUTE, 55 + x.id % 11,
	IF(x.id % 4 = 1, 'list', 'scan'), x.category, '上门陪伴、代买药品', x.published_at, IF(x.id % 40 = 7, 'same_device', ''),
	IF(x.id % 4 = 1, @clerk, NULL), x.ends_at, IF(x.state = 'recording', NULL, @reviewer), IF(x.state = 'recording', NULL, x.ends_at + INTERVAL 1 DAY),
	IF(x.state = 'recording', NULL, x.notice_until), x.archived_at,
	CASE x.state WHEN 'recording' THEN 'to_review' WHEN 'notice' THEN 'notice' ELSE 'effective' END
FROM (SELECT @r0 + o.id - @o0 AS id, o.id - @o0 AS n, o.activity_id, o.person_id, a.project_id, a.starts_at, a.ends_at, a.category, a.published_at,
	a.state, a.notice_until, a.archived_at FROM roster o JOIN activity a ON a.id = o.activity_id
	WHERE o.id BETWEEN @o0 + 1 AND @o0 + @A * @G) x;
INSERT INTO attendance (id, uid, activity_id, person_id, station_id, direction, at, method, nearness, recorded_by)
SELECT r.id * 2 + w.n, UNHEX(MD5(CONCAT('county ', w.way, ' ', r.id))), r.activity_id, r.person_id, @s, w.way, IF(w.n, r.ends_at, r.starts_at),
	r.evidence, IF(r.evidence = 'scan', 'in', 'unknown'), r.logger_id
FROM service_record r JOIN (SELECT 'in' AS way, 0 AS n UNION SELECT 'out', 1) w WHERE r.id BETWEEN @r0 + 1 AND @r0 + @A * @G;

-- What moves with the records.
INSERT INTO volunteer_day (person_id, day, minutes)
SELECT person_id, served_on, SUM(minutes) FROM service_record WHERE id BETWEEN @r0 + 1 AND @r0 + @A * @G GROUP BY person_id, served_on;
INSERT INTO volunteer_total (person_id, minutes, records, scan_minutes, list_minutes)
SELECT person_id, SUM(minutes), COUNT(*), SUM(IF(evidence = 'scan', minutes, 0)), SUM(IF(evidence = 'list', minutes, 0))
FROM service_record WHERE id BETWEEN @r0 + 1 AND @r0 + @A * @G AND state = 'effective' GROUP BY person_id;
INSERT INTO station_month (station_id, month, minutes, records, scan_minutes, list_minutes)
SELECT @s, DATE_FORMAT(served_on, '%Y-%m'), SUM(minutes), COUNT(*), SUM(IF(evidence = 'scan', minutes, 0)), SUM(IF(evidence = 'list', minutes, 0))
FROM service_record WHERE id BETWEEN @r0 + 1 AND @r0 + @A * @G AND state = 'effective' GROUP BY 2;
INSERT INTO audit (id, at, actor_kind, actor_id, station_id, action, target, target_id)
SELECT @b + id, COALESCE(effective_at, logged_at), IF(state = 'effective', 'system', 'staff'), IF(state = 'effective', NULL, @clerk), @s,
	IF(state = 'effective', 'service_record.effective', 'service_record.log'), 'service_record', id
FROM service_record WHERE id BETWEEN @r0 + 1 AND @r0 + @A * @G;

-- What the platform has taken, with its receipts: as long as in earnest, but nothing is in it.
INSERT INTO outbox (id, idem, item_key, destination_id, kind, record_uid, version, station_id, payload, payload_sha, state, first_sent_at, receipt,
	settled_at, created_at, person_id, due_on)
SELECT x.id, UNHEX(MD5(CONCAT('county idem ', x.id))), MD5(CONCAT('county key ', x.id)), d.id, x.kind, x.uid, 1, @s, REPEAT('x', x.bytes),
	UNHEX(SHA2(x.id, 256)), 'accepted', x.at, CONCAT('R', x.id), x.at, x.at, x.person_id, DATE(x.at)
FROM (SELECT id, 'service_record' AS kind, uid, 672 AS bytes, effective_at AS at, person_id FROM service_record
		WHERE id BETWEEN @r0 + 1 AND @r0 + @A * @G AND state = 'effective'
	UNION ALL SELECT 10000000 + v.person_id, 'volunteer', p.uid, 364, v.registered_at, v.person_id FROM volunteer v JOIN person p ON p.id = v.person_id
		WHERE v.station_id = @s) x JOIN destination d ON d.code = 'exchange';
INSERT INTO receipt (destination_id, outbox_id, receipt, via)
SELECT o.destination_id, o.id, o.receipt, 'answer' FROM outbox o WHERE o.id BETWEEN @r0 + 1 AND @r0 + @A * @G
	OR o.id BETWEEN 10000000 + @p0 + 1 AND 10000000 + @p0 + @P;

INSERT INTO need (id, no, station_id, source, sex, category, target_group, description, grid, state, decline_reason, verified_by, verified_at,
	registered_at, registered_by)
SELECT @n0 + seq, CONCAT('N23', @s, LPAD(seq, 6, '0')), @s, ELT(1 + seq % 5, 'survey', 'visit', 'meeting', 'phone', 'grid'), 1 + seq % 2, c.code,
	LPAD(1 + seq % 6, 2, '0'), '需要有人陪同去医院取药，并帮忙打扫房间', CONCAT('第', 1 + seq % 12, '网格'),
	CASE WHEN seq > @N * 0.98 THEN 'to_verify' WHEN seq > @N * 0.96 THEN 'verified' WHEN seq % 20 = 0 THEN 'declined' ELSE 'done' END,
	IF(seq <= @N * 0.96 AND seq % 20 = 0, '不属于志愿服务', NULL), IF(seq > @N * 0.98, NULL, @reviewer),
	IF(seq > @N * 0.98, NULL, NOW() - INTERVAL (@N - seq) * 1000 DIV @N DAY), NOW() - INTERVAL (@N - seq) * 1001 DIV @N DAY, @clerk
FROM seq_1_to_1000000
JOIN (SELECT ROW_NUMBER() OVER (ORDER BY code) - 1 AS i, code, COUNT(*) OVER () AS n FROM code_item WHERE list = 'service_category') c
	ON c.i = CRC32(seq) % c.n
WHERE seq <= @N ORDER BY seq;

INSERT INTO survey (id, uid, no, code, station_id, title, template, state, opens_on, closes_on, created_by, opened_at)
VALUES (@s, UNHEX(MD5(CONCAT('county survey ', @s))), CONCAT('S23', @s), CONCAT('c', LPAD(@k, 7, '0')), @s, '居民需求调查', 'elder', 'open',
	CURDATE() - INTERVAL 10 DAY, CURDATE() + INTERVAL 60 DAY, @clerk, NOW() - INTERVAL 10 DAY);
INSERT INTO question (id, survey_id, place, kind, title, required)
SELECT @s * 10 + seq, @s, seq, ELT(seq, 'single', 'single', 'multi', 'scale', 'text'),
	ELT(seq, '您的性别', '您的年龄段', '您需要哪些帮助？', '您对服务满意吗？', '还有什么想说的？'), seq < 3 FROM seq_1_to_5;
INSERT INTO choice (question_id, place, label)
SELECT q.id, seq, CONCAT('选项', seq) FROM question q JOIN seq_1_to_4 WHERE q.survey_id = @s AND q.place < 4;
