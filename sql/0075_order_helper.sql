-- 0075_order_helper.sql - dispatch 派单: what it knows of a volunteer, who is next, and the keys it looks by.

CREATE TABLE IF NOT EXISTS order_helper (
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	takes VARCHAR(3) NOT NULL DEFAULT 'yes' COMMENT 'yes 愿意接单, no 暂不接单' CHECK (takes IN ('yes', 'no')),
	languages VARCHAR(30) NOT NULL DEFAULT ''
		COMMENT 'besides Chinese 会说的话 (code list spoken), codes with commas; 个人:导出,抹除',
	away_from DATE NULL COMMENT 'on leave from 请假开始; 个人:导出,抹除',
	away_until DATE NULL COMMENT 'last day of the leave 请假结束; 个人:导出,抹除',
	asked_at DATETIME NULL COMMENT 'when last asked 最近派单时间',
	PRIMARY KEY (person_id),
	CONSTRAINT order_helper_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT order_helper_away CHECK (away_until >= away_from)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what dispatch knows of a volunteer 接单设置';

ALTER TABLE service_order
	ADD COLUMN IF NOT EXISTS auto_next TINYINT NOT NULL DEFAULT 1
		COMMENT '1 who does not answer is followed by the next 没接就顺次派' AFTER rounds;

ALTER TABLE volunteer
	ADD KEY IF NOT EXISTS volunteer_orders (station_id, state, person_id, region_code, categories, skills, available);

ALTER TABLE service_order
	ADD KEY IF NOT EXISTS service_order_waits (station_id, state, due_at, id);
