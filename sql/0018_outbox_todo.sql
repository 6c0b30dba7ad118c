-- 0018_outbox_todo.sql - what must go in line is written down in the transaction that made it true, in one narrow row;
-- the poster makes the rows of the line from it, moments later.

CREATE TABLE IF NOT EXISTS outbox_todo (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id, order of making',
	source VARCHAR(16) NOT NULL COMMENT 'table of the record'
		CHECK (source REGEXP '^(volunteer|service_record|enrolment|honour|star_award|evaluation)$'),
	record_id BIGINT NOT NULL COMMENT 'its row id, of a volunteer the person''s; it may be gone by then',
	station_id BIGINT NOT NULL COMMENT 'station',
	made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when written down',
	next_at DATETIME(3) NULL COMMENT 'set aside until then, because its facts could not be read; NULL: at once',
	PRIMARY KEY (id),
	KEY outbox_todo_station (station_id, source, record_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='records still to be put in line 待入列';
