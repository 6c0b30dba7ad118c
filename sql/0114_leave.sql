-- 0114_leave.sql - 请假: who cannot come says so before the activity begins. The place is free again, the row stays.

ALTER TABLE roster
	ADD COLUMN IF NOT EXISTS excused_at DATETIME NULL COMMENT 'when they took leave 请假时间; state excused',
	ADD COLUMN IF NOT EXISTS excuse VARCHAR(160) NOT NULL DEFAULT ''
		COMMENT 'why they cannot come 请假原因, for the station alone; 个人:导出,抹除';
