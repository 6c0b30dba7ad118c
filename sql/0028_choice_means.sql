-- 0028_choice_means.sql - what a choice means is a code: no program compares its label, which staff may word anew.

ALTER TABLE choice
	ADD COLUMN IF NOT EXISTS means VARCHAR(8) NULL
		COMMENT 'code that it means in the column of the ledger which its question fills: sex, age_band' AFTER target_group;

UPDATE choice c JOIN question q ON q.id = c.question_id
	SET c.means = CASE WHEN c.label LIKE '男%' THEN '1' WHEN c.label LIKE '女%' THEN '2' END
	WHERE q.maps = 'sex' AND c.means IS NULL;
UPDATE choice c JOIN question q ON q.id = c.question_id JOIN code_item i ON i.list = 'age_band' AND i.name = c.label
	SET c.means = i.code
	WHERE q.maps = 'age_band' AND c.means IS NULL;
