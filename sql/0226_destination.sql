-- 0226_destination.sql - destinations that are added, switched and tried without SQL.

ALTER TABLE destination
	ADD COLUMN IF NOT EXISTS key_sealed VARBINARY(600) NULL
		COMMENT 'key for requests 密钥, sealed; NULL: it stands in a file of secret_dir; 非个人';

CREATE TABLE IF NOT EXISTS destination_try (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	destination_id BIGINT NOT NULL COMMENT 'platform that was tried 上报平台',
	asked_by BIGINT NULL COMMENT 'staff who asked 操作人; NULL: the command',
	asked_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when asked 提出时间',
	state VARCHAR(8) NOT NULL DEFAULT 'asked'
		COMMENT 'asked 待试报, running 试报中, done 有结果, none 没有可试的记录, failed 没有送出'
		CHECK (state IN ('asked', 'running', 'done', 'none', 'failed')),
	outbox_id BIGINT NULL COMMENT 'record that was sent',
	request TEXT NULL COMMENT 'request as shown, personal data masked 请求; 非个人',
	http_status INT NULL COMMENT 'HTTP status 应答状态; NULL: no answer',
	fault VARCHAR(300) NULL COMMENT 'why there was no answer, or nothing was sent 故障; 非个人',
	answer TEXT NULL COMMENT 'answer as shown, personal data masked 应答; 非个人',
	class VARCHAR(12) NULL COMMENT 'how it was read, as in attempt 结果',
	receipt VARCHAR(128) NULL COMMENT 'receipt of the platform 回执号',
	reason VARCHAR(200) NULL COMMENT 'code and words of a refusal 原因; 非个人',
	ms INT NULL COMMENT 'time taken 用时, milliseconds',
	ended_at DATETIME(3) NULL COMMENT 'when it had ended 完成时间',
	PRIMARY KEY (id),
	KEY destination_try_destination (destination_id, id),
	KEY destination_try_state (state, id),
	CONSTRAINT destination_try_destination FOREIGN KEY (destination_id) REFERENCES destination (id),
	CONSTRAINT destination_try_outbox FOREIGN KEY (outbox_id) REFERENCES outbox (id),
	CONSTRAINT destination_try_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='tries of platforms: one record, and the answer 试报';
