-- 0092_order_tell.sql - an order that is late stays late: its limit is not moved by telling of it, and who was told is told again after a
-- pause that grows.

ALTER TABLE service_order
	MODIFY COLUMN escalated INT NOT NULL DEFAULT 0 COMMENT 'times staff were told that a limit ran out 超时提醒次数',
	ADD COLUMN IF NOT EXISTS tell_after DATETIME NULL COMMENT 'not told again before 下次提醒不早于; NULL: nobody was told of this step' AFTER escalated,
	ADD COLUMN IF NOT EXISTS tell_at DATETIME AS (GREATEST(due_at, COALESCE(tell_after, due_at))) STORED
		COMMENT 'when staff are told that it is late 超时提醒时间',
	ADD KEY IF NOT EXISTS service_order_tell (state, tell_at);
