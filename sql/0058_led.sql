-- 0058_led.sql - a project and an activity name the social worker who leads the volunteers 社工引领.
ALTER TABLE project
	ADD COLUMN IF NOT EXISTS led_by BIGINT NULL COMMENT 'social worker who leads 社工引领; NULL: none' AFTER team_id,
	ADD KEY IF NOT EXISTS project_led (station_id, led_by),
	ADD CONSTRAINT project_led_by FOREIGN KEY IF NOT EXISTS (led_by) REFERENCES person (id);
ALTER TABLE activity
	ADD COLUMN IF NOT EXISTS led_by BIGINT NULL COMMENT 'social worker who leads 社工引领; NULL: none' AFTER leader_id,
	ADD KEY IF NOT EXISTS activity_led (station_id, led_by, starts_at),
	ADD CONSTRAINT activity_led_by FOREIGN KEY IF NOT EXISTS (led_by) REFERENCES person (id);

-- Who may lead at a station is found by the station that saw the certificate.
ALTER TABLE social_worker
	ADD COLUMN IF NOT EXISTS station_id BIGINT NULL COMMENT 'station whose staff saw the certificate' AFTER person_id,
	ADD KEY IF NOT EXISTS social_worker_station (station_id, person_id),
	ADD CONSTRAINT social_worker_station FOREIGN KEY IF NOT EXISTS (station_id) REFERENCES station (id);
UPDATE social_worker w JOIN volunteer v ON v.person_id = w.person_id SET w.station_id = v.station_id WHERE w.station_id IS NULL;
