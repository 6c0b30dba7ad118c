-- 0203_material_settlement.sql - what came back of a loan and what is lost, each time it was settled 归还登记: the key of the form makes
-- a double click one settlement, and why something was lost is kept.
CREATE TABLE IF NOT EXISTS material_settlement (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	loan_id BIGINT NOT NULL COMMENT 'loan',
	returned INT NOT NULL COMMENT 'came back 归还数量' CHECK (returned >= 0),
	lost INT NOT NULL COMMENT 'will not come back 损耗数量' CHECK (lost >= 0),
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why it is lost 损耗原因; 非个人',
	settled_by BIGINT NOT NULL COMMENT 'staff who noted it 经办人',
	settled_at DATETIME NOT NULL COMMENT 'when',
	PRIMARY KEY (id),
	UNIQUE KEY material_settlement_uid (uid),
	KEY material_settlement_loan (loan_id, id),
	CONSTRAINT material_settlement_loan FOREIGN KEY (loan_id) REFERENCES material_loan (id),
	CONSTRAINT material_settlement_by FOREIGN KEY (settled_by) REFERENCES staff (id),
	CONSTRAINT material_settlement_some CHECK (returned + lost > 0)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what came back of loans, and what is lost 归还登记, insert-only';
