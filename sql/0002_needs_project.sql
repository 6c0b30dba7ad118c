-- 0002_needs_project.sql - households, surveys, the need ledger, and the projects made of it.

CREATE TABLE IF NOT EXISTS household (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that looks after it',
	name_sealed VARBINARY(300) NOT NULL COMMENT 'name of the person served 服务对象姓名, sealed',
	name_index BINARY(32) NULL COMMENT 'keyed digest of the name',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone 联系电话, sealed',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone',
	address_sealed VARBINARY(600) NULL COMMENT 'address 住址, sealed',
	contact_sealed VARBINARY(400) NULL COMMENT 'emergency contact 紧急联系人, sealed',
	health_sealed VARBINARY(1000) NULL COMMENT 'state of health 健康状况, sealed',
	grid VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'grid 网格',
	household_kind VARCHAR(12) NULL COMMENT 'kind of household 家庭类型 (code list household_kind)',
	target_groups VARCHAR(40) NOT NULL DEFAULT ''
		COMMENT 'groups 人群类别 (code list recipient, commas)',
	members INT NULL COMMENT 'persons in the household 家庭人数',
	consent_at DATETIME NULL COMMENT 'when they agreed to be on file 同意建档',
	state VARCHAR(8) NOT NULL DEFAULT 'active' COMMENT 'active 在档 or closed 销档'
		CHECK (state IN ('active', 'closed')),
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	created_by BIGINT NULL COMMENT 'staff who entered it',
	PRIMARY KEY (id),
	UNIQUE KEY household_uid (uid),
	KEY household_station (station_id, state, id),
	KEY household_phone (phone_index),
	CONSTRAINT household_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT household_created_by FOREIGN KEY (created_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='households and persons served 服务对象档案';

CREATE TABLE IF NOT EXISTS visit (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station',
	household_id BIGINT NULL COMMENT 'household visited; NULL: a meeting',
	visited_at DATETIME NOT NULL COMMENT 'when 走访时间',
	mode VARCHAR(8) NOT NULL DEFAULT 'home' COMMENT 'home 入户, phone 电话, meeting 座谈会'
		CHECK (mode IN ('home', 'phone', 'meeting')),
	visitor_id BIGINT NOT NULL COMMENT 'staff who visited 走访人',
	companions VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'who came along 陪同人员',
	note VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what was found 走访情况',
	next_on DATE NULL COMMENT 'next visit 下次走访',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY visit_uid (uid),
	KEY visit_station (station_id, visited_at, id),
	KEY visit_household (household_id, visited_at),
	CONSTRAINT visit_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT visit_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT visit_visitor FOREIGN KEY (visitor_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='visits and meetings 入户走访、座谈';

CREATE TABLE IF NOT EXISTS survey (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'survey number 问卷编号',
	code CHAR(8) NOT NULL COMMENT 'random word of the public address /needs/s/{code}',
	station_id BIGINT NOT NULL COMMENT 'station',
	title VARCHAR(80) NOT NULL COMMENT 'title 问卷名称',
	intro VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'words before the first question 卷首语',
	template VARCHAR(24) NULL COMMENT 'ready template it was made from',
	version INT NOT NULL DEFAULT 1
		COMMENT 'version; once answered it is frozen and a change makes the next',
	replaces_id BIGINT NULL COMMENT 'earlier version',
	state VARCHAR(8) NOT NULL DEFAULT 'draft' COMMENT 'draft 草稿, open 收集中, closed 已结束'
		CHECK (state IN ('draft', 'open', 'closed')),
	opens_on DATE NULL COMMENT 'first day 开始日期',
	closes_on DATE NULL COMMENT 'last day 截止日期',
	wanted INT NULL COMMENT 'answers hoped for 计划份数',
	answered INT NOT NULL DEFAULT 0 COMMENT 'answers received 已收份数, moved with each response',
	created_by BIGINT NOT NULL COMMENT 'staff who made it',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when made',
	opened_at DATETIME NULL COMMENT 'when opened 发布时间',
	closed_at DATETIME NULL COMMENT 'when closed 结束时间',
	PRIMARY KEY (id),
	UNIQUE KEY survey_uid (uid),
	UNIQUE KEY survey_no (no),
	UNIQUE KEY survey_code (code),
	KEY survey_station (station_id, state, id),
	CONSTRAINT survey_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT survey_replaces FOREIGN KEY (replaces_id) REFERENCES survey (id),
	CONSTRAINT survey_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT survey_days CHECK (closes_on >= opens_on)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='needs surveys 需求调查问卷';

CREATE TABLE IF NOT EXISTS question (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	survey_id BIGINT NOT NULL COMMENT 'survey',
	place INT NOT NULL COMMENT 'place in the survey, from 1; its field is q1, q2 ...',
	kind VARCHAR(8) NOT NULL COMMENT 'single 单选, multi 多选, scale 评分, number 数字, text 文字'
		CHECK (kind IN ('single', 'multi', 'scale', 'number', 'text')),
	title VARCHAR(200) NOT NULL COMMENT 'the question 题目',
	hint VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'help under it 说明',
	required TINYINT NOT NULL DEFAULT 0 COMMENT '1 must be answered 必答',
	max_choices INT NULL COMMENT 'most choices of a multi question; NULL: all',
	min_value INT NULL COMMENT 'lowest value of scale and number',
	max_value INT NULL COMMENT 'highest value of scale and number',
	maps VARCHAR(16) NULL COMMENT 'what the answer becomes in the need ledger; NULL: nothing'
		CHECK (maps IN ('category', 'target_group', 'age_band', 'sex', 'phone', 'name',
			'grid', 'wished', 'frequency', 'description')),
	PRIMARY KEY (id),
	UNIQUE KEY question_place (survey_id, place),
	CONSTRAINT question_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='questions of surveys 题目';

CREATE TABLE IF NOT EXISTS choice (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	question_id BIGINT NOT NULL COMMENT 'question',
	place INT NOT NULL COMMENT 'place in the question, from 1; the value sent by the form',
	label VARCHAR(120) NOT NULL COMMENT 'text 选项',
	category VARCHAR(4) NULL COMMENT 'service category 服务类别 that it means',
	target_group VARCHAR(2) NULL COMMENT 'group 服务对象 that it means (code list recipient)',
	PRIMARY KEY (id),
	UNIQUE KEY choice_place (question_id, place),
	CONSTRAINT choice_question FOREIGN KEY (question_id) REFERENCES question (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='choices of questions 选项';

CREATE TABLE IF NOT EXISTS response (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'from the one-time form key: sent twice, stored once',
	survey_id BIGINT NOT NULL COMMENT 'survey',
	station_id BIGINT NOT NULL COMMENT 'station',
	at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when answered 填写时间',
	by_proxy TINYINT NOT NULL DEFAULT 0 COMMENT '1 filled in by family or staff 代填',
	entered_by BIGINT NULL COMMENT 'staff who typed a paper form; NULL: online',
	PRIMARY KEY (id),
	UNIQUE KEY response_uid (uid),
	KEY response_survey (survey_id, id),
	CONSTRAINT response_survey FOREIGN KEY (survey_id) REFERENCES survey (id),
	CONSTRAINT response_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT response_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='answered surveys 答卷';

CREATE TABLE IF NOT EXISTS answer (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	response_id BIGINT NOT NULL COMMENT 'response',
	question_id BIGINT NOT NULL COMMENT 'question',
	choice_id BIGINT NULL COMMENT 'choice taken; one row for each',
	number BIGINT NULL COMMENT 'value of scale and number',
	text VARCHAR(2000) NULL COMMENT 'text; never a name or phone',
	text_sealed VARBINARY(400) NULL COMMENT 'name or phone, sealed',
	PRIMARY KEY (id),
	UNIQUE KEY answer_once (response_id, question_id, choice_id),
	KEY answer_question (question_id, choice_id),
	KEY answer_choice (choice_id),
	CONSTRAINT answer_response FOREIGN KEY (response_id) REFERENCES response (id),
	CONSTRAINT answer_question FOREIGN KEY (question_id) REFERENCES question (id),
	CONSTRAINT answer_choice FOREIGN KEY (choice_id) REFERENCES choice (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='answers 回答';

CREATE TABLE IF NOT EXISTS answer_count (
	question_id BIGINT NOT NULL COMMENT 'question',
	choice_id BIGINT NOT NULL DEFAULT 0 COMMENT 'choice; 0 for scale and number',
	value INT NOT NULL DEFAULT 0 COMMENT 'value of scale and number; 0 for choices',
	n INT NOT NULL DEFAULT 0 COMMENT 'answers 票数, moved in the transaction of the response',
	PRIMARY KEY (question_id, choice_id, value),
	CONSTRAINT answer_count_question FOREIGN KEY (question_id) REFERENCES question (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='counted answers, so that a result page reads few rows 统计';

CREATE TABLE IF NOT EXISTS need (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NULL COMMENT 'random id from the form, when typed in by staff',
	no VARCHAR(24) NOT NULL COMMENT 'need number 需求编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	source VARCHAR(8) NOT NULL
		COMMENT 'survey 调查表, visit 入户走访, meeting 座谈会, phone 来电, order 线上点单, grid 网格上报'
		CHECK (source IN ('survey', 'visit', 'meeting', 'phone', 'order', 'grid')),
	response_id BIGINT NULL COMMENT 'response it came from',
	visit_id BIGINT NULL COMMENT 'visit it came from',
	household_id BIGINT NULL COMMENT 'household on file',
	name_sealed VARBINARY(300) NULL COMMENT 'who needs it 需求人姓名, sealed',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone 联系电话, sealed',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone',
	address_sealed VARBINARY(600) NULL COMMENT 'address 住址, sealed',
	sex CHAR(1) NOT NULL DEFAULT '0' COMMENT 'sex 性别 (code list sex)',
	age_band VARCHAR(12) NULL COMMENT 'age band 年龄段 (code list age_band)',
	category VARCHAR(4) NOT NULL COMMENT 'need category 需求类别 (code list service_category)',
	target_group VARCHAR(2) NULL COMMENT 'group 人群类别 (code list recipient)',
	description VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what is needed 需求描述',
	grid VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'grid 网格',
	wished VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'when 期望时间',
	frequency VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'how often 频次',
	risk VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'risks told 风险提示',
	state VARCHAR(12) NOT NULL DEFAULT 'to_verify'
		COMMENT 'to_verify 待核实, verified 已核实, in_project 已立项, done 已办结, declined 不予受理'
		CHECK (state IN ('to_verify', 'verified', 'in_project', 'done', 'declined')),
	decline_reason VARCHAR(200) NULL COMMENT 'why not taken up 不予受理原因',
	verified_by BIGINT NULL COMMENT 'staff who verified 核实人',
	verified_at DATETIME NULL COMMENT 'when verified 核实时间',
	verify_note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what was found 核实结果',
	answered_on DATE NULL COMMENT 'day of the reply 答复日期',
	done_on DATE NULL COMMENT 'day it was settled 办结日期',
	satisfaction TINYINT NULL COMMENT 'satisfaction 满意度, 1 to 5'
		CHECK (satisfaction BETWEEN 1 AND 5),
	registered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered 登记日期',
	registered_by BIGINT NULL COMMENT 'staff who entered it; NULL: by a resident',
	PRIMARY KEY (id),
	UNIQUE KEY need_uid (uid),
	UNIQUE KEY need_no (no),
	UNIQUE KEY need_response (response_id, category),
	KEY need_station (station_id, state, id),
	KEY need_category (station_id, category, target_group),
	KEY need_household (household_id),
	KEY need_phone (phone_index),
	CONSTRAINT need_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT need_response FOREIGN KEY (response_id) REFERENCES response (id),
	CONSTRAINT need_visit FOREIGN KEY (visit_id) REFERENCES visit (id),
	CONSTRAINT need_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT need_verified_by FOREIGN KEY (verified_by) REFERENCES staff (id),
	CONSTRAINT need_registered_by FOREIGN KEY (registered_by) REFERENCES staff (id),
	CONSTRAINT need_decline_has_reason CHECK (state <> 'declined' OR decline_reason IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='need ledger 需求台账';

CREATE TABLE IF NOT EXISTS project (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'project number 项目编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	team_id BIGINT NULL COMMENT 'team 所属队伍',
	title VARCHAR(50) NOT NULL COMMENT 'name 项目名称',
	categories VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT '1 to 4 service categories 服务类别, codes with commas',
	recipients VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'recipients 服务对象, codes with commas',
	guarantees VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT 'what volunteers get 志愿者保障, codes with commas',
	goal VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'goal 项目目标',
	intro TEXT NOT NULL DEFAULT '' COMMENT 'description 项目介绍: content and schedule',
	starts_on DATE NULL COMMENT 'first day 开始日期',
	ends_on DATE NULL COMMENT 'last day 结束日期',
	recruit_scope VARCHAR(8) NOT NULL DEFAULT 'public'
		COMMENT 'public 公开招募, team 指定队伍, invite 不公开招募'
		CHECK (recruit_scope IN ('public', 'team', 'invite')),
	recruit_from DATE NULL COMMENT 'first day of sign-up 招募开始',
	recruit_to DATE NULL COMMENT 'last day of sign-up 招募截止',
	sign_up_how VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'how to sign up besides here 报名方式',
	place VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'place 详细地址',
	region_code VARCHAR(12) NULL COMMENT 'division 服务区域, street or below',
	lat DECIMAL(9,6) NULL COMMENT 'latitude, degrees',
	lng DECIMAL(9,6) NULL COMMENT 'longitude, degrees',
	contact_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'contact 联系人',
	contact_phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'public telephone 联系电话',
	risks VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'possible risks 可能的风险',
	dangerous TINYINT NOT NULL DEFAULT 0
		COMMENT '1 may endanger the person: accident insurance first',
	insurance VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'insurance 保险安排',
	min_minutes INT NOT NULL DEFAULT 0 COMMENT 'own hours needed to join 时长要求, minutes',
	budget_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'budget 预算, fen' CHECK (budget_fen >= 0),
	fund_source VARCHAR(2) NULL COMMENT 'source of money 经费来源 (code list fund_source)',
	screening_confirmed TINYINT NOT NULL DEFAULT 0
		COMMENT '1 confirmed: nothing on the list of what is no volunteer service',
	screened_by BIGINT NULL COMMENT 'staff who confirmed it',
	author_id BIGINT NOT NULL COMMENT 'staff who wrote it 编制人',
	submitted_at DATETIME NULL COMMENT 'when handed in 提交时间',
	approver_id BIGINT NULL COMMENT 'staff who decided 审批人',
	approved_at DATETIME NULL COMMENT 'when decided 审批时间',
	return_reason VARCHAR(200) NULL COMMENT 'why returned or void 退回原因',
	published_at DATETIME NULL COMMENT 'when published 发布时间',
	closed_at DATETIME NULL COMMENT 'when closed 结项日期',
	report TEXT NULL COMMENT 'closing report 结项报告',
	extended TINYINT NOT NULL DEFAULT 0 COMMENT '1 extended once 已延期',
	state VARCHAR(12) NOT NULL DEFAULT 'draft'
		COMMENT 'draft 草稿, submitted 待审批, approved 已批准, recruiting 招募中, running 实施中, closed 已结项, returned 退回, void 作废'
		CHECK (state IN ('draft', 'submitted', 'approved', 'recruiting', 'running',
			'closed', 'returned', 'void')),
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when begun',
	PRIMARY KEY (id),
	UNIQUE KEY project_uid (uid),
	UNIQUE KEY project_no (no),
	KEY project_station (station_id, state, id),
	KEY project_open (state, recruit_to, id),
	CONSTRAINT project_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT project_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT project_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT project_screened_by FOREIGN KEY (screened_by) REFERENCES staff (id),
	CONSTRAINT project_author FOREIGN KEY (author_id) REFERENCES staff (id),
	CONSTRAINT project_approver FOREIGN KEY (approver_id) REFERENCES staff (id),
	CONSTRAINT project_days CHECK (ends_on >= starts_on),
	CONSTRAINT project_recruit_days CHECK (recruit_to >= recruit_from
		AND recruit_to <= ends_on),
	CONSTRAINT project_two_persons CHECK (approver_id <> author_id),
	CONSTRAINT project_approved_whole CHECK (state NOT IN ('approved', 'recruiting',
		'running', 'closed')
		OR (approver_id IS NOT NULL AND starts_on IS NOT NULL AND ends_on IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='projects 志愿服务项目';

CREATE TABLE IF NOT EXISTS project_need (
	project_id BIGINT NOT NULL COMMENT 'project',
	need_id BIGINT NOT NULL COMMENT 'need that it answers 来源需求',
	PRIMARY KEY (project_id, need_id),
	KEY project_need_need (need_id),
	CONSTRAINT project_need_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT project_need_need FOREIGN KEY (need_id) REFERENCES need (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='needs that a project answers 项目来源需求';

CREATE TABLE IF NOT EXISTS position (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms and addresses',
	project_id BIGINT NOT NULL COMMENT 'project',
	title VARCHAR(50) NOT NULL COMMENT 'name 岗位名称',
	wanted INT NOT NULL COMMENT 'persons wanted 计划招募人数' CHECK (wanted >= 0),
	taken INT NOT NULL DEFAULT 0 COMMENT 'persons taken on 已录用人数' CHECK (taken >= 0),
	description VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what is done 岗位描述',
	conditions VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what is asked 岗位条件',
	min_age INT NULL COMMENT 'lowest age 最低年龄, years',
	training_id BIGINT NULL COMMENT 'training to have passed first 须先通过的培训',
	PRIMARY KEY (id),
	UNIQUE KEY position_uid (uid),
	KEY position_project (project_id, id),
	KEY position_training (training_id),
	CONSTRAINT position_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT position_not_oversold CHECK (taken <= wanted)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='positions of projects 岗位';
