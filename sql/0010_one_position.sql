-- 0010_one_position.sql - a volunteer holds one position in a project; places in the waiting line are read in order.

ALTER TABLE application
	ADD COLUMN IF NOT EXISTS live_project BIGINT AS (IF(state IN ('pending', 'accepted',
		'waiting', 'offered'), project_id, NULL)) VIRTUAL
		COMMENT 'the project while the application is alive, so that a person has one' AFTER project_id,
	ADD UNIQUE KEY IF NOT EXISTS application_one_position (person_id, live_project),
	ADD KEY IF NOT EXISTS application_line (position_id, state, line_no);
