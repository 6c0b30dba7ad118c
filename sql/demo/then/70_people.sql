-- What the volunteers of the demo said of themselves besides, and what the staff of station 1 noted: mainstays, two social workers,
-- tags, a note.
SET @st = (SELECT id FROM station WHERE no = 1);
SET @clerk = (SELECT id FROM staff WHERE login = 'liwei');
SET @manager = (SELECT id FROM staff WHERE login = 'zhangmin');

UPDATE volunteer v JOIN (SELECT person_id, ROW_NUMBER() OVER (ORDER BY person_id) AS i FROM volunteer) d ON d.person_id = v.person_id
SET v.sources = ELT(1 + d.i % 9, '01,08', '14', '07,03', '05', '09', '11,12', '06', '13', '01,02,10'),
	v.political = ELT(1 + d.i % 9, '01', '13', '03', '13', '13', '01', '05', '13', '01'),
	v.education = ELT(1 + d.i % 5, '60', '20', '30', '70', '40'),
	v.ethnic = IF(d.i = 8, '02', IF(d.i = 22, '05', '01')),
	v.fields = ELT(1 + d.i % 4, '0003', '0007', '0004,0003', '0009'),
	v.available = ELT(1 + d.i % 5, '01,04,07', '16,17,19,20', '03,06,09,12,15', '16,19', '22,23'),
	v.service_region_code = ELT(1 + d.i % 3, '610502', '610502002', '610502001')
WHERE d.i % 7 <> 0;

UPDATE volunteer v JOIN (SELECT person_id, ROW_NUMBER() OVER (ORDER BY person_id) AS i FROM volunteer WHERE station_id = @st) d
	ON d.person_id = v.person_id
SET v.backbone = 1, v.backbone_at = NOW() - INTERVAL 60 DAY, v.backbone_by = @manager
WHERE d.i IN (1, 4, 9);

INSERT INTO social_worker (person_id, station_id, level, certificate_no, unit, valid_until, noted_by, noted_at)
SELECT person_id, @st, ELT(d.i - 3, '2', '1'), CONCAT('20190346100', d.i), '临渭区暖阳社工服务中心', CURDATE() + INTERVAL 700 DAY, @clerk,
	NOW() - INTERVAL 50 DAY
FROM (SELECT person_id, ROW_NUMBER() OVER (ORDER BY person_id) AS i FROM volunteer WHERE station_id = @st) d WHERE d.i IN (4, 5);

INSERT INTO person_tag (station_id, person_id, tag, staff_id, made_at)
SELECT @st, person_id, ELT(1 + d.i % 3, '可带新人', '会开车', '住本小区'), @clerk, NOW() - INTERVAL 40 DAY
FROM (SELECT person_id, ROW_NUMBER() OVER (ORDER BY person_id) AS i FROM volunteer WHERE station_id = @st) d WHERE d.i < 8;

INSERT INTO person_note (uid, station_id, person_id, words, staff_id, made_at)
SELECT UNHEX(MD5('demo note 1')), @st, MIN(person_id), '周三下午要接孙子，尽量安排在上午。', @clerk, NOW() - INTERVAL 30 DAY
FROM volunteer WHERE station_id = @st;

-- 社工引领: a project at work and its activities are led by one of them.
SET @led = (SELECT MIN(person_id) FROM social_worker WHERE station_id = @st);
UPDATE project SET led_by = @led WHERE station_id = @st AND state IN ('recruiting', 'running') ORDER BY id LIMIT 1;
UPDATE activity SET led_by = @led WHERE project_id = (SELECT MIN(id) FROM project WHERE led_by = @led);
