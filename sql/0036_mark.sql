-- 0036_mark.sql - what two people have said yes to is marked by a key that few programs hold, so that a row put in by other
-- hands never counts. `zyz-admin mark` marks once what stood before; mark_start says when that was.

ALTER TABLE service_record
	ADD COLUMN IF NOT EXISTS mark VARBINARY(33) NULL
		COMMENT 'mark of the review 审核封印: key id (1), HMAC over what was reviewed (32)' AFTER review_note;

ALTER TABLE star_award
	ADD COLUMN IF NOT EXISTS settled_by BIGINT NULL COMMENT 'staff who gave it after the notice 复核人; another than decided_by' AFTER decided_by,
	ADD COLUMN IF NOT EXISTS mark VARBINARY(33) NULL COMMENT 'mark of the last step 封印: key id (1), HMAC (32)' AFTER reason,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS star_award_settled_by (settled_by) REFERENCES staff (id),
	ADD CONSTRAINT IF NOT EXISTS star_award_two_persons CHECK (settled_by <> decided_by OR state <> 'awarded');

ALTER TABLE honour
	ADD COLUMN IF NOT EXISTS mark VARBINARY(33) NULL COMMENT 'mark of the last step 封印: key id (1), HMAC (32)' AFTER reason;

ALTER TABLE transfer
	ADD COLUMN IF NOT EXISTS mark VARBINARY(33) NULL
		COMMENT 'mark of what counts of it 封印: key id (1), HMAC (32)' AFTER counted_minutes;

CREATE TABLE IF NOT EXISTS mark_start (
	kind VARCHAR(8) NOT NULL COMMENT 'kind of mark: record 服务记录, honour 星级与表彰, brought 转入时长',
	at DATETIME NOT NULL COMMENT 'when rows that stood before the marks were marked, once',
	rows_marked INT NOT NULL COMMENT 'how many',
	mark VARBINARY(33) NOT NULL COMMENT 'mark of this row: nobody begins anew',
	PRIMARY KEY (kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='from when on every row bears a mark; insert-only 封印起点';

ALTER TABLE loop_aside
	MODIFY COLUMN reason VARCHAR(12) NOT NULL COMMENT 'why, a word'
		CHECK (reason IN ('refused', 'rule', 'busy', 'missing', 'fault', 'mark', 'roster', 'attendance', 'day', 'times', 'published'));
