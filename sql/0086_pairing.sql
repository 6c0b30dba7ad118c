-- 0086_pairing.sql - pairing 结对 kept up: who leads it, the rhythm of visits and when the next is due, the emergency contact, what
-- each visit found, and days of heat or cold on which households are called.

ALTER TABLE pairing
	ADD COLUMN IF NOT EXISTS lead_id BIGINT NULL COMMENT 'staff who leads it 负责社工' AFTER helper_id,
	ADD COLUMN IF NOT EXISTS every_days INT NOT NULL DEFAULT 7
		COMMENT 'rhythm 走访周期, days from one visit to the next' CHECK (every_days BETWEEN 1 AND 92),
	ADD COLUMN IF NOT EXISTS contact_sealed VARBINARY(400) NULL
		COMMENT 'emergency contact, name and phone 紧急联系人, sealed; 个人:居民' AFTER agreement_no,
	ADD COLUMN IF NOT EXISTS last_on DATE NULL COMMENT 'last visit or call 最近联系',
	ADD COLUMN IF NOT EXISTS next_due DATE NULL COMMENT 'next visit is due by then 应走访日期',
	ADD COLUMN IF NOT EXISTS visits INT NOT NULL DEFAULT 0 COMMENT 'visits and calls logged 联系次数',
	ADD COLUMN IF NOT EXISTS end_reason VARCHAR(200) NULL COMMENT 'why it ended 结束原因',
	ADD COLUMN IF NOT EXISTS ended_by BIGINT NULL COMMENT 'staff who ended it',
	ADD COLUMN IF NOT EXISTS created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when made',
	ADD KEY IF NOT EXISTS pairing_recent (station_id, id),
	ADD KEY IF NOT EXISTS pairing_due (station_id, state, next_due, id),
	ADD KEY IF NOT EXISTS pairing_helper (helper_id, state),
	ADD CONSTRAINT pairing_lead FOREIGN KEY IF NOT EXISTS (lead_id) REFERENCES staff (id),
	ADD CONSTRAINT pairing_ended_by FOREIGN KEY IF NOT EXISTS (ended_by) REFERENCES staff (id),
	ADD CONSTRAINT IF NOT EXISTS pairing_end_has_reason CHECK (state <> 'ended' OR end_reason IS NOT NULL);

ALTER TABLE pairing_visit
	ADD COLUMN IF NOT EXISTS person_id BIGINT NULL COMMENT 'volunteer who visited or called 走访志愿者' AFTER station_id,
	ADD COLUMN IF NOT EXISTS home_service_id BIGINT NULL COMMENT 'service whose hour the household confirmed' AFTER person_id,
	ADD COLUMN IF NOT EXISTS urgent TINYINT NOT NULL DEFAULT 0 COMMENT '1 the station must see to it 需站点跟进',
	ADD COLUMN IF NOT EXISTS seen_by BIGINT NULL COMMENT 'staff who saw to it 跟进人',
	ADD COLUMN IF NOT EXISTS open_urgent TINYINT AS (IF(urgent = 1 AND seen_by IS NULL, 1, 0)) STORED
		COMMENT '1 nobody has seen to it yet 待跟进',
	ADD UNIQUE KEY IF NOT EXISTS pairing_visit_service (home_service_id),
	ADD KEY IF NOT EXISTS pairing_visit_person (person_id),
	ADD KEY IF NOT EXISTS pairing_visit_urgent (station_id, open_urgent, id),
	ADD CONSTRAINT pairing_visit_person FOREIGN KEY IF NOT EXISTS (person_id) REFERENCES person (id),
	ADD CONSTRAINT pairing_visit_of_service FOREIGN KEY IF NOT EXISTS (home_service_id) REFERENCES home_service (id),
	ADD CONSTRAINT pairing_visit_seen_by FOREIGN KEY IF NOT EXISTS (seen_by) REFERENCES staff (id);

CREATE TABLE IF NOT EXISTS care_day (
	station_id BIGINT NOT NULL COMMENT 'station',
	day DATE NOT NULL COMMENT 'day 日期',
	kind VARCHAR(4) NOT NULL COMMENT 'heat 高温, cold 低温' CHECK (kind IN ('heat', 'cold')),
	marked_by BIGINT NOT NULL COMMENT 'staff who marked it',
	marked_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when marked',
	PRIMARY KEY (station_id, day),
	CONSTRAINT care_day_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT care_day_marked_by FOREIGN KEY (marked_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='days of heat or cold on which households are called 高温低温关怀日';
