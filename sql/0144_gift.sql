-- 0144_gift.sql - redemption 兑换: what stands on a station's shelf, who exchanged what for it, and what partners offer.

ALTER TABLE gift
	ADD COLUMN IF NOT EXISTS kind VARCHAR(8) NOT NULL DEFAULT 'thing'
		COMMENT 'thing 物品, service 服务' CHECK (kind IN ('thing', 'service')) AFTER station_id,
	ADD COLUMN IF NOT EXISTS about VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what it is 说明' AFTER name,
	ADD COLUMN IF NOT EXISTS taken INT NOT NULL DEFAULT 0
		COMMENT 'exchanged and not given back 已兑换' CHECK (taken >= 0) AFTER stock,
	ADD COLUMN IF NOT EXISTS entered_by BIGINT NULL COMMENT 'staff who put it there 上架人' AFTER state,
	ADD KEY IF NOT EXISTS gift_shelf (station_id, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS gift_entered_by (entered_by) REFERENCES staff (id),
	ADD CONSTRAINT IF NOT EXISTS gift_has_price CHECK (points IS NOT NULL OR minutes IS NOT NULL),
	ADD CONSTRAINT IF NOT EXISTS gift_worth CHECK (value_fen >= 0);

CREATE TABLE IF NOT EXISTS gift_exchange (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form: sent twice, exchanged once',
	station_id BIGINT NOT NULL COMMENT 'station',
	gift_id BIGINT NOT NULL COMMENT 'what is given',
	account_id BIGINT NULL COMMENT 'green account that paid points 绿色账户',
	person_id BIGINT NULL COMMENT 'volunteer who paid hours 志愿者',
	points INT NULL COMMENT 'points paid 积分; NULL: paid by hours' CHECK (points > 0),
	minutes INT NULL COMMENT 'saved time paid 时长, minutes; NULL: paid by points' CHECK (minutes > 0),
	year SMALLINT NULL COMMENT 'year whose points were paid 年度',
	code VARCHAR(6) NOT NULL COMMENT 'six letters by which it is picked up 领取码; 非个人',
	state VARCHAR(10) NOT NULL DEFAULT 'waiting'
		COMMENT 'waiting 待领取, handed 已领取, lapsed 逾期退回, cancelled 已取消'
		CHECK (state IN ('waiting', 'handed', 'lapsed', 'cancelled')),
	waiting_code VARCHAR(6) AS (IF(state = 'waiting', code, NULL)) STORED
		COMMENT 'the code while it waits: once at a station',
	asked_at DATETIME NOT NULL COMMENT 'when exchanged 兑换时间',
	until_on DATE NOT NULL COMMENT 'last day to pick it up 领取截止',
	closed_at DATETIME NULL COMMENT 'when picked up or given back 办结时间',
	closed_by BIGINT NULL COMMENT 'staff who handed it out or took it back 经办人',
	reason VARCHAR(200) NULL COMMENT 'why cancelled 取消原因; 非个人',
	PRIMARY KEY (id),
	UNIQUE KEY gift_exchange_uid (uid),
	UNIQUE KEY gift_exchange_code (waiting_code, station_id),
	KEY gift_exchange_station (station_id, id),
	KEY gift_exchange_state (station_id, state, id),
	KEY gift_exchange_account (account_id, id),
	KEY gift_exchange_person (person_id, id),
	KEY gift_exchange_due (state, until_on, id),
	CONSTRAINT gift_exchange_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT gift_exchange_gift FOREIGN KEY (gift_id) REFERENCES gift (id),
	CONSTRAINT gift_exchange_account FOREIGN KEY (account_id) REFERENCES green_account (id),
	CONSTRAINT gift_exchange_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT gift_exchange_closed_by FOREIGN KEY (closed_by) REFERENCES staff (id),
	CONSTRAINT gift_exchange_paid CHECK ((points IS NOT NULL) = (minutes IS NULL)
		AND (points IS NOT NULL) = (account_id IS NOT NULL)
		AND (points IS NOT NULL) = (year IS NOT NULL)
		AND (minutes IS NOT NULL) = (person_id IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='exchanges for gifts 兑换记录';

CREATE TABLE IF NOT EXISTS partner_offer (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station that agreed on it',
	partner VARCHAR(60) NOT NULL COMMENT 'who offers it 合作单位',
	offer VARCHAR(200) NOT NULL COMMENT 'what is offered 优待内容',
	star_from TINYINT NOT NULL DEFAULT 0 COMMENT 'from which star on 起始星级; 0: any'
		CHECK (star_from BETWEEN 0 AND 5),
	hours_from INT NOT NULL DEFAULT 0 COMMENT 'from how many effective hours on 起始时长; 0: any'
		CHECK (hours_from >= 0),
	valid_until DATE NOT NULL COMMENT 'last day 有效期至',
	state VARCHAR(8) NOT NULL DEFAULT 'on' COMMENT 'on 有效, off 已停止'
		CHECK (state IN ('on', 'off')),
	entered_by BIGINT NOT NULL COMMENT 'staff who entered it 登记人',
	entered_at DATETIME NOT NULL COMMENT 'when entered 登记时间',
	PRIMARY KEY (id),
	UNIQUE KEY partner_offer_uid (uid),
	KEY partner_offer_station (station_id, id),
	KEY partner_offer_valid (station_id, state, valid_until, id),
	CONSTRAINT partner_offer_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT partner_offer_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what partners offer volunteers 合作单位优待';
