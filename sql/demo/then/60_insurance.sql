-- A policy of the demo community for one of its projects, that names twenty volunteers.
INSERT INTO insurance (uid, station_id, project_id, insurer, policy_no, kind, covers, from_on, to_on, premium_fen, entered_by, entered_at)
SELECT UNHEX(MD5('demo policy 1')), s.id, (SELECT MIN(p.id) FROM project p WHERE p.station_id = s.id AND p.state = 'running'), '渭南财产保险股份有限公司', CONCAT('PZY', YEAR(CURDATE()), '00017'), '志愿者人身意外伤害保险', 'named',
	CURDATE() - INTERVAL 60 DAY, CURDATE() + INTERVAL 305 DAY, 60000, f.id, NOW() - INTERVAL 61 DAY
FROM station s JOIN staff f ON f.login = 'liwei' WHERE s.no = 1;
INSERT INTO insurance_person (insurance_id, person_id, added_at, added_by)
SELECT i.id, v.person_id, i.entered_at, i.entered_by FROM insurance i JOIN volunteer v ON v.station_id = i.station_id AND v.state = 'active'
WHERE i.uid = UNHEX(MD5('demo policy 1')) ORDER BY v.person_id LIMIT 20;
UPDATE insurance i SET insured = (SELECT COUNT(*) FROM insurance_person n WHERE n.insurance_id = i.id);
