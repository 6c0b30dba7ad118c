-- 0182_selection.sql - selections 评选 above a station (四个100 and those of a province): what they ask for is rows, and a
-- nomination collects the figures of its day, records, pictures and words, is confirmed by a second person and followed to its end.

CREATE TABLE IF NOT EXISTS selection (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that takes part in it 申报站点',
	name VARCHAR(80) NOT NULL COMMENT 'name of the selection 评选名称; 非个人',
	organiser VARCHAR(80) NOT NULL COMMENT 'who holds it 主办单位',
	authority_kind VARCHAR(12) NOT NULL DEFAULT 'government' COMMENT 'what that is: government 县级以上党政部门, other 其他'
		CHECK (authority_kind IN ('government', 'other')),
	year SMALLINT NOT NULL COMMENT 'year of the selection 年度' CHECK (year BETWEEN 2000 AND 2100),
	due_on DATE NULL COMMENT 'last day to hand in 报送截止; NULL: nobody said',
	state VARCHAR(6) NOT NULL DEFAULT 'open' COMMENT 'open 进行中, closed 已结束' CHECK (state IN ('open', 'closed')),
	created_by BIGINT NOT NULL COMMENT 'staff who entered it 登记人',
	created_at DATETIME NOT NULL COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY selection_uid (uid),
	KEY selection_recent (station_id, id),
	KEY selection_state (station_id, state, id),
	CONSTRAINT selection_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT selection_created_by FOREIGN KEY (created_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='selections above the station 评选';

CREATE TABLE IF NOT EXISTS selection_kind (
	selection_id BIGINT NOT NULL COMMENT 'the selection 评选',
	subject VARCHAR(12) NOT NULL COMMENT 'volunteer 志愿者, team 队伍, project 项目, community 社区, station 站点'
		CHECK (subject IN ('volunteer', 'team', 'project', 'community', 'station')),
	award VARCHAR(80) NOT NULL COMMENT 'honour that is given 奖项',
	PRIMARY KEY (selection_id, subject),
	CONSTRAINT selection_kind_of FOREIGN KEY (selection_id) REFERENCES selection (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what a selection chooses 评选类别';

CREATE TABLE IF NOT EXISTS selection_condition (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	selection_id BIGINT NOT NULL COMMENT 'the selection 评选',
	subject VARCHAR(12) NOT NULL COMMENT 'of which kind 类别',
	what VARCHAR(12) NOT NULL COMMENT 'figure that is asked for 指标, a word of cgi/commend/measured.c',
	at_most TINYINT NOT NULL COMMENT '0: at least 不少于, 1: at most 不多于' CHECK (at_most IN (0, 1)),
	wanted BIGINT NOT NULL COMMENT 'number, in the unit of the figure' CHECK (wanted BETWEEN 0 AND 100000000),
	PRIMARY KEY (id),
	UNIQUE KEY selection_condition_once (selection_id, subject, what, at_most),
	CONSTRAINT selection_condition_kind FOREIGN KEY (selection_id, subject) REFERENCES selection_kind (selection_id, subject)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='conditions of a selection 评选条件';

-- No program had written a nomination before; one that somebody planted is followed on by the new words.
ALTER TABLE honour_nomination
	MODIFY COLUMN state VARCHAR(12) NOT NULL DEFAULT 'open' COMMENT 'on the way',
	ADD COLUMN IF NOT EXISTS selection_id BIGINT NULL COMMENT 'selection that it is for 评选; NULL: before there were any' AFTER station_id,
	ADD COLUMN IF NOT EXISTS subject VARCHAR(12) NOT NULL DEFAULT 'volunteer'
		COMMENT 'volunteer 志愿者, team 队伍, project 项目, community 社区, station 站点'
		CHECK (subject IN ('volunteer', 'team', 'project', 'community', 'station')) AFTER year,
	ADD COLUMN IF NOT EXISTS region_code VARCHAR(12) NULL COMMENT 'community nominated 社区' AFTER project_id,
	ADD COLUMN IF NOT EXISTS nominated_station_id BIGINT NULL COMMENT 'station nominated 站点' AFTER region_code,
	ADD COLUMN IF NOT EXISTS whom VARCHAR(60) NULL
		COMMENT 'whom it nominates, so that none is nominated twice in a selection; NULL: withdrawn, or before there were any; 非个人' AFTER nominated_station_id,
	ADD COLUMN IF NOT EXISTS measured_on DATE NULL COMMENT 'day of the figures and records 取数日期' AFTER whom,
	ADD COLUMN IF NOT EXISTS outside VARCHAR(300) NOT NULL DEFAULT ''
		COMMENT 'what shows that a condition is met that the figures do not show 系统外依据; 个人:导出,抹除' AFTER deeds,
	ADD COLUMN IF NOT EXISTS reason VARCHAR(200) NULL COMMENT 'why given back, not chosen or withdrawn 原因; 个人:导出,抹除' AFTER state,
	ADD COLUMN IF NOT EXISTS edited_by BIGINT NULL COMMENT 'staff who changed the material last',
	ADD COLUMN IF NOT EXISTS collected_by BIGINT NULL COMMENT 'staff who said that it is complete 提交人',
	ADD COLUMN IF NOT EXISTS confirmed_by BIGINT NULL COMMENT 'staff who confirmed it 核实人; none of those who wrote it',
	ADD COLUMN IF NOT EXISTS confirmed_at DATETIME NULL COMMENT 'when confirmed 核实时间',
	ADD COLUMN IF NOT EXISTS handed_in_on DATE NULL COMMENT 'day on which it was handed in 报送日期',
	ADD UNIQUE KEY IF NOT EXISTS honour_nomination_once (selection_id, whom),
	ADD KEY IF NOT EXISTS honour_nomination_recent (station_id, id),
	ADD KEY IF NOT EXISTS honour_nomination_state (station_id, state, id),
	ADD CONSTRAINT honour_nomination_selection FOREIGN KEY IF NOT EXISTS (selection_id) REFERENCES selection (id),
	ADD CONSTRAINT honour_nomination_region FOREIGN KEY IF NOT EXISTS (region_code) REFERENCES region (code),
	ADD CONSTRAINT honour_nomination_station_of FOREIGN KEY IF NOT EXISTS (nominated_station_id) REFERENCES station (id),
	ADD CONSTRAINT honour_nomination_edited_by FOREIGN KEY IF NOT EXISTS (edited_by) REFERENCES staff (id),
	ADD CONSTRAINT honour_nomination_collected_by FOREIGN KEY IF NOT EXISTS (collected_by) REFERENCES staff (id),
	ADD CONSTRAINT honour_nomination_confirmed_by FOREIGN KEY IF NOT EXISTS (confirmed_by) REFERENCES staff (id);
UPDATE honour_nomination
   SET state = CASE state WHEN 'draft' THEN 'open' WHEN 'submitted' THEN 'handed_in' WHEN 'chosen' THEN 'honoured'
       WHEN 'passed_over' THEN 'not_chosen' ELSE state END,
       subject = CASE WHEN team_id IS NOT NULL THEN 'team' WHEN project_id IS NOT NULL THEN 'project'
       WHEN person_id IS NOT NULL THEN 'volunteer' ELSE 'station' END;
ALTER TABLE honour_nomination
	MODIFY COLUMN state VARCHAR(12) NOT NULL DEFAULT 'open'
		COMMENT 'open 收集材料, collected 材料齐全, handed_in 已报送, shortlisted 入围, honoured 获评, not_chosen 未入选, withdrawn 已撤回'
		CHECK (state IN ('open', 'collected', 'handed_in', 'shortlisted', 'honoured', 'not_chosen', 'withdrawn')),
	ADD CONSTRAINT IF NOT EXISTS honour_nomination_two_persons CHECK (confirmed_by IS NULL
		OR confirmed_by <> created_by AND confirmed_by <> COALESCE(collected_by, 0) AND confirmed_by <> COALESCE(edited_by, 0)),
	ADD CONSTRAINT IF NOT EXISTS honour_nomination_confirmed CHECK (selection_id IS NULL
		OR state NOT IN ('handed_in', 'shortlisted', 'honoured', 'not_chosen') OR confirmed_by IS NOT NULL),
	ADD UNIQUE KEY IF NOT EXISTS honour_nomination_honour_once (honour_id);

CREATE TABLE IF NOT EXISTS nomination_figure (
	nomination_id BIGINT NOT NULL COMMENT 'the nomination 申报',
	place INT NOT NULL COMMENT 'where it stands, from 1',
	what VARCHAR(12) NOT NULL COMMENT 'the figure 指标, a word of cgi/commend/measured.c',
	has BIGINT NULL COMMENT 'its value on the day it was measured 数值; NULL: nothing is known',
	at_most TINYINT NULL COMMENT 'condition it was held against: 0 at least, 1 at most; NULL: none',
	wanted BIGINT NULL COMMENT 'number that the condition asked for',
	PRIMARY KEY (nomination_id, place),
	CONSTRAINT nomination_figure_of FOREIGN KEY (nomination_id) REFERENCES honour_nomination (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='figures of a nomination as they were on its day 申报指标; insert-only';

CREATE TABLE IF NOT EXISTS nomination_record (
	nomination_id BIGINT NOT NULL COMMENT 'the nomination 申报',
	place INT NOT NULL COMMENT 'where it stands, from 1',
	day DATE NOT NULL COMMENT 'day of service 服务日期',
	activity_no VARCHAR(24) NOT NULL COMMENT 'activity 活动编号',
	title VARCHAR(80) NOT NULL COMMENT 'its name 活动名称',
	minutes INT NOT NULL COMMENT 'time served 服务时长, minutes',
	persons INT NOT NULL COMMENT 'volunteers 志愿者人数',
	PRIMARY KEY (nomination_id, place),
	CONSTRAINT nomination_record_of FOREIGN KEY (nomination_id) REFERENCES honour_nomination (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='service that a nomination speaks of, the last first 申报所附服务记录';

CREATE TABLE IF NOT EXISTS nomination_picture (
	nomination_id BIGINT NOT NULL COMMENT 'the nomination 申报',
	place INT NOT NULL COMMENT 'where it stands, from 1',
	document_id BIGINT NOT NULL COMMENT 'the picture, scaled 照片',
	alt VARCHAR(120) NOT NULL COMMENT 'what it shows 照片说明; 个人:内用,抹除',
	PRIMARY KEY (nomination_id, place),
	UNIQUE KEY nomination_picture_once (nomination_id, document_id),
	KEY nomination_picture_document (document_id),
	CONSTRAINT nomination_picture_of FOREIGN KEY (nomination_id) REFERENCES honour_nomination (id),
	CONSTRAINT nomination_picture_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='pictures of a nomination 申报照片';
