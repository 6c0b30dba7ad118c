-- 0173_year_report.sql - the yearly report 年度工作报告 of a station (令67 art. 18): words of its own, figures frozen when it is published;
-- and keys by which the figures of a month are read without walking over what lies before it.

CREATE TABLE IF NOT EXISTS year_report (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id',
	station_id BIGINT NOT NULL COMMENT 'station',
	year SMALLINT NOT NULL COMMENT 'year it is about 年度',
	work TEXT NOT NULL DEFAULT '' COMMENT 'work done 工作开展情况',
	records TEXT NOT NULL DEFAULT '' COMMENT 'how records were kept and certificates given 记录和证明出具情况',
	examples TEXT NOT NULL DEFAULT '' COMMENT 'projects and cases to tell of 品牌项目和典型',
	problems TEXT NOT NULL DEFAULT '' COMMENT 'what is wanting 存在的问题',
	plans TEXT NOT NULL DEFAULT '' COMMENT 'plans for the next year 下一年打算',
	figures MEDIUMTEXT NULL COMMENT 'figures as they were when it was published, JSON 公布时的数字' CHECK (JSON_VALID(figures)),
	state VARCHAR(12) NOT NULL DEFAULT 'draft' COMMENT 'draft 草稿, submitted 待公布, published 已公布'
		CHECK (state IN ('draft', 'submitted', 'published')),
	written_by BIGINT NOT NULL COMMENT 'staff who wrote last 填报人',
	written_at DATETIME NOT NULL COMMENT 'when written last',
	submitted_by BIGINT NULL COMMENT 'staff who handed it in 提交人',
	submitted_at DATETIME NULL COMMENT 'when handed in 提交时间',
	return_reason VARCHAR(200) NULL COMMENT 'why it was given back 退回原因',
	published_by BIGINT NULL COMMENT 'staff who published it 公布人',
	published_at DATETIME NULL COMMENT 'when published 公布时间',
	PRIMARY KEY (id),
	UNIQUE KEY year_report_uid (uid),
	UNIQUE KEY year_report_year (station_id, year),
	KEY year_report_state (year, state, station_id),
	CONSTRAINT year_report_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT year_report_written_by FOREIGN KEY (written_by) REFERENCES staff (id),
	CONSTRAINT year_report_submitted_by FOREIGN KEY (submitted_by) REFERENCES staff (id),
	CONSTRAINT year_report_published_by FOREIGN KEY (published_by) REFERENCES staff (id),
	CONSTRAINT year_report_two_persons CHECK (published_by <> submitted_by AND published_by <> written_by),
	CONSTRAINT year_report_whole CHECK ((state = 'published') = (figures IS NOT NULL)
		AND (state = 'published') = (published_at IS NOT NULL) AND (state = 'draft' OR submitted_by IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='yearly reports of stations 年度工作报告';

CREATE TABLE IF NOT EXISTS year_report_note (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	report_id BIGINT NOT NULL COMMENT 'report that was published',
	words VARCHAR(400) NOT NULL COMMENT 'what is corrected 更正说明; 非个人',
	made_by BIGINT NOT NULL COMMENT 'staff who corrected 更正人',
	made_at DATETIME NOT NULL COMMENT 'when corrected 更正时间',
	PRIMARY KEY (id),
	UNIQUE KEY year_report_note_uid (uid),
	KEY year_report_note_report (report_id, id),
	CONSTRAINT year_report_note_report FOREIGN KEY (report_id) REFERENCES year_report (id),
	CONSTRAINT year_report_note_made_by FOREIGN KEY (made_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='corrections beside a published report, insert-only 年报更正说明';

ALTER TABLE service_order
	ADD KEY IF NOT EXISTS service_order_day (station_id, created_at, state);
ALTER TABLE project
	ADD KEY IF NOT EXISTS project_approved (station_id, approved_at),
	ADD KEY IF NOT EXISTS project_ended (station_id, closed_at);
ALTER TABLE volunteer
	ADD KEY IF NOT EXISTS volunteer_home_then (station_id, registered_at, state, left_at);
ALTER TABLE complaint
	ADD KEY IF NOT EXISTS complaint_raised (station_id, raised_at, state);
