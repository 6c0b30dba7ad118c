-- 0044_merge.sql - one human who is here twice: found, shown side by side, merged 合并 by two members of staff, undone for thirty days.
--
-- Nothing of the person who goes (gone) is deleted: the row stays with its numbers, so that whoever comes with them is led to
-- the one who stays (kept), and points to it. What hung on it hangs on the one who stays; person_merge_row names each row
-- that went over, so that it can go back. The ledger stays as it is: a row that was proved while it belonged to somebody
-- else says so in proved_as.

ALTER TABLE person
	ADD COLUMN IF NOT EXISTS merged_into BIGINT NULL
		COMMENT 'the same human, under whom all of this goes on 合并至; NULL: not merged' AFTER commit_salt,
	ADD KEY IF NOT EXISTS person_merged (merged_into),
	ADD KEY IF NOT EXISTS person_named (name, birth_on),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS person_merged_into (merged_into) REFERENCES person (id);

ALTER TABLE volunteer
	MODIFY COLUMN state VARCHAR(16) NOT NULL DEFAULT 'active'
		COMMENT 'active 正常, paused 暂停, left 已退出, pending_guardian 待监护人同意, merged 已合并'
		CHECK (state IN ('active', 'paused', 'left', 'pending_guardian', 'merged'));

ALTER TABLE service_record
	ADD COLUMN IF NOT EXISTS proved_as BIGINT NULL
		COMMENT 'the person of its ledger events and mark, who was merged into person_id 原登记人; NULL: person_id' AFTER person_id,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS service_record_proved_as (proved_as) REFERENCES person (id);

ALTER TABLE honour
	ADD COLUMN IF NOT EXISTS proved_as BIGINT NULL
		COMMENT 'the person of its mark, who was merged into person_id 原登记人; NULL: person_id' AFTER person_id,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS honour_proved_as (proved_as) REFERENCES person (id);

ALTER TABLE star_award
	ADD COLUMN IF NOT EXISTS proved_as BIGINT NULL
		COMMENT 'the person of its mark, who was merged into person_id 原登记人; NULL: person_id' AFTER person_id,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS star_award_proved_as (proved_as) REFERENCES person (id);

ALTER TABLE transfer
	ADD COLUMN IF NOT EXISTS proved_as BIGINT NULL
		COMMENT 'the person of its mark, who was merged into person_id 原登记人; NULL: person_id' AFTER person_id,
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS transfer_proved_as (proved_as) REFERENCES person (id);

