-- 0016_rights.sql - which tables a program may only add to, said truly; a day taken out of the calendar stays out.

ALTER TABLE receipt COMMENT='receipts of platforms; a reconciliation may mend one 回执';

ALTER TABLE document
	MODIFY COLUMN uid BINARY(16) NOT NULL
		COMMENT 'random id, used in addresses; its hex is the name of the file outside the web root',
	MODIFY COLUMN sha256 BINARY(32) NOT NULL
		COMMENT 'SHA-256 of the bytes: finds the same file again and tells a changed one';

ALTER TABLE holiday
	MODIFY COLUMN kind VARCHAR(4) NOT NULL
		COMMENT 'off: no working day 休, work: a weekend worked 班, none: taken out again, a day as any other 撤下'
		CHECK (kind IN ('off', 'work', 'none'));

ALTER TABLE activity
	MODIFY COLUMN declared_on DATE NULL
		COMMENT 'declared to the station 报备日期: when published, at the latest';

ALTER TABLE setting COMMENT='rules that hold for all stations, before the configuration 系统设置';

-- These have a value in the configuration, which the shipped rows would hide.
DELETE FROM setting WHERE changed_by IS NULL AND (name, value) IN (('star_hours', '100,300,600,1000,1500'),
	('record_notice_days', '3'), ('record_due_days', '10'), ('day_limit_minutes', '480'), ('day_second_minutes', '720'),
	('guardian_age', '18'), ('lowest_age', '6'));
