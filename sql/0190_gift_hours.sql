-- 0190_gift_hours.sql - exchanges paid with saved time: which one an entry of the time bank belongs to.

ALTER TABLE timebank_entry
	ADD COLUMN IF NOT EXISTS exchange_id BIGINT NULL COMMENT 'exchange for a gift that it pays or gives back 兑换' AFTER draw_id,
	ADD KEY IF NOT EXISTS timebank_entry_exchange (exchange_id),
	ADD CONSTRAINT timebank_entry_exchange FOREIGN KEY IF NOT EXISTS (exchange_id) REFERENCES gift_exchange (id);
