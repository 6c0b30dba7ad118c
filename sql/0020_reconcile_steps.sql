-- 0020_reconcile_steps.sql - a comparison goes in steps: how far it came, and whose it is. Another poster goes on with what
-- one left in the middle.

ALTER TABLE reconcile_run
	MODIFY COLUMN started_at DATETIME(3) NULL COMMENT 'when begun; what was settled since may not be in their list',
	ADD COLUMN IF NOT EXISTS kinds_done TINYINT NOT NULL DEFAULT 0
		COMMENT 'kinds of record that are compared to their end',
	ADD COLUMN IF NOT EXISTS after_key VARCHAR(255) NOT NULL DEFAULT ''
		COMMENT 'last key of the next kind that is compared',
	ADD COLUMN IF NOT EXISTS epoch INT NOT NULL DEFAULT 0 COMMENT 'raised by each poster that takes it',
	ADD COLUMN IF NOT EXISTS lease_until DATETIME(3) NULL
		COMMENT 'until when it is one poster''s; another goes on with it after that';

ALTER TABLE reconcile_diff
	ADD KEY IF NOT EXISTS reconcile_diff_open (destination_id, state, run_id),
	DROP KEY IF EXISTS reconcile_diff_key;

-- What was under way without these columns begins anew.
DELETE f FROM reconcile_diff f JOIN reconcile_run r ON r.id = f.run_id WHERE r.state = 'running';
DELETE p FROM reconcile_part p JOIN reconcile_run r ON r.id = p.run_id WHERE r.state = 'running';
UPDATE reconcile_run SET state = 'asked', started_at = NULL WHERE state = 'running';
