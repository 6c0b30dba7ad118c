-- Six projects of the demo community in different states, with positions and applications, and two trainings.
SET @yy = YEAR(CURDATE());
CREATE TEMPORARY TABLE demo_project (n INT, station INT, title VARCHAR(50), categories VARCHAR(60), recipients VARCHAR(60),
	guarantees VARCHAR(60), goal VARCHAR(500), intro VARCHAR(1000), place VARCHAR(160), risks VARCHAR(500), from_day INT, to_day INT,
	state VARCHAR(12), author VARCHAR(40), approver VARCHAR(40));
INSERT INTO demo_project VALUES
(1, 1, '胜利社区·周三暖心陪伴', '0017,0001', '03', '01,05,08', '为 30 户空巢和独居老人每周上门陪伴一次，及时发现生活困难。',
	'每周三下午两人一组上门，聊天、读报、代买代办，记录老人近况，发现问题当天报站点。', '渭南市临渭区胜利大街 18 号胜利社区服务中心',
	'上下楼梯注意安全；不代管钱物。', -90, 90, 'running', 'liwei', 'wangfang'),
(2, 1, '清洁家园·楼道美化行动', '0006', '10,11', '05,08', '两个月内清理 24 个单元的楼道杂物和小广告。',
	'每周六上午分组清理楼道、宣传垃圾分类，最后一次由居民打分验收。', '渭南市临渭区胜利大街 18 号院', '使用铲刀时戴手套。', -60, 45,
	'recruiting', 'chenjie', 'wangfang'),
(3, 1, '四点半课堂', '0003', '01', '05,10,11', '为 20 名双职工家庭的小学生提供放学后的看护和作业辅导。',
	'周一至周五 16:30–18:00，在社区活动室看护并辅导作业，家长签字接回。', '渭南市临渭区胜利社区活动室二楼', '活动中不得单独带孩子外出。', -30, 120,
	'recruiting', 'liwei', 'zhangmin'),
(4, 1, '重阳节助老义诊', '0004,0017', '03,08', '05', '为 100 名 60 岁以上居民量血压、测血糖，建立健康提醒名单。',
	'邀请社区卫生服务中心医生坐诊，志愿者引导、登记、陪同。', '渭南市临渭区胜利社区广场', '注意老人防跌倒。', -75, -30, 'closed', 'chenjie', 'zhangmin'),
(5, 2, '育红社区·健康小屋', '0004', '03,08', '05,10', '每周两次为居民量血压、测血糖，开展健康讲座。',
	'周二、周五上午值守健康小屋，培训合格的志愿者测量并登记。', '渭南市临渭区育红路 5 号一楼', '一次性用品不得重复使用。', -50, 80, 'running', 'zhaolei', 'sunli'),
(6, 1, '银龄数字课堂', '0007', '03', '05,08', '教 40 位老人使用手机看病挂号、视频通话、识别诈骗。',
	'每周日上午一对一教学，每期四次课。', '渭南市临渭区胜利社区活动室一楼', '不代替老人操作支付。', 7, 100, 'submitted', 'liwei', NULL);

INSERT INTO project (uid, no, station_id, title, categories, recipients, guarantees, goal, intro, starts_on, ends_on,
	recruit_from, recruit_to, place, region_code, contact_name, contact_phone, risks, screening_confirmed, screened_by,
	author_id, submitted_at, approver_id, approved_at, published_at, closed_at, report, state, created_at)
SELECT UNHEX(MD5(CONCAT('demo project ', d.n))), CONCAT('P', @yy % 100, LPAD(d.station, 3, '0'), LPAD(d.n, 5, '0')), s.id, d.title,
	d.categories, d.recipients, d.guarantees, d.goal, d.intro, CURDATE() + INTERVAL d.from_day DAY, CURDATE() + INTERVAL d.to_day DAY,
	CURDATE() + INTERVAL d.from_day - 14 DAY, CURDATE() + INTERVAL LEAST(d.to_day, 30) DAY, d.place, '610502002', s.person_in_charge,
	s.phone, d.risks, 1, a.id, a.id, NOW() + INTERVAL d.from_day - 20 DAY, p.id,
	CASE WHEN p.id IS NOT NULL THEN NOW() + INTERVAL d.from_day - 18 DAY END,
	CASE WHEN p.id IS NOT NULL THEN NOW() + INTERVAL d.from_day - 17 DAY END,
	CASE WHEN d.state = 'closed' THEN NOW() + INTERVAL d.to_day DAY END,
	CASE WHEN d.state = 'closed' THEN '共服务老人 126 人次，建立健康提醒名单 38 人，满意度 97%。' END, d.state, NOW() + INTERVAL d.from_day - 25 DAY
