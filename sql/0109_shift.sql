-- 0109_shift.sql - work by days: an activity that people sign up for themselves is a shift 班次 of a position, with places and a
-- waiting list of its own; an application without a shift is for the whole project, as before.

ALTER TABLE position
	ADD COLUMN IF NOT EXISTS mode VARCHAR(8) NOT NULL DEFAULT 'apply'
		COMMENT 'who gets a place: direct 先到先得, apply 站点审核, draw 公平抽签'
		CHECK (mode IN ('direct', 'apply', 'draw')) AFTER taken,
	ADD COLUMN IF NOT EXISTS skills VARCHAR(120) NOT NULL DEFAULT ''
		COMMENT 'one of these is asked 专业特长, codes with commas (code list skill)',
	ADD COLUMN IF NOT EXISTS sex CHAR(1) NULL COMMENT 'only people of this sex 性别要求 (code list sex); NULL: everybody; 非个人',
	ADD COLUMN IF NOT EXISTS sex_reason VARCHAR(200) NULL COMMENT 'why only they 性别要求的理由; 非个人',
	ADD COLUMN IF NOT EXISTS hours VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'when there is work to do 服务时段, in words',
	ADD CONSTRAINT IF NOT EXISTS position_sex_has_reason CHECK (sex IS NULL OR sex_reason IS NOT NULL);

CREATE TABLE IF NOT EXISTS shift (
	activity_id BIGINT NOT NULL COMMENT 'the activity',
	position_id BIGINT NOT NULL COMMENT 'position whose work is done, with its conditions 岗位',
	project_id BIGINT NOT NULL COMMENT 'project',
	station_id BIGINT NOT NULL COMMENT 'station',
	wanted INT NOT NULL COMMENT 'persons wanted 招募人数' CHECK (wanted > 0),
	taken INT NOT NULL DEFAULT 0 COMMENT 'places taken or held for an offer 已录用人数' CHECK (taken >= 0),
	mode VARCHAR(8) NOT NULL COMMENT 'who gets a place: direct 先到先得, apply 站点审核, draw 公平抽签'
		CHECK (mode IN ('direct', 'apply', 'draw')),
	opens_at DATETIME NOT NULL COMMENT 'start of sign-up 开始报名',
	closes_at DATETIME NOT NULL COMMENT 'end of sign-up 截止报名',
	leave_until DATETIME NOT NULL COMMENT 'until then whoever has a place may give it up alone 退出截止',
	opened_by BIGINT NOT NULL COMMENT 'staff who opened it 开放人',
	opened_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when opened',
	PRIMARY KEY (activity_id),
	KEY shift_position (position_id),
	KEY shift_project (project_id),
	KEY shift_station (station_id),
	CONSTRAINT shift_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT shift_position FOREIGN KEY (position_id) REFERENCES position (id),
	CONSTRAINT shift_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT shift_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT shift_opened_by FOREIGN KEY (opened_by) REFERENCES staff (id),
	CONSTRAINT shift_not_oversold CHECK (taken <= wanted),
	CONSTRAINT shift_times CHECK (closes_at > opens_at)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='activities open for sign-up 班次';

ALTER TABLE application
	ADD COLUMN IF NOT EXISTS activity_id BIGINT NULL COMMENT 'the shift 班次; NULL: for the whole project' AFTER position_id,
	ADD COLUMN IF NOT EXISTS shift_key BIGINT AS (IFNULL(activity_id, 0)) VIRTUAL
		COMMENT 'the shift, 0 for the whole project, so that a person is there once' AFTER activity_id,
	MODIFY COLUMN live_project BIGINT AS (IF(activity_id IS NULL AND state IN ('pending', 'accepted', 'waiting', 'offered'),
		project_id, NULL)) VIRTUAL
		COMMENT 'the project while an application for the whole of it is alive, so that a person has one',
	ADD COLUMN IF NOT EXISTS open_shift BIGINT AS (IF(state IN ('pending', 'waiting', 'offered'), activity_id, NULL)) VIRTUAL
		COMMENT 'the shift while the application is open' AFTER live_project,
	DROP KEY IF EXISTS application_once,
	ADD UNIQUE KEY IF NOT EXISTS application_once_each (position_id, person_id, shift_key),
	ADD KEY IF NOT EXISTS application_shift (activity_id, state, line_no, id),
	ADD KEY IF NOT EXISTS application_open_shift (open_shift, id),
	ADD KEY IF NOT EXISTS application_offered (state, offered_until),
	ADD CONSTRAINT application_shift FOREIGN KEY IF NOT EXISTS (activity_id) REFERENCES activity (id);
