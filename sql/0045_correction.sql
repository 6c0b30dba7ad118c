-- 0045_correction.sql - a wrong name, document or day of birth is put right 更正: asked by the person or by staff, decided by
-- somebody else. What was there before is kept until the person is erased.

CREATE TABLE IF NOT EXISTS correction (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	no VARCHAR(24) NOT NULL COMMENT 'number 更正编号',
	person_id BIGINT NOT NULL COMMENT 'whose',
	station_id BIGINT NOT NULL COMMENT 'station that decides: their home',
	name VARCHAR(60) NULL COMMENT 'new name 姓名; NULL: stays; 个人:导出,抹除',
	id_type VARCHAR(2) NULL COMMENT 'new kind of document 证件类型; NULL: stays; 个人:导出,抹除',
	id_no_sealed VARBINARY(200) NULL COMMENT 'new number 证件号码, sealed; NULL: stays; 个人:导出,抹除',
	id_no_index BINARY(32) NULL COMMENT 'keyed digest of it; 个人:内用,抹除',
	birth_on DATE NULL COMMENT 'new day of birth 出生日期; NULL: stays; 个人:导出,抹除',
	sex CHAR(1) NULL COMMENT 'new sex 性别, as the number says; NULL: stays; 个人:导出,抹除',
	was_name VARCHAR(60) NULL COMMENT 'name before; NULL: not decided, or stayed; 个人:导出,抹除',
	was_id_type VARCHAR(2) NULL COMMENT 'kind of document before; 个人:导出,抹除',
	was_id_no_sealed VARBINARY(200) NULL COMMENT 'number before, sealed; 个人:导出,抹除',
	was_birth_on DATE NULL COMMENT 'day of birth before; 个人:导出,抹除',
	was_sex CHAR(1) NULL COMMENT 'sex before; 个人:导出,抹除',
	purpose VARCHAR(120) NOT NULL COMMENT 'why 更正原因; 个人:导出,留存(留痕)',
	proof VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what proves it 依据的材料; 个人:导出,抹除',
	asked_by BIGINT NULL COMMENT 'staff who entered it 申请人; NULL: the person',
	asked_at DATETIME NOT NULL COMMENT 'when 申请时间',
	state VARCHAR(10) NOT NULL DEFAULT 'open'
		COMMENT 'open 待确认, done 已更正, declined 未同意, cancelled 已取消'
		CHECK (state IN ('open', 'done', 'declined', 'cancelled')),
	live TINYINT AS (IF(state = 'open', 1, NULL)) STORED COMMENT '1 while it is open: one at a time',
	handled_by BIGINT NULL COMMENT 'staff who decided 确认人; another than who asked',
	handled_at DATETIME NULL COMMENT 'when 确认时间',
	answer VARCHAR(200) NULL COMMENT 'why declined or cancelled 说明; 个人:导出,留存(留痕)',
	PRIMARY KEY (id),
	UNIQUE KEY correction_no (no),
	UNIQUE KEY correction_one (person_id, live),
	KEY correction_person (person_id, id),
	KEY correction_station (station_id, live, id),
	KEY correction_recent (station_id, id),
	KEY correction_asked_by (asked_by),
	KEY correction_handled_by (handled_by),
	CONSTRAINT correction_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT correction_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT correction_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id),
	CONSTRAINT correction_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id),
	CONSTRAINT correction_two_persons CHECK (state <> 'done' OR handled_by <> asked_by OR asked_by IS NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='names, documents and birthdays put right 更正';
