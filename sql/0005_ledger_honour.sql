-- 0005_ledger_honour.sql - monthly sums, the ledger, stars, honours, evaluations, certificates.

CREATE TABLE IF NOT EXISTS station_month (
	station_id BIGINT NOT NULL COMMENT 'station',
	month CHAR(7) NOT NULL COMMENT 'month, YYYY-MM',
	minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'effective minutes 服务时长, by day of service',
	records INT NOT NULL DEFAULT 0 COMMENT 'effective records, person-times 服务人次',
	scan_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them by scan 扫码, minutes',
	list_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them by roll 点名, minutes',
	declared_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them declared 申报, minutes',
	backfill_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them entered afterwards 补录, minutes',
	PRIMARY KEY (station_id, month),
	CONSTRAINT station_month_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='monthly sums of stations, moved with each record 站点月统计';

CREATE TABLE IF NOT EXISTS region_month (
	region_code VARCHAR(12) NOT NULL COMMENT 'division of the station that recorded',
	month CHAR(7) NOT NULL COMMENT 'month, YYYY-MM',
	minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'effective minutes 服务时长, by day of service',
	records INT NOT NULL DEFAULT 0 COMMENT 'effective records, person-times 服务人次',
	scan_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them by scan 扫码, minutes',
	list_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them by roll 点名, minutes',
	declared_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them declared 申报, minutes',
	backfill_minutes BIGINT NOT NULL DEFAULT 0 COMMENT 'of them entered afterwards 补录, minutes',
	PRIMARY KEY (region_code, month),
	CONSTRAINT region_month_region FOREIGN KEY (region_code) REFERENCES region (code)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='monthly sums of divisions, moved with each record 区划月统计';

CREATE TABLE IF NOT EXISTS ledger_event (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id; says nothing of the order in the ledger',
	uid BINARY(16) NOT NULL COMMENT 'random id of the event',
	kind VARCHAR(12) NOT NULL COMMENT 'effective 生效, corrected 更正, withdrawn 撤销'
		CHECK (kind IN ('effective', 'corrected', 'withdrawn')),
	record_uid BINARY(16) NOT NULL COMMENT 'uid of the service record',
	version INT NOT NULL COMMENT 'version of the record',
	fields VARBINARY(6000) NOT NULL
		COMMENT 'canonical fields, length-prefixed, no personal data',
	commitment BINARY(32) NOT NULL COMMENT 'salted commitment to the person',
	at DATETIME(3) NOT NULL COMMENT 'when it happened',
	PRIMARY KEY (id),
	UNIQUE KEY ledger_event_uid (uid),
	UNIQUE KEY ledger_event_record (record_uid, version, kind)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what the ledger proves, insert-only 账本事件';

CREATE TABLE IF NOT EXISTS ledger_leaf (
	seq BIGINT NOT NULL COMMENT 'place in the ledger, from 0, without gaps',
	event_id BIGINT NOT NULL COMMENT 'event',
	leaf BINARY(32) NOT NULL COMMENT 'Merkle leaf hash (RFC 9162)',
	chain BINARY(32) NOT NULL COMMENT 'SHA-256 of the chain before and this leaf',
	PRIMARY KEY (seq),
	UNIQUE KEY ledger_leaf_event (event_id),
	CONSTRAINT ledger_leaf_event FOREIGN KEY (event_id) REFERENCES ledger_event (id),
	CONSTRAINT ledger_leaf_seq CHECK (seq >= 0)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='sealed events in order, insert-only 账本序列';

CREATE TABLE IF NOT EXISTS tree_head (
	size BIGINT NOT NULL COMMENT 'leaves covered',
	at_ms BIGINT NOT NULL COMMENT 'when signed, Unix milliseconds',
	root BINARY(32) NOT NULL COMMENT 'Merkle root',
	prev_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the head before; zeros for the first',
	key_id VARBINARY(16) NOT NULL COMMENT 'key that signed',
	signature BINARY(64) NOT NULL COMMENT 'Ed25519 signature',
	PRIMARY KEY (size)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='signed tree heads, insert-only 账本签名';

CREATE TABLE IF NOT EXISTS star_award (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, also the key of the posted commendation',
	version INT NOT NULL DEFAULT 1 COMMENT 'raised by each correction of the posted record',
	station_id BIGINT NOT NULL COMMENT 'station that awards',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	star TINYINT NOT NULL COMMENT 'star 星级, 1 to 5' CHECK (star BETWEEN 1 AND 5),
	minutes INT NOT NULL COMMENT 'minutes it rests on 认定时长',
	state VARCHAR(12) NOT NULL DEFAULT 'proposed'
		COMMENT 'proposed 待审核, notice 公示中, awarded 已认定, refused 未通过, withdrawn 已撤销'
		CHECK (state IN ('proposed', 'notice', 'awarded', 'refused', 'withdrawn')),
	proposed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when proposed 申请时间',
	decided_by BIGINT NULL COMMENT 'staff who decided 审核人',
	notice_from DATE NULL COMMENT 'first day of public notice 公示开始',
	notice_until DATE NULL COMMENT 'last day of public notice 公示截止',
	awarded_on DATE NULL COMMENT 'day of award 认定日期',
	reason VARCHAR(200) NULL COMMENT 'why refused or withdrawn 原因',
	PRIMARY KEY (id),
	UNIQUE KEY star_award_uid (uid),
	UNIQUE KEY star_award_once (person_id, star),
	KEY star_award_station (station_id, state, id),
	CONSTRAINT star_award_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT star_award_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT star_award_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='stars 星级认定';

CREATE TABLE IF NOT EXISTS honour (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, also the key of the posted commendation',
	version INT NOT NULL DEFAULT 1 COMMENT 'raised by each correction of the posted record',
	no VARCHAR(24) NOT NULL COMMENT 'honour number 嘉许编号',
	station_id BIGINT NOT NULL COMMENT 'station that records it',
	subject VARCHAR(12) NOT NULL DEFAULT 'volunteer'
		COMMENT 'volunteer 志愿者, team 队伍, project 项目'
		CHECK (subject IN ('volunteer', 'team', 'project')),
	person_id BIGINT NULL COMMENT 'volunteer honoured',
	team_id BIGINT NULL COMMENT 'team honoured',
	project_id BIGINT NULL COMMENT 'project honoured',
	name VARCHAR(80) NOT NULL COMMENT 'name 表彰名称',
	awarded_on DATE NOT NULL COMMENT 'day 获奖日期',
	authority VARCHAR(80) NOT NULL COMMENT 'who awarded it 授予单位',
	authority_kind VARCHAR(12) NOT NULL DEFAULT 'own'
		COMMENT 'own 本单位, government 县级以上党政部门, other 其他'
		CHECK (authority_kind IN ('own', 'government', 'other')),
	document_name VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'name of the paper 文书名称',
	document_no VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'number of the paper 文号',
	content VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'content 内容',
	document_id BIGINT NULL COMMENT 'proof 证明材料',
	state VARCHAR(12) NOT NULL DEFAULT 'to_verify'
		COMMENT 'to_verify 待核实, notice 公示中, effective 已生效, refused 不予记录, withdrawn 已撤销'
		CHECK (state IN ('to_verify', 'notice', 'effective', 'refused', 'withdrawn')),
	verified_by BIGINT NULL COMMENT 'staff who verified 核实人',
	notice_from DATE NULL COMMENT 'first day of public notice 公示开始',
	notice_until DATE NULL COMMENT 'last day of public notice 公示截止',
	reason VARCHAR(200) NULL COMMENT 'why refused or withdrawn 原因',
	created_by BIGINT NULL COMMENT 'staff who entered it; NULL: the volunteer',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY honour_uid (uid),
	UNIQUE KEY honour_no (no),
	KEY honour_station (station_id, state, awarded_on, id),
	KEY honour_person (person_id, state),
	CONSTRAINT honour_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT honour_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT honour_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT honour_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT honour_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT honour_verified_by FOREIGN KEY (verified_by) REFERENCES staff (id),
	CONSTRAINT honour_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT honour_one_subject CHECK ((subject = 'volunteer') = (person_id IS NOT NULL)
		AND (subject = 'team') = (team_id IS NOT NULL)
			AND (subject = 'project') = (project_id IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='honours 表彰嘉许';

CREATE TABLE IF NOT EXISTS honour_nomination (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station that nominates',
	title VARCHAR(80) NOT NULL COMMENT 'honour nominated for 申报奖项, e.g. 最美志愿者',
	year SMALLINT NOT NULL COMMENT 'year of the selection 年度',
	person_id BIGINT NULL COMMENT 'volunteer nominated',
	team_id BIGINT NULL COMMENT 'team nominated',
	project_id BIGINT NULL COMMENT 'project nominated; none of the three: the station itself',
	deeds VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'deeds 事迹',
	state VARCHAR(12) NOT NULL DEFAULT 'draft'
		COMMENT 'draft 草稿, submitted 已申报, chosen 入选, passed_over 未入选'
		CHECK (state IN ('draft', 'submitted', 'chosen', 'passed_over')),
	honour_id BIGINT NULL COMMENT 'honour that came of it',
	created_by BIGINT NOT NULL COMMENT 'staff who wrote it',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY honour_nomination_uid (uid),
	KEY honour_nomination_station (station_id, year, id),
	CONSTRAINT honour_nomination_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT honour_nomination_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT honour_nomination_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT honour_nomination_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT honour_nomination_honour FOREIGN KEY (honour_id) REFERENCES honour (id),
	CONSTRAINT honour_nomination_created_by FOREIGN KEY (created_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='nominations for selections above the station 推优申报';

CREATE TABLE IF NOT EXISTS evaluation (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, also the key of the posted evaluation',
	version INT NOT NULL DEFAULT 1 COMMENT 'raised by each correction of the posted record',
	station_id BIGINT NOT NULL COMMENT 'station',
	activity_id BIGINT NOT NULL COMMENT 'activity',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	direction VARCHAR(12) NOT NULL DEFAULT 'of_volunteer'
		COMMENT 'of_volunteer 对志愿者, of_station 对组织方'
		CHECK (direction IN ('of_volunteer', 'of_station')),
	score_a TINYINT NOT NULL COMMENT 'punctuality 守时程度 or training 培训满意度, 1 to 5'
		CHECK (score_a BETWEEN 1 AND 5),
	score_b TINYINT NOT NULL COMMENT 'manner 服务态度 or cooperation 合作满意度, 1 to 5'
		CHECK (score_b BETWEEN 1 AND 5),
	score_c TINYINT NOT NULL COMMENT 'skill 专业水平 or as planned 执行与计划符合度, 1 to 5'
		CHECK (score_c BETWEEN 1 AND 5),
	words VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'words 评价内容',
	rated_on DATE NOT NULL COMMENT 'day 评价日期',
	rated_by BIGINT NULL COMMENT 'staff who rated; NULL: the volunteer',
	PRIMARY KEY (id),
	UNIQUE KEY evaluation_uid (uid),
	UNIQUE KEY evaluation_once (activity_id, person_id, direction),
	KEY evaluation_person (person_id, rated_on),
	KEY evaluation_station (station_id, rated_on),
	CONSTRAINT evaluation_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT evaluation_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT evaluation_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT evaluation_rated_by FOREIGN KEY (rated_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='evaluations between station and volunteer 评价';

CREATE TABLE IF NOT EXISTS certificate (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'certificate number 证明编号',
	station_id BIGINT NOT NULL COMMENT 'station that certifies 记录单位',
	year SMALLINT NOT NULL COMMENT 'year of the serial',
	serial INT NOT NULL COMMENT 'serial in station and year, without gaps' CHECK (serial > 0),
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	from_on DATE NOT NULL COMMENT 'first day covered 起始日期',
	to_on DATE NOT NULL COMMENT 'last day covered 截止日期',
	minutes INT NOT NULL COMMENT 'minutes certified 总时长' CHECK (minutes > 0),
	scan_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them by scan 扫码, minutes',
	list_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them by roll 点名, minutes',
	declared_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them declared 申报, minutes',
	backfill_minutes INT NOT NULL DEFAULT 0 COMMENT 'of them entered afterwards 补录, minutes',
	records INT NOT NULL COMMENT 'records covered 记录数',
	purpose VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'what for 用途',
	issued_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when issued 开具日期',
	issued_by BIGINT NULL COMMENT 'staff who issued it; NULL: printed by the volunteer',
	handler VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'handler printed on it 经办人',
	payload MEDIUMTEXT NOT NULL COMMENT 'all that is printed, frozen, JSON'
		CHECK (JSON_VALID(payload)),
	qr VARBINARY(400) NULL COMMENT 'signed payload of the QR code',
	tree_size BIGINT NULL COMMENT 'tree head printed on it',
	notice_until DATE NULL COMMENT 'last day of public notice 公示截止',
	state VARCHAR(8) NOT NULL DEFAULT 'issued' COMMENT 'issued 已开具, revoked 已注销'
		CHECK (state IN ('issued', 'revoked')),
	revoked_at DATETIME NULL COMMENT 'when revoked 注销时间',
	revoked_by BIGINT NULL COMMENT 'staff who revoked it',
	revoked_reason VARCHAR(200) NULL COMMENT 'why revoked 注销原因',
	checks INT NOT NULL DEFAULT 0 COMMENT 'times looked up 查验次数',
	PRIMARY KEY (id),
	UNIQUE KEY certificate_uid (uid),
	UNIQUE KEY certificate_no (no),
	UNIQUE KEY certificate_serial (station_id, year, serial),
	KEY certificate_person (person_id, issued_at),
	CONSTRAINT certificate_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT certificate_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT certificate_issued_by FOREIGN KEY (issued_by) REFERENCES staff (id),
	CONSTRAINT certificate_revoked_by FOREIGN KEY (revoked_by) REFERENCES staff (id),
	CONSTRAINT certificate_adds_up CHECK (minutes =
		scan_minutes + list_minutes + declared_minutes + backfill_minutes),
	CONSTRAINT certificate_revocation_has_reason CHECK (state <> 'revoked'
		OR revoked_reason IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='certificates of service 志愿服务记录证明';