FROM demo_project d JOIN station s ON s.no = d.station JOIN staff a ON a.login = d.author LEFT JOIN staff p ON p.login = d.approver;
INSERT INTO serial (kind, station_id, year, next_no)
SELECT 'P', id, @yy, 7 FROM station WHERE no IN (1, 2);
DROP TEMPORARY TABLE demo_project;

-- The needs that the first three answer.
INSERT INTO project_need (project_id, need_id)
SELECT p.id, n.id FROM project p JOIN need n ON n.state = 'verified'
	AND n.category = ELT(CAST(RIGHT(p.no, 1) AS INT), '0017', '0006', '0003') WHERE RIGHT(p.no, 1) IN ('1', '2', '3');
UPDATE need SET state = 'in_project' WHERE id IN (SELECT need_id FROM project_need);

INSERT INTO training (uid, no, station_id, title, kind, mode, organiser, lecturer, starts_at, ends_at, study_minutes, place,
	region_code, content, contact_name, contact_phone, places, enrol_until, qualifies, valid_months, state, created_by)
SELECT UNHEX(MD5(CONCAT('demo training ', t.n))), CONCAT('T', @yy % 100, LPAD(t.station, 3, '0'), LPAD(t.n, 5, '0')), s.id, t.title, '2', '2',
	s.name, t.lecturer, TIMESTAMP(CURDATE() + INTERVAL t.day DAY, '09:00:00'), TIMESTAMP(CURDATE() + INTERVAL t.day DAY, '11:00:00'), 120,
	t.place, '610502002', t.content, s.person_in_charge, s.phone, t.places, TIMESTAMP(CURDATE() + INTERVAL t.day - 1 DAY, '18:00:00'),
	t.title, 24, t.state, f.id
FROM (SELECT 1 AS n, 2 AS station, '血压血糖测量岗前培训' AS title, '社区卫生服务中心 周医生' AS lecturer, -52 AS day, '育红社区会议室' AS place,
	'血压计和血糖仪的使用、登记要求、异常情况处理、隐私保护。' AS content, 20 AS places, 'finished' AS state, 'zhaolei' AS login
	UNION ALL SELECT 2, 1, '未成年人陪护与急救常识', '渭南市红十字会 讲师', 5, '胜利社区活动室二楼',
	'看护儿童的注意事项、海姆立克急救法、走失和受伤的处置流程。', 12, 'published', 'liwei') t
JOIN station s ON s.no = t.station JOIN staff f ON f.login = t.login;
INSERT INTO serial (kind, station_id, year, next_no) SELECT 'T', id, @yy, 3 FROM station WHERE no IN (1, 2);

INSERT INTO position (uid, project_id, title, wanted, description, conditions, min_age, training_id)
SELECT UNHEX(MD5(CONCAT('demo position ', p.no, x.title))), p.id, x.title, x.wanted, x.description, x.conditions, x.min_age,
	(SELECT id FROM training WHERE no = CONCAT('T', @yy % 100, x.training))
FROM (SELECT 1 AS n, '陪伴志愿者' AS title, 16 AS wanted, '两人一组上门陪伴，填写陪伴记录' AS description, '有耐心，会讲本地话更好' AS conditions, 18 AS min_age,
	NULL AS training
	UNION ALL SELECT 1, '代买代办', 4, '按老人清单代买，凭票结算', '会用手机记账', 18, NULL
	UNION ALL SELECT 2, '清洁志愿者', 30, '清理楼道杂物和小广告', '身体健康', 14, NULL
	UNION ALL SELECT 2, '宣传引导', 6, '向居民宣传垃圾分类', '', 14, NULL
	UNION ALL SELECT 3, '作业辅导', 6, '辅导小学作业', '高中以上学历', 18, '00100002'
	UNION ALL SELECT 3, '看护员', 4, '看护课间安全，登记接送', '', 18, '00100002'
	UNION ALL SELECT 4, '引导登记', 10, '引导老人、登记信息', '', 16, NULL
	UNION ALL SELECT 5, '健康测量', 8, '量血压、测血糖并登记', '须先通过测量培训', 18, '00200001'
	UNION ALL SELECT 6, '手机教学', 10, '一对一教老人用手机', '熟悉常用应用', 16, NULL) x
