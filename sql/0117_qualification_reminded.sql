-- 0117_qualification_reminded.sql - whoever is qualified for some months hears of the end a month before it, once.

ALTER TABLE qualification
	ADD COLUMN IF NOT EXISTS reminded_at DATETIME NULL COMMENT 'when they were told that it ends 到期提醒; NULL: not yet',
	ADD KEY IF NOT EXISTS qualification_ends (valid_until, reminded_at);
