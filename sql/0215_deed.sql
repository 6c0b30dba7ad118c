-- 0215_deed.sql - what staff may take back 撤回 within a day: each deed with how it was before, until it was taken back or the day is
-- over.

CREATE TABLE IF NOT EXISTS deed (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	ref BINARY(8) NOT NULL COMMENT 'number of the request that did it, used in addresses; one deed may be about many rows',
	station_id BIGINT NOT NULL COMMENT 'station where it was done',
	what VARCHAR(24) NOT NULL COMMENT 'what was done: need_declined 不予受理, survey_closed 结束收集, refused 未录用, roster_removed 移出名册, role_ended 收回权限'
		CHECK (what IN ('need_declined', 'survey_closed', 'refused', 'roster_removed', 'role_ended')),
	target VARCHAR(16) NOT NULL COMMENT 'word of the thing, as in audit',
	target_id BIGINT NOT NULL COMMENT 'its row',
	part BIGINT NULL COMMENT 'row of the person on a roster; NULL: the thing itself',
	was VARCHAR(60) NOT NULL COMMENT 'how it was before: a state, a role 原状态',
	name VARCHAR(60) NOT NULL COMMENT 'the number that it goes by 编号; 非个人',
	href VARCHAR(120) NOT NULL COMMENT 'page of the thing',
	staff_id BIGINT NOT NULL COMMENT 'who did it 办理人',
	at DATETIME NOT NULL COMMENT 'when 办理时间',
	back_at DATETIME NULL COMMENT 'when it was taken back 撤回时间',
	back_by BIGINT NULL COMMENT 'who took it back 撤回人',
	PRIMARY KEY (id),
	KEY deed_ref (ref, id),
	KEY deed_target (target, target_id, id),
	KEY deed_at (at),
	CONSTRAINT deed_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT deed_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT deed_back_by FOREIGN KEY (back_by) REFERENCES staff (id),
	CONSTRAINT deed_back CHECK ((back_at IS NULL) = (back_by IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='deeds that may be taken back for a day 可撤回的操作';
