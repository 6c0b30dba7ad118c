-- 0051_insurance.sql - insurance 志愿者保险: a policy covers all volunteers of its scope or those it names, from day to day,
-- until it ends. Nobody is published for, put on the roster of or checked in at a dangerous activity without one.

ALTER TABLE insurance
	ADD COLUMN IF NOT EXISTS covers VARCHAR(5) NOT NULL DEFAULT 'all'
		COMMENT 'all 全体志愿者, named 名单所列' CHECK (covers IN ('all', 'named')) AFTER kind,
	ADD COLUMN IF NOT EXISTS entered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered 登记时间',
	ADD COLUMN IF NOT EXISTS ended_at DATETIME NULL COMMENT 'when it was ended before its last day 作废时间',
	ADD COLUMN IF NOT EXISTS end_reason VARCHAR(200) NULL COMMENT 'why ended 作废原因; 非个人',
	MODIFY COLUMN insured INT NOT NULL DEFAULT 0 COMMENT 'persons on its list 名单人数; moved with insurance_person',
	ADD UNIQUE KEY IF NOT EXISTS insurance_policy (station_id, policy_no),
	ADD KEY IF NOT EXISTS insurance_list (station_id, id),
	ADD KEY IF NOT EXISTS insurance_until (station_id, to_on, id);

CREATE TABLE IF NOT EXISTS insurance_person (
	insurance_id BIGINT NOT NULL COMMENT 'the policy',
	person_id BIGINT NOT NULL COMMENT 'whom it names 被保险人',
	added_at DATETIME NOT NULL COMMENT 'when put on its list 列入时间',
	added_by BIGINT NOT NULL COMMENT 'staff who did 经办人',
	PRIMARY KEY (insurance_id, person_id),
	KEY insurance_person_person (person_id),
	CONSTRAINT insurance_person_insurance FOREIGN KEY (insurance_id) REFERENCES insurance (id),
	CONSTRAINT insurance_person_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT insurance_person_staff FOREIGN KEY (added_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='people named by a policy 保险名单';
