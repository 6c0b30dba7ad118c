-- 0116_calendar.sql - a calendar 日历订阅 for each volunteer under a secret address, and the hand of the leader at check-in.

CREATE TABLE IF NOT EXISTS calendar_feed (
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the key in the address; 个人:内用,抹除',
	nonce BINARY(16) NOT NULL COMMENT 'of which, with a key of the installation, the address is made; new when renewed',
	made_at DATETIME NOT NULL COMMENT 'when this address was made',
	PRIMARY KEY (person_id),
	UNIQUE KEY calendar_feed_token (token_hash),
	CONSTRAINT calendar_feed_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='secret address of a volunteer''s calendar 日历订阅';

ALTER TABLE attendance
	MODIFY COLUMN method VARCHAR(8) NOT NULL
		COMMENT 'scan 扫码, digits 六位码, list 点名, code 居民确认码, card 码卡, self 带队本人'
		CHECK (method IN ('scan', 'digits', 'list', 'code', 'card', 'self'));

-- Whom a leader ticks on the board is vouched for by that leader, a volunteer, where a roll of the station has its logger.
ALTER TABLE service_record
	DROP CONSTRAINT IF EXISTS service_record_logged_by,
	ADD CONSTRAINT service_record_logged_by CHECK (evidence IN ('scan', 'met', 'declared')
		OR logger_id IS NOT NULL OR (evidence = 'list' AND leader_id IS NOT NULL));
