-- 0080_need_reply.sql - who asks is answered, always (志愿服务条例 art. 13): each need has a day by which, somebody who sees to it, and
-- what was answered; what was changed of it stays readable; of two that are one, one points to the other.

ALTER TABLE need
	ADD COLUMN IF NOT EXISTS owner_id BIGINT NULL COMMENT 'staff who sees to it 负责人' AFTER registered_by,
	ADD COLUMN IF NOT EXISTS reply_by DATE NOT NULL DEFAULT (CURDATE() + INTERVAL 7 DAY)
		COMMENT 'day by which an answer is due 答复期限' AFTER owner_id,
	ADD COLUMN IF NOT EXISTS answer VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what was answered 答复内容; 个人:居民' AFTER reply_by,
	ADD COLUMN IF NOT EXISTS answer_how VARCHAR(8) NULL
		COMMENT 'how 答复方式: phone 电话, visit 上门, wechat 微信, notice 公开答复'
		CHECK (answer_how IN ('phone', 'visit', 'wechat', 'notice')) AFTER answer,
	ADD COLUMN IF NOT EXISTS answered_by BIGINT NULL COMMENT 'staff who answered 答复人' AFTER answer_how,
	ADD COLUMN IF NOT EXISTS merged_into BIGINT NULL COMMENT 'the need that it is the same as 并入的需求' AFTER answered_by,
	MODIFY COLUMN state VARCHAR(12) NOT NULL DEFAULT 'to_verify'
		COMMENT 'to_verify 待核实, verified 已核实, in_project 已立项, done 已办结, declined 不予受理, merged 已合并'
		CHECK (state IN ('to_verify', 'verified', 'in_project', 'done', 'declined', 'merged')),
	ADD KEY IF NOT EXISTS need_reply (station_id, reply_by, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS need_owner (owner_id) REFERENCES staff (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS need_answered_by (answered_by) REFERENCES staff (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS need_merged_into (merged_into) REFERENCES need (id),
	ADD CONSTRAINT IF NOT EXISTS need_merged CHECK (state <> 'merged' OR merged_into IS NOT NULL);
UPDATE need SET reply_by = DATE(registered_at) + INTERVAL 7 DAY;

CREATE TABLE IF NOT EXISTS need_change (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	need_id BIGINT NOT NULL COMMENT 'need',
	at DATETIME NOT NULL COMMENT 'when 修改时间',
	staff_id BIGINT NOT NULL COMMENT 'who 修改人',
	field VARCHAR(16) NOT NULL COMMENT 'the field of its form 修改项',
	was VARCHAR(1000) NULL COMMENT 'before 修改前; NULL for what is sealed; 个人:居民',
	became VARCHAR(1000) NULL COMMENT 'after 修改后; NULL for what is sealed; 个人:居民',
	PRIMARY KEY (id),
	KEY need_change_need (need_id, id),
	CONSTRAINT need_change_need FOREIGN KEY (need_id) REFERENCES need (id),
	CONSTRAINT need_change_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='changes of needs, insert-only 需求修改记录';