CREATE TABLE IF NOT EXISTS person_double (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	a_id BIGINT NOT NULL COMMENT 'who was here first',
	b_id BIGINT NOT NULL COMMENT 'the other one',
	why VARCHAR(40) NOT NULL
		COMMENT 'words with commas: number 证件号码相同, name 姓名和生日相同, phone 手机号相同, asked 工作人员提出',
	found_at DATETIME NOT NULL COMMENT 'when found 发现时间',
	state VARCHAR(8) NOT NULL DEFAULT 'open'
		COMMENT 'open 待处理, apart 不是同一人, merged 已合并' CHECK (state IN ('open', 'apart', 'merged')),
	handled_by BIGINT NULL COMMENT 'staff who said that they are two 处理人',
	handled_at DATETIME NULL COMMENT 'when',
	PRIMARY KEY (id),
	UNIQUE KEY person_double_uid (uid),
	UNIQUE KEY person_double_pair (a_id, b_id),
	KEY person_double_b (b_id, state),
	KEY person_double_handled_by (handled_by),
	CONSTRAINT person_double_a FOREIGN KEY (a_id) REFERENCES person (id),
	CONSTRAINT person_double_b FOREIGN KEY (b_id) REFERENCES person (id),
	CONSTRAINT person_double_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id),
	CONSTRAINT person_double_two CHECK (a_id < b_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='pairs who may be one human 疑似重复登记';

CREATE TABLE IF NOT EXISTS person_merge (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	no VARCHAR(24) NOT NULL COMMENT 'number 合并编号',
	double_id BIGINT NOT NULL COMMENT 'the pair',
	kept_id BIGINT NOT NULL COMMENT 'who stays 保留',
	gone_id BIGINT NOT NULL COMMENT 'who is merged into them 并入',
	station_id BIGINT NOT NULL COMMENT 'station that asked 申请站点',
	other_station_id BIGINT NOT NULL COMMENT 'home of the other one 对方站点; may be the same',
	purpose VARCHAR(120) NOT NULL COMMENT 'why, and what was looked at 合并依据; 个人:导出,留存(留痕)',
	asked_by BIGINT NOT NULL COMMENT 'staff who asked 申请人',
	asked_at DATETIME NOT NULL COMMENT 'when 申请时间',
	state VARCHAR(10) NOT NULL DEFAULT 'open'
		COMMENT 'open 待确认, done 已合并, declined 未同意, cancelled 已取消, undone 已撤销'
		CHECK (state IN ('open', 'done', 'declined', 'cancelled', 'undone')),
	live TINYINT AS (IF(state = 'open', 1, NULL)) STORED COMMENT '1 while it is open: one at a time for a pair',
	handled_by BIGINT NULL COMMENT 'staff or overseer who decided 确认人; another than who asked',
	handled_at DATETIME NULL COMMENT 'when 确认时间',
	answer VARCHAR(200) NULL COMMENT 'why declined or cancelled 说明; 个人:导出,留存(留痕)',
	undone_by BIGINT NULL COMMENT 'staff who undid it 撤销人',
	undone_at DATETIME NULL COMMENT 'when 撤销时间',
	undone_why VARCHAR(200) NULL COMMENT 'why 撤销原因; 个人:导出,留存(留痕)',
	was_state VARCHAR(16) NULL COMMENT 'state of the volunteer who went, to go back to; NULL: was none',
	was_star TINYINT NULL COMMENT 'star of the one who stayed, before',
	took_no TINYINT NOT NULL DEFAULT 0 COMMENT '1: the number of the platform went over, too',
	PRIMARY KEY (id),
	UNIQUE KEY person_merge_no (no),
	UNIQUE KEY person_merge_one (double_id, live),
	KEY person_merge_kept (kept_id, state),
	KEY person_merge_gone (gone_id, state),
	KEY person_merge_station (station_id, state, id),
	KEY person_merge_other (other_station_id, state, id),
	KEY person_merge_asked_by (asked_by),
	KEY person_merge_handled_by (handled_by),
	KEY person_merge_undone_by (undone_by),
	CONSTRAINT person_merge_double FOREIGN KEY (double_id) REFERENCES person_double (id),
	CONSTRAINT person_merge_kept FOREIGN KEY (kept_id) REFERENCES person (id),
	CONSTRAINT person_merge_gone FOREIGN KEY (gone_id) REFERENCES person (id),
	CONSTRAINT person_merge_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT person_merge_other FOREIGN KEY (other_station_id) REFERENCES station (id),
	CONSTRAINT person_merge_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id),
	CONSTRAINT person_merge_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id),
	CONSTRAINT person_merge_undone_by FOREIGN KEY (undone_by) REFERENCES staff (id),
	CONSTRAINT person_merge_two CHECK (kept_id <> gone_id),
	CONSTRAINT person_merge_two_persons CHECK (state NOT IN ('done', 'undone') OR handled_by <> asked_by)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='two registrations made one 合并';

CREATE TABLE IF NOT EXISTS person_merge_row (
	merge_id BIGINT NOT NULL COMMENT 'the merge',
	what VARCHAR(40) NOT NULL COMMENT 'table and column of the row that went over',
	row_id BIGINT NOT NULL COMMENT 'its id',
	PRIMARY KEY (merge_id, what, row_id),
	CONSTRAINT person_merge_row_merge FOREIGN KEY (merge_id) REFERENCES person_merge (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what a merge took over, row by row 合并明细';

CREATE TABLE IF NOT EXISTS person_merge_left (
	merge_id BIGINT NOT NULL COMMENT 'the merge',
	record_id BIGINT NOT NULL COMMENT 'record that did not go over',
	why VARCHAR(10) NOT NULL
		COMMENT 'twice 同一时间记了两次, activity 同一活动两人都在册'
		CHECK (why IN ('twice', 'activity')),
	PRIMARY KEY (merge_id, record_id),
	KEY person_merge_left_record (record_id),
	CONSTRAINT person_merge_left_merge FOREIGN KEY (merge_id) REFERENCES person_merge (id),
	CONSTRAINT person_merge_left_record FOREIGN KEY (record_id) REFERENCES service_record (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='hours that a merge did not count, for somebody to look at 未并入的记录';
