-- one.sql - a row of what the demo has none of, so that each page of one thing has something to show.
SELECT id INTO @s FROM station WHERE no = 1;
SELECT id INTO @s2 FROM station WHERE no = 2;
SELECT id INTO @reviewer FROM staff WHERE login = 'wangfang';
SELECT MIN(person_id) + 3 INTO @p FROM volunteer;
SELECT id INTO @r FROM service_record WHERE person_id = @p AND state IN ('notice', 'effective') ORDER BY id LIMIT 1;
INSERT INTO objection (uid, no, station_id, record_id, person_id, reason, raised_at, due_on)
SELECT UNHEX(MD5('one objection')), 'ONE0001', @s, @r, NULL, '时间不对', NOW(), CURDATE() + INTERVAL 5 DAY;
INSERT INTO honour (uid, no, station_id, person_id, name, awarded_on, authority, state, verified_by, notice_from, notice_until,
	created_by)
SELECT UNHEX(MD5('one honour')), 'ONE0002', @s, @p, '优秀志愿者', CURDATE() - INTERVAL 60 DAY, '杜桥街道办事处', 'effective', @reviewer,
	CURDATE() - INTERVAL 50 DAY, CURDATE() - INTERVAL 45 DAY, @reviewer;
INSERT INTO transfer (uid, no, station_id, person_id, direction, other_name, bundle_sha, records, minutes, state, entered_by, at)
SELECT UNHEX(MD5('one transfer')), 'ONE0003', @s, @p, 'in', '华阴市太华路街道', UNHEX(SHA2('one transfer', 256)), 2, 120, 'unverified',
	@reviewer, NOW();
INSERT INTO transfer_record (transfer_id, person_id, source_key, served_on, minutes, title)
SELECT LAST_INSERT_ID(), @p, CONCAT('one ', seq), CURDATE() - INTERVAL 500 + seq DAY, 60, '社区清扫' FROM seq_1_to_2;
INSERT INTO station_move (no, person_id, from_station_id, to_station_id, reason, asked_by, asked_at)
SELECT 'ONE0004', @p, @s, @s2, '搬家', @reviewer, NOW();
UPDATE team SET leader_id = @p WHERE leader_id IS NOT NULL ORDER BY id LIMIT 1;
INSERT INTO document (uid, station_id, sha256, kind, media_type, bytes, title)
SELECT UNHEX(MD5('one document')), @s, UNHEX(SHA2('one document', 256)), 'backfill', 'image/png', 10, '签到表';
INSERT INTO project (uid, no, station_id, title, starts_on, ends_on, author_id, state)
SELECT UNHEX(MD5('one project')), 'ONE0005', @s, '尚在编制的项目', CURDATE(), CURDATE() + INTERVAL 30 DAY, @reviewer, 'draft';
INSERT INTO person_double (uid, a_id, b_id, why, found_at)
SELECT UNHEX(MD5('one double')), @p - 1, @p, 'phone', NOW();
INSERT INTO person_merge (no, double_id, kept_id, gone_id, station_id, other_station_id, purpose, asked_by, asked_at)
SELECT 'ONE0006', LAST_INSERT_ID(), @p - 1, @p, @s, @s, '同一人', @reviewer, NOW();
INSERT INTO correction (no, person_id, station_id, name, purpose, asked_at)
SELECT 'ONE0007', @p, @s, '王小满', '写错了一个字', NOW();
INSERT INTO message (client_msg_id, station_id, person_id, event, channel, name, state, created_at)
SELECT UNHEX(MD5('one message')), @s, @p, 'approved', 'inbox', '社区清扫', 'kept', NOW();
INSERT INTO announcement (uid, station_id, title, body, published_at, created_by)
SELECT UNHEX(MD5('one notice')), @s, '值班安排', '节日期间有人值班。', NOW(), @reviewer;
INSERT INTO service_item (uid, station_id, name, category) SELECT UNHEX(MD5('one item')), @s, '送餐助餐', '0017';

-- A survey that is still being written.
INSERT INTO survey (uid, no, code, station_id, title, state, created_by)
SELECT UNHEX(MD5('one draft')), 'ONE0008', 'onedraft', 1, '草稿问卷', 'draft', MIN(id) FROM staff;
INSERT INTO question (survey_id, place, kind, title) SELECT id, 1, 'text', '您有什么需要？' FROM survey WHERE code = 'onedraft';
INSERT INTO agreement (uid, station_id, text_id, person_id, how, signed_on, signed_at, valid_until)
SELECT UNHEX(MD5('one agreement')), @s, MIN(id), @p, 'phone', CURDATE(), NOW(), CURDATE() + INTERVAL 1 YEAR FROM agreement_text;
INSERT INTO series (uid, station_id, title, every, on_holiday, short_month, first_on, until_on, made_by, made_at)
SELECT UNHEX(MD5('one series')), @s, '每周送餐', 'week', 'skip', 'last', CURDATE(), CURDATE() + INTERVAL 30 DAY, @reviewer, NOW();
UPDATE activity SET series_id = LAST_INSERT_ID() WHERE station_id = @s ORDER BY id DESC LIMIT 12;
INSERT INTO household (uid, no, station_id, name_sealed) SELECT UNHEX(MD5('one household')), 'ONE0008F', @s, '';
INSERT INTO pairing (uid, no, station_id, household_id, person_id, services, starts_on, next_due, created_by, lead_id)
SELECT UNHEX(MD5('one pairing')), 'ONE0008', @s, LAST_INSERT_ID(), @p, '陪聊', CURDATE(), CURDATE(), @reviewer, @reviewer;
INSERT INTO meeting (uid, station_id, held_at, place, topic, present, entered_by)
SELECT UNHEX(MD5('one meeting')), 1, NOW() - INTERVAL 1 DAY, '会议室', '老年人需要什么', 23, @reviewer;

