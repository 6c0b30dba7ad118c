-- 0178_tally_key.sql - the key of a station's records by day has behind it what reports add up, so that they look at no row itself. Its order
-- is the same as before.

ALTER TABLE service_record
	DROP KEY IF EXISTS service_record_station,
	ADD KEY service_record_station (station_id, state, served_on, id, person_id, minutes, evidence, category, activity_id, project_id);
