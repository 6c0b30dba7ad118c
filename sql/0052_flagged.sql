-- 0052_flagged.sql - records with a sign 疑点 are read by a key of their own: among a hundred thousand there are few.
ALTER TABLE service_record
	ADD COLUMN IF NOT EXISTS flagged TINYINT AS (IF(flags <> '' AND state <> 'corrected', 1, 0)) STORED
		COMMENT '1 while a sign stands on it 有疑点',
	ADD KEY IF NOT EXISTS service_record_flagged (station_id, flagged, served_on, id);
