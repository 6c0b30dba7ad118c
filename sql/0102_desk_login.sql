-- 0102_desk_login.sql - a desktop shows a QR code, a phone that is signed in confirms it 扫码登录电脑.

CREATE TABLE IF NOT EXISTS desk_login (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of what the code holds, which comes of the desktop''s cookie',
	number TINYINT NOT NULL COMMENT 'what the desktop shows and the phone picks 核对数字, 10 to 99',
	return_to VARCHAR(200) NOT NULL COMMENT 'page that the desktop goes to',
	device VARCHAR(12) NOT NULL COMMENT 'what the desktop is: windows, mac, linux, other ...',
	state VARCHAR(10) NOT NULL DEFAULT 'shown'
		COMMENT 'shown 等待扫码, confirmed 已确认, refused 已拒绝, used 已登录' CHECK (state IN ('shown', 'confirmed', 'refused', 'used')),
	session_id BIGINT NULL COMMENT 'session of the phone that confirmed; it must still hold when the desktop comes in',
	made_at DATETIME NOT NULL COMMENT 'when the code was shown',
	expires_at DATETIME NOT NULL COMMENT 'end of the code',
	PRIMARY KEY (id),
	UNIQUE KEY desk_login_token (token_hash),
	KEY desk_login_age (made_at)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='sign-ins of a desktop by a phone 扫码登录';
