-- 0097_message_send.sql - sending messages: one process fetches a token of WeChat for all, and says so while it does.

ALTER TABLE wechat_token
	ADD COLUMN IF NOT EXISTS lease_until DATETIME NULL COMMENT 'somebody fetches the next one until then; NULL: nobody';
