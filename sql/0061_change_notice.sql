-- 0061_change_notice.sql - what was changed of something that people had signed up for: they read it on their pages, and the sender of
-- messages reads it here. One row for each change and thing; a deed that changes three things leaves three rows of one request.

CREATE TABLE IF NOT EXISTS change_notice (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	station_id BIGINT NOT NULL COMMENT 'station',
	about VARCHAR(8) NOT NULL COMMENT 'activity 活动, project 项目' CHECK (about IN ('activity', 'project')),
	target_id BIGINT NOT NULL COMMENT 'the activity or the project',
	what VARCHAR(12) NOT NULL
		COMMENT 'time 时间, place 地点, content 内容, leader 负责人, contact 联系人, phone 电话, intro 介绍, sign_up 报名方式, recruit_to 招募截止, ends_on 结束日期, wanted 人数, duties 岗位描述, position 新岗位, cancelled 取消'
		CHECK (what IN ('time', 'place', 'content', 'leader', 'contact', 'phone', 'intro', 'sign_up', 'recruit_to',
			'ends_on', 'wanted', 'duties', 'position', 'cancelled')),
	thing VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'the position, where it is about one 岗位',
	was VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'how it was 原来; a time as "start/end"; long texts are cut; 个人:职员',
	became VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'how it is 现在, or why it was cancelled; 个人:职员',
	request BINARY(8) NOT NULL COMMENT 'the request that did it, as in audit: one message for all of its rows',
	changed_by BIGINT NULL COMMENT 'staff who changed it',
	changed_at DATETIME NOT NULL COMMENT 'when changed 变更时间',
	PRIMARY KEY (id),
	KEY change_notice_target (about, target_id, id),
	KEY change_notice_station (station_id, id),
	CONSTRAINT change_notice_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT change_notice_by FOREIGN KEY (changed_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what people who signed up must hear of 变更告知; insert-only';
