-- 0168_feedback.sql - 投诉建议: whoever wrote to a station follows it by number and key; answered by whom it is not about.

ALTER TABLE complaint
	ADD COLUMN IF NOT EXISTS way VARCHAR(8) NOT NULL DEFAULT 'order'
		COMMENT 'order: a bad rating 评单, feedback: somebody wrote to the station 投诉建议' CHECK (way IN ('order', 'feedback')),
	ADD COLUMN IF NOT EXISTS nature VARCHAR(9) NOT NULL DEFAULT 'complaint'
		COMMENT 'complaint 投诉, advice 建议, praise 表扬' CHECK (nature IN ('complaint', 'advice', 'praise')),
	ADD COLUMN IF NOT EXISTS desk VARCHAR(8) NOT NULL DEFAULT 'station'
		COMMENT 'who answers: station 站点, overseer 上级主管' CHECK (desk IN ('station', 'overseer')),
	ADD COLUMN IF NOT EXISTS reopened_at DATETIME NULL COMMENT 'when it was asked to be looked at again, once 要求再办',
	ADD COLUMN IF NOT EXISTS reopened_why VARCHAR(500) NULL COMMENT 'why 再办理由; 非个人',
	ADD COLUMN IF NOT EXISTS first_result VARCHAR(500) NULL COMMENT 'the answer before that 第一次答复; 非个人',
	MODIFY COLUMN kind VARCHAR(8) NOT NULL COMMENT 'hours 时长, team 队伍, project 项目, person 人员, service 服务, station 站点'
		CHECK (kind IN ('hours', 'team', 'project', 'person', 'service', 'station')),
	MODIFY COLUMN state VARCHAR(12) NOT NULL DEFAULT 'open'
		COMMENT 'open 核查中, upheld 属实, rejected 不属实, answered 已答复, withdrawn 已撤回'
		CHECK (state IN ('open', 'upheld', 'rejected', 'answered', 'withdrawn')),
	ADD KEY IF NOT EXISTS complaint_desk (station_id, way, desk, id),
	ADD KEY IF NOT EXISTS complaint_desk_state (station_id, way, desk, state, id);

CREATE TABLE IF NOT EXISTS complaint_staff (
	complaint_id BIGINT NOT NULL COMMENT 'complaint',
	staff_id BIGINT NOT NULL COMMENT 'staff it names or is about, who neither reads nor answers it 被投诉的工作人员',
	PRIMARY KEY (complaint_id, staff_id),
	KEY complaint_staff_of (staff_id),
	CONSTRAINT complaint_staff_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
	CONSTRAINT complaint_staff_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='whom a complaint is about among staff 投诉所涉工作人员; insert-only';
