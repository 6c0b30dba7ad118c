-- 0123_recruit_invite.sql - 邀请: an address, also as a QR code, by which somebody signs up for a position that is not open to all.

CREATE TABLE IF NOT EXISTS recruit_invite (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id; the address has it, and a MAC of it by a key of the installation',
	position_id BIGINT NOT NULL COMMENT 'position to which it invites, and to its shifts 岗位',
	project_id BIGINT NOT NULL COMMENT 'project',
	station_id BIGINT NOT NULL COMMENT 'station',
	most INT NOT NULL COMMENT 'so many may sign up by it 可用人次' CHECK (most BETWEEN 1 AND 500),
	used INT NOT NULL DEFAULT 0 COMMENT 'so many applications came by it 已用人次',
	until_at DATETIME NOT NULL COMMENT 'until then it is good 有效期至',
	made_by BIGINT NOT NULL COMMENT 'staff who made it',
	made_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when made',
	ended_by BIGINT NULL COMMENT 'staff who took it back 收回人',
	ended_at DATETIME NULL COMMENT 'when taken back; NULL: not',
	PRIMARY KEY (id),
	UNIQUE KEY recruit_invite_uid (uid),
	KEY recruit_invite_position (position_id, id),
	KEY recruit_invite_station (station_id),
	CONSTRAINT recruit_invite_position FOREIGN KEY (position_id) REFERENCES position (id),
	CONSTRAINT recruit_invite_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT recruit_invite_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT recruit_invite_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
	CONSTRAINT recruit_invite_ended_by FOREIGN KEY (ended_by) REFERENCES staff (id),
	CONSTRAINT recruit_invite_counted CHECK (used <= most)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='addresses that invite to a position 招募邀请';

ALTER TABLE application
	ADD COLUMN IF NOT EXISTS invite_id BIGINT NULL COMMENT 'invitation by which they came 邀请; NULL: by themselves',
	ADD CONSTRAINT application_invite FOREIGN KEY IF NOT EXISTS (invite_id) REFERENCES recruit_invite (id);
