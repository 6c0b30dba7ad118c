-- 0084_met.sql - the evidence class met 居民确认: a service at a resident's home that the resident confirmed, by a code of
-- six digits or by a code of a paper card.

ALTER TABLE service_record
	MODIFY COLUMN evidence VARCHAR(8) NOT NULL
		COMMENT 'scan 扫码签到, met 居民确认, list 名册点名, declared 本人申报, backfill 补录'
		CHECK (evidence IN ('scan', 'met', 'list', 'declared', 'backfill')),
	DROP CONSTRAINT IF EXISTS service_record_logged_by,
	ADD CONSTRAINT service_record_logged_by CHECK (evidence IN ('scan', 'met', 'declared')
		OR logger_id IS NOT NULL);

ALTER TABLE volunteer_total
	ADD COLUMN IF NOT EXISTS met_minutes INT NOT NULL DEFAULT 0
		COMMENT 'of them confirmed by the resident 居民确认, minutes' AFTER scan_minutes,
	DROP CONSTRAINT IF EXISTS volunteer_total_adds_up,
	ADD CONSTRAINT volunteer_total_adds_up CHECK (minutes =
		scan_minutes + met_minutes + list_minutes + declared_minutes + backfill_minutes);

ALTER TABLE station_month
	ADD COLUMN IF NOT EXISTS met_minutes BIGINT NOT NULL DEFAULT 0
		COMMENT 'of them confirmed by the resident 居民确认, minutes' AFTER scan_minutes;

ALTER TABLE region_month
	ADD COLUMN IF NOT EXISTS met_minutes BIGINT NOT NULL DEFAULT 0
		COMMENT 'of them confirmed by the resident 居民确认, minutes' AFTER scan_minutes;

ALTER TABLE certificate
	ADD COLUMN IF NOT EXISTS met_minutes INT NOT NULL DEFAULT 0
		COMMENT 'of them confirmed by the resident 居民确认, minutes' AFTER scan_minutes,
	DROP CONSTRAINT IF EXISTS certificate_adds_up,
	ADD CONSTRAINT certificate_adds_up CHECK (minutes =
		scan_minutes + met_minutes + list_minutes + declared_minutes + backfill_minutes);

ALTER TABLE attendance
	MODIFY COLUMN method VARCHAR(8) NOT NULL
		COMMENT 'scan 扫码, digits 六位码, list 点名, code 居民确认码, card 纸质码卡'
		CHECK (method IN ('scan', 'digits', 'list', 'code', 'card'));

CREATE TABLE IF NOT EXISTS home_service (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form: sent twice, planned once',
	station_id BIGINT NOT NULL COMMENT 'station',
	activity_id BIGINT NOT NULL COMMENT 'activity that it is, of one volunteer',
	person_id BIGINT NOT NULL COMMENT 'volunteer 志愿者',
	household_id BIGINT NULL COMMENT 'household on file 服务对象',
	source VARCHAR(8) NOT NULL COMMENT 'order 点单 or pairing 结对' CHECK (source IN ('order', 'pairing')),
	source_no VARCHAR(24) NOT NULL COMMENT 'number of the order or the pairing',
	code_hash BINARY(32) NULL COMMENT 'keyed digest of the six digits 确认码; NULL: none, or spent',
	code_from DATETIME NULL COMMENT 'when the code was made',
	code_until DATETIME NULL COMMENT 'until when it is good',
	code_by BIGINT NULL COMMENT 'staff who asked for the code; NULL: the resident',
	code_device BINARY(32) NULL COMMENT 'keyed digest of the device that showed the code',
	codes INT NOT NULL DEFAULT 0 COMMENT 'codes made',
	tries INT NOT NULL DEFAULT 0 COMMENT 'wrong tries at this code',
	arrived_at DATETIME NULL COMMENT 'when the volunteer said that they were there 到达',
	way VARCHAR(4) NULL COMMENT 'code 六位确认码, card 纸质码卡' CHECK (way IN ('code', 'card')),
	confirmed_at DATETIME NULL COMMENT 'when the code was typed 确认时间',
	typed_by BIGINT NULL COMMENT 'staff who typed it; NULL: the volunteer',
	signs VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'warning words of the confirmation, commas 疑点',
	record_id BIGINT NULL COMMENT 'service record that came of it',
	state VARCHAR(10) NOT NULL DEFAULT 'planned'
		COMMENT 'planned 已安排, confirmed 已确认, cancelled 已取消, missed 未成行'
		CHECK (state IN ('planned', 'confirmed', 'cancelled', 'missed')),
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when planned',
	PRIMARY KEY (id),
	UNIQUE KEY home_service_uid (uid),
	UNIQUE KEY home_service_activity (activity_id),
	UNIQUE KEY home_service_record (record_id),
	KEY home_service_source (source_no, id),
	KEY home_service_person (person_id, household_id, confirmed_at),
	KEY home_service_household (household_id, confirmed_at),
	CONSTRAINT home_service_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT home_service_of_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT home_service_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT home_service_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT home_service_code_by FOREIGN KEY (code_by) REFERENCES staff (id),
	CONSTRAINT home_service_typed_by FOREIGN KEY (typed_by) REFERENCES staff (id),
	CONSTRAINT home_service_of_record FOREIGN KEY (record_id) REFERENCES service_record (id),
	CONSTRAINT home_service_confirmed_whole CHECK (state <> 'confirmed'
		OR (way IS NOT NULL AND confirmed_at IS NOT NULL AND code_hash IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='services at a resident''s home and how they were confirmed 上门服务与居民确认';

ALTER TABLE activity_count
	ADD COLUMN IF NOT EXISTS staff_code INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: the code went through staff 工作人员代取确认码',
	ADD COLUMN IF NOT EXISTS own_code INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: the phone that typed the code had shown it 同一手机取码用码',
	ADD COLUMN IF NOT EXISTS card_run INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: many codes of one card at once 码卡集中录入',
	ADD COLUMN IF NOT EXISTS one_home INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: very often at one household 长期同一户';
