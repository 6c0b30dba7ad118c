-- 0164_materials.sql - materials 物资: things with what is in store of them, what came and went, loans with the day they are due.

CREATE TABLE IF NOT EXISTS material_thing (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station',
	name VARCHAR(60) NOT NULL COMMENT 'name 物资名称; 非个人',
	unit VARCHAR(10) NOT NULL COMMENT 'unit 单位: 斤 件 把 箱',
	durable TINYINT NOT NULL DEFAULT 0 COMMENT '0 used up 一次性, 1 durable 可持续',
	place VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'where it is kept 存放地点',
	stock INT NOT NULL DEFAULT 0 COMMENT 'in store 库存; moved with material' CHECK (stock BETWEEN 0 AND 10000000),
	lent INT NOT NULL DEFAULT 0 COMMENT 'lent and not yet back 借出; moved with material_loan' CHECK (lent >= 0),
	PRIMARY KEY (id),
	UNIQUE KEY material_thing_uid (uid),
	UNIQUE KEY material_thing_once (station_id, name, unit),
	KEY material_thing_list (station_id, id),
	KEY material_thing_durable (station_id, durable, id),
	CONSTRAINT material_thing_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='things of a station with their stock 物资';

CREATE TABLE IF NOT EXISTS material_loan (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station',
	thing_id BIGINT NOT NULL COMMENT 'thing',
	borrower VARCHAR(80) NOT NULL COMMENT 'who has it 借用人; 个人:居民',
	phone_sealed VARBINARY(200) NULL COMMENT 'telephone of the borrower 联系电话, sealed; 个人:居民,明文留痕',
	quantity INT NOT NULL COMMENT 'lent 借出数量' CHECK (quantity BETWEEN 1 AND 1000000),
	returned INT NOT NULL DEFAULT 0 COMMENT 'came back 归还数量',
	lost INT NOT NULL DEFAULT 0 COMMENT 'will not come back 损耗数量',
	lent_on DATE NOT NULL COMMENT 'day lent 借出日期',
	due_on DATE NOT NULL COMMENT 'day it is due 应还日期',
	lent_by BIGINT NOT NULL COMMENT 'staff who lent it 经办人',
	closed_at DATETIME NULL COMMENT 'when all was settled 结清时间',
	state VARCHAR(6) NOT NULL DEFAULT 'lent' COMMENT 'lent 借出, closed 已结清' CHECK (state IN ('lent', 'closed')),
	PRIMARY KEY (id),
	UNIQUE KEY material_loan_uid (uid),
	KEY material_loan_list (station_id, id),
	KEY material_loan_due (station_id, state, due_on, id),
	KEY material_loan_by_due (station_id, due_on, id),
	KEY material_loan_thing (thing_id, state, due_on, id),
	CONSTRAINT material_loan_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT material_loan_thing FOREIGN KEY (thing_id) REFERENCES material_thing (id),
	CONSTRAINT material_loan_lent_by FOREIGN KEY (lent_by) REFERENCES staff (id),
	CONSTRAINT material_loan_days CHECK (due_on >= lent_on),
	CONSTRAINT material_loan_settled CHECK (returned >= 0 AND lost >= 0 AND returned + lost <= quantity),
	CONSTRAINT material_loan_closed CHECK ((state = 'closed') = (returned + lost = quantity))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='materials that are lent 物资借用';

ALTER TABLE material
	ADD COLUMN IF NOT EXISTS no VARCHAR(20) NOT NULL COMMENT 'number 编号, by station and year, without gaps' AFTER uid,
	ADD COLUMN IF NOT EXISTS thing_id BIGINT NOT NULL COMMENT 'thing' AFTER station_id,
	ADD COLUMN IF NOT EXISTS kind VARCHAR(8) NOT NULL
		COMMENT 'gift 捐赠入库, bought 购入, other 其他入库, used 领用, lend 借出, back 归还, loss 损耗, count 盘点'
		CHECK (kind IN ('gift', 'bought', 'other', 'used', 'lend', 'back', 'loss', 'count')) AFTER direction,
	ADD COLUMN IF NOT EXISTS stock_after INT NOT NULL COMMENT 'in store afterwards 结存' AFTER quantity,
	ADD COLUMN IF NOT EXISTS loan_id BIGINT NULL COMMENT 'loan that it belongs to' AFTER stock_after,
	ADD COLUMN IF NOT EXISTS fund_id BIGINT NULL COMMENT 'gift in kind in the ledger of funds 经费台账' AFTER loan_id,
	ADD COLUMN IF NOT EXISTS note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what for, or why it differs 用途或原因' AFTER party,
	MODIFY COLUMN quantity INT NOT NULL COMMENT 'quantity 数量' CHECK (quantity BETWEEN 1 AND 1000000),
	MODIFY COLUMN party VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'donor or receiver 捐赠方/领用人; 个人:居民',
	ADD UNIQUE KEY IF NOT EXISTS material_no (no),
	ADD KEY IF NOT EXISTS material_list (station_id, id),
	ADD KEY IF NOT EXISTS material_of_direction (station_id, direction, id),
	ADD KEY IF NOT EXISTS material_of_kind (station_id, kind, id),
	ADD KEY IF NOT EXISTS material_day (station_id, happened_on, id),
	ADD KEY IF NOT EXISTS material_thing_rows (thing_id, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS material_of_thing (thing_id) REFERENCES material_thing (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS material_of_loan (loan_id) REFERENCES material_loan (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS material_of_fund (fund_id) REFERENCES fund_entry (id);
