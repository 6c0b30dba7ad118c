-- 0093_wish_changed.sql - a resident wishes another time for an order that a volunteer has taken: it stands until they agree on one, or the
-- volunteer gives it back.

ALTER TABLE service_order
	ADD COLUMN IF NOT EXISTS wish_changed_at DATETIME NULL
		COMMENT 'since when another time is wished than the volunteer took it for 居民要求改期; NULL: none, or it was agreed' AFTER wished_part;