JOIN project p ON p.no LIKE CONCAT('P', @yy % 100, '00_0000', x.n);

INSERT INTO enrolment (uid, training_id, station_id, person_id, state, enrolled_at, present_at, decided_by, decided_at)
SELECT UNHEX(MD5(CONCAT('demo enrolment ', t.id, v.person_id))), t.id, t.station_id, v.person_id,
	CASE WHEN t.state = 'finished' THEN 'passed' ELSE 'enrolled' END, t.enrol_until - INTERVAL 3 DAY,
	CASE WHEN t.state = 'finished' THEN t.starts_at END, CASE WHEN t.state = 'finished' THEN t.created_by END,
	CASE WHEN t.state = 'finished' THEN t.ends_at END
FROM training t JOIN volunteer v ON v.station_id = t.station_id
WHERE v.state = 'active' AND RIGHT(v.no, 2) BETWEEN '05' AND '12';
UPDATE training t SET taken = (SELECT COUNT(*) FROM enrolment e WHERE e.training_id = t.id);
INSERT INTO qualification (person_id, name, training_id, granted_on, valid_until, confirmed_by)
SELECT e.person_id, t.qualifies, t.id, DATE(t.ends_at), DATE(t.ends_at) + INTERVAL t.valid_months MONTH, e.decided_by
FROM enrolment e JOIN training t ON t.id = e.training_id WHERE e.state = 'passed';

-- Who was taken on: volunteers of the station in turn, fewer than wanted; some still wait for an answer.
INSERT INTO application (uid, station_id, project_id, position_id, person_id, state, applied_at, decided_by, decided_at)
SELECT UNHEX(MD5(CONCAT('demo application ', p.id, ' ', v.person_id))), p.station_id, p.id, o.id, v.person_id, 'accepted',
	p.published_at + INTERVAL 2 DAY, p.approver_id, p.published_at + INTERVAL 3 DAY
FROM position o JOIN project p ON p.id = o.project_id
JOIN (SELECT person_id, station_id, ROW_NUMBER() OVER (PARTITION BY station_id ORDER BY person_id) AS r FROM volunteer) v
	ON v.station_id = p.station_id
WHERE p.state IN ('running', 'recruiting', 'closed') AND o.training_id IS NULL
	-- Positions of one project take their people one after the other: nobody has two.
	AND (v.r + p.id * 5) % 36 >= (SELECT COALESCE(SUM(FLOOR(b.wanted * 0.7)), 0) FROM position b
		WHERE b.project_id = p.id AND b.id < o.id)
	AND (v.r + p.id * 5) % 36 < (SELECT SUM(FLOOR(b.wanted * 0.7)) FROM position b WHERE b.project_id = p.id AND b.id <= o.id);
INSERT INTO application (uid, station_id, project_id, position_id, person_id, state, applied_at, decided_by, decided_at)
SELECT UNHEX(MD5(CONCAT('demo application ', o.id, q.person_id))), p.station_id, p.id, o.id, q.person_id, 'accepted',
	p.published_at + INTERVAL 2 DAY, p.approver_id, p.published_at + INTERVAL 3 DAY
FROM position o JOIN project p ON p.id = o.project_id JOIN qualification q ON q.training_id = o.training_id;
UPDATE position o SET taken = (SELECT COUNT(*) FROM application a WHERE a.position_id = o.id AND a.state = 'accepted');
INSERT INTO application (uid, station_id, project_id, position_id, person_id, state, applied_at)
SELECT UNHEX(MD5(CONCAT('demo pending ', o.id, v.person_id))), p.station_id, p.id, o.id, v.person_id, 'pending', NOW() - INTERVAL 1 DAY
FROM position o JOIN project p ON p.id = o.project_id JOIN volunteer v ON v.station_id = p.station_id
WHERE p.state = 'recruiting' AND o.title = '宣传引导' AND RIGHT(v.no, 2) BETWEEN '20' AND '23'
	AND NOT EXISTS (SELECT 1 FROM application a WHERE a.project_id = p.id AND a.person_id = v.person_id);