INSERT INTO no_show (uid, activity_id, person_id, station_id, found_at, explanation, explained_at, state)
SELECT UNHEX(MD5('one absence')), a.id, (SELECT MIN(person_id) + 3 FROM volunteer), 1, NOW(), '记错了日子', NOW(), 'explained'
  FROM activity a WHERE a.station_id = 1 AND a.state = 'notice' ORDER BY a.id LIMIT 1;

INSERT INTO draw (uid, activity_id, station_id, closes_at, since, seed_hash, seed, head_no, head_root, head_signature, places, lots, opened_at, drawn_at)
SELECT UNHEX(MD5('one draw')), s.activity_id, s.station_id, s.closes_at, s.closes_at, UNHEX(SHA2('one', 256)), UNHEX(SHA2('two', 256)), 0,
	UNHEX(SHA2('three', 256)), UNHEX(SHA2('four', 512)), 1, 1, NOW(), NOW() FROM shift s ORDER BY s.activity_id LIMIT 1;
INSERT INTO draw_lot (draw_id, draw_rank, lot) SELECT id, 1, UNHEX(MD5('one lot')) FROM draw;

-- Yearly reports: one that is published, one that waits for it.
INSERT INTO year_report (uid, station_id, year, work, records, figures, state, written_by, written_at, submitted_by, submitted_at, published_by,
	published_at) SELECT RANDOM_BYTES(16), 1, y.year, '全年开展活动', '录入审核各一人', IF(y.state = 'published', '{"now":{},"before":{},"categories":[]}', NULL),
	y.state, a.id, '2025-01-05 09:00:00', a.id, '2025-01-06 09:00:00', IF(y.state = 'published', b.id, NULL),
	IF(y.state = 'published', '2025-01-10 09:00:00', NULL) FROM (SELECT MIN(id) AS id FROM staff) a, (SELECT MAX(id) AS id FROM staff) b,
	(SELECT 2024 AS year, 'published' AS state UNION SELECT 2023, 'submitted') y;

INSERT INTO spot_check (uid, region_code, title, what, from_on, to_on, percent, seed_hash, seed, since, head_no, head_root, found, drawn, items, made_by,
	made_at, drawn_at, state) SELECT UNHEX(MD5('one spot')), '610502', '抽查', 'record', '2026-01-01', '2026-06-30', 10, UNHEX(SHA2('a', 256)),
	UNHEX(SHA2('b', 256)), NOW(), (SELECT MIN(no) FROM tree_head), UNHEX(SHA2('c', 256)), 10, 1, 1, MIN(id), NOW(), NOW(), 'drawn' FROM staff;
INSERT INTO spot_item (check_id, spot_rank, lot, record_id) SELECT c.id, 1, r.uid, r.id FROM spot_check c, service_record r ORDER BY r.id LIMIT 1;
INSERT INTO selection (uid, station_id, name, organiser, year, created_by, created_at)
SELECT UNHEX(MD5('one selection')), @s, '全国学雷锋志愿服务“四个100”先进典型', '中央文明办等部门', YEAR(CURDATE()), @reviewer, NOW();
SET @selection = LAST_INSERT_ID();
INSERT INTO selection_kind (selection_id, subject, award) VALUES (@selection, 'volunteer', '最美志愿者'), (@selection, 'team', '最佳志愿服务组织');
INSERT INTO selection_condition (selection_id, subject, what, at_most, wanted)
VALUES (@selection, 'volunteer', 'years', 0, 3), (@selection, 'team', 'active', 0, 60);
INSERT INTO honour_nomination (uid, station_id, selection_id, title, year, subject, person_id, whom, measured_on, created_by, created_at)
SELECT UNHEX(MD5('one nomination')), @s, @selection, '最美志愿者', YEAR(CURDATE()), 'volunteer', @p, CONCAT('volunteer/', @p), CURDATE(), @reviewer,
	NOW();
SELECT id INTO @clerk FROM staff WHERE login = 'liwei';
SELECT id INTO @told FROM project WHERE station_id = @s AND state = 'running' ORDER BY id LIMIT 1;
INSERT INTO typical_case (uid, station_id, kind, project_id, title, background, done, result, learned, state, created_by, created_at, submitted_by,
	reviewed_by, published_on)
SELECT UNHEX(MD5(CONCAT('one case ', k.state))), @s, 'project', @told, '一碗热饭', '独居老人多', '每周三送餐', '送餐四百余次', '先排班再招募', k.state,
	@clerk, NOW(), @clerk, IF(k.state = 'draft', NULL, @reviewer), IF(k.state = 'draft', NULL, CURDATE())
FROM (SELECT 'draft' AS state UNION ALL SELECT 'published') k;
INSERT INTO typical_case_picture (case_id, place, document_id, alt)
SELECT t.id, 1, d.id, '志愿者把饭盒递给老人' FROM typical_case t JOIN document d ON d.uid = UNHEX(MD5('one document')) WHERE t.state = 'published';
