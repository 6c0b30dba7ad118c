-- 0221_key_print.sql - which keys this database was written with, so that others are found out before they write.

CREATE TABLE IF NOT EXISTS key_print (
	name VARCHAR(12) NOT NULL COMMENT 'key 密钥: seal.1 ..., index, sign; 非个人',
	hash BINARY(32) NOT NULL COMMENT 'keyed hash of the name 指纹; the key does not follow from it',
	noted_at DATETIME NOT NULL COMMENT 'when it was used first 登记时间',
	PRIMARY KEY (name)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='fingerprints of the keys 密钥指纹';
