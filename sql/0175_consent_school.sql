-- 0175_consent_school.sql - a purpose of its own for giving records to a school 综合素质评价: none of the others covers it.

ALTER TABLE consent
	MODIFY COLUMN purpose VARCHAR(32) NOT NULL
		COMMENT 'registration 注册, record 记录, platform 上报, public_name 公开姓名, location 位置, transfer 转移接续, school 提供给学校'
		CHECK (purpose IN ('registration', 'record', 'platform', 'public_name', 'location', 'transfer', 'school'));
