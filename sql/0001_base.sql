-- 0001_base.sql - settings, place, people, consent: what every program stands on.
-- Files are applied in the order of their numbers, forward only.
-- A run that was cut off is simply run again.
-- Ids are BIGINT and stay inside; `uid` (random) may leave the house; `no` is the printed number.
-- Times are DATETIME in Beijing time, durations whole minutes, money whole fen.

CREATE TABLE IF NOT EXISTS schema_version (
	version INT NOT NULL COMMENT 'number of the migration file',
	name VARCHAR(60) NOT NULL COMMENT 'name of the migration file without .sql',
	applied_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when it was applied',
	PRIMARY KEY (version)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='migrations applied to this schema';

CREATE TABLE IF NOT EXISTS region (
	code VARCHAR(12) NOT NULL
		COMMENT 'division code 区划代码: 6 digits to county, 9 street, 12 community',
	parent_code VARCHAR(12) NULL COMMENT 'division above; NULL for a province',
	level TINYINT NOT NULL
		COMMENT '1 province 省, 2 city 市/盟, 3 county 县/区/旗, 4 street 街道/镇, 5 community 社区/村'
		CHECK (level BETWEEN 1 AND 5),
	name VARCHAR(60) NOT NULL COMMENT 'name 名称',
	full_name VARCHAR(160) NOT NULL COMMENT 'name with all divisions above it 全称',
	population INT NULL
		COMMENT 'resident population 常住人口, persons; for the registration rate 注册率',
	PRIMARY KEY (code),
	KEY region_children (parent_code, code),
	CONSTRAINT region_parent FOREIGN KEY (parent_code) REFERENCES region (code),
	CONSTRAINT region_code_shape CHECK (code REGEXP '^([0-9]{6}|[0-9]{9}|[0-9]{12})$')
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='administrative divisions 行政区划 (GB/T 2260)';

CREATE TABLE IF NOT EXISTS code_item (
	list VARCHAR(24) NOT NULL COMMENT 'code list 代码集, e.g. service_category',
	code VARCHAR(12) NOT NULL COMMENT 'code within the list 代码',
	name VARCHAR(60) NOT NULL COMMENT 'Chinese name 名称',
	sort INT NOT NULL DEFAULT 0 COMMENT 'order on forms',
	active TINYINT NOT NULL DEFAULT 1 COMMENT '1 may be chosen, 0 kept only to read old rows',
	source VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'where the list comes from',
	PRIMARY KEY (list, code)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='code lists 代码集';

CREATE TABLE IF NOT EXISTS station (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	no INT NOT NULL COMMENT 'station number 站点编号, part of all printed numbers',
	parent_id BIGINT NULL COMMENT 'station that a point 点 belongs to; NULL for a station',
	parent_kind VARCHAR(8) AS (IF(parent_id IS NULL, NULL, 'station')) STORED
		COMMENT 'always station, so that a point cannot hang on a point',
	kind VARCHAR(8) NOT NULL DEFAULT 'station' COMMENT 'station 志愿服务站 or point 志愿服务点'
		CHECK (kind IN ('station', 'point')),
	name VARCHAR(60) NOT NULL COMMENT 'name 站点名称',
	region_code VARCHAR(12) NOT NULL COMMENT 'street or community it serves 所在区划',
	address VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'address 地址',
	phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'public telephone 联系电话',
	person_in_charge VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT 'person in charge 负责人, printed on certificates',
	uscc CHAR(18) NULL COMMENT 'unified social credit code 统一社会信用代码 of the body that runs it',
	org_kind VARCHAR(12) NULL COMMENT 'kind of that body 单位类型 (code list org_kind)',
	open_hours VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'opening hours 开放时间',
	intro VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'introduction 站点简介',
	facilities VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'what it has (code list facility, commas) 站点条件',
	area_m2 INT NULL COMMENT 'room 场所面积, square metres',
	population INT NULL COMMENT 'residents it serves 服务人口, persons',
	opened_on DATE NULL COMMENT 'day of opening 设立日期',
	state VARCHAR(8) NOT NULL DEFAULT 'open' COMMENT 'open 开放 or closed 停用'
		CHECK (state IN ('open', 'closed')),
	lat DECIMAL(9,6) NULL COMMENT 'latitude, degrees',
	lng DECIMAL(9,6) NULL COMMENT 'longitude, degrees',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY station_no (no),
	UNIQUE KEY station_kind (id, kind),
	KEY station_region (region_code, id),
	CONSTRAINT station_parent FOREIGN KEY (parent_id, parent_kind)
		REFERENCES station (id, kind),
	CONSTRAINT station_in_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT station_point_has_parent CHECK ((kind = 'point') = (parent_id IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='volunteer stations and points 志愿服务站（点）';

CREATE TABLE IF NOT EXISTS serial (
	kind CHAR(1) NOT NULL COMMENT 'letter of the number: S N D P A T R C V H ...',
	station_id BIGINT NOT NULL COMMENT 'station that numbers',
	year SMALLINT NOT NULL COMMENT 'calendar year, four digits',
	next_no INT NOT NULL DEFAULT 1
		COMMENT 'next serial to give out; drawn in the transaction that uses it',
	PRIMARY KEY (kind, station_id, year),
	CONSTRAINT serial_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='counters behind the printed numbers 编号';

CREATE TABLE IF NOT EXISTS person (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, for platforms and for a form sent twice',
	name VARCHAR(60) NOT NULL COMMENT 'name 姓名; emptied by erasure',
	name_pinyin VARCHAR(120) NULL COMMENT 'name in pinyin 拼音, for type-ahead',
	sex CHAR(1) NOT NULL DEFAULT '0' COMMENT 'sex 性别 (code list sex)',
	birth_on DATE NULL COMMENT 'day of birth 出生日期',
	id_type VARCHAR(2) NULL COMMENT 'kind of id document 证件类型 (code list id_type)',
	id_no_sealed VARBINARY(200) NULL COMMENT 'id number 证件号码, sealed; the key id stands inside',
	id_no_index BINARY(32) NULL COMMENT 'keyed digest of id type and number, to find a person',
	id_checked_at DATETIME NULL COMMENT 'when the real name was checked 实名核验',
	phone_sealed VARBINARY(200) NULL COMMENT 'mobile phone 手机, sealed',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone',
	commit_salt BINARY(16) NULL COMMENT 'salt of the ledger commitments; destroyed by erasure',
	erased_at DATETIME NULL COMMENT 'when erased on request 删除个人信息',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
		COMMENT 'last change',
	PRIMARY KEY (id),
	UNIQUE KEY person_uid (uid),
	UNIQUE KEY person_id_no (id_no_index),
	KEY person_phone (phone_index),
	KEY person_name (name)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='every person once 人员';

CREATE TABLE IF NOT EXISTS staff (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NULL
		COMMENT 'the same human as a person, so that nobody reviews their own hours',
	login VARCHAR(40) NOT NULL COMMENT 'sign-in name 登录名, lower case',
	name VARCHAR(60) NOT NULL COMMENT 'name 姓名 shown to colleagues and printed as 经办人',
	password_hash VARCHAR(128) NOT NULL COMMENT 'Argon2id string',
	password_changed_at DATETIME NULL
		COMMENT 'when the password was set by the person; NULL: must be changed',
	totp_sealed VARBINARY(200) NULL COMMENT 'TOTP secret, sealed; NULL: not set up',
	totp_step BIGINT NULL COMMENT 'last TOTP step used, so that none is used twice',
	failed INT NOT NULL DEFAULT 0 COMMENT 'wrong passwords in a row',
	locked_until DATETIME NULL COMMENT 'no sign-in before this time',
	state VARCHAR(8) NOT NULL DEFAULT 'active' COMMENT 'active 在用 or disabled 停用'
		CHECK (state IN ('active', 'disabled')),
	last_sign_in_at DATETIME NULL COMMENT 'last sign-in',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY staff_login (login),
	KEY staff_person (person_id),
	CONSTRAINT staff_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='staff of stations, overseers 工作人员';

CREATE TABLE IF NOT EXISTS staff_role (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	staff_id BIGINT NOT NULL COMMENT 'who holds the role',
	role VARCHAR(12) NOT NULL COMMENT 'clerk 经办人, reviewer 审核人, manager 站长, overseer 主管'
		CHECK (role IN ('clerk', 'reviewer', 'manager', 'overseer')),
	station_id BIGINT NULL COMMENT 'scope: this station and its points',
	region_code VARCHAR(12) NULL COMMENT 'scope: this division and all beneath it',
	given_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when given',
	given_by BIGINT NULL COMMENT 'staff who gave it; NULL: by the command line',
	ended_at DATETIME NULL COMMENT 'when taken back',
	PRIMARY KEY (id),
	KEY staff_role_staff (staff_id, ended_at),
	KEY staff_role_station (station_id, role),
	KEY staff_role_region (region_code, role),
	CONSTRAINT staff_role_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT staff_role_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT staff_role_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT staff_role_given_by FOREIGN KEY (given_by) REFERENCES staff (id),
	CONSTRAINT staff_role_one_scope CHECK ((station_id IS NULL) <> (region_code IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='roles at a station or over a region 岗位权限';

CREATE TABLE IF NOT EXISTS setting (
	name VARCHAR(60) NOT NULL COMMENT 'name of the setting',
	value VARCHAR(400) NOT NULL COMMENT 'value as text',
	changed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
		COMMENT 'last change',
	changed_by BIGINT NULL COMMENT 'staff who changed it; NULL: as shipped',
	PRIMARY KEY (name),
	CONSTRAINT setting_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rules that hold for all stations 系统设置';

CREATE TABLE IF NOT EXISTS station_setting (
	station_id BIGINT NOT NULL COMMENT 'station that departs from the common value',
	name VARCHAR(60) NOT NULL COMMENT 'name of the setting',
	value VARCHAR(400) NOT NULL COMMENT 'value as text',
	changed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
		COMMENT 'last change',
	changed_by BIGINT NULL COMMENT 'staff who changed it',
	PRIMARY KEY (station_id, name),
	CONSTRAINT station_setting_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT station_setting_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rules of one station 站点设置';

CREATE TABLE IF NOT EXISTS document (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that keeps it',
	sha256 BINARY(32) NOT NULL
		COMMENT 'SHA-256 of the bytes; its hex is the name of the file outside the web root',
	kind VARCHAR(16) NOT NULL DEFAULT 'other' COMMENT 'what it is for',
	media_type VARCHAR(60) NOT NULL COMMENT 'type found by content, e.g. image/jpeg',
	bytes BIGINT NOT NULL COMMENT 'size, bytes',
	title VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'title 标题',
	uploaded_by BIGINT NULL COMMENT 'staff who put it in',
	uploaded_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when put in',
	state VARCHAR(8) NOT NULL DEFAULT 'kept' COMMENT 'kept 在档 or removed 已移除'
		CHECK (state IN ('kept', 'removed')),
	PRIMARY KEY (id),
	UNIQUE KEY document_uid (uid),
	UNIQUE KEY document_hash (station_id, sha256),
	CONSTRAINT document_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT document_uploaded_by FOREIGN KEY (uploaded_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='files: proofs, photos, scans 档案材料';

CREATE TABLE IF NOT EXISTS volunteer (
	person_id BIGINT NOT NULL COMMENT 'the person',
	no VARCHAR(24) NULL COMMENT 'local volunteer number 志愿者编号',
	platform_no VARCHAR(32) NULL COMMENT 'number given by the national platform 全国志愿者编号',
	version INT NOT NULL DEFAULT 1 COMMENT 'raised by each change that platforms must hear of',
	station_id BIGINT NOT NULL COMMENT 'home station 所属站点',
	region_code VARCHAR(12) NOT NULL COMMENT 'where they live 居住区域',
	service_region_code VARCHAR(12) NULL COMMENT 'where they serve 服务区域',
	categories VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT '1 to 4 service categories 服务类别, codes with commas',
	skills VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'skills 专业特长, codes with commas',
	fields VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'fields 服务领域, codes with commas',
	available VARCHAR(96) NOT NULL DEFAULT ''
		COMMENT 'free times 可参与服务时间, codes 01-24 with commas',
	state VARCHAR(16) NOT NULL DEFAULT 'active'
		COMMENT 'active 正常, paused 暂停, left 已退出, pending_guardian 待监护人同意'
		CHECK (state IN ('active', 'paused', 'left', 'pending_guardian')),
	registered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
		COMMENT 'day of registration 注册日期',
	registered_by BIGINT NULL COMMENT 'staff who registered them; NULL: themselves',
	left_at DATETIME NULL COMMENT 'when they left 退出时间',
	star TINYINT NOT NULL DEFAULT 0 COMMENT 'highest star awarded 星级, 0 to 5'
		CHECK (star BETWEEN 0 AND 5),
	brought_along_minutes INT NOT NULL DEFAULT 0
		COMMENT 'hours brought from elsewhere 转入时长, minutes',
	no_shows INT NOT NULL DEFAULT 0 COMMENT 'times absent without notice 未到岗次数',
	invite_project CHAR(1) NOT NULL DEFAULT '0'
		COMMENT 'invitations to projects: 0 ask, 1 always, 2 never',
	invite_team CHAR(1) NOT NULL DEFAULT '0'
		COMMENT 'invitations to teams: 0 allowed, 1 refused',
	nationality VARCHAR(40) NULL COMMENT 'country or region 国家/地区',
	ethnic VARCHAR(2) NULL COMMENT 'ethnic group 民族 (code list ethnic)',
	political VARCHAR(2) NULL COMMENT 'political status 政治面貌 (code list political)',
	education VARCHAR(2) NULL COMMENT 'education 最高学历 (code list education)',
	occupation VARCHAR(2) NULL COMMENT 'occupation 从业状况 (code list occupation)',
	native_place VARCHAR(60) NULL COMMENT 'native place 籍贯',
	employer VARCHAR(80) NULL COMMENT 'place of work 工作单位',
	job_title VARCHAR(40) NULL COMMENT 'post 职务',
	address_sealed VARBINARY(600) NULL COMMENT 'address 详细地址, sealed',
	email_sealed VARBINARY(300) NULL COMMENT 'e-mail 邮箱, sealed',
	blood CHAR(1) NULL COMMENT 'blood group 血型 (code list blood)',
	clothing VARCHAR(4) NULL COMMENT 'size of clothing 服装号 (code list clothing)',
	height_cm SMALLINT NULL COMMENT 'height 身高, centimetres',
	photo_id BIGINT NULL COMMENT 'portrait 照片',
	PRIMARY KEY (person_id),
	UNIQUE KEY volunteer_no (no),
	UNIQUE KEY volunteer_platform_no (platform_no),
	KEY volunteer_station (station_id, state, person_id),
	KEY volunteer_region (region_code),
	KEY volunteer_service_region (service_region_code),
	CONSTRAINT volunteer_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT volunteer_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT volunteer_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT volunteer_service_region FOREIGN KEY (service_region_code)
		REFERENCES region (code),
	CONSTRAINT volunteer_registered_by FOREIGN KEY (registered_by) REFERENCES staff (id),
	CONSTRAINT volunteer_photo FOREIGN KEY (photo_id) REFERENCES document (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='registered volunteers 志愿者';

CREATE TABLE IF NOT EXISTS guardian (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NOT NULL COMMENT 'the minor 未成年人',
	name VARCHAR(60) NOT NULL COMMENT 'name of the guardian 监护人姓名',
	relation VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'relation 关系',
	phone_sealed VARBINARY(200) NOT NULL COMMENT 'phone of the guardian 监护人手机, sealed',
	phone_index BINARY(32) NOT NULL COMMENT 'keyed digest of that phone',
	consent_at DATETIME NULL COMMENT 'when the guardian agreed 监护人同意; NULL: not yet',
	confirmed_by BIGINT NULL COMMENT 'staff who confirmed the consent',
	document_id BIGINT NULL COMMENT 'signed consent form 同意书',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	ended_at DATETIME NULL COMMENT 'when guardianship ended',
	PRIMARY KEY (id),
	KEY guardian_person (person_id, ended_at),
	CONSTRAINT guardian_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT guardian_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES staff (id),
	CONSTRAINT guardian_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='guardians of minors 监护人';

CREATE TABLE IF NOT EXISTS proxy (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NOT NULL COMMENT 'who is acted for 委托人',
	proxy_person_id BIGINT NULL COMMENT 'who acts, if known as a person 代办人',
	name VARCHAR(60) NOT NULL COMMENT 'name of who acts',
	relation VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'relation 关系',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone of who acts, sealed',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of that phone',
	given_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when the right was given',
	staff_id BIGINT NULL COMMENT 'staff who recorded it',
	ended_at DATETIME NULL COMMENT 'when it ended',
	PRIMARY KEY (id),
	KEY proxy_person (person_id, ended_at),
	KEY proxy_acts (proxy_person_id),
	CONSTRAINT proxy_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT proxy_acts FOREIGN KEY (proxy_person_id) REFERENCES person (id),
	CONSTRAINT proxy_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who may act for another person 代办';

CREATE TABLE IF NOT EXISTS team (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that looks after it 联络站点',
	name VARCHAR(50) NOT NULL COMMENT 'name 队伍名称',
	kind VARCHAR(2) NOT NULL DEFAULT '1' COMMENT 'kind 队伍类型 (code list team_kind)',
	org_kind VARCHAR(2) NULL COMMENT 'kind of body 单位类型 (code list org_kind)',
	approver_org VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'body that agreed to it 主管/同意成立单位',
	registrar VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'registration authority 登记机关',
	uscc CHAR(18) NULL
		COMMENT 'unified social credit code 统一社会信用代码, its own or the approver''s',
	founded_on DATE NULL COMMENT 'founded 成立日期',
	region_code VARCHAR(12) NULL COMMENT 'where 区域',
	address VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'address 详细地址',
	planned INT NULL COMMENT 'members planned 计划招募人数, persons',
	categories VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT '1 to 4 service categories 服务类别, codes with commas',
	offers VARCHAR(12) NOT NULL DEFAULT ''
		COMMENT 'what it offers 队伍提供 (code list team_means, commas)',
	needs VARCHAR(12) NOT NULL DEFAULT ''
		COMMENT 'what it needs 队伍需要 (code list team_means, commas)',
	join_mode CHAR(1) NOT NULL DEFAULT '1' COMMENT 'how one joins 加入方式 (code list join_mode)',
	leader_id BIGINT NULL COMMENT 'leader 负责人',
	contact_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'contact 联系人',
	contact_phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'public telephone 联系电话',
	intro VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'introduction 简介',
	state VARCHAR(8) NOT NULL DEFAULT 'pending'
		COMMENT 'pending 待审, approved 已审, refused 不通过, stopped 停用'
		CHECK (state IN ('pending', 'approved', 'refused', 'stopped')),
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY team_uid (uid),
	UNIQUE KEY team_name (station_id, name),
	CONSTRAINT team_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT team_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT team_leader FOREIGN KEY (leader_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='volunteer teams 志愿服务队伍';

CREATE TABLE IF NOT EXISTS team_member (
	team_id BIGINT NOT NULL COMMENT 'the team',
	person_id BIGINT NOT NULL COMMENT 'the volunteer',
	role VARCHAR(8) NOT NULL DEFAULT 'member' COMMENT 'leader 队长 or member 队员'
		CHECK (role IN ('leader', 'member')),
	joined_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when joined 加入时间',
	left_at DATETIME NULL COMMENT 'when left 退出时间',
	PRIMARY KEY (team_id, person_id),
	KEY team_member_person (person_id),
	CONSTRAINT team_member_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT team_member_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='members of teams 队员';

CREATE TABLE IF NOT EXISTS consent (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NOT NULL COMMENT 'whose data',
	purpose VARCHAR(32) NOT NULL
		COMMENT 'registration 注册, record 记录, platform 上报, public_name 公开姓名, location 位置, transfer 转移接续'
		CHECK (purpose IN ('registration', 'record', 'platform', 'public_name',
			'location', 'transfer')),
	version INT NOT NULL DEFAULT 1 COMMENT 'version of the text agreed to',
	given_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when given 同意时间',
	given_by VARCHAR(16) NOT NULL DEFAULT 'self' COMMENT 'self 本人, guardian 监护人, staff 工作人员代录'
		CHECK (given_by IN ('self', 'guardian', 'staff')),
	staff_id BIGINT NULL COMMENT 'staff who recorded it',
	withdrawn_at DATETIME NULL COMMENT 'when withdrawn 撤回时间',
	PRIMARY KEY (id),
	KEY consent_person (person_id, purpose, withdrawn_at),
	CONSTRAINT consent_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT consent_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='consents, one for each purpose 同意记录';
