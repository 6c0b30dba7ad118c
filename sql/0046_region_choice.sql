-- 0046_region_choice.sql - divisions of the whole country: found by name, and kept when they have ended.
ALTER TABLE region
	ADD COLUMN IF NOT EXISTS ended_on DATE NULL
		COMMENT 'day from which it is no division any more 撤销日期; NULL: it stands' AFTER population,
	ADD KEY IF NOT EXISTS region_name (name, code, full_name, ended_on),
	ADD KEY IF NOT EXISTS region_full_name (full_name, code);

CREATE TABLE IF NOT EXISTS seed_file (
	name VARCHAR(60) NOT NULL COMMENT 'file of sql/seed that is loaded by zyz-admin itself; 非个人',
	sha256 BINARY(32) NOT NULL COMMENT 'digest of its content as last loaded, so that migrate passes over it',
	loaded_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP COMMENT 'when it was loaded',
	PRIMARY KEY (name)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='data files loaded into this schema 已载入的数据文件';
