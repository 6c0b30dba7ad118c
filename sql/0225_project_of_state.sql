-- 0225_project_of_state.sql - what is open for sign-up in all stations, the newest first, is read as far as the page goes.

ALTER TABLE project
	ADD KEY IF NOT EXISTS project_of_state (state, id);
