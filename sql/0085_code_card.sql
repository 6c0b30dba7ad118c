-- 0085_code_card.sql - the paper code card 码卡 of a household: 52 codes, each good once, a chain of hashes of which the database
-- holds the end that is spent. Whoever reads it cannot make the next code; whoever has it, and zyz-verify, can check one.

ALTER TABLE household
	ADD COLUMN IF NOT EXISTS no VARCHAR(24) NOT NULL COMMENT 'number of the file 档案编号' AFTER uid,
	ADD UNIQUE KEY IF NOT EXISTS household_no (no);

CREATE TABLE IF NOT EXISTS code_card (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form: sent twice, printed once',
	no VARCHAR(24) NOT NULL COMMENT 'card number 码卡编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	household_id BIGINT NOT NULL COMMENT 'household it was made for 服务对象',
	salt BINARY(16) NOT NULL COMMENT 'goes into each step of this card''s chain; 非个人',
	anchor BIGINT NOT NULL COMMENT 'end of the chain: what the first code leads to',
	head BIGINT NOT NULL COMMENT 'the last code that was spent, at first the anchor: what the next one leads to',
	place INT NOT NULL DEFAULT 0 COMMENT 'codes spent 已用到第几次' CHECK (place BETWEEN 0 AND 52),
	state VARCHAR(8) NOT NULL DEFAULT 'printed'
		COMMENT 'printed 待送达, live 使用中, revoked 已作废' CHECK (state IN ('printed', 'live', 'revoked')),
	printed_by BIGINT NOT NULL COMMENT 'staff who printed it 打印人, and could have read it',
	printed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when printed 打印时间',
	handed_by BIGINT NULL COMMENT 'staff who saw it handed over 送达人',
	handed_at DATETIME NULL COMMENT 'when handed over 送达时间; codes count from then on',
	revoked_by BIGINT NULL COMMENT 'staff who revoked it 作废人',
	revoked_at DATETIME NULL COMMENT 'when revoked 作废时间',
	revoke_reason VARCHAR(200) NULL COMMENT 'why revoked 作废原因',
	live_household BIGINT AS (IF(state = 'revoked', NULL, household_id)) STORED
		COMMENT 'the household while the card is not revoked: one card at a time',
	PRIMARY KEY (id),
	UNIQUE KEY code_card_uid (uid),
	UNIQUE KEY code_card_no (no),
	UNIQUE KEY code_card_one (live_household),
	KEY code_card_station (station_id, state, id),
	KEY code_card_recent (station_id, id),
	KEY code_card_household (household_id, id),
	CONSTRAINT code_card_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT code_card_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT code_card_printed_by FOREIGN KEY (printed_by) REFERENCES staff (id),
	CONSTRAINT code_card_handed_by FOREIGN KEY (handed_by) REFERENCES staff (id),
	CONSTRAINT code_card_revoked_by FOREIGN KEY (revoked_by) REFERENCES staff (id),
	CONSTRAINT code_card_handed_whole CHECK (state <> 'live' OR (handed_by IS NOT NULL AND handed_at IS NOT NULL)),
	CONSTRAINT code_card_revoked_whole CHECK (state <> 'revoked'
		OR (revoked_by IS NOT NULL AND revoked_at IS NOT NULL AND revoke_reason IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='paper code cards of households 码卡';

CREATE TABLE IF NOT EXISTS code_card_use (
	card_id BIGINT NOT NULL COMMENT 'card',
	place INT NOT NULL COMMENT 'which of its codes, 1 to 52 第几次' CHECK (place BETWEEN 1 AND 52),
	code BIGINT NOT NULL COMMENT 'the code, spent by now',
	home_service_id BIGINT NULL COMMENT 'service that it confirmed; NULL: skipped 跳过',
	typed_at DATETIME NOT NULL COMMENT 'when typed 录入时间',
	PRIMARY KEY (card_id, place),
	UNIQUE KEY code_card_use_service (home_service_id),
	KEY code_card_use_code (code),
	KEY code_card_use_typed (card_id, typed_at),
	CONSTRAINT code_card_use_card FOREIGN KEY (card_id) REFERENCES code_card (id),
	CONSTRAINT code_card_use_of_service FOREIGN KEY (home_service_id) REFERENCES home_service (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='codes of cards that are spent, insert-only 码卡已用';

ALTER TABLE home_service
	ADD COLUMN IF NOT EXISTS card_id BIGINT NULL COMMENT 'paper card whose code confirmed it 码卡' AFTER way,
	ADD COLUMN IF NOT EXISTS card_tries INT NOT NULL DEFAULT 0 COMMENT 'wrong codes of cards typed for it' AFTER tries,
	ADD CONSTRAINT home_service_card FOREIGN KEY IF NOT EXISTS (card_id) REFERENCES code_card (id);
