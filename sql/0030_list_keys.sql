-- 0030_list_keys.sql - for each order in which a declared list is read a key that has exactly this order: a page of it
-- costs what a page costs, however many rows there are. Which list uses which stands beside its columns (list.h).

ALTER TABLE activity
	ADD COLUMN IF NOT EXISTS awaits TINYINT NOT NULL DEFAULT 0
		COMMENT '1 while one of its records waits for review 待核实, as activity_count has it' AFTER archived_at,
	ADD COLUMN IF NOT EXISTS is_due TINYINT AS (IF(state IN ('running', 'recording') OR state = 'notice' AND awaits = 1, 1, 0))
		STORED COMMENT '1 while hours are to be recorded or reviewed 待录入' AFTER awaits,
	ADD KEY IF NOT EXISTS activity_of_category (station_id, category, starts_at, id),
	ADD KEY IF NOT EXISTS activity_due_by (station_id, is_due, record_due_on, id),
	ADD KEY IF NOT EXISTS activity_due_day (station_id, is_due, starts_at, id),
	DROP KEY IF EXISTS activity_due_here;
ALTER TABLE activity_count
	ADD KEY IF NOT EXISTS activity_count_notice_day (on_notice, day, activity_id),
	ADD KEY IF NOT EXISTS activity_count_notice_here (station_id, on_notice, activity_id);
ALTER TABLE volunteer
	ADD COLUMN IF NOT EXISTS in_ledger TINYINT NOT NULL DEFAULT 1
		COMMENT '0 since the person was erased: in no list of the station any more 台账可见' AFTER left_at;
UPDATE volunteer v JOIN person p ON p.id = v.person_id
	SET v.in_ledger = 0 WHERE p.erased_at IS NOT NULL AND v.in_ledger = 1;
ALTER TABLE service_record
	ADD KEY IF NOT EXISTS service_record_turn (station_id, state, id),
	ADD KEY IF NOT EXISTS service_record_minutes (station_id, state, minutes, id),
	ADD KEY IF NOT EXISTS service_record_evidence (station_id, state, evidence, id);
ALTER TABLE objection
	ADD KEY IF NOT EXISTS objection_recent (station_id, id),
	ADD KEY IF NOT EXISTS objection_raised (station_id, raised_at, id),
	ADD KEY IF NOT EXISTS objection_due (station_id, due_on, id);
ALTER TABLE training
	ADD KEY IF NOT EXISTS training_recent (station_id, id),
	ADD KEY IF NOT EXISTS training_day (station_id, starts_at, id),
	ADD KEY IF NOT EXISTS training_of_kind (station_id, kind, id),
	ADD KEY IF NOT EXISTS training_of_state (station_id, state, id);
ALTER TABLE certificate
	ADD KEY IF NOT EXISTS certificate_recent (station_id, id),
	ADD KEY IF NOT EXISTS certificate_issued (station_id, issued_at, id),
	ADD KEY IF NOT EXISTS certificate_from (station_id, from_on, id),
	ADD KEY IF NOT EXISTS certificate_minutes (station_id, minutes, id),
	ADD KEY IF NOT EXISTS certificate_checks (station_id, checks, id),
	ADD KEY IF NOT EXISTS certificate_of_state (station_id, state, id);
ALTER TABLE honour
	ADD KEY IF NOT EXISTS honour_recent (station_id, id),
	ADD KEY IF NOT EXISTS honour_day (station_id, awarded_on, id),
	ADD KEY IF NOT EXISTS honour_of_state (station_id, state, id);
ALTER TABLE transfer
	ADD KEY IF NOT EXISTS transfer_recent (station_id, id),
	ADD KEY IF NOT EXISTS transfer_day (station_id, at, id),
	ADD KEY IF NOT EXISTS transfer_records (station_id, records, id),
	ADD KEY IF NOT EXISTS transfer_minutes (station_id, minutes, id),
	ADD KEY IF NOT EXISTS transfer_direction (station_id, direction, id);
ALTER TABLE outbox
	ADD KEY IF NOT EXISTS outbox_day (station_id, created_at, id),
	ADD KEY IF NOT EXISTS outbox_of_kind (station_id, kind, id);
ALTER TABLE audit
	ADD KEY IF NOT EXISTS audit_of_kind (station_id, actor_kind, at, id),
	ADD KEY IF NOT EXISTS audit_of_person (station_id, actor_kind, actor_id, at, id),
	ADD KEY IF NOT EXISTS audit_of_target (station_id, target, at, id),
	DROP KEY IF EXISTS audit_station;
