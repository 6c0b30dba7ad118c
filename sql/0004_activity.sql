-- 0004_activity.sql - activities, attendance, service records and the totals of volunteers.

CREATE TABLE IF NOT EXISTS holiday (
	day DATE NOT NULL COMMENT 'the day',
	kind VARCHAR(4) NOT NULL COMMENT 'off: no working day 休, work: a weekend worked 班'
		CHECK (kind IN ('off', 'work')),
	name VARCHAR(40) NOT NULL COMMENT 'name 名称, e.g. 春节',
	source VARCHAR(60) NOT NULL COMMENT 'where it was published 来源',
	PRIMARY KEY (day)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='days that depart from Monday to Friday 节假日与调休';

CREATE TABLE IF NOT EXISTS activity (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'activity number 活动编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NULL COMMENT 'project 所属项目',
	team_id BIGINT NULL COMMENT 'team 服务队伍',
	title VARCHAR(80) NOT NULL COMMENT 'name 活动名称',
	content VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what is done 服务内容',
	category VARCHAR(4) NOT NULL COMMENT 'service category 服务类别',
	recipients VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'recipients 服务对象, codes with commas',
	organiser VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'body that holds it 活动组织单位',
	leader_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'person in charge 活动负责人',
	leader_id BIGINT NULL COMMENT 'that person, if a volunteer',
	starts_at DATETIME NOT NULL COMMENT 'start 开始时间',
	ends_at DATETIME NOT NULL COMMENT 'end 结束时间, same day',
	place VARCHAR(160) NOT NULL COMMENT 'place 服务地点',
	region_code VARCHAR(12) NULL COMMENT 'division 区划',
	lat DECIMAL(9,6) NULL COMMENT 'latitude, degrees',
	lng DECIMAL(9,6) NULL COMMENT 'longitude, degrees',
	radius_m INT NULL COMMENT 'radius of near 签到范围, metres; NULL or 0: not looked at',
	planned INT NULL COMMENT 'volunteers planned 计划人数, persons',
	dangerous TINYINT NOT NULL DEFAULT 0
		COMMENT '1 may endanger the person: accident insurance first',
	declared_on DATE NULL COMMENT 'declared to the station 报备日期, for ten volunteers and more',
	served INT NULL COMMENT 'persons served 受益人数',
	photos INT NOT NULL DEFAULT 0 COMMENT 'photos on file 照片数',
	summary VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what came of it 活动小结',
	code_secret BINARY(32) NULL COMMENT 'key of the changing check-in codes',
	state VARCHAR(12) NOT NULL DEFAULT 'draft'
		COMMENT 'draft 待发布, published 已发布, running 进行中, recording 待录入, notice 公示中, archived 已归档, cancelled 已取消'
		CHECK (state IN ('draft', 'published', 'running', 'recording', 'notice',
			'archived', 'cancelled')),
	cancel_reason VARCHAR(200) NULL COMMENT 'why cancelled 取消原因',
	created_by BIGINT NOT NULL COMMENT 'staff who made it',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when made',
	published_by BIGINT NULL COMMENT 'staff who published it',
	published_at DATETIME NULL COMMENT 'when published 发布时间; must be before the start',
	roll_closed_at DATETIME NULL COMMENT 'when the roll was closed 名册关闭, on the day itself',
	notice_from DATE NULL COMMENT 'first day of public notice 公示开始',
	notice_until DATE NULL COMMENT 'last day of public notice 公示截止',
	record_due_on DATE NULL
		COMMENT 'last day to record and report: end + 10 working days 记录截止日',
	archived_at DATETIME NULL COMMENT 'when archived 归档时间',
	PRIMARY KEY (id),
	UNIQUE KEY activity_uid (uid),
	UNIQUE KEY activity_no (no),
	KEY activity_station (station_id, state, starts_at, id),
	KEY activity_time (state, starts_at, id),
	KEY activity_project (project_id, starts_at),
	KEY activity_due (state, record_due_on),
	CONSTRAINT activity_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT activity_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT activity_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT activity_leader FOREIGN KEY (leader_id) REFERENCES person (id),
	CONSTRAINT activity_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT activity_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT activity_published_by FOREIGN KEY (published_by) REFERENCES staff (id),
	CONSTRAINT activity_one_day CHECK (ends_at > starts_at AND DATE(ends_at) = DATE(starts_at))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='activities, each one shift on one day 志愿服务活动';

CREATE TABLE IF NOT EXISTS roster (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	activity_id BIGINT NOT NULL COMMENT 'activity',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	station_id BIGINT NOT NULL COMMENT 'station',
	position_id BIGINT NULL COMMENT 'position 岗位',
	duty VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'duty 分工',
	role VARCHAR(8) NOT NULL DEFAULT 'member' COMMENT 'leader 带队, member 队员'
		CHECK (role IN ('leader', 'member')),
	state VARCHAR(8) NOT NULL DEFAULT 'on' COMMENT 'on 在册, excused 请假, absent 缺席, removed 移出'
		CHECK (state IN ('on', 'excused', 'absent', 'removed')),
	added_by BIGINT NULL COMMENT 'staff who added them',
	added_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when added',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'note 备注',
	PRIMARY KEY (id),
	UNIQUE KEY roster_once (activity_id, person_id),
	KEY roster_person (person_id, activity_id),
	KEY roster_station (station_id, id),
	CONSTRAINT roster_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT roster_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT roster_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT roster_position FOREIGN KEY (position_id) REFERENCES position (id),
	CONSTRAINT roster_added_by FOREIGN KEY (added_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who is on duty at an activity 排班名册';

CREATE TABLE IF NOT EXISTS attendance (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id of the scan: sent twice, stored once',
	activity_id BIGINT NOT NULL COMMENT 'activity',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	station_id BIGINT NOT NULL COMMENT 'station',
	direction VARCHAR(4) NOT NULL COMMENT 'in 签到 or out 签退' CHECK (direction IN ('in', 'out')),
	at DATETIME NOT NULL COMMENT 'when, by our clock; offline: the time of the step',
	method VARCHAR(8) NOT NULL COMMENT 'scan 扫码, digits 六位码, list 点名'
		CHECK (method IN ('scan', 'digits', 'list')),
	step BIGINT NULL COMMENT 'time step of the code: Unix seconds / 15',
	offline TINYINT NOT NULL DEFAULT 0 COMMENT '1 uploaded later by the leader''s phone 离线补传',
	uploaded_at DATETIME NULL COMMENT 'when uploaded, if offline',
	nearness VARCHAR(8) NOT NULL DEFAULT 'unknown'
		COMMENT 'distance to the place: in, near, out or unknown'
		CHECK (nearness IN ('in', 'near', 'out', 'unknown')),
	device_hash BINARY(32) NULL
		COMMENT 'keyed digest of the device cookie, to see one phone serve several',
	recorded_by BIGINT NULL COMMENT 'staff who called the roll',
	leader_id BIGINT NULL COMMENT 'leader whose phone took it',
	PRIMARY KEY (id),
	UNIQUE KEY attendance_uid (uid),
	UNIQUE KEY attendance_once (activity_id, person_id, direction),
	KEY attendance_person (person_id, at),
	KEY attendance_station (station_id, at),
	KEY attendance_device (device_hash),
	CONSTRAINT attendance_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT attendance_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT attendance_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT attendance_recorded_by FOREIGN KEY (recorded_by) REFERENCES staff (id),
	CONSTRAINT attendance_leader FOREIGN KEY (leader_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='check-ins and check-outs 签到签退';

CREATE TABLE IF NOT EXISTS service_record (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, the same for all versions of one record',
	version INT NOT NULL DEFAULT 1 COMMENT 'version, from 1',
	replaces_id BIGINT NULL COMMENT 'earlier version that this one corrects',
	no VARCHAR(24) NOT NULL COMMENT 'record number 记录编号; each version has its own',
	station_id BIGINT NOT NULL COMMENT 'station that records 记录单位',
	activity_id BIGINT NOT NULL COMMENT 'activity',
	project_id BIGINT NULL COMMENT 'project',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	served_on DATE NOT NULL COMMENT 'day 服务日期',
	starts_at DATETIME NOT NULL COMMENT 'start 开始时间, whole minute',
	ends_at DATETIME NOT NULL COMMENT 'end 结束时间, whole minute',
	minutes INT NOT NULL COMMENT 'time served 服务时长, minutes' CHECK (minutes > 0),
	evidence VARCHAR(8) NOT NULL COMMENT 'scan 扫码签到, list 名册点名, declared 本人申报, backfill 补录'
		CHECK (evidence IN ('scan', 'list', 'declared', 'backfill')),
	offline TINYINT NOT NULL DEFAULT 0 COMMENT '1 rests on scans uploaded later 离线',
	category VARCHAR(4) NOT NULL COMMENT 'service category 服务类别',
	content VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what was done 服务内容',
	remark VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'remark 备注; for a correction why',
	activity_published_at DATETIME NULL
		COMMENT 'when the activity was published, as found at logging',
	flags VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'warning words with commas 疑点',
	logger_id BIGINT NULL COMMENT 'staff who logged it 记录人; NULL: by scan or the volunteer',
	logged_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when logged 录入时间',
	leader_id BIGINT NULL COMMENT 'leader who confirmed a declared record 带队确认',
	leader_at DATETIME NULL COMMENT 'when confirmed',
	reviewer_id BIGINT NULL COMMENT 'staff who reviewed it 审核人',
	reviewed_at DATETIME NULL COMMENT 'when reviewed 审核时间',
	second_reviewer_id BIGINT NULL
		COMMENT 'second reviewer 复核人: over 8 hours a day, and backfill',
	second_reviewed_at DATETIME NULL COMMENT 'when reviewed again',
	review_note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'words of the reviewers 审核意见',
	notice_until DATE NULL COMMENT 'last day of public notice 公示截止',
	effective_at DATETIME NULL COMMENT 'when it became effective 生效时间',
	ended_at DATETIME NULL COMMENT 'when corrected or withdrawn',
	end_reason VARCHAR(200) NULL COMMENT 'why corrected or withdrawn 更正/撤销原因',
	state VARCHAR(12) NOT NULL DEFAULT 'to_review'
		COMMENT 'to_review 待核实, notice 公示中, effective 已生效, corrected 已更正, withdrawn 已撤销, disputed 有异议'
		CHECK (state IN ('to_review', 'notice', 'effective', 'corrected', 'withdrawn',
			'disputed')),
	PRIMARY KEY (id),
	UNIQUE KEY service_record_version (uid, version),
	UNIQUE KEY service_record_no (no),
	UNIQUE KEY service_record_replaces (replaces_id),
	KEY service_record_station (station_id, state, served_on, id),
	KEY service_record_recent (station_id, served_on, id),
	KEY service_record_person (person_id, served_on, id),
	KEY service_record_activity (activity_id, state, id),
	KEY service_record_notice (state, notice_until, id),
	KEY service_record_logger (logger_id, logged_at),
	CONSTRAINT service_record_replaces FOREIGN KEY (replaces_id) REFERENCES service_record (id),
	CONSTRAINT service_record_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT service_record_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT service_record_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT service_record_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT service_record_logger FOREIGN KEY (logger_id) REFERENCES staff (id),
	CONSTRAINT service_record_leader FOREIGN KEY (leader_id) REFERENCES person (id),
	CONSTRAINT service_record_reviewer FOREIGN KEY (reviewer_id) REFERENCES staff (id),
	CONSTRAINT service_record_second FOREIGN KEY (second_reviewer_id) REFERENCES staff (id),
	CONSTRAINT service_record_minutes CHECK (minutes = TIMESTAMPDIFF(MINUTE, starts_at,
		ends_at)),
	CONSTRAINT service_record_same_day CHECK (DATE(starts_at) = served_on
		AND DATE(ends_at) = served_on),
	CONSTRAINT service_record_two_persons CHECK (reviewer_id <> logger_id),
	CONSTRAINT service_record_third_person CHECK (second_reviewer_id <> reviewer_id
		AND (logger_id IS NULL OR second_reviewer_id <> logger_id)),
	CONSTRAINT service_record_not_by_itself CHECK (leader_id <> person_id),
	CONSTRAINT service_record_reviewed CHECK (state NOT IN ('notice', 'effective')
		OR (reviewer_id IS NOT NULL AND (evidence <> 'backfill'
			OR second_reviewer_id IS NOT NULL))),
	CONSTRAINT service_record_logged_by CHECK (evidence IN ('scan', 'declared')
		OR logger_id IS NOT NULL),
	CONSTRAINT service_record_published_first CHECK (evidence = 'backfill'
		OR (activity_published_at IS NOT NULL AND activity_published_at <= starts_at))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='service records 志愿服务记录';

CREATE TABLE IF NOT EXISTS backfill_proof (
	record_id BIGINT NOT NULL COMMENT 'record entered afterwards 补录记录',
	document_id BIGINT NOT NULL COMMENT 'scanned proof 证明材料',
	added_by BIGINT NOT NULL COMMENT 'staff who attached it',
	added_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when attached',
	PRIMARY KEY (record_id, document_id),
	CONSTRAINT backfill_proof_record FOREIGN KEY (record_id) REFERENCES service_record (id),
	CONSTRAINT backfill_proof_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT backfill_proof_added_by FOREIGN KEY (added_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='proofs of records entered afterwards 补录证明';

CREATE TABLE IF NOT EXISTS volunteer_day (
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	day DATE NOT NULL COMMENT 'day',
	minutes INT NOT NULL DEFAULT 0
		COMMENT 'minutes of all live records of the day 当日时长; the day''s limit and its lock'
		CHECK (minutes BETWEEN 0 AND 1440),
	PRIMARY KEY (person_id, day),
	CONSTRAINT volunteer_day_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='minutes by person and day 每日时长';

CREATE TABLE IF NOT EXISTS objection (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'case number 异议编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	record_id BIGINT NOT NULL COMMENT 'record objected to',
	person_id BIGINT NULL COMMENT 'volunteer who objects; NULL: another person',
	name_sealed VARBINARY(300) NULL COMMENT 'name of another person 提出人, sealed',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone of another person, sealed',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of that phone',
	reason VARCHAR(500) NOT NULL COMMENT 'what is wrong 异议内容',
	held_state VARCHAR(12) NULL COMMENT 'state of the record before, to go back to',
	raised_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when raised 提出时间',
	due_on DATE NULL COMMENT 'last day for the answer 办理期限',
	state VARCHAR(12) NOT NULL DEFAULT 'open'
		COMMENT 'open 核查中, upheld 成立, rejected 不成立, withdrawn 已撤回'
		CHECK (state IN ('open', 'upheld', 'rejected', 'withdrawn')),
	result VARCHAR(500) NULL COMMENT 'what was found 核查结果',
	handled_by BIGINT NULL COMMENT 'staff who decided 办理人',
	closed_at DATETIME NULL COMMENT 'when decided 办结时间',
	PRIMARY KEY (id),
	UNIQUE KEY objection_uid (uid),
	UNIQUE KEY objection_no (no),
	KEY objection_station (station_id, state, id),
	KEY objection_record (record_id, state),
	CONSTRAINT objection_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT objection_record FOREIGN KEY (record_id) REFERENCES service_record (id),
	CONSTRAINT objection_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT objection_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='objections to records 异议';

CREATE TABLE IF NOT EXISTS volunteer_total (
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	minutes INT NOT NULL DEFAULT 0
		COMMENT 'effective minutes recorded here 累计时长: the four classes together',
	records INT NOT NULL DEFAULT 0 COMMENT 'effective records 记录数',
	scan_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them by scan 扫码, minutes',
	list_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them by roll 点名, minutes',
	declared_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them declared 申报, minutes',
	backfill_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them entered afterwards 补录, minutes',
	brought_minutes INT NOT NULL DEFAULT 0
		COMMENT 'brought along from elsewhere 转入, minutes, not in minutes',
	updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
		COMMENT 'last change',
	PRIMARY KEY (person_id),
	CONSTRAINT volunteer_total_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT volunteer_total_adds_up CHECK (minutes =
		scan_minutes + list_minutes + declared_minutes + backfill_minutes)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='totals of volunteers, moved with each record 累计时长';
