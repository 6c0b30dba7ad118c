-- 0091_late_orders.sql - what of orders is late, for the overseer and for the rail of the desk: open ones by a key of their own, and
-- needs that nobody has answered.

ALTER TABLE service_order
	ADD COLUMN IF NOT EXISTS is_open TINYINT AS (IF(state IN ('to_accept', 'to_dispatch', 'dispatched', 'taken', 'serving'), 1, 0)) STORED
		COMMENT '1 until it is served, declined or cancelled 未办结',
	ADD KEY IF NOT EXISTS service_order_unserved (station_id, is_open, id),
	ADD KEY IF NOT EXISTS service_order_late (station_id, is_open, due_at);
ALTER TABLE need
	ADD KEY IF NOT EXISTS need_unanswered (station_id, answered_on, reply_by, state);
