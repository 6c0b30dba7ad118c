-- 0200_certificate_notice.sql - certificates under public notice 证明公示 (民发〔2015〕149号: seven days as a rule), and those of a
-- station that gives nothing out before the notice has ended.
ALTER TABLE certificate
	ADD COLUMN IF NOT EXISTS held_until DATE NULL
		COMMENT 'no file of it is given out until this day is over 公示期满后发放; NULL: at once' AFTER notice_until,
	ADD KEY IF NOT EXISTS certificate_notice (station_id, notice_until, id);
UPDATE setting SET value = '7' WHERE name = 'certificate_notice_days' AND CAST(value AS SIGNED) < 7;
UPDATE station_setting SET value = '7' WHERE name = 'certificate_notice_days' AND CAST(value AS SIGNED) < 7;
