-- 0239_register_kept_child.sql - a child's registration waits for the guardian who began it, as an adult's does.

ALTER TABLE register_kept
	ADD COLUMN IF NOT EXISTS guardian_index BINARY(32) NULL
		COMMENT 'keyed digest of the guardian who registers a child 监护人, for a child; NULL: for whoever fills it in; 个人:居民' AFTER phone_index,
	ADD UNIQUE KEY IF NOT EXISTS register_kept_guardian (guardian_index),
	DROP CONSTRAINT IF EXISTS register_kept_one,
	ADD CONSTRAINT register_kept_one CHECK (
		(wechat_account_id IS NOT NULL) + (phone_index IS NOT NULL) + (guardian_index IS NOT NULL) = 1);
