-- A survey of the demo community with 300 answers, in the proportions that real surveys of communities report: the first
-- three wishes at 42.86, 36.35 and 35.16 %, two of three willing to join. Chance is the CRC of names and numbers, so that
-- every demo is the same.
SET @st = (SELECT id FROM station WHERE no = 1);
SET @clerk = (SELECT id FROM staff WHERE login = 'liwei');
SET @yy = YEAR(CURDATE());

INSERT INTO survey (uid, no, code, station_id, title, intro, template, state, opens_on, closes_on, wanted, answered,
	created_by, created_at, opened_at)
VALUES (UNHEX(MD5('demo survey')), CONCAT('S', @yy % 100, '00100001'), 'shengl26', @st, '胜利社区居民志愿服务需求调查',
	'您好！为了让志愿服务更贴近您的需要，请花两分钟告诉我们您的想法。问卷不要求实名。', 'community', 'open',
	CURDATE() - INTERVAL 40 DAY, CURDATE() + INTERVAL 20 DAY, 300, 300, @clerk, NOW() - INTERVAL 41 DAY, NOW() - INTERVAL 40 DAY);
SET @sv = LAST_INSERT_ID();
INSERT INTO serial (kind, station_id, year, next_no) VALUES ('S', @st, @yy, 2);

INSERT INTO question (survey_id, place, kind, title, hint, required, max_choices, min_value, max_value, maps) VALUES
(@sv, 1, 'single', '您的性别', '', 1, NULL, NULL, NULL, 'sex'),
(@sv, 2, 'single', '您的年龄段', '', 1, NULL, NULL, NULL, 'age_band'),
(@sv, 3, 'single', '您家的情况更接近哪一种？', '', 0, NULL, NULL, NULL, 'target_group'),
(@sv, 4, 'multi', '您最希望服务站帮您做哪些事？', '可以选多项。不方便填写时，可以请家人或志愿者代填。', 1, NULL, NULL, NULL, 'category'),
(@sv, 5, 'scale', '您对目前的社区志愿服务打几分？', '', 0, NULL, 1, 5, NULL),
(@sv, 6, 'single', '您愿意当志愿者吗？', '', 0, NULL, NULL, NULL, NULL),
(@sv, 7, 'number', '如果愿意，每周大约能抽出几小时？', '', 0, NULL, 0, 40, NULL),
(@sv, 8, 'text', '还有什么想对我们说的？', '', 0, NULL, NULL, NULL, 'description');

-- share: chance of being taken, in hundredths of a per cent; of a single choice the first whose sum is reached.
CREATE TEMPORARY TABLE demo_choice (q INT, place INT, label VARCHAR(120), category VARCHAR(4), target VARCHAR(2), share INT,
	upto INT);
INSERT INTO demo_choice VALUES
(1, 1, '男', NULL, NULL, 4400, 4400), (1, 2, '女', NULL, NULL, 5600, 10000),
(2, 1, '18 岁以下', NULL, NULL, 300, 300), (2, 2, '18–35 岁', NULL, NULL, 1700, 2000), (2, 3, '36–59 岁', NULL, NULL, 3100, 5100),
(2, 4, '60–69 岁', NULL, NULL, 2400, 7500), (2, 5, '70–79 岁', NULL, NULL, 1800, 9300), (2, 6, '80 岁及以上', NULL, NULL, 700, 10000),
(3, 1, '空巢或独居老人', NULL, '03', 2600, 2600), (3, 2, '有留守儿童', NULL, '01', 700, 3300),
(3, 3, '家中有残疾人', NULL, '04', 600, 3900), (3, 4, '优抚家庭', NULL, '05', 300, 4200),
(3, 5, '生活困难家庭', NULL, '06', 800, 5000), (3, 6, '普通家庭', NULL, '10', 5000, 10000),
(4, 1, '打扫楼道、清理小广告、垃圾分类', '0006', NULL, 4286, 0), (4, 2, '量血压、义诊、健康讲座', '0004', NULL, 3635, 0),
(4, 3, '小家电维修、代买代办', '0001', NULL, 3516, 0), (4, 4, '陪伴聊天、陪同看病取药', '0017', NULL, 2810, 0),
(4, 5, '孩子课后看护、作业辅导', '0003', NULL, 1920, 0), (4, 6, '文艺活动、兴趣班', '0008', NULL, 1650, 0),
(4, 7, '法律咨询、纠纷调解', '0005', NULL, 930, 0), (4, 8, '防诈骗、消防安全宣传', '0009', NULL, 1240, 0),
(6, 1, '愿意', NULL, NULL, 6700, 6700), (6, 2, '看时间再定', NULL, NULL, 2100, 8800), (6, 3, '暂时不考虑', NULL, NULL, 1200, 10000);

INSERT INTO choice (question_id, place, label, category, target_group, means)
SELECT q.id, d.place, d.label, d.category, d.target, CASE d.q WHEN 1 THEN d.place
	WHEN 2 THEN (SELECT i.code FROM code_item i WHERE i.list = 'age_band' AND i.name = d.label) END FROM demo_choice d JOIN question q ON q.survey_id = @sv AND q.place = d.q
ORDER BY d.q, d.place;

