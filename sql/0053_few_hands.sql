-- 0053_few_hands.sql - one more warning sign 疑点: a roll in which only two had a hand.

ALTER TABLE activity_count
	ADD COLUMN IF NOT EXISTS few_hands INT NOT NULL DEFAULT 0
		COMMENT 'with this warning word: a roll in which only two had a hand 点名只有两人经手';
