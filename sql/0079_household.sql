-- 0079_household.sql - files of households 服务对象档案 with their people, visits 入户走访 that two may make side by side, and
-- the route of a day. What a visit found replaces what the file says only when the visitor had seen the file as it stands;
-- otherwise both are kept, and staff choose.

ALTER TABLE household
	ADD COLUMN IF NOT EXISTS no VARCHAR(24) NOT NULL COMMENT 'number of the file 档案编号' AFTER uid,
	ADD COLUMN IF NOT EXISTS version INT NOT NULL DEFAULT 1
		COMMENT 'raised with each change; what a visitor took along names it 档案版本' AFTER consent_at,
	ADD COLUMN IF NOT EXISTS waits_since DATE NOT NULL DEFAULT (CURDATE())
		COMMENT 'day of the last visit that met somebody, else of the file 未走访起算日' AFTER version,
	ADD COLUMN IF NOT EXISTS next_on DATE NULL COMMENT 'planned visit 下次走访' AFTER waits_since,
	ADD COLUMN IF NOT EXISTS close_reason VARCHAR(200) NULL COMMENT 'why closed 销档原因; 非个人' AFTER state,
	ADD UNIQUE KEY IF NOT EXISTS household_no (no),
	ADD KEY IF NOT EXISTS household_recent (station_id, id),
	ADD KEY IF NOT EXISTS household_waits (station_id, waits_since, id),
	ADD KEY IF NOT EXISTS household_waits_of (station_id, state, waits_since, id),
	ADD KEY IF NOT EXISTS household_due (station_id, state, next_on, id),
	ADD KEY IF NOT EXISTS household_named (station_id, name_index, id),
	ADD KEY IF NOT EXISTS household_called (station_id, phone_index, id);

CREATE TABLE IF NOT EXISTS household_person (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	household_id BIGINT NOT NULL COMMENT 'household',
	name_sealed VARBINARY(300) NOT NULL COMMENT 'name 姓名, sealed; 个人:居民',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone 电话, sealed; 个人:居民',
	relation VARCHAR(20) NOT NULL COMMENT 'to the person served 与服务对象关系; 个人:居民',
	sex CHAR(1) NOT NULL DEFAULT '0' COMMENT 'sex 性别 (code list sex); 个人:居民',
	born_year SMALLINT NULL COMMENT 'year of birth 出生年份; 个人:居民',
	target_group VARCHAR(2) NULL COMMENT 'group 人群类别 (code list recipient)',
	lives_here TINYINT NOT NULL DEFAULT 1 COMMENT '1 lives there 同住, 0 elsewhere 不同住',
	PRIMARY KEY (id),
	UNIQUE KEY household_person_uid (uid),
	KEY household_person_household (household_id, id),
	CONSTRAINT household_person_household FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='people of a household 家庭成员';

ALTER TABLE visit
	MODIFY COLUMN household_id BIGINT NOT NULL COMMENT 'household visited 走访对象',
	MODIFY COLUMN mode VARCHAR(8) NOT NULL DEFAULT 'home' COMMENT 'home 入户, phone 电话'
		CHECK (mode IN ('home', 'phone')),
	MODIFY COLUMN visited_at DATETIME NOT NULL
		COMMENT 'when 走访时间; of a phone whose clock is wrong, put right by clock_off',
	ADD COLUMN IF NOT EXISTS result VARCHAR(8) NOT NULL DEFAULT 'met'
		COMMENT 'met 见到本人, family 见到家人, absent 家中无人, declined 谢绝走访'
		CHECK (result IN ('met', 'family', 'absent', 'declined')) AFTER mode,
	ADD COLUMN IF NOT EXISTS base_version INT NOT NULL DEFAULT 0
		COMMENT 'version of the file that the visitor had seen 走访前的档案版本' AFTER note,
	ADD COLUMN IF NOT EXISTS found_kind VARCHAR(12) NULL
		COMMENT 'kind of household as found 走访所见家庭类型 (code list household_kind)' AFTER base_version,
	ADD COLUMN IF NOT EXISTS found_members INT NULL COMMENT 'persons as found 走访所见人数' AFTER found_kind,
	ADD COLUMN IF NOT EXISTS found_health_sealed VARBINARY(1000) NULL
		COMMENT 'state of health as found 走访所见健康状况, sealed; 个人:居民' AFTER found_members,
	ADD COLUMN IF NOT EXISTS facts VARCHAR(8) NOT NULL DEFAULT 'none'
		COMMENT 'none 情况无变化, taken 已写入档案, branch 与档案不一致待选, dropped 未采用'
		CHECK (facts IN ('none', 'taken', 'branch', 'dropped')) AFTER found_health_sealed,
	ADD COLUMN IF NOT EXISTS settled_by BIGINT NULL COMMENT 'staff who chose 选定人' AFTER facts,
	ADD COLUMN IF NOT EXISTS offline TINYINT NOT NULL DEFAULT 0 COMMENT '1 came from a phone 手机走访上传' AFTER settled_by,
	ADD COLUMN IF NOT EXISTS clock_off INT NOT NULL DEFAULT 0
		COMMENT 'seconds by which the phone was ahead 手机时钟偏差' AFTER offline,
	ADD KEY IF NOT EXISTS visit_mode (station_id, mode, visited_at, id),
	ADD KEY IF NOT EXISTS visit_facts (station_id, facts, visited_at, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS visit_settled_by (settled_by) REFERENCES staff (id);

CREATE TABLE IF NOT EXISTS route_stop (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	station_id BIGINT NOT NULL COMMENT 'station',
	day DATE NOT NULL COMMENT 'day of the route 走访日期',
	staff_id BIGINT NOT NULL COMMENT 'who goes 走访人',
	household_id BIGINT NOT NULL COMMENT 'home 走访对象',
	created_at DATETIME NOT NULL COMMENT 'when planned 安排时间',
	PRIMARY KEY (id),
	UNIQUE KEY route_stop_uid (uid),
	UNIQUE KEY route_stop_once (station_id, day, staff_id, household_id),
	KEY route_stop_household (household_id),
	CONSTRAINT route_stop_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT route_stop_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT route_stop_household FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='homes to be visited on a day 走访路线';