INSERT INTO response (uid, survey_id, station_id, at, by_proxy)
SELECT UNHEX(MD5(CONCAT('demo response ', seq))), @sv, @st,
	NOW() - INTERVAL 39 DAY + INTERVAL seq * 3 HOUR + INTERVAL CRC32(seq) % 50 MINUTE, CRC32(CONCAT('proxy', seq)) % 100 < 14
FROM seq_1_to_300;
CREATE TEMPORARY TABLE demo_response SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM response WHERE survey_id = @sv;

INSERT INTO answer (response_id, question_id, choice_id)
SELECT r.id, q.id, c.id FROM demo_response r JOIN demo_choice d
JOIN question q ON q.survey_id = @sv AND q.place = d.q JOIN choice c ON c.question_id = q.id AND c.place = d.place
WHERE q.kind = 'single' AND CRC32(CONCAT('single', d.q, ' ', r.n)) % 10000 < d.upto
	AND CRC32(CONCAT('single', d.q, ' ', r.n)) % 10000 >= d.upto - d.share;
INSERT INTO answer (response_id, question_id, choice_id)
SELECT r.id, q.id, c.id FROM demo_response r JOIN demo_choice d
JOIN question q ON q.survey_id = @sv AND q.place = d.q JOIN choice c ON c.question_id = q.id AND c.place = d.place
WHERE q.kind = 'multi' AND CRC32(CONCAT('multi', d.place, ' ', r.n)) % 10000 < d.share;
INSERT INTO answer (response_id, question_id, number)
SELECT r.id, q.id, ELT(1 + CRC32(CONCAT('scale', r.n)) % 10, 5, 4, 4, 3, 5, 4, 3, 4, 5, 2) FROM demo_response r
JOIN question q ON q.survey_id = @sv AND q.place = 5;
INSERT INTO answer (response_id, question_id, number)
SELECT r.id, q.id, 1 + CRC32(CONCAT('hours', r.n)) % 6 FROM demo_response r
JOIN question q ON q.survey_id = @sv AND q.place = 7 WHERE CRC32(CONCAT('single6 ', r.n)) % 10000 < 6700;
INSERT INTO answer (response_id, question_id, text)
SELECT r.id, q.id, ELT(1 + r.n DIV 12 % 8, '三号楼二单元的楼道灯坏了，晚上老人上下楼不方便', '希望多办几次量血压的活动',
	'孩子放学到我们下班这两个小时没人看', '手机上的医保不会弄，想有人教', '电梯里小广告太多', '想学跳舞，没有场地',
	'独居，希望每周有人来说说话', '建议把活动时间提前几天通知')
FROM demo_response r JOIN question q ON q.survey_id = @sv AND q.place = 8 WHERE r.n % 12 = 5;

INSERT INTO answer_count (question_id, choice_id, value, n)
SELECT question_id, COALESCE(choice_id, 0), COALESCE(number, 0), COUNT(*) FROM answer a
JOIN question q ON q.id = a.question_id WHERE q.survey_id = @sv AND a.text IS NULL
GROUP BY question_id, COALESCE(choice_id, 0), COALESCE(number, 0);

-- The need ledger: one need for each category of a response. Older ones were verified, some declined.
INSERT INTO need (no, station_id, source, response_id, sex, age_band, category, target_group, description, state,
	decline_reason, verified_by, verified_at, verify_note, answered_on, registered_at)
SELECT CONCAT('N', @yy % 100, '001', LPAD(ROW_NUMBER() OVER (ORDER BY r.n, c.place), 5, '0')), @st, 'survey', r.id,
	CASE WHEN CRC32(CONCAT('single1 ', r.n)) % 10000 < 4400 THEN '1' ELSE '2' END,
	(SELECT i.code FROM answer b JOIN choice h ON h.id = b.choice_id JOIN code_item i ON i.list = 'age_band' AND i.name = h.label
		WHERE b.response_id = r.id AND i.list = 'age_band' LIMIT 1),
	c.category, (SELECT h.target_group FROM answer b JOIN choice h ON h.id = b.choice_id
		WHERE b.response_id = r.id AND h.target_group IS NOT NULL LIMIT 1),
	c.label, CASE WHEN r.n > 240 THEN 'to_verify' WHEN CRC32(CONCAT('state', r.n)) % 100 < 5 THEN 'declined' ELSE 'verified' END,
	CASE WHEN r.n <= 240 AND CRC32(CONCAT('state', r.n)) % 100 < 5 THEN '电话核实时已不需要' END,
	CASE WHEN r.n <= 240 THEN @clerk END, CASE WHEN r.n <= 240 THEN p.at + INTERVAL 2 DAY END,
	CASE WHEN r.n <= 240 THEN '电话核实' ELSE '' END, CASE WHEN r.n <= 240 THEN DATE(p.at + INTERVAL 2 DAY) END, p.at
FROM demo_response r JOIN response p ON p.id = r.id JOIN answer a ON a.response_id = r.id JOIN choice c ON c.id = a.choice_id
WHERE c.category IS NOT NULL;
INSERT INTO serial (kind, station_id, year, next_no)
SELECT 'N', @st, @yy, COUNT(*) + 1 FROM need WHERE station_id = @st;
DROP TEMPORARY TABLE demo_choice;
DROP TEMPORARY TABLE demo_response;
