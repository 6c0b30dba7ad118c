-- 0007_sign_in.sql - sessions, WeChat accounts and tokens, throttling, and what the loops report of themselves.

CREATE TABLE IF NOT EXISTS wechat_account (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	appid VARCHAR(32) NOT NULL COMMENT 'official account 公众号',
	openid VARCHAR(64) NOT NULL COMMENT 'user within that account',
	unionid VARCHAR(64) NULL COMMENT 'user across accounts of one owner, if told',
	person_id BIGINT NULL COMMENT 'person bound to it; NULL: not yet registered',
	bound_at DATETIME NULL COMMENT 'when bound 绑定时间',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'first seen',
	seen_at DATETIME NULL COMMENT 'last sign-in',
	PRIMARY KEY (id),
	UNIQUE KEY wechat_account_openid (appid, openid),
	UNIQUE KEY wechat_account_person (person_id),
	CONSTRAINT wechat_account_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='WeChat accounts 微信账号';

CREATE TABLE IF NOT EXISTS wechat_login (
	state CHAR(32) NOT NULL COMMENT 'random state parameter of the OAuth round, hex',
	browser_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie of the browser that began',
	return_to VARCHAR(200) NOT NULL COMMENT 'path to return to',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when begun',
	used_at DATETIME NULL COMMENT 'when it came back, once only',
	code_hash BINARY(32) NULL COMMENT 'SHA-256 of the code, to recognise the same callback again',
	openid VARCHAR(64) NULL COMMENT 'who it was',
	outcome VARCHAR(12) NULL COMMENT 'ok, or the word of the page that says why not; NULL: not answered yet',
	PRIMARY KEY (state),
	KEY wechat_login_age (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='WeChat sign-ins under way 微信登录';

CREATE TABLE IF NOT EXISTS wechat_token (
	appid VARCHAR(32) NOT NULL COMMENT 'official account 公众号',
	kind VARCHAR(8) NOT NULL COMMENT 'access: access_token, jsapi: jsapi_ticket'
		CHECK (kind IN ('access', 'jsapi')),
	value VARCHAR(600) NOT NULL COMMENT 'the token',
	expires_at DATETIME NOT NULL COMMENT 'not to be used after this time',
	PRIMARY KEY (appid, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='WeChat server tokens shared by all processes 微信凭据';

CREATE TABLE IF NOT EXISTS session (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
	kind VARCHAR(12) NOT NULL COMMENT 'staff, volunteer, or wechat: openid known, not yet registered'
		CHECK (kind IN ('staff', 'volunteer', 'wechat')),
	person_id BIGINT NULL COMMENT 'signed-in volunteer',
	staff_id BIGINT NULL COMMENT 'signed-in member of staff',
	wechat_account_id BIGINT NULL COMMENT 'WeChat account it came by',
	station_id BIGINT NULL COMMENT 'station that a member of staff works in now',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'sign-in',
	seen_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'last use, for the idle limit',
	expires_at DATETIME NOT NULL COMMENT 'absolute end',
	revoked_at DATETIME NULL COMMENT 'signed out or cut off',
	PRIMARY KEY (id),
	UNIQUE KEY session_token (token_hash),
	KEY session_person (person_id),
	KEY session_staff (staff_id),
	KEY session_wechat (wechat_account_id),
	KEY session_station (station_id),
	KEY session_expires (expires_at),
	CONSTRAINT session_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT session_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT session_wechat FOREIGN KEY (wechat_account_id) REFERENCES wechat_account (id),
	CONSTRAINT session_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT session_has_owner CHECK (CASE kind WHEN 'staff' THEN staff_id IS NOT NULL
		WHEN 'volunteer' THEN person_id IS NOT NULL ELSE wechat_account_id IS NOT NULL END)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='sessions 会话';

CREATE TABLE IF NOT EXISTS throttle (
	bucket BINARY(32) NOT NULL COMMENT 'digest of what is counted: action and address, login or person',
	window_start DATETIME NOT NULL COMMENT 'start of the counting window',
	hits INT NOT NULL DEFAULT 1 COMMENT 'tries in the window',
	PRIMARY KEY (bucket, window_start),
	KEY throttle_age (window_start)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rate counters 限流计数';

CREATE TABLE IF NOT EXISTS beat (
	program VARCHAR(32) NOT NULL COMMENT 'name of the loop, e.g. platform-post',
	host VARCHAR(64) NOT NULL DEFAULT '' COMMENT 'machine it runs on',
	seen_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'last sign of life',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what it did last',
	PRIMARY KEY (program, host)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='signs of life of the loops, read by /healthz 运行心跳';

INSERT INTO schema_version (version, name) VALUES (7, '0007_sign_in')
	ON DUPLICATE KEY UPDATE name = VALUES(name);
