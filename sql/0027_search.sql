-- 0027_search.sql - keys for the search of the head: by number and by how a name begins, within one station.

ALTER TABLE volunteer ADD KEY IF NOT EXISTS volunteer_search_no (station_id, no);
ALTER TABLE need ADD KEY IF NOT EXISTS need_search_no (station_id, no);
ALTER TABLE project
	ADD KEY IF NOT EXISTS project_search_no (station_id, no),
	ADD KEY IF NOT EXISTS project_search_title (station_id, title);
ALTER TABLE activity
	ADD KEY IF NOT EXISTS activity_search_no (station_id, no),
	ADD KEY IF NOT EXISTS activity_search_title (station_id, title);
ALTER TABLE certificate ADD KEY IF NOT EXISTS certificate_search_no (station_id, no);
