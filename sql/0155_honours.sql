-- 0155_honours.sql - honours 嘉许 of people, teams, projects, communities and stations; a decision 表彰决定 groups many, is
-- approved by a second person, stands under notice and gets its number when it is issued.

ALTER TABLE honour
	MODIFY COLUMN subject VARCHAR(12) NOT NULL DEFAULT 'volunteer'
		COMMENT 'volunteer 志愿者, team 队伍, project 项目, community 社区, station 站点'
		CHECK (subject IN ('volunteer', 'team', 'project', 'community', 'station')),
	ADD COLUMN IF NOT EXISTS region_code VARCHAR(12) NULL COMMENT 'community honoured 社区' AFTER project_id,
	ADD COLUMN IF NOT EXISTS honoured_station_id BIGINT NULL COMMENT 'station honoured 站点' AFTER region_code,
	ADD COLUMN IF NOT EXISTS decision_id BIGINT NULL COMMENT 'decision that it is part of 表彰决定; NULL: entered alone' AFTER honoured_station_id,
	ADD COLUMN IF NOT EXISTS paper VARCHAR(100) NULL
		COMMENT 'number of its paper and whom it honours, so that none is entered twice; NULL: no number, or not recorded; 非个人' AFTER document_no,
	DROP CONSTRAINT IF EXISTS honour_one_subject,
	ADD CONSTRAINT honour_one_subject CHECK ((subject = 'volunteer') = (person_id IS NOT NULL)
		AND (subject = 'team') = (team_id IS NOT NULL) AND (subject = 'project') = (project_id IS NOT NULL)
		AND (subject = 'community') = (region_code IS NOT NULL)
		AND (subject = 'station') = (honoured_station_id IS NOT NULL)),
	ADD UNIQUE KEY IF NOT EXISTS honour_paper (paper),
	ADD KEY IF NOT EXISTS honour_decision (decision_id, id),
	ADD KEY IF NOT EXISTS honour_year (station_id, state, awarded_on, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS honour_region (region_code) REFERENCES region (code),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS honour_station_honoured (honoured_station_id) REFERENCES station (id);
-- What stands there twice already stays; the second one has no number that counts.
UPDATE IGNORE honour
	SET paper = CONCAT_WS('/', document_no, subject, COALESCE(proved_as, person_id, team_id, project_id))
	WHERE document_no <> '' AND state NOT IN ('refused', 'withdrawn');

CREATE TABLE IF NOT EXISTS honour_decision (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that decides 授予单位',
	title VARCHAR(80) NOT NULL COMMENT 'title 标题; 非个人',
	name VARCHAR(80) NOT NULL COMMENT 'name of the honour 表彰名称; 非个人',
	basis VARCHAR(2000) NOT NULL COMMENT 'why, and by which rules 依据与事由; 非个人',
	word VARCHAR(20) NOT NULL COMMENT 'word before year and number 发文代字',
	year SMALLINT NULL COMMENT 'year of the number',
	serial INT NULL COMMENT 'number in station and year, without gaps; NULL: not issued' CHECK (serial > 0),
	document_no VARCHAR(40) NULL COMMENT 'number as it is printed 文号',
	state VARCHAR(9) NOT NULL DEFAULT 'draft'
		COMMENT 'draft 草稿, submitted 待批准, notice 公示中, issued 已印发, cancelled 已取消'
		CHECK (state IN ('draft', 'submitted', 'notice', 'issued', 'cancelled')),
	reason VARCHAR(200) NULL COMMENT 'why returned or cancelled 原因; 非个人',
	created_by BIGINT NOT NULL COMMENT 'staff who wrote it 拟稿人',
	created_at DATETIME NOT NULL COMMENT 'when',
	submitted_by BIGINT NULL COMMENT 'staff who submitted it 提交人',
	submitted_at DATETIME NULL COMMENT 'when',
	approved_by BIGINT NULL COMMENT 'staff who approved it 批准人; neither of the two',
	approved_at DATETIME NULL COMMENT 'when',
	notice_from DATE NULL COMMENT 'first day of public notice 公示开始',
	notice_until DATE NULL COMMENT 'last day of public notice 公示截止',
	issued_by BIGINT NULL COMMENT 'staff who issued it 印发人',
	issued_on DATE NULL COMMENT 'day of issue 印发日期',
	PRIMARY KEY (id),
	UNIQUE KEY honour_decision_uid (uid),
	UNIQUE KEY honour_decision_number (station_id, year, serial),
	KEY honour_decision_recent (station_id, id),
	KEY honour_decision_state (station_id, state, id),
	KEY honour_decision_open (state, notice_until, id),
	CONSTRAINT honour_decision_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT honour_decision_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT honour_decision_submitted_by FOREIGN KEY (submitted_by) REFERENCES staff (id),
	CONSTRAINT honour_decision_approved_by FOREIGN KEY (approved_by) REFERENCES staff (id),
	CONSTRAINT honour_decision_issued_by FOREIGN KEY (issued_by) REFERENCES staff (id),
	CONSTRAINT honour_decision_two_persons CHECK (state NOT IN ('notice', 'issued')
		OR approved_by <> created_by AND approved_by <> submitted_by),
	CONSTRAINT honour_decision_numbered CHECK ((state = 'issued') = (serial IS NOT NULL)
		AND (serial IS NULL) = (year IS NULL) AND (serial IS NULL) = (document_no IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='decisions that honour many at once 表彰决定';
ALTER TABLE honour
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS honour_of_decision (decision_id) REFERENCES honour_decision (id);

CREATE TABLE IF NOT EXISTS honour_decision_file (
	decision_id BIGINT NOT NULL COMMENT 'the decision 表彰决定',
	bytes MEDIUMBLOB NOT NULL COMMENT 'PDF as it was first given out; 个人:内用,抹除',
	PRIMARY KEY (decision_id),
	CONSTRAINT honour_decision_file_of FOREIGN KEY (decision_id) REFERENCES honour_decision (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='decisions as files 表彰决定文件';
