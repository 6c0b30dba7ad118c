-- Two teams of the demo community: one at work, whose support and stages are noted, and one that waits to be looked at.
SET @st = (SELECT id FROM station WHERE no = 1);
SET @clerk = (SELECT id FROM staff WHERE login = 'liwei');
SET @reviewer = (SELECT id FROM staff WHERE login = 'wangfang');
SET @first = (SELECT MIN(person_id) FROM volunteer WHERE station_id = @st AND state = 'active');

INSERT INTO team (uid, station_id, region_code, name, kind, field, stage, approver_org, founded_on, address, planned, categories, offers,
	needs, join_mode, leader_id, contact_name, contact_phone, intro, state, made_by, decided_by, decided_at, created_at)
SELECT UNHEX(MD5('demo team 1')), s.id, s.region_code, '胜利社区敬老助残队', '1', '2', '2', '杜桥街道胜利社区居民委员会',
	CURDATE() - INTERVAL 200 DAY, s.address, 30, '0001,0017', '1', '2,4', '1', @first, s.person_in_charge, s.phone,
	'每周看望社区里的空巢和独居老人，帮忙打扫、代买、陪同看病。', 'approved', @clerk, @reviewer, NOW() - INTERVAL 198 DAY,
	NOW() - INTERVAL 200 DAY
FROM station s WHERE s.id = @st
UNION ALL
SELECT UNHEX(MD5('demo team 2')), s.id, s.region_code, '胜利社区平安巡逻队', '1', '4', '1', '杜桥街道胜利社区居民委员会',
	NULL, s.address, 20, '0009', '1', '', '2', NULL, s.person_in_charge, s.phone, '晚间巡逻，排查楼道杂物和用电隐患。', 'pending',
	@clerk, NULL, NULL, NOW() - INTERVAL 3 DAY
FROM station s WHERE s.id = @st;
SET @team = (SELECT id FROM team WHERE uid = UNHEX(MD5('demo team 1')));

INSERT INTO team_member (team_id, person_id, role, joined_at)
SELECT @team, person_id, IF(person_id = @first, 'leader', 'member'), NOW() - INTERVAL 190 DAY
FROM volunteer WHERE station_id = @st AND state = 'active' ORDER BY person_id LIMIT 6;
UPDATE team t SET members = (SELECT COUNT(*) FROM team_member m WHERE m.team_id = t.id) WHERE t.id = @team;

INSERT INTO team_help (team_id, kind, stage, given_on, amount_fen, words, staff_id) VALUES
(@team, NULL, '1', CURDATE() - INTERVAL 198 DAY, 0, '居委会同意成立，已在社区备案', @clerk),
(@team, '1', NULL, CURDATE() - INTERVAL 190 DAY, 0, '社区活动室每周三下午归队伍使用', @clerk),
(@team, '3', NULL, CURDATE() - INTERVAL 150 DAY, 0, '社区卫生服务中心讲老人照护两次', @clerk),
(@team, NULL, '2', CURDATE() - INTERVAL 150 DAY, 0, '', @clerk),
(@team, '2', NULL, CURDATE() - INTERVAL 90 DAY, 80000, '购买血压计和急救包', @clerk);
