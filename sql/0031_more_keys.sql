-- 0031_more_keys.sql - keys for what is asked of all stations: the list of revoked certificates.

ALTER TABLE certificate ADD KEY IF NOT EXISTS certificate_revoked (state, no);
