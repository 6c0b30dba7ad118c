-- 0041_midnight.sql - a shift may go on to the end of its day: its end is the first second that does not belong to it, so 24:00
-- is 0:00 of the next day.

ALTER TABLE activity
	DROP CONSTRAINT IF EXISTS activity_one_day,
	ADD CONSTRAINT activity_one_day CHECK (ends_at > starts_at
		AND DATE(ends_at - INTERVAL 1 SECOND) = DATE(starts_at));

ALTER TABLE service_record
	DROP CONSTRAINT IF EXISTS service_record_same_day,
	ADD CONSTRAINT service_record_same_day CHECK (DATE(starts_at) = served_on
		AND DATE(ends_at - INTERVAL 1 SECOND) = served_on);
