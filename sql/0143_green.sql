-- 0143_green.sql - green accounts 绿色账户: an account for each household that takes part, its card, who may check, what was
-- dropped, and points that live within their year. Nothing ever wrote green_entry, so it is made anew.

CREATE TABLE IF NOT EXISTS green_account (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form: sent twice, stored once',
	no VARCHAR(24) NOT NULL COMMENT 'number of the account 绿色账户号',
	station_id BIGINT NOT NULL COMMENT 'station that keeps it',
	place_sealed VARBINARY(600) NOT NULL COMMENT 'which home it is 门牌, sealed; 个人:居民',
	household_id BIGINT NULL COMMENT 'file of the household 服务对象档案, if there is one',
	person_id BIGINT NULL COMMENT 'who of the household is told 联系人, if registered here',
	state VARCHAR(8) NOT NULL DEFAULT 'open' COMMENT 'open 使用中, closed 已销户'
		CHECK (state IN ('open', 'closed')),
	open_household BIGINT AS (IF(state = 'open', household_id, NULL)) STORED
		COMMENT 'the household while open: at most one account of a household',
	opened_at DATETIME NOT NULL COMMENT 'when opened 开户时间',
	opened_by BIGINT NOT NULL COMMENT 'staff who opened it 开户人',
	closed_at DATETIME NULL COMMENT 'when closed 销户时间',
	close_reason VARCHAR(200) NULL COMMENT 'why closed 销户原因; 非个人',
	PRIMARY KEY (id),
	UNIQUE KEY green_account_uid (uid),
	UNIQUE KEY green_account_no (no),
	UNIQUE KEY green_account_open (open_household),
	KEY green_account_station (station_id, id),
	KEY green_account_state (station_id, state, id),
	KEY green_account_person (person_id, id),
	CONSTRAINT green_account_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT green_account_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT green_account_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT green_account_opened_by FOREIGN KEY (opened_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='green accounts of households 绿色账户';

CREATE TABLE IF NOT EXISTS green_card (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id; the token of the QR code is made of it by the installation''s own key',
	account_id BIGINT NOT NULL COMMENT 'account',
	token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token',
	state VARCHAR(8) NOT NULL DEFAULT 'live' COMMENT 'live 使用中, revoked 已作废'
		CHECK (state IN ('live', 'revoked')),
	live_account BIGINT AS (IF(state = 'live', account_id, NULL)) STORED
		COMMENT 'the account while live: at most one card of an account',
	made_at DATETIME NOT NULL COMMENT 'when made 制卡时间',
	made_by BIGINT NOT NULL COMMENT 'staff who made it 制卡人',
	revoked_at DATETIME NULL COMMENT 'when revoked 作废时间',
	reason VARCHAR(200) NULL COMMENT 'why revoked 作废原因; 非个人',
	PRIMARY KEY (id),
	UNIQUE KEY green_card_uid (uid),
	UNIQUE KEY green_card_token (token_hash),
	UNIQUE KEY green_card_live (live_account),
	KEY green_card_account (account_id, id),
	CONSTRAINT green_card_account FOREIGN KEY (account_id) REFERENCES green_account (id),
	CONSTRAINT green_card_made_by FOREIGN KEY (made_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='cards of green accounts 绿色账户卡';

CREATE TABLE IF NOT EXISTS green_duty (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	station_id BIGINT NOT NULL COMMENT 'station whose cards they check',
	person_id BIGINT NOT NULL COMMENT 'volunteer who checks 值守志愿者',
	given_by BIGINT NOT NULL COMMENT 'staff who gave it 指定人',
	given_at DATETIME NOT NULL COMMENT 'since when 指定时间',
	ended_at DATETIME NULL COMMENT 'when it ended 结束时间',
	live_person BIGINT AS (IF(ended_at IS NULL, person_id, NULL)) STORED
		COMMENT 'the person while it lasts: once at a station',
	PRIMARY KEY (id),
	UNIQUE KEY green_duty_uid (uid),
	UNIQUE KEY green_duty_live (live_person, station_id),
	KEY green_duty_person (person_id, id),
	KEY green_duty_station (station_id, ended_at, id),
	CONSTRAINT green_duty_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT green_duty_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT green_duty_given_by FOREIGN KEY (given_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='volunteers who check drops 绿色账户值守';

CREATE TABLE IF NOT EXISTS green_day (
	account_id BIGINT NOT NULL COMMENT 'account',
	day DATE NOT NULL COMMENT 'day 日期',
	drops INT NOT NULL DEFAULT 0 COMMENT 'drops that counted 计分次数' CHECK (drops >= 0),
	PRIMARY KEY (account_id, day),
	CONSTRAINT green_day_account FOREIGN KEY (account_id) REFERENCES green_account (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what an account had in a day: whoever books a drop holds this row 绿色账户日计数';

CREATE TABLE IF NOT EXISTS green_year (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	account_id BIGINT NOT NULL COMMENT 'account',
	year SMALLINT NOT NULL COMMENT 'year in Beijing 年度',
	station_id BIGINT NOT NULL COMMENT 'station',
	earned INT NOT NULL DEFAULT 0 COMMENT 'points of drops 投放所得' CHECK (earned >= 0),
	points INT NOT NULL DEFAULT 0 COMMENT 'points left 可用积分: the sum of the year''s entries'
		CHECK (points >= 0),
	told_at DATETIME NULL COMMENT 'when somebody was told that they lapse 到期提醒时间',
	closed_at DATETIME NULL COMMENT 'when what was left lapsed 清零时间',
	PRIMARY KEY (id),
	UNIQUE KEY green_year_account (account_id, year),
	KEY green_year_open (closed_at, year, id),
	KEY green_year_untold (year, told_at, points, id),
	KEY green_year_station (station_id, year, id),
	CONSTRAINT green_year_account FOREIGN KEY (account_id) REFERENCES green_account (id),
	CONSTRAINT green_year_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT green_year_closed_empty CHECK (closed_at IS NULL OR points = 0)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='points of an account in a year; they lapse with it 绿色账户年度积分';

DROP TABLE IF EXISTS green_entry;
CREATE TABLE IF NOT EXISTS green_entry (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id of the scan or form: sent twice, booked once',
	station_id BIGINT NOT NULL COMMENT 'station',
	account_id BIGINT NOT NULL COMMENT 'account',
	year SMALLINT NOT NULL COMMENT 'year whose points they are 年度',
	kind VARCHAR(8) NOT NULL
		COMMENT 'drop 分类投放, exchange 兑换, back 退回, donate 捐赠, lapse 年底清零, amend 更正'
		CHECK (kind IN ('drop', 'exchange', 'back', 'donate', 'lapse', 'amend')),
	result VARCHAR(8) NOT NULL DEFAULT 'booked'
		COMMENT 'of a drop: counted 计分, wrong 分类不正确, gap 刚计过分, limit 当日已满, full 全年已满, over 年度已结束; of others booked 已记'
		CHECK (result IN ('counted', 'wrong', 'gap', 'limit', 'full', 'over', 'booked')),
	points INT NOT NULL COMMENT 'points 积分, below zero when given out; 0: noted without any',
	happened_at DATETIME NOT NULL
		COMMENT 'when 时间; of a phone whose clock is wrong, put right by what it showed when handed in',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'reason of an amendment 说明; 非个人',
	exchange_id BIGINT NULL COMMENT 'exchange it paid or was given back for; row of gift_exchange',
	card_id BIGINT NULL COMMENT 'card that was read; NULL: its number was typed',
	offline TINYINT NOT NULL DEFAULT 0 COMMENT '1 was noted without a network 离线记录',
	checker_id BIGINT NULL COMMENT 'volunteer who checked 检查人',
	entered_by BIGINT NULL COMMENT 'staff who checked or booked it',
	entered_at DATETIME NOT NULL COMMENT 'when booked',
	counted_account BIGINT AS (IF(result = 'counted', account_id, NULL)) STORED
		COMMENT 'the account of a drop that counted: what the gap between two looks at',
	lapse_account BIGINT AS (IF(kind = 'lapse', account_id, NULL)) STORED
		COMMENT 'the account of a lapse: once a year',
	PRIMARY KEY (id),
	UNIQUE KEY green_entry_uid (uid),
	UNIQUE KEY green_entry_lapse (lapse_account, year),
	KEY green_entry_counted (counted_account, happened_at),
	KEY green_entry_account (account_id, id),
	KEY green_entry_year (account_id, year),
	KEY green_entry_station (station_id, kind, happened_at, id),
	KEY green_entry_checker (checker_id, id),
	CONSTRAINT green_entry_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT green_entry_account FOREIGN KEY (account_id) REFERENCES green_account (id),
	CONSTRAINT green_entry_card FOREIGN KEY (card_id) REFERENCES green_card (id),
	CONSTRAINT green_entry_checker FOREIGN KEY (checker_id) REFERENCES person (id),
	CONSTRAINT green_entry_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
	CONSTRAINT green_entry_sign CHECK (points = 0
		OR (kind IN ('drop', 'back')) = (points > 0) OR kind = 'amend'),
	CONSTRAINT green_entry_drop CHECK ((kind = 'drop') = (result <> 'booked')),
	CONSTRAINT green_entry_counted_points CHECK (result NOT IN ('wrong', 'gap', 'limit', 'full', 'over')
		OR points = 0)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='points of the green account, insert-only 绿色账户流水';
