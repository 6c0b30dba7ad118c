-- 0135_bank.sql - the time bank 时间银行: rules by division, accounts of a station beside those of people, withdrawals, proofs of
-- kinship, how far the ledger was followed.

ALTER TABLE timebank_account
	MODIFY COLUMN kind VARCHAR(8) NOT NULL
		COMMENT 'person 个人, pool 公益池, mint 发行: where earned time comes from and spent time goes, hold 预留, debt 待补: what stands in for time that was spent and whose record fell'
		CHECK (kind IN ('person', 'pool', 'mint', 'hold', 'debt')),
	ADD COLUMN IF NOT EXISTS debt_minutes BIGINT NOT NULL DEFAULT 0
		COMMENT 'owed 待补时长, minutes: time whose record fell after it was spent; blocks spending, later time pays it' AFTER floor_minutes,
	ADD COLUMN IF NOT EXISTS station_kind VARCHAR(8) AS (IF(kind = 'person', NULL, kind)) VIRTUAL
		COMMENT 'kind of a station''s account: one of each',
	ADD UNIQUE KEY IF NOT EXISTS timebank_account_one (station_id, station_kind),
	ADD KEY IF NOT EXISTS timebank_account_balance (station_id, kind, balance_minutes, id),
	ADD CONSTRAINT IF NOT EXISTS timebank_account_debt CHECK (debt_minutes >= 0 AND (debt_minutes = 0 OR kind IN ('person', 'pool')));

