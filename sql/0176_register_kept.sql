-- 0176_register_kept.sql - a registration that is filled by half waits for whoever began it, by the same WeChat or the same phone.

CREATE TABLE IF NOT EXISTS register_kept (
	uid BINARY(16) NOT NULL COMMENT 'random id of what was kept last, part of the seal',
	wechat_account_id BIGINT NULL COMMENT 'by whose WeChat they came 微信; NULL: by a phone; 非个人',
	phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone they came by; NULL: by WeChat; 个人:居民',
	body_sealed VARBINARY(16000) NOT NULL COMMENT 'what was typed so far, without consents, sealed; 个人:居民',
	saved_at DATETIME NOT NULL COMMENT 'when last kept; gone after seven days 暂存时间',
	PRIMARY KEY (uid),
	UNIQUE KEY register_kept_wechat (wechat_account_id),
	UNIQUE KEY register_kept_phone (phone_index),
	KEY register_kept_old (saved_at),
	CONSTRAINT register_kept_wechat FOREIGN KEY (wechat_account_id) REFERENCES wechat_account (id),
	CONSTRAINT register_kept_one CHECK ((wechat_account_id IS NULL) <> (phone_index IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='registrations that are half filled, for seven days 未填完的登记';
