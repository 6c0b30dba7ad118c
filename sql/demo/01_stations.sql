-- The demo street: two stations of Duqiao street, Linwei district, and a point in a housing estate.
INSERT INTO station (no, kind, parent_id, name, region_code, address, phone, person_in_charge, open_hours, intro,
	facilities, area_m2, population, opened_on)
VALUES
(1, 'station', NULL, '杜桥街道胜利社区志愿服务站', '610502002', '渭南市临渭区胜利大街 18 号社区服务中心一楼', '0913-2100001', '张敏',
	'周一至周六 8:30–18:00', '面向胜利社区居民，常年开展助老、助学、环境维护和便民服务。', '', 60, 8600, '2021-05-10'),
(2, 'station', NULL, '杜桥街道育红社区志愿服务站', '610502002', '渭南市临渭区育红路 5 号', '0913-2100002', '刘洋',
	'周一至周五 8:30–18:00', '以医疗健康和青少年课后陪伴为特色。', '', 45, 6200, '2022-03-05');
INSERT INTO station (no, kind, parent_id, name, region_code, address, phone, person_in_charge, open_hours, intro,
	facilities, area_m2, population, opened_on)
SELECT 3, 'point', id, '锦绣家园志愿服务点', '610502002', '渭南市临渭区锦绣家园物业服务中心', '0913-2100003', '何静',
	'每天 9:00–20:00', '设在小区物业服务中心，方便居民就近求助。', '', 20, 2100, '2023-09-01' FROM station WHERE no = 1;
