-- 0035_typed.sql - two more warning words are counted: times lengthened by hand, and proofs that prove something already.

ALTER TABLE activity_count
	ADD COLUMN IF NOT EXISTS typed INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: corrected to more minutes 更正增时',
	ADD COLUMN IF NOT EXISTS proof_again INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: its proof proves something already 证明重复';
