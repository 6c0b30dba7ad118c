-- 0191_bank_note.sql - notes of the time bank 时间银行转移票据: saved time that goes to another installation within a signed bundle, each
-- bound to the one installation that may spend it, once.

CREATE TABLE IF NOT EXISTS timebank_note (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	serial BINARY(16) NOT NULL COMMENT 'random number of the note 票据编号, given by who issued it',
	direction VARCHAR(3) NOT NULL COMMENT 'out 转出, in 转入' CHECK (direction IN ('in', 'out')),
	station_id BIGINT NOT NULL COMMENT 'station that issued or credited it',
	account_id BIGINT NOT NULL COMMENT 'account that was debited or credited',
	minutes BIGINT NOT NULL COMMENT 'saved time 时长, minutes' CHECK (minutes > 0),
	issuer BINARY(4) NOT NULL COMMENT 'id of the key that signed it',
	to_print BINARY(32) NOT NULL COMMENT 'who may spend it: SHA-256 of that installation''s public key',
	other_name VARCHAR(80) NOT NULL COMMENT 'the other installation or station 对方; 非个人',
	transfer_id BIGINT NULL COMMENT 'transfer that brought it; NULL: issued here',
	at DATETIME NOT NULL COMMENT 'when it was issued or credited',
	entered_by BIGINT NULL COMMENT 'staff who did so; NULL: the volunteer',
	PRIMARY KEY (id),
	UNIQUE KEY timebank_note_serial (direction, serial),
	KEY timebank_note_account (account_id, direction, id),
	KEY timebank_note_transfer (transfer_id),
	CONSTRAINT timebank_note_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT timebank_note_account FOREIGN KEY (account_id) REFERENCES timebank_account (id),
	CONSTRAINT timebank_note_transfer FOREIGN KEY (transfer_id) REFERENCES transfer (id),
	CONSTRAINT timebank_note_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
	CONSTRAINT timebank_note_way CHECK ((direction = 'in') = (transfer_id IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='saved time between installations, each note once, insert-only 时间银行转移票据';

ALTER TABLE timebank_entry
	ADD COLUMN IF NOT EXISTS note_id BIGINT NULL COMMENT 'note that took it away or brought it 转移票据' AFTER exchange_id,
	ADD KEY IF NOT EXISTS timebank_entry_note (note_id),
	ADD CONSTRAINT timebank_entry_note FOREIGN KEY IF NOT EXISTS (note_id) REFERENCES timebank_note (id);
