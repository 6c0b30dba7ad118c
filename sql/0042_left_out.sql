-- 0042_left_out.sql - rows of a CSV that were not taken are named where the others stand.

ALTER TABLE transfer
	ADD COLUMN IF NOT EXISTS left_out TEXT NULL
		COMMENT 'lines of the CSV that were not taken 未转入的行, LINE:WHY or LINE:WHY:LINE with commas; 非个人';
