-- 0026_counts.sql - pages that cost the same after years: counts that move with the rows they count, and keys for the
-- order in which lists are read.
--
-- Whoever owns a table moves its counts in the transaction that changes the row; sql/counts fills them from the rows,
-- after a migration and whenever rows came past the programs, and `zyz-admin recount` holds them against the rows.

CREATE TABLE IF NOT EXISTS need_count (
	station_id BIGINT NOT NULL COMMENT 'station',
	of_state VARCHAR(12) NOT NULL COMMENT 'state of the needs',
	category VARCHAR(4) NOT NULL COMMENT 'category of the needs 需求类别',
	n INT NOT NULL DEFAULT 0 COMMENT 'how many needs',
	PRIMARY KEY (station_id, of_state, category),
	CONSTRAINT need_count_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='needs by station, state and category 需求统计';

CREATE TABLE IF NOT EXISTS volunteer_count (
	station_id BIGINT NOT NULL COMMENT 'home station',
	of_state VARCHAR(16) NOT NULL COMMENT 'state of the volunteers',
	n INT NOT NULL DEFAULT 0 COMMENT 'how many volunteers',
	PRIMARY KEY (station_id, of_state),
	CONSTRAINT volunteer_count_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='volunteers by station and state 志愿者统计';

CREATE TABLE IF NOT EXISTS activity_count (
	activity_id BIGINT NOT NULL COMMENT 'activity',
	station_id BIGINT NOT NULL COMMENT 'its station',
	day DATE NOT NULL COMMENT 'its day',
	roster INT NOT NULL DEFAULT 0 COMMENT 'persons on duty 在册人数',
	records INT NOT NULL DEFAULT 0 COMMENT 'records of all states but corrected 记录数',
	waiting INT NOT NULL DEFAULT 0 COMMENT 'of them to be reviewed 待核实',
	recorded INT NOT NULL DEFAULT 0 COMMENT 'of them under notice, effective or disputed 已记录',
	noticed INT NOT NULL DEFAULT 0 COMMENT 'of them under public notice, disputed ones too 公示人数',
	noticed_minutes INT NOT NULL DEFAULT 0 COMMENT 'time of those 公示时长, minutes',
	backfill INT NOT NULL DEFAULT 0 COMMENT 'of them entered afterwards 补录',
	flagged INT NOT NULL DEFAULT 0 COMMENT 'of them with any warning word 疑点',
	same_minute INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	equal_minutes INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	late_entry INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	minor_night INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	backfill_logger INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	same_device INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	long_day INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	offline INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	far INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	undeclared INT NOT NULL DEFAULT 0 COMMENT 'with this warning word',
	is_waiting TINYINT AS (waiting > 0) STORED COMMENT '1 while a record waits for review',
	on_notice TINYINT AS (noticed > 0) STORED COMMENT '1 while a record is under notice',
	PRIMARY KEY (activity_id),
	KEY activity_count_waiting (station_id, is_waiting, activity_id),
	KEY activity_count_notice (on_notice, activity_id),
	KEY activity_count_day (station_id, day),
	CONSTRAINT activity_count_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT activity_count_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rosters and records of activities, counted 活动统计';

-- Beside star and state stand the hours, so that one key finds the most of them and whose next star is reached.
ALTER TABLE volunteer
	ADD COLUMN IF NOT EXISTS served_minutes INT NOT NULL DEFAULT 0
		COMMENT 'effective minutes 累计时长, as volunteer_total has them' AFTER star,
	ADD COLUMN IF NOT EXISTS credit INT AS (served_minutes + brought_along_minutes) STORED
		COMMENT 'what stars are counted by 认定时长, minutes' AFTER brought_along_minutes,
	ADD KEY IF NOT EXISTS volunteer_home (station_id, person_id),
	ADD KEY IF NOT EXISTS volunteer_home_star (station_id, star, person_id),
	ADD KEY IF NOT EXISTS volunteer_home_hours (station_id, served_minutes, person_id),
	ADD KEY IF NOT EXISTS volunteer_home_since (station_id, registered_at),
	ADD KEY IF NOT EXISTS volunteer_most (served_minutes, person_id),
	ADD KEY IF NOT EXISTS volunteer_star (star, served_minutes, person_id),
	ADD KEY IF NOT EXISTS volunteer_reached (station_id, state, star, credit, person_id);
ALTER TABLE application
	ADD COLUMN IF NOT EXISTS project_open TINYINT NOT NULL DEFAULT 1
		COMMENT '1 while its project is recruiting or running' AFTER project_id,
	ADD KEY IF NOT EXISTS application_open (station_id, project_open, state, project_id, id),
	ADD KEY IF NOT EXISTS application_since (station_id, project_open, state, id);
ALTER TABLE need
	ADD KEY IF NOT EXISTS need_recent (station_id, id),
	ADD KEY IF NOT EXISTS need_of_category (station_id, category, id),
	ADD KEY IF NOT EXISTS need_of_group (station_id, target_group, id),
	ADD KEY IF NOT EXISTS need_of_source (station_id, source, id),
	ADD KEY IF NOT EXISTS need_day (station_id, registered_at, id),
	DROP KEY IF EXISTS need_category;
ALTER TABLE survey ADD KEY IF NOT EXISTS survey_recent (station_id, id);
ALTER TABLE project ADD KEY IF NOT EXISTS project_recent (station_id, id);
ALTER TABLE activity
	ADD KEY IF NOT EXISTS activity_recent (station_id, id),
	ADD KEY IF NOT EXISTS activity_day (station_id, starts_at, id),
	ADD KEY IF NOT EXISTS activity_of_state (station_id, state, id),
	ADD KEY IF NOT EXISTS activity_due_here (station_id, state, record_due_on, ends_at),
	ADD KEY IF NOT EXISTS activity_notice (state, notice_until, id);
ALTER TABLE service_record ADD KEY IF NOT EXISTS service_record_of_state (person_id, state);
ALTER TABLE audit
	ADD KEY IF NOT EXISTS audit_time (station_id, at, id),
	ADD KEY IF NOT EXISTS audit_action (station_id, action, at, id);
ALTER TABLE honour ADD KEY IF NOT EXISTS honour_newest (state, awarded_on, id);
ALTER TABLE star_award
	ADD KEY IF NOT EXISTS star_award_recent (station_id, id),
	ADD KEY IF NOT EXISTS star_award_proposed (station_id, proposed_at, id),
	ADD KEY IF NOT EXISTS star_award_star (station_id, star, id),
	ADD KEY IF NOT EXISTS star_award_minutes (station_id, minutes, id),
	ADD KEY IF NOT EXISTS star_award_notice (state, notice_until, id);
