-- 0087_meeting.sql - meetings 座谈会 at which residents say what they need: when, where, who came, what was said; and the needs that
-- were raised there, which point to it. need.satisfaction goes: nobody ever wrote or read it, orders have ratings of their own.

CREATE TABLE IF NOT EXISTS meeting (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form: sent twice, stored once',
	station_id BIGINT NOT NULL COMMENT 'station',
	held_at DATETIME NOT NULL COMMENT 'when it began 召开时间',
	place VARCHAR(60) NOT NULL COMMENT 'where 地点',
	topic VARCHAR(60) NOT NULL COMMENT 'about what 议题',
	present INT NOT NULL COMMENT 'persons who came, counted 到会人数' CHECK (present BETWEEN 1 AND 2000),
	minutes VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'what was said 会议记录; 个人:居民',
	version INT NOT NULL DEFAULT 1 COMMENT 'raised with each change: two who edit do not undo each other',
	entered_by BIGINT NOT NULL COMMENT 'staff who entered it 登记人',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered 登记时间',
	PRIMARY KEY (id),
	UNIQUE KEY meeting_uid (uid),
	KEY meeting_station (station_id, held_at, id),
	CONSTRAINT meeting_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT meeting_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='meetings with residents 座谈会';

CREATE TABLE IF NOT EXISTS meeting_person (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	meeting_id BIGINT NOT NULL COMMENT 'meeting',
	staff_id BIGINT NULL COMMENT 'staff who was there 到会工作人员; else NULL',
	household_id BIGINT NULL COMMENT 'household on file of who was there 到会服务对象; else NULL',
	name_sealed VARBINARY(300) NULL COMMENT 'name of a resident without a file 到会居民姓名, sealed; 个人:居民',
	PRIMARY KEY (id),
	UNIQUE KEY meeting_person_uid (uid),
	UNIQUE KEY meeting_person_staff (meeting_id, staff_id),
	UNIQUE KEY meeting_person_household (meeting_id, household_id),
	KEY meeting_person_meeting (meeting_id, id),
	CONSTRAINT meeting_person_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
	CONSTRAINT meeting_person_who FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT meeting_person_home FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who was at a meeting 到会人员';

ALTER TABLE need
	DROP COLUMN IF EXISTS satisfaction,
	ADD COLUMN IF NOT EXISTS meeting_id BIGINT NULL COMMENT 'meeting at which it was raised 座谈会' AFTER visit_id,
	ADD KEY IF NOT EXISTS need_meeting (meeting_id, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS need_meeting (meeting_id) REFERENCES meeting (id);
