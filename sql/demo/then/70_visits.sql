-- Visits to the households of the demo community: some long ago, one that two made side by side, and a route for today.
SET @s = (SELECT id FROM station WHERE no = 1);
SET @a = (SELECT id FROM staff WHERE login = 'liwei');
SET @b = (SELECT id FROM staff WHERE login = 'chenjie');

INSERT INTO visit (uid, station_id, household_id, visited_at, mode, result, visitor_id, companions, note, base_version, next_on, created_at)
SELECT UNHEX(MD5(CONCAT('demo visit ', h.no))), h.station_id, h.id, h.waits_since + INTERVAL 10 HOUR,
	IF(h.id % 4 = 0, 'phone', 'home'), IF(h.id % 5 = 0, 'family', 'met'), IF(h.id % 2, @a, @b), IF(h.id % 3, '', '网格员刘梅'),
	ELT(1 + h.id % 4, '精神不错，家里水龙头漏水，想请人看看。', '一个人在家，希望每周有人来说说话。', '孩子放学后没人辅导作业。', '身体平稳，药还够吃半个月。'),
	1, h.waits_since + INTERVAL 90 DAY, h.waits_since + INTERVAL 11 HOUR
FROM household h WHERE h.station_id = @s;
UPDATE household h JOIN visit v ON v.household_id = h.id SET h.next_on = v.next_on WHERE h.station_id = @s AND v.next_on <= CURDATE() + INTERVAL 14 DAY;

-- 孙德福's household: both had seen the file as it was; what the first found went in, what the second found waits for a choice.
SET @h = (SELECT MIN(id) + 1 FROM household WHERE station_id = @s);
UPDATE household SET members = 3, version = 2 WHERE id = @h;
INSERT INTO visit (uid, station_id, household_id, visited_at, result, visitor_id, note, base_version, found_kind, found_members, facts, offline, created_at) VALUES
(UNHEX(MD5('demo visit beside 1')), @s, @h, CURDATE() - INTERVAL 3 DAY + INTERVAL 9 HOUR, 'met', @a, '孙女从外地回来同住。', 1, NULL, 3, 'taken', 1, CURDATE() - INTERVAL 3 DAY + INTERVAL 12 HOUR),
(UNHEX(MD5('demo visit beside 2')), @s, @h, CURDATE() - INTERVAL 3 DAY + INTERVAL 10 HOUR, 'family', @b, '老伴去了女儿家，只剩一人。', 1, '03', 1, 'branch', 1, CURDATE() - INTERVAL 3 DAY + INTERVAL 15 HOUR);
UPDATE household SET waits_since = CURDATE() - INTERVAL 3 DAY WHERE id = @h;

INSERT INTO route_stop (uid, station_id, day, staff_id, household_id, created_at)
SELECT UNHEX(MD5(CONCAT('demo stop ', id))), @s, CURDATE(), @a, id, NOW() FROM household
WHERE station_id = @s AND waits_since < CURDATE() - INTERVAL 80 DAY ORDER BY waits_since LIMIT 5;
