-- 0105_family.sql - one phone acts for several people 家人: guardians for minors, proxies for elders. Whoever is acted for and whoever
-- acts have both agreed, each in a way that is written down; either ends it at once. A session says who acts and by which right.

ALTER TABLE proxy
	MODIFY COLUMN name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'name of who acts, when they are no person here; 个人:导出,抹除',
	MODIFY COLUMN given_at DATETIME NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when it was asked for 提出时间',
	ADD COLUMN IF NOT EXISTS uid BINARY(16) NULL COMMENT 'random id, used in addresses; NULL: of before there was a page' AFTER id,
	ADD COLUMN IF NOT EXISTS kind VARCHAR(8) NOT NULL DEFAULT 'proxy'
		COMMENT 'proxy 代办 for an adult, guardian 监护 for a minor, until 18' CHECK (kind IN ('proxy', 'guardian')) AFTER proxy_person_id,
	ADD COLUMN IF NOT EXISTS way VARCHAR(8) NULL
		COMMENT 'how the person agreed: own 本人手机, paper 纸质委托书, code 柜台代码, guardian 监护人代为; NULL: not yet' CHECK (way IN ('own', 'paper', 'code', 'guardian')),
	ADD COLUMN IF NOT EXISTS paper_no VARCHAR(40) NULL COMMENT 'number of the scan of the signed paper 委托书扫描件编号; 非个人',
	ADD COLUMN IF NOT EXISTS person_agreed_at DATETIME NULL COMMENT 'when whoever is acted for agreed 委托人同意; NULL: not yet',
	ADD COLUMN IF NOT EXISTS proxy_agreed_at DATETIME NULL COMMENT 'when whoever acts agreed 代办人同意; NULL: not yet',
	ADD COLUMN IF NOT EXISTS code_mac BINARY(32) NULL
		COMMENT 'keyed digest of the code that staff gave at the counter; NULL: none, or used 柜台代码',
	ADD COLUMN IF NOT EXISTS code_until DATETIME NULL COMMENT 'until when that code is good',
	ADD COLUMN IF NOT EXISTS ended_by VARCHAR(8) NULL
		COMMENT 'who ended or declined it: person 委托人, proxy 代办人, staff 站点' CHECK (ended_by IN ('person', 'proxy', 'staff')),
	ADD COLUMN IF NOT EXISTS open_pair VARCHAR(41) AS (IF(ended_at IS NULL, CONCAT(person_id, '-', proxy_person_id), NULL)) VIRTUAL
		COMMENT 'both, while it is asked for or holds: once for two people',
	ADD UNIQUE KEY IF NOT EXISTS proxy_uid (uid),
	ADD UNIQUE KEY IF NOT EXISTS proxy_code (code_mac),
	ADD UNIQUE KEY IF NOT EXISTS proxy_open (open_pair),
	ADD CONSTRAINT IF NOT EXISTS proxy_two CHECK (proxy_person_id IS NULL OR proxy_person_id <> person_id),
	ADD CONSTRAINT IF NOT EXISTS proxy_paper_has_no CHECK (way <> 'paper' OR paper_no IS NOT NULL);

-- A guardian finds the child who typed their number.
ALTER TABLE guardian
	ADD KEY IF NOT EXISTS guardian_phone (phone_index, ended_at);

ALTER TABLE session
	ADD COLUMN IF NOT EXISTS proxy_id BIGINT NULL
		COMMENT 'right by which the person of the session acts for another one now 正在代办; NULL: for themselves' AFTER person_id,
	ADD KEY IF NOT EXISTS session_proxy (proxy_id),
	ADD CONSTRAINT session_proxy FOREIGN KEY IF NOT EXISTS (proxy_id) REFERENCES proxy (id) ON DELETE SET NULL;

ALTER TABLE audit
	ADD COLUMN IF NOT EXISTS proxy_id BIGINT NULL
		COMMENT 'row of person who acted in the place of that volunteer 代办人; NULL: they themselves';
