-- 0119_session_desk.sql - a desktop that a phone signed in 扫码登录 has no proof of its own: it changes neither phone nor WeChat and confirms
-- no other desktop, and stays what it is while somebody acts for another one on it.

ALTER TABLE session
	ADD COLUMN IF NOT EXISTS desk TINYINT NOT NULL DEFAULT 0
		COMMENT '1: a desktop that a phone signed in 扫码登录; it ends with the working day and has no WeChat' AFTER proxy_id;
