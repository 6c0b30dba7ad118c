-- 0115_no_show.sql - who was to come, did not, and had not taken leave 未到岗: written by the roll or, when nothing more can be
-- recorded of the activity, by the clock; explained by the volunteer, looked at by the station.

CREATE TABLE IF NOT EXISTS no_show (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, for addresses',
	activity_id BIGINT NOT NULL COMMENT 'activity',
	person_id BIGINT NOT NULL COMMENT 'volunteer who did not come',
	station_id BIGINT NOT NULL COMMENT 'station of the activity',
	found_at DATETIME NOT NULL COMMENT 'when it was written down',
	found_by BIGINT NULL COMMENT 'staff who called the roll; NULL: the clock',
	explanation VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what the volunteer says of it 说明; 个人:导出,抹除',
	explained_at DATETIME NULL COMMENT 'when they said it',
	state VARCHAR(10) NOT NULL DEFAULT 'open'
		COMMENT 'open 未说明, explained 已说明, accepted 说明成立, declined 说明不成立, mistaken 记错了，人到了'
		CHECK (state IN ('open', 'explained', 'accepted', 'declined', 'mistaken')),
	counted TINYINT NOT NULL DEFAULT 0 COMMENT '1: it stands in volunteer.no_shows',
	answer VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what staff say to it 答复; 个人:导出,抹除',
	decided_by BIGINT NULL COMMENT 'staff who decided',
	decided_at DATETIME NULL COMMENT 'when decided',
	PRIMARY KEY (id),
	UNIQUE KEY no_show_uid (uid),
	UNIQUE KEY no_show_once (activity_id, person_id),
	KEY no_show_person (person_id, id),
	KEY no_show_station (station_id, state, id),
	KEY no_show_recent (station_id, id),
	CONSTRAINT no_show_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT no_show_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT no_show_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT no_show_found_by FOREIGN KEY (found_by) REFERENCES staff (id),
	CONSTRAINT no_show_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who did not come and had not taken leave 未到岗';

ALTER TABLE activity
	ADD COLUMN IF NOT EXISTS absences_at DATETIME NULL COMMENT 'when the clock looked who had not come; NULL: not yet',
	ADD KEY IF NOT EXISTS activity_absences (absences_at, state, record_due_on);

-- Of what is over already nobody was told that it would be looked at.
UPDATE activity
   SET absences_at = NOW()
 WHERE absences_at IS NULL
   AND state IN ('recording', 'notice', 'archived', 'cancelled');
