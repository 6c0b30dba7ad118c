-- 0220_probe.sql - what /healthz writes to know whether the database takes writes.

CREATE TABLE IF NOT EXISTS probe (
	id BIGINT NOT NULL COMMENT 'the one row' CHECK (id = 1),
	at DATETIME(3) NOT NULL COMMENT 'when health was asked last 最近检查时间',
	PRIMARY KEY (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='whether the database takes writes 可写检查';
