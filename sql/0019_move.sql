-- 0019_move.sql - a volunteer goes over to another station of this installation; bundles in parts, kept as they came;
-- what their origin has corrected or withdrawn since.

-- What follows the volunteer to the new home station: volunteer.station_id and transfers in (their brought hours are
-- answered for by the home station). What stays where it arose: service records and their totals, rosters, enrolments,
-- evaluations, honours, stars under notice, certificates, teams, documents, bundles given.
CREATE TABLE IF NOT EXISTS station_move (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	no VARCHAR(24) NOT NULL COMMENT 'number 转站编号',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	from_station_id BIGINT NOT NULL COMMENT 'home station until then 原站点',
	to_station_id BIGINT NOT NULL COMMENT 'home station from then on 新站点',
	reason VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why 转站原因; the other station reads it',
	state VARCHAR(10) NOT NULL DEFAULT 'open'
		COMMENT 'open 待接收, accepted 已接收, declined 未接收, cancelled 已取消'
		CHECK (state IN ('open', 'accepted', 'declined', 'cancelled')),
	asked_by BIGINT NULL COMMENT 'staff who entered it; NULL: the volunteer',
	asked_at DATETIME NOT NULL COMMENT 'when 申请时间',
	handled_by BIGINT NULL COMMENT 'staff who ended it 办理人; NULL: nobody yet, or the volunteer',
	handled_at DATETIME NULL COMMENT 'when ended 办结时间',
	answer VARCHAR(200) NULL COMMENT 'why declined or cancelled 说明',
	live TINYINT AS (IF(state = 'open', 1, NULL)) STORED COMMENT '1 while it is open: one at a time',
	PRIMARY KEY (id),
	UNIQUE KEY station_move_no (no),
	UNIQUE KEY station_move_one (person_id, live),
	KEY station_move_from (from_station_id, live, id),
	KEY station_move_to (to_station_id, live, id),
	CONSTRAINT station_move_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT station_move_from FOREIGN KEY (from_station_id) REFERENCES station (id),
	CONSTRAINT station_move_to FOREIGN KEY (to_station_id) REFERENCES station (id),
	CONSTRAINT station_move_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id),
	CONSTRAINT station_move_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id),
	CONSTRAINT station_move_elsewhere CHECK (from_station_id <> to_station_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='volunteers who go over to another station of this installation 转站';

ALTER TABLE transfer
	ADD COLUMN IF NOT EXISTS part INT NOT NULL DEFAULT 1 COMMENT 'which part of all records 第几份' AFTER minutes,
	ADD COLUMN IF NOT EXISTS parts INT NOT NULL DEFAULT 1 COMMENT 'into how many they were cut 共几份' AFTER part,
	ADD COLUMN IF NOT EXISTS head_size BIGINT NULL
		COMMENT 'of a bundle given: size of the ledger head that it stands under' AFTER parts,
	ADD COLUMN IF NOT EXISTS via_id BIGINT NULL
		COMMENT 'transfer whose bundle held this one 随哪份凭证转来; NULL: brought by itself' AFTER key_id,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS transfer_via (via_id) REFERENCES transfer (id);

ALTER TABLE transfer_record
	MODIFY COLUMN state VARCHAR(10) NOT NULL DEFAULT 'waiting'
		COMMENT 'waiting 待核实, counted 已计入, known 已有, overlap 时间重叠, refused 不计入, withdrawn 已撤销, ends 来源已撤回, ended 已退出'
		CHECK (state IN ('waiting', 'counted', 'known', 'overlap', 'refused', 'withdrawn', 'ends', 'ended'));

CREATE TABLE IF NOT EXISTS transfer_file (
	transfer_id BIGINT NOT NULL COMMENT 'transfer it came in',
	piece INT NOT NULL COMMENT 'pieces in their order, from 0',
	bytes MEDIUMBLOB NOT NULL COMMENT 'bytes of the bundle',
	PRIMARY KEY (transfer_id, piece),
	CONSTRAINT transfer_file_transfer FOREIGN KEY (transfer_id) REFERENCES transfer (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='bundles as they came, so that they can go along when the volunteer moves on 原凭证';
