-- 0048_notices.sql - the ledger of notices 公告台账 in the order in which they were written.
ALTER TABLE announcement ADD KEY IF NOT EXISTS announcement_home (station_id, id);
