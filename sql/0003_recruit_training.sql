-- 0003_recruit_training.sql - training and qualifications, sign-up, waiting lists, draws.

CREATE TABLE IF NOT EXISTS training (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'training number 培训编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NULL COMMENT 'project it prepares for',
	title VARCHAR(80) NOT NULL COMMENT 'topic 培训主题',
	kind CHAR(1) NOT NULL DEFAULT '1' COMMENT 'kind 培训类型 (code list training_kind)',
	mode CHAR(1) NOT NULL DEFAULT '2' COMMENT 'way 培训方式 (code list training_mode)',
	organiser VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'body that gives it 举办单位',
	lecturer VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'lecturer 讲师',
	starts_at DATETIME NOT NULL COMMENT 'start 开始时间',
	ends_at DATETIME NOT NULL COMMENT 'end 结束时间',
	study_minutes INT NOT NULL COMMENT 'time of study 学时, minutes' CHECK (study_minutes > 0),
	place VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'place 地点',
	region_code VARCHAR(12) NULL COMMENT 'division 区域',
	content VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'main content 主要内容',
	contact_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'contact 联系人',
	contact_phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'public telephone 联系电话',
	places INT NOT NULL COMMENT 'places 名额' CHECK (places >= 0),
	taken INT NOT NULL DEFAULT 0 COMMENT 'places taken 已报名额' CHECK (taken >= 0),
	enrol_until DATETIME NULL COMMENT 'end of enrolment 报名截止',
	min_age INT NULL COMMENT 'lowest age 最低年龄, years',
	pass_score INT NULL COMMENT 'score to pass 合格分; NULL: attendance is enough',
	qualifies VARCHAR(60) NULL COMMENT 'qualification got by passing 上岗资格; NULL: none',
	valid_months INT NULL COMMENT 'months it holds 有效期; NULL: for good',
	state VARCHAR(12) NOT NULL DEFAULT 'draft'
		COMMENT 'draft 草稿, published 报名中, running 进行中, finished 已结束, cancelled 已取消'
		CHECK (state IN ('draft', 'published', 'running', 'finished', 'cancelled')),
	created_by BIGINT NOT NULL COMMENT 'staff who made it',
	recorded_by BIGINT NULL COMMENT 'staff who closed the record 记录人',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when made',
	PRIMARY KEY (id),
	UNIQUE KEY training_uid (uid),
	UNIQUE KEY training_no (no),
	KEY training_station (station_id, state, starts_at, id),
	KEY training_open (state, starts_at, id),
	CONSTRAINT training_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT training_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT training_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT training_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT training_recorded_by FOREIGN KEY (recorded_by) REFERENCES staff (id),
	CONSTRAINT training_times CHECK (ends_at > starts_at),
	CONSTRAINT training_not_oversold CHECK (taken <= places)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='training sessions 培训';

ALTER TABLE position
	ADD CONSTRAINT position_training FOREIGN KEY IF NOT EXISTS (training_id)
		REFERENCES training (id);

CREATE TABLE IF NOT EXISTS enrolment (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, also the key of the posted training record',
	version INT NOT NULL DEFAULT 1 COMMENT 'raised by each correction of the posted record',
	training_id BIGINT NOT NULL COMMENT 'training',
	station_id BIGINT NOT NULL COMMENT 'station',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	state VARCHAR(12) NOT NULL DEFAULT 'enrolled'
		COMMENT 'enrolled 已报名, present 已签到, passed 合格, failed 不合格, waiting 候补, cancelled 已取消'
		CHECK (state IN ('enrolled', 'present', 'passed', 'failed', 'waiting',
			'cancelled')),
	line_no INT NULL COMMENT 'place in the waiting line 候补序号',
	enrolled_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when enrolled 报名时间',
	present_at DATETIME NULL COMMENT 'when checked in 签到时间',
	score INT NULL COMMENT 'score 考核成绩',
	reason VARCHAR(200) NULL COMMENT 'why failed or cancelled 原因',
	decided_by BIGINT NULL COMMENT 'staff who recorded the result',
	decided_at DATETIME NULL COMMENT 'when recorded',
	PRIMARY KEY (id),
	UNIQUE KEY enrolment_uid (uid),
	UNIQUE KEY enrolment_once (training_id, person_id),
	KEY enrolment_list (training_id, state, id),
	KEY enrolment_person (person_id, state),
	KEY enrolment_station (station_id, id),
	CONSTRAINT enrolment_training FOREIGN KEY (training_id) REFERENCES training (id),
	CONSTRAINT enrolment_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT enrolment_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT enrolment_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='enrolments in training 培训报名';

CREATE TABLE IF NOT EXISTS qualification (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	name VARCHAR(60) NOT NULL COMMENT 'qualification 资格名称',
	training_id BIGINT NULL COMMENT 'training passed; NULL: shown by a document',
	document_id BIGINT NULL COMMENT 'licence or certificate 资格证件',
	granted_on DATE NOT NULL COMMENT 'since 取得日期',
	valid_until DATE NULL COMMENT 'last day it holds 有效期至; NULL: for good',
	confirmed_by BIGINT NULL COMMENT 'staff who confirmed it',
	withdrawn_at DATETIME NULL COMMENT 'when taken back',
	PRIMARY KEY (id),
	UNIQUE KEY qualification_once (person_id, training_id),
	KEY qualification_person (person_id, name),
	CONSTRAINT qualification_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT qualification_training FOREIGN KEY (training_id) REFERENCES training (id),
	CONSTRAINT qualification_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT qualification_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what a volunteer is qualified for 上岗资格';

CREATE TABLE IF NOT EXISTS draw (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	position_id BIGINT NOT NULL COMMENT 'position drawn for',
	station_id BIGINT NOT NULL COMMENT 'station',
	opens_at DATETIME NOT NULL COMMENT 'start of the intake 开始报名',
	closes_at DATETIME NOT NULL COMMENT 'end of the intake 截止报名',
	seed_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the seed, published before the intake',
	seed_sealed VARBINARY(200) NULL COMMENT 'the seed until the draw, sealed',
	seed BINARY(32) NULL COMMENT 'the seed, published after the draw',
	tree_size BIGINT NULL
		COMMENT 'first tree head signed after the intake, mixed into the draw',
	drawn_at DATETIME NULL COMMENT 'when drawn 抽签时间',
	PRIMARY KEY (id),
	UNIQUE KEY draw_uid (uid),
	UNIQUE KEY draw_position (position_id),
	CONSTRAINT draw_position FOREIGN KEY (position_id) REFERENCES position (id),
	CONSTRAINT draw_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT draw_times CHECK (closes_at > opens_at)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='draws for wanted positions, that anyone can recompute 抽签';

CREATE TABLE IF NOT EXISTS application (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms and addresses',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NOT NULL COMMENT 'project',
	position_id BIGINT NOT NULL COMMENT 'position 岗位',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	mode VARCHAR(8) NOT NULL DEFAULT 'apply' COMMENT 'apply 申请, invite 邀请, direct 免审, draw 抽签'
		CHECK (mode IN ('apply', 'invite', 'direct', 'draw')),
	state VARCHAR(12) NOT NULL DEFAULT 'pending'
		COMMENT 'pending 待审核, accepted 已录用, refused 未录用, waiting 候补, offered 待确认, withdrawn 已退出'
		CHECK (state IN ('pending', 'accepted', 'refused', 'waiting', 'offered',
			'withdrawn')),
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'words of the volunteer 报名说明',
	reason VARCHAR(200) NULL COMMENT 'why refused 未录用原因',
	line_no INT NULL COMMENT 'place in the waiting line 候补序号',
	offered_until DATETIME NULL COMMENT 'an offered place is kept until then 确认截止',
	draw_rank INT NULL COMMENT 'rank in the draw 抽签次序',
	applied_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when applied 报名时间',
	decided_by BIGINT NULL COMMENT 'staff who decided 审核人',
	decided_at DATETIME NULL COMMENT 'when decided 审核时间',
	withdrawn_at DATETIME NULL COMMENT 'when withdrawn 退出时间',
	PRIMARY KEY (id),
	UNIQUE KEY application_uid (uid),
	UNIQUE KEY application_once (position_id, person_id),
	KEY application_station (station_id, state, id),
	KEY application_project (project_id, state, id),
	KEY application_person (person_id, state, id),
	CONSTRAINT application_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT application_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT application_position FOREIGN KEY (position_id) REFERENCES position (id),
	CONSTRAINT application_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT application_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
	CONSTRAINT application_refusal_has_reason CHECK (state <> 'refused' OR reason IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='applications for positions 报名';
