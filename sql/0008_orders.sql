-- 0008_orders.sql - orders 点单-派单-接单-评单, pairings, complaints, time bank, green account.

CREATE TABLE IF NOT EXISTS service_order (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'from the one-time form key: sent twice, stored once',
	no VARCHAR(24) NOT NULL COMMENT 'order number 订单编号',
	key_hash BINARY(32) NOT NULL
		COMMENT 'SHA-256 of the key k, by which the resident follows it',
	station_id BIGINT NOT NULL COMMENT 'station',
	household_id BIGINT NULL COMMENT 'household on file',
	need_id BIGINT NULL COMMENT 'row of the need ledger it became',
	name_sealed VARBINARY(300) NOT NULL COMMENT 'name 姓名, sealed',
	phone_sealed VARBINARY(200) NOT NULL COMMENT 'phone 电话, sealed',
	phone_index BINARY(32) NOT NULL COMMENT 'keyed digest of the phone',
	address_sealed VARBINARY(600) NULL COMMENT 'address 住址, sealed',
	target_group VARCHAR(2) NULL COMMENT 'group 人群类别 (code list recipient)',
	category VARCHAR(4) NOT NULL COMMENT 'service category 服务类别',
	detail VARCHAR(1000) NOT NULL COMMENT 'what is wanted 需求说明',
	wished_on DATE NULL COMMENT 'wished day 期望日期',
	channel VARCHAR(8) NOT NULL DEFAULT 'web' COMMENT 'web 网页, phone 电话, visit 走访, desk 窗口'
		CHECK (channel IN ('web', 'phone', 'visit', 'desk')),
	by_proxy TINYINT NOT NULL DEFAULT 0 COMMENT '1 ordered for another person 代点',
	consent_at DATETIME NOT NULL COMMENT 'when consent to the use of the data was given',
	state VARCHAR(12) NOT NULL DEFAULT 'to_accept'
		COMMENT 'to_accept 待受理, to_dispatch 待派单, dispatched 已派单, taken 已接单, serving 服务中, to_rate 待评价, done 已办结, declined 不予受理, cancelled 已撤销'
		CHECK (state IN ('to_accept', 'to_dispatch', 'dispatched', 'taken', 'serving',
			'to_rate', 'done',
			'declined', 'cancelled')),
	due_at DATETIME NULL COMMENT 'limit of the present step 办理时限',
	escalated TINYINT NOT NULL DEFAULT 0 COMMENT 'times a limit ran out 超时升级次数',
	decline_reason VARCHAR(200) NULL COMMENT 'why not taken up 不予受理原因',
	accepted_by BIGINT NULL COMMENT 'staff who accepted it 受理人',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when ordered 点单时间',
	created_by BIGINT NULL COMMENT 'staff who took it down; NULL: by the resident',
	accepted_at DATETIME NULL COMMENT 'when accepted 受理时间',
	served_at DATETIME NULL COMMENT 'when served 服务完成时间',
	closed_at DATETIME NULL COMMENT 'when closed 办结时间',
	PRIMARY KEY (id),
	UNIQUE KEY service_order_uid (uid),
	UNIQUE KEY service_order_no (no),
	KEY service_order_station (station_id, state, id),
	KEY service_order_due (state, due_at),
	KEY service_order_phone (phone_index, id),
	CONSTRAINT service_order_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT service_order_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT service_order_need FOREIGN KEY (need_id) REFERENCES need (id),
	CONSTRAINT service_order_accepted_by FOREIGN KEY (accepted_by) REFERENCES staff (id),
	CONSTRAINT service_order_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT service_order_decline_has_reason CHECK (state <> 'declined'
		OR decline_reason IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='orders of residents 点单';

CREATE TABLE IF NOT EXISTS dispatch (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	order_id BIGINT NOT NULL COMMENT 'order',
	station_id BIGINT NOT NULL COMMENT 'station',
	team_id BIGINT NULL COMMENT 'team it was sent to 受派队伍',
	person_id BIGINT NULL COMMENT 'volunteer it was sent to, or who took it 受派志愿者',
	state VARCHAR(12) NOT NULL DEFAULT 'sent'
		COMMENT 'sent 已派单, accepted 已接单, declined 已拒接, expired 超时未接, recalled 已收回'
		CHECK (state IN ('sent', 'accepted', 'declined', 'expired', 'recalled')),
	accepted_order BIGINT AS (IF(state = 'accepted', order_id, NULL)) STORED
		COMMENT 'the order while accepted: at most one accepted dispatch for an order',
	sent_by BIGINT NOT NULL COMMENT 'staff who sent it 派单人',
	sent_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when sent 派单时间',
	answer_by DATETIME NULL COMMENT 'limit for the answer 接单时限',
	answered_at DATETIME NULL COMMENT 'when answered 接单时间',
	reason VARCHAR(200) NULL COMMENT 'why declined or recalled 原因',
	PRIMARY KEY (id),
	UNIQUE KEY dispatch_uid (uid),
	UNIQUE KEY dispatch_one_accepted (accepted_order),
	KEY dispatch_order (order_id, id),
	KEY dispatch_person (person_id, state, id),
	KEY dispatch_station (station_id, state, id),
	CONSTRAINT dispatch_order FOREIGN KEY (order_id) REFERENCES service_order (id),
	CONSTRAINT dispatch_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT dispatch_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT dispatch_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT dispatch_sent_by FOREIGN KEY (sent_by) REFERENCES staff (id),
	CONSTRAINT dispatch_to_someone CHECK (team_id IS NOT NULL OR person_id IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='orders sent to volunteers 派单与接单';

CREATE TABLE IF NOT EXISTS rating (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	order_id BIGINT NOT NULL COMMENT 'order',
	station_id BIGINT NOT NULL COMMENT 'station',
	person_id BIGINT NULL COMMENT 'volunteer who served',
	score TINYINT NOT NULL COMMENT '5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意'
		CHECK (score BETWEEN 1 AND 5),
	comment VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'words 评价内容',
	by_staff TINYINT NOT NULL DEFAULT 0 COMMENT '1 asked by telephone by staff 电话回访',
	at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when 评价时间',
	PRIMARY KEY (id),
	UNIQUE KEY rating_order (order_id),
	KEY rating_station (station_id, at),
	KEY rating_person (person_id, at),
	CONSTRAINT rating_order FOREIGN KEY (order_id) REFERENCES service_order (id),
	CONSTRAINT rating_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT rating_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='ratings by residents 评单';

CREATE TABLE IF NOT EXISTS pairing (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'pairing number 结对编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	household_id BIGINT NOT NULL COMMENT 'person helped 结对对象',
	person_id BIGINT NOT NULL COMMENT 'main volunteer 主责志愿者',
	helper_id BIGINT NULL COMMENT 'second volunteer 协助志愿者',
	services VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'kinds of help 服务内容',
	frequency VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'how often 频次',
	agreement_no VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'agreement 协议号',
	starts_on DATE NOT NULL COMMENT 'first day 开始日期',
	ends_on DATE NULL COMMENT 'last day 结束日期',
	state VARCHAR(8) NOT NULL DEFAULT 'active' COMMENT 'active 结对中, ended 已结束'
		CHECK (state IN ('active', 'ended')),
	created_by BIGINT NOT NULL COMMENT 'staff who made it',
	PRIMARY KEY (id),
	UNIQUE KEY pairing_uid (uid),
	UNIQUE KEY pairing_no (no),
	KEY pairing_station (station_id, state, id),
	KEY pairing_person (person_id, state),
	CONSTRAINT pairing_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT pairing_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT pairing_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT pairing_helper FOREIGN KEY (helper_id) REFERENCES person (id),
	CONSTRAINT pairing_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
	CONSTRAINT pairing_two_volunteers CHECK (helper_id <> person_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='pairs of volunteer and household 结对帮扶';

CREATE TABLE IF NOT EXISTS pairing_visit (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	pairing_id BIGINT NOT NULL COMMENT 'pairing',
	station_id BIGINT NOT NULL COMMENT 'station',
	visited_on DATE NOT NULL COMMENT 'day 日期',
	mode VARCHAR(8) NOT NULL DEFAULT 'home' COMMENT 'home 入户, phone 电话, other 其他'
		CHECK (mode IN ('home', 'phone', 'other')),
	content VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what was done 服务内容',
	problems VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'problems found 发现问题',
	minutes INT NOT NULL DEFAULT 0
		COMMENT 'time 时长, minutes; counts only through a service record',
	signed TINYINT NOT NULL DEFAULT 0 COMMENT '1 signed by the person helped 对象签字',
	next_on DATE NULL COMMENT 'next visit 下次日期',
	entered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY pairing_visit_uid (uid),
	KEY pairing_visit_pairing (pairing_id, visited_on),
	KEY pairing_visit_station (station_id, visited_on),
	CONSTRAINT pairing_visit_pairing FOREIGN KEY (pairing_id) REFERENCES pairing (id),
	CONSTRAINT pairing_visit_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='visits of pairings 结对走访';

CREATE TABLE IF NOT EXISTS complaint (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	no VARCHAR(24) NOT NULL COMMENT 'case number 投诉编号',
	station_id BIGINT NOT NULL COMMENT 'station',
	kind VARCHAR(8) NOT NULL COMMENT 'hours 时长, team 队伍, project 项目, person 人员, service 服务'
		CHECK (kind IN ('hours', 'team', 'project', 'person', 'service')),
	order_id BIGINT NULL COMMENT 'order it is about',
	about VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'whom or what it is about 被投诉对象',
	name_sealed VARBINARY(300) NULL COMMENT 'who complains 投诉人, sealed',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone, sealed',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone',
	content VARCHAR(1000) NOT NULL COMMENT 'what is wrong 内容',
	raised_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when 日期',
	due_on DATE NULL COMMENT 'last day for the answer 办理期限',
	state VARCHAR(12) NOT NULL DEFAULT 'open'
		COMMENT 'open 核查中, upheld 属实, rejected 不属实, withdrawn 已撤回'
		CHECK (state IN ('open', 'upheld', 'rejected', 'withdrawn')),
	result VARCHAR(500) NULL COMMENT 'what was found and done 核查结果',
	handled_by BIGINT NULL COMMENT 'staff who decided 办理人',
	closed_at DATETIME NULL COMMENT 'when closed 办结时间',
	PRIMARY KEY (id),
	UNIQUE KEY complaint_uid (uid),
	UNIQUE KEY complaint_no (no),
	KEY complaint_station (station_id, state, id),
	CONSTRAINT complaint_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT complaint_order FOREIGN KEY (order_id) REFERENCES service_order (id),
	CONSTRAINT complaint_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='complaints 投诉';

CREATE TABLE IF NOT EXISTS timebank_account (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	kind VARCHAR(8) NOT NULL
		COMMENT 'person 个人, pool 公益池, mint 发行: where earned time comes from'
		CHECK (kind IN ('person', 'pool', 'mint')),
	station_id BIGINT NOT NULL COMMENT 'station that keeps it',
	person_id BIGINT NULL COMMENT 'owner of a person''s account',
	balance_minutes BIGINT NOT NULL DEFAULT 0
		COMMENT 'balance 余额, minutes; moved with each entry',
	floor_minutes BIGINT NOT NULL DEFAULT 0
		COMMENT 'never below 下限, minutes; far below zero for the mint',
	opened_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when opened 开户时间',
	closed_at DATETIME NULL COMMENT 'when closed 销户时间',
	PRIMARY KEY (id),
	UNIQUE KEY timebank_account_uid (uid),
	UNIQUE KEY timebank_account_person (person_id),
	KEY timebank_account_station (station_id, kind, id),
	CONSTRAINT timebank_account_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT timebank_account_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT timebank_account_owner CHECK ((kind = 'person') = (person_id IS NOT NULL)),
	CONSTRAINT timebank_account_floor CHECK (balance_minutes >= floor_minutes)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='accounts of the time bank 时间银行账户';

CREATE TABLE IF NOT EXISTS timebank_entry (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id of the transfer: sent twice, booked once',
	from_id BIGINT NOT NULL COMMENT 'account debited 转出账户',
	to_id BIGINT NOT NULL
		COMMENT 'account credited 转入账户; one row holds both sides, so they sum to zero',
	minutes BIGINT NOT NULL COMMENT 'time moved 时长, minutes' CHECK (minutes > 0),
	kind VARCHAR(8) NOT NULL
		COMMENT 'earn 存入, spend 支取, give 赠与, donate 捐赠, return 退回, lapse 过期'
		CHECK (kind IN ('earn', 'spend', 'give', 'donate', 'return', 'lapse')),
	station_id BIGINT NOT NULL COMMENT 'station',
	record_id BIGINT NULL COMMENT 'service record that earned it',
	order_id BIGINT NULL COMMENT 'order it was spent on',
	gift_id BIGINT NULL COMMENT 'gift it was spent on',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'note 说明',
	at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when 时间',
	entered_by BIGINT NULL COMMENT 'staff who booked it; NULL: the owner or the system',
	PRIMARY KEY (id),
	UNIQUE KEY timebank_entry_uid (uid),
	UNIQUE KEY timebank_entry_record (record_id, kind),
	KEY timebank_entry_from (from_id, id),
	KEY timebank_entry_to (to_id, id),
	KEY timebank_entry_station (station_id, id),
	CONSTRAINT timebank_entry_from FOREIGN KEY (from_id) REFERENCES timebank_account (id),
	CONSTRAINT timebank_entry_to FOREIGN KEY (to_id) REFERENCES timebank_account (id),
	CONSTRAINT timebank_entry_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT timebank_entry_record FOREIGN KEY (record_id) REFERENCES service_record (id),
	CONSTRAINT timebank_entry_order FOREIGN KEY (order_id) REFERENCES service_order (id),
	CONSTRAINT timebank_entry_gift FOREIGN KEY (gift_id) REFERENCES gift (id),
	CONSTRAINT timebank_entry_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
	CONSTRAINT timebank_entry_two_accounts CHECK (from_id <> to_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='transfers of the time bank, insert-only 时间银行流水';

CREATE TABLE IF NOT EXISTS green_entry (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id of the scan or form: sent twice, booked once',
	station_id BIGINT NOT NULL COMMENT 'station',
	household_id BIGINT NOT NULL COMMENT 'household with the card 绿色账户',
	kind VARCHAR(8) NOT NULL COMMENT 'drop 分类投放, exchange 兑换, lapse 年底清零, amend 更正'
		CHECK (kind IN ('drop', 'exchange', 'lapse', 'amend')),
	points INT NOT NULL COMMENT 'points 积分, below zero when given out' CHECK (points <> 0),
	gift_id BIGINT NULL COMMENT 'what they were exchanged for',
	happened_on DATE NOT NULL COMMENT 'day 日期',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'note 说明',
	entered_by BIGINT NULL COMMENT 'staff who booked it',
	entered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when booked',
	PRIMARY KEY (id),
	UNIQUE KEY green_entry_uid (uid),
	KEY green_entry_household (household_id, happened_on, id),
	KEY green_entry_station (station_id, happened_on, id),
	CONSTRAINT green_entry_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT green_entry_household FOREIGN KEY (household_id) REFERENCES household (id),
	CONSTRAINT green_entry_gift FOREIGN KEY (gift_id) REFERENCES gift (id),
	CONSTRAINT green_entry_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='points of the green account, insert-only 绿色账户流水';
