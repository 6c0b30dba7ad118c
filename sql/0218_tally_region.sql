-- 0218_tally_region.sql - overseers keep reports, too: of the stations of their division, out of the sums that are kept by month.

ALTER TABLE tally
	MODIFY COLUMN station_id BIGINT NULL COMMENT 'station that keeps it; NULL: the overseers of a division do',
	MODIFY COLUMN rows_by VARCHAR(8) NOT NULL COMMENT 'what its rows are 分行: person 人员, team 队伍, category 服务类别, evidence 证据类别, month 月份, project 项目, activity 活动, station 站点'
		CHECK (rows_by IN ('person', 'team', 'category', 'evidence', 'month', 'project', 'activity', 'station')),
	ADD COLUMN IF NOT EXISTS region_code VARCHAR(12) NULL COMMENT 'division whose overseers keep it 区划; NULL: a station does' AFTER station_id,
	ADD UNIQUE KEY IF NOT EXISTS tally_region_name (region_code, name),
	ADD CONSTRAINT tally_region FOREIGN KEY IF NOT EXISTS (region_code) REFERENCES region (code),
	DROP CONSTRAINT IF EXISTS tally_whose,
	ADD CONSTRAINT tally_whose CHECK ((station_id IS NULL) <> (region_code IS NULL)
		AND (region_code IS NULL OR rows_by IN ('station', 'month')) AND (region_code IS NOT NULL OR rows_by <> 'station'));
