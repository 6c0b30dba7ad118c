-- 0076_complaint_list.sql - cases 投诉 are listed by station, newest first.

ALTER TABLE complaint
	ADD KEY IF NOT EXISTS complaint_recent (station_id, id),
	ADD KEY IF NOT EXISTS complaint_order (order_id);
