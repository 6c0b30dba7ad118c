-- 0223_index_move.sql - digests on their way from one key to the next, so that whoever is interrupted goes on.

CREATE TABLE IF NOT EXISTS index_move (
	old BINARY(32) NOT NULL COMMENT 'keyed digest under the key before 原索引; 非个人',
	new BINARY(32) NOT NULL COMMENT 'the same under the new one 新索引; 非个人',
	PRIMARY KEY (old),
	UNIQUE KEY index_move_new (new)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='digests while the index is exchanged, else empty 索引切换';
