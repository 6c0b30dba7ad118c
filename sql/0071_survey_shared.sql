-- 0071_survey_shared.sql - surveys that a station offers are found by the stations of its county, not among those of all.

ALTER TABLE survey
	DROP KEY IF EXISTS survey_shared,
	ADD KEY IF NOT EXISTS survey_offered (station_id, shared, id);
