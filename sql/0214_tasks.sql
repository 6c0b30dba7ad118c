-- 0214_tasks.sql - notes of a station are about volunteers, households and projects alike; one with a day is a task 待办事项,
-- which comes back on that day until somebody has done it.

ALTER TABLE person_note
	MODIFY COLUMN person_id BIGINT NULL COMMENT 'about which volunteer; NULL: about something else',
	ADD COLUMN IF NOT EXISTS household_id BIGINT NULL COMMENT 'about which household 户' AFTER person_id,
	ADD COLUMN IF NOT EXISTS project_id BIGINT NULL COMMENT 'about which project 项目' AFTER household_id,
	ADD COLUMN IF NOT EXISTS due_on DATE NOT NULL DEFAULT '9999-12-31'
		COMMENT 'day on which it comes back 到期日; 9999-12-31: a note alone' AFTER words,
	ADD COLUMN IF NOT EXISTS state VARCHAR(8) NOT NULL DEFAULT 'note'
		COMMENT 'note 备注, open 待办, done 已办' CHECK (state IN ('note', 'open', 'done')) AFTER due_on,
	ADD COLUMN IF NOT EXISTS done_at DATETIME NULL COMMENT 'when done 办理时间' AFTER made_at,
	ADD COLUMN IF NOT EXISTS done_by BIGINT NULL COMMENT 'staff who did it 办理人' AFTER done_at,
	ADD KEY IF NOT EXISTS person_note_household (household_id, id),
	ADD KEY IF NOT EXISTS person_note_project (project_id, id),
	ADD KEY IF NOT EXISTS person_note_due (station_id, due_on, id),
	ADD KEY IF NOT EXISTS person_note_state (station_id, state, due_on, id),
	ADD CONSTRAINT person_note_household FOREIGN KEY IF NOT EXISTS (household_id) REFERENCES household (id),
	ADD CONSTRAINT person_note_project FOREIGN KEY IF NOT EXISTS (project_id) REFERENCES project (id),
	ADD CONSTRAINT person_note_done_by FOREIGN KEY IF NOT EXISTS (done_by) REFERENCES staff (id),
	ADD CONSTRAINT person_note_about
		CHECK ((person_id IS NOT NULL) + (household_id IS NOT NULL) + (project_id IS NOT NULL) = 1),
	ADD CONSTRAINT person_note_day CHECK ((state = 'note') = (due_on = '9999-12-31')),
	ADD CONSTRAINT person_note_done CHECK ((state = 'done') = (done_at IS NOT NULL) AND (done_at IS NULL) = (done_by IS NULL)),
	COMMENT = 'notes and tasks of a station about a volunteer, a household or a project 工作备注和待办事项';
