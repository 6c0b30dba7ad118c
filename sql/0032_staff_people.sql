-- 0032_staff_people.sql - staff are people: whose account it is, where it is at home, who made it; one-time codes, the
-- second factor and its recovery codes; roles that hold for some days.

ALTER TABLE staff
	ADD COLUMN IF NOT EXISTS uid BINARY(16) NOT NULL DEFAULT (RANDOM_BYTES(16))
		COMMENT 'random id: stands in addresses, and is bound to what is sealed' AFTER id,
	ADD COLUMN IF NOT EXISTS home_station_id BIGINT NULL
		COMMENT 'station whose manager looks after the account 所属站点; NULL: an overseer''s own' AFTER person_id,
	ADD COLUMN IF NOT EXISTS made_by BIGINT NULL
		COMMENT 'staff who made the account 创建人; NULL: by the command line' AFTER created_at,
	ADD COLUMN IF NOT EXISTS second_at DATETIME NULL COMMENT 'when the second factor was set up 第二步验证' AFTER totp_step,
	MODIFY COLUMN failed INT NOT NULL DEFAULT 0 COMMENT 'wrong passwords since the last sign-in',
	DROP COLUMN IF EXISTS locked_until;

-- A default that is drawn for each row is drawn once when a column is added.
UPDATE staff SET uid = RANDOM_BYTES(16);

UPDATE staff f
	SET f.home_station_id = (SELECT MIN(r.station_id) FROM staff_role r WHERE r.staff_id = f.id AND r.station_id IS NOT NULL)
	WHERE f.home_station_id IS NULL;

-- One human, one account: otherwise who logs and who reviews could be the same.
ALTER TABLE staff
	ADD UNIQUE KEY IF NOT EXISTS staff_uid (uid),
	ADD UNIQUE KEY IF NOT EXISTS staff_one_person (person_id),
	DROP KEY IF EXISTS staff_person,
	ADD KEY IF NOT EXISTS staff_home (home_station_id, id),
	ADD CONSTRAINT staff_home_station FOREIGN KEY IF NOT EXISTS (home_station_id) REFERENCES station (id),
	ADD CONSTRAINT staff_made_by FOREIGN KEY IF NOT EXISTS (made_by) REFERENCES staff (id);

ALTER TABLE staff_role
	ADD COLUMN IF NOT EXISTS from_on DATE NULL COMMENT 'first day 起始日; NULL: since it was given' AFTER given_by,
	ADD COLUMN IF NOT EXISTS until_on DATE NULL COMMENT 'last day 截止日; NULL: until it is taken back' AFTER from_on,
	ADD COLUMN IF NOT EXISTS ended_by BIGINT NULL COMMENT 'staff who took it back; NULL: by the command line' AFTER ended_at,
	ADD CONSTRAINT staff_role_ended_by FOREIGN KEY IF NOT EXISTS (ended_by) REFERENCES staff (id);

ALTER TABLE session
	ADD COLUMN IF NOT EXISTS second_at DATETIME NULL
		COMMENT 'when the second factor was shown; NULL: not in this session' AFTER station_id,
	ADD COLUMN IF NOT EXISTS device VARCHAR(12) NULL
		COMMENT 'kind of device: wechat, android, iphone, windows, mac, linux or other 设备' AFTER second_at;

CREATE TABLE IF NOT EXISTS staff_code (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	staff_id BIGINT NOT NULL COMMENT 'whose account it opens, and no other',
	kind VARCHAR(8) NOT NULL
		COMMENT 'password: sets one 设置密码; second: sets the second factor up anew 重设第二步验证'
		CHECK (kind IN ('password', 'second')),
	code_hash BINARY(32) NOT NULL COMMENT 'keyed digest of the code, which was shown once',
	made_at DATETIME NOT NULL COMMENT 'when it was given out',
	made_by BIGINT NULL COMMENT 'staff who gave it out; NULL: by the command line',
	expires_at DATETIME NOT NULL COMMENT 'not good after this time',
	used_at DATETIME NULL COMMENT 'when it was used, once only',
	voided_at DATETIME NULL COMMENT 'when a newer one took its place',
	PRIMARY KEY (id),
	UNIQUE KEY staff_code_hash (code_hash),
	KEY staff_code_of (staff_id, kind, id),
	CONSTRAINT staff_code_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT staff_code_made_by FOREIGN KEY (made_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one-time codes of staff 一次性代码';

CREATE TABLE IF NOT EXISTS staff_recovery (
	staff_id BIGINT NOT NULL COMMENT 'whose second factor it stands for',
	code_hash BINARY(32) NOT NULL COMMENT 'keyed digest of the code',
	made_at DATETIME NOT NULL COMMENT 'when it was made',
	used_at DATETIME NULL COMMENT 'when it was used, once only',
	PRIMARY KEY (staff_id, code_hash),
	CONSTRAINT staff_recovery_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='recovery codes of staff 恢复码';