CREATE TABLE IF NOT EXISTS timebank_rule (
	region_code VARCHAR(12) NOT NULL COMMENT 'division; for a station that one holds which is nearest to it',
	state VARCHAR(3) NOT NULL DEFAULT 'off' COMMENT 'on 已开通, off 未开通' CHECK (state IN ('on', 'off')),
	preset VARCHAR(8) NOT NULL DEFAULT 'own' COMMENT 'what it began as: nanjing 南京, beijing 北京, qingdao 青岛, own 自定'
		CHECK (preset IN ('nanjing', 'beijing', 'qingdao', 'own')),
	age_from INT NOT NULL DEFAULT 18 COMMENT 'who saves is so old 储蓄年龄, years' CHECK (age_from BETWEEN 8 AND 100),
	minors VARCHAR(8) NOT NULL DEFAULT 'no'
		COMMENT 'who is younger: no 不储蓄, consent 监护人同意, led 监护人同意并陪同' CHECK (minors IN ('no', 'consent', 'led')),
	categories VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'service categories that count 计入的服务类别, codes with commas; empty: all',
	cap_minutes BIGINT NOT NULL DEFAULT 90000 COMMENT 'most that a person holds 上限, minutes; 0: no limit' CHECK (cap_minutes >= 0),
	beyond VARCHAR(4) NOT NULL DEFAULT 'none' COMMENT 'what is above: none 只记荣誉时长, pool 转入公益池' CHECK (beyond IN ('none', 'pool')),
	team VARCHAR(6) NOT NULL DEFAULT 'person' COMMENT 'hours in activities of a team: person 记个人, pool 只捐公益池, none 不计'
		CHECK (team IN ('person', 'pool', 'none')),
	draw_age INT NOT NULL DEFAULT 60 COMMENT 'who withdraws for themselves is so old 本人支取年龄, years' CHECK (draw_age BETWEEN 18 AND 100),
	kin TINYINT NOT NULL DEFAULT 1 COMMENT '1 for relatives whose kinship is proved, too 可赠直系亲属' CHECK (kin IN (0, 1)),
	pool_age INT NOT NULL DEFAULT 80 COMMENT 'the pool serves who is so old 公益池服务年龄, years; hard cases at any age' CHECK (pool_age BETWEEN 60 AND 100),
	changed_by BIGINT NOT NULL COMMENT 'overseer who set it',
	changed_at DATETIME NOT NULL COMMENT 'when',
	PRIMARY KEY (region_code),
	CONSTRAINT timebank_rule_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT timebank_rule_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rules of the time bank by division 时间银行规则';

CREATE TABLE IF NOT EXISTS timebank_kin (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station that saw the document',
	person_id BIGINT NOT NULL COMMENT 'one of the two, the smaller row',
	kin_id BIGINT NOT NULL COMMENT 'the other one',
	relation VARCHAR(8) NOT NULL
		COMMENT 'what they are to each other: parent 父母子女, spouse 配偶, grand 祖孙, sibling 兄弟姐妹; 个人:导出'
		CHECK (relation IN ('parent', 'spouse', 'grand', 'sibling')),
	paper VARCHAR(8) NOT NULL COMMENT 'document seen: book 户口簿, birth 出生证明, marriage 结婚证, notary 公证书, other 村社证明'
		CHECK (paper IN ('book', 'birth', 'marriage', 'notary', 'other')),
	seen_by BIGINT NOT NULL COMMENT 'staff who saw it',
	seen_at DATETIME NOT NULL COMMENT 'when',
	ended_at DATETIME NULL COMMENT 'when it was found wrong or ended',
	ended_by BIGINT NULL COMMENT 'staff who ended it',
	live TINYINT AS (IF(ended_at IS NULL, 1, NULL)) VIRTUAL COMMENT '1 while it holds: once for two people',
	PRIMARY KEY (id),
	UNIQUE KEY timebank_kin_uid (uid),
	UNIQUE KEY timebank_kin_live (person_id, kin_id, live),
	KEY timebank_kin_other (kin_id),
	KEY timebank_kin_station (station_id, id),
	CONSTRAINT timebank_kin_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT timebank_kin_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT timebank_kin_kin FOREIGN KEY (kin_id) REFERENCES person (id),
	CONSTRAINT timebank_kin_seen_by FOREIGN KEY (seen_by) REFERENCES staff (id),
	CONSTRAINT timebank_kin_ended_by FOREIGN KEY (ended_by) REFERENCES staff (id),
	CONSTRAINT timebank_kin_order CHECK (person_id < kin_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='kinship proved by a document before staff 亲属关系证明';

CREATE TABLE IF NOT EXISTS timebank_draw (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form: sent twice, reserved once',
	station_id BIGINT NOT NULL COMMENT 'station of the order',
	account_id BIGINT NOT NULL COMMENT 'whose time it is: a person''s, or the pool''s',
	order_id BIGINT NOT NULL COMMENT 'order that it pays',
	minutes BIGINT NOT NULL COMMENT 'time reserved 预留时长, minutes' CHECK (minutes BETWEEN 1 AND 1440),
	served_minutes BIGINT NULL COMMENT 'time booked 实际支取, minutes; the rest went back' CHECK (served_minutes BETWEEN 0 AND minutes),
	used_for VARCHAR(8) NOT NULL COMMENT 'self 本人, kin 亲属, pool 公益池' CHECK (used_for IN ('self', 'kin', 'pool')),
	kin_id BIGINT NULL COMMENT 'person served, when it is a relative',
	reason VARCHAR(8) NULL COMMENT 'why the pool pays: age 高龄, relief 低保特困, disabled 残疾, alone 空巢独居'
		CHECK (reason IN ('age', 'relief', 'disabled', 'alone')),
	state VARCHAR(8) NOT NULL
		COMMENT 'proposed 待复核, reserved 已预留, booked 已支取, returned 已退回, refused 未通过'
		CHECK (state IN ('proposed', 'reserved', 'booked', 'returned', 'refused')),
	asked_at DATETIME NOT NULL COMMENT 'when it was asked for',
	asked_by BIGINT NULL COMMENT 'staff who entered it; NULL: the owner',
	decided_by BIGINT NULL COMMENT 'the other member of staff, for the pool',
	ended_at DATETIME NULL COMMENT 'when it was booked, returned or refused',
	live_order BIGINT AS (IF(state IN ('proposed', 'reserved'), order_id, NULL)) VIRTUAL COMMENT 'the order while it is being paid: by one only',
	PRIMARY KEY (id),
	UNIQUE KEY timebank_draw_uid (uid),
	UNIQUE KEY timebank_draw_live (live_order),
	KEY timebank_draw_station (station_id, id),
	KEY timebank_draw_state (station_id, state, id),
	KEY timebank_draw_open (state, id),
	KEY timebank_draw_account (account_id, id),
	KEY timebank_draw_kin (kin_id),
	CONSTRAINT timebank_draw_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT timebank_draw_account FOREIGN KEY (account_id) REFERENCES timebank_account (id),
	CONSTRAINT timebank_draw_order FOREIGN KEY (order_id) REFERENCES service_order (id),
	CONSTRAINT timebank_draw_kin FOREIGN KEY (kin_id) REFERENCES person (id),
	CONSTRAINT timebank_draw_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id),
	CONSTRAINT timebank_draw_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
	CONSTRAINT timebank_draw_two CHECK (decided_by <> asked_by),
	CONSTRAINT timebank_draw_pool CHECK ((used_for = 'pool') = (reason IS NOT NULL)
		AND (used_for <> 'pool' OR state IN ('proposed', 'refused') OR decided_by IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='time that pays an order 支取';

-- Both sides' balances after it, so that a passbook is one statement and a check walks from entry to entry.
ALTER TABLE timebank_entry
	MODIFY COLUMN kind VARCHAR(8) NOT NULL
		COMMENT 'earn 存入, over 超额转公益池, return 收回: the record fell, unover 超额收回, cover 垫付: what was spent already, repay 补还, reserve 预留, release 退回预留, spend 支取, give 赠与, donate 捐赠, merge 合并, lapse 销户, note_out 转出, note_in 转入'
		CHECK (kind IN ('earn', 'over', 'return', 'unover', 'cover', 'repay', 'reserve', 'release', 'spend', 'give', 'donate', 'merge',
			'lapse', 'note_out', 'note_in')),
	ADD COLUMN IF NOT EXISTS from_after BIGINT NOT NULL COMMENT 'balance of the debited account afterwards, minutes',
	ADD COLUMN IF NOT EXISTS to_after BIGINT NOT NULL COMMENT 'balance of the credited account afterwards, minutes',
	ADD COLUMN IF NOT EXISTS draw_id BIGINT NULL COMMENT 'withdrawal it belongs to' AFTER order_id,
	ADD KEY IF NOT EXISTS timebank_entry_draw (draw_id),
	ADD CONSTRAINT timebank_entry_draw FOREIGN KEY IF NOT EXISTS (draw_id) REFERENCES timebank_draw (id);

-- Deposits follow the sealed ledger, so that what makes a record effective does nothing more for them.
CREATE TABLE IF NOT EXISTS timebank_follow (
	id BIGINT NOT NULL COMMENT 'the one row' CHECK (id = 1),
	next_seq BIGINT NOT NULL DEFAULT 0 COMMENT 'place in the ledger that is next',
	PRIMARY KEY (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='how far the time bank has followed the ledger 存入进度';
INSERT IGNORE INTO timebank_follow (id, next_seq) SELECT 1, COALESCE(MAX(seq) + 1, 0) FROM ledger_leaf;
