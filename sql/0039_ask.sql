-- 0039_ask.sql - a volunteer of another station is asked before they are on a roster, lead or take a place: until they say
-- yes the station reads a masked name.

CREATE TABLE IF NOT EXISTS volunteer_ask (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	station_id BIGINT NOT NULL COMMENT 'station that asks 邀请站点',
	person_id BIGINT NOT NULL COMMENT 'volunteer who is asked 受邀志愿者',
	purpose VARCHAR(8) NOT NULL COMMENT 'roster 参加活动, leader 带队, training 参加培训'
		CHECK (purpose IN ('roster', 'leader', 'training')),
	target_id BIGINT NOT NULL COMMENT 'the activity, of a training the training',
	duty VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'duty on the roster 分工',
	state VARCHAR(10) NOT NULL DEFAULT 'open' COMMENT 'open 待答复, accepted 已同意, declined 已谢绝'
		CHECK (state IN ('open', 'accepted', 'declined')),
	asked_by BIGINT NOT NULL COMMENT 'staff who asked 邀请人',
	asked_at DATETIME NOT NULL COMMENT 'when asked 邀请时间',
	answered_at DATETIME NULL COMMENT 'when answered 答复时间',
	PRIMARY KEY (id),
	UNIQUE KEY volunteer_ask_once (person_id, purpose, target_id),
	KEY volunteer_ask_target (purpose, target_id, id),
	KEY volunteer_ask_open (person_id, state, id),
	KEY volunteer_ask_station (station_id, person_id, state),
	CONSTRAINT volunteer_ask_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT volunteer_ask_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT volunteer_ask_by FOREIGN KEY (asked_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='volunteers of other stations who are asked to come 跨站邀请';
