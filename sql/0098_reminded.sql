-- 0098_reminded.sql - who is on a roster is reminded the day before and two hours before, once.

ALTER TABLE activity
	ADD COLUMN IF NOT EXISTS reminded TINYINT NOT NULL DEFAULT 0
		COMMENT '0 nobody was reminded 未提醒, 1 the day before 已提前一天提醒, 2 two hours before 已提前两小时提醒' CHECK (reminded IN (0, 1, 2));
