-- 0101_phone_code.sql - a six-digit code by SMS proves a phone 手机验证码: for signing in and registering, and for the exchange of a phone
-- or a WeChat 换绑. A row is swept a day later; codes and numbers are never in clear.

CREATE TABLE IF NOT EXISTS phone_code (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random; code and number are bound to it',
	purpose VARCHAR(8) NOT NULL
		COMMENT 'sign_in 登录或登记, old 原手机号 of who exchanges it, new 新手机号' CHECK (purpose IN ('sign_in', 'old', 'new')),
	owner_mac BINARY(32) NOT NULL
		COMMENT 'keyed digest of the browser that asked, or of the session for old and new: a code works nowhere else; 非个人',
	phone_sealed VARBINARY(200) NOT NULL COMMENT 'the number 手机号, sealed, bound to uid; swept with the row; 个人:居民',
	phone_index BINARY(32) NOT NULL COMMENT 'keyed digest of the number; 个人:居民',
	code_mac BINARY(32) NULL COMMENT 'MAC of the six digits; NULL: used',
	wrong TINYINT NOT NULL DEFAULT 0 COMMENT 'codes that were tried; after five none is taken',
	made_at DATETIME NOT NULL COMMENT 'when it was sent',
	expires_at DATETIME NOT NULL COMMENT 'end of the code',
	proved_at DATETIME NULL COMMENT 'when the right code was typed',
	used_at DATETIME NULL COMMENT 'when the proof did its work; a proof works once',
	PRIMARY KEY (id),
	UNIQUE KEY phone_code_uid (uid),
	KEY phone_code_owner (owner_mac, purpose, id),
	KEY phone_code_age (made_at)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='codes that prove a phone 手机验证码';

-- Who proved a phone that nobody is registered with: between the code and the registration.
ALTER TABLE session
	ADD COLUMN IF NOT EXISTS phone_code_id BIGINT NULL COMMENT 'phone_code by which somebody came who is not yet registered; 非个人' AFTER wechat_account_id;
ALTER TABLE session
	DROP CONSTRAINT IF EXISTS session_has_owner;
ALTER TABLE session
	MODIFY COLUMN kind VARCHAR(12) NOT NULL
		COMMENT 'staff, volunteer, wechat: openid known, or phone: number proved; the last two not yet registered'
		CHECK (kind IN ('staff', 'volunteer', 'wechat', 'phone'));
ALTER TABLE session
	ADD CONSTRAINT session_has_owner CHECK (CASE kind WHEN 'staff' THEN staff_id IS NOT NULL
		WHEN 'volunteer' THEN person_id IS NOT NULL WHEN 'phone' THEN phone_code_id IS NOT NULL
		ELSE wechat_account_id IS NOT NULL END);
