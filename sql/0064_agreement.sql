-- 0064_agreement.sql - agreements 志愿服务协议: the text of a station or of a region, in versions; who signed which, until when.
-- A new version asks again. Who comes along with a child; what a project asks for.

CREATE TABLE IF NOT EXISTS agreement_text (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NULL COMMENT 'the station whose text it is; NULL: a region''s',
	region_code VARCHAR(12) NULL COMMENT 'the region for all of whose stations it holds that have none of their own',
	version INT NOT NULL COMMENT 'counted up in its scope 版本',
	title VARCHAR(60) NOT NULL COMMENT 'title 协议名称; 非个人',
	words TEXT NOT NULL COMMENT 'what is agreed 协议正文; 非个人',
	valid_months INT NOT NULL COMMENT 'so many months after signing it ends 有效期, months',
	made_by BIGINT NOT NULL COMMENT 'staff who published it 发布人',
	made_at DATETIME NOT NULL COMMENT 'when 发布时间',
	ended_at DATETIME NULL COMMENT 'when a newer one took its place, or it was withdrawn 停用时间',
	live_scope VARCHAR(24) AS (IF(ended_at IS NULL, COALESCE(CONCAT('s', station_id), CONCAT('r', region_code)), NULL)) STORED
		COMMENT 'its scope while it is in force: one text for each',
	PRIMARY KEY (id),
	UNIQUE KEY agreement_text_uid (uid),
	UNIQUE KEY agreement_text_live (live_scope),
	UNIQUE KEY agreement_text_station (station_id, version),
	UNIQUE KEY agreement_text_region (region_code, version),
	CONSTRAINT agreement_text_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT agreement_text_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT agreement_text_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
	CONSTRAINT agreement_text_one_scope CHECK ((station_id IS NULL) <> (region_code IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='texts of agreements, in versions 协议文本';

CREATE TABLE IF NOT EXISTS agreement (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'the station with which it is made 协议单位',
	text_id BIGINT NOT NULL COMMENT 'the version that was signed',
	person_id BIGINT NOT NULL COMMENT 'the volunteer 签署人',
	how VARCHAR(5) NOT NULL COMMENT 'phone 手机签署, paper 纸质签署' CHECK (how IN ('phone', 'paper')),
	signed_on DATE NOT NULL COMMENT 'day of signing 签署日期',
	signed_at DATETIME NOT NULL COMMENT 'when it was signed on the phone, or the paper was handed in 登记时间',
	valid_until DATE NOT NULL COMMENT 'last day 有效期至',
	document_id BIGINT NULL COMMENT 'the signed paper 签字件',
	noted_by BIGINT NULL COMMENT 'staff who handed the paper in 经办人; NULL: signed on the phone',
	ended_at DATETIME NULL COMMENT 'when it was ended before its last day 解除时间',
	ended_by BIGINT NULL COMMENT 'staff who did',
	end_reason VARCHAR(200) NULL COMMENT 'why 解除原因; 个人:导出,抹除',
	live TINYINT AS (IF(ended_at IS NULL, 1, NULL)) STORED COMMENT '1 while it was not ended: one for a version',
	PRIMARY KEY (id),
	UNIQUE KEY agreement_uid (uid),
	UNIQUE KEY agreement_once (person_id, station_id, text_id, live),
	KEY agreement_list (station_id, id),
	KEY agreement_until (station_id, valid_until, id),
	CONSTRAINT agreement_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT agreement_text FOREIGN KEY (text_id) REFERENCES agreement_text (id),
	CONSTRAINT agreement_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT agreement_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT agreement_noted_by FOREIGN KEY (noted_by) REFERENCES staff (id),
	CONSTRAINT agreement_ended_by FOREIGN KEY (ended_by) REFERENCES staff (id),
	CONSTRAINT agreement_days CHECK (valid_until >= signed_on)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='agreements that were signed 志愿服务协议';

ALTER TABLE project
	ADD COLUMN IF NOT EXISTS agreement TINYINT NOT NULL DEFAULT 0
		COMMENT '1: nobody serves in it without an agreement 须签协议' AFTER dangerous;
ALTER TABLE roster
	ADD COLUMN IF NOT EXISTS company VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT 'the guardian who comes along with a child 陪同的监护人; 个人:导出,抹除' AFTER duty;
