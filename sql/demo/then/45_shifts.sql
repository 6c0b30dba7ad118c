-- Coming activities that people sign up for by the day, one of them full, with the volunteer of the demo phone in its waiting list.
INSERT INTO shift (activity_id, position_id, project_id, station_id, wanted, taken, mode, opens_at, closes_at, leave_until, opened_by)
SELECT a.id, o.id, a.project_id, a.station_id, 6, 0, ELT(1 + ROW_NUMBER() OVER (PARTITION BY a.station_id ORDER BY a.id) % 2, 'direct', 'apply'),
	a.published_at, a.starts_at, DATE(a.starts_at) - INTERVAL 6 HOUR, a.created_by
FROM activity a JOIN project p ON p.id = a.project_id AND p.state IN ('recruiting', 'running')
JOIN position o ON o.id = (SELECT MIN(x.id) FROM position x WHERE x.project_id = p.id AND x.wanted > 0)
WHERE a.state = 'published' AND a.starts_at > NOW();

SET @yy = YEAR(CURDATE());
SELECT person_id INTO @me FROM volunteer WHERE no = CONCAT('V', @yy % 100, '00100004');
SELECT MIN(s.activity_id) INTO @full FROM shift s
	WHERE NOT EXISTS (SELECT 1 FROM roster r WHERE r.activity_id = s.activity_id AND r.person_id = @me AND r.state = 'on');
INSERT INTO application (uid, station_id, project_id, position_id, activity_id, person_id, mode, state, line_no, applied_at)
SELECT UNHEX(MD5(CONCAT('demo shift ', s.activity_id, ' ', r.person_id))), s.station_id, s.project_id, s.position_id, s.activity_id,
	r.person_id, 'direct', 'accepted', NULL, NOW() - INTERVAL 1 DAY
FROM shift s JOIN roster r ON r.activity_id = s.activity_id AND r.state = 'on' WHERE s.activity_id = @full LIMIT 6;
UPDATE shift SET mode = 'direct', wanted = GREATEST(1, (SELECT COUNT(*) FROM application x WHERE x.activity_id = @full)),
	taken = (SELECT COUNT(*) FROM application x WHERE x.activity_id = @full) WHERE activity_id = @full;
INSERT INTO application (uid, station_id, project_id, position_id, activity_id, person_id, mode, state, line_no, applied_at)
SELECT UNHEX(MD5(CONCAT('demo wait ', s.activity_id))), s.station_id, s.project_id, s.position_id, s.activity_id, @me, 'direct', 'waiting', 1,
	NOW() - INTERVAL 1 HOUR FROM shift s WHERE s.activity_id = @full AND s.taken = s.wanted;
