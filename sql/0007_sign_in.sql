-- 0007_sign_in.sql - sessions, WeChat accounts and tokens, throttling; signs of life of the loops;
-- who did what, and who looked at whose data.

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
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='WeChat accounts 微信账号';

CREATE TABLE IF NOT EXISTS wechat_login (
	state CHAR(32) NOT NULL COMMENT 'random state parameter of the OAuth round, hex',
	browser_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie of the browser that began',
	return_to VARCHAR(200) NOT NULL COMMENT 'path to return to',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when begun',
	used_at DATETIME NULL COMMENT 'when it came back, once only',
	code_hash BINARY(32) NULL
		COMMENT 'SHA-256 of the code, to recognise the same callback again',
	openid VARCHAR(64) NULL COMMENT 'who it was',
	outcome VARCHAR(12) NULL
		COMMENT 'ok, or the word of the page that says why not; NULL: not answered yet',
	PRIMARY KEY (state),
	KEY wechat_login_age (created_at)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='WeChat sign-ins under way 微信登录';

CREATE TABLE IF NOT EXISTS wechat_token (
	appid VARCHAR(32) NOT NULL COMMENT 'official account 公众号',
	kind VARCHAR(8) NOT NULL COMMENT 'access: access_token, jsapi: jsapi_ticket'
		CHECK (kind IN ('access', 'jsapi')),
	value VARCHAR(600) NOT NULL COMMENT 'the token',
	expires_at DATETIME NOT NULL COMMENT 'not to be used after this time',
	PRIMARY KEY (appid, kind)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='WeChat server tokens shared by all processes 微信凭据';

CREATE TABLE IF NOT EXISTS session (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
	kind VARCHAR(12) NOT NULL
		COMMENT 'staff, volunteer, or wechat: openid known, not yet registered'
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
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='sessions 会话';

CREATE TABLE IF NOT EXISTS throttle (
	bucket BINARY(32) NOT NULL
		COMMENT 'digest of what is counted: action and address, login or person',
	window_start DATETIME NOT NULL COMMENT 'start of the counting window',
	hits INT NOT NULL DEFAULT 1 COMMENT 'tries in the window',
	PRIMARY KEY (bucket, window_start),
	KEY throttle_age (window_start)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='rate counters 限流计数';

CREATE TABLE IF NOT EXISTS beat (
	program VARCHAR(32) NOT NULL COMMENT 'name of the loop, e.g. platform-post',
	host VARCHAR(64) NOT NULL DEFAULT '' COMMENT 'machine it runs on',
	seen_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'last sign of life',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what it did last',
	PRIMARY KEY (program, host)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='signs of life of the loops, read by /healthz 运行心跳';

CREATE TABLE IF NOT EXISTS audit (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when',
	actor_kind VARCHAR(12) NOT NULL COMMENT 'who: staff, volunteer, visitor or system'
		CHECK (actor_kind IN ('staff', 'volunteer', 'visitor', 'system')),
	actor_id BIGINT NULL COMMENT 'staff id or person id of the actor',
	station_id BIGINT NULL COMMENT 'station concerned',
	action VARCHAR(48) NOT NULL COMMENT 'what was done, a word',
	target VARCHAR(32) NOT NULL COMMENT 'table of the row',
	target_id BIGINT NULL COMMENT 'row id',
	detail VARCHAR(500) NULL COMMENT 'more, never personal data',
	request_id BINARY(8) NULL COMMENT 'request, as in the log line',
	PRIMARY KEY (id),
	KEY audit_station (station_id, id),
	KEY audit_target (target, target_id, id),
	KEY audit_actor (actor_kind, actor_id, id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='who did what to which row, insert-only 操作日志';

CREATE TABLE IF NOT EXISTS unmask (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when',
	staff_id BIGINT NOT NULL COMMENT 'who looked',
	person_id BIGINT NULL COMMENT 'at whom; NULL: a resident named in detail of the audit row',
	field VARCHAR(32) NOT NULL COMMENT 'at which field',
	purpose VARCHAR(120) NOT NULL COMMENT 'why 查看用途',
	PRIMARY KEY (id),
	KEY unmask_staff (staff_id, at),
	KEY unmask_person (person_id, at),
	CONSTRAINT unmask_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
	CONSTRAINT unmask_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='unmasked views of personal data, insert-only 明文查看记录';
