-- 0057_people.sql - who volunteers are: where they come from, who is a social worker, who is a mainstay of the station, and
-- what its staff note about them for themselves.

INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('volunteer_source', '01', '党员', 10, 1, '两地志愿服务站建设'),
	('volunteer_source', '02', '党员干部', 20, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('volunteer_source', '03', '团员', 30, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '04', '公务员', 40, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '05', '专业技术人员', 50, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '06', '教师', 60, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '07', '青少年学生', 70, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '08', '离退休人员', 80, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '09', '外来务工人员', 90, 1, '渭南市社区志愿服务站建设'),
	('volunteer_source', '10', '社区“两委”成员', 100, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('volunteer_source', '11', '社区专职工作者', 110, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('volunteer_source', '12', '网格员', 120, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('volunteer_source', '13', '物业服务企业员工', 130, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('volunteer_source', '14', '社区居民', 140, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('social_level', '1', '助理社会工作师', 10, 1, '社会工作者职业资格'),
	('social_level', '2', '社会工作师（中级）', 20, 1, '社会工作者职业资格'),
	('social_level', '3', '高级社会工作师', 30, 1, '社会工作者职业资格'),
	('social_level', '0', '社会工作者（无职业资格）', 40, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

ALTER TABLE volunteer
	ADD COLUMN IF NOT EXISTS sources VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT 'where they come from 志愿者来源 (code list volunteer_source, commas); 个人:导出,抹除' AFTER available,
	ADD COLUMN IF NOT EXISTS backbone TINYINT NOT NULL DEFAULT 0
		COMMENT '1: mainstay of the station 核心骨干, as its staff say' AFTER star,
	ADD COLUMN IF NOT EXISTS backbone_at DATETIME NULL COMMENT 'since when 骨干认定时间' AFTER backbone,
	ADD COLUMN IF NOT EXISTS backbone_by BIGINT NULL COMMENT 'staff who said so 认定人' AFTER backbone_at,
	ADD KEY IF NOT EXISTS volunteer_home_backbone (station_id, backbone, person_id),
	ADD CONSTRAINT volunteer_backbone_by FOREIGN KEY IF NOT EXISTS (backbone_by) REFERENCES staff (id);

CREATE TABLE IF NOT EXISTS social_worker (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NOT NULL COMMENT 'the volunteer who is one',
	level CHAR(1) NOT NULL COMMENT 'level 社工级别 (code list social_level)',
	certificate_no VARCHAR(40) NULL COMMENT 'number of the certificate 职业资格证书号; 个人:导出,抹除',
	unit VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'where they work 所在单位; 个人:导出,抹除',
	valid_until DATE NULL COMMENT 'last day of the registration 登记有效期至; NULL: no end',
	noted_by BIGINT NOT NULL COMMENT 'staff who saw the certificate 核对人',
	noted_at DATETIME NOT NULL COMMENT 'when 核对时间',
	PRIMARY KEY (id),
	UNIQUE KEY social_worker_person (person_id),
	KEY social_worker_level (level, person_id),
	CONSTRAINT social_worker_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT social_worker_noted_by FOREIGN KEY (noted_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='social workers among the volunteers 社会工作者';

CREATE TABLE IF NOT EXISTS person_note (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station that noted it; no other sees it',
	person_id BIGINT NOT NULL COMMENT 'about whom',
	words VARCHAR(500) NOT NULL COMMENT 'what staff note 备注; 个人:导出,抹除',
	staff_id BIGINT NOT NULL COMMENT 'who noted it 记录人',
	made_at DATETIME NOT NULL COMMENT 'when 记录时间',
	PRIMARY KEY (id),
	UNIQUE KEY person_note_uid (uid),
	KEY person_note_person (person_id, station_id, id),
	CONSTRAINT person_note_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT person_note_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT person_note_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='notes of a station about a volunteer 工作备注';

CREATE TABLE IF NOT EXISTS person_tag (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	station_id BIGINT NOT NULL COMMENT 'station that uses it; no other sees it',
	person_id BIGINT NOT NULL COMMENT 'who bears it',
	tag VARCHAR(20) NOT NULL COMMENT 'the tag 标签; 个人:导出,抹除',
	staff_id BIGINT NOT NULL COMMENT 'who gave it',
	made_at DATETIME NOT NULL COMMENT 'when',
	PRIMARY KEY (id),
	UNIQUE KEY person_tag_once (station_id, person_id, tag),
	KEY person_tag_word (station_id, tag),
	KEY person_tag_person (person_id),
	CONSTRAINT person_tag_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT person_tag_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT person_tag_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='tags of a station on a volunteer 标签';
