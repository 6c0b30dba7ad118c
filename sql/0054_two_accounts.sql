-- 0054_two_accounts.sql - a merge 合并 of two who both had an account of staff ends the one of whoever goes.

ALTER TABLE person_merge
	ADD COLUMN IF NOT EXISTS ended_staff_id BIGINT NULL
		COMMENT 'account of staff of the one who went, ended with the merge 停用的工作账号; NULL: none' AFTER was_star,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS person_merge_ended_staff (ended_staff_id) REFERENCES staff (id);
