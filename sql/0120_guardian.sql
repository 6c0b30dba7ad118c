-- 0120_guardian.sql - an ask to act for somebody lapses when nobody answers it; a guardian may take their consent back, and the
-- station names another guardian for a child, with the reason.

ALTER TABLE proxy
	MODIFY COLUMN ended_by VARCHAR(8) NULL
		COMMENT 'who ended or declined it: person 委托人, proxy 代办人, staff 站点; lapse 过期: nobody answered' CHECK (ended_by IN ('person', 'proxy', 'staff', 'lapse')),
	ADD KEY IF NOT EXISTS proxy_given (ended_at, given_at);

ALTER TABLE guardian
	ADD COLUMN IF NOT EXISTS withdrawn_at DATETIME NULL COMMENT 'when the guardian last took the consent back 监护人撤回同意; NULL: never' AFTER consent_at,
	ADD COLUMN IF NOT EXISTS end_reason VARCHAR(200) NULL COMMENT 'why the station named another guardian 更换监护人的原因; 非个人';
