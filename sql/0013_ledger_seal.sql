-- 0013_ledger_seal.sql - heads have numbers, so that one may repeat a size; an event carries its writer's mark.

ALTER TABLE tree_head
	ADD COLUMN IF NOT EXISTS no BIGINT NOT NULL
		COMMENT 'number of the head, from 0, without gaps' FIRST,
	MODIFY COLUMN size BIGINT NOT NULL COMMENT 'leaves covered; never shrinks',
	MODIFY COLUMN prev_hash BINARY(32) NOT NULL
		COMMENT 'SHA-256 of message and signature of the head before; zeros for the first',
	MODIFY COLUMN key_id VARBINARY(16) NOT NULL
		COMMENT 'key that signed: first 4 bytes of the public key''s SHA-256',
	DROP PRIMARY KEY,
	ADD PRIMARY KEY (no),
	ADD KEY IF NOT EXISTS tree_head_size (size),
	ADD CONSTRAINT IF NOT EXISTS tree_head_no CHECK (no >= 0 AND size > 0);

ALTER TABLE ledger_event
	ADD COLUMN IF NOT EXISTS mark BINARY(32) NULL
		COMMENT 'HMAC of the entry by the program that wrote it; what has none is never sealed' AFTER commitment;
