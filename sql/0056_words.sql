-- 0056_words.sql - code lists speak the words of the plans that stations work by, and know what the platform calls them.
ALTER TABLE code_item
	ADD COLUMN IF NOT EXISTS hint VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'other words for it, shown beside its name 又称' AFTER name,
	ADD COLUMN IF NOT EXISTS platform VARCHAR(12) NULL
		COMMENT 'code that it is posted as 平台代码; NULL: the same' AFTER hint;
-- Nobody at a station serves overseas or collects taxes; who had it keeps it. The seed files leave `active` alone.
UPDATE code_item SET active = 0 WHERE (list, code) IN (('service_category', '0019'), ('service_category', '0020'), ('recipient', '13'));
