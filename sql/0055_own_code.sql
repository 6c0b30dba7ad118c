-- 0055_own_code.sql - a one-time code of staff works when the person whose account it opens has said so on their own WeChat,
-- where they have one.

ALTER TABLE staff_code
	ADD COLUMN IF NOT EXISTS confirmed_at DATETIME NULL
		COMMENT 'when the person said on their own WeChat that it is theirs 本人确认时间; NULL: not asked, or not yet' AFTER expires_at;
