-- 0015_transfer.sql - what became of each record brought along, keys of others that we trust, the ledger in blocks.

ALTER TABLE transfer
	ADD COLUMN IF NOT EXISTS no VARCHAR(24) NULL COMMENT 'number 转移编号, used in addresses' AFTER uid,
	ADD COLUMN IF NOT EXISTS made_at DATETIME NULL COMMENT 'when the bundle was made 开具时间' AFTER minutes,
	ADD COLUMN IF NOT EXISTS counted_minutes INT NOT NULL DEFAULT 0
		COMMENT 'minutes of it that count now 计入时长' AFTER minutes,
	ADD COLUMN IF NOT EXISTS entered_by BIGINT NULL
		COMMENT 'staff who made it or brought it in 录入人; NULL: the volunteer' AFTER reason,
	ADD COLUMN IF NOT EXISTS handled_at DATETIME NULL COMMENT 'when decided 办结时间' AFTER handled_by,
	MODIFY COLUMN state VARCHAR(12) NOT NULL DEFAULT 'made'
		COMMENT 'made 已开出, unverified 待核实, accepted 已转入, refused 已退回, withdrawn 已撤销'
		CHECK (state IN ('made', 'unverified', 'accepted', 'refused', 'withdrawn')),
	ADD COLUMN IF NOT EXISTS live TINYINT AS (IF(state IN ('made', 'unverified', 'accepted'), 1, NULL)) STORED
		COMMENT '1 while it stands: what was refused or withdrawn may be brought in again',
	DROP KEY IF EXISTS transfer_uid,
	DROP KEY IF EXISTS transfer_bundle,
	ADD UNIQUE KEY IF NOT EXISTS transfer_no (no),
	ADD UNIQUE KEY IF NOT EXISTS transfer_uid_once (direction, uid, live),
	ADD UNIQUE KEY IF NOT EXISTS transfer_bundle_once (direction, bundle_sha, live),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS transfer_entered_by (entered_by) REFERENCES staff (id),
	ADD CONSTRAINT IF NOT EXISTS transfer_counts CHECK (counted_minutes BETWEEN 0 AND minutes
		AND (counted_minutes = 0 OR state IN ('unverified', 'accepted'))),
	ADD CONSTRAINT IF NOT EXISTS transfer_two_persons CHECK (key_id IS NOT NULL OR counted_minutes = 0
		OR (handled_by IS NOT NULL AND handled_by <> entered_by));

ALTER TABLE transfer_record
	ADD COLUMN IF NOT EXISTS starts_at DATETIME NULL COMMENT 'start 开始时间, if told' AFTER served_on,
	ADD COLUMN IF NOT EXISTS ends_at DATETIME NULL COMMENT 'end 结束时间, if told' AFTER starts_at,
	ADD COLUMN IF NOT EXISTS state VARCHAR(10) NOT NULL DEFAULT 'waiting'
		COMMENT 'waiting 待核实, counted 已计入, known 已有, overlap 时间重叠, refused 不计入, withdrawn 已撤销'
		CHECK (state IN ('waiting', 'counted', 'known', 'overlap', 'refused', 'withdrawn')),
	ADD COLUMN IF NOT EXISTS flag VARCHAR(8) NULL
		COMMENT 'same: another record of that day has the same minutes 疑似重复',
	ADD COLUMN IF NOT EXISTS live TINYINT AS (IF(state IN ('waiting', 'counted'), 1, NULL)) STORED
		COMMENT '1 while it counts or may come to count',
	ADD UNIQUE KEY IF NOT EXISTS transfer_record_one (person_id, source_key, live),
	ADD KEY IF NOT EXISTS transfer_record_day (person_id, served_on),
	DROP KEY IF EXISTS transfer_record_once,
	ADD CONSTRAINT IF NOT EXISTS transfer_record_counts CHECK (counted = (state = 'counted'));

CREATE TABLE IF NOT EXISTS trusted_key (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	key_id BINARY(4) NOT NULL COMMENT 'first 4 bytes of the public key''s SHA-256',
	public_key BINARY(32) NOT NULL COMMENT 'Ed25519 public key',
	name VARCHAR(80) NOT NULL COMMENT 'whose key it is 对方系统',
	added_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'trusted since',
	ended_at DATETIME NULL COMMENT 'trusted until; NULL: still',
	PRIMARY KEY (id),
	UNIQUE KEY trusted_key_id (key_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='installations whose bundles are taken in 互认的系统';

CREATE TABLE IF NOT EXISTS ledger_block (
	no BIGINT NOT NULL COMMENT 'the leaves from no * 1024 on',
	root BINARY(32) NOT NULL COMMENT 'Merkle root over these 1024',
	PRIMARY KEY (no),
	CONSTRAINT ledger_block_no CHECK (no >= 0)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='roots of whole blocks of the ledger, kept so that a proof need not read all of it; insert-only';
