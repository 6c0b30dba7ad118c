-- 0022_loop_aside.sql - rows that a loop cannot take are set aside, shown to people and tried again, so that the others
-- do not wait for them.

CREATE TABLE IF NOT EXISTS loop_aside (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	program VARCHAR(32) NOT NULL COMMENT 'name of the loop, e.g. activity-close',
	work VARCHAR(16) NOT NULL COMMENT 'what was to be done with the row: tick, close, make',
	thing VARCHAR(32) NOT NULL COMMENT 'table of the row',
	row_id BIGINT NOT NULL COMMENT 'its row id, of a volunteer the person''s; it may be gone by now',
	station_id BIGINT NULL COMMENT 'station concerned',
	row_no VARCHAR(24) NULL COMMENT 'number as printed, where the row has one',
	reason VARCHAR(8) NOT NULL COMMENT 'why, a word'
		CHECK (reason IN ('refused', 'rule', 'busy', 'missing', 'fault')),
	detail VARCHAR(400) NOT NULL COMMENT 'the error as it was logged; never personal data',
	tries INT NOT NULL DEFAULT 1 COMMENT 'failures since first_at',
	first_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'first failure in a row',
	last_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'last failure',
	next_at DATETIME(3) NOT NULL COMMENT 'not tried again before',
	cleared_at DATETIME(3) NULL COMMENT 'when it went well, or there was nothing more to do; NULL: still set aside',
	PRIMARY KEY (id),
	UNIQUE KEY loop_aside_row (work, thing, row_id),
	KEY loop_aside_open (cleared_at, program),
	KEY loop_aside_station (station_id, cleared_at, first_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rows that a loop has set aside 搁置事项';
