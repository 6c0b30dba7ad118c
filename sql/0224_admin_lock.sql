-- 0224_admin_lock.sql - one migrate or restore at a time, also where GET_LOCK of one node says nothing about the others. It is run
-- by whoever needs the lock, before the first migration, and again in its turn.

CREATE TABLE IF NOT EXISTS admin_lock (
	id BIGINT NOT NULL COMMENT 'the one row' CHECK (id = 1),
	holder BINARY(16) NULL COMMENT 'random id of the zyz-admin that works 持有者; NULL: none',
	beat BIGINT NOT NULL COMMENT 'raised every few seconds as long as it lives 心跳',
	PRIMARY KEY (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who changes the schema 结构维护锁';

INSERT IGNORE INTO admin_lock (id, holder, beat)
VALUES (1, NULL, 0);
