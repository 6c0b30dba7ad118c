-- 0183_typical_case.sql - typical projects and cases 典型案例 of a station: written from a form, read by a second person before
-- they are public, withdrawn with a reason and without their pictures.

CREATE TABLE IF NOT EXISTS typical_case (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that tells it 站点',
	kind VARCHAR(8) NOT NULL COMMENT 'project 典型项目, case 典型案例' CHECK (kind IN ('project', 'case')),
	project_id BIGINT NULL COMMENT 'project that it tells of 项目',
	activity_id BIGINT NULL COMMENT 'activity that it tells of 活动',
	title VARCHAR(80) NOT NULL COMMENT 'title 标题; 非个人',
	background TEXT NOT NULL COMMENT 'how things were 背景; 非个人',
	done TEXT NOT NULL COMMENT 'what was done 做法; 非个人',
	result TEXT NOT NULL COMMENT 'what came of it 成效; 非个人',
	learned TEXT NOT NULL COMMENT 'what others may learn of it 经验启示; 非个人',
	state VARCHAR(9) NOT NULL DEFAULT 'draft' COMMENT 'draft 草稿, submitted 待审核, published 已公开, withdrawn 已撤下'
		CHECK (state IN ('draft', 'submitted', 'published', 'withdrawn')),
	reason VARCHAR(200) NULL COMMENT 'why given back or withdrawn 原因; 非个人',
	created_by BIGINT NOT NULL COMMENT 'staff who wrote it 撰写人',
	created_at DATETIME NOT NULL COMMENT 'when',
	edited_by BIGINT NULL COMMENT 'staff who changed it last',
	submitted_by BIGINT NULL COMMENT 'staff who gave it to a reviewer 送审人',
	reviewed_by BIGINT NULL COMMENT 'staff who said yes or gave it back 审核人; none of those who wrote it',
	published_on DATE NULL COMMENT 'day on which it became public 公开日期',
	withdrawn_by BIGINT NULL COMMENT 'staff who withdrew it 撤下人',
	withdrawn_at DATETIME NULL COMMENT 'when',
	PRIMARY KEY (id),
	UNIQUE KEY typical_case_uid (uid),
	KEY typical_case_recent (station_id, id),
	KEY typical_case_state (station_id, state, id),
	KEY typical_case_public (state, published_on, id),
	KEY typical_case_here (station_id, state, published_on, id),
	CONSTRAINT typical_case_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT typical_case_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT typical_case_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT typical_case_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT typical_case_edited_by FOREIGN KEY (edited_by) REFERENCES staff (id),
	CONSTRAINT typical_case_submitted_by FOREIGN KEY (submitted_by) REFERENCES staff (id),
	CONSTRAINT typical_case_reviewed_by FOREIGN KEY (reviewed_by) REFERENCES staff (id),
	CONSTRAINT typical_case_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES staff (id),
	CONSTRAINT typical_case_one CHECK (project_id IS NULL OR activity_id IS NULL),
	CONSTRAINT typical_case_two_persons CHECK (state <> 'published' OR reviewed_by IS NOT NULL AND reviewed_by <> created_by
		AND reviewed_by <> COALESCE(submitted_by, 0) AND reviewed_by <> COALESCE(edited_by, 0)),
	CONSTRAINT typical_case_dated CHECK (state <> 'published' OR published_on IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='typical projects and cases 典型案例';

CREATE TABLE IF NOT EXISTS typical_case_picture (
	case_id BIGINT NOT NULL COMMENT 'the case 典型案例',
	place INT NOT NULL COMMENT 'where it stands, from 1',
	document_id BIGINT NOT NULL COMMENT 'the picture, scaled 图片',
	alt VARCHAR(120) NOT NULL COMMENT 'what it shows, for who does not see it 替代文字; 非个人',
	PRIMARY KEY (case_id, place),
	UNIQUE KEY typical_case_picture_once (case_id, document_id),
	KEY typical_case_picture_document (document_id),
	CONSTRAINT typical_case_picture_of FOREIGN KEY (case_id) REFERENCES typical_case (id),
	CONSTRAINT typical_case_picture_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='pictures of typical projects and cases 典型案例图片';
