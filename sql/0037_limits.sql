-- 0037_limits.sql - hours from elsewhere keep to the day's limit; certificates that lost hours are revoked; the calendar of a
-- region; proofs are found wherever they were used before.

ALTER TABLE transfer_record
	MODIFY COLUMN state VARCHAR(10) NOT NULL DEFAULT 'waiting'
		COMMENT 'waiting 待核实, counted 已计入, known 已有, overlap 时间重叠, over 超出每日上限, refused 不计入, withdrawn 已撤销, ends 来源已撤回, ended 已退出'
		CHECK (state IN ('waiting', 'counted', 'known', 'overlap', 'over', 'refused', 'withdrawn', 'ends', 'ended'));

ALTER TABLE document ADD KEY IF NOT EXISTS document_sha (sha256);

-- What fell before this was noticed: a certificate says more than its records hold.
UPDATE certificate c SET c.state = 'revoked', c.revoked_at = NOW(), c.revoked_reason = 'hours_fell'
	WHERE c.state = 'issued' AND c.minutes > (SELECT COALESCE(SUM(r.minutes), 0) FROM service_record r
		WHERE r.person_id = c.person_id AND r.station_id = c.station_id AND r.state = 'effective'
		AND r.served_on BETWEEN c.from_on AND c.to_on AND r.effective_at <= c.issued_at);

ALTER TABLE holiday
	ADD COLUMN IF NOT EXISTS region_code VARCHAR(12) NOT NULL DEFAULT ''
		COMMENT 'division whose overseer said so 区划; empty: the country' AFTER day,
	ADD COLUMN IF NOT EXISTS within VARCHAR(13) NOT NULL DEFAULT ''
		COMMENT 'pattern that the codes of what lies in the division fit; empty: the country' AFTER region_code,
	DROP PRIMARY KEY,
	ADD PRIMARY KEY (day, region_code);
