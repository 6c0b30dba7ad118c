-- 0074_orders.sql - orders 点单: the menu 服务清单, what dispatch must know of an order and of a volunteer, the lists of pages.

CREATE TABLE IF NOT EXISTS service_item (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses and forms',
	station_id BIGINT NULL COMMENT 'station; NULL: offered where a station has no menu of its own',
	name VARCHAR(30) NOT NULL COMMENT 'what is offered 服务名称; always free of charge 无偿; 非个人',
	about VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what it is and what not 说明',
	category VARCHAR(4) NOT NULL COMMENT 'service category 服务类别',
	skill VARCHAR(2) NULL COMMENT 'skill that helps 优先特长 (code list skill)',
	minutes INT NOT NULL DEFAULT 60 COMMENT 'how long it usually takes 大约时长, minutes'
		CHECK (minutes BETWEEN 15 AND 480),
	adults TINYINT NOT NULL DEFAULT 0 COMMENT '1 not for volunteers under 18 须成年志愿者',
	dangerous TINYINT NOT NULL DEFAULT 0 COMMENT '1 only for who is insured that day 有危险, 须有保险',
	urgent TINYINT NOT NULL DEFAULT 0 COMMENT '1 several are asked at once 通常加急',
	state VARCHAR(3) NOT NULL DEFAULT 'on' COMMENT 'on 提供, off 停用' CHECK (state IN ('on', 'off')),
	sort INT NOT NULL DEFAULT 100 COMMENT 'place in the menu 排序',
	PRIMARY KEY (id),
	UNIQUE KEY service_item_uid (uid),
	KEY service_item_menu (station_id, sort, id),
	CONSTRAINT service_item_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what residents may order 服务清单';

INSERT INTO service_item (uid, station_id, name, about, category, skill, minutes, adults, dangerous, urgent, sort) VALUES
	(UNHEX(MD5('zyz item 10')), NULL, '送餐助餐', '把饭菜送到家，帮着热一热', '0017', NULL, 45, 0, 0, 0, 10),
	(UNHEX(MD5('zyz item 20')), NULL, '陪同看病', '陪着去医院，挂号、取药', '0004', '19', 180, 1, 0, 0, 20),
	(UNHEX(MD5('zyz item 30')), NULL, '家电小修', '换灯泡、修水龙头一类小修，材料自备', '0001', '09', 60, 1, 1, 0, 30),
	(UNHEX(MD5('zyz item 40')), NULL, '打扫清洁', '收拾屋子、擦窗户（不登高）', '0001', '14', 90, 0, 0, 0, 40),
	(UNHEX(MD5('zyz item 50')), NULL, '聊天陪伴', '坐一坐，说说话，读读报', '0017', '18', 60, 0, 0, 0, 50),
	(UNHEX(MD5('zyz item 60')), NULL, '上门理发', '上门理发', '0001', '20', 45, 1, 0, 0, 60),
	(UNHEX(MD5('zyz item 70')), NULL, '教用手机', '教视频通话、挂号、防诈骗', '0007', '05', 60, 0, 0, 0, 70),
	(UNHEX(MD5('zyz item 80')), NULL, '代买代办', '买药买菜、代写代办、交费', '0001', NULL, 60, 0, 0, 0, 80),
	(UNHEX(MD5('zyz item 90')), NULL, '关爱孩子', '看护放学的孩子，辅导功课', '0003', '08', 90, 1, 0, 0, 90),
	(UNHEX(MD5('zyz item 95')), NULL, '急事帮忙', '今天就要人帮忙的事（有危险请先打 120、119、110）', '0013', NULL, 60, 1, 0, 1, 95)
ON DUPLICATE KEY UPDATE name = VALUES(name);

ALTER TABLE service_order
	ADD COLUMN IF NOT EXISTS item_id BIGINT NULL COMMENT 'what of the menu 服务项目; NULL: in free words' AFTER need_id,
	ADD COLUMN IF NOT EXISTS wished_part VARCHAR(4) NOT NULL DEFAULT 'any'
		COMMENT 'part of the day: any 都可以, am 上午, pm 下午, eve 晚上'
		CHECK (wished_part IN ('any', 'am', 'pm', 'eve')) AFTER wished_on,
	ADD COLUMN IF NOT EXISTS wants_sex CHAR(1) NULL COMMENT 'who may come 希望来的人: 1 男, 2 女; NULL: no matter'
		CHECK (wants_sex IN ('1', '2')) AFTER wished_part,
	ADD COLUMN IF NOT EXISTS language VARCHAR(2) NULL COMMENT 'what they speak 说的话 (code list spoken); NULL: Chinese; 个人:居民'
		AFTER wants_sex,
	ADD COLUMN IF NOT EXISTS region_code VARCHAR(12) NULL COMMENT 'where to 服务地点所在区划' AFTER address_sealed,
	ADD COLUMN IF NOT EXISTS urgent TINYINT NOT NULL DEFAULT 0 COMMENT '1 several are asked at once 加急' AFTER language,
	ADD COLUMN IF NOT EXISTS visit_from DATETIME NULL COMMENT 'time agreed 约定上门时间' AFTER urgent,
	ADD COLUMN IF NOT EXISTS visit_to DATETIME NULL COMMENT 'until 约定结束时间' AFTER visit_from,
	ADD COLUMN IF NOT EXISTS rounds INT NOT NULL DEFAULT 0 COMMENT 'rounds in which somebody was asked 派单轮次' AFTER escalated,
	ADD COLUMN IF NOT EXISTS open_at DATETIME NULL COMMENT 'put on the open list 开放抢单时间; NULL: it is not there' AFTER rounds,
	ADD COLUMN IF NOT EXISTS contacted_at DATETIME NULL COMMENT 'first contact of volunteer and resident 首次联系时间' AFTER accepted_at,
	ADD COLUMN IF NOT EXISTS started_at DATETIME NULL COMMENT 'when the service began 服务开始时间' AFTER contacted_at,
	ADD COLUMN IF NOT EXISTS activity_id BIGINT NULL COMMENT 'activity it became 对应活动',
	ADD KEY IF NOT EXISTS service_order_recent (station_id, id),
	ADD KEY IF NOT EXISTS service_order_open (station_id, state, open_at),
	ADD KEY IF NOT EXISTS service_order_served (phone_index, state, id),
	ADD UNIQUE KEY IF NOT EXISTS service_order_activity (activity_id),
	ADD CONSTRAINT service_order_item FOREIGN KEY IF NOT EXISTS (item_id) REFERENCES service_item (id),
	ADD CONSTRAINT service_order_region FOREIGN KEY IF NOT EXISTS (region_code) REFERENCES region (code),
	ADD CONSTRAINT service_order_activity FOREIGN KEY IF NOT EXISTS (activity_id) REFERENCES activity (id),
	ADD CONSTRAINT IF NOT EXISTS service_order_visit CHECK (visit_to > visit_from);

ALTER TABLE dispatch
	MODIFY COLUMN sent_by BIGINT NULL COMMENT 'staff who sent it 派单人; NULL: the volunteer took it from the open list, or the next round',
	ADD COLUMN IF NOT EXISTS round INT NOT NULL DEFAULT 0 COMMENT 'round of asking 轮次; 0: taken from the open list' AFTER person_id,
	ADD COLUMN IF NOT EXISTS why VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'why this one 派单理由: words with commas, Lang.order.Why; 非个人' AFTER round,
	ADD KEY IF NOT EXISTS dispatch_asked (person_id, sent_at),
	ADD KEY IF NOT EXISTS dispatch_due (state, answer_by);
